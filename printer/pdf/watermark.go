package pdf

import (
	"fmt"

	"github.com/go-fonts/liberation/liberationserifbold"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// watermark is the mark across the paper, light enough to read through: whoever tears off the edges has it still. It is
// drawn as outlines, for as text it would come between the lines whenever someone searches or copies the page.
type watermark struct {
	glyphs []placedGlyph
	width  fixed.Int26_6
	scale  float64 // millimetres for a unit of the font
}

type placedGlyph struct {
	x        fixed.Int26_6
	segments sfnt.Segments
}

func newWatermark(mark string) (watermark, error) {
	var m watermark
	if mark == "" {
		return m, nil
	}
	f, err := sfnt.Parse(liberationserifbold.TTF)
	if err != nil {
		return m, fmt.Errorf("read the embedded font: %w", err)
	}
	var buf sfnt.Buffer
	unit := fixed.I(int(f.UnitsPerEm()))
	for _, r := range mark {
		i, err := f.GlyphIndex(&buf, r) // 0 is a box
		if err != nil {
			return m, err
		}
		segments, err := f.LoadGlyph(&buf, i, unit, nil)
		if err != nil {
			return m, err
		}
		m.glyphs = append(m.glyphs, placedGlyph{m.width, append(sfnt.Segments(nil), segments...)})
		w, err := f.GlyphAdvance(&buf, i, unit, font.HintingNone)
		if err != nil {
			return m, err
		}
		m.width += w
	}
	const longest, highest = 230.0, 36.0
	m.scale = highest * 64 / float64(unit)
	if m.width > 0 {
		m.scale = min(m.scale, longest*64/float64(m.width))
	}
	return m, nil
}

func (s *sheet) watermark(m watermark) {
	if len(m.glyphs) == 0 {
		return
	}
	const angle = 55.0
	const x, y = paperWidth / 2, paperHeight / 2
	length := func(n fixed.Int26_6) float64 { return float64(n) / 64 * m.scale }
	start, base := x-length(m.width)/2, y+4
	s.f.TransformBegin()
	s.f.TransformRotate(angle, x, y)
	s.f.SetFillColor(228, 228, 228)
	for _, g := range m.glyphs {
		at := func(p fixed.Point26_6) (float64, float64) { return start + length(g.x+p.X), base + length(p.Y) }
		for i, seg := range g.segments {
			px, py := at(seg.Args[0])
			switch seg.Op {
			case sfnt.SegmentOpMoveTo:
				if i > 0 {
					s.f.ClosePath()
				}
				s.f.MoveTo(px, py)
			case sfnt.SegmentOpLineTo:
				s.f.LineTo(px, py)
			case sfnt.SegmentOpQuadTo:
				qx, qy := at(seg.Args[1])
				s.f.CurveTo(px, py, qx, qy)
			case sfnt.SegmentOpCubeTo:
				qx, qy := at(seg.Args[1])
				ex, ey := at(seg.Args[2])
				s.f.CurveBezierCubicTo(px, py, qx, qy, ex, ey)
			}
		}
		if len(g.segments) > 0 {
			s.f.ClosePath()
			s.f.DrawPath("F")
		}
	}
	s.f.SetFillColor(0, 0, 0)
	s.f.TransformEnd()
}
