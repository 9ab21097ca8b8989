package printer

// blankRows is the number of white rows that are worth a feed of their own. A feed and the next band's head cost 11
// bytes; a head that starts and stops within every line of text would cost more, and make it stutter.
//
// Where text is hybrid, the line is so slow that the head waits for every band anyway: there only bytes count, and each
// line of text becomes a band of its own, no wider than it. That takes a third off a list.
const (
	blankRows     = 16
	blankRowsSlow = 4
)

// bandSink takes a picture from its top to its bottom. The band is only lent.
type bandSink interface {
	feed(rows int)
	band(b *Bitmap) // as many rows as are high, and as wide as they need
}

// bands divides rows of dots into white ones, which are fed, and bands of at most the profile's rows: the buffers of
// small printers hold about 4 to 10 kB, and a band that does not fit comes out as garbage. It holds one band.
//
// The picture in a file is made of the same bands as the bytes for a printer, so that the two are equal also where dots
// were changed to keep real-time commands out.
type bands struct {
	profile  Profile
	to       bandSink
	gap      int // this many white rows end a band
	white    int // rows owed as a feed
	buf      *Bitmap
	line     *Bitmap // lent to whoever draws what is pushed
	height   int     // rows in buf
	trailing int     // white ones among them, at the end
}

func newBands(p Profile, to bandSink) *bands {
	b := &bands{profile: p, to: to, gap: blankRows, buf: NewBitmap(p.Media.WidthDots, p.bandRows())}
	if p.TextMode == TextHybrid {
		b.gap = blankRowsSlow
	}
	return b
}

// push adds a row; it is copied.
func (b *bands) push(row []byte) {
	white := blank(row) && b.profile.Raster.SkipBlankRows
	if white && b.height == 0 {
		b.white++
		return
	}
	if b.height == 0 {
		b.fed()
	}
	copy(b.buf.Row(b.height), row)
	b.height++
	b.trailing++
	if !white {
		b.trailing = 0
	}
	if b.height == b.buf.Height || b.trailing == b.gap {
		b.close()
	}
}

// flush hands on everything that was pushed.
func (b *bands) flush() {
	b.close()
	b.fed()
}

func (b *bands) fed() {
	if b.white > 0 {
		b.to.feed(b.white)
	}
	b.white = 0
}

func (b *bands) close() {
	if b.height == 0 {
		return
	}
	rows := b.height - b.trailing
	band := &Bitmap{Height: rows, Width: b.buf.Width, Stride: b.buf.Stride, Bits: b.buf.Bits[:rows*b.buf.Stride]}
	if b.profile.Raster.TrimRight {
		band = band.trimmed()
	}
	if b.profile.Raster.Command == RasterColumns {
		defuseColumns(band)
	} else {
		defuse(band.Bits)
	}
	b.to.band(band)
	b.white, b.height, b.trailing = b.trailing, 0, 0
}

// trimmed takes white bytes off the right; at least one is left. It moves the rows together in place.
func (b *Bitmap) trimmed() *Bitmap {
	stride := 1
	for y := range b.Height {
		row := b.Row(y)
		for n := len(row); n > stride; n-- {
			if row[n-1] != 0 {
				stride = n
				break
			}
		}
	}
	for y := range b.Height {
		copy(b.Bits[y*stride:(y+1)*stride], b.Row(y)[:stride])
	}
	return &Bitmap{Width: min(b.Width, stride*8), Height: b.Height, Stride: stride, Bits: b.Bits[:stride*b.Height]}
}

func blank(row []byte) bool {
	for _, b := range row {
		if b != 0 {
			return false
		}
	}
	return true
}

// painter puts a picture together again.
type painter struct {
	on *Bitmap
	y  int
}

func (p *painter) feed(rows int) { p.y += rows }

func (p *painter) band(b *Bitmap) {
	for y := range b.Height {
		copy(p.on.Row(p.y+y), b.Row(y))
	}
	p.y += b.Height
}
