package tui

import (
	"context"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"

	"stampdesk"
	"stampdesk/store/mem"
)

// lineRun is the desk in plain lines on a real desk with a store in memory.
type lineRun struct {
	*testing.T
	store *failing
	in    chan stampdesk.Request
	say   chan string // to a terminal
	ended chan error  // what RunLines gave
	hides []bool      // what was asked of the terminal
	clock func() time.Time

	mu  sync.Mutex
	out strings.Builder
}

func (r *lineRun) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.out.Write(p)
}

func (r *lineRun) text() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.out.String()
}

// newLineRun has a board with one decided batch of unit PA, and nobody signed in.
func newLineRun(t *testing.T) *lineRun {
	t.Helper()
	began, start := time.Now(), time.Date(2021, 4, 20, 9, 41, 0, 0, time.UTC)
	r := &lineRun{T: t, store: &failing{Store: mem.New(stampdesk.Identity{ID: stampdesk.StoreID{1}})}, in: make(chan stampdesk.Request)}
	r.clock = func() time.Time { return start.Add(time.Since(began)) }
	desk := r.newDesk()
	must(t, layDown(t.Context(), desk, stampdesk.OpenBatch{Unit: "PA", Count: 12}, stampdesk.DecideBatches{
		Batches:  []stampdesk.BatchID{"B1-001"},
		Decision: stampdesk.Decision{No: "12-QĐ/BTC", Date: stampdesk.Date{Year: 2021, Month: 4, Day: 20}},
	}))
	return r
}

func (r *lineRun) newDesk() *stampdesk.Desk {
	return &stampdesk.Desk{
		Store: r.store, ID: "B1", Now: r.clock, PINs: plainPINs{},
		Reopen: func(context.Context) (stampdesk.Store, error) { return r.store, nil },
	}
}

// piped runs all lines of a text, as from a file.
func (r *lineRun) piped(text string, change ...func(*Options)) string {
	r.Helper()
	ctx, cancel := context.WithTimeout(r.Context(), 20*time.Second)
	defer cancel()
	out := make(chan stampdesk.Outcome, 16)
	o := Options{In: r.in, Out: out, Look: r.store.View, Desk: "B1", Setup: testSetup, Now: r.clock, Output: os.Stdout, Printers: []Printer{{Name: "máy in nhiệt"}}}
	for _, f := range change {
		f(&o)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.newDesk().Run(ctx, r.in, out)
	}()
	before := len(r.text())
	err := RunLines(ctx, o, strings.NewReader(text), r, nil)
	if ctx.Err() != nil {
		r.Errorf("it hangs after:\n%s", r.text()[before:])
	}
	cancel()
	<-done
	if err != nil {
		r.Errorf("ended with %v", err)
	}
	said := r.text()[before:]
	r.fitToHear(said)
	return said
}

// fitToHear wants lines that a screen reader can read: words, short, and
// nothing that draws.
func (r *lineRun) fitToHear(text string) {
	r.Helper()
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if n := len([]rune(line)); n > 200 || n == 0 {
			r.Errorf("a line of %d letters: %q", n, line)
		}
		for _, c := range line {
			if !unicode.IsLetter(c) && !unicode.IsMark(c) && (c < ' ' || c > '~') {
				r.Errorf("%q in a line: %q", c, line)
			}
		}
	}
}

func TestLook(t *testing.T) {
	r := newLineRun(t)
	t.Log("\n" + r.piped("tt1\n1234\n31000401\n\n31000401\n31000410\n31000402\n34\nl\n\n77000409\nu\n2\n31000403\ng hong\n31000404\nt\n\nesc\nk\n\nb\n?\n1\n31000405\n\nc\n\n\n1\ngs1\n4321\n\nq\n"))
	time.Sleep(0)
}
