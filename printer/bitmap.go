package printer

import (
	"image"
	"image/color"
)

// Bitmap is a picture of black and white dots. Each row is Stride bytes, the leftmost dot in the highest bit, 1 is
// black: the form in which a printer takes it.
type Bitmap struct {
	Width, Height int // dots
	Stride        int // bytes
	Bits          []byte
}

var _ image.PalettedImage = (*Bitmap)(nil)

// NewBitmap makes a white bitmap; sizes are in dots.
func NewBitmap(width, height int) *Bitmap {
	stride := (width + 7) / 8
	return &Bitmap{Width: width, Height: height, Stride: stride, Bits: make([]byte, stride*height)}
}

// Row is the bytes of row y, not copied.
func (b *Bitmap) Row(y int) []byte { return b.Bits[y*b.Stride : (y+1)*b.Stride] }

// Black tells the colour of a dot; outside the picture everything is white.
func (b *Bitmap) Black(x, y int) bool {
	if x < 0 || y < 0 || x >= b.Width || y >= b.Height {
		return false
	}
	return b.Bits[y*b.Stride+x/8]&(0x80>>(x%8)) != 0
}

// fill blackens a rectangle, as far as it lies inside.
func (b *Bitmap) fill(x, y, w, h int) {
	for yy := max(y, 0); yy < min(y+h, b.Height); yy++ {
		for xx := max(x, 0); xx < min(x+w, b.Width); xx++ {
			b.Bits[yy*b.Stride+xx/8] |= 0x80 >> (xx % 8)
		}
	}
}

// stamp blackens the dots of a glyph with its upper left corner at x, y, as far as they lie inside.
func (b *Bitmap) stamp(x, y int, rows []uint64) {
	for i, bits := range rows {
		yy := y + i
		if yy < 0 || yy >= b.Height || bits == 0 {
			continue
		}
		at := x
		if at < 0 {
			bits <<= min(-at, 64)
			at = 0
		}
		row := b.Row(yy)
		first := at / 8
		// Glyphs are at most 56 dots wide (maxGlyph), so shifting by up to 7 loses none.
		bits >>= at % 8
		for k := first; k < len(row) && bits != 0; k++ {
			row[k] |= byte(bits >> 56)
			bits <<= 8
		}
	}
	if pad := b.Stride*8 - b.Width; pad > 0 {
		for yy := max(y, 0); yy < min(y+len(rows), b.Height); yy++ {
			b.Bits[(yy+1)*b.Stride-1] &= 0xff << pad
		}
	}
}

// ColorModel, Bounds, At and ColorIndexAt make a Bitmap an image, which image/png stores with one bit per dot.
func (b *Bitmap) ColorModel() color.Model { return color.Palette{color.White, color.Black} }

// Bounds is the picture's size, from 0, 0.
func (b *Bitmap) Bounds() image.Rectangle { return image.Rect(0, 0, b.Width, b.Height) }

// At is the colour of a dot.
func (b *Bitmap) At(x, y int) color.Color {
	if b.Black(x, y) {
		return color.Black
	}
	return color.White
}

// ColorIndexAt is 1 for black, 0 for white.
func (b *Bitmap) ColorIndexAt(x, y int) uint8 {
	if b.Black(x, y) {
		return 1
	}
	return 0
}
