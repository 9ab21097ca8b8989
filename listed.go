package stampdesk

import (
	"fmt"
	"strconv"
)

// LinesOf is how many lines the lists of a batch have, as the unit wrote them:
// whoever else lists the same cards.
func LinesOf(r LedgerReader, b *Batch, forms ...Form) (n int, err error) {
	for _, f := range forms {
		if !b.Lists.Has(f) {
			continue
		}
		e, err := r.Entry(b.Lists.Of(f))
		if err != nil {
			return 0, err
		}
		lines, err := strconv.Atoi(e.Fact(FactCount))
		if err != nil {
			return 0, fmt.Errorf("entry %v: %w", e.Key, err)
		}
		n += lines
	}
	return n, nil
}

// listedOwner finds whose card was listed. A card that this desk exchanged or
// reissued since was listed rightly, though the roster may have its new number.
func listedOwner(s Snapshot, round uint8, card CardNumber) (*Member, error) {
	m, err := s.Member(card)
	if err != nil || m != nil {
		return m, err
	}
	_, mark, err := NewestIssue(s, round, card)
	if err != nil || mark.Next.Card == 0 {
		return nil, err
	}
	return s.Member(mark.Next.Card)
}

// againstRoster is what the roster has against a line of list 2, 3 or 4 whose
// card is this member's, nobody's where nil. A Difference without a Kind is
// none.
func againstRoster(s Snapshot, b *Batch, f Form, l Line, m *Member) (Difference, error) {
	d := Difference{Card: l.Card, Form: f, Name: l.Name, Cell: l.Cell, Declared: 1, By: "roster"}
	if m == nil {
		d.Kind = ListedUnknown
		now, err := s.Replaced(l.Card)
		if now != nil {
			d.Kind, d.Note = ListedVoid, now.Card.String()
		}
		return d, err
	}
	d.Name, d.Cell = m.Name, m.Cell
	why, changed := changedTo(m, b)
	switch {
	case why == ReasonOtherUnit:
		d.Kind, d.Note = ListedElsewhere, string(m.Brings())
	case changed:
		d.Kind, d.Note = ListedDeparted, string(why)
	case l.Name != "" && l.Name != m.Name && plainWords(l.Name) != plainWords(m.Name):
		d.Kind, d.Note = NameDiffers, l.Name
	}
	return d, nil
}

// hasCard is the difference of a line of list 5, of members without a card,
// that has the number of one.
func hasCard(m *Member) Difference {
	return Difference{Kind: HasCard, Card: m.Card, Name: m.Name, Cell: m.Cell, Form: FormCardless, Found: 1, By: "roster"}
}
