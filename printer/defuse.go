package printer

import "bytes"

const dle = 0x10

// realTime tells whether DLE and then b begin a command that is obeyed at once.
func realTime(b byte) bool { return b == 0x04 || b == 0x05 || b == 0x14 }

// defuse thickens a stroke by one dot where dots would, as bytes, be a real-time command. Printers obey those even
// inside a picture: DLE DC4 opens the cash drawer, DLE ENQ can empty the buffer, DLE EOT asks for an answer. It is
// done to the dots and not to the bytes, so that paper and picture stay equal; one begins in byte 0x10, which has a
// single black dot, and now has two.
func defuse(dots []byte) {
	for i := 0; ; i++ {
		n := bytes.IndexByte(dots[i:], dle)
		if n < 0 || i+n+1 >= len(dots) {
			return
		}
		i += n
		if realTime(dots[i+1]) {
			dots[i] |= 0x20
		}
	}
}

// defuseColumns does the same for a band that goes out column by column, of three bytes each.
func defuseColumns(b *Bitmap) {
	last := byte(0)
	for x := range b.Width {
		for part := range columnRows / 8 {
			now := b.column(x, part)
			if last == dle && realTime(now) {
				atX, atPart := x, part-1
				if part == 0 {
					atX, atPart = x-1, columnRows/8-1
				}
				b.fill(atX, atPart*8+2, 1, 1)
			}
			last = now
		}
	}
}

// column is eight dots below each other, the uppermost in the highest bit.
func (b *Bitmap) column(x, part int) byte {
	var v byte
	for i := range 8 {
		v <<= 1
		if b.Black(x, part*8+i) {
			v |= 1
		}
	}
	return v
}
