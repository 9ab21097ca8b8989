package tui

import (
	"slices"

	"stampdesk"
)

// attempt is one sending of a print job, of which a person is asked once.
type attempt struct {
	order stampdesk.EntryKey
	no    uint64
}

func attemptOf(j *stampdesk.PrintJob) attempt { return attempt{j.Order.Key, j.Attempt} }

// prints reports that the desk has a printer.
func (s *shell) prints() bool { return len(s.opt.Printers) > 0 }

// has reports that a printer is one of the desk's.
func (s *shell) has(id stampdesk.PrinterID) bool {
	return slices.ContainsFunc(s.opt.Printers, func(p Printer) bool { return p.ID == id })
}

// printer is what a printer is called.
func (s *shell) printer(id stampdesk.PrinterID) string {
	for _, p := range s.opt.Printers {
		if p.ID == id && p.Name != "" {
			return p.Name
		}
	}
	if id == "" {
		return s.words.ThePrinter
	}
	return string(id)
}

// shortPrinter is the same where there is little room.
func (s *shell) shortPrinter(id stampdesk.PrinterID) string { return s.middle(s.printer(id), 32) }

// noticeOf is the latest that is known of a printer; nil: nobody says.
func (s *shell) noticeOf(id stampdesk.PrinterID) *PrinterNotice {
	for i := range s.devices.Printers {
		if n := &s.devices.Printers[i]; n.ID == id {
			return n
		}
	}
	return nil
}

// devices takes in how the devices are. The print queue is read anew where a
// printer has come to another job, and not for every byte of the one it is at.
func (m *model) devices(n Notice) {
	was := m.s.devices.Printers
	m.s.devices = n
	same := slices.EqualFunc(was, n.Printers, func(a, b PrinterNotice) bool {
		if a.ID != b.ID || a.Link != b.Link || a.Unknown != b.Unknown || (a.Job == nil) != (b.Job == nil) {
			return false
		}
		return a.Job == nil || attemptOf(a.Job) == attemptOf(b.Job) && a.Job.State == b.Job.State
	})
	if _, open := m.s.page().(*printQueue); open && !same {
		m.s.reread()
	}
}

// unasked is a job that nobody knows of whether it is on paper, and that
// nobody was asked about so far.
func (s *shell) unasked() *stampdesk.PrintJob {
	for i := range s.devices.Printers {
		n := &s.devices.Printers[i]
		if n.Unknown && n.Job != nil && !s.asking[attemptOf(n.Job)] {
			return n.Job
		}
	}
	return nil
}

// progress is how much of a job is printed, in percent; -1: not known.
func (n *PrinterNotice) progress() int {
	if n == nil || n.Size <= 0 {
		return -1
	}
	return int(min(max(n.Sent, 0), n.Size) * 100 / n.Size)
}

// paperFeed is what the screen keeps so that paper near its end is spoken of
// at the right time: when a batch or a shift begins, and not with a card in
// the hand.
type paperFeed struct {
	opened stampdesk.BatchID // was opened here, and no card of it came yet
	of     stampdesk.BatchID // the batch that work was begun in last
	due    bool              // it begins: no card came yet
	low    bool              // it was said, and nobody has changed the paper or pressed Esc
}

// begins notes that work begins, in a batch or for a shift.
func (s *shell) begins(batch stampdesk.BatchID) {
	if batch != "" && batch == s.feed.of { // it was only put down
		return
	}
	s.feed.due = true
	if batch != "" {
		s.feed.of = batch
	}
}

// watchPaper says that paper is low where it is time to, until it is not.
func (s *shell) watchPaper() {
	switch {
	case s.lowPaper() == "":
		s.feed.low = false
	case s.feed.due:
		s.feed.low, s.feed.due = true, false
	}
}

// lowPaper names a printer that is near the end of its paper; "": none is.
func (s *shell) lowPaper() string {
	for i := range s.devices.Printers {
		if n := &s.devices.Printers[i]; n.LowPaper {
			return s.middle(s.printer(n.ID), 14) // with its sentence in one line
		}
	}
	return ""
}
