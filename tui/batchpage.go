package tui

import (
	"slices"

	"stampdesk"
)

// batchPage is one batch: its figures, and every card expected or seen with
// what became of it.
type batchPage struct {
	roll
	batch   stampdesk.BatchID
	balance *stampdesk.Balance // nil: not read yet, or there is no such batch
	listed  int                // lines of list 2
	of      [cardFilters][]card
	on      cardFilter
}

// card is one card of a batch; a missing one has not been seen.
type card struct {
	stampdesk.Item
	missing bool
}

// cardFilter says which cards of a batch are shown.
type cardFilter int

// The filters, in the order of their words.
const (
	allCards cardFilter = iota
	cardsMissing
	cardsStamped
	cardsHeld
	cardsRefused
	cardsDamaged
	cardsLost
	cardFilters
)

func (c *card) filter() cardFilter {
	if c.missing {
		return cardsMissing
	}
	switch place, _ := stampdesk.PlaceOf(c.Standing.Act, c.Standing.Reason); place {
	case stampdesk.InStamped:
		return cardsStamped
	case stampdesk.InHeld:
		return cardsHeld
	case stampdesk.InRefused:
		return cardsRefused
	case stampdesk.InDamaged:
		return cardsDamaged
	case stampdesk.InLost:
		return cardsLost
	}
	return allCards
}

func (p *batchPage) read(from sight) (func(*shell), error) {
	b, err := from.Batch(p.batch)
	if err != nil || b == nil {
		return func(s *shell) { p.balance = nil; p.show(s, p.on) }, err
	}
	balance, err := stampdesk.Balanced(from, p.batch)
	if err != nil {
		return nil, err
	}
	listed, err := stampdesk.LinesOf(from, b, stampdesk.FormStamp)
	if err != nil {
		return nil, err
	}
	of := sortedOut(&balance)
	return func(s *shell) {
		at := max(p.chosen(), 0)
		var chosen stampdesk.CardNumber
		if at < len(p.of[p.on]) {
			chosen = p.of[p.on][at].Card
		}
		p.balance, p.listed, p.of = &balance, listed, of
		p.show(s, p.on)
		if i := slices.IndexFunc(p.of[p.on], func(c card) bool { return c.Card == chosen }); i >= 0 {
			at = i
		}
		p.choose(at)
	}, nil
}

// sortedOut are the cards of a balance by their filter, as they lie in the stack:
// by cell and number.
func sortedOut(b *stampdesk.Balance) (of [cardFilters][]card) {
	for i := range b.Seen {
		of[allCards] = append(of[allCards], card{b.Seen[i], false})
	}
	for i := range b.Missing {
		of[allCards] = append(of[allCards], card{b.Missing[i], true})
	}
	slices.SortStableFunc(of[allCards], byCell)
	for _, c := range of[allCards] {
		if f := c.filter(); f != allCards {
			of[f] = append(of[f], c)
		}
	}
	return of
}

// show puts the cards of a filter on the page.
func (p *batchPage) show(s *shell, on cardFilter) {
	p.on = on
	cards := p.of[on]
	p.put(s, len(cards), func(i int) row { return cardRow(&cards[i]) }, func(i int) string {
		c := &cards[i]
		return cardFound(c.Card, c.Name, c.Cell, string(c.Unit))
	})
	p.choose(0)
}

func (p *batchPage) key(s *shell, in input) {
	command := !p.searching()
	r := p.listRow(s)
	switch {
	case in.is(keys.Esc) && command:
		s.turnBack()
	case in.is(keys.Left) && command:
		p.show(s, (p.on+cardFilters-1)%cardFilters)
	case in.is(keys.Right) && command:
		p.show(s, (p.on+1)%cardFilters)
	case command && in.kind == inputRune && in.text >= "1" && in.text <= string(rune('0'+cardFilters)):
		p.show(s, cardFilter(in.text[0]-'1'))
	case in.is(keys.Enter) && in.text == "" && p.chosen() >= 0:
		s.turnTo(newCardPage(p.of[p.on][p.chosen()].Card))
	case command && in.is(keys.Print) && p.balance != nil:
		s.choosePaper(s.batchTitle(p.batch), s.batchPapers(p.batch)...)
	case command && r != nil && p.act(s, in, r):
	default:
		p.roll.key(s, in)
	}
}

// act does what the list of batches does with a batch, by the same keys.
func (p *batchPage) act(s *shell, in input, r *batchRow) bool {
	list := &batchList{} // whose acts they are
	switch {
	case in.is(keys.Act):
		s.ask(p, stampdesk.TakeBatch{Batch: p.batch})
	case in.is(keys.Decide):
		s.open(newDecision(s, r))
	case in.is(keys.Appraise):
		s.turnTo(&appraisal{batch: p.batch})
	case in.is(keys.Declare) && r.IsClosed():
		s.say(warn, s.about(r, s.words.DeclareClosed))
	case in.is(keys.Declare):
		s.open(newDeclaration(r))
	case in.is(keys.Return):
		list.giveBack(s, r)
	case in.is(keys.Overrule):
		list.reopen(s, r)
	default:
		return false
	}
	return true
}

// listRow is the batch as the list of batches has it, or nil.
func (p *batchPage) listRow(s *shell) *batchRow {
	i := slices.IndexFunc(s.board.batches, func(r batchRow) bool { return r.ID == p.batch })
	if i < 0 {
		return nil
	}
	return &s.board.batches[i]
}

func (p *batchPage) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *batchPage) hints(s *shell) []hint {
	w := s.words
	if p.balance == nil {
		return []hint{{"Esc", w.KeyBack}, {"?", w.KeyHelp}}
	}
	return []hint{{"Enter", w.KeyCard}, {s.sign.Left + s.sign.Right, w.KeyShow}, {"x", w.KeyTakeBatch}, {"p", w.KeyPrint}, {"/", w.KeyFind},
		{"q", w.KeyDecide}, {"a", w.KeyAppraise}, {"t", w.KeyReturn}, {"Esc", w.KeyBack}, {"?", w.KeyHelp}}
}

func (p *batchPage) help(w *words) string { return w.HelpBatch }

func (p *batchPage) takesText() bool { return p.searching() }
