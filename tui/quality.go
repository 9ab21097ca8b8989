package tui

import (
	"slices"

	"stampdesk"
)

// quality is how complete the roster in force is, and what is wrong with it.
type quality struct {
	today stampdesk.Date
	list  list
	found stampdesk.Quality
}

// readsOnce: it walks over all members.
func (p *quality) readsOnce() {}

func (p *quality) read(from sight) (func(*shell), error) {
	q, err := stampdesk.QualityOf(from, "", p.today)
	if err != nil {
		return nil, err
	}
	var rows []row
	for _, c := range q.Coverage {
		if c.Of > 0 {
			rows = append(rows, coverageRow(c))
		}
	}
	for _, k := range stampdesk.FlawKinds {
		if n := len(q.Of(k)); n > 0 {
			rows = append(rows, flawKindRow(k, n))
		}
	}
	if len(q.Flaws) == 0 && len(rows) > 0 {
		rows = append(rows, row{
			key: "none", sign: stampSign, tone: good,
			group: func(s *shell) string { return s.words.FlawsAll },
			cells: func(s *shell) []string { return []string{s.words.NoFlaws, ""} },
		})
	}
	return func(*shell) { p.found = q; p.list.put(rows) }, nil
}

func coverageRow(c stampdesk.Coverage) row {
	r := row{
		key: "field " + string(c.Field), folded: found(stampdesk.WordsIn(stampdesk.Vietnamese).Fields[c.Field], stampdesk.WordsIn(stampdesk.English).Fields[c.Field]),
		group: func(s *shell) string { return s.words.CoverageAll },
		cells: func(s *shell) []string {
			return []string{s.fieldName(c.Field), s.count(c.Have) + "/" + s.count(c.Of) + " = " + c.Share().In(s.lang)}
		},
	}
	if c.Have == c.Of {
		r.sign, r.tone = stampSign, good
	}
	return r
}

func flawKindRow(k stampdesk.FlawKind, n int) row {
	return row{
		key: string(k), sign: holdSign, tone: warn,
		folded: found(stampdesk.WordsIn(stampdesk.Vietnamese).Flaws[k], stampdesk.WordsIn(stampdesk.English).Flaws[k]),
		group:  func(s *shell) string { return s.words.FlawsAll },
		cells:  func(s *shell) []string { return []string{s.rules.Flaws[k], fill(s.words.MembersN, s.count(n))} },
	}
}

func (p *quality) key(s *shell, in input) {
	r := p.list.now()
	switch {
	case in.is(keys.Esc) && !p.list.searching():
		s.turnBack()
	case in.is(keys.Enter) && in.text == "" && r != nil:
		k := stampdesk.FlawKind(r.key)
		if slices.Contains(stampdesk.FlawKinds[:], k) {
			s.turnTo(&flawed{kind: k, today: p.today})
		} else if r.key == "field "+string(stampdesk.FieldCard) {
			s.turnTo(&flawed{kind: stampdesk.FlawNoCard, today: p.today})
		}
	case in.is(keys.WriteOut) && !p.list.searching():
		s.say(work, fill(s.words.ByCommand, "stampdesk roster quality --out "+s.words.FileName))
	default:
		p.list.key(in)
	}
}

func (p *quality) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *quality) view(s *shell, w, h int) []string {
	out := []string{""}
	if p.list.loaded {
		t := p.found.Total
		out[0] = " " + fill(s.words.HeadcountIs, s.count(t.Members()), s.count(t.Official), s.count(t.Probationary), s.count(p.found.Members))
	}
	head := heading{title: s.words.MenuQuality, empty: s.words.NoFlaws, how: s.words.NoFlawsHow, widths: []int{-3, -2}, middle: -1}
	if p.list.loaded && p.found.Members == 0 { // nothing wrong in nothing
		out[0], head.empty, head.how = "", s.words.NoUnits, s.words.NoRosterDo
	}
	lines := p.list.view(s, head, w, h-len(out))
	return slices.Concat(lines[:1], s.block(out, w, len(out)), lines[1:])
}

func (p *quality) hints(s *shell) []hint {
	return p.list.hints(s, hint{"Enter", s.words.KeyOpen}, hint{"e", s.words.KeyFile})
}

func (p *quality) help(w *words) string { return w.HelpQuality }

func (p *quality) takesText() bool { return p.list.searching() }
