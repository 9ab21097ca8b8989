package tui

import (
	"strconv"

	"stampdesk"
)

// changes are the cards that a new roster puts in another light.
type changes struct{ list list }

func (p *changes) read(from sight) (func(*shell), error) {
	all, err := stampdesk.Changes(from, from.round)
	if err != nil {
		return nil, err
	}
	rows := make([]row, 0, len(all))
	for i := range all {
		u, err := unitName(from, all[i].Unit)
		if err != nil {
			return nil, err
		}
		rows = append(rows, changeRow(&all[i], u))
	}
	return func(*shell) { p.list.put(rows) }, nil
}

func changeRow(c *stampdesk.Change, unit string) row {
	it, now, seen := c.Item, c.Reason, c.Seen
	r := row{
		key: it.Card.Digits() + "/" + strconv.Itoa(int(c.Issue)), card: it.Card, dim: seen, sign: holdSign, tone: warn,
		folded: cardFound(it.Card, it.Name, it.Cell, unit, now.Label(stampdesk.Vietnamese), now.Label(stampdesk.English)),
		cells: func(s *shell) []string {
			state := ""
			if seen {
				state = s.words.Reviewed
			}
			return []string{it.Card.String(), s.called(it.Name), s.called(unit), now.Label(s.lang), s.doneShort(&it), state}
		},
		detail: func(s *shell) string {
			return s.join(it.Card.String(), it.Name, unit) + ". " + capital(s.doneShort(&it)) + ", " + s.join(s.doneBy(it.Standing), s.inBatch(it.Standing.Batch)) +
				". " + now.Sentence(s.lang)
		},
	}
	if seen {
		r.sign, r.tone = nil, quiet
	}
	return r
}

// doneShort is what was done with a card, or that it is only listed.
func (s *shell) doneShort(it *stampdesk.Item) string {
	if it.Standing.Act == stampdesk.ActListLoaded {
		return s.words.OnList2
	}
	return s.rules.Acts[it.Standing.Act]
}

func (p *changes) key(s *shell, in input) {
	r := p.list.now()
	command := !p.list.searching()
	switch {
	case in.is(keys.Esc) && command:
		s.turnBack()
	case in.is(keys.Enter) && in.text == "" && r != nil:
		s.turnTo(newCardPage(r.card))
	case command && r != nil && in.is(keys.Act) && r.dim:
		s.say(warn, fill(s.words.IsReviewed, r.card.String()))
	case command && r != nil && in.is(keys.Act):
		card := r.card
		s.open(newApproval(s, approvalOf{
			title: s.words.ReviewTitle, what: fill(s.words.ReviewWhat, card.String(), r.cells(s)[1], r.cells(s)[3]),
			ask: func(by stampdesk.Approval, _ stampdesk.Reason, note string) stampdesk.Request {
				return stampdesk.Review{Card: card, Note: note, By: by}
			},
			done: func(s *shell, o *stampdesk.Outcome) { s.filed(o, s.words.Reviewed) },
		}))
	default:
		p.list.key(in)
	}
}

func (p *changes) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *changes) view(s *shell, w, h int) []string {
	return p.list.view(s, heading{
		title: s.counted(s.words.MenuChanges, &p.list), empty: s.words.NoChanges, how: s.words.NoChangesHow,
		columns: []string{s.words.ColNumber, s.words.ColName, s.words.UnitHead, s.words.ColNow, s.words.ColDone, ""},
		widths:  []int{11, -5, -4, -6, 10, 8}, middle: 2,
	}, w, h)
}

func (p *changes) hints(s *shell) []hint {
	return p.list.hints(s, hint{"x", s.words.KeyReview}, hint{"Enter", s.words.KeyCard})
}

func (p *changes) help(w *words) string { return w.HelpChanges }

func (p *changes) takesText() bool { return p.list.searching() }
