package tui

import (
	"strings"
	"testing"
	"time"

	"stampdesk"
)

// shiftBegun has a shift on.
func (d *desktop) shiftBegun() *desktop {
	d.Helper()
	d.press("s", "enter", "0", "enter")
	if !d.s.board.shift.on {
		d.Fatalf("no shift:\n%s", d.text())
	}
	return d
}

func TestAShiftBeginsWithANameAndACountOfTheTray(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000409")
	d.press("esc")
	d.shows("Chưa bắt đầu ca (phím s)")
	d.press("s")
	d.shows("Bắt đầu ca", "ca sáng", "theo sổ       1")
	d.press("down")
	d.shows("ca chiều")
	d.press("up", "enter", "2")
	d.shows("Đếm được 2, sổ ghi 1")
	d.press("enter")
	if got := asked[stampdesk.BeginShift](d); len(got) != 1 || got[0] != (stampdesk.BeginShift{Name: "ca sáng", Count: 2}) {
		t.Fatalf("%+v", got)
	}
	d.shows("Người thao tác 1   ca sáng   09:41", "Đã bắt đầu ca sáng.")
	d.hides("Chưa bắt đầu ca")
}

func TestAShiftOfAnotherName(t *testing.T) {
	d := newDesktop(t).signedIn()
	d.press("s")
	d.types("ca trực đêm")
	d.press("enter", "enter")
	if got := asked[stampdesk.BeginShift](d); len(got) != 1 || got[0] != (stampdesk.BeginShift{Name: "ca trực đêm", Count: -1}) {
		t.Fatalf("%+v", got)
	}
	d.shows("ca trực đêm")
}

func TestAShiftEndsWithTheHeldCardsAndItsSheet(t *testing.T) {
	d := newDesktop(t).atWork().shiftBegun()
	d.scanned("31000401")
	d.press("s")
	d.shows("Xử lý xong thẻ 31.000401 đang cầm trước.")
	d.press("enter")
	d.scanned("31000409")
	d.press("s")
	d.shows("Kết thúc ca · ca sáng", "31.000409  đã chuyển đi")
	d.hides("Đỗ Văn Mạnh")
	d.press("x", "enter")
	d.shows("phải là số")
	d.press("backspace", "1", "enter")
	d.types("khóa tủ số 2")
	d.press("enter")
	if got := asked[stampdesk.EndShift](d); len(got) != 1 || got[0] != (stampdesk.EndShift{Count: 1, Note: "khóa tủ số 2"}) {
		t.Fatalf("%+v", got)
	}
	d.shows("In biên bản của ca vừa kết thúc?")
	d.press("enter")
	if got := asked[stampdesk.Print](d); len(got) != 1 || got[0].Document != stampdesk.ShiftSheet || got[0].Shift != 1 {
		t.Fatalf("%+v", got)
	}
	d.shows("Biên bản ca 1, bản 1: đã chuyển tới máy in nhiệt.")
	d.hides("ca sáng")
}

func TestACardScannedWhileAShiftIsCountedComesAfterwards(t *testing.T) {
	d := newDesktop(t).atWork()
	d.press("s")
	d.scanned("31000401")
	d.wedgeScan("31000402")
	d.shows("Bắt đầu ca", "31.000401 (+1)")
	d.press("esc")
	if q := d.model.desk.question; q == nil || q.Card != 31_000_401 {
		t.Fatalf("%+v\n%s", q, d.text())
	}
	d.shows("Đang chờ: 31.000402")
}

// left leaves the desk alone for a time.
func (d *desktop) left(alone time.Duration) {
	d.Helper()
	d.clock = d.clock.Add(alone)
	d.update(idleMsg{})
}

const withLock = 10 * time.Minute

func withIdle(o *Options) { o.Idle = withLock }

func TestADeskThatIsLeftAloneLocksItself(t *testing.T) {
	d := newDesktop(t, withIdle).atWork()
	d.scanned("31000401")
	d.press("3")
	d.left(9 * time.Minute)
	d.shows("31.000401")
	d.left(time.Minute)
	d.shows("Bàn đang khóa", "tt1")
	d.hides("31.000401", "Nguyễn Thị Hồng Ánh", "Chi bộ")
	for _, k := range []string{"esc", "ctrl+c", "f1", "?", "ctrl+o", "f4", "b"} { // nothing opens it
		d.press(k)
		d.shows("Bàn đang khóa")
	}
	d.scanned("31000402")
	d.wedgeScan("31000403")
	d.hides("31.000402", "31.000403")
	d.shows("2 mã vừa quét được giữ lại")
	d.press("esc")
	d.types("9999")
	d.press("enter")
	d.shows("Mã người dùng hoặc PIN không đúng", "Bàn đang khóa")
	d.types("1234")
	d.press("enter")
	d.hides("Bàn đang khóa")
	d.shows("31.000401", "Ô 3, 4 – KHÁC ô đề nghị 4. Enter để ghi", "Đang chờ: 31.000402 (+1)")
	d.press("enter")
	if got := asked[stampdesk.Confirm](d); len(got) != 1 || got[0].Boxes != stampdesk.BoxesOf(3, 4) {
		t.Errorf("%+v", got)
	}
}

func TestCardsScannedWhileTheDeskIsLockedComeAfterwards(t *testing.T) {
	for _, where := range []string{"desk", "list"} {
		t.Run(where, func(t *testing.T) {
			d := newDesktop(t, withIdle).atWork()
			if where == "list" {
				d.press("b")
			}
			d.left(10 * time.Minute)
			before := len(d.model.desk.recent.all)
			d.scanned("31000401")
			d.wedgeScan("31000402")
			if d.model.desk.question != nil || len(d.model.desk.recent.all) != before {
				t.Fatal("a card was judged behind the lock")
			}
			d.types("1234")
			d.press("enter")
			if where == "list" {
				d.shows("Các lô", "Thẻ 31.000401 (+1) vừa quét")
				d.press("esc")
			}
			d.shows("31.000401", "Đóng dấu vào ô 4", "Đang chờ: 31.000402")
			if d.s.batch == nil || d.s.batch.ID != "B1-001" || d.s.parked != "" {
				t.Errorf("batch %+v, put down %q", d.s.batch, d.s.parked)
			}
		})
	}
}

// A sign-in takes the batch in hand that the journal names; who unlocks the
// desk goes on with the one that lay there.
func TestTheBatchThatLayThereIsInHandAfterALock(t *testing.T) {
	d := newDesktop(t, withIdle).atWork()
	d.scanned("31000401")
	d.press("enter", "b", "n")
	d.types("phuong b")
	d.press("enter", "enter", "enter") // B1-002
	d.press("b", "up", "up", "enter")
	other := d.s.batch.ID
	d.left(10 * time.Minute)
	d.types("1234")
	d.press("enter")
	if d.s.batch == nil || d.s.batch.ID != other || d.s.parked != "" {
		t.Errorf("%s, then %+v", other, d.s.batch)
	}
}

func TestAnotherPersonTakesTheDeskOverWithinTheBatch(t *testing.T) {
	d := newDesktop(t, withIdle).atWork()
	d.outside(stampdesk.AddPerson{Person: stampdesk.Person{ID: "tt2", Name: "Người thao tác 2", Role: stampdesk.Operator}, PIN: "5678"})
	d.scanned("31000401")
	d.press("f4")
	d.shows("Xử lý xong thẻ 31.000401 đang cầm trước.")
	d.press("enter", "f4")
	d.shows("Giao bàn cho người khác")
	d.press("esc")
	d.shows("ĐÃ GHI")
	d.press("f4")
	d.types("tt2")
	d.press("enter")
	d.types("5678")
	d.press("enter")
	d.shows("Người thao tác 2", "Lô 001")
	if d.s.batch == nil || d.s.batch.ID != "B1-001" {
		t.Errorf("%+v", d.s.batch)
	}
	d.scanned("31000402")
	d.left(10 * time.Minute)
	d.press("tab")
	d.types("tt1")
	d.press("enter")
	d.types("1234")
	d.press("enter")
	d.shows("Người thao tác 1", "31.000402", "ĐÃ ĐÓNG CHƯA?") // who comes cannot know
}

func TestAHandOverThatIsLeftAloneBecomesALock(t *testing.T) {
	d := newDesktop(t, withIdle).atWork()
	d.press("f4")
	d.left(10 * time.Minute)
	d.shows("Bàn đang khóa")
	d.press("esc")
	d.shows("Bàn đang khóa")
}

func TestALockThatCannotBeRecordedIsTriedAgain(t *testing.T) {
	d := newDesktop(t, withIdle).atWork()
	d.left(withLock)
	d.fail.err = errDisk
	d.types("1234")
	d.press("enter")
	d.shows("Bàn đang khóa", "KHÔNG ĐƯỢC ĐÓNG DẤU")
	d.fail.err = nil
	d.types("1234")
	d.press("enter")
	d.hides("Bàn đang khóa")
	d.scanned("31000401")
	d.shows("31.000401", "Đóng dấu vào ô 4")
}

func TestAKeyOrAScanKeepsTheDeskOpen(t *testing.T) {
	d := newDesktop(t, withIdle).atWork()
	d.left(9 * time.Minute)
	d.press("esc")
	d.left(9 * time.Minute)
	d.scanned("31000409")
	d.left(8 * time.Minute)
	d.shows("Lô 001")
	d.left(2 * time.Minute)
	d.shows("Bàn đang khóa")
	never := newDesktop(t).atWork()
	never.left(100 * time.Hour)
	never.shows("Lô 001")
}

func TestALockOutSaysUntilWhen(t *testing.T) {
	d := newDesktop(t)
	d.types("tt1")
	d.press("enter")
	for range 5 {
		d.types("0000")
		d.press("enter")
	}
	d.shows("tạm khóa đến 09:4")
	d.hides("tạm khóa đến giờ này")
	d.outside(stampdesk.SetDisabled{Person: "tt1", Disabled: true})
	d.clock = d.clock.Add(time.Hour)
	d.types("1234")
	d.press("enter")
	d.shows("tt1: Người này không còn được đăng nhập.")
}

func TestThePlanOfDutiesWarns(t *testing.T) {
	d := newDesktop(t)
	duties := []stampdesk.Duty{
		{Day: stampdesk.Date{Year: 2021, Month: 4, Day: 20}, Desk: "B1", People: []stampdesk.PersonID{"tt5", "tt6"}},
		{Day: stampdesk.Date{Year: 2021, Month: 4, Day: 21}, Desk: "B1", People: []stampdesk.PersonID{"tt1"}},
	}
	d.outside(stampdesk.ChangeSetup{Duties: &duties})
	d.signedIn()
	d.shows("! Lịch trực hôm nay của bàn B1: tt5, tt6.")
	d.clock = d.clock.Add(24 * time.Hour)
	d.update(clockMsg{})
	d.hides("Lịch trực")
}

func TestDeadlinesThatAreNearStandOnTheList(t *testing.T) {
	d := newDesktop(t).signedIn()
	d.hides("hết đợt")
	r := d.setup().Round
	r.UnitsBy, r.ReportBy, r.To = stampdesk.Date{Year: 2021, Month: 4, Day: 19}, stampdesk.Date{Year: 2021, Month: 4, Day: 23}, stampdesk.Date{Year: 2021, Month: 4, Day: 20}
	d.others(stampdesk.ChangeSetup{Round: &r})
	d.shows("Đơn vị nộp thẻ 19/04/2021 (đã qua)", "hết đợt 20/04/2021 (hôm nay)")
	d.size(120, 40)
	d.shows("hết đợt 20/04/2021 (hôm nay) · báo cáo cấp trên 23/04/2021 (còn 3 ngày)")
	d.others(stampdesk.CloseRound{Note: "xong"})
	d.hides("hết đợt")
}

// closedBatch has batch 001 closed, and the list in front.
func closedBatch(d *desktop) {
	worked(d)
	d.press("c", "enter")
	d.supervisor("giao thiếu")
	d.press("enter")
}

func TestAClosedBatchIsReopenedByASupervisor(t *testing.T) {
	d := newDesktop(t)
	closedBatch(d)
	d.press("o")
	d.shows("Mở lại lô đã chốt", "Lô 001", "Đảng bộ phường A")
	d.supervisor("")
	if got := asked[stampdesk.ReopenBatch](d); len(got) != 1 || got[0].Batch != "B1-001" || got[0].Note != "ghi nhầm" || got[0].By.Supervisor != "gs1" {
		t.Fatalf("%+v\n%s", got, d.text())
	}
	d.shows("Lô 001 đã mở lại.")
	d.press("o")
	d.shows("Lô 001: chưa chốt")
	d.press("t")
	d.shows("Lô 001: Lô chưa chốt.")
}

func TestAClosedBatchIsHandedOver(t *testing.T) {
	d := newDesktop(t)
	closedBatch(d)
	d.press("t")
	d.shows("Giao trả lô cho đơn vị", "Người thao tác 1")
	d.press("enter")
	d.shows("Cần tên người giao và người nhận.")
	d.types("Chị Lan")
	d.press("enter")
	if got := asked[stampdesk.ReturnBatch](d); len(got) != 1 || got[0] != (stampdesk.ReturnBatch{Batch: "B1-001", From: "Người thao tác 1", To: "Chị Lan"}) {
		t.Fatalf("%+v", got)
	}
	d.shows("Lô 001 đã giao cho Chị Lan.", "đã trả")
	d.press("t")
	d.shows("Lô 001: đã trả đơn vị.")
}

func TestFiguresThatAUnitDeclares(t *testing.T) {
	d := newDesktop(t).atWork()
	d.outside(stampdesk.Declare{Batch: "B1-001", Declared: stampdesk.Declared{"members": 12, "lost": 2}})
	d.press("b", "k")
	d.shows("Số liệu đơn vị báo", "Thẻ mất (mẫu 4)                     2")
	d.types("11")
	d.press("enter", "enter", "9", "x", "enter")
	d.shows("phải là số")
	d.press("backspace", "enter", "enter", "backspace", "enter", "enter")
	got := asked[stampdesk.Declare](d)
	if len(got) != 1 || len(got[0].Declared) != 3 || got[0].Declared["with_card"] != 11 || got[0].Declared["proposed"] != 9 || got[0].Declared["members"] != 12 {
		t.Fatalf("%+v\n%s", got, d.text())
	}
	d.shows("Đã ghi số liệu đơn vị báo của lô 001.")
}

func TestTheKindOfABatchIsChosenAndShown(t *testing.T) {
	d := newDesktop(t).signedIn()
	d.press("n")
	d.shows("▸ 1 thẻ đơn vị")
	d.press("tab", "tab", "tab", "3", "enter")
	if got := asked[stampdesk.OpenBatch](d); len(got) != 1 || got[0].Kind != stampdesk.NewCards || got[0].Unit == "" {
		t.Fatalf("%+v\n%s", got, d.text())
	}
	d.press("b")
	d.shows("· thẻ mới")
}

func TestEveryActOfTheDeskHasABarcode(t *testing.T) {
	has := map[string]bool{}
	for word, in := range commands {
		if has[in.String()] {
			t.Errorf("two words for %q", in.String())
		}
		has[in.String()] = true
		if _, err := stampdesk.ParseCard("SD-" + word); err == nil {
			t.Errorf("SD-%s is a card", word)
		}
	}
	for _, act := range strings.Fields("enter f4 l d g t u c p k o b s / 1 2 3 4 5 6 7 8 9") {
		if !has[act] {
			t.Errorf("%q has none", act)
		}
	}
}

func TestTheBarcodeOfABatchTakesIt(t *testing.T) {
	for name, scan := range map[string]func(*desktop, string){"on a cable": (*desktop).scanned, "as a keyboard": (*desktop).wedgeScan} {
		t.Run(name, func(t *testing.T) {
			d := newDesktop(t)
			closedBatch(d)
			d.press("n")
			d.types("phuong b")
			d.press("enter", "enter", "enter", "b")
			scan(d, "SD-B-B1-002")
			if d.s.front != atDesk || d.s.batch == nil || d.s.batch.ID != "B1-002" {
				t.Fatalf("%+v\n%s", d.s.batch, d.text())
			}
			scan(d, "SD-B-B1-001")
			d.shows("B1-001: Lô đã chốt.")
			if d.s.batch == nil || d.s.batch.ID != "B1-002" {
				t.Errorf("%+v", d.s.batch)
			}
			scan(d, "SD-B-B1-009")
			d.shows("B1-009: Không có lô này.")
			scan(d, "SD-ALLOW")
			d.shows("Không có thẻ nào đang bị giữ")
			scan(d, "SD-SHIFT")
			d.shows("Bắt đầu ca")
			d.press("esc")
			scan(d, "SD-HAND")
			d.shows("Giao bàn cho người khác")
		})
	}
}
