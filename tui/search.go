package tui

import (
	"context"

	"stampdesk"
)

// finder is the roster made fit for searching, once for each roster. Only
// errands touch it, and they run one after another.
type finder struct {
	*stampdesk.Finder
	of stampdesk.Hash
}

// hits are the members that fit a query.
type hits struct {
	query string
	no    int // counts them; 0: none yet
	found []stampdesk.Found
	total int
}

// mostHits is how many members a search shows: nobody looks through more.
const mostHits = 200

// find sends for the members that fit a query. It is an errand: digits among
// 127,455 members take 4 ms, among 480,000 more than a frame.
func (s *shell) find(query string) {
	if s.opt.Look == nil {
		return
	}
	look, f := s.opt.Look, &s.finder
	s.fetch(errand{"find", func(ctx context.Context) (func(*shell), error) {
		err := look(ctx, func(snap stampdesk.Snapshot) error {
			info, err := snap.Roster()
			if err != nil || f.Finder != nil && f.of == info.Hash {
				return err
			}
			made, err := stampdesk.NewFinder(snap.Members())
			if err == nil {
				f.Finder, f.of = made, info.Hash
			}
			return err
		})
		if err != nil {
			return nil, err
		}
		h := hits{query: query}
		h.found, h.total = f.Find(query, mostHits)
		return func(s *shell) {
			h.no = s.hits.no + 1
			s.hits = h
			if p, ok := s.page().(*searchPage); ok {
				p.came(s)
			}
		}, nil
	}})
}

// search opens the search with what was typed so far.
func (s *shell) search(query string) {
	old, open := s.page().(*searchPage)
	if open && query == "" {
		return // it is there, and what was typed stays
	}
	p := &searchPage{query: field{most: 60}}
	if p.query.text = query; query == "" {
		p.query.again(s.searched)
	}
	s.searched = p.query.text
	if open { // one is enough
		old.query.text = query
		s.find(query)
		return
	}
	s.turnTo(p)
	s.find(p.query.value())
}

// searchPage finds members by any part of a number or a name.
type searchPage struct {
	query field
	list  list
	of    hits // what the rows are
	enter bool // pressed before they did
}

func (p *searchPage) read(sight) (func(*shell), error) {
	return func(s *shell) { s.find(p.query.value()) }, nil // there may be a new roster
}

// settle takes over what was found meanwhile.
func (p *searchPage) settle(s *shell) (ready bool) {
	if ready = s.hits.no > 0 && s.hits.query == p.query.value(); ready && p.of.no != s.hits.no {
		if p.of.query != s.hits.query {
			p.list = list{}
		}
		p.of = s.hits
		var rows []row
		for i := range s.hits.found {
			rows = append(rows, foundRow(&s.hits.found[i]))
		}
		p.list.put(rows)
	}
	return ready
}

func foundRow(f *stampdesk.Found) row {
	m := *f
	return row{
		key: m.Card.Digits() + m.Name + m.Birth.String(), card: m.Card,
		cells: func(s *shell) []string {
			number := s.words.NoNumberShort
			if m.Card != 0 {
				number = m.Card.String()
			}
			return []string{number, m.Name, s.unit(m.Unit), m.Cell, m.Birth.String()}
		},
		detail: func(s *shell) string {
			old := ""
			if m.OldCard != 0 {
				old = fill(s.words.OldNumber, m.OldCard.String())
			}
			return s.join(m.Name, s.unit(m.Unit), m.Cell, s.status(m.Status), old)
		},
	}
}

// card is the one that Enter means: the chosen one, or a whole number that no
// roster has.
func (p *searchPage) card(s *shell) stampdesk.CardNumber {
	if r := p.list.now(); r != nil {
		if r.card == 0 {
			s.say(warn, s.words.NoNumber)
		}
		return r.card
	}
	card, err := stampdesk.ParseCard(p.query.value())
	if err != nil {
		s.say(warn, s.words.NobodyFits)
	}
	return card
}

func (p *searchPage) key(s *shell, in input) {
	ready := p.settle(s)
	switch {
	case in.is(keys.Esc):
		s.turnBack()
	case in.is(keys.Enter) && !ready:
		p.enter = true
	case in.is(keys.Enter):
		if card := p.card(s); card != 0 {
			s.turnTo(newCardPage(card))
		}
	case in.is(keys.Hand) && ready:
		if card := p.card(s); card != 0 {
			s.hand(card)
		}
	case in.moves():
		p.list.move(in)
	default:
		if p.query.key(in) {
			p.enter, s.searched = false, p.query.text
			s.hush()
			s.find(p.query.value())
		}
	}
}

// came is called when something was found.
func (p *searchPage) came(s *shell) {
	if p.settle(s) && p.enter {
		p.enter = false
		p.key(s, input{kind: inputKey, name: "enter"})
	}
}

func (p *searchPage) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

var foundColumns = heading{widths: []int{11, -5, -4, -3, 11}, middle: 2}

func (p *searchPage) view(s *shell, w, h int) []string {
	ready := p.settle(s)
	count := ""
	if n := s.hits.total; ready && p.query.value() != "" {
		count = fill(s.words.FoundN, s.count(n))
		if n > mostHits {
			count = fill(s.words.FoundMore, s.count(n), s.count(mostHits))
		}
	}
	top := []string{"", s.ends(" "+s.style.Head.Render(s.words.FindCard)+" "+p.query.view(s, 32, true), count+" ", w), ""}
	head := foundColumns
	head.columns = []string{s.words.ColNumber, s.words.ColName, s.words.UnitHead, s.words.ColCell, s.words.ColBorn}
	switch {
	case p.query.value() == "":
		top = append(top, "  "+s.words.FindHow, "", "  "+s.style.Tone[quiet].Render(s.words.FindHow2))
		return s.foot(top, s.noteLines(w), w, h)
	case !ready && len(p.list.rows) == 0:
		return s.foot(append(top, "  "+s.style.Tone[quiet].Render(s.words.ReadingStore)), s.noteLines(w), w, h)
	case len(p.list.rows) == 0:
		say := s.words.NobodyFits
		if card, err := stampdesk.ParseCard(p.query.value()); err == nil {
			say = fill(s.words.NobodyHas, card.String())
		}
		if top = append(top, "  "+say); len(s.board.units) == 0 {
			top = append(top, "", "  "+s.words.NoUnits, "", "  "+s.style.Tone[quiet].Render(s.words.NoRosterDo))
		}
		return s.foot(top, s.noteLines(w), w, h)
	}
	body := p.list.view(s, head, w, h-len(top)+2)
	return append(s.block(top, w, len(top)), body[2:]...) // its title is the field
}

func (p *searchPage) hints(s *shell) []hint {
	return []hint{{"Enter", s.words.KeyCard}, {"Tab", s.words.KeyHand}, {s.sign.MoreAbove + s.sign.MoreBelow, s.words.KeyChoose}, {"Esc", s.words.KeyBack}, {"F1", s.words.KeyHelp}}
}

func (p *searchPage) help(w *words) string { return w.HelpSearch }

func (p *searchPage) takesText() bool { return true }

// foundLines are what a number typed at the desk may mean, at most h lines.
func (s *shell) foundLines(query string, w, h int) []string {
	if query == "" || s.hits.no == 0 || s.hits.query != query {
		return s.block(nil, w, h)
	}
	var out []string
	for i := range s.hits.found[:min(len(s.hits.found), h)] {
		r := foundRow(&s.hits.found[i])
		out = append(out, "  "+s.cells(w-2, &foundColumns, r.cells(s)))
	}
	if more := s.hits.total - h; more > 0 {
		out[h-1] = "  " + s.style.Tone[quiet].Render(fill(s.words.AndMore, s.count(more+1)))
	}
	return s.block(out, w, h)
}
