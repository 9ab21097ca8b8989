package main

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"stampdesk"
)

// fromRoster are the lines that a unit would write on a form of its own: for
// form 2 those whose card it is expected to bring, for form 5 its official
// members without one. By unit, by cell as the roster names them first, what has
// no cell behind them, and within a cell as on the roster; guests last.
func fromRoster(s stampdesk.Snapshot, f stampdesk.Form, scope stampdesk.Scope) ([]stampdesk.FormRow, error) {
	names := map[stampdesk.UnitCode]string{}
	for u, err := range s.Units() {
		if err != nil {
			return nil, err
		}
		names[u.Code] = u.Name
	}
	type line struct {
		stampdesk.FormRow
		at int // of its cell
	}
	var lines []line
	cells := cellNames{}
	for m, err := range membersIn(s, scope.Unit) {
		if err != nil {
			return nil, err
		}
		unit := answersFor(&m, f)
		cell, at := cells.named(unit, cellWithin(&m, unit))
		if belongsOn(&m, f) && within(scope, unit, cell) {
			lines = append(lines, line{stampdesk.FormRow{Unit: unit, UnitName: names[unit], Cell: cell, Member: m, Card: m.Card, Class: m.Class()}, at})
		}
	}
	slices.SortStableFunc(lines, func(a, b line) int {
		return cmp.Or(cmp.Compare(guestRank(a.Class), guestRank(b.Class)), cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.at, b.at))
	})
	var rows []stampdesk.FormRow
	for i := range lines {
		rows = append(rows, lines[i].FormRow)
	}
	return rows, nil
}

// cellWithin is the member's cell where it is one of the unit's: that of a guest
// belongs to another, which may have a cell of the same name.
func cellWithin(m *stampdesk.Member, unit stampdesk.UnitCode) string {
	if m.Unit != unit && m.Unit != "" {
		return ""
	}
	return m.Cell
}

// cellNames are the cells of units, as they were spelt first.
type cellNames map[stampdesk.UnitCode]*unitCells

type unitCells struct {
	first []string       // how each is spelt first
	at    map[string]int // of every spelling, where its cell stands
}

// named is a cell as it was first spelt and its place among the cells of the
// unit; what is no name comes behind them all.
func (c cellNames) named(unit stampdesk.UnitCode, cell string) (string, int) {
	if stampdesk.SameCell(cell, "") {
		return "", math.MaxInt
	}
	u := c[unit]
	if u == nil {
		u = &unitCells{at: map[string]int{}}
		c[unit] = u
	}
	at, known := u.at[cell]
	if !known {
		at = slices.IndexFunc(u.first, func(first string) bool { return stampdesk.SameCell(first, cell) })
		if at < 0 {
			at, u.first = len(u.first), append(u.first, cell)
		}
		u.at[cell] = at
	}
	return u.first[at], at
}

func membersIn(s stampdesk.Snapshot, unit stampdesk.UnitCode) iter.Seq2[stampdesk.Member, error] {
	if unit == "" {
		return s.Members()
	}
	return s.MembersOf(unit)
}

// answersFor is the unit that would write the member on its form: who brings the
// card, or whose member it is where there is none to bring.
func answersFor(m *stampdesk.Member, f stampdesk.Form) stampdesk.UnitCode {
	if f == stampdesk.FormCardless {
		return m.Unit
	}
	return m.Brings()
}

// within reports whether a line of the unit and cell lies in what was asked for.
func within(scope stampdesk.Scope, unit stampdesk.UnitCode, cell string) bool {
	switch {
	case scope.Unit != "" && unit != scope.Unit, scope.Rest && cell != "":
		return false
	}
	return scope.Cell == "" || stampdesk.SameCell(cell, scope.Cell)
}

func belongsOn(m *stampdesk.Member, f stampdesk.Form) bool {
	if f == stampdesk.FormCardless {
		return m.Unit != "" && m.Status.CountsOfficial() && m.Card == 0
	}
	class := m.Class()
	return class == stampdesk.Ours || class == stampdesk.Guest && m.Card != 0
}

func guestRank(c stampdesk.Class) int {
	if c == stampdesk.Guest {
		return 1
	}
	return 0
}
