package printer

// Resync is what must go out before the next job if pending bytes of a command are still owed to the printer. A printer
// that was cut off inside a band waits for the rest of it and would take the next job for dots; NUL is white there.
// Should the printer have been switched off meanwhile, and owe nothing, NULs outside a command are ignored.
func Resync(pending int) []byte { return make([]byte, max(pending, 0)) }

// longest is the length of the longest command in a job of this profile: a band.
func (p Profile) longest() int { return 8 + (p.WidthDots+7)/8*p.bandRows() }

// owed is the number of bytes that complete the command in which a job made by [Encode] was broken off after sent
// bytes; 0 if it was broken off between two commands.
func owed(job []byte, sent int64) int {
	sent = min(max(sent, 0), int64(len(job)))
	for at := 0; int64(at) < sent; {
		n := commandLength(job[at:sent])
		if int64(at+n) > sent {
			return at + n - int(sent)
		}
		at += n
	}
	return 0
}

// commandLength is the length of the command that begins in b. Bytes that b lacks count as NUL: that is what they will
// be.
func commandLength(b []byte) int {
	var head [8]byte
	copy(head[:], b)
	switch {
	case head[0] == esc && head[1] == 'J':
		return 3
	case head[0] == gs && head[1] == 'V' && head[2] != 0: // GS V 0, if the rest is NUL, has no fourth byte
		return 4
	case head[0] == gs && head[1] == 'V':
		return 3
	case head[0] == gs && head[1] == 'v':
		width := int(head[4]) | int(head[5])<<8
		height := int(head[6]) | int(head[7])<<8
		return len(head) + width*height
	}
	return 2
}
