package tui

import (
	"context"
	"strings"

	"stampdesk"
)

// allStates has a job in every state on the print queue.
func allStates(d *desktop) {
	d.Helper()
	worked(d)
	d.scanned("31000409") // held
	d.press("enter")
	jobs := d.ordered(
		stampdesk.Print{Document: stampdesk.Receipt, Batch: "B1-001"},
		stampdesk.Print{Document: stampdesk.TallySheet, Batch: "B1-001"},
		stampdesk.Print{Document: stampdesk.IntakeSheet, Batch: "B1-001", Printer: "vp"},
		stampdesk.Print{Document: stampdesk.ReturnList, Batch: "B1-001", Printer: "cũ"},
		stampdesk.Print{Document: stampdesk.HeldSlip, Card: 31_000_409},
		stampdesk.Print{Document: stampdesk.ReturnList, Batch: "B1-001"},
		stampdesk.Print{Document: stampdesk.ChaseList},
		stampdesk.Print{Document: stampdesk.RenewalList, Unit: "PA", Printer: "vp"},
		stampdesk.Print{Document: stampdesk.TallySheet, Batch: "B1-001"},
	)
	d.finishJob(&jobs[0])
	d.does(stampdesk.SettlePrint{Order: jobs[7].Order.Key, Attempt: jobs[7].Attempt, As: stampdesk.PrintCancelled})
	d.beginJob(&jobs[2])
	d.beginJob(&jobs[3])
	d.beginJob(&jobs[1])
	one, two := atJob(jobs[1], Busy, ""), atJob(jobs[2], Down, "hết giấy")
	one.Sent, one.Size, one.LowPaper = 12_400, 27_600, true
	d.s.stale = true
	d.says(one, two)
}

// text of a paper, for previews.
func somePaper(_ context.Context, job stampdesk.PrintJob, cols int) (string, error) {
	w := min(cols, 48)
	lines := []string{"BAN TỔ CHỨC", strings.ToUpper(job.Order.Fact(stampdesk.FactKind)), strings.Repeat("-", w)}
	for i := range 40 {
		lines = append(lines, stampdesk.CardNumber(31_000_401+i).String()+"  Nguyễn Thị Hồng Ánh")
	}
	return strings.Join(append(lines, "Người giao          Người nhận"), "\n") + "\n", nil
}

func withPreview(o *Options) {
	twoPrinters(o)
	o.Preview = somePaper
}

// printScreens are ways to the print queue and what is asked on it.
var printScreens = []goldenScreen{
	{"queue", func(d *desktop) { allStates(d); d.press("m", "0") }, withPreview},
	{"queue-empty", func(d *desktop) { d.atWork(); d.press("m", "0") }, withPreview},
	{"queue-one-printer", func(d *desktop) {
		worked(d)
		jobs := d.ordered(stampdesk.Print{Document: stampdesk.ReturnList, Batch: "B1-001"}, stampdesk.Print{Document: stampdesk.TallySheet})
		d.beginJob(&jobs[0])
		n := atJob(jobs[0], Busy, "")
		n.Sent, n.Size = 1, 4
		d.says(n)
		d.press("m", "0")
	}, nil},
	{"queue-trouble", func(d *desktop) { allStates(d); d.press("m", "0", "down"); d.press("r") }, withPreview},
	{"queue-cancel", func(d *desktop) { allStates(d); d.press("m", "0"); d.choose("Phiếu quét", "Intake"); d.press("x") }, withPreview},
	{"queue-move", func(d *desktop) { allStates(d); d.press("m", "0"); d.choose("Phiếu quét", "Intake"); d.press("c") }, withPreview},
	{"queue-reprint", func(d *desktop) {
		allStates(d)
		d.press("m", "0")
		d.choose("Biên nhận", "Receipt")
		d.press("r", "c")
	}, withPreview},
	{"queue-find", func(d *desktop) { allStates(d); d.press("m", "0", "/"); d.types("001") }, withPreview},
	{"queue-help", func(d *desktop) { allStates(d); d.press("m", "0", "?") }, withPreview},
	{"preview", func(d *desktop) { allStates(d); d.press("m", "0", "enter", "down", "down") }, withPreview},
	{"preview-find", func(d *desktop) { allStates(d); d.press("m", "0", "enter", "/"); d.types("0430") }, withPreview},
	{"ask-job-two", func(d *desktop) {
		d.atWork()
		d.interrupted(stampdesk.Print{Document: stampdesk.ReturnList, Batch: "B1-001"})
	}, withPreview},
	{"papers-opened", func(d *desktop) { d.signedIn(); d.press("n", "enter", "enter", "enter", "p") }, withPreview},
	{"papers-held", func(d *desktop) { worked(d); d.scanned("31000409"); d.press("p") }, nil},
	{"papers-held-list", func(d *desktop) { worked(d); d.scanned("31000409"); d.press("m", "2", "p") }, withPreview},
	{"papers-renewals", func(d *desktop) { afternoon(d); d.press("m", "3", "p") }, nil},
	{"low-paper", func(d *desktop) { d.atWork(); d.lowOnPaper(true); d.press("b", "n", "enter", "enter", "enter") }, twoPrinters},
	{"low-paper-batches", func(d *desktop) { d.atWork(); d.press("b"); d.lowOnPaper(true); d.shiftBegun() }, twoPrinters},
}

// lowOnPaper has the first printer come near the end of its paper, or get a
// new roll.
func (d *desktop) lowOnPaper(low bool) {
	d.Helper()
	d.says(PrinterNotice{Device: Device{Link: Up}, LowPaper: low})
}
