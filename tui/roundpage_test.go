package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/muesli/termenv"

	"stampdesk"
)

func TestASupervisorBeginsWithTheRoundAndEscLeadsToTheBatches(t *testing.T) {
	d := newDesktop(t)
	d.board(11)
	d.chief()
	d.shows("Lần thứ tư", "101/192", "Toàn đợt")
	d.press("esc")
	d.shows("Các lô (11)")
	if d.s.front != atBatches || d.s.page() != nil {
		t.Error("the batches are not in front")
	}
}

func TestWhatIsDoneElsewhereTakesNoSupervisorBackToTheRound(t *testing.T) {
	d := newDesktop(t)
	d.board(11)
	d.chief()
	d.press("esc")
	d.request(stampdesk.BeginShift{Name: "ca sáng"})
	d.update(clockMsg{})
	if d.s.front != atBatches {
		t.Errorf("in front is %d:\n%s", d.s.front, d.text())
	}
}

func TestAnOperatorBeginsWithTheBatches(t *testing.T) {
	d := newDesktop(t)
	d.board(11)
	d.signedIn()
	if d.s.front != atBatches {
		t.Errorf("in front is %d", d.s.front)
	}
}

func TestASupervisorComesBackToTheBatchAndTheCardInHand(t *testing.T) {
	d := newDesktop(t)
	d.atWork()
	d.scanned("31000401")
	restart(d)
	d.types("gs1")
	d.press("enter")
	d.types("4321")
	d.press("enter")
	if d.s.front != atDesk || d.model.desk.question == nil || d.model.desk.question.Card != 31_000_401 {
		t.Fatalf("not back at the card:\n%s", d.text())
	}
	d.press("enter") // it was stamped
	restart(d)
	d.types("gs1")
	d.press("enter")
	d.types("4321")
	d.press("enter")
	if d.s.front != atDesk || d.s.batch == nil || d.s.batch.ID != "B1-001" {
		t.Fatalf("not back in the batch:\n%s", d.text())
	}
}

func TestEnterGoesFromTheRoundToTheCardAndEscAllTheWayBack(t *testing.T) {
	d := newDesktop(t)
	d.board(11)
	d.chief()
	d.press("enter")
	d.shows("D10 · Đảng bộ phường Lê Lợi", "Lô B2-010")
	d.press("enter")
	d.shows("Lô B2-010 · Đảng bộ phường Lê Lợi", "31.001109", "chưa tới bàn")
	d.press("4", "enter")
	page, ok := d.s.page().(*cardPage)
	if !ok || page.card != 31_001_111 {
		t.Fatalf("not the held card:\n%s", d.text())
	}
	d.press("esc")
	d.shows("▸4 Giữ 1")
	d.press("esc")
	d.shows("D10 · Đảng bộ phường Lê Lợi", "Xem tiếp")
	d.press("esc")
	if !strings.Contains(pointed(d.text()), "Lê Lợi") {
		t.Errorf("the choice moved:\n%s", d.text())
	}
}

func TestTheChoiceStaysWithItsUnitWhenTheOrderChanges(t *testing.T) {
	d := newDesktop(t)
	d.board(11)
	d.chief()
	d.choose("Tân Lập")
	d.others(stampdesk.OpenBatch{Unit: "D15"})
	d.shows("Đảng bộ xã Tân Lập")
	if line := pointed(d.text()); !strings.Contains(line, "Tân Lập") || !strings.Contains(line, "chờ quyết định") {
		t.Errorf("chosen is %q", line)
	}
}

func TestTheChoiceStaysWithItsRowWhileTheListIsSearched(t *testing.T) {
	d := newDesktop(t)
	d.board(11)
	d.chief()
	d.press("/")
	d.types("phuong")
	d.press("down", "down")
	unit := pointed(d.text())
	d.press("enter", "esc")
	if now := pointed(d.text()); now != unit {
		t.Errorf("back from the unit, chosen is %q, was %q", now, unit)
	}
	d.others(stampdesk.OpenBatch{Unit: "D15"})
	if now := pointed(d.text()); now != unit {
		t.Errorf("with a new batch elsewhere, chosen is %q, was %q", now, unit)
	}
	d.press("esc", "home")
	d.choose("Lê Lợi")
	d.press("enter", "enter", "/")
	d.types("0011")
	d.press("down")
	card := pointed(d.text())
	d.press("enter", "esc")
	if now := pointed(d.text()); now != card {
		t.Errorf("back from the card, chosen is %q, was %q", now, card)
	}
}

func TestAUnitIsFoundWithoutDiacriticsAndPIsALetterThen(t *testing.T) {
	d := newDesktop(t)
	d.board(11)
	d.chief()
	d.press("/")
	d.types("phuong dong")
	d.shows("Đảng bộ phường Đông Hòa")
	d.hides("Lê Lợi ", "Tân Lập")
	if d.s.over != nil {
		t.Error("p asked for papers")
	}
	d.press("esc")
	d.shows("Lê Lợi")
	if _, ok := d.s.page().(*roundPage); !ok {
		t.Error("Esc left the round")
	}
}

func TestTheUnitsOfTheRoundAddUpOnTheScreen(t *testing.T) {
	d := newDesktop(t)
	d.board(11)
	d.chief()
	var stamped, cards int
	p := d.s.page().(*roundPage)
	for i := range p.all.Units {
		stamped, cards = stamped+p.all.Units[i].Stamped, cards+p.all.Units[i].WithCard
	}
	d.shows(d.s.count(stamped) + "/" + d.s.count(cards))
}

func TestTheListsOfAUnitShowItsCardsOnly(t *testing.T) {
	d := newDesktop(t)
	d.board(11)
	d.chief()
	d.press("enter")
	d.choose("Thẻ đang giữ")
	d.press("enter")
	d.shows("31.001111", "Thẻ đang giữ (1) · Đảng bộ phường Lê Lợi")
	d.hides("31.001099") // of the next
	d.press("x")
	d.shows("Xử lý thẻ đang giữ")
	d.press("esc", "p")
	if d.s.over == nil {
		t.Errorf("no papers are offered:\n%s", d.text())
	}
	d.press("esc", "esc")
	d.choose("Thẻ chưa thu")
	d.press("enter")
	d.shows("Thẻ chưa thu", "Đảng bộ phường Lê Lợi")
	d.press("esc")
	d.choose("Đối chiếu")
	d.press("enter")
	if _, ok := d.s.page().(*reconciledUnit); !ok {
		t.Fatalf("not reconciled:\n%s", d.text())
	}
}

func TestABatchIsTakenInHandFromItsPage(t *testing.T) {
	d := newDesktop(t)
	d.board(11)
	d.chief()
	d.press("enter", "enter", "x")
	if d.s.front != atDesk || d.s.batch == nil || d.s.batch.ID != "B2-010" {
		t.Fatalf("not at work:\n%s", d.text())
	}
	d.scanned("31001115")
	d.shows("31.001115", "Enter")
}

func TestABatchIsHandedBackAndReopenedFromItsPage(t *testing.T) {
	d := newDesktop(t)
	d.board(11)
	d.chief()
	d.choose("Dĩ An")
	d.press("enter", "enter", "t")
	d.types("Chị Hoa")
	d.press("enter")
	if got := asked[stampdesk.ReturnBatch](d); len(got) != 1 || got[0].Batch != "B2-006" || got[0].To != "Chị Hoa" {
		t.Errorf("%+v", got)
	}
	d.shows("đã trả")
	d.press("k")
	d.shows("Lô B2-006")
	d.press("o")
	d.shows("Mở lại lô đã chốt", "Lô B2-006")
}

func TestThePapersOfTheRoundTheUnitAndTheBatchAreOrdered(t *testing.T) {
	d := newDesktop(t)
	d.board(11)
	d.chief()
	for _, on := range []string{"1", "3", "1"} {
		d.press("p", on, "enter")
		if d.s.note.tone != good {
			t.Errorf("nothing is printed:\n%s", d.text())
		}
		d.press("enter") // one deeper
	}
	got := asked[stampdesk.Print](d)
	want := []stampdesk.Print{{Document: stampdesk.TallySheet}, {Document: stampdesk.IntakeSheet, Unit: "D10"}, {Document: stampdesk.ReturnList, Batch: "B2-010"}}
	if len(got) != len(want) {
		t.Fatalf("%+v\n%s", got, d.text())
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("%+v, want %+v", got[i], want[i])
		}
	}
}

func TestAUnitAndABatchThatNobodyHasSaySo(t *testing.T) {
	d := newDesktop(t)
	d.board(11)
	d.chief()
	d.s.turnTo(&unitPage{unit: "ZZ"})
	d.update(clockMsg{})
	d.shows("ZZ", "Không có đơn vị này")
	d.press("enter")
	d.s.turnTo(&batchPage{batch: "B9-999"})
	d.update(clockMsg{})
	d.shows("Lô B9-999", "Không có lô này.")
	d.press("enter", "right", "7")
	if d.s.over != nil {
		t.Errorf("%T is asked", d.s.over)
	}
	d.press("esc", "esc")
	d.shows("Toàn đợt")
}

func TestACardThatIsScannedOnTheRoundIsKeptForTheDesk(t *testing.T) {
	d := newDesktop(t)
	d.board(11)
	d.chief()
	d.wedgeScan("31001115")
	if len(d.s.kept) != 1 || len(asked[stampdesk.Scan](d)) != 0 {
		t.Errorf("kept %v, asked %v", d.s.kept, asked[stampdesk.Scan](d))
	}
	d.press("enter", "enter", "x")
	d.shows("31.001115")
}

func TestTheCurveFitsEveryWindowAndHasNoSymbolsWithoutThem(t *testing.T) {
	s := newShell(Options{Lang: stampdesk.Vietnamese}.zero(), terminal{})
	for _, plain := range []bool{false, true} {
		s.term.plain = plain
		for days := 1; days < 400; days += 13 {
			c := curve{from: stampdesk.Date{Year: 2021, Month: 4, Day: 15}, days: days, need: days * 7, today: days / 2}
			for i := range days/2 + 1 {
				c.done = append(c.done, i*i%1461)
			}
			for w := 8; w < 130; w += 11 {
				for h := 0; h < 12; h++ {
					lines := s.curve(c, w, h)
					if len(lines) > h {
						t.Fatalf("%d days in %dx%d: %d lines", days, w, h, len(lines))
					}
					for _, l := range lines {
						if width(l) > w {
							t.Fatalf("%d days in %dx%d: %d cells: %q", days, w, h, width(l), l)
						}
						if plain && strings.ContainsFunc(l, func(r rune) bool { return r > 127 }) {
							t.Fatalf("not ASCII: %q", l)
						}
					}
				}
			}
		}
	}
}

func TestTheDaysAreReadOnceAndThenOnlyWhatIsNew(t *testing.T) {
	d := newDesktop(t)
	d.board(11)
	d.chief()
	p := d.s.page().(*roundPage)
	if got := p.days.Total(); got != p.all.Stamped {
		t.Errorf("%d by the days, %d by the tally", got, p.all.Stamped)
	}
	d.clock = d.clock.Add(time.Minute)
	d.press("enter", "enter", "x")
	d.scanned("31001115")
	d.press("enter", "b", "esc")
	before := d.s.days
	d.s.turnTo(&roundPage{})
	d.update(clockMsg{})
	p = d.s.page().(*roundPage)
	if p.days.Total() != before.Total()+1 {
		t.Errorf("%d, and %d before", p.days.Total(), before.Total())
	}
	d.shows("Hôm nay")
}

// BenchmarkTheRoundOf1300Units draws the round of a province, whole.
func BenchmarkTheRoundOf1300Units(b *testing.B) {
	now := day(4, 25)
	s := newShell(Options{Now: func() time.Time { return now }}.zero(), terminal{colours: termenv.ANSI})
	s.width, s.height = 120, 40
	p := &roundPage{round: testSetup.Round}
	var all stampdesk.Progress
	for i := range 1300 {
		u := stampdesk.UnitProgress{Unit: stampdesk.Unit{Code: stampdesk.UnitCode(fmt.Sprintf("D%04d", i)), Name: places[i%len(places)]}}
		u.WithCard, u.Stamped, u.Remaining = 100, i%100, 100-i%100
		u.State = stampdesk.UnitState(i % 7)
		all.Units = append(all.Units, u)
		all.WithCard, all.Stamped, all.Remaining = all.WithCard+100, all.Stamped+u.Stamped, all.Remaining+u.Remaining
	}
	p.take(s, all)
	for b.Loop() {
		if len(p.view(s, 120, 38)) != 38 {
			b.Fatal("not the whole window")
		}
	}
}
