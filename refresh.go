package stampdesk

import "context"

// Refresh looks again after another actor has changed the store: the figures
// are counted anew, and a batch that was closed meanwhile, or whose round is
// over, is put down.
type Refresh struct{}

func (Refresh) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if d.works() == "" || d.open != nil { // a card in hand keeps its batch
		return []Outcome{{Result: Refreshed}}, nil
	}
	err := d.Store.View(ctx, func(s Snapshot) error {
		setup, err := s.Setup()
		if err != nil {
			return err
		}
		b, err := s.Batch(d.works())
		if err == nil && (b == nil || b.IsClosed() || b.Round != uint8(setup.Round.Ordinal)) {
			d.batch, d.put = "", "" // cards that wait for it wait for another
		}
		return err
	})
	return committed(Outcome{Result: Refreshed}, err)
}
