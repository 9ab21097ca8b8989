package stampdesk

import (
	"cmp"
	"slices"
)

// HeldCard is a card that waits in the held tray for a supervisor.
type HeldCard struct {
	Item
	Issue  Issue
	Astray bool // something weightier stands for it: it was stamped, and came where it does not belong
}

// HeldCards are all cards in the held tray in the round in force, those that
// wait longest first.
func HeldCards(s Snapshot) ([]HeldCard, error) {
	setup, err := s.Setup()
	if err != nil {
		return nil, err
	}
	var all []HeldCard
	for m, err := range s.Marks(uint8(setup.Round.Ordinal)) {
		if err != nil {
			return nil, err
		}
		h := HeldCard{Issue: m.Key.Issue, Item: Item{Card: m.Key.Card, Class: m.Mark.Class, Unit: m.Mark.Unit}}
		if h.Standing, h.Astray = m.Mark.InTray(); h.Standing.Act == 0 {
			continue
		}
		if err := h.name(s); err != nil {
			return nil, err
		}
		e, err := s.Entry(h.Standing.Entry)
		if err != nil {
			return nil, err
		}
		h.note(e)
		all = append(all, h)
	}
	slices.SortStableFunc(all, func(a, b HeldCard) int {
		return cmp.Or(a.Standing.At.Compare(b.Standing.At), cmp.Compare(a.Card, b.Card))
	})
	return all, nil
}

// InTray gives the act by which the card lies in the held tray, if it does;
// astray says that it is not what stands for the card.
func (m *Mark) InTray() (s Standing, astray bool) {
	for i, s := range [...]Standing{m.Standing, m.Aside} {
		if (s.Act == ActHeld || s.Act == ActIncident) && s.Reason.GoesTo(Hold) == HeldTray {
			return s, i == 1
		}
	}
	return Standing{}, false
}
