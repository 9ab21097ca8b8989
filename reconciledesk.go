package stampdesk

// reconciling goes through the round once for all units that are asked for.
type reconciling struct {
	s       Snapshot
	round   uint8
	units   map[UnitCode]*appraisal
	batches map[BatchID]Batch // of the round, of all units
}

func newReconciling(s Snapshot, round uint8, unit UnitCode) (*reconciling, error) {
	r := &reconciling{s: s, round: round, units: map[UnitCode]*appraisal{}, batches: map[BatchID]Batch{}}
	take := func(u UnitInfo, known bool) {
		r.units[u.Code] = &appraisal{
			s: s, round: round, unit: u, known: known, lines: map[BatchID]*[FormCardless + 1]int{}, seen: map[BatchID]int{}, desk: newTally(),
		}
	}
	if unit != "" {
		u, err := s.Unit(unit)
		if err != nil {
			return nil, err
		}
		if u != nil {
			take(*u, true)
		}
	} else {
		for u, err := range s.Units() {
			if err != nil {
				return nil, err
			}
			take(u, true)
		}
	}
	for b, err := range s.Batches() {
		if err != nil {
			return nil, err
		}
		if b.Round != round {
			continue
		}
		r.batches[b.ID] = b
		if unit != "" && b.Unit != unit {
			continue
		}
		if r.units[b.Unit] == nil { // the roster has it no more
			take(UnitInfo{Unit: Unit{Code: b.Unit, Name: string(b.Unit)}}, false)
		}
		if b.Kind != NewCards || b.Lists != (Lists{}) || b.Declared != nil {
			a := r.units[b.Unit]
			a.batches = append(a.batches, b)
		}
	}
	return r, nil
}

// run compares the lists with the roster, and what came of them at the desk.
func (r *reconciling) run() error {
	for _, a := range r.units {
		if err := a.lists(); err != nil {
			return err
		}
	}
	for c, err := range r.s.Counts(r.round) {
		if err != nil {
			return err
		}
		if a := r.brought(c.Cell); a != nil {
			a.desk.add(c.Cell, int(c.N))
		}
	}
	for m, err := range r.s.Marks(r.round) {
		if err != nil {
			return err
		}
		if err := r.mark(m); err != nil {
			return err
		}
	}
	return nil
}

// brought is the unit that brought the cards of a cell: that of the batch, or
// where there is none, the home unit.
func (r *reconciling) brought(c Cell) *appraisal {
	if b, ok := r.batches[c.Batch]; ok {
		return r.units[b.Unit]
	}
	return r.units[c.Unit]
}

// closed is the batch and its unit, if that is asked for and the desk has said
// its last word.
func (r *reconciling) closed(id BatchID) (*Batch, *appraisal) {
	b, ok := r.batches[id]
	if !ok || !b.IsClosed() {
		return nil, nil
	}
	return &b, r.units[b.Unit]
}

func (r *reconciling) mark(m Marked) error {
	s, aside := m.Mark.Standing, m.Mark.Aside
	here := m.Mark.IsSeen() && s.Act != ActReportedLost
	if a := r.units[r.batches[s.Batch].Unit]; a != nil && m.Mark.IsSeen() {
		place, _ := PlaceOf(s.Act, s.Reason)
		switch {
		case m.Mark.Class != Ours:
		case place == InDamaged:
			a.broken.damaged++
		case s.Act == ActReportedLost:
			a.broken.lost++
		}
		if here {
			a.seen[s.Batch]++
		}
	}
	if a := r.units[r.batches[aside.Batch].Unit]; a != nil && aside.Act != 0 && !(here && aside.Batch == s.Batch) {
		a.seen[aside.Batch]++
	}
	if m.Key.Issue == FirstIssue { // lists are about the card that the member had
		for _, l := range m.Mark.Listed {
			if err := r.listed(m, l); err != nil {
				return err
			}
		}
	}
	return r.unlisted(m)
}

// listed names what became of a card that a list announced otherwise, and a
// card that two units list.
func (r *reconciling) listed(m Marked, l Listing) error {
	a := r.units[l.Unit]
	if a == nil {
		return nil
	}
	for _, other := range m.Mark.Listed {
		if other.Unit != l.Unit {
			if err := r.name(a, l.Batch, m, Difference{Kind: CardListedByTwo, Form: l.Form, Declared: 1, By: "list", Note: string(other.Unit)}); err != nil {
				return err
			}
			break
		}
	}
	if b, _ := r.closed(l.Batch); b == nil {
		return nil
	}
	s := m.Mark.Standing
	place, _ := PlaceOf(s.Act, s.Reason)
	seen, renewed := m.Mark.IsSeen(), m.Mark.Next.Card != 0
	d := Difference{Form: l.Form, Declared: 1, By: "desk"}
	switch {
	case l.Form == FormStamp && !renewed && (!seen || place == InHeld || place == InRefused) &&
		m.Mark.Listed.Of(FormDamaged) == nil && m.Mark.Listed.Of(FormLost) == nil:
		d.Kind = ListedNotStamped
	case l.Form == FormDamaged && !renewed && (!seen || place == InStamped || place == InHeld || place == InRefused):
		d.Kind = ListedNotDamaged
	case l.Form == FormLost && seen && s.Act != ActReportedLost:
		d.Kind = ListedNotLost
	default:
		return nil
	}
	if d.Act, d.Reason = s.Act, s.Reason; !seen {
		d.Act = ActReportedUncollected
		if !d.Reason.IsUncollected() {
			d.Reason = m.Mark.Missing.Reason
		}
		if !d.Reason.IsUncollected() && d.Reason != ReasonAbroad {
			d.Reason = ReasonUncollected
		}
	}
	return r.name(a, l.Batch, m, d)
}

// unlisted names a card of which the desk found what no list said.
func (r *reconciling) unlisted(m Marked) error {
	s := m.Mark.Standing
	_, a := r.closed(s.Batch)
	if a == nil || !m.Mark.IsSeen() || m.Mark.Prev.Card != 0 { // a new card is on no list
		return nil
	}
	lists := m.Mark.Listed
	by := func(f Form) bool { return lists.By(f, a.unit.Code) }
	handedIn := a.has(FormStamp) || a.has(FormDamaged) || a.has(FormLost)
	d := Difference{Found: 1, By: "desk", Act: s.Act, Reason: s.Reason}
	place, _ := PlaceOf(s.Act, s.Reason)
	switch {
	case place == InStamped && a.has(FormStamp) && !by(FormStamp) && !by(FormDamaged) && !by(FormLost):
		d.Kind, d.Form = StampedUnlisted, FormStamp
	case place == InDamaged && handedIn && lists.Of(FormDamaged) == nil:
		d.Kind, d.Form = DamagedUnlisted, FormDamaged
	case place == InLost && s.Act == ActReportedLost && handedIn && lists.Of(FormLost) == nil:
		d.Kind, d.Form = LostUnlisted, FormLost
	default:
		return nil
	}
	return r.name(a, s.Batch, m, d)
}

// name adds a difference about one card, with whose it is.
func (r *reconciling) name(a *appraisal, b BatchID, m Marked, d Difference) error {
	it := Item{Card: m.Key.Card}
	if err := it.name(r.s); err != nil {
		return err
	}
	d.Card, d.Name, d.Cell = it.Card, it.Name, it.Cell
	a.add(b, d)
	return nil
}
