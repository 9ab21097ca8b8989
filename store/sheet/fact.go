package sheet

import (
	"slices"
	"strings"

	"stampdesk"
)

// facts takes the facts of one cell apart: those that line breaks, semicolons
// and strokes part, and of these the numbers and days that commas and blanks
// part. Each goes to the first column that takes its shape; what has none goes
// to the columns of text, in their order. It appends a cell for each column,
// and gives what was left over.
func facts(into []string, cell string, to []column) (out []string, rest string) {
	f := factReader{to: to, got: make([]string, len(to)), last: -1}
	for _, part := range cutFacts(cell) {
		f.part(part)
	}
	f.died()
	return append(into, f.got...), strings.Join(f.left, "; ")
}

// died lets no word about a death go by without its day: the check of the day
// will say that it is none.
func (f *factReader) died() {
	at := slices.Index(f.to, colDied)
	if at >= 0 && f.got[at] == "" {
		f.got[at] = strings.Join(slices.DeleteFunc(slices.Clone(f.got), isBlank), "; ")
	}
}

type factReader struct {
	to   []column
	got  []string
	last int // column that took the last text
	left []string
}

// cutFacts cuts a cell where one fact surely ends. A stroke between digits may
// belong to a day.
func cutFacts(cell string) (parts []string) {
	from := 0
	for i := range len(cell) {
		c := cell[i]
		if c == '\n' || c == '\r' || c == ';' || c == '/' && !(digitAt(cell, i-1) && digitAt(cell, i+1)) {
			parts = append(parts, cell[from:i])
			from = i + 1
		}
	}
	parts = append(parts, cell[from:])
	return slices.DeleteFunc(parts, isBlank)
}

func digitAt(s string, i int) bool { return i >= 0 && i < len(s) && '0' <= s[i] && s[i] <= '9' }

func (f *factReader) part(part string) {
	var words []string // what has no shape
	for _, p := range strings.Split(part, ",") {
		p = strings.Trim(p, " \t()-–\u00a0")
		if label, value, ok := strings.Cut(p, ":"); ok && f.labelled(label, value) {
			continue
		}
		if p = f.shaped(p); p != "" {
			words = append(words, p)
		}
	}
	if text := strings.Join(words, ", "); text != "" {
		f.text(text)
	}
}

// labelled takes "Số thẻ: 31.000123", "CT: 03/02/1991".
func (f *factReader) labelled(label, value string) bool {
	if value = strings.TrimSpace(value); value == "" {
		return false
	}
	for _, before := range [...]string{"", "Ngày ", "Số "} {
		for _, c := range plainHeading(before + label).cols {
			if i := slices.Index(f.to, c); i >= 0 && f.got[i] == "" {
				f.got[i] = value
				return true
			}
		}
	}
	return false
}

// shaped takes the numbers and days with which a text begins and gives the
// rest of it.
func (f *factReader) shaped(p string) string {
	for p != "" {
		if f.take(p) {
			return ""
		}
		word, rest, _ := strings.Cut(p, " ")
		parts := strings.Split(word, "/")
		switch {
		case rest != "" && f.take(strings.Trim(word, "():-–")):
		case len(parts) > 1 && !slices.ContainsFunc(parts, func(s string) bool { return !shapeOfNumber(s) }):
			for _, s := range parts {
				if !f.take(s) {
					f.left = append(f.left, s)
				}
			}
		default:
			return p
		}
		p = strings.TrimLeft(rest, " ()-–")
	}
	return ""
}

func shapeOfNumber(s string) bool {
	_, err := stampdesk.ParseCard(s)
	return err == nil || isRecordNumber(s)
}

// take gives a fact to the first column that takes its shape.
func (f *factReader) take(s string) bool {
	for i, c := range f.to {
		if f.got[i] == "" && takes(c, s) {
			f.got[i] = s
			return true
		}
	}
	return false
}

// takes reports whether a text has the shape of what stands in column c; false
// for columns of text, which take anything.
func takes(c column, s string) bool {
	digits := strings.Count(strings.Map(onlyDigits, s), "0")
	bare := digits > 0 && strings.Trim(s, "0123456789. -") == ""
	switch c {
	case colCard, colOldCard:
		_, err := stampdesk.ParseCard(s)
		return err == nil || bare && digits == 7
	case colRecord:
		return isRecordNumber(strings.ReplaceAll(s, " ", ""))
	case colBadge:
		return bare && digits < 8
	case colSex:
		_, ok := sexUnder(s)
		return ok
	case colBirth, colAdmitted, colOfficial, colIssued, colMovedOut, colMovedIn, colDied, colLeft:
		d, how := dayOf(s, false)
		return !d.IsZero() && how != daySerial
	}
	return false
}

func onlyDigits(r rune) rune {
	if '0' <= r && r <= '9' {
		return '0'
	}
	return -1
}

func hasShape(c column) bool {
	switch c {
	case colCard, colOldCard, colRecord, colBadge, colSex, colBirth, colAdmitted, colOfficial, colIssued, colMovedOut,
		colMovedIn, colDied, colLeft:
		return true
	}
	return false
}

// text gives words to the next column of text. Where there is none they go to
// a column whose own check will say what is wrong with them.
func (f *factReader) text(s string) {
	for _, shaped := range [...]bool{false, true} {
		for i, c := range f.to {
			if hasShape(c) == shaped && f.got[i] == "" && c != colBadge {
				f.got[i], f.last = s, i
				return
			}
		}
		if !shaped && f.last >= 0 {
			f.got[f.last] += "; " + s
			return
		}
	}
	f.left = append(f.left, s)
}
