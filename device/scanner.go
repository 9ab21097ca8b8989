package device

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"
)

// ReadTimeout is how long a Read of a scanner's port waits, and with that the longest a cancelled scanner takes to end.
const ReadTimeout = 100 * time.Millisecond

// DefaultBaud is the line speed most scanners leave the factory with.
const DefaultBaud = 9600

const (
	firstRetry = 50 * time.Millisecond
	lastRetry  = 5 * time.Second
	// lasting is how long a connection must have held to be taken for a good one. A loose plug holds for less, and
	// is not to be tried twenty times a second.
	lasting = time.Second
	// hangUps is how many reads in a row must come back empty at once before the device is taken for gone.
	hangUps   = 3
	hangPause = 10 * time.Millisecond
)

// Scanner reads codes from a port and keeps the port open. Fields are set before Run; only Deliver is required.
type Scanner struct {
	// Name is the port, such as /dev/serial/by-id/… or COM5.
	Name string
	// Baud is the line speed in bits a second; zero means [DefaultBaud].
	Baud int
	// Suffix, Gap and Mask7 are those of [Framer].
	Suffix Suffix
	Gap    time.Duration
	Mask7  bool

	// Open opens the port; nil means OpenSerial(Name, Baud, ReadTimeout). The port MUST have [ReadTimeout].
	Open func() (Port, error)
	// Deliver takes one code, readings marked as noise among them. It may block: nothing is read meanwhile, and the
	// driver keeps what is scanned. It MUST return soon after ctx is done. An error of it ends Run.
	Deliver func(ctx context.Context, c Code) error
	// Notify takes a change of state. It MUST NOT block, for nothing is read meanwhile: keep the latest and return.
	// Nil means that nobody wants to know.
	Notify func(State)
	// Raw sees the bytes as they arrive, before they are cut; it MUST NOT keep or change p. For setting a scanner up.
	Raw func(p []byte, at time.Time)
	// Now tells the time for codes and states; nil means time.Now.
	Now func() time.Time

	mu   sync.Mutex
	port Port // that is open; nil: none
}

// Tell sends the scanner a few bytes, such as an [Feedback] answer; with the port lost it does nothing but say so. It may be
// called while Run runs, and from any goroutine.
func (s *Scanner) Tell(b string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.port == nil {
		return ErrUnplugged
	}
	_, err := io.WriteString(s.port, b)
	return err
}

func (s *Scanner) has(p Port) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.port = p
}

// Run opens the port, delivers codes, and opens again whenever the port is lost, until ctx is done or Deliver fails.
// It returns ctx.Err() within 200 ms of the first, Deliver's error wrapped after the second, and never nil.
//
// All of it happens in the goroutine that calls Run, which is the only one to touch the port but for Tell.
// A panic in one of the functions above goes through Run to its caller, after the port is closed.
func (s *Scanner) Run(ctx context.Context) error {
	if s.Deliver == nil {
		return errors.New("run scanner: nothing to deliver to")
	}
	retry := firstRetry
	state := State{Link: Connecting, Name: s.Name, Since: s.now()}
	s.notify(state)
	for ctx.Err() == nil {
		begun := time.Now()
		lost, err := s.connection(ctx, &state)
		if err != nil {
			return err
		}
		if ctx.Err() != nil {
			break
		}
		s.lose(&state, lost)
		if time.Since(begun) >= lasting {
			retry = firstRetry
		}
		pause(ctx, retry)
		retry = min(2*retry, lastRetry)
	}
	return ctx.Err()
}

// connection is one port from opening to loss. lost is why it ended and is to be tried again, err is why Run must end.
func (s *Scanner) connection(ctx context.Context, state *State) (lost, err error) {
	port, err := s.open()
	if err != nil {
		return err, nil
	}
	// A port that is gone has nothing to say at its closing that the loss has not said.
	defer port.Close()
	// What was scanned before nobody saw on the screen, and a cooked line has mangled it. From here on nothing is flushed.
	if err := port.Flush(); err != nil {
		return fmt.Errorf("flush scanner: %w", err), nil
	}
	s.has(port)
	defer s.has(nil) // nobody writes to what is being closed
	*state = State{Link: Connected, Name: s.Name, Since: s.now()}
	s.notify(*state)
	return s.read(ctx, port)
}

func (s *Scanner) read(ctx context.Context, port Port) (lost, err error) {
	framer := Framer{Suffix: s.Suffix, Gap: s.Gap, Mask7: s.Mask7}
	var at time.Time
	emit := func(c Code) {
		if err != nil || ctx.Err() != nil {
			return
		}
		c.At = at
		if e := s.Deliver(ctx, c); e != nil && ctx.Err() == nil {
			err = fmt.Errorf("deliver a code: %w", e)
		}
	}

	// line is the framer's clock and runs only while we listen. Were the time spent in Deliver counted, or the time the
	// machine slept, bytes that lay in the driver all the while would look as if a gap stood before them, and half a
	// code would come out as a whole one.
	var line time.Time
	buf := make([]byte, 4096)
	quick := 0
	for err == nil && ctx.Err() == nil {
		begun := time.Now()
		n, e := port.Read(buf)
		took := time.Since(begun)
		at = s.now()
		line = line.Add(min(took, ReadTimeout))
		if n > 0 {
			quick = 0
			if s.Raw != nil {
				s.Raw(buf[:n:n], at)
			}
			framer.Feed(buf[:n], line, emit)
		}
		switch {
		case e != nil && !errors.Is(e, io.EOF):
			framer.Break(emit)
			return fmt.Errorf("read scanner: %w", e), err
		case n > 0:
		case took >= ReadTimeout/2:
			quick = 0
			framer.Idle(line, emit)
		default:
			// A time-out reads as an end of file (as nothing at all on Windows), and so does a USB device that is gone,
			// for ever and at once: only the time it took tells them apart.
			if quick++; quick == hangUps {
				framer.Break(emit)
				return fmt.Errorf("read scanner: %w", ErrUnplugged), err
			}
			pause(ctx, hangPause)
		}
	}
	return nil, err
}

func (s *Scanner) open() (Port, error) {
	if s.Open != nil {
		return s.Open()
	}
	baud := s.Baud
	if baud == 0 {
		baud = DefaultBaud
	}
	return OpenSerial(s.Name, baud, ReadTimeout)
}

// lose tells of a loss once; trying again in vain is news only if it fails in another way.
func (s *Scanner) lose(state *State, why error) {
	if state.Link == Lost && state.Err.Error() == why.Error() {
		return
	}
	if state.Link != Lost {
		*state = State{Link: Lost, Name: s.Name, Since: s.now()}
	}
	state.Err = why
	s.notify(*state)
}

func (s *Scanner) notify(state State) {
	if s.Notify != nil {
		s.Notify(state)
	}
}

func (s *Scanner) now() time.Time {
	if s.Now != nil {
		return s.Now()
	}
	return time.Now()
}

func pause(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-ctx.Done():
	}
}
