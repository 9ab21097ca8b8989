package stampdesk

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
	ClashCard   ClashKind = "card-elsewhere"   // the number is that of a member of another unit, who stays: an error
	ClashRecord ClashKind = "record-elsewhere" // likewise by the record number (số lý lịch): one person in two units, an error
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
