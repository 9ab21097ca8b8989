package stampdesk_test

import (
	"context"
	"strings"
	"testing"
	"time"

	. "stampdesk"
	"stampdesk/store/storetest"
)

// What several people at several terminals may do to one card, and what may
// never follow from it: two stamps, a card that no list names, an act that
// nobody answers for.

func (b *bench) held() []HeldCard {
	b.t.Helper()
	var all []HeldCard
	storetest.View(b.t, b.Store, func(s Snapshot) (err error) { all, err = HeldCards(s); return err })
	return all
}

func TestABatchOfAnEarlierRoundIsClosedInItsRoundAndNothingIsStampedInIt(t *testing.T) {
	b := newBench(t, ConfirmScan)
	id := b.opened()
	b.scan(31000001)
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	b.must(CloseRound{})
	next := round4()
	next.Ordinal, next.Box, next.CardBoxes = 5, 5, 6
	b.must(OpenRound{Round: next, Note: "một lô chưa chốt"})
	b.declines(TakeBatch{Batch: id}, RoundIsClosed)
	if o := b.scan(31000002)[0]; o.Refusal != NoBatch {
		t.Errorf("%+v", o)
	}
	b.Desk = &Desk{Store: b.Store, ID: "B1", PINs: plainPINs{}, Now: b.Now, Confirm: ConfirmScan}
	if o := b.must(SignIn{Person: "GS1", PIN: "2222"})[0]; o.Batch != nil {
		t.Errorf("taken up again: %+v", o.Batch)
	}
	o := b.must(CloseBatch{Batch: id, Note: "đợt đã khóa"})[0]
	if o.Entry.Round != 4 {
		t.Errorf("closed in round %d", o.Entry.Round)
	}
	if got := b.tally(Filter{}); got.Stamped != 1 || got.Uncollected != perUnit-1 {
		t.Errorf("%+v", got)
	}
}

func TestALostCardThatTurnsUpLiesInTheTrayAndIsOnItsList(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	b.must(ReportUncollected{Card: 31000001, Reason: ReasonLost})
	expect(t, b.scan(31000001), Recorded)
	if h := b.held(); len(h) != 1 || h[0].Card != 31000001 || h[0].Standing.Reason != ReasonLost {
		t.Fatalf("%+v", h)
	}
	b.must(Settle{Card: 31000001, As: SettlePermit, Reason: ReasonMistake, By: gs1})
	expect(t, b.scan(31000001), Recorded)
	if got := b.tally(Filter{}); got.Stamped != 1 || got.Lost != 0 || len(b.held()) != 0 {
		t.Errorf("%+v, %d held", got, len(b.held()))
	}
}

func TestACardThatGotItsInkAsTheRosterChangedIsNotStampedAgain(t *testing.T) {
	b := newBench(t, ConfirmKey)
	b.opened()
	b.scan(31000001)
	r := invented()
	r.Members[0].Status = PendingIn
	b.beside().must(LoadRoster{Roster: r})
	o := b.must(Confirm{Card: 31000001, Boxes: BoxesOf(4)})[0]
	if o.Entry.Act != ActHeld || !o.Entry.Flags.Has(Inked) {
		t.Fatalf("%+v", o.Entry)
	}
	b.beside().must(LoadRoster{Roster: invented()}) // the cause is gone, the ink is not
	if v := b.scan(31000001)[0].Verdict; v.Kind != Hold {
		t.Errorf("%+v", v)
	}
	b.must(Settle{Card: 31000001, As: SettleStamp, Reason: ReasonMistake, By: gs1})
	if v := b.scan(31000001)[0].Verdict; v.Kind != Repeat {
		t.Errorf("%+v", v)
	}
}

func TestACardIsNotLostWhenTheNextOneCannotConfirmIt(t *testing.T) {
	b := lifeBench(t)
	b.Confirm = ConfirmNext
	b.opened()
	expect(t, b.scan(31000303), Presented) // a new card
	b.must(Choose{Card: 31000303, Boxes: BoxesOf(1)})
	outs := b.scan(31000001)
	expect(t, outs, Declined, Waiting)
	b.must(Withdraw{Card: 31000303})
	if o := b.ask(Withdraw{Card: 31000001})[0]; o.Result != Recorded {
		t.Errorf("the card that came next: %+v", o)
	}
}

func TestOnlyASupervisorChangesTheBoxesThatASupervisorChose(t *testing.T) {
	b := newBench(t, ConfirmKey)
	b.opened()
	b.must(Override{Card: 31000001, Boxes: BoxesOf(3, 4), Reason: ReasonNoEarlier, By: gs1})
	b.scan(31000001)
	b.declines(Confirm{Card: 31000001, Boxes: BoxesOf(1)}, NeedSupervisor)
	b.must(Confirm{Card: 31000001, Boxes: BoxesOf(3, 4)})
}

func TestNamesMayBeAddedToAReturnAndNeverChanged(t *testing.T) {
	b := newBench(t, ConfirmScan)
	id := b.opened()
	b.must(bySupervisor)
	b.must(ReturnBatch{Batch: id})
	o := b.must(ReturnBatch{Batch: id, To: "Bà C"})[0]
	if o.Entry == nil || o.Entry.Act != ActHandedOver || o.Entry.Fact(FactTo) != "Bà C" {
		t.Fatalf("%+v", o)
	}
	if o := b.must(ReturnBatch{Batch: id, To: "Bà C"})[0]; o.Entry != nil {
		t.Errorf("twice: %+v", o.Entry)
	}
	b.declines(ReturnBatch{Batch: id, To: "Ông D"}, HandedOver)
}

func TestAStampedCardThatLiesAstrayIsNotSettledAsDamaged(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	b.scan(31000001)
	b.must(OpenBatch{Unit: "P02"})
	b.scan(31000001)
	b.declines(Settle{Card: 31000001, As: SettleDamaged, Reason: ReasonDamaged, By: gs1}, StampStands)
	b.must(Settle{Card: 31000001, As: SettleRelease, Reason: ReasonMistake, By: gs1})
	if len(b.held()) != 0 || b.tally(Filter{}).Stamped != 1 {
		t.Errorf("%+v", b.held())
	}
}

func TestOnlyANearMissIsMisread(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	b.scan(31000001)
	b.declines(Misread{Card: 31000001, Is: 31000002}, NotEligible)
	b.scan(31000091)
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	b.must(AddPerson{Person: Person{ID: "OP2", Role: Operator}, PIN: "3333"})
	b.must(SignIn{Person: "OP2", PIN: "3333"})
	b.declines(Misread{Card: 31000091, Is: 31000019}, NeedSupervisor)
	b.must(Misread{Card: 31000091, Is: 31000019, By: gs1})
	if got := b.tally(Filter{}); got.Stamped != 2 || len(b.held()) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestCardsThatWaitForABatchThatOthersClosedWaitForTheNext(t *testing.T) {
	b := newBench(t, ConfirmKey)
	id := b.opened()
	b.scan(31000001)
	b.scan(31000002)
	b.must(Withdraw{Card: 31000001}) // 31000002 is presented
	b.scan(31000003)                 // and this one waits
	other := b.opened2()
	b.beside().declines(CloseBatch{Batch: id, Note: "x"}, CardOpen)
	b.must(SetAside{Card: 31000002, Act: ActHeld, Reason: ReasonDataDiffer}) // 31000003 comes
	b.must(SetAside{Card: 31000003, Act: ActHeld, Reason: ReasonDataDiffer})
	b.scan(31000004)
	b.scan(31000101)
	b.must(Withdraw{Card: 31000004}) // 31000101 is held, of another unit
	b.beside().must(CloseBatch{Batch: id, Note: "x"})
	b.must(Refresh{})
	b.must(TakeBatch{Batch: other})
	expect(t, b.scan(31000102), Presented)
	b.must(Withdraw{Card: 31000102})
}

// opened2 opens a decided batch of P02 from beside.
func (b *bench) opened2() BatchID {
	b.t.Helper()
	s := b.beside()
	id := s.must(OpenBatch{Unit: "P02"})[0].Entry.Batch
	s.must(DecideBatches{Batches: []BatchID{id}, Decision: Decision{No: "1", Date: Date{2021, 4, 16}}})
	return id
}

func TestAnOperatorTakesNothingOutOfTheTrayThatAnotherPutThere(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	b.must(SetAside{Card: 31000001, Act: ActHeld, Reason: ReasonForged})
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	b.must(AddPerson{Person: Person{ID: "OP2", Role: Operator}, PIN: "3333"})
	b.must(SignIn{Person: "OP2", PIN: "3333"})
	b.declines(SetAside{Card: 31000001, Act: ActRefused, Reason: ReasonOther, Note: "trả"}, NeedSupervisor)
	b.declines(SetAside{Card: 31000001, Act: ActReportedDamaged, Reason: ReasonDamaged}, NeedSupervisor)
}

func TestOnesOwnActIsUndoneFreelyOnTheSameDayOnly(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	b.scan(31000001)
	b.scan(31000002)
	b.must(Void{Card: 31000001})
	b.clock = b.clock.Add(24 * time.Hour)
	b.declines(Void{Card: 31000002}, NeedSupervisor)
	b.must(Void{Card: 31000002, By: gs1})
}

func TestARemarkThatWasAMistakeIsTakenBack(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	b.must(Remark{Card: 31000001, Reason: ReasonMisuse})
	b.must(Remark{Card: 31000001, Reason: ReasonBadCare})
	b.must(Void{Card: 31000001, Inked: true})
	if got := b.tally(Filter{}); got.Remarks[ReasonBadCare] != 0 || got.Remarks[ReasonMisuse] != 1 || got.Damaged != 0 {
		t.Errorf("%+v", got.Remarks)
	}
	b.must(Void{Card: 31000001})
	b.declines(Void{Card: 31000001}, NothingToUndo)
}

func TestWhoMayNotActAnyMoreRecordsNothingAtAnyDesk(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	b.beside().must(SetDisabled{Person: "OP1", Disabled: true})
	if o := b.scan(31000001)[0]; o.Refusal != PersonDisabled {
		t.Errorf("%+v", o)
	}
	b.must(SignOut{})
	b.declines(SignIn{Person: "OP1", PIN: "1111"}, PersonDisabled)
	b.must(SignIn{Person: "gs1", PIN: "2222"}) // in small letters
}

func TestOneLockHoldsForTriesThatCameTogether(t *testing.T) {
	b := newBench(t, ConfirmKey)
	for range 5 {
		b.ask(SignIn{Person: "GS1", PIN: "0000"})
	}
	// A try whose look at the lock came before the fifth failure.
	d := &Desk{Store: b.Store, ID: "B1", Now: b.Now, PINs: slowPINs{func() {}}}
	if _, no, err := d.Verified(context.Background(), "GS1", "2222"); err != nil || no == nil || no.Refusal != LockedOut {
		t.Errorf("%+v, %v", no, err)
	}
	b.declines(Override{Card: 31000001, Reason: ReasonMistake, By: gs1}, NoBatch)
}

type slowPINs struct{ meanwhile func() }

func (slowPINs) Hash(pin string) (string, error) { return pin, nil }
func (p slowPINs) Verify(stored, pin string) bool {
	p.meanwhile()
	return stored == pin
}

func TestARightPINDoesNotCountWhileOthersLockedItOut(t *testing.T) {
	b := newBench(t, ConfirmKey)
	b.ask(SignIn{Person: "GS1", PIN: "0000"})
	d := &Desk{Store: b.Store, ID: "B1", Now: b.Now, PINs: slowPINs{func() {
		for range 4 {
			b.ask(SignIn{Person: "GS1", PIN: "0000"})
		}
	}}}
	if _, no, err := d.Verified(context.Background(), "GS1", "2222"); err != nil || no == nil || no.Refusal != LockedOut {
		t.Errorf("%+v, %v", no, err)
	}
}

func TestNoNameOfAMemberGetsIntoTheJournalByAReasonOrWithoutItsMarks(t *testing.T) {
	b := newBench(t, ConfirmKey)
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	r := invented()
	r.Members[0].Name = "Nguyễn Văn An"
	b.must(LoadRoster{Roster: r})
	b.opened()
	for _, note := range []string{"của nguyen van an", "thẻ NGUYỄN VĂN AN", "nguyễn văn an."} {
		b.declines(SetAside{Card: 31000001, Act: ActHeld, Reason: ReasonOther, Note: note}, NameInNote)
	}
	for _, reason := range []Reason{"Nguyễn Văn An", "late", "KHAC.Văn", "A B", Reason(strings.Repeat("A", 300))} {
		b.declines(SetAside{Card: 31000001, Act: ActHeld, Reason: reason}, WrongReason)
	}
	b.must(SetAside{Card: 31000001, Act: ActHeld, Reason: "LY_DO_2.cua_huyen"}) // a board's own
	b.declines(OpenBatch{Unit: "P01", By: strings.Repeat("x", 300)}, LongNote)
}

func TestANewCardHasItsNameOnTheReturnListBeforeARosterKnowsIt(t *testing.T) {
	b := newBench(t, ConfirmScan)
	id := b.opened()
	b.must(SetAside{Card: 31000001, Act: ActReportedDamaged, Reason: ReasonDamaged})
	b.must(Renew{Card: 31000001, New: 32500901})
	b.scan(32500901)
	named := func() {
		for _, it := range b.balance(id).Seen {
			if it.Name == "" {
				t.Errorf("%v has no name", it.Card)
			}
		}
	}
	named()
	b.must(bySupervisor)
	named()
}

func TestACommandMayBeReadAgainSoonerThanACard(t *testing.T) {
	b := newBench(t, ConfirmKey)
	b.opened()
	at := b.clock
	command := func(after time.Duration) Result {
		return b.ask(Scan{Raw: "SD-STAMP", At: at.Add(after)})[0].Result
	}
	if command(0) != Judged || command(900*time.Millisecond) != Reread || command(2*time.Second) != Judged {
		t.Error("the second reading of a command is not one second after the first")
	}
}

func TestWhatARoundLeavesInTheTrayIsNamedAndSettledInTheNext(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	b.must(SetAside{Card: 31000001, Act: ActHeld, Reason: ReasonDataDiffer})
	b.must(SetAside{Card: 31000002, Act: ActHeld, Reason: ReasonDataDiffer})
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	b.must(CloseRound{})
	next := round4()
	next.Ordinal, next.Box, next.CardBoxes = 5, 5, 5
	o := b.ask(OpenRound{Round: next})[0]
	if o.Refusal != RoundUnfinished || !strings.Contains(o.About, "31.000001") || !strings.Contains(o.About, "B1-001") {
		t.Errorf("%+v", o)
	}
	b.must(OpenRound{Round: next, Note: "bàn giao cho đợt sau"})
	if h := b.held(); len(h) != 2 || h[0].Round != 4 {
		t.Fatalf("%+v", h)
	}
	b.declines(Settle{Card: 31000001, As: SettleStamp, Reason: ReasonMistake}, RoundIsClosed)
	b.must(Settle{Card: 31000001, As: SettleGiveBack, Reason: ReasonDataDiffer})
	b.must(Settle{Card: 31000002, As: SettleRelease, Reason: ReasonMistake})
	if h := b.held(); len(h) != 0 {
		t.Errorf("%+v", h)
	}
	if got := b.tally(Filter{}); got.Refused != 1 || got.Held != 0 {
		t.Errorf("%+v", got)
	}
	b.declines(Settle{Card: 31000003, As: SettleRelease, Reason: ReasonMistake}, NotHeld)
}

func TestNoNewCardIsMadeKnownWhileTheOldOneIsInAHand(t *testing.T) {
	b := newBench(t, ConfirmKey)
	id := b.opened()
	b.scan(31000001)
	b.beside().must(LoadList{Batch: id, Form: FormLost, Lines: []Line{{Card: 31000001}}})
	b.beside().declines(Renew{Card: 31000001, New: 31000001}, CardOpen)
	other := &bench{Desk: &Desk{Store: b.Store, ID: "B2", Now: b.Now, PINs: b.PINs}, t: t}
	other.must(SignIn{Person: "GS1", PIN: "2222"})
	other.must(TakeBatch{Batch: id})
	other.declines(CloseBatch{Batch: id, Note: "x"}, CardOpen)
	other.clock = b.clock
	other.declines(Scan{Raw: "31000001", At: b.clock.Add(time.Hour), AtOnce: &Confirm{}}, CardOpen)
	if o := b.must(Confirm{Card: 31000001, Boxes: BoxesOf(4)})[0]; o.Entry.Act != ActHeld || o.Entry.Issue != FirstIssue {
		t.Errorf("a card that was reported lost meanwhile: %+v", o.Entry)
	}
}

func TestACardDesignMayHaveSixteenBoxes(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	round := round4()
	round.Box, round.CardBoxes = 16, 16
	b.must(ChangeSetup{Round: &round, Rules: &Rules{NewCards: []Interval{{Boxes: BoxesOf(1, 16)}}}})
	b.opened()
	if o := b.scan(31000001)[0]; o.Entry == nil || o.Entry.Boxes != BoxesOf(16) {
		t.Errorf("%+v", o)
	}
}
