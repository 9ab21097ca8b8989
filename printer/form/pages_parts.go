package form

import (
	"strconv"
	"strings"

	"stampdesk"
)

// partsPage is the table of what the figures are the sum of, and that sum.
func (t *Template) partsPage(f *stampdesk.Filled, o Options) Page {
	p := t.page(f, o)
	fill := t.filling(f, o)
	p.Name += " chi tiết"
	p.Landscape, p.Font = t.Parts.Orientation == landscape, t.Parts.Font
	p.Title, p.Subtitle = lines(fill, t.Parts.Title...), lines(fill, t.Parts.Subtitle...)
	p.Recipients, p.After = nil, nil
	cols := t.Parts.Columns
	p.Table = &Table{Columns: t.columns(cols, partKind), Rows: make([]Row, 0, len(f.Parts)+1)}
	cells := make([]Cell, 0, (len(f.Parts)+1)*len(cols))
	row := func(no, key, name string, t *stampdesk.Tally, u stampdesk.UnitCounts) []Cell {
		shares := o.Shares.OfTally(t)
		from := len(cells)
		for _, c := range cols {
			cell := Cell{Kind: partKind(c.Key)}
			switch c.Key {
			case "no":
				cell.Text = no
			case "name":
				cell.Text = name
			case "key":
				cell.Text = key
			default:
				if figure, share := strings.CutSuffix(c.Key, "%"); share {
					if s, ok := shares.Of(figure); ok {
						cell.Text = s.In(stampdesk.Vietnamese)
					}
					break
				}
				cell.N, _ = figureOf(t, u, c.Key)
			}
			cells = append(cells, cell)
		}
		return cells[from:len(cells):len(cells)]
	}
	for i := range f.Parts {
		part := &f.Parts[i]
		p.Table.Rows = append(p.Table.Rows, Row{Cells: row(strconv.Itoa(i+1), part.Key, part.Name, &part.Tally, stampdesk.UnitCounts{})})
	}
	p.Table.Rows = append(p.Table.Rows, Row{Cells: row("", "", fill.Replace(t.Parts.Total), &f.Tally, f.Units), Bold: true})
	return p
}

func partKind(key string) Kind {
	switch {
	case key == "no", key == "name", key == "key":
		return Text
	case strings.HasSuffix(key, "%"):
		return Share
	}
	return Count
}
