package printer

import "strings"

// tcvnSmall are the small letters of TCVN-3 with their bytes in order, tcvnBytes.
const (
	tcvnSmall = "ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
	tcvnBytes = "\xA8\xA9\xAA\xAB\xAC\xAD\xAE" + "\xB5\xB6\xB7\xB8\xB9\xBB\xBC\xBD\xBE\xC6\xC7\xC8\xC9\xCA\xCB" +
		"\xCC\xCE\xCF\xD0\xD1\xD2\xD3\xD4\xD5\xD6\xD7\xD8\xDC\xDD\xDE\xDF\xE1\xE2\xE3\xE4\xE5\xE6\xE7\xE8\xE9" +
		"\xEA\xEB\xEC\xED\xEE\xEF\xF1\xF2\xF3\xF4\xF5\xF6\xF7\xF8\xF9\xFA\xFB\xFC\xFD\xFE"
	// tcvnBase are the capitals that TCVN-3 has beside its small letters, from 0xA1: those without a tone.
	tcvnBase = "ĂÂÊÔƠƯĐ"
)

// tcvn turns a letter into its byte and the page it is on; 0 if neither page has it. Where the printer has no page of
// capitals, one with a tone becomes its small letter: the marks tell names apart, the size does not.
func (c CodePages) tcvn(r rune) (b byte, page int) {
	if c.TCVNLower == 0 {
		return 0, 0
	}
	if b := at(tcvnSmall, tcvnBytes, r); b != 0 {
		return b, c.TCVNLower
	}
	small := lower(r)
	b = at(tcvnSmall, tcvnBytes, small)
	switch base := runeIndex(tcvnBase, r); {
	case b == 0:
		return 0, 0
	case c.TCVNUpper == 0 && base >= 0:
		return 0xA1 + byte(base), c.TCVNLower
	case c.TCVNUpper == 0:
		return b, c.TCVNLower
	}
	// The page of capitals is known from two printers' tables: letters stand at the codes of their small ones, but for
	// these three, which stand where TCVN-3 has them.
	switch r {
	case 'Ă':
		b = 0xA1
	case 'Â':
		b = 0xA2
	case 'Đ':
		b = 0xA7
	}
	return b, c.TCVNUpper
}

func lower(r rune) rune { return []rune(strings.ToLower(string(r)))[0] }

// at is the byte that stands where r does among letters; 0 if it does not.
func at(letters, bytes string, r rune) byte {
	if i := runeIndex(letters, r); i >= 0 {
		return bytes[i]
	}
	return 0
}

// runeIndex is the number of letters before r; -1 if it is not among them.
func runeIndex(letters string, r rune) int {
	i := strings.IndexRune(letters, r)
	if i < 0 || r < 0x80 {
		return -1
	}
	return len([]rune(letters[:i]))
}
