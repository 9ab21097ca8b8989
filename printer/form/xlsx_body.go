package form

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// body writes the rows of a table. What they have in common is made once.
type body struct {
	*leaf
	looks  map[bool][]int // styles of the columns by whether the row is bold
	indent map[indented]int
	room   []float64 // of each column, in points
	merged []int     // columns of the table that are two of the sheet
	least  float64   // height of a row of one line
	cells  []excelize.Cell
}

type indented struct {
	column, indent int
	bold           bool
}

func (s *leaf) newBody() *body {
	b := &body{leaf: s, looks: map[bool][]int{}, indent: map[indented]int{}, cells: make([]excelize.Cell, len(s.cols))}
	b.least = s.size()*highLine + above
	for i := range s.page.Table.Columns {
		b.room = append(b.room, (s.edges[s.first[i+1]]-s.edges[s.first[i]])*pointsPerMM-padding)
		if s.first[i+1] > s.first[i]+1 {
			b.merged = append(b.merged, i)
		}
	}
	return b
}

// look is the style of a column.
func (b *body) look(column int, bold bool, indent int) int {
	if b.page.Table.Columns[column].Align != Left {
		indent = 0
	}
	key := indented{column, indent, bold}
	id, ok := b.indent[key]
	if !ok {
		c := b.page.Table.Columns[column]
		st := style{size: b.size(), bold: bold, align: c.Align, border: true, indent: indent, format: text}
		if c.Kind == Count {
			st.format = grouped
		}
		var err error
		id, err = b.style(st)
		b.keep(err)
		b.indent[key] = id
	}
	return id
}

func (b *body) columnLooks(bold bool) []int {
	ids := b.looks[bold]
	if ids == nil {
		for i := range b.page.Table.Columns {
			ids = append(ids, b.look(i, bold, 0))
		}
		b.looks[bold] = ids
	}
	return ids
}

// write writes a row, as high as its highest cell needs.
func (b *body) write(r *Row) {
	looks := b.columnLooks(r.Bold)
	face := b.regular
	if r.Bold {
		face = b.bold
	}
	size, most := b.size(), 1
	for i := range r.Cells {
		c := &r.Cells[i]
		id, room := looks[i], b.room[i]
		if r.Indent > 0 {
			id, room = b.look(i, r.Bold, r.Indent), room-float64(r.Indent)*indentPoints
		}
		for at := b.first[i]; at < b.first[i+1]; at++ {
			b.cells[at] = excelize.Cell{StyleID: id}
			b.values[at] = &b.cells[at]
		}
		switch cell := &b.cells[b.first[i]]; {
		case c.Kind == Count:
			cell.Value = c.N
		case c.Text != "":
			cell.Value = c.Text
			if float64(len(c.Text))*size > room {
				most = max(most, face.lines(c.Text, size, room))
			}
		}
	}
	var rest *Row
	if limit := int((highest - above) / (size * highLine)); most > limit {
		most, rest = limit, b.continued(r, face, limit)
	}
	high := b.least
	if most > 1 {
		high = float64(most)*size*highLine + above
	}
	b.leaf.write(high)
	for _, i := range b.merged {
		b.keep(b.stream.MergeCell(cellRef(b.first[i], b.row), cellRef(b.first[i+1]-1, b.row)))
	}
	if rest != nil {
		b.write(rest)
	}
}

// highest is how high a row may be, in points: a spreadsheet has none that is
// higher than 409, and no printed page breaks within one.
const highest = 300

// continued takes what is more than so many lines out of the cells that are
// about to be written, and gives it as a row of its own.
func (b *body) continued(r *Row, face *advances, limit int) *Row {
	rest := Row{Cells: make([]Cell, len(r.Cells)), Bold: r.Bold, Indent: r.Indent}
	for i, c := range r.Cells {
		if c.Kind == Count || c.Text == "" {
			continue
		}
		room := b.room[i] - float64(r.Indent)*indentPoints
		if head := face.head(c.Text, b.size(), room, limit); head < len(c.Text) {
			b.cells[b.first[i]].Value = c.Text[:head]
			rest.Cells[i].Text = strings.TrimLeft(c.Text[head:], " \n")
		}
	}
	return &rest
}
