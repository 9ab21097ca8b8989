package stampdesk

import (
	"cmp"
	"fmt"
	"slices"
)

// ListedCard is a card that a unit is to bring: by one of its lists, or by the
// roster.
type ListedCard struct {
	Form Form       // the list; 0: the roster
	Seq  int        // its line in the list, from 1; 0 by the roster
	Card CardNumber // zero where a list has none
	Name string     // as the roster has it; as the list says where the roster does not know the card
	Cell string     // likewise
}

// ListedInOrder gives the cards on lists 2, 3 and 4 of a batch, list by list,
// each in the order in which the unit wrote it; none where no such list was
// handed in. The error wraps ErrNotFound where there is no such batch.
func ListedInOrder(s Snapshot, id BatchID) ([]ListedCard, error) {
	b, err := s.Batch(id)
	if err != nil {
		return nil, err
	}
	if b == nil {
		return nil, fmt.Errorf("batch %s: %w", id, ErrNotFound)
	}
	var all []ListedCard
	for _, f := range [...]Form{FormStamp, FormDamaged, FormLost} {
		if !b.Lists.Has(f) {
			continue
		}
		seq := 0
		for l, err := range s.Paper(b.Lists.Of(f)) {
			if err != nil {
				return nil, err
			}
			seq++
			c := ListedCard{Form: f, Seq: seq, Card: l.Card, Name: l.Name, Cell: l.Cell}
			if l.Card != 0 {
				m, err := listedOwner(s, b.Round, l.Card)
				if err != nil {
					return nil, err
				}
				if m != nil {
					c.Name, c.Cell = cmp.Or(m.Name, l.Name), cmp.Or(m.Cell, l.Cell)
				}
			}
			all = append(all, c)
		}
	}
	return all, nil
}

// CardsOf gives the cards that the roster has a unit bring, by cell and number.
func CardsOf(s Snapshot, u UnitCode) ([]ListedCard, error) {
	var all []ListedCard
	for m, err := range s.MembersOf(u) {
		if err != nil {
			return nil, err
		}
		if m.Brings() == u && m.Card != 0 && m.Class() != Other {
			all = append(all, ListedCard{Card: m.Card, Name: m.Name, Cell: m.Cell})
		}
	}
	slices.SortFunc(all, func(a, b ListedCard) int {
		return cmp.Or(cmp.Compare(a.Cell, b.Cell), cmp.Compare(a.Card, b.Card))
	})
	return all, nil
}
