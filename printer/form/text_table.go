package form

import (
	"slices"
	"strings"
)

// textColumn is a column of a table as text.
type textColumn struct {
	Column
	wide  int
	label bool // the column of words in which count rows stand back
}

const textIndent = "\u00a0\u00a0"

func (c textColumn) words(r Row, cell Cell) string {
	if c.label {
		return strings.Repeat(textIndent, r.Indent) + cellWords(cell)
	}
	return cellWords(cell)
}

func (c textColumn) place(cell Cell) Align {
	if c.Align == Left && (cell.Kind == Count || cell.Kind == Share) {
		return Right
	}
	return c.Align
}

// table writes columns with two spaces between them, or rows one by one where
// the words of all columns do not fit beside each other.
func (p textPage) table(t *Table) {
	columns := make([]textColumn, len(t.Columns))
	labelled := false
	for i, c := range t.Columns {
		label := !labelled && c.Kind == Text && c.Align == Left
		labelled = labelled || label
		columns[i] = textColumn{Column: c, label: label}
	}
	if len(columns) == 0 {
		return
	}
	if !spreadText(columns, t.Rows) {
		p.records(columns, append(t.Rows[:len(t.Rows):len(t.Rows)], blankRows(t)...))
		return
	}
	p.headings(columns)
	for _, r := range t.Rows {
		if r.Group && len(r.Cells) > 0 {
			p.lines(wrapText(cellWords(r.Cells[0]), TextWidth))
			continue
		}
		cells, places := make([]string, len(columns)), make([]Align, len(columns))
		for i, c := range columns {
			if i < len(r.Cells) {
				cells[i], places[i] = c.words(r, r.Cells[i]), c.place(r.Cells[i])
			}
		}
		p.row(columns, cells, places)
	}
	for range t.Blank {
		dots := make([]string, len(columns))
		for i, c := range columns {
			dots[i] = strings.Repeat(".", c.wide)
		}
		p.row(columns, dots, make([]Align, len(columns)))
	}
}

// blankRows are the rows to fill in, as dots.
func blankRows(t *Table) []Row {
	dots := make([]Cell, len(t.Columns))
	for i := range dots {
		dots[i].Text = strings.Repeat(".", 20)
	}
	return slices.Repeat([]Row{{Cells: dots}}, t.Blank)
}

// spreadText gives the columns their widths; it is false where the longest
// words of the columns do not fit beside each other.
func spreadText(columns []textColumn, rows []Row) bool {
	least, natural := make([]int, len(columns)), make([]int, len(columns))
	measure := func(i int, text string, whole bool) {
		for para := range strings.SplitSeq(plainText(text), "\n") {
			if whole {
				natural[i] = max(natural[i], textColumns(strings.TrimSpace(para)))
			}
			for word := range strings.FieldsSeq(strings.ReplaceAll(para, "\u00a0", "x")) {
				least[i] = max(least[i], textColumns(word))
			}
		}
	}
	for i, c := range columns {
		measure(i, c.Heading, false)
		measure(i, c.Group, false)
	}
	for _, r := range rows {
		if r.Group {
			continue
		}
		for i := range min(len(columns), len(r.Cells)) {
			measure(i, columns[i].words(r, r.Cells[i]), true)
		}
	}
	free, want := TextWidth-2*(len(columns)-1), 0
	for i := range columns {
		least[i] = max(least[i], 1)
		natural[i] = max(natural[i], least[i])
		free -= least[i]
		want += natural[i] - least[i]
	}
	if free < 0 {
		return false
	}
	for i := range columns {
		columns[i].wide = natural[i]
		if want > free {
			columns[i].wide = least[i] + free*(natural[i]-least[i])/want
		}
	}
	return true
}

// headings stand over a line of dashes for each column, groups over those of
// their columns.
func (p textPage) headings(columns []textColumn) {
	groups, dashes, headings, centred := []textColumn{}, []string{}, []string{}, make([]Align, len(columns))
	names := []string{}
	grouped := false
	for i, c := range columns {
		centred[i] = Center
		headings = append(headings, c.Heading)
		dashes = append(dashes, strings.Repeat("-", c.wide))
		if c.Group != "" && i > 0 && columns[i-1].Group == c.Group {
			groups[len(groups)-1].wide += 2 + c.wide
			continue
		}
		grouped = grouped || c.Group != ""
		groups, names = append(groups, c), append(names, c.Group)
	}
	if grouped {
		p.row(groups, names, centred[:len(groups)])
		for i, c := range groups {
			if names[i] != "" {
				names[i] = strings.Repeat("-", c.wide)
			}
		}
		p.row(groups, names, centred[:len(groups)])
	}
	p.row(columns, headings, centred)
	p.row(columns, dashes, make([]Align, len(columns)))
}

// row writes cells beside each other, as many lines as the longest has.
func (p textPage) row(columns []textColumn, cells []string, places []Align) {
	lines, most := make([][]string, len(columns)), 1
	for i, c := range columns {
		lines[i] = wrapText(cells[i], c.wide)
		most = max(most, len(lines[i]))
	}
	for k := range most {
		var line strings.Builder
		for i, c := range columns {
			if i > 0 {
				line.WriteString("  ")
			}
			text := ""
			if k < len(lines[i]) {
				text = lines[i][k]
			}
			line.WriteString(padText(text, c.wide, places[i]))
		}
		p.line(line.String())
	}
}

// records write a row as a heading with its figures below, each after the
// heading of its column.
func (p textPage) records(columns []textColumn, rows []Row) {
	for _, r := range rows {
		p.line("")
		if r.Group && len(r.Cells) > 0 {
			p.lines(wrapText(cellWords(r.Cells[0]), TextWidth))
			continue
		}
		var title []string
		from := 0
		for i, c := range columns {
			if i < len(r.Cells) && cellWords(r.Cells[i]) != "" {
				title = append(title, cellWords(r.Cells[i]))
			}
			if from = i + 1; c.label {
				break
			}
		}
		p.lines(wrapText(strings.Join(title, ". "), TextWidth))
		const key, value = 60, TextWidth - 62
		two := []textColumn{{wide: key}, {wide: value / 3}}
		for i := from; i < min(len(columns), len(r.Cells)); i++ {
			text, at := cellWords(r.Cells[i]), columns[i].place(r.Cells[i])
			if text == "" {
				continue
			}
			heading := columns[i].Heading
			if columns[i].Group != "" {
				heading = columns[i].Group + " – " + heading
			}
			two[1].wide = value
			if at == Right {
				two[1].wide = value / 3 // figures below each other, not at the edge
			}
			p.row(two, []string{"\u00a0\u00a0" + heading, text}, []Align{Left, at})
		}
	}
}
