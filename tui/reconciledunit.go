package tui

import "stampdesk"

// reconciledUnit is one unit: every figure by the four hands, and every
// difference, named down to the member.
type reconciledUnit struct {
	unit stampdesk.UnitInfo
	of   *stampdesk.Reconciled
	list list
}

func (p *reconciledUnit) readsOnce() {}

func (p *reconciledUnit) read(from sight) (func(*shell), error) {
	all, err := stampdesk.Reconcile(from, from.round, p.unit.Code)
	if err != nil || len(all.Units) == 0 {
		return nil, err
	}
	return func(*shell) { p.take(&all.Units[0]) }, nil
}

// take makes the rows: the figures, then the differences by their kind.
func (p *reconciledUnit) take(u *stampdesk.Reconciled) {
	p.of = u
	differs := map[string]bool{}
	for i := range u.Differences {
		differs[u.Differences[i].Figure] = true
	}
	var rows []row
	for _, f := range u.Figures {
		if f.By != [stampdesk.Hands]int{-1, -1, -1, -1} {
			rows = append(rows, figureRow(u, f, differs[f.Figure]))
		}
	}
	p.list.put(append(rows, differenceRows(u.Differences)...))
}

func figureRow(u *stampdesk.Reconciled, f stampdesk.FigureRow, differs bool) row {
	r := row{
		key: "figure " + f.Figure, folded: found(stampdesk.WordsIn(stampdesk.Vietnamese).Figures[f.Figure], stampdesk.WordsIn(stampdesk.English).Figures[f.Figure]),
		group: func(s *shell) string {
			return "  " + s.fit(s.words.FiguresBy, figureWidth) + joined(s.handHeads())
		},
		cells: func(s *shell) []string {
			return []string{s.fit(capital(s.figure(f.Figure)), figureWidth) + joined(s.hands(f.By))}
		},
	}
	if hasAside(u) {
		r.detail = func(s *shell) string { return capital(s.aside(u)) + "." }
	}
	if differs {
		r.sign, r.tone = holdSign, warn
	}
	return r
}

// figureWidth is the column of the names of figures.
const figureWidth = 27

// joined puts columns of one width side by side.
func joined(columns []string) (text string) {
	for _, c := range columns {
		text += " " + c
	}
	return text
}

func (p *reconciledUnit) key(s *shell, in input) {
	r := p.list.now()
	switch {
	case in.is(keys.Esc) && !p.list.searching():
		s.turnBack()
	case in.is(keys.Enter) && in.text == "" && r != nil && r.card == 0:
		s.say(warn, s.words.NoCardInIt)
	case in.is(keys.Enter) && in.text == "" && r != nil:
		s.turnTo(newCardPage(r.card))
	case in.is(keys.WriteOut) && !p.list.searching():
		s.say(work, fill(s.words.ByCommand, "stampdesk reconcile --unit "+string(p.unit.Code)+" --out "+s.words.FileName))
	default:
		p.list.key(in)
	}
}

func (p *reconciledUnit) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *reconciledUnit) view(s *shell, w, h int) []string {
	title := s.middle(s.join(string(p.unit.Code), p.unit.Name), w-26)
	if p.of != nil {
		title = s.join(title, fill(s.words.DifferencesN, s.count(len(p.of.Differences))))
	}
	return p.list.view(s, heading{title: title, empty: s.words.NoDifferences, how: s.words.NoDifferencesHow, widths: []int{-1}, middle: -1}, w, h)
}

// hasAside reports that there is more that explains the figures of a unit.
func hasAside(u *stampdesk.Reconciled) bool {
	return u.Hosted+u.Away+u.Guests.Seen()+u.NewCards.Seen() > 0 || twoWays(u.Declared)
}

// twoWays reports that what is not stamped depends on how it is counted.
func twoWays(d stampdesk.Subtotals) bool { return d.Within >= 0 && d.Apart >= 0 && d.Within != d.Apart }

// aside is what explains the figures of a unit beside its differences.
func (s *shell) aside(u *stampdesk.Reconciled) string {
	var all []string
	for _, x := range []struct {
		n    int
		says string
	}{{u.Hosted, s.words.HostedN}, {u.Away, s.words.AwayN}, {u.Guests.Seen(), s.words.GuestsN}, {u.NewCards.Seen(), s.words.NewCardsN}} {
		if x.n > 0 {
			all = append(all, fill(x.says, s.count(x.n)))
		}
	}
	if d := u.Declared; twoWays(d) {
		all = append(all, fill(s.words.BothWays, s.count(d.Within), s.count(d.Apart)))
	}
	return s.join(all...)
}

func (p *reconciledUnit) hints(s *shell) []hint {
	return p.list.hints(s, hint{"Enter", s.words.KeyCard}, hint{"e", s.words.KeyFile})
}

func (p *reconciledUnit) help(w *words) string { return w.HelpReconciledUnit }

func (p *reconciledUnit) takesText() bool { return p.list.searching() }
