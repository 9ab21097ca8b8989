package tui

import "stampdesk"

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
	rows := differenceRows(all)
	return func(*shell) { p.unit = unit; p.list.put(rows) }, nil
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
	case in.is(keys.Print) && !p.list.searching():
		s.choosePaper(s.batchTitle(p.batch), s.batchPapers(p.batch)...)
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
	return p.list.hints(s, hint{"Enter", s.words.KeyCard}, hint{"p", s.words.KeyPrint})
}

func (p *appraisal) help(w *words) string { return w.HelpAppraisal }

func (p *appraisal) takesText() bool { return p.list.searching() }
