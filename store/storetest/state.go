package storetest

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"stampdesk"
)

// State is all that a store says of itself.
type State struct {
	Identity stampdesk.Identity
	Setup    stampdesk.Setup
	Roster   stampdesk.RosterInfo
	Heads    []stampdesk.Head
	Entries  []stampdesk.Sealed
	Papers   map[stampdesk.EntryKey][]stampdesk.Line
	Units    []stampdesk.UnitInfo
	Members  []stampdesk.Member
	Marks    []stampdesk.Marked
	Counts   []stampdesk.Counted
	Closed   map[uint8]stampdesk.EntryKey
	Batches  []stampdesk.Batch
	People   []stampdesk.Person
	Stations []stampdesk.Station
	Cursors  []stampdesk.Cursor
	Files    []stampdesk.File
}

// rounds are those that a State holds.
const rounds = 10

// Dump reads the whole of a store, and fails the test where it cannot.
func Dump(t testing.TB, s stampdesk.Store) State {
	t.Helper()
	var st State
	if err := s.View(context.Background(), func(snap stampdesk.Snapshot) error { return st.read(snap) }); err != nil {
		t.Fatalf("dump: %v", err)
	}
	return st
}

func (st *State) read(s stampdesk.Snapshot) (err error) {
	*st = State{Papers: map[stampdesk.EntryKey][]stampdesk.Line{}, Closed: map[uint8]stampdesk.EntryKey{}}
	steps := []func() error{
		func() error { st.Identity, err = s.Identity(); return err },
		func() error { st.Setup, err = s.Setup(); return err },
		func() error { st.Roster, err = s.Roster(); return err },
		func() error { st.Heads, err = stampdesk.Collect(s.Heads()); return err },
		func() error { st.Units, err = stampdesk.Collect(s.Units()); return err },
		func() error { st.Members, err = stampdesk.Collect(s.Members()); return err },
		func() error { st.Batches, err = stampdesk.Collect(s.Batches()); return err },
		func() error { st.People, err = stampdesk.Collect(s.People()); return err },
		func() error { st.Stations, err = stampdesk.Collect(s.Stations()); return err },
		func() error { st.Cursors, err = stampdesk.Collect(s.Cursors()); return err },
		func() error { st.Files, err = stampdesk.Collect(s.Files()); return err },
		func() error { return st.readJournal(s) },
		func() error { return st.readRounds(s) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (st *State) readJournal(s stampdesk.Snapshot) error {
	for _, h := range st.Heads {
		for e, err := range s.Entries(h.Desk, 0) {
			if err != nil {
				return err
			}
			e.Body = slices.Clone(e.Body)
			st.Entries = append(st.Entries, e)
			lines, err := stampdesk.Collect(s.Paper(e.Entry.Key))
			if err != nil {
				return err
			}
			if lines != nil {
				st.Papers[e.Entry.Key] = lines
			}
		}
	}
	return nil
}

func (st *State) readRounds(s stampdesk.Snapshot) error {
	for round := range uint8(rounds) {
		marks, err := stampdesk.Collect(s.Marks(round))
		if err != nil {
			return err
		}
		counts, err := stampdesk.Collect(s.Counts(round))
		if err != nil {
			return err
		}
		closed, err := s.RoundClosed(round)
		if err != nil {
			return err
		}
		st.Marks, st.Counts = append(st.Marks, marks...), append(st.Counts, counts...)
		if !closed.IsZero() {
			st.Closed[round] = closed
		}
	}
	return nil
}

// Same fails the test where two states differ, and says in what.
func Same(t testing.TB, want, got State) {
	t.Helper()
	w, g := reflect.ValueOf(want), reflect.ValueOf(got)
	for i := range w.NumField() {
		if a, b := w.Field(i), g.Field(i); !reflect.DeepEqual(a.Interface(), b.Interface()) {
			t.Errorf("%s differ: %s", w.Type().Field(i).Name, firstDifference(a, b))
		}
	}
}

func firstDifference(a, b reflect.Value) string {
	if a.Kind() != reflect.Slice {
		return show(a) + "\nand " + show(b)
	}
	for i := range min(a.Len(), b.Len()) {
		if !reflect.DeepEqual(a.Index(i).Interface(), b.Index(i).Interface()) {
			return "\nwant " + show(a.Index(i)) + "\ngot  " + show(b.Index(i))
		}
	}
	return show(reflect.ValueOf(a.Len())) + " of them, and " + show(reflect.ValueOf(b.Len()))
}

func show(v reflect.Value) string { return fmt.Sprintf("%+v", v.Interface()) }
