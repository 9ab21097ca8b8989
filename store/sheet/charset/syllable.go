package charset

import (
	"strings"
	"unicode/utf8"
)

// rhymes is the compact form of all rhymes: vowels, and what may follow them;
// "-" is nothing.
var rhymeTable = [...][2]string{
	{"a", "- c ch i m n ng nh o p t u y"},
	{"ă", "c m n ng p t"},
	{"â", "c m n ng p t u y"},
	{"e", "- c m n ng o p t"},
	{"ê", "- ch m n nh p t u"},
	{"i", "- a ch m n nh p t u"},
	{"iê", "c m n ng p t u"},
	{"o", "- c i m n ng p t"},
	{"oa", "- c ch i m n ng nh o p t y"},
	{"oă", "c m n ng t"},
	{"oe", "- m n o t"},
	{"oo", "c ng"},
	{"ô", "- c i m n ng p t"},
	{"ơ", "- i m n p t"},
	{"u", "- a c i m n ng p t"},
	{"uâ", "n ng t y"},
	{"uê", "- ch n nh u"},
	{"uô", "c i m n ng t"},
	{"uơ", "-"},
	{"uy", "- a ch n nh p t u"},
	{"uyê", "n t"},
	{"ư", "- a c i m ng t u"},
	{"ươ", "c i m n ng p t u"},
	{"y", "-"},
	{"yê", "m n ng t u"},
	{"y", "ch n nh p t"}, // after qu only
}

// rhyme says what a rhyme allows.
type rhyme struct {
	stopped bool   // ends in c, ch, p or t: only two tones
	at      uint16 // bytes of the rhyme at which the tone may stand
}

var rhymes = func() map[string]rhyme {
	m := map[string]rhyme{}
	for _, row := range rhymeTable {
		for _, end := range strings.Fields(row[1]) {
			end = strings.Trim(end, "-")
			m[row[0]+end] = rhyme{strings.Contains("c ch p t", end) && end != "", tonePlaces(row[0] + end)}
		}
	}
	return m
}()

// tonePlaces are the places for the tone: the letter that has a mark of its
// own, or else the vowel in the middle. In oa, oe and uy two ways are in use.
func tonePlaces(s string) uint16 {
	if i := strings.LastIndexAny(s, "ăâêôơ"); i >= 0 {
		return 1 << i
	}
	if i := strings.Index(s, "ư"); i >= 0 {
		return 1 << i
	}
	v := strings.IndexAny(s+"n", "cmnpt") // how many vowels; all are ASCII
	switch {
	case s == "oa" || s == "oe" || s == "uy":
		return 1 | 2
	case v == 3, v == 2 && v < len(s):
		return 2
	}
	return 1
}

// onsets has what a syllable can begin with, the longer ones first.
var onsets = [...]string{
	"ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
	"b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "",
}

// longest is how many letters a syllable can have: nghiêng.
const longest = 7

// isSyllable reports whether a word, capitals or not, can be a syllable of
// Vietnamese: an onset, a rhyme that goes with it, and one tone in its place.
func isSyllable(word string) bool {
	if len(word) > 4*longest {
		return false
	}
	var (
		buf  [4 * longest]byte
		s    = buf[:0]
		tone = level
		at   int // where the toned letter stands
	)
	for _, r := range word {
		l := letterOf(r)
		switch {
		case l.base == 0, l.tone != level && tone != level:
			return false
		case l.tone != level:
			tone, at = l.tone, len(s)
		}
		s = utf8.AppendRune(s, l.base)
	}
	for _, onset := range onsets {
		if len(s) <= len(onset) || string(s[:len(onset)]) != onset {
			continue
		}
		rest := s[len(onset):]
		r, ok := rhymes[string(rest)]
		if !ok || !goes(onset, rest) || r.stopped && tone != acute && tone != dot {
			continue
		}
		switch at -= len(onset); {
		case tone == level, at >= 0 && r.at&(1<<at) != 0:
			return true
		case at == -1 && len(rest) == 1 && (onset == "qu" || onset == "gi"):
			return true // qúy, gìa: out of place, and often typed
		}
		at += len(onset)
	}
	return false
}

// goes reports whether a rhyme can follow the onset, as Vietnamese is spelled.
func goes(onset string, rhyme []byte) bool {
	first, n := utf8.DecodeRune(rhyme)
	second, _ := utf8.DecodeRune(rhyme[n:])
	front := strings.ContainsRune("eêiy", first)
	if first == 'y' && onset != "qu" && len(rhyme) > 1 {
		return onset == "" && second == 'ê'
	}
	switch onset {
	case "c", "ng":
		return !front
	case "g":
		switch string(rhyme) {
		case "i", "in", "iêc", "iêng":
			return true
		}
		return !front
	case "k":
		return front
	case "gh", "ngh":
		return front && first != 'y'
	case "gi":
		return first != 'i' && first != 'y'
	case "qu":
		return strings.ContainsRune("aăâeêơy", first) || first == 'i' && second != 'ê' && second != 'a' ||
			string(rhyme) == "ôc"
	case "":
		return first != 'i' || second != 'ê'
	}
	return true
}
