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

	table  table
	layout layout
	walk   func(visit) int // reads the rows again from the first
	tally  map[tallyKey]*Tally
	order  []*Tally
	added  map[int][]Problem // by others than the reader, by line

	alive   func() error // ends a walk early
	tempDir string
}

// visit hears of every record with what is wrong with it; both are valid until
// the next. Last calls without cells bring the warnings about the whole.
type visit func(rec record, problems, warnings []Problem)

// open reads all of r as a table with the wanted columns; false if it is none.
func (f *File) open(ctx context.Context, r io.Reader, want columns, o Options) (bool, error) {
	f.alive, f.tempDir = ctx.Err, o.TempDir
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
	ok := bad == nil && f.fit(grids, want, o)
	if err := ctx.Err(); err != nil {
		return false, err
	}
	if bad != nil {
		f.note([]Problem{*bad}, nil)
	}
	return ok, nil
}
