package stampdesk_test

import (
	"fmt"
	"slices"
	"testing"

	. "stampdesk"
)

// proposes looks at the cards proposed of the board, of the units and of their
// batches, at the rows of form 2 behind them, and at the books.
func (b *bench) proposes(when string, want int, units map[UnitCode]int) {
	b.t.Helper()
	if n := b.tally(Filter{}).Proposed; n != want {
		b.t.Errorf("%s: %d proposed, want %d", when, n, want)
	}
	for unit, want := range units {
		if n := b.tally(Filter{Unit: unit}).Proposed; n != want {
			b.t.Errorf("%s: %d proposed by %s, want %d", when, n, unit, want)
		}
		rows := b.fill(FormStamp, Scope{Unit: unit}).Rows
		own := slices.DeleteFunc(slices.Clone(rows), func(r FormRow) bool { return r.Class == Guest })
		if len(own) != want {
			b.t.Errorf("%s: %d rows of %s on form 2, want %d", when, len(own), unit, want)
		}
		c := formsCheck{fault: func(f string, a ...any) { b.t.Errorf(when+": "+f, a...) }, seen: map[string]int{}}
		if err := b.Store.View(b.t.Context(), c.check); err != nil {
			b.t.Error(err)
		}
	}
	b.prove()
}

// list2 loads list 2 of a batch.
func (b *bench) list2(id BatchID, cards ...CardNumber) {
	b.t.Helper()
	b.must(LoadList{Batch: id, Form: FormStamp, Lines: listed(cards...)})
}

func (b *bench) open(unit UnitCode, kind BatchKind) BatchID {
	b.t.Helper()
	return b.must(OpenBatch{Unit: unit, Kind: kind})[0].Entry.Batch
}

func TestACardOnTheListsOfTwoBatchesIsProposedOnce(t *testing.T) {
	b := withCells(t)
	first := b.open("P01", Delivery)
	b.list2(first, 31000001, 31000002)
	second := b.open("P01", Supplementary)
	b.list2(second, 31000002, 31000003, 31000003) // one twice on the same list too
	b.proposes("both in", 3, map[UnitCode]int{"P01": 3})
	if got, want := [2]int{b.tally(Filter{Batch: first}).Proposed, b.tally(Filter{Batch: second}).Proposed}, [2]int{2, 1}; got != want {
		t.Errorf("by batch %v, want %v", got, want)
	}
	if n := b.work(second).Expected; n != 3 { // the stack is what the list names, whoever else does
		t.Errorf("%d expected with the second batch", n)
	}
	b.list2(first, 31000001) // its list is replaced: the other one takes over
	b.proposes("replaced", 3, map[UnitCode]int{"P01": 3})
	if got, want := [2]int{b.tally(Filter{Batch: first}).Proposed, b.tally(Filter{Batch: second}).Proposed}, [2]int{1, 2}; got != want {
		t.Errorf("replaced, by batch %v, want %v", got, want)
	}
	b.list2(first) // nobody is on it any more
	b.proposes("taken off", 2, map[UnitCode]int{"P01": 2})
	b.list2(second)
	b.proposes("both taken off", 0, map[UnitCode]int{"P01": 0})
}

func TestACardOnTheListsOfTwoUnitsIsProposedByTheFirst(t *testing.T) {
	b := withCells(t)
	first, second := b.open("P01", Delivery), b.open("P02", Delivery)
	b.list2(first, 31000001, 31000002)
	b.list2(second, 31000002, 31000101)
	b.proposes("both in", 3, map[UnitCode]int{"P01": 2, "P02": 1})
	for _, unit := range []UnitCode{"P01", "P02"} {
		if found := b.found(unit); !slices.ContainsFunc(found, func(s string) bool {
			return s == fmt.Sprintf("listed-by-two %s 31000002", map[UnitCode]UnitCode{"P01": "P02", "P02": "P01"}[unit])
		}) {
			t.Errorf("%s: %q", unit, found)
		}
	}
	b.list2(first, 31000001)
	b.proposes("taken off the first", 3, map[UnitCode]int{"P01": 1, "P02": 2})
}

func TestAGuestOnListTwoIsInNoTotalThoughItsRowIsOnTheForm(t *testing.T) {
	b := withCells(t)
	first, second := b.open("P01", Delivery), b.open("P01", Supplementary)
	b.list2(first, 31000001, guest)
	b.list2(second, guest, 31000002)
	b.proposes("a guest on both", 2, map[UnitCode]int{"P01": 2})
	b.rowsAre(FormStamp, Scope{Unit: "P01"},
		"P01/Chi bộ 1 Đảng viên 0 31000001", "P01/Chi bộ 2 Đảng viên 2 31000002", "P01/Chi bộ 1 Đảng viên 42 31000203 (guest)")
}

func TestARosterThatMakesAMemberAGuestAndBackMovesTheProposedCard(t *testing.T) {
	b := withCells(t)
	b.list2(b.open("P01", Delivery), 31000001, 31000002)
	b.list2(b.open("P02", Delivery), 31000002)
	roster := func(change func(*Member)) {
		t.Helper()
		r := invented()
		for i := range r.Members {
			r.Members[i].Cell = "Chi bộ 1"
			if r.Members[i].Card == 31000002 {
				change(&r.Members[i])
			}
		}
		b.must(SignIn{Person: "GS1", PIN: "2222"})
		b.must(LoadRoster{Roster: r})
	}
	listed := func(want int) {
		t.Helper()
		for _, row := range b.reconcile("P01").Units[0].Figures {
			if row.Figure == "proposed" && row.By[ByLists] != want {
				t.Errorf("%d by the lists, want %d", row.By[ByLists], want)
			}
		}
	}
	roster(func(m *Member) { m.Unit, m.Host = "", "P01" })
	b.proposes("a guest", 1, map[UnitCode]int{"P01": 1, "P02": 0})
	listed(1)
	roster(func(*Member) {})
	b.proposes("back", 2, map[UnitCode]int{"P01": 2, "P02": 0})
	listed(2)
	roster(func(m *Member) { m.Unit = "P02" }) // the list that hands it in counts, wherever it belongs
	b.proposes("of the other unit", 2, map[UnitCode]int{"P01": 2, "P02": 0})
}

func TestACardThatIsReissuedOrExchangedStaysProposedOnce(t *testing.T) {
	b := withCells(t)
	b.opened()
	b.list2("B1-001", 31000001, 31000002, 31000003)
	b.must(SetAside{Card: 31000001, Act: ActReportedDamaged, Reason: ReasonDamaged, Note: "mờ số"})
	b.must(Renew{Card: 31000001, New: 31000001}) // a second issue of the number
	b.scan(31000001)
	b.must(ReportUncollected{Card: 31000002, Reason: ReasonLost, Note: "rơi mất"})
	b.must(Renew{Card: 31000002, New: 31000777})
	b.scan(31000777)
	b.proposes("renewed", 3, map[UnitCode]int{"P01": 3})
	b.list2(b.open("P01", Supplementary), 31000001, 31000777) // and on a later list, the one by its new number
	b.proposes("listed again", 4, map[UnitCode]int{"P01": 4})
}
