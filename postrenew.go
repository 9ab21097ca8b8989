package stampdesk

import "fmt"

// renew ties a card to the new one that takes its place.
func renew(l Ledger, e *Entry) error {
	old := MarkKey{e.Round, e.Card, e.Issue}
	k, err := e.newCard()
	if err != nil {
		return err
	}
	err = changeMark(l, old, func(m *Mark) error { m.Next = Plastic{k.Card, k.Issue}; return nil })
	if err != nil {
		return err
	}
	return changeMark(l, k, func(m *Mark) error {
		m.Prev, m.Due, m.Unit = Plastic{old.Card, old.Issue}, e.Boxes, e.Unit
		if m.Class = Renewed; e.Class == Other {
			m.Class = Other
		}
		return nil
	})
}

// unrenew takes back what renew did.
func unrenew(l Ledger, e *Entry) error {
	k, err := e.newCard()
	if err != nil {
		return err
	}
	err = changeMark(l, MarkKey{e.Round, e.Card, e.Issue}, func(m *Mark) error { m.Next = Plastic{}; return nil })
	if err != nil {
		return err
	}
	return changeMark(l, k, func(m *Mark) error {
		m.Prev, m.Due = Plastic{}, 0
		if m.Class == Renewed {
			m.Class = Other // on no roster of ours, until one says otherwise
		}
		return nil
	})
}

// newCard is the card that an entry of an exchange or a reissue makes known:
// the next issue of the same number, or the first of another.
func (e *Entry) newCard() (MarkKey, error) {
	n, err := ParseCard(e.Fact(FactNew))
	if err != nil {
		return MarkKey{}, fmt.Errorf("entry %v: new card: %w", e.Key, err)
	}
	k := MarkKey{e.Round, n, FirstIssue}
	if n == e.Card {
		k.Issue = e.Issue + 1
	}
	return k, nil
}
