package printer

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"stampdesk"
)

// Compose makes the document that a printed entry of the journal orders, with the figures as they are in the snapshot.
// Who, when and where are the entry's, in the time zone of this machine; its key is the running number of the paper.
// What an earlier attempt may have left on paper is marked as a reprint. p is the profile of the printer, which a test page
// is about. The error wraps stampdesk.ErrNotFound where the batch or the shift is gone.
func Compose(s stampdesk.Snapshot, j *stampdesk.PrintJob, lang stampdesk.Lang, p Profile) (Doc, error) {
	doc, err := compose(s, j, lang, p)
	if err != nil {
		return Doc{}, fmt.Errorf("compose order %v: %w", j.Order.Key, err)
	}
	return doc, nil
}

func compose(s stampdesk.Snapshot, j *stampdesk.PrintJob, lang stampdesk.Lang, p Profile) (Doc, error) {
	order := &j.Order
	name := order.Fact(stampdesk.FactKind)
	kind, ok := stampdesk.ParseDocument(name)
	if order.Act != stampdesk.ActPrinted || !ok {
		return Doc{}, fmt.Errorf("%v %q is not a document that this version prints", order.Act, name)
	}
	m, err := metaOf(s, order, lang)
	if err != nil {
		return Doc{}, err
	}
	m.Again, m.Draft = j.Again, order.Fact(stampdesk.FactDraft) != ""
	if head, err := s.Head(order.Key.Desk); err != nil {
		return Doc{}, err
	} else if m.Number != "" && head.Seq > order.Key.Seq { // it waited for its printer
		m.UpTo = stampdesk.EntryKey{Desk: head.Desk, Seq: head.Seq}.String()
	}
	if kind == stampdesk.CommandSheet || kind == stampdesk.TestPage { // nobody signs them, and there may be many
		m.Copy, m.Again, m.UpTo = 0, false, ""
	}
	switch kind {
	case stampdesk.ReturnList:
		return composeReturnList(s, order, m)
	case stampdesk.ShiftSheet:
		return composeShiftSheet(s, order, m)
	case stampdesk.ChaseList:
		return composeChaseList(s, order, m)
	case stampdesk.GuestSlip:
		return composeGuestSlip(s, order, m)
	case stampdesk.Receipt:
		r, err := stampdesk.ReceivedWith(s, order.Batch)
		return ReceiptDoc(r, m), err
	case stampdesk.HeldSlip:
		return composeHeldSlip(s, order, m)
	case stampdesk.RenewalList:
		return composeRenewals(s, order, m)
	case stampdesk.IntakeSheet:
		return composeIntake(s, order, m)
	case stampdesk.CommandSheet:
		return CommandSheetDoc(m), nil
	case stampdesk.TestPage:
		return TestPageDoc(p, m), nil
	default:
		return composeTally(s, order, m)
	}
}

func composeReturnList(s stampdesk.Snapshot, order *stampdesk.Entry, m Meta) (Doc, error) {
	b, err := stampdesk.Balanced(s, order.Batch)
	if err != nil {
		return Doc{}, err
	}
	t, err := stampdesk.Count(s, stampdesk.Filter{Round: order.Round, Batch: order.Batch})
	if err != nil {
		return Doc{}, err
	}
	var h Handover
	if k := b.Batch.Returned; !k.IsZero() {
		e, err := s.Entry(k)
		if err != nil {
			return Doc{}, err
		}
		h = Handover{At: e.At.Local(), From: e.Fact(stampdesk.FactBy), To: e.Fact(stampdesk.FactTo)}
	}
	return ReturnListDoc(b, t.Lost+t.Guests.Lost+t.Outside.Lost, h, m), nil
}

func composeTally(s stampdesk.Snapshot, order *stampdesk.Entry, m Meta) (Doc, error) {
	f := stampdesk.Filter{Round: order.Round, Batch: order.Batch}
	if order.Batch == "" {
		f.Unit = order.Unit
	}
	t, err := stampdesk.Count(s, f)
	if err != nil {
		return Doc{}, err
	}
	scope := Scope{Batch: order.Batch}
	if order.Unit != "" {
		if scope.Unit, err = unitOf(s, order.Unit); err != nil {
			return Doc{}, err
		}
	}
	by, err := divide(s, f, m.Lang)
	if err != nil {
		return Doc{}, err
	}
	if len(by.units) == 1 && by.units[0].Key == string(order.Unit) {
		by.units = nil // the sheet is about this unit anyway
	}
	return tallyDoc(t, scope, by, m), nil
}

func composeShiftSheet(s stampdesk.Snapshot, order *stampdesk.Entry, m Meta) (Doc, error) {
	var id uint64
	if v := order.Fact(stampdesk.FactShift); v != "" {
		var err error
		if id, err = strconv.ParseUint(v, 10, 32); err != nil {
			return Doc{}, err
		}
	}
	var r ShiftReport
	var err error
	if r.Shift, err = stampdesk.ShiftOf(s, order.Key.Desk, stampdesk.ShiftID(id)); err != nil {
		return Doc{}, fmt.Errorf("shift %d of desk %s: %w", id, order.Key.Desk, err)
	}
	round := r.Shift.Begun.Round // the order may be of a later one
	if m.Round, err = roundOf(s, round); err != nil {
		return Doc{}, err
	}
	f := stampdesk.Filter{Round: round, Desk: r.Shift.Desk, Shift: r.Shift.ID}
	if r.Tally, err = stampdesk.Count(s, f); err != nil {
		return Doc{}, err
	}
	if r.by, err = divide(s, f, m.Lang); err != nil {
		return Doc{}, err
	}
	if r.Names, err = namesOf(s); err != nil {
		return Doc{}, err
	}
	if e := r.Shift.Ended; e != nil {
		r.Head = stampdesk.Head{Desk: e.Key.Desk, Seq: e.Key.Seq, Chain: e.Chain}
		r.Held, err = stampdesk.HeldAt(s, e)
		return ShiftSheetDoc(r, m), err
	}
	if r.Head, err = s.Head(r.Shift.Desk); err != nil {
		return Doc{}, err
	}
	r.Held, err = stampdesk.HeldCards(s)
	return ShiftSheetDoc(r, m), err
}

func composeChaseList(s stampdesk.Snapshot, order *stampdesk.Entry, m Meta) (Doc, error) {
	code := stampdesk.UnitCode(order.Fact(stampdesk.FactUnit))
	cards, err := stampdesk.Chase(s, order.Round, code)
	if err != nil {
		return Doc{}, err
	}
	var unit stampdesk.Unit
	if code != "" {
		if unit, err = unitOf(s, code); err != nil {
			return Doc{}, err
		}
	}
	names := unitNames{}
	for i := range cards {
		if err := names.add(s, cards[i].Brings); err != nil {
			return Doc{}, err
		}
	}
	return ChaseListDoc(cards, unit, names, m), nil
}

func composeGuestSlip(s stampdesk.Snapshot, order *stampdesk.Entry, m Meta) (Doc, error) {
	card, err := stampdesk.ParseCard(order.Fact(stampdesk.FactCard))
	if err != nil {
		return Doc{}, err
	}
	g := GuestStamp{Card: card}
	_, mark, err := stampdesk.NewestIssue(s, order.Round, card)
	if err != nil {
		return Doc{}, err
	}
	host := stampdesk.UnitCode("")
	member, err := s.Member(card)
	if err != nil {
		return Doc{}, err
	}
	if member != nil {
		g.Name, g.Home, host = member.Name, member.MovedFrom, member.Host
	}
	if mark.Standing.Act == stampdesk.ActStamped {
		e, err := s.Entry(mark.Standing.Entry)
		if err != nil {
			return Doc{}, err
		}
		g.Entry = *e
		b, err := s.Batch(e.Batch)
		if err != nil {
			return Doc{}, err
		}
		if b != nil {
			g.Decision, host = b.Decision, cmp.Or(host, b.Unit)
		}
	}
	if host != "" {
		u, err := unitOf(s, host)
		if err != nil {
			return Doc{}, err
		}
		g.Host = cmp.Or(u.Name, string(host))
	}
	return GuestSlipDoc(g, m), nil
}

// divide breaks a tally down by unit and by operator.
func divide(s stampdesk.Snapshot, f stampdesk.Filter, lang stampdesk.Lang) (by shares, err error) {
	units, err := stampdesk.Breakdown(s, f, stampdesk.ByUnit)
	if err != nil {
		return by, err
	}
	for _, p := range units {
		name := wordsIn(lang).noUnit
		if p.Key != "" {
			u, err := unitOf(s, stampdesk.UnitCode(p.Key))
			if err != nil {
				return by, err
			}
			name = cmp.Or(u.Name, p.Key)
		}
		by.units = append(by.units, share{name, p})
	}
	if len(by.units) > 1 && by.units[0].Key == "" { // those of no unit come last
		by.units = append(by.units[1:], by.units[0])
	}
	people, err := stampdesk.Breakdown(s, f, stampdesk.ByOperator)
	if err != nil {
		return by, err
	}
	names, err := namesOf(s)
	for _, p := range people {
		by.people = append(by.people, share{cmp.Or(names[stampdesk.PersonID(p.Key)], p.Key), p})
	}
	return by, err
}

// unitNames are what the units on a paper are called; one that has no name is its code.
type unitNames map[stampdesk.UnitCode]string

// add finds the name of a unit, where there is one and it is not known yet.
func (names unitNames) add(s stampdesk.Reader, code stampdesk.UnitCode) error {
	if code == "" || names[code] != "" {
		return nil
	}
	u, err := unitOf(s, code)
	names[code] = cmp.Or(u.Name, string(code))
	return err
}

// unitOf is a unit by the roster in force; one that it does not have has no name.
func unitOf(s stampdesk.Reader, code stampdesk.UnitCode) (stampdesk.Unit, error) {
	u, err := s.Unit(code)
	if err != nil || u == nil {
		return stampdesk.Unit{Code: code}, err
	}
	return u.Unit, nil
}

// namesOf are the names of the people of the board. Two of one name are told apart by their ids.
func namesOf(s stampdesk.Snapshot) (map[stampdesk.PersonID]string, error) {
	names, count := map[stampdesk.PersonID]string{}, map[string]int{}
	for p, err := range s.People() {
		if err != nil {
			return nil, err
		}
		names[p.ID] = p.Name
		count[p.Name]++
	}
	for _, id := range slices.Collect(maps.Keys(names)) {
		if name := names[id]; name != "" && count[name] > 1 {
			names[id] = fmt.Sprintf("%s (%s)", name, id)
		}
	}
	return names, nil
}

func metaOf(s stampdesk.Reader, order *stampdesk.Entry, lang stampdesk.Lang) (Meta, error) {
	setup, err := s.Setup()
	if err != nil {
		return Meta{}, err
	}
	m := Meta{
		Lang: lang, Board: setup.Board, Desk: order.Key.Desk, By: string(order.Operator),
		At: order.At.Local(),
	}
	if order.Key.Seq != 0 { // else it is a look at what an order would give
		m.Number = order.Key.String()
	}
	if m.Round, err = roundOf(s, order.Round); err != nil {
		return Meta{}, err
	}
	m.Copy, _ = strconv.Atoi(order.Fact(stampdesk.FactCopy)) // none, or one that nobody wrote, is the first
	p, err := s.Person(order.Operator)
	if err != nil {
		return Meta{}, err
	}
	if p != nil {
		m.By = cmp.Or(p.Name, m.By)
	}
	return m, nil
}

// roundOf is the round in force, or of one before it no more than its number.
func roundOf(s stampdesk.Reader, ordinal uint8) (stampdesk.Round, error) {
	setup, err := s.Setup()
	if err != nil || setup.Round.Ordinal != int(ordinal) {
		return stampdesk.Round{Ordinal: int(ordinal)}, err
	}
	return setup.Round, nil
}
