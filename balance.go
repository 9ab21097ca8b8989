package stampdesk

import (
	"cmp"
	"fmt"
	"slices"
)

// Balance is a batch counted like a cash desk: what was expected, what was
// seen and what is missing, each with the cards behind it.
type Balance struct {
	Batch    Batch
	Unit     UnitInfo
	Expected int    // cards that should be in the stack
	Seen     []Item // cards that have an answer in this batch
	Missing  []Item // cards expected and not seen
	Extra    int    // cards seen that nobody expected
}

// Item is one card of a balance.
type Item struct {
	Card     CardNumber
	Class    Class
	Unit     UnitCode
	Name     string // empty where the card is on no roster of ours
	Cell     string
	Standing Standing // what became of it; for a missing card why, as far as known
	Note     string   // a person's own words for ReasonOther
}

// In gives the cards seen that stand in one of the places, in order.
func (b *Balance) In(places ...Place) []Item {
	var items []Item
	for _, it := range b.Seen {
		if p, ok := PlaceOf(it.Standing.Act, it.Standing.Reason); ok && slices.Contains(places, p) {
			items = append(items, it)
		}
	}
	return items
}

// Balanced balances one batch; ErrNotFound where there is none of this name.
func Balanced(s Snapshot, id BatchID) (Balance, error) {
	batch, err := s.Batch(id)
	if err != nil {
		return Balance{}, err
	}
	if batch == nil {
		return Balance{}, fmt.Errorf("batch %s: %w", id, ErrNotFound)
	}
	b := Balance{Batch: *batch, Unit: UnitInfo{Unit: Unit{Code: batch.Unit, Name: string(batch.Unit)}}}
	if u, err := s.Unit(batch.Unit); err != nil {
		return Balance{}, err
	} else if u != nil {
		b.Unit = *u
	}
	expected := map[CardNumber]Item{}
	if batch.Kind == Delivery {
		for m, err := range s.MembersOf(batch.Unit) {
			if err != nil {
				return Balance{}, err
			}
			if m.Brings() == batch.Unit && m.Card != 0 && m.Class() != Other {
				expected[m.Card] = itemOf(&m)
			}
		}
	}
	for m, err := range s.Marks(batch.Round) {
		if err != nil {
			return Balance{}, err
		}
		if err := b.take(s, m, expected); err != nil {
			return Balance{}, err
		}
	}
	for _, it := range expected {
		if it.Standing.Reason == "" {
			it.Standing.Reason = ReasonUncollected
		}
		b.Missing = append(b.Missing, it)
	}
	byCell := func(x, y Item) int { return cmp.Or(cmp.Compare(x.Cell, y.Cell), cmp.Compare(x.Card, y.Card)) }
	slices.SortFunc(b.Seen, byCell)
	slices.SortFunc(b.Missing, byCell)
	b.Expected = len(b.Seen) - b.Extra + len(b.Missing)
	return b, nil
}

// take sorts one mark into the balance and out of what is still expected.
func (b *Balance) take(s Snapshot, m Marked, expected map[CardNumber]Item) error {
	id, card, mark := b.Batch.ID, m.Key.Card, &m.Mark
	it, due := expected[card]
	listed := mark.Listed.Of(FormStamp).Batch == id || mark.Listed.Of(FormDamaged).Batch == id
	here := mark.IsSeen() && mark.Standing.Batch == id
	if !due && (listed || here) {
		member, err := s.Member(card)
		if err != nil {
			return err
		}
		it = Item{Card: card, Class: mark.Class, Unit: mark.Unit}
		if member != nil {
			it = itemOf(member)
		}
		due = listed
		if listed {
			expected[card] = it
		}
	}
	switch {
	case here:
		it.Standing = mark.Standing
		if it.Standing.Reason == ReasonOther {
			e, err := s.Entry(it.Standing.Entry)
			if err != nil {
				return err
			}
			it.Note = e.Note
		}
		b.Seen = append(b.Seen, it)
		if !due {
			b.Extra++
		}
	case !due:
		return nil
	case mark.IsSeen(), // in another batch
		mark.Listed.Has(FormLost),
		mark.Missing.Act != 0 && mark.Missing.Entry != b.Batch.Closed: // in a batch closed before
	case mark.Listed.Has(FormDamaged):
		if d := mark.Listed.Of(FormDamaged); d.Batch == id { // came with its list and was not scanned
			it.Standing = *d
			b.Seen = append(b.Seen, it)
		}
	default:
		return nil
	}
	delete(expected, card)
	return nil
}

func itemOf(m *Member) Item {
	it := Item{Card: m.Card, Class: m.Class(), Unit: m.Unit, Name: m.Name, Cell: m.Cell}
	if m.Status == Abroad {
		it.Standing.Reason = ReasonAbroad
	}
	return it
}
