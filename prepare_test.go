package stampdesk_test

import (
	"strings"
	"testing"
	"time"

	. "stampdesk"
	"stampdesk/store/mem"
	"stampdesk/store/storetest"
)

// laid is a desk on a store in which nothing is but what laying it down makes.
// The round is the fourth where no other is given.
func laid(t *testing.T, round ...Round) *bench {
	b := &bench{t: t, clock: inWindow, tampered: true}
	b.Desk = &Desk{
		Store: storetest.Twice(mem.New(Identity{ID: StoreID{1}, Epoch: 1})), ID: "B1", PINs: plainPINs{}, Now: func() time.Time { b.clock = b.clock.Add(10 * time.Millisecond); return b.clock },
	}
	b.must(LayDown{Setup: Setup{Round: append(round, round4())[0], Rules: Rules{Version: 1}}, Person: Person{ID: "GS1"}, PIN: "2222"})
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	return b
}

func (b *bench) preparation() (p Preparation) {
	b.t.Helper()
	err := b.Store.View(b.t.Context(), func(s Snapshot) (err error) {
		p, err = PreparationOf(s)
		return err
	})
	if err != nil {
		b.t.Fatal(err)
	}
	return p
}

func TestTheSetUpIsReadOffTheStore(t *testing.T) {
	b := laid(t)
	if p := b.preparation(); p.Supervisors != 1 || p.Operators+p.Members+p.Batches != 0 || len(p.Decided) != 0 {
		t.Fatalf("at first %+v", p)
	}
	b.must(DecideStep{Step: PrinterStep})
	b.must(AddPerson{Person: Person{ID: "OP1", Role: Operator}, PIN: "1111"})
	b.must(LoadRoster{Roster: invented()})
	if p := b.preparation(); p.Operators != 1 || p.Members != len(invented().Members) || !p.Decided[PrinterStep] || p.Decided[RoundStep] {
		t.Errorf("%+v", p)
	}
	b.must(SetDisabled{Person: "OP1", Disabled: true})
	if p := b.preparation(); p.Operators != 0 {
		t.Errorf("somebody who may not sign in is counted: %+v", p)
	}
	b.must(OpenBatch{Unit: "P01"})
	if p := b.preparation(); p.Batches != 1 || !p.Decided[RoundStep] {
		t.Errorf("cards were taken in under the round: %+v", p)
	}
	b.prove()
}

func TestARoundIsDecidedByKeepingItOrByChangingIt(t *testing.T) {
	for name, r := range map[string]Request{
		"kept": DecideStep{Step: RoundStep}, "changed": ChangeSetup{Round: &Round{Ordinal: 4, Box: 4, CardBoxes: 5, From: Date{2021, 4, 1}, To: Date{2021, 5, 1}}},
	} {
		t.Run(name, func(t *testing.T) {
			b := laid(t)
			b.must(ChangeSetup{Board: &Board{Name: "BAN TỔ CHỨC"}})
			if b.preparation().Decided[RoundStep] {
				t.Fatal("decided by another header")
			}
			b.must(r)
			if !b.preparation().Decided[RoundStep] {
				t.Error("not decided")
			}
			b.prove()
		})
	}
}

func TestOnlyASupervisorDecidesAboutTheSetUp(t *testing.T) {
	b := newBench(t, ConfirmKey)
	if o := b.ask(DecideStep{Step: ScannerStep})[0]; o.Refusal != NeedSupervisor {
		t.Errorf("%+v", o)
	}
	b.must(DecideStep{Step: ScannerStep, By: gs1})
	if !b.preparation().Decided[ScannerStep] {
		t.Error("not decided")
	}
}

func TestUntilSomethingIsDoneTheRoundMayBeAnother(t *testing.T) {
	b := laid(t)
	fifth := round4()
	fifth.Ordinal, fifth.Box, fifth.CardBoxes = 5, 5, 5
	b.must(ChangeSetup{Round: &fifth})
	b.must(LoadRoster{Roster: invented()})
	b.must(OpenBatch{Unit: "P01"})
	sixth := fifth
	sixth.Ordinal = 6
	if o := b.ask(ChangeSetup{Round: &sixth})[0]; o.Refusal != BadRules {
		t.Errorf("%+v", o)
	}
	b.prove()
}

func TestARoundIsRefusedForADayThatCannotBeRight(t *testing.T) {
	b := laid(t)
	round := round4()
	round.UnitsBy = Date{2020, 4, 1}
	if o := b.ask(ChangeSetup{Round: &round})[0]; o.Refusal != BadRules || !strings.Contains(o.About, "units_by 01/04/2020") {
		t.Errorf("%+v", o)
	}
	round.UnitsBy = Date{2021, 4, 20}
	b.must(ChangeSetup{Round: &round})
	b.prove()
}

func TestARoundOfBeforeWithAWrongDayKeepsNobodyFromAnotherChange(t *testing.T) {
	round := round4()
	round.UnitsBy = Date{2020, 4, 1}
	b := laid(t, round)
	b.must(ChangeSetup{Board: &Board{Name: "BAN TỔ CHỨC"}})
	round.CardBoxes++
	b.must(ChangeSetup{Round: &round, Duties: &[]Duty{{Day: Date{2021, 4, 20}, Desk: "B1"}}})
	b.prove()
}
