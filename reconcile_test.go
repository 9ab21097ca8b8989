package stampdesk_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	. "stampdesk"
	"stampdesk/store/storetest"
)

func listed(cards ...CardNumber) (lines []Line) {
	for _, c := range cards {
		lines = append(lines, Line{Card: c})
	}
	return lines
}

func cardsOf(first CardNumber, without ...CardNumber) (cards []CardNumber) {
	for i := range perUnit {
		if c := first + CardNumber(i); !slices.Contains(without, c) {
			cards = append(cards, c)
		}
	}
	return cards
}

const (
	firstP01 CardNumber = 31000001
	firstP02 CardNumber = 31000101
	guest    CardNumber = 31000203
)

// lists hands in the lists of a batch.
func (b *bench) lists(id BatchID, lists map[Form][]Line) {
	b.t.Helper()
	for f := FormStamp; f <= FormCardless; f++ {
		if lines, ok := lists[f]; ok {
			b.must(LoadList{Batch: id, Form: f, Lines: lines})
		}
	}
}

func (b *bench) reconcile(unit UnitCode) (r Reconciliation) {
	b.t.Helper()
	storetest.View(b.t, b.Store, func(s Snapshot) (err error) { r, err = Reconcile(s, 4, unit); return err })
	return r
}

// found are the differences of a unit in a few words each.
func (b *bench) found(unit UnitCode) (all []string) {
	b.t.Helper()
	for _, u := range b.reconcile(unit).Units {
		for _, d := range u.Differences {
			text := string(d.Kind)
			for _, s := range []string{d.Figure, d.Note, string(d.Reason)} {
				if s != "" {
					text += " " + s
				}
			}
			if d.Card != 0 {
				text += " " + d.Card.Digits()
			} else if d.Name != "" {
				text += " " + d.Name
			}
			if d.Figure != "" {
				text += fmt.Sprintf(" %d≠%d by %s", d.Declared, d.Found, d.By)
			}
			all = append(all, text)
		}
	}
	return all
}

func TestEveryDifferenceBetweenTheHandsIsNamed(t *testing.T) {
	noCard := []Line{{Name: "Đảng viên 44", Reason: ReasonNewlyOfficial}}
	whole := map[Form][]Line{FormStamp: listed(append(cardsOf(firstP01), guest)...), FormCardless: noCard}
	with := func(f Form, lines []Line) map[Form][]Line {
		all := map[Form][]Line{f: lines}
		for form, lines := range whole {
			if all[form] == nil {
				all[form] = lines
			}
		}
		return all
	}
	right := Declared{"members": 22, "official": 21, "probationary": 1, "with_card": 20, "without_card": 1, "proposed": 20}
	for _, c := range []struct {
		name     string
		lists    map[Form][]Line
		declared Declared
		count    int
		open     bool                  // not closed in the end
		stamped  []CardNumber          // nil: all of P01 and the guest
		work     func(*bench, BatchID) // before the rest is stamped
		want     []string
	}{
		{name: "all agree", lists: whole, declared: right, count: 21},
		{name: "guests may be declared among the cards that came", lists: whole, declared: Declared{"proposed": 21, "stamped": 21}},
		{name: "and need not be", lists: whole, declared: Declared{"proposed": 20, "stamped": 20, "not_stamped": 0}},
		{name: "nothing was handed in", lists: nil, stamped: []CardNumber{}},
		{name: "a listed card was not collected", lists: whole, stamped: cardsOf(firstP01, 31000002),
			work: func(b *bench, _ BatchID) { b.must(ReportUncollected{Card: 31000002, Reason: "CHUA_THU.nam_vien"}) },
			want: []string{"listed-not-stamped CHUA_THU.nam_vien 31000002", "listed-not-stamped CHUA_THU 31000203"}},
		{name: "before the batch is closed that is progress", lists: whole, declared: Declared{"proposed": 20, "stamped": 20}, open: true, stamped: []CardNumber{31000001}},
		{name: "a listed card was held", lists: whole,
			work: func(b *bench, _ BatchID) { b.must(SetAside{Card: 31000003, Act: ActHeld, Reason: ReasonForged}) },
			want: []string{"listed-not-stamped NGHI_GIA 31000003"}},
		{name: "a damaged card is on no list 3", lists: whole,
			work: func(b *bench, _ BatchID) {
				b.must(SetAside{Card: 31000003, Act: ActReportedDamaged, Reason: ReasonDamaged})
			},
			want: []string{"damaged-not-listed HONG 31000003"}},
		{name: "and on one it is as it should be", lists: map[Form][]Line{FormStamp: listed(append(cardsOf(firstP01, 31000003), guest)...), FormDamaged: listed(31000003), FormCardless: noCard},
			stamped: append(cardsOf(firstP01, 31000003), guest),
			work: func(b *bench, _ BatchID) {
				b.must(SetAside{Card: 31000003, Act: ActReportedDamaged, Reason: ReasonDamaged})
			}},
		{name: "a card on list 3 did not come", lists: map[Form][]Line{FormStamp: listed(append(cardsOf(firstP01, 31000003), guest)...), FormDamaged: listed(31000003), FormCardless: noCard},
			stamped: append(cardsOf(firstP01, 31000003), guest),
			want:    []string{"listed-not-damaged CHUA_THU 31000003"}},
		{name: "a card on list 4 came all the same", lists: map[Form][]Line{FormStamp: listed(append(cardsOf(firstP01, 31000003), guest)...), FormLost: listed(31000003), FormCardless: noCard},
			want: []string{"listed-not-lost MAT 31000003"}},
		{name: "a card was reported lost at the desk", lists: whole,
			work:    func(b *bench, _ BatchID) { b.must(ReportUncollected{Card: 31000003, Reason: ReasonLost}) },
			stamped: append(cardsOf(firstP01, 31000003), guest),
			want:    []string{"lost-not-listed MAT 31000003"}},
		{name: "a card was stamped that is on no list", lists: with(FormStamp, listed(append(cardsOf(firstP01, 31000003), guest)...)),
			work: func(b *bench, _ BatchID) {
				b.must(Override{Card: 31000003, Reason: ReasonOther, Note: "đã hỏi đơn vị", By: Approval{"GS1", "2222"}})
				b.scan(31000003)
			},
			want: []string{"stamped-not-listed 31000003"}},
		{name: "a card is on no list and did not come", lists: with(FormStamp, listed(append(cardsOf(firstP01, 31000003), guest)...)),
			stamped: append(cardsOf(firstP01, 31000003), guest), want: []string{"not-listed 31000003"}},
		{name: "nobody listed the member without a card", lists: with(FormCardless, []Line{}), want: []string{"cardless-not-listed Đảng viên 44"}},
		{name: "list 5 has somebody else", lists: with(FormCardless, append([]Line{{Name: "Người Lạ"}}, noCard...)), declared: Declared{"without_card": 1},
			want: []string{"cardless-unknown Người Lạ", "figure without_card 1≠2 by list 5"}},
		{name: "list 5 has a member with a card", lists: with(FormCardless, append([]Line{{Name: "đảng viên 4"}}, noCard...)),
			want: []string{"has-card 31000003"}},
		{name: "the count by hand is off", lists: whole, count: 20,
			want: []string{"count count 21≠20 by count", "count count 21≠20 by desk"}},
		{name: "the declaration is off", lists: whole, declared: Declared{"members": 23, "official": 21, "probationary": 1},
			want: []string{"figure members 23≠22 by roster", "sum members 23≠22 by sum"}},
		{name: "the desk counted otherwise", lists: whole, declared: Declared{"stamped": 18, "not_stamped": 2, "uncollected": 2},
			want: []string{"figure stamped 18≠20 by desk", "figure not_stamped 2≠0 by desk", "figure uncollected 2≠0 by desk"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBench(t, ConfirmScan)
			id := b.must(OpenBatch{Unit: "P01", Declared: c.declared, Count: c.count})[0].Entry.Batch
			b.must(DecideBatches{Batches: []BatchID{id}, Decision: decision})
			b.lists(id, c.lists)
			if c.work != nil {
				c.work(b, id)
			}
			if c.stamped == nil {
				c.stamped = append(cardsOf(firstP01), guest)
			}
			for _, card := range c.stamped {
				b.scan(card)
			}
			if !c.open {
				b.must(bySupervisor)
			}
			if got := b.found("P01"); !slices.Equal(got, c.want) {
				t.Errorf("%q,\nwant %q", got, c.want)
			}
			var one []Difference
			storetest.View(t, b.Store, func(s Snapshot) (err error) { one, err = Appraise(s, id); return err })
			if len(one) != len(c.want) {
				t.Errorf("the batch alone has %d differences, the unit %d", len(one), len(c.want))
			}
			if got := b.found("P02"); got != nil {
				t.Errorf("the other unit: %q", got)
			}
		})
	}
}

// By which unit brings the card: what a member on temporary activity within
// the board has is the host's to list and to stamp, and is no difference at
// home.
func TestACardBroughtByTheHostIsNoDifferenceOfEither(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	r := invented()
	r.Members[1].Host = "P01" // 31000101, of P02
	b.must(LoadRoster{Roster: r})
	for _, u := range []struct {
		unit     UnitCode
		cards    []CardNumber
		declared Declared
	}{
		{"P01", append(cardsOf(firstP01), guest, 31000101), Declared{"with_card": 20, "proposed": 22, "damaged": 0, "lost": 0, "stamped": 22, "not_stamped": 0}},
		{"P02", cardsOf(firstP02, 31000101), Declared{"with_card": 20, "proposed": 19, "damaged": 0, "lost": 0, "stamped": 19, "not_stamped": 0}},
	} {
		id := b.must(OpenBatch{Unit: u.unit, Declared: u.declared})[0].Entry.Batch
		b.must(DecideBatches{Batches: []BatchID{id}, Decision: decision})
		b.lists(id, map[Form][]Line{FormStamp: listed(u.cards...)})
		for _, c := range u.cards {
			b.scan(c)
		}
		b.must(bySupervisor)
		if got := b.found(u.unit); got != nil {
			t.Errorf("%s: %q", u.unit, got)
		}
	}
	all := b.reconcile("")
	host, home := all.Units[0], all.Units[1]
	if host.Hosted != 1 || host.Away != 0 || host.Guests.Stamped != 1 || home.Away != 1 || home.Hosted != 0 {
		t.Errorf("hosted %d, away %d, guests %+v; at home hosted %d, away %d", host.Hosted, host.Away, host.Guests, home.Hosted, home.Away)
	}
	figures(t, host.Figures, map[string][Hands]int{"stamped": {22, -1, -1, 21}, "proposed": {22, 21, -1, -1}, "with_card": {20, -1, 20, -1}})
	figures(t, home.Figures, map[string][Hands]int{"stamped": {19, -1, -1, 19}, "proposed": {19, 19, -1, -1}, "with_card": {20, -1, 20, -1}})
	figures(t, all.Total, map[string][Hands]int{
		"members": {-1, -1, 42, -1}, "official": {-1, -1, 41, -1}, "probationary": {-1, -1, 1, -1}, "with_card": {40, -1, 40, -1},
		"without_card": {-1, -1, 1, -1}, "proposed": {41, 40, -1, -1}, "damaged": {0, -1, -1, 0}, "lost": {0, -1, -1, 0},
		"stamped": {41, -1, -1, 40}, "not_stamped": {0, -1, -1, 0}, "uncollected": {-1, -1, -1, 0}, "count": {-1, 41, -1, 41},
	})
}

func figures(t *testing.T, rows []FigureRow, want map[string][Hands]int) {
	t.Helper()
	for _, row := range rows {
		if by, ok := want[row.Figure]; ok && by != row.By {
			t.Errorf("%s: %v, want %v", row.Figure, row.By, by)
		}
	}
	if len(rows) != len(ReconciledFigures) {
		t.Errorf("%d figures", len(rows))
	}
}

func TestANumberOnTheListsOfTwoUnitsIsNamedAtBoth(t *testing.T) {
	b := newBench(t, ConfirmScan)
	for _, unit := range []UnitCode{"P01", "P02"} {
		id := b.must(OpenBatch{Unit: unit})[0].Entry.Batch
		first := map[UnitCode]CardNumber{"P01": firstP01, "P02": firstP02}[unit]
		cards := append(cardsOf(first), 31000001)
		if unit == "P01" {
			cards = append(cardsOf(first), guest)
		}
		b.lists(id, map[Form][]Line{FormStamp: listed(cards...)})
	}
	if got, want := b.found("P01"), []string{"listed-by-two P02 31000001"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := b.found("P02"), []string{"listed-by-two P01 31000001", "listed-other-unit P01 31000001"}; len(got) != len(want) || got[0] != want[0] {
		t.Errorf("%q, want %q", got, want)
	}
}

// A later list answers for what the first one left out; the declaration of
// the delivery is held against both.
func TestASupplementaryBatchIsPartOfTheUnit(t *testing.T) {
	b := newBench(t, ConfirmScan)
	first := b.must(OpenBatch{Unit: "P01", Declared: Declared{"proposed": 20, "stamped": 20}})[0].Entry.Batch
	b.must(DecideBatches{Batches: []BatchID{first}, Decision: decision})
	b.lists(first, map[Form][]Line{FormStamp: listed(append(cardsOf(firstP01, 31000002, 31000004), guest)...)})
	for _, c := range append(cardsOf(firstP01, 31000002, 31000004), guest) {
		b.scan(c)
	}
	b.must(bySupervisor)
	if got, want := b.found("P01"), []string{
		"not-listed 31000002", "not-listed 31000004", "figure proposed 20≠18 by list 2", "figure stamped 20≠18 by desk",
	}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	second := b.must(OpenBatch{Unit: "P01", Kind: Supplementary, Count: 2})[0].Entry.Batch
	b.must(DecideBatches{Batches: []BatchID{second}, Decision: decision})
	b.lists(second, map[Form][]Line{FormStamp: listed(31000002, 31000004)})
	if got := b.found("P01"); got != nil {
		t.Errorf("while the second batch is open: %q", got)
	}
	b.scan(31000002)
	b.scan(31000004)
	b.must(bySupervisor)
	if got := b.found("P01"); got != nil {
		t.Errorf("in the end: %q", got)
	}
	u := b.reconcile("P01").Units[0]
	if !u.Closed || len(u.Batches) != 2 {
		t.Errorf("%v %d", u.Closed, len(u.Batches))
	}
	figures(t, u.Figures, map[string][Hands]int{"proposed": {20, 20, -1, -1}, "stamped": {20, -1, -1, 20}, "count": {2, 21, -1, 21}})
}

// The card in the place of a damaged one is on no list, and the old number is
// on no roster any more: neither is a difference.
func TestAnExchangedCardIsNoDifference(t *testing.T) {
	b := newBench(t, ConfirmScan)
	id := b.opened()
	cards := append(cardsOf(firstP01, 31000003), guest)
	b.lists(id, map[Form][]Line{FormStamp: listed(cards...), FormDamaged: listed(31000003)})
	b.scan(31000003)
	b.must(ReceivePapers{Card: 31000003, Photos: 2})
	b.must(Renew{Card: 31000003, New: 31000777, Boxes: BoxesOf(4), Reason: ReasonOther, Note: "thẻ in sẵn", By: Approval{"GS1", "2222"}})
	for _, c := range append(cards, 31000777) {
		b.scan(c)
	}
	b.must(bySupervisor)
	if got := b.found("P01"); got != nil {
		t.Errorf("%q", got)
	}
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	r := invented()
	for i := range r.Members {
		if m := &r.Members[i]; m.Card == 31000003 {
			m.Card, m.OldCard = 31000777, 31000003
		}
	}
	b.must(LoadRoster{Roster: r})
	if got := b.found("P01"); got != nil {
		t.Errorf("with the new number on the roster: %q", got)
	}
	if got := b.reconcile("P01").Units[0].NewCards.Stamped; got != 1 {
		t.Errorf("%d new cards", got)
	}
}

// Before the stamping the guests are on the list and not seen yet; a list 5
// that comes again with a later batch names nobody twice.
func TestListedGuestsAndARepeatedListAreNoDifference(t *testing.T) {
	b := newBench(t, ConfirmScan)
	noCard := []Line{{Name: "Đảng viên 44", Cell: "Chi bộ 1", Reason: ReasonNewlyOfficial}}
	id := b.must(OpenBatch{Unit: "P01", Declared: Declared{"with_card": 20, "without_card": 1, "proposed": 21, "damaged": 0, "lost": 0}})[0].Entry.Batch
	b.lists(id, map[Form][]Line{FormStamp: listed(append(cardsOf(firstP01), guest)...), FormCardless: noCard})
	id = b.must(OpenBatch{Unit: "P01", Kind: Supplementary})[0].Entry.Batch
	b.lists(id, map[Form][]Line{FormCardless: noCard})
	if got := b.found("P01"); got != nil {
		t.Errorf("%q", got)
	}
	b.must(Declare{Batch: "B1-001", Declared: Declared{"with_card": 20, "proposed": 25, "damaged": 0, "lost": 0}})
	if got, want := b.found("P01"), []string{"figure proposed 25≠20 by list 2", "sum with_card 20≠25 by sum"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestAUnitOfNobodyIsNotReconciled(t *testing.T) {
	b := newBench(t, ConfirmScan)
	storetest.View(t, b.Store, func(s Snapshot) error {
		if _, err := Reconcile(s, 4, "P99"); !errors.Is(err, ErrNotFound) {
			t.Errorf("%v", err)
		}
		return nil
	})
	if r := b.reconcile(""); len(r.Units) != 2 || r.Units[0].Unit.Code != "P01" || r.NeedsAttention() != 0 {
		t.Errorf("%+v", r.Units)
	}
}

func TestEqualFiguresThatHaveNothingToDoWithEachOtherAreARemark(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.must(OpenBatch{Unit: "P02", Declared: Declared{"probationary": 30, "damaged": 18, "lost": 12}})
	u := b.reconcile("P02").Units[0]
	i := slices.IndexFunc(u.Differences, func(d Difference) bool { return d.Kind == Coincidence })
	if i < 0 || u.NeedsAttention() != len(u.Differences)-1 {
		t.Fatalf("%+v", u.Differences)
	}
	if Agree(u.Differences) || !Agree(u.Differences[i:i+1]) || !Agree(nil) {
		t.Error("a remark is taken for a difference")
	}
}
