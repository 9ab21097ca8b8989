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
		listed := map[CardNumber]bool{}
		for i, l := range q.Lines {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := d.compare(s, b, listed, i); err != nil {
				return err
			}
			listed[l.Card] = l.Card != 0
		}
		return d.replaces(s, b)
	})
	if err != nil {
		return nil, err
	}
	return d, nil
}

// compare looks at one line; listed has the numbers of those before it.
func (d *ListDraft) compare(s Snapshot, b *Batch, listed map[CardNumber]bool, i int) error {
	l := d.Load.Lines[i]
	if l.Card == 0 {
		return nil
	}
	f := Difference{Kind: ListedTwice, Card: l.Card, Name: l.Name, Cell: l.Cell, Form: d.Load.Form, Declared: 1, Found: int(d.Load.Form), By: "list"}
	if !listed[l.Card] {
		var err error
		if f, err = d.withRoster(s, b, l); err != nil {
			return err
		}
	}
	if f.Kind != "" {
		f.Unit = b.Unit
		d.Stray = append(d.Stray, Listed{At: i, Difference: f})
	}
	mark, err := s.Mark(MarkKey{b.Round, l.Card, FirstIssue}) // which is what a list is about
	if err != nil {
		return err
	}
	for _, x := range mark.Listed {
		if x.Batch == b.ID && x.Form == d.Load.Form { // it is replaced
			continue
		}
		d.Before = append(d.Before, Listed{At: i, Batch: x.Batch, Difference: Difference{
			Kind: ListedBefore, Card: l.Card, Unit: x.Unit, Name: l.Name, Cell: l.Cell, Form: d.Load.Form, Found: int(x.Form), By: "list",
		}})
	}
	return nil
}

// withRoster is what the roster has against a line with a number.
func (d *ListDraft) withRoster(s Snapshot, b *Batch, l Line) (Difference, error) {
	if d.Load.Form != FormCardless {
		m, err := listedOwner(s, b.Round, l.Card)
		if err != nil {
			return Difference{}, err
		}
		return againstRoster(s, b, d.Load.Form, l, m)
	}
	m, err := s.Member(l.Card)
	if err != nil || m == nil {
		return Difference{}, err
	}
	return hasCard(m), nil
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
		case ListedUnknown, ListedElsewhere, ListedVoid:
			n++
		}
	}
	return n
}
