package main

import (
	"context"
	"fmt"

	"stampdesk"
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
	transport, err := a.transport(to)
	if err != nil {
		return nil, err
	}
	profile, err := a.conf.profile(a.conf.Printer)
	if err != nil {
		return nil, err
	}
	return &printer.Spool{
		Store: s, Desk: stampdesk.DeskID(a.conf.Desk.ID), Transport: transport, Profile: profile,
		Lang: a.conf.lang(), Where: where,
	}, nil
}

// printerNotice says for the screen how the queue is.
func (st *station) printerNotice(s printer.SpoolState) (d tui.Device, job string) {
	switch s.Status {
	case printer.Printing:
		return tui.Device{Link: tui.Busy}, ""
	case printer.Trouble:
		return tui.Device{Link: tui.Down, About: fmt.Sprintf(st.t.PrinterTrouble, s.Waiting+1)}, ""
	case printer.Unknown:
		return tui.Device{Link: tui.Down, About: st.t.PrinterUnknown}, s.Order.Key.String()
	}
	return tui.Device{Link: tui.Up}, ""
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
		st.notices.set(func(n *tui.Notice) { n.Printer, n.Job = st.printerNotice(state) })
	}
	st.spool = s
}

// answerPrint answers for the document that may be on paper or not.
func answerPrint(ctx context.Context, s *printer.Spool, again bool) error {
	state, err := s.State(ctx)
	if err != nil {
		return err
	}
	if state.Status != printer.Unknown {
		return printer.ErrNotAsked
	}
	return s.Resolve(ctx, state.Order.Key, again)
}
