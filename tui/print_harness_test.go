package tui

import (
	"stampdesk"
)

// twoPrinters is a desk with two of them.
func twoPrinters(o *Options) {
	o.Printers = []Printer{{Name: "USB lp0"}, {ID: "vp", Name: "văn phòng 192.168.1.9"}}
}

// ordered puts papers into the queue, as another command does, and gives their
// jobs.
func (d *desktop) ordered(all ...stampdesk.Print) []stampdesk.PrintJob {
	d.Helper()
	for _, q := range all {
		d.does(q)
	}
	d.update(clockMsg{})
	q := stampdesk.PrintQueue{Desk: "B1", Since: 1}
	must(d.T, d.fail.View(d.ctx, q.Read))
	jobs := q.Jobs()
	return jobs[len(jobs)-len(all):]
}

// cursor is what a printer writes down: how far it came.
func (d *desktop) cursor(name string, at uint64) {
	d.Helper()
	must(d.T, d.fail.Update(d.ctx, func(tx stampdesk.Tx) error { return tx.PutCursor(name, at) }))
}

// begins has the printer begin a job.
func (d *desktop) beginJob(j *stampdesk.PrintJob) {
	d.Helper()
	begun, _ := stampdesk.PrintCursors("B1", j.Printer)
	d.cursor(begun, j.Attempt)
	j.State = stampdesk.JobBegun
}

// finishJob has the printer come to the end of a job.
func (d *desktop) finishJob(j *stampdesk.PrintJob) {
	d.Helper()
	_, done := stampdesk.PrintCursors("B1", j.Printer)
	d.cursor(done, j.At)
}

// says is what the printers say of themselves.
func (d *desktop) says(all ...PrinterNotice) {
	d.Helper()
	n := d.s.devices
	n.Printers = all
	n.Printer = Device{Link: Up}
	for _, p := range all {
		if p.Link == Down || p.Link == Busy && n.Printer.Link != Down {
			n.Printer = p.Device
		}
	}
	d.update(noticeMsg{n})
}

// job is a notice of a printer that is at a job.
func atJob(j stampdesk.PrintJob, link Link, about string) PrinterNotice {
	return PrinterNotice{ID: j.Printer, Device: Device{link, about}, Job: &j}
}

// interrupted has a printer stop in the middle of a paper.
func (d *desktop) interrupted(q stampdesk.Print) stampdesk.PrintJob {
	d.Helper()
	j := d.ordered(q)[0]
	d.beginJob(&j)
	n := atJob(j, Down, "mất kết nối giữa chừng")
	n.Unknown = true
	d.says(n)
	return j
}
