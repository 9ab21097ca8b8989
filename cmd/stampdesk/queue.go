package main

import (
	"context"
	"time"

	"stampdesk"
	"stampdesk/printer"
)

// printQueue is what a desk has to print: printed by the command itself, or
// by the desk that runs, and then the command follows it.
type printQueue struct {
	*printer.Spool
	kick   func() // has the running desk look; nil: it is the command that prints
	before queueState
}

// queueState is how a queue stands.
type queueState struct {
	printer.SpoolState
	ordered uint32 // documents that the desk has ordered so far
	given   int    // documents that count as printed without being so
}

// left is how many documents are not printed.
func (q *queueState) left() int {
	if q.Job == nil {
		return 0
	}
	return 1 + q.Waiting
}

// mark notes how the queue stands, for what is printed from now on.
func (q *printQueue) mark(ctx context.Context) (err error) {
	if q.kick != nil {
		q.before, err = q.now(ctx)
	}
	return err
}

func (q *printQueue) now(ctx context.Context) (s queueState, err error) {
	if s.SpoolState, err = q.State(ctx); err != nil {
		return s, err
	}
	err = q.Store.View(ctx, func(snap stampdesk.Snapshot) error {
		st, err := snap.Station(q.Desk)
		s.ordered = st.Prints
		return err
	})
	return s, err
}

// Drain gives how many documents were printed since the mark, once none is
// left; the error says why one cannot be.
func (q *printQueue) Drain(ctx context.Context) (int, error) {
	if q.kick == nil {
		return q.Spool.Drain(ctx)
	}
	q.kick() // a printer in trouble is tried again
	for {
		now, err := q.now(ctx)
		if err != nil {
			return 0, err
		}
		printed := max(0, q.before.left()+int(now.ordered-q.before.ordered)-now.left()-q.before.given)
		switch {
		case now.left() == 0:
			return printed, nil
		case now.Status == printer.Unknown,
			now.Status == printer.Trouble && now.Err != q.before.Err: // the trouble from before has not been tried again
			return printed, now.Err
		}
		select {
		case <-ctx.Done():
			return printed, ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
}
