package stampdesk_test

import (
	"maps"
	"slices"
	"strconv"
	"testing"

	. "stampdesk"
	"stampdesk/store/storetest"
)

// busy is a shift with something of everything; the tray holds one card at its
// beginning and three at its end, and is emptied of one of them after it.
func busy(t *testing.T) *bench {
	b := newBench(t, ConfirmScan)
	b.opened()
	b.scan(31000104) // of another unit: held
	b.must(BeginShift{Name: "ca sáng", Count: 1})
	b.scan(31000001)
	b.must(Scan{Raw: "31000002", At: b.clock, AtOnce: &Confirm{Card: 31000002, Relaminated: true}})
	b.scan(31000203) // a guest
	b.scan(31000201) // expelled
	b.scan(31000101) // held
	b.must(SetAside{Card: 31000003, Act: ActReportedDamaged, Reason: ReasonSpoiled})
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	b.scan(31000004)
	b.must(SetAside{Card: 31000005, Act: ActHeld, Reason: ReasonDataDiffer})
	b.scan(31000006)
	b.must(Void{Card: 31000006, Reason: ReasonMistake})
	b.must(EndShift{Count: 2})
	return b
}

func (b *bench) breakdown(f Filter, by func(Cell) string) (parts []Part) {
	b.t.Helper()
	f.Round = 4
	storetest.View(b.t, b.Store, func(s Snapshot) (err error) { parts, err = Breakdown(s, f, by); return err })
	return parts
}

func TestThePartsOfATallyAddUpToIt(t *testing.T) {
	b := busy(t)
	for _, f := range []Filter{{}, {Desk: "B1", Shift: 1}, {Batch: "B1-001"}, {Operator: "OP1"}} {
		whole := b.tally(f)
		for name, by := range map[string]func(Cell) string{"unit": ByUnit, "operator": ByOperator, "one": func(Cell) string { return "" }} {
			var sum Tally
			for _, p := range b.breakdown(f, by) {
				sum.Stamped += p.Stamped
				sum.Damaged += p.Damaged
				sum.Held += p.Held
				sum.Refused += p.Refused
				sum.Uncollected += p.Uncollected
				sum.Voided += p.Voided
				sum.Relaminated += p.Relaminated
				sum.Guests.Stamped += p.Guests.Stamped
				sum.Outside.Refused += p.Outside.Refused
				if p.All().Seen()+p.Uncollected+p.Voided == 0 {
					t.Errorf("%+v by %s: part %q is empty", f, name, p.Key)
				}
			}
			if sum.Stamped != whole.Stamped || sum.Damaged != whole.Damaged || sum.Held != whole.Held || sum.Refused != whole.Refused ||
				sum.Uncollected != whole.Uncollected || sum.Voided != whole.Voided || sum.Relaminated != whole.Relaminated ||
				sum.Guests.Stamped != whole.Guests.Stamped || sum.Outside.Refused != whole.Outside.Refused {
				t.Errorf("%+v by %s:\n%+v, want\n%+v", f, name, sum, whole)
			}
		}
	}
	parts := b.breakdown(Filter{Desk: "B1", Shift: 1}, ByOperator)
	if len(parts) != 2 || parts[0].Key != "GS1" || parts[1].Key != "OP1" {
		t.Fatalf("parts %+v", parts)
	}
	if all := parts[1].All(); all != (Handled{Stamped: 3, Relaminated: 1, Damaged: 1, Held: 1, Refused: 1}) {
		t.Errorf("OP1 %+v", all)
	}
	if got := b.tally(Filter{}).DamagedBy; !maps.Equal(got, map[Reason]int{ReasonSpoiled: 1}) {
		t.Errorf("damaged by %v", got)
	}
}

func TestTheTrayOfAShiftIsThatOfItsEnd(t *testing.T) {
	b := busy(t)
	b.must(BeginShift{Count: -1})
	b.must(Settle{Card: 31000101, As: SettleGiveBack, Reason: ReasonOtherUnit})
	b.scan(31000105) // held in the next shift
	storetest.View(t, b.Store, func(s Snapshot) error {
		sh, err := ShiftOf(s, "B1", 1)
		if err != nil {
			return err
		}
		for _, at := range []*Entry{&sh.Begun, sh.Ended} {
			held, err := HeldAt(s, at)
			if err != nil {
				return err
			}
			if got := strconv.Itoa(len(held)); got != at.Fact(FactHeld) {
				t.Errorf("at %v: %s cards, the shift says %s", at.Act, got, at.Fact(FactHeld))
			}
		}
		held, err := HeldAt(s, sh.Ended)
		var cards []CardNumber
		for _, h := range held {
			cards = append(cards, h.Card)
		}
		if want := []CardNumber{31000104, 31000101, 31000005}; !slices.Equal(cards, want) {
			t.Errorf("held %v, want %v", cards, want)
		}
		if len(held) == 3 && (held[1].Standing.Reason != ReasonOtherUnit || held[2].Standing.Reason != ReasonDataDiffer) {
			t.Errorf("held %+v", held)
		}
		return err
	})
}

func TestTheSheetOfAShiftThatIsOnIsADraft(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.must(BeginShift{Count: -1})
	printed := func() (draft, copies string) {
		e := b.must(Print{Document: ShiftSheet})[0].Entry
		return e.Fact(FactDraft), e.Fact(FactCopy)
	}
	for _, want := range []string{"1", "2"} {
		if draft, copies := printed(); draft != "1" || copies != want {
			t.Errorf("draft %q, copy %s, want %s", draft, copies, want)
		}
	}
	b.must(EndShift{Count: -1})
	if draft, copies := printed(); draft != "" || copies != "1" {
		t.Errorf("draft %q, copy %s of the final sheet", draft, copies)
	}
}
