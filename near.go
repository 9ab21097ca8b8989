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
	outs, err := Void{Card: q.Card, Reason: ReasonMisread, By: q.By}.do(ctx, d)
	if err != nil || outs[0].Result != Recorded {
		return outs, err
	}
	more, err := d.take(ctx, q.Is, Scan{Raw: q.Is.Digits(), At: d.Now(), From: FromKeyboard})
	return append(outs, more...), err
}
