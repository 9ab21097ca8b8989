package stampdesk

import (
	"cmp"
	"slices"
)

// Touch is a card on which something is on record in this round, or that is
// on a list, and whose member the new roster changes or does not have.
type Touch struct {
	Item
	Issue  Issue
	New    *Member // nil: gone
	Fields []Field // that change
	Reason Reason  // why it could not be stamped by the new roster; empty: it could
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
