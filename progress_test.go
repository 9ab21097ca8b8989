package stampdesk_test

import (
	"testing"
	"time"

	. "stampdesk"
	"stampdesk/store/storetest"
)

// checkProgress adds up the units of a round: they are the tally, and the days
// have as many stamps as it has.
func (w *world) checkProgress(s Snapshot, round uint8) error {
	p, err := ProgressOf(s, round)
	if err != nil {
		return err
	}
	var sum Tally
	batches := 0
	for _, u := range p.Units {
		sum.Headcount.Add(u.Headcount)
		sum.Stamped += u.Stamped
		sum.Damaged += u.Damaged
		sum.Lost += u.Lost
		sum.Held += u.Held
		sum.Refused += u.Refused
		sum.Uncollected += u.Uncollected
		sum.Remaining += u.Remaining
		batches += len(u.Batches)
		if u.State == UnitDone && (u.Remaining > 0 || u.Held > 0) {
			w.fault("unit %s is done and has cards left: %+v", u.Code, u)
		}
	}
	figures := func(t *Tally) [9]int {
		return [...]int{t.Members(), t.WithCard, t.Stamped, t.Damaged, t.Lost, t.Held, t.Refused, t.Uncollected, t.Remaining}
	}
	if figures(&sum) != figures(&p.Tally) {
		w.fault("round %d: the units add up to %v, the tally has %v", round, figures(&sum), figures(&p.Tally))
	}
	for b, err := range s.Batches() {
		if err != nil {
			return err
		}
		if b.Round == round {
			batches--
		}
	}
	if batches != 0 {
		w.fault("round %d: %d batches too many in its units", round, batches)
	}
	days := PerDay{Round: round}
	if err := days.Read(s); err != nil {
		return err
	}
	if n := p.Stamped + p.Guests.Stamped + p.Outside.Stamped + p.NewCards.Stamped; n != days.Total() {
		w.fault("round %d: %d cards are stamped, %d by the days", round, n, days.Total())
	}
	return nil
}

func (b *bench) progress() (p Progress) {
	b.t.Helper()
	storetest.View(b.t, b.Store, func(s Snapshot) (err error) { p, err = ProgressOf(s, 4); return err })
	return p
}

func (b *bench) stateOf(unit UnitCode) UnitState {
	b.t.Helper()
	for _, u := range b.progress().Units {
		if u.Code == unit {
			return u.State
		}
	}
	b.t.Fatalf("no unit %s", unit)
	return 0
}

func TestAUnitGoesThroughItsStatesFromAwaitedToDone(t *testing.T) {
	b := newBench(t, ConfirmScan)
	is := func(want UnitState) {
		t.Helper()
		if got := b.stateOf("P01"); got != want {
			t.Errorf("state %v, want %v", got, want)
		}
	}
	is(UnitAwaited)
	b.must(OpenBatch{Unit: "P01"})
	is(UnitUndecided)
	b.must(DecideBatches{Batches: []BatchID{"B1-001"}, Decision: decision})
	is(UnitInWork)
	b.must(SetAside{Card: 31000001, Act: ActHeld, Reason: ReasonDataDiffer})
	is(UnitHolds)
	if got := b.stateOf("P02"); got != UnitAwaited {
		t.Errorf("the other unit: %v", got)
	}
	b.must(Void{Card: 31000001})
	for i := range perUnit {
		b.scan(CardNumber(31000001 + i))
	}
	is(UnitToClose)
	b.scan(31000203) // a guest
	b.must(CloseBatch{})
	is(UnitToReturn)
	b.must(ReturnBatch{Batch: "B1-001"})
	is(UnitDone)
}

func TestACardThatIsHeldKeepsItsUnitOnTopWhenTheBatchHasGoneBack(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	b.scan(31000104) // of another unit
	b.must(CloseBatch{Note: "thiếu", By: Approval{Supervisor: "GS1", PIN: "2222"}})
	b.must(ReturnBatch{Batch: "B1-001"})
	if got := b.stateOf("P01"); got != UnitHolds {
		t.Errorf("state %v", got)
	}
}

func TestACardFreedInAClosedBatchKeepsItInSightUntilItIsOpenAgain(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	chief := Approval{Supervisor: "GS1", PIN: "2222"}
	b.must(SetAside{Card: 31000001, Act: ActHeld, Reason: ReasonDataDiffer})
	b.must(SetAside{Card: 31000002, Act: ActHeld, Reason: ReasonDataDiffer})
	b.scan(31000104) // of another unit
	b.scan(31000203) // a guest
	b.must(CloseBatch{Note: "thiếu", By: chief})
	freed := func(want int) {
		t.Helper()
		if w := b.work("B1-001"); w.Freed != want {
			t.Errorf("%d freed, want %d", w.Freed, want)
		}
	}
	freed(0)
	b.must(OpenBatch{Unit: "P02"})                                                      // what is settled now is recorded there
	b.must(Settle{Card: 31000104, As: SettleRelease, Reason: ReasonMistake, By: chief}) // its own unit waits for it
	freed(0)
	b.must(Settle{Card: 31000001, As: SettlePermit, Reason: ReasonMistake, By: chief})
	b.must(Settle{Card: 31000002, As: SettleGiveBack, Reason: ReasonDataDiffer, By: chief})
	b.must(ReturnBatch{Batch: "B1-001"})
	freed(1)
	if got := b.stateOf("P01"); got != UnitToReopen {
		t.Errorf("state %v", got)
	}
	b.must(ReopenBatch{Batch: "B1-001", Note: "nhầm", By: chief})
	freed(0)
}

func TestACardHeldInTheBatchOfAnotherUnitIsSeenAtBoth(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	b.scan(31000104) // of P02
	if x, y := b.stateOf("P01"), b.stateOf("P02"); x != UnitHolds || y != UnitHolds {
		t.Errorf("P01 %v, P02 %v", x, y)
	}
}

func TestAStampCountsOnItsOwnDayAndIsTakenFromIt(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	days := PerDay{Round: 4}
	read := func() {
		t.Helper()
		storetest.View(t, b.Store, func(s Snapshot) error { return days.Read(s) })
	}
	read()
	if days.Total() != 0 {
		t.Errorf("%d stamps before the first", days.Total())
	}
	first := DateOf(b.clock)
	b.scan(31000001)
	b.scan(31000002)
	read()
	b.clock = b.clock.AddDate(0, 0, 1)
	b.scan(31000003)
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	b.must(Void{Card: 31000001, By: Approval{Supervisor: "GS1", PIN: "2222"}})
	b.clock = b.clock.AddDate(0, 0, 2)
	b.scan(31000001)
	read()
	for i, want := range []int{1, 1, 0, 1} {
		if got := days.On(first.AddDays(i)); got != want {
			t.Errorf("day %d: %d stamps, want %d", i, got, want)
		}
	}
	again := PerDay{Round: 4}
	storetest.View(t, b.Store, func(s Snapshot) error { return again.Read(s) })
	if again.Total() != days.Total() {
		t.Errorf("read at once there are %d, by and by %d", again.Total(), days.Total())
	}
	if from, to := days.Span(); from != first || to != first.AddDays(3) {
		t.Errorf("from %v to %v", from, to)
	}
}

func TestADayBeginsInTheZoneOfTheDesk(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	b.clock = time.Date(2021, 4, 20, 23, 30, 0, 0, time.UTC)
	b.scan(31000001)
	days := PerDay{Round: 4, Zone: time.FixedZone("", 7*3600)}
	storetest.View(t, b.Store, func(s Snapshot) error { return days.Read(s) })
	if days.On(Date{2021, 4, 21}) != 1 {
		t.Error("not on the 21st")
	}
}

// stampedOn is a bench on which so many cards were stamped, day by day from the
// 15th.
func stampedOn(t *testing.T, perDay ...int) (days PerDay) {
	b := newBench(t, ConfirmScan)
	b.opened()
	card := CardNumber(31000001)
	for i, n := range perDay {
		b.clock = time.Date(2021, 4, 15+i, 9, 0, 0, 0, time.UTC)
		for range n {
			b.scan(card)
			card++
		}
	}
	days.Round = 4
	storetest.View(t, b.Store, func(s Snapshot) error { return days.Read(s) })
	return days
}

func TestThePaceIsHeldAgainstWhatTheWindowLeaves(t *testing.T) {
	none, days := PerDay{}, stampedOn(t, 2, 0, 4, 1)
	for _, c := range []struct {
		name      string
		of        *PerDay
		remaining int
		today     Date
		want      Pace
	}{
		{"before the window", &none, 310, Date{2021, 4, 10}, Pace{Until: 5, Left: 31, Needed: 10}},
		{"on its first day", &none, 311, Date{2021, 4, 15}, Pace{Left: 31, Needed: 11}},
		{"in it, today is not over", &days, 100, Date{2021, 4, 18}, Pace{Left: 28, Needed: 4, Now: 3, Over: 2}},
		{"the first day of work counts for want of another", &days, 31, Date{2021, 4, 15}, Pace{Left: 31, Needed: 1, Now: 2, Over: 1}},
		{"on its last day", &days, 7, Date{2021, 5, 15}, Pace{Left: 1, Needed: 7, Now: 2, Over: 3}},
		{"after it", &days, 7, Date{2021, 5, 17}, Pace{Past: 2, Now: 2, Over: 3}},
		{"nothing is left", &days, 0, Date{2021, 5, 1}, Pace{Left: 15, Now: 2, Over: 3}},
	} {
		if got := PaceOf(round4(), c.of, c.remaining, c.today); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}
