package sheet

import (
	"encoding/csv"
	"fmt"
	"io"

	"stampdesk"
)

// WriteRoster writes members as ReadRoster reads them, in the order given: the
// usual columns, and of the others those that any member has. The file begins
// with the mark by which Excel knows UTF-8.
func WriteRoster(w io.Writer, r stampdesk.Roster) error {
	out := newWriter(w, ',')
	rosterRows(r, func(_ []column, cells []string) { out.row(cells) })
	return out.end("write the roster")
}

// rosterRows gives a roster row by row, its headings first; the cells are
// valid until the next.
func rosterRows(r stampdesk.Roster, row func(cols []column, cells []string)) {
	units := make(map[stampdesk.UnitCode]stampdesk.Unit, len(r.Units))
	for _, u := range r.Units {
		units[u.Code] = u
	}
	cols := make([]column, 0, colReason)
	for c := colCard; c <= colNote; c++ {
		cols = append(cols, c)
	}
	for c := colOldCard; c <= colUnitKind; c++ {
		for i := range r.Members {
			if written(&r.Members[i], units, c) != "" {
				cols = append(cols, c)
				break
			}
		}
	}
	cells := make([]string, len(cols))
	for i, c := range cols {
		cells[i] = headings[c]
	}
	row(cols, cells)
	for i := range r.Members {
		for j, c := range cols {
			cells[j] = written(&r.Members[i], units, c)
		}
		row(cols, cells)
	}
}

// written is what column c of a member's row says.
func written(m *stampdesk.Member, units map[stampdesk.UnitCode]stampdesk.Unit, c column) string {
	switch c {
	case colUnitName:
		return units[m.Unit].Name
	case colUnitKind:
		return string(units[m.Unit].Kind)
	}
	return m.Get(fieldOf[c])
}

// writer writes guarded cells.
type writer struct {
	csv *csv.Writer
	err error
}

func newWriter(w io.Writer, comma rune) *writer {
	_, err := io.WriteString(w, bom)
	out := &writer{csv.NewWriter(w), err}
	out.csv.Comma = comma
	return out
}

func (w *writer) row(cells []string) {
	for i, s := range cells {
		cells[i] = guard(s)
	}
	if w.err == nil {
		w.err = w.csv.Write(cells)
	}
}

func (w *writer) end(what string) error {
	w.csv.Flush()
	if w.err == nil {
		w.err = w.csv.Error()
	}
	if w.err != nil {
		return fmt.Errorf("%s: %w", what, w.err)
	}
	return nil
}
