package main

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"stampdesk"
	"stampdesk/store/bolt"
	"stampdesk/store/storetest"
)

// province is a roster of 127,455 members in 60 units, each of which has
// handed in its list 2 whole; little is wrong with it.
func province(b *testing.B) stampdesk.Store {
	b.Helper()
	const members, units = 127_455, 60
	s, err := bolt.Create(b.TempDir(), stampdesk.Identity{ID: stampdesk.StoreID{1}, Epoch: 1}, bolt.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	r := storetest.Roster(members)
	r.Units = r.Units[:units]
	lists := make([][]stampdesk.Line, units)
	for i := range r.Members {
		m := &r.Members[i]
		m.Name = fmt.Sprint(m.Name, " ", i)
		u := i % units
		if m.Unit != "" {
			m.Unit = r.Units[u].Code
		}
		if m.Host != "" {
			m.Host = r.Units[u].Code
		}
		if m.Class() != stampdesk.Other {
			lists[u] = append(lists[u], stampdesk.Line{Card: m.Card, Unit: m.Unit, Class: m.Class(), Name: m.Name, Cell: m.Cell})
		}
	}
	storetest.Use(b, s, r)
	storetest.Update(b, s, func(tx stampdesk.Tx) error { return tx.PutSetup(storetest.Setup()) })
	for u, lines := range lists {
		e := stampdesk.Entry{
			Key: stampdesk.EntryKey{Desk: "B1"}, Round: 4, At: storetest.Noon, Operator: "lan", Unit: r.Units[u].Code,
			Batch: stampdesk.BatchID(fmt.Sprintf("B1-%03d", u+1)), Act: stampdesk.ActBatchOpened,
		}
		storetest.Record(b, s, e, nil, nil)
		e.Act, e.Facts = stampdesk.ActListLoaded, []stampdesk.Fact{{Name: stampdesk.FactForm, Value: "2"}}
		storetest.Record(b, s, e, lines, nil)
	}
	return s
}

// BenchmarkFindings sets the examination of a province's roster, and the
// reconciliation of its round, against a bare walk over the same members; they
// take turns within one run.
func BenchmarkFindings(b *testing.B) {
	s := province(b)
	timed := func(fn func(stampdesk.Snapshot) error) time.Duration {
		at := time.Now()
		storetest.View(b, s, fn)
		return time.Since(at)
	}
	var walk, quality, reconcile []float64
	for range 7 {
		bare := timed(func(s stampdesk.Snapshot) error {
			for _, err := range s.Members() {
				if err != nil {
					return err
				}
			}
			return nil
		})
		walk = append(walk, bare.Seconds())
		quality = append(quality, float64(timed(func(s stampdesk.Snapshot) error {
			q, err := stampdesk.QualityOf(s, "", stampdesk.Date{Year: 2021, Month: 4, Day: 20})
			if len(q.Flaws) == 0 {
				b.Error("nothing was examined")
			}
			return err
		}))/float64(bare))
		reconcile = append(reconcile, float64(timed(func(s stampdesk.Snapshot) error {
			r, err := stampdesk.Reconcile(s, 4, "")
			if len(r.Total) > 0 && r.Total[5].By[stampdesk.ByLists] < 100_000 {
				b.Errorf("listed: %d", r.Total[5].By[stampdesk.ByLists])
			}
			return err
		}))/float64(bare))
	}
	for _, x := range [][]float64{walk, quality, reconcile} {
		slices.Sort(x)
	}
	b.ReportMetric(walk[3], "walk-s")
	b.ReportMetric(quality[3], "quality/walk")
	b.ReportMetric(reconcile[3], "reconcile/walk")
	b.ReportMetric(0, "ns/op")
}
