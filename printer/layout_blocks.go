package printer

import "strings"

func (t Text) lay(l *layouter) { l.put(l.text(t)...) }

func (s Space) lay(l *layouter) {
	for range max(s.Lines, 1) {
		l.put(Line{Cols: l.cols})
	}
}

func (Cut) lay(l *layouter) {
	l.flush()
	l.pending = l.begun
}

func (k Keep) lay(l *layouter) {
	outer := l.keeping
	l.keeping = true
	k.Block.lay(l)
	l.keeping = outer
}

func (r Rule) lay(l *layouter) { l.put(l.rule(r.Double)) }

func (l *layouter) rule(double bool) Line {
	kind, sign := Thin, "─"
	if double {
		kind, sign = Thick, "═"
	}
	return Line{Kind: kind, Cols: l.cols, Spans: []Span{{Text: strings.Repeat(sign, l.cols)}}}
}

func (p Pair) lay(l *layouter) { l.put(l.pair(p)...) }

// pair sets the key at the left; the value joins the key's last line where it fits.
func (l *layouter) pair(p Pair) []Line {
	out := l.text(Text{Text: p.Key, Bold: p.Bold})
	values := l.text(Text{Text: p.Value, Align: Right, Bold: p.Bold})
	if len(out) > 0 && len(values) == 1 {
		last := &out[len(out)-1]
		if span := values[0].Spans[0]; last.Width() < span.Col {
			last.Spans = append(last.Spans, span)
			return out
		}
	}
	return append(out, values...)
}

func (b Barcode) lay(l *layouter) {
	code, label := b.Code, oneLine(b.Label)
	if label == "" {
		label = oneLine(code)
	}
	if label == "" {
		return
	}
	below := l.text(Text{Text: label, Align: b.Align})
	m := modules(code)
	if m == nil || moduleDots(len(m), l.cols) == 0 {
		l.put(l.text(Text{Text: label, Align: b.Align, Bold: true})...)
		return
	}
	bars := Line{Kind: Bars, Cols: l.cols, Code: code, Align: b.Align, Spans: below[0].Spans}
	l.put(append([]Line{bars}, below[1:]...)...)
}

func (b Labels) lay(l *layouter) {
	for _, it := range b.Items {
		l.put(l.label(it, b.Large)...)
		l.header = l.goesOn(b.Of)
	}
	l.header = nil
}

// label is a piece of which nothing is parted from the rest. The line of text below the bars is there also where it is
// empty: with the text above the next bars it keeps them 8 mm away.
func (l *layouter) label(it Label, large bool) []Line {
	out := l.text(Text{Text: it.Text, Bold: true, Double: large})
	if it.Seq != "" {
		out = l.numbered(it)
	}
	out = append(out, l.text(Text{Text: it.Note})...)
	bars, below := Line{Kind: Bars, Cols: l.cols, Code: it.Code}, l.text(Text{Text: it.Name})
	if m := modules(it.Code); m == nil || moduleDots(len(m), l.cols) == 0 {
		return append(out, append(l.text(Text{Text: it.Code, Bold: true}), Line{Cols: l.cols})...)
	}
	if len(below) > 0 {
		bars.Spans, below = below[0].Spans, append(below[1:], Line{Cols: l.cols}) // or it would stand on the next text
	}
	return append(append(out, bars), below...)
}

// numbered sets the number of a label before its text, which breaks to the right of it.
func (l *layouter) numbered(it Label) []Line {
	seq := oneLine(it.Seq)
	col := width(seq) + 1
	if l.cols-col < minShare {
		return l.text(Text{Text: seq + " " + it.Text, Bold: true})
	}
	return l.beside([]cellBox{
		{w: col - 1, lines: []string{seq}, bold: -1},
		{col: col, w: l.cols - col, lines: wrap(it.Text, l.cols-col), bold: -1},
	})
}

const signHint = "(ký, ghi rõ họ tên)"

func (s Signatures) lay(l *layouter) {
	half := (l.cols - 1) / 2
	l.signing = true
	const narrow = 8 // a hint breaks by words down to this
	for i := 0; i < len(s.Signers); {
		n := 2
		if half < narrow || i+1 == len(s.Signers) {
			n = 1
		}
		var columns []cellBox
		for j, signer := range s.Signers[i : i+n] {
			box := cellBox{col: 0, w: half, align: Center}
			switch {
			case half < narrow:
				box.w = l.cols
			case n == 1 || j == 1:
				box.col = l.cols - half
			}
			columns = append(columns, box.with(signer, max(s.Lines, 0)))
		}
		// The offices may take a different number of lines; the places to sign begin at one height all the same.
		top := 0
		for _, c := range columns {
			top = max(top, c.titled)
		}
		for k := range columns {
			columns[k].push(top)
		}
		l.put(l.beside(columns)...)
		i += n
	}
}

// cellBox is wrapped text in its column.
type cellBox struct {
	col, w int
	align  Align
	lines  []string
	bold   int // this many lines from the top are bold; all if negative
	titled int // lines a signer's office takes
}

func (c cellBox) with(s Signer, room int) cellBox {
	if room == 0 {
		room = 4
	}
	if s.Hint == "" {
		s.Hint = signHint
	}
	title := wrap(s.Title, c.w)
	c.bold, c.titled = len(title), len(title)
	c.lines = append(title, wrap(s.Hint, c.w)...)
	for range room {
		c.lines = append(c.lines, "")
	}
	c.lines = append(c.lines, wrap(s.Name, c.w)...)
	return c
}

// push moves what stands below the office down to row top.
func (c *cellBox) push(top int) {
	gap := make([]string, top-c.titled)
	c.lines = append(c.lines[:c.titled:c.titled], append(gap, c.lines[c.titled:]...)...)
}

// beside sets boxes next to each other.
func (l *layouter) beside(boxes []cellBox) []Line {
	height := 0
	for _, b := range boxes {
		height = max(height, len(b.lines))
	}
	out := make([]Line, height)
	for i := range out {
		out[i].Cols = l.cols
		for _, b := range boxes {
			if i < len(b.lines) && b.lines[i] != "" {
				out[i].Spans = append(out[i].Spans, place(b.lines[i], b.align, b.col, b.w, b.bold < 0 || i < b.bold))
			}
		}
	}
	return out
}
