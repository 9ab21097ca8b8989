package stampdesk

import (
	"context"
	"time"
	"unicode/utf8"
)

// SignIn puts a person in charge of the desk. Where a card was presented and
// not answered before, its question is the second outcome.
type SignIn struct {
	Person PersonID
	PIN    string
}

func (q SignIn) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	who, no, err := d.Verified(ctx, q.Person, q.PIN)
	if err != nil || no != nil {
		return committed(one(no), err)
	}
	before := d.who
	if before != nil && before.ID != who.ID { // the desk is handed over
		if _, err := d.record(ctx, d.signed(ActSignedOut)); err != nil {
			return nil, err
		}
	}
	d.who = who
	if _, err := d.record(ctx, d.signed(ActSignedIn)); err != nil {
		d.who = before
		return nil, err
	}
	outs := []Outcome{{Result: Done}}
	more, err := d.resume(ctx)
	return append(outs, more...), err
}

// SignOut leaves the desk without a person; a card in hand must be answered
// first.
type SignOut struct{}

func (SignOut) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if o, ok := d.mayLeave(); !ok {
		return o, nil
	}
	o, err := d.record(ctx, d.signed(ActSignedOut))
	if err == nil {
		d.who = nil
	}
	if o.Refusal == PersonDisabled { // who may not act may leave
		o = Outcome{Result: Done}
	}
	return committed(o, err)
}

// signed records that whoever is signed in came or went.
func (d *Desk) signed(act Act) func(Tx, Setup) (Outcome, error) {
	return func(tx Tx, setup Setup) (Outcome, error) {
		_, err := Record(tx, d.entry(setup, act), nil, nil)
		return Outcome{Result: Done}, err
	}
}

// ActAs lets a verified person act at the desk without a sign-in on record, for
// the length of one command. It takes the desk up where it was left.
func (d *Desk) ActAs(ctx context.Context, who Person) error {
	d.who = &who
	_, err := d.resume(ctx)
	return err
}

// resume takes the desk up where the journal says it was left: the batch in
// hand, and a card presented and not answered.
func (d *Desk) resume(ctx context.Context) ([]Outcome, error) {
	d.answered()
	d.last = reading{}
	err := d.Store.View(ctx, func(s Snapshot) error {
		st, err := s.Station(d.ID)
		if err != nil {
			return err
		}
		if !st.Open.IsZero() && !d.Guest {
			if d.open, err = s.Entry(st.Open); err != nil {
				return err
			}
			d.batch = d.open.Batch
			return nil
		}
		return d.pickBatch(s, st)
	})
	if err != nil || d.open == nil {
		return nil, err
	}
	d.resumed = true
	o, err := d.ask(ctx)
	return committed(o, err)
}

// pickBatch takes the batch the desk worked on last, if it is not closed, else
// the only one that is not.
func (d *Desk) pickBatch(s Snapshot, st Station) error {
	if d.batch == "" {
		d.batch = st.Batch
	}
	setup, err := s.Setup()
	if err != nil {
		return err
	}
	round := uint8(setup.Round.Ordinal)
	var open []BatchID
	for b, err := range s.Batches() {
		if err != nil {
			return err
		}
		if b.IsClosed() || b.Round != round {
			continue
		}
		if b.ID == d.batch {
			return nil
		}
		open = append(open, b.ID)
	}
	d.batch = ""
	if len(open) == 1 {
		d.batch = open[0]
	}
	return nil
}

// AddPerson names someone who may work at the desk; a supervisor's act. The
// first person of a store is a supervisor and names themselves.
type AddPerson struct {
	Person Person // without a PIN
	PIN    string
}

func (q AddPerson) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	return d.putPerson(ctx, q.Person, q.PIN, ActPersonAdded)
}

// ChangePIN gives a person a new PIN: their own, or anybody's by a supervisor.
type ChangePIN struct {
	Person PersonID
	PIN    string
}

func (q ChangePIN) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	return d.putPerson(ctx, Person{ID: q.Person}, q.PIN, ActPersonChanged)
}

func (d *Desk) putPerson(ctx context.Context, p Person, pin string, act Act) ([]Outcome, error) {
	own := act == ActPersonChanged && d.who != nil && d.who.ID == p.ID
	switch {
	case d.who == nil:
		return declined(NotSignedIn, p.ID)
	case d.who.Role != Supervisor && !own:
		return declined(NeedSupervisor, p.ID)
	case utf8.RuneCountInString(pin) < MinPIN:
		return declined(WeakPIN, p.ID)
	case len(p.Name) > maxName:
		return declined(LongNote, p.ID)
	}
	stored, err := d.PINs.Hash(pin)
	if err != nil {
		return nil, err
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		old, err := tx.Person(p.ID)
		p := p
		switch {
		case err != nil:
			return Outcome{}, err
		case act == ActPersonAdded && old != nil:
			return refused(KnownPerson, p.ID), nil
		case act == ActPersonChanged && old == nil:
			return refused(UnknownPerson, p.ID), nil
		case old != nil:
			p = *old
		}
		p.PIN, p.Failures, p.Locked = stored, 0, time.Time{} // a new PIN opens the lock
		e := d.entry(setup, act)
		e.Facts = p.facts()
		if e, err = Record(tx, e, nil, nil); err != nil {
			return Outcome{}, err
		}
		return Outcome{Result: Done, Entry: &e}, tx.PutPerson(p)
	})
	return committed(o, err)
}

// SetDisabled lets a person not sign in any more, or again; a supervisor's act.
// Somebody who can approve always stays.
type SetDisabled struct {
	Person   PersonID
	Disabled bool
}

func (q SetDisabled) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if o, ok := d.maySupervise(); !ok {
		return o, nil
	}
	others := 0
	err := d.Store.View(ctx, func(s Snapshot) error {
		others = 0
		for p, err := range s.People() {
			if err != nil {
				return err
			}
			if p.Role == Supervisor && !p.Disabled && p.ID != q.Person {
				others++
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		p, err := tx.Person(q.Person)
		switch {
		case err != nil:
			return Outcome{}, err
		case p == nil:
			return refused(UnknownPerson, q.Person), nil
		case q.Disabled && others == 0:
			return refused(LastSupervisor, q.Person), nil
		case p.Disabled == q.Disabled:
			return Outcome{Result: Done}, nil // twice is harmless
		}
		p.Disabled = q.Disabled
		e := d.entry(setup, ActPersonChanged)
		e.Facts = p.facts()
		if e, err = Record(tx, e, nil, nil); err != nil {
			return Outcome{}, err
		}
		return Outcome{Result: Done, Entry: &e}, tx.PutPerson(*p)
	})
	return committed(o, err)
}

// facts are what an entry says of the person it makes or changes.
func (p *Person) facts() []Fact {
	return []Fact{{FactPerson, string(p.ID)}, {FactRole, p.Role.String()}, {FactRecord, p.Hash().String()}}
}

// Supervised reports whether a supervisor acts at the desk.
func (d *Desk) Supervised() bool { return d.who != nil && d.who.Role == Supervisor }

// Person is who acts at the desk, or "".
func (d *Desk) Person() PersonID {
	if d.who == nil {
		return ""
	}
	return d.who.ID
}
