package printer

import "strings"

// minShare is the least a column without a width of its own is worth having: six columns hold most Vietnamese words.
const minShare = 6

func (t Table) lay(l *layouter) {
	if len(t.Columns) == 0 {
		return
	}
	widths := t.widths(l.cols)
	if widths == nil {
		t.layStacked(l)
		return
	}
	header := l.tableHeader(t, widths)
	l.put(header...)
	l.header = header
	for _, row := range t.Rows {
		l.put(l.tableRow(t, widths, row, false)...)
	}
	if t.Foot != nil {
		l.put(append([]Line{l.rule(false)}, l.tableRow(t, widths, t.Foot, true)...)...)
	}
	l.header = nil
}

// widths shares out cols, one character between columns; nil means that they do not fit.
func (t Table) widths(cols int) []int {
	free, shares := cols-(len(t.Columns)-1), 0
	for _, c := range t.Columns {
		if c.Width <= 0 {
			shares++
		}
		free -= max(c.Width, 0)
	}
	if free < shares*minShare {
		return nil
	}
	w := make([]int, len(t.Columns))
	for i, c := range t.Columns {
		w[i] = c.Width
		if c.Width <= 0 {
			w[i] = free / shares
			free -= w[i]
			shares--
		}
	}
	return w
}

func (l *layouter) tableHeader(t Table, widths []int) []Line {
	titles := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		titles[i] = c.Title
	}
	lines := l.tableRow(t, widths, titles, true)
	if len(lines) == 1 && len(lines[0].Spans) == 0 {
		return nil
	}
	return append(lines, l.rule(false))
}

// tableRow is at least one line high, so that an empty row is seen to be there.
func (l *layouter) tableRow(t Table, widths []int, cells []string, bold bool) []Line {
	cells = t.fit(cells)
	boxes := make([]cellBox, len(widths))
	col := 0
	for i, w := range widths {
		boxes[i] = cellBox{col: col, w: w, align: t.Columns[i].Align, lines: wrap(cells[i], w)}
		if bold {
			boxes[i].bold = -1
		}
		col += w + 1
	}
	if lines := l.beside(boxes); len(lines) > 0 {
		return lines
	}
	return []Line{{Cols: l.cols}}
}

// fit gives a row exactly one cell per column and loses nothing.
func (t Table) fit(cells []string) []string {
	n := len(t.Columns)
	out := make([]string, n)
	copy(out, cells)
	if len(cells) > n {
		out[n-1] = strings.Join(cells[n-1:], " ")
	}
	return out
}

// layStacked prints each row as lines of its own, a rule after each.
func (t Table) layStacked(l *layouter) {
	rows := t.Rows
	if t.Foot != nil {
		rows = append(rows[:len(rows):len(rows)], t.Foot)
	}
	for i, row := range rows {
		bold := t.Foot != nil && i == len(rows)-1
		var lines []Line
		for j, cell := range t.fit(row) {
			switch {
			case oneLine(cell) == "":
			case t.Columns[j].Title == "":
				lines = append(lines, l.text(Text{Text: cell, Bold: bold})...)
			default:
				lines = append(lines, l.pair(Pair{Key: t.Columns[j].Title + ":", Value: cell, Bold: bold})...)
			}
		}
		l.put(append(lines, l.rule(false))...)
	}
}
