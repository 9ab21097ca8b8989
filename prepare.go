package stampdesk

import "context"

// SetUpStep names a step of the set-up of a desk about which a person can
// decide that nothing is to be done. Stored in facts: append only.
type SetUpStep string

// The steps that can be decided.
const (
	RoundStep   SetUpStep = "round"   // the round in force is the right one
	ScannerStep SetUpStep = "scanner" // there is none: numbers are typed
	PrinterStep SetUpStep = "printer" // there is none
	PeopleStep  SetUpStep = "people"  // nobody works here but supervisors
)

// DecideStep puts on record that a step of the set-up needs nothing more: the
// round is right as it is, there is no such machine. A supervisor's act, which
// changes nothing else.
type DecideStep struct {
	Step SetUpStep
	By   Approval
}

func (q DecideStep) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	approver, no, err := d.approve(ctx, q.By, "")
	if err != nil || no != nil {
		return no, err
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		e := d.entry(setup, ActSetUp)
		e.Approver = approver
		e.Facts = []Fact{{FactStep, string(q.Step)}}
		e, err := Record(tx, e, nil, nil)
		return Outcome{Result: Done, Entry: &e}, err
	})
	return committed(o, err)
}

// Preparation is how far the set-up of a store has come. All of it is read off
// the store, so that it can be left at any time and taken up again.
type Preparation struct {
	Supervisors, Operators int // who may sign in
	Members                int // of the roster in force
	Batches                int // of the round in force
	Decided                map[SetUpStep]bool
}

// decidedWithin is how many entries of a desk are looked through for decisions:
// they are made before the work begins.
const decidedWithin = 1000

// PreparationOf reads how far the set-up has come.
func PreparationOf(s Snapshot) (Preparation, error) {
	p := Preparation{Decided: map[SetUpStep]bool{}}
	setup, err := s.Setup()
	if err != nil {
		return p, err
	}
	roster, err := s.Roster()
	if err != nil {
		return p, err
	}
	p.Members = roster.Members
	for who, err := range s.People() {
		switch {
		case err != nil:
			return p, err
		case who.Disabled:
		case who.Role == Supervisor:
			p.Supervisors++
		default:
			p.Operators++
		}
	}
	for b, err := range s.Batches() {
		if err != nil {
			return p, err
		}
		if int(b.Round) == setup.Round.Ordinal {
			p.Batches++
		}
	}
	if p.Batches > 0 { // cards were taken in under it
		p.Decided[RoundStep] = true
	}
	return p, p.readDecided(s, uint8(setup.Round.Ordinal))
}

// readDecided finds the decisions: those of a round for that round, those of
// machines for good.
func (p *Preparation) readDecided(s Snapshot, round uint8) error {
	for head, err := range s.Heads() {
		if err != nil {
			return err
		}
		n := 0
		for sealed, err := range s.Entries(head.Desk, 0) {
			if err != nil {
				return err
			}
			e := &sealed.Entry
			if step := SetUpStep(e.Fact(FactStep)); step != "" && (step != RoundStep || e.Round == round) {
				p.Decided[step] = true
			}
			if n++; n == decidedWithin {
				break
			}
		}
	}
	return nil
}
