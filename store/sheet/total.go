package sheet

import (
	"strconv"
	"strings"
	"unicode"

	"stampdesk"
)

// totals begin a row that counts the others. What follows is a number, or one
// of the words that such rows have: "Tống Công Minh" is a person.
var totals = [...]string{
	"tổng cộng", "tổng số", "cộng", "tổng", "danh sách này có", "danh sách gồm", "danh sách có", "ấn định danh sách",
	"tổng cộng danh sách",
}

// totalAt is where a row says that it is a total; -1 where it does not. All
// that it has beside are numbers.
func (r *row) totalAt(rec record) int {
	at := -1
	for i, s := range rec.cells {
		s, _ = clean(s)
		switch {
		case s == "" || strings.Trim(s, "0123456789., ") == "":
		case at < 0 && isTotal(s):
			at = i
		case at >= 0 && (s == cellAt(rec.cells, at) || isCounted(s)): // merged, or "đảng viên" beside its number
		default:
			return -1
		}
	}
	return at
}

func isTotal(s string) bool {
	lower := strings.ToLower(s)
	for _, t := range totals {
		rest, ok := strings.CutPrefix(lower, t)
		if !ok && isASCII(s) {
			rest, ok = strings.CutPrefix(lower, withoutMarks(t))
		}
		if ok && isCounted(withoutBrackets(rest)) {
			return true
		}
	}
	return false
}

// withoutBrackets is a text with a number in it without what stands in
// brackets: the number once more, in words.
func withoutBrackets(s string) string {
	before, rest, ok := strings.Cut(s, "(")
	if _, numbered := firstNumber(before); !ok || !numbered {
		return s
	}
	_, after, _ := strings.Cut(rest, ")")
	return before + after
}

// isCounted reports a text of numbers, and of words that count people.
func isCounted(s string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		switch w {
		case "số", "so", "đảng", "dang", "viên", "vien", "đồng", "chí", "người", "có", "gồm", "là", "danh", "sách", "này", "thẻ",
			"the", "đ", "c", "đc", "trong", "đó", "chính", "thức", "dự", "bị", "cộng", "chi", "bộ", "toàn", "nam", "nữ", "dong":
		default:
			return false
		}
	}
	return true
}

// total compares what a row says that there are with what was read: of the
// group above it, or of all.
func (r *row) total(rec record) {
	a := &r.asides
	at := r.totalAt(rec)
	stated, ok := firstNumber(rec.cells[at])
	for i := 0; !ok && i < len(rec.cells); i++ {
		if i != at && i != r.at[colOrdinal] {
			stated, ok = firstNumber(rec.cells[i])
		}
	}
	if ok && stated != a.all && stated != a.group {
		read := a.all
		if len(a.rows[asideGroup]) > 0 && a.group < a.all && stated < a.all {
			read = a.group
		}
		a.totals = append(a.totals, Problem{
			Fault: FaultTotal, Line: rec.line, Found: strconv.Itoa(stated), Want: strconv.Itoa(read),
		})
	}
	a.group = 0
}

func firstNumber(s string) (n int, ok bool) {
	for i := range len(s) {
		switch {
		case digitAt(s, i) && n < 100_000_000:
			n, ok = n*10+int(s[i]-'0'), true
		case ok && s[i] == '.' && digitAt(s, i+1) && digitAt(s, i+2) && digitAt(s, i+3): // 1.250
		case ok:
			return n, ok
		}
	}
	return n, ok
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func withoutMarks(s string) string { return stampdesk.Fold(s) }
