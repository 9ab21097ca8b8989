package charset

import (
	"bytes"
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

const bom = "\ufeff"

// isPlain reports that there is nothing but ASCII and composed Latin letters,
// as in nearly every file: then it is UTF-8 and in NFC. Of any other text it
// knows nothing.
func isPlain(data []byte) bool {
	for i := 0; i < len(data); {
		switch c := data[i]; {
		case c < 0x80:
			i++
			for len(data)-i >= 8 && binary.LittleEndian.Uint64(data[i:])&0x8080808080808080 == 0 {
				i += 8
			}
		case 0xC2 <= c && c <= 0xC6 && i+1 < len(data) && data[i+1]&0xC0 == 0x80: // U+0080 to U+01BF
			i += 2
		case c == 0xE1 && i+2 < len(data) && data[i+1]&0xFE == 0xBA && data[i+2]&0xC0 == 0x80: // U+1E80 to U+1EFF
			i += 3
		default:
			return false
		}
	}
	return true
}

// composed is text in NFC; the same bytes where it is already.
func composed(text []byte) []byte {
	if isPlain(text) || norm.NFC.IsNormal(text) {
		return text
	}
	return norm.NFC.Bytes(text)
}

// utf16Order tells UTF-16 by its mark or, without one, by the zero that most
// of its characters have in their upper byte and hardly any in the lower.
func utf16Order(data []byte) (order binary.ByteOrder, marked bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return binary.LittleEndian, true
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return binary.BigEndian, true
	}
	head := data[:min(len(data), 4096)&^1]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	units := len(head) / 2
	switch {
	case units >= 2 && zeros[1] >= units/2 && zeros[0] <= units/20:
		return binary.LittleEndian, false
	case units >= 2 && zeros[0] >= units/2 && zeros[1] <= units/20:
		return binary.BigEndian, false
	}
	return nil, false
}

// fromUTF16 reads UTF-16 without its mark. Half a character is U+FFFD.
func fromUTF16(data []byte, order binary.ByteOrder) []byte {
	text := make([]byte, 0, len(data)/2*5/4+utf8.UTFMax)
	for len(data) >= 2 {
		r := rune(order.Uint16(data))
		data = data[2:]
		if utf16.IsSurrogate(r) {
			low := rune(0)
			if len(data) >= 2 {
				low = rune(order.Uint16(data))
			}
			if r = utf16.DecodeRune(r, low); r != utf8.RuneError {
				data = data[2:]
			}
		}
		text = utf8.AppendRune(text, r)
	}
	if len(data) > 0 {
		text = utf8.AppendRune(text, utf8.RuneError)
	}
	return composed(text)
}
