package stampdesk

// deed is an act that is counted by itself, beside where its card stands.
type deed struct {
	MarkKey
	act    Act
	reason Reason
}

// placedIn are the cards that count somewhere in the figures of a unit; of a
// guest that of the unit which brought the card. The first call walks the
// cards of the round.
func (f *Filler) placedIn(unit UnitCode) ([]MarkKey, error) {
	if f.placed == nil {
		placed := map[UnitCode][]MarkKey{}
		for m, err := range f.s.Marks(f.round) {
			if err != nil {
				return nil, err
			}
			if cells := m.Mark.Cells(f.round); len(cells) > 0 {
				u := f.unitOf(&cells[0])
				placed[u] = append(placed[u], m.Key)
			}
		}
		f.placed = placed
	}
	return f.placed[unit], nil
}

// deedsIn are the remarks, undone entries, exchanges and reissues that the
// tally counts in a unit. The first call for a unit that has any walks the
// journal.
func (f *Filler) deedsIn(unit UnitCode) ([]deed, error) {
	t := f.part(unit)
	n := t.Voided + t.Exchanged + t.Reissued
	for _, m := range t.Remarks {
		n += m
	}
	if n == 0 {
		return nil, nil
	}
	if f.deeds == nil {
		if err := f.readDeeds(); err != nil {
			return nil, err
		}
	}
	return f.deeds[unit], nil
}

func (f *Filler) readDeeds() error {
	type done struct {
		deed
		unit UnitCode
	}
	all, undone := map[EntryKey]done{}, map[EntryKey]bool{}
	for _, h := range f.heads {
		for e, err := range f.s.Entries(h.Desk, 0) {
			if err != nil {
				return err
			}
			if e.Entry.Round != f.round || e.Entry.Card == 0 {
				continue
			}
			switch e.Entry.Act {
			case ActVoided:
				was, err := f.s.Entry(e.Entry.Ref)
				if err != nil {
					return err
				}
				if was.Act == ActPresented { // a card put back unanswered is no act undone
					continue
				}
				undone[e.Entry.Ref] = true
			case ActRemarked, ActExchanged, ActReissued:
			default:
				continue
			}
			k := MarkKey{f.round, e.Entry.Card, e.Entry.Issue}
			all[e.Entry.Key] = done{deed{k, e.Entry.Act, e.Entry.Reason}, e.Entry.Unit}
		}
	}
	f.deeds = map[UnitCode][]deed{}
	for k, d := range all {
		if !undone[k] {
			f.deeds[d.unit] = append(f.deeds[d.unit], d.deed)
		}
	}
	return nil
}
