package printer

import "strconv"

// Strip is a document as dots.
type Strip struct {
	*Bitmap
	Cuts []int // the rows above which the paper is cut, ascending; the end of the strip is not among them
}

// Renderer turns laid-out lines into dots and bytes for one profile. It remembers the letters it has drawn, so keep it for
// many documents; it and the jobs that it makes may be used by many goroutines.
type Renderer struct {
	profile Profile
	metrics metrics
	face    *typeface
}

// NewRenderer makes a renderer; it fails only if the embedded font is damaged. A text mode that is left to the program is
// that of a fast line: see [Profile.For].
func NewRenderer(p Profile) (*Renderer, error) {
	p = p.For(0)
	m := p.metrics()
	face, err := newTypeface(m, p.threshold())
	if err != nil {
		return nil, err
	}
	return &Renderer{profile: p, metrics: m, face: face}, nil
}

// Draw makes the picture of lines laid out for the profile's Columns, with the dots that its printer gets. Text beyond the
// width of the paper is lost. In a native text mode it is as the letters stand on paper, in our letters.
func (r *Renderer) Draw(lines []Line) Strip {
	s := Strip{Bitmap: NewBitmap(r.profile.Media.WidthDots, rows(lines)*r.metrics.line)}
	to := &painter{on: s.Bitmap}
	b := newBands(r.profile, to)
	y := 0
	for _, line := range lines {
		native := r.isNative(line)
		if native { // no band goes on across it
			b.flush()
		}
		r.push(b, line)
		y += line.Rows() * r.metrics.line
		if native || line.Kind == Perforated {
			b.flush()
		}
		if line.Kind == Perforated {
			s.Cuts = append(s.Cuts, y)
		}
	}
	b.flush()
	return s
}

// encode makes the bytes for the same lines, holding no more than one line and one band of them as dots.
func (r *Renderer) encode(lines []Line, yield func([]byte) bool) {
	e := &encoder{profile: r.profile, metrics: r.metrics, yield: yield}
	e.begin()
	b := newBands(r.profile, e)
	for _, line := range lines {
		if e.stopped {
			return
		}
		if r.isNative(line) {
			b.flush()
			e.text(line)
		} else {
			r.push(b, line)
		}
		if line.Kind == Perforated {
			b.flush()
			e.cut()
		}
	}
	b.flush()
	e.end(0)
}

// push draws one line and hands on its rows. No line reaches into another.
func (r *Renderer) push(b *bands, line Line) {
	height := line.Rows() * r.metrics.line
	if b.line == nil || b.line.Height < height {
		b.line = NewBitmap(r.profile.Media.WidthDots, height)
	}
	whole := b.line
	part := &Bitmap{Width: whole.Width, Height: height, Stride: whole.Stride, Bits: whole.Bits[:height*whole.Stride]}
	clear(part.Bits)
	r.line(part, line)
	for y := range height {
		b.push(part.Row(y))
	}
}

// line draws one line.
func (r *Renderer) line(b *Bitmap, line Line) {
	left := r.metrics.left(r.profile, line.Cols) // the rest of the width goes to both margins
	width := line.Cols * r.metrics.cell
	middle := r.metrics.line / 2
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
		r.bars(b, left, line)
		r.spans(b, left, (barsRows-1)*r.metrics.line, line)
	case Ruled:
		r.ruler(b)
	case Words:
		r.spans(b, left, 0, line)
	}
}

func (r *Renderer) spans(b *Bitmap, left, y int, line Line) {
	s := style{double: line.Double}
	step := r.metrics.cell * s.scale()
	base := y + r.metrics.base*s.scale()
	for _, span := range line.Spans {
		s.bold = span.Bold
		x := left + span.Col*r.metrics.cell - step
		for _, c := range span.Text {
			if !isMark(c) {
				x += step
			}
			g := r.face.glyph(c, s)
			b.stamp(x+g.x, base+g.y, g.rows)
		}
	}
}

func (r *Renderer) bars(b *Bitmap, left int, line Line) {
	m := modules(line.Code)
	width := line.Cols * r.metrics.cell
	dots := moduleWidth(len(m), width)
	x, free := left, width-len(m)*dots
	switch line.Align {
	case Left:
		x += quiet * dots
	case Center:
		x += free / 2
	case Right:
		x += free - quiet*dots
	}
	for i, bar := range m {
		if bar {
			b.fill(x+i*dots, barsAbove, dots, (barsRows-1)*r.metrics.line-barsAbove)
		}
	}
}

// ruler draws a stroke for every tenth dot of the head, longer ones for every fiftieth and hundredth, with numbers, and the
// first and the last dot over the whole height: whoever sees both has a profile that is as wide as the head.
func (r *Renderer) ruler(b *Bitmap) {
	height := r.metrics.line
	for x := 0; x < b.Width; x += 10 {
		long := height / 4
		switch {
		case x%100 == 0:
			long = height
		case x%50 == 0:
			long = height / 2
		}
		b.fill(x, 0, 1, long)
		if x%100 == 0 && x > 0 {
			n := strconv.Itoa(x)
			at := x - len(n)*r.metrics.cell/2
			if at+len(n)*r.metrics.cell > b.Width {
				at = x - len(n)*r.metrics.cell
			}
			r.spans(b, at, height, Line{Spans: []Span{{Text: n}}})
		}
	}
	b.fill(0, 0, 1, b.Height)
	b.fill(b.Width-1, 0, 1, b.Height)
}
