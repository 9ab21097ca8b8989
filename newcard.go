package stampdesk

import (
	"errors"
	"fmt"
)

// Interval is one row of the table of the boxes of new cards: who qualified
// from this day on, up to the next row, gets these boxes stamped before the
// card is handed over. The zero From of the first row means "ever before".
type Interval struct {
	From       Date
	AtListDate bool // From is the list date of the round, whatever that is
	Boxes      BoxSet
}

// Basis is the date of a member that the table of new cards goes by. Stored:
// append only.
type Basis uint8

// The bases of the table.
const (
	ByRecognition Basis = iota // ngày công nhận đảng viên chính thức
	ByFirstCard                // ngày cấp thẻ
)

var basisNames = [...]string{"recognition", "card"}

func (b Basis) String() string { return nameOf(basisNames[:], "basis", b) }

// ParseBasis reads the name of a basis; "" is recognition.
func ParseBasis(s string) (Basis, error) {
	for b, name := range basisNames {
		if s == name || s == "" {
			return Basis(b), nil
		}
	}
	return 0, fmt.Errorf("basis %q: want recognition or card", s)
}

// begins is the first day of an interval in this round.
func (v Interval) begins(round *Round) Date {
	if v.AtListDate {
		return round.ListDate
	}
	return v.From
}

// IntervalFault says why a row of the table of new cards cannot be used. The
// values are stable names.
type IntervalFault string

// The faults of a row.
const (
	FaultNoBoxes    IntervalFault = "no-boxes"
	FaultNoSuchBox  IntervalFault = "no-such-box"  // the card does not have it
	FaultNoListDate IntervalFault = "no-list-date" // from the list date, but the round has none
	FaultOrder      IntervalFault = "order"        // not later than the row before
	FaultNoDay      IntervalFault = "no-day"       // a year only
)

// IntervalError reports a row of the table of new cards that cannot be used.
type IntervalError struct {
	Row       int // from 1
	Fault     IntervalFault
	Boxes     BoxSet
	CardBoxes int
	From      Date
	Before    Date // where the row before begins
}

func (e *IntervalError) Error() string {
	var why string
	switch e.Fault {
	case FaultNoBoxes:
		why = "no boxes"
	case FaultNoSuchBox:
		why = fmt.Sprintf("boxes %s: the card has boxes 1 to %d", e.Boxes, e.CardBoxes)
	case FaultNoListDate:
		why = "from the list date, but the round has none"
	case FaultOrder:
		why = fmt.Sprintf("from %s: want a day after %s", e.From, e.Before)
	case FaultNoDay:
		why = fmt.Sprintf("from %s: want dd/mm/yyyy", e.From)
	}
	return fmt.Sprintf("new_card %d: %s", e.Row, why)
}

// Validate reports what makes the rules unusable for a round: a box that its
// card does not have, or a table that is not in the order of time. Its faults
// are *IntervalErrors, all at once.
func (r Rules) Validate(round Round) error {
	var errs []error
	var before Date
	for i, v := range r.NewCards {
		from := v.begins(&round)
		bad := func(f IntervalFault) {
			errs = append(errs, &IntervalError{i + 1, f, v.Boxes, round.CardBoxes, from, before})
		}
		if v.Boxes == 0 {
			bad(FaultNoBoxes)
		}
		if !round.Has(v.Boxes) {
			bad(FaultNoSuchBox)
		}
		switch {
		case i == 0 && (v.AtListDate || !from.IsZero()):
			bad("new_card 1: begins with all who qualified before the second row, so it has no day")
		case v.AtListDate && from.IsZero():
			bad(FaultNoListDate)
		case i > 0 && !from.After(before):
			bad(FaultOrder)
		case from.IsPartial():
			bad(FaultNoDay)
		}
		before = from
	}
	return errors.Join(errs...)
}

// NewCardBoxes are the boxes that a new, exchanged or reissued card of this
// member gets: every card issued since a round carries the box of that round,
// and then that of each round after it. It is false where the member's date is
// not known well enough to say. Without a table it is the box of the round.
func (r Rules) NewCardBoxes(m *Member, round Round) (BoxSet, bool) {
	if len(r.NewCards) == 0 {
		return BoxesOf(round.Box), true
	}
	d := r.qualified(m)
	if d.IsZero() {
		return 0, false
	}
	first, last := d.Days()
	boxes := r.boxesFor(first, &round)
	return boxes, boxes == r.boxesFor(last, &round)
}

func (r Rules) boxesFor(d Date, round *Round) BoxSet {
	boxes := r.NewCards[0].Boxes
	for _, v := range r.NewCards[1:] {
		if !r.since(d, v.begins(round)) {
			break
		}
		boxes = v.Boxes
	}
	return boxes
}

// qualified is the date by which a member is looked up in the table.
func (r Rules) qualified(m *Member) Date {
	if r.Basis == ByFirstCard {
		return m.Issued
	}
	return m.Official
}

// since reports whether day d falls into what begins at from; the list date
// itself does, unless the rules say otherwise.
func (r Rules) since(d, from Date) bool {
	return d.After(from) || d == from && !r.ListDateOut
}

// isNew reports whether the card in hand is a new one, made after the list
// date: of a delivery of new cards from above, in the place of an earlier card,
// or of a member recognised since.
func (r Rules) isNew(d *Dossier) bool {
	if d.Batch != nil && d.Batch.Kind == NewCards || d.Mark.Prev.Card != 0 {
		return true
	}
	listed := d.Round.ListDate
	if d.Member == nil || listed.IsZero() {
		return false
	}
	first, _ := d.Member.Official.Days()
	return !first.IsZero() && r.since(first, listed)
}

// due are the boxes that the card in hand is to get now, and those that it
// should carry already; false where the rules cannot say.
func (r Rules) due(d *Dossier) (boxes, earlier BoxSet, ok bool) {
	round := BoxesOf(d.Round.Box)
	table, known := r.NewCardBoxes(d.Member, d.Round)
	switch {
	case !r.isNew(d):
		if !known {
			table = 0 // nobody can say what it should carry
		}
		return round, table &^ round, true
	case d.Mark.Due != 0: // decided when the new card was recorded
		return d.Mark.Due, 0, true
	}
	return table, 0, known
}
