package printer

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"stampdesk"
)

// next prints the first order, if there is one. The error is that for which the order, or the reading of the journal,
// is in trouble.
func (s *Spool) next(ctx context.Context) (printed bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.collect(ctx); err != nil {
		if ctx.Err() == nil {
			s.fault = err
		}
		return false, err
	}
	if len(s.queue) == 0 {
		s.fault = nil
		return false, nil
	}
	order := s.queue[0]
	if s.first == doubtful {
		s.fault = s.doubt
		return false, s.doubt
	}
	if s.first != onPaper {
		if err := s.print(ctx, order); err != nil {
			s.asked, s.fault = true, fmt.Errorf("print order %v: %w", order.Key, err)
			s.doubt = s.fault
			return false, s.fault
		}
		s.first = onPaper
	}
	// The paper is out: that is noted even when ctx has ended.
	if err := s.finish(context.WithoutCancel(ctx)); err != nil {
		s.asked, s.fault = true, fmt.Errorf("order %v is printed, but that cannot be noted: %w", order.Key, err)
		return false, s.fault
	}
	s.asked, s.fault = false, nil
	return true, nil
}

// print sends one order. It is called with mu held and lets go of it for everything that takes time.
func (s *Spool) print(ctx context.Context, order stampdesk.Entry) error {
	again := s.first == repeated
	s.busy = true
	s.mu.Unlock()
	s.tell()
	job, err := s.job(ctx, &order, again)
	sent := false
	if err == nil {
		sent, err = s.send(ctx, job, order.Key.Seq, again)
	}
	s.mu.Lock()
	s.busy = false
	if err != nil && sent {
		s.first = doubtful
		return fmt.Errorf("%w (%w)", ErrUnresolved, err)
	}
	return err
}

// send sends a job between the notes of its beginning. sent tells, with an error, that part of it may be on paper. One
// that is repeated was begun before, and remains so.
func (s *Spool) send(ctx context.Context, job Job, seq uint64, again bool) (sent bool, err error) {
	if !again {
		if err := s.put(ctx, s.begun(), seq); err != nil {
			s.unbegin(ctx, seq)
			return false, fmt.Errorf("note the beginning: %w", err)
		}
	}
	_, err = s.Transport.Send(ctx, job)
	if err == nil {
		return true, nil
	}
	if failed, ok := errors.AsType[*SendError](err); !ok || failed.Sent != 0 {
		return true, err
	}
	if !again {
		s.unbegin(ctx, seq)
	}
	return false, err
}

// job makes the document as it is now.
func (s *Spool) job(ctx context.Context, order *stampdesk.Entry, again bool) (Job, error) {
	if s.renderer == nil {
		r, err := NewRenderer(s.Profile)
		if err != nil {
			return Job{}, err
		}
		s.renderer = r
	}
	var doc Doc
	err := s.Store.View(ctx, func(snap stampdesk.Snapshot) (err error) {
		doc, err = compose(snap, order, s.Lang, again)
		return err
	})
	if err != nil {
		return Job{}, fmt.Errorf("compose the document: %w", err)
	}
	name := fmt.Sprintf("%s-%s-%d", order.Fact(stampdesk.FactKind), order.Key.Desk, order.Key.Seq)
	return s.renderer.Job(name, doc), nil
}

// The names of the cursors; each desk has its own printer.
func (s *Spool) begun() string { return "printer/" + string(s.Desk) + "/begun" }
func (s *Spool) done() string  { return "printer/" + string(s.Desk) + "/done" }

// unbegin takes the note of a beginning back, for nothing went out. If it cannot be noted, the next start asks once too often.
func (s *Spool) unbegin(ctx context.Context, seq uint64) {
	_ = s.put(context.WithoutCancel(ctx), s.begun(), seq-1)
}

// finish notes durably that the first order is done with, and takes it off the queue. It is called with mu held.
func (s *Spool) finish(ctx context.Context) error {
	if err := s.put(ctx, s.done(), s.queue[0].Key.Seq); err != nil {
		return err
	}
	s.queue, s.first = slices.Delete(s.queue, 0, 1), waiting
	return nil
}

func (s *Spool) put(ctx context.Context, cursor string, at uint64) error {
	return s.Store.Update(ctx, func(tx stampdesk.Tx) error { return tx.PutCursor(cursor, at) })
}

// collect reads the orders that came since it was called last. It is called with mu held.
func (s *Spool) collect(ctx context.Context) error {
	var begun, read uint64
	var orders []stampdesk.Entry
	err := s.Store.View(ctx, func(snap stampdesk.Snapshot) (err error) {
		begun, read, orders = 0, s.read, nil
		if !s.ready {
			if read, err = snap.Cursor(s.done()); err != nil {
				return err
			}
			if begun, err = snap.Cursor(s.begun()); err != nil {
				return err
			}
		}
		for e, err := range snap.Entries(s.Desk, read) {
			if err != nil {
				return err
			}
			read = e.Entry.Key.Seq
			if e.Entry.Act == stampdesk.ActPrinted {
				e.Entry.Facts = slices.Clone(e.Entry.Facts)
				orders = append(orders, e.Entry)
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("read what is to be printed: %w", err)
	}
	if !s.ready && len(orders) > 0 && begun >= orders[0].Key.Seq {
		s.first, s.asked = doubtful, true
		s.doubt = fmt.Errorf("order %v was begun before the last stop: %w", orders[0].Key, ErrUnresolved)
	}
	s.ready, s.read, s.queue = true, read, append(s.queue, orders...)
	return nil
}
