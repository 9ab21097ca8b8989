package storetest

import (
	"context"
	"errors"
	"sync"
	"testing"

	"stampdesk"
)

var errOurs = errors.New("the closure's own error")

var updateTests = []test{
	{"an Update writes all or nothing", func(t *testing.T, s stampdesk.Store) {
		before := Dump(t, s)
		err := s.Update(context.Background(), func(tx stampdesk.Tx) error {
			if err := writeEverything(tx); err != nil {
				return err
			}
			return errOurs
		})
		if err != errOurs {
			t.Errorf("got %v, want the closure's error untouched", err)
		}
		Same(t, before, Dump(t, s))
		Update(t, s, writeEverything)
		after := Dump(t, s)
		for what, n := range map[string]int{
			"entries": len(after.Entries), "papers": len(after.Papers), "marks": len(after.Marks),
			"counts": len(after.Counts), "batches": len(after.Batches), "people": len(after.People),
			"stations": len(after.Stations), "cursors": len(after.Cursors), "rounds": len(after.Closed), "files": len(after.Files),
		} {
			if n != 1 {
				t.Errorf("%d %s, want 1", n, what)
			}
		}
	}},
	{"a failed Update takes back changes and removals too", func(t *testing.T, s stampdesk.Store) {
		Update(t, s, writeEverything)
		before := Dump(t, s)
		err := s.Update(context.Background(), func(tx stampdesk.Tx) error {
			if _, err := stampdesk.Record(tx, entry(stampdesk.ActHeld, 2), nil, nil); err != nil {
				return err
			}
			if err := errors.Join(
				tx.AddCount(cell(), -7), tx.PutCursor("printer", 99), tx.PutSetup(stampdesk.Setup{}),
				tx.PutPerson(stampdesk.Person{ID: "lan"}), tx.PutStation(stampdesk.Station{Desk: "B1", Prints: 9}),
				tx.PutFile("form/2", nil), tx.PutFile("report", []byte("không ai thấy")),
			); err != nil {
				return err
			}
			return errOurs
		})
		if err != errOurs {
			t.Errorf("got %v", err)
		}
		Same(t, before, Dump(t, s))
	}},
	{"an Update reads what it has written", func(t *testing.T, s stampdesk.Store) {
		Update(t, s, func(tx stampdesk.Tx) error {
			if err := writeEverything(tx); err != nil {
				return err
			}
			e, err := tx.Entry(stampdesk.EntryKey{Desk: "B1", Seq: 1})
			if err != nil || e.Card != Card(1) {
				t.Errorf("entry %+v, %v", e, err)
			}
			if n, err := tx.Count(cell()); n != 7 || err != nil {
				t.Errorf("count %d, %v", n, err)
			}
			if at, err := tx.Cursor("printer"); at != 5 || err != nil {
				t.Errorf("cursor %d, %v", at, err)
			}
			h, err := tx.Head("B1")
			if h.Seq != 1 || h.Chain != e.Chain || err != nil {
				t.Errorf("head %+v, %v", h, err)
			}
			return nil
		})
	}},
	{"a cancelled context runs nothing", func(t *testing.T, s stampdesk.Store) {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		ran := false
		err := s.Update(ctx, func(stampdesk.Tx) error { ran = true; return nil })
		if !errors.Is(err, context.Canceled) || ran {
			t.Errorf("update: %v, ran %v", err, ran)
		}
		err = s.View(ctx, func(stampdesk.Snapshot) error { ran = true; return nil })
		if !errors.Is(err, context.Canceled) || ran {
			t.Errorf("view: %v, ran %v", err, ran)
		}
		if _, err := s.SaveRoster(ctx, Roster(1), nil); !errors.Is(err, context.Canceled) {
			t.Errorf("save roster: %v", err)
		}
	}},
	{"a walk ends when its context does", func(t *testing.T, s stampdesk.Store) {
		Use(t, s, Roster(2000))
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		n := 0
		err := s.View(ctx, func(snap stampdesk.Snapshot) error {
			for _, err := range snap.Members() {
				if err != nil {
					return err
				}
				if n++; n == 1 {
					cancel()
				}
			}
			return nil
		})
		if !errors.Is(err, context.Canceled) || n >= 2000 {
			t.Errorf("%v after %d", err, n)
		}
	}},
	{"a closure that panics writes nothing and locks nobody out", func(t *testing.T, s stampdesk.Store) {
		before := Dump(t, s)
		func() {
			defer func() { _ = recover() }()
			_ = s.Update(context.Background(), func(tx stampdesk.Tx) error {
				_ = writeEverything(tx)
				panic("at the desk")
			})
		}()
		Same(t, before, Dump(t, s))
		Update(t, s, writeEverything)
	}},
	{"Updates from many goroutines follow one another", func(t *testing.T, s stampdesk.Store) {
		const each = 20
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				for range each {
					if err := s.Update(context.Background(), addOne); err != nil {
						t.Error(err)
					}
					if err := s.View(context.Background(), func(snap stampdesk.Snapshot) error {
						_, err := snap.Count(cell())
						return err
					}); err != nil {
						t.Error(err)
					}
				}
			})
		}
		wg.Wait()
		View(t, s, func(snap stampdesk.Snapshot) error {
			if n, err := snap.Count(cell()); n != 4*each || err != nil {
				t.Errorf("%d, %v", n, err)
			}
			return nil
		})
	}},
	{"a closed store answers with an error", func(t *testing.T, s stampdesk.Store) {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if err := s.Update(context.Background(), addOne); err == nil {
			t.Error("update: no error")
		}
		if err := s.View(context.Background(), func(stampdesk.Snapshot) error { return nil }); err == nil {
			t.Error("view: no error")
		}
	}},
}

func addOne(tx stampdesk.Tx) error { return tx.AddCount(cell(), 1) }

func cell() stampdesk.Cell {
	return stampdesk.Cell{
		Round: 4, Desk: "B1", Shift: 1, Operator: "lan", Class: stampdesk.Ours,
		Unit: unit(0), Batch: "B1-001", Act: stampdesk.ActStamped, What: "4",
	}
}

// writeEverything writes one of each thing that a transaction can write.
func writeEverything(tx stampdesk.Tx) error {
	e, err := tx.Append(entry(stampdesk.ActStamped, 1))
	if err != nil {
		return err
	}
	_, err = tx.RaiseEpoch()
	return errors.Join(
		err,
		tx.PutPaper(e.Key, []stampdesk.Line{{Card: Card(1), Name: "Trần Thị An"}}),
		tx.PutMark(stampdesk.MarkKey{Round: 4, Card: Card(1), Issue: 1}, stampdesk.Mark{Latest: e.Key}),
		tx.AddCount(cell(), 7),
		tx.PutBatch(stampdesk.Batch{ID: "B1-001", Round: 4, Unit: unit(0), Opened: Noon}),
		tx.PutStation(stampdesk.Station{Desk: "B1", Batch: "B1-001"}),
		tx.PutRoundClosed(3, e.Key),
		tx.PutSetup(Setup()),
		tx.PutPerson(stampdesk.Person{ID: "lan", Name: "Lê Thị Lan", Role: stampdesk.Operator}),
		tx.PutCursor("printer", 5),
		tx.PutFile("form/2", []byte("title = \"DANH SÁCH\"")),
	)
}
