package stampdesk

import "context"

// Refresh looks again after another actor has changed the store: the figures
// are counted anew, and a batch that was closed meanwhile is put down.
type Refresh struct{}

func (Refresh) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if d.batch == "" || d.open != nil || len(d.waiting) > 0 { // a card in hand keeps its batch
		return []Outcome{{Result: Refreshed}}, nil
	}
	err := d.Store.View(ctx, func(s Snapshot) error {
		b, err := s.Batch(d.batch)
		if err == nil && (b == nil || b.IsClosed()) {
			d.batch = ""
		}
		return err
	})
	return committed(Outcome{Result: Refreshed}, err)
}
