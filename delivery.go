package stampdesk

import (
	"context"
	"fmt"
	"slices"
	"strconv"
)

// OpenBatch receives a delivery of cards of a unit and takes it in hand.
type OpenBatch struct {
	Unit     UnitCode
	Kind     BatchKind
	Count    int    // cards counted by hand; 0: not counted
	By       string // who brought them
	Declared Declared
}

func (q OpenBatch) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if o, ok := d.mayLeave(); !ok {
		return o, nil
	}
	if o := tooLong(q.By); o != nil {
		return o, nil
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		unit, err := tx.Unit(q.Unit)
		if err != nil {
			return Outcome{}, err
		}
		closed, err := tx.RoundClosed(uint8(setup.Round.Ordinal))
		switch {
		case err != nil:
			return Outcome{}, err
		case unit == nil:
			return refused(UnknownUnit, q.Unit), nil
		case !closed.IsZero():
			return refused(RoundIsClosed, ""), nil
		}
		st, err := tx.Station(d.ID)
		if err != nil {
			return Outcome{}, err
		}
		b := Batch{ID: BatchID(fmt.Sprintf("%s-%03d", d.ID, st.Batches+1)), Round: uint8(setup.Round.Ordinal), Unit: q.Unit}
		e := d.batchEntry(setup, ActBatchOpened, &b)
		e.Facts = []Fact{{FactKind, q.Kind.String()}}
		if q.By != "" {
			e.Facts = append(e.Facts, Fact{FactBy, q.By})
		}
		if q.Count > 0 {
			e.Facts = append(e.Facts, Fact{FactCount, strconv.Itoa(q.Count)})
		}
		if e, err = Record(tx, e, nil, nil); err != nil {
			return Outcome{}, err
		}
		if q.Declared == nil {
			return Outcome{Result: Done, Entry: &e}, nil
		}
		_, err = d.declare(tx, setup, &b, q.Declared)
		return Outcome{Result: Done, Entry: &e}, err
	})
	if o.Result == Done && o.Entry != nil {
		d.batch = o.Entry.Batch
	}
	return committed(o, err)
}

// Declare records the figures that a unit declares for a batch (mẫu 6), in
// the place of all that it declared before.
type Declare struct {
	Batch    BatchID
	Declared Declared
}

func (q Declare) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if d.who == nil {
		return declined(NotSignedIn, "")
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		b, err := tx.Batch(q.Batch)
		switch {
		case err != nil:
			return Outcome{}, err
		case b == nil:
			return refused(UnknownBatch, q.Batch), nil
		case b.IsClosed():
			return refused(BatchIsClosed, q.Batch), nil
		}
		e, err := d.declare(tx, setup, b, q.Declared)
		return Outcome{Result: Done, Entry: &e}, err
	})
	return committed(o, err)
}

func (d *Desk) declare(tx Tx, setup Setup, b *Batch, figures Declared) (Entry, error) {
	e := d.batchEntry(setup, ActDeclarationLoaded, b)
	for _, name := range DeclaredKeys {
		if n, ok := figures[name]; ok {
			e.Facts = append(e.Facts, Fact{name, strconv.Itoa(n)})
		}
	}
	return Record(tx, e, nil, nil)
}

// batchEntry begins an entry about a batch. It belongs to the round of the
// batch, which may be an earlier one.
func (d *Desk) batchEntry(setup Setup, act Act, b *Batch) Entry {
	e := d.entry(setup, act)
	e.Round, e.Batch, e.Unit = b.Round, b.ID, b.Unit
	return e
}

// DeclaredKeys are the figures that a unit declares (mẫu 6), under the names
// that the tally has for them.
var DeclaredKeys = [...]string{
	"members", "official", "probationary", "with_card", "without_card", "proposed",
	"stamped", "not_stamped", "damaged", "lost", "uncollected",
}

// TakeBatch takes a batch in hand, with its balance so far; "" puts the one in
// hand down, so that no card is judged in it. It records nothing.
type TakeBatch struct{ Batch BatchID }

func (q TakeBatch) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if d.open != nil && d.open.Batch != q.Batch {
		return declined(CardOpen, d.open.Card)
	}
	if q.Batch == "" {
		d.put, d.batch = d.batch, ""
		return []Outcome{{Result: Done}}, nil
	}
	var b Balance
	o, err := d.balance(ctx, q.Batch, &b)
	if err != nil || o != nil {
		return o, err
	}
	if now, err := d.inRound(ctx, &b.Batch); err != nil || !now { // it can be closed and returned, no more
		o, _ := declined(RoundIsClosed, q.Batch)
		return o, err
	}
	switch {
	case b.Batch.IsClosed():
		return declined(BatchIsClosed, q.Batch)
	case len(d.waiting) > 0 && d.works() != "" && q.Batch != d.batch && q.Batch != d.put: // they came with another batch
		return declined(CardOpen, d.waiting[0].Raw)
	}
	d.batch = q.Batch
	return []Outcome{{Result: Done, Balance: &b}}, nil
}

// balance balances a batch; the outcomes, if any, say that there is none.
func (d *Desk) balance(ctx context.Context, id BatchID, b *Balance) ([]Outcome, error) {
	var unknown bool
	err := d.Store.View(ctx, func(s Snapshot) error {
		batch, err := s.Batch(id)
		if unknown = batch == nil; err != nil || unknown {
			return err
		}
		*b, err = Balanced(s, id)
		return err
	})
	if err == nil && unknown {
		return declined(UnknownBatch, id)
	}
	return nil, err
}

// DecideBatches records the decision that lets the cards of batches be stamped.
type DecideBatches struct {
	Batches  []BatchID
	Decision Decision
}

func (q DecideBatches) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	switch {
	case d.who == nil:
		return declined(NotSignedIn, "")
	case q.Decision.No == "" || q.Decision.Date.Day == 0:
		return declined(NeedDecision, "")
	}
	if o := tooLong(q.Decision.No, q.Decision.Signer); o != nil {
		return o, nil
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		for _, id := range q.Batches { // look at all before writing any
			b, err := tx.Batch(id)
			switch {
			case err != nil:
				return Outcome{}, err
			case b == nil:
				return refused(UnknownBatch, id), nil
			case b.IsClosed():
				return refused(BatchIsClosed, id), nil
			}
		}
		for _, id := range q.Batches {
			b, err := tx.Batch(id)
			if err != nil {
				return Outcome{}, err
			}
			e := d.batchEntry(setup, ActBatchDecided, b)
			e.Facts = []Fact{{FactNo, q.Decision.No}, {FactDate, q.Decision.Date.String()}}
			if q.Decision.Signer != "" {
				e.Facts = append(e.Facts, Fact{FactSigner, q.Decision.Signer})
			}
			if _, err := Record(tx, e, nil, nil); err != nil {
				return Outcome{}, err
			}
		}
		return Outcome{Result: Done}, nil
	})
	return committed(o, err)
}

// CloseBatch closes a batch: what was not seen is written down as missing.
// Where cards are not accounted for, a supervisor says why. Closing twice is
// harmless.
type CloseBatch struct {
	Batch BatchID  // "": the batch in hand
	Note  string   // why; required where cards are not accounted for
	By    Approval // for the same case
}

func (q CloseBatch) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if o, ok := d.mayLeave(); !ok {
		return o, nil
	}
	id := q.Batch
	if id == "" {
		id = d.batch
	}
	if id == "" {
		return declined(NoBatch, "")
	}
	var b Balance
	if o, err := d.balance(ctx, id, &b); err != nil || o != nil {
		return o, err
	}
	if b.Batch.IsClosed() {
		return []Outcome{{Result: Done, Balance: &b}}, nil
	}
	if o, err := d.noted(ctx, q.Note); err != nil || o != nil {
		return o, err
	}
	var approver PersonID
	if !b.Matches() {
		var no []Outcome
		var err error
		if approver, no, err = d.approve(ctx, q.By, id); err == nil && no == nil && q.Note == "" {
			no, err = declined(NeedReason, id)
		}
		if err != nil || no != nil {
			return no, err
		}
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		e := d.batchEntry(setup, ActBatchClosed, &b.Batch)
		if no := d.inHands(func(e *Entry) bool { return e.Batch == id }); no != nil {
			return *no, nil
		}
		e.Note, e.Approver = q.Note, approver
		e.Facts = []Fact{{FactExpected, strconv.Itoa(b.Expected)}, {FactMissing, strconv.Itoa(len(b.Missing))}}
		e, err := Record(tx, e, b.paper(), nil)
		return Outcome{Result: Done, Entry: &e}, err
	})
	if err != nil || o.Result == Declined {
		return committed(o, err)
	}
	if d.batch == id {
		d.batch = ""
	}
	b.Batch.State, b.Batch.Closed = BatchClosed, o.Entry.Key
	o.Balance = &b
	return []Outcome{o}, nil
}

// ReopenBatch lets a closed batch be worked on again; a supervisor's act.
type ReopenBatch struct {
	Batch BatchID
	Note  string // why; required
	By    Approval
}

func (q ReopenBatch) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	approver, no, err := d.approve(ctx, q.By, q.Batch)
	if err != nil || no != nil {
		return no, err
	}
	if q.Note == "" {
		return declined(NeedReason, q.Batch)
	}
	if o, err := d.noted(ctx, q.Note); err != nil || o != nil {
		return o, err
	}
	return d.turn(ctx, q.Batch, Entry{Act: ActBatchReopened, Note: q.Note, Approver: approver})
}

// ReturnBatch records that a closed batch went back to its unit: handed over
// by one person to another, where the names are given.
type ReturnBatch struct {
	Batch BatchID
	From  string // who handed it over; "": whoever is signed in
	To    string // who received it for the unit; "": only that it went back
}

func (q ReturnBatch) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if d.who == nil {
		return declined(NotSignedIn, "")
	}
	if o := tooLong(q.From, q.To); o != nil {
		return o, nil
	}
	if q.To == "" {
		return d.turn(ctx, q.Batch, Entry{Act: ActBatchReturned})
	}
	if q.From == "" {
		if q.From = d.who.Name; q.From == "" {
			q.From = string(d.who.ID)
		}
	}
	return d.turn(ctx, q.Batch, Entry{Act: ActHandedOver, Facts: []Fact{{FactBy, q.From}, {FactTo, q.To}}})
}

// turn records an act on a batch that is closed; what holds what it says.
func (d *Desk) turn(ctx context.Context, id BatchID, what Entry) ([]Outcome, error) {
	act := what.Act
	undone, err := d.undone(ctx, &Entry{Act: act, Batch: id})
	if err != nil {
		return nil, err
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		b, err := tx.Batch(id)
		switch {
		case err != nil:
			return Outcome{}, err
		case b == nil:
			return refused(UnknownBatch, id), nil
		case !b.IsClosed():
			return refused(BatchNotClosed, id), nil
		case act != ActBatchReopened && b.State == BatchReturned:
			if o, err := again(tx, b, what); err != nil || o != nil {
				return one(o), err
			}
		}
		e := d.batchEntry(setup, act, b)
		e.Note, e.Approver, e.Facts = what.Note, what.Approver, what.Facts
		e, err = Record(tx, e, nil, undone)
		return Outcome{Result: Done, Entry: &e}, err
	})
	return committed(o, err)
}

// again is the answer where a batch went back already: twice the same is
// harmless; only names may still be added to a return that has none.
func again(tx Tx, b *Batch, what Entry) (*Outcome, error) {
	before, err := tx.Entry(b.Returned)
	switch {
	case err != nil:
		return nil, err
	case what.Act == ActBatchReturned, slices.Equal(what.Facts, before.Facts):
		return &Outcome{Result: Done}, nil
	case before.Act == ActHandedOver:
		o := refused(HandedOver, before.Fact(FactTo))
		return &o, nil
	}
	return nil, nil
}

// undone reads the lines that an act will take back.
func (d *Desk) undone(ctx context.Context, e *Entry) (lines []Line, err error) {
	err = d.Store.View(ctx, func(s Snapshot) error {
		lines = nil
		k, err := undoneBy(s, e)
		if err != nil || k.IsZero() {
			return err
		}
		lines, err = Collect(s.Paper(k))
		return err
	})
	return lines, err
}

// mayLeave reports whether the batch in hand can be left: no card waits for an
// answer.
func (d *Desk) mayLeave() ([]Outcome, bool) {
	var o []Outcome
	switch {
	case d.who == nil:
		o, _ = declined(NotSignedIn, "")
	case d.open != nil:
		o, _ = declined(CardOpen, d.open.Card)
	case len(d.waiting) > 0 && d.works() != "": // they came with this batch
		o, _ = declined(CardOpen, d.waiting[0].Raw)
	}
	return o, o == nil
}

// inRound reports whether a batch is one of the round in force.
func (d *Desk) inRound(ctx context.Context, b *Batch) (now bool, err error) {
	err = d.Store.View(ctx, func(s Snapshot) error {
		setup, err := s.Setup()
		now = b.Round == uint8(setup.Round.Ordinal)
		return err
	})
	return now, err
}
