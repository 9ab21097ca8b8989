package sheet

import (
	"slices"
	"strconv"
	"strings"
)

// asideKind says what a row is that is no member's.
type asideKind int

const (
	asideNone    asideKind = iota
	asideHeading           // the headings again, as on every printed page
	asideTotal             // Tổng cộng: 12
	asideGroup             // I. Chi bộ thôn Đông
	asideEmpty             // nothing but its ordinal number
	asideSigned            // what stands below the table: place and day, who signs, Nơi nhận
	asideKinds
)

// asides are the rows that are no member's. A row with a card number, or with
// a name and a date, is never one of them.
type asides struct {
	heads [][]string // of each column, what may stand there when the headings are repeated
	cell  string     // by the group row above
	below bool       // the table has ended
	ours  bool       // the file is a blank form that this program gave out

	all, group int // members' rows so far, in all and since the last group or total
	rows       [asideKinds][]int
	titles     []string // of the groups that name no cell
	totals     []Problem
}

// isMembers reports at a glance that a row is a member's: it has a card number.
func (r *row) isMembers(rec record) bool {
	at := r.at[colCard]
	if at < 0 || at >= len(rec.cells) {
		return false
	}
	s := rec.cells[at]
	return len(s) >= 7 && digitAt(s, 0) && digitAt(s, len(s)-1) && s[1] != '/' && s[2] != '/'
}

// aside takes a row that is no member's out of the way; it is given as wide as
// the headings are.
func (r *row) aside(rec *record) bool {
	kind := asideNone
	if rec.broken == "" && !r.isMembers(*rec) {
		kind = r.kindOf(*rec)
	}
	if kind == asideNone {
		r.asides.all++
		r.asides.group++
		return false
	}
	a := &r.asides
	a.rows[kind] = append(a.rows[kind], rec.line)
	switch kind {
	case asideTotal:
		r.total(*rec)
	case asideGroup:
		r.beginGroup(*rec)
	case asideSigned:
		a.below = true
		a.ours = a.ours || slices.ContainsFunc(rec.cells, func(s string) bool { return strings.Contains(s, blankForm) })
	}
	cells := slices.Grow([]string(nil), r.width)
	for i := range r.width {
		cells = append(cells, cellAt(rec.cells, i))
	}
	rec.cells = cells
	return true
}

func (r *row) kindOf(rec record) asideKind {
	if r.looksLikeMember(rec) {
		return asideNone
	}
	texts := different(rec.cells)
	switch {
	case r.repeatsHeadings(rec):
		return asideHeading
	case isNumbering(rec.cells) && len(texts) > 2:
		return asideHeading
	case len(texts) == 1 && texts[0] == cellAt(rec.cells, r.at[colOrdinal]) && isGroupNumber(texts[0]):
		return asideEmpty
	case r.totalAt(rec) >= 0:
		return asideTotal
	case r.asides.below:
		return asideSigned
	case r.groupOf(rec) != "":
		return asideGroup
	case isSignature(rec.cells, r.at[colName]):
		return asideSigned
	}
	return asideNone
}

// looksLikeMember reports a card number, or a name beside a date or the code of
// a unit.
func (r *row) looksLikeMember(rec record) bool {
	cells := rec.cells
	if len(r.made) > 0 && len(cells) >= r.width {
		cells = r.fill(cells, nil, func(int, string) {})
	}
	cell := func(c column) string { return cellAt(cells, r.at[c]) }
	if takes(colCard, strings.TrimSpace(cell(colCard))) {
		return true
	}
	if isBlank(cell(colName)) {
		return false
	}
	for _, c := range [...]column{colBirth, colAdmitted, colOfficial, colIssued, colMovedIn} {
		if d, _ := dayOf(cell(c), false); !d.IsZero() {
			return true
		}
	}
	unit, _ := clean(cell(colUnit))
	return unit != "" && looksLikeCode(unit)
}

// different are the texts of a row, a merged one once.
func different(cells []string) (texts []string) {
	for _, s := range cells {
		if s, _ = clean(s); s != "" && !slices.Contains(texts, s) {
			if texts = append(texts, s); len(texts) > 8 {
				break
			}
		}
	}
	return texts
}

// repeatsHeadings reports a row of nothing but headings, or the upper or lower
// parts of them, each over its own column.
func (r *row) repeatsHeadings(rec record) bool {
	n := 0
	for i, s := range rec.cells {
		if isBlank(s) {
			continue
		}
		if i >= len(r.asides.heads) || !slices.Contains(r.asides.heads[i], headingKey(s)) {
			return false
		}
		n++
	}
	return n >= 2
}

func headParts(headings []string) (parts [][]string) {
	for _, h := range headings {
		over, under, _ := strings.Cut(h, overUnder)
		parts = append(parts, []string{headingKey(h), headingKey(over), headingKey(under)})
	}
	return parts
}

// blankForm stands below the table of a blank form that this program gave out:
// what is no member's row there was there before anybody filled it in.
const blankForm = "(stampdesk)"

// report tells how many rows were passed over, and which.
func (a *asides) report() (warnings []Problem) {
	if a.ours {
		return a.totals
	}
	for kind, fault := range map[asideKind]Fault{
		asideHeading: FaultHeadingRows, asideTotal: FaultTotalRows, asideGroup: FaultGroupRows, asideSigned: FaultSignedRows, asideEmpty: FaultEmptyRows,
	} {
		if rows := a.rows[kind]; len(rows) > 0 {
			warnings = append(warnings, Problem{
				Fault: fault, Line: rows[0], Found: lines(rows), Want: strconv.Itoa(len(rows)),
			})
		}
	}
	if len(a.titles) > 0 {
		warnings = append(warnings, Problem{Fault: FaultGroupUnread, Line: a.rows[asideGroup][0], Found: listed(a.titles)})
	}
	slices.SortFunc(warnings, func(p, q Problem) int { return p.Line - q.Line })
	return append(warnings, a.totals...)
}

// lines names the first of many lines.
func lines(rows []int) string {
	const most = 20
	var texts []string
	for _, line := range rows[:min(most, len(rows))] {
		texts = append(texts, strconv.Itoa(line))
	}
	if len(rows) > most {
		texts = append(texts, "…")
	}
	return strings.Join(texts, ", ")
}
