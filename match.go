package stampdesk

import "strings"

// RosterChange says what a new roster changes.
type RosterChange struct {
	New, Changed, Unchanged, Gone int
	Units                         []UnitCode // units that the old roster did not have
}

// Identify gives every member of a new roster an ID: that of the member of the
// old roster with the same card number, else the same record number, else the
// same name, birth date and unit; else a new one. An ID is given once.
func Identify(old []Member, r *Roster) RosterChange {
	type person struct {
		name  string
		birth Date
		unit  UnitCode
	}
	byCard := make(map[CardNumber]int, len(old))
	byRecord := make(map[string]int, len(old))
	byPerson := make(map[person]int, len(old))
	units := map[UnitCode]bool{}
	var last MemberID
	for i, m := range old {
		last = max(last, m.ID)
		if m.Card != 0 {
			byCard[m.Card] = i
		}
		if m.Record != "" {
			byRecord[m.Record] = i
		}
		byPerson[person{strings.ToLower(m.Name), m.Birth, m.Unit}] = i
		units[m.Unit], units[m.Host] = true, true
	}
	taken := make([]bool, len(old))
	find := func(m *Member, pass int) (int, bool) {
		var i int
		var ok bool
		switch pass {
		case 0:
			i, ok = byCard[m.Card]
		case 1:
			i, ok = byRecord[m.Record]
		case 2:
			i, ok = byPerson[person{strings.ToLower(m.Name), m.Birth, m.Unit}]
		}
		return i, ok && !taken[i]
	}
	var c RosterChange
	for pass := range 3 { // the surest sign for everybody before the next
		for j := range r.Members {
			m := &r.Members[j]
			if i, ok := find(m, pass); ok && m.ID == 0 {
				taken[i] = true
				if m.ID = old[i].ID; *m == old[i] {
					c.Unchanged++
				} else {
					c.Changed++
				}
			}
		}
	}
	for j := range r.Members {
		if m := &r.Members[j]; m.ID == 0 {
			last++
			m.ID = last
			c.New++
		}
	}
	c.Gone = len(old) - c.Changed - c.Unchanged
	for _, u := range r.Units {
		if !units[u.Code] {
			c.Units = append(c.Units, u.Code)
		}
	}
	return c
}
