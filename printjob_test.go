package stampdesk_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	. "stampdesk"
)

// queue is the print queue of the desk in a line a job.
func (b *bench) queue() []string {
	b.t.Helper()
	q := PrintQueue{Desk: b.ID, Since: 1}
	if err := b.Store.View(context.Background(), q.Read); err != nil {
		b.t.Fatal(err)
	}
	var all []string
	for _, j := range q.Jobs() {
		state := [...]string{"queued", "begun", "printed", "cancelled"}[j.State]
		if j.Again {
			state += " again"
		}
		all = append(all, strings.TrimSpace(fmt.Sprintf("%s %s %s", j.Order.Fact(FactKind), state, j.Printer)))
	}
	return all
}

// cursor is what a printer writes of itself.
func (b *bench) cursor(p PrinterID, begun, done uint64) {
	b.t.Helper()
	nameBegun, nameDone := PrintCursors(b.ID, p)
	err := b.Store.Update(context.Background(), func(tx Tx) error {
		if err := tx.PutCursor(nameBegun, begun); err != nil {
			return err
		}
		return tx.PutCursor(nameDone, done)
	})
	if err != nil {
		b.t.Fatal(err)
	}
}

// order orders a document and gives its entry.
func (b *bench) order(p Print) Entry {
	b.t.Helper()
	return *b.must(p)[0].Entry
}

func TestAPrintJobIsWhatTheJournalAndThePrinterSayOfIt(t *testing.T) {
	b := newBench(t, ConfirmKey)
	tally := b.order(Print{Document: TallySheet})
	chase := b.order(Print{Document: ChaseList})
	wants := func(want ...string) {
		t.Helper()
		if got := b.queue(); !slices.Equal(got, want) {
			t.Fatalf("the queue is %q, want %q", got, want)
		}
	}
	wants("tally queued", "chase-list queued")

	b.declines(SettlePrint{Order: tally.Key, Attempt: tally.Key.Seq, As: PrintAgain}, NotAsked)
	b.declines(SettlePrint{Order: tally.Key, Attempt: tally.Key.Seq, As: PrintMoved}, SamePrinter)
	b.declines(SettlePrint{Order: EntryKey{Desk: b.ID, Seq: 1}, Attempt: 1, As: PrintCancelled}, NotInQueue)

	// The printer begins and something happens: once more, and again.
	b.cursor("", tally.Key.Seq, tally.Key.Seq-1)
	wants("tally begun", "chase-list queued")
	again := b.must(SettlePrint{Order: tally.Key, Attempt: tally.Key.Seq, As: PrintAgain})[0].Entry
	wants("tally queued again", "chase-list queued")
	b.declines(SettlePrint{Order: tally.Key, Attempt: tally.Key.Seq, As: PrintAgain}, QueueChanged)
	b.cursor("", again.Key.Seq, tally.Key.Seq-1)
	wants("tally begun again", "chase-list queued")

	// Another printer takes it, after what was moved there before.
	b.must(SettlePrint{Order: chase.Key, Attempt: chase.Key.Seq, As: PrintMoved, Printer: "kho"})
	moved := b.must(SettlePrint{Order: tally.Key, Attempt: again.Key.Seq, As: PrintMoved, Printer: "kho"})[0].Entry
	wants("chase-list queued kho", "tally queued again kho")
	b.cursor("kho", moved.Key.Seq, moved.Key.Seq-1)
	wants("chase-list printed kho", "tally begun again kho")
	b.must(SettlePrint{Order: tally.Key, Attempt: moved.Key.Seq, As: PrintedAfterAll})
	wants("chase-list printed kho", "tally printed again kho")
	b.declines(SettlePrint{Order: tally.Key, Attempt: moved.Key.Seq, As: PrintCancelled}, NotInQueue)
	b.prove()
}

func TestAnOrderThatWasCancelledUnprintedIsNoCopy(t *testing.T) {
	b := newBench(t, ConfirmKey)
	first := b.order(Print{Document: TallySheet})
	b.must(SettlePrint{Order: first.Key, Attempt: first.Key.Seq, As: PrintCancelled})
	second := b.order(Print{Document: TallySheet})
	if got := second.Fact(FactCopy); got != "1" {
		t.Errorf("the next is copy %s", got)
	}
	b.cursor("", second.Key.Seq, first.Key.Seq) // some of it came out
	b.must(SettlePrint{Order: second.Key, Attempt: second.Key.Seq, As: PrintCancelled})
	third := b.order(Print{Document: TallySheet})
	if got := third.Fact(FactCopy); got != "2" {
		t.Errorf("after one that had begun the next is copy %s", got)
	}
	b.prove()
}

func TestACancelledOrderThatAnotherFollowsKeepsItsNumber(t *testing.T) {
	b := newBench(t, ConfirmKey)
	first := b.order(Print{Document: TallySheet})
	b.order(Print{Document: ChaseList})
	second := b.order(Print{Document: TallySheet})
	b.must(SettlePrint{Order: first.Key, Attempt: first.Key.Seq, As: PrintCancelled})
	third := b.order(Print{Document: TallySheet})
	if got := second.Fact(FactCopy) + third.Fact(FactCopy); got != "23" {
		t.Errorf("after copy 1 was cancelled, copies are %s", got)
	}
	b.prove()
}

func TestWhatWaitedInABackupIsMarked(t *testing.T) {
	b := newBench(t, ConfirmKey)
	b.order(Print{Document: TallySheet})
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	b.must(Restore{File: Hash{1}, Made: inWindow})
	b.order(Print{Document: ChaseList})
	if got := b.queue(); !slices.Equal(got, []string{"tally queued again", "chase-list queued"}) {
		t.Errorf("the queue is %q", got)
	}
}

func TestADocumentThatIsWrittenIntoAFileCountsAndWaitsForNoPrinter(t *testing.T) {
	b := newBench(t, ConfirmKey)
	b.order(Print{Document: TallySheet, Written: true})
	if got := b.queue(); len(got) != 0 {
		t.Errorf("the queue is %q", got)
	}
	second := b.order(Print{Document: TallySheet})
	if got := second.Fact(FactCopy); got != "2" {
		t.Errorf("the next is copy %s", got)
	}
	b.prove()
}

func TestAPrinterReadsFromItsOldestOpenJobOnly(t *testing.T) {
	b := newBench(t, ConfirmKey)
	first := b.order(Print{Document: TallySheet})
	b.cursor("", first.Key.Seq, first.Key.Seq)
	b.order(Print{Document: ChaseList})
	q := PrintQueue{Desk: b.ID}
	read := func() {
		t.Helper()
		if err := b.Store.View(context.Background(), q.Read); err != nil {
			t.Fatal(err)
		}
	}
	read()
	if jobs := q.Jobs(); len(jobs) != 1 || len(q.Of("")) != 1 {
		t.Fatalf("%+v", jobs)
	}
	second := b.order(Print{Document: TallySheet, Printer: "kho"})
	read()
	if mine, other := q.Of(""), q.Of("kho"); len(mine) != 1 || len(other) != 1 || other[0].Order.Key != second.Key || q.Seen() != second.Key.Seq {
		t.Fatalf("%+v, %+v", mine, other)
	}
	b.cursor("kho", second.Key.Seq, second.Key.Seq)
	read()
	read()
	if jobs := q.Jobs(); len(jobs) != 1 {
		t.Fatalf("what is over is still remembered: %+v", jobs)
	}
}
