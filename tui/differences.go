package tui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stampdesk"
)

// byNeed puts differences into the order of their kinds, what needs attention
// first.
func byNeed(a, b stampdesk.Difference) int {
	return cmp.Compare(slices.Index(stampdesk.DifferenceKinds[:], a.Kind), slices.Index(stampdesk.DifferenceKinds[:], b.Kind))
}

// differenceRows are rows of differences, by kind.
func differenceRows(all []stampdesk.Difference) []row {
	all = slices.Clone(all)
	slices.SortStableFunc(all, byNeed)
	totals := map[stampdesk.DifferenceKind]int{}
	for i := range all {
		totals[all[i].Kind]++
	}
	rows := make([]row, 0, len(all))
	for i := range all {
		rows = append(rows, differenceRow(&all[i], i, totals[all[i].Kind]))
	}
	return rows
}

// sumOf is how a sum came about, in words: “official+probationary”.
func (s *shell) sumOf(sum string) string {
	out, name := "", ""
	for i := 0; i <= len(sum); i++ {
		if i < len(sum) && sum[i] != '+' && sum[i] != '-' {
			name += string(sum[i])
			continue
		}
		out += s.figure(name)
		if name = ""; i < len(sum) {
			out += map[byte]string{'+': " + ", '-': " − "}[sum[i]]
		}
	}
	return out
}

// amount is by how much something is off.
func (s *shell) amount(n int) string {
	if n > 0 {
		return "+" + s.count(n)
	}
	return s.count(n)
}

func differenceRow(d *stampdesk.Difference, n, total int) row {
	r := row{
		key: string(d.Kind) + d.Card.Digits() + d.Figure + d.By, card: d.Card, sign: holdSign, tone: warn,
		folded: cardFound(d.Card, d.Name, d.Cell, d.Note),
		group: func(s *shell) string {
			return s.rules.Differences[d.Kind] + " (" + s.count(total) + ")"
		},
		cells:  func(s *shell) []string { return []string{s.difference(d)} },
		detail: func(s *shell) string { return s.join(s.difference(d), d.Cell) },
	}
	if d.Card == 0 {
		r.key += strconv.Itoa(n)
	}
	return r
}

// difference is one difference in one plain sentence.
func (s *shell) difference(d *stampdesk.Difference) string {
	who := strings.TrimSpace(d.Card.String() + " " + d.Name)
	form := strconv.Itoa(int(d.Form))
	say := s.words.difference(d.Kind)
	switch d.Kind {
	case stampdesk.ListedElsewhere:
		return fill(say, who, form, s.unit(stampdesk.UnitCode(d.Note)))
	case stampdesk.ListedDeparted:
		return fill(say, who, form, stampdesk.Reason(d.Note).Label(s.lang))
	case stampdesk.ListedTwice:
		return fill(say, who, form, strconv.Itoa(d.Found))
	case stampdesk.ListedVoid:
		return fill(say, who, form, d.Note)
	case stampdesk.NameDiffers:
		return fill(say, d.Card.String(), form, d.Note, d.Name)
	case stampdesk.ListedUnknown:
		return fill(say, who, form)
	case stampdesk.NotOnAnyList, stampdesk.HasCard:
		return fill(say, who)
	case stampdesk.FigureDiffers:
		return fill(say, s.figure(d.Figure), s.count(d.Declared), s.side(d.By), s.count(d.Found))
	case stampdesk.SumDiffers:
		return fill(say, s.amount(d.Amount), s.figure(d.Figure), s.count(d.Declared), s.sumOf(d.Sum), s.count(d.Found))
	case stampdesk.CountDiffers:
		if d.By == "desk" {
			return fill(s.words.CountDeskOne, s.count(d.Declared), s.count(d.Found))
		}
		return fill(say, s.count(d.Declared), s.count(d.Found))
	case stampdesk.CardlessNotListed, stampdesk.CardlessUnknown:
		return fill(say, s.called(strings.TrimSpace(who)))
	case stampdesk.CardListedByTwo:
		return fill(say, who, form, s.unit(stampdesk.UnitCode(d.Note)))
	case stampdesk.ListedNotStamped, stampdesk.ListedNotDamaged, stampdesk.ListedNotLost:
		return fill(say, who, form, s.became(d))
	case stampdesk.StampedUnlisted, stampdesk.DamagedUnlisted, stampdesk.LostUnlisted:
		return fill(say, who, s.became(d))
	case stampdesk.Coincidence:
		return fill(say, s.figure(d.Figure), s.count(d.Declared), s.sumOf(d.Sum))
	}
	return s.join(string(d.Kind), who, d.Note)
}

// became is what became of a card at the desk, and why.
func (s *shell) became(d *stampdesk.Difference) string {
	if d.Act == 0 {
		return s.words.NotSeenYet
	}
	why := ""
	if d.Reason != "" && d.Reason != stampdesk.ReasonEligible {
		why = " (" + d.Reason.Label(s.lang) + ")"
	}
	return s.rules.Acts[d.Act] + why
}

// figure is the name of a figure of the declaration.
func (s *shell) figure(name string) string {
	if n := s.rules.Figures[name]; n != "" {
		return n
	}
	return name
}

// side is the other side of a difference.
func (s *shell) side(by string) string {
	if form, ok := strings.CutPrefix(by, "list "); ok {
		return fill(s.words.SideList, form)
	}
	if by == "desk" {
		return s.words.SideDesk
	}
	return s.words.SideRoster
}
