package sheet

import (
	"cmp"
	"context"
	"io"
	"maps"
	"slices"

	"stampdesk"
)

// RosterFile is a roster as it was read from a file.
type RosterFile struct {
	File
	// Roster has the rows without a problem, in the order of the file, and the
	// units that any row names, by code. Members have no IDs.
	Roster stampdesk.Roster
}

// ReadRoster reads the list of members that the board manages (sổ danh sách
// đảng viên). Its error is that of r; what is wrong with the file is in
// Problems. It ends with the error of ctx when that ends.
func ReadRoster(ctx context.Context, r io.Reader, o Options) (*RosterFile, error) {
	f := &RosterFile{}
	ok, err := f.open(ctx, r, rosterColumns, o)
	if err != nil {
		return nil, err
	}
	if ok {
		if err := f.read(func(v visit) { f.Roster = readMembers(f.table, f.layout, v) }); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// memberReader makes members of rows and compares each with those before it.
type memberReader struct {
	row
	cards, persons seen   // by number; by personKey
	twins          []twin // who may have been met before
	units          map[stampdesk.UnitCode]*unitSeen
	last           *unitSeen // of the row before
}

type twin struct {
	keyLine
	name  string
	birth stampdesk.Date
}

// unitSeen is a unit with the lines that speak of it; 0: none does.
type unitSeen struct {
	stampdesk.Unit
	named, kinded, home, host int
	others                    map[string]bool // other names and kinds that were warned about
}

func readMembers(t table, l layout, v visit) stampdesk.Roster {
	r := memberReader{
		row: newRow(l), cards: newSeen(t.about), persons: newSeen(t.about),
		units: map[stampdesk.UnitCode]*unitSeen{}, last: &unitSeen{},
	}
	roster := stampdesk.Roster{Members: make([]stampdesk.Member, 0, t.about)}
	for rec := range t.below {
		if r.take(rec) {
			n := len(roster.Members)
			roster.Members = append(roster.Members, stampdesk.Member{})
			if r.member(&roster.Members[n]); len(r.problems) > 0 {
				roster.Members = roster.Members[:n]
			}
		}
		v(rec, r.problems, r.warnings)
	}
	units, warnings := r.allUnits()
	roster.Units = units
	v(record{}, nil, append(r.allTwins(), warnings...))
	return roster
}

func (r *memberReader) member(m *stampdesk.Member) {
	*m = stampdesk.Member{
		Card: r.card(colCard), OldCard: r.card(colOldCard), Record: r.text(colRecord), Name: r.name(),
		Birth: r.date(colBirth), Sex: r.word(colSex), Home: r.word(colHome),
		Admitted: r.date(colAdmitted), Official: r.date(colOfficial), Issued: r.date(colIssued),
		Unit: stampdesk.UnitCode(r.word(colUnit)), Cell: r.word(colCell), Host: stampdesk.UnitCode(r.word(colHost)),
		Status: r.status(), Note: r.word(colNote),
		MovedOut: r.date(colMovedOut), MovedTo: r.word(colMovedTo),
		MovedIn: r.date(colMovedIn), MovedFrom: r.word(colMovedFrom),
		Died: r.date(colDied), Left: r.date(colLeft), LeftBy: r.word(colLeftBy),
	}
	r.once(&r.cards, m.Card)
	switch {
	case m.Unit != "":
		r.unit(m.Unit, r.word(colUnitName), r.word(colUnitKind))
	case m.Host == "" && isBlank(r.raw(colUnit)) && isBlank(r.raw(colHost)):
		r.fault(Problem{Fault: FaultNoUnit, Column: headings[colUnit]})
	}
	if m.Host != "" {
		if u := r.unitOf(m.Host); u.host == 0 {
			u.host = r.line
		}
	}
	if m.Status == stampdesk.Probationary && m.Card != 0 {
		r.warn(Problem{Fault: FaultProbationaryCard, Column: headings[colCard], Found: m.Card.String()})
	}
	if m.Record != "" && !isRecordNumber(m.Record) {
		r.warn(Problem{Fault: FaultRecordNumber, Column: headings[colRecord], Found: shorten(m.Record)})
	}
	if m.Name != "" && !m.Birth.IsZero() {
		k := keyLine{personKey(m.Name, m.Birth), r.line}
		if !r.persons.add(k.key, k.line) {
			r.twins = append(r.twins, twin{k, m.Name, m.Birth})
		}
	}
}

// allTwins are the rows with the name and birth date of an earlier one.
func (r *memberReader) allTwins() (warnings []Problem) {
	first := make(map[uint64]int, len(r.twins))
	for _, t := range r.twins {
		first[t.key] = 0
	}
	r.persons.firsts(first)
	for _, t := range r.twins {
		if line := first[t.key]; line != t.line {
			warnings = append(warnings, Problem{
				Fault: FaultTwinPerson, Line: t.line, Column: headings[colName], First: line,
				Found: shorten(t.name) + ", " + t.birth.String(),
			})
		}
	}
	return warnings
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
	key := headings[c] + ":" + found
	if u.others[key] {
		return
	}
	if u.others == nil {
		u.others = map[string]bool{}
	}
	u.others[key] = true
	r.warn(Problem{Fault: FaultUnitNames, Column: headings[c], Found: shorten(found), Want: shorten(want), First: first})
}

// allUnits are the units of the file by code. One that has no name is named by
// its code.
func (r *memberReader) allUnits() (units []stampdesk.Unit, warnings []Problem) {
	seen := slices.SortedFunc(maps.Values(r.units), func(a, b *unitSeen) int { return cmp.Compare(a.Code, b.Code) })
	for _, u := range seen {
		if u.home == 0 {
			warnings = append(warnings, Problem{
				Fault: FaultHostOnly, Line: u.host, Column: headings[colHost], Found: shorten(string(u.Code)),
			})
		}
		u.Name = cmp.Or(u.Name, string(u.Code))
		units = append(units, u.Unit)
	}
	return units, warnings
}

// isRecordNumber reports 6 digits and 1 to 3 letters (số lý lịch).
func isRecordNumber(s string) bool {
	if len(s) < 7 || len(s) > 12 {
		return false
	}
	for i := range 6 {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	n := 0
	for _, c := range s[6:] {
		switch {
		case 'A' <= c && c <= 'Z', 'a' <= c && c <= 'z', c == 'Đ', c == 'đ':
			n++
		default:
			return false
		}
	}
	return n >= 1 && n <= 3
}
