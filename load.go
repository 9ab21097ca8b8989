package stampdesk

import (
	"context"
	"slices"
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
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		if setup.Round.Ordinal != 0 {
			return refused(InUse, ""), nil
		}
		e := Entry{
			Key: EntryKey{Desk: d.ID}, Round: uint8(q.Setup.Round.Ordinal), At: d.now(), Act: ActRoundOpened,
			Operator: q.Person.ID, Rules: q.Setup.Rules.Version,
			Facts: []Fact{{FactSetup, q.Setup.Hash().String()}},
		}
		if _, err := Record(tx, e, nil, nil); err != nil {
			return Outcome{}, err
		}
		e.Act, e.Facts = ActPersonAdded, q.Person.facts()
		if _, err := Record(tx, e, nil, nil); err != nil {
			return Outcome{}, err
		}
		if err := tx.PutPerson(q.Person); err != nil {
			return Outcome{}, err
		}
		return Outcome{Result: Done}, tx.PutSetup(q.Setup)
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
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		k, err := tx.RoundClosed(uint8(setup.Round.Ordinal))
		if err != nil || !k.IsZero() {
			return Outcome{Result: Done}, err // twice is harmless
		}
		e := d.entry(setup, ActRoundClosed)
		e.Note = q.Note
		e, err = Record(tx, e, nil, nil)
		return Outcome{Result: Done, Entry: &e}, err
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
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		e := d.entry(setup, ActRosterLoaded)
		e.Facts = []Fact{
			{FactRoster, hash.String()}, {FactFile, q.File.String()}, {FactCount, strconv.Itoa(len(q.Roster.Members))},
		}
		e, err := Record(tx, e, moved, nil)
		if err != nil {
			return Outcome{}, err
		}
		return Outcome{Result: Done, Entry: &e}, tx.UseRoster(hash)
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
		member := byCard[m.Key.Card]
		for _, n := range [...]CardNumber{m.Mark.Next.Card, m.Mark.Prev.Card} { // by the other number of the same card
			if member == nil && n != 0 {
				member = byCard[n]
			}
		}
		class := Other
		if member != nil {
			line.Class, line.Unit = member.Class(), member.Unit
			if class = line.Class; class == Ours && m.Mark.Prev.Card != 0 {
				class = Renewed
			}
		}
		if class != m.Mark.Class || line.Unit != m.Mark.Unit {
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
	form := Fact{FactForm, strconv.Itoa(int(q.Form))}
	undone, err := d.undone(ctx, &Entry{Act: ActListLoaded, Batch: q.Batch, Facts: []Fact{form}})
	if err != nil {
		return nil, err
	}
	lines, err := d.placed(ctx, q)
	if err != nil {
		return nil, err
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
		e := d.batchEntry(setup, ActListLoaded, b)
		e.Facts = []Fact{form, {FactCount, strconv.Itoa(len(lines))}, {FactFile, q.File.String()}}
		e, err = Record(tx, e, lines, undone)
		return Outcome{Result: Done, Entry: &e}, err
	})
	return committed(o, err)
}

// placed are the lines of a list with how the roster counts their cards.
func (d *Desk) placed(ctx context.Context, q LoadList) ([]Line, error) {
	lines := slices.Clone(q.Lines)
	err := d.Store.View(ctx, func(s Snapshot) error {
		for i := range lines {
			l := &lines[i]
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
		}
		return nil
	})
	return lines, err
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
