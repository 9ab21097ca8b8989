package stampdesk_test

import (
	"fmt"
	"reflect"
	"testing"
	"time"

	. "stampdesk"
	"stampdesk/store/mem"
)

// ofLongBien is what the district of Long Biên published of the fourth round on
// 20/5/2021, of 49 units.
var ofLongBien = map[string]int{
	"members": 16_886, "official": 16_603, "probationary": 283, "with_card": 16_560, "without_card": 43,
	"without_card_by.CHUYEN_DEN": 20, "without_card_by.MOI_CONG_NHAN": 23, "without_card_by.CHUA_RO": 0,
	"stamped": 16_036, "not_stamped": 524, "damaged": 104, "lost": 217, "uncollected": 203,
	"held": 0, "refused": 0, "remaining": 0, "guests": 0, "remarks_by.SAI_MUC_DICH": 0,
}

// livedThrough is a board whose round came to what Long Biên's did: every list
// and every card goes through the desk.
func livedThrough(t *testing.T) *bench {
	const units, cells = 49, 6
	b := newBenchOn(t, ConfirmKey, mem.New(Identity{ID: StoreID{27}, Epoch: 1}))
	var roster Roster
	for u := range units {
		roster.Units = append(roster.Units, Unit{Code: UnitCode(fmt.Sprintf("TC%02d", u+1)), Name: fmt.Sprint("Đơn vị ", u+1), Kind: []UnitKind{"Đảng bộ cơ sở", "đảng bộ cơ sở", "Chi bộ  cơ sở"}[u%3]})
	}
	type stack struct {
		lists map[Form][]Line
		cards []CardNumber
	}
	stacks := make([]stack, units)
	for u := range stacks {
		stacks[u].lists = map[Form][]Line{}
	}
	n := 0
	add := func(how int, do func(*stack, *Member, Line)) {
		for range how {
			m := Member{
				Name: fmt.Sprint("Đảng viên số ", n), Unit: roster.Units[n%units].Code, Cell: fmt.Sprint("Chi bộ ", n/units%cells+1),
				Status: Official, Card: CardNumber(31000001 + n), Official: Date{2012, 11, 7},
			}
			s := &stacks[n%units]
			n++
			do(s, &m, Line{Card: m.Card, Name: m.Name, Cell: m.Cell})
			roster.Members = append(roster.Members, m)
		}
	}
	on := func(form Form, reason Reason) func(*stack, *Member, Line) {
		return func(s *stack, m *Member, l Line) {
			if form == FormCardless {
				m.Card, l.Card = 0, 0
			}
			l.Reason = reason
			s.lists[form] = append(s.lists[form], l)
		}
	}
	add(16_036, func(s *stack, m *Member, l Line) {
		on(FormStamp, "")(s, m, l)
		s.cards = append(s.cards, m.Card)
	})
	add(203, on(FormStamp, "")) // proposed, and they never come
	add(104, on(FormDamaged, ReasonDamaged))
	add(217, on(FormLost, ReasonLost))
	add(20, on(FormCardless, ReasonMovedIn))
	add(23, on(FormCardless, ReasonNewlyOfficial))
	add(283, func(_ *stack, m *Member, _ Line) { m.Card, m.Status, m.Official = 0, Probationary, Date{} })

	b.must(SignIn{Person: "GS1", PIN: "2222"})
	b.must(LoadRoster{Roster: roster})
	for u, s := range stacks {
		id := b.must(OpenBatch{Unit: roster.Units[u].Code})[0].Entry.Batch
		b.must(DecideBatches{Batches: []BatchID{id}, Decision: decision})
		for form := FormStamp; form <= FormCardless; form++ {
			if len(s.lists[form]) > 0 {
				b.must(LoadList{Batch: id, Form: form, Lines: s.lists[form]})
			}
		}
		for _, c := range s.cards {
			b.clock = b.clock.Add(5 * time.Second)
			b.must(Scan{Raw: c.Digits(), At: b.clock, AtOnce: &Confirm{Boxes: BoxesOf(4)}})
		}
		b.must(CloseBatch{Batch: id, Note: "còn thẻ chưa thu", By: Approval{"GS1", "2222"}})
		b.must(ReturnBatch{Batch: id})
	}
	return b
}

func TestFormSevenOfABoardLikeLongBienHasThePublishedFigures(t *testing.T) {
	if testing.Short() {
		t.Skip("it stamps 16.036 cards")
	}
	b := livedThrough(t)
	err := b.Store.View(t.Context(), func(s Snapshot) error {
		f, err := NewFiller(s)
		if err != nil {
			return err
		}
		f.Cells = true
		seven, err := f.Fill(FormResult, Scope{})
		if err != nil {
			return err
		}
		for name, want := range ofLongBien {
			if got, ok := seven.Tally.Figure(name); !ok || got != want {
				t.Errorf("%s is %d, published %d", name, got, want)
			}
		}
		if want := (UnitCounts{Units: 49, Committees: 33, Basic: 16, Cells: 33 * 6, Done: 49}); seven.Units != want {
			t.Errorf("organisations: %+v, want %+v", seven.Units, want)
		}
		if len(seven.Parts) != 49 || len(seven.Notes) != 0 {
			t.Errorf("%d parts, notes %v", len(seven.Parts), seven.Notes)
		}
		shares(t, Shares{}, &seven.Tally, "96,83% 3,17% 0,63% 1,31% 1,23%")
		shares(t, Shares{Rounding: RoundCut}, &seven.Tally, "96,83% 3,17% 0,64% 1,31% 1,22%") // as the page has them
		c := formsCheck{fault: t.Errorf, seen: map[string]int{}}
		return c.check(s)
	})
	if err != nil {
		t.Error(err)
	}
}

// shares compares what was stamped, was not, is damaged, lost and uncollected.
func shares(t *testing.T, s Shares, of *Tally, want string) {
	t.Helper()
	all, got := s.OfTally(of), ""
	for _, name := range []string{"stamped", "not_stamped", "damaged", "lost", "uncollected"} {
		share, _ := all.Of(name)
		got += " " + share.In(Vietnamese)
	}
	if got != " "+want {
		t.Errorf("shares by %q:%s, want %s", s.Rounding, got, want)
	}
}

// lamDong is what the province of Lâm Đồng published of the same round on
// 3/6/2021, of 766 units.
func lamDong() Declared {
	return Declared{
		"members": 47_151, "official": 45_350, "probationary": 1_801, "with_card": 43_372, "without_card": 1_978,
		"proposed": 41_571, "stamped": 41_108, "not_stamped": 519, "damaged": 1_281, "lost": 520,
	}
}

func TestAFormNotesThatTheFiguresOfLamDongContradictThemselves(t *testing.T) {
	b := newBench(t, ConfirmScan)
	b.must(OpenBatch{Unit: "P01", Declared: lamDong()})
	for _, form := range []struct {
		Form
		Scope
	}{{FormReturn, Scope{Unit: "P01"}}, {FormResult, Scope{}}} {
		filled := b.fill(form.Form, form.Scope)
		var got []FormNote
		for _, n := range filled.Notes {
			if n.Kind == NoteSums || n.Kind == NoteCoincidence {
				got = append(got, n)
			}
		}
		want := []FormNote{
			{Kind: NoteSums, N: 56, Text: "P01", Figure: "not_stamped", Sum: "proposed-stamped", Declared: 519}, // 41.571 − 41.108 is 463
			{Kind: NoteCoincidence, N: 1_801, Text: "P01", Figure: "probationary", Sum: "damaged+lost"},
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("form %d notes %+v, want %+v", form.Form, got, want)
		}
	}
	put := lamDong()
	put["not_stamped"], put["probationary"], put["members"] = 463, 1_800, 47_150
	b.must(Declare{Batch: "B1-001", Declared: put})
	for _, n := range b.fill(FormResult, Scope{}).Notes {
		if n.Kind == NoteSums || n.Kind == NoteCoincidence {
			t.Errorf("put right, it still notes %+v", n)
		}
	}
}
