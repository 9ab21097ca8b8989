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
	var o Outcome
	err := d.update(ctx, func(tx Tx) error {
		o = Outcome{Result: Declined, Refusal: NothingToUndo}
		e, err := d.undoable(tx, q.Card)
		if err != nil || e == nil || !q.Entry.IsZero() && q.Entry != e.Key {
			return err
		}
		b, err := tx.Batch(e.Batch)
		if err != nil {
			return err
		}
		switch own := e.Operator == d.who.ID && e.Key.Desk == d.ID; {
		case b == nil || b.IsClosed(): // its figures are signed
			o.Refusal, o.About = BatchIsClosed, string(e.Batch)
			return nil
		case !own && d.who.Role != Supervisor:
			o.Refusal, o.About = NeedSupervisor, e.Card.String()
			return nil
		}
		dossier, _, err := ReadDossier(tx, e.Card, e.Batch)
		if err != nil {
			return err
		}
		var flags Flags
		if q.Inked {
			flags = Inked
		}
		v, err := d.void(tx, dossier, e.Key, q.Reason, q.Note, flags)
		if err != nil {
			return err
		}
		if q.Inked {
			if err := d.spoil(tx, dossier, v.Key); err != nil {
				return err
			}
		}
		o = Outcome{Result: Recorded, Entry: &v}
		_, err = d.judge(tx, e.Card, &o)
		o.Entry = &v
		return err
	})
	return committed(o, err)
}

// maxBack is how far back the last act of an operator is looked for.
const maxBack = 1000

// undoable finds the act to void: what stands for the card, or the last
// standing act of whoever is signed in.
func (d *Desk) undoable(tx Tx, card CardNumber) (*Entry, error) {
	setup, err := tx.Setup()
	if err != nil {
		return nil, err
	}
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

// void records that an entry about the card of the dossier does not count.
func (d *Desk) void(tx Tx, dossier *Dossier, target EntryKey, r Reason, note string, f Flags) (Entry, error) {
	setup, err := tx.Setup()
	if err != nil {
		return Entry{}, err
	}
	e := d.cardEntry(setup, ActVoided, dossier)
	e.Ref, e.Reason, e.Note, e.Flags = target, r, note, f
	e.Batch = dossier.Batch.ID
	return Record(tx, e, nil, nil)
}

// spoil records that the card bears a stamp that does not count.
func (d *Desk) spoil(tx Tx, dossier *Dossier, void EntryKey) error {
	setup, err := tx.Setup()
	if err != nil {
		return err
	}
	e := d.cardEntry(setup, ActIncident, dossier)
	e.Batch = dossier.Batch.ID
	e.Reason, e.Flags = ReasonSpoiled, Inked|ByHand
	_, err = Record(tx, e, nil, nil)
	return err
}
