package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"stampdesk/device"
)

// scannerQuery is what is to be listened to, as the person named it.
type scannerQuery struct {
	port, baud     string
	seconds, count int
}

// autoSpeeds are the speeds that scanners leave their factories with, the most
// common first.
var autoSpeeds = []int{9600, 115200, 19200, 38400}

const (
	silent     = 20 * time.Second // after so long without a byte it says what to try
	tryAnother = 8 * time.Second  // after so long without a byte another speed is tried
)

// scannerTest listens to a scanner and sends it nothing, not even to find its
// speed: some would obey.
type scannerTest struct {
	a      *app
	port   string
	speeds []int // one, or those to try in turn
	count  int   // of scans after which to stop; 0: never

	baud    int
	bursts  []device.Burst // at this speed
	shown   int            // at any
	settled bool           // the speed is right
	advised bool
}

// testScanner shows what a scanner sends until it was enough, and then how to
// configure it.
func (a *app) testScanner(ctx context.Context, q scannerQuery) error {
	t := &scannerTest{a: a, count: q.count}
	var err error
	if t.speeds, err = a.speeds(q.baud); err != nil {
		return err
	}
	if t.port, err = a.scannerPort(q.port); err != nil {
		return err
	}
	listening := ctx
	if q.seconds > 0 {
		var cancel func()
		listening, cancel = context.WithTimeout(ctx, time.Duration(q.seconds)*time.Second)
		defer cancel()
	}
	for i := 0; ; i++ {
		t.baud, t.bursts = t.speeds[i%len(t.speeds)], nil
		err := t.listen(listening)
		if err != nil && !errors.Is(err, errNextSpeed) {
			return a.t.portFailure(t.port, err)
		}
		if err == nil || listening.Err() != nil {
			break
		}
	}
	if t.shown == 0 && ctx.Err() == nil {
		return fail(exitFailed, a.t.HintSilent, a.t.NothingScanned, t.port)
	}
	return t.sum()
}

func (a *app) speeds(baud string) ([]int, error) {
	switch n, err := strconv.Atoi(baud); {
	case baud == "":
		return []int{a.conf.Scanner.Baud}, nil
	case baud == "auto":
		return autoSpeeds, nil
	case err == nil && n > 0:
		return []int{n}, nil
	}
	return nil, fail(exitUsage, "--baud 9600, --baud auto", "--baud %q", baud)
}

// scannerPort is the port that is meant: the one named, else the configured
// one, else the only one there is.
func (a *app) scannerPort(named string) (string, error) {
	if named = oneOf(named, a.conf.Scanner.Port); named != "" {
		return named, nil
	}
	ports := device.Ports()
	if len(ports) == 1 {
		return ports[0].Name, nil
	}
	var names []string
	for _, p := range ports {
		names = append(names, p.Name)
	}
	if len(names) == 0 {
		return "", fail(exitUsage, a.t.HintNoPort, "%s", a.t.NoScanner)
	}
	return "", fail(exitUsage, "--port "+names[0], "%s: %s", a.t.ManyPorts, strings.Join(names, ", "))
}

// errNextSpeed: what was heard, or not, asks for another speed.
var errNextSpeed = errors.New("another speed")

// listen shows what arrives at one speed until it was enough or ctx ends, and
// then gives nil.
func (t *scannerTest) listen(ctx context.Context) error {
	e, stop := listenTo(ctx, t.port, t.baud, device.FeedbackNone)
	defer stop()

	var cut device.Bursts
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	last, opened, up := time.Now(), false, false
	for {
		var burst device.Burst
		var whole bool
		select {
		case <-ctx.Done():
			if burst, whole = cut.End(); whole {
				return t.take(burst)
			}
			return nil
		case s := <-e.states:
			switch {
			case s.Link == device.Lost && !opened:
				return s.Err
			case s.Link == device.Lost && up:
				up = false
				t.tell("%s\n", t.a.t.Unplugged)
			case s.Link == device.Connected:
				t.tell(t.a.t.Listening, t.port, t.baud)
				opened, up = true, true
			}
		case p := <-e.pieces:
			last = p.at
			burst, whole = cut.Feed(p.b, p.at)
		case now := <-tick.C:
			burst, whole = cut.Idle(now)
			if err := t.quiet(now.Sub(last)); err != nil && !whole {
				return err
			}
		}
		if whole {
			if err := t.take(burst); err != nil || t.enough() {
				return err
			}
		}
	}
}

func (t *scannerTest) enough() bool { return t.count > 0 && len(t.bursts) >= t.count }

// take shows a burst, and asks for another speed if it is none of a scanner's.
func (t *scannerTest) take(b device.Burst) error {
	g := device.GuessSettings([]device.Burst{b})
	t.shown++
	if err := t.show(b, g); err != nil {
		return err
	}
	if len(t.speeds) > 1 && !t.settled {
		if g.Good == 0 {
			return errNextSpeed
		}
		t.settled = true
	}
	t.bursts = append(t.bursts, b)
	return nil
}

// quiet is told how long nothing has arrived.
func (t *scannerTest) quiet(d time.Duration) error {
	switch {
	case len(t.speeds) > 1 && !t.settled && d >= tryAnother:
		return errNextSpeed
	case t.shown == 0 && d >= silent && !t.advised:
		t.advised = true
		t.tell("%s\n", t.a.t.HintSilent)
	}
	return nil
}

// tell says what is going on; it is no result.
func (t *scannerTest) tell(format string, args ...any) { fmt.Fprintf(t.a.err, format, args...) }

// portFailure says why a port cannot be listened to, and who has it.
func (t *texts) portFailure(port string, err error) error {
	sentence, _ := t.trouble(err)
	if !errors.Is(err, device.ErrBusy) {
		return fail(exitFailed, t.HintPorts, "%s: %s", port, sentence)
	}
	if who := device.Holder(port); who != "" {
		sentence = fmt.Sprintf(t.HeldBy, who)
	}
	return fail(exitFailed, t.HintHeld, "%s: %s", port, sentence)
}
