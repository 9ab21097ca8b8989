package printer

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"stampdesk"
)

// Spool prints what the journal of a desk orders, each order once and in its order. Set the fields, then let one
// goroutine call Run or Drain; the other methods may be called from any.
//
// Two cursors in the store say how far it came: an order is begun before its first byte is sent, and done when the
// transport took the last. An order that was begun and is not done may be on paper or not. Only a person can see that,
// so nothing more is printed until [Spool.Resolve]. What is sent a second time is marked as a reprint.
type Spool struct {
	Store     stampdesk.Store
	Desk      stampdesk.DeskID
	Transport Transport
	Profile   Profile
	Lang      stampdesk.Lang
	Where     string // what people call the printer, for SpoolState
	// Kicked says that the journal has grown, and that a printer in trouble may be tried again at once. With a buffer of
	// one, whoever kicks need not wait.
	Kicked <-chan struct{}
	// Notify, if not nil, is called at the start and at every change; it must not block.
	Notify func(SpoolState)

	renderer *Renderer // of the goroutine that prints
	told     bool
	shown    SpoolState    // to Notify, if told
	resolved chan struct{} // wakes Run; made by prepare

	mu    sync.Mutex // guards what is below, never held while something is sent
	ready bool       // the cursors were read
	read  uint64     // the journal was read up to here
	queue []stampdesk.Entry
	first fate  // of queue[0]
	busy  bool  // queue[0] is being printed
	asked bool  // queue[0] is in Trouble or Unknown
	doubt error // why it is doubtful
	fault error // the latest trouble
}

// fate is what is known of the first order in the queue.
type fate uint8

const (
	waiting  fate = iota // nothing of it is on paper
	doubtful             // it may be on paper, and nobody said yet
	repeated             // it may be on paper, and a person wants it again
	onPaper              // it is; the store does not know yet
)

// Status is how a printer does.
type Status uint8

// How a printer does.
const (
	Idle     Status = iota // all is well; Order, if there is one, is next
	Printing               // Order is being sent
	Trouble                // Order cannot be printed now; it is tried again, and can be given up by Resolve
	Unknown                // Order may be on paper or not: look, then Resolve
)

var statusNames = [...]string{"ok", "printing", "trouble", "unknown"}

func (s Status) String() string { return statusNames[s] }

// SpoolState is how the printer of a desk does; the latest one counts.
type SpoolState struct {
	Status  Status
	Order   *stampdesk.Entry // the first that is not done; nil if there is none
	Waiting int              // orders after it
	Err     error            // Trouble, Unknown: why
	Where   string
}

// The causes that callers tell apart, by errors.Is.
var (
	// ErrUnresolved: an order may be on paper or not, and nothing is printed until a person has looked.
	ErrUnresolved = errors.New("it is not known whether this was printed: look at the paper")
	// ErrNotAsked: there is no question about this order.
	ErrNotAsked = errors.New("there is no question about this order")
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
		printed, err := s.next(ctx)
		if printed {
			pause = firstPause
			continue
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

// Drain prints what is queued and returns. The error says why the first order that is left cannot be printed; it wraps
// ErrUnresolved where a person must look first.
func (s *Spool) Drain(ctx context.Context) (printed int, err error) {
	s.prepare()
	for ctx.Err() == nil {
		ok, err := s.next(ctx)
		if err != nil || !ok {
			return printed, err
		}
		printed++
	}
	return printed, context.Cause(ctx)
}

// State reads the journal and says how the printer does, without printing.
func (s *Spool) State(ctx context.Context) (SpoolState, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.collect(ctx)
	return s.state(), err
}

// Resolve answers for an order that is Unknown, or that is in Trouble. again: it is sent once more, marked as a reprint
// if any of it may be on paper. Not again: it counts as printed, durably when Resolve returns nil. ErrNotAsked if the
// order is not, or no longer, the one in question.
func (s *Spool) Resolve(ctx context.Context, order stampdesk.EntryKey, again bool) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.collect(ctx); err != nil {
		return fmt.Errorf("resolve order %v: %w", order, err)
	}
	if len(s.queue) == 0 || s.queue[0].Key != order || s.busy || !s.asked {
		return fmt.Errorf("resolve order %v: %w", order, ErrNotAsked)
	}
	switch {
	case !again || s.first == onPaper:
		if err := s.finish(ctx); err != nil {
			return fmt.Errorf("resolve order %v: %w", order, err)
		}
	case s.first == doubtful:
		s.first = repeated
	}
	s.asked, s.fault = false, nil
	select {
	case s.resolved <- struct{}{}:
	default: // it is awake, or does not run
	}
	return nil
}

func (s *Spool) prepare() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.resolved == nil {
		s.resolved = make(chan struct{}, 1)
	}
}

// rest waits after a failure.
func (s *Spool) rest(ctx context.Context, pause time.Duration) {
	begin := time.NewTimer(firstPause)
	defer begin.Stop()
	select {
	case <-ctx.Done():
		return
	case <-s.resolved:
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
	select {
	case <-ctx.Done():
	case <-until:
	case <-s.Kicked:
	case <-s.resolved:
	}
}

// tell notifies of what changed.
func (s *Spool) tell() {
	if s.Notify == nil {
		return
	}
	s.mu.Lock()
	now := s.state()
	s.mu.Unlock()
	if !s.told || !same(now, s.shown) {
		s.told, s.shown = true, now
		s.Notify(now)
	}
}

func same(a, b SpoolState) bool {
	key := func(s SpoolState) (k stampdesk.EntryKey) {
		if s.Order != nil {
			k = s.Order.Key
		}
		return k
	}
	return a.Status == b.Status && a.Waiting == b.Waiting && key(a) == key(b) && fmt.Sprint(a.Err) == fmt.Sprint(b.Err)
}

// state is called with mu held.
func (s *Spool) state() SpoolState {
	st := SpoolState{Where: s.Where}
	if len(s.queue) > 0 {
		order := s.queue[0]
		st.Order, st.Waiting = &order, len(s.queue)-1
	}
	switch {
	case s.busy:
		st.Status = Printing
	case st.Order != nil && s.first == doubtful:
		st.Status, st.Err = Unknown, s.doubt
	case s.fault != nil:
		st.Status, st.Err = Trouble, s.fault
	}
	return st
}
