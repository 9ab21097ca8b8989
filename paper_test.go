package stampdesk_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	. "stampdesk"
	"stampdesk/store/bolt"
	"stampdesk/store/mem"
	"stampdesk/store/storetest"
)

// onBothEngines does the same on the engine in memory and on the one that
// desks use.
func onBothEngines(t *testing.T, do func(t *testing.T, b *bench)) {
	id := Identity{ID: StoreID{1}, Epoch: 1}
	t.Run("mem", func(t *testing.T) { do(t, newBenchOn(t, ConfirmScan, mem.New(id))) })
	t.Run("bolt", func(t *testing.T) {
		s, err := bolt.Create(t.TempDir(), id, bolt.Options{})
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		do(t, newBenchOn(t, ConfirmScan, s))
	})
}

func (b *bench) view(fn func(Snapshot) error) {
	b.t.Helper()
	storetest.View(b.t, b.Store, fn)
}

func TestCardsComeInTheOrderOfTheUnitsList(t *testing.T) {
	onBothEngines(t, func(t *testing.T, b *bench) {
		id := b.opened()
		none := func() (all []ListedCard) {
			b.view(func(s Snapshot) (err error) { all, err = ListedInOrder(s, id); return err })
			return all
		}
		if got := none(); got != nil {
			t.Errorf("a batch without lists has %v", got)
		}
		// The order is neither that of the numbers nor of the names, and long
		// enough that ten comes after two.
		var lines []Line
		for i := range 12 {
			lines = append(lines, Line{Card: CardNumber(31000012 - i), Name: fmt.Sprint("viết khác ", i), Cell: "Chi bộ 1"})
		}
		lines = append(lines, Line{Card: 57000001, Name: "Người Lạ", Cell: "Chi bộ 9"})
		b.must(LoadList{Batch: id, Form: FormLost, Lines: []Line{{Card: 31000020}}})
		b.must(LoadList{Batch: id, Form: FormStamp, Lines: lines})
		b.must(LoadList{Batch: id, Form: FormDamaged, Lines: []Line{{Card: 31000015}, {Card: 31000014}}})
		b.must(LoadList{Batch: id, Form: FormCardless, Lines: []Line{{Name: "Đảng viên 44"}}})
		var got []string
		for _, c := range none() {
			got = append(got, fmt.Sprint(c.Form, " ", c.Seq, " ", c.Card))
		}
		want := []string{}
		for i := range 12 {
			want = append(want, fmt.Sprint(2, " ", i+1, " ", CardNumber(31000012-i)))
		}
		want = append(want, "2 13 57.000001", "3 1 31.000015", "3 2 31.000014", "4 1 31.000020")
		if !slices.Equal(got, want) {
			t.Errorf("got %q\nwant %q", got, want)
		}
		all := none()
		if c := all[0]; c.Name != "Đảng viên 22" || c.Cell != "Chi bộ 1" {
			t.Errorf("a card of the roster: %+v", c)
		}
		if c := all[12]; c.Name != "Người Lạ" || c.Cell != "Chi bộ 9" {
			t.Errorf("a card on no roster: %+v", c)
		}
		b.view(func(s Snapshot) error {
			if _, err := ListedInOrder(s, "B1-999"); !errors.Is(err, ErrNotFound) {
				t.Errorf("a batch that is not there: %v", err)
			}
			cards, err := CardsOf(s, "P01")
			if len(cards) != perUnit+1 || !slices.ContainsFunc(cards, func(c ListedCard) bool { return c.Card == 31000203 }) {
				t.Errorf("%d cards of P01, want those of its members and of its guest: %v", len(cards), cards)
			}
			for _, c := range cards {
				if c.Card == 31000201 || c.Card == 31000202 {
					t.Errorf("%v has left and brings no card", c.Card)
				}
			}
			return err
		})
	})
}

func TestAReceiptCountsWhatCame(t *testing.T) {
	onBothEngines(t, func(t *testing.T, b *bench) {
		id := b.must(OpenBatch{Unit: "P01", Count: 7, By: "Ông A", Declared: Declared{"proposed": 6}})[0].Entry.Batch
		received := func() (r Received) {
			b.view(func(s Snapshot) (err error) { r, err = ReceivedWith(s, id); return err })
			return r
		}
		r := received()
		if n, known := r.Cards(); n != 0 || known || r.Unit.Name != "phường A" || r.Batch.By != "Ông A" || r.Batch.Count != 7 {
			t.Errorf("without lists: %+v", r)
		}
		b.must(LoadList{Batch: id, Form: FormStamp, Lines: []Line{{Card: 31000001}, {Card: 31000002}, {Card: 31000003}, {Card: 31000004}}})
		b.must(LoadList{Batch: id, Form: FormDamaged, Lines: []Line{{Card: 31000005}, {Card: 31000006}}})
		b.must(LoadList{Batch: id, Form: FormLost, Lines: []Line{{Card: 31000007}}})
		b.must(LoadList{Batch: id, Form: FormCardless, Lines: []Line{{Name: "Đảng viên 44"}}})
		b.must(ReceivePapers{Card: 31000005, Photos: 2})
		b.must(ReceivePapers{Card: 31000007, Photos: 1, Statement: true})
		b.must(ReceivePapers{Card: 31000007, Photos: 2, Statement: true}) // the newest counts
		r = received()
		if n, known := r.Cards(); n != 6 || !known || r.Lines != [4]int{4, 2, 1, 1} || r.Photos != 4 || r.Accounts != 1 {
			t.Errorf("with lists: %+v, %d cards", r, n)
		}
		b.view(func(s Snapshot) error {
			if _, err := ReceivedWith(s, "B1-999"); !errors.Is(err, ErrNotFound) {
				t.Errorf("a batch that is not there: %v", err)
			}
			return nil
		})
	})
}

func TestAHeldCardIsFoundUntilItIsSettled(t *testing.T) {
	onBothEngines(t, func(t *testing.T, b *bench) {
		b.opened()
		b.must(SetAside{Card: 31000003, Act: ActHeld, Reason: ReasonDataDiffer})
		b.must(SetAside{Card: 31000004, Act: ActRefused, Reason: ReasonDataDiffer})
		find := func(card CardNumber) (h HeldCard, err error) {
			b.view(func(s Snapshot) error { h, err = FindHeld(s, card); return nil })
			return h, err
		}
		if h, err := find(31000003); err != nil || h.Name == "" || h.Standing.Reason != ReasonDataDiffer || h.Round != 4 {
			t.Errorf("%+v, %v", h, err)
		}
		for _, card := range []CardNumber{31000004, 31000005, 57000001} {
			if h, err := find(card); !errors.Is(err, ErrNotFound) {
				t.Errorf("%v: %+v, %v", card, h, err)
			}
			b.declines(Print{Document: HeldSlip, Card: card}, NotHeld)
		}
		b.must(Print{Document: HeldSlip, Card: 31000003})
		b.must(Settle{Card: 31000003, As: SettleRelease, Reason: ReasonMistake, By: gs1})
		b.declines(Print{Document: HeldSlip, Card: 31000003}, NotHeld)
		b.must(SetAside{Card: 31000003, Act: ActHeld, Reason: ReasonForged})
		for _, copies := range []string{"1", "2"} {
			if e := b.must(Print{Document: HeldSlip, Card: 31000003})[0].Entry; e.Fact(FactCopy) != copies {
				t.Errorf("the slip of a card that is held once more is copy %s, want %s", e.Fact(FactCopy), copies)
			}
		}
	})
}

func TestPapersAreOrderedForWhatIsThere(t *testing.T) {
	b := newBench(t, ConfirmScan)
	id := b.opened()
	b.declines(Print{Document: Receipt}, NoBatch)
	b.declines(Print{Document: Receipt, Batch: "B1-999"}, UnknownBatch)
	b.declines(Print{Document: IntakeSheet}, NoBatch)
	b.declines(Print{Document: IntakeSheet, Unit: "P99"}, UnknownUnit)
	b.declines(Print{Document: RenewalList, Unit: "P99"}, UnknownUnit)
	b.declines(Print{Document: HeldSlip}, UnknownCard)
	for _, q := range []Print{
		{Document: Receipt, Batch: id}, {Document: IntakeSheet, Batch: id}, {Document: IntakeSheet, Unit: "P02"},
		{Document: RenewalList}, {Document: RenewalList, Unit: "P01"}, {Document: CommandSheet},
	} {
		for copies := 1; copies <= 2; copies++ {
			if e := b.must(q)[0].Entry; e.Fact(FactCopy) != fmt.Sprint(copies) {
				t.Errorf("%+v is copy %s, want %d", q, e.Fact(FactCopy), copies)
			}
		}
	}
}

func TestRenewalsSayWhy(t *testing.T) {
	b := newBench(t, ConfirmScan)
	id := b.opened()
	b.must(LoadList{Batch: id, Form: FormLost, Lines: []Line{{Card: 31000007, Reason: ReasonOther, Note: "lũ cuốn"}}})
	b.must(SetAside{Card: 31000008, Act: ActReportedDamaged, Reason: ReasonSpoiled})
	var got []string
	b.view(func(s Snapshot) error {
		all, err := Renewals(s, 4)
		got = nil
		for _, r := range all {
			got = append(got, fmt.Sprint(r.Card, " ", r.Act == ActReissued, " ", r.Why))
		}
		return err
	})
	if want := "31.000007 true KHAC, 31.000008 false DONG_DAU_SAI"; strings.Join(got, ", ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWordsOfCommandAreWholeAndAlone(t *testing.T) {
	seen, group := map[string]bool{}, AtTheDesk
	for _, w := range CommandWords() {
		if seen[w.Word] || w.Group < group {
			t.Errorf("%s stands twice, or out of its group", w.Word)
		}
		seen[w.Word], group = true, w.Group
		if _, err := ParseCard(w.Code()); err == nil {
			t.Errorf("%s is a card number", w.Code())
		}
		if strings.HasPrefix(w.Code(), BatchPrefix) {
			t.Errorf("%s takes a batch", w.Code())
		}
		for _, l := range []Lang{Vietnamese, English} {
			if w.Name(l) == "" || !strings.HasSuffix(w.Does(l), ".") {
				t.Errorf("%s in %s: %q, %q", w.Word, l, w.Name(l), w.Does(l))
			}
		}
	}
	for _, word := range strings.Fields("STAMP RELAM DAMAGED HOLD RETURN UNDO CLOSE PRINT 1 2 3 4") {
		if !seen[word] {
			t.Errorf("%s is missing", word)
		}
	}
}
