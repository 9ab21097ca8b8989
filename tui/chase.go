package tui

import (
	"stampdesk"
)

// chaseList is the cards that were not collected, of all units or of one:
// somebody goes after each.
type chaseList struct {
	unit  stampdesk.UnitCode // "": of all
	list  list
	units map[string]stampdesk.UnitCode // by the key of the row
}

func (p *chaseList) read(from sight) (func(*shell), error) {
	all, err := stampdesk.Chase(from, from.round, p.unit)
	if err != nil {
		return nil, err
	}
	totals := map[stampdesk.UnitCode]int{}
	for i := range all {
		totals[all[i].Brings]++
	}
	units := map[string]stampdesk.UnitCode{}
	rows := make([]row, 0, len(all))
	for i := range all {
		u, err := unitName(from, all[i].Brings)
		if err != nil {
			return nil, err
		}
		r := chaseRow(&all[i], u, totals[all[i].Brings])
		units[r.key] = all[i].Brings
		rows = append(rows, r)
	}
	return func(*shell) { p.units = units; p.list.put(rows) }, nil
}

func chaseRow(c *stampdesk.Chased, unit string, total int) row {
	it := c.Item
	return row{
		key: it.Card.Digits(), card: it.Card, sign: missingSign, tone: warn,
		folded: cardFound(it.Card, it.Name, it.Cell, unit, why(&it, stampdesk.Vietnamese), why(&it, stampdesk.English)),
		group:  func(s *shell) string { return unit + ": " + fill(s.words.NCards, s.count(total)) },
		cells: func(s *shell) []string {
			return []string{it.Card.String(), s.called(it.Name), it.Cell, why(&it, s.lang), s.since(it.Standing.At)}
		},
		detail: func(s *shell) string {
			return s.join(it.Card.String(), it.Name, unit, it.Cell) + ". " + s.join(why(&it, s.lang), s.doneBy(it.Standing), s.inBatch(it.Standing.Batch))
		},
	}
}

func (p *chaseList) key(s *shell, in input) {
	r := p.list.now()
	command := !p.list.searching()
	switch {
	case in.is(keys.Esc) && command:
		s.turnBack()
	case in.is(keys.Enter) && in.text == "" && r != nil:
		s.turnTo(newCardPage(r.card))
	case command && r != nil && (in.is(keys.Act) || in.is(keys.Uncollected)):
		s.open(uncollectedPicker(r.card, r.cells(s)[1]))
	case command && r != nil && in.is(keys.Print):
		s.choosePaper(func(s *shell) string { return s.words.AskChasePrint }, s.unitPapers(stampdesk.ChaseList, p.units[r.key])...)
	default:
		p.list.key(in)
	}
}

func (p *chaseList) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *chaseList) view(s *shell, w, h int) []string {
	return p.list.view(s, heading{
		title: s.ofUnit(s.counted(s.words.MenuChase, &p.list), p.unit), empty: s.words.NoneChased, how: s.words.NoneChasedHow,
		columns: []string{s.words.ColNumber, s.words.ColName, s.words.ColCell, s.words.Reason, s.words.ColSince},
		widths:  []int{11, -5, -3, -5, 11}, middle: -1,
	}, w, h)
}

func (p *chaseList) hints(s *shell) []hint {
	return p.list.hints(s, hint{"x", s.words.KeyReason}, hint{"p", s.words.KeyPrint}, hint{"Enter", s.words.KeyCard})
}

func (p *chaseList) help(w *words) string { return w.HelpChase }

func (p *chaseList) takesText() bool { return p.list.searching() }

// uncollectedReasons are why a card was not collected.
var uncollectedReasons = []stampdesk.Reason{
	stampdesk.ReasonUncollected + ".cong_tac", stampdesk.ReasonUncollected + ".ve_que", stampdesk.ReasonUncollected + ".nam_vien",
	stampdesk.ReasonUncollected + ".cach_ly", stampdesk.ReasonUncollected + ".lu_lan", stampdesk.ReasonUncollected + ".dot_quy",
	stampdesk.ReasonUncollected + ".khac", stampdesk.ReasonLost,
}

// uncollectedPicker asks why a card was not collected.
func uncollectedPicker(card stampdesk.CardNumber, name string) *picker {
	return &picker{
		card: card, name: name, reason: newReasonField(uncollectedReasons),
		title: func(w *words) string { return w.WhyUncollected },
		ask: func(r stampdesk.Reason, note string) stampdesk.Request {
			if !r.IsUncollected() && r != stampdesk.ReasonLost {
				r = stampdesk.ReasonUncollected + ".khac"
			}
			return stampdesk.ReportUncollected{Card: card, Reason: r, Note: note}
		},
	}
}
