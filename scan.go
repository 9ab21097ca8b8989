package stampdesk

import (
	"context"
	"strings"
	"time"
)

// Source says where a code came from.
type Source uint8

// The sources of a code.
const (
	FromScanner  Source = iota
	FromKeyboard        // typed, or a scanner that plays keyboard
	FromFile            // a list of codes: no card is in the hand
)

// Scan is a code that was read. It is judged and recorded as the desk
// confirms; from a file always as by ConfirmScan, and twice means twice.
type Scan struct {
	Raw  string
	At   time.Time // when it was read
	From Source
	// AtOnce has the stamp recorded at once, as it says, where the card is fit;
	// no boxes means those of the verdict. nil: as the desk confirms.
	AtOnce *Confirm
	// First takes the card before those that wait: it was in the hand already,
	// and a supervisor has just let it through.
	First bool
}

func (q Scan) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if d.who == nil {
		return declined(NotSignedIn, q.Raw)
	}
	if d.batch == "" {
		return declined(NoBatch, q.Raw)
	}
	code := strings.TrimSpace(trimAIM(strings.TrimSpace(q.Raw)))
	card, err := ParseCard(q.Raw)
	if err == nil {
		code = card.Digits()
	}
	if d.reread(code, q) {
		return []Outcome{{Result: Reread, Raw: q.Raw, Card: card}}, nil
	}
	if err != nil {
		v := Rules{}.Judge(&Dossier{Read: err}, q.At)
		return []Outcome{{Result: Judged, Raw: q.Raw, Verdict: v}}, nil
	}
	if d.open == nil && (q.First || len(d.waiting) == 0) || q.From == FromFile || q.AtOnce != nil { // no hand is in the way of a file
		return d.take(ctx, card, q)
	}
	switch {
	case d.open == nil: // others wait already
	case card == d.open.Card:
		o, err := d.ask(ctx)
		o.Raw = q.Raw
		return committed(o, err)
	case d.Confirm == ConfirmNext && !d.resumed: // of a resumed one nobody has said it was stamped
		answer := Confirm{Card: d.open.Card, Boxes: d.open.Boxes}
		if d.choice.Card == answer.Card {
			answer = d.choice
		}
		outs, err := answer.do(ctx, d)
		if err != nil {
			return outs, err
		}
		if d.open != nil { // it could not be confirmed: this one waits for that
			return append(outs, d.queue(q, card)), nil
		}
		more, err := d.take(ctx, card, q)
		return append(outs, more...), err
	}
	return []Outcome{d.queue(q, card)}, nil
}

// queue lets a card wait for its turn, once.
func (d *Desk) queue(q Scan, card CardNumber) Outcome {
	for _, w := range d.waiting {
		if other, err := ParseCard(w.Raw); err == nil && other == card {
			return Outcome{Result: Reread, Raw: q.Raw, Card: card}
		}
	}
	d.waiting = append(d.waiting, q)
	return Outcome{Result: Waiting, Raw: q.Raw, Card: card}
}

// rereadCommand is how soon a word of command that stays in the beam counts
// again.
const rereadCommand = time.Second

// reread reports whether a code is the one just read: scanners read a card
// that stays in the beam again and again.
func (d *Desk) reread(code string, q Scan) bool {
	if q.From == FromFile {
		return false
	}
	within := d.Reread
	if within == 0 {
		within = DefaultReread
	}
	if strings.HasPrefix(code, CommandPrefix) { // refused, it is read again; and the next card may want the same
		within = min(within, rereadCommand)
	}
	again := code == d.last.code && q.At.Sub(d.last.at) < within && !q.At.Before(d.last.at)
	d.last = reading{code, q.At}
	return again
}

// take judges a card that nothing stands in the way of, and records what the
// verdict asks for.
func (d *Desk) take(ctx context.Context, card CardNumber, q Scan) ([]Outcome, error) {
	o := Outcome{Raw: q.Raw, Card: card}
	err := d.Store.View(ctx, func(s Snapshot) (err error) {
		_, err = d.judge(s, card, &o)
		return err
	})
	if err != nil {
		return nil, err
	}
	if _, records := d.answer(&o, q); !records {
		o.Result = Judged
		return []Outcome{o}, nil
	}
	o, err = d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		o := Outcome{Result: Judged, Raw: q.Raw, Card: card}
		dossier, err := d.judge(tx, card, &o)
		act, records := d.answer(&o, q)
		if err != nil || !records {
			return o, err
		}
		if no := d.mayRecord(dossier); no != nil {
			o = *no
			o.Raw, o.Card = q.Raw, card
			return o, nil
		}
		e := d.cardEntry(setup, act, dossier)
		e.Boxes, e.Flags = o.Verdict.Boxes, q.flags()
		if o.Verdict.Kind != Stamp {
			e.Reason = o.Verdict.Reason
		}
		if act == ActPresented {
			e.Flags |= o.Verdict.flags() & Overruled
		}
		if act == ActStamped {
			inked := Confirm{Boxes: o.Verdict.Boxes}
			if q.AtOnce != nil {
				inked.Relaminated = q.AtOnce.Relaminated
				if q.AtOnce.Boxes != 0 {
					inked.Boxes = q.AtOnce.Boxes
				}
			}
			if no := d.mayInk(setup, o.Verdict, inked.Boxes); no != "" {
				return refused(no, card), nil
			}
			inked.describe(&e, o.Verdict)
		}
		if d.open != nil && d.open.Card == card {
			e.Ref = d.open.Key
		}
		e, err = Record(tx, e, nil, nil)
		o.Entry, o.Result = &e, Recorded
		return o, err
	})
	if err != nil {
		return nil, err
	}
	if o.Result == Recorded {
		switch e := *o.Entry; {
		case e.Act == ActPresented:
			o.Result, d.open = Presented, &e
		case d.open != nil && e.Ref == d.open.Key:
			d.answered()
		}
	}
	return []Outcome{o}, nil
}

// flags are the marks that the source of a code leaves on its entry.
func (q *Scan) flags() Flags {
	switch q.From {
	case FromFile:
		return Replayed
	case FromKeyboard:
		return Typed
	}
	return 0
}

// answer is the act that a verdict asks for; false where it asks for none, or
// where the very same stands on record.
func (d *Desk) answer(o *Outcome, q Scan) (Act, bool) {
	switch o.Verdict.Kind {
	case Stamp:
		if d.Confirm == ConfirmScan || q.From == FromFile || q.AtOnce != nil {
			return ActStamped, true
		}
		return ActPresented, true
	case Hold:
		return ActHeld, o.Verdict.Stands.Act == 0
	case Refuse:
		return ActRefused, o.Verdict.Stands.Act == 0
	}
	return 0, false
}

// judge reads the dossier of a card and judges it now; it fills in what the
// outcome says of the card.
func (d *Desk) judge(r Reader, card CardNumber, o *Outcome) (*Dossier, error) {
	return d.judgeIn(r, card, d.batch, o)
}

func (d *Desk) judgeIn(r Reader, card CardNumber, batch BatchID, o *Outcome) (*Dossier, error) {
	dossier, rules, err := ReadDossier(r, card, batch)
	if err != nil {
		return nil, err
	}
	o.Card, o.Member = card, dossier.Member
	if dossier.Member != nil {
		if o.Unit, err = r.Unit(dossier.Member.Unit); err != nil {
			return nil, err
		}
	}
	v := rules.Judge(dossier, d.Now())
	for _, s := range [...]Standing{dossier.Mark.Aside, dossier.Mark.Standing} {
		if v.Stands.Act == 0 && v.isSaidBy(s, batch) {
			v.Stands = s
		}
	}
	if v.Stands.Act != 0 {
		if o.Entry, err = r.Entry(v.Stands.Entry); err != nil {
			return nil, err
		}
	}
	o.Verdict, o.Near = v, nil
	if v.Reason == ReasonNear {
		for _, n := range dossier.Near {
			m, err := r.Member(n)
			if err != nil {
				return nil, err
			}
			o.Near = append(o.Near, *m) // it was there when the dossier was read, of the same instant
		}
	}
	return dossier, nil
}

// mayRecord reports, as an outcome, why nothing can be recorded about a card in
// its batch: the batch is closed, or the card is in the hand of somebody else.
func (d *Desk) mayRecord(dossier *Dossier) *Outcome {
	if b := dossier.Batch; b == nil {
		o := refused(UnknownBatch, "")
		return &o
	} else if b.IsClosed() {
		o := refused(BatchIsClosed, b.ID)
		return &o
	} else if b.Round != uint8(dossier.Round.Ordinal) {
		o := refused(RoundIsClosed, b.ID)
		return &o
	}
	return d.inHands(func(e *Entry) bool { return e.Card == dossier.Card })
}

// ReadDossier gathers what the rules may look at for a card in a batch, and
// the rules in force. The batch may be "", then every card belongs elsewhere.
func ReadDossier(r Reader, card CardNumber, batch BatchID) (*Dossier, Rules, error) {
	setup, err := r.Setup()
	if err != nil {
		return nil, Rules{}, err
	}
	d := &Dossier{Card: card, Round: setup.Round}
	round := uint8(setup.Round.Ordinal)
	if batch != "" {
		if d.Batch, err = r.Batch(batch); err != nil {
			return nil, Rules{}, err
		}
	}
	if err := d.identify(r, round); err != nil {
		return nil, Rules{}, err
	}
	closed, err := r.RoundClosed(round)
	d.RoundClosed = !closed.IsZero()
	return d, setup.Rules, err
}

// cardEntry begins an entry about the card of a dossier.
func (d *Desk) cardEntry(setup Setup, act Act, dossier *Dossier) Entry {
	e := d.entry(setup, act)
	e.Card, e.Issue, e.Batch = dossier.Card, dossier.Issue, d.batch
	e.Class, e.Unit = dossier.counted()
	return e
}
