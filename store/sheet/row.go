package sheet

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"stampdesk"
)

// maxCell is how many bytes of a cell are taken; names are keys in a store,
// and keys have limits.
const maxCell = 2000

// row reads the cells of one record after the other and gathers what is wrong
// with each.
type row struct {
	layout
	record
	problems, warnings []Problem // of this record

	// Most cells of a column say what another row said already, often the one
	// before.
	last     [numColumns]struct{ raw, text string }
	texts    map[string]string
	statuses map[string]stampdesk.Status
	days     []bool // days that ParseDate took, by daySlot
}

func newRow(l layout) row {
	return row{
		layout: l, texts: map[string]string{}, statuses: map[string]stampdesk.Status{},
		days: make([]bool, (lastYear-firstYear+1)*13*32),
	}
}

// take turns to the next record; false if its cells cannot be read.
func (r *row) take(rec record) bool {
	r.record = rec
	r.problems, r.warnings = r.problems[:0], r.warnings[:0]
	if rec.broken != "" {
		r.fault(Problem{Fault: FaultQuote, Found: shorten(rec.broken)})
		return false
	}
	n := len(rec.cells)
	for n > r.width && isBlank(rec.cells[n-1]) {
		n--
	}
	if n != r.width {
		r.fault(Problem{Fault: FaultRagged, Found: strconv.Itoa(n), Want: strconv.Itoa(r.width)})
		return false
	}
	return true
}

func (r *row) fault(p Problem) {
	p.Line = r.line
	r.problems = append(r.problems, p)
}

func (r *row) warn(p Problem) {
	p.Line = r.line
	r.warnings = append(r.warnings, p)
}

// raw is the cell as the file has it.
func (r *row) raw(c column) string {
	if r.at[c] < 0 {
		return ""
	}
	return r.cells[r.at[c]]
}

// text is a cell that few rows share.
func (r *row) text(c column) string {
	raw := r.raw(c)
	if raw == "" {
		return ""
	}
	if p, bad := unresolved(raw); bad {
		p.Column = headings[c]
		r.fault(p)
		return ""
	}
	s, ok := clean(raw)
	switch {
	case !ok:
		r.fault(Problem{Fault: FaultControl, Column: headings[c], Found: oddCharacter(s)})
		return ""
	case len(s) > maxCell:
		r.fault(Problem{
			Fault: FaultTooLong, Column: headings[c], Found: strconv.Itoa(len(s)), Want: strconv.Itoa(maxCell),
		})
		return ""
	}
	return unguard(s)
}

func oddCharacter(s string) string {
	i := strings.IndexFunc(s, func(c rune) bool { return c == utf8.RuneError || unicode.IsControl(c) })
	c, _ := utf8.DecodeRuneInString(s[i:])
	return fmt.Sprintf("%U", c)
}

// word is a cell that many rows share.
func (r *row) word(c column) string {
	raw := r.raw(c)
	if raw == "" {
		return ""
	}
	if l := &r.last[c]; raw == l.raw {
		return l.text
	}
	s, ok := r.texts[raw]
	if !ok {
		n := len(r.problems)
		s = strings.Clone(r.text(c))
		if len(r.problems) > n {
			return s
		}
		r.texts[strings.Clone(raw)] = s
	}
	r.last[c].raw, r.last[c].text = raw, s
	return s
}

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
	d, err := stampdesk.ParseDate(s)
	if err != nil {
		r.fault(Problem{Fault: FaultDate, Column: headings[c], Found: shorten(s)})
	} else if at >= 0 {
		r.days[at] = true
	}
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

func (r *row) status() stampdesk.Status {
	raw := r.raw(colStatus)
	if st, ok := r.statuses[raw]; ok {
		return st
	}
	n := len(r.problems)
	s := r.text(colStatus)
	st, err := stampdesk.ParseStatus(s)
	if err != nil {
		r.fault(Problem{Fault: FaultStatus, Column: headings[colStatus], Found: shorten(s), Want: statusWords()})
	} else if len(r.problems) == n {
		r.statuses[strings.Clone(raw)] = st
	}
	return st
}

func statusWords() string {
	var words []string
	for st := stampdesk.Official; st <= stampdesk.Resigned; st++ {
		words = append(words, st.String())
	}
	return strings.Join(words, ", ")
}

// card is the number in column c; zero where it is empty, and where it is none.
func (r *row) card(c column) stampdesk.CardNumber {
	s := r.text(c)
	if s == "" {
		return 0
	}
	n, err := stampdesk.ParseCard(s)
	if bad, ok := err.(*stampdesk.CardError); ok {
		r.fault(Problem{Fault: cardFault + Fault(bad.Fault), Column: headings[c], Found: shorten(s)})
	}
	return n
}

func (r *row) name() string {
	n := len(r.problems)
	s := r.text(colName)
	switch {
	case s == "" && len(r.problems) == n:
		r.fault(Problem{Fault: FaultNoName, Column: headings[colName]})
	case fromOldFont(s):
		r.warn(Problem{Fault: FaultOldFont, Column: headings[colName], Found: shorten(s)})
	}
	return s
}

// once reports a number that an earlier row of the file has.
func (r *row) once(cards *seen, n stampdesk.CardNumber) {
	if n == 0 || cards.add(uint64(n), r.line) {
		return
	}
	if first := cards.first(uint64(n)); first != r.line {
		r.fault(Problem{Fault: FaultTwinCard, Column: headings[colCard], Found: n.String(), First: first})
	}
}
