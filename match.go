package stampdesk

import "strings"

// identify gives every member of a new roster an ID: that of the member of the
// old roster with the same card number, else the same record number, else the
// same name, birth date and unit; else a new one. An ID is given once. It says
// for each where in the old roster that member stands, -1 for a new one.
func identify(old, members []Member) (from []int) {
	type person struct {
		name  string
		birth Date
		unit  UnitCode
	}
	byCard := make(map[CardNumber]int, len(old))
	byRecord := make(map[string]int, len(old))
	byPerson := make(map[person]int, len(old))
	var last MemberID
	for i := range old {
		m := &old[i]
		last = max(last, m.ID)
		if m.Card != 0 {
			byCard[m.Card] = i
		}
		if m.Record != "" {
			byRecord[m.Record] = i
		}
		byPerson[person{strings.ToLower(m.Name), m.Birth, m.Unit}] = i
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
	from = make([]int, len(members))
	for j := range members {
		from[j] = -1
		members[j].ID = 0
	}
	for pass := range 3 { // the surest sign for everybody before the next
		if len(old) == 0 {
			break
		}
		for j := range members {
			if from[j] >= 0 {
				continue
			}
			if i, ok := find(&members[j], pass); ok {
				taken[i], from[j] = true, i
				members[j].ID = old[i].ID
			}
		}
	}
	for j := range members {
		if from[j] < 0 {
			last++
			members[j].ID = last
		}
	}
	return from
}
