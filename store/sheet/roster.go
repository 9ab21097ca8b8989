package sheet

import (
	"cmp"
	"context"
	"io"

	"stampdesk"
)

// RosterFile is a roster as it was read from a file.
type RosterFile struct {
	File
	// Roster has the rows without a problem, in the order of the file, and the
	// units that any row names, by code. Members have no IDs.
	Roster stampdesk.Roster

	lines []int32 // of the members
}

// ReadRoster reads the list of members that the board manages (sổ danh sách
// đảng viên). Its error is that of r; what is wrong with the file is in
// Problems. It ends with the error of ctx when that ends.
func ReadRoster(ctx context.Context, r io.Reader, o Options) (*RosterFile, error) {
	f := &RosterFile{}
	ok, err := f.open(ctx, r, rosterColumns(o.Unit == ""), o)
	if err != nil {
		return nil, err
	}
	if !ok {
		return f, nil
	}
	if f.register(); f.ProblemCount > 0 {
		return f, nil
	}
	err = f.read(ctx, o, func(t table, v visit) int {
		m := newMemberReader(t, f.layout, o)
		m.read(t, v)
		f.Roster, f.lines = m.roster, m.lines
		return m.asides.all
	})
	if err != nil {
		return nil, err
	}
	return f, nil
}

// Line is the line of Roster.Members[i].
func (f *RosterFile) Line(i int) int { return int(f.lines[i]) }

// memberReader makes members of rows and compares each with those before it.
type memberReader struct {
	row
	own   stampdesk.UnitCode // whose file it is
	known func(stampdesk.UnitCode) bool
	cell  string // of rows that name none
	today stampdesk.Date

	roster stampdesk.Roster
	lines  []int32

	cards, persons, records seen       // by number; by personKey; by textKey
	twins                   []twin     // who may have been met before
	sameRecord              []sameText // record numbers that may have been met before
	units                   map[stampdesk.UnitCode]*unitSeen
	last                    *unitSeen // of the row before
}

func newMemberReader(t table, l layout, o Options) *memberReader {
	return &memberReader{
		row: newRow(t, l, o), own: o.Unit, known: o.Known, cell: o.Cell, today: o.Today,
		roster: stampdesk.Roster{Members: make([]stampdesk.Member, 0, t.about)}, lines: make([]int32, 0, t.about),
		cards: newSeen(t.about), persons: newSeen(t.about), records: newSeen(t.about),
		units: map[stampdesk.UnitCode]*unitSeen{}, last: &unitSeen{},
	}
}

func (r *memberReader) read(t table, v visit) {
	for rec := range t.below {
		if r.aside(&rec) {
			v(rec, nil, nil)
			continue
		}
		if r.take(&rec) {
			n := len(r.roster.Members)
			r.roster.Members = append(r.roster.Members, stampdesk.Member{})
			if r.member(&r.roster.Members[n]); len(r.problems) > 0 {
				r.roster.Members = r.roster.Members[:n]
			} else {
				r.lines = append(r.lines, int32(rec.line))
			}
		}
		v(rec, r.problems, r.warnings)
	}
	var warnings []Problem
	r.roster.Units, warnings = r.allUnits()
	for _, more := range [...][]Problem{r.allTwins(), r.allSameRecords(), r.oldCards(), warnings, r.asides.report()} {
		v(record{}, nil, more)
	}
}

func (r *memberReader) member(m *stampdesk.Member) {
	card, oldCard, record, name := r.card(colCard), r.card(colOldCard), r.text(colRecord), r.name()
	both := record + name // or each would hold its whole row
	record, name = both[:len(record)], both[len(record):]
	*m = stampdesk.Member{
		Card: card, OldCard: oldCard, Record: record, Name: name,
		Birth: r.date(colBirth), Sex: r.word(colSex), Home: r.word(colHome),
		Admitted: r.date(colAdmitted), Official: r.date(colOfficial), Issued: r.date(colIssued),
		Unit: stampdesk.UnitCode(r.word(colUnit)), Cell: cmp.Or(r.word(colCell), r.asides.cell, r.cell),
		Host:   stampdesk.UnitCode(r.word(colHost)),
		Status: r.status(), Note: r.word(colNote),
		MovedOut: r.date(colMovedOut), MovedTo: r.word(colMovedTo),
		MovedIn: r.date(colMovedIn), MovedFrom: r.word(colMovedFrom),
		Died: r.date(colDied), Left: r.date(colLeft), LeftBy: r.word(colLeftBy),
	}
	r.once(&r.cards, m.Card)
	r.home(m)
	r.standing(m)
	r.flaws(m, r.today)
	if m.Record != "" {
		if !isRecordNumber(m.Record) {
			r.warn(Problem{Fault: FaultRecordNumber, Column: r.title(colRecord), Found: shorten(m.Record)})
		}
		if k := (keyLine{textKey(m.Record), r.line}); !r.records.add(k.key, k.line) {
			r.sameRecord = append(r.sameRecord, sameText{k, m.Record})
		}
	}
	if m.Name != "" && !m.Birth.IsZero() {
		k := keyLine{personKey(m.Name, m.Birth), r.line}
		if !r.persons.add(k.key, k.line) {
			r.twins = append(r.twins, twin{k, m.Name, m.Birth, m.Card})
		}
	}
}
