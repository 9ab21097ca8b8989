package printer

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"syscall"
	"time"
)

// DeadlineWriter is an open connection to a printer.
//
// A Write that is blocked MUST return when the deadline passes, also one that is set or moved while it waits, with the
// number of bytes written and an error that is os.ErrDeadlineExceeded. SetWriteDeadline may return os.ErrNoDeadline if
// Write never blocks. Close MUST NOT wait for a printer that takes no data.
type DeadlineWriter interface {
	io.WriteCloser
	SetWriteDeadline(t time.Time) error
}

// stream sends jobs over connections of one printer, and remembers between them what the printer is owed.
type stream struct{ pending int }

// chunk is how much is written at once: 1 s at 9600 baud, so that a slow line is not taken for a stalled one, and says how
// far it is.
const chunk = 1024

// send writes what is pending, then the job. It does not close w.
func (s *stream) send(ctx context.Context, w DeadlineWriter, job Job, stall time.Duration) (int64, error) {
	// A write that is under way when ctx ends is woken by a deadline in the past.
	stop := context.AfterFunc(ctx, func() { _ = w.SetWriteDeadline(time.Unix(1, 0)) })
	defer stop()
	s.pending = max(s.pending, job.Resync)
	if err := s.complete(ctx, w, stall); err != nil {
		return 0, err
	}
	var sent int64
	for c := range job.Chunks {
		n, err := writeAll(ctx, w, c, stall, func(n int64) { job.progress(sent + n) })
		sent += n
		if err != nil {
			s.pending = owed(c, n)
			return sent, err
		}
	}
	return sent, nil
}

// complete writes what is pending.
func (s *stream) complete(ctx context.Context, w DeadlineWriter, stall time.Duration) error {
	if s.pending == 0 {
		return nil
	}
	n, err := writeAll(ctx, w, Resync(s.pending), stall, nil)
	s.pending -= int(n)
	if err != nil {
		return fmt.Errorf("complete the interrupted job: %w", err)
	}
	return nil
}

// talk lets fn talk with the printer once nothing is pending any more: within a command a question would be part of it.
func (s *stream) talk(ctx context.Context, w DeadlineReadWriter, fn func(DeadlineReadWriter) error) error {
	if err := s.complete(ctx, w, patience); err != nil {
		return err
	}
	return fn(w)
}

// patience is how long a printer that is only asked something may take no data.
const patience = 500 * time.Millisecond

// writeAll writes p; it gives up when nothing at all is taken for the time stall, and when ctx ends. progress, if not
// nil, hears how much went out.
func writeAll(ctx context.Context, w DeadlineWriter, p []byte, stall time.Duration, progress func(int64)) (int64, error) {
	var sent int64
	limit := time.Now().Add(stall)
	for len(p) > 0 {
		if err := w.SetWriteDeadline(limit); err != nil && !errors.Is(err, os.ErrNoDeadline) {
			return sent, fmt.Errorf("set the time limit: %w", err)
		}
		// Asked after setting the deadline: whichever of this and the end of ctx comes second is seen.
		if ctx.Err() != nil {
			return sent, context.Cause(ctx)
		}
		n, err := w.Write(p[:min(len(p), chunk)])
		n = max(n, 0)
		sent += int64(n)
		p = p[n:]
		if n > 0 {
			limit = time.Now().Add(stall)
			if progress != nil {
				progress(sent)
			}
		}
		switch {
		case err == nil && n == 0:
			return sent, io.ErrNoProgress
		case err == nil:
		case ctx.Err() != nil:
			return sent, context.Cause(ctx)
		case errors.Is(err, os.ErrDeadlineExceeded):
			if n == 0 {
				return sent, fmt.Errorf("%w: nothing for %v", ErrStalled, stall)
			}
		case errors.Is(err, syscall.EAGAIN): // a device that cannot be waited for
			if time.Now().After(limit) {
				return sent, fmt.Errorf("%w: nothing for %v", ErrStalled, stall)
			}
			time.Sleep(20 * time.Millisecond)
		default:
			return sent, err
		}
	}
	return sent, nil
}

// sendError makes the error that Send returns.
func sendError(n int64, err error) error {
	if err == nil {
		return nil
	}
	return &SendError{Sent: n, Err: err}
}
