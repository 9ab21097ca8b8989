package stampdesk

import "fmt"

// Received is what a batch came with, as far as it is on record.
type Received struct {
	Batch Batch
	Unit  Unit
	Lines [4]int // of lists 2 to 5; 0 also where Batch.Lists has none
	// Photos and Accounts are the photographs of 2×3 cm and the written accounts
	// of a loss that are here for the cards on lists 3 and 4.
	Photos, Accounts int
}

// ReceivedWith reads what a batch came with; the error wraps ErrNotFound where
// there is no such batch.
func ReceivedWith(s Snapshot, id BatchID) (Received, error) {
	b, err := s.Batch(id)
	if err != nil {
		return Received{}, err
	}
	if b == nil {
		return Received{}, fmt.Errorf("batch %s: %w", id, ErrNotFound)
	}
	r := Received{Batch: *b, Unit: Unit{Code: b.Unit}}
	if u, err := s.Unit(b.Unit); err != nil {
		return Received{}, err
	} else if u != nil {
		r.Unit = u.Unit
	}
	for i := range r.Lines {
		f := FormStamp + Form(i)
		if !b.Lists.Has(f) {
			continue
		}
		for l, err := range s.Paper(b.Lists.Of(f)) {
			if err != nil {
				return Received{}, err
			}
			r.Lines[i]++
			if f != FormDamaged && f != FormLost {
				continue
			}
			_, mark, err := NewestIssue(s, b.Round, l.Card)
			if err != nil {
				return Received{}, err
			}
			p, err := PapersOf(s, mark.Latest)
			if err != nil {
				return Received{}, err
			}
			r.Photos += p.Photos
			if p.Statement {
				r.Accounts++
			}
		}
	}
	return r, nil
}

// Of is how many lines a list has.
func (r *Received) Of(f Form) int { return r.Lines[f-FormStamp] }

// Cards is how many cards the lists say are in the stack: those to be stamped
// and the damaged ones, for a lost card is not there and list 5 is of members
// without one. It is not known where neither list is here.
func (r *Received) Cards() (n int, known bool) {
	known = r.Batch.Lists.Has(FormStamp) || r.Batch.Lists.Has(FormDamaged)
	return r.Of(FormStamp) + r.Of(FormDamaged), known
}

// DeclaredFigure is the figure of the unit's declaration (mẫu 6) that a list
// bears out.
func (f Form) DeclaredFigure() string {
	switch f {
	case FormStamp:
		return "proposed"
	case FormDamaged:
		return "damaged"
	case FormLost:
		return "lost"
	case FormCardless:
		return "without_card"
	}
	return ""
}
