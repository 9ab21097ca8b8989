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
	asideSigned            // what stands below the table: place and day, who signs, Nơi nhận
	asideKinds
)

// asides are the rows that are no member's. A row with a card number, or with
// a name and a date, is never one of them.
type asides struct {
	heads [][]string // of each column, what may stand there when the headings are repeated
	cell  string     // by the group row above
	below bool       // the table has ended

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

// looksLikeMember reports a card number, or a name beside a date.
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
	return r.asides.below && !isBlank(cell(colUnit)) && r.at[colUnit] >= 0
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

// groupOf is the title of a group of rows, which stands alone in its row but
// for its number and for how many they are; "" where it is none.
func (r *row) groupOf(rec record) string {
	title := ""
	for i, s := range rec.cells {
		switch s, _ = clean(s); {
		case s == "" || s == title || isGroupNumber(s):
		case title != "", i == r.at[colCell], i > max(1, r.at[colName]):
			return ""
		default:
			title = s
		}
	}
	number, rest, _ := strings.Cut(title, " ")
	switch bare := strings.TrimRight(number, ".)-/:"); {
	case begins(title, groups[:]...):
		return title
	case isGroupNumber(number) && begins(rest, groups[:]...):
		return rest
	case bare != number && rest != "" && (strings.Trim(bare, "IVXLC") == "" || len(bare) == 1 && 'A' <= bare[0] && bare[0] <= 'Z'):
		return title
	}
	return ""
}

var groups = [...]string{"chi bộ", "đảng bộ", "đảng ủy", "tổ đảng"}

// isGroupNumber reports "12", "IV.", "a)".
func isGroupNumber(s string) bool {
	s = strings.TrimRight(s, ".)-/:")
	return strings.Trim(s, "0123456789IVXLC") == "" || len(s) == 1 && s[0]|0x20 >= 'a' && s[0]|0x20 <= 'z'
}

// beginGroup takes the cell of the rows below from the title of their group.
func (r *row) beginGroup(rec record) {
	text := r.groupOf(rec)
	r.asides.cell, r.asides.group = "", 0
	if !begins(text, "chi bộ") {
		r.asides.titles = append(r.asides.titles, shorten(text))
		return
	}
	text, _, _ = strings.Cut(text, ":")
	text, _, _ = strings.Cut(text, " (")
	r.asides.cell = strings.TrimSpace(text)
}

// signatures begin what stands below a table.
var signatures = [...]string{
	"t/m", "tm.", "tm ", "k/t", "kt.", "nơi nhận", "bí thư", "phó bí thư", "người lập", "lập biểu", "người kiểm tra",
	"ban chấp hành", "ban thường vụ", "ban tổ chức", "thủ trưởng", "chi ủy", "đảng ủy", "xác nhận", "(ký", "ký, ", "ký tên",
	"(ghi rõ", "- lưu", "lưu:", "ngày ", "..., ngày", "…, ngày",
}

func isSignature(cells []string, name int) bool {
	if s, _ := clean(cellAt(cells, name)); s != "" && !beginsSignature(s) {
		return false
	}
	return slices.ContainsFunc(cells, func(s string) bool {
		s, _ = clean(s)
		return beginsSignature(s)
	})
}

func beginsSignature(s string) bool {
	if begins(s, signatures[:]...) {
		return true
	}
	s = strings.ToLower(s)
	for _, words := range [...][3]string{{"ngày", "tháng", "năm"}, {"ngay", "thang", "nam"}} {
		day, rest, ok := strings.Cut(s, words[0])
		_, year, month := strings.Cut(rest, words[1])
		if ok && month && strings.Contains(year, words[2]) && len(day) < 80 {
			return true
		}
	}
	return false
}

// begins reports one of the beginnings, in capitals or not; a text without
// any diacritic may begin with one that has them.
func begins(text string, beginnings ...string) bool {
	text = strings.ToLower(text)
	for _, b := range beginnings {
		if strings.HasPrefix(text, b) {
			return true
		}
		if isASCII(text) && strings.HasPrefix(text, withoutMarks(b)) {
			return true
		}
	}
	return false
}

// report tells how many rows were passed over, and which.
func (a *asides) report() (warnings []Problem) {
	for kind, fault := range map[asideKind]Fault{
		asideHeading: FaultHeadingRows, asideTotal: FaultTotalRows, asideGroup: FaultGroupRows, asideSigned: FaultSignedRows,
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
