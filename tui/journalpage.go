package tui

import (
	"context"
	"slices"

	"stampdesk"
)

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

// journalWalk is one way back through the journal with one filter. Only errands
// touch what it points to.
type journalWalk struct {
	past  *past
	sieve *journalSieve
}

// Sizes of what is read at once: so many entries are looked through, or so many
// are found, before the screen is told; so many around the pointer are kept.
const (
	journalStep  = 10_000
	journalFinds = 200
	journalNear  = 120
)

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
	p.walk = &journalWalk{sieve: p.sieve(s)}
	p.keys, p.near, p.at, p.ended, p.busy, p.fills, p.looked = nil, map[stampdesk.EntryKey]stampdesk.Entry{}, 0, false, false, false, 0
	p.more(s)
}

func (p *journalPage) sieve(s *shell) *journalSieve {
	f := p.only
	f.query = stampdesk.Fold(p.filter.value())
	return newJournalSieve(f, s.now.Location(), p.people, s.board.names)
}

// more walks on, where the pointer comes near to the end of what is known.
func (p *journalPage) more(s *shell) {
	if p.walk == nil || p.ended || p.busy || p.at+journalNear < len(p.keys) || s.opt.Look == nil {
		return
	}
	p.busy = true
	look, walk, tops := s.opt.Look, p.walk, p.tops
	s.fetch(errand{"journal", func(ctx context.Context) (func(*shell), error) {
		var found []stampdesk.Entry
		looked, ended := 0, false
		err := look(ctx, func(snap stampdesk.Snapshot) (err error) {
			if walk.past == nil {
				if walk.past, err = newPast(snap); err != nil {
					return err
				}
				walk.past.upTo(tops)
			}
			for looked < journalStep && len(found) < journalFinds {
				e, err := walk.past.next(snap)
				if err != nil {
					return err
				}
				if ended = e == nil; ended {
					return nil
				}
				if looked++; walk.sieve.fits(e) {
					found = append(found, *e)
				}
			}
			return nil
		})
		return func(s *shell) {
			if p.walk == walk {
				p.busy, p.ended = false, ended
				p.looked += looked
				p.take(found)
				p.more(s)
			}
		}, err
	}})
}

// take puts older entries behind the others.
func (p *journalPage) take(found []stampdesk.Entry) {
	for i := range found {
		p.keys = append(p.keys, found[i].Key)
		if len(p.keys) <= p.at+2*journalNear {
			p.near[found[i].Key] = found[i]
		}
	}
}

// newer sends for the entries that were made since, and puts those that fit
// before the others.
func (p *journalPage) newer(s *shell, tops map[stampdesk.DeskID]uint64) {
	before, taken := p.tops, p.taken
	fresh := false
	for desk, seq := range tops {
		fresh = fresh || seq > before[desk]
	}
	if !fresh || p.walk == nil {
		return
	}
	look, walk := s.opt.Look, p.walk
	s.fetch(errand{"newer", func(ctx context.Context) (func(*shell), error) {
		var found []stampdesk.Entry
		err := look(ctx, func(snap stampdesk.Snapshot) error {
			for desk, to := range tops {
				for e, err := range snap.Entries(desk, before[desk]) {
					if err != nil {
						return err
					}
					if e.Entry.Key.Seq > to {
						break
					}
					if walk.sieve.fits(&e.Entry) {
						found = append(found, e.Entry)
					}
				}
			}
			return nil
		})
		slices.SortStableFunc(found, func(x, y stampdesk.Entry) int { return newestFirst(&x, &y) })
		return func(s *shell) {
			if p.walk != walk || p.taken != taken { // something came between
				p.newer(s, tops)
				return
			}
			p.tops, p.taken = tops, taken+1
			keys := make([]stampdesk.EntryKey, 0, len(found)+len(p.keys))
			for i := range found {
				keys = append(keys, found[i].Key)
				p.near[found[i].Key] = found[i]
			}
			if p.keys = append(keys, p.keys...); p.at > 0 { // the choice stays with its row
				p.at += len(found)
			}
			p.around(s)
		}, err
	}})
}

// newestFirst orders entries as the page shows them.
func newestFirst(x, y *stampdesk.Entry) int {
	if c := y.At.Compare(x.At); c != 0 || x.Key.Desk != y.Key.Desk {
		return c
	}
	return int(int64(y.Key.Seq) - int64(x.Key.Seq))
}

// around keeps the entries around the pointer, and sends for those that are
// missing.
func (p *journalPage) around(s *shell) {
	from, to := max(p.at-journalNear, 0), min(p.at+journalNear, len(p.keys))
	if from >= to || s.opt.Look == nil {
		return
	}
	var missing []stampdesk.EntryKey
	for _, k := range p.keys[max(p.at-journalNear/2, 0):min(p.at+journalNear/2, len(p.keys))] {
		if _, ok := p.near[k]; !ok {
			missing = append(missing, k)
		}
	}
	if len(missing) == 0 || p.fills {
		return
	}
	p.fills = true
	wanted := slices.Clone(p.keys[from:to])
	look, walk := s.opt.Look, p.walk
	s.fetch(errand{"entries", func(ctx context.Context) (func(*shell), error) {
		near := make(map[stampdesk.EntryKey]stampdesk.Entry, len(wanted))
		err := look(ctx, func(snap stampdesk.Snapshot) error {
			for _, k := range wanted {
				e, err := snap.Entry(k)
				if err != nil {
					return err
				}
				near[k] = *e
			}
			return nil
		})
		return func(s *shell) {
			if p.walk == walk {
				p.near, p.fills = near, false
				p.around(s)
			}
		}, err
	}})
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
	last := max(len(p.keys)-1, 0)
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
	case in.is(keys.Up):
		p.at = max(p.at-1, 0)
	case in.is(keys.Down):
		p.at = min(p.at+1, last)
	case in.is(keys.PageUp):
		p.at = max(p.at-10, 0)
	case in.is(keys.PageDown):
		p.at = min(p.at+10, last)
	case in.is(keys.Home):
		p.at = 0
	case in.is(keys.End):
		p.at = last
	case !p.searching() && in.text == "/":
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
