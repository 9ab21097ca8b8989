package printer

import (
	"fmt"
	"strings"
)

// Layout sets a document for lines of cols characters (less than 1 counts as 1). No line is wider than cols.
func Layout(doc Doc, cols int) []Line {
	l := &layouter{cols: max(cols, 1), pageRows: max(doc.PageRows, 0), numbered: doc.PageNumber != "" && doc.PageRows > 0}
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
	l.flush()
	l.addMark(true)
	l.numberPages(doc.PageNumber)
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
	numbered bool
	lines    []Line
	feet     []int // the lines that number the pages

	row     int    // on this page
	turned  bool   // the last line filled its page
	unseen  int    // rows since the last mark
	header  []Line // of the table being laid, for the next page
	keeping bool   // what is put waits for what follows it
	kept    []Line
	pending bool // a cut waits for something to come after it
	begun   bool // something stands on this part of the paper
}

// put adds lines that belong together.
func (l *layouter) put(lines ...Line) {
	if len(lines) == 0 {
		return
	}
	if l.keeping {
		l.kept = append(l.kept, lines...)
		return
	}
	kept := l.kept
	l.kept = nil
	l.cutPending()
	if len(lines) > together || len(kept) > together {
		for _, line := range append(kept, lines...) {
			l.put(line)
		}
		return
	}
	switch all := len(kept) + len(lines); {
	case len(kept) == 0:
	case l.pageRows == 0 && all > together, l.pageRows > 0 && rows(kept)+rows(lines) > l.pageRows: // too much to keep
		l.put(kept...)
	default:
		lines = append(kept, lines...)
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

// flush puts what has waited for something that did not come.
func (l *layouter) flush() {
	if lines := l.kept; lines != nil {
		l.kept = nil
		l.put(lines...)
	}
}

// add appends lines as they are.
func (l *layouter) add(lines ...Line) {
	for _, line := range lines {
		l.lines = append(l.lines, line)
		n := line.Rows()
		l.unseen += n
		l.row += n
		l.turned = false
		if l.pageRows == 0 || l.row < l.pageRows {
			continue
		}
		l.row %= l.pageRows
		l.turned = l.row == 0
		l.addFoot()
	}
}

// addFoot keeps a line for the number of the page, and one between it and the next page.
func (l *layouter) addFoot() {
	if l.numbered {
		l.feet = append(l.feet, len(l.lines))
		l.lines = append(l.lines, Line{Cols: l.cols}, Line{Cols: l.cols})
	}
}

// numberPages writes the numbers of the pages, now that all pages are there.
func (l *layouter) numberPages(format string) {
	if l.row > 0 && len(l.feet) > 0 { // the last page is cut where it ends
		l.addFoot()
	}
	if len(l.feet) > 0 { // and nothing follows it
		l.lines = l.lines[:len(l.lines)-1]
	}
	if len(l.feet) < 2 {
		return
	}
	for i, at := range l.feet {
		for _, format := range [...]string{format, "%d/%d"} {
			if n := oneLine(fmt.Sprintf(format, i+1, len(l.feet))); n != "" && width(n) <= l.cols {
				l.lines[at].Spans = []Span{place(n, Center, 0, l.cols, false)}
				break
			}
		}
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
