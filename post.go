package stampdesk

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
		return l.AddCount(printCell(e), 1)
	case e.Act == ActPrintSettled:
		return uncount(l, e)
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
		switch voided.Act {
		case ActExchanged, ActReissued:
			if err := unrenew(l, voided); err != nil {
				return err
			}
			fallthrough
		case ActRemarked:
			if err := l.AddCount(actCell(voided), -1); err != nil {
				return err
			}
		}
	}
	return l.AddCount(actCell(e), 1)
}

// changeMark changes one mark and moves its card from the cells in which it
// stood to those in which it stands now.
func changeMark(l Ledger, k MarkKey, change func(*Mark) error) error {
	m, err := l.Mark(k)
	if err != nil {
		return err
	}
	before := append(m.Cells(k.Round), m.proposed(k.Round)...)
	if err := change(&m); err != nil {
		return err
	}
	after := append(m.Cells(k.Round), m.proposed(k.Round)...)
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

// eachIssue changes the marks of all issues of a number.
func eachIssue(l Ledger, round uint8, card CardNumber, change func(*Mark)) error {
	newest, _, err := NewestIssue(l, round, card)
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
