package printer

import (
	"fmt"
	"image"
	"sync"

	"github.com/go-fonts/liberation/liberationmonobold"
	"github.com/go-fonts/liberation/liberationmonoregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// The font is Liberation Mono: of the free monospaced fonts few have all 134 Vietnamese letters beyond ASCII (DejaVu
// Sans Mono lacks 46). At 24 pixels ấ, ầ and ẩ can be told apart on paper, at 20 hardly. Binaries
// embed it, so its licence, beside this file as LICENSE-SIL, goes with them.
const (
	fontPixels = 24 // unless a profile says otherwise
	cellDots   = 14 // a column; the letters are drawn for 14,4
	lineDots   = 32 // 4 mm: Ặ reaches 20 dots above the base line, ợ and g 5 below
	baseline   = 24 // dots from the top of a line
	maxGlyph   = 56 // dots; see Bitmap.stamp
)

// style is what makes two pictures of one letter differ.
type style struct{ bold, double bool }

func (s style) scale() int {
	if s.double {
		return 2
	}
	return 1
}

// glyph is a letter as dots; x and y lead from the letter's place on the base line to the upper left dot.
type glyph struct {
	x, y int
	rows []uint64 // the leftmost dot in the highest bit
}

// typeface turns letters into dots and remembers them.
type typeface struct {
	regular, bold *opentype.Font
	faces         map[style]font.Face
	glyphs        map[style]map[rune]glyph
	metrics       metrics
	threshold     uint8
	mu            sync.Mutex // of faces, of what they draw with, and of glyphs
}

func newTypeface(m metrics, threshold uint8) (*typeface, error) {
	regular, err := opentype.Parse(liberationmonoregular.TTF)
	if err != nil {
		return nil, fmt.Errorf("read the embedded font: %w", err)
	}
	bold, err := opentype.Parse(liberationmonobold.TTF)
	if err != nil {
		return nil, fmt.Errorf("read the embedded bold font: %w", err)
	}
	return &typeface{
		regular: regular, bold: bold, metrics: m, threshold: threshold,
		faces:  make(map[style]font.Face),
		glyphs: make(map[style]map[rune]glyph),
	}, nil
}

// has tells whether the font can draw r.
func (t *typeface) has(r rune, bold bool) bool {
	var buf sfnt.Buffer
	i, err := t.font(bold).GlyphIndex(&buf, r)
	return err == nil && i != 0
}

func (t *typeface) font(bold bool) *opentype.Font {
	if bold {
		return t.bold
	}
	return t.regular
}

// glyph is the picture of r; a box if there is none.
func (t *typeface) glyph(r rune, s style) glyph {
	t.mu.Lock()
	defer t.mu.Unlock()
	if g, ok := t.glyphs[s][r]; ok {
		return g
	}
	g := t.draw(r, s)
	if t.glyphs[s] == nil {
		t.glyphs[s] = make(map[rune]glyph)
	}
	t.glyphs[s][r] = g
	return g
}

func (t *typeface) draw(r rune, s style) glyph {
	if r == ' ' {
		return glyph{}
	}
	if !t.has(r, s.bold) {
		return tofu(s)
	}
	face, err := t.face(s)
	if err != nil {
		return tofu(s)
	}
	rect, mask, from, _, ok := face.Glyph(fixed.Point26_6{}, r)
	alpha, isAlpha := mask.(*image.Alpha)
	if !ok || !isAlpha || rect.Dx() > maxGlyph {
		return tofu(s)
	}
	g := glyph{x: rect.Min.X, y: rect.Min.Y, rows: make([]uint64, rect.Dy())}
	for y := range g.rows {
		for x := range rect.Dx() {
			grey := 255 - alpha.AlphaAt(from.X+x, from.Y+y).A
			if grey < t.threshold {
				g.rows[y] |= 1 << (63 - x)
			}
		}
	}
	if isMark(r) {
		// A mark that has no letter of its own with its base is set in the middle of the column.
		g.x = (t.metrics.cell*s.scale() - rect.Dx()) / 2
	}
	return g
}

func (t *typeface) face(s style) (font.Face, error) {
	if f, ok := t.faces[s]; ok {
		return f, nil
	}
	f, err := opentype.NewFace(t.font(s.bold), &opentype.FaceOptions{
		Size: float64(t.metrics.px * s.scale()), DPI: 72, Hinting: font.HintingNone,
	})
	if err != nil {
		return nil, fmt.Errorf("scale the font: %w", err)
	}
	t.faces[s] = f
	return f, nil
}

// tofu is the box that stands for a letter the font lacks: whoever reads the paper sees that something is missing.
func tofu(s style) glyph {
	n := s.scale()
	w, h, pen := 10*n, 16*n, 2*n
	g := glyph{x: 2 * n, y: -h, rows: make([]uint64, h)}
	full := ^uint64(0) << (64 - w)
	edges := ^uint64(0)<<(64-pen) | (^uint64(0)<<(64-pen))>>(w-pen)
	for y := range g.rows {
		g.rows[y] = edges
		if y < pen || y >= h-pen {
			g.rows[y] = full
		}
	}
	return g
}
