package printer

// Layout sets a document for lines of cols characters (less than 1 counts as 1). No line is wider than cols.
func Layout(doc Doc, cols int) []Line { return layOut(doc, cols, false) }

// Layout sets a document as the renderer's jobs print it: for the profile's Columns. In hybrid text every column that may
// stand Below a row does so, however wide the paper is, and from the left edge: a name beside a number would make a
// picture of both, and of the white before it.
func (r *Renderer) Layout(doc Doc) []Line {
	return layOut(doc, r.profile.Columns(), r.profile.TextMode == TextHybrid)
}

func layOut(doc Doc, cols int, apart bool) []Line {
	lines := layPages(doc, &layouter{cols: max(cols, 1), apart: apart})
	if doc.PageRows <= 0 || rows(lines) <= doc.PageRows { // on one page nothing is repeated and nothing numbered
		return lines
	}
	return layPages(doc, &layouter{cols: max(cols, 1), apart: apart, pageRows: doc.PageRows})
}

func layPages(doc Doc, l *layouter) []Line {
	if doc.Mark != "" {
		l.mark = "*** " + doc.Mark + " ***"
		if l.cols >= 26 { // the stars stay with its words, where a line has room for both
			l.mark = "***" + string(noBreak) + doc.Mark + string(noBreak) + "***"
		}
	}
	if l.pageRows > 0 {
		l.number, l.ending = doc.PageNumber, rows(l.marks(true))
		l.running = l.runningHead(doc.Running)
	}
	l.addMark(true)
	l.top = l.row
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
	l.addFoot()
	l.numberPages()
	return l.lines
}

const (
	// markEvery is the number of rows after which the mark is repeated: a strip of 24 rows is about 10 cm of paper,
	// too little to pass for a document by itself.
	markEvery = 24
	// together is the most lines that are kept on one page or unbroken by a mark. Signatures may take more: nothing is
	// printed where the pen is to go, and what is printed below them stays on their page.
	together = 12
)

// layouter collects lines and minds what stands between the blocks: marks, pages and cuts.
type layouter struct {
	cols    int
	apart   bool // columns that may stand below a row do so
	mark    string
	lines   []Line
	unseen  int    // rows since the last mark
	header  []Line // of the table being laid, for the next page
	last    int    // where what was put last begins
	signing bool   // there are signatures in what is put next
	keeping bool   // what is put waits for what follows it
	kept    []Line
	pending bool // a cut waits for something to come after it
	begun   bool // something stands on this part of the paper

	pageRows int    // 0: the paper has no pages
	running  []Line // at the top of every page but the first
	number   string // at the foot of every page
	row      int    // on this page
	top      int    // the row where its own lines begin
	ending   int    // rows of the mark at the end
	feet     []int  // the lines that number the pages
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
	limit := together
	switch {
	case l.signing && l.pageRows > 0:
		limit = max(limit, l.room())
	case l.signing:
		limit = pageRows / 2
	}
	if len(lines) > limit || len(kept) > limit {
		for _, line := range append(kept, lines...) {
			l.put(line)
		}
		return
	}
	switch all := len(kept) + len(lines); {
	case len(kept) == 0:
	case l.pageRows == 0 && all > limit, l.pageRows > 0 && rows(kept)+rows(lines) > l.room(): // too much to keep
		l.put(kept...)
	default:
		lines = append(kept, lines...)
	}
	var mark []Line
	if n := rows(lines); l.unseen >= markEvery || n > together/2 && l.unseen > 0 && l.unseen+n > markEvery {
		mark = l.marks(false)
	}
	if l.pageRows > 0 && l.row > l.top && l.row+rows(mark)+rows(lines) > l.room() {
		lines = append(l.recall(lines), lines...)
		l.newPage(Torn)
		for len(lines) > 1 && lines[0].parts() { // the top of a page parts enough
			lines = lines[1:]
		}
		if mark = nil; l.row+rows(l.header)+rows(lines) <= l.room() {
			l.add(l.header...)
		}
	}
	if mark != nil {
		l.add(mark...)
		l.unseen = 0
	}
	l.last, l.signing = len(l.lines), false
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
	l.lines = append(l.lines, lines...)
	l.unseen += rows(lines)
	l.row += rows(lines)
}

// marks are the lines of the mark: large at the ends of the paper, plain in between.
func (l *layouter) marks(large bool) []Line {
	if l.mark == "" {
		return nil
	}
	return l.text(Text{Text: l.mark, Align: Center, Bold: true, Double: large})
}

func (l *layouter) addMark(large bool) {
	if lines := l.marks(large); lines != nil {
		l.add(lines...)
		l.unseen = 0
	}
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
		l.newPage(Perforated)
		return
	}
	l.add(l.dashes(Perforated))
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
