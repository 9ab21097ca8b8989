package stampdesk

import (
	"context"
	"strings"
)

// Counters are the figures beside the verdict.
type Counters struct {
	Expected int // cards that the batch in hand should bring
	Seen     int // those of them that have an answer
	Extra    int // cards answered in it that nobody expected
	// Shift counts the shift that is on at the desk; without one it is zero.
	Batch, Shift, Desk Handled
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
		var w Work
		if d.batch != "" {
			b, err := s.Batch(d.batch)
			if err != nil {
				return err
			}
			w.unit = b.Unit
		}
		st, err := s.Station(d.ID)
		if err != nil {
			return err
		}
		for n, err := range s.Counts(uint8(setup.Round.Ordinal)) {
			if err != nil {
				return err
			}
			if n.Cell.Desk == d.ID && !strings.HasPrefix(n.Cell.What, whatListed) {
				c.Desk.add(n.Cell, int(n.N))
				if st.Shift != 0 && n.Cell.Shift == st.Shift {
					c.Shift.add(n.Cell, int(n.N))
				}
			}
			if n.Cell.Batch == d.batch && d.batch != "" {
				w.add(n.Cell, int(n.N))
			}
		}
		c.Seen, c.Extra, c.Batch = w.Seen, w.Extra, w.Handled
		if d.batch != "" {
			c.Expected = max(d.expected, c.Seen)
		}
		return nil
	})
	return c, err
}

// Work is how far a batch has come, by the sums alone: quick for all batches
// at once, where Balanced names the cards of one.
type Work struct {
	Expected  int // cards that it should bring, by the roster and its lists
	Seen      int // expected cards that have an answer
	Extra     int // cards answered in it that nobody expected
	Undecided int // cards held because it had no decision
	Handled   Handled
	Freed     int // cards that wait until the batch, which is closed, is open again

	unit    UnitCode
	renewed int // new cards in the place of others
}

// WorkOf sums up all batches of a round.
func WorkOf(s Snapshot, round uint8) (map[BatchID]*Work, error) {
	all := map[BatchID]*Work{}
	brings, remaining := map[UnitCode]int{}, map[UnitCode]int{}
	for u, err := range s.Units() {
		if err != nil {
			return nil, err
		}
		brings[u.Code], remaining[u.Code] = u.WithCard, u.WithCard
	}
	var batches []Batch
	for b, err := range s.Batches() {
		if err != nil {
			return nil, err
		}
		batches = append(batches, b)
		all[b.ID] = &Work{unit: b.Unit}
	}
	for n, err := range s.Counts(round) {
		if err != nil {
			return nil, err
		}
		c := n.Cell
		if w := all[c.Batch]; w != nil {
			w.add(c, int(n.N))
		}
		if _, placed := PlaceOf(c.Act, Reason(c.What)); placed && c.Class == Ours && !c.isRemark() {
			remaining[c.Unit] -= int(n.N)
		}
		if c.Act == ActReportedLost && c.Class == Ours { // nobody waits for it
			brings[c.Unit] -= int(n.N)
		}
	}
	for _, b := range batches {
		w := all[b.ID]
		if b.Round == round {
			if err := freed(s, &b, w, remaining[b.Unit]); err != nil {
				return nil, err
			}
		}
		if b.Kind == Delivery {
			w.Expected = brings[b.Unit] + w.renewed
			continue
		}
		listed := 0
		if b.Round == round {
			var err error
			if listed, err = LinesOf(s, &b, FormStamp, FormDamaged); err != nil {
				return nil, err
			}
		}
		if b.Lists.Has(FormStamp) {
			w.Expected = listed + w.renewed
		} else { // whatever comes
			w.Expected = max(listed, w.Seen)
		}
	}
	return all, nil
}

// add counts n of one cell of the batch.
func (w *Work) add(c Cell, n int) {
	if strings.HasPrefix(c.What, whatListed) || c.Act == ActReportedLost {
		return // the desk has not seen it
	}
	var h Handled
	h.add(c, n)
	w.Handled.add(c, n)
	switch {
	case c.Class == Renewed && c.Unit == w.unit:
		w.renewed += h.Seen()
		fallthrough
	case c.Class == Guest, c.Class == Ours && c.Unit == w.unit:
		w.Seen += h.Seen()
	default:
		w.Extra += h.Seen()
	}
	if c.What == string(ReasonUndecided) {
		w.Undecided += h.Held
	}
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
