package tui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"stampdesk"
)

var tally = stampdesk.Print{Document: stampdesk.TallySheet}

// jobOf is a job as the store has it now.
func (d *desktop) jobOf(order stampdesk.EntryKey) (j stampdesk.PrintJob) {
	d.Helper()
	must(d.T, d.fail.View(d.ctx, func(s stampdesk.Snapshot) (err error) {
		j, err = stampdesk.FindPrintJob(s, order)
		return err
	}))
	return j
}

func TestAnInterruptedJobIsAskedAboutOnceAndTheAnswerIsOnRecord(t *testing.T) {
	for _, tc := range []struct {
		name  string
		keys  []string
		state stampdesk.JobState
		says  string
		check func(stampdesk.PrintJob) bool
	}{
		{"again", []string{"1", "enter"}, stampdesk.JobQueued, "sẽ được in lại", func(j stampdesk.PrintJob) bool { return j.Again }},
		{"on paper", []string{"2", "enter"}, stampdesk.JobPrinted, "có đủ trên giấy", nil},
		{"not wanted", []string{"down", "down", "down", "enter"}, stampdesk.JobCancelled, "Đã hủy bản in", nil},
		{"another printer", []string{"4", "enter", "enter"}, stampdesk.JobQueued, "đã chuyển sang văn phòng", func(j stampdesk.PrintJob) bool {
			return j.Printer == "vp" && j.Again
		}},
		{"another printer after all not, but again", []string{"4", "enter", "esc", "1", "enter"}, stampdesk.JobQueued, "sẽ được in lại", func(j stampdesk.PrintJob) bool {
			return j.Printer == "" && j.Again
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d := newDesktop(t, twoPrinters).atWork()
			j := d.interrupted(tally)
			d.shows("Bảng kiểm đếm (số 8) ở USB lp0 bị ngắt")
			d.update(keyMsg("enter")) // meant for something else
			if got := asked[stampdesk.SettlePrint](d); len(got) != 0 {
				t.Fatalf("answered by a key that came too early: %+v", got)
			}
			d.press(tc.keys...)
			d.shows(tc.says)
			got := d.jobOf(j.Order.Key)
			if got.State != tc.state || tc.check != nil && !tc.check(got) {
				t.Errorf("%+v", got)
			}
			d.update(noticeMsg{d.s.devices}) // the printer has not looked yet
			d.hides("bị ngắt giữa chừng")
			if q := asked[stampdesk.SettlePrint](d); len(q) != 1 || q[0].Attempt != j.Attempt {
				t.Errorf("%+v", q)
			}
		})
	}
}

func TestTheNextAttemptThatIsInterruptedIsAskedAboutToo(t *testing.T) {
	d := newDesktop(t, twoPrinters).atWork()
	j := d.interrupted(tally)
	d.press("1", "enter")
	j = d.jobOf(j.Order.Key)
	d.beginJob(&j)
	n := atJob(j, Down, "")
	n.Unknown = true
	d.says(n)
	d.shows("bị ngắt giữa chừng")
}

func TestTheQuestionIsPutOffWithEscAndAnsweredInTheQueue(t *testing.T) {
	d := newDesktop(t, twoPrinters).atWork()
	j := d.interrupted(tally)
	d.press("esc")
	d.shows("Bản in số 8 còn chờ trả lời")
	d.scanned("31000401") // and cards go on
	d.press("enter")
	d.shows("ĐÃ GHI")
	d.press("m", "0")
	d.shows("chưa rõ", "Không rõ giấy đã ra đủ chưa")
	d.press("r", "2", "enter")
	if got := d.jobOf(j.Order.Key); got.State != stampdesk.JobPrinted {
		t.Errorf("%+v", got)
	}
	d.shows("đã in", "có đủ trên giấy")
}

func TestAQuestionPutOffInTheQueueLeavesTheCursorOnItsJob(t *testing.T) {
	d := newDesktop(t, twoPrinters).atWork()
	jobs := d.ordered(tally, tally)
	d.finishJob(&jobs[0])
	d.press("m", "0", "end")
	d.beginJob(&jobs[1])
	n := atJob(jobs[1], Down, "")
	n.Unknown = true
	d.says(n)
	d.press("esc")
	d.shows("còn chờ trả lời")
	d.press("r", "2", "enter")
	if got := d.jobOf(jobs[1].Order.Key); got.State != stampdesk.JobPrinted {
		t.Errorf("%+v", got)
	}
	if got := asked[stampdesk.Print](d); len(got) != 0 {
		t.Errorf("another paper is ordered: %+v", got)
	}
}

func TestACardWaitsForTheAnswerAboutAPaperWhoseNumberIsNoBox(t *testing.T) {
	d := newDesktop(t, twoPrinters).atWork()
	j := d.interrupted(tally)
	d.scanned("31000401")
	d.shows("bị ngắt giữa chừng", "31.000401")
	if d.model.desk.question != nil {
		t.Error("two questions")
	}
	d.press("4", "1", "2", "enter")
	d.shows("Đóng dấu vào ô 4", "31.000401")
	if got := d.jobOf(j.Order.Key); got.State != stampdesk.JobPrinted {
		t.Errorf("%+v", got)
	}
}

func TestACardWaitsForTheChoiceOfAPaperWhoseNumberIsNoBox(t *testing.T) {
	d := newDesktop(t, twoPrinters).atWork()
	d.press("p")
	d.scanned("31000401")
	d.shows("In gì cho lô 001?", "31.000401")
	d.press("2", "enter")
	d.shows("Đóng dấu vào ô 4", "31.000401")
	if got := asked[stampdesk.Print](d); len(got) != 1 || got[0].Document != stampdesk.Receipt {
		t.Errorf("%+v", got)
	}
}

func TestTwoPrintersAreAskedAboutOneAfterTheOther(t *testing.T) {
	d := newDesktop(t, twoPrinters).atWork()
	office := tally
	office.Printer = "vp"
	jobs := d.ordered(tally, office)
	var all []PrinterNotice
	for i := range jobs {
		d.beginJob(&jobs[i])
		n := atJob(jobs[i], Down, "")
		n.Unknown = true
		all = append(all, n)
	}
	d.says(all...)
	d.shows("ở USB lp0 bị ngắt")
	d.press("2", "enter")
	d.shows("ở văn phòng 192.168.1.9 bị")
	d.press("2", "enter")
	d.hides("bị ngắt")
	for _, j := range jobs {
		if got := d.jobOf(j.Order.Key); got.State != stampdesk.JobPrinted {
			t.Errorf("%+v", got)
		}
	}
}

func TestASettlementThatWasOvertakenIsRefusedAndTheQueueReadAgain(t *testing.T) {
	for name, tc := range map[string]struct {
		meanwhile func(*desktop, *stampdesk.PrintJob)
		says      string
	}{
		"somebody else said again": {func(d *desktop, j *stampdesk.PrintJob) {
			d.does(stampdesk.SettlePrint{Order: j.Order.Key, Attempt: j.Attempt, As: stampdesk.PrintAgain})
		}, "Hàng chờ in vừa thay đổi"},
		"somebody else said that it is there": {func(d *desktop, j *stampdesk.PrintJob) {
			d.does(stampdesk.SettlePrint{Order: j.Order.Key, Attempt: j.Attempt, As: stampdesk.PrintedAfterAll})
		}, "không còn trong hàng chờ"},
		"the printer finished it": {func(d *desktop, j *stampdesk.PrintJob) { d.finishJob(j) }, "không còn trong hàng chờ"},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesktop(t, twoPrinters).atWork()
			j := d.interrupted(tally)
			d.press("esc", "m", "0", "r")
			d.shows("bị ngắt giữa chừng")
			tc.meanwhile(d, &j)
			d.press("3", "enter")
			d.shows(tc.says, "Hàng chờ in (1)")
			if p := pointed(d.text()); strings.Contains(p, "chưa rõ") {
				t.Errorf("not read again: %q", p)
			}
			if got := d.jobOf(j.Order.Key); got.State == stampdesk.JobCancelled {
				t.Error("cancelled after all")
			}
		})
	}
}

func TestAJobThatMovesOnUnderTheCursorIsNotCancelled(t *testing.T) {
	d := newDesktop(t, twoPrinters).atWork()
	jobs := d.ordered(tally, stampdesk.Print{Document: stampdesk.ReturnList, Batch: "B1-001"})
	d.press("m", "0", "x")
	d.shows("Hủy bản in Bảng kiểm đếm (số 8) ở USB lp0?")
	d.beginJob(&jobs[0])
	d.says(atJob(jobs[0], Busy, ""))
	d.press("enter")
	d.shows("đang in: đợi in xong")
	d.press("x")
	d.shows("đang in: đợi in xong")
	d.press("c")
	d.shows("đang in: đợi in xong")
	d.finishJob(&jobs[0])
	d.says(atJob(jobs[1], Up, ""))
	if p := pointed(d.text()); !strings.Contains(p, "đã in") || !strings.Contains(p, "Bảng kiểm đếm") {
		t.Errorf("the cursor left its job: %q", p)
	}
	d.press("x")
	d.shows("không còn trong hàng chờ")
	if got := asked[stampdesk.SettlePrint](d); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestAJobThatIsGoneLeavesTheCursorOnTheNext(t *testing.T) {
	d := newDesktop(t).atWork()
	jobs := d.ordered(tally, stampdesk.Print{Document: stampdesk.ReturnList, Batch: "B1-001"}, tally)
	d.press("m", "0", "down")
	p := d.s.page().(*printQueue)
	p.put(d.s, []stampdesk.PrintJob{jobs[0], jobs[2]})
	if r := p.list.now(); r == nil || r.key != jobs[2].Order.Key.String() {
		t.Errorf("%+v", r)
	}
	p.put(d.s, nil)
	for _, k := range []string{"r", "x", "c", "enter", "down", "end"} {
		d.press(k)
	}
	d.text()
}

func TestAWaitingJobIsCancelledAndMovedByKeys(t *testing.T) {
	d := newDesktop(t, twoPrinters).atWork()
	jobs := d.ordered(tally, stampdesk.Print{Document: stampdesk.ReturnList, Batch: "B1-001"})
	d.press("m", "0", "x", "esc")
	d.press("x", "enter")
	d.shows("Đã hủy bản in số 8")
	d.choose("Danh sách trả")
	d.press("c", "enter")
	d.shows("đã chuyển sang văn phòng")
	if a, b := d.jobOf(jobs[0].Order.Key), d.jobOf(jobs[1].Order.Key); a.State != stampdesk.JobCancelled || b.Printer != "vp" || b.Again {
		t.Errorf("%+v %+v", a, b)
	}
}

func TestOnePrinterHasNoKeyForAnother(t *testing.T) {
	d := newDesktop(t).atWork()
	d.ordered(tally)
	d.press("m", "0")
	d.hides("máy khác")
	d.press("esc", "esc", "p")
	d.hides("máy khác")
}

func TestAPrinterInTroubleIsTriedAgainByKeyAndKeepsNoCard(t *testing.T) {
	var tried []stampdesk.PrinterID
	d := newDesktop(t, twoPrinters, func(o *Options) { o.Retry = func(p stampdesk.PrinterID) { tried = append(tried, p) } }).atWork()
	office := tally
	office.Printer = "vp"
	jobs := d.ordered(office)
	d.says(atJob(jobs[0], Down, "hết giấy"))
	d.scanned("31000401")
	d.press("enter")
	d.shows("ĐÃ GHI")
	d.press("m", "0")
	d.shows("lỗi máy in", "Hết giấy")
	d.update(keyMsg("r"))
	d.update(settleMsg{d.inputs})
	d.quits() // runs the command
	if fmt.Sprint(tried) != "[vp]" {
		t.Errorf("tried %q", tried)
	}
	d.shows("Đang thử lại văn phòng")
}

func TestAPaperThatIsOverIsOrderedOnceMoreAsItWas(t *testing.T) {
	d := newDesktop(t, twoPrinters).atWork()
	d.scanned("31000409") // held
	want := stampdesk.Print{Document: stampdesk.HeldSlip, Card: 31_000_409, Printer: "vp"}
	j := d.ordered(want)[0]
	d.finishJob(&j)
	d.press("m", "0", "r")
	d.shows("In lại Phiếu giữ thẻ 31.000409 (số", "Máy in: văn phòng")
	d.press("enter")
	d.shows("Phiếu giữ thẻ 31.000409, bản 2: đã chuyển tới văn phòng")
	if got := asked[stampdesk.Print](d); len(got) != 1 || got[0] != want {
		t.Errorf("%+v", got)
	}
}

func TestEveryOrderIsFoundAgainInItsEntry(t *testing.T) {
	for _, q := range []stampdesk.Print{
		{Document: stampdesk.ReturnList, Batch: "B1-001"}, {Document: stampdesk.TallySheet}, {Document: stampdesk.ShiftSheet, Shift: 12},
		{Document: stampdesk.ChaseList, Unit: "PA"}, {Document: stampdesk.GuestSlip, Card: 31_000_401}, {Document: stampdesk.IntakeSheet, Unit: "PB"},
	} {
		if got := orderOf(&stampdesk.Entry{Batch: q.Batch, Facts: q.Facts()}); got != q {
			t.Errorf("%+v, want %+v", got, q)
		}
	}
}

func TestProgressRereadsNothing(t *testing.T) {
	d := newDesktop(t).atWork()
	j := d.ordered(tally)[0]
	d.beginJob(&j)
	d.says(atJob(j, Busy, ""))
	d.press("m", "0")
	looks, view := 0, d.s.opt.Look
	d.s.opt.Look = func(ctx context.Context, fn func(stampdesk.Snapshot) error) error { looks++; return view(ctx, fn) }
	for sent := int64(0); sent <= 1000; sent += 100 {
		n := atJob(j, Busy, "")
		n.Sent, n.Size = sent, 1000
		d.says(n)
		d.shows(fmt.Sprintf("%d%%", sent/10))
	}
	if looks != 0 {
		t.Errorf("%d looks into the store", looks)
	}
	d.finishJob(&j)
	d.says(PrinterNotice{Device: Device{Link: Up}})
	d.shows("đã in")
}

func TestAPrinterThatLiesAboutItsProgressBreaksNothing(t *testing.T) {
	d := newDesktop(t).atWork()
	j := d.ordered(tally)[0]
	d.beginJob(&j)
	d.press("m", "0")
	for _, n := range [][2]int64{{5, 0}, {-3, 10}, {20, 10}, {1, -1}} {
		p := atJob(j, Busy, "")
		p.Sent, p.Size = n[0], n[1]
		d.says(p)
		d.shows("đang in")
	}
}

func TestAScanUnderTheQueueAndThePreviewIsKept(t *testing.T) {
	for name, keys := range map[string][]string{
		"queue": nil, "preview": {"enter"}, "finding": {"enter", "/"}, "cancel": {"x"}, "move": {"c"},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesktop(t, withPreview).atWork()
			d.ordered(tally)
			d.press("m", "0")
			d.press(keys...)
			d.wedgeScan("31000401")
			d.scanned("31000402")
			d.shows("31.000401")
			if d.model.desk.question != nil || len(asked[stampdesk.SettlePrint](d)) > 0 {
				t.Fatal("judged, or taken for an answer")
			}
			for range 5 {
				if d.s.front == atDesk && d.s.over == nil {
					break
				}
				d.press("esc")
			}
			d.shows("Đóng dấu vào ô 4", "31.000401", "31.000402")
		})
	}
}

func TestNoQuestionComesOverAnother(t *testing.T) {
	d := newDesktop(t, twoPrinters).atWork()
	jobs := d.ordered(tally, tally)
	d.press("m", "0", "down", "x")
	d.beginJob(&jobs[0])
	n := atJob(jobs[0], Down, "")
	n.Unknown = true
	d.says(n)
	d.shows("Hủy bản in")
	d.press("esc")
	d.shows("bị ngắt giữa chừng")
}

func TestAPreviewFollowsTheWindow(t *testing.T) {
	var cols []int
	d := newDesktop(t, withPreview, func(o *Options) {
		o.Preview = func(ctx context.Context, e stampdesk.PrintJob, n int) (string, error) {
			cols = append(cols, n)
			return somePaper(ctx, e, n)
		}
	}).atWork()
	d.ordered(stampdesk.Print{Document: stampdesk.IntakeSheet, Batch: "B1-001"})
	d.press("m", "0", "enter", "end")
	d.shows("Người nhận")
	d.size(120, 40)
	d.shows("Người nhận")
	d.size(60, 10) // too small: nothing is asked for
	d.size(80, 24)
	d.press("end")
	d.shows("Người nhận")
	d.press("home")
	d.shows("BAN TỔ CHỨC", "INTAKE")
	if fmt.Sprint(cols) != "[72 112 72]" {
		t.Errorf("%v", cols)
	}
}

func TestWhatIsInAPaperDoesNothingToTheTerminal(t *testing.T) {
	text := "\x1b[2J\x1b]0;x\x07A\tB\r\nđường\x00 \u202egnouht\u2066 \x9b31m \xff\n" + strings.Repeat("漢", 60) + "\n" + strings.Repeat("e\u0301", 100) + "\r\n\u2028end"
	d := newDesktop(t, func(o *Options) {
		o.Preview = func(context.Context, stampdesk.PrintJob, int) (string, error) { return text, nil }
	}).atWork()
	d.ordered(tally)
	d.press("m", "0", "enter")
	for _, w := range []int{80, 81, 82, 83, 120} {
		d.size(w, 24)
		for _, l := range strings.Split(d.View(), "\n") {
			if width(l) != w {
				t.Errorf("%d cells of %d: %q", width(l), w, l)
			}
			if plain := ansi.Strip(l); plain != l || strings.ContainsAny(l, "\x1b\x07\x00\u202e\u2066\u009b\r\t") {
				t.Errorf("%q", l)
			}
		}
	}
	d.shows("A B", "end")
}

func TestAPreviewThatFailsSaysWhyAndTheNextTryMayNot(t *testing.T) {
	var err error = errors.New("đọc lô 001\x1b[31m: mất sổ")
	d := newDesktop(t, func(o *Options) {
		o.Preview = func(ctx context.Context, e stampdesk.PrintJob, n int) (string, error) {
			if err != nil {
				return "", err
			}
			return somePaper(ctx, e, n)
		}
	}).atWork()
	d.ordered(tally)
	d.press("m", "0", "enter")
	d.shows("Không xem trước được: đọc lô 001")
	err = nil
	d.press("esc", "enter")
	d.shows("BAN TỔ CHỨC")
}

func TestAPreviewIsSearched(t *testing.T) {
	d := newDesktop(t, withPreview).atWork()
	d.ordered(tally)
	d.press("m", "0", "enter", "/")
	d.types("hong anh")
	d.shows("1/40")
	d.press("enter", "enter")
	d.shows("3/40")
	if p := pointed(d.text()); !strings.Contains(p, "31.000403") {
		t.Errorf("%q", p)
	}
	d.types("x")
	d.shows("không thấy")
	d.press("esc")
	d.hides("Tìm:")
	d.press("esc")
	d.shows("Hàng chờ in (1)")
}

func TestALockedDeskShowsNoPaper(t *testing.T) {
	d := newDesktop(t, withPreview, withIdle).atWork()
	d.ordered(tally)
	d.press("m", "0", "enter")
	d.shows("Nguyễn Thị Hồng Ánh")
	d.clock = d.clock.Add(24 * time.Hour)
	d.update(idleMsg{})
	d.hides("Nguyễn Thị Hồng Ánh")
	d.shows("Bàn đang khóa")
}

func TestOpeningABatchOffersBothPapersAtOnce(t *testing.T) {
	d := newDesktop(t, twoPrinters).signedIn()
	d.press("n", "enter", "enter", "enter")
	d.shows("Bấm p để in biên nhận và phiếu quét")
	if got := asked[stampdesk.Print](d); len(got) != 0 {
		t.Fatalf("printed by itself: %+v", got)
	}
	d.press("p", "c", "enter")
	batch := d.s.batch.ID
	want := []stampdesk.Print{{Document: stampdesk.Receipt, Batch: batch, Printer: "vp"}, {Document: stampdesk.IntakeSheet, Batch: batch, Printer: "vp"}}
	if got := asked[stampdesk.Print](d); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%+v", got)
	}
	d.shows("Biên nhận thẻ lô 001, Phiếu quét thẻ lô 001: đã chuyển tới văn phòng")
	d.scanned("31000401")
	d.press("p")
	d.hides("Biên nhận thẻ và phiếu quét của lô") // the moment is over
}

func TestThePapersThatMakeSenseAreOfferedEverywhere(t *testing.T) {
	for name, tc := range map[string]struct {
		reach func(*desktop)
		want  stampdesk.Print
	}{
		"held card at the desk": {func(d *desktop) { d.scanned("31000409"); d.press("p", "enter") }, stampdesk.Print{Document: stampdesk.HeldSlip, Card: 31_000_409}},
		"held page":             {func(d *desktop) { d.press("m", "2"); d.choose("31.000409"); d.press("p", "enter") }, stampdesk.Print{Document: stampdesk.HeldSlip, Card: 31_000_409}},
		"card page":             {func(d *desktop) { d.open("31.000409"); d.press("p", "enter") }, stampdesk.Print{Document: stampdesk.HeldSlip, Card: 31_000_409}},
		"renewals of a unit":    {func(d *desktop) { d.press("m", "3", "p", "enter") }, stampdesk.Print{Document: stampdesk.RenewalList, Unit: "PA"}},
		"renewals of all":       {func(d *desktop) { d.press("m", "3", "p", "2", "enter") }, stampdesk.Print{Document: stampdesk.RenewalList}},
		"batch list":            {func(d *desktop) { d.press("b", "p", "enter") }, stampdesk.Print{Document: stampdesk.ReturnList, Batch: "B1-001"}},
		"receipt":               {func(d *desktop) { d.press("b", "p", "3", "enter") }, stampdesk.Print{Document: stampdesk.Receipt, Batch: "B1-001"}},
		"appraisal":             {func(d *desktop) { d.press("m", "5", "p", "4", "enter") }, stampdesk.Print{Document: stampdesk.IntakeSheet, Batch: "B1-001"}},
		"commands":              {func(d *desktop) { d.press("esc", "p", "5", "enter") }, stampdesk.Print{Document: stampdesk.CommandSheet}},
		"shift":                 {func(d *desktop) { d.shiftBegun(); d.press("esc", "p", "5", "enter") }, stampdesk.Print{Document: stampdesk.ShiftSheet}},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesktop(t)
			afternoon(d)
			tc.reach(d)
			if got := asked[stampdesk.Print](d); len(got) != 1 || got[0] != tc.want {
				t.Errorf("%+v\n%s", got, d.text())
			}
			d.shows("đã chuyển tới máy in nhiệt")
		})
	}
}

func TestWithoutAPrinterPSaysSo(t *testing.T) {
	d := newDesktop(t, func(o *Options) { o.Printers = nil }).atWork()
	for _, keys := range [][]string{{"p"}, {"b", "p"}} {
		d.press(keys...)
		d.shows("Chưa có máy in: chọn ở Cài đặt (m, d)")
	}
}

func TestPaperNearItsEndIsSaidWhenWorkBeginsAndNotInTheMiddleOfACard(t *testing.T) {
	const said = "sắp hết giấy: thay cuộn"
	d := newDesktop(t, twoPrinters).atWork()
	d.scanned("31000401")
	d.lowOnPaper(true)
	d.hides(said)
	d.press("enter")
	d.hides(said) // the batch goes on
	d.press("m", "esc")
	d.hides(said) // and is not begun by being put down
	d.press("b", "enter")
	d.hides(said)
	d.press("b", "n", "down", "enter", "enter", "enter")
	d.shows(said, "USB lp0")
	d.press("b", "down", "enter")
	d.shows(said) // it stays
	d.scanned("31000402")
	d.hides(said) // a card is in the hand
	d.press("esc", "enter")
	d.press("esc")
	d.hides(said) // acknowledged
	d.shiftBegun()
	d.shows(said)
	d.lowOnPaper(false)
	d.hides(said)
	d.lowOnPaper(true)
	d.hides(said) // nothing begins now
}

func TestAPrinterInTroubleIsNotCalledNearTheEndOfItsPaperToo(t *testing.T) {
	d := newDesktop(t).atWork()
	d.press("m", "0")
	d.says(PrinterNotice{Device: Device{Link: Up}, LowPaper: true})
	d.shows("sắp hết giấy")
	d.says(PrinterNotice{Device: Device{Link: Down, About: "hết giấy"}, LowPaper: true})
	d.shows("có lỗi · hết giấy")
	d.hides("sắp hết giấy")
}

func TestPaperThatIsFoundLowBeforeTheFirstCardIsSaid(t *testing.T) {
	d := newDesktop(t, twoPrinters).atWork()
	d.lowOnPaper(true)
	d.shows("sắp hết giấy")
	d.press("esc")
	d.hides("sắp hết giấy")
}

// A printer without a queue that works, and one that is not the desk's any
// more: nothing is hidden and nothing is called printed.
func TestAJobThatNobodyDrivesSaysSo(t *testing.T) {
	d := newDesktop(t, twoPrinters).atWork()
	gone := tally
	gone.Printer = "cu"
	jobs := d.ordered(gone, gone, tally)
	d.beginJob(&jobs[0])
	d.press("m", "0")
	d.shows("chưa rõ", "lỗi máy in", "chờ in")
	d.choose("lỗi máy in")
	d.press("r")
	d.shows("không còn ở bàn")
	d.press("c", "2", "enter")
	if j := d.jobOf(jobs[1].Order.Key); j.Printer != "vp" {
		t.Errorf("%+v", j)
	}
}

func TestWhoSitsDownNextIsAskedToo(t *testing.T) {
	d := newDesktop(t).atWork()
	d.interrupted(tally)
	d.press("esc")
	d.hides("bị ngắt giữa chừng")
	d.press("ctrl+o")
	d.signedIn()
	d.shows("bị ngắt giữa chừng")
}

func TestALongNameOfAPrinterFitsEverywhere(t *testing.T) {
	const long = "/dev/serial/by-id/usb-Prolific_Technology_Inc._USB-Serial_Controller_D-if00-port0"
	d := newDesktop(t, func(o *Options) { o.Printers = []Printer{{Name: long}, {ID: "vp", Name: long + "1"}} }).atWork()
	j := d.interrupted(tally)
	d.shows("ngắt giữa chừng", "4  Chuyển")
	d.press("4", "enter")
	d.shows("1  /dev", "port01")
	d.press("esc", "esc", "m", "0")
	d.shows("mất kết nối giữa chừng")
	d.press("x")
	d.shows("Hủy bản in Bảng kiểm đếm", "port0?")
	d.press("esc", "c", "enter")
	d.shows("đã chuyển sang /dev", "port01.")
	if got := d.jobOf(j.Order.Key); got.Printer != "vp" {
		t.Errorf("%+v", got)
	}
	d.press("esc", "esc", "p")
	d.shows("Máy in: /dev", "port0 ")
	d.lowOnPaper(true)
	d.press("esc")
	d.shiftBegun()
	d.shows("sắp hết giấy", "Esc: đã biết")
}

func TestAJobWithTheOnlyPrinterIsMovedNowhere(t *testing.T) {
	d := newDesktop(t).atWork()
	gone := tally
	gone.Printer = "cu"
	jobs := d.ordered(gone, tally)
	d.press("m", "0")
	d.choose("chờ in")
	d.press("c", "up", "down", "enter")
	d.shows("đã ở máy in này")
	d.press("home")
	d.choose("lỗi máy in")
	d.press("c", "up", "enter")
	if j := d.jobOf(jobs[0].Order.Key); j.Printer != "" {
		t.Errorf("%+v", j)
	}
	if j := d.jobOf(jobs[1].Order.Key); j.Attempt != jobs[1].Attempt {
		t.Errorf("%+v", j)
	}
}
