package printer

// columnRows is the height of what ESC * 33 prints.
const columnRows = 24

// band appends the command for a band of dots. The paper goes on by its height.
func (e *encoder) band(b *Bitmap) {
	switch e.profile.Raster.Command {
	case RasterGraphics:
		e.graphics(b)
	case RasterColumns:
		e.columns(b)
	default:
		e.rasterBand(b)
	}
	e.send()
}

// rasterBand appends GS v 0: mode, width in bytes, height in rows (both low byte first), dots.
func (e *encoder) rasterBand(b *Bitmap) {
	e.add(gs, 'v', '0', 0, byte(b.Stride), byte(b.Stride>>8), byte(b.Height), byte(b.Height>>8))
	e.add(b.Bits...)
}

// graphics appends GS ( L, or GS 8 L where its length needs more than two bytes: function 112 stores a picture of one
// colour in raster form (its size in dots), function 50 prints what is stored.
func (e *encoder) graphics(b *Bitmap) {
	const head = 10
	n := head + len(b.Bits)
	low, high := byte(n), byte(n>>8)
	if n <= 0xffff && low == dle && realTime(high) {
		// The length itself would be a real-time command: two pictures instead of one.
		for _, rows := range [2][2]int{{0, b.Height / 2}, {b.Height / 2, b.Height}} {
			e.graphics(&Bitmap{
				Width: b.Width, Height: rows[1] - rows[0], Stride: b.Stride, Bits: b.Bits[rows[0]*b.Stride : rows[1]*b.Stride],
			})
		}
		return
	}
	if n > 0xffff {
		e.add(gs, '8', 'L', low, high, byte(n>>16), byte(n>>24))
	} else {
		e.add(gs, '(', 'L', low, high)
	}
	e.add(48, 112, 48, 1, 1, 49, byte(b.Width), byte(b.Width>>8), byte(b.Height), byte(b.Height>>8))
	e.add(b.Bits...)
	e.add(gs, '(', 'L', 2, 0, 48, 50)
}

// columns appends ESC * 33: width in columns, three bytes for each from the top. A feed of exactly the height of the band
// prints it and leaves no hair line to the next, as the usual distance of lines would.
func (e *encoder) columns(b *Bitmap) {
	e.add(esc, '*', 33, byte(b.Width), byte(b.Width>>8))
	for x := range b.Width {
		for part := range columnRows / 8 {
			e.add(b.column(x, part))
		}
	}
	e.feed(b.Height)
}
