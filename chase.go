package stampdesk

import (
	"cmp"
	"slices"
)

// Chased is a card that was not collected: somebody has to go after it, until
// the end of the round and after it.
type Chased struct {
	Item   // Standing says since when, in which batch, and why; Note what the person said who reported it
	Brings UnitCode
}

// Chase is the list of cards not collected in a round, by unit, cell and
// number; "" asks for all units.
func Chase(s Snapshot, round uint8, unit UnitCode) ([]Chased, error) {
	var all []Chased
	for m, err := range s.Marks(round) {
		if err != nil {
			return nil, err
		}
		for _, cell := range m.Mark.Cells(round) {
			if place, _ := PlaceOf(cell.Act, cell.reason()); place != InUncollected {
				continue
			}
			c := Chased{Item: Item{Card: m.Key.Card, Class: m.Mark.Class, Unit: m.Mark.Unit, Standing: m.Mark.Missing}, Brings: m.Mark.Unit}
			if m.Mark.Standing.Act == ActReportedUncollected {
				c.Standing = m.Mark.Standing
				e, err := s.Entry(c.Standing.Entry)
				if err != nil {
					return nil, err
				}
				c.Note = e.Note
			}
			owner, err := s.Member(c.Card)
			if err != nil {
				return nil, err
			}
			if owner != nil {
				c.Name, c.Cell, c.Brings = owner.Name, owner.Cell, owner.Brings()
			}
			if unit == "" || c.Brings == unit || c.Unit == unit {
				all = append(all, c)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Chased) int {
		return cmp.Or(cmp.Compare(a.Brings, b.Brings), cmp.Compare(a.Cell, b.Cell), cmp.Compare(a.Card, b.Card))
	})
	return all, nil
}
