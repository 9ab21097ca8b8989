package sheet

import (
	"iter"
	"slices"
)

// table is a grid of which the row of the headings is known.
type table struct {
	grid
	heading record
	above   []record         // title rows
	below   iter.Seq[record] // the rows under the headings
}

// head finds the headings: so far they are the first row.
func head(g grid) (table, *Problem) {
	t := table{grid: g}
	for t.heading = range g.rows {
		break
	}
	switch {
	case t.heading.broken != "":
		return t, &Problem{Fault: FaultQuote, Line: t.heading.line}
	case t.heading.cells == nil:
		return t, &Problem{Fault: FaultEmpty}
	}
	t.heading.cells = slices.Clone(t.heading.cells)
	t.below = func(yield func(record) bool) {
		first := true
		for r := range g.rows {
			if !first && !yield(r) {
				return
			}
			first = false
		}
	}
	return t, nil
}
