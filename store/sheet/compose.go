package sheet

import "strings"

// made is a cell, or some, made of others. They stand behind the cells of the
// file, so that a row of a plain file costs nothing.
type made struct {
	how  howMade
	from []int    // columns of the file
	to   []column // one cell each
}

type howMade int

const (
	join   howMade = iota // one text of several cells
	split                 // several facts of one cell, told by their shape
	dated                 // from the columns of men and of women: the birth date, and the sex
	marked                // a cross in the column of the sex
)

// add makes columns of others; what a column said before is not used.
func (y *laying) add(m made) {
	at := y.width
	for _, before := range y.made {
		at += len(before.to)
	}
	for i, c := range m.to {
		if c < colOrdinal {
			y.at[c], y.titles[c] = at+i, y.titleOf(m.from)
		}
	}
	y.made = append(y.made, m)
}

func (y *laying) join(c column, from []int) { y.add(made{join, from, []column{c}}) }

func (y *laying) titleOf(columns []int) string {
	var names []string
	for _, i := range columns {
		if s := y.textOf(i); s != "" {
			names = append(names, s)
		}
	}
	return shorten(strings.Join(names, " + "))
}

// compose makes the columns that do not stand in the file as they are read.
func (y *laying) compose() {
	for i, m := range y.means {
		if len(m.cols) < 2 {
			continue
		}
		to := make([]column, len(m.cols))
		for j, c := range m.cols {
			if to[j] = c; c < colOrdinal && y.at[c] != i {
				to[j] = colOther // it has a column of its own, or nobody wants it
			}
		}
		y.add(made{split, []int{i}, to})
	}
	y.composeName()
	y.composeBirth()
}

func (y *laying) composeName() {
	family, given, name := y.at[colFamily], y.at[colGiven], y.at[colName]
	y.at[colFamily], y.at[colGiven] = -1, -1
	switch {
	case name >= 0 && name < y.width && y.continued(name):
		y.join(colName, []int{name, name + 1})
	case name >= 0:
	case family >= 0 && given >= 0:
		y.join(colName, []int{family, given})
	case family >= 0 && y.continued(family):
		y.join(colName, []int{family, family + 1})
	case family >= 0 || given >= 0:
		y.warnings = append(y.warnings, Problem{
			Fault: FaultNearHeading, Line: y.t.heading.line, Found: y.textOf(max(family, given)), Want: headings[colName],
		})
	}
}

// continued reports a name that goes on in the next column, which has no
// heading: the heading was merged over both.
func (y *laying) continued(i int) bool {
	if i+1 >= y.width || !isBlank(y.texts[i+1]) {
		return false
	}
	rows, words := 0, 0
	for _, row := range y.sample() {
		if s, _ := clean(cellAt(row, i)); s == "" {
			continue
		}
		rows++
		if s, _ := clean(cellAt(row, i+1)); s != "" && strings.Count(s, " ") <= 1 && !strings.ContainsAny(s, "0123456789?*.") {
			words++
		}
	}
	return rows > 0 && words*10 >= rows*9
}

func (y *laying) composeBirth() {
	pair := func(men, women column) (from []int) {
		from = []int{y.at[men], y.at[women]}
		y.at[men], y.at[women] = -1, -1
		return from
	}
	there := func(from []int) bool { return from[0] >= 0 && from[1] >= 0 }
	if from := pair(colBirthMale, colBirthFemale); there(from) && y.at[colBirth] < 0 {
		to := []column{colBirth, colSex}
		if y.at[colSex] >= 0 {
			to[1] = colOther
		}
		y.add(made{dated, from, to})
	}
	if from := pair(colMale, colFemale); there(from) && y.at[colSex] < 0 {
		y.add(made{marked, from, []column{colSex}})
	}
}

// fill gives the cells of a row with those that are made of them behind. What
// of a cell fits nowhere is told to left.
func (l *layout) fill(cells, into []string, left func(from int, text string)) []string {
	into = append(into[:0], cells[:l.width]...)
	for _, m := range l.made {
		switch m.how {
		case join:
			into = append(into, joined(cells, m.from, " "))
		case split:
			var rest string
			if into, rest = facts(into, cells[m.from[0]], m.to); rest != "" {
				left(m.from[0], rest)
			}
		case dated:
			into = append(into, joined(cells, m.from, "; "), sexOf(cells, m.from))
		case marked:
			into = append(into, sexOf(cells, m.from))
		}
	}
	return into
}

func joined(cells []string, from []int, between string) string {
	var b strings.Builder
	for _, i := range from {
		if s := strings.TrimSpace(cells[i]); s != "" {
			if b.Len() > 0 {
				b.WriteString(between)
			}
			b.WriteString(s)
		}
	}
	return b.String()
}

// sexOf tells in which of the columns of men and of women something stands.
func sexOf(cells []string, from []int) string {
	switch man, woman := !isBlank(cells[from[0]]), !isBlank(cells[from[1]]); {
	case man && !woman:
		return "Nam"
	case woman && !man:
		return "Nữ"
	}
	return ""
}
