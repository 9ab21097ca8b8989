package tui

import (
	"strconv"
	"strings"

	"stampdesk"
)

// appraisal is everything on which a unit's lists, its declaration, the roster
// and the desk do not agree, about one batch.
type appraisal struct {
	batch stampdesk.BatchID
	unit  string
	list  list
}

func (p *appraisal) read(from sight) (func(*shell), error) {
	b, err := from.Batch(p.batch)
	if err != nil {
		return nil, err
	}
	unit := ""
	if b != nil {
		if unit, err = unitName(from, b.Unit); err != nil {
			return nil, err
		}
	}
	all, err := stampdesk.Appraise(from, p.batch)
	if err != nil {
		return nil, err
	}
	totals := map[stampdesk.DifferenceKind]int{}
	for i := range all {
		totals[all[i].Kind]++
	}
	rows := make([]row, 0, len(all))
	for i := range all {
		rows = append(rows, differenceRow(&all[i], i, totals[all[i].Kind]))
	}
	return func(*shell) { p.unit = unit; p.list.put(rows) }, nil
}

func differenceRow(d *stampdesk.Difference, n, total int) row {
	r := row{
		key: string(d.Kind) + d.Card.Digits() + d.Figure + d.By, card: d.Card, sign: holdSign, tone: warn,
		folded: cardFound(d.Card, d.Name, d.Cell, d.Note),
		group: func(s *shell) string {
			return s.words.difference(d.Kind).group + " (" + s.count(total) + ")"
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
	say := s.words.difference(d.Kind).one
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
		return fill(say, s.figure(d.Figure), s.count(d.Declared), s.count(d.Found))
	case stampdesk.CountDiffers:
		return fill(say, s.count(d.Declared), s.count(d.Found))
	}
	return s.join(string(d.Kind), who, d.Note)
}

// figure is the name of a figure of the declaration.
func (s *shell) figure(name string) string {
	for i, f := range figures {
		if f == name {
			return s.words.FigureNames[i]
		}
	}
	return name
}

// figures are those that an appraisal speaks of, in the order of their words.
var figures = [...]string{
	"members", "official", "probationary", "with_card", "without_card", "proposed", "stamped", "not_stamped", "damaged", "lost", "uncollected",
}

// side is the other side of a difference.
func (s *shell) side(by string) string {
	if form, ok := strings.CutPrefix(by, "list "); ok {
		return fill(s.words.SideList, form)
	}
	return s.words.SideRoster
}

func (p *appraisal) key(s *shell, in input) {
	r := p.list.now()
	switch {
	case in.is(keys.Esc) && !p.list.searching():
		s.turnBack()
	case in.is(keys.Enter) && in.text == "" && r != nil && r.card == 0:
		s.say(warn, s.words.NoCardInIt)
	case in.is(keys.Enter) && in.text == "" && r != nil:
		s.turnTo(newCardPage(r.card))
	default:
		p.list.key(in)
	}
}

func (p *appraisal) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *appraisal) view(s *shell, w, h int) []string {
	title := s.join(fill(s.words.MenuAppraise, s.batchName(p.batch)), p.unit)
	if p.list.loaded {
		title = s.middle(title, w-24)
		title = s.join(title, fill(s.words.DifferencesN, s.count(len(p.list.rows))))
	}
	return p.list.view(s, heading{
		title: title, empty: s.sign.Stamp + " " + s.words.NoDifferences, how: s.words.NoDifferencesHow, widths: []int{-1}, middle: -1,
	}, w, h)
}

func (p *appraisal) hints(s *shell) []hint {
	return p.list.hints(s, hint{"Enter", s.words.KeyCard})
}

func (p *appraisal) help(w *words) string { return w.HelpAppraisal }

func (p *appraisal) takesText() bool { return p.list.searching() }
