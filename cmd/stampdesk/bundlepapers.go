package main

import (
	"bytes"
	"context"

	"stampdesk"
	"stampdesk/printer/form"
	"stampdesk/store/bundle"
)

// roundResult is what the round came to at one instant, and the papers that say
// so: form 7 and the report, by the templates in force.
func (a *app) roundResult(ctx context.Context, d *stampdesk.Desk) (r *stampdesk.BoardResult, papers []bundle.File, err error) {
	var g gathered
	err = d.Store.View(ctx, func(s stampdesk.Snapshot) error {
		g = gathered{}
		filler, err := a.filler(s, stampdesk.FormResult, &g)
		if err != nil {
			return err
		}
		filled, err := filler.Fill(stampdesk.FormResult, stampdesk.Scope{})
		if err != nil {
			return err
		}
		g.filled = []stampdesk.Filled{filled}
		name := string(d.Person())
		if who, err := s.Person(d.Person()); err != nil {
			return err
		} else if who != nil && who.Name != "" {
			name = who.Name
		}
		r, err = stampdesk.ResultOf(s, &filled, filler.Shares, name, a.now())
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	pages, err := a.lay(g, formAsk{form: stampdesk.FormResult})
	if err != nil {
		return nil, nil, err
	}
	report, err := a.lay(g, formAsk{form: stampdesk.FormResult, outline: true})
	if err != nil {
		return nil, nil, err
	}
	var book, text bytes.Buffer
	if err := form.WriteXLSX(&book, form.Each(pages[0]), ""); err != nil {
		return nil, nil, err
	}
	if err := form.WriteText(&text, report[0]); err != nil {
		return nil, nil, err
	}
	return r, []bundle.File{{Name: bundle.FormName, Body: book.Bytes()}, {Name: bundle.ReportName, Body: text.Bytes()}}, nil
}
