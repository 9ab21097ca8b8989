package stampdesk

import (
	"cmp"
	"slices"
)

// Progress is how far a round has come: the whole of it, and each unit.
type Progress struct {
	Tally
	Units []UnitProgress // by code; their figures add up to those of the round
}

// UnitProgress is how far one unit has come.
type UnitProgress struct {
	Unit
	Tally                   // what was done with its cards, and what remains
	Waiting int             // cards that wait for a supervisor: its own, or those in its batches, whichever are more
	Freed   int             // cards of its closed batches that wait until those are open again
	Batches []BatchProgress // by id
	State   UnitState
}

// BatchProgress is how far one batch has come.
type BatchProgress struct {
	Batch
	Work
}

// UnitState says what a unit waits for. The order is that in which units need
// a person.
type UnitState uint8

// The states of a unit in a round.
const (
	UnitHolds     UnitState = iota // cards in the held tray wait for a supervisor
	UnitToReopen                   // a card of a closed batch waits until that is open again
	UnitUndecided                  // a batch has no decision
	UnitToClose                    // all cards of a batch were seen
	UnitToReturn                   // a closed batch has not gone back
	UnitInWork                     // cards are being stamped
	UnitAwaited                    // it has not brought its cards
	UnitDone                       // nothing is left to do
)

// ProgressOf sums up a round without looking at a single card.
func ProgressOf(s Snapshot, round uint8) (Progress, error) {
	var p Progress
	all, err := Count(s, Filter{Round: round})
	if err != nil {
		return p, err
	}
	p.Tally = all
	units := map[UnitCode]*UnitProgress{}
	for u, err := range s.Units() {
		if err != nil {
			return p, err
		}
		units[u.Code] = &UnitProgress{Unit: u.Unit, Tally: Tally{Headcount: u.Headcount, Remaining: u.WithCard}}
	}
	parts, err := Breakdown(s, Filter{Round: round}, ByUnit)
	if err != nil {
		return p, err
	}
	for i := range parts {
		t := &parts[i].Tally
		if t.seen() > 0 {
			unitOf(units, UnitCode(parts[i].Key)).put(t)
		}
	}
	if err := putBatches(s, round, units); err != nil {
		return p, err
	}
	for _, u := range units {
		u.State = u.state()
		p.Units = append(p.Units, *u)
	}
	slices.SortFunc(p.Units, func(a, b UnitProgress) int { return cmp.Compare(a.Code, b.Code) })
	return p, nil
}

// unitOf is a unit by its code; one that the roster does not have any more is
// named by it.
func unitOf(units map[UnitCode]*UnitProgress, code UnitCode) *UnitProgress {
	u := units[code]
	if u == nil {
		u = &UnitProgress{Unit: Unit{Code: code, Name: string(code)}}
		units[code] = u
	}
	return u
}

// put takes what was done with the cards of the unit; how many there are says
// the roster.
func (u *UnitProgress) put(t *Tally) {
	head := u.Headcount
	u.Tally = *t
	u.Headcount = head
	u.Remaining = head.WithCard - t.seen()
	u.Waiting = t.Held
}

func putBatches(s Snapshot, round uint8, units map[UnitCode]*UnitProgress) error {
	work, err := WorkOf(s, round)
	if err != nil {
		return err
	}
	inside := map[UnitCode]int{} // held cards
	for b, err := range s.Batches() {
		if err != nil {
			return err
		}
		if b.Round != round {
			continue
		}
		u, w := unitOf(units, b.Unit), *work[b.ID]
		u.Batches = append(u.Batches, BatchProgress{b, w})
		u.Freed += w.Freed
		inside[b.Unit] += w.Handled.Held
		u.Waiting = max(u.Waiting, inside[b.Unit])
	}
	return nil
}

func (u *UnitProgress) state() UnitState {
	if u.Waiting > 0 {
		return UnitHolds
	}
	state := UnitDone
	if u.Remaining > 0 {
		state = UnitAwaited
	}
	for i := range u.Batches {
		state = min(state, u.Batches[i].State())
	}
	return state
}

// State is what the batch waits for, in the words for its unit.
func (b *BatchProgress) State() UnitState {
	switch {
	case b.Handled.Held > 0: // they stay in the tray when the batch goes back
		return UnitHolds
	case b.Freed > 0:
		return UnitToReopen
	case b.Batch.State == BatchReturned:
		return UnitDone
	case b.Batch.State == BatchClosed:
		return UnitToReturn
	case b.Batch.State == BatchOpen:
		return UnitUndecided
	case b.Expected > 0 && b.Seen >= b.Expected:
		return UnitToClose
	}
	return UnitInWork
}
