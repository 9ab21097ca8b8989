package form

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"stampdesk"
)

// Options are what a form is laid out with beside its template and its data.
type Options struct {
	At      time.Time // the day under which it is issued; zero: left open
	Number  string    // "12-BC/BTC"; empty: left open
	Shares  stampdesk.Shares
	Version string // of the program, for the foot
}

// issuer is who issues the form: the cell, the unit's committee or the board.
func issuer(f *stampdesk.Filled) string {
	switch {
	case f.Cell != "":
		return f.Cell
	case f.Unit.Code != "":
		return f.Unit.Name
	}
	return f.Board.Name
}

// upper is the body above the one that issues the form.
func upper(f *stampdesk.Filled) string {
	if f.Cell != "" {
		return f.Unit.Name
	}
	return f.Board.Upper
}

// signedBy is for whom the form is signed, and in what office.
func signedBy(f *stampdesk.Filled) string {
	switch {
	case f.Cell != "":
		return "T/M CHI BỘ\nBÍ THƯ"
	case f.Unit.Code != "":
		return "T/M ĐẢNG ỦY\nBÍ THƯ"
	}
	return f.Board.SignedBy
}

// ofBoard is what only a paper of the board has.
func ofBoard(f *stampdesk.Filled, s string) string {
	if f.Unit.Code != "" || f.Cell != "" {
		return ""
	}
	return s
}

var ordinals = [...]string{"", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"}

// ordinal is the word of a round: lần thứ nhất, lần thứ tư.
func ordinal(n int) string {
	if 0 < n && n < len(ordinals) {
		return ordinals[n]
	}
	return strconv.Itoa(n)
}

func openDate(d stampdesk.Date) string {
	if d.IsZero() {
		return "…/…/…"
	}
	return d.String()
}

// dated is the line of place and day. Days below 10 and the months 1 and 2 are
// written with a zero, so that nobody can put a figure before them.
func dated(place string, at time.Time) string {
	if place == "" {
		place = "…………"
	}
	if at.IsZero() {
		return place + ", ngày … tháng … năm …"
	}
	month := strconv.Itoa(int(at.Month()))
	if at.Month() < 3 {
		month = "0" + month
	}
	return fmt.Sprintf("%s, ngày %02d tháng %s năm %d", place, at.Day(), month, at.Year())
}

// foot is what binds a form to the journals that it was filled from.
func foot(f *stampdesk.Filled, o Options) string {
	parts := []string{strings.TrimSpace("stampdesk " + o.Version)}
	for _, h := range f.Tally.Heads {
		parts = append(parts, fmt.Sprintf("sổ ghi %s/%d %x", h.Desk, h.Seq, h.Chain[:8]))
	}
	return strings.Join(parts, " · ")
}

func capitals(s string) string { return strings.ToUpper(s) }
