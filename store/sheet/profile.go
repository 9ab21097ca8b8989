package sheet

import (
	"maps"
	"slices"
)

// checkProfile says what a profile names that is not there.
func (y *laying) checkProfile() {
	p := y.profile
	for _, f := range slices.Sorted(maps.Keys(p.Columns)) {
		c, ok := columnOf(f)
		if !ok {
			y.problems = append(y.problems, Problem{Fault: FaultProfileField, Found: shorten(string(f)), Want: p.Name})
			continue
		}
		for _, text := range p.Columns[f] {
			if !slices.ContainsFunc(y.texts, func(s string) bool { return headingKey(s) == headingKey(text) }) {
				y.problems = append(y.problems, Problem{
					Fault: FaultProfileColumn, Line: y.t.heading.line, Column: headings[c], Found: shorten(text), Want: p.Name,
				})
			}
		}
	}
}
