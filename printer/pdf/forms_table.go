package pdf

import (
	"strconv"

	"stampdesk"
	"stampdesk/printer"
	"stampdesk/printer/form"
)

// The heights of rows, in millimetres: one to be filled in by hand needs room for a pen.
const blankRow = 8.5

// indentStep is how far a count row stands back from the one that it is part of, in millimetres.
const indentStep = 5.0

// column is a column of a form's table as it is set.
type column struct {
	form.Column
	label bool // the column of words in which count rows stand back
}

// indent is how far the text of a row stands back in this column.
func (c column) indent(r form.Row) float64 {
	if !c.label {
		return 0
	}
	return float64(r.Indent) * indentStep
}

func columnsOf(t *form.Table) []column {
	out, found := make([]column, len(t.Columns)), false
	for i, c := range t.Columns {
		label := !found && c.Kind == form.Text && c.Align == form.Left
		found = found || label
		out[i] = column{c, label}
	}
	return out
}

// cellText is what stands in a cell, as clean text.
func (s *formSheet) cellText(c form.Cell) string {
	if c.Kind == form.Count && c.Text == "" {
		return stampdesk.Vietnamese.Number(c.N)
	}
	return s.clean(c.Text)
}

// place is where the text of a cell stands: counts and shares at the right, if nothing else was asked for.
func (c column) place(it form.Cell) printer.Align {
	switch {
	case c.Align == form.Center:
		return printer.Center
	case c.Align == form.Right, it.Kind == form.Count, it.Kind == form.Share:
		return printer.Right
	}
	return printer.Left
}

func weightOf(r form.Row) string {
	if r.Bold || r.Group {
		return bold
	}
	return regular
}

// table is ruled, under headings that are repeated on each sheet. No sheet parts a row, unless it is higher than one;
// the name of a group stays with its first row, what has parts with the first of them, and totals with the row above.
func (s *formSheet) table(t *form.Table, size float64) {
	columns := columnsOf(t)
	if len(columns) == 0 {
		return
	}
	widths, size := s.columns(t, columns, size)
	headings := s.headings(columns, widths, size)
	head, room := &headings, s.area.height()-headings.height
	if len(t.Rows)+t.Blank == 0 || room < s.area.height()/2 { // nothing stands under it, or it is too much to repeat
		headings.next = len(t.Rows)+t.Blank > 0
		s.add(headings)
		head, room = nil, s.area.height()
	}
	for i, r := range t.Rows {
		if i > 0 && totals(t.Rows, i) {
			s.pieces[len(s.pieces)-1].next = true
		}
		for _, part := range s.formRow(columns, widths, r, face{weightOf(r), size}, room) {
			part.head = head
			part.next = i+1 < len(t.Rows) && (r.Group || t.Rows[i+1].Indent > r.Indent)
			s.add(part)
		}
	}
	for range t.Blank {
		s.add(piece{height: blankRow, head: head, draw: func(y float64) { s.grid(widths, y, blankRow) }})
	}
}

// totals reports whether a row is what those above it come to: the last in bold, or a text of which no rows are.
func totals(rows []form.Row, i int) bool {
	last := i == len(rows)-1
	return last && rows[i].Bold || rows[i].Group && !last && rows[i+1].Group
}

// grid rules one row.
func (s *formSheet) grid(widths []float64, y, height float64) {
	s.f.SetLineWidth(0.2)
	x := s.area.left
	s.f.Rect(x, y, s.area.width(), height, "D")
	for _, w := range widths[:len(widths)-1] {
		x += w
		s.f.Line(x, y, x, y+height)
	}
}

// formRow is one piece, or more where it takes most of the room of a sheet.
func (s *formSheet) formRow(columns []column, widths []float64, r form.Row, f face, room float64) []piece {
	if r.Group {
		columns, widths = []column{{}}, []float64{s.area.width()}
	}
	type set struct {
		lines []string
		at    printer.Align
		x, w  float64
	}
	cells, most, x := make([]set, 0, len(columns)), 1, s.area.left
	for i, c := range columns {
		if i < len(r.Cells) {
			in := c.indent(r)
			it := set{at: c.place(r.Cells[i]), x: x + padX + in, w: widths[i] - 2*padX - in}
			it.lines = s.fitted(f, s.cellText(r.Cells[i]), it.w)
			most = max(most, len(it.lines))
			cells = append(cells, it)
		}
		x += widths[i]
	}
	page := max(1, int((0.8*room-2*padY)/f.line()))
	var out []piece
	for from := 0; from < most; from += page {
		height := float64(min(page, most-from))*f.line() + 2*padY
		out = append(out, piece{height: height, draw: func(y float64) {
			s.grid(widths, y, height)
			for _, it := range cells {
				s.paragraph(f, it.lines[min(from, len(it.lines)):min(from+page, len(it.lines))], it.at, it.x, y+padY, it.w)
			}
		}})
	}
	return out
}

// fitted is text in lines of at most w; most cells have one.
func (s *formSheet) fitted(f face, text string, w float64) []string {
	if text == "" {
		return nil
	}
	return s.wrap(f, text, w)
}

// headings are one piece: groups over their columns, the headings, and the numbers of the columns.
func (s *formSheet) headings(columns []column, widths []float64, size float64) piece {
	f, numbers := face{bold, size}, face{italic, size - 1}
	type box struct {
		lines      []string
		f          face
		x, y, w, h float64
	}
	groups := 0.0 // the height of the upper row
	type span struct{ from, to int }
	var spans []span
	for i := 0; i < len(columns); {
		end := i + 1
		for end < len(columns) && columns[i].Group != "" && columns[end].Group == columns[i].Group {
			end++
		}
		spans = append(spans, span{i, end})
		i = end
	}
	room := func(lines []string) float64 { return float64(max(len(lines), 1))*f.line() + 2*padY }
	over := make([][]string, len(spans))
	for k, sp := range spans {
		if columns[sp.from].Group != "" {
			over[k] = s.wrap(f, columns[sp.from].Group, sum(widths[sp.from:sp.to])-2*padX)
			groups = max(groups, room(over[k]))
		}
	}
	lines, height := make([][]string, len(columns)), groups+room(nil)
	for i, c := range columns {
		lines[i] = s.wrap(f, c.Heading, widths[i]-2*padX)
		if c.Group != "" {
			height = max(height, groups+room(lines[i]))
		} else {
			height = max(height, room(lines[i]))
		}
	}
	var boxes []box
	for k, sp := range spans {
		x := s.area.left + sum(widths[:sp.from])
		if columns[sp.from].Group != "" {
			boxes = append(boxes, box{over[k], f, x, 0, sum(widths[sp.from:sp.to]), groups})
		}
		for i := sp.from; i < sp.to; i++ {
			top := 0.0
			if columns[i].Group != "" {
				top = groups
			}
			boxes = append(boxes, box{lines[i], f, x, top, widths[i], height - top})
			x += widths[i]
		}
	}
	numbered, x := numbers.line()+0.6, s.area.left
	for i, w := range widths {
		boxes = append(boxes, box{[]string{strconv.Itoa(i + 1)}, numbers, x, height, w, numbered})
		x += w
	}
	return piece{height: height + numbered, draw: func(y float64) {
		s.f.SetLineWidth(0.2)
		for _, b := range boxes {
			s.f.Rect(b.x, y+b.y, b.w, b.h, "D")
			down := (b.h - float64(len(b.lines))*b.f.line()) / 2
			s.paragraph(b.f, b.lines, printer.Center, b.x+padX, y+b.y+down, b.w-2*padX)
		}
	}}
}

func sum(widths []float64) (w float64) {
	for _, it := range widths {
		w += it
	}
	return w
}
