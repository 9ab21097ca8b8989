package stampdesk

import "slices"

// cardless is form 5 of a unit: the lines of its lists 5 as handed in, and the
// official members without a card whom no line names.
type cardless struct {
	rows    []FormRow
	lines   int // of rows, those that a list has; they come first
	strange int // of them, those that name nobody without a card
}

// cardless compares the lists 5 with the roster by name, first within the same
// cell and then across the unit, for cards have numbers and these people none.
func (u *unitFill) cardless() (*cardless, error) {
	if u.five != nil {
		return u.five, nil
	}
	var lines []Line
	for _, b := range u.batches[u.Code] {
		if !b.Lists.Has(FormCardless) {
			continue
		}
		for l, err := range u.s.Paper(b.Lists.Of(FormCardless)) {
			if err != nil {
				return nil, err
			}
			lines = append(lines, l)
		}
	}
	var without []*Member
	for i := range u.roster {
		if m := &u.roster[i]; m.Unit == u.Code && m.Status.CountsOfficial() && m.Card == 0 {
			without = append(without, m)
		}
	}
	found := u.match(lines, without)
	five := &cardless{lines: len(lines)}
	named := map[*Member]bool{}
	for i, l := range lines {
		m := found[i]
		if m != nil {
			named[m] = true
			r := u.row(0, m, l)
			r.Class = Ours
			five.rows = append(five.rows, r)
			continue
		}
		five.strange++
		if l.Card != 0 {
			var err error
			if m, err = u.listed(l.Card); err != nil {
				return nil, err
			}
		}
		r := u.row(l.Card, m, l)
		r.Class = Other
		five.rows = append(five.rows, r)
	}
	for _, m := range without {
		if !named[m] {
			r := u.row(0, m, Line{Reason: ReasonUnstated})
			r.Class = Ours
			five.rows = append(five.rows, r)
		}
	}
	u.five = five
	return five, nil
}

// match gives the member whom each line names, nil for nobody; no member is
// named twice.
func (u *unitFill) match(lines []Line, without []*Member) []*Member {
	type person struct{ name, cell string }
	byName, byPerson := map[string][]*Member{}, map[person][]*Member{}
	for _, m := range without {
		name := plainWords(m.Name)
		byName[name] = append(byName[name], m)
		who := person{name, plainWords(m.Cell)}
		byPerson[who] = append(byPerson[who], m)
	}
	found, taken := make([]*Member, len(lines)), map[*Member]bool{}
	take := func(i int, of []*Member) {
		for _, m := range of {
			if !taken[m] {
				found[i], taken[m] = m, true
				return
			}
		}
	}
	for i, l := range lines {
		if l.Card == 0 && l.Name != "" {
			take(i, byPerson[person{plainWords(l.Name), plainWords(l.Cell)}])
		}
	}
	for i, l := range lines {
		if l.Card == 0 && l.Name != "" && found[i] == nil {
			take(i, byName[plainWords(l.Name)])
		}
	}
	return found
}

// byReason adds the reasons why members have no card to the figures of the
// cells. As the tally counts, a line that names nobody stands for somebody
// whom no line names, of its own cell before others.
func (five *cardless) byReason(cell func(string) *Tally, cells []string) {
	open, strange := map[string]int{}, map[string]int{}
	for i, r := range five.rows {
		switch {
		case i >= five.lines:
			open[r.Cell]++
			continue
		case r.Class == Other:
			strange[r.Cell]++
		}
		cell(r.Cell).WithoutCardBy[r.Reason]++
	}
	left := 0
	for name, n := range strange {
		left += max(n-open[name], 0)
		open[name] = max(open[name]-n, 0)
	}
	for _, name := range slices.Concat(cells, []string{""}) {
		explained := min(left, open[name])
		left -= explained
		if n := open[name] - explained; n > 0 {
			cell(name).WithoutCardBy[ReasonUnstated] += n
		}
	}
}
