package stampdesk

import (
	"context"
	"strconv"
	"unicode/utf8"
)

// LayDown makes a new store ready: its round and rules, and its first
// supervisor, who is on record as having done so.
type LayDown struct {
	Setup  Setup
	Person Person // a supervisor
	PIN    string
}

func (q LayDown) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if utf8.RuneCountInString(q.PIN) < MinPIN {
		return declined(WeakPIN, q.Person.ID)
	}
	stored, err := d.PINs.Hash(q.PIN)
	if err != nil {
		return nil, err
	}
	q.Person.PIN, q.Person.Role = stored, Supervisor
	o := Outcome{Result: Done}
	err = d.update(ctx, func(tx Tx) error {
		if setup, err := tx.Setup(); err != nil || setup.Round.Ordinal != 0 {
			o = Outcome{Result: Declined, Refusal: InUse}
			return err
		}
		e := Entry{
			Key: EntryKey{Desk: d.ID}, Round: uint8(q.Setup.Round.Ordinal), At: d.now(), Act: ActRoundOpened,
			Operator: q.Person.ID, Rules: q.Setup.Rules.Version,
			Facts: []Fact{{FactSetup, q.Setup.Hash().String()}},
		}
		if _, err := Record(tx, e, nil, nil); err != nil {
			return err
		}
		e.Act = ActPersonAdded
		e.Facts = []Fact{
			{FactPerson, string(q.Person.ID)}, {FactRole, Supervisor.String()}, {FactRecord, q.Person.Hash().String()},
		}
		if _, err := Record(tx, e, nil, nil); err != nil {
			return err
		}
		if err := tx.PutPerson(q.Person); err != nil {
			return err
		}
		return tx.PutSetup(q.Setup)
	})
	return committed(o, err)
}

// CloseRound closes the round: from then on every card is held. A supervisor's
// act.
type CloseRound struct{ Note string }

func (q CloseRound) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if o, ok := d.maySupervise(); !ok {
		return o, nil
	}
	if o, err := d.noted(ctx, q.Note); err != nil || o != nil {
		return o, err
	}
	var o Outcome
	err := d.update(ctx, func(tx Tx) error {
		setup, err := tx.Setup()
		if err != nil {
			return err
		}
		if k, err := tx.RoundClosed(uint8(setup.Round.Ordinal)); err != nil || !k.IsZero() {
			o = Outcome{Result: Done} // twice is harmless
			return err
		}
		e := d.entry(setup, ActRoundClosed)
		e.Note = q.Note
		e, err = Record(tx, e, nil, nil)
		o = Outcome{Result: Done, Entry: &e}
		return err
	})
	return committed(o, err)
}

// LoadRoster puts a roster in force, whole or not at all; a supervisor's act.
// The cards that it puts into another unit or class are counted there from
// then on.
type LoadRoster struct {
	Roster   Roster // members without IDs
	File     Hash   // SHA-256 of the file it was read from
	Progress func(done int)
}

func (q LoadRoster) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if o, ok := d.maySupervise(); !ok {
		return o, nil
	}
	var moved []Line
	err := d.Store.View(ctx, func(s Snapshot) error {
		old, err := Collect(s.Members())
		if err != nil {
			return err
		}
		Identify(old, &q.Roster)
		moved, err = moves(s, q.Roster.Members)
		return err
	})
	if err != nil {
		return nil, err
	}
	hash, err := d.Store.SaveRoster(ctx, q.Roster, q.Progress)
	if err != nil {
		return nil, err
	}
	var o Outcome
	err = d.update(ctx, func(tx Tx) error {
		setup, err := tx.Setup()
		if err != nil {
			return err
		}
		e := d.entry(setup, ActRosterLoaded)
		e.Facts = []Fact{
			{FactRoster, hash.String()}, {FactFile, q.File.String()}, {FactCount, strconv.Itoa(len(q.Roster.Members))},
		}
		if e, err = Record(tx, e, moved, nil); err != nil {
			return err
		}
		o = Outcome{Result: Done, Entry: &e}
		return tx.UseRoster(hash)
	})
	return committed(o, err)
}

// moves are the marked cards that a new roster puts into another unit or class.
func moves(s Snapshot, members []Member) ([]Line, error) {
	setup, err := s.Setup()
	if err != nil {
		return nil, err
	}
	var lines []Line
	var byCard map[CardNumber]*Member
	for m, err := range s.Marks(uint8(setup.Round.Ordinal)) {
		if err != nil {
			return nil, err
		}
		if byCard == nil {
			byCard = make(map[CardNumber]*Member, len(members))
			for i := range members {
				byCard[members[i].Card] = &members[i]
			}
		}
		line := Line{Card: m.Key.Card}
		if member := byCard[m.Key.Card]; member != nil {
			line.Class, line.Unit = member.Class(), member.Unit
		}
		if line.Class != m.Mark.Class || line.Unit != m.Mark.Unit {
			lines = append(lines, line)
		}
	}
	return lines, nil
}

// LoadList takes a list of the batch's unit in; it replaces the list of the
// same form that was there. What the unit wrote stays as it is: a line that
// disagrees with the roster is for the appraisal.
type LoadList struct {
	Batch BatchID
	Form  Form
	Lines []Line // Unit and Class are filled in here
	File  Hash   // SHA-256 of the file it was read from
}

func (q LoadList) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if d.who == nil {
		return declined(NotSignedIn, "")
	}
	var undone []Line
	e := Entry{Act: ActListLoaded, Batch: q.Batch, Facts: []Fact{{FactForm, strconv.Itoa(int(q.Form))}}}
	lines := make([]Line, len(q.Lines))
	err := d.Store.View(ctx, func(s Snapshot) error {
		for i, l := range q.Lines {
			m, err := s.Member(l.Card)
			if err != nil {
				return err
			}
			if l.Class, l.Unit = Other, ""; m != nil {
				l.Class, l.Unit = m.Class(), m.Unit
			}
			if q.Form == FormCardless && l.Reason == "" {
				l.Reason = ReasonUnstated
			}
			lines[i] = l
		}
		k, err := undoneBy(s, &e)
		if err != nil || k.IsZero() {
			return err
		}
		undone, err = Collect(s.Paper(k))
		return err
	})
	if err != nil {
		return nil, err
	}
	var o Outcome
	err = d.update(ctx, func(tx Tx) error {
		o = Outcome{Result: Declined, About: string(q.Batch)}
		setup, err := tx.Setup()
		if err != nil {
			return err
		}
		b, err := tx.Batch(q.Batch)
		switch {
		case err != nil:
			return err
		case b == nil:
			o.Refusal = UnknownBatch
			return nil
		case b.IsClosed():
			o.Refusal = BatchIsClosed
			return nil
		}
		e := d.entry(setup, ActListLoaded)
		e.Batch, e.Unit = q.Batch, b.Unit
		e.Facts = []Fact{
			{FactForm, strconv.Itoa(int(q.Form))}, {FactCount, strconv.Itoa(len(lines))}, {FactFile, q.File.String()},
		}
		e, err = Record(tx, e, lines, undone)
		o = Outcome{Result: Done, Entry: &e}
		return err
	})
	return committed(o, err)
}

func (d *Desk) maySupervise() ([]Outcome, bool) {
	var o []Outcome
	switch {
	case d.who == nil:
		o, _ = declined(NotSignedIn, "")
	case d.who.Role != Supervisor:
		o, _ = declined(NeedSupervisor, "")
	}
	return o, o == nil
}
