package printer

import (
	"slices"
	"strings"
)

// The least a column without a width of its own is worth having: six columns hold most Vietnamese words, fourteen most
// names. One that may stand below is not squeezed into less than a name.
const (
	minShare      = 6
	minShareBelow = 14
)

func (t Table) lay(l *layouter) {
	if len(t.Columns) == 0 {
		return
	}
	g := t.grid(l.cols, l.apart)
	if g.widths == nil {
		t.layStacked(l)
		return
	}
	header := l.tableHeader(g)
	if t.Continues {
		l.header = header
	} else {
		l.kept = append(l.kept, header...)
	}
	again := append(l.goesOn(t.Of), header...)
	for _, row := range t.Rows {
		l.put(l.tableRow(g, row, false)...)
		l.header = again
	}
	if t.Foot != nil {
		l.put(append([]Line{l.rule(false)}, l.tableRow(g, t.Foot, true)...)...)
	}
	if !l.keeping {
		l.flush()
	}
	l.header = nil
}

// grid is a table as it stands on paper of one width.
type grid struct {
	Table
	beside []int // the columns that stand beside each other
	widths []int // theirs; nil where the table does not fit
	below  []int // the columns that stand under the row
}

// grid moves columns below the row, from the last, until the others fit; all that may stand there, if they are to be
// apart. What the cells hold does not matter: the rows of a table look alike, and those of one that goes on.
func (t Table) grid(cols int, apart bool) grid {
	g := grid{Table: t}
	for i, c := range t.Columns {
		if apart && c.Below && i > 0 {
			g.below = append(g.below, i)
		} else {
			g.beside = append(g.beside, i)
		}
	}
	for {
		if g.widths = t.share(g.beside, cols); g.widths != nil {
			return g
		}
		i := len(g.beside) - 1
		for i > 0 && !t.Columns[g.beside[i]].Below {
			i--
		}
		if i <= 0 {
			return grid{Table: t}
		}
		g.below = slices.Insert(g.below, 0, g.beside[i])
		g.beside = slices.Delete(g.beside, i, i+1)
	}
}

// share gives the columns their widths, one character between them; nil means that they do not fit.
func (t Table) share(columns []int, cols int) []int {
	free, shares, least := cols-(len(columns)-1), 0, minShare
	for _, i := range columns {
		c := t.Columns[i]
		if c.Width <= 0 {
			shares++
			if c.Below {
				least = minShareBelow
			}
		}
		free -= max(c.Width, 0)
	}
	if free < shares*least {
		return nil
	}
	w := make([]int, len(columns))
	for k, i := range columns {
		w[k] = t.Columns[i].Width
		if w[k] <= 0 {
			w[k] = free / shares
			free -= w[k]
			shares--
		}
	}
	return w
}

func (l *layouter) tableHeader(g grid) []Line {
	titles := make([]string, len(g.Columns))
	for i, c := range g.Columns {
		titles[i] = c.Title
	}
	lines := l.tableRow(g, titles, true)
	if len(lines) == 1 && len(lines[0].Spans) == 0 {
		return nil
	}
	return append(lines, l.rule(false))
}

// tableRow is at least one line high, so that an empty row is seen to be there.
func (l *layouter) tableRow(g grid, cells []string, bold bool) []Line {
	cells = g.fit(cells)
	boxes := make([]cellBox, len(g.widths))
	col := 0
	for k, i := range g.beside {
		w := g.widths[k]
		boxes[k] = cellBox{col: col, w: w, align: g.Columns[i].Align, lines: wrap(cells[i], w)}
		if bold {
			boxes[k].bold = -1
		}
		col += w + 1
	}
	lines := l.beside(boxes)
	for _, i := range g.below {
		box := cellBox{col: g.widths[0] + 1}
		box.w = l.cols - box.col
		if l.apart || box.w < minShare { // white to the left of a picture weighs as much as ink
			box.col, box.w = 0, l.cols
		}
		box.lines = wrap(cells[i], box.w)
		if bold {
			box.bold = -1
		}
		lines = append(lines, l.beside([]cellBox{box})...)
	}
	if len(lines) == 0 {
		return []Line{{Cols: l.cols}}
	}
	return lines
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
		l.header = l.goesOn(t.Of)
	}
	l.header = nil
}
