package main

import (
	"fmt"
	"testing"
	"time"

	"stampdesk"
	"stampdesk/store/bolt"
	"stampdesk/store/storetest"
)

// rounded is a store with a province's roster in so many units, and a journal
// of so many entries: each unit has a batch, and cards of all of them are
// stamped, day after day.
func rounded(b *testing.B, units, entries int) (stampdesk.Store, []stampdesk.CardNumber) {
	b.Helper()
	const members = 127_455
	s, err := bolt.Create(b.TempDir(), stampdesk.Identity{ID: stampdesk.StoreID{1}, Epoch: 1}, bolt.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	r := storetest.Roster(members)
	r.Units = r.Units[:units]
	for i := range r.Members {
		m := &r.Members[i]
		if m.Unit != "" {
			m.Unit = r.Units[i%units].Code
		}
		if m.Host != "" {
			m.Host = r.Units[i%units].Code
		}
	}
	storetest.Use(b, s, r)
	storetest.Update(b, s, func(tx stampdesk.Tx) error { return tx.PutSetup(storetest.Setup()) })
	act := func(tx stampdesk.Tx, u int, act stampdesk.Act, m *stampdesk.Member, day int) error {
		e := stampdesk.Entry{
			Key: stampdesk.EntryKey{Desk: "B1"}, Round: 4, At: storetest.Noon.AddDate(0, 0, day), Operator: "lan", Act: act,
			Unit: r.Units[u].Code, Batch: stampdesk.BatchID(fmt.Sprintf("B1-%03d", u+1)), Class: stampdesk.Ours,
		}
		if m != nil {
			e.Card, e.Issue, e.Boxes = m.Card, stampdesk.FirstIssue, stampdesk.BoxesOf(4)
		}
		_, err := stampdesk.Record(tx, e, nil, nil)
		return err
	}
	storetest.Update(b, s, func(tx stampdesk.Tx) error {
		for u := range units {
			if err := act(tx, u, stampdesk.ActBatchOpened, nil, 0); err != nil {
				return err
			}
		}
		return nil
	})
	var cards []stampdesk.CardNumber
	for done, i := units, 0; done < entries; {
		storetest.Update(b, s, func(tx stampdesk.Tx) error {
			for range 10_000 {
				m := &r.Members[i%members]
				if i++; m.Class() != stampdesk.Ours || done >= entries {
					continue
				}
				if cards = append(cards, m.Card); len(cards) > entries {
					return fmt.Errorf("%d cards", len(cards))
				}
				for _, a := range []stampdesk.Act{stampdesk.ActPresented, stampdesk.ActStamped} {
					if err := act(tx, (i-1)%units, a, m, done*25/entries); err != nil {
						return err
					}
					done++
				}
			}
			return nil
		})
	}
	return s, cards
}

// BenchmarkRound reads what the screen of the round shows, for the first time
// and again after one more stamp, and one batch of it.
func BenchmarkRound(b *testing.B) {
	for _, c := range []struct{ units, entries int }{{300, 20_000}, {1_300, 20_000}, {300, 240_000}} {
		b.Run(fmt.Sprintf("%d-units-%d-entries", c.units, c.entries), func(b *testing.B) {
			s, cards := rounded(b, c.units, c.entries)
			timed := func(fn func(stampdesk.Snapshot) error) float64 {
				at := time.Now()
				storetest.View(b, s, fn)
				return float64(time.Since(at).Microseconds()) / 1000
			}
			days := stampdesk.PerDay{Round: 4}
			units := timed(func(s stampdesk.Snapshot) error {
				p, err := stampdesk.ProgressOf(s, 4)
				if p.Stamped != len(cards) || len(p.Units) != c.units {
					b.Errorf("%d cards of %d units", p.Stamped, len(p.Units))
				}
				return err
			})
			first := timed(days.Read)
			if days.Total() != len(cards) {
				b.Errorf("%d cards by the days, %d are stamped", days.Total(), len(cards))
			}
			storetest.Record(b, s, stampdesk.Entry{
				Key: stampdesk.EntryKey{Desk: "B1"}, Round: 4, At: storetest.Noon, Operator: "lan", Act: stampdesk.ActVoided,
				Card: cards[0], Issue: stampdesk.FirstIssue, Unit: "TC001", Batch: "B1-001", Class: stampdesk.Ours,
				Ref: stampdesk.EntryKey{Desk: "B1", Seq: uint64(c.units + 2)},
			}, nil, nil)
			again := timed(days.Read)
			if days.Total() != len(cards)-1 {
				b.Errorf("%d cards by the days after an undo, want %d", days.Total(), len(cards)-1)
			}
			batch := timed(func(s stampdesk.Snapshot) error { _, err := stampdesk.Balanced(s, "B1-001"); return err })
			b.ReportMetric(units, "units-ms")
			b.ReportMetric(first, "days-first-ms")
			b.ReportMetric(again, "days-again-ms")
			b.ReportMetric(batch, "batch-ms")
			b.ReportMetric(0, "ns/op")
		})
	}
}
