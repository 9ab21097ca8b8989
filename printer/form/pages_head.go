package form

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"stampdesk"
)

// placeholders are what the words of a template can have filled in.
func placeholders() []string {
	names := make([]string, 0, len(fillings))
	for _, f := range fillings {
		names = append(names, f.name)
	}
	return names
}

var fillings = []struct {
	name string
	of   func(f *stampdesk.Filled) string
}{
	{"round", func(f *stampdesk.Filled) string { return ordinal(f.Round.Ordinal) }},
	{"round_number", func(f *stampdesk.Filled) string { return strconv.Itoa(f.Round.Ordinal) }},
	{"box", func(f *stampdesk.Filled) string { return strconv.Itoa(f.Round.Box) }},
	{"from", func(f *stampdesk.Filled) string { return f.Round.From.String() }},
	{"to", func(f *stampdesk.Filled) string { return f.Round.To.String() }},
	{"stat_date", func(f *stampdesk.Filled) string { return openDate(f.Round.StatDate) }},
	{"list_date", func(f *stampdesk.Filled) string { return openDate(f.Round.ListDate) }},
	{"unit", func(f *stampdesk.Filled) string { return f.Unit.Name }},
	{"cell", func(f *stampdesk.Filled) string { return f.Cell }},
	{"board", func(f *stampdesk.Filled) string { return f.Board.Name }},
	{"board_upper", func(f *stampdesk.Filled) string { return f.Board.Upper }},
	{"place", func(f *stampdesk.Filled) string { return f.Board.Place }},
	{"scope", scope},
	{"issuer", issuer},
	{"upper", upper},
	{"signed_by", signedBy},
	{"signer", func(f *stampdesk.Filled) string { return ofBoard(f, f.Board.Signer) }},
	{"drawn_up", func(f *stampdesk.Filled) string { return ofBoard(f, f.Board.DrawnUp) }},
	{"recipients", func(f *stampdesk.Filled) string { return f.Board.Recipients }},
	{"symbol", func(f *stampdesk.Filled) string { return ofBoard(f, f.Board.Symbol) }},
	{"n", func(f *stampdesk.Filled) string { n, _ := counted(f); return stampdesk.Vietnamese.Number(n) }},
	{"guests", func(f *stampdesk.Filled) string { _, n := counted(f); return stampdesk.Vietnamese.Number(n) }},
}

// filling replaces every placeholder by what the form has of it.
func (t *Template) filling(f *stampdesk.Filled, _ Options) *strings.Replacer {
	var pairs []string
	for _, p := range fillings {
		pairs = append(pairs, "{"+p.name+"}", p.of(f))
	}
	return strings.NewReplacer(pairs...)
}

// counted is how many members a list has, and how many guests beside them.
func counted(f *stampdesk.Filled) (ours, guests int) {
	for i := range f.Rows {
		if f.Rows[i].Class == stampdesk.Guest {
			guests++
		}
	}
	return len(f.Rows) - guests, guests
}

// scope is whom the form speaks of: the cell, the unit or the board.
func scope(f *stampdesk.Filled) string {
	switch {
	case f.Cell != "":
		return cellName(f.Cell)
	case f.Unit.Code != "":
		return f.Unit.Name
	}
	return f.Board.Name
}

// issuer is who issues the form: the cell, the unit's committee or the board.
func issuer(f *stampdesk.Filled) string {
	if f.Cell == "" && f.Unit.Code != "" && !ofCell(f) {
		return committee(f.Unit.Name)
	}
	return scope(f)
}

// committee is who writes for an organisation: a đảng bộ has no hand, its đảng
// ủy signs.
func committee(unit string) string {
	const organisation, hand = "Đảng bộ", "Đảng ủy"
	if len(unit) > len(organisation) && strings.EqualFold(unit[:len(organisation)], organisation) {
		return hand + unit[len(organisation):]
	}
	return unit
}

// ofCell reports whether a cell, of a unit or one that is a unit, has the form
// made.
func ofCell(f *stampdesk.Filled) bool {
	return f.Cell != "" || f.Unit.Code != "" && strings.Contains(stampdesk.Fold(string(f.Unit.Kind)), "chi bo")
}

// openLine is where somebody writes what the board's settings do not have.
const openLine = "……………………"

// bodies are the two bodies in the header, in capitals; where it is not known
// who issues the paper there is room to write both.
func bodies(upper, issuer string) (string, string) {
	if strings.TrimSpace(issuer) == "" {
		return openLine, openLine
	}
	return capitals(strings.TrimSpace(upper)), capitals(strings.TrimSpace(issuer))
}

// numbered is the number of a paper with room for what is not known of it.
func numbered(s string) string {
	if s = strings.TrimRight(s, " "); s == "Số" {
		return "Số ………"
	}
	return s
}

// upper is the body above the one that issues the form.
func upper(f *stampdesk.Filled) string {
	if f.Cell != "" {
		return f.Unit.Name
	}
	return f.Board.Upper
}

// cellName is the name of a cell with the word that says what it is.
func cellName(cell string) string {
	if strings.HasPrefix(stampdesk.Fold(cell), "chi bo") {
		return cell
	}
	return "Chi bộ " + cell
}

// signedBy is for whom the form is signed, and in what office.
func signedBy(f *stampdesk.Filled) string {
	switch {
	case ofCell(f):
		return "T/M CHI BỘ\nBÍ THƯ"
	case f.Unit.Code != "":
		return "T/M ĐẢNG ỦY\nBÍ THƯ"
	}
	return ofBoardHead(f.Board.SignedBy)
}

// ofBoardHead is the office over the board's signature; the usual one where
// the settings have none.
func ofBoardHead(s string) string {
	if strings.TrimSpace(s) == "" {
		return "TRƯỞNG BAN"
	}
	return s
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

// fewHeads is how many journals a foot can name.
const fewHeads = 3

// foot is what binds a form to the journals that it was filled from.
func foot(f *stampdesk.Filled, o Options) string {
	parts := []string{strings.TrimSpace("stampdesk " + o.Version)}
	heads := f.Tally.Heads
	if len(heads) > fewHeads {
		return parts[0] + " · " + strconv.Itoa(len(heads)) + " sổ ghi"
	}
	for _, h := range heads {
		parts = append(parts, fmt.Sprintf("sổ ghi %s/%d %x", h.Desk, h.Seq, h.Chain[:8]))
	}
	return strings.Join(parts, " · ")
}
