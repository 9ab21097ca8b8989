package stampdesk

import "slices"

// appraisal is one unit's paper of a round, as it is compared.
type appraisal struct {
	s       Snapshot
	round   uint8
	unit    UnitInfo
	known   bool    // the roster has the unit
	batches []Batch // without those of new cards that came with no paper
	found   []Difference

	roster []Member // that bring their cards here, or belong here; read where a list is in
	byCard map[CardNumber]int

	lines    map[BatchID]*[FormCardless + 1]int // of each list, as written
	cards    [FormCardless + 1]map[CardNumber]bool
	guests   [FormCardless + 1]int // of them, those of guests of other boards
	cardless []Line                // of lists 5
	hosted   int                   // cards brought here of members of our other units
	away     int                   // cards of its own members that another unit brings
	desk     Tally                 // what became of the cards that it brought
	seen     map[BatchID]int
	broken   struct{ damaged, lost int } // of its cards, those that the desk found so; lists say nothing here
}

func (a *appraisal) add(b BatchID, d Difference) {
	d.Unit, d.Batch = a.unit.Code, b
	a.found = append(a.found, d)
}

// has reports whether the unit handed in a list of this form.
func (a *appraisal) has(f Form) bool {
	return slices.ContainsFunc(a.batches, func(b Batch) bool { return b.Lists.Has(f) })
}

// isClosed reports whether all that the unit brought is closed, so that the
// desk has the last word on it.
func (a *appraisal) isClosed() bool {
	return len(a.batches) > 0 && !slices.ContainsFunc(a.batches, func(b Batch) bool { return !b.IsClosed() })
}

// delivery is the batch whose declaration is the unit's: the last delivery
// with one; nil where nothing was declared.
func (a *appraisal) delivery() *Batch {
	var last *Batch
	for i := range a.batches {
		b := &a.batches[i]
		if b.Declared != nil && (last == nil || b.Kind == Delivery || last.Kind != Delivery) {
			last = b
		}
	}
	return last
}

// lists compares every list with the roster, line by line, and then the
// roster with the lists.
func (a *appraisal) lists() error {
	if err := a.readRoster(); err != nil {
		return err
	}
	named := map[string]BatchID{} // on list 5, by name and cell
	for i := range a.batches {
		b := &a.batches[i]
		a.lines[b.ID] = &[FormCardless + 1]int{}
		listed := map[CardNumber]Form{} // the first list that names a card
		for f := FormStamp; f <= FormCardless; f++ {
			if !b.Lists.Has(f) {
				continue
			}
			for l, err := range a.s.Paper(b.Lists.Of(f)) {
				if err != nil {
					return err
				}
				a.lines[b.ID][f]++
				if f == FormCardless {
					if who := plainWords(l.Name + " " + l.Cell); named[who] == "" || named[who] == b.ID { // a later list may repeat the first
						named[who] = b.ID
						a.cardless = append(a.cardless, l)
					}
					err = a.cardlessLine(b, l)
				} else {
					err = a.line(b, f, l, listed)
				}
				if err != nil {
					return err
				}
			}
		}
	}
	err := a.members()
	a.roster, a.byCard = nil, nil // one unit's at a time
	return err
}

func (a *appraisal) line(b *Batch, f Form, l Line, listed map[CardNumber]Form) error {
	if first, twice := listed[l.Card]; twice {
		a.add(b.ID, Difference{Kind: ListedTwice, Card: l.Card, Form: f, Name: l.Name, Cell: l.Cell, Declared: 1, Found: int(first), By: "list"})
		return nil
	}
	listed[l.Card] = f
	if a.cards[f] == nil {
		a.cards[f] = map[CardNumber]bool{}
	}
	m, err := a.listedMember(l.Card)
	if err != nil {
		return err
	}
	if m != nil && m.Class() == Guest && !a.cards[f][l.Card] {
		a.guests[f]++
	}
	a.cards[f][l.Card] = true
	d, err := againstRoster(a.s, b, f, l, m)
	if d.Kind != "" {
		a.add(b.ID, d)
	}
	return err
}

// listedMember is listedOwner, with the unit's own members at hand.
func (a *appraisal) listedMember(card CardNumber) (*Member, error) {
	if i, ok := a.byCard[card]; ok {
		return &a.roster[i], nil
	}
	return listedOwner(a.s, a.round, card)
}

// cardlessLine looks at a line of list 5 that has a number all the same.
func (a *appraisal) cardlessLine(b *Batch, l Line) error {
	if l.Card == 0 {
		return nil
	}
	m, err := a.s.Member(l.Card)
	if err == nil && m != nil {
		a.add(b.ID, hasCard(m))
	}
	return err
}
