package tui

import (
	"context"
	"strings"
	"testing"
	"time"

	"stampdesk"
)

// outside carries out requests at another desk, by the supervisor.
func (d *desktop) outside(all ...stampdesk.Request) {
	d.Helper()
	other := &stampdesk.Desk{Store: d.fail, ID: "B9", Now: func() time.Time { return d.clock }, PINs: plainPINs{}}
	must(d.T, other.ActAs(context.Background(), stampdesk.Person{ID: "gs1", Role: stampdesk.Supervisor}))
	for _, r := range all {
		outs, err := other.Do(context.Background(), r)
		must(d.T, err)
		for _, o := range outs {
			if o.Result == stampdesk.Declined {
				d.Fatalf("%T: %s %s", r, o.Refusal, o.About)
			}
		}
	}
}

// withMore has a board with a table of new cards, and more people: a member
// recognised since, one whose date is not known, and a guest.
func withMore(d *desktop) *desktop {
	d.Helper()
	round := testSetup.Round
	round.ListDate = stampdesk.Date{Year: 2021, Month: 4, Day: 15}
	rules := testSetup.Rules
	rules.NewCards = []stampdesk.Interval{
		{Boxes: stampdesk.BoxesOf(1, 2, 3, 4)}, {From: stampdesk.Date{Year: 2011, Month: 4, Day: 1}, Boxes: stampdesk.BoxesOf(2, 3, 4)},
		{From: stampdesk.Date{Year: 2016, Month: 4, Day: 4}, Boxes: stampdesk.BoxesOf(3, 4)}, {AtListDate: true, Boxes: stampdesk.BoxesOf(4)},
	}
	roster := testRoster()
	add := func(card stampdesk.CardNumber, name string, official stampdesk.Date, unit, host stampdesk.UnitCode) {
		roster.Members = append(roster.Members, stampdesk.Member{
			ID: stampdesk.MemberID(len(roster.Members) + 1), Card: card, Name: name, Official: official,
			Birth: stampdesk.Date{Year: 1990, Month: 2, Day: 3}, Unit: unit, Host: host, Cell: "Chi bộ 2", Status: stampdesk.Official,
		})
	}
	add(31_000_501, "Mai Thị Tươi", stampdesk.Date{Year: 2021, Month: 4, Day: 16}, "PA", "")
	add(31_000_502, "Lý Văn Vinh", stampdesk.Date{}, "PA", "")
	add(48_000_777, "Tạ Thị Xuân", stampdesk.Date{Year: 2001, Month: 2, Day: 3}, "", "PA")
	d.outside(stampdesk.ChangeSetup{Round: &round, Rules: &rules}, stampdesk.LoadRoster{Roster: roster})
	return d
}

// newCards has a batch of new cards of unit PA in hand.
func (d *desktop) newCards() *desktop {
	d.Helper()
	d.signedIn()
	d.request(stampdesk.OpenBatch{Unit: "PA", Kind: stampdesk.NewCards})
	d.update(clockMsg{})
	d.press("b", "q")
	d.types("13-QĐ/BTC")
	d.press("enter", "enter", "enter", "enter")
	if d.s.front != atDesk || d.s.batch == nil || d.s.batch.Kind != stampdesk.NewCards {
		d.Fatalf("no batch of new cards:\n%s", d.text())
	}
	return d
}

func TestANewCardSaysSoAndShowsItsBoxes(t *testing.T) {
	d := withMore(newDesktop(t)).newCards()
	d.scanned("31000401") // recognised in 1984
	d.shows("ĐÓNG DẤU · THẺ MỚI", "█1 ●█ █2 ●█ █3 ●█ █4 ●█", "đóng dấu 4 ô này", "Thẻ mới: đóng dấu vào ô 1, 2, 3, 4, rồi bấm Enter")
	d.press("enter")
	if got := asked[stampdesk.Confirm](d); len(got) != 1 || got[0].Boxes != stampdesk.BoxesOf(1, 2, 3, 4) {
		t.Errorf("%+v", got)
	}
}

func TestTheBoxesThatShouldBearAStampAreShown(t *testing.T) {
	d := withMore(newDesktop(t)).atWork()
	d.scanned("31000401")
	d.shows("│1 ■│ │2 ■│ │3 ■│ █4 ●█", "■ ô 1, 2, 3 phải có dấu", "cũ; thiếu thì giữ lại (g)")
	d.hides("THẺ MỚI")
}

func TestOtherBoxesForANewCardNeedASupervisor(t *testing.T) {
	for _, mode := range []stampdesk.Confirming{stampdesk.ConfirmKey, stampdesk.ConfirmNext} {
		t.Run(string(mode), func(t *testing.T) {
			d := withMore(newDesktop(t, func(o *Options) { o.Confirm = mode })).newCards()
			d.scanned("31000401")
			d.press("1")
			if mode == stampdesk.ConfirmNext {
				d.scanned("31000402")
			} else {
				d.press("enter")
			}
			d.shows("Đóng dấu ô khác cho thẻ mới", "31.000401", "ô 2, 3, 4 thay vì ô 1, 2, 3, 4")
			d.press("esc")
			if q := d.model.desk.question; q == nil || q.boxes != stampdesk.BoxesOf(2, 3, 4) {
				t.Fatalf("Esc lost what was chosen: %+v", q)
			}
			if d.press("enter"); mode == stampdesk.ConfirmNext {
				d.scanned("31000402")
			}
			d.press("down", "enter")
			d.types("gs1")
			d.press("enter")
			d.types("0000")
			d.press("enter")
			d.shows("Mã người dùng hoặc PIN không đúng", "Đóng dấu ô khác")
			d.types("4321")
			d.press("enter")
			over := asked[stampdesk.Override](d)
			if n := len(over); n != 2 || over[1].Boxes != stampdesk.BoxesOf(2, 3, 4) || over[1].Reason != stampdesk.ReasonNoDate {
				t.Fatalf("%+v\n%s", over, d.text())
			}
			d.shows("Giám sát cho phép đóng dấu.", "│1  │ █2 ●█ █3 ●█ █4 ●█")
			d.press("enter")
			d.shows("ĐÃ GHI", "ô 2, 3, 4")
		})
	}
}

func TestASupervisorLetsAHeldCardBeStamped(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000412") // of another unit
	d.shows("GIỮ LẠI", "o giám sát")
	d.press("o")
	d.shows("Cho phép đóng dấu", "31.000412", "Dương Thị Quý", "chưa cập nhật")
	d.scanned("31000403") // while the supervisor types
	d.shows("Thẻ 31.000403 vừa quét", "Cho phép đóng dấu")
	d.types("cap nhat")
	d.press("enter")
	d.types("gs1")
	d.press("enter")
	d.types("4321")
	d.press("enter")
	if got := asked[stampdesk.Override](d); len(got) != 1 || got[0].Card != 31_000_412 || got[0].Reason != stampdesk.ReasonNotEntered || got[0].By.Supervisor != "gs1" {
		t.Fatalf("%+v\n%s", got, d.text())
	}
	if q := d.model.desk.question; q == nil || q.Card != 31_000_412 {
		t.Fatalf("it was not presented:\n%s", d.text())
	}
	d.shows("ĐÓNG DẤU", "Giám sát cho phép đóng dấu.", "Đang chờ: 31.000403")
	d.press("enter")
	if o := d.model.desk.before; o == nil || o.Card != 31_000_412 || o.Entry.Act != stampdesk.ActStamped {
		t.Errorf("not stamped:\n%s", d.text())
	}
}

func TestWhatASupervisorBeganIsNotLost(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000412")
	d.press("o", "down", "enter")
	d.types("gs1")
	d.press("enter")
	d.types("43")
	for _, away := range []func(){
		func() { d.press("f1"); d.scanned("31000401"); d.press("esc") },
		func() { d.press("f1"); d.wedgeScan("31000402") },
		func() { d.press("ctrl+c"); d.scanned("31000403"); d.press("esc") },
		func() { d.press("f2", "f2") },
	} {
		if away(); d.model.desk.question != nil {
			t.Fatalf("a card was judged:\n%s", d.text())
		}
		d.shows("Cho phép đóng dấu", "chưa cập nhật", "gs1", "●●█")
	}
	d.types("21")
	d.press("enter")
	if q := d.model.desk.question; q == nil || q.Card != 31_000_412 {
		t.Fatalf("%+v\n%s", q, d.text())
	}
	d.shows("Đang chờ: 31.000401 (+2)")
}

func TestARefusalIsSaidWhereTheReasonIsGiven(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000412")
	d.press("o")
	d.supervisor("là thẻ của Nguyễn Thị Hồng Ánh")
	d.shows("Cho phép đóng dấu", "Ghi chú có họ tên đảng viên", "chỉ dùng", "Hồng Ánh█")
	d.press("ctrl+u")
	d.types("hồ sơ đã về")
	d.press("enter")
	for range 5 {
		d.press("enter")
		d.types("0000")
		d.press("enter")
	}
	d.shows("PIN sai quá nhiều lần: tạm khóa đến 09:4", "gs1█")
	if n := len(asked[stampdesk.Override](d)); n != 6 || d.s.over == nil {
		t.Errorf("%d asked, %T", n, d.s.over)
	}
}

func TestACardWithoutItsDateGetsTheBoxesThatTheSupervisorSays(t *testing.T) {
	d := withMore(newDesktop(t)).newCards()
	d.scanned("31000502")
	d.shows("GIỮ LẠI", "thiếu ngày")
	d.press("o", "enter")
	d.shows("Chọn ít nhất một ô")
	d.press("3", "4", "enter")
	d.types("theo quyết định")
	d.press("enter")
	d.types("gs1")
	d.press("enter")
	d.types("4321")
	d.press("enter")
	got := asked[stampdesk.Override](d)
	if len(got) != 1 || got[0].Boxes != stampdesk.BoxesOf(3, 4) || got[0].Reason != stampdesk.ReasonOther || got[0].Note != "theo quyết định" {
		t.Fatalf("%+v\n%s", got, d.text())
	}
	d.shows("█3 ●█ █4 ●█", "THẺ MỚI")
}

func TestAFinalVerdictSaysThatNobodyCanChangeIt(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000410")
	d.shows("KHÔNG ĐÓNG DẤU", "Không ai ở bàn cho đóng dấu được.")
	d.press("o")
	d.shows("Không ai được cho đóng dấu trường hợp này.")
	if d.s.over != nil {
		t.Errorf("%T", d.s.over)
	}
}

func TestASupervisorWhoIsSignedInGivesOnlyTheReason(t *testing.T) {
	d := newDesktop(t)
	d.types("gs1")
	d.press("enter")
	d.types("4321")
	d.press("enter")
	d.press("esc", "n")
	d.types("phuong a")
	d.press("enter", "enter", "enter")
	d.press("b", "q")
	d.types("12-QĐ/BTC")
	d.press("enter", "enter", "enter", "esc")
	d.scanned("31000412")
	d.press("o")
	d.hides("PIN")
	d.press("down", "enter")
	if got := asked[stampdesk.Override](d); len(got) != 1 || got[0].By.Supervisor != "" {
		t.Fatalf("%+v\n%s", got, d.text())
	}
	d.shows("Giám sát cho phép đóng dấu.")
}

func TestANumberThatIsAlmostOneIsAskedAbout(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000491")
	d.shows("Có phải thẻ này không?", "31.000491", "1  31.000401   Nguyễn Thị Hồng Ánh", "2  31.000411   Ngô Văn Phúc")
	d.press("enter")
	d.shows("Chọn thẻ bằng số")
	if n := len(asked[stampdesk.Misread](d)); n != 0 {
		t.Fatal("Enter assumed one")
	}
	d.press("2", "enter")
	if got := asked[stampdesk.Misread](d); len(got) != 1 || got[0] != (stampdesk.Misread{Card: 31_000_491, Is: 31_000_411}) {
		t.Fatalf("%+v", got)
	}
	if q := d.model.desk.question; q == nil || q.Card != 31_000_411 {
		t.Errorf("not presented:\n%s", d.text())
	}
}

// anothersNear has a number on hold that somebody else recorded, and asks
// about it.
func anothersNear(d *desktop) {
	d.Helper()
	d.scanned("31000491")
	d.press("esc")
	d.outside(stampdesk.AddPerson{Person: stampdesk.Person{ID: "tt2", Name: "Người thao tác 2", Role: stampdesk.Operator}, PIN: "5678"})
	d.press("f4")
	d.types("tt2")
	d.press("enter")
	d.types("5678")
	d.press("enter")
	d.scanned("31000491")
	d.press("2", "enter")
}

func TestAMisreadNumberThatAnotherHeldIsPutRightByASupervisor(t *testing.T) {
	d := newDesktop(t).atWork()
	anothersNear(d)
	d.shows("Sửa số đọc nhầm", "31.000491 là thẻ 31.000411 · Ngô Văn Phúc", "Người khác ghi giữ số này", "Mã giám sát")
	d.press("esc")
	d.shows("Có phải thẻ này không?", "▸ 2  31.000411")
	d.press("enter")
	d.types("gs1")
	d.press("enter")
	d.types("0000")
	d.press("enter")
	d.shows("Mã người dùng hoặc PIN không đúng", "Sửa số đọc nhầm")
	d.types("4321")
	d.press("enter")
	if q := d.model.desk.question; q == nil || q.Card != 31_000_411 || d.s.over != nil {
		t.Fatalf("not presented:\n%s", d.text())
	}
	d.press("enter")
	d.shows("ĐÃ GHI", "31.000411")
}

func TestWhyANumberCannotBePutRightIsSaidInTheQuestion(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000491")
	d.outside(stampdesk.Settle{Card: 31_000_491, As: stampdesk.SettleRelease, Reason: stampdesk.ReasonMistake})
	d.press("2", "enter")
	q, ok := d.s.over.(*nearQuestion)
	if !ok || q.wrong == "" {
		t.Fatalf("it does not say why:\n%s", d.text())
	}
	d.shows("Có phải thẻ này không?", q.wrong)
	d.press("esc")
	if d.s.over != nil || d.s.batch == nil {
		t.Errorf("not back at the desk:\n%s", d.text())
	}
}

func TestNoneOfTheCardsKeepsTheHold(t *testing.T) {
	for _, key := range []string{"esc", "0"} {
		d := newDesktop(t).atWork()
		d.scanned("31000491")
		d.press(key)
		if key == "0" {
			d.press("enter")
		}
		d.shows("GIỮ LẠI", "có thể đọc hoặc gõ nhầm", "Để vào khay GIỮ")
		d.press("o")
		d.shows("Có phải thẻ này không?")
		if n := len(asked[stampdesk.Misread](d)); n != 0 {
			t.Error("misread")
		}
	}
}

func TestTheOneCardThatItMayBeIsNotAssumedByAnEnterThatBounces(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31900405")
	d.shows("Có phải thẻ này không?", "1  31.000405")
	d.clock = d.s.now
	d.update(keyMsg("enter"))
	if n := len(asked[stampdesk.Misread](d)); n != 0 {
		t.Fatal("assumed")
	}
	d.press("enter")
	if got := asked[stampdesk.Misread](d); len(got) != 1 || got[0].Is != 31_000_405 {
		t.Errorf("%+v", got)
	}
}

func TestAGuestsSlipIsOfferedAfterItsStamp(t *testing.T) {
	d := withMore(newDesktop(t)).atWork()
	d.scanned("48000777")
	d.press("enter")
	d.shows("ĐÃ GHI", "Sinh hoạt tạm thời: in phiếu xác nhận (p)")
	d.press("p")
	d.shows("Phiếu xác nhận SHĐ tạm thời, thẻ 48.000777")
	d.press("enter")
	if got := asked[stampdesk.Print](d); len(got) != 1 || got[0].Document != stampdesk.GuestSlip || got[0].Card != 48_000_777 {
		t.Fatalf("%+v", got)
	}
	d.shows("Phiếu xác nhận SHĐ 48.000777, bản 1: đã chuyển tới máy in nhiệt.")
}

func TestAReissuedNumberSaysSoWhenItComesAgain(t *testing.T) {
	s := newShell(Options{Setup: testSetup, Desk: "B1"}.zero(), terminal{})
	o := &stampdesk.Outcome{
		Result: stampdesk.Judged, Raw: "31000401", Card: 31_000_401, Verdict: stampdesk.Verdict{Kind: stampdesk.Repeat, Boxes: stampdesk.BoxesOf(4)},
		Entry: &stampdesk.Entry{Act: stampdesk.ActStamped, Issue: 2},
	}
	if got := strings.Join(s.verdict(o).lines, "\n"); !strings.Contains(got, "đã cấp lại thẻ lần 2") || !strings.Contains(got, "thu lại") {
		t.Errorf("%s", got)
	}
	o.Entry.Issue = 1
	if got := strings.Join(s.verdict(o).lines, "\n"); strings.Contains(got, "cấp lại") {
		t.Errorf("%s", got)
	}
}

func TestAnUndoOfAnothersActNeedsASupervisor(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.press("enter")
	d.outside(stampdesk.AddPerson{Person: stampdesk.Person{ID: "tt2", Name: "Người thao tác 2", Role: stampdesk.Operator}, PIN: "5678"})
	d.press("ctrl+o")
	d.types("tt2")
	d.press("enter")
	d.types("5678")
	d.press("enter", "u", "2", "enter")
	d.shows("Hoàn tác", "31.000401", "mực đã lên", "ghi nhầm")
	d.press("esc")
	d.shows("Mực trên thẻ thì sao?")
	d.press("enter", "down", "enter")
	d.types("gs1")
	d.press("enter")
	d.types("4321")
	d.press("enter")
	got := asked[stampdesk.Void](d)
	if n := len(got); n != 3 || !got[2].Inked || got[2].Reason != stampdesk.ReasonMistake || got[2].By.Supervisor != "gs1" {
		t.Fatalf("%+v\n%s", got, d.text())
	}
	if d.s.over != nil {
		t.Errorf("%T is still open", d.s.over)
	}
	d.shows("ĐÃ HỦY GHI", "hộp ĐỔI")
}
