package printer

// The commands used, and no others: their lengths must be known to owed.
const (
	esc = 0x1b
	fs  = 0x1c
	gs  = 0x1d
)

// blankRows is the number of white rows that are worth a feed of their own. A feed and the next band's head cost 11
// bytes; a head that starts and stops within every line of text would cost more, and make it stutter.
const blankRows = 16

// Encode makes the ESC/POS bytes that print a strip, from initialising to the cut after its end.
//
// The picture goes out as raster bands (GS v 0) of at most the profile's BandRows: the buffers of small printers hold
// about 4 to 10 kB, and a band that does not fit comes out as garbage. White at the right is not sent, white rows are fed.
func Encode(s Strip, p Profile) []byte {
	out := make([]byte, 0, len(s.Bits)*3/4+64)
	// Chinese-made printers start in a double-byte mode that swallows bytes from 0x80 up: leave it before anything else.
	out = append(out, fs, '.')
	out = append(out, esc, '@')
	from := 0
	for _, cut := range s.Cuts {
		out = encodeRows(out, s.Bitmap, from, cut, p)
		out = encodeCut(out, p)
		from = cut
	}
	out = encodeRows(out, s.Bitmap, from, s.Height, p)
	return encodeCut(out, p)
}

// encodeRows appends rows from (included) to until (excluded).
func encodeRows(out []byte, b *Bitmap, from, until int, p Profile) []byte {
	white := 0 // rows owed as a feed
	for y := from; y < until; {
		if blank(b.Row(y)) {
			white++
			y++
			continue
		}
		out = encodeFeed(out, white, p)
		height, trailing := 0, 0
		for y+height < until && height < p.bandRows() && trailing < blankRows {
			if blank(b.Row(y + height)) {
				trailing++
			} else {
				trailing = 0
			}
			height++
		}
		height -= trailing
		out = encodeBand(out, b, y, height)
		y += height
		white = 0
	}
	return encodeFeed(out, white, p)
}

// encodeBand appends GS v 0: mode, width in bytes, height in rows (both low byte first), dots. The width is what the
// rows need, at least one byte.
func encodeBand(out []byte, b *Bitmap, y, height int) []byte {
	width := 1
	for i := range height {
		row := b.Row(y + i)
		for n := len(row); n > width; n-- {
			if row[n-1] != 0 {
				width = n
				break
			}
		}
	}
	// Across the end of a row, its last byte and the next row's first can make a real-time command (see defuse); one
	// more white byte keeps them apart. At full width only margins of less than a byte would allow it.
	if width < b.Stride && joins(b, y, height, width) {
		width++
	}
	out = append(out, gs, 'v', '0', 0, byte(width), byte(width>>8), byte(height), byte(height>>8))
	for i := range height {
		out = append(out, b.Row(y + i)[:width]...)
	}
	return out
}

func joins(b *Bitmap, y, height, width int) bool {
	for i := 0; i+1 < height; i++ {
		if b.Row(y + i)[width-1] == dle && realTime(b.Row(y + i + 1)[0]) {
			return true
		}
	}
	return false
}

// encodeFeed appends ESC J n, which feeds n units.
func encodeFeed(out []byte, dots int, p Profile) []byte {
	units := dots * p.feedUnits()
	for units > 0 {
		n := min(units, 255)
		out = append(out, esc, 'J', byte(n))
		units -= n
	}
	return out
}

// encodeCut appends GS V m n, which feeds the last line past the knife and n units more, and cuts. Without a knife the
// paper is fed to where it is torn.
func encodeCut(out []byte, p Profile) []byte {
	n := byte(min(p.FeedDots*p.feedUnits(), 255))
	switch p.Cut {
	case CutPartial:
		return append(out, gs, 'V', 66, n)
	case CutFull:
		return append(out, gs, 'V', 65, n)
	}
	return encodeFeed(out, p.FeedDots, p)
}

func blank(row []byte) bool {
	for _, b := range row {
		if b != 0 {
			return false
		}
	}
	return true
}
