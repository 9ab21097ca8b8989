package form

import (
	"cmp"
	"slices"
	"strings"

	"stampdesk"
)

const (
	leastFont, mostFont = 9, 14
	leastWidth          = 6 // mm: three digits
	mostIndent          = 3
	usualFont           = 12
)

func (c *checker) check() {
	t := c.t
	if len(t.Title) == 0 {
		c.bad(0, "title", "missing; write the title, one text for each line")
	}
	c.paper("", &t.Orientation, &t.Font)
	known := figureColumns
	if t.form.IsList() {
		known = listColumns()
		if len(t.Rows) > 0 {
			c.bad(c.line("rows", 0, "label"), "rows", "form %d is a list of members and has no rows of figures; remove them", t.form)
		}
		if t.Parts != nil {
			c.bad(0, "parts", "form %d is a list of members and has no parts; remove the table", t.form)
		}
	}
	c.columns("columns", t.Columns, t.Orientation, known, false)
	for i, r := range t.Rows {
		c.row(i, r)
	}
	if !t.form.IsList() && len(t.Rows) == 0 {
		c.bad(0, "rows", "missing; form %d needs rows of figures", t.form)
	}
	if p := t.Parts; p != nil {
		c.paper("parts", &p.Orientation, &p.Font)
		c.columns("parts.columns", p.Columns, p.Orientation, []string{"no", "name", "key"}, true)
		c.words("parts", 0, "title", p.Title...)
		c.words("parts", 0, "subtitle", p.Subtitle...)
		c.words("parts", 0, "total", p.Total)
	}
	for i, s := range t.Signatures {
		c.words("signatures", i, "title", s.Title...)
		c.words("signatures", i, "hint", s.Hint)
		c.words("signatures", i, "name", s.Name)
	}
	for key, texts := range map[string][]string{
		"code": {t.Code}, "title": t.Title, "subtitle": t.Subtitle, "upper": {t.Upper}, "issuer": {t.Issuer}, "number": {t.Number},
		"total": {t.Total}, "guests": {t.Guests}, "recipients": t.Recipients,
	} {
		c.words("", 0, key, texts...)
	}
	slices.SortFunc(c.errs, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
}

func (c *checker) paper(table string, o *orientation, font *float64) {
	if *o == "" {
		*o = portrait
	}
	if *o != portrait && *o != landscape {
		c.bad(c.line(table, 0, "orientation"), "orientation", "%q: want portrait or landscape", *o)
		*o = landscape // so that nothing is told of widths that are right
	}
	if *font == 0 {
		*font = usualFont
	}
	if *font < leastFont || *font > mostFont {
		c.bad(c.line(table, 0, "font"), "font", "%g: want %d to %d", *font, leastFont, mostFont)
	}
}

func (c *checker) columns(table string, cols []templateColumn, o orientation, known []string, figures bool) {
	if len(cols) == 0 {
		c.bad(0, table, "missing; a table needs columns")
	}
	sum := 0.0
	for i, col := range cols {
		figure, _ := strings.CutSuffix(col.Key, "%")
		switch {
		case contains(known, col.Key), figures && isFigure(figure):
		case figures:
			c.bad(c.line(table, i, "key"), "key", "%q is no column%s", col.Key, meant(col.Key, append(known, figureNames()...)))
		default:
			c.bad(c.line(table, i, "key"), "key", "%q is no column%s", col.Key, meant(col.Key, known))
		}
		if twin := slices.IndexFunc(cols, func(o templateColumn) bool { return o.Key == col.Key }); twin < i && col.Key != "blank" {
			c.bad(c.line(table, i, "key"), "key", "%q is there twice; remove one of them", col.Key)
		}
		if col.Width < leastWidth {
			c.bad(cmp.Or(c.line(table, i, "width"), c.line(table, i, "key")), "width", "%g mm: want %d or more", col.Width, leastWidth)
		}
		if !contains([]string{"", "left", "center", "right"}, col.Align) {
			c.bad(c.line(table, i, "align"), "align", "%q: want left, center or right", col.Align)
		}
		c.words(table, i, "heading", col.Heading)
		sum += col.Width
	}
	if most := o.width(); sum > most+0.01 {
		c.bad(c.line(table, len(cols)-1, "width"), "width", "the columns are %g mm wide together, the page has room for %g; make some of them narrower by %g mm",
			sum, most, sum-most)
	}
}

func (c *checker) row(i int, r templateRow) {
	at := func(key string) int { return c.line("rows", i, key) }
	if r.Figure != "" && r.Each != "" {
		c.bad(at("each"), "each", "a row has a figure or one for each reason; remove one of them")
	}
	if r.Figure != "" && !isFigure(r.Figure) {
		c.bad(at("figure"), "figure", "%q is no figure%s", r.Figure, meant(r.Figure, figureNames()))
	}
	if _, ok := (&stampdesk.Tally{}).FiguresBy(r.Each); r.Each != "" && !ok {
		c.bad(at("each"), "each", "%q has no reasons%s", r.Each, meant(r.Each, figuresByReason()))
	}
	if r.ShareOf != "" && !isFigure(r.ShareOf) {
		c.bad(at("share_of"), "share_of", "%q is no figure%s", r.ShareOf, meant(r.ShareOf, figureNames()))
	}
	if r.Share {
		if _, ok := (stampdesk.Shares{}).OfTally(&stampdesk.Tally{}).Of(r.Figure); !ok {
			c.bad(at("share"), "share", "%q has no share of the cards; write share_of = \"…\" with the figure that it is a part of", r.Figure)
		}
	}
	if r.Indent < 0 || r.Indent > mostIndent {
		c.bad(at("indent"), "indent", "%d: want 0 to %d", r.Indent, mostIndent)
	}
	c.words("rows", i, "label", strings.ReplaceAll(r.Label, "{reason}", ""))
}

// words sees whether every place to be filled in is one that can be.
func (c *checker) words(table string, nth int, key string, texts ...string) {
	for _, text := range texts {
		for rest := text; ; {
			_, after, open := strings.Cut(rest, "{")
			name, behind, closed := strings.Cut(after, "}")
			if !open || !closed {
				break
			}
			if !contains(placeholders(), name) {
				c.bad(c.line(table, nth, key), key, "{%s} is nothing that can be filled in%s", name, meant(name, placeholders()))
			}
			rest = behind
		}
	}
}
