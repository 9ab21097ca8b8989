package stampdesk

import "context"

// Void undoes an act: as an entry, never by deleting one.
type Void struct {
	Card   CardNumber // zero: the last act of whoever is signed in, in the batch in hand
	Entry  EntryKey   // the act that is meant; zero: whatever stands for the card
	Reason Reason     // "" is ReasonMistake
	Note   string
	Inked  bool // the ink is on the card: it is spoiled and goes to list 3
}

func (q Void) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if d.who == nil {
		return declined(NotSignedIn, q.Card)
	}
	if d.open != nil {
		return declined(CardOpen, d.open.Card)
	}
	if q.Reason == "" {
		q.Reason = ReasonMistake
	}
	if o, err := d.noted(ctx, q.Note); err != nil || o != nil {
		return o, err
	}
	d.last = reading{} // the same card may come again at once
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		e, err := d.undoable(tx, setup, q.Card)
		if err != nil {
			return Outcome{}, err
		}
		if e == nil || !q.Entry.IsZero() && q.Entry != e.Key {
			return refused(NothingToUndo, ""), nil
		}
		b, err := tx.Batch(e.Batch)
		if err != nil {
			return Outcome{}, err
		}
		switch own := e.Operator == d.who.ID && e.Key.Desk == d.ID; {
		case b == nil || b.IsClosed(): // its figures are signed
			return refused(BatchIsClosed, e.Batch), nil
		case !own && d.who.Role != Supervisor:
			return refused(NeedSupervisor, e.Card), nil
		}
		dossier, _, err := ReadDossier(tx, e.Card, e.Batch)
		if err != nil {
			return Outcome{}, err
		}
		v, err := d.void(tx, setup, dossier, e.Key, q)
		if err != nil {
			return Outcome{}, err
		}
		o := Outcome{Result: Recorded}
		_, err = d.judge(tx, e.Card, &o)
		o.Entry = &v
		return o, err
	})
	return committed(o, err)
}

// maxBack is how far back the last act of an operator is looked for.
const maxBack = 1000

// undoable finds the act to void: what stands for the card, or the last
// standing act of whoever is signed in.
func (d *Desk) undoable(tx Tx, setup Setup, card CardNumber) (*Entry, error) {
	round := uint8(setup.Round.Ordinal)
	if card != 0 {
		m, err := tx.Mark(MarkKey{round, card, FirstIssue})
		if err != nil || m.Standing.Act == 0 {
			return nil, err
		}
		return tx.Entry(m.Standing.Entry)
	}
	head, err := tx.Head(d.ID)
	if err != nil {
		return nil, err
	}
	for seq, n := head.Seq, 0; seq > 0 && n < maxBack; seq, n = seq-1, n+1 {
		e, err := tx.Entry(EntryKey{d.ID, seq})
		if err != nil {
			return nil, err
		}
		if e.Card == 0 || e.Batch != d.batch || e.Operator != d.who.ID || !e.Act.Stands() {
			continue
		}
		m, err := tx.Mark(MarkKey{round, e.Card, e.Issue})
		if err != nil {
			return nil, err
		}
		if m.Standing.Entry == e.Key {
			return e, nil
		}
	}
	return nil, nil
}

// void records that an entry about the card of the dossier does not count;
// where the ink is on the card, that it is spoiled.
func (d *Desk) void(tx Tx, setup Setup, dossier *Dossier, target EntryKey, q Void) (Entry, error) {
	e := d.cardEntry(setup, ActVoided, dossier)
	e.Batch = dossier.Batch.ID
	e.Ref, e.Reason, e.Note = target, q.Reason, q.Note
	if !q.Inked {
		return Record(tx, e, nil, nil)
	}
	e.Flags = Inked
	v, err := Record(tx, e, nil, nil)
	if err != nil {
		return v, err
	}
	e = d.cardEntry(setup, ActIncident, dossier)
	e.Batch = dossier.Batch.ID
	e.Reason, e.Flags = ReasonSpoiled, Inked|ByHand
	_, err = Record(tx, e, nil, nil)
	return v, err
}
