package stampdesk

import (
	"context"
	"fmt"
)

// Settling says how a supervisor settles a held card.
type Settling string

// The ways to settle a held card.
const (
	SettlePermit   Settling = "permit"  // it may be stamped: the next scan presents it
	SettleStamp    Settling = "stamp"   // it may be stamped, and it is
	SettleGiveBack Settling = "refuse"  // it goes back unstamped
	SettleDamaged  Settling = "damaged" // it goes to exchange
	SettleRelease  Settling = "release" // the hold falls: the card is judged afresh
)

// ParseSettling reads the name of a settling.
func ParseSettling(s string) (Settling, error) {
	switch v := Settling(s); v {
	case SettlePermit, SettleStamp, SettleGiveBack, SettleDamaged, SettleRelease:
		return v, nil
	}
	return "", fmt.Errorf("settling %q: want permit, stamp, refuse, damaged or release", s)
}

// Settle ends the hold of a card: a supervisor's act, for one card and with a
// reason. It is recorded in the batch that held the card, or, where that one
// is closed, in the batch in hand.
type Settle struct {
	Card   CardNumber
	As     Settling
	Boxes  BoxSet // for permit and stamp; empty: those of the rules
	Reason Reason
	Note   string
	By     Approval
}

func (q Settle) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if q.Reason == "" {
		return declined(NeedReason, q.Card)
	}
	if o, err := d.noted(ctx, q.Note, q.Reason); err != nil || o != nil {
		return o, err
	}
	approver, no, err := d.approve(ctx, q.By, q.Card)
	if err != nil || no != nil {
		return no, err
	}
	d.last = reading{} // the card may be scanned at once
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		_, mark, err := NewestIssue(tx, uint8(setup.Round.Ordinal), q.Card)
		if err != nil {
			return Outcome{}, err
		}
		hold, _ := mark.InTray()
		if hold.Act == 0 {
			return d.settleLeft(tx, setup, q, approver)
		}
		batch, err := d.batchFor(tx, hold.Batch)
		if err != nil {
			return Outcome{}, err
		}
		s := sitting{d: d, tx: tx, setup: setup, approver: approver, reason: q.Reason, note: q.Note}
		if no, err := s.look(q.Card, batch); err != nil || no != nil {
			return one(no), err
		}
		return s.settle(hold, q)
	})
	return committed(o, err)
}

// batchFor is where an act about a card of a batch is recorded: in that batch,
// or in the one in hand where it is closed.
func (d *Desk) batchFor(tx Tx, id BatchID) (BatchID, error) {
	b, err := tx.Batch(id)
	if err != nil || b != nil && !b.IsClosed() || d.works() == "" {
		return id, err
	}
	return d.works(), nil
}

// sitting is a supervisor dealing with one card, in one transaction.
type sitting struct {
	d        *Desk
	tx       Tx
	setup    Setup
	approver PersonID
	reason   Reason
	note     string

	dossier *Dossier
	rules   Rules
}

// look reads the dossier of the card in a batch; the outcome, if any, says that
// nothing can be recorded about it.
func (s *sitting) look(card CardNumber, batch BatchID) (*Outcome, error) {
	var err error
	if s.dossier, s.rules, err = ReadDossier(s.tx, card, batch); err != nil {
		return nil, err
	}
	return s.d.mayRecord(s.dossier), nil
}

// add records an act about the card; it answers or voids ref.
func (s *sitting) add(act Act, ref EntryKey, change func(*Entry)) (Entry, error) {
	e := s.d.cardEntry(s.setup, act, s.dossier)
	e.Batch = s.dossier.Batch.ID
	e.Approver, e.Reason, e.Note, e.Ref = s.approver, s.reason, s.note, ref
	if change != nil {
		change(&e)
	}
	return Record(s.tx, e, nil, nil)
}

// done is the outcome of a sitting that ended with an entry.
func (s *sitting) done(e Entry) (Outcome, error) {
	o := Outcome{Result: Recorded}
	_, err := s.d.judgeIn(s.tx, s.dossier.Card, s.dossier.Batch.ID, &o)
	o.Entry = &e
	return o, err
}

func (s *sitting) settle(hold Standing, q Settle) (Outcome, error) {
	switch q.As {
	case SettlePermit, SettleStamp:
		return s.permit(hold, q.Boxes, q.As == SettleStamp)
	}
	if q.As == SettleDamaged && s.dossier.Mark.Standing.Act == ActStamped { // undo the stamp first, and say what became of the ink
		return refused(StampStands, q.Card), nil
	}
	e, err := s.add(ActReleased, hold.Entry, nil)
	if err != nil {
		return Outcome{}, err
	}
	switch byHand := func(e *Entry) { e.Flags = ByHand }; q.As {
	case SettleGiveBack:
		e, err = s.add(ActRefused, EntryKey{}, byHand)
	case SettleDamaged:
		e, err = s.add(ActReportedDamaged, EntryKey{}, byHand)
	}
	if err != nil {
		return Outcome{}, err
	}
	return s.done(e)
}

// permit lets the card be stamped, if anybody can let it: where the rules have
// nothing against it but the hold itself, the hold falls; else the verdict is
// overridden. Where it is stamped already, by that same person's word, the
// stamp follows.
func (s *sitting) permit(hold Standing, boxes BoxSet, stamped bool) (Outcome, error) {
	without := *s.dossier
	if hold.Flags.Has(ByHand) {
		without.Mark.Standing = Standing{}
	}
	v := s.rules.Judge(&without, s.d.Now())
	if no := s.mayPermit(v, &boxes); no != nil {
		return *no, nil
	}
	if stamped && !s.rules.unsealed(s.dossier.Batch) { // what the verdict objects to may hide it
		return refused(FinalVerdict, s.dossier.Card), nil
	}
	act := ActReleased
	if v.Kind != Stamp || boxes != v.Boxes {
		act = ActOverridden
	}
	e, err := s.add(act, hold.Entry, func(e *Entry) {
		if act == ActOverridden {
			e.Boxes = boxes
		}
	})
	if err != nil {
		return Outcome{}, err
	}
	if stamped {
		ref := EntryKey{}
		if act == ActOverridden {
			ref = e.Key
		}
		e, err = s.add(ActStamped, ref, func(e *Entry) {
			e.Boxes, e.Reason, e.Note = boxes, "", ""
			if act == ActOverridden {
				e.Flags |= Overruled
			}
			if v.Late || v.Kind != Stamp && s.rules.stamp(s.dossier, s.d.Now(), "", boxes, 0).Late {
				e.Flags |= Late
			}
		})
		if err != nil {
			return Outcome{}, err
		}
	}
	return s.done(e)
}

// mayPermit checks a verdict that is to be gone against, and the boxes; where
// none were named, it fills in those of the rules.
func (s *sitting) mayPermit(v Verdict, boxes *BoxSet) *Outcome {
	no := func(r Refusal, about any) *Outcome { o := refused(r, about); return &o }
	switch {
	case s.dossier.Mark.Standing.Act == ActStamped: // it may lie where it does not belong, and is stamped all the same
		return no(StampStands, s.dossier.Card)
	case v.Kind != Stamp && (v.Reason.IsFinal() || s.dossier.Member == nil):
		return no(FinalVerdict, s.dossier.Card)
	case *boxes == 0 && v.Kind == Stamp:
		*boxes = v.Boxes
	case *boxes == 0:
		due, _, ok := s.rules.due(s.dossier)
		if !ok {
			return no(NeedBoxes, s.dossier.Card)
		}
		*boxes = due
	}
	if !s.setup.Round.Has(*boxes) {
		return no(NotABox, *boxes)
	}
	return nil
}
