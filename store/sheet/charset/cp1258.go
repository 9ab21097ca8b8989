package charset

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

var windows1258 = byteRunes(charmap.Windows1258)

// windows1252 is what a byte looks like where nobody knows better, U+FFFD
// where it looks like nothing.
var windows1252 = byteRunes(charmap.Windows1252)

func byteRunes(m *charmap.Charmap) (t [256]rune) {
	for c := range t {
		t[c] = m.DecodeByte(byte(c))
		if 0x80 <= t[c] && t[c] < 0xA0 { // a hole in the set
			t[c] = utf8.RuneError
		}
	}
	return t
}

// latinByte is the byte that a character of Windows-1252 or Latin-1 was, if
// it was one above ASCII.
func latinByte(r rune) (byte, bool) {
	if 0x80 <= r && r < 0x100 {
		return byte(r), true
	}
	if r > 0xFF && r != utf8.RuneError {
		return charmap.Windows1252.EncodeRune(r)
	}
	return 0, false
}

// cp1258Marks are the tones of Windows-1258; each stands after its letter.
var cp1258Marks = [256]tone{0xCC: grave, 0xEC: acute, 0xD2: hook, 0xDE: tilde, 0xF2: dot}

// fromCP1258 appends what src is in Unicode.
func fromCP1258(dst, src []byte) []byte {
	last, at := rune(-1), 0
	loose := false // a mark stands by itself
	from := len(dst)
	for {
		n := high(src)
		if n < 0 {
			dst = append(dst, src...)
			break
		}
		if n > 0 {
			dst = append(dst, src[:n]...)
			last, at = rune(src[n-1]), len(dst)-1
		}
		c := src[n]
		src = src[n+1:]
		r := windows1258[c]
		if t := cp1258Marks[c]; t != level {
			if joined, ok := toned(last, t); ok {
				r, dst = joined, dst[:at]
			} else {
				loose = true
			}
		}
		last, at = r, len(dst)
		dst = utf8.AppendRune(dst, r)
	}
	if loose {
		dst = append(dst[:from], norm.NFC.Bytes(dst[from:])...)
	}
	return dst
}
