package printer

import (
	"context"
	"errors"
	"fmt"

	"stampdesk"
)

// due is a job to be done.
type due struct {
	stampdesk.PrintJob
	seen   uint64 // the number of the journal's entry up to which it is due
	before uint64 // the attempt that was begun before it and, if not 0, never done
}

// first reads the journal and gives the job that is due; nil if there is none.
func (s *Spool) first(ctx context.Context) (*due, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.collect(ctx); err != nil {
		return nil, err
	}
	jobs := s.queue.Of(s.Printer)
	if len(jobs) == 0 {
		return nil, nil
	}
	return &due{PrintJob: jobs[0], seen: s.queue.Seen()}, nil
}

// collect reads what came since it was called last. It is called with mu held.
func (s *Spool) collect(ctx context.Context) error {
	q := s.queue
	err := s.Store.View(ctx, func(snap stampdesk.Snapshot) error {
		q = s.queue
		return q.Read(snap)
	})
	if err != nil {
		return fmt.Errorf("read what is to be printed: %w", err)
	}
	s.queue = q
	return nil
}

// begin notes that a job is begun, in one transaction with the look whether anything was said of it meanwhile. false: it
// is not due any more.
func (s *Spool) begin(ctx context.Context, job *due) (bool, error) {
	begun, _ := stampdesk.PrintCursors(s.Desk, s.Printer)
	for {
		err := s.Store.Update(ctx, func(tx stampdesk.Tx) error {
			head, err := tx.Head(s.Desk)
			if err != nil {
				return err
			}
			if head.Seq != job.seen {
				return errGrown
			}
			if job.before, err = tx.Cursor(begun); err != nil {
				return err
			}
			if job.before == job.Attempt { // of which nothing was sent
				job.before = 0
			}
			return tx.PutCursor(begun, job.Attempt)
		})
		if err == nil {
			if !s.sending && job.before != 0 {
				s.resync = s.Profile.longest()
			}
			s.sending = true
			return true, nil
		}
		if !errors.Is(err, errGrown) {
			s.unbegin(ctx, job)
			return false, fmt.Errorf("note the beginning: %w", err)
		}
		now, err := s.first(ctx)
		if err != nil {
			return false, err
		}
		if now == nil || now.Attempt != job.Attempt {
			return false, nil
		}
		job.seen = now.seen
	}
}

// unbegin takes the note of a beginning back, for nothing went out; what was broken off before it stays noted. If it
// cannot be noted, the next start asks once too often.
func (s *Spool) unbegin(ctx context.Context, job *due) {
	begun, _ := stampdesk.PrintCursors(s.Desk, s.Printer)
	_ = s.Store.Update(context.WithoutCancel(ctx), func(tx stampdesk.Tx) error { return tx.PutCursor(begun, job.before) })
}

// finish notes durably that a job is done with, also when ctx has ended: the paper is out.
func (s *Spool) finish(ctx context.Context, job *due) error {
	begun, done := stampdesk.PrintCursors(s.Desk, s.Printer)
	return s.Store.Update(context.WithoutCancel(ctx), func(tx stampdesk.Tx) error {
		if err := tx.PutCursor(begun, 0); err != nil {
			return err
		}
		return tx.PutCursor(done, job.At)
	})
}

// farBehind is how many entries a start may read for nothing.
const farBehind = 1000

// catchUp, once and where nothing is to be done, has later starts read from here: for every printer of the desk that has
// nothing to do either, for one that nobody uses any more would never say so itself. What fails now is tried at the next
// start.
func (s *Spool) catchUp(ctx context.Context) {
	if s.caughtUp {
		return
	}
	s.mu.Lock()
	seen, behind := s.queue.Seen(), s.queue.Behind(farBehind)
	s.mu.Unlock()
	s.caughtUp = true
	if len(behind) == 0 {
		return
	}
	_ = s.Store.Update(ctx, func(tx stampdesk.Tx) error {
		head, err := tx.Head(s.Desk)
		if err != nil {
			return err
		}
		if s.caughtUp = head.Seq == seen; !s.caughtUp { // what came since may be an order
			return nil
		}
		for _, p := range behind {
			_, done := stampdesk.PrintCursors(s.Desk, p)
			if err := tx.PutCursor(done, seen); err != nil {
				return err
			}
		}
		return nil
	})
}
