package sheet

import (
	"strings"

	"stampdesk/store/sheet/charset"
)

// What of a file is looked at to tell an old font: its first rows, of those
// the first columns, and not more bytes than take a moment.
const (
	judgedRows    = 1000
	judgedColumns = 500
	judgedBytes   = 4 << 20
)

// recalled is how many bytes of cells are remembered as they were read: units
// and places come again and again.
const recalled = 16 << 20

// recode puts cells that stand in the letters of an old font into Unicode,
// column by column, and says what convinced it. It walks the first rows only;
// the rest is converted as it is walked.
func recode(g grid, want charset.Encoding) (grid, []charset.Evidence) {
	var (
		columns  []charset.Column
		evidence []charset.Evidence
	)
	switch {
	case g.from == charset.TCVN3:
		columns = looked(g, (*charset.Column).AddRead)
		charset.JudgeRead(columns)
	case g.from == charset.VNI || g.from == charset.CP1258: // then no cell is in an old font
	case want == "", want == charset.Auto, want == charset.TCVN3, want == charset.VNI:
		columns = looked(g, (*charset.Column).Add)
		evidence = charset.Judge(columns, want)
	}
	var convert []int
	for i := range columns {
		if columns[i].Converts() {
			convert = append(convert, i)
		}
	}
	if len(convert) == 0 {
		return g, nil
	}
	rows := g.rows
	g.rows = func(yield func(record) bool) {
		var cells []string
		room := recalled
		known := make([]map[string]string, len(convert))
		for i := range known {
			known[i] = map[string]string{}
		}
		for r := range rows {
			cells = append(cells[:0], r.cells...)
			for n, i := range convert {
				if i >= len(cells) {
					break
				}
				read, ok := known[n][cells[i]]
				if !ok {
					read = columns[i].Read(cells[i])
					if room -= 100 + len(cells[i]) + len(read); room > 0 {
						known[n][strings.Clone(cells[i])] = strings.Clone(read)
					}
				}
				cells[i] = read
			}
			if r.cells != nil {
				r.cells = cells
			}
			if !yield(r) {
				return
			}
		}
	}
	return g, evidence
}

// looked has what the first rows say of each column.
func looked(g grid, add func(*charset.Column, string)) []charset.Column {
	var columns []charset.Column
	rows, size := 0, 0
	for r := range g.rows {
		for i, cell := range r.cells[:min(len(r.cells), judgedColumns)] {
			if i == len(columns) {
				columns = append(columns, charset.Column{})
			}
			add(&columns[i], cell)
			size += len(cell)
		}
		if rows++; rows == judgedRows || size > judgedBytes {
			break
		}
	}
	return columns
}
