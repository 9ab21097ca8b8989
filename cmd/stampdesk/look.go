package main

import (
	"context"
	"strings"

	"golang.org/x/text/unicode/norm"

	"stampdesk"
)

// look reads one instant of the store, and then tells it: nothing is written
// to a terminal while the instant is held.
func (a *app) look(ctx context.Context, read func(stampdesk.Snapshot) (tell func() error, err error)) error {
	return a.withStore(ctx, func(s stampdesk.Store) error { return lookAt(ctx, s, read) })
}

func lookAt(ctx context.Context, s stampdesk.Store, read func(stampdesk.Snapshot) (tell func() error, err error)) error {
	var tell func() error
	err := s.View(ctx, func(s stampdesk.Snapshot) (err error) {
		tell, err = read(s)
		return err
	})
	if err != nil {
		return err
	}
	return tell()
}

// setup reads what is in force.
func (a *app) setup(ctx context.Context, s stampdesk.Store) (setup stampdesk.Setup, err error) {
	err = s.View(ctx, func(s stampdesk.Snapshot) (err error) {
		setup, err = s.Setup()
		return err
	})
	return setup, err
}

// note is what a person wrote, as it is kept.
func note(s string) string { return norm.NFC.String(strings.TrimSpace(s)) }
