package stampdesk

import (
	"cmp"
	"context"
	"slices"
)

// RosterDraft is a new roster beside the one in force: all that it would
// change, for a person to look at before a supervisor applies it.
type RosterDraft struct {
	Roster Roster   // members with their IDs
	File   Hash     // SHA-256 of the file it was read from; zero: it is none
	Unit   UnitCode // whose members alone it replaces; empty: everybody

	Before    int   // members of the roster in force
	Replaces  int   // of them, those in whose place it comes: all, or the unit's
	Unchanged int   //
	New       []int // where in Roster.Members
	Edits     []Edit
	Gone      []Member
	NewUnits  []Unit  // units that the roster in force does not have
	Touched   []Touch // cards with an act or a list behind them; those that could not be stamped now come first
	Clashes   []Clash

	base  Hash // the roster it was compared with
	saved Hash // what the store calls it; zero: it is not saved
}

// Edit is a member whom a new roster changes.
type Edit struct {
	Old, New *Member
	Fields   []Field // that differ, in the order of MemberFields
}

// Base is the roster in force that it was compared with.
func (d *RosterDraft) Base() Hash { return d.base }

// Counts says for each field of how many members it changes.
func (d *RosterDraft) Counts() map[Field]int {
	n := map[Field]int{}
	for i := range d.Edits {
		for _, f := range d.Edits[i].Fields {
			n[f]++
		}
	}
	return n
}

// DraftRoster compares a roster that was read with the one in force. Where a
// unit is named, the roster is that unit's: everybody else stays.
func DraftRoster(ctx context.Context, store Store, r Roster, unit UnitCode, file Hash) (*RosterDraft, error) {
	d := &RosterDraft{Roster: r, Unit: unit, File: file}
	err := store.View(ctx, func(s Snapshot) error {
		info, err := s.Roster()
		if err != nil {
			return err
		}
		old, err := Collect(s.Members())
		if err != nil {
			return err
		}
		units, err := Collect(s.Units())
		if err != nil {
			return err
		}
		*d = RosterDraft{Roster: r, Unit: unit, File: file, base: info.Hash, Before: len(old), Replaces: len(old)}
		if unit != "" {
			d.keepOthers(old, units)
		}
		d.keepNames(units)
		for _, step := range [...]func(){
			func() { d.compare(old, units) }, func() { d.samePersons(old) },
		} {
			if step(); ctx.Err() != nil { // of a million members each takes its time
				return ctx.Err()
			}
		}
		return d.touch(s)
	})
	if err != nil {
		return nil, err
	}
	return d, nil
}

// keepOthers adds to the members of one unit those of all the others. Whose
// home is elsewhere stays at home, also where the unit lists them as its
// guests; of those from other boards it alone says who is still there.
func (d *RosterDraft) keepOthers(old []Member, units []UnitInfo) {
	d.Roster.Members = slices.Clone(d.Roster.Members) // the caller's stay as they were read
	byCard := make(map[CardNumber]int, len(d.Roster.Members))
	byRecord := make(map[string]int, len(d.Roster.Members))
	for i := range d.Roster.Members {
		if n := d.Roster.Members[i].Card; n != 0 {
			byCard[n] = i
		}
		if r := d.Roster.Members[i].Record; r != "" {
			byRecord[r] = i
		}
	}
	d.Replaces = 0
	for i := range old {
		m := old[i]
		at, listed := byCard[m.Card]
		listed = listed && m.Card != 0
		switch {
		case m.Unit == d.Unit:
			d.Replaces++
		case m.Unit == "" && m.Host == d.Unit:
			if d.Replaces++; listed {
				d.Roster.Members[at].Unit, d.Roster.Members[at].Host = "", m.Host
			}
		case !listed:
			if at, twice := byRecord[m.Record]; twice && m.Record != "" {
				d.Clashes = append(d.Clashes, Clash{ClashRecord, at, m})
			}
			d.Roster.Members = append(d.Roster.Members, m)
		case m.Host == d.Unit:
			d.Clashes = append(d.Clashes, Clash{ClashGuest, at, m})
			d.Roster.Members[at] = m
		default:
			d.Clashes = append(d.Clashes, Clash{ClashCard, at, m})
		}
	}
	have := make(map[UnitCode]bool, len(d.Roster.Units))
	for _, u := range d.Roster.Units {
		have[u.Code] = true
	}
	d.Roster.Units = slices.Clip(d.Roster.Units)
	for _, u := range units {
		if !have[u.Code] {
			d.Roster.Units = append(d.Roster.Units, u.Unit)
		}
	}
}

// keepNames gives the units that the file names by their code alone what the
// roster in force calls them.
func (d *RosterDraft) keepNames(units []UnitInfo) {
	known := make(map[UnitCode]Unit, len(units))
	for _, u := range units {
		known[u.Code] = u.Unit
	}
	d.Roster.Units = slices.Clone(d.Roster.Units)
	for i := range d.Roster.Units {
		u := &d.Roster.Units[i]
		was := known[u.Code]
		if u.Name == "" || u.Name == string(u.Code) {
			u.Name = cmp.Or(was.Name, string(u.Code))
		}
		u.Kind = cmp.Or(u.Kind, was.Kind)
	}
}

// compare finds out who is who, and says what differs.
func (d *RosterDraft) compare(old []Member, units []UnitInfo) {
	from := identify(old, d.Roster.Members)
	stays := make([]bool, len(old))
	for j, i := range from {
		m := &d.Roster.Members[j]
		switch {
		case i < 0:
			d.New = append(d.New, j)
		case *m == old[i]:
			d.Unchanged++
		default:
			d.Edits = append(d.Edits, Edit{&old[i], m, differing(&old[i], m)})
			if renumbered(&old[i], m) {
				d.Clashes = append(d.Clashes, Clash{ClashPerson, j, old[i]})
			}
		}
		if i >= 0 {
			stays[i] = true
		}
	}
	for i := range old {
		if !stays[i] {
			d.Gone = append(d.Gone, old[i])
		}
	}
	known := make(map[UnitCode]bool, len(units))
	for _, u := range units {
		known[u.Code] = true
	}
	for _, u := range d.Roster.Units {
		if !known[u.Code] {
			d.NewUnits = append(d.NewUnits, u)
		}
	}
}

// Save writes the roster durably beside the one in force; it changes nothing
// yet. progress, if not nil, hears how many members are written.
func (d *RosterDraft) Save(ctx context.Context, store Store, progress func(done int)) error {
	if d.saved != (Hash{}) {
		return nil
	}
	hash, err := store.SaveRoster(ctx, d.Roster, progress)
	if err == nil {
		d.saved = hash
	}
	return err
}
