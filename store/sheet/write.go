package sheet

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"stampdesk"
)

// WriteRoster writes members as ReadRoster reads them, in the order given: the
// usual columns, and of the others those that any member has. The file begins
// with the mark by which Excel knows UTF-8.
func WriteRoster(w io.Writer, r stampdesk.Roster) error {
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
	out := newWriter(w, ',')
	out.row(cells)
	for i := range r.Members {
		for j, c := range cols {
			cells[j] = written(&r.Members[i], units, c)
		}
		out.row(cells)
	}
	return out.end("write the roster")
}

// written is what column c of a member's row says.
func written(m *stampdesk.Member, units map[stampdesk.UnitCode]stampdesk.Unit, c column) string {
	number := func(n stampdesk.CardNumber) string {
		if n == 0 {
			return ""
		}
		return n.Digits()
	}
	switch c {
	case colCard:
		return number(m.Card)
	case colRecord:
		return m.Record
	case colName:
		return m.Name
	case colBirth:
		return m.Birth.String()
	case colSex:
		return m.Sex
	case colHome:
		return m.Home
	case colAdmitted:
		return m.Admitted.String()
	case colOfficial:
		return m.Official.String()
	case colIssued:
		return m.Issued.String()
	case colUnit:
		return string(m.Unit)
	case colUnitName:
		return units[m.Unit].Name
	case colCell:
		return m.Cell
	case colHost:
		return string(m.Host)
	case colStatus:
		return m.Status.String()
	case colNote:
		return m.Note
	case colOldCard:
		return number(m.OldCard)
	case colMovedOut:
		return m.MovedOut.String()
	case colMovedTo:
		return m.MovedTo
	case colMovedIn:
		return m.MovedIn.String()
	case colMovedFrom:
		return m.MovedFrom
	case colDied:
		return m.Died.String()
	case colLeft:
		return m.Left.String()
	case colLeftBy:
		return m.LeftBy
	case colUnitKind:
		return string(units[m.Unit].Kind)
	}
	return ""
}

// WriteErrors writes the file's own rows, all of them and in their order, with
// what is wrong with each in a last column "Lỗi". Cells are separated as they
// were, and the file begins with the mark by which Excel knows UTF-8. A row
// that does not fit the headings stands whole in one cell, never in the
// name's, so that it cannot pass for a good one. Of a file whose rows could
// not be read it writes only why.
func (f *File) WriteErrors(w io.Writer, lang stampdesk.Lang) error {
	if f.walk == nil {
		out := newWriter(w, ',')
		out.row([]string{headings[colFault]})
		for _, p := range f.Problems {
			out.row([]string{p.Text(lang)})
		}
		return out.end("write the errors")
	}
	out := newWriter(w, f.table.comma)
	width, old := f.layout.width, f.layout.at[colFault] // old: from an errors file that was read
	whole := 0
	if f.layout.at[colName] == 0 {
		whole = min(1, width-1)
	}
	row := func(cells []string, fault string) {
		all := make([]string, 0, width+1)
		for i, s := range cells[:width] {
			if i != old {
				all = append(all, strings.TrimSpace(s))
			}
		}
		out.row(append(all, fault))
	}
	row(f.table.heading.cells, headings[colFault])
	f.walk(func(rec record, problems, _ []Problem) {
		cells := rec.cells
		switch {
		case rec.line == 0:
			return
		case len(problems) > 0 && problems[0].Fault == FaultRagged, rec.broken != "":
			cells = make([]string, width)
			cells[whole] = rec.broken + strings.Join(rec.cells, string(f.table.comma))
		}
		var texts []string
		for _, p := range problems {
			texts = append(texts, p.Text(lang))
		}
		row(cells, strings.Join(texts, " "))
	})
	return out.end("write the errors")
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
