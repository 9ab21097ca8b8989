package charset

import "unicode"

type tone uint8

const (
	level tone = iota
	grave
	acute
	hook
	tilde
	dot
)

// vowels has each vowel with its tones, in the order of the constants.
var vowels = [...][6]rune{
	{},
	{'a', 'à', 'á', 'ả', 'ã', 'ạ'},
	{'ă', 'ằ', 'ắ', 'ẳ', 'ẵ', 'ặ'},
	{'â', 'ầ', 'ấ', 'ẩ', 'ẫ', 'ậ'},
	{'e', 'è', 'é', 'ẻ', 'ẽ', 'ẹ'},
	{'ê', 'ề', 'ế', 'ể', 'ễ', 'ệ'},
	{'i', 'ì', 'í', 'ỉ', 'ĩ', 'ị'},
	{'o', 'ò', 'ó', 'ỏ', 'õ', 'ọ'},
	{'ô', 'ồ', 'ố', 'ổ', 'ỗ', 'ộ'},
	{'ơ', 'ờ', 'ớ', 'ở', 'ỡ', 'ợ'},
	{'u', 'ù', 'ú', 'ủ', 'ũ', 'ụ'},
	{'ư', 'ừ', 'ứ', 'ử', 'ữ', 'ự'},
	{'y', 'ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'},
}

// letter is a letter taken apart.
type letter struct {
	base  rune // small, without its tone; 0: no letter of Vietnamese
	row   uint8
	tone  tone
	upper bool
}

// All letters lie below U+01B1 or in the block that begins at U+1E00.
const lowLetters, highLetters = 0x1B1, 0x1E00

var letters = func() (t [lowLetters + 0x100]letter) {
	put := func(r rune, l letter) {
		t[slot(r)] = l
		l.upper = true
		t[slot(unicode.ToUpper(r))] = l
	}
	for c := 'a'; c <= 'z'; c++ {
		put(c, letter{base: c})
	}
	put('đ', letter{base: 'đ'})
	for i, row := range vowels[1:] {
		for j, r := range row {
			put(r, letter{base: row[0], row: uint8(i + 1), tone: tone(j)})
		}
	}
	return t
}()

func slot(r rune) int {
	if r >= highLetters {
		return int(r - highLetters + lowLetters)
	}
	return int(r)
}

func letterOf(r rune) letter {
	if 0 <= r && r < lowLetters || highLetters <= r && r < highLetters+0x100 {
		return letters[slot(r)]
	}
	return letter{}
}

// toned puts a tone on a vowel that has none.
func toned(r rune, t tone) (rune, bool) {
	l := letterOf(r)
	if l.row == 0 || l.tone != level {
		return r, false
	}
	return l.like(vowels[l.row][t]), true
}

// like gives r the case of the letter.
func (l letter) like(r rune) rune {
	if l.upper {
		return unicode.ToUpper(r)
	}
	return r
}

// onlyUnicode reports letters that no old font can look like: those of
// Vietnamese beyond Latin-1, and marks of their own.
func onlyUnicode(r rune) bool {
	return 0x300 <= r && r < 0x370 || r > 0xFF && letterOf(r).base != 0
}
