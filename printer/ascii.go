package printer

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// unknownSign stands on paper for what cannot be said in ASCII: whoever reads it sees that something was there.
const unknownSign = "?"

// fold is a letter in ASCII, without its marks; a sign becomes the one that comes closest, perhaps of several letters.
func fold(r rune) string {
	if r >= ' ' && r <= '~' {
		return string(r)
	}
	switch r {
	case 'đ', '₫':
		return "d"
	case 'Đ', 'Ð':
		return "D"
	case noBreak:
		return " "
	case '–', '—', '−', '─', '·', '‐', '‑':
		return "-"
	case '═':
		return "="
	case '│':
		return "|"
	case '“', '”', '„', '«', '»':
		return `"`
	case '‘', '’', '′':
		return "'"
	case '…':
		return "..."
	case '→':
		return "->"
	case '←':
		return "<-"
	case '≤':
		return "<="
	case '≥':
		return ">="
	case '√':
		return "v"
	case '×':
		return "x"
	case '•', '●':
		return "*"
	case '■':
		return "#"
	case '□', '°', 'º':
		return "o"
	case '§':
		return "S"
	case '€':
		return "EUR"
	}
	if base := norm.NFD.String(string(r))[:1]; isASCII(base) {
		return base
	}
	return unknownSign
}

// foldText folds clean text, and stays within room columns: a sign that takes several letters takes one where there is no
// room for more.
func foldText(text string, room int) string {
	var out strings.Builder
	spare := room - width(text)
	for _, r := range text {
		if isMark(r) {
			continue // a letter that has no sign of its own with this mark; without it, as all here
		}
		s := fold(r)
		if more := len(s) - 1; more > 0 {
			if more > spare {
				s = shortest(s)
			} else {
				spare -= more
			}
		}
		out.WriteString(s)
	}
	return out.String()
}

// shortest is the one letter that says most of a sign.
func shortest(s string) string {
	switch s {
	case "->":
		return s[len(s)-1:]
	}
	return s[:1]
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}
