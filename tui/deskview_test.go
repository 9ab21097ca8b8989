package tui

import (
	"strings"
	"testing"
	"time"

	"github.com/muesli/termenv"

	"stampdesk"
)

// at says where a text stands on the screen: row and cell.
func (d *desktop) at(text string) [2]int {
	d.Helper()
	for y, line := range strings.Split(d.text(), "\n") {
		if i := strings.Index(line, text); i >= 0 {
			return [2]int{y, width(line[:i])}
		}
	}
	d.Errorf("%q is not on the screen:\n%s", text, d.text())
	return [2]int{-1, -1}
}

func withBig(o *Options) { o.Big = blocks }

func TestNothingMovesFromTheQuestionToTheEntryAndOn(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {100, 30}, {120, 40}} {
		for name, change := range map[string]func(*Options){"big": withBig, "spaced": func(*Options) {}} {
			t.Run(name, func(t *testing.T) {
				d := withMore(newDesktop(t, change)).atWork()
				d.size(size[0], size[1])
				d.scanned("31000402")
				d.press("enter")
				d.clock = d.clock.Add(5e9)
				const card, of, dates, edge = "31.000401   Nguyễn Thị Hồng Ánh", "Chi bộ 1 · Đảng bộ phường A", "sinh 12/04/1961", "┌───┐ ┌───┐ ┌───┐ ▄▄▄▄▄"
				d.scanned("31000401")
				stay := []string{card, of, dates, edge, "│3 ■│ █4", "   Bàn", "còn ", "✔ đóng"}
				stood := map[string][2]int{}
				for _, text := range stay {
					stood[text] = d.at(text)
				}
				bottom, list, act := d.at("┛"), d.at("31.000402"), d.at("Đóng dấu vào ô 4")
				d.press("enter")
				d.shows("ĐÃ GHI")
				for _, text := range stay {
					if d.at(text) != stood[text] {
						t.Errorf("%v: %q went from %v to %v:\n%s", size, text, stood[text], d.at(text), d.text())
					}
				}
				if d.at("┛") != bottom || d.at("Để vào chồng") != act {
					t.Errorf("%v: the frame or the act moved:\n%s", size, d.text())
				}
				d.press("esc") // and on to the calm screen
				if d.at("┘") != bottom || d.at("còn ") != stood["còn "] || d.at("Quét thẻ,") != act || d.at("31.000401") != list {
					t.Errorf("%v: the calm screen has another frame or list:\n%s", size, d.text())
				}
			})
		}
	}
}

func TestBoxesAreSquaresWhereThereIsRoom(t *testing.T) {
	s := newShell(Options{Setup: testSetup}.zero(), terminal{colours: termenv.Ascii})
	q := &squares{now: stampdesk.BoxesOf(4), earlier: stampdesk.BoxesOf(1, 2), mark: s.sign.Box, what: []string{"← here"}, say: "■ box 1, 2 bear a stamp already; if not, keep it"}
	draw := func(boxes, w int) (string, string, bool) {
		s.board.setup.Round.CardBoxes = boxes
		rows, rest, ok := q.draw(s, w)
		for _, r := range rows {
			if width(r) > w {
				t.Errorf("%d boxes in %d cells: %q", boxes, w, r)
			}
		}
		return strings.Join(rows, "\n"), rest, ok
	}
	if got, rest, ok := draw(4, 77); !ok || rest != "" || got != ""+
		"┌───┐ ┌───┐ ┌───┐ ▄▄▄▄▄  ← here\n"+
		"│1 ■│ │2 ■│ │3  │ █4 ●█  ■ box 1, 2 bear a stamp already; if not, keep it\n"+
		"└───┘ └───┘ └───┘ ▀▀▀▀▀" {
		t.Errorf("%q\n%s", rest, got)
	}
	if got, rest, ok := draw(4, 50); !ok || rest != "" || !strings.Contains(got, "█4 ●█  ■ box 1, 2 bear a stamp\n") {
		t.Errorf("%q\n%s", rest, got)
	}
	if got, rest, ok := draw(6, 50); !ok || rest != q.say || got != ""+
		"┌───┐┌───┐┌───┐▄▄▄▄▄┌───┐┌───┐\n"+
		"│1 ■││2 ■││3  │█4 ●█│5  ││6  │  ← here\n"+
		"└───┘└───┘└───┘▀▀▀▀▀└───┘└───┘" {
		t.Errorf("%q\n%s", rest, got)
	}
	if _, _, ok := draw(9, 50); ok {
		t.Error("nine boxes have no room")
	}
	if got := q.line(s); got != "[1 ■] [2 ■] [3  ] [4 ●] [5  ] [6  ] [7  ] [8  ] [9  ]  ← here" {
		t.Error(got)
	}
	s.term.plain, s.sign = true, &plainSigns
	q.mark = s.sign.Box
	if got, _, _ := draw(4, 77); !strings.HasPrefix(got, "+---+ +---+ +---+ #####") || !strings.Contains(got, "|1 #| |2 #| |3  | #4 *#") {
		t.Error(got)
	}
}

// stampedTen has passed ten cards and more.
func stampedTen(d *desktop) {
	d.atWork()
	for _, code := range []string{"31000401", "31000402", "31000403", "31000404", "31000405", "31000406", "31000407", "31000408", "31000411", "31000412", "31000409"} {
		d.scanned(code)
		d.press("enter")
		d.clock = d.clock.Add(4e9)
	}
}

func TestTheLastTenCardsCanAllBeSeen(t *testing.T) {
	d := newDesktop(t, withBig)
	stampedTen(d)
	d.size(120, 40)
	d.shows("31.000402  ", "31.000409  ")
	d.hides(signs.MoreBelow+"\n", "↑↓ thẻ trước")
	d.size(80, 24)
	d.shows("31.000409  ", "31.000407  ", "↓")
	d.hides("31.000406  ")
	d.press("down")
	d.shows("31.000406  ", "↑")
	d.hides("31.000409  Đỗ Văn Mạnh            ") // the list has gone down by one
	d.press("pgdown", "pgdown", "pgdown")
	d.shows("31.000402  ")
	d.hides("31.000409  Đỗ Văn Mạnh            ", "↓")
	d.press("pgup", "up", "up", "up", "up", "up", "up")
	d.shows("31.000409  Đỗ Văn Mạnh            ")
	d.press("pgdown")
	d.scanned("31000410") // the newest comes into sight
	d.shows("31.000410  Hồ Thị Ngọc")
}

func TestACardThatIsReadAgainIsMarkedQuietlyAndCountsAsNothing(t *testing.T) {
	d := newDesktop(t)
	stampedTen(d)
	was := d.s.counters
	d.scanned("31000408")
	d.shows("= ĐÃ ĐÓNG", "✔ ô 4  = đọc lại")
	d.press("esc")
	d.clock = d.clock.Add(5e9)
	d.scanned("31000408")
	d.shows("= đọc lại 2")
	if d.s.counters != was || len(d.model.desk.recent.all) != mostRecent {
		t.Errorf("%+v, was %+v", d.s.counters, was)
	}
}

func TestTheShiftIsCountedBesideTheBatchAndTheDesk(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.press("enter")
	d.shows("Lô   Ca   Bàn", "✔ đóng     1    –     1")
	d.shiftBegun()
	d.shows("✔ đóng     1    0     1")
	d.scanned("31000402")
	d.press("l", "enter")
	d.shows("✔ đóng     2    1     2", "↻ ép lại   1    1     1")
	d.size(120, 40)
	d.shows("✔ đóng dấu          2      1       2")
	d.press("s", "enter", "enter", "esc")
	d.shows("✔ đóng dấu          2      –       2")
}

func TestLargeFiguresKeepTheirColumns(t *testing.T) {
	s := newShell(Options{Setup: testSetup}.zero(), terminal{colours: termenv.Ascii})
	s.board.shift.on = true
	s.counters.Batch.Stamped, s.counters.Shift.Stamped, s.counters.Desk.Stamped = 605, 1234, 16036
	s.counters.Batch.Relaminated = 12
	got := (&desk{}).side(s, 23, 8)
	if got[1] != "✔ đóng   605 1234 16036" || got[2] != "↻ ép lại  12    0     0" {
		t.Errorf("%q\n%q", got[1], got[2])
	}
	if got := (&desk{}).side(s, 36, 8)[1]; !strings.HasSuffix(got, "    605  1.234  16.036") {
		t.Errorf("%q", got)
	}
	s.speak(stampdesk.English)
	if got := (&desk{}).side(s, 23, 8); got[0] != "       Batch Shift Desk" && got[0] != "      Batch Shift  Desk" {
		t.Errorf("%q", got[0])
	}
}

func TestAPrinterInTroubleIsSaidInWordsBesideTheVerdict(t *testing.T) {
	d := newDesktop(t, twoPrinters).atWork()
	d.scanned("31000401")
	d.says(PrinterNotice{Device: Device{Link: Down, About: "hết giấy"}})
	d.shows("ĐÓNG DẤU", "Đóng dấu vào ô 4", "■ USB lp0: hết giấy – xem hàng chờ in (m, 0)")
	d.press("enter")
	d.shows("ĐÃ GHI", "hết giấy – xem hàng chờ in (m, 0)")
	d.press("m", "0")
	d.shows("Hàng chờ in")
	d.press("esc", "esc")
	d.says(PrinterNotice{Device: Device{Link: Up}})
	d.hides("hết giấy")
}

func TestTheQuestionAboutAPaperGoesAwayWhenItWasAnsweredElsewhere(t *testing.T) {
	d := newDesktop(t, twoPrinters).atWork()
	j := d.interrupted(tally)
	d.press("4")
	d.shows("bị ngắt giữa chừng")
	n := atJob(j, Up, "")
	n.Job = nil
	d.says(n)
	d.hides("bị ngắt giữa chừng", "giấy ra đủ chưa")
	d.shows("Bản in số 8 đã được trả lời ở nơi khác.")
	if got := asked[stampdesk.SettlePrint](d); len(got) != 0 {
		t.Errorf("it was answered once more: %+v", got)
	}
}

func TestTheListOfBatchesStandsOnTheBatchInHand(t *testing.T) {
	d := newDesktop(t).atWork()
	d.press("b", "n", "down", "enter", "enter", "enter")
	of := d.s.batch.ID
	d.press("b")
	if got := d.model.batches.at; got != of || of == "B1-001" {
		t.Errorf("it stands on %s, and %s is in hand", got, of)
	}
}

func TestADamagedCardIsCalledSoWhereverItIsNamed(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.press("d", "enter")
	d.shows("■ THẺ HỎNG · ĐÃ GHI", "Để vào hộp ĐỔI (mẫu 3).", "■ báo hỏng")
	d.hides("GIỮ LẠI")
	d.press("esc")
	d.clock = d.clock.Add(5e9)
	d.scanned("31000401") // it is read once more
	d.shows("■ THẺ HỎNG", "Để vào hộp ĐỔI (mẫu 3).")
	d.hides("GIỮ LẠI")
}

func TestAllCardsSeenSaysToCloseTheBatch(t *testing.T) {
	d := newDesktop(t).atWork()
	for _, code := range []string{"31000401", "31000402", "31000403", "31000404", "31000405", "31000406", "31000407", "31000408", "31000411"} {
		d.scanned(code)
		d.press("enter")
		d.clock = d.clock.Add(4e9)
	}
	d.shows("còn 0 thẻ", "Để vào chồng thẻ đã xong của lô.  Đã đủ thẻ: bấm c để đối chiếu và chốt lô.", "c chốt lô")
}

func TestACardReadAgainStillShowsItsEarlierStamps(t *testing.T) {
	d := newDesktop(t)
	withMore(d).atWork()
	d.scanned("31000401")
	d.shows("│1 ■│", "│2 ■│", "│3 ■│", "phải có dấu")
	d.press("enter")
	d.clock = d.clock.Add(time.Minute)
	d.scanned("31000402")
	d.press("enter")
	d.clock = d.clock.Add(time.Minute)
	d.scanned("31000401")
	d.shows("ĐÃ ĐÓNG", "│1 ■│", "│2 ■│", "│3 ■│", "│4 ■│")
}

func TestNothingSaysToHoldACardThatASupervisorAllowed(t *testing.T) {
	d := newDesktop(t)
	withMore(d).atWork()
	d.scanned("31000401")
	d.shows("phải có dấu", "giữ lại (g)")
	d.press("enter")
	d.scanned("31000412")
	d.press("o")
	d.supervisor("đã xem thẻ")
	d.scanned("31000412")
	d.shows("Giám sát cho phép đóng dấu.", "│3 ■│")
	d.hides("giữ lại (g)")
}

func TestCardsThatAreHeldBehindADialogAreAllNamedAfterIt(t *testing.T) {
	d := newDesktop(t)
	worked(d)
	d.press("u")
	for _, code := range []string{"31000409", "31000410", "77000409"} {
		d.scanned(code)
		d.clock = d.clock.Add(5 * time.Second)
	}
	d.shows("Hoàn tác")
	d.press("esc")
	d.shows("31.000409", "31.000410", "77.000409", "Thu hồi thẻ")
	d.scanned("31000411")
	d.hides("Thu hồi thẻ")
}
