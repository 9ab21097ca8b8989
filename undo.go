package stampdesk

import "context"

// Void undoes an act: as an entry, never by deleting one.
type Void struct {
	Card   CardNumber // zero: the last act of whoever is signed in, in the batch in hand
	Entry  EntryKey   // the act that is meant; zero: whatever stands for the card
	Reason Reason     // "" is ReasonMistake
	Note   string
	Inked  bool     // the ink is on the card: it is spoiled and goes to list 3
	By     Approval // where the act is not the person's own recent one
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
	if o, err := d.noted(ctx, q.Note, q.Reason); err != nil || o != nil {
		return o, err
	}
	d.last = reading{} // the same card may come again at once
	target, approver, no, err := d.mayUndo(ctx, q)
	if err != nil || no != nil {
		return no, err
	}
	q.Card, q.Entry = target.Card, target.Key
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		e, err := d.undoable(tx, uint8(setup.Round.Ordinal), q)
		if err != nil || e == nil {
			return refused(NothingToUndo, ""), err
		}
		dossier, _, err := ReadDossier(tx, e.Card, e.Batch)
		if err != nil {
			return Outcome{}, err
		}
		dossier.Issue = e.Issue
		if e.Batch != "" {
			if no := d.mayRecord(dossier); no != nil {
				return *no, nil // a closed batch: its figures are signed
			}
		} else if no := d.inHands(func(other *Entry) bool { return other.Card == e.Card }); no != nil {
			return *no, nil
		}
		v, err := d.void(tx, setup, dossier, e.Key, q, approver)
		if err != nil {
			return Outcome{}, err
		}
		o := Outcome{Result: Recorded}
		_, err = d.judgeIn(tx, e.Card, e.Batch, &o)
		o.Entry = &v
		return o, err
	})
	return committed(o, err)
}

// mayUndo gives the act that is meant, and the supervisor who answers for its
// undo; "" where it is the person's own, of the batch in hand, and of this
// shift, or, where no shift is on, of this day.
func (d *Desk) mayUndo(ctx context.Context, q Void) (target *Entry, approver PersonID, no []Outcome, err error) {
	var free bool
	err = d.Store.View(ctx, func(s Snapshot) error {
		setup, err := s.Setup()
		if err != nil {
			return err
		}
		if target, err = d.undoable(s, uint8(setup.Round.Ordinal), q); err != nil || target == nil {
			return err
		}
		st, err := s.Station(d.ID)
		now := d.Now()
		recent := st.Shift != 0 || DateOf(target.At.In(now.Location())) == DateOf(now)
		free = recent && target.Operator == d.who.ID && target.Key.Desk == d.ID && target.Shift == st.Shift &&
			target.Approver == "" && (target.Act.Stands() || target.Act == ActRemarked) && (target.Batch == d.works() || target.Batch == "")
		return err
	})
	switch {
	case err != nil:
		return nil, "", nil, err
	case target == nil:
		no, err = declined(NothingToUndo, "")
		return nil, "", no, err
	case free:
		return target, "", nil, nil
	}
	approver, no, err = d.approve(ctx, q.By, target.Card)
	return target, approver, no, err
}

// maxBack is how far back the last act of an operator is looked for.
const maxBack = 1000

// undoable finds the act to void: the one that is meant of those that stand
// for the card, or the last standing act of whoever is signed in.
func (d *Desk) undoable(tx Reader, round uint8, q Void) (*Entry, error) {
	if q.Card != 0 {
		return Undoable(tx, round, q.Card, q.Entry)
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
		if m.Next.Card == 0 && (m.Standing.Entry == e.Key || m.Aside.Entry == e.Key) && (q.Entry.IsZero() || q.Entry == e.Key) {
			return e, nil
		}
	}
	return nil, nil
}

// Undoable is the entry that an undo of a card means, nil where there is none:
// what stands for it, a hold beside it, or the exchange or reissue by which the
// newest issue came about; want names one of them, zero takes the first.
func Undoable(r Reader, round uint8, card CardNumber, want EntryKey) (*Entry, error) {
	k, m, err := NewestIssue(r, round, card)
	if err != nil {
		return nil, err
	}
	keys := []EntryKey{m.Standing.Entry, m.Aside.Entry}
	old := k
	if m.Next.Card == 0 {
		old = MarkKey{round, m.Prev.Card, m.Prev.Issue}
	}
	if old.Card != 0 && (m.Next.Card != 0 || !m.IsSeen()) {
		renewal, err := renewalOf(r, old)
		if err != nil {
			return nil, err
		}
		if keys = append(keys, renewal); m.Next.Card != 0 { // the old card is void while it has a successor
			keys = []EntryKey{renewal}
		}
	}
	for _, key := range keys {
		if !key.IsZero() && (want.IsZero() || want == key) {
			return r.Entry(key)
		}
	}
	return remarkOf(r, m.Latest, want)
}

// remarkOf finds the newest remark on a card that was not taken back, or the
// one that is meant.
func remarkOf(r LedgerReader, latest, want EntryKey) (*Entry, error) {
	voided := map[EntryKey]bool{}
	for k := latest; !k.IsZero(); {
		e, err := r.Entry(k)
		if err != nil {
			return nil, err
		}
		if e.Act == ActVoided {
			voided[e.Ref] = true
		}
		if e.Act == ActRemarked && !voided[k] && (want.IsZero() || want == k) {
			return e, nil
		}
		k = e.Before
	}
	return nil, nil
}

// renewalOf is the entry by which a card got its successor; the zero key where
// the successor was in hand already.
func renewalOf(r Reader, old MarkKey) (EntryKey, error) {
	m, err := r.Mark(old)
	if err != nil || m.Next.Card == 0 {
		return EntryKey{}, err
	}
	next, err := r.Mark(MarkKey{old.Round, m.Next.Card, m.Next.Issue})
	if err != nil || !next.Latest.IsZero() && next.Standing.Act != 0 {
		return EntryKey{}, err
	}
	for k := m.Latest; !k.IsZero(); {
		e, err := r.Entry(k)
		if err != nil || e.Act == ActExchanged || e.Act == ActReissued {
			return k, err
		}
		k = e.Before
	}
	return EntryKey{}, nil
}

// countedAlone says how a card is counted, and where, that has no successor.
func countedAlone(r Reader, k MarkKey) (Class, UnitCode, error) {
	m, err := r.Mark(k)
	if err != nil {
		return Other, "", err
	}
	owner, err := ownerOf(r, k, m)
	if err != nil || owner == nil { // or its number is an old one by the roster
		return Other, "", err
	}
	d := Dossier{Member: owner, Mark: Mark{Prev: m.Prev}}
	class, unit := d.counted()
	return class, unit, nil
}

// void records that an entry about the card of the dossier does not count;
// where the ink is on the card, that it is spoiled.
func (d *Desk) void(tx Tx, setup Setup, dossier *Dossier, target EntryKey, q Void, approver PersonID) (Entry, error) {
	e := d.cardEntry(setup, ActVoided, dossier)
	if was, err := tx.Entry(target); err != nil {
		return Entry{}, err
	} else if was.Act == ActExchanged || was.Act == ActReissued {
		if e.Class, e.Unit, err = countedAlone(tx, MarkKey{was.Round, was.Card, was.Issue}); err != nil {
			return Entry{}, err
		}
		q.Inked = false // it put no ink on a card
	} else if !was.Act.Stands() {
		q.Inked = false
	}
	if e.Batch = ""; dossier.Batch != nil {
		e.Batch = dossier.Batch.ID
	}
	e.Ref, e.Reason, e.Note, e.Approver = target, q.Reason, q.Note, approver
	if !q.Inked {
		return Record(tx, e, nil, nil)
	}
	e.Flags = Inked
	v, err := Record(tx, e, nil, nil)
	if err != nil {
		return v, err
	}
	batch := e.Batch
	e = d.cardEntry(setup, ActIncident, dossier)
	e.Batch, e.Approver = batch, approver
	e.Reason, e.Flags = ReasonSpoiled, Inked|ByHand
	_, err = Record(tx, e, nil, nil)
	return v, err
}
