package tui

import (
	"cmp"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"stampdesk"
)

// roundPage is the whole round: its pace, and every unit, those that need a
// person first. A supervisor begins here.
type roundPage struct {
	roll
	round stampdesk.Round
	shut  bool // the round is
	all   stampdesk.Progress
	days  stampdesk.PerDay
}

func (p *roundPage) read(from sight) (func(*shell), error) {
	setup, err := from.Setup()
	if err != nil {
		return nil, err
	}
	shut, err := from.RoundClosed(from.round)
	if err != nil {
		return nil, err
	}
	all, err := stampdesk.ProgressOf(from, from.round)
	if err == nil {
		err = from.days.Read(from)
	}
	if err != nil {
		return nil, err
	}
	days := *from.days // what is read after this does not change it
	unitsByNeed(all.Units)
	return func(s *shell) {
		p.round, p.shut, p.days = setup.Round, !shut.IsZero(), days
		p.take(s, all)
	}, nil
}

// unitsByNeed sorts units by what they wait for, then by name.
func unitsByNeed(units []stampdesk.UnitProgress) {
	col := collate.New(language.Vietnamese)
	slices.SortStableFunc(units, func(a, b stampdesk.UnitProgress) int {
		return cmp.Or(cmp.Compare(a.State, b.State), col.CompareString(a.Name, b.Name))
	})
}

// take makes the rows; the choice stays with its unit.
func (p *roundPage) take(s *shell, all stampdesk.Progress) {
	chosen := p.unit()
	p.all = all
	units := p.all.Units
	p.put(s, len(units), func(i int) row { return unitProgressRow(&units[i]) },
		func(i int) string { return string(units[i].Code) + " " + units[i].Name })
	if chosen != nil {
		if i := slices.IndexFunc(units, func(u stampdesk.UnitProgress) bool { return u.Code == chosen.Code }); i >= 0 {
			p.choose(i)
		}
	}
}

// unit is the chosen one, or nil.
func (p *roundPage) unit() *stampdesk.UnitProgress {
	i := p.chosen()
	if i < 0 || i >= len(p.all.Units) {
		return nil
	}
	return &p.all.Units[i]
}

func (p *roundPage) key(s *shell, in input) {
	u := p.unit()
	switch {
	case in.is(keys.Esc) && !p.searching():
		s.turnBack()
	case in.is(keys.Enter) && in.text == "" && u != nil:
		s.turnTo(&unitPage{unit: u.Code})
	case in.is(keys.Print) && !p.searching():
		s.choosePaper(word(func(w *words) string { return w.AskRoundPrint }), roundPapers()...)
	case in.is(keys.Menu) && !p.searching():
		s.turnTo(&menu{})
	default:
		p.roll.key(s, in)
	}
}

// roundPapers are the papers of the whole round.
func roundPapers() []paper {
	return []paper{
		{word(func(w *words) string { return w.RoundTally }), []stampdesk.Print{{Document: stampdesk.TallySheet}}},
		{word(func(w *words) string { return w.ChaseOfUnit }), []stampdesk.Print{{Document: stampdesk.ChaseList}}},
		{word(func(w *words) string { return w.RenewalsOfUnit }), []stampdesk.Print{{Document: stampdesk.RenewalList}}},
	}
}

func (p *roundPage) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *roundPage) hints(s *shell) []hint {
	w := s.words
	if p.count == 0 {
		return []hint{{"m", w.KeyMenu}, {"Esc", w.KeyBatches}, {"?", w.KeyHelp}}
	}
	return []hint{{"Enter", w.KeyUnit}, {"/", w.KeyFind}, {"p", w.KeyPrint}, {"m", w.KeyMenu}, {"Esc", w.KeyBack}, {"?", w.KeyHelp}}
}

func (p *roundPage) help(w *words) string { return w.HelpRound }

func (p *roundPage) takesText() bool { return p.searching() }
