package main

import (
	"context"
	"time"

	"stampdesk"
	"stampdesk/printer"
)

// printQueues are what the printers of a desk have to print: printed by the
// command itself, or by the desk that runs, and then the command follows it.
type printQueues struct {
	spools
	kick   func() // has the running desk look; nil: it is the command that prints
	before map[stampdesk.PrinterID]error
}

// mark notes what trouble there is already: only what comes after it is an
// answer to what is done now.
func (q *printQueues) mark(ctx context.Context) error {
	q.before = map[stampdesk.PrinterID]error{}
	for _, s := range q.spools {
		state, err := s.State(ctx)
		if err != nil {
			return err
		}
		q.before[s.Printer] = state.Err
	}
	return nil
}

// drain gives how many documents one printer has printed, once it has none
// left; the error says why one cannot be.
func (q *printQueues) drain(ctx context.Context, s *printer.Spool) (printed int, err error) {
	if q.kick == nil {
		return s.Drain(ctx)
	}
	jobs := stampdesk.PrintQueue{Desk: s.Desk}
	if err := s.Store.View(ctx, jobs.Read); err != nil {
		return 0, err
	}
	open := map[stampdesk.EntryKey]bool{}
	for _, j := range jobs.Of(s.Printer) {
		open[j.Order.Key] = true
		if jobs.Since == 0 || j.Order.Key.Seq < jobs.Since {
			jobs.Since = j.Order.Key.Seq // remember those that come to their end
		}
	}
	q.kick()
	s.Retry() // a printer in trouble is tried again
	for {
		if err := s.Store.View(ctx, jobs.Read); err != nil {
			return 0, err
		}
		printed, left := 0, 0
		for _, j := range jobs.Jobs() {
			switch {
			case !open[j.Order.Key] || j.Printer != s.Printer:
			case j.IsOpen():
				left++
			case j.State == stampdesk.JobPrinted:
				printed++
			}
		}
		if left == 0 {
			return printed, nil
		}
		state, err := s.State(ctx)
		if err != nil {
			return printed, err
		}
		if state.Status == printer.Unknown || state.Status == printer.Trouble && state.Err != q.before[s.Printer] {
			return printed, state.Err
		}
		select {
		case <-ctx.Done():
			return printed, ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
}
