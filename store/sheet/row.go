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
	asides             asides

	padded, lostZero, from1904 bool
	wide                       []string

	// Most cells of a column say what another row said already, often the one
	// before.
	last     [numColumns]struct{ raw, text string }
	texts    map[string]string
	statuses map[string]stampdesk.Status
	days     []bool // days that ParseDate took, by daySlot
}

func newRow(t table, l layout, o Options) row {
	return row{
		layout: l, texts: map[string]string{}, statuses: map[string]stampdesk.Status{},
		days:   make([]bool, (lastYear-firstYear+1)*13*32),
		padded: t.padded, lostZero: o.LostZero, from1904: t.date1904,
		asides: asides{heads: headParts(t.heading.cells)},
	}
}

// take turns to the next record, and makes it as wide as the headings where
// that is no fault; false if its cells cannot be read.
func (r *row) take(rec *record) bool {
	r.problems, r.warnings = r.problems[:0], r.warnings[:0]
	r.record = *rec
	if rec.broken != "" {
		r.fault(Problem{Fault: FaultQuote, Found: shorten(rec.broken)})
		return false
	}
	n := len(rec.cells)
	for n > r.width && isBlank(rec.cells[n-1]) {
		n--
	}
	switch {
	case n == r.width:
	case !r.padded:
		r.fault(Problem{Fault: FaultRagged, Found: strconv.Itoa(n), Want: strconv.Itoa(r.width)})
		return false
	case n > r.width:
		r.warn(Problem{Fault: FaultBeyond, Found: shorten(strings.Join(different(rec.cells[r.width:]), "; "))})
	default:
		rec.cells = append(append(make([]string, 0, r.width), rec.cells...), make([]string, r.width-n)...)
		r.record = *rec
	}
	if len(r.made) > 0 {
		r.wide = r.fill(rec.cells, r.wide, func(i int, text string) {
			r.warn(Problem{Fault: FaultLeftover, Column: r.headingOf(i), Found: shorten(text)})
		})
		r.cells = r.wide
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

// headingOf is the heading of column i, of which others are made.
func (r *row) headingOf(i int) string {
	for c, t := range r.titles {
		if r.at[c] == i {
			return t
		}
	}
	at := r.width
	for _, m := range r.made {
		for j := range m.to {
			if m.from[0] == i {
				for c := range r.at {
					if r.at[c] == at+j {
						return r.titles[c]
					}
				}
			}
		}
		at += len(m.to)
	}
	return ""
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
		r.fault(Problem{Fault: FaultControl, Column: r.title(c), Found: oddCharacter(s)})
		return ""
	case len(s) > maxCell:
		r.fault(Problem{
			Fault: FaultTooLong, Column: r.title(c), Found: strconv.Itoa(len(s)), Want: strconv.Itoa(maxCell),
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

func (r *row) name() string {
	n := len(r.problems)
	s := r.text(colName)
	if s == "" && len(r.problems) == n {
		r.fault(Problem{Fault: FaultNoName, Column: r.title(colName)})
	} else if s != "" && strings.IndexFunc(s, unicode.IsLetter) < 0 {
		r.fault(Problem{Fault: FaultBadName, Column: r.title(colName), Found: shorten(s)})
	} else if read := fromOldFont(r.raw(colName)); read != "" {
		r.warn(Problem{Fault: FaultOldFont, Column: r.title(colName), Found: shorten(s), Want: shorten(read)})
	}
	return s
}

// once reports a number that an earlier row of the file has.
func (r *row) once(cards *seen, n stampdesk.CardNumber) {
	if n == 0 || cards.add(uint64(n), r.line) {
		return
	}
	if first := cards.first(uint64(n)); first != r.line {
		r.fault(Problem{Fault: FaultTwinCard, Column: r.title(colCard), Found: n.String(), First: first})
	}
}
