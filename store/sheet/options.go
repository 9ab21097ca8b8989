package sheet

import (
	"stampdesk"
	"stampdesk/store/sheet/charset"
)

// Options say how a file is to be read. The zero value finds everything out
// from the file.
type Options struct {
	Encoding charset.Encoding // empty or charset.Auto: found out by evidence
	Sheet    string           // of a workbook; empty: the first whose headings fit
	Profile  Profile          // where the columns stand; zero: told by their headings

	// Unit is whose file it is. Rows that name no unit are of it; a row that
	// names another is an error.
	Unit stampdesk.UnitCode
	Cell string // of rows that name no cell
	// Known reports whether the roster in force has a unit; nil: not asked. In
	// a list an unknown unit is an error; in a roster it is a new one.
	Known func(stampdesk.UnitCode) bool

	Today    stampdesk.Date // what comes after it is in the future; zero: nothing is
	LostZero bool           // 7 digits are a number whose leading 0 a spreadsheet dropped
	TempDir  string         // for what of a large errors workbook does not fit in memory; empty: the system's
	// Progress, if not nil, hears every 1000 rows how far reading is: rows of
	// about total, which is 0 where nobody knows; at the end, how many there
	// were, of as many. It is called by the walk that makes members, before
	// ReadRoster or ReadList returns.
	Progress func(done, total int)
}

// Profile says where the columns of a file stand, where their headings do not.
// It is data: read from a file that a person wrote, or saved on the screen.
type Profile struct {
	Name     string
	Sheet    string           // of a workbook; empty: any
	Heading  int              // the row of the headings, from 1; 0: found out
	Encoding charset.Encoding // empty: found out
	// Columns has, by field, the headings of the file as written. A field of
	// more than one heading takes the texts of all, in this order.
	Columns map[Field][]string
	Ignore  []string // headings that are known and not wanted
}

// Field names a column that can be read: a field of stampdesk.Member, or one
// of those below.
type Field = stampdesk.Field

// Columns that are no field of a member.
const (
	FieldUnitName Field = "unit_name"
	FieldUnitKind Field = "unit_kind"
	FieldReason   Field = "reason"  // of a list
	FieldMeasure  Field = "measure" // of list 4: what was done about the loss
)

// Heading is a column of a file, and what was made of it.
type Heading struct {
	Text   string  // as the file has it, in Unicode; of two rows joined by " / "
	Fields []Field // what it was read as; none: it is not used
}
