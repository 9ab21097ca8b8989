package sheet

import (
	"context"
	"crypto/sha256"
	"io"

	"stampdesk"
	"stampdesk/store/sheet/charset"
)

// MaxListed is how many problems and how many warnings of a file are kept.
const MaxListed = 1000

// File is what is known of any file that was read.
type File struct {
	Hash stampdesk.Hash // SHA-256 of its bytes; zero of a file that was not read to its end
	Rows int            // below the headings, without blank ones

	Format   Format
	Sheet    string             // of a workbook
	Profile  string             // the known form, or the named profile, by which the columns were told
	Evidence []charset.Evidence // of encodings other than UTF-8, a sample of each
	Headings []Heading          // in the order of the file

	Problems     []Problem // the first MaxListed, in the order of the file
	ProblemCount int
	Warnings     []Problem // the first MaxListed
	WarningCount int

	table    table
	layout   layout
	walk     func(visit) // reads the rows again from the first
	alive    func() error
	progress func(done, total int)
	tempDir  string
}

// visit hears of every record with what is wrong with it; both are valid until
// the next. A last call without cells brings the warnings about the whole.
type visit func(rec record, problems, warnings []Problem)

// open reads all of r as a table with the wanted columns; false if it is none.
func (f *File) open(ctx context.Context, r io.Reader, want columns, o Options) (bool, error) {
	f.alive, f.progress, f.tempDir = ctx.Err, o.Progress, o.TempDir
	data, bad, err := take(ctx, r)
	if err != nil {
		return false, err
	}
	var grids []grid
	if bad == nil {
		sum := make(chan stampdesk.Hash)
		go func() { sum <- sha256.Sum256(data) }()
		grids, f.Evidence, bad = cut(data, o, func() error { return f.alive() })
		f.Hash = <-sum
	}
	ok := bad == nil && f.choose(grids, want, o)
	if err := ctx.Err(); err != nil {
		return false, err
	}
	if bad != nil {
		f.note([]Problem{*bad}, nil)
	}
	return ok, nil
}

// choose takes the first grid whose headings fit; where none does, it tells
// what is wrong with the first.
func (f *File) choose(grids []grid, want columns, o Options) bool {
	var first *attempt
	for _, g := range grids {
		a := try(g, want, o)
		if len(a.problems) == 0 {
			f.adopt(a)
			return true
		}
		if first == nil {
			first = a
		}
	}
	f.adopt(first)
	return false
}

// attempt is a grid read as if it were the one that is wanted.
type attempt struct {
	table
	layout
	evidence           []charset.Evidence
	problems, warnings []Problem
}

func try(g grid, want columns, o Options) *attempt {
	var a attempt
	var bad *Problem
	g, a.evidence = recode(g, o.Encoding)
	a.table, bad = head(g)
	if broke := g.failed(); broke != nil {
		bad = broke
	}
	if bad != nil {
		a.table.grid, a.problems = g, []Problem{*bad}
		return &a
	}
	a.layout, a.problems, a.warnings = lay(a.heading, want)
	return &a
}

func (f *File) adopt(a *attempt) {
	f.Format, f.Sheet, f.table, f.layout = a.format, a.sheet, a.table, a.layout
	f.Evidence = append(f.Evidence, a.evidence...)
	f.note(a.problems, a.warnings)
}

func (f *File) note(problems, warnings []Problem) {
	f.ProblemCount += len(problems)
	f.WarningCount += len(warnings)
	f.Problems = append(f.Problems, problems[:min(len(problems), MaxListed-len(f.Problems))]...)
	f.Warnings = append(f.Warnings, warnings[:min(len(warnings), MaxListed-len(f.Warnings))]...)
}

// read walks the rows and counts what is wrong with them. Progress is told from
// this walk alone. Its error is that of the context in which the file was
// opened; walks after it are not bound by that.
func (f *File) read(walk func(visit)) error {
	f.walk = walk
	walk(func(rec record, problems, warnings []Problem) {
		if rec.line > 0 {
			if f.Rows++; f.Rows%1000 == 0 && f.progress != nil {
				f.progress(f.Rows, f.total())
			}
		}
		f.note(problems, warnings)
	})
	if err := f.alive(); err != nil {
		return err
	}
	f.alive = func() error { return nil }
	if broke := f.table.failed(); broke != nil {
		f.note([]Problem{*broke}, nil)
	} else if f.Rows == 0 {
		f.note([]Problem{{Fault: FaultNoRows, Line: f.table.heading.line}}, nil)
	}
	if f.progress != nil {
		f.progress(f.Rows, f.Rows)
	}
	return nil
}

// total is how many rows there seem to be, never fewer than were read; 0 where
// nobody knows.
func (f *File) total() int {
	if f.table.about == 0 {
		return 0
	}
	return max(f.table.about, f.Rows)
}
