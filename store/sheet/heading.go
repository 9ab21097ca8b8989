package sheet

import (
	"iter"
	"slices"
	"strconv"
	"strings"
)

const (
	headRows    = 60     // among which the headings are looked for
	headColumns = 20_000 // more are no table
)

// table is a grid of which the row of the headings is known.
type table struct {
	grid
	heading record           // of two rows joined in one
	above   []record         // title rows
	written []record         // the rows of the headings as they stand, and that of the numbers under them
	below   iter.Seq[record] // the rows under the headings
}

// head finds the headings: the row, or the two rows one over the other, that
// name the most columns. Where no row names any, the first is taken for them.
func head(g grid, l *lexicon) (table, *Problem) {
	rows := firstRows(g)
	if len(rows) == 0 {
		if p := (&table{grid: g}).failure(); p != nil {
			return table{}, p
		}
		return table{}, &Problem{Fault: FaultEmpty}
	}
	at, two, most := 0, false, 0
	for i, r := range rows {
		if r.broken != "" || l.profile.Heading > 0 && r.line != l.profile.Heading {
			continue
		}
		points, all := l.score(r.cells)
		pair := false
		if i+1 < len(rows) && !looksLikeData(rows[i+1]) {
			both, allOfBoth := l.score(overAndUnder(r.cells, rows[i+1].cells))
			if next, _ := l.score(rows[i+1].cells); both > points && (both > next || all) { // as much as the next: what is merged stands in both
				points, all, pair = both, allOfBoth, true
			}
		}
		if points > most {
			at, two, most = i, pair, points
		}
		if all {
			break // no row can be more of a heading
		}
	}
	if l.profile.Heading > 0 && rows[at].line != l.profile.Heading {
		return table{}, &Problem{Fault: FaultProfileHeading, Found: strconv.Itoa(l.profile.Heading), Want: l.profile.Name}
	}
	if rows[at].broken != "" {
		return table{}, &Problem{Fault: FaultQuote, Line: rows[at].line}
	}
	t := table{grid: g, above: rows[:at], heading: rows[at]}
	at++
	if two {
		t.heading.cells = overAndUnder(rows[at-1].cells, rows[at].cells)
		at++
	}
	if at < len(rows) && (isNumbering(rows[at].cells) || wasNumbering(rows[at].cells)) {
		at++
	}
	t.written = rows[len(t.above):at]
	t.below = after(g.rows, at)
	return t, nil
}

// heads are the rows of the headings as they stand in the file.
func (t *table) heads() []record { return t.written }

// firstRows are the rows among which the headings are.
func firstRows(g grid) (rows []record) {
	for r := range g.rows {
		r.cells = slices.Clone(r.cells[:min(len(r.cells), headColumns)])
		if rows = append(rows, r); len(rows) == headRows+2 {
			break
		}
	}
	return rows
}

func after(rows iter.Seq[record], skip int) iter.Seq[record] {
	return func(yield func(record) bool) {
		n := 0
		for r := range rows {
			if n++; n > skip && !yield(r) {
				return
			}
		}
	}
}

// overAndUnder joins two rows of headings into one. A cell that was merged over
// several columns stands in the first of them, or in all; one that was merged
// over both rows stands in the upper one, or in both.
func overAndUnder(over, under []string) []string {
	joined := make([]string, max(len(over), len(under)))
	merged := ""
	for i := range joined {
		above, below := cellAt(over, i), cellAt(under, i)
		switch {
		case !isBlank(above):
			merged = ""
			if !isBlank(below) {
				merged = above
			}
		case !isBlank(below):
			above = merged
		default:
			merged = ""
		}
		switch {
		case isBlank(below) || headingKey(above) == headingKey(below):
			joined[i] = above
		case isBlank(above):
			joined[i] = below
		default:
			joined[i] = above + overUnder + below
		}
	}
	return joined
}

func cellAt(cells []string, i int) string {
	if i < 0 || i >= len(cells) {
		return ""
	}
	return cells[i]
}

// looksLikeData reports a row with a number that no heading has: a card
// number, a day, a year.
func looksLikeData(r record) bool {
	if r.broken != "" {
		return true
	}
	for _, s := range r.cells {
		digits := 0
		for i := range len(s) {
			if '0' <= s[i] && s[i] <= '9' {
				if digits++; digits == 4 && len(s) <= 30 {
					return true
				}
			}
		}
	}
	return false
}

// isNumbering reports a row of column numbers: 1 2 3, (1) (2) (3), A B 1 2.
func isNumbering(cells []string) bool {
	n, number, letter := 0, 0, byte('A'-1)
	for _, s := range cells {
		s = strings.Trim(s, "() \t")
		switch {
		case s == "":
			continue
		case number == 0 && len(s) == 1 && s[0]&^0x20 == letter+1:
			letter++
		case s == strconv.Itoa(number+1):
			number++
		case number > 0 && s == strconv.Itoa(number): // of a merged cell
		default:
			return false
		}
		n++
	}
	return n >= 2
}

// wasNumbering reports a row of column numbers below headings of which some
// were taken out or moved: 1 2 4 3. No member is a row of small numbers.
func wasNumbering(cells []string) bool {
	last, seen := 0, map[int]bool{}
	for _, s := range cells {
		if s = strings.Trim(s, "() \t"); s == "" {
			continue
		}
		n, err := strconv.Atoi(s)
		switch {
		case err != nil || n < 1 || n > 2*len(cells)+8:
			return false
		case seen[n] && n != last: // else of a merged cell
			return false
		}
		last, seen[n] = n, true
	}
	return len(seen) > 2
}

// failure says why the last walk over a grid ended too soon.
func (t *table) failure() *Problem {
	if t.failed == nil {
		return nil
	}
	return t.failed()
}
