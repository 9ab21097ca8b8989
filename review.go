package stampdesk

import (
	"cmp"
	"context"
	"slices"
	"time"
)

// Change is a card that a new roster puts in another light: what was done or
// listed stays as it is, and a supervisor looks at it.
type Change struct {
	Item          // Standing is what was done; of a card that is only listed, the listing
	Issue  Issue  //
	Reason Reason // what the roster says of the member now
	Seen   bool   // a supervisor has reviewed it since
}

// Changes are the cards, stamped already or on a list, of which the roster in
// force says that they could not be stamped now: the member died, left, was
// transferred, or is not on it any more; or now belongs to another unit than
// the batch. Those that nobody has reviewed come first.
func Changes(s Snapshot, round uint8) ([]Change, error) {
	var all []Change
	for m, err := range s.Marks(round) {
		if err != nil {
			return nil, err
		}
		c, ok, err := changeOf(s, m)
		if err != nil {
			return nil, err
		}
		if ok {
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, func(a, b Change) int {
		seen := func(c Change) int {
			if c.Seen {
				return 1
			}
			return 0
		}
		return cmp.Or(cmp.Compare(seen(a), seen(b)), cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Card, b.Card))
	})
	return all, nil
}

func changeOf(s Snapshot, m Marked) (Change, bool, error) {
	done := m.Mark.Standing
	if l := m.Mark.Listed.Of(FormStamp); l != nil && !m.Mark.IsSeen() && m.Mark.Next.Card == 0 {
		done = l.Standing
	}
	if done.Act != ActStamped && done.Act != ActListLoaded {
		return Change{}, false, nil
	}
	owner, err := ownerOf(s, m.Key, m.Mark)
	if err != nil {
		return Change{}, false, err
	}
	b, err := s.Batch(done.Batch)
	if err != nil {
		return Change{}, false, err
	}
	why, changed := changedTo(owner, b)
	if !changed || why == ReasonOtherUnit && done.Flags.Has(Overruled) { // a supervisor knew
		return Change{}, false, nil
	}
	c := Change{
		Issue: m.Key.Issue, Reason: why,
		Item: Item{Card: m.Key.Card, Class: m.Mark.Class, Unit: m.Mark.Unit, Standing: done},
	}
	if owner != nil {
		c.Name, c.Cell = owner.Name, owner.Cell
	}
	c.Seen, err = reviewed(s, m.Mark.Latest, why)
	return c, true, err
}

// changedTo says what of a member on the roster forbids a stamp now.
func changedTo(m *Member, b *Batch) (Reason, bool) {
	if m == nil {
		return ReasonUnknown, true
	}
	d := Dossier{Member: m}
	for _, judge := range [...]func(Rules, *Dossier, time.Time) (Verdict, bool){departed, probationary, otherStatus} {
		if v, ok := judge(Rules{}, &d, time.Time{}); ok {
			return v.Reason, true
		}
	}
	if b != nil && !m.BelongsTo(b.Unit) {
		return ReasonOtherUnit, true
	}
	return "", false
}

// reviewed reports whether a supervisor has seen this very change.
func reviewed(l LedgerReader, latest EntryKey, why Reason) (bool, error) {
	for k := latest; !k.IsZero(); {
		e, err := l.Entry(k)
		if err != nil {
			return false, err
		}
		if e.Act == ActReviewed {
			return e.Reason == why, nil
		}
		k = e.Before
	}
	return false, nil
}

// Review says that a supervisor has seen what the roster now says of a card
// and lets what was done stand; what must not stand is voided instead.
type Review struct {
	Card CardNumber
	Note string
	By   Approval
}

func (q Review) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if o, err := d.noted(ctx, q.Note); err != nil || o != nil {
		return o, err
	}
	approver, no, err := d.approve(ctx, q.By, q.Card)
	if err != nil || no != nil {
		return no, err
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		dossier, _, err := ReadDossier(tx, q.Card, "")
		if err != nil {
			return Outcome{}, err
		}
		b, err := tx.Batch(dossier.Mark.Standing.Batch)
		if err != nil {
			return Outcome{}, err
		}
		why, changed := changedTo(dossier.Member, b)
		if !changed || dossier.Mark.Latest.IsZero() && dossier.Mark.Listed == nil {
			return refused(NotEligible, q.Card), nil
		}
		e := d.entry(setup, ActReviewed)
		e.Card, e.Issue, e.Class, e.Unit = q.Card, dossier.Issue, dossier.Mark.Class, dossier.Mark.Unit
		e.Reason, e.Note, e.Approver = why, q.Note, approver
		e, err = Record(tx, e, nil, nil)
		return Outcome{Result: Done, Card: q.Card, Entry: &e}, err
	})
	return committed(o, err)
}
