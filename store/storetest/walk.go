package storetest

import (
	"cmp"
	"iter"
	"slices"
	"testing"

	"stampdesk"
)

var walkTests = []test{
	{"walks are in order", func(t *testing.T, s stampdesk.Store) {
		names := []string{"B10", "B2", "B1", "", "B1\x00", "B1-002", "b", "Đ"}
		want := slices.Sorted(slices.Values(names))
		Update(t, s, func(tx stampdesk.Tx) error {
			for _, n := range names {
				if n != "" {
					e := entry(stampdesk.ActStamped, 1)
					e.Key.Desk = stampdesk.DeskID(n)
					if _, err := tx.Append(e); err != nil {
						return err
					}
				}
				for _, err := range []error{
					tx.PutBatch(stampdesk.Batch{ID: stampdesk.BatchID(n)}),
					tx.PutPerson(stampdesk.Person{ID: stampdesk.PersonID(n)}),
					tx.PutStation(stampdesk.Station{Desk: stampdesk.DeskID(n), Prints: 1}),
					tx.PutCursor(n, 1),
					tx.PutFile(stampdesk.FileName(n), []byte("of "+n)),
				} {
					if err != nil {
						return err
					}
				}
			}
			return nil
		})
		View(t, s, func(snap stampdesk.Snapshot) error {
			ordered(t, "heads", want[1:], snap.Heads(), func(h stampdesk.Head) string { return string(h.Desk) })
			ordered(t, "batches", want, snap.Batches(), func(b stampdesk.Batch) string { return string(b.ID) })
			ordered(t, "people", want, snap.People(), func(p stampdesk.Person) string { return string(p.ID) })
			ordered(t, "stations", want, snap.Stations(), func(s stampdesk.Station) string { return string(s.Desk) })
			ordered(t, "cursors", want, snap.Cursors(), func(c stampdesk.Cursor) string { return c.Name })
			ordered(t, "files", want, snap.Files(), func(f stampdesk.File) string { return string(f.Name) })
			return nil
		})
	}},
	{"marks are walked by card and issue, in one round", func(t *testing.T, s stampdesk.Store) {
		var keys []stampdesk.MarkKey
		for i := range 300 {
			keys = append(keys, stampdesk.MarkKey{Round: uint8(3 + i%3), Card: Card(1 + i/2), Issue: stampdesk.Issue(1 + i%2)})
		}
		Update(t, s, func(tx stampdesk.Tx) error {
			for _, k := range keys {
				if err := tx.PutMark(k, stampdesk.Mark{Latest: stampdesk.EntryKey{Desk: "B1", Seq: 1}}); err != nil {
					return err
				}
			}
			return nil
		})
		want := slices.DeleteFunc(slices.Clone(keys), func(k stampdesk.MarkKey) bool { return k.Round != 4 })
		slices.SortFunc(want, func(a, b stampdesk.MarkKey) int {
			return cmp.Or(cmp.Compare(a.Card, b.Card), cmp.Compare(a.Issue, b.Issue))
		})
		View(t, s, func(snap stampdesk.Snapshot) error {
			ordered(t, "marks", want, snap.Marks(4), func(m stampdesk.Marked) stampdesk.MarkKey { return m.Key })
			return nil
		})
	}},
	{"a walk can be broken off and begun again", func(t *testing.T, s stampdesk.Store) {
		Use(t, s, Roster(100))
		View(t, s, func(snap stampdesk.Snapshot) error {
			walk := snap.Members()
			for range 2 {
				n := 0
				for m, err := range walk {
					if n++; err != nil || int(m.ID) != n {
						t.Fatalf("member %d at place %d, %v", m.ID, n, err)
					}
					if n == 7 {
						break
					}
				}
			}
			return nil
		})
	}},
	{"a walk that outlives its View ends with an error", func(t *testing.T, s stampdesk.Store) {
		Use(t, s, Roster(10))
		Update(t, s, writeEverything)
		var heads iter.Seq2[stampdesk.Head, error]
		var members iter.Seq2[stampdesk.Member, error]
		View(t, s, func(snap stampdesk.Snapshot) error {
			heads, members = snap.Heads(), snap.Members()
			return nil
		})
		if _, err := stampdesk.Collect(heads); err == nil {
			t.Error("heads: no error")
		}
		if _, err := stampdesk.Collect(members); err == nil {
			t.Error("members: no error")
		}
	}},
}

func ordered[T any, K comparable](t *testing.T, what string, want []K, seq iter.Seq2[T, error], key func(T) K) {
	t.Helper()
	all, err := stampdesk.Collect(seq)
	var got []K
	for _, v := range all {
		got = append(got, key(v))
	}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%s: %v, %v, want %v", what, got, err, want)
	}
}
