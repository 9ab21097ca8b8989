package main

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"stampdesk"
	"stampdesk/printer"
	"stampdesk/tui"
)

// station is a working desk: the actor and what stands around it, each in one
// goroutine. Nothing but its two channels joins them.
type station struct {
	desk     *stampdesk.Desk
	scanners scannerLines // none: numbers are typed
	spools   spools       // none: no printer

	in      chan stampdesk.Request
	out     chan stampdesk.Outcome
	notices *notices
	host    *host // carries out the commands of other processes; nil: it does not
	t       *texts
}

func (a *app) newStation(live *liveStore) (*station, error) {
	st := &station{
		desk: a.desk(live), notices: newNotices(), t: a.t,
		in: make(chan stampdesk.Request), out: make(chan stampdesk.Outcome, 16),
	}
	st.desk.Reopen = live.reopen
	st.notices.set(func(n *tui.Notice) { n.Journal.Link = tui.Up })
	choices, err := a.conf.scanners()
	if err != nil {
		return nil, err
	}
	for _, c := range choices {
		st.addScanner(c.name, c.scanner(), c.feedback)
	}
	if len(choices) == 0 {
		st.notices.set(func(n *tui.Notice) { n.Scanner.About = st.t.ScannerOff })
	}
	all, err := a.spools(live)
	if err != nil {
		return nil, err
	}
	if len(all) > 0 {
		st.useSpools(all)
	}
	return st, nil
}

// ask puts a request into the desk's inbox.
func (st *station) ask(ctx context.Context, r stampdesk.Request) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case st.in <- r:
		return nil
	}
}

// run works until ctx ends or the first of the parts does; front is the one
// that uses the outcomes: the screen, or the demo's headless hand.
func (st *station) run(ctx context.Context, front func(context.Context) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	g, ctx := errgroup.WithContext(ctx)
	part := func(name string, run func(context.Context) error) {
		g.Go(func() (err error) {
			defer func() {
				if p := recover(); p != nil { // or the terminal would be left as it is
					err = fmt.Errorf("%s: panic: %v\n%s", name, p, debug.Stack())
				}
			}()
			err = run(ctx)
			if ctx.Err() != nil && errors.Is(err, context.Canceled) {
				err = nil
			}
			return err
		})
	}
	said := make(chan stampdesk.Outcome)
	part("desk", func(ctx context.Context) error { return st.desk.Run(ctx, st.in, said) })
	part("outcomes", func(ctx context.Context) error { return st.pass(ctx, said) })
	for _, l := range st.scanners {
		part("scanner", l.run)
	}
	for _, s := range st.spools {
		part("printer", s.Run)
	}
	if st.host != nil {
		part("commands", st.host.Run)
		part("refresh", func(ctx context.Context) error { return st.host.refresh(ctx, st) })
	}
	part("screen", func(ctx context.Context) error {
		defer cancel() // the screen's end is the end of the rest
		return front(ctx)
	})
	return g.Wait()
}

// pass lets the scanners hear what the desk says, before the screen does: that
// may be a while.
func (st *station) pass(ctx context.Context, said <-chan stampdesk.Outcome) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case o := <-said:
			st.scanners.hear(&o)
			select {
			case <-ctx.Done():
				return ctx.Err()
			case st.out <- o:
			}
		}
	}
}

// notices keeps the latest state of all devices; who listens hears the latest
// and nothing before it.
type notices struct {
	mu  sync.Mutex
	now tui.Notice
	ch  chan tui.Notice
}

func newNotices() *notices { return &notices{ch: make(chan tui.Notice, 1)} }

func (n *notices) set(change func(*tui.Notice)) {
	n.mu.Lock()
	defer n.mu.Unlock()
	change(&n.now)
	select {
	case <-n.ch: // nobody heard the one before
	default:
	}
	n.ch <- n.now
}

// openDesk is the program without a command: the desk on the screen,
// or in plain lines. It is opened again with other settings where the person asked for that.
func (a *app) openDesk(ctx context.Context) error {
	for {
		err := a.sitDown(ctx)
		if !errors.Is(err, tui.ErrReopen) {
			return err
		}
		now, err := loadConfig(a.flags.config, a.getenv, a.globals())
		if err != nil {
			return err
		}
		a.conf, a.t = now, textsIn(now.lang())
	}
}

// sitDown is the desk from its opening until the screen is left.
func (a *app) sitDown(ctx context.Context) error {
	live, by, err := a.openOrFound(ctx)
	if live == nil {
		return err
	}
	defer live.Close()
	if by != nil {
		a.conf.Lang, a.t = string(by.Lang), textsIn(by.Lang)
	}
	st, err := a.newStation(live)
	if err != nil {
		return err
	}
	o, err := a.screen(ctx, live, st)
	if err != nil {
		return err
	}
	set := a.settings(st)
	o.Settings, o.Gear = set.seam(), set.gear()
	if h, err := st.newHost(a.conf.Data, live); err == nil { // else other commands say that the store is open here
		st.host = h
	}
	return st.run(ctx, func(ctx context.Context) error {
		if by != nil { // who has just made the store need not say again who they are
			go st.ask(ctx, stampdesk.SignIn{Person: by.ID, PIN: by.PIN})
		}
		return a.front(ctx, o)
	})
}

// screen joins the screen with the desk.
func (a *app) screen(ctx context.Context, live *liveStore, st *station) (tui.Options, error) {
	o := tui.Options{
		In: st.in, Out: st.out, Notices: st.notices.ch, Look: live.View,
		Lang: a.conf.lang(), Desk: st.desk.ID, Confirm: st.desk.Confirm,
		Now: func() time.Time { return a.now().Local() }, Big: printer.Big, Import: newImporter(a, live), Forms: a.forms(live),
	}
	if all := st.spools; len(all) > 0 {
		for _, s := range all {
			o.Printers = append(o.Printers, tui.Printer{ID: s.Printer, Name: oneOf(string(s.Printer), s.Where)})
		}
		o.Preview = func(ctx context.Context, job stampdesk.PrintJob, cols int) (string, error) {
			return a.preview(ctx, live, all, job, cols)
		}
		o.Retry = func(id stampdesk.PrinterID) {
			if s := all.of(id); s != nil {
				s.Retry()
			}
		}
	}
	var err error
	if o.Idle, err = a.conf.idle(); err != nil {
		return o, err
	}
	err = live.View(ctx, func(s stampdesk.Snapshot) (err error) {
		o.Setup, err = s.Setup()
		return err
	})
	return o, err
}
