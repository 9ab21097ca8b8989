package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/device"
	"stampdesk/store/bolt"
)

// demoSeed makes the demo's board; the same on every machine.
const demoSeed = 1

func (a *app) demoCommand() *cobra.Command {
	var auto, headless bool
	cmd := &cobra.Command{
		Use: "demo", Short: "Chạy thử với dữ liệu bịa, không đụng dữ liệu thật / try it on invented data", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !headless && !a.flags.plain && (!isTerminal(a.in) || !isTerminal(a.out)) {
				fmt.Fprintln(a.err, a.t.DemoNoTerminal)
				headless = true
			}
			return a.demo(cmd.Context(), inventBoard(demoSeed), auto, headless)
		},
	}
	cmd.Flags().BoolVar(&auto, "auto", false, "máy tự đưa cả chồng thẻ / feed a whole stack")
	a.plainFlag(cmd)
	cmd.Flags().BoolVar(&headless, "headless", false, "làm cả đợt, không mở bàn / the whole round without the screen")
	return cmd
}

// The people of the demo.
const (
	demoOperator, demoOperatorPIN     = "OP1", "1111"
	demoSupervisor, demoSupervisorPIN = "GS1", "2222"
)

// demo lays down an invented board in a directory of its own. What it prints
// stays there to be looked at; the store is thrown away.
func (a *app) demo(ctx context.Context, b board, auto, headless bool) (err error) {
	dir, err := os.MkdirTemp("", "stampdesk-demo-*")
	if err != nil {
		return fmt.Errorf("making a directory for the demo: %w", err)
	}
	a.conf.Data = filepath.Join(dir, "store")
	papers := filepath.Join(dir, "receipts")
	a.conf.Printer.To = "file:" + papers
	defer func() {
		err = errors.Join(err, os.RemoveAll(a.conf.Data))
		os.Remove(dir) // stays where papers were printed into it
	}()

	// The round is over for good, so the demo's clock stands in its window.
	setup, err := parseRound(roundFour, a.t)
	if err != nil {
		return err
	}
	a.now = clockFrom(time.Date(2021, 4, 20, 8, 0, 0, 0, time.Local))
	batches, err := a.prepareDemo(ctx, setup, b)
	if err != nil {
		return err
	}
	live, err := a.openLiveStore()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, live.Close()) }()
	sim, err := newSimScanner()
	if err != nil {
		return err
	}
	defer sim.Close()
	if headless {
		return a.demoHeadless(ctx, live, sim, b, batches, papers)
	}
	return a.demoScreen(ctx, live, sim, b, batches, papers, auto)
}

// clockFrom is a clock that runs from a given time on.
func clockFrom(start time.Time) func() time.Time {
	began := time.Now()
	return func() time.Time { return start.Add(time.Since(began)) }
}

func (a *app) openLiveStore() (*liveStore, error) {
	live, err := openLive(func() (stampdesk.Store, error) { return bolt.Open(a.conf.Data, bolt.Options{}) })
	if err != nil {
		return nil, err
	}
	return live, nil
}

// prepareDemo does what a board does before the stamping: people, roster, and
// of every unit the delivery, its lists and the decision. All by requests.
func (a *app) prepareDemo(ctx context.Context, setup stampdesk.Setup, b board) ([]stampdesk.BatchID, error) {
	if err := a.layDown(ctx, a.conf.Data, setup, stampdesk.Person{ID: demoSupervisor, Name: "Giám sát 1"}, demoSupervisorPIN); err != nil {
		return nil, err
	}
	units := b.Units()
	bar := a.progress(a.t.DemoPreparing, len(units))
	defer bar.done()
	var batches []stampdesk.BatchID
	err := a.withStore(ctx, func(s stampdesk.Store) error {
		d := a.desk(s)
		do := func(r stampdesk.Request) ([]stampdesk.Outcome, error) { return a.do(ctx, d, r) }
		if _, err := do(stampdesk.SignIn{Person: demoSupervisor, PIN: demoSupervisorPIN}); err != nil {
			return err
		}
		op := stampdesk.Person{ID: demoOperator, Name: "Người thao tác 1", Role: stampdesk.Operator}
		if _, err := do(stampdesk.AddPerson{Person: op, PIN: demoOperatorPIN}); err != nil {
			return err
		}
		if _, err := do(stampdesk.LoadRoster{Roster: b.Roster()}); err != nil {
			return err
		}
		for i, u := range units {
			outs, err := do(stampdesk.OpenBatch{Unit: u.Code, Count: len(b.Stack(u.Code)), Declared: b.Declared(u.Code)})
			if err != nil {
				return err
			}
			id := outs[0].Entry.Batch
			batches = append(batches, id)
			for f := stampdesk.FormStamp; f <= stampdesk.FormCardless; f++ {
				lines := b.List(u.Code, f)
				if len(lines) == 0 {
					continue
				}
				if _, err := do(stampdesk.LoadList{Batch: id, Form: f, Lines: lines}); err != nil {
					return err
				}
			}
			bar.set(i + 1)
		}
		_, err := do(stampdesk.DecideBatches{Batches: batches, Decision: stampdesk.Decision{
			No: "99-QĐ/BTV", Date: setup.Round.From, Signer: "Phó Bí thư Thường trực",
		}})
		return err
	})
	return batches, err
}

// simScanner is the demo's scanner: a real line where the system has one.
type simScanner interface {
	Name() string
	Open() (device.Port, error)
	Scan(code string) error
	Close() error
}

func newSimScanner() (simScanner, error) {
	sim, err := device.NewSim()
	if errors.Is(err, errors.ErrUnsupported) {
		return device.NewPipe(), nil
	}
	return sim, err
}

// demoScreen opens the desk on the first unit's batch, with the operator
// signed in and the stack of cards beside the space bar.
func (a *app) demoScreen(ctx context.Context, live *liveStore, sim simScanner, b board, batches []stampdesk.BatchID, papers string, auto bool) error {
	if auto { // nobody presses Enter in between
		a.conf.Desk.Confirm = string(stampdesk.ConfirmNext)
	}
	st, err := a.newStation(live)
	if err != nil {
		return err
	}
	st.useScanner(&device.Scanner{Name: sim.Name(), Open: sim.Open})
	o, err := a.screen(ctx, live, st)
	if err != nil {
		return err
	}
	o.Banner, o.OnQuit = a.t.DemoBanner, fmt.Sprintf(a.t.DemoPapers, papers)
	o.SignInHint = a.t.DemoPeople
	hand := &demoHand{sim: sim, b: b, empty: a.t.DemoStackEmpty, codes: map[stampdesk.UnitCode][]string{}}
	o.Sim = func(id stampdesk.BatchID) error { return hand.next(ctx, live, id) }
	return st.run(ctx, func(ctx context.Context) error {
		sit := func() { // the demo's operator sits down at the first batch
			for _, r := range []stampdesk.Request{
				stampdesk.SignIn{Person: demoOperator, PIN: demoOperatorPIN}, stampdesk.TakeBatch{Batch: batches[0]},
			} {
				if st.ask(ctx, r) != nil {
					return
				}
			}
		}
		plain := a.isPlain()
		if plain { // before the first line is read: the desk takes one more request only when these are done
			sit()
			st.ask(ctx, stampdesk.Next{})
		}
		go func() {
			if !plain {
				sit()
			}
			if auto {
				hand.feed(ctx, live, batches[0])
			}
		}()
		return a.front(ctx, o)
	})
}

// demoHand holds the stacks of cards and puts the next one under the scanner.
type demoHand struct {
	sim   simScanner
	b     board
	empty string // what to say when a stack is through

	mu    sync.Mutex
	codes map[stampdesk.UnitCode][]string // what is left of the stack of a unit
}

// next scans the next card of the stack that came with a batch.
func (h *demoHand) next(ctx context.Context, live *liveStore, id stampdesk.BatchID) error {
	var unit stampdesk.UnitCode
	err := live.View(ctx, func(s stampdesk.Snapshot) error {
		b, err := s.Batch(id)
		if err == nil && b != nil {
			unit = b.Unit
		}
		return err
	})
	if err != nil {
		return err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	codes, ok := h.codes[unit]
	if !ok {
		codes = h.b.Stack(unit)
		if spice := h.b.Spice(unit); len(spice) > 0 && len(codes) > 3 {
			codes = append(append(append([]string{}, codes[:3]...), spice...), codes[3:]...)
		}
	}
	if len(codes) == 0 {
		return errors.New(h.empty)
	}
	h.codes[unit] = codes[1:]
	return h.sim.Scan(codes[0])
}

// demoPace is a calm clerk's: the screen can be read while the stack goes by.
const demoPace = 700 * time.Millisecond

// feed presents card after card until the stack is through; then the barcodes
// that answer the last card and ask for the closing.
func (h *demoHand) feed(ctx context.Context, live *liveStore, id stampdesk.BatchID) {
	tick := time.NewTicker(demoPace)
	defer tick.Stop()
	last := []string{"SD-STAMP", "SD-CLOSE"}
	for len(last) > 0 {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		if h.next(ctx, live, id) == nil {
			continue
		}
		if h.sim.Scan(last[0]) != nil {
			return
		}
		last = last[1:]
	}
}
