package main

import (
	"fmt"
	"iter"
	"time"

	"stampdesk"
	"stampdesk/printer/form"
)

// laying are forms that are laid out one after the other, when they are wanted:
// a board has a thousand sheets, and a workbook needs one at a time.
type laying struct {
	filled []stampdesk.Filled
	of     func(*stampdesk.Filled) []form.Page
	sheets [][]string // of each form that was laid out, the names of its pages
}

// pages are those of all forms.
func (l *laying) pages() iter.Seq2[form.Page, error] {
	return func(yield func(form.Page, error) bool) {
		l.sheets = nil
		for i := range l.filled {
			pages := l.of(&l.filled[i])
			names := make([]string, len(pages))
			for k := range pages {
				names[k] = pages[k].Name
			}
			l.sheets = append(l.sheets, names)
			for _, p := range pages {
				if !yield(p, nil) {
					return
				}
			}
		}
	}
}

// lay lays each form out by the template in force: its pages.
func (a *app) lay(g gathered, q formAsk) (laid [][]form.Page, err error) {
	l, err := a.laying(g, q)
	if err != nil {
		return nil, err
	}
	for i := range l.filled {
		laid = append(laid, l.of(&l.filled[i]))
	}
	return laid, nil
}

// laying prepares to lay each form out by the template in force.
func (a *app) laying(g gathered, q formAsk) (*laying, error) {
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
	return &laying{filled: g.filled, of: func(f *stampdesk.Filled) []form.Page {
		o := o
		o.Units = map[stampdesk.UnitCode]string{}
		for k := range f.Rows {
			o.Units[f.Rows[k].Unit] = f.Rows[k].UnitName
		}
		switch {
		case q.outline:
			return []form.Page{outline.Page(f, o)}
		case q.blank:
			o.At = time.Time{} // whoever fills it in dates it
			return uncounted(t.Blank(f, q.rows, o))
		}
		pages := t.Pages(f, o)
		if q.form == stampdesk.FormResult {
			pages = append(pages, outline.Page(f, o))
		}
		return pages
	}}, nil
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
