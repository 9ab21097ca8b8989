package tui

import (
	"context"
	"errors"
	"slices"
	"testing"

	"stampdesk"
)

// inForce is the roster that the store has in force.
func (d *desktop) inForce() (now, before stampdesk.RosterInfo) {
	d.Helper()
	must(d.T, d.fail.View(d.ctx, func(s stampdesk.Snapshot) (err error) {
		if now, err = s.Roster(); err == nil {
			before, err = s.RosterBefore()
		}
		return err
	}))
	return now, before
}

func TestARosterIsAppliedByASupervisorAfterItsNumbersWereNamed(t *testing.T) {
	d := newDesktop(t, withFiles)
	afternoon(d)
	was, _ := d.inForce()
	d.reads("thang")
	d.shows("14 dòng", "“NguyÔn V¨n H¶i” đọc là “Nguyễn Văn Hải”", "3 mới, 2 thay đổi, 1 không còn, 1 đơn vị mới; 3")
	d.press("x")
	d.shows("Đưa vào: 3 mới, 2 thay đổi, 1 không còn")
	if len(asked[stampdesk.LoadRoster](d)) != 0 {
		t.Fatal("the desk was asked before anybody approved")
	}
	d.press("enter")
	d.shows("dsdv-thang-4.xlsx: 3 mới, 2 thay đổi")
	d.approves()
	d.shows("Đã đưa vào, sổ ghi số", "Danh sách trước vẫn được giữ")
	now, before := d.inForce()
	if now.Hash == was.Hash || before.Hash != was.Hash || now.Members != 14 {
		t.Errorf("in force %v, before it %v", now, before)
	}
	d.press("x")
	d.shows("Tệp này đã được đưa vào.")
	if n := len(asked[stampdesk.LoadRoster](d)); n != 1 {
		t.Errorf("applied %d times", n)
	}
}

func TestAFileWithErrorsCannotBeAppliedAndSaysHowToGoOn(t *testing.T) {
	d := newDesktop(t, withFiles)
	d.atWork()
	f := d.reads("sai")
	d.shows("57 lỗi: chưa đưa vào được, chưa có gì thay đổi", "1 Lỗi (57)", "31.00O412")
	d.press("x")
	d.shows("Còn lỗi nên chưa đưa vào được.")
	if d.s.over != nil {
		t.Error("it asks whether to apply it")
	}
	d.press("e")
	d.shows("Đã ghi tệp dsdv-sai-loi.csv", "sửa các dòng có lý do rồi")
	if len(f.written) != 1 {
		t.Errorf("%v", f.written)
	}
	d.press("f2")
	d.shows("Line 14: “31.00O412”.")
	d.hides("Dòng 14")
	d.press("f2", "/")
	d.types("line 230") // found by either
	d.shows("Dòng 230")
	d.hides("Dòng 14")
}

func TestAFileWhoseColumnsAreNotKnownSaysWhereToAssignThem(t *testing.T) {
	d := newDesktop(t, withFiles)
	d.atWork()
	f := d.importer()
	f.files[home+"lạ.csv"] = func(_ context.Context, q ImportQuery) (*Import, error) {
		return &Import{Format: "csv", Columns: tableColumns(q), Problems: []string{"Thiếu cột “Số thẻ”."}, ProblemCount: 1}, nil
	}
	d.reads("la")
	d.shows("Chưa đọc được dòng nào", "Sang trang 3 Cột")
}

func TestACancelledReadingSendsNothingAndComesBackToTheFiles(t *testing.T) {
	d := newDesktop(t, withFiles)
	d.atWork()
	f := d.importer()
	was, _ := d.inForce()
	readingHalf(d)
	sent := len(d.sent)
	d.shows("Đang đọc tệp", "54.000/127.455 dòng", "dòng/giây · còn")
	d.press("esc")
	d.shows("Đã dừng. Không có gì thay đổi.", "thang█", "dsdv-thang-4.xlsx")
	d.slow = false
	d.update(clockMsg{}) // the stopped reading ends now
	d.shows("dsdv-thang-4.xlsx")
	d.hides("Không đọc được")
	if now, _ := d.inForce(); now != was || len(d.sent) != sent || d.s.task != nil {
		t.Errorf("in force %v, sent %v", now, d.sent[sent:])
	}
	if len(f.read) != 1 {
		t.Errorf("read %d times", len(f.read))
	}
	d.press("enter") // and once more, to the end
	d.shows("3 mới")
}

func TestReadingIsStoppedWhenItsPageGoesAway(t *testing.T) {
	d := newDesktop(t, withFiles)
	d.atWork()
	readingHalf(d)
	task := d.s.task
	d.press("ctrl+o")
	if !task.stopped {
		t.Error("it goes on after the person left")
	}
	d.slow = false
	d.update(clockMsg{})
	if d.s.task != nil || d.s.over != nil {
		t.Errorf("left: %v, %v", d.s.task, d.s.over)
	}
}

func TestACardScannedWhileAFileIsReadIsKept(t *testing.T) {
	for name, scan := range map[string]func(*desktop, string){"on a cable": (*desktop).scanned, "as a keyboard": (*desktop).wedgeScan} {
		t.Run(name, func(t *testing.T) {
			d := newDesktop(t, withFiles)
			d.atWork()
			readingHalf(d)
			scan(d, "31000410")
			d.shows("Đang đọc tệp", "Thẻ 31.000410 vừa quét: xong việc này sẽ làm tiếp.")
			d.slow = false
			d.update(clockMsg{})
			d.shows("3 mới", "Thẻ 31.000410 vừa quét")
			d.press("esc", "esc", "esc", "esc", "esc")
			d.shows("KHÔNG ĐÓNG DẤU", "31.000410   Hồ Thị Ngọc")
		})
	}
}

func TestTheSearchGoesOnWhileAFileIsRead(t *testing.T) {
	d := newDesktop(t, withFiles)
	d.atWork()
	readingHalf(d)
	d.press("f3")
	d.types("lụa")
	d.shows("31.000408", "Bùi Thị Lụa")
	d.press("esc")
	d.shows("Đang đọc tệp", "54.000")
}

func TestAnImportThatFailedSaysWhyAndReadsAgain(t *testing.T) {
	d := newDesktop(t, withFiles)
	d.atWork()
	f := d.reads("hỏng")
	d.shows("Không đọc được tệp", "thiếu xl/workbook.xml", "Enter: đọc lại")
	f.files[home+"hỏng.xlsx"] = f.asRead(newRoster())
	d.press("enter")
	d.shows("3 mới")
}

func TestADraftThatIsOutdatedIsLookedAtAgain(t *testing.T) {
	other := func(d *desktop) {
		r := testRoster()
		r.Members[3].Cell = "Chi bộ 9"
		d.asChief(stampdesk.LoadRoster{Roster: r})
	}
	t.Run("where the page has seen the other roster", func(t *testing.T) {
		d := newDesktop(t, withFiles)
		d.atWork()
		f := d.reads("thang")
		other(d)
		d.update(clockMsg{})
		d.shows("Danh sách đang dùng đã thay đổi từ khi so. x: đọc lại")
		d.press("x")
		d.shows("So với danh sách đang dùng: 3 mới, 4 thay đổi")
		if len(f.read) != 2 || d.s.over != nil {
			t.Errorf("read %d times", len(f.read))
		}
	})
	t.Run("where only the desk has", func(t *testing.T) {
		d := newDesktop(t, withFiles)
		d.atWork()
		f := d.reads("thang")
		d.press("x", "enter")
		other(d)
		d.s.stale = false // nobody looked
		d.approves()
		d.shows("Danh sách đảng viên đã được thay từ khi xem trước", "x: đọc lại")
		if d.s.over != nil {
			t.Error("the approval is still there")
		}
		d.press("x")
		d.shows("So với danh sách đang dùng")
		d.press("x", "enter")
		d.approves()
		d.shows("Đã đưa vào")
		if len(f.read) != 2 {
			t.Errorf("read %d times", len(f.read))
		}
	})
}

func TestAWrongPINLosesNothing(t *testing.T) {
	d := newDesktop(t, withFiles)
	d.atWork()
	d.reads("thang")
	d.press("x", "enter")
	d.types("gs1")
	d.press("enter")
	d.types("9999")
	d.press("enter")
	d.shows("Mã người dùng hoặc PIN không đúng.")
	d.press("esc")
	d.shows("Đã ghi sẵn, chưa đưa vào")
	d.press("x")
	d.approves()
	d.shows("Đã đưa vào")
}

func TestARosterThatShrinksNeedsTheNumberOfThoseWhoGo(t *testing.T) {
	d := newDesktop(t, withFiles)
	d.asChief(stampdesk.LoadRoster{Roster: manyMembers(100)})
	d.atWork()
	d.reads("nua tep")
	d.press("x")
	d.shows("111 trong 112 đảng viên sẽ không còn", "Nếu đúng, gõ 111:")
	d.press("enter")
	d.shows("Số gõ vào chưa đúng")
	d.types("11")
	d.press("enter")
	d.shows("Số gõ vào chưa đúng")
	d.press("esc", "x")
	d.shows("gõ 111: 11█") // what was typed is there
	d.types("1")
	d.press("enter")
	d.shows("Mã giám sát")
}

func TestDepartedMembersComeBackOnlyWhenTheirNumberIsTyped(t *testing.T) {
	d := newDesktop(t, withFiles)
	r := testRoster()
	r.Members[0].Status = stampdesk.Deceased // the file says otherwise
	d.asChief(stampdesk.LoadRoster{Roster: r})
	d.atWork()
	d.reads("thang")
	d.press("x")
	d.shows("1 người đã đi", "từ trần", r.Members[0].Name, "Nếu đúng, gõ 1:")
	d.press("enter")
	d.shows("Số gõ vào chưa đúng")
	d.types("1")
	d.press("enter")
	d.approves()
	d.shows("Đã đưa vào")
	if q := asked[stampdesk.LoadRoster](d); len(q) == 0 || !slices.Contains(q[len(q)-1].Meant, stampdesk.AlarmBack) {
		t.Errorf("%+v", q)
	}
}

func TestASavingThatFailedSaysWhy(t *testing.T) {
	d := newDesktop(t, withFiles)
	d.atWork()
	d.reads("thang").failSave = errors.New("write roster: no space left on device")
	d.press("x", "enter")
	d.shows("no space left on device", "3 mới")
	if d.s.over != nil || len(asked[stampdesk.LoadRoster](d)) != 0 {
		t.Error("it goes on")
	}
}

func TestAListNeedsNoSupervisorAndIsAppraisedAfterwards(t *testing.T) {
	d := newDesktop(t, withFiles)
	afternoon(d)
	listRead(d)
	d.shows("Nhập mẫu 2 của lô 001", "4 dòng, thay danh sách đã nhập (thêm 0, bớt 3 dòng)", "Khác danh sách (4)")
	d.press("5")
	d.shows("31.000401: mẫu 2 là Nguyễn Thị Hồng Anh", "66.000001 Lý Văn Tư")
	d.press("x")
	d.shows("Đưa vào mẫu 2 của lô 001: 4 dòng, thay danh sách đã nhập")
	d.press("enter")
	d.shows("Đã đưa vào, sổ ghi số", "4 dòng")
	if got := asked[stampdesk.LoadList](d); len(got) != 1 || got[0].Form != stampdesk.FormStamp || got[0].Batch != "B1-001" {
		t.Errorf("%+v", got)
	}
	d.press("x")
	d.shows("Thẩm định lô 001")
}

func TestTheRosterBeforeIsPutBackByASupervisor(t *testing.T) {
	d := newDesktop(t, withFiles)
	afternoon(d)
	now, before := d.inForce()
	d.press("m", "9")
	d.shows("Đang dùng             12 đảng viên, 9 có thẻ", "Danh sách trước       12 đảng viên, 10 có thẻ")
	d.press("3", "down", "enter")
	d.shows("Đang dùng: 12 đảng viên, 9 có thẻ")
	d.approves()
	d.shows("danh sách trước đã được đưa lại")
	if a, b := d.inForce(); a.Hash != before.Hash || b.Hash != now.Hash {
		t.Errorf("in force %v, before it %v", a, b)
	}
	d.shows("Đang dùng             12 đảng viên, 10 có thẻ")
}

func TestTheRosterThatComesBackIsTheOneThatWasNamed(t *testing.T) {
	d := newDesktop(t, withFiles)
	afternoon(d)
	d.press("m", "9", "3", "down", "enter")
	d.outside(stampdesk.LoadRoster{Roster: manyMembers(1)}) // in a second window, while the supervisor comes
	now, _ := d.inForce()
	d.approves()
	d.shows("đã được thay từ khi xem trước")
	if a, _ := d.inForce(); a.Hash != now.Hash {
		t.Error("another roster came back than the one that was named")
	}
}

func TestWithoutAnImporterOnlyTheRosterBeforeCanComeBack(t *testing.T) {
	d := newDesktop(t)
	d.signedIn()
	d.press("m", "9", "1")
	d.shows("Chưa có danh sách đảng viên nào trước danh sách này.")
}

func TestAFileThatIsReadBeforeThePageHasLookedAtTheStoreIsNotOutdated(t *testing.T) {
	d := newDesktop(t, withFiles)
	d.atWork()
	d.imports()
	var late []errand
	soon := d.testOnlyErrands
	d.testOnlyErrands = func(e errand) { late = append(late, e) }
	d.types("thang")
	d.press("enter")
	d.shows("So với danh sách đang dùng")
	d.testOnlyErrands = soon
	if len(late) == 0 {
		t.Fatal("the page does not look")
	}
	d.errands = append(d.errands, late...)
	d.update(clockMsg{})
	d.shows("So với danh sách đang dùng")
	d.hides("đã thay đổi từ khi so")
}
