package form

import (
	"slices"
	"strings"
)

// textColumn is a column of a table as text.
type textColumn struct {
	Column
	wide  int
	gap   int  // spaces before it, if it is not the first
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
		columns[i] = textColumn{Column: c, gap: 2, label: label}
	}
	if len(columns) == 0 {
		return
	}
	if !spreadText(columns, t, p.wide) {
		p.records(columns, append(t.Rows[:len(t.Rows):len(t.Rows)], dottedRows(t)...))
		return
	}
	p.headings(columns)
	for _, r := range t.Rows {
		if r.Group && len(r.Cells) > 0 {
			p.lines(wrapText(cellWords(r.Cells[0]), p.wide))
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

// dottedRows are the rows to fill in, as dots.
func dottedRows(t *Table) []Row {
	dots := make([]Cell, len(t.Columns))
	for i := range dots {
		dots[i].Text = strings.Repeat(".", 20)
	}
	return slices.Repeat([]Row{{Cells: dots}}, t.Blank)
}

// A heading of a few letters stays on one line where there is room. In a blank
// form a column is as wide as on paper, where a letter takes so many
// millimetres.
const (
	shortHeading = 16
	penWidth     = 2.5
)

// spreadText gives the columns their widths; it is false where the longest
// words of the columns do not fit beside each other.
func spreadText(columns []textColumn, t *Table, wide int) bool {
	least, natural := make([]int, len(columns)), make([]int, len(columns))
	measure := func(i int, text string, most int) {
		for para := range strings.SplitSeq(plainText(text), "\n") {
			natural[i] = max(natural[i], min(textColumns(strings.Trim(para, " ")), most))
			for word := range strings.FieldsSeq(strings.ReplaceAll(para, "\u00a0", "x")) {
				least[i] = max(least[i], textColumns(word))
			}
		}
	}
	for i, c := range columns {
		measure(i, c.Heading, 0)
		measure(i, c.Group, 0)
		if t.Blank > 0 {
			natural[i] = max(natural[i], int(c.Width/penWidth))
		}
	}
	for _, r := range t.Rows {
		if r.Group {
			continue
		}
		for i := range min(len(columns), len(r.Cells)) {
			measure(i, columns[i].words(r, r.Cells[i]), wide)
		}
	}
	roomy, sum := make([]int, len(columns)), 2*(len(columns)-1)
	for i, c := range columns {
		roomy[i] = max(natural[i], least[i], min(textColumns(c.Heading), shortHeading))
		sum += roomy[i]
	}
	if sum <= wide {
		natural = roomy
	}
	return shareText(columns, least, natural, wide, 2) || shareText(columns, least, natural, wide, 1)
}

// fewWords is how narrow the column of words may become before the columns
// move closer together.
const fewWords = 16

// shareText gives columns of a line so wide that are so far apart what they need at least, and of
// the rest a share by what they would like to have.
func shareText(columns []textColumn, least, natural []int, wide, gap int) bool {
	free, want := wide-gap*(len(columns)-1), 0
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
		columns[i].wide, columns[i].gap = natural[i], gap
		if want > free {
			columns[i].wide = least[i] + free*(natural[i]-least[i])/want
		}
		if gap > 1 && columns[i].label && columns[i].wide < min(natural[i], fewWords) {
			return false
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
			groups[len(groups)-1].wide += c.gap + c.wide
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
				line.WriteString(strings.Repeat(" ", c.gap))
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
			p.lines(wrapText(cellWords(r.Cells[0]), p.wide))
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
		p.lines(wrapText(strings.Join(title, ". "), p.wide))
		key := p.wide * 3 / 5
		value := p.wide - key - 2
		two := []textColumn{{wide: key}, {gap: 2}}
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
				two[1].wide = max(value/3, 10) // figures below each other, not at the edge
			}
			p.row(two, []string{"\u00a0\u00a0" + heading, text}, []Align{Left, at})
		}
	}
}
