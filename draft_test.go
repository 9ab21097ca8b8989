package stampdesk_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	. "stampdesk"
	"stampdesk/store/storetest"
)

var theBirth = Date{Year: 1961, Month: 4, Day: 12}

// registered is the invented roster with a birth date and a record number for
// everybody.
func registered() Roster {
	r := invented()
	for i := range r.Members {
		r.Members[i].Birth = Date{Year: int16(1930 + i), Month: 5, Day: 19}
		r.Members[i].Record = fmt.Sprintf("%06dAB", i+1)
	}
	return r
}

// draftBench is a bench with that roster in force and a supervisor signed in.
func draftBench(t *testing.T) *bench {
	b := newBench(t, ConfirmScan)
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	b.must(LoadRoster{Roster: registered(), File: Hash{1}})
	return b
}

func (b *bench) draft(r Roster, unit UnitCode) *RosterDraft {
	b.t.Helper()
	d, err := DraftRoster(context.Background(), b.Store, r, unit, Hash{2})
	if err != nil {
		b.t.Fatal(err)
	}
	return d
}

func (b *bench) inForce() (now, before RosterInfo) {
	b.t.Helper()
	storetest.View(b.t, b.Store, func(s Snapshot) (err error) {
		if now, err = s.Roster(); err == nil {
			before, err = s.RosterBefore()
		}
		return err
	})
	return now, before
}

// at gives the member of a roster with this number.
func at(r Roster, card CardNumber) *Member {
	i := slices.IndexFunc(r.Members, func(m Member) bool { return m.Card == card })
	return &r.Members[i]
}

func drop(r *Roster, card CardNumber) {
	r.Members = slices.DeleteFunc(r.Members, func(m Member) bool { return m.Card == card })
}

func TestADraftSaysWhatARosterWouldChangeAndChangesNothing(t *testing.T) {
	b := draftBench(t)
	was, _ := b.inForce()
	r := registered()
	at(r, 31000001).Name = "Tên Đã Sửa Lại"
	at(r, 31000002).Status, at(r, 31000002).Died = Deceased, theBirth
	at(r, 31000003).Unit = "P03"
	drop(&r, 31000004)
	r.Units = append(r.Units, Unit{Code: "P03", Name: "phường C"})
	r.Members = append(r.Members, Member{Card: 31000900, Name: "Người Mới Vào", Birth: theBirth, Unit: "P03", Status: Official})
	d := b.draft(r, "")
	if len(d.New) != 1 || r.Members[d.New[0]].Card != 31000900 || len(d.Gone) != 1 || d.Gone[0].Card != 31000004 {
		t.Errorf("new %v, gone %v", d.New, d.Gone)
	}
	if want := map[Field]int{FieldName: 1, FieldStatus: 1, FieldDied: 1, FieldUnit: 1}; !maps.Equal(d.Counts(), want) {
		t.Errorf("fields %v", d.Counts())
	}
	if len(d.Edits) != 3 || d.Unchanged != len(r.Members)-4 || d.Before != len(invented().Members) || d.Replaces != d.Before {
		t.Errorf("%d edits, %d unchanged of %d", len(d.Edits), d.Unchanged, d.Before)
	}
	for _, e := range d.Edits {
		if e.Old.ID != e.New.ID || e.Old.Card != e.New.Card {
			t.Errorf("an edit of %v into %v", e.Old, e.New)
		}
	}
	if len(d.NewUnits) != 1 || d.NewUnits[0].Name != "phường C" || len(d.Touched)+len(d.Clashes) != 0 {
		t.Errorf("units %v, touched %v, clashes %v", d.NewUnits, d.Touched, d.Clashes)
	}
	if now, _ := b.inForce(); now != was {
		t.Errorf("%v came into force", now)
	}
	if err := d.Save(context.Background(), b.Store, nil); err != nil {
		t.Fatal(err)
	}
	if now, _ := b.inForce(); now != was {
		t.Error("saving put it in force")
	}
	b.must(LoadRoster{Draft: d})
	if now, before := b.inForce(); now.Hash == was.Hash || before.Hash != was.Hash || now.Members != len(r.Members) {
		t.Errorf("in force %v, before it %v", now, before)
	}
}

func TestTheSameRosterAgainChangesNobody(t *testing.T) {
	b := draftBench(t)
	d := b.draft(registered(), "")
	if d.Unchanged != len(d.Roster.Members) || len(d.New)+len(d.Edits)+len(d.Gone)+len(d.NewUnits)+len(d.Clashes) != 0 || d.Shrinks() {
		t.Errorf("%d of %d unchanged: %+v", d.Unchanged, len(d.Roster.Members), d.Edits)
	}
}

func TestADraftNamesTheCardsOnRecordThatItTouches(t *testing.T) {
	b := draftBench(t)
	id := b.opened()
	for _, card := range []CardNumber{31000001, 31000002, 31000003, 31000004, 31000005} {
		expect(t, b.scan(card), Recorded)
	}
	b.must(LoadList{Batch: id, Form: FormStamp, Lines: []Line{{Card: 31000006}, {Card: 31000007}}})
	r := registered()
	at(r, 31000001).Note = "đã nghỉ hưu" // stamped, and may be
	at(r, 31000002).Status = Deceased
	at(r, 31000003).Card = 31000888 // the old number is nobody's now
	drop(&r, 31000004)
	at(r, 31000006).Status = Expelled // listed only
	at(r, 31000008).Note = "chưa quét"
	got := map[CardNumber]string{}
	d := b.draft(r, "")
	for _, c := range d.Touched {
		got[c.Card] = fmt.Sprint(c.Standing.Act, " ", c.Reason, " ", c.Fields, " ", c.New == nil)
	}
	want := map[CardNumber]string{
		31000001: "stamped  [note] false", 31000002: "stamped TU_TRAN [status] false",
		31000003: "stamped KHONG_TRONG_DS [card] false", 31000004: "stamped KHONG_TRONG_DS [] true",
		31000006: "list-loaded RA_KHOI_DANG.khai_tru [status] false",
	}
	if !maps.Equal(got, want) {
		t.Errorf("\n got %v\nwant %v", got, want)
	}
	first := slices.IndexFunc(d.Touched, func(c Touch) bool { return c.Standing.Act != ActStamped || c.Reason == "" })
	if first != 3 || d.Touched[4].Card != 31000001 {
		t.Errorf("what could not be stamped now does not come first: %v", d.Touched)
	}
}

func TestTheRegisterOfOneUnitLeavesEverybodyElse(t *testing.T) {
	b := draftBench(t)
	r := Roster{Units: []Unit{{Code: "P01", Name: "phường A"}}}
	for _, m := range registered().Members {
		if m.BelongsTo("P01") && m.Card != 31000002 { // one is left out
			r.Members = append(r.Members, m)
		}
	}
	r.Members[0].Note = "đổi"
	read := slices.Clone(r.Members)
	d := b.draft(r, "P01")
	if len(d.Gone) != 1 || d.Gone[0].Card != 31000002 || len(d.Edits) != 1 || len(d.New)+len(d.NewUnits)+len(d.Clashes) != 0 {
		t.Errorf("gone %v, edits %v, new %v, clashes %v", d.Gone, d.Edits, d.New, d.Clashes)
	}
	if d.Replaces != 25 || len(d.Roster.Members) != d.Before-1 || len(d.Roster.Units) != 2 {
		t.Errorf("replaces %d, gives %d members of %d in %v", d.Replaces, len(d.Roster.Members), d.Before, d.Roster.Units)
	}
	if !slices.Equal(read, r.Members) {
		t.Error("the roster that was read is another now")
	}
	b.must(LoadRoster{Draft: d})
	storetest.View(t, b.Store, func(s Snapshot) error {
		there, err := s.Member(31000101) // of P02
		if there == nil {
			t.Error("a member of another unit is gone")
		}
		guest, err2 := s.Member(31000203)
		if guest == nil || guest.Host != "P01" {
			t.Errorf("the guest: %+v", guest)
		}
		return errors.Join(err, err2)
	})
}

func TestARegisterDoesNotMoveTheHomeOfAGuest(t *testing.T) {
	b := draftBench(t)
	at := func(d *RosterDraft, card CardNumber) Member { return *at(d.Roster, card) }
	r := registered()
	for i := range r.Members { // somebody of P02 is active at P01 for a time
		if r.Members[i].Card == 31000105 {
			r.Members[i].Host = "P01"
		}
	}
	b.must(LoadRoster{Roster: r})
	listed := Roster{Units: []Unit{{Code: "P01"}}}
	for _, m := range r.Members {
		if m.BelongsTo("P01") {
			m.Unit, m.Host = "P01", "" // as the register of the unit has them
			listed.Members = append(listed.Members, m)
		}
	}
	d := b.draft(listed, "P01")
	if m := at(d, 31000105); m.Unit != "P02" || m.Host != "P01" {
		t.Errorf("somebody of P02 is now %+v", m)
	}
	if m := at(d, 31000203); m.Unit != "" || m.Host != "P01" {
		t.Errorf("the guest of another board is now %+v", m)
	}
	if len(d.Edits)+len(d.Gone)+len(d.New) != 0 || len(d.Clashes) != 1 || d.Clashes[0].Kind != ClashGuest || d.CardClashes() != 0 {
		t.Errorf("edits %v, gone %v, new %v, clashes %v", d.Edits, d.Gone, d.New, d.Clashes)
	}
	without := Roster{Units: listed.Units}
	for _, m := range listed.Members {
		if m.Card != 31000105 && m.Card != 31000203 {
			without.Members = append(without.Members, m)
		}
	}
	d = b.draft(without, "P01")
	if len(d.Gone) != 1 || d.Gone[0].Card != 31000203 || len(d.Edits)+len(d.Clashes) != 0 { // only it can say that a guest of another board has left
		t.Errorf("edits %v, gone %v, clashes %v", d.Edits, d.Gone, d.Clashes)
	}
}

func TestANumberOfAnotherUnitsMemberIsNotTaken(t *testing.T) {
	b := draftBench(t)
	was, _ := b.inForce()
	r := Roster{Units: []Unit{{Code: "P01"}}, Members: []Member{
		{Card: 31000001, Name: "Đảng viên 0", Unit: "P01", Status: Official},
		{Card: 31000101, Name: "Ai Đó Khác", Unit: "P01", Status: Official},
	}}
	d := b.draft(r, "P01")
	if d.CardClashes() != 1 || d.Clashes[0].At != 1 || d.Clashes[0].With.Unit != "P02" {
		t.Fatalf("clashes %+v", d.Clashes)
	}
	if o := b.ask(LoadRoster{Draft: d})[0]; o.Refusal != BadRoster {
		t.Errorf("%v %v", o.Result, o.Refusal)
	}
	if now, _ := b.inForce(); now != was {
		t.Error("it is in force")
	}
}

func TestOnePersonWithTwoNumbersIsAWarning(t *testing.T) {
	for name, tc := range map[string]struct {
		change func(*Roster)
		want   int
	}{
		"somebody new with the name and birth date of another": {func(r *Roster) {
			m := *at(*r, 31000101)
			m.Card, m.Record, m.Unit = 31000555, "", "P01"
			r.Members = append(r.Members, m)
		}, 1},
		"the number changed and nothing says why": {func(r *Roster) { at(*r, 31000101).Card = 31000555 }, 1},
		"the number changed with an exchange": {func(r *Roster) {
			m := at(*r, 31000101)
			m.Card, m.OldCard = 31000555, 31000101
		}, 0},
		"the first number of somebody who had none": {func(r *Roster) {
			for i := range r.Members {
				if m := &r.Members[i]; m.Card == 0 && m.Status == Official {
					m.Card = 31000556
				}
			}
		}, 0},
		"somebody new with another birth date": {func(r *Roster) {
			m := *at(*r, 31000101)
			m.Card, m.Record, m.Birth = 31000555, "", Date{Year: 1999}
			r.Members = append(r.Members, m)
		}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			b := draftBench(t)
			r := registered()
			tc.change(&r)
			d := b.draft(r, "")
			if len(d.Clashes) != tc.want || d.CardClashes() != 0 {
				t.Errorf("clashes %+v", d.Clashes)
			}
			for _, c := range d.Clashes {
				if c.Kind != ClashPerson || c.With.Card != 31000101 || d.Roster.Members[c.At].Card != 31000555 {
					t.Errorf("clash %+v", c)
				}
			}
			b.must(LoadRoster{Draft: d})
		})
	}
}

func TestARosterShrinksWhenMoreThanATenthAndFiftyGo(t *testing.T) {
	of := func(units map[UnitCode]int) (r Roster) {
		card := CardNumber(31000001)
		for _, u := range slices.Sorted(maps.Keys(units)) {
			r.Units = append(r.Units, Unit{Code: u})
			for range units[u] {
				r.Members = append(r.Members, Member{Card: card, Name: fmt.Sprint("Ai Đó ", card), Unit: u, Status: Official})
				card++
			}
		}
		return r
	}
	b := newBench(t, ConfirmScan)
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	whole := of(map[UnitCode]int{"P01": 100, "P02": 500})
	b.must(LoadRoster{Roster: whole})
	few := newBench(t, ConfirmScan)
	few.must(SignIn{Person: "GS1", PIN: "2222"})
	for name, tc := range map[string]struct {
		at   *bench
		file Roster
		unit UnitCode
		want bool
	}{
		"a tenth":                           {b, Roster{whole.Units, whole.Members[60:]}, "", false},
		"one more than a tenth":             {b, Roster{whole.Units, whole.Members[61:]}, "", true},
		"half of one unit, of its own":      {b, Roster{whole.Units[:1], whole.Members[:50]}, "P01", true},
		"nearly all of one unit":            {b, Roster{whole.Units[:1], whole.Members[:51]}, "P01", false},
		"a small board that nearly empties": {few, Roster{Members: invented().Members[:1], Units: invented().Units}, "", false},
	} {
		t.Run(name, func(t *testing.T) {
			if d := tc.at.draft(tc.file, tc.unit); d.Shrinks() != tc.want {
				t.Errorf("%d of %d go: %v", len(d.Gone), d.Replaces, d.Shrinks())
			}
		})
	}
}

func TestADraftIsOfNoUseWhenAnotherRosterCameMeanwhile(t *testing.T) {
	b := draftBench(t)
	r := registered()
	at(r, 31000001).Note = "một"
	d := b.draft(r, "")
	other := registered()
	at(other, 31000001).Note = "hai"
	b.must(LoadRoster{Roster: other})
	was, _ := b.inForce()
	if o := b.ask(LoadRoster{Draft: d})[0]; o.Refusal != OtherRoster {
		t.Errorf("%v %v", o.Result, o.Refusal)
	}
	if now, _ := b.inForce(); now != was {
		t.Error("it is in force")
	}
}

// The roster in force does not know them yet, and the journal never may.
func TestANoteAboutARosterNamesNobodyWhomItBrings(t *testing.T) {
	b := draftBench(t)
	r := registered()
	at(r, 31000001).Name = "Hoàng Thị Sửa"
	r.Members = append(r.Members, Member{Card: 31000999, Name: "Đặng Văn Mới", Unit: "P01"})
	d := b.draft(r, "")
	for _, note := range []string{"thêm Đặng Văn Mới", "them dang van moi", "sửa tên hoàng thị sửa"} {
		if o := b.ask(LoadRoster{Draft: d, Note: note})[0]; o.Refusal != NameInNote {
			t.Errorf("%q: %v %v", note, o.Result, o.Refusal)
		}
	}
	b.must(LoadRoster{Draft: d, Note: "thêm 31.000999, sửa một tên"})
}

func TestAnOperatorAppliesARosterWithASupervisorsPIN(t *testing.T) {
	b := draftBench(t)
	b.must(SignIn{Person: "OP1", PIN: "1111"})
	r := registered()
	at(r, 31000001).Note = "một"
	d := b.draft(r, "")
	for _, no := range []struct {
		by   Approval
		want Refusal
	}{{Approval{}, NeedSupervisor}, {Approval{"OP1", "1111"}, NeedSupervisor}, {Approval{"GS1", "9999"}, WrongPIN}} {
		if o := b.ask(LoadRoster{Draft: d, By: no.by})[0]; o.Refusal != no.want {
			t.Errorf("%v: %v %v", no.by, o.Result, o.Refusal)
		}
	}
	if o := b.ask(LoadRoster{Draft: d, Note: "của Đảng viên 0", By: Approval{"GS1", "2222"}})[0]; o.Refusal != NameInNote {
		t.Errorf("a name in the note: %v %v", o.Result, o.Refusal)
	}
	e := b.must(LoadRoster{Draft: d, Note: "quý 2", By: Approval{"GS1", "2222"}})[0].Entry
	if e.Act != ActRosterLoaded || e.Operator != "OP1" || e.Approver != "GS1" || e.Note != "quý 2" ||
		e.Fact(FactFile) != (Hash{2}).String() || e.Fact(FactRoster) == "" {
		t.Errorf("entry %+v", e)
	}
}

func TestTheRosterBeforeIsPutBackInForceAndForwardAgain(t *testing.T) {
	b := draftBench(t)
	b.opened()
	expect(t, b.scan(31000001), Recorded)
	expect(t, b.scan(31000002), Recorded)
	first, _ := b.inForce()
	r := registered()
	at(r, 31000001).Unit = "P02"
	at(r, 31000002).Status = Deceased
	moved := b.tally(Filter{Unit: "P02"}).Stamped
	b.must(LoadRoster{Draft: b.draft(r, "")})
	second, _ := b.inForce()
	if got := b.tally(Filter{Unit: "P02"}).Stamped; got != moved+1 {
		t.Errorf("stamped in P02: %d, then %d", moved, got)
	}
	b.must(SignIn{Person: "OP1", PIN: "1111"})
	if o := b.ask(RestoreRoster{})[0]; o.Refusal != NeedSupervisor {
		t.Errorf("an operator: %v %v", o.Result, o.Refusal)
	}
	e := b.must(RestoreRoster{Note: "nhầm tệp", By: Approval{"GS1", "2222"}})[0].Entry
	if e.Fact(FactBack) != "1" || e.Fact(FactRoster) != first.Hash.String() || e.Approver != "GS1" || e.Note != "nhầm tệp" {
		t.Errorf("entry %+v", e)
	}
	if now, before := b.inForce(); now.Hash != first.Hash || before.Hash != second.Hash {
		t.Errorf("in force %s, before it %s", now.Hash.Short(), before.Hash.Short())
	}
	if got := b.tally(Filter{Unit: "P02"}).Stamped; got != moved {
		t.Errorf("stamped in P02 after going back: %d, want %d", got, moved)
	}
	b.must(RestoreRoster{By: Approval{"GS1", "2222"}})
	if now, _ := b.inForce(); now.Hash != second.Hash {
		t.Error("twice is not where it began")
	}
}

func TestThereIsNothingBeforeTheFirstRoster(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	if o := b.ask(RestoreRoster{})[0]; o.Refusal != NoRosterBefore {
		t.Errorf("%v %v", o.Result, o.Refusal)
	}
}

func TestAComparisonThatIsStoppedLeavesNothing(t *testing.T) {
	b := draftBench(t)
	was, _ := b.inForce()
	r := registered()
	at(r, 31000001).Note = "một"
	ctx, cancel := context.WithCancel(context.Background())
	d, err := DraftRoster(ctx, b.Store, r, "", Hash{})
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := d.Save(ctx, b.Store, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("saving: %v", err)
	}
	if _, err := b.Do(ctx, LoadRoster{Draft: d}); !errors.Is(err, context.Canceled) {
		t.Errorf("applying: %v", err)
	}
	if now, _ := b.inForce(); now != was {
		t.Error("it is in force")
	}
	b.must(LoadRoster{Draft: d}) // and it can be done later
}

func TestADraftOfAListNamesEveryLineThatDisagrees(t *testing.T) {
	b := draftBench(t)
	id := b.opened()
	b.must(LoadList{Batch: id, Form: FormDamaged, Lines: []Line{{Card: 31000005}}})
	b.must(LoadList{Batch: id, Form: FormStamp, Lines: []Line{{Card: 31000001}, {Card: 31000009}}})
	o := b.must(OpenBatch{Unit: "P02"})[0]
	b.must(LoadList{Batch: o.Batch.ID, Form: FormStamp, Lines: []Line{{Card: 31000006}}})
	q := LoadList{Batch: id, Form: FormStamp, Lines: []Line{
		{Card: 31000001, Name: "Đảng viên 0"},
		{Card: 31000002, Name: "Tên Người Khác"},
		{Card: 31000101},
		{Card: 31000201},
		{Card: 31999999},
		{Card: 31000005},
		{Card: 31000006},
		{Card: 31000001},
	}}
	d, err := DraftList(context.Background(), b.Store, q)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range d.Stray {
		got = append(got, fmt.Sprint(s.At, " ", s.Kind))
	}
	for _, s := range d.Before {
		got = append(got, fmt.Sprint(s.At, " ", s.Kind, " ", s.Batch, " ", s.Found))
	}
	want := []string{
		"1 name-differs", "2 listed-elsewhere", "3 listed-not-member", "4 listed-unknown", "7 listed-twice",
		fmt.Sprint("5 listed-before ", id, " 3"), fmt.Sprint("6 listed-before ", o.Batch.ID, " 2"),
	}
	if !slices.Equal(got, want) {
		t.Errorf("\n got %s\nwant %s", strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
	cards := func(lines []Line) (all []CardNumber) {
		for _, l := range lines {
			all = append(all, l.Card)
		}
		return all
	}
	if !d.Replaces || len(d.Added) != 7 || !slices.Equal(cards(d.Removed), []CardNumber{31000009}) {
		t.Errorf("replaces %v: adds %v, removes %v", d.Replaces, cards(d.Added), cards(d.Removed))
	}
	if _, err := DraftList(context.Background(), b.Store, LoadList{Batch: "B9-001"}); !errors.Is(err, ErrNotFound) {
		t.Errorf("no such batch: %v", err)
	}
}

func TestAListOfMembersWithoutACardIsComparedByName(t *testing.T) {
	b := draftBench(t)
	id := b.opened()
	b.must(LoadList{Batch: id, Form: FormCardless, Lines: []Line{{Name: "Tạ Một"}, {Name: "Tạ Hai"}}})
	d, err := DraftList(context.Background(), b.Store, LoadList{Batch: id, Form: FormCardless, Lines: []Line{
		{Name: "TẠ HAI"}, {Name: "Tạ Ba"}, {Card: 31000001, Name: "Đảng viên 0"},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Stray) != 1 || d.Stray[0].Kind != HasCard || d.Stray[0].At != 2 {
		t.Errorf("%+v", d.Stray)
	}
	if len(d.Added) != 2 || len(d.Removed) != 1 || d.Removed[0].Name != "Tạ Một" {
		t.Errorf("adds %v, removes %v", d.Added, d.Removed)
	}
}

// TestADraftAccountsForEverybody compares rosters at random: whoever is in one
// of them is new, changed, unchanged or gone, once.
func TestADraftAccountsForEverybody(t *testing.T) {
	for seed := range byte(60) {
		w := newWorld(sequence{seed, 0, 0, 0})
		for variant := range byte(4) {
			r := w.roster(variant)
			unit := []UnitCode{"", "P01"}[seed%2]
			if unit != "" {
				r.Members = slices.DeleteFunc(r.Members, func(m Member) bool { return !m.BelongsTo(unit) })
				for i := range r.Members {
					r.Members[i].Unit = unit
				}
			}
			d, err := DraftRoster(context.Background(), w.store, r, unit, Hash{})
			if err != nil {
				t.Fatal(err)
			}
			if after := len(d.New) + len(d.Edits) + d.Unchanged; after != len(d.Roster.Members) || len(d.Edits)+d.Unchanged+len(d.Gone) != d.Before {
				t.Errorf("seed %d, roster %d: %d new, %d changed, %d unchanged, %d gone; %d before, %d after",
					seed, variant, len(d.New), len(d.Edits), d.Unchanged, len(d.Gone), d.Before, len(d.Roster.Members))
			}
			ids := map[MemberID]bool{}
			for _, m := range d.Roster.Members {
				if m.ID == 0 || ids[m.ID] {
					t.Errorf("seed %d: member %d twice", seed, m.ID)
				}
				ids[m.ID] = true
			}
			for _, e := range d.Edits {
				if len(e.Fields) == 0 {
					t.Errorf("seed %d: %+v was changed into %+v and no field says so", seed, e.Old, e.New)
				}
			}
			if unit != "" && d.CardClashes() == 0 {
				for _, g := range d.Gone {
					if g.Unit != unit && g.Unit != "" {
						t.Errorf("seed %d: %+v of another unit goes", seed, g)
					}
				}
			}
		}
	}
}

func TestWhoHadLeftComesBackOnlyWhenThatIsMeant(t *testing.T) {
	b := draftBench(t)
	r := registered()
	at(r, 31000002).Status = Expelled
	b.must(LoadRoster{Roster: r})
	d := b.draft(registered(), "") // a file without a column for the status
	if back := d.Back(); len(back) != 1 || back[0].Old.Status != Expelled || !slices.Equal(d.Alarms(), []Alarm{AlarmBack}) {
		t.Fatalf("%+v, %v", back, d.Alarms())
	}
	if o := b.ask(LoadRoster{Draft: d})[0]; o.Refusal != NotMeant || o.About != string(AlarmBack) {
		t.Errorf("%+v", o)
	}
	if o := b.ask(LoadRoster{Draft: d, Meant: []Alarm{AlarmGone}})[0]; o.Refusal != NotMeant {
		t.Errorf("another alarm was meant: %+v", o)
	}
	b.must(LoadRoster{Draft: d, Meant: d.Alarms()})
}

func TestAUnitKeepsItsNameWhereAFileHasOnlyItsCode(t *testing.T) {
	b := draftBench(t)
	r := registered()
	was := slices.Clone(r.Units)
	for i := range r.Units {
		r.Units[i].Name, r.Units[i].Kind = string(r.Units[i].Code), ""
	}
	d := b.draft(r, "")
	if !slices.Equal(d.Roster.Units, was) {
		t.Errorf("%+v, want %+v", d.Roster.Units, was)
	}
	if r.Units[0].Name != string(r.Units[0].Code) {
		t.Error("the caller's units were changed")
	}
}

func TestNobodyIsInTwoUnitsByTheRecordNumber(t *testing.T) {
	b := draftBench(t)
	r := registered()
	var other *Member // of another unit, who has a card here and none there
	for i := range r.Members {
		if r.Members[i].Unit == "P02" {
			other = &r.Members[i]
			break
		}
	}
	file := Roster{Members: []Member{{Card: 31999999, Record: other.Record, Name: "Người Nhận", Unit: "P01", Status: Official}}, Units: []Unit{{Code: "P01", Name: "Một"}}}
	d := b.draft(file, "P01")
	if len(d.Clashes) != 1 || d.Clashes[0].Kind != ClashRecord || d.Clashes[0].With.Unit != "P02" || d.CardClashes() != 1 {
		t.Fatalf("%+v", d.Clashes)
	}
	if o := b.ask(LoadRoster{Draft: d, Meant: d.Alarms()})[0]; o.Refusal != BadRoster {
		t.Errorf("%+v", o)
	}
}

func TestARestoredRosterIsTheOneThatWasLookedAt(t *testing.T) {
	b := draftBench(t)
	first, _ := b.inForce()
	r := registered()
	at(r, 31000002).Note = "hai"
	b.must(LoadRoster{Roster: r})
	at(r, 31000002).Note = "ba"
	b.must(LoadRoster{Roster: r}) // meanwhile, by somebody else
	if o := b.ask(RestoreRoster{Roster: first.Hash})[0]; o.Refusal != OtherRoster {
		t.Errorf("%+v", o)
	}
	_, before := b.inForce()
	b.must(RestoreRoster{Roster: before.Hash})
}

// stopped is a store under which somebody presses Ctrl-C at the moment of a
// commit.
type stopped struct {
	Store
	stop context.CancelFunc
}

func (s stopped) Update(ctx context.Context, fn func(Tx) error) error {
	err := s.Store.Update(ctx, fn)
	s.stop()
	return err
}

func (s stopped) View(ctx context.Context, fn func(Snapshot) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return s.Store.View(ctx, fn)
}

func TestARosterThatIsInForceIsSaidToBeAlsoToWhoStopsThen(t *testing.T) {
	b := draftBench(t)
	b.must(OpenBatch{Unit: "P01"})
	r := registered()
	drop(&r, 31000004)
	d := b.draft(r, "")
	ctx, cancel := context.WithCancel(context.Background())
	b.Store = stopped{b.Store, cancel}
	outs, err := b.Do(ctx, LoadRoster{Draft: d})
	if err != nil || len(outs) != 1 || outs[0].Result != Done {
		t.Errorf("%+v %v", outs, err)
	}
	if now, _ := b.inForce(); now.Members != len(r.Members) {
		t.Errorf("%d members in force", now.Members)
	}
}

func TestAListMayNameACardByTheNumberBeforeItsExchange(t *testing.T) {
	b := draftBench(t)
	id := b.opened()
	b.must(SetAside{Card: 31000001, Act: ActReportedDamaged, Reason: ReasonDamaged})
	b.must(ReceivePapers{Card: 31000001, Photos: 2})
	b.must(Renew{Card: 31000001, New: 32500901, Boxes: BoxesOf(4), Reason: ReasonOther})
	r := registered()
	name := at(r, 31000001).Name
	at(r, 31000001).Card = 32500901 // the roster has the new number, and does not say of which it took the place
	b.must(LoadRoster{Roster: r})
	d, err := DraftList(context.Background(), b.Store, LoadList{Batch: id, Form: FormDamaged, Lines: []Line{{Card: 31000001, Name: name}, {Card: 31999999}}})
	if err != nil || len(d.Stray) != 1 || d.Stray[0].At != 1 {
		t.Errorf("%+v, %v", d.Stray, err)
	}
}
