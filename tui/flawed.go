package tui

import (
	"slices"

	"stampdesk"
)

// flawed are the members with one sort of flaw.
type flawed struct {
	roll
	kind  stampdesk.FlawKind
	today stampdesk.Date
}

func (p *flawed) readsOnce() {}

func (p *flawed) read(from sight) (func(*shell), error) {
	q, err := stampdesk.QualityOf(from, "", p.today)
	if err != nil {
		return nil, err
	}
	all := slices.Clone(q.Of(p.kind))
	units := map[stampdesk.UnitCode]string{}
	for i := range all {
		code := all[i].Member.Unit
		if _, known := units[code]; !known {
			if units[code], err = unitName(from, code); err != nil {
				return nil, err
			}
		}
	}
	return func(s *shell) {
		p.put(s, len(all), func(i int) row { return flawRow(&all[i], units[all[i].Member.Unit]) }, func(i int) string {
			m := &all[i].Member
			return m.Card.Digits() + " " + m.Card.String() + " " + m.Name + " " + m.Cell + " " + units[m.Unit]
		})
	}, nil
}

func flawRow(f *stampdesk.Flaw, unit string) row {
	m := &f.Member
	return row{
		card: m.Card, sign: holdSign, tone: warn,
		cells: func(s *shell) []string {
			return []string{s.cardOf(m.Card), s.called(m.Name), s.called(unit), s.called(m.Cell), s.flaw(f)}
		},
		detail: func(s *shell) string {
			return s.join(s.cardOf(m.Card), m.Name, unit, m.Cell, m.Birth.String(), s.status(m.Status), s.flaw(f))
		},
	}
}

// flaw is what the roster says, in a few words.
func (s *shell) flaw(f *stampdesk.Flaw) string {
	switch {
	case f.Date != nil:
		text := fill(s.words.DateIs, s.fieldName(f.Date.Field), f.Date.Date.String(), s.rules.DateFaults[f.Date.Kind])
		if f.Date.Against != "" {
			text += " " + fill(s.words.DateAgainst, s.fieldName(f.Date.Against), f.Date.Other.String())
		}
		return text
	case f.Other != nil && f.Kind == stampdesk.FlawOldNumber:
		return f.Note + " " + fill(s.words.OldNumberOf, f.Other.Name)
	case f.Other != nil:
		return fill(s.words.SameAs, s.cardOf(f.Other.Card)+" "+s.unit(f.Other.Unit))
	}
	return f.Note
}

func (p *flawed) key(s *shell, in input) {
	r := p.now()
	switch {
	case in.is(keys.Esc) && !p.searching():
		s.turnBack()
	case in.is(keys.Enter) && in.text == "" && r != nil && r.card == 0:
		s.say(warn, s.words.NoNumber)
	case in.is(keys.Enter) && in.text == "" && r != nil:
		s.turnTo(newCardPage(r.card))
	default:
		p.roll.key(s, in)
	}
}

func (p *flawed) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *flawed) view(s *shell, w, h int) []string {
	title := s.rules.Flaws[p.kind]
	if p.loaded {
		title += " (" + s.count(p.count) + ")"
	}
	return p.roll.view(s, heading{
		title: title, empty: s.words.NobodyLeft, how: s.words.NoFlawsHow, middle: 2,
		columns: []string{s.words.ColNumber, s.words.ColName, s.words.UnitHead, s.words.ColCell, s.words.ColFlaw}, widths: []int{11, -4, -3, 10, -6},
	}, w, h)
}

func (p *flawed) hints(s *shell) []hint { return p.roll.hints(s, hint{"Enter", s.words.KeyCard}) }

func (p *flawed) help(w *words) string { return w.HelpQuality }

func (p *flawed) takesText() bool { return p.searching() }
