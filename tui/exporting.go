package tui

import (
	"context"
	"errors"

	"stampdesk"
)

// Forms let the screen write the official forms and the reports into files,
// without knowing files or how they are made. The zero value has none. Each
// function is called in a goroutine of its own and ends when ctx does; its
// errors are sentences for a person.
type Forms struct {
	// List says what each form and report would hold now, of a unit or, where it
	// is empty, of the whole board; done and total count forms.
	List func(ctx context.Context, l stampdesk.Lang, unit stampdesk.UnitCode, progress func(done, total int)) ([]FormState, error)
	// Cells are the names of the cells of a unit, in the order of its forms.
	Cells func(ctx context.Context, l stampdesk.Lang, unit stampdesk.UnitCode) ([]string, error)
	// Text is what Write would write, as text of at most cols columns where that
	// can be; the beginning of it where it is long.
	Text func(ctx context.Context, q FormQuery, cols int) (string, error)
	// Write makes a file, whole or not at all. The error is [ErrFileThere] where
	// there is a file of that name and q does not replace it. It reports
	// StageFill with the parts that are filled in, then StageFile.
	Write func(ctx context.Context, q FormQuery, report func(stage ImportStage, done, total int)) (WrittenForm, error)
	// Dir is where files are proposed to go until a person names another place.
	Dir string
}

// ErrFileThere reports that a file would have to be overwritten.
var ErrFileThere = errors.New("there is a file of that name already")

// FormKind names what can be written: a form by its official number, or a
// report.
type FormKind uint8

// The reports, which come after form 7.
const (
	WrittenReport   FormKind = 8 + iota // the report by its outline (đề cương báo cáo)
	MovementsReport                     // members' movements since the statistics date
	formKinds
)

// form is the official form; 0 for a report.
func (k FormKind) form() stampdesk.Form {
	if k < WrittenReport {
		return stampdesk.Form(k)
	}
	return 0
}

// FormQuery says what is to be written, of whom, and where.
type FormQuery struct {
	Kind  FormKind
	Scope stampdesk.Scope
	Each  bool // a page for each part of the scope: the units of the board, the cells of a unit
	Blank Blank
	// Number is the number of the paper, "12-BC/BTC"; empty: a blank to fill in.
	Number string

	Path    string // its ending says what is made: .xlsx, .pdf, .csv, .txt
	Replace bool   // a file that is there
	Lang    stampdesk.Lang
}

// Blank says whether a form of a list is left blank, to be given to a unit.
type Blank uint8

// How much of a form is filled in.
const (
	NotBlank   Blank = iota // what the unit handed in
	WithRoster              // the members of the roster, for the unit to strike out
	AllBlank                // nothing but the header
	blanks
)

// FormState is what a form or a report would hold now.
type FormState struct {
	Kind  FormKind
	Rows  int              // members on a list, or members who moved
	Tally *stampdesk.Tally // of a form of figures and of the written report; nil: it has none
	// Stamped is the share of the stamped as the form prints it, where it has a
	// tally: by the settings of the board's outline.
	Stamped stampdesk.Share
	Notes   []stampdesk.FormNote
	Absent  string // why it cannot be written, as a sentence; empty: it can
}

// WrittenForm is what was written.
type WrittenForm struct {
	Path  string
	Rows  int // members, or lines of figures
	Pages int // of paper, or sheets of a workbook; 0: the file has none
	Sheet bool
	Bytes int64
	Notes []stampdesk.FormNote
}
