package charset

import (
	"unicode"
	"unicode/utf8"
)

// tcvn3 is TCVN 5712:1993 VN3, the set of the ABC fonts, above ASCII. A byte
// without a letter is 0. Toned capitals have no byte: they are written with
// those of small letters and a capital font, or as a capital and a mark.
var tcvn3 = [256]rune{
	0xA1: 'Ă', 'Â', 'Ê', 'Ô', 'Ơ', 'Ư', 'Đ', 'ă', 'â', 'ê', 'ô', 'ơ', 'ư', 'đ',
	0xB5: 'à', 'ả', 'ã', 'á', 'ạ',
	0xBB: 'ằ', 'ẳ', 'ẵ', 'ắ',
	0xC6: 'ặ', 'ầ', 'ẩ', 'ẫ', 'ấ', 'ậ', 'è',
	0xCE: 'ẻ', 'ẽ', 'é', 'ẹ', 'ề', 'ể', 'ễ', 'ế', 'ệ', 'ì', 'ỉ',
	0xDC: 'ĩ', 'í', 'ị', 'ò',
	0xE1: 'ỏ', 'õ', 'ó', 'ọ', 'ồ', 'ổ', 'ỗ', 'ố', 'ộ', 'ờ', 'ở', 'ỡ', 'ớ', 'ợ', 'ù',
	0xF1: 'ủ', 'ũ', 'ú', 'ụ', 'ừ', 'ử', 'ữ', 'ứ', 'ự', 'ỳ', 'ỷ', 'ỹ', 'ý', 'ỵ',
}

// tcvn3Marks are the tones that stand after their letter.
var tcvn3Marks = [256]tone{0xB0: grave, 0xB1: hook, 0xB2: tilde, 0xB3: acute, 0xB4: dot}

// fromTCVN3 appends what src is in Unicode. Bytes without a letter are what
// they are in Windows-1252.
func fromTCVN3(dst, src []byte) []byte {
	last, at := rune(-1), 0 // the letter before, and where it was put
	for {
		n := high(src)
		if n < 0 {
			return append(dst, src...)
		}
		if n > 0 {
			dst = append(dst, src[:n]...)
			last, at = rune(src[n-1]), len(dst)-1
		}
		c := src[n]
		src = src[n+1:]
		r := tcvn3[c]
		switch {
		case r == 0:
			r = windows1252[c]
			if t := tcvn3Marks[c]; t != level {
				if joined, ok := toned(last, t); ok {
					r, dst = joined, dst[:at]
				}
			}
		case doubled(last, r):
			r, dst = unicode.ToUpper(r), dst[:at]
		}
		last, at = r, len(dst)
		dst = utf8.AppendRune(dst, r)
	}
}

// doubled reports a capital that is followed by the small letter that says its
// tone: Aà is À.
func doubled(capital, r rune) bool {
	c := letterOf(capital)
	if !c.upper {
		return false
	}
	l := letterOf(r)
	return c.row == l.row && c.row > 0 && c.tone == level && l.tone != level && !l.upper
}
