package sheet

import (
	"regexp"
	"strings"

	"stampdesk"
)

var (
	powerOfTen = regexp.MustCompile(`^[0-9]([.,][0-9]+)?[eE]\+?[0-9]{1,2}$`)
	// shortTail is a number of two groups that went through a spreadsheet as a
	// decimal fraction, which has no zeros at its end.
	shortTail = regexp.MustCompile(`^[0-9]{1,2}[.,][0-9]{1,5}$`)
)

// card is the number in column c; zero where it is empty, and where it is none.
func (r *row) card(c column) stampdesk.CardNumber {
	s := r.text(c)
	if s == "" {
		return 0
	}
	n, err := stampdesk.ParseCard(s)
	if err == nil {
		return n
	}
	// A number that went through a spreadsheet as one may have a mark of text
	// before it, or a fraction of nothing behind.
	if t := strings.TrimPrefix(s, "'"); t != s {
		n, err = stampdesk.ParseCard(t)
	} else if t := strings.TrimSuffix(s, ".0"); t != s && strings.Trim(t, "0123456789") == "" {
		n, err = stampdesk.ParseCard(t)
		s = t
	}
	bad, ok := err.(*stampdesk.CardError)
	switch {
	case !ok:
	case shortTail.MatchString(s):
		r.fault(Problem{Fault: FaultCardTail, Column: r.title(c), Found: shorten(s)})
	case bad.Fault == stampdesk.FaultLeadZero && r.lostZero:
		if n, err = stampdesk.ParseCard("0" + strings.Trim(s, "' ")); err == nil {
			r.warn(Problem{Fault: FaultZeroAdded, Column: r.title(c), Found: shorten(s), Want: n.String()})
			return n
		}
		r.fault(Problem{Fault: FaultCardLeadZero, Column: r.title(c), Found: shorten(s)})
		return 0
	case powerOfTen.MatchString(s):
		r.fault(Problem{Fault: FaultCardPower, Column: r.title(c), Found: shorten(s)})
	default:
		r.fault(Problem{Fault: cardFault + Fault(bad.Fault), Column: r.title(c), Found: shorten(s)})
	}
	return n
}

// isRecordNumber reports 6 digits and 1 to 3 letters (số lý lịch).
func isRecordNumber(s string) bool {
	if len(s) < 7 || len(s) > 12 {
		return false
	}
	for i := range 6 {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	n := 0
	for _, c := range s[6:] {
		switch {
		case 'A' <= c && c <= 'Z', 'a' <= c && c <= 'z', c == 'Đ', c == 'đ':
			n++
		default:
			return false
		}
	}
	return n >= 1 && n <= 3
}
