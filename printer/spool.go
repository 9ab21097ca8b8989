package printer

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"stampdesk"
)

// Spool prints what the journal of a desk orders of one printer, each order once and in the printer's order. Set the
// fields, then let one goroutine call Run or Drain; the other methods may be called from any. Every printer has a Spool
// of its own.
//
// Two cursors in the store say how far it came (see stampdesk.PrintCursors): an attempt is begun before its first byte is
// sent, and a job is done when the transport took the last. A job that was begun and is not done may be on paper or not.
// Only a person can see that, so nothing more is printed until the journal says what becomes of it, by a
// stampdesk.SettlePrint. What may be on paper already is marked as a reprint.
type Spool struct {
	Store     stampdesk.Store
	Desk      stampdesk.DeskID
	Printer   stampdesk.PrinterID // "" is the desk's own
	Transport Transport
	Profile   Profile
	Lang      stampdesk.Lang
	Where     string // what people call the printer, for SpoolState
	// Kicked says that the journal has grown, and that a printer in trouble may be tried again. With a buffer of one,
	// whoever kicks need not wait.
	Kicked <-chan struct{}
	// Notify, if not nil, is called at the start, at every change, and about five times a second while a job is being
	// sent; by the goroutine of Run or Drain. It must not block.
	Notify func(SpoolState)

	// Of the goroutine that prints.
	renderer *Renderer
	told     bool
	shown    SpoolState // to Notify, if told
	toldAt   time.Time
	heard    bool      // a kick came while a job was being sent
	asked    time.Time // when the printer was asked how it is
	worked   uint64    // the Work of the queue that was asked for
	caughtUp bool      // see catchUp
	sending  bool      // it has begun a job itself: what it breaks off, the transport remembers
	resync   int       // see Job.Resync

	once sync.Once     // for the two channels
	turn chan struct{} // full while the transport is in use
	wake chan struct{} // by Retry

	mu        sync.Mutex // guards what is below, never held while something is sent
	queue     stampdesk.PrintQueue
	busy      *stampdesk.PrintJob // is being printed
	of        uint64              // the attempt of which this process knows more than the store
	fate      fate                // of that attempt
	doubt     error               // why it is torn
	sent      int64               // bytes of that attempt
	size      int64
	fault     error  // the latest trouble
	faultOf   uint64 // the attempt that it is the trouble of; 0: any
	condition Condition
}

// fate is what became of an attempt.
type fate uint8

const (
	unsent  fate = iota // nothing of it is on paper
	torn                // it may be on paper, and nobody said yet
	onPaper             // it is; the store does not know yet
)

// The causes that callers tell apart, by errors.Is.
var (
	// ErrUnresolved: a job may be on paper or not, and nothing is printed until a person has looked and said so.
	ErrUnresolved = errors.New("it is not known whether this was printed: look at the paper")

	errGrown   = errors.New("the journal has grown meanwhile")
	errSettled = errors.New("a person does not want it here any more")
)

// The pauses after a failure: doubled each time, and never less than the first, also when kicked.
const (
	firstPause = time.Second
	lastPause  = 30 * time.Second
)

// Run prints what is ordered until ctx ends, and then returns nil. It begins with what was ordered before.
func (s *Spool) Run(ctx context.Context) error {
	s.prepare()
	pause := firstPause
	for ctx.Err() == nil {
		went, err := s.next(ctx)
		if went != rested {
			pause = firstPause
			continue
		}
		if err == nil || errors.Is(err, ErrUnresolved) {
			err = errors.Join(err, s.look(ctx))
		}
		if ctx.Err() != nil {
			break // what failed now failed for that
		}
		s.tell()
		switch {
		case err == nil || errors.Is(err, ErrUnresolved):
			pause = firstPause
			s.wait(ctx, nil)
		default:
			s.rest(ctx, pause)
			pause = min(2*pause, lastPause)
		}
	}
	return nil
}

// Drain prints what is queued and returns. The error says why the first job that is left cannot be printed; it wraps
// ErrUnresolved where a person must look first.
func (s *Spool) Drain(ctx context.Context) (printed int, err error) {
	s.prepare()
	for ctx.Err() == nil {
		went, err := s.next(ctx)
		if went == rested {
			return printed, err
		}
		if went == printedOne {
			printed++
		}
	}
	return printed, context.Cause(ctx)
}

// State reads the journal and says how the printer does, without printing or asking it.
func (s *Spool) State(ctx context.Context) (SpoolState, error) {
	s.prepare()
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.collect(ctx)
	return s.state(), err
}

// Retry has Run try a printer in trouble at once. It does not wait, and does nothing where there is no trouble.
func (s *Spool) Retry() {
	s.prepare()
	select {
	case s.wake <- struct{}{}:
	default: // it has not looked since the last one
	}
}

// Use lends the transport to fn, for a test page or a question to the printer. It waits until no job is under way, and
// keeps the spool from the printer until fn returns.
func (s *Spool) Use(ctx context.Context, fn func(context.Context, Transport) error) error {
	s.prepare()
	if err := s.take(ctx); err != nil {
		return fmt.Errorf("wait for the printer: %w", err)
	}
	defer s.release()
	return fn(ctx, s.Transport)
}

func (s *Spool) prepare() {
	s.once.Do(func() {
		s.turn, s.wake = make(chan struct{}, 1), make(chan struct{}, 1)
		s.queue.Desk = s.Desk
	})
}

func (s *Spool) take(ctx context.Context) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	select {
	case s.turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}

func (s *Spool) release() { <-s.turn }

// rest waits after a failure.
func (s *Spool) rest(ctx context.Context, pause time.Duration) {
	begin := time.NewTimer(firstPause)
	defer begin.Stop()
	select {
	case <-ctx.Done():
		return
	case <-s.wake:
		return
	case <-begin.C:
	}
	if pause <= firstPause {
		return
	}
	end := time.NewTimer(pause - firstPause)
	defer end.Stop()
	s.wait(ctx, end.C)
}

func (s *Spool) wait(ctx context.Context, until <-chan time.Time) {
	if s.heard {
		s.heard = false
		return
	}
	select {
	case <-ctx.Done():
	case <-until:
	case <-s.Kicked:
	case <-s.wake:
	}
}
