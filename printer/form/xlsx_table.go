package form

import (
	"strconv"

	"github.com/xuri/excelize/v2"
)

// table writes the headings, the numbers of the columns, and the rows.
func (s *leaf) table() {
	s.headings()
	t := s.page.Table
	body := s.newBody()
	for i := range t.Rows {
		r := &t.Rows[i]
		if r.Group {
			st := style{size: s.size(), bold: r.Bold, border: true}
			if i+1 < len(t.Rows) { // a heading stands on the page of what is under it
				s.keepTogether(4*s.size()*highLine, 0)
			}
			s.wide(s.size()*highLine+2*above, r.Cells[0].Text, st)
			if i+1 < len(t.Rows) {
				s.leading()
			}
			continue
		}
		if t.isHeading(r) {
			s.keepTogether(4*s.size()*highLine, 0)
			body.write(r)
			s.leading()
			continue
		}
		body.write(r)
	}
	if t.Blank > 0 {
		s.blanks(body)
	}
}

// isHeading reports a row without a figure among rows of figures.
func (t *Table) isHeading(r *Row) bool {
	figures := false
	for i, c := range t.Columns {
		if c.Kind == Count {
			if figures = true; r.Cells[i].Kind == Count {
				return false
			}
		}
	}
	return figures
}

func (s *leaf) size() float64 {
	if s.page.Font == 0 {
		return sizeSmall
	}
	return s.page.Font
}

// headings writes the headings, over which groups stand, and numbers them.
func (s *leaf) headings() {
	cols := s.page.Table.Columns
	head := style{size: s.size(), bold: true, align: Center, border: true}
	var upper, lower []span
	grouped := false
	for i := 0; i < len(cols); {
		end := i + 1
		if cols[i].Group != "" {
			grouped = true
			for end < len(cols) && cols[end].Group == cols[i].Group {
				end++
			}
			upper = append(upper, span{s.first[i], s.first[end], cols[i].Group, head})
			for j := i; j < end; j++ {
				lower = append(lower, span{s.first[j], s.first[j+1], cols[j].Heading, head})
			}
		} else {
			upper = append(upper, span{s.first[i], s.first[i+1], cols[i].Heading, head})
			lower = append(lower, span{s.first[i], s.first[i+1], "", head})
		}
		i = end
	}
	s.heads[0] = s.row + 1
	from := s.down
	if !grouped {
		s.spans(0, upper...)
	} else {
		s.twoRows(cols, upper, lower)
	}
	number := style{size: s.size() - 1, italic: true, align: Center, border: true}
	var numbers []span
	for i := range cols {
		numbers = append(numbers, span{s.first[i], s.first[i+1], strconv.Itoa(i + 1), number})
	}
	s.spans(0, numbers...)
	s.heads[1] = s.row
	s.repeat = s.down - from
}

// twoRows writes headings of two rows; one that is in no group stands over
// both.
func (s *leaf) twoRows(cols []Column, upper, lower []span) {
	high, low := 0.0, 0.0
	for _, p := range lower {
		if p.text != "" {
			low = max(low, s.needs(p.text, p.style, s.edges[p.to]-s.edges[p.from]))
		}
	}
	alone := 0.0
	flat := make([]span, len(upper))
	for i, p := range upper {
		need := s.needs(p.text, p.style, s.edges[p.to]-s.edges[p.from])
		if cols[s.cols[p.from]].Group != "" {
			high = max(high, need)
		} else {
			alone = max(alone, need)
		}
		flat[i] = p
	}
	if short := alone - high - low; short > 0 {
		high, low = high+short/2, low+short/2
	}
	s.upright(high, upper, false, cols)
	s.upright(low, lower, true, cols)
}

// upright writes one of two rows of headings without merging those that stand
// over both, which is done with the second row.
func (s *leaf) upright(high float64, spans []span, second bool, cols []Column) {
	clear(s.values)
	for _, p := range spans {
		id, err := s.style(p.style)
		s.keep(err)
		for c := p.from; c < p.to; c++ {
			s.values[c] = excelize.Cell{StyleID: id}
		}
		if p.text != "" {
			s.values[p.from] = excelize.Cell{StyleID: id, Value: p.text}
		}
	}
	s.write(high)
	for _, p := range spans {
		inGroup := cols[s.cols[p.from]].Group != ""
		switch {
		case second && !inGroup:
			s.keep(s.stream.MergeCell(cellRef(p.from, s.row-1), cellRef(p.to-1, s.row)))
		case inGroup && p.to > p.from+1:
			s.keep(s.stream.MergeCell(cellRef(p.from, s.row), cellRef(p.to-1, s.row)))
		}
	}
}
