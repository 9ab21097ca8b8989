package stampdesk

import (
	"slices"
	"strings"
)

// Convention says where a declaration counts cards that are damaged or lost.
// Boards publish their results either way: Long Biên 2021 within, Lâm Đồng
// 2021 apart.
type Convention string

// The conventions; the empty one means that the figures fit both.
const (
	DamagedWithin Convention = "within" // among those not stamped: with_card = stamped + not_stamped
	DamagedApart  Convention = "apart"  // beside them: with_card = proposed + damaged + lost, proposed = stamped + not_stamped
)

// Subtotals are how many cards a declaration leaves unstamped by each
// convention; -1 where it does not say enough.
type Subtotals struct {
	Convention Convention // that it follows
	Within     int        // with_card - stamped
	Apart      int        // proposed - stamped
}

// subtotals works out both; visitors are as for the contradictions.
func (d Declared) subtotals(visitors ...int) Subtotals {
	s := Subtotals{Within: -1, Apart: -1}
	s.Convention, _ = d.contradictions(visitors...)
	if sum, ok := d.sum("with_card-stamped"); ok {
		s.Within = sum.total
	}
	if sum, ok := d.sum("proposed-stamped"); ok {
		s.Apart = sum.total
	}
	return s
}

// equation says that a figure is one of several sums. They are written as they
// are shown, without blanks.
type equation struct {
	whole  string
	sums   []string
	loose  bool   // sums of cards against members: visitors may lie between them
	unless string // not looked at where this figure is declared, which says the same
}

var (
	anyConvention = []equation{
		{whole: "members", sums: []string{"official+probationary"}},
		{whole: "official", sums: []string{"with_card+without_card"}},
	}
	byConvention = map[Convention][]equation{
		DamagedWithin: {
			{whole: "with_card", sums: []string{"stamped+not_stamped"}, loose: true},
			{whole: "not_stamped", sums: []string{"damaged+lost+uncollected"}},
			// What is proposed may be all cards, or those that come with list 2.
			{whole: "with_card", loose: true, sums: []string{
				"proposed+damaged+lost+uncollected", "proposed+damaged+lost", "proposed+uncollected", "proposed",
			}},
			{whole: "with_card", sums: []string{"stamped+damaged+lost+uncollected"}, loose: true, unless: "not_stamped"},
		},
		DamagedApart: {
			{whole: "with_card", sums: []string{"proposed+damaged+lost", "proposed+damaged+lost+uncollected"}, loose: true},
			{whole: "not_stamped", sums: []string{"proposed-stamped"}},
			{whole: "not_stamped", sums: []string{"uncollected"}},
			{whole: "uncollected", sums: []string{"proposed-stamped"}, unless: "not_stamped"},
		},
	}
)

// contradiction is a figure that its parts do not come to.
type contradiction struct {
	figure          string
	declared, found int
	sum             string
}

func (c contradiction) amount() int { return c.declared - c.found }

// contradictions finds out which convention a declaration follows, the one
// that it contradicts least, and what of it contradicts that one. visitors are
// numbers of cards by which those of the members and those brought may differ.
func (d Declared) contradictions(visitors ...int) (Convention, []contradiction) {
	within, apart := d.against(DamagedWithin, visitors), d.against(DamagedApart, visitors)
	size := func(all []contradiction) (n int) {
		for _, c := range all {
			n += max(c.amount(), -c.amount())
		}
		return n
	}
	switch {
	case len(within) < len(apart), len(within) == len(apart) && size(within) < size(apart):
		return DamagedWithin, within
	case len(apart) < len(within), size(apart) < size(within):
		return DamagedApart, apart
	}
	return "", within
}

func (d Declared) against(c Convention, visitors []int) (all []contradiction) {
	for _, equations := range [...][]equation{anyConvention, byConvention[c]} {
		for _, q := range equations {
			if bad, ok := d.check(q, visitors); !ok {
				all = append(all, bad)
			}
		}
	}
	return all
}

// check gives the sum that comes nearest to the figure, where none gives it.
func (d Declared) check(q equation, visitors []int) (nearest contradiction, ok bool) {
	want, declared := d[q.whole]
	if _, said := d[q.unless]; !declared || said {
		return contradiction{}, true
	}
	whole := false
	for _, way := range q.sums {
		s, complete := d.sum(way)
		c := contradiction{q.whole, want, s.total, s.of}
		switch {
		case complete && (c.amount() == 0 || q.loose && slices.Contains(visitors, c.amount())):
			return contradiction{}, true
		case !complete && (whole || s.minus || s.total <= want): // parts alone may only be too many
			continue
		}
		better := nearest.figure == "" || abs(c.amount()) < abs(nearest.amount())
		if complete && !whole || better {
			nearest, whole = c, whole || complete
		}
	}
	return nearest, nearest.figure == ""
}

// summed is what the declared parts of a sum come to.
type summed struct {
	total int
	of    string // those that are declared
	minus bool
}

// sum adds up the declared parts of a sum; false where one of them is missing.
func (d Declared) sum(of string) (s summed, complete bool) {
	complete = true
	for sign, rest := "+", of; rest != ""; {
		i := strings.IndexAny(rest, "+-")
		part, next := rest, ""
		if i >= 0 {
			part, next = rest[:i], rest[i:]
		}
		s.minus = s.minus || sign == "-"
		if n, ok := d[part]; !ok {
			complete = false
		} else {
			if sign == "-" {
				n = -n
			}
			s.total += n
			if s.of != "" || sign == "-" {
				s.of += sign
			}
			s.of += part
		}
		if rest = next; rest != "" {
			sign, rest = rest[:1], rest[1:]
		}
	}
	return s, complete
}

func abs(n int) int { return max(n, -n) }
