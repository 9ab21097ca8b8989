package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/printer"
	"stampdesk/printer/pdf"
)

func (a *app) printCommand() *cobra.Command {
	var q printQuery
	var to string
	var record bool
	var kinds []string
	for _, d := range stampdesk.Documents() {
		kinds = append(kinds, string(d))
	}
	cmd := &cobra.Command{
		Use: "print " + strings.Join(kinds, "|"), Short: "In danh sách trả thẻ, bảng kiểm đếm, biên bản ca … / print a document",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			doc, ok := stampdesk.ParseDocument(args[0])
			if !ok {
				return fail(exitUsage, strings.Join(kinds, ", "), a.t.UnknownDocument, args[0])
			}
			p, ok := a.printerCalled(to)
			switch {
			case record && (ok || to == "-"):
				return fail(exitUsage, "print "+args[0]+" --to F.pdf --record", "%s", a.t.RecordWhere)
			case record:
				return a.printRecorded(cmd.Context(), doc, q, to)
			case ok:
				return a.printOnPaper(cmd.Context(), doc, q, p)
			}
			return a.withStore(cmd.Context(), func(s stampdesk.Store) error { return a.printTo(cmd.Context(), s, doc, q, to) })
		},
	}
	cmd.Flags().StringVar(&q.batch, "batch", "", "mã lô / batch id")
	cmd.Flags().StringVar(&q.unit, "unit", "", "chase-list, renewals, intake: mã đơn vị / unit code")
	cmd.Flags().Uint32Var(&q.shift, "shift", 0, "shift: ca số / which shift")
	cmd.Flags().StringVar(&q.card, "card", "", "guest-slip, held-slip: số thẻ / card number")
	cmd.Flags().StringVar(&to, "to", "", "TỆP.pdf | .txt | .png | .bin | - | máy in / a printer (mặc định: máy in của bàn / default: the desk's own)")
	cmd.Flags().BoolVar(&record, "record", false, "tệp là bản chính thức: ghi sổ, có số / the file is the document itself: on record, with a number")
	cmd.AddCommand(a.printQueueCommands()...)
	return cmd
}

// printQuery is what a document is to be about, as the person named it.
type printQuery struct {
	batch, unit, card string
	shift             uint32
}

// order finds what is meant: a return list is of one batch, a tally is of the
// round where none is named, a shift sheet of the last shift.
func (a *app) order(ctx context.Context, s stampdesk.Store, doc stampdesk.Document, q printQuery) (p stampdesk.Print, err error) {
	p.Document = doc
	switch doc {
	case stampdesk.ReturnList, stampdesk.Receipt:
		p.Batch, err = a.findBatch(ctx, s, q.batch, func(b stampdesk.Batch) bool { return !b.IsClosed() })
	case stampdesk.TallySheet:
		p.Batch = stampdesk.BatchID(q.batch)
	case stampdesk.ShiftSheet:
		var sh stampdesk.Shift
		sh, err = a.lastShift(ctx, s, q.shift)
		p.Shift = sh.ID
	case stampdesk.IntakeSheet:
		if p.Unit = stampdesk.UnitCode(q.unit); p.Unit != "" && q.batch == "" {
			return p, a.knownUnit(ctx, s, p.Unit)
		}
		p.Unit = ""
		p.Batch, err = a.findBatch(ctx, s, q.batch, func(b stampdesk.Batch) bool { return !b.IsClosed() })
	case stampdesk.ChaseList, stampdesk.RenewalList:
		if p.Unit = stampdesk.UnitCode(q.unit); p.Unit != "" {
			err = a.knownUnit(ctx, s, p.Unit)
		}
	case stampdesk.GuestSlip, stampdesk.HeldSlip:
		p.Card, err = a.card(q.card)
	}
	return p, err
}

func (a *app) knownUnit(ctx context.Context, s stampdesk.Store, code stampdesk.UnitCode) error {
	return s.View(ctx, func(s stampdesk.Snapshot) error {
		u, err := s.Unit(code)
		if err == nil && u == nil {
			err = a.declined(stampdesk.Outcome{Refusal: stampdesk.UnknownUnit, About: string(code)})
		}
		return err
	})
}

// entryOfOrder is the entry that an order would become, for a look at its
// document.
func (a *app) entryOfOrder(p stampdesk.Print) stampdesk.Entry {
	return stampdesk.Entry{
		Act: stampdesk.ActPrinted, At: a.now(), Batch: p.Batch, Key: stampdesk.EntryKey{Desk: stampdesk.DeskID(a.conf.Desk.ID)},
		Facts: append(p.Facts(), stampdesk.Fact{Name: stampdesk.FactCopy, Value: "1"}),
	}
}

// printTo writes a document to a file, in the form that the file's ending
// asks for, or as text to stdout. It is a look: nothing is recorded.
func (a *app) printTo(ctx context.Context, s stampdesk.Store, doc stampdesk.Document, q printQuery, to string) error {
	p, err := a.order(ctx, s, doc, q)
	if err != nil {
		return err
	}
	return a.writeDocument(ctx, s, stampdesk.PrintJob{Order: a.entryOfOrder(p)}, to)
}

// printRecorded orders a document on record and writes it into a file.
func (a *app) printRecorded(ctx context.Context, doc stampdesk.Document, what printQuery, to string) error {
	if !isForm(to) {
		return fail(exitUsage, forms, "--to %q", to)
	}
	return a.withDesk(ctx, func(d *stampdesk.Desk) error {
		p, err := a.order(ctx, d.Store, doc, what)
		if err != nil {
			return err
		}
		p.Written = true
		outs, err := a.do(ctx, d, p)
		if err != nil {
			return err
		}
		return a.writeDocument(ctx, d.Store, stampdesk.PrintJob{Order: *outs[0].Entry}, to)
	})
}

// forms are the endings of the files that a document can be written into.
const forms = ".pdf, .txt, .png, .bin"

func isForm(to string) bool {
	return slices.Contains(strings.Split(forms, ", "), strings.ToLower(filepath.Ext(to)))
}

// writeDocument writes the document of a job, as it would be printed now.
func (a *app) writeDocument(ctx context.Context, s stampdesk.Store, job stampdesk.PrintJob, to string) error {
	p, err := a.printerIn(string(job.Printer))
	if err != nil { // it was another printer's, or there is none
		if p.Profile, err = a.conf.profile(a.conf.Printer, printer.Destination{}); err != nil {
			return err
		}
	}
	var doc printer.Doc
	err = s.View(ctx, func(s stampdesk.Snapshot) error {
		setup, err := s.Setup()
		if err != nil {
			return err
		}
		if job.Order.Round == 0 {
			job.Order.Round = uint8(setup.Round.Ordinal)
		}
		doc, err = printer.Compose(s, &job, a.conf.lang(), p.Profile)
		return err
	})
	if errors.Is(err, stampdesk.ErrNotFound) && job.Order.Batch != "" {
		return a.declined(stampdesk.Outcome{Refusal: stampdesk.UnknownBatch, About: string(job.Order.Batch)})
	}
	if err != nil {
		return err
	}
	r, err := printer.NewRenderer(p.Profile)
	if err != nil {
		return err
	}
	rendered := r.Job(job.Order.Fact(stampdesk.FactKind), doc)
	write := map[string]func(*bufio.Writer) error{
		".txt": func(w *bufio.Writer) error { _, err := w.WriteString(rendered.Text); return err },
		".bin": func(w *bufio.Writer) error { return rendered.Write(w) },
		".png": func(w *bufio.Writer) error { return rendered.PNG(w) },
		".pdf": func(w *bufio.Writer) error {
			return pdf.Write(w, doc, pdf.Options{Lang: a.conf.lang(), At: job.Order.At.Local()})
		},
	}[strings.ToLower(filepath.Ext(to))]
	switch {
	case to == "-":
		_, err = fmt.Fprint(a.out, rendered.Text)
		return err
	case write == nil:
		known := forms + ", -"
		if names := a.printerNames(); names != "" {
			known += ", " + names
		}
		return fail(exitUsage, known, a.t.BadTarget, to)
	}
	if err := a.writeFile(to, write); err != nil {
		return err
	}
	fmt.Fprintf(a.err, a.t.PrintedTo, to)
	return nil
}

// withQueues signs in and opens the queues of the printers.
func (a *app) withQueues(ctx context.Context, fn func(*stampdesk.Desk, *printQueues) error) error {
	return a.withDesk(ctx, func(d *stampdesk.Desk) error {
		all, err := a.spools(d.Store)
		if err != nil {
			return err
		}
		if len(all) == 0 {
			return fail(exitUsage, a.t.HintNoPrinter, "%s", a.t.NoPrinter)
		}
		q := &printQueues{spools: all}
		if h := a.host; h != nil {
			done, err := h.queues(ctx, q)
			if err != nil {
				return err
			}
			defer done()
		}
		if err := q.mark(ctx); err != nil {
			return err
		}
		return fn(d, q)
	})
}

// printOnPaper orders a document on record and prints what is in the queue.
func (a *app) printOnPaper(ctx context.Context, doc stampdesk.Document, what printQuery, on stampdesk.PrinterID) error {
	return a.withQueues(ctx, func(d *stampdesk.Desk, all *printQueues) error {
		p, err := a.order(ctx, d.Store, doc, what)
		if err != nil {
			return err
		}
		if all.of(on) == nil { // it is in the configuration, and came there after the desk was opened
			return fail(exitUsage, a.t.HintOpenAgain, a.t.UnknownPrinter, on)
		}
		p.Printer = on
		if _, err := a.do(ctx, d, p); err != nil {
			return err
		}
		return a.drain(ctx, all, on, a.t.HintPrintQueued)
	})
}

// drain prints what waits for one printer, which is one of all.
func (a *app) drain(ctx context.Context, all *printQueues, on stampdesk.PrinterID, hint string) error {
	s := all.of(on)
	n, err := all.drain(ctx, s)
	if err := a.undrained(s, err, hint); err != nil {
		return err
	}
	return a.tellPrinted(n)
}

// undrained says why something is left.
func (a *app) undrained(s *printer.Spool, err error, hint string) error {
	if err == nil {
		return nil
	}
	var said printer.Condition
	if state, again := s.State(context.Background()); again == nil {
		said = state.Condition
	}
	if errors.Is(err, printer.ErrUnresolved) {
		return fail(exitFailed, a.t.HintPrintUnknown, "%s %s: %s (%w)", a.t.Printing, s.Where, a.t.PrinterUnknown, err)
	}
	return fail(exitFailed, hint, "%s %s: %s (%w)", a.t.Printing, s.Where, strings.TrimRight(a.t.whyNotPrinted(err, said), "."), err)
}

func (a *app) tellPrinted(n int) error {
	if a.flags.json {
		return a.printJSON(map[string]any{"printed": n})
	}
	_, err := fmt.Fprintf(a.out, a.t.Printed, n)
	return err
}

// resumePrinting prints what waits for any printer.
func (a *app) resumePrinting(ctx context.Context) error {
	return a.withQueues(ctx, func(_ *stampdesk.Desk, all *printQueues) error {
		total := 0
		var failed []error
		for _, s := range all.spools { // one in trouble does not keep the others from printing
			n, err := all.drain(ctx, s)
			total += n
			if err := a.undrained(s, err, a.t.HintPrintQueued); err != nil {
				failed = append(failed, err)
			}
		}
		if len(failed) == 0 || total > 0 && !a.flags.json {
			if err := a.tellPrinted(total); err != nil {
				return err
			}
		}
		for _, err := range failed[:max(len(failed)-1, 0)] {
			report(a.err, err, a.t)
		}
		if len(failed) == 0 {
			return nil
		}
		return failed[len(failed)-1]
	})
}
