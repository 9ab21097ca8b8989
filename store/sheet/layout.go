package sheet

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"stampdesk/store/sheet/charset"
)

// layout says where the columns of a file stand.
type layout struct {
	at     [numColumns]int // -1: not there; from width on: made of others
	width  int             // headings, the empty ones at the end not counted
	titles [numColumns]string
	made   []made
}

// title is the heading under which column c stands in the file.
func (l *layout) title(c column) string {
	if t := l.titles[c]; t != "" {
		return t
	}
	return headings[c]
}

// laying is a layout in the making.
type laying struct {
	layout
	*lexicon
	t        table
	texts    []string  // of the headings, as the file has them
	means    []meaning // of each
	headings []Heading
	evidence []charset.Evidence // of cells in an old font
	rows     [][]string         // below, read where headings alone do not tell

	problems, warnings []Problem
}

// lay finds the columns by their headings, and by what stands below where
// those leave it open.
func lay(t table, l *lexicon) *laying {
	y := &laying{lexicon: l, t: t}
	for c := range y.at {
		y.at[c] = -1
	}
	for i, text := range t.heading.cells {
		if !isBlank(text) {
			y.width = i + 1
		}
	}
	y.texts = t.heading.cells[:y.width]
	y.means = make([]meaning, y.width)
	for i, text := range y.texts {
		y.means[i] = l.mean(text)
		if y.at[colOrdinal] < 0 && slices.Contains(y.means[i].cols, colOrdinal) {
			y.at[colOrdinal] = i
		}
	}
	y.checkProfile()
	y.nearby()
	for c := range numColumns {
		if y.want.has[c] && c < colOrdinal {
			y.place(c)
		}
	}
	y.unitByItsCodes()
	y.compose()
	y.tell()
	return y
}

// place finds where column c stands, if anywhere.
func (y *laying) place(c column) {
	var where []int
	for i, m := range y.means {
		if slices.Contains(m.cols, c) {
			where = append(where, i)
		}
	}
	if len(where) > 1 && len(y.profile.Columns[fieldOf[c]]) == 0 {
		where = y.choose(where)
	}
	switch {
	case len(where) == 0:
		return
	case len(where) > 1 && len(y.profile.Columns[fieldOf[c]]) == len(where):
		y.join(c, where)
		return
	case len(where) == 2 && c == colName && where[1] == where[0]+1 && y.same(where):
		y.join(c, where) // merged over the family name and the given name
		return
	case len(where) > 1:
		y.problems = append(y.problems, Problem{
			Fault: FaultTwinColumn, Line: y.t.heading.line, Column: headings[c], Found: y.quote(where),
		})
	}
	y.at[c], y.titles[c] = where[0], y.textOf(where[0])
}

// choose keeps those of several columns with one meaning that have the better
// claim to it.
func (y *laying) choose(where []int) []int {
	keep := func(better func(i int) bool) {
		kept := slices.DeleteFunc(slices.Clone(where), func(i int) bool { return !better(i) })
		if len(kept) > 0 {
			where = kept
		}
	}
	keep(func(i int) bool { return !y.means[i].loose })
	keep(func(i int) bool { return len(y.means[i].cols) == 1 })
	if len(where) == 1 {
		return where
	}
	keep(func(i int) bool {
		return slices.ContainsFunc(y.sample(), func(row []string) bool { return !isBlank(cellAt(row, i)) })
	})
	if len(y.sample()) > 0 && !slices.ContainsFunc(y.sample(), func(row []string) bool {
		return slices.ContainsFunc(where, func(i int) bool { return cellAt(row, i) != cellAt(row, where[0]) })
	}) && y.same(where) {
		return where[:1] // all say the same: a cell that was merged over them
	}
	return where
}

// sample are the first rows below the headings.
func (y *laying) sample() [][]string {
	if y.rows == nil {
		y.rows = [][]string{}
		for r := range y.t.below {
			if y.rows = append(y.rows, slices.Clone(r.cells)); len(y.rows) == 200 {
				break
			}
		}
	}
	return y.rows
}

// same reports columns with one heading.
func (y *laying) same(where []int) bool {
	for _, i := range where {
		if headingKey(y.texts[i]) != headingKey(y.texts[where[0]]) {
			return false
		}
	}
	return true
}

// unitByItsCodes takes the column of the units' names for that of their codes
// where the file has no other, and nothing but codes stands in it.
func (y *laying) unitByItsCodes() {
	i := y.at[colUnitName]
	if y.at[colUnit] >= 0 || i < 0 || i >= y.width || strings.HasPrefix(headingKey(y.texts[i]), "ten ") {
		return
	}
	codes := 0
	for _, row := range y.sample() {
		switch s, _ := clean(cellAt(row, i)); {
		case s == "":
		case looksLikeCode(s):
			codes++
		default:
			return
		}
	}
	if codes > 0 {
		y.at[colUnit], y.titles[colUnit] = i, y.titles[colUnitName]
		y.at[colUnitName], y.titles[colUnitName] = -1, ""
		y.means[i].cols = []column{colUnit}
	}
}

// looksLikeCode reports one short word with a digit in it, or of capitals.
func looksLikeCode(s string) bool {
	return len(s) <= 16 && !strings.ContainsAny(s, " ,;") && (strings.ContainsAny(s, "0123456789") || s == strings.ToUpper(s))
}

func (y *laying) textOf(i int) string {
	s, _ := clean(y.texts[i])
	return shorten(s)
}

// quote names columns by their headings and their places.
func (y *laying) quote(where []int) string {
	var names []string
	for _, i := range where {
		names = append(names, fmt.Sprintf("“%s” (%d)", y.textOf(i), i+1))
	}
	return shorten(strings.Join(names, ", "))
}

// tell says what is missing and what is not used.
func (y *laying) tell() {
	var names, unused []string
	for i, text := range y.texts {
		h := Heading{Text: y.textOf(i)}
		for _, c := range y.means[i].cols {
			if f := fieldOf[c]; f != "" && y.want.has[c] && y.uses(i, c) {
				h.Fields = append(h.Fields, f)
			}
		}
		y.headings = append(y.headings, h)
		switch {
		case isBlank(text) && h.Fields == nil:
			unused = append(unused, "("+strconv.Itoa(i+1)+")")
			continue
		case h.Fields != nil, slices.Contains(y.means[i].cols, colOrdinal), slices.Contains(y.means[i].cols, colFault), slices.Contains(y.means[i].cols, colDesk), slices.Contains(y.means[i].cols, colMeasure):
		case !y.told(i):
			unused = append(unused, h.Text)
		}
		names = append(names, h.Text)
	}
	for _, c := range y.want.must {
		if y.at[c] < 0 {
			y.problems = append(y.problems, Problem{
				Fault: FaultNoColumn, Line: y.t.heading.line, Column: headings[c], Found: listed(names),
			})
		}
	}
	if len(unused) > 0 {
		y.warnings = append(y.warnings, Problem{Fault: FaultUnknownColumns, Line: y.t.heading.line, Found: listed(unused)})
	}
}

// told reports that something was said of column i already.
func (y *laying) told(i int) bool {
	return slices.ContainsFunc(y.warnings, func(p Problem) bool {
		return p.Fault == FaultNearHeading && p.Found == y.textOf(i)
	}) || slices.ContainsFunc(y.problems, func(p Problem) bool {
		return p.Fault == FaultTwinColumn && slices.ContainsFunc(y.means[i].cols, func(c column) bool { return headings[c] == p.Column })
	})
}

// uses reports whether column c is read from column i of the file.
func (y *laying) uses(i int, c column) bool {
	if y.at[c] == i {
		return true
	}
	return slices.ContainsFunc(y.made, func(m made) bool {
		return slices.Contains(m.from, i) && (slices.Contains(m.to, c) || m.how != split)
	})
}

// listed names the first of many texts.
func listed(texts []string) string {
	const most = 40
	if len(texts) > most {
		return strings.Join(texts[:most], ", ") + ", …"
	}
	return strings.Join(texts, ", ")
}
