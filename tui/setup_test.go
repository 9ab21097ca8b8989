package tui

import (
	"testing"

	"stampdesk"
	"stampdesk/store/mem"
)

// bare is a desk on a store in which nothing is but what founding makes, with
// no machine plugged in and the supervisor signed in.
func bare(d *desktop) {
	d.Helper()
	d.founded()
	d.types("gs1")
	d.press("enter")
	d.types("4321")
	d.press("enter")
}

// founded is the same with nobody signed in.
func (d *desktop) founded() {
	d.Helper()
	d.fail.Store = mem.New(stampdesk.Identity{ID: stampdesk.StoreID{2}})
	desk := &stampdesk.Desk{Store: d.fail, ID: "B1", Now: d.desk.Now, PINs: plainPINs{}}
	setup := testSetup
	setup.Board = stampdesk.Board{Name: "BAN TỔ CHỨC", Symbol: "-DS/BTC"}
	_, err := desk.Do(d.ctx, stampdesk.LayDown{Setup: setup, Person: stampdesk.Person{ID: "gs1", Name: "Giám sát 1"}, PIN: "4321"})
	must(d.T, err)
	d.s.opt.Look, d.s.opt.Setup = d.fail.View, setup
	d.s.board = newBoard(d.s.opt)
	d.update(noticeMsg{Notice{Journal: Device{Link: Up}}})
}

// setUp does the steps of the set-up as other commands do.
func (d *desktop) setUp() {
	d.Helper()
	round := d.setup().Round
	round.From, round.To = stampdesk.Date{Year: 2021, Month: 4, Day: 1}, stampdesk.Date{Year: 2021, Month: 5, Day: 1}
	d.asChief(
		stampdesk.ChangeSetup{Board: &testSetup.Board, Round: &round},
		stampdesk.LoadRoster{Roster: testRoster()},
		stampdesk.AddPerson{Person: stampdesk.Person{ID: "tt1", Name: "Người thao tác 1", Role: stampdesk.Operator}, PIN: "1234"},
		stampdesk.DecideStep{Step: stampdesk.PrinterStep},
	)
}

// header types a header of papers into its form, and approves it.
func (d *desktop) header() {
	d.Helper()
	for _, t := range []string{"TINH UY M", "BAN TO CHUC", "Da Nang", "-DS/BTC", "T/M BAN THUONG VU / TRUONG BAN", "Nguyen Van A", "", "Nhu tren / Luu"} {
		d.types(t)
		d.press("enter")
	}
}

// halfSetUp leaves the last step of the set-up to do.
func halfSetUp(d *desktop) {
	bare(d)
	d.setUp()
	d.update(noticeMsg{Notice{Scanner: Device{Link: Up}, Journal: Device{Link: Up}}})
}

var setupScreens = []goldenScreen{
	{"setup", bare, nil},
	{"setup-round", func(d *desktop) { bare(d); d.clock = d.clock.AddDate(5, 0, 0); d.press("down") }, nil},
	{"setup-scanner", func(d *desktop) { bare(d); d.press("down", "down") }, nil},
	{"setup-pass", func(d *desktop) { bare(d); d.press("down", "down", "down", "x") }, nil},
	{"setup-half", halfSetUp, nil},
	{"setup-resume", func(d *desktop) {
		bare(d)
		d.asChief(stampdesk.LoadRoster{Roster: testRoster()})
		d.press("ctrl+o")
		d.types("gs1")
		d.press("enter")
		d.types("4321")
		d.press("enter")
	}, nil},
	{"setup-operator", func(d *desktop) {
		d.founded()
		d.asChief(stampdesk.AddPerson{Person: stampdesk.Person{ID: "tt1", Name: "Người thao tác 1", Role: stampdesk.Operator}, PIN: "1234"})
		d.signedIn()
	}, nil},
	{"setup-help", func(d *desktop) { bare(d); d.press("?") }, nil},
	{"setup-header", func(d *desktop) { bare(d); d.press("enter"); d.types("TỈNH ỦY M"); d.press("enter", "enter") }, nil},
	{"setup-header-wrong", func(d *desktop) { bare(d); d.press("enter", "end", "enter") }, nil},
	{"setup-header-approve", func(d *desktop) { bare(d); d.press("enter"); d.header() }, nil},
	{"setup-round-form", func(d *desktop) { bare(d); d.press("3") }, nil},
	{"setup-round-past", func(d *desktop) {
		bare(d)
		d.clock = d.clock.AddDate(5, 0, 0)
		d.press("3", "down", "down", "down", "down")
		d.types("32/05/2026")
		d.press("end", "enter")
	}, nil},
	{"setup-round-keep", func(d *desktop) { bare(d); d.press("3", "end", "enter") }, nil},
}

func (d *desktop) prep() (p stampdesk.Preparation) {
	d.Helper()
	must(d.T, d.fail.View(d.ctx, func(s stampdesk.Snapshot) (err error) {
		p, err = stampdesk.PreparationOf(s)
		return err
	}))
	return p
}

func TestWhoFoundedTheStoreIsShownWhatToDoFirst(t *testing.T) {
	d := newDesktop(t)
	bare(d)
	if _, ok := d.screen().(*setupPage); !ok {
		t.Fatalf("not at the set-up:\n%s", d.text())
	}
	d.shows("Chuẩn bị bàn  còn 7 việc", "▸ ○ 2  Tiêu đề văn bản")
	d.press("esc") // left
	d.shows("Các lô", "Chưa có danh sách đảng viên")
	d.press("m", "c")
	d.shows("Chuẩn bị bàn  còn 7 việc")
}

func TestWhoFinishesAStepIsTakenToTheNextThatIsOpen(t *testing.T) {
	d := newDesktop(t)
	bare(d)
	d.press("down", "down", "up", "up", "enter") // there and back again
	d.header()
	d.press("enter")
	d.shows("✔ 2", "▸ ○ 3")
	d.press("up", "enter", "esc") // to look at it, and nothing follows
	d.shows("▸ ✔ 2")
}

func TestAfterACrashTheSetUpIsTakenUpWhereItWas(t *testing.T) {
	d := newDesktop(t)
	bare(d)
	d.press("enter")
	d.header()
	d.press("enter")
	d.shows("Tiêu đề văn bản: đã ghi.", "✔ 2", "▸ ○ 3")
	restart(d)
	d.types("gs1")
	d.press("enter")
	d.types("4321")
	d.press("enter")
	d.shows("✔ 2  Tiêu đề văn bản", "BAN TO CHUC · Da Nang", "▸ ○ 3")
}

func TestTheRoundIsKeptByOneKeyAndThatIsOnRecord(t *testing.T) {
	d := newDesktop(t)
	bare(d)
	d.press("down", "x")
	d.shows("Giữ nguyên đợt này", "15/05/2021")
	d.press("enter")
	d.shows("✔ 3", "Đợt kiểm tra: đã ghi.")
	if !d.prep().Decided[stampdesk.RoundStep] {
		t.Error("it is not in the journal")
	}
}

func TestTheFormOfARoundSaysWhatIsWrongWhereItIs(t *testing.T) {
	d := newDesktop(t)
	bare(d)
	d.press("3")
	for _, wrong := range []struct {
		at         int
		text, says string
	}{
		{roundOrdinal, "0", "Ghi một số"}, {roundBox, "7", "Ghi một số"}, {roundFrom, "15/05", "15/04/2021"},
		{roundTo, "01/01/2020", "ngày đầu trước ngày cuối"}, {roundUnitsBy, "hôm nay", "15/04/2021"},
	} {
		d.press("home")
		for range wrong.at {
			d.press("down")
		}
		was := d.s.over.(*roundForm).fields[wrong.at].text
		d.press("ctrl+u")
		d.types(wrong.text)
		d.press("end", "enter")
		d.shows("✘", wrong.says)
		if got := d.s.over.(*roundForm).on; got != wrong.at {
			t.Errorf("%s: the focus is on %d", wrong.text, got)
		}
		d.press("ctrl+u")
		d.types(was)
	}
	d.press("end", "enter")
	d.shows("Giữ nguyên đợt này") // nothing is different
}

func TestUntilThereIsABatchTheRoundMayBeAnother(t *testing.T) {
	d := newDesktop(t)
	bare(d)
	d.press("3")
	for _, text := range []string{"5", "1", "4", "01/03/2027", "31/03/2027"} {
		d.types(text)
		d.press("enter")
	}
	d.press("end", "enter")
	d.shows("✘", "Hết giá trị từ ngày: phải sau ngày cuối của đợt.")
	if got := d.s.over.(*roundForm).on; got != roundInvalid {
		t.Fatalf("the focus is on %d", got)
	}
	d.press("ctrl+u")
	d.types("01/04/2027")
	d.press("enter")
	d.types("20/03/2020")
	d.press("end", "enter")
	d.shows("Đơn vị nộp trước: không được trước ngày đầu của đợt.")
	d.press("ctrl+u")
	d.types("20/03/2027")
	d.press("end", "enter")
	d.shows("Lần thứ năm, ô 1, từ 01/03/2027 đến 31/03/2027, hết giá trị từ", "01/04/2027, đơn vị nộp trước 20/03/2027")
	d.press("enter")
	d.shows("Lần thứ năm", "✔ 3")
	if r := d.setup().Round; r.Ordinal != 5 || r.To != (stampdesk.Date{Year: 2027, Month: 3, Day: 31}) {
		t.Errorf("%+v", r)
	}
	d.asChief(stampdesk.LoadRoster{Roster: testRoster()}, stampdesk.OpenBatch{Unit: "PA"})
	d.update(clockMsg{})
	d.press("3")
	d.types("6")
	d.press("end", "enter")
	d.shows("Đợt đã bắt đầu")
}

func TestWhatWasTypedIntoAFormIsKept(t *testing.T) {
	d := newDesktop(t)
	bare(d)
	d.press("enter")
	d.types("TINH UY M?")
	d.press("esc", "enter")
	d.shows("TINH UY M?")
	d.press("esc", "3", "down", "down", "down")
	d.types("01/03/2027")
	d.press("esc", "3")
	d.shows("01/03/2027")
}

func TestAnOperatorAsksASupervisorForTheSetUp(t *testing.T) {
	d := newDesktop(t)
	d.founded()
	d.asChief(stampdesk.AddPerson{Person: stampdesk.Person{ID: "tt1", Name: "Người thao tác 1", Role: stampdesk.Operator}, PIN: "1234"})
	d.signedIn()
	if d.s.page() != nil {
		t.Fatal("the set-up is no operator's")
	}
	d.press("m", "c", "down", "down", "x")
	d.shows("Không có máy quét", "Mã giám sát")
	d.approves()
	d.shows("– 4", "không dùng: gõ số bằng tay")
	if !d.prep().Decided[stampdesk.ScannerStep] {
		t.Error("it is not in the journal")
	}
}

func TestMachinesAreReadyByFactsAndNotByWords(t *testing.T) {
	d := newDesktop(t)
	bare(d)
	d.update(noticeMsg{Notice{Scanner: Device{About: "gõ số bằng tay"}, Journal: Device{Link: Up}}})
	d.shows("○ 4  Máy quét              chưa nối", "○ 5  Máy in") // having none is a decision
	d.update(noticeMsg{Notice{Scanner: Device{Link: Up}, Printer: Device{Link: Up}, Journal: Device{Link: Up}}})
	d.shows("✔ 4  Máy quét", "✔ 5  Máy in", "còn 5 việc")
	d.unplug()
	d.shows("○ 4  Máy quét", "/dev/ttyACM0")
}

func TestTheFirstBatchComesAfterTheRoster(t *testing.T) {
	d := newDesktop(t)
	bare(d)
	d.press("8")
	d.shows("Nhập danh sách đảng viên trước")
	d.setUp()
	d.update(clockMsg{})
	d.press("8")
	d.shows("Nhận lô mới")
	d.types("phuong a")
	d.press("enter", "enter", "enter")
	if d.s.front != atDesk || d.s.batch == nil {
		t.Fatalf("not at the desk:\n%s", d.text())
	}
	d.press("m", "c")
	d.shows("✔ 8  Lô đầu tiên")
	d.press("esc", "esc")
	if d.s.front != atDesk {
		t.Error("not back at the desk")
	}
}

func TestASupervisorIsToldOnceWhereTheSetUpIs(t *testing.T) {
	d := newDesktop(t)
	bare(d)
	d.asChief(stampdesk.LoadRoster{Roster: testRoster()})
	d.press("ctrl+o")
	d.types("gs1")
	d.press("enter")
	d.types("4321")
	d.press("enter")
	d.shows("Chuẩn bị bàn còn 5 việc: bấm m", "Bấm n để nhận lô đầu tiên")
	d.press("m", "esc")
	d.hides("Chuẩn bị bàn còn")
}

func TestARoundLongOverIsSaidInTheSetUpAndNotOnTheListOfBatches(t *testing.T) {
	d := newDesktop(t)
	bare(d)
	d.clock = d.clock.AddDate(5, 0, 0)
	d.press("down")
	d.shows("Đợt này đã hết", "15/05/2021; thẻ đóng", "ghi chú quá hạn")
	d.press("esc")
	d.hides("15/05/2021", "đã qua")
}
