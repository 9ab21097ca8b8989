package stampdesk

import (
	"slices"
	"time"
)

// MarkKey names one piece of plastic in one round.
type MarkKey struct {
	Round uint8
	Card  CardNumber
	Issue Issue
}

// Mark is what stands for one issue of a card in a round. It is derived: the
// replay of the journal gives exactly the same.
type Mark struct {
	Class    Class    // how the card is counted, as of its latest act
	Unit     UnitCode // its home unit, as of its latest act
	Latest   EntryKey // newest entry about the card; Entry.Before leads back
	Standing Standing // the act that stands
	Listed   Listings // the lists it is on
	Missing  Standing // not seen in a batch that is closed
	Aside    Standing // a later hold or refusal that does not displace what stands

	Next Plastic // the new card that took its place
	Prev Plastic // the card whose place it took
	Due  BoxSet  // boxes that a new card is to carry when it is handed over
}

// Standing is an act as far as it still stands; the zero value is none.
type Standing struct {
	Act      Act
	Entry    EntryKey
	At       time.Time
	Shift    ShiftID
	Operator PersonID
	Batch    BatchID
	Boxes    BoxSet
	Reason   Reason
	Flags    Flags
}

// Listing is one list that names a card: the list of one batch.
type Listing struct {
	Form Form
	Unit UnitCode // of the batch
	Standing
}

// Listings are the lists 2, 3 and 4 that name a card; nil for none. They are
// never changed in place.
type Listings []Listing

// Of gives the first list of a form that names the card, or nil.
func (l Listings) Of(f Form) *Listing {
	i := slices.IndexFunc(l, func(x Listing) bool { return x.Form == f })
	if i < 0 {
		return nil
	}
	return &l[i]
}

// By reports whether a list of a form of this unit names the card.
func (l Listings) By(f Form, u UnitCode) bool {
	return slices.ContainsFunc(l, func(x Listing) bool { return x.Form == f && x.Unit == u })
}

// In reports whether a list of a form in this batch names the card.
func (l Listings) In(f Form, id BatchID) bool {
	return slices.ContainsFunc(l, func(x Listing) bool { return x.Form == f && x.Batch == id })
}

// with gives the listings with x; the list of the same form in the same batch
// is replaced.
func (l Listings) with(x Listing) Listings {
	return append(l.without(x.Form, x.Batch), x)
}

func (l Listings) without(f Form, id BatchID) Listings {
	var rest Listings
	for _, x := range l {
		if x.Form != f || x.Batch != id {
			rest = append(rest, x)
		}
	}
	return rest
}

func (e *Entry) standing() Standing {
	return Standing{
		Act: e.Act, Entry: e.Key, At: e.At, Shift: e.Shift, Operator: e.Operator,
		Batch: e.Batch, Boxes: e.Boxes, Reason: e.Reason, Flags: e.Flags,
	}
}

// IsSeen reports whether the desk has had the card in hand and an answer for it.
func (m *Mark) IsSeen() bool {
	_, placed := PlaceOf(m.Standing.Act, m.Standing.Reason)
	return placed && m.Standing.Act != ActReportedUncollected
}

// Cells are the cells of the tally in which the card counts: none, or the one
// of its standing, followed by one for each remark on a stamp. A card is
// damaged or lost once, whether a list says so or the desk found it, and a
// stamp outweighs both.
func (m *Mark) Cells(round uint8) []Cell {
	s, what := m.Standing, ""
	setAside := s.Act == ActHeld || s.Act == ActRefused
	switch {
	case s.Act == ActStamped:
		what = s.Boxes.String()
	case s.Act == ActReportedDamaged, s.Act == ActReportedLost, s.Act == ActIncident,
		setAside && (s.Reason.IsDamage() || s.Reason == ReasonLost):
	case m.Listed.Of(FormDamaged) != nil:
		s = m.Listed.Of(FormDamaged).Standing
		what = whatListed + string(s.Reason)
	case m.Listed.Of(FormLost) != nil:
		s = m.Listed.Of(FormLost).Standing
		what = whatListed + string(s.Reason)
	case setAside:
	case s.Act == ActReportedUncollected:
		if m.Missing.Act != 0 { // the batch that was closed without it keeps it
			s.Batch = m.Missing.Batch
		}
	case m.Missing.Act != 0:
		s = m.Missing
	default:
		return nil
	}
	if what == "" {
		what = string(s.Reason)
	}
	cell := Cell{
		Round: round, Desk: s.Entry.Desk, Shift: s.Shift, Operator: s.Operator,
		Class: m.Class, Unit: m.Unit, Batch: s.Batch, Act: s.Act, What: what,
	}
	cells := []Cell{cell}
	if s.Act == ActStamped {
		for _, r := range [...]struct {
			flag Flags
			what string
		}{{Late, WhatLate}, {Relaminated, WhatRelaminated}, {Overruled, WhatOverruled}} {
			if s.Flags.Has(r.flag) {
				cell.What = r.what
				cells = append(cells, cell)
			}
		}
	}
	return cells
}

// proposed is the cell in which the card counts as proposed for stamping, none
// where no list 2 names it. However many do, it counts once: by the first, for
// the unit that handed that one in. It stands beside Cells, for a card may be
// proposed and have no place yet.
func (m *Mark) proposed(round uint8) []Cell {
	on := m.Listed.Of(FormStamp)
	if on == nil {
		return nil
	}
	c := Cell{
		Round: round, Desk: on.Entry.Desk, Shift: on.Shift, Operator: on.Operator,
		Class: Ours, Unit: on.Unit, Batch: on.Batch, Act: on.Act, What: listWhat(FormStamp),
	}
	if m.Class == Guest {
		c.Class = Guest
	}
	return []Cell{c}
}

// proposedIn reports whether list 2 of a batch is the one by which the card counts
// as proposed; m is the mark of its first issue, which lists are about.
func (m *Mark) proposedIn(b *Batch) bool {
	on := m.Listed.Of(FormStamp)
	return on != nil && on.Batch == b.ID
}

// standingOf walks a card's entries from the newest back and gives the act
// that stands: one that no later entry answers or voids. A hold that came
// after a stamp undoes nothing; what a rule said of the moment never displaces
// what a person found: damage, loss, a hold by hand; and that a card was not
// collected falls with the first time it is seen. aside is the newest hold or
// refusal that does not displace what stands.
func standingOf(l LedgerReader, latest EntryKey) (stands, aside Standing, err error) {
	var found, said, newer, missed Standing
	settled := map[EntryKey]bool{}
	for k := latest; !k.IsZero(); {
		e, err := l.Entry(k)
		if err != nil {
			return Standing{}, Standing{}, err
		}
		if !e.Ref.IsZero() {
			settled[e.Ref] = true
		}
		byRule := (e.Act == ActHeld || e.Act == ActRefused) && !e.Flags.Has(ByHand)
		switch {
		case !e.Act.Stands() || settled[k]:
		case e.Act == ActStamped:
			return e.standing(), said, nil
		case byRule && said.Act == 0:
			said = e.standing()
		case byRule:
		case e.Act == ActReportedUncollected:
			if found.Act == 0 && said.Act == 0 && missed.Act == 0 {
				missed = e.standing()
			}
		case found.Act == 0:
			found, newer = e.standing(), said
		}
		k = e.Before
	}
	switch {
	case found.Act != 0:
		return found, newer, nil
	case said.Act != 0:
		return said, Standing{}, nil
	}
	return missed, Standing{}, nil
}

// History gives every entry about a card, the oldest first. latest is that of
// its Mark.
func History(r LedgerReader, latest EntryKey) ([]Entry, error) {
	var all []Entry
	for k := latest; !k.IsZero(); {
		e, err := r.Entry(k)
		if err != nil {
			return nil, err
		}
		all = append(all, *e)
		k = e.Before
	}
	slices.Reverse(all)
	return all, nil
}
