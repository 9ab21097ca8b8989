package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
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
	l, err := a.laying(g, q)
	if err != nil {
		return err
	}
	switch {
	case q.out == "-" || q.out == "" && !a.flags.json:
		if err := a.printPages(ctx, l.pages()); err != nil {
			return err
		}
	case q.out != "":
		if err := a.writePages(ctx, q, l.pages()); err != nil {
			return err
		}
	default: // only what it comes to
		for _, err := range wanted(ctx, l.pages()) {
			if err != nil {
				return err
			}
		}
	}
	if a.flags.json {
		return a.printJSON(q.json(g.filled, l.sheets))
	}
	a.tellNotes(q.form, g.filled)
	return a.tellForm(q, g.filled, len(slices.Concat(l.sheets...)))
}

// printPages writes pages as text on stdout.
func (a *app) printPages(ctx context.Context, pages iter.Seq2[form.Page, error]) error {
	all, err := collected(wanted(ctx, pages))
	if err != nil {
		return err
	}
	w := bufio.NewWriter(a.out)
	if err := form.WriteText(w, all); err != nil {
		return err
	}
	return w.Flush()
}

// writePages writes pages into a file, in the way that its ending asks for.
func (a *app) writePages(ctx context.Context, q formAsk, pages iter.Seq2[form.Page, error]) error {
	return a.meanwhile(a.t.WritingForm+" "+q.out, func() error { return a.writeNew(q.out, q.force, a.formWriter(ctx, q.out, pages)) })
}

// formWriter writes pages in the way that the ending of a file asks for. It
// fails once ctx has ended: the workbook of a province takes a while.
func (a *app) formWriter(ctx context.Context, file string, pages iter.Seq2[form.Page, error]) func(*bufio.Writer) error {
	pages = wanted(ctx, pages)
	whole := func(write func(io.Writer, []form.Page) error) func(io.Writer) error {
		return func(w io.Writer) error {
			all, err := collected(pages)
			if err != nil {
				return err
			}
			return write(w, all)
		}
	}
	write := map[string]func(io.Writer) error{
		".xlsx": func(w io.Writer) error { return form.WriteXLSX(w, pages, "") },
		".csv":  func(w io.Writer) error { return form.WriteCSV(w, pages) },
		".txt":  whole(form.WriteText),
		".pdf": whole(func(w io.Writer, all []form.Page) error {
			return pdf.WritePages(w, all, pdf.Options{Lang: stampdesk.Vietnamese, At: a.now().Local()})
		}),
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
func wanted(ctx context.Context, pages iter.Seq2[form.Page, error]) iter.Seq2[form.Page, error] {
	return func(yield func(form.Page, error) bool) {
		for p, err := range pages {
			if err == nil {
				err = ctx.Err()
			}
			if !yield(p, err) || err != nil {
				return
			}
		}
	}
}

// collected are all pages, for what cannot be written one by one.
func collected(pages iter.Seq2[form.Page, error]) (all []form.Page, err error) {
	for p, err := range pages {
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}

// tellForm says what was written.
func (a *app) tellForm(q formAsk, all []stampdesk.Filled, sheets int) error {
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
		fmt.Fprintf(a.out, format, q.out, q.form, a.count(sheets), a.count(rows))
		if rows > 0 {
			fmt.Fprint(a.out, a.t.PaperOfMembers)
		}
	default:
		fmt.Fprintf(a.out, a.t.FormWritten, q.out, q.form, a.count(sheets))
	}
	return nil
}
