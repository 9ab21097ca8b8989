package stampdesk

import (
	"context"
	"strings"
)

// Counters are the figures beside the verdict.
type Counters struct {
	Expected    int // cards that the batch in hand should bring
	Seen        int // those of them that have an answer
	Extra       int // cards answered in it that nobody expected
	Batch, Desk Handled
}

// Left is how many cards of the batch in hand have still to come.
func (c Counters) Left() int { return max(0, c.Expected-c.Seen) }

func (d *Desk) counters(ctx context.Context) (Counters, error) {
	var c Counters
	err := d.Store.View(ctx, func(s Snapshot) error {
		c = Counters{}
		setup, err := s.Setup()
		if err != nil {
			return err
		}
		var unit UnitCode
		if d.batch != "" {
			b, err := s.Batch(d.batch)
			if err != nil {
				return err
			}
			unit = b.Unit
			c.Expected = d.expected
		}
		for n, err := range s.Counts(uint8(setup.Round.Ordinal)) {
			if err != nil {
				return err
			}
			if strings.HasPrefix(n.Cell.What, whatListed) {
				continue
			}
			if n.Cell.Desk == d.ID {
				c.Desk.Add(n.Cell, int(n.N))
			}
			if n.Cell.Batch != d.batch || d.batch == "" {
				continue
			}
			var h Handled
			h.Add(n.Cell, int(n.N))
			c.Batch.Add(n.Cell, int(n.N))
			if n.Cell.Class == Guest || n.Cell.Class == Ours && n.Cell.Unit == unit {
				c.Seen += h.Seen()
			} else {
				c.Extra += h.Seen()
			}
		}
		return nil
	})
	return c, err
}

// expect counts anew what the batch in hand should bring: when it is taken in
// hand, and when its lists change.
func (d *Desk) expect(ctx context.Context) error {
	d.expected = 0
	if d.batch == "" {
		return nil
	}
	return d.Store.View(ctx, func(s Snapshot) error {
		b, err := Balanced(s, d.batch)
		d.expected = b.Expected
		return err
	})
}
