package sheet

import (
	"slices"
	"strings"
)

// overUnder stands between the texts of a heading of two rows.
const overUnder = " / "

// longestHeading is how many bytes a heading may have; whatever is longer is
// a sentence.
const longestHeading = 300

// recognise tells what a heading means. Its text is as the file has it, line
// breaks and all: they part the facts that stand in one column.
func recognise(text string) meaning {
	if len(text) > longestHeading {
		return meaning{}
	}
	if over, under, two := strings.Cut(text, overUnder); two {
		if m := recogniseTwo(over, under); m.cols != nil {
			return m
		}
	} else if m := plainHeading(text); m.cols != nil {
		return m
	}
	for _, cut := range []func(string) []string{cutAtBreaks, cutAtSlashes, cutAtAnd} {
		if m := recogniseParts(cut(text)); m.cols != nil {
			return m
		}
	}
	return meaning{}
}

// plainHeading looks a heading up, with and without what stands in brackets.
func plainHeading(text string) meaning {
	key := headingKey(text)
	if m, ok := meanings[key]; ok {
		return m
	}
	open := strings.IndexByte(text, '(')
	if open < 0 {
		return meaning{}
	}
	rest := text[:open]
	if end := strings.LastIndexByte(text, ')'); end > open {
		rest += " " + text[end+1:]
	}
	return meanings[headingKey(rest)]
}

// recogniseTwo tells what a heading means that stands under another one.
func recogniseTwo(over, under string) meaning {
	if t, _ := clean(strings.ToLower(under)); t == "năm" {
		return meaning{} // the year, in a column of its own, and no man
	}
	if m := plainHeading(over + " " + under); m.cols != nil {
		return m
	}
	above := recognise(over)
	if sex, told := sexUnder(under); told && len(above.cols) > 0 {
		switch above.cols[0] {
		case colBirth:
			return meaning{cols: []column{colBirthMale + column(sex)}, loose: above.loose}
		case colSex:
			return meaning{cols: []column{colMale + column(sex)}}
		}
	}
	below := recognise(under)
	switch {
	case len(above.cols) == 1 && above.cols[0] >= colOrdinal && below.cols == nil:
		return above
	case len(above.cols) == 1 && (above.cols[0] == colOther || above.cols[0] == colBadge):
		return meaning{cols: []column{colOther}} // the number of an identity card is none of ours
	}
	return below
}

// sexUnder tells "Nam" and "Nữ" from "Năm", which is the same without
// diacritics.
func sexUnder(text string) (sex int, told bool) {
	switch t, _ := clean(strings.ToLower(text)); t {
	case "nam":
		return 0, true
	case "nữ", "nu", "nử":
		return 1, true
	}
	return 0, false
}

func cutAtBreaks(text string) []string {
	text = strings.ReplaceAll(text, " - ", "\n")
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;\n\r+", r) })
}

func cutAtSlashes(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;\n\r+/&", r) })
}

func cutAtAnd(text string) []string {
	var parts []string
	for _, p := range cutAtSlashes(text) {
		words := strings.Fields(p)
		from := 0
		for i, w := range words {
			if w = strings.ToLower(w); w == "và" || w == "va" {
				parts = append(parts, strings.Join(words[from:i], " "))
				from = i + 1
			}
		}
		parts = append(parts, strings.Join(words[from:], " "))
	}
	return parts
}

// recogniseParts takes a heading for several when every part of it is one, and
// one at least is a column that is read.
func recogniseParts(parts []string) (m meaning) {
	parts = slices.DeleteFunc(parts, func(p string) bool { return headingKey(p) == "" })
	for i := 0; i+1 < len(parts); i++ {
		man, told := sexUnder(parts[i])
		if woman, too := sexUnder(parts[i+1]); told && too && man < woman { // "Nam, nữ" is one fact
			parts = slices.Replace(parts, i, i+2, parts[i]+" "+parts[i+1])
		}
	}
	if len(parts) < 2 || len(parts) > 8 {
		return meaning{}
	}
	read := false
	for _, p := range parts {
		part := plainHeading(p)
		if part.cols == nil {
			// "Ngày vào Đảng, chính thức" and "Số thẻ, lý lịch" say the first
			// word once.
			word, _, _ := strings.Cut(strings.TrimSpace(parts[0]), " ")
			part = plainHeading(word + " " + p)
		}
		if part.cols == nil || colFamily <= part.cols[0] && part.cols[0] < colOrdinal {
			return meaning{}
		}
		c := part.cols[0]
		if slices.Contains(m.cols, c) || c == colReason && (slices.Contains(m.cols, colDied) || slices.Contains(m.cols, colLeft)) {
			c = colOther // a name at birth after the name, what somebody died of
		}
		m.cols = append(m.cols, c)
		read = read || c < colFault
	}
	if !read {
		return meaning{cols: []column{colOther}}
	}
	return m
}
