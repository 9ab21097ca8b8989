package stampdesk

import "context"

// ReportUncollected records that a card was not collected (chưa thu được thẻ),
// and why. It falls by itself when the card comes; after its batch was closed
// it says better why the card was missing. A card that turns out to be lost is
// reported with ReasonLost: then it is to be reissued.
type ReportUncollected struct {
	Card   CardNumber
	Reason Reason // of those that IsUncollected, or ReasonLost
	Note   string
}

func (q ReportUncollected) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if !q.Reason.IsUncollected() && q.Reason != ReasonLost {
		return declined(WrongReason, q.Reason)
	}
	return d.onMember(ctx, q.Card, q.Note, func(tx Tx, dossier *Dossier, e *Entry) (Refusal, error) {
		e.Act, e.Reason, e.Flags = ActReportedUncollected, q.Reason, ByHand
		if q.Reason == ReasonLost {
			e.Act = ActReportedLost
		}
		m := &dossier.Mark
		if m.IsSeen() || m.Standing.Act == ActPresented || m.Standing.Act == ActOverridden {
			return NotEligible, nil // it is here
		}
		var err error
		if e.Batch, err = d.batchOf(tx, dossier); m.Missing.Act != 0 {
			e.Batch = m.Missing.Batch
		}
		return "", err
	})
}

// batchOf is the batch in work, if the card is one of its unit's.
func (d *Desk) batchOf(tx Tx, dossier *Dossier) (BatchID, error) {
	b, err := tx.Batch(d.works())
	if err != nil || b == nil || b.IsClosed() || dossier.Member == nil || !dossier.Member.BelongsTo(b.Unit) {
		return "", err
	}
	return b.ID, nil
}

// Remark records how a member used or kept the card (mẫu 1-KTTĐV): misuse, bad
// keeping, discipline for a loss. It says nothing of where the card is.
type Remark struct {
	Card   CardNumber
	Reason Reason // of those that IsRemark
	Note   string
}

func (q Remark) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if !q.Reason.IsRemark() {
		return declined(WrongReason, q.Reason)
	}
	return d.onMember(ctx, q.Card, q.Note, func(_ Tx, _ *Dossier, e *Entry) (Refusal, error) {
		e.Act, e.Reason = ActRemarked, q.Reason
		return "", nil
	})
}

// onMember records an act about a card that nobody needs to have in hand; its
// number must be one of the roster's.
func (d *Desk) onMember(
	ctx context.Context, card CardNumber, note string, act func(Tx, *Dossier, *Entry) (Refusal, error),
) ([]Outcome, error) {
	if d.who == nil {
		return declined(NotSignedIn, card)
	}
	if o, err := d.noted(ctx, note); err != nil || o != nil {
		return o, err
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		dossier, _, err := ReadDossier(tx, card, "")
		if err != nil {
			return Outcome{}, err
		}
		if dossier.Member == nil {
			return refused(UnknownCard, card), nil
		}
		e := d.cardEntry(setup, 0, dossier)
		e.Batch, e.Note = "", note
		refusal, err := act(tx, dossier, &e)
		if err != nil || refusal != "" {
			return refused(refusal, card), err
		}
		e, err = Record(tx, e, nil, nil)
		return Outcome{Result: Done, Card: card, Member: dossier.Member, Entry: &e}, err
	})
	return committed(o, err)
}
