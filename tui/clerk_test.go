package tui

import (
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"stampdesk"
)

// atPace feeds letters as a quick typist does.
func (d *desktop) atPace(text string) {
	d.Helper()
	for _, r := range text {
		d.clock = d.clock.Add(130*time.Millisecond - settle)
		d.update(keyMsg(string(r)))
		d.rest()
	}
}

// paceEnter is the Enter of a quick typist.
func (d *desktop) paceEnter() {
	d.Helper()
	d.clock = d.clock.Add(130 * time.Millisecond)
	d.update(keyMsg("enter"))
}

func TestANumberTypedOverACardIsANumberAndNoBoxes(t *testing.T) {
	for _, number := range []string{"48100222", "31396610", "31212121", "12341234", "31.212121"} {
		for _, mode := range []stampdesk.Confirming{stampdesk.ConfirmKey, stampdesk.ConfirmNext} {
			t.Run(number+" "+string(mode), func(t *testing.T) {
				d := newDesktop(t, func(o *Options) { o.Confirm = mode }).atWork()
				d.scanned("31000401")
				d.atPace(number)
				if q := d.model.desk.question; q == nil || q.boxes != stampdesk.BoxesOf(4) {
					t.Fatalf("the boxes changed: %+v", q)
				}
				d.shows("Số thẻ: " + number + "█")
				d.paceEnter()
				if n := len(asked[stampdesk.Confirm](d)); n != 0 {
					t.Errorf("%d confirmed", n)
				}
				scans := asked[stampdesk.Scan](d)
				if got := scans[len(scans)-1]; got.Raw != number || got.From != stampdesk.FromKeyboard {
					t.Errorf("scanned %+v", got)
				}
				if mode == stampdesk.ConfirmNext {
					if all := asked[stampdesk.Choose](d); all[len(all)-1].Boxes != stampdesk.BoxesOf(4) {
						t.Errorf("chosen %+v", all)
					}
					return
				}
				card, err := stampdesk.ParseCard(number)
				must(t, err)
				d.shows("31.000401", "Đang chờ: "+card.String())
			})
		}
	}
}

func TestARunOfBoxesIsDoubtedWhereADigitCameTwice(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.atPace("33")
	d.paceEnter()
	d.shows("Số thẻ: 33█")
	d.press("esc")
	if q := d.model.desk.question; q == nil || q.boxes != stampdesk.BoxesOf(4) {
		t.Fatalf("%+v", q)
	}
	d.atPace("7") // a box that is none
	d.shows("Số thẻ: 7█")
	d.press("esc")
	d.clock = d.clock.Add(2 * time.Second)
	d.atPace("12")
	d.shows("Ô 1, 2, 4 – KHÁC ô đề nghị 4. Enter để ghi")
	if p := d.model.desk.panel(d.s); !p.look {
		t.Error("not in the tone of a warning")
	}
	d.clock = d.clock.Add(2 * time.Second)
	d.atPace("4")
	d.clock = d.clock.Add(2 * time.Second) // slowly: these are boxes
	d.atPace("4")
	d.paceEnter()
	if got := asked[stampdesk.Confirm](d); len(got) != 1 || got[0].Boxes != stampdesk.BoxesOf(1, 2, 4) {
		t.Errorf("%+v", got)
	}
}

func TestOnlyTheDeskJudgesCards(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000409") // held, and shown
	for _, away := range []struct {
		name string
		go_  func()
		line string
	}{
		{"list", func() { d.press("b") }, "Thẻ 31.000401 (+1) vừa quét"},
		{"form", func() { d.press("b", "n") }, "Thẻ 31.000401 (+1) vừa quét"},
		{"closing", func() { d.press("c") }, "Thẻ 31.000401 (+1) vừa quét"},
	} {
		t.Run(away.name, func(t *testing.T) {
			d.T = t
			away.go_()
			if d.s.batch != nil || d.s.home() != "B1-001" {
				t.Fatalf("the batch is in hand: %+v", d.s.batch)
			}
			before := len(d.model.desk.recent.all)
			d.scanned("31000401")
			d.scanned("31000401")
			d.wedgeScan("31000402")
			d.shows(away.line)
			d.hides("Đang chờ")
			if d.model.desk.question != nil || len(d.model.desk.recent.all) != before {
				t.Fatal("a card was judged")
			}
			if away.name == "form" {
				d.press("esc")
			}
			d.press("esc")
			if d.s.front != atDesk || d.s.batch == nil || d.s.batch.ID != "B1-001" || d.s.parked != "" {
				t.Fatalf("not back:\n%s", d.text())
			}
			d.hides("vừa quét")
			d.shows("Đóng dấu vào ô 4", "Đang chờ: 31.000402", "còn 9 thẻ")
			d.press("k", "enter")
			d.clock = d.clock.Add(dwell)
			d.press("k", "enter")
			if d.model.desk.question != nil {
				t.Fatalf("still a card in hand:\n%s", d.text())
			}
		})
	}
	last := asked[stampdesk.TakeBatch](d)
	if n := len(last); last[n-1].Batch != "B1-001" || last[n-2].Batch != "" && last[n-3].Batch != "" {
		t.Errorf("%+v", last)
	}
}

// What a person asks for while the batch is being put down comes next.
func TestAKeyIsNotLostWhileTheBatchIsPutDown(t *testing.T) {
	d := newDesktop(t).atWork()
	_, _ = d.model.Update(keyMsg("b"))
	d.clock = d.clock.Add(settle)
	d.model.Update(settleMsg{d.inputs})
	if q, ok := d.s.asked.(stampdesk.TakeBatch); !ok || q.Batch != "" {
		t.Fatalf("asked %+v", d.s.asked)
	}
	d.model.Update(keyMsg("esc"))
	d.update(clockMsg{})
	if d.s.front != atDesk || d.s.batch == nil {
		t.Errorf("not back:\n%s", d.text())
	}
}

func TestABatchThatIsGoneIsNotTakenForEver(t *testing.T) {
	d := newDesktop(t).atWork()
	d.press("b")
	_, err := d.desk.Do(t.Context(), stampdesk.CloseBatch{Batch: "B1-001", Note: "ở bàn khác", By: stampdesk.Approval{Supervisor: "gs1", PIN: "4321"}})
	must(t, err)
	d.press("esc")
	d.shows("Lô đã chốt", "Các lô")
	d.press("enter")
	d.shows("Các lô")
}

func TestAFailureWhileTheBatchIsDownIsGotOver(t *testing.T) {
	d := newDesktop(t).atWork()
	d.press("b")
	d.scanned("31000401")
	d.model.Update(outcomeMsg{stampdesk.Outcome{Result: stampdesk.Unrecorded, Err: errDisk}})
	d.update(clockMsg{})
	d.shows("KHÔNG ĐƯỢC ĐÓNG DẤU")
	d.press("enter")
	if d.model.desk.question == nil || d.model.desk.trouble != nil {
		t.Errorf("no question:\n%s", d.text())
	}
}

func TestTextThatIsNoCardGoesIntoTheField(t *testing.T) {
	for name, give := range map[string]func(*desktop){
		"pasted":          func(d *desktop) { d.update(tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune("16/04/2021")}) },
		"at once":         func(d *desktop) { d.fast("16/04/2021"); d.rest() },
		"at once and tab": func(d *desktop) { d.fast("16/04/2021", "tab"); d.rest() },
		"letter by letter": func(d *desktop) {
			d.fast(strings.Split("16/04/2021", "")...)
			d.rest()
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesktop(t).atWork()
			d.press("b", "q")
			d.fast("99-QĐ/TU 2021", "enter")
			d.rest()
			give(d)
			f, ok := d.s.over.(*decision)
			if !ok || f.no.value() != "99-QĐ/TU 2021" || f.date.value() != "16/04/2021" {
				t.Fatalf("%+v\n%s", d.s.over, d.text())
			}
			d.hides("vừa quét", "Tắt bộ gõ")
			d.wedgeScan("31000401")
			d.shows("Thẻ 31.000401 vừa quét")
			if f.date.value() != "16/04/2021" || len(d.s.kept) != 1 {
				t.Errorf("date %q, kept %v", f.date.value(), d.s.kept)
			}
		})
	}
}

func TestTabNeverSubmits(t *testing.T) {
	d := newDesktop(t).signedIn()
	d.press("n", "tab", "tab", "tab", "tab", "tab", "tab")
	if n := len(asked[stampdesk.OpenBatch](d)); n != 0 {
		t.Fatal("a batch was opened")
	}
	d.press("enter")
	if got := asked[stampdesk.OpenBatch](d); len(got) != 1 || got[0].Unit == "" {
		t.Fatalf("%+v", got)
	}
	d.press("b", "q", "tab", "tab", "tab", "tab", "tab", "enter")
	d.shows("Số quyết định")
	if n := len(asked[stampdesk.DecideBatches](d)); n != 0 {
		t.Fatal("a decision without a number")
	}
	if f := d.s.over.(*decision); f.on != 0 || f.wrong == "" {
		t.Errorf("%+v", f)
	}
}

func TestADecisionSaysWhichCardsWaitedForIt(t *testing.T) {
	d := newDesktop(t).signedIn()
	d.press("n")
	d.types("phuong a")
	d.press("enter", "enter", "enter")
	for _, c := range []string{"31000401", "31000402", "31000403"} {
		d.scanned(c)
	}
	d.press("b", "q")
	d.types("12-QĐ/TU")
	d.press("enter", "enter", "enter")
	d.shows("Đã ghi quyết định 12-QĐ/TU cho lô 001", "3 thẻ đang giữ vì chưa có quyết định:")
}

func TestClosingNamesWhatDoesNotMatch(t *testing.T) {
	var c closing
	s := newShell(Options{}.zero(), terminal{})
	if got := c.difference(s); got != "" {
		t.Errorf("%q", got)
	}
	c.balance.Missing, c.balance.Extra, c.balance.Batch.Count = make([]stampdesk.Item, 4), 4, 2
	c.balance.Seen = make([]stampdesk.Item, 4)
	if got := c.difference(s); got != "Thiếu 4 · ngoài danh sách 4 · đếm tay lệch 2" {
		t.Errorf("%q", got)
	}
	c.balance.Missing, c.balance.Batch.Count = nil, 4
	if got := c.difference(s); got != "Ngoài danh sách 4" {
		t.Errorf("%q", got)
	}
}

func TestUndoNamesTheCardEachTime(t *testing.T) {
	d := newDesktop(t).atWork()
	for _, c := range []string{"31000401", "31000402"} {
		d.scanned(c)
		d.press("enter")
	}
	d.press("u")
	d.shows("3 1 . 0 0 0 4 0 2", "Trần Văn Bình")
	d.press("enter", "u")
	d.shows("3 1 . 0 0 0 4 0 1", "Nguyễn Thị Hồng Ánh")
	d.hides("Trần Văn Bình")
}

func TestTheReasonPickerBeginsWithNothing(t *testing.T) {
	d := newDesktop(t).atWork()
	d.scanned("31000401")
	d.press("g", "enter")
	d.shows("Chọn lý do")
	d.hides("mất", "ở ngoài nước", "SAI_THONG_TIN")
	if n := len(asked[stampdesk.SetAside](d)); n != 0 {
		t.Fatal("set aside for no reason")
	}
	d.press("down", "enter")
	if got := asked[stampdesk.SetAside](d); len(got) != 1 || got[0].Reason != stampdesk.ReasonDataDiffer {
		t.Errorf("%+v", got)
	}
}

func TestTheBannerAndTheEndsOfNamesAreKept(t *testing.T) {
	d := newDesktop(t, func(o *Options) { o.Banner = "BẢN DÙNG THỬ: dữ liệu bịa, bỏ đi khi thoát" }).atWork()
	d.shows("BẢN DÙNG THỬ: dữ liệu bịa, bỏ đi khi thoát ")
	if got := d.s.middle("Chi bộ cơ sở Trường tiểu học Bến Trăng", 26); got != "Chi bộ cơ sở…học Bến Trăng" {
		t.Errorf("%q, %d cells", got, width(got))
	}
	if got := d.s.middle("/home/an/Tài liệu/stampdesk/papers/return-list-B1-001.pdf", 30); width(got) > 30 || !strings.HasSuffix(got, "B1-001.pdf") {
		t.Errorf("%q", got)
	}
}
