package sheet

import "stampdesk"

// date is the day in column c; zero where it is empty, and where it is none.
func (r *row) date(c column) stampdesk.Date {
	raw := r.raw(c)
	if raw == "" {
		return stampdesk.Date{}
	}
	d, at := daySlot(raw)
	if at >= 0 && r.days[at] {
		return d
	}
	s := r.text(c)
	if s == "" {
		return stampdesk.Date{}
	}
	d, form := dayOf(s, r.from1904)
	switch {
	case form == dayNone:
		r.fault(Problem{Fault: FaultDate, Column: r.title(c), Found: shorten(s)})
	case form == dayMonthFirst:
		r.fault(Problem{Fault: FaultMonthFirst, Column: r.title(c), Found: shorten(s)})
	case form == dayShortYear:
		r.fault(Problem{Fault: FaultShortYear, Column: r.title(c), Found: shorten(s)})
	case form == dayPart:
		r.warn(Problem{Fault: FaultDayPart, Column: r.title(c), Found: shorten(s), Want: d.String()})
	case form == daySerial:
		r.warn(Problem{Fault: FaultSerial, Column: r.title(c), Found: shorten(s), Want: d.String()})
	case at >= 0:
		r.days[at] = true
	}
	return d
}

// shape sees whether a date of a list is one; what is wrong with it is a
// warning, for no line of a list keeps it.
func (r *row) shape(c column) stampdesk.Date {
	n := len(r.problems)
	d := r.date(c)
	r.warnings = append(r.warnings, r.problems[n:]...)
	r.problems = r.problems[:n]
	return d
}

// Years that daySlot knows; others are read the slow way.
const firstYear, lastYear = 1850, 2100

// daySlot takes dd/mm/yyyy apart and numbers the day; -1 where it is written
// in another way. Whether there is such a day it does not know.
func daySlot(s string) (stampdesk.Date, int) {
	if len(s) != 10 || s[2] != '/' || s[5] != '/' {
		return stampdesk.Date{}, -1
	}
	var n [3]int
	for i, part := range [...]string{s[:2], s[3:5], s[6:]} {
		for j := range len(part) {
			if part[j] < '0' || part[j] > '9' {
				return stampdesk.Date{}, -1
			}
			n[i] = n[i]*10 + int(part[j]-'0')
		}
	}
	if n[0] > 31 || n[1] > 12 || n[2] < firstYear || n[2] > lastYear {
		return stampdesk.Date{}, -1
	}
	d := stampdesk.Date{Year: int16(n[2]), Month: uint8(n[1]), Day: uint8(n[0])}
	return d, ((n[2]-firstYear)*13+n[1])*32 + n[0]
}

// flaws says what of a member's dates cannot be right.
func (r *row) flaws(m *stampdesk.Member, today stampdesk.Date) {
	if usualLife(m, today) {
		return
	}
	for _, f := range m.DateFlaws(today) {
		c, _ := columnOf(f.Field)
		p := Problem{Fault: Fault(f.Kind), Column: r.title(c), Found: f.Date.String(), Want: f.Other.String()}
		if f.Kind.IsError() {
			r.fault(p)
		} else {
			r.warn(p)
		}
	}
}

// usualLife reports at a glance that the years of a member's dates follow each
// other as they do for nearly everybody, so that no day needs to be looked at.
func usualLife(m *stampdesk.Member, today stampdesk.Date) bool {
	born, in, official, issued := m.Birth.Year, m.Admitted.Year, m.Official.Year, m.Issued.Year
	return in > born+18 && in < official && (issued == 0 || in < issued) &&
		(today.IsZero() || max(official, issued) < today.Year && born > today.Year-100) &&
		m.MovedOut.IsZero() && m.MovedIn.IsZero() && m.Died.IsZero() && m.Left.IsZero()
}
