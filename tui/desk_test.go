package tui

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"stampdesk"
)

func TestNothingIsGreenBeforeTheEntryIsDurable(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.shows("ĐÓNG DẤU", "Đóng dấu vào ô 4, rồi bấm Enter")
	d.hides("ĐÃ GHI")
	if p := d.model.desk.panel(d.s); p.tone != work {
		t.Errorf("tone %d while it is asked", p.tone)
	}
	d.press("enter")
	d.shows("ĐÃ GHI số")
	if p := d.model.desk.panel(d.s); p.tone != good {
		t.Errorf("tone %d after it is recorded", p.tone)
	}
}

func TestTheChosenBoxesAndTheLaminationAreRecorded(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.press("3", "l")
	d.shows("ÉP LẠI", "Ép lại trước. Ô 3, 4 – KHÁC ô đề nghị 4. Enter để ghi")
	d.press("enter")
	got := asked[stampdesk.Confirm](d)
	if want := (stampdesk.Confirm{Card: 31_000_401, Boxes: stampdesk.BoxesOf(3, 4), Relaminated: true}); len(got) != 1 || got[0] != want {
		t.Errorf("%+v", got)
	}
}

func TestACardWithoutABoxIsNotConfirmed(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.press("4", "enter")
	if n := len(asked[stampdesk.Confirm](d)); n != 0 {
		t.Errorf("%d confirmed", n)
	}
	d.shows("Chọn ít nhất một ô")
}

// An Enter that bounces must not answer for the card whose turn came by itself.
func TestOneEnterAnswersForOneCard(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.scanned("31000402")
	d.press("enter")
	d.update(keyMsg("enter"))
	if n := len(asked[stampdesk.Confirm](d)); n != 1 {
		t.Fatalf("%d confirmed", n)
	}
	d.press("enter")
	if n := len(asked[stampdesk.Confirm](d)); n != 2 {
		t.Errorf("%d confirmed after a while", n)
	}
}

func TestAHeldCardIsNotHiddenByTheNextOneThatWaited(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.scanned("31000409") // to be held
	d.scanned("31000402")
	d.press("enter")
	d.shows("✔ 31.000401 ĐÃ GHI số", "GIỮ LẠI", "Để vào khay GIỮ; giám sát xử lý.  Enter: thẻ đang chờ 31.000402")
	d.update(keyMsg("enter")) // bounces
	if n := len(asked[stampdesk.Next](d)); n != 0 {
		t.Fatalf("%d asked for the next card", n)
	}
	d.press("enter")
	if n := len(asked[stampdesk.Next](d)); n != 1 {
		t.Fatalf("%d asked for the next card", n)
	}
	d.shows("31.000402", "31.000409 GIỮ LẠI", "Để vào khay GIỮ")
	d.press("enter")
	d.hides("31.000409 GIỮ LẠI")
	if got := asked[stampdesk.Confirm](d); len(got) != 2 || got[1].Card != 31_000_402 {
		t.Errorf("%+v", got)
	}
}

func TestBarcodesOfCommandStandForKeys(t *testing.T) {
	for name, scan := range map[string]func(*desktop, string){
		"on a cable": (*desktop).scanned, "as a keyboard": (*desktop).wedgeScan,
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesktop(t).atWork()
			d.scanned("31000401")
			scan(d, "SD-3")
			scan(d, "SD-RELAM")
			scan(d, "SD-STAMP")
			want := stampdesk.Confirm{Card: 31_000_401, Boxes: stampdesk.BoxesOf(3, 4), Relaminated: true}
			if got := asked[stampdesk.Confirm](d); len(got) != 1 || got[0] != want {
				t.Fatalf("%+v\n%s", got, d.text())
			}
			scan(d, "SD-UNDO")
			scan(d, "SD-STAMP") // never an answer to what is asked on top
			if n := len(asked[stampdesk.Void](d)); n != 0 {
				t.Error("undone by a barcode")
			}
			d.press("esc")
			scan(d, "SD-B-B1-001")
			if d.s.front != atDesk || d.s.over != nil {
				t.Error("not at the desk")
			}
			scan(d, "SD-CLOSE")
			d.shows("Đếm tay khi nhận")
		})
	}
}

func TestEscAsksOnceAndPutsTheCardBack(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.press("esc")
	d.shows("31.000401 CHƯA đóng dấu")
	d.press("enter")
	if got := asked[stampdesk.Withdraw](d); len(got) != 1 || got[0].Card != 31_000_401 {
		t.Fatalf("%+v", got)
	}
	d.shows("CHƯA ĐÓNG DẤU – để lại chồng thẻ")
	d.hides("ĐÃ HỦY GHI")
}

func TestACardInHandAtACrashIsAskedAbout(t *testing.T) {
	for key, act := range map[string]stampdesk.Act{"enter": stampdesk.ActStamped, "k": stampdesk.ActVoided} {
		t.Run(key, func(t *testing.T) {
			d := newDesktop(t).atWork()
			d.scanned("31000401")
			restart(d)
			d.signedIn()
			d.shows("đã đóng dấu chưa?", "31.000401", "Enter đã đóng dấu  k chưa đóng dấu")
			d.press("esc", "esc")
			d.shows("Enter: đã đóng dấu. k: chưa đóng dấu.")
			if d.model.desk.question == nil || d.s.over != nil || len(asked[stampdesk.Withdraw](d)) != 0 {
				t.Fatalf("Esc answered:\n%s", d.text())
			}
			d.press(key)
			if o := d.model.desk.shown; o == nil || o.Entry.Act != act {
				t.Errorf("shown %+v", o)
			}
		})
	}
}

func TestTheReasonPickerFindsWithoutMarksAndTakesFreeText(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.press("g")
	d.types("nghi gia")
	d.press("enter")
	d.scanned("31000402")
	d.press("t")
	d.types("bìa rách")
	d.press("enter")
	got := asked[stampdesk.SetAside](d)
	want := []stampdesk.SetAside{
		{Card: 31_000_401, Act: stampdesk.ActHeld, Reason: stampdesk.ReasonForged},
		{Card: 31_000_402, Act: stampdesk.ActRefused, Reason: stampdesk.ReasonOther, Note: "bìa rách"},
	}
	if !slices.Equal(got, want) {
		t.Errorf("%+v", got)
	}
}

func TestUndoAsksAboutTheInk(t *testing.T) {
	for _, inked := range []bool{false, true} {
		d := newDesktop(t).atWork()
		d.scanned("31000401")
		d.press("enter", "u")
		d.shows("31.000401", "chưa đóng dấu", "đã đóng dấu")
		if inked {
			d.press("2")
		}
		d.press("enter")
		if got := asked[stampdesk.Void](d); len(got) != 1 || got[0].Inked != inked || got[0].Card != 31_000_401 {
			t.Errorf("%+v", got)
		}
	}
}

func TestATypedNumberIsAScan(t *testing.T) {
	d := newDesktop(t).atWork()
	d.types("31000401")
	d.press("enter")
	if q := d.model.desk.question; q == nil || q.Card != 31_000_401 {
		t.Fatal("no question")
	}
	d.press("n")
	d.types("31000402")
	d.press("enter")
	d.shows("Đang chờ: 31.000402")
}

func TestNeverTwoQuestions(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.interrupted(stampdesk.Print{Document: stampdesk.TallySheet})
	d.hides("bị ngắt giữa chừng")
	d.press("u", "b", "c")
	if d.s.over != nil || d.s.front != atDesk {
		t.Error("something else is asked over the card")
	}
	d.shows("Xử lý xong thẻ 31.000401 đang cầm trước")
	d.press("enter")
	d.shows("ĐÃ GHI", "Máy in nhiệt: giấy ra đủ chưa? – xem hàng chờ in (m, 0)")
	d.hides("bị ngắt giữa chừng") // it would hide what became of the card
	d.press("lf")
	d.hides("bị ngắt giữa chừng") // a key that bounces has seen nothing
	d.clock = d.clock.Add(glance)
	d.press("esc")
	d.shows("bị ngắt giữa chừng")
	d.wedgeScan("31000402") // kept until the job is answered
	d.shows("bị ngắt giữa chừng", "31.000402")
	if d.model.desk.question != nil {
		t.Error("two questions")
	}
	d.press("enter") // nothing is proposed, so nothing is taken
	d.shows("bị ngắt giữa chừng")
	d.press("down", "enter")
	d.shows("Đóng dấu vào ô 4")
}

func TestWhatCannotBeRecordedSaysSoUntilItCan(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.fail.err = errDisk
	d.press("enter")
	d.shows("KHÔNG ĐƯỢC ĐÓNG DẤU", "CHƯA GHI", "no space left", "31.000401")
	d.fail.err = nil
	d.press("enter") // tries again: a scan, never a confirmation
	if n := len(asked[stampdesk.Confirm](d)); n != 1 {
		t.Errorf("%d confirmed", n)
	}
	d.hides("KHÔNG ĐƯỢC ĐÓNG DẤU")
	d.shows("đã đóng dấu chưa?") // the stamp may be on the card
	d.press("enter")
	d.shows("ĐÃ GHI")
}

// A scanner on a cable goes past the screen: its card may come while something
// else is asked, and the key meant for that must not answer for the card.
func TestACardThatComesOverADialogIsNotConfirmedByItsKey(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.press("enter", "u")
	d.clock = d.clock.Add(3 * time.Second)
	d.request(stampdesk.Scan{Raw: "31000402", At: d.clock})
	d.fast("enter")
	if n := len(asked[stampdesk.Confirm](d)); n != 1 {
		t.Errorf("%d confirmed", n)
	}
	d.shows("31.000402", "Đóng dấu vào ô 4")
}

func TestACardScannedBeforeTheSignInComesAfterIt(t *testing.T) {
	d := newDesktop(t).atWork()
	d.press("ctrl+o")
	d.scanned("31000401")
	d.wedgeScan("31000402")
	d.shows("31.000401 (+1)", "đăng nhập để làm tiếp")
	d.signedIn()
	if q := d.model.desk.question; q == nil || q.Card != 31_000_401 {
		t.Fatalf("no question:\n%s", d.text())
	}
	d.shows("Đang chờ: 31.000402")
}

func TestALongPINIsNoCard(t *testing.T) {
	d := newDesktop(t)
	d.types("tt1")
	d.press("enter")
	d.fast("12345678", "enter")
	if got := asked[stampdesk.SignIn](d); len(got) != 1 || got[0].PIN != "12345678" {
		t.Errorf("%+v", got)
	}
	d.hides("12345678", "12.345678")
}

func TestALostScannerTakesTheFrameButNotFromAQuestion(t *testing.T) {
	d := newDesktop(t).atWork()
	d.unplug()
	d.shows("MÁY QUÉT", "cắm lại cáp")
	d.types("31000401")
	d.press("enter")
	d.shows("MẤT MÁY QUÉT", "Đóng dấu vào ô 4")
	n := d.s.devices
	n.Scanner.Link = Up
	d.update(noticeMsg{n})
	d.hides("MẤT MÁY QUÉT")
}

func TestClosingABatchNeedsAReasonForADifferenceAndPrintsTheList(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.press("enter", "c")
	d.shows("Thiếu 8 · đếm tay lệch 11", "Chưa thấy 8 thẻ")
	d.press("enter", "enter")
	if n := len(asked[stampdesk.CloseBatch](d)); n != 0 {
		t.Fatal("closed without a reason")
	}
	d.shows("Chốt lô chưa khớp", "Lô 001", "Thiếu 8 · đếm tay lệch 11", "Chọn lý do")
	d.supervisor("giao thiếu")
	if got := asked[stampdesk.CloseBatch](d); len(got) != 1 || got[0].Note != "giao thiếu" || got[0].By.Supervisor != "gs1" {
		t.Fatalf("%+v", got)
	}
	if got := asked[stampdesk.Print](d); len(got) != 1 || got[0].Document != stampdesk.ReturnList {
		t.Fatalf("%+v", got)
	}
	d.shows("phải có 1 thẻ", "đã chuyển tới máy in nhiệt")
	d.press("enter")
	if d.s.front != atBatches {
		t.Error("not on the list")
	}
}

func TestACardScannedOnTheListIsAskedAboutInTheBatch(t *testing.T) {
	d := newDesktop(t).atWork()
	d.press("b")
	d.wedgeScan("31000401")
	d.shows("Thẻ 31.000401 vừa quét, chọn lô")
	if n := len(asked[stampdesk.Scan](d)); n != 0 {
		t.Fatal("it was sent")
	}
	d.press("enter")
	if q := d.model.desk.question; q == nil || q.Card != 31_000_401 {
		t.Errorf("no question:\n%s", d.text())
	}
}

func TestASmallWindowKeepsEverything(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.press("3")
	d.size(10, 3)
	if got := strings.Count(d.View(), "\n"); got != 2 {
		t.Errorf("%d line ends in 3 lines", got)
	}
	d.size(79, 24)
	d.shows("Cửa sổ quá nhỏ (79x24), cần 80x24")
	d.press("1", "enter", "g")
	d.wedgeScan("31000402")
	if n := len(asked[stampdesk.Confirm](d)); n != 0 {
		t.Error("a key acted that nobody could see")
	}
	d.size(80, 24)
	d.shows("Ô 3, 4 – KHÁC ô đề nghị 4", "Đang chờ: 31.000402")
	d.size(0, 0)
	if d.View() != "" {
		t.Error("something in no window")
	}
}

func TestTheLanguageChangesInPlace(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.press("f2")
	d.shows("STAMP", "Stamp box 4, then press Enter")
	d.hides("Đóng dấu vào")
	d.press("f2")
	d.shows("Đóng dấu vào ô 4")
}

func TestSignOutAndQuit(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.press("ctrl+o")
	d.shows("Người thao tác 1")
	d.press("enter", "ctrl+o")
	d.shows("chưa đăng nhập", "Mã người dùng")
	d.press("f1")
	d.shows("Trợ giúp")
	d.press("esc")
	d.update(keyMsg("ctrl+q"))
	if !d.quits() {
		t.Error("ctrl+q does not quit")
	}
	d.press("ctrl+c")
	d.shows("Thoát khỏi bàn?")
	d.update(keyMsg("enter"))
	if !d.quits() {
		t.Error("Enter does not quit")
	}
}

func TestTheSpaceBarPresentsTheNextSample(t *testing.T) {
	var n int
	d := newDesktop(t, func(o *Options) {
		o.Sim = func(stampdesk.BatchID) error { n++; return errors.New("the pile is empty") }
	}).atWork()
	d.update(keyMsg(" "))
	d.clock = d.clock.Add(settle)
	d.update(settleMsg{d.inputs})
	d.quits()
	if n != 1 {
		t.Errorf("called %d times", n)
	}
	d.update(doneMsg{errors.New("the pile is empty")})
	d.shows("the pile is empty")
}

func TestTheRateNeedsAFewCards(t *testing.T) {
	var r recent
	now := time.Unix(1000, 0)
	for i := range 10 {
		r.times = append(r.times, now.Add(time.Duration(i)*6*time.Second))
	}
	if got := r.rate(now.Add(60 * time.Second)); got != 10 {
		t.Errorf("%v", got)
	}
	if got := r.rate(now.Add(time.Hour)); got != 0 {
		t.Errorf("%v an hour later", got)
	}
}

func TestAStampedCardThatIsScannedOnceMoreOpensItsPage(t *testing.T) {
	for name, scan := range map[string]func(*desktop, string){"on a cable": (*desktop).scanned, "as a keyboard": (*desktop).wedgeScan} {
		t.Run(name, func(t *testing.T) {
			d := newDesktop(t).atWork()
			scan(d, "31000401")
			d.press("enter")
			scan(d, "31000401")
			d.shows("ĐÃ ĐÓNG", "Xem ô 4 trên thẻ") // the first time says when
			d.request(stampdesk.Scan{Raw: "31000401", At: d.clock})
			d.shows("Xem ô 4 trên thẻ") // it lies in the beam
			scan(d, "31000401")
			d.shows("Lịch sử", "31.000401")
			scan(d, "31000402") // waits until the page is closed
			d.press("esc")
			d.shows("ĐÓNG DẤU", "31.000402", "Đóng dấu vào ô 4")
		})
	}
}

func TestAScanOnceMoreOpensNoPageWhileACardIsInHand(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.press("enter")
	d.scanned("31000402")
	d.scanned("31000401")
	d.scanned("31000401")
	d.shows("ĐÓNG DẤU", "31.000402", "Đang chờ: 31.000401")
	d.press("enter") // its turn
	d.shows("ĐÃ ĐÓNG", "31.000401")
	d.scanned("31000410")
	d.scanned("31000401")
	d.shows("ĐÃ ĐÓNG", "Xem ô 4 trên thẻ") // another one came between
}

// TestEscFromWhatIsAskedOnTopGivesTheCardBack: what the frame said before is
// said after, whether the batch was put down meanwhile or not.
func TestEscFromWhatIsAskedOnTopGivesTheCardBack(t *testing.T) {
	frames := map[string]struct {
		reach func(*desktop)
		says  string
	}{
		"held":     {func(d *desktop) { d.scanned("31000412") }, "GIỮ LẠI"},
		"near":     {func(d *desktop) { d.scanned("31000491"); d.press("esc") }, "GIỮ LẠI"},
		"refused":  {func(d *desktop) { d.scanned("31000410") }, "KHÔNG ĐÓNG DẤU"},
		"recorded": {func(d *desktop) { d.scanned("31000401"); d.press("enter") }, "ĐÃ GHI"},
		"repeat":   {func(d *desktop) { d.scanned("31000401"); d.press("enter"); d.scanned("31000401") }, "ĐÃ ĐÓNG"},
		"asked":    {func(d *desktop) { d.scanned("31000401") }, "ĐÓNG DẤU"},
	}
	tops := map[string][]string{
		"approval": {"o"}, "approval with a PIN": {"o", "down", "tab", "g", "tab", "4"}, "help on it": {"o", "f1"}, "leaving it": {"o", "ctrl+c"},
		"hold": {"g"}, "give back": {"t"}, "undo": {"u"}, "print": {"p"}, "help": {"?"}, "leaving": {"ctrl+c"},
		"shift": {"s"}, "menu": {"m"}, "held cards": {"m", "2"}, "search": {"f3"}, "card": {"i"}, "batches": {"b"}, "handing over": {"f4"}, "closing": {"c"},
	}
	for began, begin := range map[string]func(*desktop){
		"a batch of this person": func(d *desktop) { d.atWork() },
		"a batch that the sign-in found": func(d *desktop) {
			d.atWork()
			restart(d)
			d.signedIn()
		},
	} {
		for name, f := range frames {
			for top, keys := range tops {
				t.Run(began+"/"+name+"/"+top, func(t *testing.T) {
					d := newDesktop(t)
					begin(d)
					f.reach(d)
					d.shows(f.says)
					before := d.model.desk.panel(d.s)
					for i, k := range keys {
						if i == 0 || !d.atDesk() {
							d.press(k)
						}
					}
					for i := 0; !d.atDesk() && i < 4; i++ {
						d.press("esc")
					}
					if d.s.batch == nil {
						t.Fatal("the batch is not in hand")
					}
					if after := d.model.desk.panel(d.s); !reflect.DeepEqual(before, after) {
						t.Errorf("the frame is another:\n%s", d.text())
					}
				})
			}
		}
	}
}

func TestACardThatWaitsIsNotHiddenByWhatWasSaidBefore(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.press("b") // not with a card in hand
	if d.s.note.text == "" {
		t.Fatalf("nothing is said:\n%s", d.text())
	}
	said := d.s.note.text
	d.scanned("31000402")
	if got := d.text(); !strings.Contains(got, "Đang chờ: 31.000402") || !strings.Contains(got, said[:20]) {
		t.Errorf("%s", got)
	}
}

func TestCardsThatWaitAreNotLeftBehindAtOnce(t *testing.T) {
	d := newDesktop(t)
	d.atWork()
	d.scanned("31000401")
	d.scanned("31000402")
	d.update(keyMsg("ctrl+q"))
	if d.quits() {
		t.Fatal("it quits")
	}
	d.shows("31.000402", "phải quét lại")
	d.update(keyMsg("ctrl+q"))
	if !d.quits() {
		t.Errorf("it does not quit when asked twice:\n%s", d.text())
	}
}
