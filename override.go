package stampdesk

import "context"

// Override lets a card be stamped against the verdict of the rules, or with
// other boxes than theirs: a supervisor's act, for one card and with a reason.
// It stamps nothing: the next scan of the card presents it. Some verdicts
// nobody overrides, see Reason.IsFinal.
type Override struct {
	Card   CardNumber
	Boxes  BoxSet // empty: those of the rules
	Reason Reason
	Note   string
	By     Approval
}

func (q Override) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	switch {
	case d.who == nil:
		return declined(NotSignedIn, q.Card)
	case d.batch == "":
		return declined(NoBatch, q.Card)
	case q.Reason == "":
		return declined(NeedReason, q.Card)
	}
	if o, err := d.noted(ctx, q.Note, q.Reason); err != nil || o != nil {
		return o, err
	}
	approver, no, err := d.approve(ctx, q.By, q.Card)
	if err != nil || no != nil {
		return no, err
	}
	d.last = reading{}
	answers := d.open != nil && d.open.Card == q.Card
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		s := sitting{d: d, tx: tx, setup: setup, approver: approver, reason: q.Reason, note: q.Note}
		if no, err := s.look(q.Card, d.batch); err != nil || no != nil {
			return one(no), err
		}
		boxes := q.Boxes
		v := s.rules.Judge(s.dossier, d.Now())
		if no := s.mayPermit(v, &boxes); no != nil {
			return *no, nil
		}
		ref := s.dossier.Mark.Standing.Entry
		if answers {
			ref = d.open.Key
		}
		e, err := s.add(ActOverridden, ref, func(e *Entry) { e.Boxes = boxes })
		if err != nil {
			return Outcome{}, err
		}
		return s.done(e)
	})
	if o.Result == Recorded && answers {
		d.answered()
	}
	return committed(o, err)
}
