package stampdesk

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
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

// Balanced balances one batch; ErrNotFound where there is none of this name. A
// batch that is closed keeps the figures that it was closed with.
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
	if batch.IsClosed() {
		err = b.close(s)
	} else {
		err = b.open(s)
	}
	byCell := func(x, y Item) int { return cmp.Or(cmp.Compare(x.Cell, y.Cell), cmp.Compare(x.Card, y.Card)) }
	slices.SortFunc(b.Seen, byCell)
	slices.SortFunc(b.Missing, byCell)
	return b, err
}

// open balances a batch that is being worked on.
func (b *Balance) open(s Snapshot) error {
	expected, err := b.expected(s)
	if err != nil {
		return err
	}
	for m, err := range s.Marks(b.Batch.Round) {
		if err != nil {
			return err
		}
		if err := b.take(s, m, expected); err != nil {
			return err
		}
	}
	for _, it := range expected {
		if it.Standing.Reason == "" {
			it.Standing.Reason = ReasonUncollected
		}
		b.Missing = append(b.Missing, it)
	}
	b.Expected = len(b.Seen) - b.Extra + len(b.Missing)
	return nil
}

// close reads the balance of a closed batch: what was missing is on paper.
func (b *Balance) close(s Snapshot) error {
	for m, err := range s.Marks(b.Batch.Round) {
		if err != nil {
			return err
		}
		if !b.sawHere(&m.Mark) && !b.cameUnscanned(&m.Mark) {
			continue
		}
		it, err := b.item(s, m)
		if err != nil {
			return err
		}
		b.Seen = append(b.Seen, it)
	}
	for l, err := range s.Paper(b.Batch.Closed) {
		if err != nil {
			return err
		}
		it := Item{Card: l.Card, Class: l.Class, Unit: l.Unit, Standing: Standing{Reason: l.Reason}}
		member, err := s.Member(l.Card)
		if err != nil {
			return err
		}
		if member != nil {
			it.Name, it.Cell = member.Name, member.Cell
		}
		b.Missing = append(b.Missing, it)
	}
	e, err := s.Entry(b.Batch.Closed)
	if err != nil {
		return err
	}
	if b.Expected, err = strconv.Atoi(e.Fact(FactExpected)); err != nil {
		return fmt.Errorf("entry %v: %w", e.Key, err)
	}
	b.Extra = max(0, len(b.Seen)+len(b.Missing)-b.Expected)
	return nil
}

// expected are the cards that the roster has the unit bring. A delivery is
// expected whole; of any other batch only what its lists name.
func (b *Balance) expected(s Snapshot) (map[CardNumber]Item, error) {
	expected := map[CardNumber]Item{}
	if b.Batch.Kind != Delivery {
		return expected, nil
	}
	for m, err := range s.MembersOf(b.Batch.Unit) {
		if err != nil {
			return nil, err
		}
		if m.Brings() == b.Batch.Unit && m.Card != 0 && m.Class() != Other {
			it := Item{Card: m.Card, Class: m.Class(), Unit: m.Unit, Name: m.Name, Cell: m.Cell}
			if m.Status == Abroad {
				it.Standing.Reason = ReasonAbroad
			}
			expected[m.Card] = it
		}
	}
	return expected, nil
}

// take sorts one mark into the balance and out of what is still expected.
func (b *Balance) take(s Snapshot, m Marked, expected map[CardNumber]Item) error {
	var (
		mark       = &m.Mark
		here       = b.sawHere(mark)
		listed     = mark.Listed.In(FormStamp, b.Batch.ID) || mark.Listed.In(FormDamaged, b.Batch.ID)
		goneBefore = mark.Missing.Act != 0 // on paper as missing in a batch closed before
		settled    = mark.IsSeen() || mark.Listed.Of(FormLost) != nil || goneBefore
		unscanned  = !settled && b.cameUnscanned(mark)
	)
	it, due := expected[m.Key.Card]
	due = due || listed
	if !due && !here {
		return nil
	}
	if here || unscanned || due && it.Card == 0 {
		var err error
		if it, err = b.item(s, m); err != nil {
			return err
		}
	}
	switch {
	case here, unscanned:
		b.Seen = append(b.Seen, it)
		if !due {
			b.Extra++
		}
	case !settled:
		expected[it.Card] = it
		return nil
	}
	delete(expected, it.Card)
	return nil
}

// sawHere reports whether a card has its answer in this batch.
func (b *Balance) sawHere(m *Mark) bool { return m.IsSeen() && m.Standing.Batch == b.Batch.ID }

// cameUnscanned reports whether a card came with list 3 of this batch and past
// the scanner.
func (b *Balance) cameUnscanned(m *Mark) bool {
	return !m.IsSeen() && m.Listed.In(FormDamaged, b.Batch.ID)
}

// item is a marked card, with its holder where the roster has one.
func (b *Balance) item(s Snapshot, m Marked) (Item, error) {
	it := Item{Card: m.Key.Card, Class: m.Mark.Class, Unit: m.Mark.Unit}
	member, err := s.Member(m.Key.Card)
	if err != nil {
		return it, err
	}
	if member != nil {
		it.Name, it.Cell = member.Name, member.Cell
	}
	switch {
	case b.sawHere(&m.Mark):
		it.Standing = m.Mark.Standing
	case b.cameUnscanned(&m.Mark):
		it.Standing = m.Mark.Listed.Of(FormDamaged).Standing
	}
	if it.Standing.Reason == ReasonOther {
		e, err := s.Entry(it.Standing.Entry)
		if err != nil {
			return it, err
		}
		it.Note = e.Note
	}
	return it, nil
}
