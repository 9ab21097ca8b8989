package sheet

import (
	"bytes"
	"encoding/csv"
	"iter"
	"slices"
)

// table is a file cut into records, in whatever format it was.
type table struct {
	heading record
	rows    iter.Seq[record] // below the heading; may be walked again
	about   int              // how many rows there may be; never more than the file can pay for
	comma   rune             // what separates the cells when it is written back
}

// record is a row as it stands in the file. Its cells are valid until the next
// record comes.
type record struct {
	line   int // physical line where it begins
	cells  []string
	broken string // text that cannot be cut into cells; then there are none
}

func (r record) blank() bool {
	for _, s := range r.cells {
		if !isBlank(s) {
			return false
		}
	}
	return r.broken == ""
}

// cutCSV cuts text into records. Blank rows are left out.
func cutCSV(text []byte) (table, *Problem) {
	t := table{comma: separator(text), about: min(bytes.Count(text, []byte("\n")), len(text)/50)}
	all := records(text, t.comma)
	for t.heading = range all {
		break
	}
	switch {
	case t.heading.broken != "":
		return t, &Problem{Fault: FaultQuote, Line: t.heading.line}
	case t.heading.cells == nil:
		return t, &Problem{Fault: FaultEmpty}
	}
	t.heading.cells = slices.Clone(t.heading.cells)
	t.rows = func(yield func(record) bool) {
		first := true
		for r := range all {
			if !first && !yield(r) {
				return
			}
			first = false
		}
	}
	return t, nil
}

func records(text []byte, comma rune) iter.Seq[record] {
	return func(yield func(record) bool) {
		r := csv.NewReader(bytes.NewReader(text))
		r.Comma = comma
		r.FieldsPerRecord = -1
		r.ReuseRecord = true
		for {
			from := r.InputOffset()
			cells, err := r.Read()
			var rec record
			switch err := err.(type) {
			case nil:
				rec.cells = cells
				rec.line, _ = r.FieldPos(0)
			case *csv.ParseError:
				rec = record{line: err.StartLine, broken: string(bytes.TrimSpace(text[from:r.InputOffset()]))}
			default: // the end; there is no other error in bytes at hand
				return
			}
			if !rec.blank() && !yield(rec) {
				return
			}
		}
	}
}

// separator is the comma, unless the headings clearly use another.
func separator(text []byte) rune {
	var commas, semicolons, tabs int
	quoted := false
	for _, c := range bytes.TrimLeft(text, " \t\r\n") {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == ',':
			commas++
		case c == ';':
			semicolons++
		case c == '\t':
			tabs++
		}
		if c == '\n' && !quoted {
			break
		}
	}
	switch {
	case semicolons > commas && semicolons >= tabs:
		return ';'
	case tabs > commas:
		return '\t'
	}
	return ','
}
