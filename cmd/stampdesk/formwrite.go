package main

import (
	"bufio"
	"context"
	"fmt"
	"iter"
	"slices"

	"stampdesk"
	"stampdesk/printer/form"
	"stampdesk/printer/pdf"
)

// writeForm fills a form in, lays it out and writes it.
func (a *app) writeForm(ctx context.Context, s stampdesk.Store, q formAsk) error {
	var g gathered
	err := a.meanwhile(a.t.FillingForm, func() (err error) {
		g, err = a.gather(ctx, s, q)
		return err
	})
	if err != nil {
		return err
	}
	if len(g.filled) == 0 {
		return fail(exitFailed, "stampdesk roster import danhsach.xlsx", "%s", a.t.NothingToFill)
	}
	laid, err := a.lay(g, q)
	if err != nil {
		return err
	}
	pages := slices.Concat(laid...)
	switch {
	case q.out == "-" || q.out == "" && !a.flags.json:
		w := bufio.NewWriter(a.out)
		if err := form.WriteText(w, pages); err != nil {
			return err
		}
		if err := w.Flush(); err != nil {
			return err
		}
	case q.out != "":
		if err := a.writePages(ctx, q, pages); err != nil {
			return err
		}
	}
	if a.flags.json {
		return a.printJSON(q.json(g.filled, laid))
	}
	a.tellNotes(q.form, g.filled)
	return a.tellForm(q, g.filled, pages)
}

// writePages writes pages into a file, in the way that its ending asks for.
func (a *app) writePages(ctx context.Context, q formAsk, pages []form.Page) error {
	return a.meanwhile(a.t.WritingForm+" "+q.out, func() error { return a.writeNew(q.out, q.force, a.formWriter(ctx, q.out, pages)) })
}

// formWriter writes pages in the way that the ending of a file asks for. It
// fails once ctx has ended: the workbook of a province takes a while.
func (a *app) formWriter(ctx context.Context, file string, pages []form.Page) func(*bufio.Writer) error {
	write := map[string]func(*bufio.Writer) error{
		".xlsx": func(w *bufio.Writer) error { return form.WriteXLSX(w, wanted(ctx, pages), "") },
		".csv":  func(w *bufio.Writer) error { return form.WriteCSV(w, wanted(ctx, pages)) },
		".txt":  func(w *bufio.Writer) error { return form.WriteText(w, pages) },
		".pdf": func(w *bufio.Writer) error {
			return pdf.WritePages(w, pages, pdf.Options{Lang: stampdesk.Vietnamese, At: a.now().Local()})
		},
	}[ending(file)]
	return func(w *bufio.Writer) error {
		out := bufio.NewWriter(stoppable{ctx, w})
		if err := write(out); err != nil {
			return err
		}
		return out.Flush()
	}
}

// wanted are pages one after the other, for as long as ctx has not ended.
func wanted(ctx context.Context, pages []form.Page) iter.Seq2[form.Page, error] {
	return func(yield func(form.Page, error) bool) {
		for _, p := range pages {
			if err := ctx.Err(); !yield(p, err) || err != nil {
				return
			}
		}
	}
}

// tellForm says what was written.
func (a *app) tellForm(q formAsk, all []stampdesk.Filled, pages []form.Page) error {
	switch rows := 0; {
	case q.out == "" || q.out == "-":
	case q.outline:
		fmt.Fprintf(a.out, a.t.ReportWritten, q.out)
	case q.form.IsList():
		for i := range all {
			rows += len(all[i].Rows)
		}
		format := a.t.FormOfList
		if q.blank {
			format = a.t.FormBlank
		}
		fmt.Fprintf(a.out, format, q.out, q.form, a.count(len(pages)), a.count(rows))
		if rows > 0 {
			fmt.Fprint(a.out, a.t.PaperOfMembers)
		}
	default:
		fmt.Fprintf(a.out, a.t.FormWritten, q.out, q.form, a.count(len(pages)))
	}
	return nil
}
