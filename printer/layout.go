package printer

import "strings"

// Layout sets a document for lines of cols characters (less than 1 counts as 1). No line is wider than cols.
func Layout(doc Doc, cols int) []Line {
	l := &layouter{cols: max(cols, 1), pageRows: max(doc.PageRows, 0)}
	if doc.Mark != "" {
		l.mark = "*** " + doc.Mark + " ***"
	}
	l.addMark(true)
	for _, b := range doc.Head {
		b.lay(l)
	}
	if doc.Title != "" {
		Text{Text: doc.Title, Align: Center, Bold: true, Double: true}.lay(l)
	}
	for _, b := range doc.Blocks {
		b.lay(l)
	}
	l.addMark(true)
	return l.lines
}

const (
	// markEvery is the number of rows after which the mark is repeated: a strip of 24 rows is about 10 cm of paper,
	// too little to pass for a document by itself.
	markEvery = 24
	// together is the most lines that are kept on one page or unbroken by a mark.
	together = 12
)

// layouter collects lines and minds what stands between the blocks: marks, pages and cuts.
type layouter struct {
	cols     int
	pageRows int
	mark     string
	lines    []Line

	row     int    // on this page
	turned  bool   // the last line filled its page
	unseen  int    // rows since the last mark
	header  []Line // of the table being laid, for the next page
	pending bool   // a cut waits for something to come after it
	begun   bool   // something stands on this part of the paper
}

// put adds lines that belong together.
func (l *layouter) put(lines ...Line) {
	if len(lines) == 0 {
		return
	}
	l.cutPending()
	if len(lines) > together {
		for _, line := range lines {
			l.put(line)
		}
		return
	}
	if l.turned || l.pageRows > 0 && l.row > 0 && l.row+rows(lines) > l.pageRows {
		l.newPage()
		if rows(l.header)+l.row+rows(lines) <= l.pageRows {
			l.add(l.header...)
		}
	}
	if l.unseen >= markEvery {
		l.addMark(false)
	}
	l.add(lines...)
	l.begun = true
}

// add appends lines as they are.
func (l *layouter) add(lines ...Line) {
	l.lines = append(l.lines, lines...)
	n := rows(lines)
	l.unseen += n
	l.row += n
	if l.pageRows > 0 {
		l.turned = l.row > 0 && l.row%l.pageRows == 0
		l.row %= l.pageRows
	}
}

// newPage fills the page with empty lines.
func (l *layouter) newPage() {
	for l.row > 0 {
		l.add(Line{Cols: l.cols})
	}
	l.turned = false
	l.addMark(true)
}

// addMark prints the mark: large at the ends of the paper, plain in between.
func (l *layouter) addMark(large bool) {
	if l.mark == "" {
		return
	}
	l.add(l.text(Text{Text: l.mark, Align: Center, Bold: true, Double: large})...)
	l.unseen = 0
}

// cutPending makes the cut that was asked for, now that something follows it.
func (l *layouter) cutPending() {
	if !l.pending {
		return
	}
	l.pending = false
	l.begun = false
	l.addMark(true)
	if l.pageRows > 0 {
		l.newPage()
		return
	}
	dashes := strings.TrimSpace(strings.Repeat("- ", l.cols/2+1))
	dashes, _ = cutAt(dashes, l.cols)
	l.add(Line{Kind: Perforated, Cols: l.cols, Spans: []Span{{Text: strings.TrimSpace(dashes)}}})
	l.addMark(true)
}

func rows(lines []Line) int {
	n := 0
	for _, line := range lines {
		n += line.Rows()
	}
	return n
}

// place makes a span of clean text in a column that begins at col and is w wide.
func place(text string, a Align, col, w int, bold bool) Span {
	free := w - width(text)
	switch a {
	case Center:
		col += free / 2
	case Right:
		col += free
	}
	return Span{Col: col, Text: text, Bold: bold}
}

// text sets a paragraph.
func (l *layouter) text(t Text) []Line {
	double := t.Double && l.cols >= 2
	w := l.cols
	if double {
		w /= 2
	}
	var out []Line
	for _, s := range wrap(t.Text, w) {
		line := Line{Cols: l.cols, Double: double, Align: t.Align}
		if s != "" {
			span := place(s, t.Align, 0, w, t.Bold)
			if double {
				span.Col = place(s+s, t.Align, 0, l.cols, t.Bold).Col
			}
			line.Spans = []Span{span}
		}
		out = append(out, line)
	}
	return out
}
