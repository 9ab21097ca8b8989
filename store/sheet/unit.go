package sheet

import (
	"cmp"
	"maps"
	"slices"

	"stampdesk"
)

// unitSeen is a unit with the lines that speak of it; 0: none does.
type unitSeen struct {
	stampdesk.Unit
	named, kinded, home, host int
	others                    map[string]bool // other names and kinds that were warned about
}

// home is the unit of a row: the one that it names or, where it names none,
// the one whose file it is.
func (r *memberReader) home(m *stampdesk.Member) {
	switch {
	case m.Unit == "" && m.Host == "", m.Unit == "" && r.at[colUnit] < 0 && m.Host != r.own:
		m.Unit = r.own
	case r.own != "" && m.Unit != "" && m.Unit != r.own && m.Host != r.own:
		r.fault(Problem{Fault: FaultOtherUnit, Column: r.title(colUnit), Found: shorten(string(m.Unit)), Want: string(r.own)})
	}
	switch {
	case m.Unit != "":
		r.unit(m.Unit, r.word(colUnitName), r.word(colUnitKind))
	case m.Host == "" && isBlank(r.raw(colUnit)) && isBlank(r.raw(colHost)):
		r.fault(Problem{Fault: FaultNoUnit, Column: r.title(colUnit)})
	}
	if m.Host != "" {
		if u := r.unitOf(m.Host); u.host == 0 {
			u.host = r.line
		}
	}
}

func (r *memberReader) unitOf(code stampdesk.UnitCode) *unitSeen {
	if code == r.last.Code {
		return r.last
	}
	u := r.units[code]
	if u == nil {
		u = &unitSeen{Unit: stampdesk.Unit{Code: code}}
		r.units[code] = u
	}
	r.last = u
	return u
}

// unit takes the first name and kind that a row gives to a unit.
func (r *memberReader) unit(code stampdesk.UnitCode, name, kind string) {
	u := r.unitOf(code)
	if u.home == 0 {
		u.home = r.line
	}
	switch {
	case name == "" || name == u.Name:
	case u.named == 0:
		u.Name, u.named = name, r.line
	default:
		r.differs(u, colUnitName, name, u.Name, u.named)
	}
	switch {
	case kind == "" || kind == string(u.Kind):
	case u.kinded == 0:
		u.Kind, u.kinded = stampdesk.UnitKind(kind), r.line
	default:
		r.differs(u, colUnitKind, kind, string(u.Kind), u.kinded)
	}
}

func (r *memberReader) differs(u *unitSeen, c column, found, want string, first int) {
	key := r.title(c) + ":" + found
	if u.others[key] {
		return
	}
	if u.others == nil {
		u.others = map[string]bool{}
	}
	u.others[key] = true
	r.warn(Problem{Fault: FaultUnitNames, Column: r.title(c), Found: shorten(found), Want: shorten(want), First: first})
}

// allUnits are the units of the file by code. One that has no name is named by
// its code.
func (r *memberReader) allUnits() (units []stampdesk.Unit, warnings []Problem) {
	seen := slices.SortedFunc(maps.Values(r.units), func(a, b *unitSeen) int { return cmp.Compare(a.Code, b.Code) })
	for _, u := range seen {
		if u.home == 0 {
			warnings = append(warnings, Problem{
				Fault: FaultHostOnly, Line: u.host, Column: r.title(colHost), Found: shorten(string(u.Code)),
			})
		}
		if r.known != nil && !r.known(u.Code) {
			p := Problem{Fault: FaultNewUnit, Line: u.home, Column: r.title(colUnit), Found: shorten(string(u.Code))}
			if u.Name != "" {
				p.Found += ", " + shorten(u.Name)
			}
			if u.home == 0 {
				p.Line, p.Column = u.host, r.title(colHost)
			}
			warnings = append(warnings, p)
		}
		u.Name = cmp.Or(u.Name, string(u.Code))
		units = append(units, u.Unit)
	}
	return units, warnings
}
