package tui

import (
	"context"
	"time"

	"stampdesk"
)

// counts say how much waits at the destinations.
type counts struct {
	batch stampdesk.BatchID // that differences is about
	stampdesk.Backlog
	differences int
	prints      int // open jobs
}

// readCounts counts what waits: that is to walk over all cards.
func readCounts(from sight) (c counts, err error) {
	c = counts{batch: from.batch}
	queue := stampdesk.PrintQueue{Desk: from.desk}
	if err := queue.Read(from); err != nil {
		return c, err
	}
	for _, j := range queue.Jobs() {
		if j.IsOpen() {
			c.prints++
		}
	}
	if c.Backlog, err = stampdesk.BacklogOf(from, from.round); err != nil {
		return c, err
	}
	if from.batch != "" {
		all, err := stampdesk.Appraise(from, from.batch)
		if err != nil {
			return c, err
		}
		c.differences = len(all)
	}
	return c, nil
}

// countAgain is how long what was counted will do for the palette, which people
// open many times a day.
const countAgain = time.Minute

// recount sends for the counts, where they are old.
func (s *shell) recount() {
	if s.opt.Look == nil || s.now.Sub(s.countedAt) < countAgain && s.counts.batch == s.home() {
		return
	}
	see := s.sights()
	s.fetch(errand{"counts", func(ctx context.Context) (put func(*shell), err error) {
		var c counts
		err = see(ctx, func(from sight) error {
			c, err = readCounts(from)
			return err
		})
		return c.put, err
	}})
}

func (c counts) put(s *shell) { s.counts, s.countedAt = c, s.now }
