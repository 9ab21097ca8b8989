package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// everyLetter are the 134 letters that Vietnamese has beyond a–z and A–Z: 67
// and their capitals.
func everyLetter() []rune {
	var all []rune
	for _, row := range vowels[1:] {
		for t, r := range row {
			if t > 0 || r >= 0x80 {
				all = append(all, r, unicode.ToUpper(r))
			}
		}
	}
	return append(all, 'đ', 'Đ')
}

// encode writes text in an encoding of bytes, the way its fonts were typed
// with. It fails on what the encoding cannot write.
type encode func(text string) ([]byte, bool)

// The tables here are spelled letter by letter, apart from those that read.
var tcvn3Bytes = map[rune]string{
	'Ă': "\xA1", 'Â': "\xA2", 'Ê': "\xA3", 'Ô': "\xA4", 'Ơ': "\xA5", 'Ư': "\xA6", 'Đ': "\xA7",
	'ă': "\xA8", 'â': "\xA9", 'ê': "\xAA", 'ô': "\xAB", 'ơ': "\xAC", 'ư': "\xAD", 'đ': "\xAE",
	'à': "\xB5", 'ả': "\xB6", 'ã': "\xB7", 'á': "\xB8", 'ạ': "\xB9",
	'ằ': "\xBB", 'ẳ': "\xBC", 'ẵ': "\xBD", 'ắ': "\xBE", 'ặ': "\xC6",
	'ầ': "\xC7", 'ẩ': "\xC8", 'ẫ': "\xC9", 'ấ': "\xCA", 'ậ': "\xCB",
	'è': "\xCC", 'ẻ': "\xCE", 'ẽ': "\xCF", 'é': "\xD0", 'ẹ': "\xD1",
	'ề': "\xD2", 'ể': "\xD3", 'ễ': "\xD4", 'ế': "\xD5", 'ệ': "\xD6",
	'ì': "\xD7", 'ỉ': "\xD8", 'ĩ': "\xDC", 'í': "\xDD", 'ị': "\xDE",
	'ò': "\xDF", 'ỏ': "\xE1", 'õ': "\xE2", 'ó': "\xE3", 'ọ': "\xE4",
	'ồ': "\xE5", 'ổ': "\xE6", 'ỗ': "\xE7", 'ố': "\xE8", 'ộ': "\xE9",
	'ờ': "\xEA", 'ở': "\xEB", 'ỡ': "\xEC", 'ớ': "\xED", 'ợ': "\xEE",
	'ù': "\xEF", 'ủ': "\xF1", 'ũ': "\xF2", 'ú': "\xF3", 'ụ': "\xF4",
	'ừ': "\xF5", 'ử': "\xF6", 'ữ': "\xF7", 'ứ': "\xF8", 'ự': "\xF9",
	'ỳ': "\xFA", 'ỷ': "\xFB", 'ỹ': "\xFC", 'ý': "\xFD", 'ỵ': "\xFE",
}

// small: toned capitals as the bytes of small letters, for a capital font.
func tcvn3Small(text string) ([]byte, bool) {
	return each(text, func(r rune) (string, bool) {
		if s, ok := tcvn3Bytes[r]; ok {
			return s, true
		}
		s, ok := tcvn3Bytes[unicode.ToLower(r)]
		return s, ok
	})
}

// doubled: toned capitals as the capital and the small letter.
func tcvn3Doubled(text string) ([]byte, bool) {
	return each(text, func(r rune) (string, bool) {
		if s, ok := tcvn3Bytes[r]; ok {
			return s, true
		}
		l := letterOf(r)
		capital := string(unicode.ToUpper(l.base))
		if s, ok := tcvn3Bytes[unicode.ToUpper(l.base)]; ok {
			capital = s
		}
		s, ok := tcvn3Bytes[unicode.ToLower(r)]
		return capital + s, ok
	})
}

// marked: toned capitals as the capital and a mark.
func tcvn3Marked(text string) ([]byte, bool) {
	return each(text, func(r rune) (string, bool) {
		if s, ok := tcvn3Bytes[r]; ok {
			return s, true
		}
		l := letterOf(r)
		capital := string(unicode.ToUpper(l.base))
		if s, ok := tcvn3Bytes[unicode.ToUpper(l.base)]; ok {
			capital = s
		}
		marks := map[tone]string{grave: "\xB0", hook: "\xB1", tilde: "\xB2", acute: "\xB3", dot: "\xB4"}
		s, ok := marks[l.tone]
		return capital + s, ok
	})
}

var vniBytes = func() map[rune]string {
	m := map[rune]string{}
	rows := map[string]string{
		"áàảãạ": "a\xF9 a\xF8 a\xFB a\xF5 a\xEF", "ăắằẳẵặ": "a\xEA a\xE9 a\xE8 a\xFA a\xFC a\xEB",
		"âấầẩẫậ": "a\xE2 a\xE1 a\xE0 a\xE5 a\xE3 a\xE4", "éèẻẽẹ": "e\xF9 e\xF8 e\xFB e\xF5 e\xEF",
		"êếềểễệ": "e\xE2 e\xE1 e\xE0 e\xE5 e\xE3 e\xE4", "íìỉĩị": "\xED \xEC \xE6 \xF3 \xF2",
		"óòỏõọ": "o\xF9 o\xF8 o\xFB o\xF5 o\xEF", "ôốồổỗộ": "o\xE2 o\xE1 o\xE0 o\xE5 o\xE3 o\xE4",
		"ơớờởỡợ": "\xF4 \xF4\xF9 \xF4\xF8 \xF4\xFB \xF4\xF5 \xF4\xEF", "úùủũụ": "u\xF9 u\xF8 u\xFB u\xF5 u\xEF",
		"ưứừửữự": "\xF6 \xF6\xF9 \xF6\xF8 \xF6\xFB \xF6\xF5 \xF6\xEF", "ýỳỷỹỵ": "y\xF9 y\xF8 y\xFB y\xF5 \xEE", "đ": "\xF1",
	}
	for letters, codes := range rows {
		for i, code := range strings.Fields(strings.ToValidUTF8(latin(codes), "")) {
			r := []rune(letters)[i]
			m[r], m[unicode.ToUpper(r)] = unlatin(code), unlatin(strings.ToUpper(code))
		}
	}
	return m
}()

func vni(text string) ([]byte, bool) {
	return each(text, func(r rune) (string, bool) { s, ok := vniBytes[r]; return s, ok })
}

// cp1258 writes each letter as the one of the code page and its tone.
func cp1258(text string) ([]byte, bool) {
	single := map[rune]string{
		'ă': "\xE3", 'Ă': "\xC3", 'â': "\xE2", 'Â': "\xC2", 'ê': "\xEA", 'Ê': "\xCA", 'ô': "\xF4", 'Ô': "\xD4",
		'ơ': "\xF5", 'Ơ': "\xD5", 'ư': "\xFD", 'Ư': "\xDD", 'đ': "\xF0", 'Đ': "\xD0",
	}
	marks := map[tone]string{grave: "\xCC", acute: "\xEC", hook: "\xD2", tilde: "\xDE", dot: "\xF2"}
	return each(text, func(r rune) (string, bool) {
		l := letterOf(r)
		base := l.like(l.base)
		s, ok := single[base]
		if !ok {
			s, ok = string(base), base != 0 && base < 0x80
		}
		return s + marks[l.tone], ok
	})
}

// cp1258Short uses the letters that the code page has with their tone.
func cp1258Short(text string) ([]byte, bool) {
	return each(text, func(r rune) (string, bool) {
		if strings.ContainsRune("àáèéíóùúÀÁÈÉÍÓÙÚ", r) {
			return unlatin(string(r)), true
		}
		b, ok := cp1258(string(r))
		return string(b), ok
	})
}

func each(text string, letter func(rune) (string, bool)) ([]byte, bool) {
	var b []byte
	for _, r := range text {
		s := string(r)
		if r >= utf8.RuneSelf {
			var ok bool
			if s, ok = letter(r); !ok {
				return nil, false
			}
		}
		b = append(b, s...)
	}
	return b, true
}

// latin shows bytes as the letters of Latin-1, as a cell of a workbook has
// them.
func latin(b string) string {
	var s strings.Builder
	for _, c := range []byte(b) {
		s.WriteRune(rune(c))
	}
	return s.String()
}

func unlatin(s string) string {
	var b []byte
	for _, r := range s {
		b = append(b, byte(r))
	}
	return string(b)
}
