package form

import "strconv"

// blanks writes empty rows to be filled in by hand or on a screen.
func (s *sheet) blanks(b *body) {
	t := s.page.Table
	no := 0
	for i := range t.Rows {
		if !t.Rows[i].Group {
			no++
		}
	}
	row := Row{Cells: make([]Cell, len(t.Columns))}
	for range t.Blank {
		no++
		for i, c := range t.Columns {
			if c.Key == "no" {
				row.Cells[i].Text = strconv.Itoa(no)
			}
		}
		b.write(&row)
	}
}
