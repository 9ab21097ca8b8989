package stampdesk

import (
	"cmp"
	"fmt"
	"slices"
)

// HeldCard is a card that waits in the held tray for a supervisor.
type HeldCard struct {
	Item
	Round  uint8 // an earlier one than that in force: it was left there
	Issue  Issue
	Astray bool // something weightier stands for it: it was stamped, and came where it does not belong
}

// HeldCards are all cards in the held tray, those that wait longest first; what
// was left there when a round ended comes before those of the next.
func HeldCards(s Snapshot) ([]HeldCard, error) {
	setup, err := s.Setup()
	if err != nil {
		return nil, err
	}
	var all []HeldCard
	for round := 1; round <= setup.Round.Ordinal; round++ {
		held, err := heldCards(s, uint8(round), func(*Mark) error { return nil })
		if err != nil {
			return nil, err
		}
		all = append(all, held...)
	}
	return all, nil
}

// HeldAt are the cards that lay in the held tray when an entry was recorded,
// whatever became of them since; who has them now is by the roster in force.
func HeldAt(s Snapshot, then *Entry) ([]HeldCard, error) {
	return heldCards(s, then.Round, func(m *Mark) error { return m.rewind(s, then) })
}

// rewind puts back what stood for the card when an entry was recorded.
func (m *Mark) rewind(l LedgerReader, then *Entry) error {
	k := m.Latest
	for !k.IsZero() && (k.Desk != then.Key.Desk || k.Seq > then.Key.Seq) {
		e, err := l.Entry(k)
		if err != nil {
			return err
		}
		if k.Desk != then.Key.Desk && !e.At.After(then.At) {
			break
		}
		k = e.Before
	}
	if k == m.Latest {
		return nil
	}
	var err error
	m.Standing, m.Aside, err = standingOf(l, k)
	return err
}

// heldCards lists the held cards of a round by their marks as see leaves them.
func heldCards(s Snapshot, round uint8, see func(*Mark) error) ([]HeldCard, error) {
	var all []HeldCard
	for m, err := range s.Marks(round) {
		if err == nil {
			err = see(&m.Mark)
		}
		if err != nil {
			return nil, err
		}
		h, err := heldCard(s, m.Key, &m.Mark)
		if err != nil {
			return nil, err
		}
		if h.Card != 0 {
			all = append(all, h)
		}
	}
	slices.SortStableFunc(all, func(a, b HeldCard) int {
		return cmp.Or(a.Standing.At.Compare(b.Standing.At), cmp.Compare(a.Card, b.Card))
	})
	return all, nil
}

// heldCard is a card by its mark; the zero value: it does not lie in the tray.
func heldCard(s Snapshot, k MarkKey, m *Mark) (HeldCard, error) {
	h := HeldCard{Round: k.Round, Issue: k.Issue, Item: Item{Card: k.Card, Class: m.Class, Unit: m.Unit}}
	if h.Standing, h.Astray = m.InTray(); h.Standing.Act == 0 {
		return HeldCard{}, nil
	}
	if err := h.name(s); err != nil {
		return HeldCard{}, err
	}
	e, err := s.Entry(h.Standing.Entry)
	if err == nil {
		h.note(e)
	}
	return h, err
}

// FindHeld finds a card in the held tray, where it may lie since an earlier
// round; ErrNotFound where it does not.
func FindHeld(s Snapshot, card CardNumber) (HeldCard, error) {
	setup, err := s.Setup()
	if err != nil {
		return HeldCard{}, err
	}
	for round := setup.Round.Ordinal; round > 0; round-- {
		k, m, err := NewestIssue(s, uint8(round), card)
		if err != nil {
			return HeldCard{}, err
		}
		if h, err := heldCard(s, k, &m); err != nil || h.Card != 0 {
			return h, err
		}
	}
	return HeldCard{}, fmt.Errorf("card %v in the held tray: %w", card, ErrNotFound)
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
