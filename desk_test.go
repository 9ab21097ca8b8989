package stampdesk_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	. "stampdesk"
	"stampdesk/store/mem"
	"stampdesk/store/storetest"
)

// bench is a desk on an invented board: unit P01 with cards 31000001…, unit
// P02 with cards 31000101…, and one member of every other kind.
type bench struct {
	*Desk
	t        testing.TB
	clock    time.Time
	tampered bool // nothing to prove at the end
}

// plainPINs keeps PINs as they are, for a real hash takes a tenth of a second.
type plainPINs struct{}

func (plainPINs) Hash(pin string) (string, error) { return pin, nil }
func (plainPINs) Verify(stored, pin string) bool  { return stored == pin }

const perUnit = 20

func newBench(t testing.TB, confirm Confirming) *bench {
	return newBenchOn(t, confirm, storetest.Twice(mem.New(Identity{ID: StoreID{1}, Epoch: 1})))
}

func newBenchOn(t testing.TB, confirm Confirming, s Store) *bench {
	b := &bench{t: t, clock: inWindow}
	b.Desk = &Desk{
		Store: s, ID: "B1", Confirm: confirm, PINs: plainPINs{},
		Now: func() time.Time { b.clock = b.clock.Add(10 * time.Millisecond); return b.clock },
	}
	b.must(LayDown{Setup: Setup{Round: round4(), Rules: Rules{Version: 1}}, Person: Person{ID: "GS1"}, PIN: "2222"})
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	b.must(AddPerson{Person: Person{ID: "OP1", Role: Operator}, PIN: "1111"})
	b.must(LoadRoster{Roster: invented()})
	b.must(SignIn{Person: "OP1", PIN: "1111"})
	t.Cleanup(func() {
		if !t.Failed() && !b.tampered {
			b.prove()
		}
	})
	return b
}

func invented() Roster {
	r := Roster{Units: []Unit{{Code: "P01", Name: "phường A"}, {Code: "P02", Name: "phường B"}}}
	add := func(m Member) {
		m.Name = fmt.Sprint("Đảng viên ", len(r.Members))
		r.Members = append(r.Members, m)
	}
	for i := range perUnit {
		add(Member{Card: CardNumber(31000001 + i), Unit: "P01", Status: Official})
		add(Member{Card: CardNumber(31000101 + i), Unit: "P02", Status: Official})
	}
	add(Member{Card: 31000201, Unit: "P01", Status: Expelled})
	add(Member{Card: 31000202, Unit: "P01", Status: Deceased})
	add(Member{Card: 31000203, Host: "P01", Status: Official}) // a guest of another board
	add(Member{Unit: "P01", Status: Probationary})
	add(Member{Unit: "P01", Status: Official}) // no card yet
	return r
}

// ask does a request and gives its outcomes.
func (b *bench) ask(r Request) []Outcome {
	b.t.Helper()
	outs, err := b.Do(context.Background(), r)
	if err != nil {
		b.t.Fatalf("%T: %v", r, err)
	}
	return outs
}

// must does a request that is not to be declined.
func (b *bench) must(r Request) []Outcome {
	b.t.Helper()
	outs := b.ask(r)
	for _, o := range outs {
		if o.Result == Declined {
			b.t.Fatalf("%T declined: %s %s", r, o.Refusal, o.About)
		}
	}
	return outs
}

// scan scans a card after a pause, so that no two scans are one reading.
func (b *bench) scan(card CardNumber) []Outcome {
	b.t.Helper()
	b.clock = b.clock.Add(5 * time.Second)
	return b.ask(Scan{Raw: card.Digits(), At: b.clock})
}

// opened opens a decided batch of unit P01.
func (b *bench) opened() BatchID {
	b.t.Helper()
	id := b.must(OpenBatch{Unit: "P01"})[0].Entry.Batch
	b.must(DecideBatches{Batches: []BatchID{id}, Decision: Decision{No: "12-QĐ", Date: Date{2021, 4, 16}}})
	return id
}

// bySupervisor closes the batch in hand with a supervisor's word.
var bySupervisor = CloseBatch{Note: "đã đối chiếu", By: Approval{"GS1", "2222"}}

func (b *bench) tally(f Filter) Tally {
	b.t.Helper()
	var t Tally
	f.Round = 4
	storetest.View(b.t, b.Store, func(s Snapshot) (err error) { t, err = Count(s, f); return err })
	if sum := t.Stamped + t.Damaged + t.Lost + t.Held + t.Refused + t.Remaining + t.Uncollected; sum != t.WithCard {
		b.t.Errorf("tally %+v: the places add up to %d of %d", f, sum, t.WithCard)
	}
	return t
}

func (b *bench) prove() {
	b.t.Helper()
	storetest.View(b.t, b.Store, func(s Snapshot) error {
		a, err := Prove(s, nil)
		for _, p := range a.Problems {
			b.t.Errorf("check: %s", p)
		}
		return err
	})
}

func expect(t testing.TB, outs []Outcome, want ...Result) {
	t.Helper()
	var got []Result
	for _, o := range outs {
		got = append(got, o.Result)
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Fatalf("results %v, want %v (%+v)", got, want, outs)
	}
}

func TestInModeKeyACardIsPresentedFirstAndStampedWhenThePersonSaysSo(t *testing.T) {
	b := newBench(t, ConfirmKey)
	b.opened()
	outs := b.scan(31000001)
	expect(t, outs, Presented)
	if outs[0].Entry.Act != ActPresented || b.tally(Filter{}).Stamped != 0 {
		t.Fatalf("a card that was only presented counts as stamped: %+v", outs[0].Entry)
	}
	outs = b.must(Confirm{Card: 31000001, Boxes: BoxesOf(3, 4), Relaminated: true})
	expect(t, outs, Recorded)
	e := outs[0].Entry
	if e.Act != ActStamped || e.Boxes != BoxesOf(3, 4) || !e.Flags.Has(Relaminated|BoxesChosen) || e.Operator != "OP1" {
		t.Errorf("entry %+v", e)
	}
	if got := b.tally(Filter{}); got.Stamped != 1 || got.Relaminated != 1 || got.Boxes[3] != 1 || got.Boxes[4] != 1 {
		t.Errorf("tally %+v", got)
	}
}

func TestAScanWhileACardWaitsForItsAnswerIsNeverLost(t *testing.T) {
	b := newBench(t, ConfirmKey)
	b.opened()
	expect(t, b.scan(31000001), Presented)
	expect(t, b.scan(31000002), Waiting)
	expect(t, b.scan(31000003), Waiting)
	expect(t, b.scan(31000002), Reread) // it waits already
	outs := b.must(Confirm{Card: 31000001, Boxes: BoxesOf(4)})
	expect(t, outs, Recorded, Presented)
	if outs[1].Card != 31000002 || len(outs[1].Waiting) != 1 {
		t.Fatalf("next is %v, waiting %v", outs[1].Card, outs[1].Waiting)
	}
	outs = b.must(SetAside{Card: 31000002, Act: ActHeld, Reason: ReasonDataDiffer})
	expect(t, outs, Recorded, Presented)
	if outs[1].Card != 31000003 {
		t.Errorf("next is %v", outs[1].Card)
	}
}

func TestHeldCardsThatWaitedDoNotStopTheOnesBehindThem(t *testing.T) {
	b := newBench(t, ConfirmKey)
	b.opened()
	b.scan(31000001)
	b.scan(31000101) // of another unit: held
	b.scan(31000002)
	outs := b.must(Confirm{Card: 31000001, Boxes: BoxesOf(4)})
	expect(t, outs, Recorded, Recorded) // the held card is to be seen before the next comes
	expect(t, b.scan(31000003), Waiting)
	outs = b.ask(Next{})
	expect(t, outs, Presented)
	if outs[0].Card != 31000002 || len(outs[0].Waiting) != 1 {
		t.Errorf("next is %v, waiting %v", outs[0].Card, outs[0].Waiting)
	}
}

func TestInModeNextTheNextCardConfirmsTheOneBefore(t *testing.T) {
	b := newBench(t, ConfirmNext)
	b.opened()
	expect(t, b.scan(31000001), Presented)
	expect(t, b.scan(31000001), Presented) // the same card is no answer
	outs := b.scan(31000002)
	expect(t, outs, Recorded, Presented)
	if outs[0].Card != 31000001 || outs[0].Entry.Act != ActStamped {
		t.Errorf("recorded %+v", outs[0].Entry)
	}
	unread := b.ask(Scan{Raw: "SD-???", At: b.clock.Add(time.Minute)})
	expect(t, unread, Judged) // what cannot be read confirms nothing
	if got := b.tally(Filter{}).Stamped; got != 1 {
		t.Errorf("stamped %d", got)
	}
}

func TestTheNextCardConfirmsWhatThePersonChose(t *testing.T) {
	b := newBench(t, ConfirmNext)
	b.opened()
	b.scan(31000001)
	b.must(Choose{Card: 31000001, Boxes: BoxesOf(3, 4), Relaminated: true})
	b.scan(31000002)
	b.scan(31000003) // of which nobody chose anything
	if got := b.tally(Filter{}); got.Stamped != 2 || got.Boxes[3] != 1 || got.Boxes[4] != 2 || got.Relaminated != 1 {
		t.Errorf("tally %+v", got)
	}
	if o := b.ask(Choose{Card: 31000001, Boxes: BoxesOf(4)}); o[0].Refusal != NotThisCard {
		t.Errorf("%+v", o[0])
	}
	b.must(Withdraw{Card: 31000003})
}

func TestTheDeskSaysWhichCardCouldNotBeRecorded(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	sound := b.Store
	b.Store = storetest.Lossy{Store: stays{sound}, Fate: func() storetest.Fate { return storetest.LosesWrite }}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	in, out := make(chan Request), make(chan Outcome)
	go b.Run(ctx, in, out)
	in <- Scan{Raw: "31000001", At: b.clock.Add(time.Hour)}
	if o := <-out; o.Result != Unrecorded || o.Card != 31000001 || o.Err == nil {
		t.Errorf("%+v", o)
	}
	in <- Scan{Raw: "31000002", At: b.clock.Add(time.Hour)} // no Reopen: it stays stopped
	if o := <-out; o.Result != Unrecorded || o.Card != 31000002 {
		t.Errorf("%+v", o)
	}
	b.Store = sound
}

// Who reads lines must not take the next one before the question is there.
func TestASignInSaysThatTheQuestionAboutACardFollows(t *testing.T) {
	b := newBench(t, ConfirmKey)
	b.opened()
	b.scan(31000001)
	b.Desk = &Desk{ID: b.ID, Store: b.Store, Now: b.Now, PINs: b.PINs}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	in, out := make(chan Request), make(chan Outcome)
	go b.Run(ctx, in, out)
	in <- SignIn{Person: "OP1", PIN: "1111"}
	if o := <-out; !o.More {
		t.Errorf("nothing is said to follow: %+v", o)
	}
	if o := <-out; o.More || !o.Resumed {
		t.Errorf("the question: %+v", o)
	}
}

func TestInModeScanOneCommitDoesIt(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	outs := b.scan(31000001)
	expect(t, outs, Recorded)
	if e := outs[0].Entry; e.Act != ActStamped || !e.Ref.IsZero() {
		t.Errorf("entry %+v", e)
	}
	outs = b.scan(31000001)
	expect(t, outs, Judged)
	if v := outs[0].Verdict; v.Kind != Repeat || v.Stands.Operator != "OP1" || v.Boxes != BoxesOf(4) {
		t.Errorf("verdict %+v", v)
	}
}

func TestTheSameCodeWithinTwoAndAHalfSecondsIsOneReading(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	at := b.clock
	expect(t, b.ask(Scan{Raw: "31000001", At: at}), Recorded)
	expect(t, b.ask(Scan{Raw: "31.000001", At: at.Add(2400 * time.Millisecond)}), Reread)
	expect(t, b.ask(Scan{Raw: "31000001", At: at.Add(4800 * time.Millisecond)}), Reread) // it never left the beam
	expect(t, b.ask(Scan{Raw: "31000001", At: at.Add(7301 * time.Millisecond)}), Judged)
	expect(t, b.ask(Scan{Raw: "31000002", At: at}), Recorded) // a clock that jumps back hides no card
	expect(t, b.ask(Scan{Raw: "31000003", At: at, From: FromFile}), Recorded)
	expect(t, b.ask(Scan{Raw: "31000003", At: at, From: FromFile}), Judged) // a file means what it says
}

func TestAfterACrashThePresentedCardIsAskedAboutFirst(t *testing.T) {
	b := newBench(t, ConfirmKey)
	batch := b.opened()
	b.scan(31000001)
	after := &Desk{Store: b.Store, ID: "B1", PINs: plainPINs{}, Now: b.Now}
	b.Desk = after
	outs := b.must(SignIn{Person: "OP1", PIN: "1111"})
	expect(t, outs, Done, Presented)
	if o := outs[1]; !o.Resumed || o.Card != 31000001 || o.Batch.ID != batch || o.Verdict.Kind != Stamp {
		t.Fatalf("asked %+v", o)
	}
	expect(t, b.scan(31000002), Waiting)
	outs = b.must(Withdraw{Card: 31000001})
	expect(t, outs, Recorded, Presented)
	b.must(Confirm{Card: 31000002, Boxes: BoxesOf(4)})
	expect(t, b.scan(31000001), Presented) // it was not stamped, so it may come again
	b.must(Confirm{Card: 31000001, Boxes: BoxesOf(4)})
	if got := b.tally(Filter{}); got.Stamped != 2 || got.Voided != 0 {
		t.Errorf("tally %+v", got)
	}
}

func TestAListOfCodesIsNotKeptWaitingByACardInHand(t *testing.T) {
	b := newBench(t, ConfirmKey)
	b.opened()
	b.scan(31000001)
	expect(t, b.ask(Scan{Raw: "31000002", From: FromFile}), Recorded)
	outs := b.ask(Scan{Raw: "31000001", From: FromFile})
	expect(t, outs, Recorded)
	if outs[0].Entry.Act != ActStamped || outs[0].Entry.Ref.IsZero() {
		t.Errorf("%+v", outs[0].Entry)
	}
	expect(t, b.scan(31000003), Presented) // nothing is open any more
	b.must(Withdraw{Card: 31000003})
}

func TestAnUndoneStampMayBeStampedAgainUnlessTheInkIsOnTheCard(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	b.scan(31000001)
	b.scan(31000002)
	outs := b.must(Void{})
	if outs[0].Card != 31000002 || outs[0].Entry.Act != ActVoided {
		t.Fatalf("undid %+v", outs[0].Entry)
	}
	expect(t, b.ask(Scan{Raw: "31000002", At: b.clock}), Recorded) // at once: it is no rereading
	b.must(Void{Card: 31000001, Reason: ReasonMistake, Inked: true})
	outs = b.scan(31000001)
	if v := outs[0].Verdict; v.Kind != Hold || v.Goes != ExchangeBox {
		t.Errorf("a spoiled card is judged %+v", v)
	}
	if got := b.tally(Filter{}); got.Stamped != 1 || got.Damaged != 1 || got.Voided != 2 {
		t.Errorf("tally %+v", got)
	}
}

func TestUndoBringsBackWhatStoodBefore(t *testing.T) {
	b := newBench(t, ConfirmScan)
	id := b.must(OpenBatch{Unit: "P01"})[0].Entry.Batch
	b.scan(31000001) // held: no decision yet
	if got := b.tally(Filter{}); got.Held != 1 || got.HeldBy[ReasonUndecided] != 1 {
		t.Fatalf("tally %+v", got)
	}
	b.must(DecideBatches{Batches: []BatchID{id}, Decision: Decision{No: "1", Date: Date{2021, 4, 16}}})
	b.scan(31000001)
	if got := b.tally(Filter{}); got.Held != 0 || got.Stamped != 1 {
		t.Fatalf("tally %+v", got)
	}
	b.must(Void{})
	if got := b.tally(Filter{}); got.Held != 1 || got.Stamped != 0 {
		t.Errorf("tally after undo %+v", got)
	}
}

func TestAnotherPersonsActIsUndoneByASupervisorOnly(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	b.scan(31000001)
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	b.must(AddPerson{Person: Person{ID: "OP2", Role: Operator}, PIN: "3333"})
	b.must(SignIn{Person: "OP2", PIN: "3333"})
	if o := b.ask(Void{Card: 31000001}); o[0].Refusal != NeedSupervisor {
		t.Errorf("%+v", o[0])
	}
	if o := b.ask(Void{}); o[0].Refusal != NothingToUndo {
		t.Errorf("%+v", o[0])
	}
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	b.must(Void{Card: 31000001})
}

// A screen puts the batch down while something else is looked at, and a person
// goes on in it.
func TestWhatIsDoneWhileTheBatchIsPutDownIsDoneInIt(t *testing.T) {
	b := newBench(t, ConfirmKey)
	id := b.opened()
	b.must(SignIn{Person: "OP1", PIN: "1111"})
	b.must(TakeBatch{Batch: id})
	b.scan(31_000_001)
	b.must(Confirm{Card: 31_000_001, Boxes: BoxesOf(4)})
	b.must(TakeBatch{})
	expect(t, b.must(Void{Card: 31_000_001}), Recorded) // one's own recent act still
	outs := b.must(ReportUncollected{Card: 31_000_002, Reason: ReasonUncollected})
	if e := outs[0].Entry; e == nil || e.Batch != id {
		t.Errorf("%+v", outs)
	}
	b.prove()
}

func TestTheSameHoldIsWrittenOnce(t *testing.T) {
	b := newBench(t, ConfirmKey)
	b.opened()
	expect(t, b.scan(31009999), Recorded)
	outs := b.scan(31009999)
	expect(t, outs, Judged)
	if outs[0].Entry == nil || outs[0].Entry.Act != ActHeld {
		t.Errorf("the entry on record is not shown: %+v", outs[0])
	}
}

func TestCardsThatWaitAreJudgedInTheBatchTheyCameWith(t *testing.T) {
	b := newBench(t, ConfirmKey)
	first := b.opened()
	second := b.must(OpenBatch{Unit: "P02"})[0].Entry.Batch
	b.must(TakeBatch{Batch: first})
	b.scan(31000001)
	b.scan(31009999) // will be held, and leaves the hand free
	b.scan(31000002)
	b.must(Confirm{Card: 31000001, Boxes: BoxesOf(4)})
	b.must(TakeBatch{})
	expect(t, b.scan(31000003), Declined) // no batch: the screen keeps it
	for _, r := range []Request{TakeBatch{Batch: second}, CloseBatch{Batch: first}, SignOut{}, OpenBatch{Unit: "P02"}} {
		if o := b.ask(r)[0]; o.Refusal != CardOpen {
			t.Errorf("%T: %+v", r, o)
		}
	}
	b.must(TakeBatch{Batch: first})
	expect(t, b.ask(Next{}), Presented)
	b.must(Confirm{Card: 31000002, Boxes: BoxesOf(4)})
	b.must(TakeBatch{Batch: second})
}

func TestACardHeldByAPersonStaysHeldUntilItIsUndone(t *testing.T) {
	b := newBench(t, ConfirmKey)
	b.opened()
	b.scan(31000001)
	b.must(SetAside{Card: 31000001, Act: ActHeld, Reason: ReasonDataDiffer})
	outs := b.scan(31000001)
	expect(t, outs, Judged)
	if outs[0].Verdict.Reason != ReasonDataDiffer {
		t.Errorf("%+v", outs[0].Verdict)
	}
	b.must(Void{})
	expect(t, b.scan(31000001), Presented)
}

func TestNoMembersNameEntersTheJournalByANote(t *testing.T) {
	b := newBench(t, ConfirmKey)
	b.opened()
	b.scan(31000001)
	for _, note := range []string{"đảng viên 3", "thẻ của Đảng viên 3, đến lấy sau", "(ĐẢNG VIÊN 3)"} {
		if o := b.ask(SetAside{Card: 31000001, Act: ActHeld, Reason: ReasonOther, Note: note}); o[0].Refusal != NameInNote {
			t.Errorf("note %q: %+v", note, o[0])
		}
	}
	b.must(SetAside{Card: 31000001, Act: ActHeld, Reason: ReasonOther, Note: "ảnh của đảng viên bị bong"})
}

func TestOutsideCardsAreNeverCountedAmongOurs(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	for _, card := range []CardNumber{31000001, 31000101, 31000201, 31000202, 31000203, 31009999} {
		b.scan(card)
	}
	got := b.tally(Filter{})
	if got.Members() != 2*perUnit+2 || got.WithCard != 2*perUnit || got.WithoutCard != 1 {
		t.Errorf("population %+v", got.Headcount)
	}
	if got.Stamped != 1 || got.Held != 1 || got.Refused != 0 {
		t.Errorf("ours: %+v", got)
	}
	if got.Guests.Stamped != 1 || got.Outside.Refused != 2 || got.Outside.Held != 1 {
		t.Errorf("guests %+v, outside %+v", got.Guests, got.Outside)
	}
}

func TestClosingABatchWritesDownWhatIsMissing(t *testing.T) {
	b := newBench(t, ConfirmScan)
	id := b.opened()
	for i := range 15 {
		b.scan(CardNumber(31000001 + i))
	}
	if got := b.tally(Filter{Batch: id}); got.Stamped != 15 || got.Remaining != 5 {
		t.Errorf("before: %+v", got)
	}
	out := b.must(bySupervisor)[0]
	if bal := out.Balance; len(bal.Missing) != 6 || len(bal.Seen) != 15 || bal.Expected != 21 { // the guest is missing too
		t.Errorf("balance %d seen, %d missing of %d", len(bal.Seen), len(bal.Missing), bal.Expected)
	}
	if got := b.tally(Filter{Unit: "P01"}); got.Uncollected != 5 || got.Remaining != 0 {
		t.Errorf("after: %+v", got)
	}
	head := b.tally(Filter{}).Heads[0]
	b.must(CloseBatch{Batch: id}) // twice is harmless
	if b.tally(Filter{}).Heads[0] != head {
		t.Error("closing twice wrote an entry")
	}
	if o := b.ask(ReopenBatch{Batch: id, Note: "còn thẻ"}); o[0].Refusal != NeedSupervisor {
		t.Errorf("%+v", o[0])
	}
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	b.must(ReopenBatch{Batch: id, Note: "còn thẻ"})
	if got := b.tally(Filter{Unit: "P01"}); got.Uncollected != 0 || got.Remaining != 5 {
		t.Errorf("reopened: %+v", got)
	}
}

func TestListsOfDamagedAndLostCardsCountOnce(t *testing.T) {
	b := newBench(t, ConfirmScan)
	id := b.opened()
	b.must(LoadList{Batch: id, Form: FormStamp, Lines: []Line{{Card: 31000001}, {Card: 31000002}, {Card: 31000003}}})
	b.must(LoadList{Batch: id, Form: FormDamaged, Lines: []Line{{Card: 31000003}, {Card: 31000004}}})
	b.must(LoadList{Batch: id, Form: FormLost, Lines: []Line{{Card: 31000005}}})
	b.must(LoadList{Batch: id, Form: FormCardless, Lines: []Line{{Name: "Đảng viên 44", Reason: ReasonMovedIn}}})
	b.scan(31000001)
	b.scan(31000003) // damaged: held for exchange, counted once
	b.scan(31000006) // not on list 2
	got := b.tally(Filter{})
	if got.Proposed != 3 || got.Stamped != 1 || got.Damaged != 2 || got.Lost != 1 || got.Held != 1 || got.WithoutCardBy[ReasonMovedIn] != 1 {
		t.Errorf("%+v", got)
	}
	b.must(LoadList{Batch: id, Form: FormDamaged, Lines: []Line{{Card: 31000003}}}) // the unit corrects its list
	if got := b.tally(Filter{}); got.Damaged != 1 {
		t.Errorf("corrected: %+v", got)
	}
	b.must(bySupervisor)
	if got := b.tally(Filter{Unit: "P01"}); got.Uncollected != 20-4 || got.Remaining != 0 { // stamped, damaged, lost, held
		t.Errorf("closed: %+v", got)
	}
}

func TestANewRosterCountsCardsWhereTheyBelongNow(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	b.scan(31000001)
	b.scan(31000002)
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	r := invented()
	for i := range r.Members {
		switch m := &r.Members[i]; m.Card {
		case 31000001:
			m.Unit = "P02"
		case 31000002:
			m.Status = Expelled
		}
	}
	b.must(LoadRoster{Roster: r})
	if got := b.tally(Filter{Unit: "P02"}); got.Stamped != 1 || got.WithCard != perUnit+1 {
		t.Errorf("new unit: %+v", got)
	}
	if got := b.tally(Filter{}); got.Stamped != 1 || got.Outside.Stamped != 1 || got.WithCard != 2*perUnit-1 {
		t.Errorf("all: %+v", got)
	}
}

func TestNobodyActsWithoutSigningIn(t *testing.T) {
	b := newBench(t, ConfirmKey)
	id := b.opened()
	b.must(SignOut{})
	for _, r := range []Request{
		Scan{Raw: "31000001", At: b.clock}, Confirm{Card: 31000001, Boxes: 8}, Withdraw{Card: 31000001},
		SetAside{Card: 31000001, Act: ActHeld, Reason: ReasonOther}, Void{}, OpenBatch{Unit: "P01"}, CloseBatch{Batch: id},
		ReopenBatch{Batch: id, Note: "x"}, ReturnBatch{Batch: id}, Print{Document: TallySheet},
		DecideBatches{Batches: []BatchID{id}, Decision: Decision{No: "1", Date: Date{2021, 1, 1}}},
		LoadList{Batch: id, Form: FormStamp}, LoadRoster{}, CloseRound{}, AddPerson{PIN: "9999"}, ChangePIN{Person: "GS1", PIN: "9999"}, SignOut{},
	} {
		if o := b.ask(r); o[0].Result != Declined || o[0].Refusal != NotSignedIn {
			t.Errorf("%T without a person: %+v", r, o[0])
		}
	}
	if o := b.ask(SignIn{Person: "OP1", PIN: "wrong"}); o[0].Refusal != WrongPIN {
		t.Errorf("%+v", o[0])
	}
	if o := b.ask(SignIn{Person: "XX", PIN: "1111"}); o[0].Refusal != WrongPIN {
		t.Errorf("%+v", o[0])
	}
}

func TestAClosedRoundHoldsEveryCard(t *testing.T) {
	b := newBench(t, ConfirmKey)
	b.opened()
	b.scan(31000001) // presented, and then the supervisor closes the round
	if o := b.ask(CloseRound{}); o[0].Refusal != NeedSupervisor {
		t.Errorf("%+v", o[0])
	}
	other := &Desk{Store: b.Store, ID: "B2", PINs: plainPINs{}, Now: b.Now}
	if _, err := other.Do(context.Background(), SignIn{Person: "GS1", PIN: "2222"}); err != nil {
		t.Fatal(err)
	}
	if _, err := other.Do(context.Background(), CloseRound{Note: "xong"}); err != nil {
		t.Fatal(err)
	}
	outs := b.must(Confirm{Card: 31000001, Boxes: BoxesOf(4)})
	if e := outs[0].Entry; e.Act != ActHeld || e.Reason != ReasonRoundClosed {
		t.Errorf("stamped in a closed round: %+v", e)
	}
}

func TestBoxesThatTheCardDoesNotHaveAreRefused(t *testing.T) {
	b := newBench(t, ConfirmKey)
	b.opened()
	b.scan(31000001)
	for _, set := range []BoxSet{0, BoxesOf(5), BoxesOf(4, 16)} {
		if o := b.ask(Confirm{Card: 31000001, Boxes: set}); o[0].Refusal != NotABox {
			t.Errorf("boxes %v: %+v", set, o[0])
		}
	}
	if o := b.ask(Confirm{Card: 31000002, Boxes: BoxesOf(4)}); o[0].Refusal != NotThisCard {
		t.Errorf("%+v", o[0])
	}
	b.must(Confirm{Card: 31000001, Boxes: BoxesOf(4)})
}

func TestAWriteOfUnknownFateStopsTheDeskUntilTheScanSettlesIt(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	sound := b.Store
	b.Store = storetest.Lossy{Store: stays{sound}, Fate: func() storetest.Fate { return storetest.LosesWord }}
	reopened := 0
	b.Reopen = func(context.Context) (Store, error) { reopened++; return sound, nil }
	if _, err := b.Do(context.Background(), Scan{Raw: "31000001", At: b.clock.Add(time.Hour)}); err == nil {
		t.Fatal("a lost answer was announced")
	}
	b.clock = b.clock.Add(2 * time.Hour)
	outs := b.scan(31000001)
	if v := outs[0].Verdict; reopened != 1 || v.Kind != Repeat {
		t.Errorf("reopened %d times, verdict %+v", reopened, v)
	}
}

// failing makes the desk's commits fail as fate says from now on; the desk
// opens the sound store anew after each.
func (b *bench) failing(fate func() storetest.Fate) {
	sound := b.Store
	lossy := storetest.Lossy{Store: stays{sound}, Fate: fate}
	b.Store = lossy
	b.Reopen = func(context.Context) (Store, error) { return lossy, nil }
	b.t.Cleanup(func() { b.Store = sound })
}

func TestACommitThatFailsAnnouncesNothing(t *testing.T) {
	b := newBench(t, ConfirmKey)
	id := b.opened()
	b.scan(31000001)
	before := b.tally(Filter{})
	fail := true
	b.failing(func() storetest.Fate {
		if fail {
			return storetest.LosesWrite
		}
		return storetest.Goes
	})
	for _, r := range []Request{
		Confirm{Card: 31000001, Boxes: BoxesOf(4)}, Withdraw{Card: 31000001},
		SetAside{Card: 31000002, Act: ActHeld, Reason: ReasonOther}, Scan{Raw: "31000003", From: FromFile},
		Print{Document: TallySheet}, LoadList{Batch: id, Form: FormStamp, Lines: []Line{{Card: 31000001}}},
		DecideBatches{Batches: []BatchID{id}, Decision: Decision{No: "2", Date: Date{2021, 4, 17}}},
		ChangePIN{Person: "OP1", PIN: "4444"},
	} {
		outs, err := b.Do(context.Background(), r)
		if err == nil {
			t.Errorf("%T: a failed commit is no error: %+v", r, outs)
		}
		for _, o := range outs {
			if o.Result != Presented { // the question about the card in hand
				t.Errorf("%T announced %+v", r, o)
			}
		}
	}
	fail = false
	after := b.tally(Filter{})
	if after.Stamped != before.Stamped || after.Held != before.Held || after.Heads[0] != before.Heads[0] {
		t.Errorf("before %+v, after %+v", before, after)
	}
	b.must(Confirm{Card: 31000001, Boxes: BoxesOf(4)})
}

func TestADamagedCardStaysHeldHoweverOftenItIsScanned(t *testing.T) {
	b := newBench(t, ConfirmScan)
	id := b.opened()
	b.must(LoadList{Batch: id, Form: FormDamaged, Lines: []Line{{Card: 31000003}}})
	b.scan(31000001)
	b.must(Void{Card: 31000001, Inked: true})
	b.must(SetAside{Card: 31000002, Act: ActReportedDamaged, Reason: ReasonDamaged})
	for range 3 {
		for _, card := range []CardNumber{31000001, 31000002, 31000003} {
			if o := b.scan(card)[0]; o.Verdict.Kind != Hold || o.Verdict.Goes != ExchangeBox {
				t.Fatalf("%v: %+v", card, o.Verdict)
			}
		}
	}
	if got := b.tally(Filter{}); got.Damaged != 3 || got.Stamped != 0 {
		t.Errorf("%+v", got)
	}
}

func TestInModeNextAResumedCardIsNotConfirmedByTheNextCard(t *testing.T) {
	b := newBench(t, ConfirmNext)
	b.opened()
	b.scan(31000001)
	b.Desk = &Desk{Store: b.Store, ID: "B1", PINs: plainPINs{}, Now: b.Now, Confirm: ConfirmNext}
	b.must(SignIn{Person: "OP1", PIN: "1111"})
	expect(t, b.scan(31000002), Waiting)
	if o := b.scan(31000001)[0]; o.Result != Presented || !o.Resumed {
		t.Errorf("%+v", o)
	}
	b.must(Withdraw{Card: 31000001})
	b.scan(31000003)
	if got := b.tally(Filter{}); got.Stamped != 1 { // 31000002, which was presented after the stop
		t.Errorf("%+v", got)
	}
}

func TestAPresentationOfUnknownFateIsNotConfirmedByTheNextCard(t *testing.T) {
	b := newBench(t, ConfirmNext)
	b.opened()
	fates := []storetest.Fate{storetest.LosesWord}
	b.failing(func() storetest.Fate {
		if len(fates) == 0 {
			return storetest.Goes
		}
		f := fates[0]
		fates = fates[1:]
		return f
	})
	if _, err := b.Do(context.Background(), Scan{Raw: "31000001", At: b.clock.Add(time.Hour)}); err == nil {
		t.Fatal("a lost answer was announced")
	}
	b.clock = b.clock.Add(2 * time.Hour)
	outs := b.scan(31000002)
	expect(t, outs, Presented, Waiting)
	if !outs[0].Resumed || outs[0].Card != 31000001 {
		t.Errorf("asked %+v", outs[0])
	}
	b.must(Withdraw{Card: 31000001})
	if got := b.tally(Filter{}); got.Stamped != 0 {
		t.Errorf("%+v", got)
	}
}

func TestUndoOfAHoldNeverTouchesAStamp(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	b.scan(31000101) // of the other unit: held here
	second := b.must(OpenBatch{Unit: "P02"})[0].Entry.Batch
	b.must(DecideBatches{Batches: []BatchID{second}, Decision: Decision{No: "1", Date: Date{2021, 4, 16}}})
	b.scan(31000102)
	b.scan(31000101)
	b.must(TakeBatch{Batch: "B1-001"})
	outs := b.scan(31000102)
	expect(t, outs, Recorded) // it lies where it does not belong: that is on record
	if outs[0].Verdict.Reason != ReasonOtherUnit {
		t.Errorf("a stray stamped card: %+v", outs[0])
	}
	expect(t, b.scan(31000102), Judged) // once
	if o := b.must(Void{}); o[0].Entry.Ref != outs[0].Entry.Key {
		t.Errorf("undone %+v", o[0].Entry)
	}
	if o := b.ask(Void{}); o[0].Refusal != NothingToUndo {
		t.Errorf("%+v", o[0])
	}
	if o := b.ask(Void{Card: 31000102, Entry: EntryKey{"B1", 7}}); o[0].Refusal != NothingToUndo {
		t.Errorf("an act that does not stand was undone: %+v", o[0])
	}
	if got := b.tally(Filter{}); got.Stamped != 2 {
		t.Errorf("%+v", got)
	}
}

func TestAWaitingCardSurvivesAFailedWrite(t *testing.T) {
	b := newBench(t, ConfirmKey)
	b.opened()
	b.scan(31000001)
	b.scan(31000002)
	var commits int
	b.failing(func() storetest.Fate {
		if commits++; commits == 2 {
			return storetest.LosesWrite
		}
		return storetest.Goes
	})
	outs := b.ask(Confirm{Card: 31000001, Boxes: BoxesOf(4)})
	expect(t, outs, Recorded, Unrecorded)
	if outs[1].Card != 31000002 {
		t.Errorf("%+v", outs[1])
	}
	b.clock = b.clock.Add(time.Minute)
	outs = b.scan(31000003)
	if last := outs[len(outs)-1]; last.Result != Waiting || b.tally(Filter{}).Stamped != 1 {
		t.Errorf("%+v", outs)
	}
	b.must(Confirm{Card: 31000002, Boxes: BoxesOf(4)})
	b.must(Confirm{Card: 31000003, Boxes: BoxesOf(4)})
}

func TestLateIsJudgedByTheDaysOfTheDesk(t *testing.T) {
	hanoi := time.FixedZone("+07", 7*3600)
	b := newBench(t, ConfirmScan)
	b.opened()
	for card, at := range map[CardNumber]time.Time{
		31000001: time.Date(2021, 5, 15, 23, 30, 0, 0, hanoi), 31000002: time.Date(2021, 5, 16, 0, 30, 0, 0, hanoi),
	} {
		b.Now = func() time.Time { return at }
		o := b.ask(Scan{Raw: card.Digits(), At: at})[0]
		if late := card == 31000002; o.Entry.Flags.Has(Late) != late {
			t.Errorf("at %v late is %v", at, !late)
		}
	}
}

func TestAClosedBatchKeepsTheFiguresItWasClosedWith(t *testing.T) {
	b := newBench(t, ConfirmScan)
	id := b.opened()
	for i := range 15 {
		b.scan(CardNumber(31000001 + i))
	}
	closed := b.must(bySupervisor)[0].Balance
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	r := invented()
	r.Members[0].Unit, r.Members[36].Unit = "P02", "P02"
	r.Members = append(r.Members, Member{Name: "Người mới", Card: 31000300, Unit: "P01", Status: Official})
	b.must(LoadRoster{Roster: r})
	storetest.View(t, b.Store, func(s Snapshot) error {
		now, err := Balanced(s, id)
		if now.Expected != closed.Expected || len(now.Missing) != len(closed.Missing) || len(now.Seen) != len(closed.Seen) || now.Extra != closed.Extra {
			t.Errorf("closed with %d of %d, now %d of %d", len(closed.Missing), closed.Expected, len(now.Missing), now.Expected)
		}
		return err
	})
	if o := b.ask(Void{Card: 31000002}); o[0].Refusal != BatchIsClosed {
		t.Errorf("a signed figure was changed: %+v", o[0])
	}
	b.tally(Filter{Unit: "P01"})
	b.tally(Filter{Unit: "P02"})
	b.tally(Filter{Batch: id})
	b.tally(Filter{Operator: "OP1"})
}

func TestAListThatIsReplacedLeavesTheListsOfOtherBatchesAlone(t *testing.T) {
	b := newBench(t, ConfirmScan)
	first := b.opened()
	b.must(LoadList{Batch: first, Form: FormStamp, Lines: []Line{{Card: 31000001}, {Card: 31000002}}})
	second := b.must(OpenBatch{Unit: "P01", Kind: Supplementary})[0].Entry.Batch
	b.must(LoadList{Batch: second, Form: FormStamp, Lines: []Line{{Card: 31000001}}})
	b.must(LoadList{Batch: second, Form: FormStamp, Lines: []Line{{Card: 31000003}}})
	b.must(TakeBatch{Batch: first})
	if o := b.scan(31000001)[0]; o.Verdict.Kind != Stamp {
		t.Errorf("%+v", o.Verdict)
	}
}

func TestTwoDesksWhoseClocksDisagreeAreProven(t *testing.T) {
	b := newBench(t, ConfirmScan)
	id := b.opened()
	b.scan(31000001)
	slow := b.clock.Add(-time.Hour)
	other := &Desk{Store: b.Store, ID: "B2", PINs: plainPINs{}, Confirm: ConfirmScan, Now: func() time.Time { return slow }}
	for _, r := range []Request{
		SignIn{Person: "GS1", PIN: "2222"}, TakeBatch{Batch: id}, Void{Card: 31000001}, Scan{Raw: "31000002", At: slow},
	} {
		if _, err := other.Do(context.Background(), r); err != nil {
			t.Fatal(err)
		}
	}
	b.scan(31000001)
	if got := b.tally(Filter{}); got.Stamped != 2 || got.Voided != 1 {
		t.Errorf("%+v", got)
	}
}

func TestAReprintedBalanceIsTheOneThatWasSigned(t *testing.T) {
	b := newBench(t, ConfirmScan)
	first := b.opened()
	b.scan(31000101) // of the other unit: held
	b.scan(31000001)
	b.must(bySupervisor)
	second := b.must(OpenBatch{Unit: "P02"})[0].Entry.Batch
	b.must(DecideBatches{Batches: []BatchID{second}, Decision: Decision{No: "1", Date: Date{2021, 4, 16}}})
	b.scan(31000101) // and now stamped where it belongs
	storetest.View(t, b.Store, func(s Snapshot) error {
		bal, err := Balanced(s, first)
		if held := bal.In(InHeld); len(held) != 1 || held[0].Card != 31000101 || bal.Extra != 1 || bal.Matches() {
			t.Errorf("held %+v, extra %d", held, bal.Extra)
		}
		return err
	})
}

func TestTheCountersOfTheDeskTellExpectedCardsFromStrays(t *testing.T) {
	b := newBench(t, ConfirmScan)
	id := b.opened()
	b.must(LoadList{Batch: id, Form: FormDamaged, Lines: []Line{{Card: 31000009}}})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	in, out := make(chan Request), make(chan Outcome)
	go b.Run(ctx, in, out)
	var last Outcome
	for i, card := range []string{"31000001", "31000101", "31009999", "31000203"} {
		in <- Scan{Raw: card, At: inWindow.Add(time.Duration(i) * time.Minute)}
		last = <-out
	}
	// P01 brings its 20 and a guest; two of four scanned are of it, and the
	// damaged card has not come yet.
	var work map[BatchID]*Work
	storetest.View(t, b.Store, func(s Snapshot) (err error) { work, err = WorkOf(s, 4); return err })
	// The sums know of no guest that has not come: one less than the balance.
	if w := work[id]; w.Expected != 20 || w.Seen != 2 || w.Extra != 2 || w.Handled.Held != 2 {
		t.Errorf("by the sums %+v", w)
	}
	if c := last.Counters; c.Expected != 21 || c.Seen != 2 || c.Extra != 2 || c.Left() != 19 || c.Desk.Damaged != 0 {
		t.Errorf("%+v", c)
	}
}

func TestTheCountersTellTheShiftThatIsOnFromAllThatTheDeskDid(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.opened()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	in, out := make(chan Request), make(chan Outcome)
	go b.Run(ctx, in, out)
	for i, c := range []struct {
		do    Request
		shift int // stamped in it
		desk  int
	}{
		{Scan{Raw: "31000001"}, 0, 1},
		{BeginShift{Count: -1}, 0, 1},
		{Scan{Raw: "31000002"}, 1, 2},
		{EndShift{Count: -1}, 0, 2},
		{Scan{Raw: "31000003"}, 0, 3},
		{BeginShift{Count: -1}, 0, 3},
		{Scan{Raw: "31000004"}, 1, 4},
	} {
		if scan, ok := c.do.(Scan); ok {
			scan.At = inWindow.Add(time.Duration(i) * time.Minute)
			c.do = scan
		}
		in <- c.do
		o := <-out
		if n := o.Counters; n.Shift.Stamped != c.shift || n.Desk.Stamped != c.desk || n.Batch.Stamped != c.desk {
			t.Errorf("%d %T: %+v (%s)", i, c.do, n, o.Refusal)
		}
	}
}

func TestTheAuditNamesEveryKindOfTampering(t *testing.T) {
	for name, tamper := range map[string]func(Tx) error{
		"a mark": func(tx Tx) error {
			m, err := tx.Mark(MarkKey{4, 31000001, 1})
			m.Standing.Boxes = BoxesOf(1)
			return errors.Join(err, tx.PutMark(MarkKey{4, 31000001, 1}, m))
		},
		"a mark of another round": func(tx Tx) error { return tx.PutMark(MarkKey{9, 31000001, 1}, Mark{Unit: "P01"}) },
		"a tally":                 func(tx Tx) error { return tx.AddCount(Cell{Round: 4, Desk: "B1", Act: ActStamped, What: "4"}, 1) },
		"a batch": func(tx Tx) error {
			x, err := tx.Batch("B1-001")
			x.Decision.No = "99"
			return errors.Join(err, tx.PutBatch(*x))
		},
		"a station":      func(tx Tx) error { return tx.PutStation(Station{Desk: "B1", Batches: 7}) },
		"a closed round": func(tx Tx) error { return tx.PutRoundClosed(4, EntryKey{"B1", 1}) },
		"a person":       func(tx Tx) error { return tx.PutPerson(Person{ID: "OP1", Role: Supervisor, PIN: "1111"}) },
		"a stranger":     func(tx Tx) error { return tx.PutPerson(Person{ID: "XX", Role: Supervisor, PIN: "1111"}) },
		"the rules": func(tx Tx) error {
			return tx.PutSetup(Setup{Round: round4(), Rules: Rules{Version: 1, StampUnsealed: true}})
		},
		"an unposted entry": func(tx Tx) error {
			_, err := tx.Append(Entry{Key: EntryKey{Desk: "B1"}, Round: 4, Act: ActStamped, Card: 31000002, Issue: 1, At: inWindow})
			return err
		},
	} {
		t.Run(name, func(t *testing.T) {
			b := newBench(t, ConfirmScan)
			b.opened()
			b.scan(31000001)
			b.prove()
			storetest.Update(t, b.Store, tamper)
			storetest.View(t, b.Store, func(s Snapshot) error {
				a, err := Prove(s, nil)
				if len(a.Problems) == 0 {
					t.Error("nothing was found")
				}
				return err
			})
			b.tampered = true
		})
	}
}

// stays is a store that is still there after it was closed, as a file is.
type stays struct{ Store }

func (stays) Close() error { return nil }

func TestANumberThatIsAlmostOneNamesTheMembersItMayBe(t *testing.T) {
	b := newBench(t, ConfirmKey)
	b.opened()
	o := b.scan(31000091)[0]
	var near []CardNumber
	for _, m := range o.Near {
		near = append(near, m.Card)
	}
	if o.Verdict.Reason != ReasonNear || !slices.Equal(near, []CardNumber{31000019, 31000001, 31000011}) {
		t.Fatalf("%+v near %v", o.Verdict, near)
	}
	outs := b.must(Misread{Card: 31000091, Is: 31000019})
	if last := outs[len(outs)-1]; last.Result != Presented || last.Card != 31000019 || last.Near != nil {
		t.Errorf("%+v", last)
	}
}

func TestAUnitMayDeclareAfterItsBatchIsOpen(t *testing.T) {
	b := newBench(t, ConfirmKey)
	id := b.opened()
	b.must(Declare{Batch: id, Declared: Declared{"proposed": 18, "lost": 1}})
	b.must(Declare{Batch: id, Declared: Declared{"proposed": 17}})
	storetest.View(t, b.Store, func(s Snapshot) error {
		got, err := s.Batch(id)
		if len(got.Declared) != 1 || got.Declared["proposed"] != 17 {
			t.Errorf("%+v", got.Declared)
		}
		return err
	})
	if o := b.ask(Declare{Batch: "B9-001"})[0]; o.Refusal != UnknownBatch {
		t.Errorf("%+v", o)
	}
	b.must(bySupervisor)
	if o := b.ask(Declare{Batch: id})[0]; o.Refusal != BatchIsClosed {
		t.Errorf("%+v", o)
	}
}

// A card that a supervisor let through is presented, and then it may be
// stamped; what it was held for does not come back in between.
func TestACardThatASupervisorLetThroughCanBeStamped(t *testing.T) {
	by := Approval{"GS1", "2222"}
	for _, mode := range []Confirming{ConfirmKey, ConfirmNext, ConfirmScan} {
		t.Run(string(mode), func(t *testing.T) {
			b := newBench(t, mode)
			b.opened()
			b.scan(31000101) // of the other unit
			b.must(Override{Card: 31000101, Reason: ReasonNotEntered, By: by})
			o := b.scan(31000101)[0]
			if mode != ConfirmScan {
				if o.Result != Presented || o.Verdict.Reason != ReasonOverridden {
					t.Fatalf("%+v", o)
				}
				b.must(Withdraw{Card: 31000101}) // the decision stays
				b.scan(31000101)
				o = b.must(Confirm{Card: 31000101, Boxes: BoxesOf(4)})[0]
			}
			if o.Entry == nil || o.Entry.Act != ActStamped || !o.Entry.Flags.Has(Overruled) {
				t.Errorf("%+v", o)
			}
		})
	}
}
