package sheet

import (
	"io"
	"slices"
	"strings"

	"stampdesk"
)

// WriteErrors writes the file's own rows, all of them and in their order, from
// the title on, with what is wrong with each in a last column "Lỗi". Cells are
// separated as they were, and the file begins with the mark by which Excel
// knows UTF-8. A row that does not fit the headings stands whole in one cell,
// never in the name's, so that it cannot pass for a good one. Of a file whose
// rows could not be read it writes only why.
func (f *File) WriteErrors(w io.Writer, lang stampdesk.Lang) error {
	comma := ','
	if f.walk != nil {
		comma = f.table.comma
	}
	out := newWriter(w, comma)
	f.errorRows(lang, func(r errorRow) {
		if out.row(r.cells); out.err == nil && r.kind == titleRow {
			out.err = out.csv.Error()
		}
	})
	if out.err == nil {
		out.err = f.unwritten()
	}
	return out.end("write the errors")
}

// errorRow is a row of the file as it is given back.
type errorRow struct {
	kind   rowKind
	line   int
	cells  []string // as wide as the headings, the reasons in the last; a title has its own
	faulty []int    // cells that a reason names
}

type rowKind int

const (
	titleRow rowKind = iota
	headRow
	goodRow
	badRow
)

// errorRows gives the rows of the file, each with its reasons. The cells are
// valid until the next.
func (f *File) errorRows(lang stampdesk.Lang, put func(errorRow)) {
	if f.walk == nil {
		put(errorRow{kind: headRow, line: 1, cells: []string{headings[colFault]}})
		for i, p := range f.Problems {
			put(errorRow{kind: badRow, line: i + 2, cells: []string{p.Text(lang)}})
		}
		return
	}
	width, old := f.layout.width, f.layout.at[colFault] // old: from an errors file that was read
	var all []string
	row := func(cells []string, reasons string) []string {
		all = all[:0]
		for i := range width {
			switch {
			case i == old:
			case i < len(cells):
				all = append(all, f.back(cells[i]))
			default:
				all = append(all, "")
			}
		}
		return append(all, reasons)
	}
	for _, rec := range f.table.above {
		title := make([]string, len(rec.cells))
		for i, s := range rec.cells {
			if i >= len(rec.repeats) || !rec.repeats[i] {
				title[i] = f.back(s)
			}
		}
		for len(title) > 1 && title[len(title)-1] == "" {
			title = title[:len(title)-1]
		}
		if rec.broken != "" {
			title = []string{rec.broken}
		}
		put(errorRow{kind: titleRow, line: rec.line, cells: title})
	}
	reasons := headings[colFault]
	for _, rec := range f.table.heads() {
		put(errorRow{kind: headRow, line: rec.line, cells: row(rec.cells, reasons)})
		reasons = ""
	}
	whole := 0
	if f.layout.at[colName] == 0 {
		whole = min(1, width-1)
	}
	f.walk(func(rec record, problems, _ []Problem) {
		if rec.line == 0 {
			return
		}
		out := errorRow{kind: goodRow, line: rec.line}
		cells := rec.cells
		ragged := slices.ContainsFunc(problems, func(p Problem) bool { return p.Fault == FaultRagged })
		if ragged || rec.broken != "" {
			cells = make([]string, width)
			cells[whole] = rec.broken + strings.Join(rec.cells, string(f.table.comma))
			out.faulty = append(out.faulty, whole)
		}
		var texts []string
		for _, p := range problems {
			out.kind = badRow
			texts = append(texts, p.Text(lang))
			if at := f.columnAt(p.Column); at >= 0 && !ragged && rec.broken == "" {
				if old >= 0 && at > old {
					at--
				}
				out.faulty = append(out.faulty, at)
			}
		}
		out.cells = row(cells, strings.Join(texts, " "))
		put(out)
	})
}

// heads are the rows of the headings as they stand in the file.
func (t *table) heads() []record { return []record{t.heading} }

// back is a cell as it is given back: what stands there, without the blanks
// around it.
func (f *File) back(cell string) string {
	return unguard(strings.TrimSpace(strings.TrimPrefix(cell, noResult)))
}

// columnAt is where the column stands that a problem names; -1: nowhere.
func (f *File) columnAt(name string) int {
	if name == "" {
		return -1
	}
	for c, h := range headings {
		if h == name && f.layout.at[c] >= 0 {
			return f.layout.at[c]
		}
	}
	same := func(s string) bool { t, _ := clean(s); return t == name }
	if at := slices.IndexFunc(f.table.heading.cells, same); at < f.layout.width {
		return at
	}
	return -1
}

// unwritten is why the last walk did not come to the end of the file.
func (f *File) unwritten() error {
	if f.walk == nil {
		return nil
	}
	return f.alive()
}
