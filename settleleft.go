package stampdesk

// settleLeft settles a card that was left in the tray when its round ended: it
// goes back, or the hold falls. Nothing is stamped any more in that round.
func (d *Desk) settleLeft(tx Tx, setup Setup, q Settle, approver PersonID) (Outcome, error) {
	for round := setup.Round.Ordinal - 1; round > 0; round-- {
		k, m, err := NewestIssue(tx, uint8(round), q.Card)
		if err != nil {
			return Outcome{}, err
		}
		hold, _ := m.InTray()
		if hold.Act == 0 {
			continue
		}
		if q.As != SettleGiveBack && q.As != SettleRelease {
			return refused(RoundIsClosed, round), nil
		}
		e := d.entry(setup, ActReleased)
		e.Round, e.Card, e.Issue, e.Class, e.Unit, e.Batch = k.Round, k.Card, k.Issue, m.Class, m.Unit, hold.Batch
		e.Approver, e.Reason, e.Note, e.Ref = approver, q.Reason, q.Note, hold.Entry
		e, err = Record(tx, e, nil, nil)
		if err == nil && q.As == SettleGiveBack {
			e.Act, e.Ref, e.Flags, e.Facts = ActRefused, EntryKey{}, ByHand, nil
			e, err = Record(tx, e, nil, nil)
		}
		return Outcome{Result: Recorded, Card: q.Card, Entry: &e}, err
	}
	return refused(NotHeld, q.Card), nil
}
