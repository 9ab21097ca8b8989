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
	Strays   []Item // which, while the batch is open
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
	slices.SortFunc(b.Strays, byCell)
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

// close reads the balance that a batch was closed with.
func (b *Balance) close(s Snapshot) error {
	for l, err := range s.Paper(b.Batch.Closed) {
		if err != nil {
			return err
		}
		it := Item{Card: l.Card, Class: l.Class, Unit: l.Unit, Standing: Standing{Reason: l.Reason}}
		if err := it.name(s); err != nil {
			return err
		}
		if !l.Entry.IsZero() {
			e, err := s.Entry(l.Entry)
			if err != nil {
				return err
			}
			it.Standing = e.standing()
			it.note(e)
		}
		if missing, err := l.isMissing(s); err != nil {
			return err
		} else if missing {
			b.Missing = append(b.Missing, it)
		} else {
			b.Seen = append(b.Seen, it)
		}
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

// paper is the balance as the entry that closes the batch keeps it.
func (b *Balance) paper() []Line {
	lines := make([]Line, 0, len(b.Seen)+len(b.Missing))
	for _, items := range [...][]Item{b.Seen, b.Missing} {
		for _, it := range items {
			lines = append(lines, Line{Card: it.Card, Unit: it.Unit, Class: it.Class, Reason: it.Standing.Reason, Entry: it.Standing.Entry})
		}
	}
	return lines
}

// Matches reports whether all that should be there is, and nothing else; a
// card that the unit reported as not collected, and why, is accounted for.
func (b *Balance) Matches() bool { return b.Difference() == 0 }

// Difference is the number of cards that nobody has accounted for: missing
// without a report, seen and not expected, and those by which the count by
// hand is off.
func (b *Balance) Difference() int { return b.Lacking() + b.Extra + b.CountOff() }

// Lacking is the number of cards that are missing without a report.
func (b *Balance) Lacking() (n int) {
	for _, it := range b.Missing {
		if it.Standing.Act != ActReportedUncollected {
			n++
		}
	}
	return n
}

// CountOff is the number of cards by which the count by hand is off; 0 where
// nobody counted.
func (b *Balance) CountOff() int {
	if b.Batch.Count <= 0 {
		return 0
	}
	return max(b.Batch.Count-len(b.Seen), len(b.Seen)-b.Batch.Count)
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
		mark   = &m.Mark
		here   = mark.IsSeen() && mark.Standing.Act != ActReportedLost && mark.Standing.Batch == b.Batch.ID
		astray = !here && mark.Aside.Batch == b.Batch.ID // it belongs elsewhere, and lies here
		listed = mark.Listed.In(FormStamp, b.Batch.ID) || mark.Listed.In(FormDamaged, b.Batch.ID)
		// Seen in another batch, lost, or on paper as missing in a batch closed
		// before: nobody waits for it here.
		settled = mark.IsSeen() || mark.Listed.Of(FormLost) != nil || mark.Missing.Act != 0
	)
	if mark.Prev.Card != 0 { // what the roster expects is the card in whose place it is
		delete(expected, m.Key.Card)
	}
	it, due := expected[m.Key.Card]
	due = due || listed || here && b.takesUnlisted(mark)
	if !due && !here && !astray {
		return nil
	}
	if it.Card == 0 {
		it = Item{Card: m.Key.Card, Class: mark.Class, Unit: mark.Unit}
		if err := it.name(s); err != nil {
			return err
		}
	}
	switch {
	case here, astray:
		if it.Standing = mark.Standing; astray {
			it.Standing = mark.Aside
		}
		if it.Standing.Reason == ReasonOther {
			e, err := s.Entry(it.Standing.Entry)
			if err != nil {
				return err
			}
			it.note(e)
		}
		b.Seen = append(b.Seen, it)
		if !due || astray {
			b.Extra++
			b.Strays = append(b.Strays, it)
		}
		if astray { // whether it is expected is another matter, which its own batch settles
			return nil
		}
	case !settled:
		switch {
		case mark.Standing.Act == ActReportedUncollected:
			it.Standing = mark.Standing
		case mark.Listed.Of(FormDamaged) != nil: // to come with its list, for exchange
			it.Standing = Standing{Reason: ReasonDamaged}
		}
		expected[it.Card] = it
		return nil
	}
	delete(expected, it.Card)
	return nil
}

// takesUnlisted reports whether a card that came is one of the batch although
// neither the roster nor a list announced it: a new card of the unit, the card
// in whose place it is, or any card of it in a later delivery that has no list.
func (b *Balance) takesUnlisted(m *Mark) bool {
	if m.Unit != b.Batch.Unit && m.Class != Guest {
		return false
	}
	return m.Prev.Card != 0 || m.Next.Card != 0 || b.Batch.Kind != Delivery && !b.Batch.Lists.Has(FormStamp) && m.Class != Other
}

// name looks up whose card it is.
func (it *Item) name(s Snapshot) error {
	m, err := s.Member(it.Card)
	if err == nil && m == nil {
		m, err = memberByOther(s, it.Card)
	}
	if m != nil {
		it.Name, it.Cell = m.Name, m.Cell
	}
	return err
}

// memberByOther finds whose card it is by the number before it or after it,
// where a roster knows only that.
func memberByOther(s Snapshot, card CardNumber) (*Member, error) {
	setup, err := s.Setup()
	if err != nil {
		return nil, err
	}
	k, mark, err := NewestIssue(s, uint8(setup.Round.Ordinal), card)
	if err != nil {
		return nil, err
	}
	if m, err := ownerOf(s, k, mark); err != nil || m != nil || mark.Next.Card == 0 {
		return m, err
	}
	return s.Member(mark.Next.Card)
}

// note takes a person's own words where the reason has none.
func (it *Item) note(e *Entry) {
	if it.Standing.Reason == ReasonOther {
		it.Note = e.Note
	}
}
