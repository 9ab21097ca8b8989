package stampdesk

import (
	"strings"
	"unicode"
)

// Fold is a text as a person types it in haste: small letters without
// diacritics, đ as d, one blank between words and none around them. Composed
// and decomposed text fold to the same. Of other scripts than Latin only the
// accents that are characters of their own are dropped.
func Fold(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	gap := false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			gap = b.Len() > 0
		case !unicode.Is(unicode.Mn, r):
			if gap {
				b.WriteByte(' ')
				gap = false
			}
			b.WriteRune(takeApart(r).bare)
		}
	}
	return b.String()
}

// betweenWords reports whether a character is no part of a word.
func betweenWords(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsNumber(r)
}

// letter is a small letter taken apart: ễ is an e, an ê, and the tone ngã.
type letter struct {
	bare     rune
	toneless rune
	tones    tones
}

// tones has a bit for each tone, in the order of dictionaries: huyền, hỏi,
// ngã, sắc, nặng.
type tones uint8

const (
	vowels    = "aăâeêioôơuưy"
	toneMarks = "\u0300\u0309\u0303\u0301\u0323" // decomposed
)

var (
	toned = [...]string{"àằầèềìòồờùừỳ", "ảẳẩẻểỉỏổởủửỷ", "ãẵẫẽễĩõỗỡũữỹ", "áắấéếíóốớúứý", "ạặậẹệịọộợụựỵ"}

	// composed has the letters that a mark after another letter makes.
	composed = map[[2]rune]rune{
		{'a', '\u0306'}: 'ă', {'a', '\u0302'}: 'â', {'e', '\u0302'}: 'ê', {'o', '\u0302'}: 'ô', {'o', '\u031b'}: 'ơ', {'u', '\u031b'}: 'ư',
	}

	// accented has the small letters of the Latin script that are another one
	// with a mark, after that other one.
	accented = [...]string{
		"aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ", "bḃḅḇ", "cçćĉċčḉ", "dđďḋḍḏḑḓ", "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ", "fḟ", "gĝğġģǧǵḡ",
		"hĥȟḣḥḧḩḫẖ", "iìíîïĩīĭįǐȉȋḭḯỉị", "jĵǰ", "kķǩḱḳḵ", "lĺļľḷḹḻḽ", "mḿṁṃ", "nñńņňǹṅṇṉṋ",
		"oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ", "pṕṗ", "rŕŗřȑȓṙṛṝṟ", "sśŝşšșṡṣṥṧṩ", "tţťțṫṭṯṱẗ",
		"uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự", "vṽṿ", "wŵẁẃẅẇẉẘ", "xẋẍ", "yýÿŷȳẏẙỳỵỷỹ", "zźżžẑẓẕ", "æǣǽ", "øǿ", "ſẛ", "ʒǯ",
	}
	letters = lettersTakenApart()
)

func lettersTakenApart() map[rune]letter {
	all := map[rune]letter{}
	for _, row := range accented {
		row := []rune(row)
		for _, r := range row[1:] {
			all[r] = letter{bare: row[0], toneless: r}
		}
	}
	plain := []rune(vowels)
	for tone, row := range toned {
		for i, r := range []rune(row) {
			all[r] = letter{all[r].bare, plain[i], 1 << tone}
		}
	}
	return all
}

func takeApart(r rune) letter {
	r = unicode.ToLower(r)
	if r < 0x80 {
		return letter{bare: r, toneless: r}
	}
	if l, ok := letters[r]; ok {
		return l
	}
	return letter{bare: r, toneless: r}
}

// spelling is a word with its tones beside it, so that it does not matter
// over which vowel they are written (hòa, hoà), nor whether a tone has been
// typed yet.
type spelling struct {
	folded   string
	toneless string // letter by letter as folded
	tones    tones
}

func spell(word string) spelling {
	var bare, toneless []rune
	var all tones
	for _, r := range word {
		if unicode.Is(unicode.Mn, r) {
			if i := strings.IndexRune(toneMarks, r); i >= 0 {
				all |= 1 << (i / len("\u0300"))
			} else if last := len(toneless) - 1; last >= 0 {
				if c, ok := composed[[2]rune{toneless[last], r}]; ok {
					toneless[last] = c
				}
			}
			continue
		}
		l := takeApart(r)
		bare, toneless, all = append(bare, l.bare), append(toneless, l.toneless), all|l.tones
	}
	return spelling{string(bare), string(toneless), all}
}

// marked reports whether the word was written with any diacritic.
func (s *spelling) marked() bool { return s.tones != 0 || s.toneless != s.folded }

// in reports whether a word that begins with the letters of s has the
// diacritics of s too. Where s has none the word may have any.
func (s *spelling) in(word *spelling) bool {
	if s.tones&^word.tones != 0 {
		return false
	}
	bare, other := []rune(s.folded), []rune(word.toneless)
	for i, r := range []rune(s.toneless) {
		if r != bare[i] && r != other[i] {
			return false
		}
	}
	return true
}
