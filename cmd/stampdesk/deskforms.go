package main

import (
	"bufio"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stampdesk"
	"stampdesk/printer/form"
	"stampdesk/tui"
)

// deskForms write the forms and the reports for the screen of the desk, by the
// code of the commands.
type deskForms struct {
	a     *app
	store stampdesk.Store
}

// forms is what the screen writes forms with. Files are proposed to go where
// those of an import are looked for first.
func (a *app) forms(s stampdesk.Store) tui.Forms {
	d := &deskForms{a, s}
	home, err := os.UserHomeDir()
	if err != nil {
		home, _ = filepath.Abs(".") // else the names are relative, which a person sees
	}
	return tui.Forms{List: d.list, Cells: d.cells, Text: d.text, Write: d.write, Dir: home}
}

// in is the program in the language of the screen, which says nothing beside it.
func (d *deskForms) in(l stampdesk.Lang) *app {
	a := *d.a
	if l != "" {
		a.conf.Lang = string(l)
	}
	a.t = textsIn(a.conf.lang())
	return &a
}

// list fills in all forms, to say what each holds.
func (d *deskForms) list(ctx context.Context, l stampdesk.Lang, unit stampdesk.UnitCode, progress func(done, total int)) (all []tui.FormState, err error) {
	a := d.in(l)
	kinds := []stampdesk.Form{1, 2, 3, 4, 5, 6, 7}
	if unit != "" {
		kinds = kinds[:6]
	}
	err = d.store.View(ctx, func(s stampdesk.Snapshot) error {
		all = nil
		filler, err := stampdesk.NewFiller(s)
		if err != nil {
			return err
		}
		shares, err := a.sharesInForce(s)
		if err != nil {
			return err
		}
		for i, f := range kinds {
			if err := ctx.Err(); err != nil {
				return err
			}
			progress(i, len(kinds))
			filled, err := filler.Fill(f, stampdesk.Scope{Unit: unit})
			if err != nil {
				return err
			}
			all = append(all, stateOf(f, &filled, shares))
			if f == stampdesk.FormResult { // the same figures, in words
				report := all[i]
				report.Kind = tui.WrittenReport
				all = append(all, report)
			}
		}
		moved, err := d.movementState(s, a, unit)
		all = append(all, moved)
		return err
	})
	if err != nil {
		return nil, a.onScreen(err)
	}
	return all, nil
}

// stateOf is what a form holds: its members, or its figures.
func stateOf(f stampdesk.Form, filled *stampdesk.Filled, shares stampdesk.Shares) tui.FormState {
	st := tui.FormState{Kind: tui.FormKind(f), Rows: len(filled.Rows), Notes: filled.Notes}
	if !f.IsList() {
		t := filled.Tally
		t.Heads = nil
		st.Tally, st.Stamped = &t, shares.OfTally(&t).At("stamped")
	}
	return st
}

// sharesInForce are the percentages as the forms print them. An outline that is
// unfit hinders nobody from seeing the list: writing says what is wrong.
func (a *app) sharesInForce(s stampdesk.Snapshot) (stampdesk.Shares, error) {
	own, err := s.File(stampdesk.ReportFile)
	if err != nil {
		return stampdesk.Shares{}, err
	}
	o, err := a.outlineInForce(own)
	if err != nil {
		return stampdesk.Shares{}, nil
	}
	return o.Shares, nil
}

// cells are the cells of a unit that have a form of their own.
func (d *deskForms) cells(ctx context.Context, l stampdesk.Lang, unit stampdesk.UnitCode) (names []string, err error) {
	err = d.store.View(ctx, func(s stampdesk.Snapshot) error {
		filler, err := stampdesk.NewFiller(s)
		if err != nil {
			return err
		}
		all, err := filler.Scopes(stampdesk.FormUse, unit)
		names = nil
		for _, c := range all {
			if c.Cell != "" {
				names = append(names, c.Cell)
			}
		}
		return err
	})
	return names, d.in(l).onScreen(err)
}

// formOf is what the screen asks for, as a command would.
func formOf(q tui.FormQuery) formAsk {
	ask := formAsk{
		form: stampdesk.Form(q.Kind), unit: string(q.Scope.Unit), cell: q.Scope.Cell, each: q.Each, number: note(q.Number),
		blank: q.Blank != tui.NotBlank, fromRoster: q.Blank == tui.WithRoster, out: q.Path, force: q.Replace,
	}
	if q.Kind == tui.WrittenReport {
		ask.form, ask.outline = stampdesk.FormResult, true
	}
	return ask
}

// fill fills the form in and lays it out; movements are of no form.
func (d *deskForms) fill(ctx context.Context, a *app, q tui.FormQuery, report func(stage tui.ImportStage, done, total int)) (filled []stampdesk.Filled, pages []form.Page, err error) {
	if q.Kind == tui.MovementsReport {
		pages, err = d.movementPages(ctx, a, q)
		return nil, pages, err
	}
	ask := formOf(q)
	ask.told = func(done, total int) { report(tui.StageFill, done, total) }
	g, err := a.gather(ctx, d.store, ask)
	if err != nil {
		return nil, nil, err
	}
	if len(g.filled) == 0 {
		return nil, nil, errors.New(a.t.NothingToFill)
	}
	report(tui.StageFile, 0, 0)
	laid, err := a.lay(g, ask)
	return g.filled, slices.Concat(laid...), err
}

// text is the beginning of a form as text of so many columns.
func (d *deskForms) text(ctx context.Context, q tui.FormQuery, cols int) (string, error) {
	a := d.in(q.Lang)
	_, pages, err := d.fill(ctx, a, q, func(tui.ImportStage, int, int) {})
	if err != nil {
		return "", a.onScreen(err)
	}
	text, err := beginningOf(ctx, pages, cols)
	return text, a.onScreen(err)
}

// write writes a form into a file.
func (d *deskForms) write(ctx context.Context, q tui.FormQuery, report func(stage tui.ImportStage, done, total int)) (tui.WrittenForm, error) {
	a := d.in(q.Lang)
	w, err := d.writeAs(ctx, a, q, report)
	if errors.Is(err, tui.ErrFileThere) {
		return w, err
	}
	return w, a.onScreen(err)
}

func (d *deskForms) writeAs(ctx context.Context, a *app, q tui.FormQuery, report func(stage tui.ImportStage, done, total int)) (tui.WrittenForm, error) {
	q.Path = atHome(q.Path)
	if err := a.mayGo(q); err != nil { // before anybody waits for it to be filled in
		return tui.WrittenForm{}, err
	}
	filled, pages, err := d.fill(ctx, a, q, report)
	if err != nil {
		return tui.WrittenForm{}, err
	}
	write := a.formWriter(ctx, q.Path, form.Each(pages))
	err = saveNew(q.Path, q.Replace, func(f *os.File) error {
		w := bufio.NewWriterSize(f, 1<<18)
		if err := write(w); err != nil {
			return err
		}
		return w.Flush()
	})
	if errors.Is(err, fs.ErrExist) {
		return tui.WrittenForm{}, tui.ErrFileThere
	}
	if err != nil {
		return tui.WrittenForm{}, err
	}
	return written(q, filled, pages)
}

// mayGo refuses a place where the file cannot go.
func (a *app) mayGo(q tui.FormQuery) error {
	dir := filepath.Dir(q.Path)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		if err == nil || errors.Is(err, fs.ErrNotExist) {
			return fail(exitUsage, "", a.t.NoFolder, dir)
		}
		return err
	}
	info, err := os.Lstat(q.Path)
	switch {
	case err != nil: // it is not there, or making it will say what is wrong
		return nil
	case !info.Mode().IsRegular():
		return fail(exitUsage, "", a.t.NotAFile, q.Path)
	case !q.Replace:
		return tui.ErrFileThere
	}
	return nil
}

// atHome is a path in which ~ stands for the home of the user.
func atHome(path string) string {
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	return path
}
