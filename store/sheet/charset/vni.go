package charset

import (
	"unicode"
	"unicode/utf8"
)

// vniLetters are the bytes of VNI-Windows that are letters of their own. Those
// of capitals lie 0x20 below.
var vniLetters = [256]rune{
	0xF1: 'đ', 0xF4: 'ơ', 0xF6: 'ư',
	0xED: 'í', 0xEC: 'ì', 0xE6: 'ỉ', 0xF3: 'ĩ', 0xF2: 'ị', 0xEE: 'ỵ',
}

// vniMark is what a byte makes of the letter before it: a tone on it as it
// is, or on the letter with a hat (â, ê, ô) or a bowl (ă).
type vniMark struct {
	shape rune // 0, 'ˆ' or '˘'
	tone  tone
	known bool
}

var vniMarks = [256]vniMark{
	0xF9: {0, acute, true}, 0xF8: {0, grave, true}, 0xFB: {0, hook, true}, 0xF5: {0, tilde, true}, 0xEF: {0, dot, true},
	0xE2: {'ˆ', level, true}, 0xE1: {'ˆ', acute, true}, 0xE0: {'ˆ', grave, true}, 0xE5: {'ˆ', hook, true}, 0xE3: {'ˆ', tilde, true}, 0xE4: {'ˆ', dot, true},
	0xEA: {'˘', level, true}, 0xE9: {'˘', acute, true}, 0xE8: {'˘', grave, true}, 0xFA: {'˘', hook, true}, 0xFC: {'˘', tilde, true}, 0xEB: {'˘', dot, true},
}

// fromVNI appends what src is in Unicode. The letter says whether it is a
// capital, the mark does not. Bytes that are neither are what they are in
// Windows-1252.
func fromVNI(dst, src []byte) []byte {
	last, at := rune(-1), 0
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
		small := c
		if c >= 0xC0 {
			small = c | 0x20
		}
		r := windows1252[c]
		if joined, ok := vniJoin(last, vniMarks[small]); ok {
			r, dst = joined, dst[:at]
		} else if l := vniLetters[small]; l != 0 {
			if r = l; small != c {
				r = unicode.ToUpper(l)
			}
		}
		last, at = r, len(dst)
		dst = utf8.AppendRune(dst, r)
	}
}

func vniJoin(last rune, m vniMark) (rune, bool) {
	l := letterOf(last)
	if !m.known || l.row == 0 || l.tone != level {
		return last, false
	}
	base := l.base
	switch {
	case m.shape == 0 && (base == 'i' || base == 'ă' || base == 'â' || base == 'ê' || base == 'ô'):
		return last, false // they have bytes of their own
	case m.shape == 0:
	case m.shape == 'ˆ' && base == 'a':
		base = 'â'
	case m.shape == 'ˆ' && base == 'e':
		base = 'ê'
	case m.shape == 'ˆ' && base == 'o':
		base = 'ô'
	case m.shape == '˘' && base == 'a':
		base = 'ă'
	default:
		return last, false
	}
	r, ok := toned(base, m.tone)
	return l.like(r), ok
}
