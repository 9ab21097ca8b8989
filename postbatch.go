package stampdesk

import (
	"fmt"
	"strconv"
)

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
// the list before it named. A list is about the card that the member had when
// the round began: the first issue.
func postList(l Ledger, e *Entry, form Form, before EntryKey, paper, undone []Line) error {
	if !before.IsZero() {
		old, err := l.Entry(before)
		if err != nil {
			return err
		}
		for _, line := range undone {
			if err := countLine(l, old, form, line, -1); err != nil {
				return err
			}
			if err := unlist(l, old, form, line); err != nil {
				return err
			}
		}
	}
	for _, line := range paper {
		if err := countLine(l, e, form, line, 1); err != nil {
			return err
		}
		if line.Card == 0 {
			continue
		}
		s := listing(e, form, line)
		err := changeMark(l, MarkKey{e.Round, line.Card, FirstIssue}, func(m *Mark) error {
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

// countLine counts a line that no mark counts.
func countLine(l Ledger, e *Entry, form Form, line Line, n int64) error {
	if form == FormStamp && line.Card != 0 {
		return nil
	}
	return l.AddCount(lineCell(e, form, line), n)
}

func unlist(l Ledger, old *Entry, form Form, line Line) error {
	if line.Card == 0 {
		return nil
	}
	return changeMark(l, MarkKey{old.Round, line.Card, FirstIssue}, func(m *Mark) error {
		m.Listed = m.Listed.without(form, old.Batch)
		return nil
	})
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
		if m.Prev.Card != 0 && m.Class == Ours {
			m.Class = Renewed
		}
	}
}

func postMissing(l Ledger, e *Entry, paper []Line) error {
	for _, line := range paper {
		if missing, err := line.isMissing(l); err != nil {
			return err
		} else if !missing {
			continue
		}
		s := e.standing()
		s.Act, s.Reason = ActReportedUncollected, line.Reason
		err := changeMark(l, MarkKey{e.Round, line.Card, FirstIssue}, func(m *Mark) error {
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

// isMissing reports whether a line of a closed balance is a card that did not
// come: nothing became of it, or only that somebody said why.
func (l *Line) isMissing(r LedgerReader) (bool, error) {
	if l.Entry.IsZero() {
		return true, nil
	}
	e, err := r.Entry(l.Entry)
	return err == nil && e.Act == ActReportedUncollected, err
}

func postFound(l Ledger, e *Entry, closed EntryKey, undone []Line) error {
	for _, line := range undone {
		err := changeMark(l, MarkKey{e.Round, line.Card, FirstIssue}, func(m *Mark) error {
			if m.Missing.Entry == closed {
				m.Missing = Standing{}
			}
			return nil
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
