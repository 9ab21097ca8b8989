package tui

import (
	"strconv"
	"strings"

	"stampdesk"
)

// wideQueue is the width from which the page has a column for everything.
const wideQueue = 110

// queueColumn is one column of the page.
type queueColumn struct {
	head string
	most int // cells; below 0: a share of what is left
	cell func(*stampdesk.PrintJob) string
}

// barCells is the length of the bar of a job that is printed.
func (s *shell) barCells() int {
	if s.width >= wideQueue {
		return 14
	}
	return 6
}

// columns are those that there is room and need for; what has none is said
// below the list.
func (p *printQueue) columns(s *shell) []queueColumn {
	w := s.words
	wide := s.width >= wideQueue
	state := width(w.JobLooks[jobPrints]) + 1 + s.barCells() + 5 // as wide as it gets, so that nothing moves when a job begins
	out := []queueColumn{{w.StateHead, state, func(j *stampdesk.PrintJob) string { return s.fit(s.jobState(j), state) }}}
	if wide {
		out = append(out, queueColumn{w.ColPaper, 26, func(j *stampdesk.PrintJob) string { return s.document(&j.Order) }},
			queueColumn{w.ColAbout, -1, func(j *stampdesk.PrintJob) string { return s.paperAbout(&j.Order) }})
	} else {
		out = append(out, queueColumn{w.ColPaper, -1, func(j *stampdesk.PrintJob) string { return s.paper(&j.Order) }})
	}
	out = append(out, queueColumn{w.ColCopy, 16, func(j *stampdesk.PrintJob) string { return s.copyMark(j, wide) }})
	if wide || p.movable(s) {
		most := 10
		if wide {
			most = 20
		}
		out = append(out, queueColumn{capital(w.Printer), most, func(j *stampdesk.PrintJob) string { return s.middle(s.printer(j.Printer), most) }})
	}
	if wide {
		out = append(out, queueColumn{w.ColWho, 16, func(j *stampdesk.PrintJob) string { return string(j.Order.Operator) }})
	}
	return append(out, queueColumn{w.ColWhen, 11, func(j *stampdesk.PrintJob) string { return s.since(j.Order.At) }},
		queueColumn{w.ColNo, 8, func(j *stampdesk.PrintJob) string { return s.count(int(j.Order.Key.Seq)) }})
}

func (p *printQueue) cells(s *shell, j *stampdesk.PrintJob) []string {
	var out []string
	for _, c := range p.columns(s) {
		out = append(out, c.cell(j))
	}
	return out
}

func (p *printQueue) view(s *shell, w, h int) []string {
	head := heading{title: s.counted(s.words.MenuPrints, &p.list), empty: s.words.NoPrints, how: s.words.NoPrintsHow, middle: -1}
	if !s.prints() {
		head.how = s.words.NoPrinterDo
	}
	for _, c := range p.columns(s) {
		n := c.most
		if n > 0 {
			n = width(c.head)
			for _, j := range p.jobs {
				n = max(n, min(width(c.cell(j)), c.most))
			}
			n++
		}
		head.columns, head.widths = append(head.columns, c.head), append(head.widths, n)
	}
	for i := range p.list.rows {
		r := &p.list.rows[i]
		p.dress(s, r, p.jobs[r.key])
	}
	printers := p.printers(s, w)
	out := p.list.view(s, head, w, h-len(printers))
	return append(append(out[:1:1], printers...), out[1:]...)
}

// dress gives a row the sign of its job. What a printer says changes it
// between two readings.
func (p *printQueue) dress(s *shell, r *row, j *stampdesk.PrintJob) {
	r.dim = !j.IsOpen()
	switch s.looks(j) {
	case jobWaits:
		r.sign, r.tone = func(g *glyphs) string { return g.Absent }, calm
	case jobPrints:
		r.sign, r.tone = func(g *glyphs) string { return g.Busy }, work
	case jobUnknown:
		r.sign, r.tone = missingSign, warn
	case jobTrouble:
		r.sign, r.tone = holdSign, bad
	case jobDone:
		r.sign, r.tone = stampSign, good
	case jobCancelled:
		r.sign, r.tone = func(g *glyphs) string { return g.Down }, quiet
	}
}

// printers are a line for each printer of the desk.
func (p *printQueue) printers(s *shell, w int) []string {
	var out []string
	for _, of := range s.opt.Printers {
		n := s.noticeOf(of.ID)
		if n == nil {
			n = &PrinterNotice{}
		}
		sign, t := s.linkSign(n.Link)
		low := ""
		if n.LowPaper && n.Link != Down { // there it may have none, and that is said
			low = s.words.LowPaperShort
		}
		state := s.words.PrinterLinks[n.Link]
		if n.Unknown {
			state = s.words.JobLooks[jobUnknown]
		}
		text := s.join(s.shortPrinter(of.ID), state, n.About, low)
		if n.LowPaper && n.Link == Up {
			t = warn
		}
		out = append(out, s.fit("  "+s.style.Tone[t].Render(sign)+" "+s.style.Tone[t].Render(text), w))
	}
	return out
}

// jobState is the state of a job in words, with a bar while it is printed.
func (s *shell) jobState(j *stampdesk.PrintJob) string {
	look := s.looks(j)
	text := s.words.JobLooks[look]
	n := s.noticeOf(j.Printer)
	percent := n.progress()
	if look != jobPrints || percent < 0 || n.Job == nil || attemptOf(n.Job) != attemptOf(j) {
		return text
	}
	cells := s.barCells()
	done := percent * cells / 100
	bar := strings.Repeat(s.sign.BarDone, done) + strings.Repeat(s.sign.BarRest, cells-done)
	return text + " " + bar + right(strconv.Itoa(percent)+"%", 5)
}

// copyMark is which copy of a paper a job is, and whether it is printed again
// because the attempt before may have left a part on paper.
func (s *shell) copyMark(j *stampdesk.PrintJob, wide bool) string {
	var parts []string
	if n := j.Order.Fact(stampdesk.FactCopy); n != "" && n != "1" {
		parts = append(parts, fill(s.words.CopyN, n))
	}
	if j.Again {
		parts = append(parts, s.words.AgainShort)
	}
	if !wide && len(parts) > 1 {
		parts = parts[1:]
	}
	return strings.Join(parts, ", ")
}

// jobDetail is all about a job, and what to do about it.
func (s *shell) jobDetail(j *stampdesk.PrintJob) string {
	draft := ""
	if j.Order.Fact(stampdesk.FactDraft) != "" {
		draft = s.words.DraftShort
	}
	text := s.join(s.paper(&j.Order), fill(s.words.JobNo, s.count(int(j.Order.Key.Seq))), draft, s.copyMark(j, true),
		s.shortPrinter(j.Printer), string(j.Order.Operator), s.when(j.Order.At))
	n := s.noticeOf(j.Printer)
	switch look := s.looks(j); {
	case look == jobUnknown:
		text += ". " + s.words.AnswerByKey
	case look == jobTrouble && !s.has(j.Printer):
		text += ". " + s.words.PrinterGone
	case n == nil:
	case look == jobTrouble, look == jobWaits && n.Link == Down:
		text += ". " + capital(s.join(n.About, s.words.RetryByKey))
	}
	return text
}
