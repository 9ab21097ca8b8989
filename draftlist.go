package stampdesk

import "context"

// ListDraft is a unit's list beside what is known already: all that a person
// should look at before it is taken in. Nothing of it stops the list, for what
// the unit wrote stays as it is.
type ListDraft struct {
	Load LoadList
	Unit UnitCode // of the batch

	Stray    []Listed // lines that disagree with the roster in force
	Before   []Listed // numbers that stand on another list already
	Replaces bool     // the batch has this list, and it would be replaced
	Added    []Line   // by the new one
	Removed  []Line
}

// Listed is one finding about one line of a list.
type Listed struct {
	At int // where in Lines
	Difference
	Batch BatchID // of the other list, in Before
}

// ListedBefore is a number that is on another list already: Found is the form
// of that list.
const ListedBefore DifferenceKind = "listed-before"

// DraftList compares a list with the roster in force and with the lists that
// came before. ErrNotFound says that there is no such batch.
func DraftList(ctx context.Context, store Store, q LoadList) (*ListDraft, error) {
	var d *ListDraft
	err := store.View(ctx, func(s Snapshot) error {
		b, err := s.Batch(q.Batch)
		switch {
		case err != nil:
			return err
		case b == nil:
			return ErrNotFound
		}
		d = &ListDraft{Load: q, Unit: b.Unit}
		a := appraisal{s: s, batch: b, listed: map[CardNumber]Form{}, lines: map[Form]int{}}
		for i, l := range q.Lines {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := d.compare(&a, i, l); err != nil {
				return err
			}
		}
		return d.replaces(s, b)
	})
	if err != nil {
		return nil, err
	}
	return d, nil
}

// compare looks at one line as an appraisal will.
func (d *ListDraft) compare(a *appraisal, i int, l Line) error {
	n := len(a.found)
	var err error
	if d.Load.Form == FormCardless {
		err = a.cardless(l)
	} else {
		err = a.line(d.Load.Form, l)
	}
	if err != nil {
		return err
	}
	for _, f := range a.found[n:] {
		d.Stray = append(d.Stray, Listed{At: i, Difference: f})
	}
	if l.Card == 0 {
		return nil
	}
	mark, err := a.s.Mark(MarkKey{a.batch.Round, l.Card, FirstIssue}) // which is what a list is about
	if err != nil {
		return err
	}
	for _, x := range mark.Listed {
		if x.Batch == d.Load.Batch && x.Form == d.Load.Form { // it is replaced
			continue
		}
		d.Before = append(d.Before, Listed{At: i, Batch: x.Batch, Difference: Difference{
			Kind: ListedBefore, Card: l.Card, Unit: x.Unit, Name: l.Name, Cell: l.Cell, Form: d.Load.Form, Found: int(x.Form), By: "list",
		}})
	}
	return nil
}

// replaces finds out how the list differs from the one that it replaces. Lines
// with a number are the same if the number is, others if the name is.
func (d *ListDraft) replaces(s Snapshot, b *Batch) error {
	if d.Replaces = b.Lists.Has(d.Load.Form); !d.Replaces {
		return nil
	}
	before, err := Collect(s.Paper(b.Lists.Of(d.Load.Form)))
	if err != nil {
		return err
	}
	d.Added, d.Removed = without(d.Load.Lines, before), without(before, d.Load.Lines)
	return nil
}

// without are the lines of one list that another does not have.
func without(lines, others []Line) (rest []Line) {
	type key struct {
		card CardNumber
		name string
	}
	of := func(l Line) key {
		if l.Card != 0 {
			return key{card: l.Card}
		}
		return key{name: plainWords(l.Name)}
	}
	have := make(map[key]int, len(others))
	for _, l := range others {
		have[of(l)]++
	}
	for _, l := range lines {
		if k := of(l); have[k] > 0 {
			have[k]--
		} else {
			rest = append(rest, l)
		}
	}
	return rest
}

// Foreign counts the lines that name a card which the unit has no reason to
// bring; many of them are often the wrong file.
func (d *ListDraft) Foreign() (n int) {
	for _, x := range d.Stray {
		switch x.Kind {
		case ListedUnknown, ListedElsewhere, ListedDeparted, ListedVoid:
			n++
		}
	}
	return n
}
