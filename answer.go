package stampdesk

import "context"

// Confirm says that the card in hand was stamped. It names the card, so that
// it can never answer for another; Boxes are those that were stamped.
type Confirm struct {
	Card        CardNumber
	Boxes       BoxSet
	Relaminated bool // ép lại before the stamp
}

func (q Confirm) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if o, ok := d.mayAnswer(q.Card); !ok {
		return o, nil
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (o Outcome, err error) {
		dossier, err := d.judge(tx, q.Card, &o)
		if err != nil {
			return o, err
		}
		if no := d.mayRecord(dossier); no != nil {
			return *no, nil
		}
		if no := d.mayInk(setup, o.Verdict, q.Boxes); no != "" {
			return refused(no, q.Card), nil
		}
		e := d.cardEntry(setup, ActStamped, dossier)
		e.Ref, e.Flags = d.open.Key, d.open.Flags&Typed
		if o.Verdict.Kind == Stamp {
			q.describe(&e, o.Verdict)
		} else { // something changed since it was presented, and the ink is on the card
			e.Act, e.Reason = ActHeld, o.Verdict.Reason
			e.Flags |= Inked | ByHand // it must not be stamped again when the cause goes away
		}
		e, err = Record(tx, e, nil, nil)
		o.Entry, o.Result = &e, Recorded
		return o, err
	})
	if o.Result == Recorded {
		d.answered()
	}
	return committed(o, err)
}

// mayInk says why these boxes cannot be recorded as stamped: the card has no
// such box, or it is a new one, or one that a supervisor let through, whose
// boxes only a supervisor chooses (see Override).
func (d *Desk) mayInk(setup Setup, v Verdict, boxes BoxSet) Refusal {
	switch {
	case boxes == 0 || !setup.Round.Has(boxes):
		return NotABox
	case (v.New || v.Reason == ReasonOverridden) && boxes != v.Boxes && d.who.Role != Supervisor:
		return NeedSupervisor
	}
	return ""
}

// describe writes into the entry of a stamp what was stamped.
func (q *Confirm) describe(e *Entry, v Verdict) {
	e.Boxes = q.Boxes
	e.Flags |= v.flags()
	if q.Boxes != v.Boxes {
		e.Flags |= BoxesChosen
	}
	if q.Relaminated {
		e.Flags |= Relaminated
	}
}

// Choose says how the card in hand will be stamped, for the case that the next
// card confirms it. It records nothing.
type Choose Confirm

func (q Choose) do(_ context.Context, d *Desk) ([]Outcome, error) {
	if o, ok := d.mayAnswer(q.Card); !ok {
		return o, nil
	}
	d.choice = Confirm(q)
	return []Outcome{{Result: Done}}, nil
}

// Withdraw says that the card in hand was not stamped: it counts as not seen
// again.
type Withdraw struct{ Card CardNumber }

func (q Withdraw) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if o, ok := d.mayAnswer(q.Card); !ok {
		return o, nil
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (o Outcome, err error) {
		dossier, err := d.judge(tx, q.Card, &o)
		if err != nil {
			return o, err
		}
		e, err := d.void(tx, setup, dossier, d.open.Key, Void{Reason: ReasonMistake}, "")
		o.Entry, o.Result = &e, Recorded
		return o, err
	})
	if o.Result == Recorded {
		d.answered()
		d.last = reading{} // it may come again at once
	}
	return committed(o, err)
}

// SetAside keeps a card aside, gives it back or reports it damaged, for a
// reason that a person gives. It answers the card in hand if it is that one.
type SetAside struct {
	Card   CardNumber
	Act    Act // ActHeld, ActRefused or ActReportedDamaged
	Reason Reason
	Note   string
}

func (q SetAside) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	switch {
	case d.who == nil:
		return declined(NotSignedIn, q.Card)
	case d.batch == "":
		return declined(NoBatch, q.Card)
	case q.Reason == "":
		return declined(NeedReason, q.Card)
	case q.Reason.IsRemark(), q.Reason.IsUncollected():
		return declined(WrongReason, q.Reason)
	case q.Act != ActHeld && q.Act != ActRefused && q.Act != ActReportedDamaged:
		return declined(NotEligible, q.Act)
	}
	if o, err := d.noted(ctx, q.Note, q.Reason); err != nil || o != nil {
		return o, err
	}
	answers := d.open != nil && d.open.Card == q.Card
	o, err := d.record(ctx, func(tx Tx, setup Setup) (o Outcome, err error) {
		dossier, err := d.judge(tx, q.Card, &o)
		if err != nil {
			return o, err
		}
		if dossier.Mark.Standing.Act == ActStamped {
			return refused(StampStands, q.Card), nil
		}
		if no := d.mayRecord(dossier); no != nil {
			return *no, nil
		}
		if d.who.Role != Supervisor && !d.mayMove(dossier.Mark) {
			return refused(NeedSupervisor, q.Card), nil
		}
		e := d.cardEntry(setup, q.act(), dossier)
		e.Reason, e.Note, e.Flags = q.Reason, q.Note, ByHand
		if answers {
			e.Ref = d.open.Key
		}
		e, err = Record(tx, e, nil, nil)
		o.Entry, o.Result = &e, Recorded
		kind := Hold
		if q.Act == ActRefused {
			kind = Refuse
		}
		o.Verdict = Verdict{Kind: kind, Reason: q.Reason, Goes: q.Reason.GoesTo(kind), Stands: e.standing()}
		return o, err
	})
	if o.Result == Recorded && answers {
		d.answered()
	}
	return committed(o, err)
}

// mayMove reports whether an operator may set a card aside otherwise: not one
// that somebody else put into the held tray by hand, for a supervisor.
func (d *Desk) mayMove(m Mark) bool {
	s, astray := m.InTray()
	return s.Act == 0 || astray || !s.Flags.Has(ByHand) || s.Operator == d.who.ID
}

// act is the act that goes on record: what is more than a question of the
// moment, a spoiled or a forged card, is an incident.
func (q SetAside) act() Act {
	if q.Act != ActRefused && (q.Reason == ReasonSpoiled || q.Reason == ReasonForged) {
		return ActIncident
	}
	return q.Act
}

// mayAnswer reports whether the card in hand is the one that is meant.
func (d *Desk) mayAnswer(card CardNumber) ([]Outcome, bool) {
	var o []Outcome
	switch {
	case d.who == nil:
		o, _ = declined(NotSignedIn, card)
	case d.open == nil || d.open.Card != card:
		o, _ = declined(NotThisCard, card)
	}
	return o, o == nil
}

// answered puts the card in hand out of it.
func (d *Desk) answered() { d.open, d.choice, d.resumed = nil, Confirm{}, false }

// Next asks for the next of the cards that wait, where none is in hand.
type Next struct{}

func (Next) do(context.Context, *Desk) ([]Outcome, error) { return nil, nil } // serve does it

// serve takes the card that has waited longest, if the hand is free: one, for
// each wants to be seen and put where it belongs. It leaves the queue only
// when it is dealt with.
func (d *Desk) serve(ctx context.Context, outs []Outcome) []Outcome {
	if d.open != nil || len(d.waiting) == 0 || d.batch == "" || d.who == nil {
		return outs
	}
	q := d.waiting[0]
	card, err := ParseCard(q.Raw)
	if err == nil {
		var more []Outcome
		more, err = d.take(ctx, card, q)
		outs = append(outs, more...)
	}
	if err != nil {
		return append(outs, unrecorded(q, err))
	}
	if outs[len(outs)-1].Result == Declined {
		return outs // it waits on
	}
	d.waiting = d.waiting[1:]
	return outs
}

// ask is the question about the card in hand, as it stands now.
func (d *Desk) ask(ctx context.Context) (Outcome, error) {
	o := Outcome{Result: Presented, Resumed: d.resumed}
	err := d.Store.View(ctx, func(s Snapshot) error {
		if _, err := d.judge(s, d.open.Card, &o); err != nil {
			return err
		}
		e := *d.open
		o.Entry = &e
		return nil
	})
	return o, err
}
