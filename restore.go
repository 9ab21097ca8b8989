package stampdesk

import (
	"context"
	"strconv"
	"time"
)

// Restore records that this store was put back from a backup, and begins its
// next epoch; a supervisor's act. Every desk that has a journal gets the
// entry, so that no head that was printed after the backup fits what follows.
type Restore struct {
	File Hash      // of the backup
	Made time.Time // when the backup was made
}

func (q Restore) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if o, ok := d.maySupervise(); !ok {
		return o, nil
	}
	var heads []Head
	err := d.Store.View(ctx, func(s Snapshot) (err error) {
		heads, err = Collect(s.Heads())
		return err
	})
	if err != nil {
		return nil, err
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		before, err := tx.Identity()
		if err != nil {
			return Outcome{}, err
		}
		now, err := tx.RaiseEpoch()
		if err != nil {
			return Outcome{}, err
		}
		o := Outcome{Result: Done}
		for _, h := range heads {
			e := d.entry(setup, ActRestored)
			e.Key.Desk = h.Desk
			e.Facts = []Fact{
				{FactFile, q.File.String()}, {FactMade, q.Made.UTC().Format(time.RFC3339)},
				{FactEnded, epoch(before)}, {FactEpoch, epoch(now)},
			}
			if e, err = Record(tx, e, nil, nil); err != nil {
				return Outcome{}, err
			}
			if o.Entry == nil || e.Key.Desk == d.ID {
				o.Entry = &e
			}
		}
		return o, nil
	})
	return committed(o, err)
}

func epoch(id Identity) string { return strconv.FormatUint(uint64(id.Epoch), 10) }
