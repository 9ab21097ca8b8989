package stampdesk

import "strconv"

// freed counts the cards of each closed batch that were dealt with in it and
// count nowhere any more: their hold was settled, and they wait until the
// batch is open again. The sums tell where there may be
// any; only then the paper of a batch is looked through.
func freed(s Snapshot, b *Batch, w *Work, remaining int) error {
	if !b.IsClosed() {
		return nil
	}
	if remaining <= 0 {
		e, err := s.Entry(b.Closed)
		if err != nil {
			return err
		}
		expected, _ := strconv.Atoi(e.Fact(FactExpected))
		missing, _ := strconv.Atoi(e.Fact(FactMissing))
		if w.Seen >= expected-missing {
			return nil
		}
	}
	for l, err := range s.Paper(b.Closed) {
		if err != nil {
			return err
		}
		if l.Entry.IsZero() {
			continue
		}
		_, m, err := NewestIssue(s, b.Round, l.Card)
		if err != nil {
			return err
		}
		if m.isFreed(b) {
			w.Freed++
		}
	}
	return nil
}

// isFreed reports whether the card waits for the batch. One of another unit
// waits for its own, and a number of nobody for none.
func (m *Mark) isFreed(b *Batch) bool {
	return (m.Class == Guest || m.Unit == b.Unit) && m.Class != Other && m.Next.Card == 0 && len(m.Cells(b.Round)) == 0
}
