package tui

import (
	"context"
	"slices"

	"stampdesk"
)

// journalWalk is one way back through the journal with one filter. Only errands
// touch what it points to.
type journalWalk struct {
	past  *past
	sieve *journalSieve
	voids map[stampdesk.EntryKey]bool // entries that a later one undid; that one is met before
}

// Sizes of what is read at once: so many entries are looked through, or so many
// are found, before the screen is told; so many around the pointer are kept.
const (
	journalStep  = 10_000
	journalFinds = 200
	journalNear  = 120
)

// more walks on, where the pointer comes near to the end of what is known.
func (p *journalPage) more(s *shell) {
	if p.walk == nil || p.ended || p.busy || p.at+journalNear < len(p.keys) || s.opt.Look == nil {
		return
	}
	p.busy = true
	look, walk, tops := s.opt.Look, p.walk, p.tops
	s.fetch(errand{"journal", func(ctx context.Context) (func(*shell), error) {
		var found []stampdesk.Entry
		var undone []stampdesk.EntryKey
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
				if e.Act == stampdesk.ActVoided {
					walk.voids[e.Ref] = true
				}
				if looked++; walk.sieve.fits(e) {
					found = append(found, *e)
					if walk.voids[e.Key] {
						undone = append(undone, e.Key)
					}
				}
			}
			return nil
		})
		return func(s *shell) {
			if p.walk != walk {
				return
			}
			p.busy = false
			if err != nil { // the next key tries again
				s.say(bad, fill(s.words.NotRead, err.Error()))
				return
			}
			p.ended = ended
			p.looked += looked
			p.take(found)
			p.strike(undone)
			p.more(s)
		}, nil
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

// strike notes which entries a later one undid.
func (p *journalPage) strike(undone []stampdesk.EntryKey) {
	for _, k := range undone {
		p.undone[k] = true
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
		var undone []stampdesk.EntryKey
		err := look(ctx, func(snap stampdesk.Snapshot) error {
			for desk, to := range tops {
				for e, err := range snap.Entries(desk, before[desk]) {
					if err != nil {
						return err
					}
					if e.Entry.Key.Seq > to {
						break
					}
					if e.Entry.Act == stampdesk.ActVoided {
						undone = append(undone, e.Entry.Ref)
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
			p.strike(undone)
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
			if p.walk != walk {
				return
			}
			p.fills = false
			if err != nil { // the next key tries again
				s.say(bad, fill(s.words.NotRead, err.Error()))
				return
			}
			p.near = near
			p.around(s)
		}, nil
	}})
}
