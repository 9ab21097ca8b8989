package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A capital font shows small letters as capitals, and the ABC fonts have no
// toned capitals at all. So what was shown as NGUYỄN VĂN AN may be read as
// nguyễn văn an, or as NGUYễN VăN AN.

// style is how the text of a column is written, as far as capitals go.
type style struct {
	cells, people, places int // of two words or more
	small, broken, fine   int // all small; capitals around small letters; others
	bare                  int // of the others, those of lacksCapital
}

func (s *style) add(text string) {
	first, rest := nextWord(text)
	second, _ := nextWord(rest)
	if first == "" {
		return
	}
	switch {
	case isBroken(text):
		s.broken++
	case second == "" || isUpper(text): // says nothing
	case isLower(text):
		s.small++
	default:
		s.fine++
		if lacksCapital(text) {
			s.bare++
		}
	}
	if second == "" {
		return
	}
	s.cells++
	switch first = strings.ToLower(first); {
	case families[first]:
		s.people++
	case places[first]:
		s.places++
	}
}

// capitals reports a column of a capital font.
func (s *style) capitals() bool { return s.small+s.broken > s.fine }

// names reports a column of people or places, whose words begin with a
// capital.
func (s *style) names() bool { return 2*max(s.people, s.places) >= s.cells && s.cells > 0 }

// bareNames reports a column of people of whom some lack a capital that their
// font does not have.
func (s *style) bareNames() bool { return s.bare > 0 && 2*s.people >= s.cells }

// recase gives a text the capitals that it was shown with; names get those
// that names have. A text that is written well is left alone.
func (s *style) recase(text string, capitals bool) string {
	broken := isBroken(text)
	switch {
	case s.names() && (broken || capitals && (isLower(text) || isUpper(text))):
		return title(text)
	case broken:
		return strings.ToUpper(text)
	case s.bareNames() && lacksCapital(text):
		return eachWord(text, func(word string) string {
			_, n := utf8.DecodeRuneInString(word)
			return strings.ToUpper(word[:n]) + word[n:]
		})
	}
	return text
}

// lacksCapital reports words that all begin with a capital, but for those whose
// first letter has a tone: Nguyễn Thị ánh.
func lacksCapital(text string) bool {
	capital, bare := false, false
	for word, rest := nextWord(text); word != ""; word, rest = nextWord(rest) {
		switch r, _ := utf8.DecodeRuneInString(word); {
		case unicode.IsUpper(r):
			capital = true
		case r < 0x80 || strings.ContainsRune("ăâđêôơư", r): // it has a capital in every font
			return false
		default:
			bare = true
		}
	}
	return capital && bare
}

// title begins each word with a capital, and lets only the first be one.
// Abbreviations, which are no syllables, stay as they are.
func title(text string) string {
	return eachWord(text, func(word string) string {
		if isUpper(word) && (!isSyllable(word) || utf8.RuneCountInString(word) == 1) {
			return word
		}
		_, n := utf8.DecodeRuneInString(word)
		return strings.ToUpper(word[:n]) + strings.ToLower(word[n:])
	})
}

func eachWord(text string, change func(string) string) string {
	var b strings.Builder
	for text != "" {
		word, rest := nextWord(text)
		if word == "" {
			break
		}
		b.WriteString(text[:len(text)-len(rest)-len(word)])
		b.WriteString(change(word))
		text = rest
	}
	return b.String() + text
}

// isBroken reports text typed in capitals that has small letters only where
// an old font has no capital: NGUYễN, or Bộ beside CHI.
func isBroken(text string) bool {
	var smallASCII, smallOther, capitals bool
	for word, rest := nextWord(text); word != ""; word, rest = nextWord(rest) {
		var inside, ascii, other bool
		for i, r := range word {
			switch {
			case unicode.IsUpper(r):
				inside = inside || i > 0
			case r < 0x80:
				ascii = true
			default:
				other = true
			}
		}
		typed := inside && !ascii && isSyllable(word)
		if typed && other {
			return true
		}
		capitals = capitals || typed
		smallASCII = smallASCII || ascii
		smallOther = smallOther || other
	}
	return capitals && smallOther && !smallASCII
}

func isLower(text string) bool { return !strings.ContainsFunc(text, unicode.IsUpper) }
func isUpper(text string) bool { return !strings.ContainsFunc(text, unicode.IsLower) }

// places are words with which the name of a place begins.
var places = set("ấp bản buôn khóm khu làng phố phường quận huyện thành thị thôn tỉnh tổ tp xã xóm")
