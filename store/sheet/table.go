package sheet

import "io"

// WriteTable writes rows as csv that a spreadsheet opens as text: UTF-8 with
// its mark, and no cell that could pass for a formula.
func WriteTable(w io.Writer, rows [][]string) error {
	out := newWriter(w, ',')
	for _, r := range rows {
		out.row(r)
	}
	return out.end("write the table")
}
