package stampdesk

import (
	"context"
	"iter"
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

// LoadRoster puts a roster in force, whole or not at all; a supervisor answers
// for it. The cards that it puts into another unit or class are counted there
// from then on.
type LoadRoster struct {
	// Draft is what the person looked at, and saved. It is refused where
	// another roster came into force meanwhile.
	Draft *RosterDraft
	// Roster is compared and saved here where there is no draft.
	Roster   Roster
	File     Hash // SHA-256 of the file it was read from
	Progress func(done int)

	Meant []Alarm // of the draft, that a person said are meant
	Note  string
	By    Approval
}

func (q LoadRoster) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if o, err := d.noted(ctx, q.Note); err != nil || o != nil {
		return o, err
	}
	approver, no, err := d.approve(ctx, q.By, "")
	if err != nil || no != nil {
		return no, err
	}
	draft := q.Draft
	if draft == nil {
		if draft, err = DraftRoster(ctx, d.Store, q.Roster, "", q.File); err != nil {
			return nil, err
		}
	}
	if draft.CardClashes() > 0 {
		return declined(BadRoster, "")
	}
	for _, alarm := range draft.Alarms() {
		if q.Draft != nil && !slices.Contains(q.Meant, alarm) {
			return declined(NotMeant, alarm)
		}
	}
	if q.Note != "" && draft.brings().standIn(q.Note) {
		return declined(NameInNote, "")
	}
	if err := draft.Save(ctx, d.Store, q.Progress); err != nil {
		return nil, err
	}
	facts := []Fact{
		{FactRoster, draft.saved.String()}, {FactFile, draft.File.String()}, {FactCount, strconv.Itoa(len(draft.Roster.Members))},
	}
	if draft.Unit != "" {
		facts = append(facts, Fact{FactUnit, string(draft.Unit)})
	}
	return d.useRoster(ctx, rosterFlip{draft.base, draft.saved, func(Snapshot) iter.Seq2[Member, error] {
		return each(draft.Roster.Members)
	}, facts, q.Note, approver})
}

// RestoreRoster puts the roster before the one in force back in force; a
// supervisor answers for it. Doing it twice changes nothing in the end.
type RestoreRoster struct {
	Roster Hash // the one that the person looked at; zero: whichever it is
	Note   string
	By     Approval
}

func (q RestoreRoster) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if o, err := d.noted(ctx, q.Note); err != nil || o != nil {
		return o, err
	}
	approver, no, err := d.approve(ctx, q.By, "")
	if err != nil || no != nil {
		return no, err
	}
	var now, before RosterInfo
	err = d.Store.View(ctx, func(s Snapshot) (err error) {
		if now, err = s.Roster(); err == nil {
			before, err = s.RosterBefore()
		}
		return err
	})
	switch {
	case err != nil:
		return nil, err
	case before.Hash == Hash{}:
		return declined(NoRosterBefore, "")
	case q.Roster != Hash{} && q.Roster != before.Hash:
		return declined(OtherRoster, "")
	}
	facts := []Fact{{FactRoster, before.Hash.String()}, {FactCount, strconv.Itoa(before.Members)}, {FactBack, "1"}}
	return d.useRoster(ctx, rosterFlip{now.Hash, before.Hash, Snapshot.MembersBefore, facts, q.Note, approver})
}

// rosterFlip puts a saved roster in force in the place of another.
type rosterFlip struct {
	base, saved Hash
	members     func(Snapshot) iter.Seq2[Member, error]
	facts       []Fact
	note        string
	approver    PersonID
}

func (d *Desk) useRoster(ctx context.Context, f rosterFlip) ([]Outcome, error) {
	var moved []Line
	err := d.Store.View(ctx, func(s Snapshot) (err error) {
		moved, err = moves(s, f.members(s))
		return err
	})
	if err != nil {
		return nil, err
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		if now, err := tx.Roster(); err != nil || now.Hash != f.base {
			return refused(OtherRoster, ""), err
		}
		e := d.entry(setup, ActRosterLoaded)
		e.Facts, e.Note, e.Approver = f.facts, f.note, f.approver
		e, err := Record(tx, e, moved, nil)
		if err != nil {
			return Outcome{}, err
		}
		return Outcome{Result: Done, Entry: &e}, tx.UseRoster(f.saved)
	})
	return committed(o, err)
}

func each(members []Member) iter.Seq2[Member, error] {
	return func(yield func(Member, error) bool) {
		for i := range members {
			if !yield(members[i], nil) {
				return
			}
		}
	}
}

// moves are the marked cards that a new roster puts into another unit or class.
func moves(s Snapshot, members iter.Seq2[Member, error]) ([]Line, error) {
	setup, err := s.Setup()
	if err != nil {
		return nil, err
	}
	round := uint8(setup.Round.Ordinal)
	byCard, err := placesOf(s.Marks(round), members)
	if err != nil || byCard == nil {
		return nil, err
	}
	var lines []Line
	for m, err := range s.Marks(round) {
		if err != nil {
			return nil, err
		}
		line := Line{Card: m.Key.Card}
		at, ok := byCard[m.Key.Card]
		for _, n := range [...]CardNumber{m.Mark.Next.Card, m.Mark.Prev.Card} { // by the other number of the same card
			if !ok && n != 0 {
				at, ok = byCard[n]
			}
		}
		class := Other
		if ok {
			line.Class, line.Unit = at.class, at.unit
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

// place is where a roster counts a card.
type place struct {
	class Class
	unit  UnitCode
}

// placesOf finds the marked cards, and those with which they changed places, on
// a roster; nil where no card is marked. The desk waits for it, so nobody
// else's place is kept.
func placesOf(marks iter.Seq2[Marked, error], members iter.Seq2[Member, error]) (map[CardNumber]place, error) {
	wanted := map[CardNumber]bool{}
	for m, err := range marks {
		if err != nil {
			return nil, err
		}
		for _, n := range [...]CardNumber{m.Key.Card, m.Mark.Next.Card, m.Mark.Prev.Card} {
			if n != 0 {
				wanted[n] = true
			}
		}
	}
	if len(wanted) == 0 {
		return nil, nil
	}
	places := make(map[CardNumber]place, len(wanted))
	for m, err := range members {
		if err != nil {
			return nil, err
		}
		if wanted[m.Card] {
			places[m.Card] = place{m.Class(), m.Unit}
		}
	}
	return places, nil
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
