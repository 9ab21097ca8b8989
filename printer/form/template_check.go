package form

import (
	"cmp"
	"slices"
	"strconv"
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
		c.bad(Fault{Kind: FaultMissing, Key: "title"})
	}
	c.paper("", &t.Orientation, &t.Font)
	known := figureColumns
	if t.form.IsList() {
		known = listColumns()
		if len(t.Rows) > 0 {
			c.bad(Fault{Kind: FaultOnlyFigures, Line: c.line("rows", 0, "label"), Key: "rows"})
		}
		if t.Parts != nil {
			c.bad(Fault{Kind: FaultOnlyFigures, Line: c.line("parts", 0, "title"), Key: "parts"})
		}
	}
	c.columns("columns", t.Columns, t.Orientation, known, false)
	for i, r := range t.Rows {
		c.row(i, r)
	}
	if !t.form.IsList() && len(t.Rows) == 0 {
		c.bad(Fault{Kind: FaultMissing, Key: "rows"})
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
}

func (c *checker) paper(table string, o *orientation, font *float64) {
	if *o == "" {
		*o = portrait
	}
	if *o != portrait && *o != landscape {
		c.bad(Fault{Kind: FaultChoice, Line: c.line(table, 0, "orientation"), Key: "orientation", Value: string(*o), Known: []string{"portrait", "landscape"}})
		*o = landscape // so that nothing is told of widths that are right
	}
	if *font == 0 {
		*font = usualFont
	}
	if *font < leastFont || *font > mostFont {
		c.bad(Fault{Kind: FaultRange, Line: c.line(table, 0, "font"), Key: "font", Value: millimetres(*font), Least: leastFont, Most: mostFont})
	}
}

func (c *checker) columns(table string, cols []templateColumn, o orientation, known []string, figures bool) {
	if len(cols) == 0 {
		c.bad(Fault{Kind: FaultMissing, Key: table})
	}
	sum := 0.0
	for i, col := range cols {
		figure, _ := strings.CutSuffix(col.Key, "%")
		switch {
		case contains(known, col.Key), figures && isFigure(figure):
		case figures:
			c.none(FaultColumn, c.line(table, i, "key"), "key", col.Key, append(known, figureNames()...))
		default:
			c.none(FaultColumn, c.line(table, i, "key"), "key", col.Key, known)
		}
		if twin := slices.IndexFunc(cols, func(o templateColumn) bool { return o.Key == col.Key }); twin < i && col.Key != "blank" {
			c.bad(Fault{Kind: FaultTwice, Line: c.line(table, i, "key"), Key: "key", Value: col.Key})
		}
		if col.Width < leastWidth {
			c.bad(Fault{Kind: FaultTooSmall, Line: cmp.Or(c.line(table, i, "width"), c.line(table, i, "key")), Key: "width", Value: millimetres(col.Width), Least: leastWidth})
		}
		if !contains([]string{"", "left", "center", "right"}, col.Align) {
			c.bad(Fault{Kind: FaultChoice, Line: c.line(table, i, "align"), Key: "align", Value: col.Align, Known: []string{"left", "center", "right"}})
		}
		c.words(table, i, "heading", col.Heading)
		sum += col.Width
	}
	if most := o.width(); sum > most+0.01 {
		c.bad(Fault{Kind: FaultTooWide, Line: c.line(table, len(cols)-1, "width"), Key: "width", Value: millimetres(sum), Least: sum - most, Most: most})
	}
}

func (c *checker) row(i int, r templateRow) {
	at := func(key string) int { return c.line("rows", i, key) }
	if r.Figure != "" && r.Each != "" {
		c.bad(Fault{Kind: FaultBothFigures, Line: at("each"), Key: "each"})
	}
	if r.Figure != "" && !isFigure(r.Figure) {
		c.none(FaultFigure, at("figure"), "figure", r.Figure, figureNames())
	}
	if _, ok := (&stampdesk.Tally{}).FiguresBy(r.Each); r.Each != "" && !ok {
		c.none(FaultReasons, at("each"), "each", r.Each, figuresByReason())
	}
	if r.ShareOf != "" && !isFigure(r.ShareOf) {
		c.none(FaultFigure, at("share_of"), "share_of", r.ShareOf, figureNames())
	}
	if r.Share {
		if _, ok := (stampdesk.Shares{}).OfTally(&stampdesk.Tally{}).Of(r.Figure); !ok {
			c.bad(Fault{Kind: FaultShareOf, Line: at("share"), Key: "share", Value: r.Figure})
		}
	}
	if r.Indent < 0 || r.Indent > mostIndent {
		c.bad(Fault{Kind: FaultRange, Line: at("indent"), Key: "indent", Value: strconv.Itoa(r.Indent), Most: mostIndent})
	}
	c.words("rows", i, "label", strings.ReplaceAll(r.Label, "{reason}", ""))
}

// none notes a name that is none of those known.
func (c *checker) none(kind FaultKind, line int, key, name string, known []string) {
	c.bad(Fault{Kind: kind, Line: line, Key: key, Value: name}.of(name, known))
}

// words sees whether every place to be filled in is one that can be.
func (c *checker) words(table string, nth int, key string, texts ...string) {
	for _, text := range texts {
		for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
			if !contains(placeholders(), m[1]) {
				c.none(FaultPlaceholder, c.line(table, nth, key), key, m[1], placeholders())
			}
		}
		if brace.MatchString(placeholder.ReplaceAllString(text, "")) {
			c.bad(Fault{Kind: FaultBrace, Line: c.line(table, nth, key), Key: key})
		}
	}
}

func millimetres(n float64) string { return strconv.FormatFloat(n, 'g', 6, 64) }
