package storetest

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"stampdesk"
)

var readTests = []test{
	{"an empty store has nothing, and says so without an error", func(t *testing.T, s stampdesk.Store) {
		got := Dump(t, s)
		want := State{Identity: Identity(), Papers: got.Papers, Closed: got.Closed}
		Same(t, want, got)
		View(t, s, func(snap stampdesk.Snapshot) error {
			m, err1 := snap.Member(Card(1))
			u, err2 := snap.Unit(unit(0))
			b, err3 := snap.Batch("B1-001")
			p, err4 := snap.Person("lan")
			st, err5 := snap.Station("B1")
			mk, err6 := snap.Mark(stampdesk.MarkKey{Round: 4, Card: Card(1), Issue: 1})
			n, err7 := snap.Count(cell())
			at, err8 := snap.Cursor("printer")
			for i, err := range []error{err1, err2, err3, err4, err5, err6, err7, err8} {
				if err != nil {
					t.Errorf("read %d: %v", i, err)
				}
			}
			if m != nil || u != nil || b != nil || p != nil || n != 0 || at != 0 ||
				st != (stampdesk.Station{}) || !reflect.DeepEqual(mk, stampdesk.Mark{}) {
				t.Error("something is there", m, u, b, p, n, at, st, mk)
			}
			return nil
		})
	}},
	{"a point read gives what a walk gives", func(t *testing.T, s stampdesk.Store) {
		Use(t, s, Roster(150))
		Update(t, s, writeEverything)
		st := Dump(t, s)
		View(t, s, func(snap stampdesk.Snapshot) error {
			for _, m := range st.Members {
				if m.Card == 0 {
					continue
				}
				same(t, &m)(snap.Member(m.Card))
			}
			for _, u := range st.Units {
				same(t, &u)(snap.Unit(u.Code))
			}
			for _, m := range st.Marks {
				same(t, m.Mark)(snap.Mark(m.Key))
			}
			for _, c := range st.Counts {
				same(t, c.N)(snap.Count(c.Cell))
			}
			same(t, &st.Batches[0])(snap.Batch("B1-001"))
			same(t, &st.People[0])(snap.Person("lan"))
			same(t, st.Stations[0])(snap.Station("B1"))
			same(t, st.Cursors[0].At)(snap.Cursor("printer"))
			same(t, st.Heads[0])(snap.Head("B1"))
			same(t, &st.Entries[0].Entry)(snap.Entry(st.Entries[0].Entry.Key))
			return nil
		})
	}},
	{"a View sees one instant", func(t *testing.T, s stampdesk.Store) {
		Update(t, s, writeEverything)
		done := make(chan struct{}, 2)
		View(t, s, func(snap stampdesk.Snapshot) error {
			before, err := snap.Count(cell())
			if err != nil {
				return err
			}
			go func() { // it may have to wait for the view
				_ = s.Update(t.Context(), addOne)
				done <- struct{}{}
			}()
			time.Sleep(5 * time.Millisecond)
			if after, _ := snap.Count(cell()); after != before {
				t.Errorf("%d, then %d", before, after)
			}
			return nil
		})
		<-done
		select { // Twice viewed twice
		case <-done:
		case <-time.After(50 * time.Millisecond):
		}
	}},
}

func same[T any](t *testing.T, want T) func(got T, err error) {
	return func(got T, err error) {
		t.Helper()
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, %v, want %+v", got, err, want)
		}
	}
}

var ledgerTests = []test{
	{"a mark comes back whole", func(t *testing.T, s stampdesk.Store) {
		standing := func(n uint64) stampdesk.Standing {
			return stampdesk.Standing{
				Act: stampdesk.ActHeld, Entry: stampdesk.EntryKey{Desk: "B1", Seq: n}, At: Noon, Shift: 3,
				Operator: "lan", Batch: "B1-001", Boxes: 8, Reason: stampdesk.ReasonOther, Flags: stampdesk.ByHand,
			}
		}
		for mask := range 32 {
			m := stampdesk.Mark{Class: stampdesk.Guest, Unit: unit(1), Latest: stampdesk.EntryKey{Desk: "B1", Seq: 4}}
			for i, p := range []*stampdesk.Standing{&m.Standing, &m.Missing, &m.Aside} {
				if mask&(1<<i) != 0 {
					*p = standing(uint64(i + 1))
				}
			}
			if mask&8 != 0 {
				m.Next, m.Prev, m.Due = stampdesk.Plastic{Card: Card(7), Issue: 1}, stampdesk.Plastic{Card: Card(8), Issue: 2}, 14
			}
			for i := range mask >> 2 {
				m.Listed = append(m.Listed, stampdesk.Listing{Form: stampdesk.FormLost, Unit: unit(i), Standing: standing(uint64(i + 3))})
			}
			k := stampdesk.MarkKey{Round: 4, Card: Card(mask + 1), Issue: 2}
			Update(t, s, func(tx stampdesk.Tx) error { return tx.PutMark(k, m) })
			View(t, s, func(snap stampdesk.Snapshot) error { same(t, m)(snap.Mark(k)); return nil })
		}
	}},
	{"a batch comes back whole", func(t *testing.T, s stampdesk.Store) {
		for _, declared := range []stampdesk.Declared{nil, {}, {"members": 42, "stamped": -1, "": 0}} {
			b := stampdesk.Batch{
				ID: "B1-017", Round: 4, Unit: unit(0), Kind: stampdesk.NewCards, State: stampdesk.BatchClosed,
				Opened: Noon, By: "Đặng Xuân Thắng", Count: 41,
				Decision: stampdesk.Decision{No: "12-QĐ/BTC", Date: day(16, 4), Signer: "Hoàng Minh"},
				Declared: declared, Closed: stampdesk.EntryKey{Desk: "B1", Seq: 400},
				Returned: stampdesk.EntryKey{Desk: "B10", Seq: 401},
			}
			b.Lists.Set(stampdesk.FormLost, stampdesk.EntryKey{Desk: "B2", Seq: 1 << 40})
			Update(t, s, func(tx stampdesk.Tx) error { return tx.PutBatch(b) })
			View(t, s, func(snap stampdesk.Snapshot) error { same(t, &b)(snap.Batch(b.ID)); return nil })
		}
	}},
	{"a station and a person come back whole", func(t *testing.T, s stampdesk.Store) {
		st := stampdesk.Station{
			Desk: "B1", Open: stampdesk.EntryKey{Desk: "B1", Seq: 5}, Batch: "B1-001", Batches: 1, Prints: 2,
			Shifts: 3, Shift: 3, Began: stampdesk.EntryKey{Desk: "B1", Seq: 4},
		}
		p := stampdesk.Person{ID: "lan", Name: "Lê Lan", Role: stampdesk.Operator, PIN: "x", Disabled: true, Failures: 9, Locked: Noon}
		Update(t, s, func(tx stampdesk.Tx) error {
			if err := tx.PutPerson(p); err != nil {
				return err
			}
			return tx.PutStation(st)
		})
		View(t, s, func(snap stampdesk.Snapshot) error {
			same(t, st)(snap.Station("B1"))
			same(t, &p)(snap.Person("lan"))
			return nil
		})
	}},
	{"a cell that comes to zero is gone", func(t *testing.T, s stampdesk.Store) {
		for _, step := range []struct{ add, want int64 }{{2, 2}, {0, 2}, {-3, -1}, {1, 0}, {0, 0}, {5, 5}, {-5, 0}} {
			Update(t, s, func(tx stampdesk.Tx) error { return tx.AddCount(cell(), step.add) })
			View(t, s, func(snap stampdesk.Snapshot) error {
				same(t, step.want)(snap.Count(cell()))
				all, err := stampdesk.Collect(snap.Counts(4))
				if (len(all) != 0) != (step.want != 0) {
					t.Errorf("after %+d the walk gives %v", step.add, all)
				}
				return err
			})
		}
	}},
	{"cells that differ in one field are different cells", func(t *testing.T, s stampdesk.Store) {
		cells := []stampdesk.Cell{cell()}
		for _, change := range []func(*stampdesk.Cell){
			func(c *stampdesk.Cell) { c.Round = 3 }, func(c *stampdesk.Cell) { c.Desk = "B" },
			func(c *stampdesk.Cell) { c.Shift = 256 }, func(c *stampdesk.Cell) { c.Operator = "" },
			func(c *stampdesk.Cell) { c.Class = 0 }, func(c *stampdesk.Cell) { c.Unit = "TC001B" },
			func(c *stampdesk.Cell) { c.Batch = "1-001"; c.Unit += "B" }, func(c *stampdesk.Cell) { c.Act = stampdesk.ActHeld },
			func(c *stampdesk.Cell) { c.What = "4\x00" }, func(c *stampdesk.Cell) { c.Unit, c.Batch = "TC001\x00\x01B1", "-001" },
		} {
			c := cell()
			change(&c)
			cells = append(cells, c)
		}
		Update(t, s, func(tx stampdesk.Tx) error {
			for i, c := range cells {
				if err := tx.AddCount(c, int64(i+1)); err != nil {
					return err
				}
			}
			return nil
		})
		View(t, s, func(snap stampdesk.Snapshot) error {
			for i, c := range cells {
				same(t, int64(i+1))(snap.Count(c))
			}
			all, err := stampdesk.Collect(snap.Counts(4))
			for _, c := range all {
				if !slices.Contains(cells, c.Cell) {
					t.Errorf("the walk gives %+v", c)
				}
			}
			if len(all) != len(cells)-1 { // one is of round 3
				t.Errorf("%d cells, want %d", len(all), len(cells)-1)
			}
			return err
		})
	}},
}
