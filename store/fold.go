package store

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold is a name as a person types it in haste: lower case, without
// diacritics, đ as d, one blank between words.
func Fold(name string) string {
	var b strings.Builder
	b.Grow(len(name))
	for i, word := range strings.Fields(norm.NFD.String(name)) {
		if i > 0 {
			b.WriteByte(' ')
		}
		for _, r := range word {
			switch r = unicode.ToLower(r); {
			case r == 'đ':
				b.WriteByte('d')
			case !unicode.Is(unicode.Mn, r):
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}
