// Package storetest is what every store must do, as a suite of tests that an
// engine runs over itself, and invented data for the tests of other packages.
package storetest

import (
	"context"
	"errors"
	"testing"

	"stampdesk"
)

// Open gives an empty store, made with Identity(), that is closed when the
// test ends.
type Open func(t testing.TB) stampdesk.Store

// test is one sentence of the contract.
type test struct {
	name string
	run  func(t *testing.T, s stampdesk.Store)
}

// Run runs the contract over an engine, plainly and with closures that run
// twice.
func Run(t *testing.T, open Open) {
	t.Helper()
	for _, part := range [][]test{readTests, updateTests, journalTests, ledgerTests, walkTests, rosterTests, fileTests} {
		for _, c := range part {
			t.Run(c.name, func(t *testing.T) { c.run(t, open(t)) })
			t.Run(c.name+", when closures run twice", func(t *testing.T) { c.run(t, Twice(open(t))) })
		}
	}
}

// Update is Store.Update in a test that expects no error.
func Update(t testing.TB, s stampdesk.Store, fn func(stampdesk.Tx) error) {
	t.Helper()
	if err := s.Update(context.Background(), fn); err != nil {
		t.Fatalf("update: %v", err)
	}
}

// View is Store.View in a test that expects no error.
func View(t testing.TB, s stampdesk.Store, fn func(stampdesk.Snapshot) error) {
	t.Helper()
	if err := s.View(context.Background(), fn); err != nil {
		t.Fatalf("view: %v", err)
	}
}

// Record records one act in a transaction of its own and gives the entry.
func Record(t testing.TB, s stampdesk.Store, e stampdesk.Entry, paper, undone []stampdesk.Line) stampdesk.Entry {
	t.Helper()
	var done stampdesk.Entry
	Update(t, s, func(tx stampdesk.Tx) (err error) {
		done, err = stampdesk.Record(tx, e, paper, undone)
		return err
	})
	return done
}

// Use saves a roster and puts it in force.
func Use(t testing.TB, s stampdesk.Store, r stampdesk.Roster) stampdesk.Hash {
	t.Helper()
	hash, err := s.SaveRoster(context.Background(), r, nil)
	if err != nil {
		t.Fatalf("save roster: %v", err)
	}
	Update(t, s, func(tx stampdesk.Tx) error { return tx.UseRoster(hash) })
	return hash
}

// Twice gives a store that runs every closure once for nothing before it runs
// it in earnest, as an engine may: it exposes closures with side effects.
func Twice(s stampdesk.Store) stampdesk.Store { return twice{s} }

type twice struct{ stampdesk.Store }

var errForNothing = errors.New("run for nothing")

func (s twice) View(ctx context.Context, fn func(stampdesk.Snapshot) error) error {
	if err := s.Store.View(ctx, fn); err != nil {
		return err
	}
	return s.Store.View(ctx, fn)
}

func (s twice) Update(ctx context.Context, fn func(stampdesk.Tx) error) error {
	err := s.Store.Update(ctx, func(tx stampdesk.Tx) error {
		if err := fn(tx); err != nil {
			return err
		}
		return errForNothing
	})
	if !errors.Is(err, errForNothing) {
		return err
	}
	return s.Store.Update(ctx, fn)
}

// Fate is what becomes of one Update of a Lossy store.
type Fate int

// The fates of an Update.
const (
	Goes       Fate = iota // as it should
	LosesWord              // it is written, and its nil is lost
	LosesWrite             // it is not written
)

// ErrLost is the error of an Update that was lost one way or the other.
var ErrLost = errors.New("storetest: the answer of the commit is lost")

// Lossy is a store whose commits fail as Fate says: the caller cannot know
// whether anything was written, as with a disk that fails at its last sync.
type Lossy struct {
	stampdesk.Store
	Fate func() Fate
}

// Update runs fn and then meets its fate.
func (s Lossy) Update(ctx context.Context, fn func(stampdesk.Tx) error) error {
	fate := s.Fate()
	var fnErr error
	err := s.Store.Update(ctx, func(tx stampdesk.Tx) error {
		if fnErr = fn(tx); fnErr == nil && fate == LosesWrite {
			return ErrLost
		}
		return fnErr
	})
	if err == nil && fate == LosesWord {
		return ErrLost
	}
	return err
}
