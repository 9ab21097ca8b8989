package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"stampdesk"
	"stampdesk/device"
	"stampdesk/printer"
	"stampdesk/tui"
)

// spool makes the printer's queue of the configured printer; nil: there is
// none.
func (a *app) spool(s stampdesk.Store) (*printer.Spool, error) {
	to, err := printer.ParseDestination(a.conf.Printer.To)
	if err != nil {
		return nil, err
	}
	if to.Kind == printer.None {
		return nil, nil
	}
	where := to.String()
	if to.Kind != printer.TCP && (to.Kind != printer.Serial || strings.ContainsRune(to.Path, os.PathSeparator)) {
		to.Path = a.path(to.Path)
	}
	transport, err := to.Transport(printer.Options{OpenSerial: openSerialPrinter})
	if err != nil {
		return nil, err
	}
	profile, err := printer.ProfileByName(a.conf.Printer.Profile)
	if err != nil {
		return nil, err
	}
	return &printer.Spool{
		Store: s, Desk: stampdesk.DeskID(a.conf.Desk.ID), Transport: transport, Profile: profile,
		Lang: a.conf.lang(), Where: where,
	}, nil
}

func openSerialPrinter(path string, baud int) (printer.DeadlineWriter, error) {
	return device.OpenSerialWriter(path, baud, device.FlowXonXoff)
}

// printerNotice says for the screen how the queue is.
func (st *station) printerNotice(s printer.SpoolState) tui.PrinterNotice {
	n := tui.PrinterNotice{
		ID: s.Printer, Device: tui.Device{Link: tui.Up}, Job: s.Job, Sent: s.Sent, Size: s.Size, LowPaper: s.Condition.PaperLow,
	}
	switch s.Status {
	case printer.Printing:
		n.Link = tui.Busy
	case printer.Trouble:
		left := s.Waiting
		if s.Job != nil {
			left++
		}
		n.Device = tui.Device{Link: tui.Down, About: fmt.Sprintf(st.t.PrinterTrouble, left)}
	case printer.Unknown:
		n.Device, n.Unknown = tui.Device{Link: tui.Down, About: st.t.PrinterUnknown}, true
	}
	return n
}

// useSpool lets the queue hear of every commit, and the screen of the queue.
func (st *station) useSpool(s *printer.Spool) {
	kicked := make(chan struct{}, 1)
	s.Kicked = kicked
	st.desk.Kick = func() {
		select {
		case kicked <- struct{}{}:
		default: // it has not looked since the last commit, and will
		}
	}
	s.Notify = func(state printer.SpoolState) {
		of := st.printerNotice(state)
		st.notices.set(func(n *tui.Notice) { n.Printer, n.Printers = of.Device, []tui.PrinterNotice{of} })
	}
	st.spool = s
}

// errNotAsked: there is no question about a document.
var errNotAsked = errors.New("no document waits for an answer")

// answerPrint answers for the document that may be on paper or not: settle
// puts it on record, and the queue hears of it by the journal.
func answerPrint(ctx context.Context, s *printer.Spool, again bool, settle func(stampdesk.SettlePrint) error) error {
	state, err := s.State(ctx)
	if err != nil {
		return err
	}
	if state.Status != printer.Unknown {
		return errNotAsked
	}
	as := stampdesk.PrintedAfterAll
	if again {
		as = stampdesk.PrintAgain
	}
	return settle(stampdesk.SettlePrint{Order: state.Job.Order.Key, Attempt: state.Job.Attempt, As: as})
}
