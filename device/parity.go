package device

import "math/bits"

// Parity is what bit 7 of every byte holds where a scanner sends 7 bits and we read 8: the frame on the line is the
// same. The zero value is [ParityNone].
type Parity uint8

// The parities that show.
const (
	ParityNone Parity = iota // 8 bits, or 7 and a parity bit that is always 0
	ParityEven
	ParityOdd
	ParityMark // always 1
)

// String gives the word that manuals use.
func (p Parity) String() string { return [...]string{"none", "even", "odd", "mark"}[p] }

// guessParity finds the one parity that makes plain text of all bytes; none if they are that already, or no text.
func guessParity(bursts []Burst) Parity {
	high := false
	fits := [...]bool{ParityEven: true, ParityOdd: true, ParityMark: true}
	for _, b := range bursts {
		for _, c := range b.Bytes {
			high = high || c > del
			odd := bits.OnesCount8(c)%2 == 1
			fits[ParityEven] = fits[ParityEven] && !odd
			fits[ParityOdd] = fits[ParityOdd] && odd
			fits[ParityMark] = fits[ParityMark] && c > del
			if !plain(c & 0x7F) {
				return ParityNone
			}
		}
	}
	if !high {
		return ParityNone
	}
	// Mark first: a code in which the two agree is more likely to be plain text with bit 7 always set.
	for _, p := range []Parity{ParityMark, ParityEven, ParityOdd} {
		if fits[p] {
			return p
		}
	}
	return ParityNone
}

// clear gives bytes without their parity.
func (p Parity) clear(b []byte) []byte {
	if p == ParityNone {
		return b
	}
	c := make([]byte, len(b))
	for i := range b {
		c[i] = b[i] & 0x7F
	}
	return c
}

// plain reports whether a scanner that is understood sends c.
func plain(c byte) bool {
	switch c {
	case 0, stx, etx, tab, lf, cr:
		return true
	}
	return c >= ' ' && c < del
}
