package stampdesk

import "strings"

// Filter narrows a tally; zero fields ask for everything.
type Filter struct {
	Round    uint8
	Unit     UnitCode
	Batch    BatchID
	Desk     DeskID
	Shift    ShiftID
	Operator PersonID
}

func (f Filter) matches(c Cell) bool {
	return (f.Unit == "" || c.Unit == f.Unit) &&
		(f.Batch == "" || c.Batch == f.Batch) &&
		(f.Desk == "" || c.Desk == f.Desk) &&
		(f.Shift == 0 || c.Shift == f.Shift) &&
		(f.Operator == "" || c.Operator == f.Operator)
}

// byWork reports that the filter asks what somebody did, so that there is no
// population to compare with.
func (f Filter) byWork() bool { return f.Desk != "" || f.Shift != 0 || f.Operator != "" }

// Tally is what a round came to. In every tally
//
//	WithCard = Stamped + Damaged + Lost + Held + Refused + Remaining + Uncollected
//
// for each card of the population stands in one place. Cards outside it, of
// guests and of people on no roster of ours, are in Guests and Outside.
type Tally struct {
	Headcount
	WithoutCard   int            // official members without a card; 0 where the filter asks for work
	WithoutCardBy map[Reason]int // from lists 5; what they leave open is ReasonUnstated
	Proposed      int            // cards on lists 2, each once, guests apart

	Stamped, Damaged, Lost, Held, Refused, Uncollected int
	Remaining                                          int // not seen, and in no closed batch

	DamagedBy, HeldBy, RefusedBy, UncollectedBy map[Reason]int
	Relaminated, Late                           int
	Exchanged, Reissued, Voided                 int
	Boxes                                       map[int]int    // stamps in each box
	Remarks                                     map[Reason]int // use and care of cards (mẫu 1)
	Overridden                                  int            // verdicts that a supervisor went against
	Guests, Outside                             Handled
	NewCards                                    Handled // cards in the place of earlier ones, which WithCard counts
	Heads                                       []Head
}

// Handled counts cards by what became of them at the desk.
type Handled struct {
	Stamped, Relaminated, Damaged, Lost, Held, Refused int
}

// Seen is the number of cards that have been at the desk, or on its lists.
func (h Handled) Seen() int { return h.Stamped + h.Damaged + h.Lost + h.Held + h.Refused }

// NotStamped is the number of cards that have no stamp.
func (t *Tally) NotStamped() int { return t.WithCard - t.Stamped }

// Place is where a card stands in the tally.
type Place uint8

// The places of a card.
const (
	InStamped Place = 1 + iota
	InDamaged
	InLost
	InHeld
	InRefused
	InUncollected
)

// PlaceOf says where a standing act puts its card; false for an act that puts
// it nowhere.
func PlaceOf(a Act, r Reason) (Place, bool) {
	switch a {
	case ActStamped:
		return InStamped, true
	case ActReportedDamaged:
		return InDamaged, true
	case ActReportedLost:
		return InLost, true
	case ActReportedUncollected:
		return InUncollected, true
	case ActHeld, ActRefused, ActIncident:
		switch {
		case r.IsDamage():
			return InDamaged, true
		case r == ReasonLost:
			return InLost, true
		case a == ActRefused:
			return InRefused, true
		}
		return InHeld, true
	}
	return 0, false
}

// Count sums the tally's cube for one question.
func Count(s Snapshot, f Filter) (Tally, error) {
	t := newTally()
	explained := map[UnitCode]int{} // lines of lists 5
	for c, err := range s.Counts(f.Round) {
		if err != nil {
			return Tally{}, err
		}
		if f.matches(c.Cell) {
			t.add(c.Cell, int(c.N))
			if c.Cell.isCardless() {
				explained[c.Cell.Unit] += int(c.N)
			}
		}
	}
	for h, err := range s.Heads() {
		if err != nil {
			return Tally{}, err
		}
		t.Heads = append(t.Heads, h)
	}
	seen := t.seen()
	switch {
	case f.byWork():
		t.WithCard = seen
		return t, nil
	case f.Batch != "":
		b, err := Balanced(s, f.Batch)
		if err != nil {
			return Tally{}, err
		}
		t.Headcount = b.Unit.Headcount
		if !b.Batch.IsClosed() {
			for _, it := range b.Missing {
				if reported := it.Standing.Act == ActReportedUncollected && it.Standing.Batch == f.Batch; it.Class == Ours && !reported {
					t.Remaining++
				}
			}
		}
		t.WithCard = seen + t.Remaining
		for _, n := range t.WithoutCardBy {
			t.WithoutCard += n
		}
	case f.Unit != "":
		u, err := s.Unit(f.Unit)
		if err != nil {
			return Tally{}, err
		}
		if u != nil {
			t.Headcount = u.Headcount
		}
		t.Remaining = t.WithCard - seen
		t.withoutCard(t.Headcount, explained[f.Unit])
	default:
		r, err := s.Roster()
		if err != nil {
			return Tally{}, err
		}
		for u, err := range s.Units() { // what one unit lists too many says nothing of another's
			if err != nil {
				return Tally{}, err
			}
			t.withoutCard(u.Headcount, explained[u.Code])
		}
		t.Headcount = r.Total
		t.Remaining = t.WithCard - seen
	}
	return t, nil
}

func newTally() Tally {
	return Tally{
		WithoutCardBy: map[Reason]int{}, DamagedBy: map[Reason]int{}, HeldBy: map[Reason]int{}, RefusedBy: map[Reason]int{},
		UncollectedBy: map[Reason]int{}, Boxes: map[int]int{}, Remarks: map[Reason]int{},
	}
}

// seen is how many cards of the population stand somewhere.
func (t *Tally) seen() int {
	return t.Stamped + t.Damaged + t.Lost + t.Held + t.Refused + t.Uncollected
}

// withoutCard notes how many members of a unit have no card, and for how many
// of them no line of its lists says why.
func (t *Tally) withoutCard(h Headcount, lines int) {
	n := h.Official - h.WithCard
	t.WithoutCard += n
	if n > lines {
		t.WithoutCardBy[ReasonUnstated] += n - lines
	}
}

func (t *Tally) add(c Cell, n int) {
	switch c.Act {
	case ActListLoaded:
		if form, why, _ := strings.Cut(c.What, "/"); form == "5" {
			t.WithoutCardBy[Reason(why)] += n
		} else if form == "2" && c.Class != Guest {
			t.Proposed += n
		}
		return
	case ActVoided:
		t.Voided += n
		return
	case ActExchanged:
		t.Exchanged += n
		return
	case ActReissued:
		t.Reissued += n
		return
	case ActRemarked:
		t.Remarks[Reason(c.What)] += n
		return
	}
	place, ok := PlaceOf(c.Act, Reason(c.What))
	switch {
	case !ok:
		return
	case c.Class == Guest:
		t.Guests.add(c, n)
		return
	case c.Class == Other:
		t.Outside.add(c, n)
		return
	case c.Class == Renewed:
		t.NewCards.add(c, n)
		if place == InStamped && !c.isRemark() {
			t.stampedBoxes(c, n)
		}
		return
	case c.What == WhatLate:
		t.Late += n
		return
	case c.What == WhatRelaminated:
		t.Relaminated += n
		return
	case c.What == WhatOverruled:
		t.Overridden += n
		return
	}
	why := Reason(c.What)
	switch place {
	case InStamped:
		t.Stamped += n
		t.stampedBoxes(c, n)
	case InDamaged:
		t.Damaged += n
		t.DamagedBy[c.reason()] += n
	case InLost:
		t.Lost += n
	case InHeld:
		t.Held += n
		t.HeldBy[why] += n
	case InRefused:
		t.Refused += n
		t.RefusedBy[why] += n
	case InUncollected:
		t.Uncollected += n
		t.UncollectedBy[why] += n
	}
}

func (t *Tally) stampedBoxes(c Cell, n int) {
	boxes, _ := ParseBoxes(c.What)
	for b := range boxes.All() {
		t.Boxes[b] += n
	}
}

// add counts n of one cell.
func (h *Handled) add(c Cell, n int) {
	if c.What == WhatRelaminated {
		h.Relaminated += n
	}
	if c.isRemark() {
		return
	}
	switch place, _ := PlaceOf(c.Act, Reason(c.What)); place {
	case InStamped:
		h.Stamped += n
	case InDamaged:
		h.Damaged += n
	case InLost:
		h.Lost += n
	case InHeld:
		h.Held += n
	case InRefused:
		h.Refused += n
	}
}
