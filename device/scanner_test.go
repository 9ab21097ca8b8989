package device

import (
	"context"
	"errors"
	"io"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

// desk is the other end of a scanner under test.
type desk struct {
	t      *testing.T
	codes  chan Code
	states chan State
	cancel context.CancelFunc
	done   chan error
}

// start runs s until the test ends, and then checks that nothing of it is left.
func start(t *testing.T, s *Scanner) *desk {
	t.Helper()
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(t.Context())
	d := &desk{t: t, codes: make(chan Code, 4096), states: make(chan State, 64), cancel: cancel, done: make(chan error, 1)}
	if s.Deliver == nil {
		s.Deliver = func(_ context.Context, c Code) error { d.codes <- c; return nil }
	}
	s.Notify = func(x State) { d.states <- x }
	go func() { d.done <- s.Run(ctx) }()
	t.Cleanup(func() {
		cancel()
		select {
		case <-d.done:
		case <-time.After(5 * time.Second):
			t.Error("the scanner did not end")
		}
		for deadline := time.Now().Add(2 * time.Second); runtime.NumGoroutine() > before; time.Sleep(5 * time.Millisecond) {
			if time.Now().After(deadline) {
				t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
				return
			}
		}
	})
	return d
}

// until waits for a state of the given link and returns it.
func (d *desk) until(l Link) State {
	d.t.Helper()
	for {
		select {
		case s := <-d.states:
			if s.Link == l {
				return s
			}
		case err := <-d.done:
			d.done <- err
			d.t.Fatalf("the scanner ended with %v before it was %v", err, l)
		case <-time.After(5 * time.Second):
			d.t.Fatalf("not %v within 5 s", l)
		}
	}
}

func (d *desk) code() Code {
	d.t.Helper()
	select {
	case c := <-d.codes:
		return c
	case <-time.After(5 * time.Second):
		d.t.Fatal("no code within 5 s")
		return Code{}
	}
}

func (d *desk) want(codes ...string) {
	d.t.Helper()
	for _, want := range codes {
		if got := show([]Code{d.code()})[0]; got != want {
			d.t.Fatalf("got %q, want %q", got, want)
		}
	}
}

// step is what one Read of a fake port does: it takes some time and gives some bytes or an error.
type step struct {
	take time.Duration
	give string
	err  error
}

// fakePort plays steps; the last one is repeated for ever.
type fakePort struct {
	mu      sync.Mutex
	steps   []step
	flushed int
	reads   int
	closed  bool
}

func (p *fakePort) Read(b []byte) (int, error) {
	p.mu.Lock()
	s := p.steps[0]
	if len(p.steps) > 1 {
		p.steps = p.steps[1:]
	}
	p.reads++
	p.mu.Unlock()
	time.Sleep(s.take)
	return copy(b, s.give), s.err
}

func (p *fakePort) Write(b []byte) (int, error) { return len(b), nil }

func (p *fakePort) Flush() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.flushed++
	if p.reads > 0 {
		return errors.New("flushed after a read")
	}
	return nil
}

func (p *fakePort) Close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	return nil
}

func (p *fakePort) seen() (reads, flushed int, closed bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.reads, p.flushed, p.closed
}

// opener gives the ports one after the other, and ErrMissing after the last.
func opener(ports ...*fakePort) func() (Port, error) {
	return func() (Port, error) {
		if len(ports) == 0 {
			return nil, ErrMissing
		}
		p := ports[0]
		ports = ports[1:]
		return p, nil
	}
}

// idle is a time-out as Linux gives it.
var idle = step{take: ReadTimeout, err: io.EOF}

func TestAScannerReadsAcrossTimeOuts(t *testing.T) {
	for name, timeout := range map[string]step{"as on Linux": idle, "as on Windows": {take: ReadTimeout}} {
		t.Run(name, func(t *testing.T) {
			p := &fakePort{steps: []step{timeout, {give: "123456"}, {take: 20 * time.Millisecond, give: "78\r\n8765"}, {give: "4321\r"}, timeout}}
			d := start(t, &Scanner{Open: opener(p)})
			d.want("12345678", "87654321")
			if _, flushed, _ := p.seen(); flushed != 1 {
				t.Errorf("flushed %d times, want once", flushed)
			}
		})
	}
}

func TestSilenceEndsACodeWithoutTerminator(t *testing.T) {
	p := &fakePort{steps: []step{{give: "12345678"}, idle}}
	start(t, &Scanner{Open: opener(p), Suffix: SuffixNone}).want("12345678")
}

func TestAHangUpThatReadsAsAnEndlessEndOfFileIsALoss(t *testing.T) {
	gone := &fakePort{steps: []step{{give: "1234"}, {err: io.EOF}}}
	next := &fakePort{steps: []step{{give: "87654321\r"}, idle}}
	d := start(t, &Scanner{Open: opener(gone, next)})
	if s := d.until(Lost); !errors.Is(s.Err, ErrUnplugged) {
		t.Errorf("lost with %v, want ErrUnplugged", s.Err)
	}
	d.until(Connected)
	d.want("!1234", "87654321")
	if reads, _, closed := gone.seen(); reads != 1+hangUps || !closed {
		t.Errorf("%d reads, closed %v; want %d and closed", reads, closed, 1+hangUps)
	}
}

func TestTwoQuickEndsOfFileAreNoLoss(t *testing.T) {
	quick := step{err: io.EOF}
	p := &fakePort{steps: []step{quick, quick, idle, quick, quick, {give: "12345678\r"}, idle}}
	d := start(t, &Scanner{Open: opener(p)})
	d.want("12345678")
	if len(d.states) != 2 {
		t.Errorf("%d states, want connecting and connected", len(d.states))
	}
}

func TestAReadErrorIsALossAndIsToldOnce(t *testing.T) {
	broken := errors.New("input/output error")
	p := &fakePort{steps: []step{idle, {err: broken}}}
	d := start(t, &Scanner{Name: "COM5", Open: opener(p)})
	s := d.until(Lost)
	if !errors.Is(s.Err, broken) || s.Name != "COM5" {
		t.Errorf("lost %q with %v, want COM5 with %v", s.Name, s.Err, broken)
	}
	again := d.until(Lost) // the port is missing now, which is news
	if !errors.Is(again.Err, ErrMissing) || !again.Since.Equal(s.Since) {
		t.Errorf("then %v since %v, want ErrMissing since %v", again.Err, again.Since, s.Since)
	}
	select {
	case more := <-d.states:
		t.Errorf("missing as before was told again: %v", more)
	case <-time.After(400 * time.Millisecond):
	}
}

func TestBackOffGrowsUntilAConnectionHasLasted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		dies := step{err: errors.New("input/output error")}
		flaps := []step{dies}
		holds := append(slices.Repeat([]step{idle}, 20), dies) // for 2 s
		var waits []time.Duration
		last := time.Now()
		ctx, cancel := context.WithCancel(t.Context())
		s := &Scanner{Deliver: func(context.Context, Code) error { return nil }, Open: func() (Port, error) {
			waits = append(waits, time.Since(last))
			last = time.Now()
			switch len(waits) {
			case 3:
				return &fakePort{steps: flaps}, nil
			case 5:
				last = last.Add(2 * time.Second)
				return &fakePort{steps: holds}, nil
			case 14:
				cancel()
			}
			return nil, ErrMissing
		}}
		_ = s.Run(ctx)
		want := []time.Duration{0, 50, 100, 200, 400, 50, 100, 200, 400, 800, 1600, 3200, 5000, 5000}
		for i := range want {
			want[i] *= time.Millisecond
		}
		if !slices.Equal(waits, want) {
			t.Errorf("waited %v, want %v", waits, want)
		}
	})
}

func TestATimeThatNobodyListenedIsNoSilence(t *testing.T) {
	// The second half of 87654321 lies in the driver while the first code is being dealt with.
	p := &fakePort{steps: []step{{give: "12345678\r8765"}, {give: "4321\r"}, idle}}
	codes := make(chan Code, 8)
	start(t, &Scanner{Open: opener(p), Deliver: func(_ context.Context, c Code) error {
		time.Sleep(2 * DefaultGap)
		codes <- c
		return nil
	}})
	if got, want := show([]Code{<-codes, <-codes}), []string{"12345678", "87654321"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCodesCarryTheTimeOfTheDesk(t *testing.T) {
	now := time.Date(2021, 4, 15, 8, 0, 0, 0, time.UTC)
	p := &fakePort{steps: []step{{give: "12345678\r"}, idle}}
	d := start(t, &Scanner{Open: opener(p), Now: func() time.Time { return now }})
	if c := d.code(); !c.At.Equal(now) {
		t.Errorf("code at %v, want %v", c.At, now)
	}
	if s := d.until(Connected); !s.Since.Equal(now) {
		t.Errorf("connected since %v, want %v", s.Since, now)
	}
}

func TestCancelEndsAScannerWithin200ms(t *testing.T) {
	block := func(ctx context.Context, _ Code) error { <-ctx.Done(); return ctx.Err() }
	for name, s := range map[string]*Scanner{
		"while it reads":     {Open: opener(&fakePort{steps: []step{idle}})},
		"while it delivers":  {Open: opener(&fakePort{steps: []step{{give: "1\r2\r3\r"}, idle}}), Deliver: block},
		"while it backs off": {Open: opener()},
	} {
		t.Run(name, func(t *testing.T) {
			d := start(t, s)
			time.Sleep(250 * time.Millisecond)
			d.cancel()
			begun := time.Now()
			err := <-d.done
			d.done <- err
			if took := time.Since(begun); took > 200*time.Millisecond || !errors.Is(err, context.Canceled) {
				t.Errorf("ended with %v after %v", err, took)
			}
		})
	}
}

func TestAFailedDeliveryEndsTheScannerAndDeliversNoMore(t *testing.T) {
	p := &fakePort{steps: []step{{give: "1\r2\r3\r"}, idle}}
	refused, calls := errors.New("refused"), 0
	s := &Scanner{Open: opener(p), Deliver: func(context.Context, Code) error { calls++; return refused }}
	err := s.Run(t.Context())
	if _, _, closed := p.seen(); !errors.Is(err, refused) || calls != 1 || !closed {
		t.Errorf("ended with %v after %d calls, closed %v", err, calls, closed)
	}
}

func TestAPanicOfDeliverReachesTheCallerAndThePortIsClosed(t *testing.T) {
	p := &fakePort{steps: []step{{give: "1\r"}, idle}}
	defer func() {
		if got := recover(); got != "boom" {
			t.Errorf("recovered %v, want boom", got)
		}
		if _, _, closed := p.seen(); !closed {
			t.Error("the port was left open")
		}
	}()
	s := &Scanner{Open: opener(p), Deliver: func(context.Context, Code) error { panic("boom") }}
	t.Errorf("Run returned %v", s.Run(t.Context()))
}

func TestAScannerWithNobodyToDeliverToDoesNotStart(t *testing.T) {
	if err := new(Scanner).Run(t.Context()); err == nil || !strings.Contains(err.Error(), "deliver") {
		t.Errorf("Run = %v", err)
	}
}

func TestRawSeesTheBytesAsTheyArrive(t *testing.T) {
	var raw []byte // written by the scanner before it delivers
	p := &fakePort{steps: []step{{give: "\x021"}, {give: "2\x03"}, idle}}
	d := start(t, &Scanner{Open: opener(p), Raw: func(b []byte, _ time.Time) { raw = append(raw, b...) }})
	d.want("12")
	if string(raw) != "\x0212\x03" {
		t.Errorf("raw bytes %q", raw)
	}
}
