package stampdesk

import (
	"context"
	"fmt"
	"strings"
)

// ChangeSetup puts other rules, another plan of duties, another header or a
// corrected round in force; a supervisor's act. The rules get the next version,
// which every entry carries from then on. The round keeps its ordinal once
// something was done in it: until then it may be another than was laid down.
type ChangeSetup struct {
	Board  *Board // nil: as it is
	Round  *Round
	Rules  *Rules
	Duties *[]Duty
	Note   string
	By     Approval
}

func (q ChangeSetup) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if o, err := d.noted(ctx, q.Note); err != nil || o != nil {
		return o, err
	}
	approver, no, err := d.approve(ctx, q.By, "")
	if err != nil || no != nil {
		return no, err
	}
	used, err := d.begun(ctx)
	if err != nil {
		return nil, err
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		before := setup
		if q.Board != nil {
			setup.Board = *q.Board
		}
		if q.Round != nil {
			if err := q.Round.fits(); err != nil && q.Round.days() != before.Round.days() {
				return refused(BadRules, err), nil
			}
			setup.Round = *q.Round
		}
		if q.Rules != nil {
			setup.Rules = *q.Rules
		}
		if q.Duties != nil {
			setup.Duties = *q.Duties
		}
		setup.Rules.Version = before.Rules.Version
		if setup.Hash() == before.Hash() {
			return Outcome{Result: Done}, nil // nothing changes
		}
		setup.Rules.Version++
		act := ActRulesChanged
		if setup.Round.Ordinal != before.Round.Ordinal {
			if used {
				return refused(BadRules, fmt.Sprintf("ordinal %d, not %d", setup.Round.Ordinal, before.Round.Ordinal)), nil
			}
			act = ActRoundOpened
		}
		var facts []Fact
		if q.Round != nil {
			facts = []Fact{{FactStep, string(RoundStep)}}
		}
		return d.putSetup(tx, setup, act, q.Note, approver, facts...)
	})
	return committed(o, err)
}

// putSetup puts a setup in force by an entry, if it can be worked with.
func (d *Desk) putSetup(tx Tx, setup Setup, act Act, note string, approver PersonID, more ...Fact) (Outcome, error) {
	if err := setup.Validate(); err != nil {
		return refused(BadRules, err), nil
	}
	e := d.entry(setup, act)
	e.Note, e.Approver = note, approver
	e.Facts = append([]Fact{{FactSetup, setup.Hash().String()}}, more...)
	e, err := Record(tx, e, nil, nil)
	if err != nil {
		return Outcome{}, err
	}
	return Outcome{Result: Done, Entry: &e}, tx.PutSetup(setup)
}

// Validate reports what makes a setup unusable, all faults at once.
func (s Setup) Validate() error {
	if err := s.Round.Validate(); err != nil {
		return err
	}
	return s.Rules.Validate(s.Round)
}

// OpenRound begins the next round in the same store, after the one before was
// closed; a supervisor's act. What the rounds before came to stays as it is.
type OpenRound struct {
	Round Round
	Rules Rules
	Note  string
	By    Approval
}

func (q OpenRound) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if o, ok := d.mayLeave(); !ok {
		return o, nil
	}
	if o, err := d.noted(ctx, q.Note); err != nil || o != nil {
		return o, err
	}
	approver, no, err := d.approve(ctx, q.By, "")
	if err != nil || no != nil {
		return no, err
	}
	if left, err := d.leftOver(ctx); err != nil || left != "" && q.Note == "" {
		o, _ := declined(RoundUnfinished, left)
		return o, err
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		closed, err := tx.RoundClosed(uint8(setup.Round.Ordinal))
		switch {
		case err != nil:
			return Outcome{}, err
		case closed.IsZero():
			return refused(RoundIsOpen, setup.Round.Ordinal), nil
		case q.Round.Ordinal <= setup.Round.Ordinal:
			return refused(BadRules, fmt.Sprintf("ordinal %d: want more than %d", q.Round.Ordinal, setup.Round.Ordinal)), nil
		}
		if err := q.Round.fits(); err != nil {
			return refused(BadRules, err), nil
		}
		next := setup
		next.Round, next.Rules, next.Duties = q.Round, q.Rules, nil
		next.Rules.Version = setup.Rules.Version + 1
		return d.putSetup(tx, next, ActRoundOpened, q.Note, approver, Fact{FactStep, string(RoundStep)})
	})
	if o.Result == Done && err == nil {
		d.batch, d.put = "", ""
	}
	return committed(o, err)
}

// begun reports whether anything was done in the round in force: a batch was
// opened, or something is said of a card.
func (d *Desk) begun(ctx context.Context) (begun bool, err error) {
	err = d.Store.View(ctx, func(s Snapshot) error {
		begun = false
		setup, err := s.Setup()
		if err != nil {
			return err
		}
		for _, err := range s.Batches() {
			begun = true
			return err
		}
		for _, err := range s.Marks(uint8(setup.Round.Ordinal)) {
			begun = true
			return err
		}
		return nil
	})
	return begun, err
}

// leftOver names what the round in force leaves undone: batches that are not
// closed, cards in the held tray; "" for nothing.
func (d *Desk) leftOver(ctx context.Context) (left string, err error) {
	err = d.Store.View(ctx, func(s Snapshot) error {
		var names []string
		for b, err := range s.Batches() {
			if err != nil {
				return err
			}
			if !b.IsClosed() {
				names = append(names, string(b.ID))
			}
		}
		held, err := HeldCards(s)
		for _, h := range held {
			names = append(names, h.Card.String())
		}
		if left = strings.Join(names, ", "); len(names) > 10 {
			left = strings.Join(names[:10], ", ") + fmt.Sprintf(" … (%d)", len(names))
		}
		return err
	})
	return left, err
}
