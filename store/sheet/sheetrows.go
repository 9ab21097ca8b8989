package sheet

import (
	"errors"
	"fmt"
	"io"
)

// sheetScan reads the rows of a sheet.
type sheetScan struct {
	*xmlScan
	book   *book
	inRows bool
	line   int // the row at hand
	col    int // the cell at hand
	cells  []string
	text   []byte // texts of the row that are its own
	own    []owned
	value  []byte // of the cell at hand
}

// errTwice says that a cell stands in its row twice: nobody knows which is
// meant.
var errTwice = errors.New("the cell is there twice")

// owned is a text of the row at hand, before it is a string.
type owned struct{ col, end int }

// row gives the next row; one of line 0 at the end.
func (s *sheetScan) row() (record, error) {
	for {
		if err := s.next(); err != nil {
			if s.line == 0 && !s.inRows {
				return record{}, fmt.Errorf("no rows: %w", err)
			}
			return record{}, err
		}
		name := string(s.name)
		switch {
		case s.kind == xmlText:
		case name == "sheetData" && s.kind == xmlEnd:
			return record{}, s.rest()
		case name == "sheetData":
			s.inRows = true
		case s.kind == xmlStart && name == "row" && s.inRows:
			return s.readRow()
		case s.kind == xmlStart && s.inRows:
			if err := s.skip(); err != nil {
				return record{}, err
			}
		}
	}
}

// rest reads what stands behind the rows: only at the very end of a part is it
// known to be whole.
func (s *sheetScan) rest() error {
	for {
		s.at = s.end
		if !s.more() {
			if s.err == io.EOF {
				return nil
			}
			return s.err
		}
	}
}

func (s *sheetScan) readRow() (record, error) {
	line := s.line + 1
	if r := s.get("r"); r != "" {
		var ok bool
		if _, line, ok = cellPlace([]byte("A" + r)); !ok || line <= s.line {
			return record{}, fmt.Errorf("row %q after row %d", shorten(r), s.line)
		}
	}
	if line > maxSheetRow {
		return record{}, fmt.Errorf("row %d", line)
	}
	s.line, s.col = line, -1
	s.cells, s.text, s.own = s.cells[:0], s.text[:0], s.own[:0]
	for depth := s.depth; ; {
		if err := s.next(); err != nil {
			return record{}, err
		}
		switch {
		case s.depth < depth:
			return record{line: line, cells: s.cells}, s.put()
		case s.kind != xmlStart:
		case string(s.name) == "c":
			if err := s.cell(); err != nil {
				return record{}, err
			}
		default:
			if err := s.skip(); err != nil {
				return record{}, err
			}
		}
	}
}

// put makes the row's own texts one string, and cells of its pieces.
func (s *sheetScan) put() error {
	text, from := string(s.text), 0
	for _, o := range s.own {
		if s.cells[o.col] != "" {
			s.col = o.col
			return errTwice
		}
		s.cells[o.col] = text[from:o.end]
		from = o.end
	}
	return nil
}
