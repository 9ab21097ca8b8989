package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/printer"
	"stampdesk/printer/pdf"
)

func (a *app) printCommand() *cobra.Command {
	var q printQuery
	var to string
	cmd := &cobra.Command{
		Use: "print return-list|tally|shift|chase-list|guest-slip|receipt|held-slip|renewals|intake|commands", Short: "In danh sách trả thẻ, bảng kiểm đếm, biên bản ca … / print a document", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			doc, ok := stampdesk.ParseDocument(args[0])
			if !ok {
				return fail(exitUsage, "return-list, tally, shift, chase-list, guest-slip, receipt, held-slip, renewals, intake, commands", a.t.UnknownDocument, args[0])
			}
			if to != "" {
				return a.withStore(cmd.Context(), func(s stampdesk.Store) error { return a.printTo(cmd.Context(), s, doc, q, to) })
			}
			return a.printOnPaper(cmd.Context(), doc, q)
		},
	}
	cmd.Flags().StringVar(&q.batch, "batch", "", "mã lô / batch id")
	cmd.Flags().StringVar(&q.unit, "unit", "", "chase-list, renewals, intake: mã đơn vị / unit code")
	cmd.Flags().Uint32Var(&q.shift, "shift", 0, "shift: ca số / which shift")
	cmd.Flags().StringVar(&q.card, "card", "", "guest-slip, held-slip: số thẻ / card number")
	cmd.Flags().StringVar(&to, "to", "", "TỆP.pdf | .txt | .png | .bin | - (mặc định: máy in / default: the printer)")
	var as string
	settle := &cobra.Command{
		Use: "settle --as again|printed", Short: "Trả lời cho bản in bị ngắt / answer for an interrupted document", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.settlePrint(cmd.Context(), as) },
	}
	settle.Flags().StringVar(&as, "as", "", "again | printed")
	resume := &cobra.Command{
		Use: "resume", Short: "In tiếp những bản đang chờ / print what waits in the queue", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withQueue(cmd.Context(), func(_ *stampdesk.Desk, q *printQueue) error {
				return a.drain(cmd.Context(), q, a.t.HintPrintQueued)
			})
		},
	}
	cmd.AddCommand(settle, resume)
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
	profile, err := a.conf.profile(a.conf.Printer)
	if err != nil {
		return err
	}
	order := a.entryOfOrder(p)
	var paper printer.Doc
	err = s.View(ctx, func(s stampdesk.Snapshot) error {
		setup, err := s.Setup()
		if err != nil {
			return err
		}
		order.Round = uint8(setup.Round.Ordinal)
		paper, err = printer.Compose(s, &order, a.conf.lang())
		return err
	})
	if errors.Is(err, stampdesk.ErrNotFound) && p.Batch != "" {
		return a.declined(stampdesk.Outcome{Refusal: stampdesk.UnknownBatch, About: string(p.Batch)})
	}
	if err != nil {
		return err
	}
	r, err := printer.NewRenderer(profile)
	if err != nil {
		return err
	}
	job := r.Job(string(doc), paper)
	write := map[string]func(*bufio.Writer) error{
		".txt": func(w *bufio.Writer) error { _, err := w.WriteString(job.Text); return err },
		".bin": func(w *bufio.Writer) error { _, err := w.Write(job.Bytes()); return err },
		".png": func(w *bufio.Writer) error { return job.PNG(w) },
		".pdf": func(w *bufio.Writer) error {
			return pdf.Write(w, paper, pdf.Options{Lang: a.conf.lang(), At: order.At.Local()})
		},
	}[strings.ToLower(filepath.Ext(to))]
	switch {
	case to == "-":
		_, err = fmt.Fprint(a.out, job.Text)
		return err
	case write == nil:
		return fail(exitUsage, ".pdf, .txt, .png, .bin, -", "--to %q", to)
	}
	if err := a.writeFile(to, write); err != nil {
		return err
	}
	fmt.Fprintf(a.err, a.t.PrintedTo, to)
	return nil
}

// withQueue signs in and opens the queue of the printer.
func (a *app) withQueue(ctx context.Context, fn func(*stampdesk.Desk, *printQueue) error) error {
	return a.withDesk(ctx, func(d *stampdesk.Desk) error {
		spool, err := a.spool(d.Store)
		if err != nil {
			return err
		}
		if spool == nil {
			return fail(exitUsage, a.t.HintNoPrinter, "%s", a.t.NoPrinter)
		}
		q := &printQueue{Spool: spool}
		if h := a.host; h != nil {
			done, err := h.queue(ctx, q)
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
func (a *app) printOnPaper(ctx context.Context, doc stampdesk.Document, what printQuery) error {
	return a.withQueue(ctx, func(d *stampdesk.Desk, q *printQueue) error {
		p, err := a.order(ctx, d.Store, doc, what)
		if err != nil {
			return err
		}
		if _, err := a.do(ctx, d, p); err != nil {
			return err
		}
		return a.drain(ctx, q, a.t.HintPrintQueued)
	})
}

func (a *app) drain(ctx context.Context, q *printQueue, hint string) error {
	n, err := q.Drain(ctx)
	switch {
	case errors.Is(err, printer.ErrUnresolved):
		return fail(exitFailed, a.t.HintPrintUnknown, "%s %s: %w", a.t.Printing, q.Where, err)
	case err != nil:
		return fail(exitFailed, hint, "%s %s: %w", a.t.Printing, q.Where, err)
	}
	if a.flags.json {
		return a.printJSON(map[string]any{"printed": n})
	}
	_, err = fmt.Fprintf(a.out, a.t.Printed, n)
	return err
}

// settlePrint answers whether an interrupted document is printed again.
func (a *app) settlePrint(ctx context.Context, as string) error {
	if as != "again" && as != "printed" {
		return fail(exitUsage, "again, printed", "--as %q", as)
	}
	return a.withQueue(ctx, func(d *stampdesk.Desk, q *printQueue) error {
		err := answerPrint(ctx, q.Spool, as == "again", func(r stampdesk.SettlePrint) error {
			_, err := a.do(ctx, d, r)
			return err
		})
		if errors.Is(err, errNotAsked) {
			_, err := fmt.Fprint(a.out, a.t.NoUnknownJob)
			return err
		}
		if err != nil {
			return err
		}
		if as == "printed" {
			q.before.given++
		}
		return a.drain(ctx, q, a.t.HintPrintUnknown)
	})
}
