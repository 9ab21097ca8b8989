package pdf

import (
	"strings"

	"stampdesk/printer"
)

// The bars of a Code 128, in millimetres. A module of 0,4 is easy for a hand scanner, 0,25 is what an office printer
// and a worn scanner still manage.
const (
	barHeight            = 12.0
	wideModule, minModul = 0.4, 0.25
)

// code is a barcode that has been measured.
type code struct {
	modules []bool // nil: it is written as text
	module  float64
	label   []string
	f       face // of the label
}

// code measures a barcode for a place w wide.
func (s *sheet) code(content, label string, w float64) code {
	if s.oneLine(label) == "" {
		label = content
	}
	c := code{modules: printer.Modules(content), f: small}
	if n := len(c.modules); n > 0 {
		c.module = min(wideModule, w/float64(n+2*printer.Quiet))
	}
	if c.module < minModul {
		c.modules, c.f = nil, strong
	}
	c.label = s.wrap(c.f, s.oneLine(label), w)
	return c
}

func (c code) height() float64 {
	h := float64(len(c.label)) * c.f.line()
	if c.modules != nil {
		h += barHeight + 0.5
	}
	return h
}

// drawCode draws the bars, with the white around them, and the label in the middle below them.
func (s *sheet) drawCode(c code, a printer.Align, x, y, w float64) {
	if c.modules == nil {
		s.paragraph(c.f, c.label, a, x, y, w)
		return
	}
	wide := float64(len(c.modules)+2*printer.Quiet) * c.module
	switch a {
	case printer.Center:
		x += (w - wide) / 2
	case printer.Right:
		x += w - wide
	}
	s.f.SetFillColor(255, 255, 255) // a mark may stand across the page
	s.f.Rect(x, y, wide, barHeight, "F")
	s.f.SetFillColor(0, 0, 0)
	for i := 0; i < len(c.modules); {
		end := i + 1
		for end < len(c.modules) && c.modules[end] == c.modules[i] {
			end++
		}
		if c.modules[i] {
			s.f.Rect(x+float64(printer.Quiet+i)*c.module, y, float64(end-i)*c.module, barHeight, "F")
		}
		i = end
	}
	s.paragraph(c.f, c.label, printer.Center, x, y+barHeight+0.5, wide)
}

func (s *sheet) barcode(b printer.Barcode) {
	c := s.code(b.Code, b.Label, textWidth)
	if len(c.label) == 0 {
		return
	}
	s.add(piece{height: c.height(), draw: func(y float64) { s.drawCode(c, b.Align, left, y, textWidth) }})
}

// The room between labels, in millimetres. The line of light of a hand scanner is wider than a label, so bars of
// neighbours must not stand at one height: every second column is half a label lower.
const gapX, gapY = 8.0, 6.0

type label struct {
	f          face     // of the text
	text, more []string // more is what follows its first line feed
	note       []string
	code       code
}

// labels stand in three columns, in two where their barcodes would become too small, or in one.
func (s *sheet) labels(b printer.Labels) {
	if len(b.Items) == 0 {
		return
	}
	columns, w := 3, 0.0
	for ; ; columns-- {
		w = (textWidth - float64(columns-1)*gapX) / float64(columns)
		if columns == 1 || s.fitLabels(b.Items, w) {
			break
		}
	}
	f := strong
	if b.Large {
		f = heading
	}
	again := s.again(b.Of)
	items, tall, coded := make([]label, len(b.Items)), 0.0, 0.0
	for i, it := range b.Items {
		l := label{f: f, note: s.wrap(small, s.oneLine(it.Note), w)}
		text, more, _ := strings.Cut(it.Seq+" "+it.Text, "\n")
		l.text, l.more = s.wrap(f, text, w), s.wrap(plain, s.oneLine(more), w)
		l.code = s.code(it.Code, it.Name, w)
		tall = max(tall, float64(len(l.text))*f.line()+float64(len(l.more))*plain.line()+float64(len(l.note))*small.line()+1)
		coded = max(coded, l.code.height())
		items[i] = l
	}
	height, lower := tall+coded+gapY, 0.0
	if columns > 1 {
		height = max(height, 2*(barHeight+2))
		lower = height / 2
	}
	for i := 0; i < len(items); i += columns {
		row := items[i:min(i+columns, len(items))]
		p := piece{height: height, over: lower, draw: func(y float64) {
			for k, l := range row {
				s.drawLabel(l, left+float64(k)*(w+gapX), y+float64(k%2)*lower, w, tall)
			}
		}}
		if i > 0 {
			p.again = again
		}
		s.add(p)
	}
	if lower > 0 {
		s.space(lower)
		s.pieces[len(s.pieces)-1].stays = true
	}
}

// fitLabels tells whether all barcodes may be as wide as is good on places w wide.
func (s *sheet) fitLabels(items []printer.Label, w float64) bool {
	const good = 0.33
	for _, it := range items {
		if n := len(printer.Modules(it.Code)); n > 0 && float64(n+2*printer.Quiet)*good > w {
			return false
		}
	}
	return true
}

// drawLabel stands the words on the bars, which begin at one height in all labels, tall below y.
func (s *sheet) drawLabel(l label, x, y, w, tall float64) {
	bars := y + tall
	note := bars - 1 - float64(len(l.note))*small.line()
	s.paragraph(small, l.note, printer.Left, x, note, w)
	more := note - float64(len(l.more))*plain.line()
	s.paragraph(plain, l.more, printer.Left, x, more, w)
	s.paragraph(l.f, l.text, printer.Left, x, more-float64(len(l.text))*l.f.line(), w)
	s.drawCode(l.code, printer.Left, x, bars, w)
}
