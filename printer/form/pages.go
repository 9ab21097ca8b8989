package form

import (
	"strconv"
	"strings"
	"time"

	"stampdesk"
)

// Options are what a form is laid out with beside its template and its data.
type Options struct {
	At      time.Time // the day under which it is issued; zero: left open
	Number  string    // "12-BC/BTC"; empty: left open
	Shares  stampdesk.Shares
	Version string // of the program, for the foot

	// Units are the names of the units, for the headings in a list of the whole
	// board; a unit that is not there stands under its code.
	Units map[stampdesk.UnitCode]string
}

// Pages lays a form out: the form itself, and on a page of its own what its
// figures are the sum of, where that is more than one part.
func (t *Template) Pages(f *stampdesk.Filled, o Options) []Page {
	if t.form.IsList() {
		return []Page{t.listPage(f, o)}
	}
	p := t.page(f, o)
	fill := t.filling(f, o)
	p.Table = &Table{Columns: t.columns(t.Columns, nil)}
	for _, r := range t.figureRows(f, o, fill) {
		row := Row{Bold: r.bold, Indent: r.indent}
		for _, c := range t.Columns {
			row.Cells = append(row.Cells, r.cell(c.Key))
		}
		p.Table.Rows = append(p.Table.Rows, row)
	}
	if t.Parts == nil || len(f.Parts) == 0 {
		return []Page{p}
	}
	return []Page{p, t.partsPage(f, o)}
}

// page is a form without its table.
func (t *Template) page(f *stampdesk.Filled, o Options) Page {
	fill := t.filling(f, o)
	p := Page{
		Name: pageName(t.form, f), Landscape: t.Orientation == landscape, Font: t.Font,
		Code:   fill.Replace(t.Code),
		Number: numbered(fill.Replace(t.Number)), Dated: dated(f.Board.Place, o.At),
		Title: lines(fill, t.Title...), Subtitle: lines(fill, t.Subtitle...),
		Foot: foot(f, o), Recipients: lines(fill, t.Recipients...),
	}
	if t.Upper != "" || t.Issuer != "" {
		p.Upper, p.Issuer = bodies(fill.Replace(t.Upper), fill.Replace(t.Issuer))
	}
	if o.Number != "" {
		p.Number = "Số " + o.Number
	}
	for _, s := range t.Signatures {
		p.Signatures = append(p.Signatures, Signature{
			Title: lines(fill, s.Title...), Hint: fill.Replace(s.Hint), Name: fill.Replace(s.Name),
		})
	}
	if t.Notes {
		p.After = notes(f.Notes, t.form)
	}
	return p
}

// pageName is short enough for the sheet of a workbook.
func pageName(form stampdesk.Form, f *stampdesk.Filled) string {
	switch {
	case f.Cell != "":
		return f.Cell
	case f.Rest:
		return string(f.Unit.Code) + " khác"
	case f.Unit.Code != "":
		return string(f.Unit.Code)
	}
	return strconv.Itoa(int(form)) + "-KTTĐV"
}

// columns lays the columns of a template out.
func (t *Template) columns(from []templateColumn, kind func(key string) Kind) []Column {
	cols := make([]Column, len(from))
	for i, c := range from {
		cols[i] = Column{Key: c.Key, Heading: c.Heading, Group: c.Group, Width: c.Width, Align: alignOf(c.Align)}
		switch {
		case kind != nil:
			cols[i].Kind = kind(c.Key)
		case c.Key == "count":
			cols[i].Kind = Count
		case c.Key == "share":
			cols[i].Kind = Share
		}
	}
	return cols
}

func alignOf(s string) Align {
	switch s {
	case "center":
		return Center
	case "right":
		return Right
	}
	return Left
}

// lines fills texts in and cuts what was filled in into its lines; empty ones
// are left out.
func lines(fill *strings.Replacer, texts ...string) (out []string) {
	for _, text := range texts {
		for line := range strings.SplitSeq(fill.Replace(text), "\n") {
			if line = strings.TrimSpace(line); line != "" {
				out = append(out, line)
			}
		}
	}
	return out
}

func capitals(s string) string { return strings.ToUpper(s) }
