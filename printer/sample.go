package printer

import "strings"

// Ruler is the dots of the print head, numbered, over the whole width: it shows whether a profile is as wide as its
// printer.
type Ruler struct{}

func (Ruler) lay(l *layouter) {
	l.put(Line{Kind: Ruled, Cols: l.cols, Spans: []Span{{Text: "|" + strings.Repeat("-", max(l.cols-2, 0)) + "|"}}})
}

// InMode is a block that is printed in a text mode of its own, whatever the profile's. Picture and text show it as any
// other.
type InMode struct {
	Mode  TextMode
	Block Block
}

func (b InMode) lay(l *layouter) {
	alone := &layouter{cols: l.cols}
	b.Block.lay(alone)
	alone.flush()
	for i := range alone.lines {
		alone.lines[i].Mode = b.Mode
	}
	l.put(alone.lines...)
}

// Sample is one line in the printer's own letters: Raw under the code page Page. Picture and text show Text, what a reader
// should see if the page is the right one. Bytes below 0x20, which could be a command, are printed as question marks; what
// is longer than a line is cut off.
type Sample struct {
	Text string
	Raw  []byte
	Page int // 0: the one that is in force
}

func (b Sample) lay(l *layouter) {
	text, _ := cutAt(oneLine(b.Text), l.cols)
	l.put(Line{Cols: l.cols, Spans: []Span{{Text: text}}, Raw: b.Raw[:min(len(b.Raw), l.cols)], Page: b.Page})
}
