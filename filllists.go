package stampdesk

import (
	"cmp"
	"slices"
)

// proposed are the cards on the lists 2 that the unit handed in, each by the
// line that counts it, with what the roster has of the members. A card that was
// on an earlier list already, of this unit or of another, has its row there; of
// two units the appraisal says so (CardListedByTwo).
func (u *unitFill) proposed() (rows []FormRow, err error) {
	for _, b := range u.batches[u.Code] {
		if !b.Lists.Has(FormStamp) {
			continue
		}
		named := map[CardNumber]bool{}
		for l, err := range u.s.Paper(b.Lists.Of(FormStamp)) {
			if err != nil {
				return nil, err
			}
			k, newest, err := NewestIssue(u.s, u.round, l.Card)
			mark := newest
			if err == nil && k.Issue != FirstIssue {
				mark, err = u.s.Mark(MarkKey{u.round, l.Card, FirstIssue})
			}
			if err != nil {
				return nil, err
			}
			if l.Card != 0 { // a line without a number counts by itself
				if named[l.Card] || !mark.proposedIn(&b) {
					continue
				}
				named[l.Card] = true
			}
			m, err := u.listed(l.Card)
			if err != nil {
				return nil, err
			}
			r := u.row(l.Card, m, l)
			switch { // as it is counted
			case mark.Class == Guest:
				r.Class = Guest
			case r.Class == Guest:
				r.Class = Ours
			}
			r.Relaminate = newest.Standing.Act == ActStamped && newest.Standing.Flags.Has(Relaminated)
			rows = append(rows, r)
		}
	}
	return rows, nil
}

// row begins the row of a card, nil for a member whom the roster does not know
// by the line.
func (u *unitFill) row(card CardNumber, m *Member, l Line) FormRow {
	r := FormRow{Unit: u.Code, UnitName: u.Name, Cell: u.cellOf(m, l.Cell), Card: card, Class: l.Class, Reason: l.Reason, Note: l.Note}
	if m == nil {
		r.Class, r.Member = Other, Member{Name: l.Name, Cell: l.Cell}
		return r
	}
	r.Class, r.Member = m.Class(), *m
	return r
}

// standing are the cards of the unit's members that stand as damaged or lost,
// listed or found, and behind them those of guests that it brought.
func (u *unitFill) standing(form Form, place Place) ([]FormRow, error) {
	placed, err := u.placedIn(u.Code)
	if err != nil {
		return nil, err
	}
	var rows []FormRow
	for _, k := range placed {
		mark, err := u.s.Mark(k)
		if err != nil {
			return nil, err
		}
		cell := mark.Cells(u.round)[0]
		if p, _ := PlaceOf(cell.Act, cell.reason()); p != place || mark.Class != Ours && mark.Class != Guest {
			continue
		}
		m, err := u.owner(k, mark)
		if err != nil {
			return nil, err
		}
		line := Line{Class: mark.Class, Reason: cell.reason()}
		if l, err := u.lineOf(form, k.Card, mark); err != nil {
			return nil, err
		} else if l != nil {
			line.Name, line.Note = l.Name, l.Note
		}
		r := u.row(k.Card, m, line)
		r.Class = mark.Class
		if r.Note == "" && mark.Standing.Act != 0 {
			e, err := u.s.Entry(mark.Standing.Entry)
			if err != nil {
				return nil, err
			}
			r.Note = e.Note
		}
		if r.Boxes, err = u.dueBoxes(m, mark); err != nil {
			return nil, err
		}
		if form == FormLost {
			if r.Discipline, err = u.discipline(mark); err != nil {
				return nil, err
			}
		}
		rows = append(rows, r)
	}
	slices.SortStableFunc(rows, func(a, b FormRow) int { return cmp.Compare(a.Member.ID, b.Member.ID) })
	return rows, nil
}

// dueBoxes are those of the new card: as they were decided when it was
// recorded, else by the table.
func (u *unitFill) dueBoxes(m *Member, mark Mark) (BoxSet, error) {
	if mark.Next.Card != 0 {
		next, err := u.s.Mark(MarkKey{u.round, mark.Next.Card, mark.Next.Issue})
		return next.Due, err
	}
	if m == nil {
		return 0, nil
	}
	boxes, known := u.setup.Rules.NewCardBoxes(m, u.setup.Round)
	if !known {
		return 0, nil
	}
	return boxes, nil
}

// discipline is the newest measure for the loss of a card that stands: on
// record with the card, or with those that took its place.
func (u *unitFill) discipline(mark Mark) (Reason, error) {
	var newest Entry
	for {
		e, err := newestRemark(u.s, mark.Latest, ReasonDiscipline)
		if err != nil {
			return "", err
		}
		if e != nil && !e.At.Before(newest.At) {
			newest = *e
		}
		if mark.Next.Card == 0 {
			return newest.Reason, nil
		}
		if mark, err = u.s.Mark(MarkKey{u.round, mark.Next.Card, mark.Next.Issue}); err != nil {
			return "", err
		}
	}
}

// newestRemark is the newest remark of a kind in a card's history that was not
// voided, nil for none.
func newestRemark(l LedgerReader, latest EntryKey, kind Reason) (*Entry, error) {
	voided := map[EntryKey]bool{}
	for k := latest; !k.IsZero(); {
		e, err := l.Entry(k)
		switch {
		case err != nil:
			return nil, err
		case e.Act == ActVoided:
			voided[e.Ref] = true
		case e.Act == ActRemarked && !voided[k] && e.Reason.under(kind):
			return e, nil
		}
		k = e.Before
	}
	return nil, nil
}

// lineOf is the line by which a card is on a list 3 or 4, nil for none. Of
// several lists it is the one by which the card stands there.
func (f *Filler) lineOf(form Form, card CardNumber, mark Mark) (*Line, error) {
	on := mark.Listed.Of(form)
	if on == nil {
		return nil, nil
	}
	lines := f.lines[on.Entry]
	if lines == nil {
		lines = map[CardNumber]Line{}
		for l, err := range f.s.Paper(on.Entry) {
			if err != nil {
				return nil, err
			}
			lines[l.Card] = l
		}
		f.lines[on.Entry] = lines
	}
	l, ok := lines[card]
	if !ok {
		return nil, nil
	}
	return &l, nil
}
