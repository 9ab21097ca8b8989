package printer

import "bytes"

// Strip is a document as dots.
type Strip struct {
	*Bitmap
	Cuts []int // the rows above which the paper is cut, ascending; the end of the strip is not among them
}

// Renderer draws laid-out lines for one profile. It remembers the letters it has drawn, so keep it for many documents;
// it is not safe for concurrent use.
type Renderer struct {
	profile Profile
	face    *typeface
}

// NewRenderer makes a renderer; it fails only if the embedded font is damaged.
func NewRenderer(p Profile) (*Renderer, error) {
	face, err := newTypeface(p.threshold())
	if err != nil {
		return nil, err
	}
	return &Renderer{profile: p, face: face}, nil
}

// Draw makes the dots of lines laid out for the profile's Columns. Text beyond the width of the paper is lost.
func (r *Renderer) Draw(lines []Line) Strip {
	s := Strip{Bitmap: NewBitmap(r.profile.WidthDots, rows(lines)*lineDots)}
	y := 0
	for _, line := range lines {
		r.line(s.Bitmap, y, line)
		y += line.Rows() * lineDots
		if line.Kind == Perforated {
			s.Cuts = append(s.Cuts, y)
		}
	}
	for y := range s.Height {
		defuse(s.Row(y))
	}
	return s
}

// line draws one line with its top at row y.
func (r *Renderer) line(b *Bitmap, y int, line Line) {
	left := max(0, b.Width-line.Cols*cellDots) / 2 // the rest of the width goes to both margins
	width := line.Cols * cellDots
	middle := y + lineDots/2
	switch line.Kind {
	case Thin:
		b.fill(left, middle-1, width, 2)
	case Thick:
		b.fill(left, middle-4, width, 2)
		b.fill(left, middle+2, width, 2)
	case Perforated, Torn:
		for x := left; x < left+width; x += 16 {
			b.fill(x, middle, 8, 1)
		}
	case Bars:
		r.bars(b, left, y, line)
		r.spans(b, left, y+(barsRows-1)*lineDots, line)
	case Words:
		r.spans(b, left, y, line)
	}
}

func (r *Renderer) spans(b *Bitmap, left, y int, line Line) {
	s := style{double: line.Double}
	step := cellDots * s.scale()
	base := y + baseline*s.scale()
	for _, span := range line.Spans {
		s.bold = span.Bold
		x := left + span.Col*cellDots - step
		for _, c := range span.Text {
			if !isMark(c) {
				x += step
			}
			g := r.face.glyph(c, s)
			b.stamp(x+g.x, base+g.y, g.rows)
		}
	}
}

func (r *Renderer) bars(b *Bitmap, left, y int, line Line) {
	m := modules(line.Code)
	dots := moduleDots(len(m), line.Cols)
	x, free := left, line.Cols*cellDots-len(m)*dots
	switch line.Align {
	case Left:
		x += quiet * dots
	case Center:
		x += free / 2
	case Right:
		x += free - quiet*dots
	}
	const above = 6 // dots of white to the line before
	for i, bar := range m {
		if bar {
			b.fill(x+i*dots, y+above, dots, (barsRows-1)*lineDots-above)
		}
	}
}

// defuse thickens a stroke by one dot where a row would, as bytes, be a real-time command. Printers obey those even
// inside a picture: DLE DC4 opens the cash drawer, DLE ENQ can empty the buffer, DLE EOT asks for an answer. It is
// done to the dots and not to the bytes, so that paper and picture stay equal; one begins in byte 0x10, which has a
// single black dot, and now has two.
func defuse(row []byte) {
	for i := 0; ; i++ {
		n := bytes.IndexByte(row[i:], dle)
		if n < 0 || i+n+1 >= len(row) {
			return
		}
		i += n
		if realTime(row[i+1]) {
			row[i] |= 0x20
		}
	}
}

const dle = 0x10

// realTime tells whether DLE and then b begin a command that is obeyed at once.
func realTime(b byte) bool { return b == 0x04 || b == 0x05 || b == 0x14 }
