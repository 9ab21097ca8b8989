package stampdesk

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"
)

// Confirming says when a fit card counts as stamped.
type Confirming string

// The ways to confirm.
const (
	ConfirmKey  Confirming = "key"  // the operator says so: presented first, stamped after
	ConfirmNext Confirming = "next" // the next different card says so of the one before
	ConfirmScan Confirming = "scan" // the scan says so: one commit
)

// ParseConfirming reads the setting of a desk.
func ParseConfirming(s string) (Confirming, error) {
	switch c := Confirming(s); c {
	case ConfirmKey, ConfirmNext, ConfirmScan:
		return c, nil
	}
	return "", fmt.Errorf("confirm %q: want key, next or scan", s)
}

// DefaultReread is the time within which the same code again is one reading.
const DefaultReread = 2500 * time.Millisecond

// Desk is the one actor that works on a store: it takes requests one at a
// time, decides and records each in one transaction, and answers with
// outcomes. Set the fields, then either call Do, or let Run own it.
type Desk struct {
	Store   Store
	ID      DeskID
	Confirm Confirming       // "" is ConfirmKey
	Now     func() time.Time // required
	PINs    PINs             // required where people sign in
	Reread  time.Duration    // 0 is DefaultReread
	Turn    sync.Locker      // where several actors share a store: one request is done at a time
	Guest   bool             // Guest: another actor of this process has the desk's card in hand; this one leaves it alone

	// Reopen gives a fresh store after a write whose fate is unknown; nil: the
	// desk stays stopped. The old store is closed before.
	Reopen func(context.Context) (Store, error)
	// Kick is called after every commit, so that readers of the journal look.
	// It must not block.
	Kick func()

	who      *Person // who is signed in
	batch    BatchID // the batch in hand
	put      BatchID // the one that was put down last
	expected int     // cards that the batch in hand should bring
	counted  BatchID // the batch that expected was counted for
	open     *Entry  // presented and not answered
	waiting  []Scan  // cards that came while one was open
	last     reading // for reading one code twice
	resumed  bool    // open was presented before a stop: was it stamped or not?
	choice   Confirm // how the open card will be stamped, where a person chose
	broken   error   // the write whose fate is unknown
	names    rosterNames
	hands    []Entry // cards in the hands of others: presented and not answered
}

type reading struct {
	code string
	at   time.Time
}

// record carries out one act in one transaction: fn says what it came to. What
// was not committed is not announced.
func (d *Desk) record(ctx context.Context, fn func(Tx, Setup) (Outcome, error)) (Outcome, error) {
	var o Outcome
	err := d.update(ctx, func(tx Tx) error {
		setup, err := tx.Setup()
		if err != nil {
			return err
		}
		if off, err := d.isDisabled(tx); err != nil || off {
			o = refused(PersonDisabled, d.id())
			return err
		}
		o, err = fn(tx, setup)
		return err
	})
	if err != nil {
		return Outcome{}, err
	}
	return o, nil
}

// isDisabled reports whether whoever is signed in may not act any more: it may
// have been said at another desk.
func (d *Desk) isDisabled(r Reader) (bool, error) {
	if d.who == nil {
		return false, nil
	}
	p, err := r.Person(d.who.ID)
	return p == nil || p.Disabled, err
}

// id is who is signed in, or "".
func (d *Desk) id() PersonID {
	if d.who == nil {
		return ""
	}
	return d.who.ID
}

// refused is the outcome of a request that cannot be done.
func refused(r Refusal, about any) Outcome {
	return Outcome{Result: Declined, Refusal: r, About: fmt.Sprint(about)}
}

// committed is the answer to a request whose transaction ended with err: what
// was not committed is not announced.
func committed(o Outcome, err error) ([]Outcome, error) {
	if err != nil {
		return nil, err
	}
	return []Outcome{o}, nil
}

// Do carries out one request. What the rules or the people's rights object to
// is an outcome; the error is the machine's, and then nothing may be stamped.
func (d *Desk) Do(ctx context.Context, r Request) ([]Outcome, error) {
	if d.Turn != nil {
		d.Turn.Lock()
		defer d.Turn.Unlock()
	}
	var resumed []Outcome
	if d.broken != nil {
		var err error
		if resumed, err = d.reopen(ctx); err != nil {
			return nil, err
		}
		resumed = d.serve(ctx, resumed) // who waited longer comes first
	}
	if err := d.seeHands(ctx); err != nil {
		return resumed, err
	}
	outs, err := r.do(ctx, d)
	outs = append(resumed, outs...)
	if err != nil {
		return outs, err
	}
	if freesHand(r) && (len(outs) == 0 || outs[len(outs)-1].Result != Declined) {
		outs = d.serve(ctx, outs)
	}
	if len(outs) == 0 { // Next, and nothing waits
		outs = []Outcome{{Result: Done}}
	}
	ctx = context.WithoutCancel(ctx) // it is on record: whoever stops now still hears so
	if d.broken == nil {
		if d.counted != d.batch || changesExpected(r) || unforeseen(outs) {
			if err := d.expect(ctx); err != nil {
				return outs, err
			}
			d.counted = d.batch
		}
		err = d.describe(ctx, &outs[len(outs)-1])
	}
	return outs, err
}

// seeHands finds the cards that are in the hands of others, at another desk or
// beside this one.
func (d *Desk) seeHands(ctx context.Context) error {
	return d.Store.View(ctx, func(s Snapshot) error {
		d.hands = nil
		for st, err := range s.Stations() {
			if err != nil {
				return err
			}
			if st.Open.IsZero() || d.open != nil && d.open.Key == st.Open {
				continue
			}
			e, err := s.Entry(st.Open)
			if err != nil {
				return err
			}
			d.hands = append(d.hands, *e)
		}
		return nil
	})
}

// inHands gives a card in somebody else's hand that is meant, or nil.
func (d *Desk) inHands(is func(*Entry) bool) *Outcome {
	for i := range d.hands {
		if e := &d.hands[i]; is(e) && (d.open == nil || d.open.Key != e.Key) {
			o := refused(CardOpen, e.Card)
			return &o
		}
	}
	return nil
}

// changesExpected reports whether a request may change what a batch should
// bring.
func changesExpected(r Request) bool {
	switch r.(type) {
	case LoadList, LoadRoster, Refresh, ReportUncollected, Renew, Settle, Void:
		return true
	}
	return false
}

// unforeseen reports whether a card came that the batch did not wait for: a new
// one in the place of another, or one that was lost.
func unforeseen(outs []Outcome) bool {
	return slices.ContainsFunc(outs, func(o Outcome) bool {
		return o.Result == Recorded && (o.Entry.Class == Renewed || o.Entry.Reason == ReasonLost)
	})
}

// freesHand reports whether a request frees the hand for a card that waits. A
// scan does not: what is on the screen has not been seen to yet.
func freesHand(r Request) bool {
	switch r.(type) {
	case Confirm, Withdraw, SetAside, Next:
		return true
	}
	return false
}

// Run owns the desk until ctx ends: every request of in is answered, in order,
// by at least one outcome on out. No outcome is dropped.
func (d *Desk) Run(ctx context.Context, in <-chan Request, out chan<- Outcome) error {
	var counters Counters // the last ones that could be read
	for {
		var r Request
		select {
		case <-ctx.Done():
			return nil
		case r = <-in:
		}
		outs, err := d.Do(ctx, r)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			outs = append(outs, unrecorded(r, err))
		} else if c, err := d.counters(ctx); err == nil { // else the next write will say what is wrong
			counters = c
		}
		if len(outs) > 0 {
			outs[len(outs)-1].Counters = counters
		}
		for i, o := range outs {
			o.More = i < len(outs)-1
			select {
			case <-ctx.Done():
				return nil
			case out <- o:
			}
		}
	}
}

// unrecorded says which card it is that may not be stamped.
func unrecorded(r Request, err error) Outcome {
	o := Outcome{Result: Unrecorded, Err: err}
	switch q := r.(type) {
	case Scan:
		o.Raw = q.Raw
		o.Card, _ = ParseCard(q.Raw)
	case Confirm:
		o.Card = q.Card
	case Withdraw:
		o.Card = q.Card
	case SetAside:
		o.Card = q.Card
	case Void:
		o.Card = q.Card
	}
	return o
}

// describe adds to an outcome how the desk stands after it.
func (d *Desk) describe(ctx context.Context, o *Outcome) error {
	if d.who != nil {
		p := *d.who
		p.PIN = ""
		o.Person = &p
	}
	for _, s := range d.waiting {
		o.Waiting = append(o.Waiting, s.Raw)
	}
	if d.batch == "" {
		return nil
	}
	return d.Store.View(ctx, func(s Snapshot) (err error) {
		o.Batch, err = s.Batch(d.batch)
		return err
	})
}

// update records in one transaction. After an error that is not fn's own the
// fate of the write is unknown: the desk stops until the store is opened anew,
// and the next scan of the card settles what happened.
func (d *Desk) update(ctx context.Context, fn func(Tx) error) error {
	var own error
	err := d.Store.Update(ctx, func(tx Tx) error {
		own = fn(tx)
		return own
	})
	if err != nil && (own == nil || !errors.Is(err, own)) && ctx.Err() == nil {
		d.broken = err
	}
	if err == nil && d.Kick != nil {
		d.Kick()
	}
	return err
}

func (d *Desk) reopen(ctx context.Context) ([]Outcome, error) {
	if d.Reopen == nil {
		return nil, fmt.Errorf("the desk has stopped: %w", d.broken)
	}
	d.Store.Close() // it failed already; what it says now adds nothing
	s, err := d.Reopen(ctx)
	if err != nil {
		return nil, fmt.Errorf("opening the store again: %w", err)
	}
	d.Store, d.broken = s, nil
	return d.resume(ctx)
}

// entry begins an entry of the person who is signed in.
func (d *Desk) entry(setup Setup, act Act) Entry {
	e := Entry{
		Key: EntryKey{Desk: d.ID}, Round: uint8(setup.Round.Ordinal), At: d.now(),
		Act: act, Rules: setup.Rules.Version,
	}
	if d.who != nil {
		e.Operator = d.who.ID
	}
	return e
}

// works is the batch in hand, or the one that was put down while something
// else is looked at: what is done then is done in it.
func (d *Desk) works() BatchID {
	if d.batch != "" {
		return d.batch
	}
	return d.put
}

// now is the time as an entry keeps it.
func (d *Desk) now() time.Time { return d.Now().UTC().Truncate(time.Millisecond) }
