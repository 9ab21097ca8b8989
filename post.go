package stampdesk

import (
	"fmt"
	"strconv"
)

// Ledger is the derived state that the journal posts to: the store while the
// desk works, a ledger in memory when the journal is replayed to prove it.
// Everything in it follows from the entries and their papers alone.
type Ledger interface {
	LedgerReader
	PutMark(MarkKey, Mark) error
	AddCount(Cell, int64) error // a cell that comes to zero is gone
	PutBatch(Batch) error
	PutStation(Station) error
	PutRoundClosed(uint8, EntryKey) error
}

// Station is where one desk stands, so that it goes on there after a crash.
type Station struct {
	Desk    DeskID
	Open    EntryKey // a card presented and not answered, or the zero key
	Batch   BatchID  // the batch it worked on last
	Batches uint32   // batches it has opened
	Shifts  uint32   // shifts it has begun
	Shift   ShiftID  // the shift that is on; 0: none
	Began   EntryKey // the entry that began it
	Prints  uint32   // documents it has ordered
}

// Post brings the ledger up to date with one entry. paper are the lines that
// belong to the entry; undone are those of the earlier entry that it takes
// back: the list it replaces, or the closing of the batch it reopens.
func Post(l Ledger, e *Entry, paper, undone []Line) error {
	if err := postStation(l, e); err != nil {
		return err
	}
	switch {
	case e.Card != 0:
		return postCard(l, e)
	case e.Act == ActPrinted:
		c := actCell(e)
		c.What = whatPrinted(e)
		return l.AddCount(c, 1)
	case e.Batch != "":
		return postBatch(l, e, paper, undone)
	case e.Act == ActRosterLoaded:
		return postMoves(l, e, paper)
	case e.Act == ActRoundClosed:
		return l.PutRoundClosed(e.Round, e.Key)
	}
	return nil
}

func postStation(l Ledger, e *Entry) error {
	s, err := l.Station(e.Key.Desk)
	if err != nil {
		return err
	}
	before := s
	s.Desk = e.Key.Desk
	if e.Batch != "" && (e.Card != 0 || e.Act == ActBatchOpened) { // papers come to any batch
		s.Batch = e.Batch
	}
	switch {
	case e.Act == ActPresented:
		s.Open = e.Key
	case e.Ref == s.Open:
		s.Open = EntryKey{}
	}
	switch e.Act {
	case ActBatchOpened:
		s.Batches++
	case ActPrinted:
		s.Prints++
	case ActShiftBegun:
		s.Shifts++
		s.Shift, s.Began = ShiftID(s.Shifts), e.Key
	case ActShiftEnded:
		s.Shift, s.Began = 0, EntryKey{}
	}
	if s == before {
		return nil
	}
	return l.PutStation(s)
}

func postCard(l Ledger, e *Entry) error {
	err := changeMark(l, MarkKey{e.Round, e.Card, e.Issue}, func(m *Mark) (err error) {
		m.Class, m.Unit, m.Latest = e.Class, e.Unit, e.Key
		m.Standing, m.Aside, err = standingOf(l, e.Key)
		return err
	})
	if err != nil || e.Act.Stands() {
		return err
	}
	switch e.Act {
	case ActExchanged, ActReissued:
		if err := renew(l, e); err != nil {
			return err
		}
	case ActVoided:
		voided, err := l.Entry(e.Ref)
		if err != nil || voided.Act == ActPresented {
			return err // a card that was put back unanswered is no act undone
		}
		if voided.Act == ActExchanged || voided.Act == ActReissued {
			if err := unrenew(l, voided); err != nil {
				return err
			}
			if err := l.AddCount(actCell(voided), -1); err != nil {
				return err
			}
		}
	}
	return l.AddCount(actCell(e), 1)
}

// renew ties a card to the new one that takes its place.
func renew(l Ledger, e *Entry) error {
	old := MarkKey{e.Round, e.Card, e.Issue}
	k, err := e.newCard()
	if err != nil {
		return err
	}
	err = changeMark(l, old, func(m *Mark) error { m.Next = Plastic{k.Card, k.Issue}; return nil })
	if err != nil {
		return err
	}
	return changeMark(l, k, func(m *Mark) error {
		m.Prev, m.Due, m.Unit = Plastic{old.Card, old.Issue}, e.Boxes, e.Unit
		if m.Class = Renewed; e.Class == Other {
			m.Class = Other
		}
		return nil
	})
}

// unrenew takes back what renew did.
func unrenew(l Ledger, e *Entry) error {
	k, err := e.newCard()
	if err != nil {
		return err
	}
	err = changeMark(l, MarkKey{e.Round, e.Card, e.Issue}, func(m *Mark) error { m.Next = Plastic{}; return nil })
	if err != nil {
		return err
	}
	return changeMark(l, k, func(m *Mark) error {
		m.Prev, m.Due = Plastic{}, 0
		if m.Class == Renewed {
			m.Class = Other // on no roster of ours, until one says otherwise
		}
		return nil
	})
}

// newCard is the card that an entry of an exchange or a reissue makes known:
// the next issue of the same number, or the first of another.
func (e *Entry) newCard() (MarkKey, error) {
	n, err := ParseCard(e.Fact(FactNew))
	if err != nil {
		return MarkKey{}, fmt.Errorf("entry %v: new card: %w", e.Key, err)
	}
	k := MarkKey{e.Round, n, FirstIssue}
	if n == e.Card {
		k.Issue = e.Issue + 1
	}
	return k, nil
}

// changeMark changes one mark and moves its card from the cells in which it
// stood to those in which it stands now.
func changeMark(l Ledger, k MarkKey, change func(*Mark) error) error {
	m, err := l.Mark(k)
	if err != nil {
		return err
	}
	before := m.Cells(k.Round)
	if err := change(&m); err != nil {
		return err
	}
	after := m.Cells(k.Round)
	for _, c := range before {
		if err := l.AddCount(c, -1); err != nil {
			return err
		}
	}
	for _, c := range after {
		if err := l.AddCount(c, 1); err != nil {
			return err
		}
	}
	return l.PutMark(k, m)
}

func postBatch(l Ledger, e *Entry, paper, undone []Line) error {
	b, err := l.Batch(e.Batch)
	if err != nil {
		return err
	}
	if b == nil {
		b = &Batch{ID: e.Batch, Round: e.Round, Unit: e.Unit}
	}
	switch e.Act {
	case ActBatchOpened:
		b.Opened, b.By = e.At, e.Fact(FactBy)
		b.Kind, _ = ParseBatchKind(e.Fact(FactKind))
		b.Count, _ = strconv.Atoi(e.Fact(FactCount))
	case ActBatchDecided:
		date, err := ParseDate(e.Fact(FactDate))
		if err != nil {
			return fmt.Errorf("entry %v: %w", e.Key, err)
		}
		b.Decision = Decision{No: e.Fact(FactNo), Date: date, Signer: e.Fact(FactSigner)}
		if b.State == BatchOpen {
			b.State = BatchDecided
		}
	case ActDeclarationLoaded:
		b.Declared = Declared{}
		for _, f := range e.Facts {
			b.Declared[f.Name], _ = strconv.Atoi(f.Value)
		}
	case ActListLoaded:
		form, err := ParseForm(e.Fact(FactForm))
		if err != nil {
			return fmt.Errorf("entry %v: %w", e.Key, err)
		}
		if err := postList(l, e, form, b.Lists.Of(form), paper, undone); err != nil {
			return err
		}
		b.Lists.Set(form, e.Key)
	case ActBatchClosed:
		b.State, b.Closed = BatchClosed, e.Key
		if err := postMissing(l, e, paper); err != nil {
			return err
		}
	case ActBatchReopened:
		if err := postFound(l, e, b.Closed, undone); err != nil {
			return err
		}
		b.State, b.Closed, b.Returned = BatchOpen, EntryKey{}, EntryKey{}
		if b.Decision.No != "" {
			b.State = BatchDecided
		}
	case ActBatchReturned, ActHandedOver:
		b.State, b.Returned = BatchReturned, e.Key
	}
	return l.PutBatch(*b)
}

// postList puts the cards of a list on it, after taking off those that only
// the list before it named.
func postList(l Ledger, e *Entry, form Form, before EntryKey, paper, undone []Line) error {
	if !before.IsZero() {
		old, err := l.Entry(before)
		if err != nil {
			return err
		}
		for _, line := range undone {
			if err := l.AddCount(lineCell(old, form, line), -1); err != nil {
				return err
			}
			err := eachIssue(l, old.Round, line.Card, func(m *Mark) { m.Listed = m.Listed.without(form, old.Batch) })
			if err != nil {
				return err
			}
		}
	}
	for _, line := range paper {
		if err := l.AddCount(lineCell(e, form, line), 1); err != nil {
			return err
		}
		if line.Card == 0 {
			continue
		}
		s := listing(e, form, line)
		k, _, err := newestIssue(l, e.Round, line.Card)
		if err != nil {
			return err
		}
		err = changeMark(l, k, func(m *Mark) error {
			m.place(line)
			m.Listed = m.Listed.with(Listing{Form: form, Unit: e.Unit, Standing: s})
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// eachIssue changes the marks of all issues of a number: papers name numbers.
func eachIssue(l Ledger, round uint8, card CardNumber, change func(*Mark)) error {
	if card == 0 {
		return nil
	}
	newest, _, err := newestIssue(l, round, card)
	if err != nil {
		return err
	}
	for k := newest; k.Issue >= FirstIssue; k.Issue-- {
		if err := changeMark(l, k, func(m *Mark) error { change(m); return nil }); err != nil {
			return err
		}
	}
	return nil
}

func listing(e *Entry, form Form, line Line) Standing {
	s := e.standing()
	s.Reason = line.Reason
	switch form {
	case FormDamaged:
		s.Act = ActReportedDamaged
		if s.Reason == "" {
			s.Reason = ReasonDamaged
		}
	case FormLost:
		s.Act = ActReportedLost
		if s.Reason == "" {
			s.Reason = ReasonLost
		}
	}
	return s
}

// place notes how the card is counted, where no act of the desk has said so.
func (m *Mark) place(line Line) {
	if m.Latest.IsZero() {
		m.Class, m.Unit = line.Class, line.Unit
	}
}

func postMissing(l Ledger, e *Entry, paper []Line) error {
	for _, line := range paper {
		if seen, err := line.wasSeen(l); err != nil {
			return err
		} else if seen {
			continue
		}
		s := e.standing()
		s.Act, s.Reason = ActReportedUncollected, line.Reason
		k, _, err := newestIssue(l, e.Round, line.Card)
		if err != nil {
			return err
		}
		err = changeMark(l, k, func(m *Mark) error {
			m.place(line)
			m.Missing = s
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func postFound(l Ledger, e *Entry, closed EntryKey, undone []Line) error {
	for _, line := range undone {
		if seen, err := line.wasSeen(l); err != nil {
			return err
		} else if seen {
			continue
		}
		err := eachIssue(l, e.Round, line.Card, func(m *Mark) {
			if m.Missing.Entry == closed {
				m.Missing = Standing{}
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// postMoves counts the cards anew that a new roster puts into another unit or
// class.
func postMoves(l Ledger, e *Entry, paper []Line) error {
	for _, line := range paper {
		err := eachIssue(l, e.Round, line.Card, func(m *Mark) {
			m.Class, m.Unit = line.Class, line.Unit
			if m.Prev.Card != 0 && m.Class == Ours {
				m.Class = Renewed
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}
