package pdf

import (
	"cmp"
	"slices"

	"stampdesk/printer"
)

// The room between what stands in a cell and its rules, in millimetres.
const padX, padY = 1.4, 0.7

// ruled is what a table leaves for the next one: a part of a list that has no titles of its own stands in the columns
// of the part before it, and under its titles where a page begins.
type ruled struct {
	columns []printer.Column // without their titles
	widths  []float64
	head    *piece
}

// table is ruled, under a heading that is repeated on each page. No page parts a row, unless it is higher than one.
func (s *sheet) table(t printer.Table) {
	if len(t.Columns) == 0 {
		return
	}
	titles, columns := make([]string, len(t.Columns)), slices.Clone(t.Columns)
	titled := false
	for i := range columns {
		if !t.Continues {
			titles[i] = columns[i].Title
		}
		titled = titled || s.oneLine(titles[i]) != ""
		columns[i].Title = ""
	}
	if titled || !slices.Equal(columns, s.ruled.columns) {
		s.ruled = ruled{columns: columns, widths: s.share(t, titles)}
		if titled {
			parts := s.row(t, s.ruled.widths, titles, cellHd, true)
			if len(parts) == 1 && parts[0].height < textHeight/4 {
				s.ruled.head = &parts[0]
			} else { // too much to repeat
				s.pieces = append(s.pieces, parts...)
				titled = false
			}
		}
	}
	head := s.ruled.head
	if titled && len(t.Rows) == 0 {
		s.add(*head)
	}
	again := s.again(t.Of)
	for i, cells := range t.Rows {
		for k, part := range s.row(t, s.ruled.widths, t.Cells(cells), cell, false) {
			part.head = head
			if i > 0 || k > 0 {
				part.again = again
			}
			s.add(part)
		}
	}
	if t.Foot != nil {
		if n := len(s.pieces); n > 0 && len(t.Rows) > 0 {
			s.pieces[n-1].next = true // totals do not stand alone
		}
		for _, part := range s.row(t, s.ruled.widths, t.Cells(t.Foot), cellHd, false) {
			part.head = head
			s.add(part)
		}
	}
}

// again tells of what the rows are with which a page begins; nil where nobody said.
func (s *sheet) again(of string) *piece {
	lines := s.wrap(strong, s.oneLine(of), textWidth)
	if len(lines) == 0 {
		return nil
	}
	return &piece{height: float64(len(lines))*strong.line() + 1, draw: func(y float64) {
		s.paragraph(strong, lines, printer.Left, left, y, textWidth)
	}}
}

// row is one piece, or more where it is higher than a page.
func (s *sheet) row(t printer.Table, widths []float64, cells []string, f face, title bool) []piece {
	lines, most := make([][]string, len(cells)), 1
	for i, text := range cells {
		lines[i] = s.wrap(f, text, widths[i]-2*padX)
		most = max(most, len(lines[i]))
	}
	// A page and its heading hold as much at least, if the heading is no more than a quarter of it.
	page := int((0.75*textHeight - 2*padY) / f.line())
	var out []piece
	for from := 0; from < most; from += page {
		part := make([][]string, len(lines))
		rows := 1
		for i := range lines {
			part[i] = lines[i][min(from, len(lines[i])):min(from+page, len(lines[i]))]
			rows = max(rows, len(part[i]))
		}
		height := float64(rows)*f.line() + 2*padY
		out = append(out, piece{height: height, draw: func(y float64) {
			s.f.SetLineWidth(0.2)
			x := left
			for i, text := range part {
				w, a, down := widths[i], t.Columns[i].Align, 0.0
				if title {
					a, down = printer.Center, float64(rows-len(text))*f.line()/2
				}
				s.f.Rect(x, y, w, height, "D")
				s.paragraph(f, text, a, x+padX, y+padY+down, w-2*padX)
				x += w
			}
		}})
	}
	return out
}

// share gives the columns their widths, over the whole width of the text. A column that asks for a width has what its
// cells need; the others share what is left, as far as no word is broken.
func (s *sheet) share(t printer.Table, titles []string) []float64 {
	n := len(t.Columns)
	natural, least := make([]float64, n), make([]float64, n)
	measure := func(f face, cells []string) {
		for i, text := range cells {
			for _, line := range s.wrap(f, text, textWidth) {
				natural[i] = max(natural[i], s.width(f, line)+2*padX+0.1)
			}
			least[i] = max(least[i], s.longest(f, text)+2*padX+0.1)
		}
	}
	measure(cellHd, titles)
	for _, row := range t.Rows {
		measure(cell, t.Cells(row))
	}
	if t.Foot != nil {
		measure(cellHd, t.Cells(t.Foot))
	}
	digit := s.width(cell, "0")
	free, open := textWidth, []int(nil)
	for i, c := range t.Columns {
		if c.Width > 0 {
			natural[i] = max(natural[i], float64(c.Width)*digit+2*padX)
			free -= natural[i]
		} else {
			open = append(open, i)
		}
	}
	if widths := even(natural, least, open, free); widths != nil {
		return widths
	}
	return spread(natural, least)
}

// even gives the open columns equal parts of what is free; where that is too little for one, those that need less give
// up what they do not need. It gives nil where a word would be broken.
func even(natural, least []float64, open []int, free float64) []float64 {
	if len(open) == 0 {
		return nil
	}
	widths, each := slices.Clone(natural), free/float64(len(open))
	short := slices.ContainsFunc(open, func(i int) bool { return natural[i] > each })
	slices.SortStableFunc(open, func(a, b int) int { return cmp.Compare(natural[a], natural[b]) })
	for k, i := range open {
		each = free / float64(len(open)-k)
		if short && k < len(open)-1 {
			each = min(each, natural[i])
		}
		if each < least[i] {
			return nil
		}
		widths[i] = each
		free -= each
	}
	return widths
}

// spread fits columns into the text: each has its longest word and a share of the rest by what it would like to have
// beyond that. Where not even the words fit, all give the same part.
func spread(natural, least []float64) []float64 {
	need, want := 0.0, 0.0
	for i := range natural {
		natural[i] = max(natural[i], least[i], 2*padX+1)
		least[i] = max(least[i], 2*padX+1)
		need += least[i]
		want += natural[i] - least[i]
	}
	out := make([]float64, len(natural))
	for i := range out {
		switch {
		case need > textWidth:
			out[i] = least[i] * textWidth / need
		case want > 0:
			out[i] = least[i] + (textWidth-need)*(natural[i]-least[i])/want
		default:
			out[i] = least[i] * textWidth / need
		}
	}
	return out
}
