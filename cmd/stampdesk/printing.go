package main

import (
	"context"

	"stampdesk"
	"stampdesk/printer"
	"stampdesk/tui"
)

// spools are the queues of a desk's printers, its own first; none: there is no
// printer.
type spools []*printer.Spool

// of is the queue of a printer, or nil.
func (s spools) of(id stampdesk.PrinterID) *printer.Spool {
	for _, q := range s {
		if q.Printer == id {
			return q
		}
	}
	return nil
}

// spools makes the queues of the printers that are configured.
func (a *app) spools(s stampdesk.Store) (spools, error) {
	all, err := a.conf.printers()
	if err != nil {
		return nil, err
	}
	var made spools
	devices := map[string]bool{}
	for _, p := range all {
		if p.To.Kind == printer.None {
			continue
		}
		if file := a.deviceFile(p.To); p.To.Kind == printer.USB && file != "" {
			if devices[file] { // by its number and by what it is: each would print into what the other prints
				return nil, fail(exitUsage, a.t.HintPrinters, a.t.SamePrinterTwice, p.To, file)
			}
			devices[file] = true
		}
		transport, err := a.transport(p.To)
		if err != nil {
			return nil, err
		}
		made = append(made, &printer.Spool{
			Store: s, Desk: stampdesk.DeskID(a.conf.Desk.ID), Printer: p.ID, Transport: transport, Profile: p.Profile,
			Lang: a.conf.lang(), Where: p.To.String(),
		})
	}
	return made, nil
}

// useSpools lets the queues hear of every commit, and the screen of the queues.
func (st *station) useSpools(all spools) {
	kicks := make([]chan struct{}, len(all))
	for i, s := range all {
		kicks[i] = make(chan struct{}, 1)
		s.Kicked = kicks[i]
		st.notices.set(func(n *tui.Notice) {
			n.Printers = append(n.Printers, tui.PrinterNotice{ID: s.Printer, Device: tui.Device{Link: tui.Up}})
		})
		s.Notify = func(state printer.SpoolState) { st.notices.printer(i, st.printerNotice(state)) }
	}
	st.desk.Kick = func() {
		for _, kick := range kicks {
			select {
			case kick <- struct{}{}:
			default: // it has not looked since the last commit, and will
			}
		}
	}
	st.spools = all
}

// printer tells how one printer is, and how the worst of them is.
func (n *notices) printer(i int, p tui.PrinterNotice) {
	n.set(func(all *tui.Notice) {
		all.Printers = append([]tui.PrinterNotice(nil), all.Printers...) // who has the notice before keeps it
		all.Printers[i] = p
		all.Printer = all.Printers[0].Device
		for _, q := range all.Printers[1:] {
			if q.Link == tui.Down && all.Printer.Link != tui.Down || q.Link == tui.Busy && all.Printer.Link == tui.Up {
				all.Printer = q.Device
			}
		}
	})
}

// printerNotice says for the screen how a printer and its queue are.
func (st *station) printerNotice(s printer.SpoolState) tui.PrinterNotice {
	n := tui.PrinterNotice{
		ID: s.Printer, Device: tui.Device{Link: tui.Up}, Job: s.Job, Sent: s.Sent, Size: s.Size, LowPaper: s.Condition.PaperLow,
	}
	switch s.Status {
	case printer.Printing:
		n.Link = tui.Busy
	case printer.Trouble:
		n.Device = tui.Device{Link: tui.Down, About: st.t.troubleOf(s)}
	case printer.Unknown:
		n.Device, n.Unknown = tui.Device{Link: tui.Down, About: st.t.PrinterUnknown}, true
	}
	return n
}

// preview gives the document of a job as its printer would print it now, at
// most cols characters wide. It is a look, and has no number.
func (a *app) preview(ctx context.Context, s stampdesk.Store, all spools, job stampdesk.PrintJob, cols int) (text string, err error) {
	p := all[0].Profile
	if own := all.of(job.Printer); own != nil {
		p = own.Profile
	}
	job.Order.Key.Seq = 0
	err = s.View(ctx, func(snap stampdesk.Snapshot) error {
		doc, err := printer.Compose(snap, &job, a.conf.lang(), p)
		text = doc.Text(min(cols, p.Columns()))
		return err
	})
	return text, err
}
