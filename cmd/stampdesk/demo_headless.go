package main

import (
	"context"
	"fmt"
	"time"

	"stampdesk"
	"stampdesk/device"
	"stampdesk/printer"
)

// demoHeadless does the whole round through the same scanner, desk, journal
// and spool as a real desk. It knows nothing of the fates but the stacks: every
// printed figure comes from the journal.
func (a *app) demoHeadless(ctx context.Context, live *liveStore, sim simScanner, b board, batches []stampdesk.BatchID, papers string) error {
	a.conf.Desk.Confirm = string(stampdesk.ConfirmScan)
	st, err := a.newStation(live)
	if err != nil {
		return err
	}
	st.useScanner(&device.Scanner{Name: sim.Name(), Open: sim.Open})
	total := 0
	for _, u := range b.Units() {
		total += len(b.Stack(u.Code))
	}
	bar := a.progress(a.t.DemoRound, total)
	var took time.Duration
	h := &headlessHand{st: st, sim: sim, bar: bar}
	err = st.run(ctx, func(ctx context.Context) error {
		if err := h.act(ctx, stampdesk.SignIn{Person: demoOperator, PIN: demoOperatorPIN}); err != nil {
			return err
		}
		began := time.Now()
		for i, id := range batches {
			if err := h.batch(ctx, id, b.Stack(b.Units()[i].Code)); err != nil {
				return err
			}
		}
		took = time.Since(began)
		return printedAll(ctx, st.spools[0])
	})
	bar.done()
	if err != nil {
		return err
	}
	return a.demoReport(ctx, live, h.cards, took, papers)
}

// printedAll waits until the queue of the printer is empty.
func printedAll(ctx context.Context, s *printer.Spool) error {
	for {
		state, err := s.State(ctx)
		switch {
		case err != nil || state.Job == nil:
			return err
		case state.Status == printer.Trouble || state.Status == printer.Unknown:
			return fmt.Errorf("printing %s: %w", state.Where, state.Err)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func (a *app) demoReport(ctx context.Context, live *liveStore, cards int, took time.Duration, papers string) error {
	t, scope, err := a.countTally(ctx, live, stampdesk.Filter{})
	if err != nil {
		return err
	}
	var audit stampdesk.Audit
	err = live.View(ctx, func(s stampdesk.Snapshot) (err error) {
		audit, err = stampdesk.Prove(s, nil)
		return err
	})
	if err != nil {
		return err
	}
	if len(audit.Problems) > 0 {
		return fail(exitDamaged, "", a.t.Damage+": %s", len(audit.Problems), audit.Problems[0])
	}
	fmt.Fprintf(a.err, a.t.DemoRate, cards, took.Seconds(), float64(cards)/took.Seconds())
	fmt.Fprintf(a.err, a.t.DemoProven, audit.Entries, audit.Cards)
	fmt.Fprintf(a.err, a.t.DemoPapers, papers)
	if a.flags.json {
		return a.printJSON(tallyJSON(t))
	}
	_, err = fmt.Fprint(a.out, a.tallyText(t, scope))
	return err
}

// headlessHand feeds stacks and reads outcomes, as the screen would.
type headlessHand struct {
	st    *station
	sim   simScanner
	bar   *progress
	cards int
}

// act does a request and waits for its outcome.
func (h *headlessHand) act(ctx context.Context, r stampdesk.Request) error {
	if err := h.st.ask(ctx, r); err != nil {
		return err
	}
	_, err := h.outcome(ctx)
	return err
}

func (h *headlessHand) outcome(ctx context.Context) (stampdesk.Outcome, error) {
	select {
	case <-ctx.Done():
		return stampdesk.Outcome{}, ctx.Err()
	case o := <-h.st.out:
		switch o.Result {
		case stampdesk.Unrecorded:
			return o, o.Err
		case stampdesk.Declined:
			return o, fmt.Errorf("%s %s", o.Refusal, o.About)
		}
		return o, nil
	}
}

// reportMissing says for the unit why the cards that have not come have not, so
// that the batch adds up.
func (h *headlessHand) reportMissing(ctx context.Context, id stampdesk.BatchID) error {
	if err := h.st.ask(ctx, stampdesk.TakeBatch{Batch: id}); err != nil {
		return err
	}
	o, err := h.outcome(ctx)
	if err != nil {
		return err
	}
	for i, it := range o.Balance.Missing {
		err := h.act(ctx, stampdesk.ReportUncollected{Card: it.Card, Reason: whyNotCollected[i%len(whyNotCollected)]})
		if err != nil {
			return err
		}
	}
	return nil
}

// whyNotCollected are the reasons that units give.
var whyNotCollected = [...]stampdesk.Reason{
	stampdesk.ReasonUncollected + ".cong_tac", stampdesk.ReasonUncollected + ".ve_que",
	stampdesk.ReasonUncollected + ".nam_vien", stampdesk.ReasonUncollected + ".lu_lan",
}

// batch takes a batch in hand, feeds its stack, closes it and orders its list.
func (h *headlessHand) batch(ctx context.Context, id stampdesk.BatchID, stack []string) error {
	if err := h.act(ctx, stampdesk.TakeBatch{Batch: id}); err != nil {
		return err
	}
	fed := make(chan error, 1)
	go func() {
		for _, code := range stack {
			if err := h.sim.Scan(code); err != nil {
				fed <- err
				return
			}
		}
		fed <- nil
	}()
	for range stack {
		if _, err := h.outcome(ctx); err != nil {
			return err
		}
		h.cards++
		h.bar.set(h.cards)
	}
	if err := <-fed; err != nil {
		return err
	}
	if err := h.reportMissing(ctx, id); err != nil {
		return err
	}
	if err := h.act(ctx, stampdesk.CloseBatch{Batch: id}); err != nil {
		return err
	}
	return h.act(ctx, stampdesk.Print{Document: stampdesk.ReturnList, Batch: id})
}
