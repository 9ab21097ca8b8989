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

// Touch is a card on which something is on record in this round, or that is
// on a list, and whose member the new roster changes or does not have.
type Touch struct {
	Item
	Issue  Issue
	New    *Member // nil: gone
	Fields []Field // that change
	Reason Reason  // why it could not be stamped by the new roster; empty: it could
}

// Clash is a member of a new roster who gets in the way of another.
type Clash struct {
	Kind ClashKind
	At   int    // where in Roster.Members of the file that was read
	With Member // of the roster in force
}

// ClashKind names a sort of clash. The values are stable names.
type ClashKind string

// The clashes of a roster with the one in force.
const (
	ClashRecord ClashKind = "record-elsewhere" // likewise by the record number (số lý lịch): one person in two units, an error
	ClashCard   ClashKind = "card-elsewhere"   // the number is that of a member of another unit, who stays: an error
	ClashGuest  ClashKind = "guest-listed"     // likewise, but of one who is here on temporary activity: the line of the home unit is kept
	ClashPerson ClashKind = "same-person"      // name and birth date of somebody with another number: a warning
)

// IsError reports whether the roster must not be applied so.
func (k ClashKind) IsError() bool { return k == ClashCard || k == ClashRecord }

// CardClashes counts the clashes for which the roster must not be applied.
func (d *RosterDraft) CardClashes() (n int) {
	for _, c := range d.Clashes {
		if c.Kind.IsError() {
			n++
		}
	}
	return n
}

// Alarm is why a roster is not applied unless a person says that it is meant.
// The values are stable names.
type Alarm string

// The alarms of a roster.
const (
	AlarmGone Alarm = "many-gone" // see RosterDraft.Shrinks
	AlarmBack Alarm = "back"      // see RosterDraft.Back
)

// Alarms are what a person must say is meant before the roster is applied.
func (d *RosterDraft) Alarms() (all []Alarm) {
	if d.Shrinks() {
		all = append(all, AlarmGone)
	}
	if len(d.Back()) > 0 {
		all = append(all, AlarmBack)
	}
	return all
}

// Back are the members who had left, died or gone, or were not official yet
// by the papers, and whose cards could be stamped by the new roster: often a
// file without a column for the status.
func (d *RosterDraft) Back() (back []Edit) {
	for _, e := range d.Edits {
		if !e.Old.Status.CountsOfficial() && e.Old.Status != Probationary && e.New.Status.CountsOfficial() {
			back = append(back, e)
		}
	}
	return back
}

// Shrinks reports that more than a tenth of the members whom it replaces, and
// at least 50, would go: often a file of one unit, or half a file, and never
// applied unless a person says that it is meant.
func (d *RosterDraft) Shrinks() bool { return len(d.Gone) >= 50 && len(d.Gone) > d.Replaces/10 }

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

// renumbered reports that somebody has another number and the roster does not
// say that it took the place of the one before.
func renumbered(old, m *Member) bool {
	return m.Card != 0 && old.Card != 0 && m.Card != old.Card && m.OldCard != old.Card &&
		!m.Birth.IsZero() && m.Birth == old.Birth && plainWords(m.Name) == plainWords(old.Name)
}

// samePersons finds new members who have the name and the birth date of
// somebody in force with another number.
func (d *RosterDraft) samePersons(old []Member) {
	if len(d.New) == 0 || len(old) == 0 {
		return
	}
	type person struct {
		name  string
		birth Date
	}
	byPerson := make(map[person]int, len(old))
	for i := range old {
		if m := &old[i]; !m.Birth.IsZero() && !m.Birth.IsPartial() { // years alone agree too often
			byPerson[person{plainWords(m.Name), m.Birth}] = i
		}
	}
	for _, j := range d.New {
		m := &d.Roster.Members[j]
		if i, ok := byPerson[person{plainWords(m.Name), m.Birth}]; ok && old[i].Card != m.Card {
			d.Clashes = append(d.Clashes, Clash{ClashPerson, j, old[i]})
		}
	}
}

// touch finds the cards on record whose member changes or goes.
func (d *RosterDraft) touch(s Snapshot) error {
	setup, err := s.Setup()
	if err != nil {
		return err
	}
	edits := make(map[MemberID]*Edit, len(d.Edits))
	for i := range d.Edits {
		edits[d.Edits[i].Old.ID] = &d.Edits[i]
	}
	gone := make(map[MemberID]bool, len(d.Gone))
	for i := range d.Gone {
		gone[d.Gone[i].ID] = true
	}
	if len(edits)+len(gone) == 0 {
		return nil
	}
	for m, err := range s.Marks(uint8(setup.Round.Ordinal)) {
		if err != nil {
			return err
		}
		owner, err := ownerOf(s, m.Key, m.Mark)
		switch {
		case err != nil:
			return err
		case owner == nil || edits[owner.ID] == nil && !gone[owner.ID]:
			continue
		}
		t, err := touchOf(s, m, owner, edits[owner.ID])
		if err != nil {
			return err
		}
		d.Touched = append(d.Touched, t)
	}
	slices.SortStableFunc(d.Touched, func(a, b Touch) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Card, b.Card))
	})
	return nil
}

func rank(t Touch) int {
	stamped := t.Standing.Act == ActStamped
	switch {
	case stamped && t.Reason != "":
		return 0
	case t.Reason != "":
		return 1
	case stamped:
		return 2
	}
	return 3
}

func touchOf(s Snapshot, m Marked, owner *Member, e *Edit) (Touch, error) {
	done := m.Mark.Standing
	if l := m.Mark.Listed.Of(FormStamp); l != nil && !m.Mark.IsSeen() {
		done = l.Standing
	}
	t := Touch{Issue: m.Key.Issue, Item: Item{
		Card: m.Key.Card, Class: m.Mark.Class, Unit: m.Mark.Unit, Name: owner.Name, Cell: owner.Cell, Standing: done,
	}}
	if e != nil {
		t.New, t.Fields = e.New, e.Fields
	}
	b, err := s.Batch(done.Batch)
	if err != nil {
		return t, err
	}
	now := t.New
	if now != nil && owner.Card == m.Key.Card && now.Card != m.Key.Card {
		now = nil // the number is nobody's any more
	}
	if why, forbidden := changedTo(now, b); forbidden {
		t.Reason = why
	}
	return t, nil
}

// brings are the names that the roster in force does not have: a note about the
// load may not give them either.
func (d *RosterDraft) brings() *rosterNames {
	var names rosterNames
	for _, j := range d.New {
		names.add(d.Roster.Members[j].Name)
	}
	for i := range d.Edits {
		names.add(d.Edits[i].New.Name)
	}
	return &names
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
