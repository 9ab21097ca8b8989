package stampdesk

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Date is a calendar day as papers carry it. Old records know only the year of
// birth: then Month and Day are zero. The zero Date means "not written".
type Date struct {
	Year  int16
	Month uint8
	Day   uint8
}

// DateOf gives the day of t in t's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{int16(y), uint8(m), uint8(d)}
}

// IsPartial reports a bare year.
func (d Date) IsPartial() bool { return !d.IsZero() && d.Day == 0 }

// Days gives the first and the last day that d may mean: the same one, unless
// it is a bare year.
func (d Date) Days() (first, last Date) {
	if d.IsPartial() {
		return Date{d.Year, 1, 1}, Date{d.Year, 12, 31}
	}
	return d, d
}

// IsZero reports that no date was written.
func (d Date) IsZero() bool { return d == Date{} }

// Compare orders dates; a bare year comes before every day of it.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// After reports whether d is later than e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// String gives dd/mm/yyyy, or yyyy, or "".
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return strconv.Itoa(int(d.Year))
	}
	return fmt.Sprintf("%02d/%02d/%04d", d.Day, d.Month, d.Year)
}

// ParseDate reads a date, day first, with any of "/", "-" or ".", or a bare
// year; "" is the zero Date.
func ParseDate(s string) (Date, error) {
	t := strings.TrimSpace(s)
	if t == "" {
		return Date{}, nil
	}
	f := strings.FieldsFunc(t, func(r rune) bool { return r == '/' || r == '-' || r == '.' })
	var n [3]int
	for i, p := range f {
		v, err := strconv.Atoi(strings.TrimSpace(p))
		if err != nil || i > 2 {
			return Date{}, fmt.Errorf("date %q: want dd/mm/yyyy", s)
		}
		n[i] = v
	}
	day, month, year := n[0], n[1], n[2]
	switch {
	case len(f) == 1:
		day, month, year = 0, 0, n[0]
	case len(f) != 3:
		return Date{}, fmt.Errorf("date %q: want dd/mm/yyyy", s)
	case !validDay(day, month, year):
		return Date{}, fmt.Errorf("date %q: there is no such day (the day comes first)", s)
	}
	if year < 1800 || year > 2200 {
		return Date{}, fmt.Errorf("date %q: year %d", s, year)
	}
	return Date{int16(year), uint8(month), uint8(day)}, nil
}

func validDay(day, month, year int) bool {
	if month < 1 || month > 12 || day < 1 {
		return false
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	return t.Day() == day && int(t.Month()) == month
}
