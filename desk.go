package stampdesk

import (
	"context"
	"errors"
	"fmt"
	"strings"
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

	// Reopen gives a fresh store after a write whose fate is unknown; nil: the
	// desk stays stopped. The old store is closed before.
	Reopen func(context.Context) (Store, error)
	// Kick is called after every commit, so that readers of the journal look.
	// It must not block.
	Kick func()

	who      *Person // who is signed in
	batch    BatchID // the batch in hand
	expected int     // cards that the batch in hand should bring
	counted  BatchID // the batch that expected was counted for
	open     *Entry  // presented and not answered
	waiting  []Scan  // cards that came while one was open
	last     reading // for reading one code twice
	resumed  bool    // open was presented before a stop: was it stamped or not?
	choice   Confirm // how the open card will be stamped, where a person chose
	broken   error   // the write whose fate is unknown
}

type reading struct {
	code string
	at   time.Time
}

// Request is what a person at the desk asks for; the types in this package
// that have the method are all there are.
type Request interface {
	do(context.Context, *Desk) ([]Outcome, error)
}

// Result says what kind of answer an outcome is.
type Result uint8

// The kinds of answer.
const (
	Done       Result = iota // the request was carried out
	Presented                // a card is in hand and durable as presented: the screen asks
	Recorded                 // a durable entry says what became of the card
	Judged                   // a verdict with nothing new to record
	Waiting                  // a card waits until the one in hand is answered
	Reread                   // the same code again: one reading
	Declined                 // the request cannot be done, and Refusal says why
	Unrecorded               // the write failed: NOT RECORDED, DO NOT STAMP
)

// Outcome answers a request. It shares no memory with the desk.
type Outcome struct {
	Result  Result
	Refusal Refusal // Declined
	About   string  // Declined: the thing it is about

	Raw     string // the code as read
	Card    CardNumber
	Member  *Member   // nil: not on the roster
	Unit    *UnitInfo // the home unit of the member
	Verdict Verdict
	Entry   *Entry // the new entry, or the one on record
	Resumed bool   // Presented before a restart: was it stamped or not?

	Batch    *Batch   // the batch in hand after the request; nil: none
	Person   *Person  // who is signed in after the request, without the PIN
	Waiting  []string // codes that wait for their turn
	Balance  *Balance // of a batch looked at or closed
	Counters Counters // from Run only
	Err      error    // Unrecorded
}

// Refusal says why a request was declined. The values are stable names.
type Refusal string

// The refusals.
const (
	NotSignedIn    Refusal = "not-signed-in"
	WrongPIN       Refusal = "wrong-pin"
	WeakPIN        Refusal = "weak-pin"
	NeedSupervisor Refusal = "need-supervisor"
	NoBatch        Refusal = "no-batch"
	UnknownBatch   Refusal = "unknown-batch"
	UnknownUnit    Refusal = "unknown-unit"
	UnknownPerson  Refusal = "unknown-person"
	KnownPerson    Refusal = "known-person"
	BatchIsClosed  Refusal = "batch-closed"
	BatchNotClosed Refusal = "batch-not-closed"
	CardOpen       Refusal = "card-open" // the card in hand must be answered first
	NotThisCard    Refusal = "not-this-card"
	NotABox        Refusal = "not-a-box"
	StampStands    Refusal = "stamp-stands" // undo the stamp first
	NothingToUndo  Refusal = "nothing-to-undo"
	NotEligible    Refusal = "not-eligible"
	RoundIsClosed  Refusal = "round-closed"
	NeedReason     Refusal = "need-reason"
	NeedDecision   Refusal = "need-decision" // number and date
	NameInNote     Refusal = "name-in-note"  // a note gives a member's name
	LongNote       Refusal = "long-note"     // a note of more than 1,000 bytes
	InUse          Refusal = "in-use"        // the store has its round and its people
)

func declined(r Refusal, about any) ([]Outcome, error) {
	return []Outcome{refused(r, about)}, nil
}

// record carries out one act in one transaction: fn says what it came to. What
// was not committed is not announced.
func (d *Desk) record(ctx context.Context, fn func(Tx, Setup) (Outcome, error)) (Outcome, error) {
	var o Outcome
	err := d.update(ctx, func(tx Tx) error {
		setup, err := tx.Setup()
		if err == nil {
			o, err = fn(tx, setup)
		}
		return err
	})
	if err != nil {
		return Outcome{}, err
	}
	return o, nil
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
	var resumed []Outcome
	if d.broken != nil {
		var err error
		if resumed, err = d.reopen(ctx); err != nil {
			return nil, err
		}
		resumed = d.serve(ctx, resumed) // who waited longer comes first
	}
	outs, err := r.do(ctx, d)
	outs = append(resumed, outs...)
	if err != nil {
		return outs, err
	}
	if d.mayServe(r) {
		outs = d.serve(ctx, outs)
	}
	if len(outs) == 0 { // Next, and nothing waits
		outs = []Outcome{{Result: Done}}
	}
	if d.broken == nil {
		if d.counted != d.batch || changesExpected(r) {
			if err := d.expect(ctx); err != nil {
				return outs, err
			}
			d.counted = d.batch
		}
		err = d.describe(ctx, &outs[len(outs)-1])
	}
	return outs, err
}

// changesExpected reports whether a request may change what a batch should
// bring.
func changesExpected(r Request) bool {
	switch r.(type) {
	case LoadList, LoadRoster:
		return true
	}
	return false
}

// mayServe reports whether a request frees the hand for a card that waits. A
// scan does not: what is on the screen has not been seen to yet.
func (d *Desk) mayServe(r Request) bool {
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
		for _, o := range outs {
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

// now is the time as an entry keeps it.
func (d *Desk) now() time.Time { return d.Now().UTC().Truncate(time.Millisecond) }

// Counters are the figures beside the verdict.
type Counters struct {
	Expected    int // cards that the batch in hand should bring
	Seen        int // those of them that have an answer
	Extra       int // cards answered in it that nobody expected
	Batch, Desk Handled
}

// Left is how many cards of the batch in hand have still to come.
func (c Counters) Left() int { return max(0, c.Expected-c.Seen) }

func (d *Desk) counters(ctx context.Context) (Counters, error) {
	var c Counters
	err := d.Store.View(ctx, func(s Snapshot) error {
		c = Counters{}
		setup, err := s.Setup()
		if err != nil {
			return err
		}
		var unit UnitCode
		if d.batch != "" {
			b, err := s.Batch(d.batch)
			if err != nil {
				return err
			}
			unit = b.Unit
			c.Expected = d.expected
		}
		for n, err := range s.Counts(uint8(setup.Round.Ordinal)) {
			if err != nil {
				return err
			}
			if strings.HasPrefix(n.Cell.What, whatListed) {
				continue
			}
			if n.Cell.Desk == d.ID {
				c.Desk.Add(n.Cell, int(n.N))
			}
			if n.Cell.Batch != d.batch || d.batch == "" {
				continue
			}
			var h Handled
			h.Add(n.Cell, int(n.N))
			c.Batch.Add(n.Cell, int(n.N))
			if n.Cell.Class == Guest || n.Cell.Class == Ours && n.Cell.Unit == unit {
				c.Seen += h.Seen()
			} else {
				c.Extra += h.Seen()
			}
		}
		return nil
	})
	return c, err
}

// expect counts anew what the batch in hand should bring: when it is taken in
// hand, and when its lists change.
func (d *Desk) expect(ctx context.Context) error {
	d.expected = 0
	if d.batch == "" {
		return nil
	}
	return d.Store.View(ctx, func(s Snapshot) error {
		b, err := Balanced(s, d.batch)
		d.expected = b.Expected
		return err
	})
}
