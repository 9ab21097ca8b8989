package stampdesk_test

import (
	"context"
	"testing"

	. "stampdesk"
)

// beside is another actor on the store of the bench, under the same desk.
func (b *bench) beside() *bench {
	b.t.Helper()
	d := &Desk{Store: b.Store, ID: b.ID, Now: b.Now, PINs: b.PINs, Guest: true}
	if err := d.ActAs(context.Background(), Person{ID: "GS1", Role: Supervisor}); err != nil {
		b.t.Fatal(err)
	}
	return &bench{Desk: d, t: b.t, clock: b.clock}
}

func TestAGuestLeavesTheCardInHandAlone(t *testing.T) {
	b := newBench(t, ConfirmKey)
	b.opened()
	expect(t, b.scan(31000001), Presented)
	answer := Confirm{Card: 31000001, Boxes: BoxesOf(4)}
	if o := b.beside().ask(answer)[0]; o.Refusal != NotThisCard {
		t.Errorf("a guest answered for the card: %+v", o)
	}
	expect(t, b.must(answer), Recorded)
}

func TestADeskThatLooksAgainCountsWhatOthersWrote(t *testing.T) {
	b := newBench(t, ConfirmScan)
	id := b.must(OpenBatch{Unit: "P01", Kind: Supplementary})[0].Entry.Batch
	b.beside().must(LoadList{Batch: id, Form: FormStamp, Lines: []Line{{Card: 31000001}, {Card: 31000002}}})
	in, out := make(chan Request), make(chan Outcome)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error)
	go func() { done <- b.Run(ctx, in, out) }()
	in <- Refresh{}
	if o := <-out; o.Result != Refreshed || o.Counters.Expected != 2 || o.Batch == nil {
		t.Errorf("%+v", o)
	}
	cancel()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func TestABatchThatOthersClosedIsPutDownUnlessACardIsInHand(t *testing.T) {
	b := newBench(t, ConfirmKey)
	id := b.opened()
	b.beside().must(CloseBatch{Batch: id, Note: "đã đối chiếu"})
	if o := b.must(Refresh{})[0]; o.Result != Refreshed || o.Batch != nil {
		t.Errorf("closed by another: %+v", o)
	}
	if o := b.scan(31000001)[0]; o.Refusal != NoBatch {
		t.Errorf("a card for the closed batch: %+v", o)
	}
	b.must(TakeBatch{Batch: b.opened()})
	expect(t, b.scan(31000001), Presented)
	if o := b.must(Refresh{})[0]; o.Batch == nil {
		t.Errorf("with a card in hand: %+v", o)
	}
}

// turn is a lock that knows whether it is held.
type turn struct{ held, times int }

func (l *turn) Lock()   { l.held++; l.times++ }
func (l *turn) Unlock() { l.held-- }

// watched tells of every use of a store outside a turn.
type watched struct {
	Store
	t    *testing.T
	turn *turn
}

func (w watched) View(ctx context.Context, fn func(Snapshot) error) error {
	if w.turn.held != 1 {
		w.t.Error("a look out of turn")
	}
	return w.Store.View(ctx, fn)
}

func (w watched) Update(ctx context.Context, fn func(Tx) error) error {
	if w.turn.held != 1 {
		w.t.Error("a write out of turn")
	}
	return w.Store.Update(ctx, fn)
}

func TestARequestIsDoneInOneTurn(t *testing.T) {
	b := newBench(t, ConfirmKey)
	b.opened()
	l, store := &turn{}, b.Store
	b.Store, b.Turn = watched{store, t, l}, l
	expect(t, b.scan(31000001), Presented)
	expect(t, b.must(Confirm{Card: 31000001, Boxes: BoxesOf(4)}), Recorded)
	if l.held != 0 || l.times != 2 {
		t.Errorf("%d turns for 2 requests, %d held", l.times, l.held)
	}
	b.Store = store
}
