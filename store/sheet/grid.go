package sheet

import (
	"iter"

	"stampdesk/store/sheet/charset"
)

// Format is the format of a file.
type Format string

// The formats.
const (
	CSV  Format = "csv"
	XLSX Format = "xlsx"
)

// grid is a file cut into rows of cells, before anybody knows what they mean.
type grid struct {
	format Format
	sheet  string // of a workbook
	hidden bool   // the sheet is
	comma  rune   // of csv: what separates the cells when it is written back

	rows   iter.Seq[record] // without blank ones; may be walked again
	about  int              // how many rows there may be; never more than the file can pay for
	padded bool             // a row that ends early has blank cells to the end
	from   charset.Encoding // what its bytes were in; empty: UTF-8, or a workbook
	// date1904: a date of the workbook is days after the first of 1904, not of
	// 1900 as Excel counts them.
	date1904 bool
	// failed says why the last walk ended before the end of the file; nil, or
	// nil in it: it did not.
	failed func() *Problem
}

// record is a row as it stands in the file. Its cells are valid until the next
// record comes.
type record struct {
	line   int // physical line where it begins; the row of a workbook
	cells  []string
	broken string // text that cannot be cut into cells; then there are none
	// repeats tells, cell by cell, what only repeats the cell to its left, for
	// in the workbook the two are one; it may be short.
	repeats []bool
}

func (r record) blank() bool {
	for _, s := range r.cells {
		if !isBlank(s) {
			return false
		}
	}
	return r.broken == ""
}
