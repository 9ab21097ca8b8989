package main

import (
	"fmt"
	"time"

	"stampdesk"
	"stampdesk/printer/form"
)

// lay lays each form out by the template in force: its pages.
func (a *app) lay(g gathered, q formAsk) (laid [][]form.Page, err error) {
	outline, err := a.outlineInForce(g.outline)
	if err != nil {
		return nil, err
	}
	text := g.template
	if text == nil {
		text = form.Default(q.form)
	}
	t, err := form.ParseTemplate(text, q.form)
	if err != nil {
		return nil, fail(exitBadRows, fmt.Sprintf("stampdesk form template %d --reset", q.form), a.t.TemplateUnfit, q.form, a.templateFault(err))
	}
	o := form.Options{At: a.now().Local(), Number: q.number, Shares: outline.Shares, Version: version}
	for i := range g.filled {
		f, o := &g.filled[i], o
		o.Units = map[stampdesk.UnitCode]string{}
		for k := range f.Rows {
			o.Units[f.Rows[k].Unit] = f.Rows[k].UnitName
		}
		var pages []form.Page
		switch {
		case q.outline:
			pages = []form.Page{outline.Page(f, o)}
		case q.blank:
			o.At = time.Time{} // whoever fills it in dates it
			pages = uncounted(t.Blank(f, q.rows, o))
		default:
			if pages = t.Pages(f, o); q.form == stampdesk.FormResult {
				pages = append(pages, outline.Page(f, o))
			}
		}
		laid = append(laid, pages)
	}
	return laid, nil
}

// uncounted leaves the figures of pages to be filled in.
func uncounted(pages []form.Page) []form.Page {
	for i := range pages {
		if pages[i].Table == nil {
			continue
		}
		for _, r := range pages[i].Table.Rows {
			for k, c := range r.Cells {
				if c.Kind == form.Count || c.Kind == form.Share {
					r.Cells[k] = form.Cell{}
				}
			}
		}
	}
	return pages
}

// outlineInForce is the board's own outline of the report, or the shipped one.
func (a *app) outlineInForce(own []byte) (*form.Outline, error) {
	if own == nil {
		own = form.DefaultOutline()
	}
	o, err := form.ParseOutline(own)
	if err != nil {
		return nil, fail(exitBadRows, "stampdesk report template --reset", a.t.OutlineUnfit, a.templateFault(err))
	}
	return o, nil
}
