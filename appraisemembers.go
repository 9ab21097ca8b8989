package stampdesk

import "slices"

// readRoster reads the members of the unit, and counts the cards that its host
// or its guests' own unit brings instead.
func (a *appraisal) readRoster() error {
	keep := a.hasLists()
	a.byCard = map[CardNumber]int{}
	for m, err := range a.s.MembersOf(a.unit.Code) {
		if err != nil {
			return err
		}
		if m.Class() == Ours && m.Unit != m.Brings() {
			if m.Unit == a.unit.Code {
				a.away++
			} else {
				a.hosted++
			}
		}
		if keep {
			if m.Card != 0 {
				a.byCard[m.Card] = len(a.roster)
			}
			a.roster = append(a.roster, m)
		}
	}
	return nil
}

// members compares the roster with the lists: who has a card must be on one of
// them once list 2 is in, and who has none on list 5 once that is in.
func (a *appraisal) members() error {
	without := linesNamed(a.cardless)
	five := a.first(FormCardless)
	var holders []*Member // whose name is on list 5
	for i := range a.roster {
		m := &a.roster[i]
		if m.Status.CountsOfficial() && m.Card == 0 && m.Unit == a.unit.Code {
			if five != nil && !without.take(m.Name) {
				a.add(five.ID, Difference{Kind: CardlessNotListed, Name: m.Name, Cell: m.Cell, Form: FormCardless, Found: 1, By: "roster"})
			}
			continue
		}
		if m.Brings() != a.unit.Code || m.Card == 0 || m.Class() == Other || m.Status == Abroad {
			continue
		}
		if without.left(m.Name) > 0 {
			holders = append(holders, m)
		}
		if err := a.unlisted(m); err != nil {
			return err
		}
	}
	// What is left on list 5 is a person who has a card, or nobody we know.
	for _, m := range holders {
		if without.take(m.Name) {
			a.add(five.ID, Difference{Kind: HasCard, Card: m.Card, Name: m.Name, Cell: m.Cell, Form: FormCardless, Found: 1, By: "roster"})
		}
	}
	for _, l := range without.rest() {
		a.add(five.ID, Difference{Kind: CardlessUnknown, Name: l.Name, Cell: l.Cell, Form: FormCardless, Declared: 1, By: "roster"})
	}
	return nil
}

func (a *appraisal) hasLists() bool {
	return slices.ContainsFunc(a.batches, func(b Batch) bool { return b.Lists != (Lists{}) })
}

// first is the first batch with a list of this form; a delivery before others.
func (a *appraisal) first(f Form) *Batch {
	var first *Batch
	for i := range a.batches {
		b := &a.batches[i]
		if b.Lists.Has(f) && (first == nil || first.Kind != Delivery && b.Kind == Delivery) {
			first = b
		}
	}
	return first
}

// unlisted names a card that the unit should bring and says nothing of.
func (a *appraisal) unlisted(m *Member) error {
	b := a.first(FormStamp)
	if b == nil || b.Kind != Delivery {
		return nil
	}
	for _, n := range [...]CardNumber{m.Card, m.OldCard} {
		for f := FormStamp; f <= FormLost && n != 0; f++ {
			if a.cards[f][n] {
				return nil
			}
		}
	}
	k, mark, err := NewestIssue(a.s, a.round, m.Card)
	if err != nil {
		return err
	}
	if mark.Prev.Card != 0 { // the card in whose place it is was on the lists
		return nil
	}
	at, err := a.s.Batch(mark.Standing.Batch)
	if err != nil {
		return err
	}
	switch place, _ := PlaceOf(mark.Standing.Act, mark.Standing.Reason); {
	case place == InUncollected, // the unit said why it does not come
		at != nil && at.IsClosed() && (place == InStamped || place == InDamaged || place == InLost): // the desk's own differences name it
		return nil
	}
	a.add(b.ID, Difference{Kind: NotOnAnyList, Card: k.Card, Name: m.Name, Cell: m.Cell, Form: FormStamp, Found: 1, By: "roster"})
	return nil
}

// byName are the lines of lists without numbers, by name.
type byName map[string][]Line

func linesNamed(lines []Line) byName {
	n := byName{}
	for _, l := range lines {
		if l.Card == 0 && l.Name != "" {
			n[plainWords(l.Name)] = append(n[plainWords(l.Name)], l)
		}
	}
	return n
}

func (n byName) left(name string) int {
	if len(n) == 0 {
		return 0
	}
	return len(n[plainWords(name)])
}

// take strikes one line of this name out; false where there is none.
func (n byName) take(name string) bool {
	key := plainWords(name)
	lines := n[key]
	if len(lines) == 0 {
		return false
	}
	n[key] = lines[1:]
	return true
}

// rest are the lines that nobody took, by name.
func (n byName) rest() (lines []Line) {
	keys := make([]string, 0, len(n))
	for k := range n {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		lines = append(lines, n[k]...)
	}
	return lines
}
