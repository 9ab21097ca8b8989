package stampdesk

import (
	"errors"
	"fmt"
)

// Period is a run of days, the first and the last of them in it. A zero To has
// no end.
type Period struct{ From, To Date }

// Validate reports what makes the period no period.
func (p Period) Validate() error {
	switch {
	case p.From.Day == 0:
		return errors.New("movements: no first day: set the statistics date of the round, or name a day")
	case !p.To.IsZero() && p.From.After(p.To):
		return fmt.Errorf("movements: %s is after %s", p.From, p.To)
	}
	return nil
}

// Year is the whole of a year.
func Year(year int) Period {
	return Period{From: Date{int16(year), 1, 1}, To: Date{int16(year), 12, 31}}
}

// Movement is how the members of a unit, or of the board, came and went in a
// period (biến động đảng viên), by the dates on the roster in force. It always
// holds that
//
//	Now = Then + Admitted + In − Gone.Sum() + NotCut + Later + Unclear()
//
// Nobody is counted whose date cannot be placed: a bare year that the first or
// the last day of the period falls into, or no date at all. Such people are
// told in Unplaced and Undated instead.
type Movement struct {
	Then int // members when the first day began; at least, see ThenAtMost
	Now  int // official and probationary members on the roster, as in a Headcount

	Admitted   int        // ngày vào Đảng within the period, and not elsewhere before being transferred in
	In         int        // transferred in within the period, papers and all
	Gone       Departures // within the period
	NotCut     int        // in Now although they left on or before the last day
	Later      int        // net, after the last day: of a period that is over
	Recognised int        // ngày chính thức within the period: changes no sum of members

	Pending int // wait for the papers of a transfer in, whenever they were sent: not in In, not in Now
	Guests  int // on temporary activity from other boards: in no other figure

	Unplaced int        // came, nobody knows whether before the period or within it
	Undated  Departures // left, nobody knows whether before the period or within it
	Maybe    int        // of Unplaced and Undated: may have been there when the first day began
	Between  int        // of a unit's In, from another unit of this board: of the board itself no movement

	Uncut Departures // of Gone: still in Now
}

// Departures counts those who left, by how.
type Departures struct {
	Out       int // chuyển sinh hoạt đảng đi
	Deceased  int // từ trần
	StruckOff int // xóa tên
	Expelled  int // khai trừ
	Resigned  int // xin ra khỏi Đảng
	Other     int // left the Party in a way that the roster does not name, or has another word for
}

// Sum is how many they are.
func (d Departures) Sum() int {
	return d.Out + d.Deceased + d.StruckOff + d.Expelled + d.Resigned + d.Other
}

// Unclear is what the other figures leave open of the members on the roster:
// who came on a day that cannot be placed, less who came and left within the
// period and on such a day. It is 0 where every date is written in full.
func (m *Movement) Unclear() int {
	return m.Now - (m.Then + m.Admitted + m.In - m.Gone.Sum() + m.NotCut + m.Later)
}

// ThenAtMost is how many members there were when the first day began if
// everybody whose day cannot be placed was there.
func (m *Movement) ThenAtMost() int { return m.Then + m.Maybe }

// of is the count of one way to leave.
func (d *Departures) of(s Status) *int {
	switch s {
	case TransferredOut:
		return &d.Out
	case Deceased:
		return &d.Deceased
	case StruckOff:
		return &d.StruckOff
	case Expelled:
		return &d.Expelled
	case Resigned:
		return &d.Resigned
	}
	return &d.Other
}

// UnitMovement is the movement of one unit.
type UnitMovement struct {
	Unit Unit
	Movement
}

// Movements are the movements of a period: of the board, and of each unit on
// its roster by code. Somebody who went from one unit of the board to another
// is transferred out of the one and in to the other, and of the board no
// movement: Total.In is then less than the sum of the units by Total.Between.
type Movements struct {
	Period Period
	Total  Movement
	Units  []UnitMovement
}

// movementsIn counts the movements of several periods by the roster in force,
// in one walk of it; only narrows them down to one unit, which is then the
// total, empty is all.
func movementsIn(s Snapshot, only UnitCode, periods ...Period) ([]Movements, error) {
	all := make([]Movements, len(periods))
	units, err := Collect(s.Units())
	if err != nil {
		return nil, err
	}
	index := newUnitIndex(units)
	for i, p := range periods {
		if err := p.Validate(); err != nil {
			return nil, err
		}
		all[i] = Movements{Period: p, Units: make([]UnitMovement, len(units))}
		for j, u := range units {
			all[i].Units[j].Unit = u.Unit
		}
	}
	for m, err := range s.Members() {
		if err != nil {
			return nil, err
		}
		home, host, origin := index.of(m.Unit), index.of(m.Host), index.origin(&m)
		for i := range all {
			all[i].count(&m, home, host, origin)
		}
	}
	for i := range all {
		all[i].narrow(only)
	}
	return all, nil
}

// count counts one member in its unit, in the one that it came from within the
// board, and in the total; -1 is no unit.
func (a *Movements) count(m *Member, home, host, origin int) {
	if m.Unit == "" {
		if m.Class() == Guest {
			a.Total.Guests++
			if host >= 0 {
				a.Units[host].Guests++
			}
		}
		return
	}
	way := m.way()
	if origin >= 0 && origin != home && way.isIn() && m.Status != PendingIn {
		there := way.atOrigin(m)
		a.Units[origin].add(m, &there, a.Period, false)
		if a.Period.place(way.moves[0].day) == within {
			a.Total.Between++
			if home >= 0 {
				a.Units[home].Between++
			}
		}
		if home >= 0 {
			a.Units[home].add(m, &way, a.Period, true)
		}
		way = way.onBoard(m)
	} else if home >= 0 {
		a.Units[home].add(m, &way, a.Period, true)
	}
	a.Total.add(m, &way, a.Period, true)
}

// narrow leaves one unit, as the total.
func (a *Movements) narrow(only UnitCode) {
	if only == "" {
		return
	}
	a.Total = Movement{}
	kept := a.Units[:0:0]
	for _, u := range a.Units {
		if u.Unit.Code == only {
			a.Total, kept = u.Movement, append(kept, u)
		}
	}
	a.Units = kept
}
