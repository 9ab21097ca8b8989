package sheet

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"stampdesk"
)

// dayForm says how a day was written.
type dayForm int

const (
	dayNone       dayForm = iota // it is none
	dayUsual                     // day first, or a bare year
	dayISO                       // year first
	daySerial                    // a spreadsheet's number
	dayPart                      // without its day or month: the year is taken
	dayShortYear                 // the year has two digits: it is none
	dayMonthFirst                // it would be one with the month first: it is none
)

// serials are the numbers under which spreadsheets keep the days from 1927 to
// 2064.
const leastSerial, mostSerial = 10_000, 60_000

// dayOf reads a day in any shape that files have, always day first. A month
// first is told, and never taken.
func dayOf(s string, from1904 bool) (stampdesk.Date, dayForm) {
	s = strings.TrimSpace(withoutTime(strings.TrimFunc(s, func(r rune) bool { return r == '\'' || unicode.IsSpace(r) })))
	if s == "" {
		return stampdesk.Date{}, dayNone
	}
	if d, ok := serialDay(s, from1904); ok {
		return d, daySerial
	}
	if d, err := stampdesk.ParseDate(s); err == nil {
		return d, dayUsual
	}
	n, ok := numbersOf(s)
	switch {
	case !ok:
	case len(n) == 3 && len(n[0]) == 4:
		if d, err := stampdesk.ParseDate(n[2] + "/" + n[1] + "/" + n[0]); err == nil {
			return d, dayISO
		}
	case len(n) == 3 && len(n[2]) == 2 && len(n[0]) <= 2:
		return stampdesk.Date{}, dayShortYear
	case len(n) == 3: // "ngày 19 tháng 5 năm 2003", and 00/05/1948
		if d, err := stampdesk.ParseDate(strings.Join(n, "/")); err == nil {
			return d, dayUsual
		}
		day, _ := strconv.Atoi(n[0])
		month, _ := strconv.Atoi(n[1])
		if d, err := stampdesk.ParseDate(n[2]); err == nil && day == 0 && month <= 12 {
			return d, dayPart
		}
		if _, err := stampdesk.ParseDate(n[1] + "/" + n[0] + "/" + n[2]); err == nil {
			return stampdesk.Date{}, dayMonthFirst
		}
	case len(n) == 2 && len(n[0]) <= 2:
		month, _ := strconv.Atoi(n[0])
		if d, err := stampdesk.ParseDate(n[1]); err == nil && month <= 12 {
			return d, dayPart
		}
	case len(n) == 1 && len(n[0]) == 4: // "năm 1948", "--/--/1948"
		if d, err := stampdesk.ParseDate(n[0]); err == nil {
			return d, dayUsual
		}
	}
	return stampdesk.Date{}, dayNone
}

// withoutTime cuts the time of day off: a day is all that papers carry.
func withoutTime(s string) string {
	i := strings.IndexAny(s, "T ")
	if i < 6 || strings.IndexByte(s[i:], ':') < 0 {
		return s
	}
	for _, c := range s[i+1:] {
		if !strings.ContainsRune("0123456789:. APMapmZ+-", c) {
			return s
		}
	}
	return s[:i]
}

// serialDay reads a spreadsheet's number of a day, with or without the part
// that is its time.
func serialDay(s string, from1904 bool) (stampdesk.Date, bool) {
	whole, part, _ := strings.Cut(s, ".")
	if len(whole) != 5 || strings.Trim(whole+part, "0123456789") != "" {
		return stampdesk.Date{}, false
	}
	n, err := strconv.Atoi(whole)
	if err != nil || n < leastSerial || n > mostSerial {
		return stampdesk.Date{}, false
	}
	if from1904 {
		n += 1462
	}
	return stampdesk.DateOf(time.Date(1899, 12, 30+n, 0, 0, 0, 0, time.UTC)), true
}

// numbersOf takes the numbers out of a day; false where other words stand
// between them than those that Vietnamese dates have.
func numbersOf(s string) (n []string, ok bool) {
	if len(s) > 60 {
		return nil, false
	}
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("/-.,_ ?", r) }) {
		switch w = strings.ToLower(w); {
		case w == "ngày" || w == "tháng" || w == "năm" || w == "ngay" || w == "thang" || w == "nam" || w == "mồng" || w == "mùng":
		case strings.Trim(w, "0123456789") == "":
			n = append(n, w)
		default:
			return nil, false
		}
	}
	return n, len(n) > 0 && len(n) <= 3
}
