package stampdesk

import (
	"context"
	"errors"
)

// Settlement is what a person says of a print job. Stored: the names stay.
type Settlement string

// The settlements.
const (
	PrintAgain      Settlement = "again"     // it may be on paper or not: once more, marked as a reprint
	PrintedAfterAll Settlement = "printed"   // it may be on paper or not: it is
	PrintCancelled  Settlement = "cancelled" // it is not wanted any more
	PrintMoved      Settlement = "moved"     // another printer is to print it
)

// SettlePrint says what becomes of a job in the queue. A job that the printer
// had begun is marked as a reprint from then on, whoever prints it.
type SettlePrint struct {
	Order EntryKey
	// Attempt is that of the job as the person saw it: who answers for
	// something that was settled meanwhile is told so.
	Attempt uint64
	As      Settlement
	Printer PrinterID // of PrintMoved: where to
}

func (q SettlePrint) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if d.who == nil {
		return declined(NotSignedIn, "")
	}
	if q.Order.Desk != d.ID {
		return declined(NotInQueue, q.Order)
	}
	var job PrintJob
	var followed bool
	err := d.Store.View(ctx, func(s Snapshot) (err error) {
		job, followed, err = findPrintJob(s, q.Order)
		return err
	})
	switch {
	case errors.Is(err, ErrNotFound):
		return declined(NotInQueue, q.Order)
	case err != nil:
		return nil, err
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		// The desk alone writes its journal, so the job is what it was; how far
		// the printer came is said here, before or after the entry, never beside it.
		begun, done := PrintCursors(d.ID, job.Printer)
		cursors := map[string]uint64{}
		for _, name := range [...]string{begun, done} {
			at, err := tx.Cursor(name)
			if err != nil {
				return Outcome{}, err
			}
			cursors[name] = at
		}
		job := job
		job.state(cursors)
		if no := q.refusal(&job); no != "" {
			return refused(no, q.Order), nil
		}
		e := d.batchEntry(setup, ActPrintSettled, &Batch{ID: job.Order.Batch, Round: job.Order.Round, Unit: job.Order.Unit})
		e.Ref = q.Order
		e.Facts = []Fact{{FactSettled, string(q.As)}}
		if job.State == JobBegun || job.Again {
			e.Facts = append(e.Facts, Fact{FactAgain, "1"})
		}
		if q.As == PrintCancelled && followed {
			e.Facts = append(e.Facts, Fact{FactFollowed, "1"})
		}
		if q.As == PrintMoved {
			if err := beginPrinting(tx, d.ID, q.Printer); err != nil {
				return Outcome{}, err
			}
			if q.Printer != "" {
				e.Facts = append(e.Facts, Fact{FactPrinter, string(q.Printer)})
			}
		}
		e, err := Record(tx, e, nil, nil)
		return Outcome{Result: Done, Entry: &e}, err
	})
	return committed(o, err)
}

// refusal says why a job cannot be settled so.
func (q *SettlePrint) refusal(j *PrintJob) Refusal {
	switch {
	case !j.IsOpen():
		return NotInQueue
	case q.Attempt != j.Attempt:
		return QueueChanged
	case q.As == PrintMoved && q.Printer == j.Printer:
		return SamePrinter
	case (q.As == PrintAgain || q.As == PrintedAfterAll) && j.State != JobBegun:
		return NotAsked
	}
	return ""
}

// beginPrinting lays down where the journal begins for a printer that has had
// nothing to do so far.
func beginPrinting(tx Tx, d DeskID, p PrinterID) error {
	_, done := PrintCursors(d, p)
	at, err := tx.Cursor(done)
	if err != nil || at != 0 {
		return err
	}
	head, err := tx.Head(d)
	if err != nil {
		return err
	}
	if st, err := tx.Station(d); err != nil || p == "" && st.Prints > 0 {
		return err // there may be older orders
	}
	return tx.PutCursor(done, head.Seq)
}

// uncount takes an order that was cancelled before anything of it was printed
// out of the number of its copies: the next one is not a reprint. One that a
// later order follows stays in it, or two papers would have one number.
func uncount(l Ledger, e *Entry) error {
	if Settlement(e.Fact(FactSettled)) != PrintCancelled || e.Fact(FactAgain) != "" || e.Fact(FactFollowed) != "" {
		return nil
	}
	order, err := l.Entry(e.Ref)
	if err != nil {
		return err
	}
	return l.AddCount(printCell(order), -1)
}
