package stampdesk

import (
	"context"
	"fmt"
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
