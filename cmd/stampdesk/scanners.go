package main

import (
	"context"
	"errors"
	"sync"
	"time"

	"stampdesk"
	"stampdesk/device"
	"stampdesk/tui"
)

// scannerLine is one of the scanners of a desk while it works. Each has a goroutine
// of its own; their codes come to the desk in the order in which they arrive.
type scannerLine struct {
	*device.Scanner
	name string // "" is the desk's own

	mu       sync.Mutex
	feedback device.Feedback
	asked    []asked // codes that nothing became of so far
	tap      func(p []byte, at time.Time)
	stop     func()        // ends the reading; nil: it has not begun
	ended    chan struct{} // closed when it has
	lent     chan struct{} // open while a test has the port; nil: it has not
	state    device.State
}

// asked is a code that the desk was given.
type asked struct {
	raw string
	due time.Time // after which a scanner that waits is answered all the same
}

// answerWithin is how long a scanner that waits is left without an answer: half of
// the two seconds after which it gives up.
const answerWithin = time.Second

// errLent ends the reading of a port for a test.
var errLent = errors.New("the port is lent")

// run reads until ctx ends, but for the time in which the port is lent.
func (l *scannerLine) run(ctx context.Context) error {
	for ctx.Err() == nil {
		reading, stop := context.WithCancelCause(ctx)
		l.mu.Lock()
		lent := l.lent
		if lent == nil {
			l.stop, l.ended = func() { stop(errLent) }, make(chan struct{})
		}
		ended := l.ended
		l.mu.Unlock()
		if lent != nil {
			stop(nil)
			select {
			case <-lent:
			case <-ctx.Done():
			}
			continue
		}
		err := l.Run(reading)
		l.mu.Lock()
		l.stop = nil
		l.mu.Unlock()
		close(ended)
		stop(nil)
		if !errors.Is(context.Cause(reading), errLent) && ctx.Err() == nil {
			return err
		}
	}
	return ctx.Err()
}

// lend lets go of the port until it is given back.
func (l *scannerLine) lend() (giveBack func()) {
	lent := make(chan struct{})
	l.mu.Lock()
	stop, ended := l.stop, l.ended
	l.lent = lent
	l.mu.Unlock()
	if stop != nil {
		stop()
		<-ended
	}
	return func() {
		l.mu.Lock()
		l.lent = nil
		l.mu.Unlock()
		close(lent)
	}
}

// listen hands what arrives to a test, and no code to the desk, until done.
func (l *scannerLine) listen(tap func(p []byte, at time.Time)) (done func()) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.tap = tap
	return func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.tap = nil
	}
}

func (l *scannerLine) raw(p []byte, at time.Time) {
	l.mu.Lock()
	tap := l.tap
	l.mu.Unlock()
	if tap != nil {
		tap(p, at)
	}
}

// deliver gives a code to the desk, or to nobody while a test listens.
func (l *scannerLine) deliver(ctx context.Context, c device.Code, ask func(context.Context, stampdesk.Request) error) error {
	l.mu.Lock()
	tested := l.tap != nil
	raw := c.Text
	if c.Noise {
		raw += "…" // never taken for a number, even where 8 digits are left of it
	}
	asks := !tested && l.feedback != device.FeedbackNone && !(c.Noise && l.feedback.Waits())
	if asks {
		l.asked = append(l.asked, asked{raw, time.Now().Add(answerWithin)})
	}
	l.mu.Unlock()
	switch {
	case c.Noise:
		l.answer(device.Broken)
	case tested:
		l.answer(device.Taken)
	}
	if tested {
		return nil
	}
	if asks { // however long the desk takes
		time.AfterFunc(answerWithin, l.overdue)
	}
	return ask(ctx, stampdesk.Scan{Raw: raw, At: c.At})
}

// answer tells the scanner what became of a code. That it cannot be told is no
// news: a lost port says so itself.
func (l *scannerLine) answer(b device.Became) {
	l.mu.Lock()
	text := l.feedback.Answer(b)
	l.mu.Unlock()
	if text != "" {
		_ = l.Tell(text)
	}
}

// overdue answers what nothing became of in time.
func (l *scannerLine) overdue() {
	now, n := time.Now(), 0
	l.mu.Lock()
	for len(l.asked) > 0 && !l.asked[0].due.After(now) {
		l.asked = l.asked[1:]
		n++
	}
	l.mu.Unlock()
	for range n {
		l.answer(device.Taken)
	}
}

// hears reports whether an outcome is about a code of this scanner, and
// answers it.
func (l *scannerLine) hears(raw string, b device.Became) bool {
	l.mu.Lock()
	at := -1
	for i := range l.asked {
		if l.asked[i].raw == raw {
			at = i
			break
		}
	}
	if at >= 0 {
		l.asked = append(l.asked[:at:at], l.asked[at+1:]...)
	}
	l.mu.Unlock()
	if at >= 0 {
		l.answer(b)
	}
	return at >= 0
}

// became is what an outcome means for the scanner that its code came from, and
// that code; false where it is about none.
func became(o *stampdesk.Outcome) (raw string, b device.Became, ok bool) {
	switch o.Result {
	case stampdesk.Declined:
		return o.About, device.Unused, o.About != ""
	case stampdesk.Unrecorded:
		return o.Raw, device.Stop, o.Raw != ""
	case stampdesk.Presented, stampdesk.Recorded, stampdesk.Judged:
		switch {
		case stampdesk.IsCommand(o.Raw): // the screen takes it for a key
			b = device.Taken
		case o.Verdict.Kind == stampdesk.Stamp && !o.Resumed:
			b = device.Passed
		case o.Verdict.Kind == stampdesk.Refuse:
			b = device.Stop
		default:
			b = device.Look
		}
		return o.Raw, b, o.Raw != ""
	}
	return o.Raw, device.Taken, o.Raw != "" // it waits, or was read twice
}

// scannerLines are the scanners of a desk.
type scannerLines []*scannerLine

// hear tells the scanner that a code came from what became of it.
func (all scannerLines) hear(o *stampdesk.Outcome) {
	raw, b, ok := became(o)
	for _, l := range all {
		if ok && l.hears(raw, b) {
			return
		}
	}
}

// of is the scanner on a port, or nil.
func (all scannerLines) of(port string) *scannerLine {
	for _, l := range all {
		if l.Scanner.Name == port {
			return l
		}
	}
	return nil
}

// useScanner makes the codes of a scanner requests to the desk.
func (st *station) useScanner(s *device.Scanner) { st.addScanner("", s, device.FeedbackNone) }

func (st *station) addScanner(name string, s *device.Scanner, f device.Feedback) {
	l := &scannerLine{Scanner: s, name: name, feedback: f}
	s.Deliver = func(ctx context.Context, c device.Code) error { return l.deliver(ctx, c, st.ask) }
	s.Raw = l.raw
	s.Notify = func(state device.State) {
		st.notices.set(func(n *tui.Notice) {
			l.state = state // under the lock of the notices
			n.Scanner = st.scannersNotice()
		})
	}
	st.scanners = append(st.scanners, l)
}

// scannersNotice says how the worst of the scanners is, and which that is where
// there are several.
func (st *station) scannersNotice() tui.Device {
	rank := map[tui.Link]int{tui.Down: 2, tui.Busy: 1}
	var worst tui.Device
	for i, l := range st.scanners {
		d := st.scannerNotice(l.state)
		if d.Link == tui.Down && len(st.scanners) > 1 {
			d.About = oneOf(l.name, st.t.OwnScanner) + ": " + d.About
		}
		if i == 0 || rank[d.Link] > rank[worst.Link] {
			worst = d
		}
	}
	return worst
}

func (st *station) scannerNotice(s device.State) tui.Device {
	switch s.Link {
	case device.Connected:
		return tui.Device{Link: tui.Up}
	case device.Connecting:
		return tui.Device{Link: tui.Busy}
	}
	about := st.t.ScannerLost
	if errors.Is(s.Err, device.ErrDenied) || errors.Is(s.Err, device.ErrBusy) || errors.Is(s.Err, device.ErrNotSerial) {
		about, _ = st.t.trouble(s.Err)
	}
	return tui.Device{Link: tui.Down, About: about}
}

// use has a scanner answered in another way from now on.
func (l *scannerLine) use(f device.Feedback) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.feedback != f {
		l.feedback, l.asked = f, nil
	}
}
