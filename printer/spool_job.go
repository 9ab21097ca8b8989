package printer

import (
	"context"
	"errors"
	"fmt"

	"stampdesk"
)

// step is what next came to.
type step uint8

const (
	rested     step = iota // nothing could be done
	passed                 // the first job is settled; look again
	printedOne             // the first job is printed, and the store knows it
)

// next does the first job, if there is one. The error is that for which the job, or the reading of the journal, is in
// trouble.
func (s *Spool) next(ctx context.Context) (step, error) {
	if err := s.take(ctx); err != nil {
		return rested, err
	}
	defer s.release()
	job, err := s.first(ctx)
	if err != nil {
		return rested, s.trouble(ctx, 0, err)
	}
	if job == nil {
		s.catchUp(ctx)
		s.well()
		return rested, nil
	}
	s.mu.Lock()
	fate, doubt := s.known(&job.PrintJob)
	s.mu.Unlock()
	if fate == torn {
		return rested, doubt
	}
	if fate == unsent {
		if err := s.ready(ctx); err != nil {
			return rested, s.trouble(ctx, 0, err)
		}
		printed, err := s.print(ctx, job)
		if err != nil {
			return rested, err
		}
		if !printed {
			return passed, nil
		}
	}
	if err := s.finish(ctx, job); err != nil {
		return rested, s.trouble(ctx, job.Attempt, fmt.Errorf("order %v is printed, but that cannot be noted: %w", job.Order.Key, err))
	}
	s.well()
	if ctx.Err() == nil {
		s.ask(ctx) // the paper may have ended with it
	}
	return printedOne, nil
}

// print makes and sends a job. false, without an error: a person has settled it meanwhile.
func (s *Spool) print(ctx context.Context, job *due) (printed bool, err error) {
	s.mu.Lock()
	s.busy, s.of, s.fate, s.doubt, s.sent, s.size = &job.PrintJob, job.Attempt, unsent, nil, 0, 0
	s.mu.Unlock()
	s.tell()
	defer func() {
		s.mu.Lock()
		s.busy = nil
		s.mu.Unlock()
	}()
	ready, err := s.job(ctx, &job.PrintJob)
	if err != nil {
		return false, s.failed(ctx, job, err)
	}
	size := ready.size() // makes the document once more, which takes next to nothing beside its printing
	s.mu.Lock()
	s.size = size
	s.mu.Unlock()
	if ok, err := s.begin(ctx, job); err != nil || !ok {
		return false, s.failed(ctx, job, err)
	}
	err = s.send(ctx, ready, job)
	if errors.Is(err, errSettled) {
		return false, nil
	}
	return err == nil, s.failed(ctx, job, err)
}

// failed says which job it was that failed, if one did.
func (s *Spool) failed(ctx context.Context, job *due, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, ErrUnresolved):
		s.mu.Lock()
		defer s.mu.Unlock()
		s.doubt = fmt.Errorf("print order %v: %w", job.Order.Key, err)
		return s.doubt
	}
	return s.trouble(ctx, job.Attempt, fmt.Errorf("print order %v: %w", job.Order.Key, err))
}

// send sends what has been noted as begun. An error that wraps ErrUnresolved: part of it may be on paper; errSettled: a
// person has settled it while it was being sent.
func (s *Spool) send(ctx context.Context, ready Job, job *due) error {
	ready.Progress, ready.Resync = s.progress, s.resync
	sending, stop := context.WithCancelCause(ctx)
	watched := make(chan struct{})
	go func() {
		defer close(watched)
		s.watch(sending, stop, job)
	}()
	n, err := s.Transport.Send(sending, ready)
	stop(nil)
	<-watched

	fate := onPaper
	if err != nil {
		fate = torn
		if failed, ok := errors.AsType[*SendError](err); ok && failed.Sent == 0 {
			fate = unsent
		}
	}
	s.mu.Lock()
	s.fate, s.sent = fate, n
	s.mu.Unlock()
	if fate == unsent {
		s.unbegin(ctx, job)
	} else {
		s.resync = 0
	}
	switch {
	case fate == onPaper:
		return nil
	case context.Cause(sending) == errSettled:
		return errSettled
	case fate == torn:
		return fmt.Errorf("%w (%w)", ErrUnresolved, err)
	}
	return err
}

// watch stops the sending of a job that a person has cancelled or moved: a long list on a slow line takes minutes. Who says
// that it is on paper speaks too soon, and gets the whole of it.
func (s *Spool) watch(ctx context.Context, stop context.CancelCauseFunc, job *due) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.Kicked:
		}
		s.heard = true
		var now stampdesk.PrintJob
		err := s.Store.View(ctx, func(snap stampdesk.Snapshot) (err error) {
			now, err = stampdesk.FindPrintJob(snap, job.Order.Key)
			return err
		})
		if err == nil && (now.State == stampdesk.JobCancelled || now.Printer != s.Printer) {
			stop(errSettled)
			return
		}
	}
}

// job makes the document as it is now.
func (s *Spool) job(ctx context.Context, job *stampdesk.PrintJob) (Job, error) {
	if s.renderer == nil {
		r, err := NewRenderer(s.Profile)
		if err != nil {
			return Job{}, err
		}
		s.renderer = r
	}
	var doc Doc
	err := s.Store.View(ctx, func(snap stampdesk.Snapshot) (err error) {
		doc, err = compose(snap, job, s.Lang, s.Profile)
		return err
	})
	if err != nil {
		return Job{}, fmt.Errorf("compose the document: %w", err)
	}
	key := job.Order.Key
	return s.renderer.Job(fmt.Sprintf("%s-%s-%d", job.Order.Fact(stampdesk.FactKind), key.Desk, key.Seq), doc), nil
}

// trouble remembers why nothing is printed, and gives it back. What fails as ctx ends fails for that.
func (s *Spool) trouble(ctx context.Context, attempt uint64, err error) error {
	if ctx.Err() == nil {
		s.mu.Lock()
		s.fault, s.faultOf = err, attempt
		s.mu.Unlock()
	}
	return err
}

func (s *Spool) well() {
	s.mu.Lock()
	s.fault = nil
	s.mu.Unlock()
}
