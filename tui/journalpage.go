package tui

import "stampdesk"

// journalPage is the journal of all desks, the newest entry first. Of the
// entries that fit it keeps only the keys, and of those around the pointer the
// entries themselves: a year of them takes no more room than a day.
type journalPage struct {
	filter field
	typing bool
	left   string // what was typed before Esc
	only   journalFilter

	walk   *journalWalk
	keys   []stampdesk.EntryKey // that fit, as far as was walked
	near   map[stampdesk.EntryKey]stampdesk.Entry
	undone map[stampdesk.EntryKey]bool
	at     int
	ended  bool // nothing older fits
	busy   bool // the walk is under way
	fills  bool // entries around the pointer are being read
	looked int
	total  int
	tops   map[stampdesk.DeskID]uint64 // the newest entries that were taken up
	taken  int                         // how often they were
	people map[stampdesk.PersonID]string
}

func (p *journalPage) read(from sight) (func(*shell), error) {
	heads, err := stampdesk.Collect(from.Heads())
	if err != nil {
		return nil, err
	}
	all, err := stampdesk.Collect(from.People())
	if err != nil {
		return nil, err
	}
	people := map[stampdesk.PersonID]string{}
	for _, who := range all {
		people[who.ID] = who.Name
	}
	return func(s *shell) {
		p.people, p.total = people, 0
		tops := map[stampdesk.DeskID]uint64{}
		for _, h := range heads {
			p.total += int(h.Seq)
			tops[h.Desk] = h.Seq
		}
		if p.tops == nil {
			p.tops = tops
			p.begin(s)
			return
		}
		p.newer(s, tops)
	}, nil
}

// begin walks anew, with the filter as it is now.
func (p *journalPage) begin(s *shell) {
	p.walk = &journalWalk{sieve: p.sieve(s), voids: map[stampdesk.EntryKey]bool{}}
	p.undone = map[stampdesk.EntryKey]bool{}
	p.keys, p.near, p.at, p.ended, p.busy, p.fills, p.looked = nil, map[stampdesk.EntryKey]stampdesk.Entry{}, 0, false, false, false, 0
	p.more(s)
}

func (p *journalPage) sieve(s *shell) *journalSieve {
	f := p.only
	f.query = stampdesk.Fold(p.filter.value())
	return newJournalSieve(f, s.now.Location(), p.people, s.board.names)
}

// now is the chosen entry; false where there is none yet.
func (p *journalPage) now() (stampdesk.Entry, bool) {
	if p.at < 0 || p.at >= len(p.keys) {
		return stampdesk.Entry{}, false
	}
	e, ok := p.near[p.keys[p.at]]
	return e, ok
}

func (p *journalPage) searching() bool { return p.typing || p.filter.text != "" }

func (p *journalPage) key(s *shell, in input) {
	e, ok := p.now()
	switch {
	case in.is(keys.Esc) && p.searching():
		p.left, p.typing, p.filter.text = p.filter.text, false, ""
		p.begin(s)
	case in.is(keys.Esc) && p.only != journalFilter{}:
		p.only = journalFilter{}
		p.begin(s)
	case in.is(keys.Esc):
		s.turnBack()
	case in.is(keys.Enter) && in.text == "":
		if ok {
			s.turnTo(&entryPage{entry: e})
		}
	case in.moves():
		p.at = in.moved(p.at, len(p.keys))
	case !p.searching() && in.is(keys.Find):
		p.typing = true
		if p.filter.again(p.left); p.left != "" {
			p.begin(s)
		}
	case !p.searching() && in.is(keys.Card) && ok:
		if e.Card != 0 {
			s.turnTo(newCardPage(e.Card))
		} else {
			s.say(warn, s.words.NoCardOfEntry)
		}
	case !p.searching() && in.kind == inputRune && in.text >= "0" && in.text <= "6":
		if p.toggle(in.text[0]-'0', &e, ok, s) {
			p.begin(s)
		}
	default:
		if p.searching() && p.filter.key(in) {
			p.begin(s)
		}
	}
	p.more(s)
	p.around(s)
}

// toggle wants only entries that are like the chosen one in one thing, or does
// not want that any more. It reports whether anything changed.
func (p *journalPage) toggle(n byte, e *stampdesk.Entry, ok bool, s *shell) bool {
	f, before := &p.only, p.only
	switch {
	case n == 0:
		*f = journalFilter{}
	case p.on(n):
		switch n {
		case 1:
			f.act = 0
		case 2:
			f.person = ""
		case 3:
			f.batch = ""
		case 4:
			f.day = stampdesk.Date{}
		case 5:
			f.shift, f.of = 0, ""
		case 6:
			f.desk = ""
		}
	case !ok:
	case n == 1:
		f.act = e.Act
	case n == 2:
		f.person = e.Operator
	case n == 3:
		f.batch = e.Batch
	case n == 4:
		f.day = stampdesk.DateOf(e.At.In(s.now.Location()))
	case n == 5:
		f.shift, f.of = e.Shift, e.Key.Desk
	case n == 6:
		f.desk = e.Key.Desk
	}
	return *f != before
}

// on reports that entries are wanted by the n-th thing.
func (p *journalPage) on(n byte) bool {
	f := &p.only
	return [...]bool{false, f.act != 0, f.person != "", f.batch != "", !f.day.IsZero(), f.of != "", f.desk != ""}[n]
}

func (p *journalPage) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *journalPage) help(w *words) string { return w.HelpJournal }

func (p *journalPage) takesText() bool { return p.searching() }
