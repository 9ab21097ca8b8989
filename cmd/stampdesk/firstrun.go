package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"stampdesk"
	"stampdesk/tui"
)

// openOrFound opens the store. Where there is none, a person at the terminal
// makes it, and is given too; both are nil where they would not. In plain lines
// nobody is asked: the command for it is named.
func (a *app) openOrFound(ctx context.Context) (*liveStore, *tui.Founder, error) {
	live, err := a.openLiveStore()
	if err == nil {
		begun, err := hasRound(ctx, live)
		if err == nil && begun {
			return live, nil, nil
		}
		if err = errors.Join(err, live.Close()); err != nil {
			return nil, nil, err
		}
	} else if !errors.Is(err, stampdesk.ErrNoStore) || a.isPlain() {
		return nil, nil, err
	}
	by, err := a.found(ctx)
	if err != nil || by == nil {
		return nil, nil, err
	}
	if live, err = a.openLiveStore(); err != nil {
		return nil, nil, err
	}
	return live, by, nil
}

// hasRound reports that the store was laid down: an older version could be
// stopped between making a store and laying it down.
func hasRound(ctx context.Context, s stampdesk.Store) (has bool, err error) {
	err = s.View(ctx, func(s stampdesk.Snapshot) error {
		setup, err := s.Setup()
		has = setup.Round.Ordinal != 0
		return err
	})
	return has, err
}

// found has the store made on the screen, with the round that is shipped.
func (a *app) found(ctx context.Context) (*tui.Founder, error) {
	setup, err := a.readRound("")
	if err != nil {
		return nil, err
	}
	by, err := tui.Found(ctx, tui.FoundOptions{
		Lang: a.conf.lang(), Desk: stampdesk.DeskID(a.conf.Desk.ID), Round: setup.Round, Where: a.conf.Data,
		Now: func() time.Time { return a.now().Local() },
		LayDown: func(ctx context.Context, by tui.Founder) error {
			who := stampdesk.Person{ID: by.ID, Name: note(by.Name)}
			return whatToDo(a.layDown(ctx, a.conf.Data, setup, who, by.PIN), textsIn(by.Lang))
		},
	})
	if err == nil && by == nil {
		_, err = fmt.Fprintln(a.out, a.t.NotFounded)
	}
	return by, err
}

// whatToDo is an error as a person reads it on a screen: what is wrong, and the
// next step.
func whatToDo(err error, t *texts) error {
	if err == nil {
		return nil
	}
	f, ok := errors.AsType[*failure](err)
	if !ok {
		f = explain(err, t)
	}
	if f.hint == "" {
		return f
	}
	return fmt.Errorf("%w. %s", f, f.hint)
}
