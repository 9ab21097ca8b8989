package tui

import (
	"context"

	"stampdesk"
)

// compare sends for what a list replaces, and for the lines of it that say
// otherwise than the roster.
func (p *importPage) compare(s *shell) {
	if s.opt.Look == nil {
		return
	}
	store, got := viewed{look: s.opt.Look}, p.got
	s.fetch(errand{"list", func(ctx context.Context) (func(*shell), error) {
		d, err := stampdesk.DraftList(ctx, store, *got.List)
		return func(s *shell) {
			if p.got == got {
				p.list = d
				p.stray(s)
			}
		}, err
	}})
}

// viewed is the store as far as a screen sees it: View alone may be called.
type viewed struct {
	stampdesk.Store
	look func(context.Context, func(stampdesk.Snapshot) error) error
}

func (v viewed) View(ctx context.Context, fn func(stampdesk.Snapshot) error) error {
	return v.look(ctx, fn)
}

// stray shows the lines of a list that say otherwise than the roster.
func (p *importPage) stray(s *shell) {
	all := p.list.Stray
	for _, t := range p.tabs {
		if t.kind == tabDiffer {
			t.put(s, len(all), func(i int) row {
				r := differenceRow(&all[i].Difference, i, 0)
				r.group = nil
				return r
			}, func(i int) string {
				return all[i].Card.Digits() + " " + all[i].Card.String() + " " + all[i].Name + " " + all[i].Note
			})
		}
	}
}
