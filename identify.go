package stampdesk

// identify finds out which piece of plastic a number means now, whose it is,
// and what stands for it.
func (d *Dossier) identify(r Reader, round uint8) error {
	k, m, err := NewestIssue(r, round, d.Card)
	if err != nil {
		return err
	}
	d.Issue, d.Mark, d.Void = k.Issue, m, m.Next
	if d.Member, err = ownerOf(r, k, m); err != nil || d.Member != nil {
		return err
	}
	if d.Void.Card != 0 { // a new roster has the new number only
		d.Member, err = r.Member(d.Void.Card)
		return err
	}
	now, err := r.Replaced(d.Card)
	switch {
	case err != nil:
		return err
	case now != nil:
		d.Member, d.Void = now, Plastic{now.Card, FirstIssue}
		return nil
	}
	return d.lookNear(r)
}

// NewestIssue gives the newest issue of a number and what stands for it; the
// Next of its mark is a card with another number, or none.
func NewestIssue(l LedgerReader, round uint8, card CardNumber) (MarkKey, Mark, error) {
	k := MarkKey{round, card, FirstIssue}
	for {
		m, err := l.Mark(k)
		if err != nil || m.Next.Card != card {
			return k, m, err
		}
		k.Issue = m.Next.Issue
	}
}

// ownerOf gives the member whose card this is, nil where nobody's: by its own
// number, or, while the roster does not have a new number yet, by the number
// before it.
func ownerOf(r Reader, k MarkKey, mark Mark) (*Member, error) {
	for {
		m, err := r.Member(k.Card)
		if err != nil || m != nil || mark.Prev.Card == 0 {
			return m, err
		}
		k.Card, k.Issue = mark.Prev.Card, mark.Prev.Issue
		if mark, err = r.Mark(k); err != nil {
			return nil, err
		}
	}
}

// lookNear finds the cards of the batch's unit whose number differs from the
// one read by one digit, or by two neighbours that changed places.
func (d *Dossier) lookNear(r Reader) error {
	if d.Batch == nil {
		return nil
	}
	for n := range d.Card.almost {
		m, err := r.Member(n)
		if err != nil {
			return err
		}
		if m != nil && m.BelongsTo(d.Batch.Unit) {
			d.Near = append(d.Near, n)
		}
	}
	return nil
}

// almost yields the numbers that are one slip of the finger away: two
// neighbours swapped, then one digit another.
func (n CardNumber) almost(yield func(CardNumber) bool) {
	digits := []byte(n.Digits())
	try := func() bool {
		m, err := ParseCard(string(digits))
		return err != nil || yield(m)
	}
	for i := range len(digits) - 1 {
		a, b := digits[i], digits[i+1]
		if a == b {
			continue
		}
		digits[i], digits[i+1] = b, a
		if !try() {
			return
		}
		digits[i], digits[i+1] = a, b
	}
	for i, was := range digits {
		for c := byte('0'); c <= '9'; c++ {
			if digits[i] = c; c != was && !try() {
				return
			}
		}
		digits[i] = was
	}
}

// counted says how the card is counted and in which unit. A card in the place
// of an earlier one is counted on a line of its own: the member's card stands
// where the earlier one does.
func (d *Dossier) counted() (Class, UnitCode) {
	m := d.Member
	switch {
	case m == nil:
		return Other, ""
	case d.Void.Card != 0 && !d.Mark.Latest.IsZero():
		return d.Mark.Class, d.Mark.Unit
	case d.Void.Card != 0:
		return Other, m.Unit
	case d.Mark.Prev.Card != 0 && m.Class() == Ours:
		return Renewed, m.Unit
	}
	return m.Class(), m.Unit
}
