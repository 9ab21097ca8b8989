package stampdesk

import (
	"context"
	"slices"
	"strconv"
)

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
