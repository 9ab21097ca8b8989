package tui

import (
	"testing"

	"stampdesk"
)

// scans has a test with a scanner on a cable, and with one that plays keyboard.
func scans(t *testing.T, test func(t *testing.T, scan func(*desktop, string))) {
	t.Run("on a cable", func(t *testing.T) { test(t, (*desktop).scanned) })
	t.Run("as a keyboard", func(t *testing.T) { test(t, (*desktop).wedgeScan) })
}

func TestWhoHasOnlyAScannerAnswersWhatIsAsked(t *testing.T) {
	scans(t, func(t *testing.T, scan func(*desktop, string)) {
		all := func(d *desktop, words ...string) {
			for _, w := range words {
				scan(d, "SD-"+w)
			}
		}
		d := newDesktop(t).atWork()
		scan(d, "31000401")
		all(d, "STAMP", "UNDO", "2", "YES")
		if got := asked[stampdesk.Void](d); len(got) != 1 || !got[0].Inked {
			t.Fatalf("undo: %+v\n%s", got, d.text())
		}
		scan(d, "31000402")
		all(d, "HOLD", "2", "YES")
		if got := asked[stampdesk.SetAside](d); len(got) != 1 || got[0].Reason != holdReasons[1] {
			t.Fatalf("hold: %+v\n%s", got, d.text())
		}
		scan(d, "31000403")
		all(d, "DAMAGED", "NO", "DAMAGED", "YES")
		if got := asked[stampdesk.SetAside](d); len(got) != 2 || got[1].Act != stampdesk.ActReportedDamaged {
			t.Fatalf("damaged: %+v\n%s", got, d.text())
		}
		scan(d, "31000491") // almost two numbers
		all(d, "2", "YES")
		if got := asked[stampdesk.Misread](d); len(got) != 1 || got[0].Is != 31_000_411 {
			t.Fatalf("near: %+v\n%s", got, d.text())
		}
		all(d, "BLANK", "YES", "PRINT", "2", "YES")
		if got := asked[stampdesk.Print](d); len(got) != 1 || got[0].Document != stampdesk.TallySheet {
			t.Fatalf("print: %+v\n%s", got, d.text())
		}
		scan(d, "31000412")
		all(d, "ALLOW", "3", "YES")
		if p, ok := d.s.over.(*approval); !ok || !p.at(stepPerson) || p.reason.at != 2 {
			t.Fatalf("approval: %T\n%s", d.s.over, d.text())
		}
		all(d, "1")
		d.shows("Trả lời câu hỏi trên màn hình trước")
		all(d, "NO")
		d.shows("GIỮ LẠI")
		all(d, "CLOSE", "NO", "BATCHES", "YES", "SHIFT", "NO")
		if d.s.front != atDesk || d.s.over != nil || d.s.batch == nil {
			t.Errorf("not back at the desk:\n%s", d.text())
		}
	})
}

func TestNoReplyByBarcodeStampsACardOrEndsTheProgram(t *testing.T) {
	scans(t, func(t *testing.T, scan func(*desktop, string)) {
		d := newDesktop(t).atWork()
		scan(d, "31000401")
		scan(d, "SD-YES")
		d.shows("Không có câu hỏi nào. Đã đóng dấu: SD-STAMP")
		scan(d, "SD-NO")
		if n := len(asked[stampdesk.Confirm](d)); n != 0 || d.model.desk.question == nil || d.s.over != nil {
			t.Fatalf("%d stamped\n%s", n, d.text())
		}
		d.press("ctrl+c")
		scan(d, "SD-YES")
		if _, ok := d.s.over.(*quitQuestion); !ok || d.quits() {
			t.Error("it ended")
		}
		scan(d, "SD-NO")
		d.shows("ĐÓNG DẤU")
	})
}

func TestABarcodeNeverTypesIntoAFieldOrAList(t *testing.T) {
	scans(t, func(t *testing.T, scan func(*desktop, string)) {
		d := newDesktop(t)
		afternoon(d)
		d.press("m")
		scan(d, "SD-2")
		d.shows("Thẻ đang giữ (4)")
		scan(d, "SD-1")
		d.shows("Thẻ đang giữ (4)", "Trả lời câu hỏi trên màn hình trước")
		d.hides("Tìm: 1")
		scan(d, "SD-YES")
		d.shows("Lịch sử")
		scan(d, "SD-NO")
		scan(d, "SD-NO")
		scan(d, "SD-NO")
		d.press("o")
		if d.s.over != nil {
			d.press("esc")
		}
		d.press("f4")
		scan(d, "SD-1")
		if d.s.lock == nil || d.s.lock.id.text+d.s.lock.pin.text != "" {
			t.Error("a barcode was typed into the sign-in")
		}
	})
}

func TestWhatIsSaidWhileSomethingIsAskedIsShown(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.press("esc")
	d.scanned("SD-CLOSE")
	d.shows("CHƯA đóng dấu, để lại vào chồng?", "Trả lời câu hỏi trên màn hình trước (SD-YES, SD-NO)")
	d.scanned("SD-NO")
	d.press("enter", "b", "n")
	d.types("phuong b")
	d.press("enter", "enter", "enter", "b", "q")
	d.types("x")
	d.press("enter")
	d.hides("Trả lời câu hỏi")
}
