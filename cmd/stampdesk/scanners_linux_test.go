package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"stampdesk"
	"stampdesk/device"
	"stampdesk/tui"
)

// scannersOn is a station with no desk behind it, and scanners on terminal
// lines.
func scannersOn(t *testing.T, feedback device.Feedback, names ...string) (st *station, sims []*device.Sim) {
	t.Helper()
	st = &station{in: make(chan stampdesk.Request), notices: newNotices(), t: textsIn(stampdesk.English)}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, len(names))
	for _, name := range names {
		sim, err := device.NewSim()
		if err != nil {
			t.Fatal(err)
		}
		sims = append(sims, sim)
		st.addScanner(name, &device.Scanner{Name: sim.Name()}, feedback)
	}
	for _, l := range st.scanners {
		go func() { ended <- l.run(ctx) }()
	}
	t.Cleanup(func() {
		cancel()
		for range names {
			<-ended
		}
		for _, sim := range sims {
			sim.Close()
		}
	})
	for n := range st.notices.ch {
		if n.Scanner.Link == tui.Up {
			break
		}
	}
	return st, sims
}

func (st *station) next(t *testing.T) stampdesk.Scan {
	t.Helper()
	select {
	case r := <-st.in:
		return r.(stampdesk.Scan)
	case <-time.After(5 * time.Second):
		t.Fatal("nothing was scanned")
		return stampdesk.Scan{}
	}
}

// hears wants what a scanner is told within a time.
func hears(t *testing.T, when string, sim *device.Sim, within time.Duration, want string) {
	t.Helper()
	if got, err := sim.Heard(within); err != nil || got != want {
		t.Errorf("%s: the scanner heard %q %v, want %q", when, got, err, want)
	}
}

func TestTwoScannersAtOnceMixAndLoseNothing(t *testing.T) {
	st, sims := scannersOn(t, device.FeedbackNone, "", "hai")
	const burst = 300
	for i, sim := range sims {
		go func() {
			for n := range burst {
				if err := sim.Scan(fmt.Sprintf("%d%07d", i+1, n)); err != nil {
					t.Error(err)
					return
				}
			}
		}()
	}
	next := [2]int{}
	for range 2 * burst {
		q := st.next(t)
		i := int(q.Raw[0]-'1') & 1
		if want := fmt.Sprintf("%d%07d", i+1, next[i]); q.Raw != want {
			t.Fatalf("%q, want %q", q.Raw, want)
		}
		next[i]++
	}
}

func TestOfTwoScannersTheOneThatIsGoneIsNamed(t *testing.T) {
	st, sims := scannersOn(t, device.FeedbackNone, "", "hai")
	sims[1].Unplug()
	for {
		select {
		case n := <-st.notices.ch:
			if n.Scanner.Link != tui.Down {
				continue
			}
			if !strings.HasPrefix(n.Scanner.About, "hai: ") {
				t.Errorf("%q", n.Scanner.About)
			}
			sims[0].Scan("31000401")
			if q := st.next(t); q.Raw != "31000401" {
				t.Errorf("%q", q.Raw)
			}
			return
		case <-time.After(5 * time.Second):
			t.Fatal("nobody says that it is gone")
		}
	}
}

func TestTheScannerThatReadTheCardHearsWhatBecameOfIt(t *testing.T) {
	st, sims := scannersOn(t, device.FeedbackHoneywell, "", "hai")
	sims[1].Scan("31000401")
	sims[0].Scan("31000402")
	st.next(t)
	st.next(t)
	pass := stampdesk.Outcome{Result: stampdesk.Presented, Raw: "31000402", Verdict: stampdesk.Verdict{Kind: stampdesk.Stamp}}
	hold := stampdesk.Outcome{Result: stampdesk.Judged, Raw: "31000401", Verdict: stampdesk.Verdict{Kind: stampdesk.Hold}}
	st.scanners.hear(&pass)
	st.scanners.hear(&hold)
	st.scanners.hear(&hold) // the card's turn came once more, without its scanner
	hears(t, "a stamp", sims[0], time.Second/2, "0\x1b7,")
	hears(t, "a hold", sims[1], time.Second/2, "0\x1b8,")
}

func TestAScannerThatWaitsIsAnsweredWhateverHappens(t *testing.T) {
	st, sims := scannersOn(t, device.FeedbackACKBEL, "")
	sim := sims[0]
	sim.Scan("31000401")
	hears(t, "a desk that hangs", sim, 2*time.Second, "\x06")
	st.next(t)
	st.scanners.hear(&stampdesk.Outcome{Result: stampdesk.Judged, Raw: "31000401", Verdict: stampdesk.Verdict{Kind: stampdesk.Hold}})
	sim.Scan("31000402")
	st.next(t)
	st.scanners.hear(&stampdesk.Outcome{Result: stampdesk.Declined, Refusal: stampdesk.NoBatch, About: "31000402"})
	hears(t, "under a page", sim, time.Second/2, "\x18")
	done := st.scanners[0].listen(func([]byte, time.Time) {})
	sim.Scan("31000403")
	hears(t, "a test", sim, time.Second/2, "\x06")
	done()
	sim.Send("3100")
	if q := st.next(t); q.Raw != "3100…" {
		t.Errorf("%q", q.Raw)
	}
	hears(t, "a broken code", sim, time.Second/2, "\x15")
}

func TestAPortThatIsLentIsReadAgainAfterwards(t *testing.T) {
	st, sims := scannersOn(t, device.FeedbackNone, "")
	giveBack := st.scanners[0].lend()
	port, err := device.OpenSerial(sims[0].Name(), 9600, device.ReadTimeout)
	if err != nil {
		t.Fatal(err)
	}
	port.Close()
	giveBack()
	for range 100 { // what is scanned before the line is open is nobody's
		sims[0].Scan("31000401")
		select {
		case <-st.in:
			return
		case <-time.After(50 * time.Millisecond):
		}
	}
	t.Error("it is not read any more")
}

func TestAScannerThatTakesNoAnswersHoldsUpNobody(t *testing.T) {
	st, sims := scannersOn(t, device.FeedbackHoneywell, "")
	line, err := os.OpenFile(sims[0].Name(), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer line.Close()
	if err := unix.IoctlSetInt(int(line.Fd()), unix.TCXONC, unix.TCOOFF); err != nil {
		t.Fatal(err)
	}
	var waited time.Duration
	for n := range 20 {
		sims[0].Scan(fmt.Sprintf("310004%02d", n))
		q, began := st.next(t), time.Now()
		st.scanners.hear(&stampdesk.Outcome{Result: stampdesk.Judged, Raw: q.Raw})
		waited += time.Since(began)
	}
	if waited > 2*time.Second { // each would take a fifth of one
		t.Errorf("the desk waited %v", waited)
	}
}
