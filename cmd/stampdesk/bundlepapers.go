package main

import (
	"bytes"
	"context"
	"fmt"

	"stampdesk"
	"stampdesk/printer/form"
	"stampdesk/store/bundle"
)

// roundResult is what the round came to at one instant, and the papers that say
// so: form 7 and the report, by the templates in force.
func (a *app) roundResult(ctx context.Context, d *stampdesk.Desk) (r *stampdesk.BoardResult, papers []bundle.File, err error) {
	var filled stampdesk.Filled
	var outline *form.Outline
	var template *form.Template
	err = d.Store.View(ctx, func(s stampdesk.Snapshot) (err error) {
		if outline, err = ownOutline(s); err != nil {
			return err
		}
		if template, err = ownTemplate(s, stampdesk.FormResult); err != nil {
			return err
		}
		filler, err := stampdesk.NewFiller(s)
		if err != nil {
			return err
		}
		filler.Cells, filler.Shares = true, outline.Shares
		if filled, err = filler.Fill(stampdesk.FormResult, stampdesk.Scope{}); err != nil {
			return err
		}
		name := string(d.Person())
		if who, err := s.Person(d.Person()); err != nil {
			return err
		} else if who != nil && who.Name != "" {
			name = who.Name
		}
		r, err = stampdesk.ResultOf(s, &filled, outline.Shares, name, a.now())
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	o := form.Options{At: a.now().Local(), Shares: outline.Shares, Version: version}
	report := []form.Page{outline.Page(&filled, o)}
	var book, text bytes.Buffer
	if err := form.WriteXLSX(&book, form.Each(append(template.Pages(&filled, o), report...)), ""); err != nil {
		return nil, nil, err
	}
	if err := form.WriteText(&text, report); err != nil {
		return nil, nil, err
	}
	return r, []bundle.File{{Name: bundle.FormName, Body: book.Bytes()}, {Name: bundle.ReportName, Body: text.Bytes()}}, nil
}

// ownTemplate is the template of a form that is in force.
func ownTemplate(s stampdesk.Snapshot, f stampdesk.Form) (*form.Template, error) {
	text, err := s.File(stampdesk.FormFile(f))
	if err != nil {
		return nil, err
	}
	if text == nil {
		text = form.Default(f)
	}
	t, err := form.ParseTemplate(text, f)
	if err != nil {
		return nil, fmt.Errorf("the template in force: %w", err)
	}
	return t, nil
}

// ownOutline is the outline of the report that is in force.
func ownOutline(s stampdesk.Snapshot) (*form.Outline, error) {
	text, err := s.File(stampdesk.ReportFile)
	if err != nil {
		return nil, err
	}
	if text == nil {
		text = form.DefaultOutline()
	}
	o, err := form.ParseOutline(text)
	if err != nil {
		return nil, fmt.Errorf("the outline of the report in force: %w", err)
	}
	return o, nil
}
