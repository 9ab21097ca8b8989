package stampdesk

// tallies are the figures of the unit's cells, under no name those of what is
// in none. They add up to the figures of the unit.
func (u *unitFill) tallies() (map[string]*Tally, error) {
	if u.figures != nil {
		return u.figures, nil
	}
	figures := map[string]*Tally{}
	cell := func(name string) *Tally {
		t := figures[name]
		if t == nil {
			n := newTally()
			t = &n
			figures[name] = t
		}
		return t
	}
	for i := range u.roster {
		if m := &u.roster[i]; m.Unit == u.Code {
			cell(u.cellOf(m, "")).Headcount.Add(m.Headcount())
		}
	}
	rows, err := u.rows(FormStamp)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		if t := cell(r.Cell); r.Class != Guest {
			t.Proposed++
		}
	}
	if err := u.addPlaced(cell); err != nil {
		return nil, err
	}
	if err := u.addDeeds(cell); err != nil {
		return nil, err
	}
	five, err := u.cardless()
	if err != nil {
		return nil, err
	}
	five.byReason(cell, u.cells)
	for _, name := range u.cells {
		cell(name)
	}
	for _, t := range figures {
		t.Remaining = t.WithCard - t.seen()
		t.WithoutCard = t.Official - t.WithCard
	}
	u.figures = figures
	return figures, nil
}

func (u *unitFill) addPlaced(cell func(string) *Tally) error {
	placed, err := u.placedIn(u.Code)
	if err != nil {
		return err
	}
	for _, k := range placed {
		mark, err := u.s.Mark(k)
		if err != nil {
			return err
		}
		name, err := u.cellOfCard(k, mark)
		if err != nil {
			return err
		}
		for _, c := range mark.Cells(u.round) {
			cell(name).add(c, 1)
		}
	}
	return nil
}

func (u *unitFill) addDeeds(cell func(string) *Tally) error {
	deeds, err := u.deedsIn(u.Code)
	if err != nil {
		return err
	}
	for _, d := range deeds {
		mark, err := u.s.Mark(d.MarkKey)
		if err != nil {
			return err
		}
		name, err := u.cellOfCard(d.MarkKey, mark)
		if err != nil {
			return err
		}
		cell(name).add(Cell{Act: d.act, What: string(d.reason)}, 1)
	}
	return nil
}

// cellOfCard is the cell of the member whose card it is.
func (u *unitFill) cellOfCard(k MarkKey, mark Mark) (string, error) {
	m, err := u.owner(k, mark)
	return u.cellOf(m, ""), err
}

// hasRest reports whether something of the unit is in no cell.
func (u *unitFill) hasRest() bool { return u.figures[""] != nil }

// byCell are the cells as parts of the unit.
func (u *unitFill) byCell() ([]FormPart, error) {
	tallies, err := u.tallies()
	if err != nil {
		return nil, err
	}
	var parts []FormPart
	for _, name := range u.cells {
		parts = append(parts, FormPart{Key: name, Name: name, Tally: *tallies[name]})
	}
	if u.hasRest() {
		parts = append(parts, FormPart{Tally: *tallies[""]})
	}
	return parts, nil
}
