package sheet

import (
	"bytes"
	"encoding/csv"
	"iter"

	"stampdesk/store/sheet/charset"
)

// cut cuts a file into rows of cells.
func cut(data []byte, o Options) (grid, []charset.Evidence, *Problem) {
	text, evidence, bad := decode(data, o.Encoding)
	if bad != nil {
		return grid{}, nil, bad
	}
	g := cutCSV(text)
	if evidence == nil {
		return g, nil, nil
	}
	g.from = evidence.Encoding
	return g, []charset.Evidence{*evidence}, nil
}

// cutCSV cuts text into records. Blank rows are left out.
func cutCSV(text []byte) grid {
	comma := separator(text)
	return grid{
		format: CSV, comma: comma, rows: records(text, comma),
		about: min(bytes.Count(text, []byte("\n")), len(text)/50),
	}
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
