package sheet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"stampdesk/store/sheet/charset"
)

// plain are the bytes that never need cleaning, nor begin a rune that does:
// ASCII but for blanks and controls, and what Vietnamese letters are made of.
var plain = func() (t [256]bool) {
	for c := range t {
		t[c] = c > ' ' && c != 0x7F && (c < 0xC2 || 0xC3 <= c && c <= 0xC6 || c == 0xE1)
	}
	return t
}()

// clean gives a cell as it is kept: trimmed, with one blank between words,
// without invisible characters, in NFC. It reports false for a character that
// is not text.
func clean(s string) (string, bool) {
	for i := range len(s) {
		c := s[i]
		if !plain[c] && (c != ' ' || i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			return cleanRunes(s)
		}
	}
	return s, true
}

func cleanRunes(s string) (string, bool) {
	var b strings.Builder
	blank, ok := false, true
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			blank = b.Len() > 0
		case unicode.Is(unicode.Cf, r):
		default:
			ok = ok && r != utf8.RuneError && !unicode.IsControl(r)
			if blank {
				b.WriteByte(' ')
			}
			blank = false
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String()), ok
}

func isBlank(s string) bool {
	if s == "" {
		return true
	}
	if plain[s[0]] {
		return false
	}
	t, _ := clean(s)
	return t == ""
}

// guard keeps a spreadsheet from taking a cell for a formula.
func guard(s string) string {
	if s != "" && strings.IndexByte("=+-@", s[0]) >= 0 {
		return "'" + s
	}
	return s
}

// unguard undoes guard.
func unguard(s string) string {
	if len(s) > 1 && s[0] == '\'' && strings.IndexByte("=+-@", s[1]) >= 0 {
		return s[1:]
	}
	return s
}

// shorten cuts a text to what a message can quote.
func shorten(s string) string {
	const most = 120
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}

// fromOldFont gives what a name would be if it stood in an old font, where it
// is no Vietnamese as it stands; "" otherwise.
func fromOldFont(name string) string {
	odd := false
	for i := range len(name) {
		switch c := name[i]; {
		case c == 0xC4 || c == 0xE1: // a letter that only Unicode has, as in most names
			return ""
		case c >= 0xC2:
			odd = true
		}
	}
	if !odd {
		return ""
	}
	return charset.Suspect(name)
}
