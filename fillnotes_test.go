package stampdesk_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	. "stampdesk"
	"stampdesk/store/mem"
)

// notes are those of a form in few words, without those that leave out names.
func (b *bench) notes(form Form, scope Scope, without ...FormNoteKind) (all []string) {
	b.t.Helper()
	for _, n := range b.fill(form, scope).Notes {
		if !slices.Contains(without, n.Kind) {
			all = append(all, strings.TrimSpace(fmt.Sprintf("%s %d %s %s", n.Kind, n.N, n.Text, n.Figure)))
		}
	}
	return all
}

func (b *bench) noted(form Form, scope Scope, want ...string) {
	b.t.Helper()
	if got := b.notes(form, scope); !slices.Equal(got, want) {
		b.t.Errorf("form %d of %+v notes %q, want %q", form, scope, got, want)
	}
}

func TestAFormNotesTheUnitsThatShouldHaveAListOnItAndHandedInNone(t *testing.T) {
	b := withCells(t)
	away := "away 1 P01" // of P02
	b.noted(FormStamp, Scope{}, "no-list 2 P01, P02")
	b.noted(FormStamp, Scope{Unit: "P01"}, "no-list 1 P01")
	b.noted(FormCardless, Scope{}, "no-list 1 P01") // nobody of P02 is without a card
	b.noted(FormDamaged, Scope{})                   // nothing is damaged
	b.noted(FormStamp, Scope{Unit: "P02"}, "no-list 1 P02", away)
	b.opened()
	b.must(LoadList{Batch: "B1-001", Form: FormStamp, Lines: listed(31000001)})
	b.must(SetAside{Card: 31000004, Act: ActReportedDamaged, Reason: ReasonDamaged})
	b.must(bySupervisor)
	b.noted(FormStamp, Scope{}, "no-list 1 P02")
	b.noted(FormDamaged, Scope{}, "no-list 1 P01")
}

func TestAFormNotesWhatCanStillChangeItsFigures(t *testing.T) {
	b := withCells(t)
	b.noted(FormResult, Scope{})
	b.opened()
	b.must(SetAside{Card: 31000001, Act: ActHeld, Reason: ReasonDataDiffer})
	b.scan(31000104) // of the other unit, here on temporary activity
	for _, sc := range []Scope{{Unit: "P01"}, {Unit: "P01", Cell: "Chi bộ 1"}} {
		b.noted(FormUse, sc, "unclosed 1 B1-001", "held 1")
	}
	b.noted(FormUse, Scope{Unit: "P01", Cell: "Chi bộ 2"}, "unclosed 1 B1-001")
	b.noted(FormResult, Scope{}, "unclosed 1 B1-001", "held 1")
	b.noted(FormReturn, Scope{Unit: "P02"}, "away 1 P01")
	b.noted(FormUse, Scope{Unit: "P02", Cell: "Chi bộ 1"}, "away 1 P01")
	b.noted(FormUse, Scope{Unit: "P02", Cell: "Chi bộ 3"})
	b.must(Void{Card: 31000001, Reason: ReasonMistake, Note: "nhầm", By: Approval{"GS1", "2222"}})
	b.must(CloseBatch{Batch: "B1-001", Note: "đã đối chiếu", By: Approval{"GS1", "2222"}})
	b.noted(FormResult, Scope{})
}

func TestANoteNamesTheOpenBatchesInTheirOrder(t *testing.T) {
	b := withCells(t)
	for _, u := range []UnitCode{"P02", "P01", "P02"} {
		b.must(OpenBatch{Unit: u})
	}
	for _, n := range b.fill(FormResult, Scope{}).Notes {
		if n.Kind == NoteUnclosed && n.Text != "B1-001, B1-002, B1-003" {
			t.Errorf("they are named %q", n.Text)
		}
	}
}

func TestAUnitIsNotDoneWhileACardOfAGuestIsHeld(t *testing.T) {
	for held, done := range map[bool]int{true: 0, false: 1} {
		b := withCells(t)
		b.opened()
		if held {
			b.must(SetAside{Card: 31000203, Act: ActHeld, Reason: ReasonDataDiffer})
		}
		b.must(CloseBatch{Batch: "B1-001", Note: "đã đối chiếu", By: Approval{"GS1", "2222"}})
		b.must(ReturnBatch{Batch: "B1-001"})
		if c := b.fill(FormResult, Scope{}).Units; c.Done != done || c.Units != 2 {
			t.Errorf("held %v: %+v", held, c)
		}
	}
}

func TestAUnitThatTheRosterHasNoMoreIsStillOnTheFormsOfTheBoard(t *testing.T) {
	b := withCells(t)
	b.must(OpenBatch{Unit: "P02"})
	r := invented()
	r.Units = r.Units[:1]
	r.Members = slices.DeleteFunc(r.Members, func(m Member) bool { return m.Unit == "P02" || m.Host == "P02" })
	b.must(LoadRoster{Roster: r, By: Approval{"GS1", "2222"}})
	b.noted(FormResult, Scope{}, "unclosed 1 B1-001")
	if six := b.fill(FormReturn, Scope{Unit: "P02"}); six.Unit.Name != "P02" || six.Tally.Members() != 0 {
		t.Errorf("%+v", six)
	}
}

// The cards of a unit's members and those that it brings may differ by those
// that it brings for others: that contradicts nothing.
func TestADeclarationIsNotHeldAgainstTheMembersOfOtherUnits(t *testing.T) {
	b := withCells(t)
	b.must(OpenBatch{Unit: "P02", Declared: Declared{"with_card": 20, "proposed": 19, "damaged": 0, "lost": 0}})
	b.noted(FormReturn, Scope{Unit: "P02"}, "unclosed 1 B1-001", "away 1 P01") // one of its 20 comes through P01
	// P01 brings that one, and a guest who is on no list yet.
	b.must(OpenBatch{Unit: "P01", Declared: Declared{"with_card": 20, "proposed": 22, "damaged": 0, "lost": 0}})
	b.noted(FormReturn, Scope{Unit: "P01"}, "unclosed 1 B1-002", "sums -2 P01 with_card")
	b.must(DecideBatches{Batches: []BatchID{"B1-002"}, Decision: decision})
	b.scan(31000203)
	b.noted(FormReturn, Scope{Unit: "P01"}, "unclosed 1 B1-002")
	b.must(CloseBatch{Batch: "B1-002", Note: "đã đối chiếu", By: Approval{"GS1", "2222"}})
	b.must(Declare{Batch: "B1-001", Declared: Declared{"with_card": 20, "proposed": 17, "damaged": 0, "lost": 0}})
	b.noted(FormReturn, Scope{Unit: "P02"}, "unclosed 1 B1-001", "away 1 P01", "sums 3 P02 with_card")
	b.noted(FormResult, Scope{}, "unclosed 1 B1-001", "sums 3 P02 with_card")
	if got := b.notes(FormUse, Scope{Unit: "P02", Cell: "Chi bộ 2"}, NoteUnclosed, NoteAway); got != nil {
		t.Errorf("of a cell: %q", got)
	}
}

func TestFormSevenOfManyBoardsHasThemAsPartsAndNamesWhereTheyDiffer(t *testing.T) {
	b := withCells(t)
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	own := b.fill(FormResult, Scope{})
	if len(own.Parts) != 2 || own.Sources != nil || len(own.Tally.Heads) != 1 { // its units; the guest has not come
		t.Fatalf("%+v", own)
	}
	first, second := inventedResult(StoreID{9}, 40), inventedResult(StoreID{12}, 30)
	first.Round.ListDate, second.Round.ListDate = Date{2021, 4, 15}, Date{2021, 4, 1}
	second.LateHolds, second.Shares.Base = true, "proposed"
	second.Tally.Guests = Handled{Stamped: 4}
	second.Sources = []ResultSource{{Board: "ĐẢNG ỦY X", Store: StoreID{3}, Made: second.Made}}
	for _, r := range []*BoardResult{first, second} {
		b.must(AddResult{Result: r, File: Hash{1}})
	}
	seven := b.fill(FormResult, Scope{})
	var parts []string
	for _, p := range seven.Parts {
		parts = append(parts, fmt.Sprintf("%.4s %s %d/%d", p.Key, p.Name, p.Stamped, p.WithCard))
	}
	want := []string{
		"0100  0/40", "0900 " + first.Board.Name + " 101/115", "0c00 " + second.Board.Name + " 101/115",
	}
	if !slices.Equal(parts, want) {
		t.Errorf("parts %q, want %q", parts, want)
	}
	sum := Sum(&own.Tally, &first.Tally, &second.Tally)
	for _, d := range unlike(&seven.Tally, &sum) {
		t.Error(d)
	}
	if seven.Tally.Guests.Stamped != 4 || seven.Tally.Members() != own.Tally.Members()+2*124 {
		t.Errorf("%d guests, %d members", seven.Tally.Guests.Stamped, seven.Tally.Members())
	}
	if len(seven.Tally.Heads) != 1 {
		t.Errorf("journals of other boards among those of this: %v", seven.Tally.Heads)
	}
	if c := (UnitCounts{Units: 6, Committees: 4, Cells: 18, Done: 2}); seven.Units != c {
		t.Errorf("organisations %+v, want %+v", seven.Units, c)
	}
	var sources []string
	for _, s := range seven.Sources {
		sources = append(sources, s.Board)
	}
	if want := []string{first.Board.Name, second.Board.Name, "ĐẢNG ỦY X"}; !slices.Equal(sources, want) {
		t.Errorf("sources %q", sources)
	}
	var ways []string
	for _, n := range seven.Notes { // the own board counts as the first does
		if n.N != 2 || len(n.Ways) != 2 || len(n.Ways[0].Boards) != 2 || n.Ways[0].Boards[1] != first.Board.Name ||
			!slices.Equal(n.Ways[1].Boards, []string{second.Board.Name}) {
			t.Errorf("note %+v", n)
		}
		ways = append(ways, fmt.Sprintf("%s %s: %s, %s", n.Kind, n.Figure, n.Ways[0].Way, n.Ways[1].Way))
	}
	if want := []string{
		"dates list_date: 15/04/2021, 01/04/2021", "conventions base: with_card, proposed", "conventions late_holds: false, true",
	}; !slices.Equal(ways, want) {
		t.Errorf("they differ in %q, want %q", ways, want)
	}
	if six := b.fill(FormReturn, Scope{}); len(six.Parts) != 2 || six.Tally.Members() != own.Tally.Members() {
		t.Errorf("form 6 of the board has %d parts", len(six.Parts))
	}
}

// A board that only adds up what others send is no part of it, and its own
// dates differ from nobody's.
func TestABoardWithoutARosterIsNoPartOfItsFormSeven(t *testing.T) {
	b := &bench{t: t, clock: inWindow}
	b.Desk = &Desk{
		Store: mem.New(Identity{ID: StoreID{1}, Epoch: 1}), ID: "B1", PINs: plainPINs{},
		Now: func() time.Time { b.clock = b.clock.Add(time.Second); return b.clock },
	}
	b.must(LayDown{Setup: Setup{Board: Board{Name: "BAN TỔ CHỨC TỈNH ỦY"}, Round: round4(), Rules: Rules{Version: 1, LateHolds: true}}, Person: Person{ID: "GS1"}, PIN: "2222"})
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	for i := range 2 {
		b.must(AddResult{Result: inventedResult(StoreID{byte(9 + i)}, 40), File: Hash{1}})
	}
	seven := b.fill(FormResult, Scope{})
	if len(seven.Parts) != 2 || seven.Tally.Members() != 2*124 || seven.Notes != nil || len(seven.Sources) != 2 {
		t.Errorf("%d parts, %d members, notes %v", len(seven.Parts), seven.Tally.Members(), seven.Notes)
	}
	if c := (UnitCounts{Units: 4, Committees: 4, Cells: 18, Done: 2}); seven.Units != c {
		t.Errorf("organisations %+v", seven.Units)
	}
}
