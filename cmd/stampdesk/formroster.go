package main

import (
	"cmp"
	"iter"
	"slices"

	"stampdesk"
)

// fromRoster are the lines that a unit would write on a form of its own: for
// form 2 those whose card it is expected to bring, for form 5 its official
// members without one. By unit, cell and the order of the roster; guests last.
func fromRoster(s stampdesk.Snapshot, f stampdesk.Form, scope stampdesk.Scope) ([]stampdesk.FormRow, error) {
	var rows []stampdesk.FormRow
	names := map[stampdesk.UnitCode]string{}
	for u, err := range s.Units() {
		if err != nil {
			return nil, err
		}
		names[u.Code] = u.Name
	}
	for m, err := range membersIn(s, scope.Unit) {
		if err != nil {
			return nil, err
		}
		if belongsOn(&m, f, scope) {
			unit := answersFor(&m, f)
			rows = append(rows, stampdesk.FormRow{Unit: unit, UnitName: names[unit], Cell: m.Cell, Member: m, Card: m.Card, Class: m.Class()})
		}
	}
	slices.SortStableFunc(rows, func(a, b stampdesk.FormRow) int {
		return cmp.Or(
			cmp.Compare(guestRank(a.Class), guestRank(b.Class)),
			cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Cell, b.Cell),
		)
	})
	return rows, nil
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

func belongsOn(m *stampdesk.Member, f stampdesk.Form, scope stampdesk.Scope) bool {
	switch {
	case scope.Unit != "" && answersFor(m, f) != scope.Unit,
		scope.Cell != "" && stampdesk.Fold(m.Cell) != stampdesk.Fold(scope.Cell), scope.Rest && m.Cell != "":
		return false
	case f == stampdesk.FormCardless:
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
