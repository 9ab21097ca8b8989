package form

import (
	"slices"
	"strconv"

	"stampdesk"
)

// listPage lays a list of members out: a heading over those of each cell of a
// unit, or of each unit of the board; the total; then the members on temporary
// activity, who are in no total.
func (t *Template) listPage(f *stampdesk.Filled, o Options) Page {
	p := t.page(f, o)
	fill := t.filling(f, o)
	cols := t.listColumns(f)
	of := make([]listColumn, len(cols))
	for i, c := range cols {
		of[i] = listColumnOf(c.Key)
	}
	p.Table = &Table{Columns: t.columns(cols, func(key string) Kind { return listColumnOf(key).kind })}
	cells := make([]Cell, 0, len(f.Rows)*len(cols))
	rows := make([]Row, 0, len(f.Rows)+8)
	no, reasoned := 0, hasColumn(cols, "reason")
	add := func(r *stampdesk.FormRow) {
		no++
		from := len(cells)
		for _, c := range of {
			text := ""
			switch {
			case c.key == "no":
				text = strconv.Itoa(no)
			case c.key == "note" && reasoned:
				text = noteBeside(r)
			case c.of != nil:
				text = c.of(r)
			case c.key == "unit_name":
				text = o.Units[r.Unit]
			}
			cells = append(cells, Cell{Text: text, Kind: c.kind})
		}
		rows = append(rows, Row{Cells: cells[from:len(cells):len(cells)]})
	}
	heading := func(text string) { rows = append(rows, Row{Cells: wide(text, len(cols)), Group: true, Bold: true}) }
	group, last := "", &stampdesk.FormRow{}
	for i := range f.Rows {
		r := &f.Rows[i]
		if r.Class == stampdesk.Guest {
			continue
		}
		if r.Cell != last.Cell || r.Unit != last.Unit {
			if g := groupOf(f, r, o); g != group {
				if group = g; g == "" {
					g = "Chi bộ:" // nobody knows which
				}
				heading(g)
			}
		}
		last = r
		add(r)
	}
	ours, guests := counted(f)
	if t.Total != "" && (ours > 0 || !unlisted(f)) {
		rows = append(rows, Row{Cells: wide(fill.Replace(t.Total), len(cols)), Group: true, Bold: true})
	}
	if guests > 0 {
		heading(fill.Replace(t.Guests))
		no = 0 // the last number of the others is how many are counted
		for i := range f.Rows {
			if f.Rows[i].Class == stampdesk.Guest {
				add(&f.Rows[i])
			}
		}
	}
	p.Table.Rows = rows
	return p
}

// unlisted reports whether a list is empty because nobody handed it in: then
// none is no count.
func unlisted(f *stampdesk.Filled) bool {
	return slices.ContainsFunc(f.Notes, func(n stampdesk.FormNote) bool { return n.Kind == stampdesk.NoteNoList })
}

// wide is a row of one text over the whole width.
func wide(text string, columns int) []Cell {
	cells := make([]Cell, columns)
	cells[0].Text = text
	return cells
}

// groupOf is the heading under which a row stands.
func groupOf(f *stampdesk.Filled, r *stampdesk.FormRow, o Options) string {
	switch {
	case f.Cell != "" || f.Rest:
		return ""
	case f.Unit.Code != "":
		if r.Cell == "" {
			return ""
		}
		return cellHeading(r.Cell)
	case o.Units[r.Unit] != "":
		return o.Units[r.Unit] + " (" + string(r.Unit) + ")"
	}
	return string(r.Unit)
}

// listColumns are the columns of the template. Where the sex of somebody is
// not known the day of birth stands in one column: in one of two it would say
// what nobody knows.
func (t *Template) listColumns(f *stampdesk.Filled) []templateColumn {
	man := slices.IndexFunc(t.Columns, func(c templateColumn) bool { return c.Key == "birth_male" })
	if man < 0 || man+1 == len(t.Columns) || t.Columns[man+1].Key != "birth_female" ||
		!slices.ContainsFunc(f.Rows, func(r stampdesk.FormRow) bool { return !r.Member.Birth.IsZero() && sexOf(&r.Member) == unknown }) {
		return t.Columns
	}
	one := t.Columns[man]
	one.Key, one.Width = "birth", one.Width+t.Columns[man+1].Width
	if one.Group != "" {
		one.Heading, one.Group = one.Group, ""
	}
	return slices.Concat(t.Columns[:man:man], []templateColumn{one}, t.Columns[man+2:])
}
