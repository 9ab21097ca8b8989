package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/printer"
)

// The queue of the printers: what waits, and what a person says of it.

func (a *app) printQueueCommands() []*cobra.Command {
	var all bool
	queue := &cobra.Command{
		Use: "queue", Short: "Các bản chờ in / what waits to be printed", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.look(cmd.Context(), func(s stampdesk.Snapshot) (func() error, error) {
				jobs, err := a.printJobs(s, all)
				return func() error { return a.showPrintJobs(jobs) }, err
			})
		},
	}
	queue.Flags().BoolVar(&all, "all", false, "cả những bản của ca này đã xong / those of this shift that are over too")
	cancel := &cobra.Command{
		Use: "cancel NUMBER", Short: "Không in một bản đang chờ nữa / take a document off the queue", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.settlePrint(cmd.Context(), args[0], stampdesk.PrintCancelled, "")
		},
	}
	var to string
	move := &cobra.Command{
		Use: "move NUMBER --to PRINTER", Short: "Chuyển một bản sang máy in khác / send a document to another printer", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if !cmd.Flags().Changed("to") {
				return fail(exitUsage, a.printerNames(), "--to")
			}
			p, err := a.printerIn(to)
			if err != nil {
				return err
			}
			return a.settlePrint(cmd.Context(), args[0], stampdesk.PrintMoved, p.ID)
		},
	}
	move.Flags().StringVar(&to, "to", "", "tên máy in, \"\" là máy in của bàn / name of the printer, \"\" is the desk's own")
	var file string
	show := &cobra.Command{
		Use: "show NUMBER", Short: "Xem một bản đã đặt in / look at a document that was ordered", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error { return a.showPrint(cmd.Context(), args[0], file) },
	}
	show.Flags().StringVar(&file, "to", "-", "TỆP.txt | .png | .pdf | .bin | -")
	var as string
	settle := &cobra.Command{
		Use: "settle [NUMBER] --as again|printed", Short: "Trả lời cho bản in bị ngắt / answer for an interrupted document",
		Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if as != "again" && as != "printed" {
				return fail(exitUsage, "again, printed", "--as %q", as)
			}
			return a.settlePrint(cmd.Context(), strings.Join(args, ""), stampdesk.Settlement(as), "")
		},
	}
	settle.Flags().StringVar(&as, "as", "", "again | printed")
	resume := &cobra.Command{
		Use: "resume", Short: "In tiếp những bản đang chờ / print what waits in the queue", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.resumePrinting(cmd.Context()) },
	}
	return []*cobra.Command{queue, settle, resume, cancel, move, show}
}

// orderNumber reads the running number of a paper: "B1/123", or "123" of this
// desk.
func (a *app) orderNumber(s string) (stampdesk.EntryKey, error) {
	desk, seq, named := strings.Cut(strings.TrimSpace(s), "/")
	if !named {
		desk, seq = a.conf.Desk.ID, desk
	}
	n, err := strconv.ParseUint(seq, 10, 64)
	if err != nil || n == 0 || desk == "" {
		return stampdesk.EntryKey{}, fail(exitUsage, a.t.HintOrderNumber, a.t.BadOrderNumber, s)
	}
	return stampdesk.EntryKey{Desk: stampdesk.DeskID(desk), Seq: n}, nil
}

// printJobs are the jobs of this desk that are open, or all of this shift.
func (a *app) printJobs(s stampdesk.Snapshot, all bool) ([]stampdesk.PrintJob, error) {
	q := stampdesk.PrintQueue{Desk: stampdesk.DeskID(a.conf.Desk.ID)}
	if all {
		st, err := s.Station(q.Desk)
		if err != nil {
			return nil, err
		}
		q.Since = max(st.Began.Seq, 1)
	}
	if err := q.Read(s); err != nil {
		return nil, err
	}
	var jobs []stampdesk.PrintJob
	for _, j := range q.Jobs() {
		if all || j.IsOpen() {
			jobs = append(jobs, j)
		}
	}
	return jobs, nil
}

type printJobJSON struct {
	Order    *keyJSON            `json:"order"`
	Document string              `json:"document"`
	State    string              `json:"state"`
	Printer  stampdesk.PrinterID `json:"printer"`
	Copy     string              `json:"copy,omitempty"`
	Again    bool                `json:"again,omitempty"`
	Batch    stampdesk.BatchID   `json:"batch,omitempty"`
	Unit     string              `json:"unit,omitempty"`
	Shift    string              `json:"shift,omitempty"`
	Card     string              `json:"card,omitempty"`
	By       stampdesk.PersonID  `json:"by"`
	At       string              `json:"at"`
}

var jobStateNames = [...]string{
	stampdesk.JobQueued: "queued", stampdesk.JobBegun: "begun", stampdesk.JobPrinted: "printed", stampdesk.JobCancelled: "cancelled",
}

func (a *app) showPrintJobs(jobs []stampdesk.PrintJob) error {
	for _, j := range jobs {
		o := &j.Order
		if a.flags.json {
			err := a.printJSON(printJobJSON{
				Order: keyOf(o.Key), Document: o.Fact(stampdesk.FactKind), State: jobStateNames[j.State], Printer: j.Printer,
				Copy: o.Fact(stampdesk.FactCopy), Again: j.Again, Batch: o.Batch, Unit: o.Fact(stampdesk.FactUnit),
				Shift: o.Fact(stampdesk.FactShift), Card: o.Fact(stampdesk.FactCard), By: o.Operator, At: stamp(o.At),
			})
			if err != nil {
				return err
			}
			continue
		}
		fmt.Fprintln(a.out, a.printJobLine(&j))
	}
	if !a.flags.json && len(jobs) == 0 {
		fmt.Fprint(a.out, a.t.NothingToPrint)
	}
	return nil
}

// printJobLine is a job in one line: number, how far, what, of what, where.
func (a *app) printJobLine(j *stampdesk.PrintJob) string {
	o := &j.Order
	parts := []string{o.Key.String(), a.t.JobStates[j.State], stampdesk.Document(o.Fact(stampdesk.FactKind)).Label(a.conf.lang())}
	for _, name := range [...]string{string(o.Batch), o.Fact(stampdesk.FactUnit), o.Fact(stampdesk.FactShift), o.Fact(stampdesk.FactCard)} {
		if name != "" {
			parts = append(parts, name)
		}
	}
	if j.Printer != "" {
		parts = append(parts, string(j.Printer))
	}
	parts = append(parts, o.At.Local().Format("02/01/2006 15:04"), string(o.Operator))
	return strings.Join(parts, "  ")
}

// settlePrint records what becomes of a job; "" is the one that waits for an
// answer. What is then to be printed is printed, here or by the desk that runs.
func (a *app) settlePrint(ctx context.Context, number string, as stampdesk.Settlement, to stampdesk.PrinterID) error {
	return a.withQueues(ctx, func(d *stampdesk.Desk, all *printQueues) error {
		job, err := a.jobToSettle(ctx, d, all, number)
		if err != nil || job == nil {
			return err
		}
		if as == stampdesk.PrintAgain || as == stampdesk.PrintedAfterAll {
			if err := a.interrupted(ctx, all, job); err != nil {
				return err
			}
		}
		at := job.Printer
		if as == stampdesk.PrintMoved {
			at = to
		}
		there := all.of(at) != nil
		if !there && (as == stampdesk.PrintMoved || as == stampdesk.PrintAgain) {
			return fail(exitUsage, fmt.Sprintf("stampdesk print move %d --to …", job.Order.Key.Seq), a.t.UnknownPrinter, at)
		}
		q := stampdesk.SettlePrint{Order: job.Order.Key, Attempt: job.Attempt, As: as, Printer: to}
		if _, err := a.do(ctx, d, q); err != nil {
			return err
		}
		switch {
		case as == stampdesk.PrintCancelled:
			_, err := fmt.Fprintf(a.out, a.t.Cancelled, job.Order.Key)
			return err
		case as == stampdesk.PrintedAfterAll && !a.flags.json:
			fmt.Fprintf(a.out, a.t.CountsAsPrinted, job.Order.Key)
		}
		if !there {
			return a.tellPrinted(0)
		}
		return a.drain(ctx, all, at, a.t.HintPrintQueued)
	})
}

// interrupted refuses an answer for a job that is being printed: nobody can
// tell yet whether it came out.
func (a *app) interrupted(ctx context.Context, all *printQueues, job *stampdesk.PrintJob) error {
	s := all.of(job.Printer)
	if s == nil {
		return nil
	}
	state, err := s.State(ctx)
	if err == nil && state.Status == printer.Printing && state.Job != nil && state.Job.Order.Key == job.Order.Key {
		err = fail(exitFailed, fmt.Sprintf(a.t.HintStillPrinting, job.Order.Key.Seq), a.t.StillPrinting, job.Order.Key)
	}
	return err
}

// jobToSettle is the job with a number, or the only one that was interrupted;
// nil where nothing waits for an answer, which is said.
func (a *app) jobToSettle(ctx context.Context, d *stampdesk.Desk, all *printQueues, number string) (*stampdesk.PrintJob, error) {
	var found []stampdesk.PrintJob
	var key stampdesk.EntryKey
	if number != "" {
		var err error
		if key, err = a.orderNumber(number); err != nil {
			return nil, err
		}
	}
	err := d.Store.View(ctx, func(s stampdesk.Snapshot) error {
		found = nil
		if number != "" {
			j, err := stampdesk.FindPrintJob(s, key)
			found = append(found, j)
			return err
		}
		jobs, err := a.printJobs(s, false)
		for _, j := range jobs {
			if j.State == stampdesk.JobBegun {
				found = append(found, j)
			}
		}
		return err
	})
	if number == "" {
		found = slices.DeleteFunc(found, func(j stampdesk.PrintJob) bool { return a.interrupted(ctx, all, &j) != nil })
	}
	switch {
	case errors.Is(err, stampdesk.ErrNotFound):
		return nil, a.declined(stampdesk.Outcome{Refusal: stampdesk.NotInQueue, About: number})
	case err != nil:
		return nil, err
	case len(found) == 0:
		_, err := fmt.Fprint(a.out, a.t.NoUnknownJob)
		return nil, err
	case len(found) > 1:
		lines := make([]string, len(found))
		for i := range found {
			lines[i] = a.printJobLine(&found[i])
		}
		return nil, fail(exitUsage, strings.Join(lines, "\n"), "%s", a.t.ManyUnknownJobs)
	}
	return &found[0], nil
}

// showPrint writes an ordered document as it would be printed now. It is a
// look: the number is that of the paper, not of what is shown.
func (a *app) showPrint(ctx context.Context, number, to string) error {
	key, err := a.orderNumber(number)
	if err != nil {
		return err
	}
	return a.withStore(ctx, func(s stampdesk.Store) error {
		var job stampdesk.PrintJob
		err := s.View(ctx, func(s stampdesk.Snapshot) (err error) {
			job, err = stampdesk.FindPrintJob(s, key)
			return err
		})
		if errors.Is(err, stampdesk.ErrNotFound) {
			return a.declined(stampdesk.Outcome{Refusal: stampdesk.NotInQueue, About: number})
		}
		if err != nil {
			return err
		}
		job.Order.Key.Seq = 0
		return a.writeDocument(ctx, s, job, to)
	})
}
