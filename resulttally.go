package stampdesk

import "maps"

// tallyWire is a tally in the encoding of results: counts that are 0 are
// there, reasons that are 0 are not.
type tallyWire struct {
	Official      int            `json:"official"`
	Probationary  int            `json:"probationary"`
	WithCard      int            `json:"with_card"`
	WithoutCard   int            `json:"without_card"`
	WithoutCardBy map[Reason]int `json:"without_card_by,omitempty"`
	Proposed      int            `json:"proposed"`
	Stamped       int            `json:"stamped"`
	Damaged       int            `json:"damaged"`
	DamagedBy     map[Reason]int `json:"damaged_by,omitempty"`
	Lost          int            `json:"lost"`
	Held          int            `json:"held"`
	HeldBy        map[Reason]int `json:"held_by,omitempty"`
	Refused       int            `json:"refused"`
	RefusedBy     map[Reason]int `json:"refused_by,omitempty"`
	Uncollected   int            `json:"uncollected"`
	UncollectedBy map[Reason]int `json:"uncollected_by,omitempty"`
	Remaining     int            `json:"remaining"`
	Relaminated   int            `json:"relaminated"`
	Late          int            `json:"late"`
	Exchanged     int            `json:"exchanged"`
	Reissued      int            `json:"reissued"`
	Voided        int            `json:"voided"`
	Overridden    int            `json:"overridden"`
	Boxes         map[int]int    `json:"boxes,omitempty"`
	Remarks       map[Reason]int `json:"remarks_by,omitempty"`
	Guests        *handledWire   `json:"guests,omitempty"`
	Outside       *handledWire   `json:"outside,omitempty"`
	NewCards      *handledWire   `json:"new_cards,omitempty"`
}

type handledWire struct {
	Stamped     int `json:"stamped"`
	Relaminated int `json:"relaminated"`
	Damaged     int `json:"damaged"`
	Lost        int `json:"lost"`
	Held        int `json:"held"`
	Refused     int `json:"refused"`
}

func tallyToWire(t *Tally) tallyWire {
	return tallyWire{
		Official: t.Official, Probationary: t.Probationary, WithCard: t.WithCard,
		WithoutCard: t.WithoutCard, WithoutCardBy: withoutZeros(t.WithoutCardBy), Proposed: t.Proposed,
		Stamped: t.Stamped, Damaged: t.Damaged, DamagedBy: withoutZeros(t.DamagedBy), Lost: t.Lost,
		Held: t.Held, HeldBy: withoutZeros(t.HeldBy), Refused: t.Refused, RefusedBy: withoutZeros(t.RefusedBy),
		Uncollected: t.Uncollected, UncollectedBy: withoutZeros(t.UncollectedBy), Remaining: t.Remaining,
		Relaminated: t.Relaminated, Late: t.Late, Exchanged: t.Exchanged, Reissued: t.Reissued, Voided: t.Voided,
		Overridden: t.Overridden, Boxes: withoutZeros(t.Boxes), Remarks: withoutZeros(t.Remarks),
		Guests: handledToWire(t.Guests), Outside: handledToWire(t.Outside), NewCards: handledToWire(t.NewCards),
	}
}

func handledToWire(h Handled) *handledWire {
	if h == (Handled{}) {
		return nil
	}
	w := handledWire(h)
	return &w
}

func (w *tallyWire) tally() Tally {
	t := newTally()
	t.Headcount = Headcount{Official: w.Official, Probationary: w.Probationary, WithCard: w.WithCard}
	t.WithoutCard, t.Proposed, t.Stamped, t.Damaged, t.Lost = w.WithoutCard, w.Proposed, w.Stamped, w.Damaged, w.Lost
	t.Held, t.Refused, t.Uncollected, t.Remaining = w.Held, w.Refused, w.Uncollected, w.Remaining
	t.Relaminated, t.Late, t.Exchanged, t.Reissued = w.Relaminated, w.Late, w.Exchanged, w.Reissued
	t.Voided, t.Overridden = w.Voided, w.Overridden
	for _, by := range []struct{ to, from map[Reason]int }{
		{t.WithoutCardBy, w.WithoutCardBy}, {t.DamagedBy, w.DamagedBy}, {t.HeldBy, w.HeldBy},
		{t.RefusedBy, w.RefusedBy}, {t.UncollectedBy, w.UncollectedBy}, {t.Remarks, w.Remarks},
	} {
		maps.Copy(by.to, by.from)
	}
	maps.Copy(t.Boxes, w.Boxes)
	for _, h := range []struct {
		to   *Handled
		from *handledWire
	}{{&t.Guests, w.Guests}, {&t.Outside, w.Outside}, {&t.NewCards, w.NewCards}} {
		if h.from != nil {
			*h.to = Handled(*h.from)
		}
	}
	return t
}
