package stampdesk

import "context"

// Misread says that a number on hold was read or typed wrongly, and which card
// it was: the hold is voided, and the card comes instead.
type Misread struct {
	Card CardNumber // as read
	Is   CardNumber
	By   Approval // where somebody else recorded the hold
}

func (q Misread) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	hold, err := d.nearHold(ctx, q.Card)
	switch {
	case err != nil:
		return nil, err
	case hold.IsZero():
		return declined(NotEligible, q.Card)
	}
	outs, err := Void{Card: q.Card, Entry: hold, Reason: ReasonMisread, By: q.By}.do(ctx, d)
	if err != nil || outs[0].Result != Recorded {
		return outs, err
	}
	more, err := d.take(ctx, q.Is, Scan{Raw: q.Is.Digits(), At: d.Now(), From: FromKeyboard})
	return append(outs, more...), err
}

// nearHold is the hold of a number as a near miss, or the zero key.
func (d *Desk) nearHold(ctx context.Context, card CardNumber) (hold EntryKey, err error) {
	err = d.Store.View(ctx, func(s Snapshot) error {
		setup, err := s.Setup()
		if err != nil {
			return err
		}
		_, m, err := NewestIssue(s, uint8(setup.Round.Ordinal), card)
		if hold = (EntryKey{}); m.Standing.Act == ActHeld && m.Standing.Reason == ReasonNear {
			hold = m.Standing.Entry
		}
		return err
	})
	return hold, err
}
