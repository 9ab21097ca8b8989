package form

import (
	"slices"
	"strings"

	"stampdesk"
)

// usualRows is how many rows a blank form has where nobody says.
const usualRows = 18

// cellColumn is how wide the column of the cells is that a whole unit's blank
// form has, in mm.
const cellColumn = 26

// returned is what the reader of lists knows a blank form of ours by when it
// comes back: then what it passes over is what this package wrote.
const returned = "(stampdesk)"

// Blank lays a list out to be filled in by a unit, on paper or on a screen, and
// taken in again: after the members that f has, so many empty rows (0: as many
// as usual). Only lists can be blank; other forms are laid out as they are.
func (t *Template) Blank(f *stampdesk.Filled, rows int, o Options) []Page {
	if !t.form.IsList() {
		return t.withAllReasons().Pages(f, o)
	}
	if rows <= 0 {
		rows = usualRows
	}
	blank := *t
	blank.Total = ""
	blank.Columns = t.listColumns(f)
	whole := f.Cell == "" && !f.Rest && !hasColumn(blank.Columns, "cell")
	if whole {
		blank.Columns = withCells(blank.Columns)
	}
	p := blank.listPage(oneList(f), o)
	if whole {
		// A row that is added at the end would be of the last cell.
		kept := p.Table.Rows[:0]
		for _, r := range p.Table.Rows {
			if !r.Group {
				kept = append(kept, r)
			}
		}
		p.Table.Rows = kept
	} else if f.Cell != "" {
		head := Row{Cells: wide(cellHeading(f.Cell), len(p.Table.Columns)), Group: true, Bold: true}
		p.Table.Rows = append([]Row{head}, p.Table.Rows...)
	}
	for i := range p.Table.Columns {
		p.Table.Columns[i].Choices = t.choices(p.Table.Columns[i].Key)
	}
	p.Table.Blank = rows
	card := ""
	if hasColumn(blank.Columns, "card") {
		card = "số thẻ gồm 8 chữ số, ví dụ 36.000101; "
	}
	p.After = []Paragraph{
		{Text: "Tổng cộng: ………… đồng chí", Bold: true},
		{Text: "Ghi chú: mỗi đồng chí ghi một dòng; " + card + "ngày ghi ngày/tháng/năm hoặc chỉ ghi năm; " +
			"không đổi tên cột. Ghi xong gửi lại chính tệp này để Ban Tổ chức nạp vào máy " + returned + ".", Italic: true},
	}
	return []Page{p}
}

// oneList has the guests among the others, where a unit writes them: a heading
// over them would stand above the empty rows, too.
func oneList(f *stampdesk.Filled) *stampdesk.Filled {
	one := *f
	one.Rows = slices.Clone(f.Rows)
	for i := range one.Rows {
		if r := &one.Rows[i]; r.Class == stampdesk.Guest {
			r.Class = stampdesk.Ours
			r.Note = strings.TrimPrefix(r.Note+"; sinh hoạt đảng tạm thời", "; ")
		}
	}
	return &one
}

// withAllReasons has the reasons that are known beforehand in its rows, also
// where the figure is none: somebody is going to write it.
func (t *Template) withAllReasons() *Template {
	blank := *t
	blank.Rows = slices.Clone(t.Rows)
	for i := range blank.Rows {
		if blank.Rows[i].Each != "" {
			blank.Rows[i].HideZero = false
		}
	}
	return &blank
}

func hasColumn(cols []templateColumn, key string) bool {
	for _, c := range cols {
		if c.Key == key {
			return true
		}
	}
	return false
}

// withCells puts a column of cells behind the names. The columns of words make
// room, for days and numbers cannot go on in a second line.
func withCells(cols []templateColumn) []templateColumn {
	words := 0.0
	for _, c := range cols {
		if ofWords(c.Key) {
			words += c.Width
		}
	}
	out := make([]templateColumn, 0, len(cols)+1)
	for _, c := range cols {
		if ofWords(c.Key) {
			c.Width *= max(1-cellColumn/words, 0.5)
		}
		out = append(out, c)
		if c.Key == "name" {
			out = append(out, templateColumn{Key: "cell", Heading: "Chi bộ", Width: cellColumn})
		}
	}
	return out
}

func ofWords(key string) bool {
	return contains([]string{"name", "home", "reason", "discipline", "note"}, key)
}

// choices are the reasons that a unit can choose among.
func (t *Template) choices(key string) (words []string) {
	switch {
	case key == "sex":
		return []string{"Nam", "Nữ"}
	case key != "reason":
		return nil
	}
	for _, r := range map[stampdesk.Form][]stampdesk.Reason{
		stampdesk.FormDamaged: {stampdesk.ReasonDamaged, stampdesk.ReasonSpoiled, stampdesk.ReasonDataDiffer},
		stampdesk.FormLost:    {stampdesk.ReasonLost},
		stampdesk.FormCardless: {
			stampdesk.ReasonMovedIn, stampdesk.ReasonNewlyOfficial, stampdesk.ReasonTechnical, stampdesk.ReasonNotEntered, stampdesk.ReasonUnstated,
		},
	}[t.form] {
		words = append(words, capital(r.Label(stampdesk.Vietnamese)))
	}
	return words
}

// cellHeading is the heading over the members of a cell, from which the reader
// of lists takes its name.
func cellHeading(cell string) string {
	if strings.HasPrefix(stampdesk.Fold(cell), "chi bo ") {
		return cell
	}
	return "Chi bộ: " + cell
}
