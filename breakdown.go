package stampdesk

import (
	"cmp"
	"slices"
)

// Part is the part of a tally that one unit, one person or one of anything
// else has in it. It says what was done, never what was left to do.
type Part struct {
	Key string
	Tally
}

// All is everything in the part: the population, and the cards outside it.
func (p *Part) All() Handled {
	all := Handled{
		Stamped: p.Stamped, Relaminated: p.Relaminated, Damaged: p.Damaged, Lost: p.Lost, Held: p.Held, Refused: p.Refused,
	}
	for _, h := range [...]Handled{p.Guests, p.Outside, p.NewCards} {
		all.plus(h)
	}
	return all
}

// ByUnit and ByOperator are what a tally is mostly broken down by; cards of
// guests and of people on no roster have no unit.
func ByUnit(c Cell) string     { return string(c.Unit) }
func ByOperator(c Cell) string { return string(c.Operator) }

// Breakdown divides what Count counts for a question by what by gives for each
// cell: the parts, in the order of their keys, add up to Count's figures. Parts
// in which nothing was done are left out.
func Breakdown(s Snapshot, f Filter, by func(Cell) string) ([]Part, error) {
	parts := map[string]*Part{}
	for c, err := range s.Counts(f.Round) {
		if err != nil {
			return nil, err
		}
		_, placed := PlaceOf(c.Cell.Act, c.Cell.reason())
		if !f.matches(c.Cell) || !placed && c.Cell.Act != ActVoided {
			continue
		}
		key := by(c.Cell)
		p := parts[key]
		if p == nil {
			p = &Part{Key: key, Tally: newTally()}
			parts[key] = p
		}
		p.add(c.Cell, int(c.N))
	}
	var all []Part
	for _, p := range parts {
		p.WithCard = p.seen()
		all = append(all, *p)
	}
	slices.SortFunc(all, func(a, b Part) int { return cmp.Compare(a.Key, b.Key) })
	return all, nil
}
