package printer

// Line is one line of a document that has been laid out.
type Line struct {
	Kind   Kind
	Cols   int    // the width the document was laid out for, in characters
	Spans  []Span // from left to right, not overlapping
	Double bool   // the letters are two columns wide and two lines high
	Code   string // what a Bars line encodes
	Align  Align  // where the spans of a Double line, or the bars, stand

	// Of a test page; see InMode and Sample.
	Mode TextMode // in which this line is printed; empty: the profile's
	Raw  []byte   // printed instead of the spans, in the printer's own letters
	Page int      // the code page of Raw; 0: the one that is in force
}

// Span is text without a break. Its text is NFC and begins with a letter, never with a combining mark.
type Span struct {
	Col  int // of its first letter, from 0
	Text string
	Bold bool
}

// Kind tells how a [Line] is drawn.
type Kind uint8

// The kinds of line.
const (
	Words      Kind = iota // the spans
	Thin                   // a rule; its span holds the characters for plain text
	Thick                  // a double rule, likewise
	Bars                   // a barcode, with the spans below it
	Perforated             // a dashed line at which the paper is cut
	Ruled                  // the dots of the head, numbered; its span is what plain text shows
	Torn                   // a dashed line between two pages of one strip, at which it may be torn; nothing cuts here
)

// barsRows is the height of a Bars line: three rows of bars (about 11 mm, enough for a hand scanner) and one of text.
const barsRows = 4

// Rows is the height of the line in single text lines.
func (l Line) Rows() int {
	switch {
	case l.Kind == Bars:
		return barsRows
	case l.Double, l.Kind == Ruled:
		return 2
	}
	return 1
}

// Width is the number of columns the line reaches to, at most Cols.
func (l Line) Width() int {
	w := 0
	for _, s := range l.Spans {
		scale := 1
		if l.Double {
			scale = 2
		}
		w = max(w, s.Col+scale*width(s.Text))
	}
	return w
}

// parts reports whether the line is there only to part what is above it from what is below.
func (l Line) parts() bool {
	return l.Kind == Thin || l.Kind == Thick || l.Kind == Words && len(l.Spans) == 0
}
