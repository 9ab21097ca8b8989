package main

import (
	"context"
	"slices"
	"time"

	"stampdesk/device"
	"stampdesk/tui"
)

// piece is bytes as they came from a line.
type piece struct {
	b  []byte
	at time.Time
}

// ear is what is heard on a line: the bytes, and how the line is.
type ear struct {
	pieces chan piece
	states chan device.State
}

func newEar() ear { return ear{make(chan piece), make(chan device.State, 8)} }

// take hands bytes on until done.
func (e ear) take(ctx context.Context) func(p []byte, at time.Time) {
	return func(p []byte, at time.Time) {
		select {
		case e.pieces <- piece{slices.Clone(p), at}:
		case <-ctx.Done():
		}
	}
}

// listenTo listens to a port of its own until it is stopped.
func listenTo(ctx context.Context, port string, baud int, feedback device.Feedback) (e ear, stop func()) {
	running, cancel := context.WithCancel(ctx)
	e = newEar()
	s := device.Scanner{
		Name: port, Baud: baud, Raw: e.take(running),
		Notify: func(s device.State) {
			select {
			case e.states <- s:
			default: // a plug that is loose tells nothing new
			}
		},
	}
	s.Deliver = func(context.Context, device.Code) error {
		if text := feedback.Answer(device.Taken); text != "" {
			_ = s.Tell(text) // a scanner that is gone says so itself
		}
		return nil
	}
	ended := make(chan struct{})
	go func() { defer close(ended); _ = s.Run(running) }()
	return e, func() { cancel(); <-ended }
}

// listen is the test scan of the screen: by the desk's own reader where that
// has the port at this speed, so that nothing is opened anew.
func (d *deskSettings) listen(ctx context.Context, q tui.Listening, hear func(tui.TestScan)) error {
	t := textsIn(q.Lang)
	l := d.st.scanners.of(q.Port)
	var e ear
	var stop func()
	switch {
	case l != nil && l.speed() == q.Baud && l.up(d.st.notices):
		e = newEar()
		tapping, cancel := context.WithCancel(ctx)
		done := l.listen(e.take(tapping))
		stop = func() { cancel(); done() }
	case l != nil:
		giveBack := l.lend()
		var end func()
		e, end = listenTo(ctx, q.Port, q.Baud, l.feedback)
		stop = func() { end(); giveBack() }
	default:
		e, stop = listenTo(ctx, q.Port, q.Baud, device.FeedbackNone)
	}
	defer stop()
	var cut device.Bursts
	var bursts []device.Burst
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	opened := l != nil
	for {
		var burst device.Burst
		var whole bool
		select {
		case <-ctx.Done():
			return nil
		case s := <-e.states:
			if s.Link == device.Lost && !opened {
				return inWords(t.portFailure(q.Port, s.Err))
			}
			opened = opened || s.Link == device.Connected
		case p := <-e.pieces:
			burst, whole = cut.Feed(p.b, p.at)
		case now := <-tick.C:
			burst, whole = cut.Idle(now)
		}
		if whole {
			bursts = append(bursts, burst)
			bursts = bursts[max(len(bursts)-20, 0):]
			hear(t.testScan(burst, device.GuessSettings(bursts)))
		}
	}
}

// testScan is a burst for the screen, with what all of them say.
func (t *texts) testScan(b device.Burst, all device.Guess) tui.TestScan {
	own := device.GuessSettings([]device.Burst{b})
	out := tui.TestScan{Hex: hexLines(b.Bytes), Usable: all.Good > 0, Mask7: all.Mask7}
	if !slices.Contains(own.Findings, device.WrongSpeed) {
		for _, r := range b.Readings(own.Parity) {
			out.Read = append(out.Read, t.reading(r))
		}
	}
	for _, f := range all.Findings {
		out.Wrong = append(out.Wrong, t.finding(f, all))
	}
	if all.Good > 0 && len(all.Endings) == 1 {
		out.Suffix = all.Suffix.String()
	}
	if all.Parity != device.ParityNone {
		out.Parity = all.Parity.String()
	}
	return out
}

// speed is the baud of the line.
func (l *scannerLine) speed() int {
	if l.Baud == 0 {
		return device.DefaultBaud
	}
	return l.Baud
}

// up reports that the port is open.
func (l *scannerLine) up(n *notices) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	return l.state.Link == device.Connected
}
