package storetest

import (
	"context"
	"errors"
	"math"
	"reflect"
	"slices"
	"testing"
	"time"

	"stampdesk"
)

var journalTests = []test{
	{"an entry comes back as Append gave it", func(t *testing.T, s stampdesk.Store) {
		e := entry(stampdesk.ActHandedOver, 1)
		e.At = time.Date(2021, 4, 20, 7, 30, 1, 234_567_891, time.FixedZone("", 7*3600))
		e.Approver, e.Note, e.Reason = "minh", "ghi chú", stampdesk.ReasonOther
		e.Flags, e.Ref, e.Before = stampdesk.Late|stampdesk.Typed, stampdesk.EntryKey{Desk: "B2", Seq: 9}, stampdesk.EntryKey{Desk: "B1", Seq: 3}
		e.Paper = stampdesk.PaperHash([]stampdesk.Line{{Card: Card(1)}})
		e.Facts = []stampdesk.Fact{{Name: stampdesk.FactBy, Value: "Phạm Văn Quý"}, {Name: stampdesk.FactCount, Value: "3"}}
		var sealed stampdesk.Entry
		Update(t, s, func(tx stampdesk.Tx) (err error) { sealed, err = tx.Append(e); return err })
		want := e
		want.Key.Seq, want.Chain = 1, sealed.Chain
		want.At = time.Date(2021, 4, 20, 0, 30, 1, 234_000_000, time.UTC)
		if !reflect.DeepEqual(sealed, want) {
			t.Errorf("append gave\n%+v\nwant\n%+v", sealed, want)
		}
		View(t, s, func(snap stampdesk.Snapshot) error {
			if got, err := snap.Entry(sealed.Key); err != nil || !reflect.DeepEqual(*got, want) {
				t.Errorf("read\n%+v, %v\nwant\n%+v", got, err, want)
			}
			return nil
		})
	}},
	{"every desk's chain runs from its start to its head", func(t *testing.T, s stampdesk.Store) {
		for i := range 12 {
			e := entry(stampdesk.ActStamped, i)
			e.Key.Desk = []stampdesk.DeskID{"B1", "B1", "B10"}[i%3]
			Record(t, s, e, nil, nil)
		}
		id := Identity()
		for desk, n := range map[stampdesk.DeskID]uint64{"B1": 8, "B10": 4, "B": 0} {
			View(t, s, func(snap stampdesk.Snapshot) error {
				chain, seq := stampdesk.ChainStart(id.ID, id.Epoch, desk), uint64(0)
				for e, err := range snap.Entries(desk, 0) {
					if err != nil {
						return err
					}
					seq++
					chain = stampdesk.ChainNext(chain, e.Body)
					if e.Entry.Key != (stampdesk.EntryKey{Desk: desk, Seq: seq}) || e.Entry.Chain != chain {
						t.Errorf("entry %v is not number %d of %s, or its chain is broken", e.Entry.Key, seq, desk)
					}
				}
				h, err := snap.Head(desk)
				if want := (stampdesk.Head{Desk: desk, Seq: n, Chain: chain}); h != want || seq != n {
					t.Errorf("%d entries, head %+v, want %+v", seq, h, want)
				}
				return err
			})
		}
	}},
	{"a new epoch begins new chains and lets the old ones go on", func(t *testing.T, s stampdesk.Store) {
		Record(t, s, entry(stampdesk.ActStamped, 1), nil, nil)
		Update(t, s, func(tx stampdesk.Tx) error {
			id, err := tx.RaiseEpoch()
			want := Identity()
			want.Epoch++
			if again, err := tx.Identity(); id != want || again != want || err != nil {
				t.Errorf("raised to %+v, reads %+v, want %+v: %v", id, again, want, err)
			}
			return err
		})
		Record(t, s, entry(stampdesk.ActStamped, 2), nil, nil)
		other := entry(stampdesk.ActStamped, 3)
		other.Key.Desk = "B2"
		Record(t, s, other, nil, nil)
		for desk, epoch := range map[stampdesk.DeskID]uint32{"B1": 1, "B2": 2, "B3": 2} {
			View(t, s, func(snap stampdesk.Snapshot) error {
				id, err := snap.Identity()
				if err != nil {
					return err
				}
				start := stampdesk.ChainStart(id.ID, epoch, desk)
				chain := start
				for e, err := range snap.Entries(desk, 0) {
					if err != nil {
						return err
					}
					if chain = stampdesk.ChainNext(chain, e.Body); e.Entry.Key.Seq == 1 && stampdesk.ChainBegan(id, &e.Entry, e.Body) != start {
						t.Errorf("desk %s: its first entry is not found to be of epoch %d", desk, epoch)
					}
				}
				if h, err := snap.Head(desk); err != nil || h.Chain != chain {
					t.Errorf("desk %s: head %v, want %v: %v", desk, h.Chain, chain, err)
				}
				return nil
			})
		}
	}},
	{"there is an end to epochs", func(t *testing.T, s stampdesk.Store) {
		raise := func(tx stampdesk.Tx) (err error) {
			var id stampdesk.Identity
			for id.Epoch < stampdesk.MaxEpoch && err == nil {
				id, err = tx.RaiseEpoch()
			}
			return err
		}
		Update(t, s, raise)
		err := s.Update(context.Background(), func(tx stampdesk.Tx) error { _, err := tx.RaiseEpoch(); return err })
		if err == nil {
			t.Error("no error")
		}
	}},
	{"entries are walked from after a number on", func(t *testing.T, s stampdesk.Store) {
		for i := range 5 {
			Record(t, s, entry(stampdesk.ActStamped, i+1), nil, nil)
		}
		other := entry(stampdesk.ActStamped, 9)
		other.Key.Desk = "B2"
		Record(t, s, other, nil, nil)
		View(t, s, func(snap stampdesk.Snapshot) error {
			for after, want := range map[uint64][]uint64{
				0: {1, 2, 3, 4, 5}, 3: {4, 5}, 5: nil, 77: nil, math.MaxUint64: nil,
			} {
				var got []uint64
				for e, err := range snap.Entries("B1", after) {
					if err != nil {
						return err
					}
					got = append(got, e.Entry.Key.Seq)
				}
				if !slices.Equal(got, want) {
					t.Errorf("after %d: %v, want %v", after, got, want)
				}
			}
			for e := range snap.Entries("B1", 0) { // and no further than one wants
				if e.Entry.Key.Seq == 2 {
					break
				}
			}
			return nil
		})
	}},
	{"an entry that is not there is ErrNotFound", func(t *testing.T, s stampdesk.Store) {
		View(t, s, func(snap stampdesk.Snapshot) error {
			if _, err := snap.Entry(stampdesk.EntryKey{Desk: "B1", Seq: 1}); !errors.Is(err, stampdesk.ErrNotFound) {
				t.Errorf("got %v", err)
			}
			return nil
		})
	}},
	{"an entry without a desk is refused", func(t *testing.T, s stampdesk.Store) {
		err := s.Update(context.Background(), func(tx stampdesk.Tx) error {
			_, err := tx.Append(stampdesk.Entry{Act: stampdesk.ActIncident})
			return err
		})
		if err == nil {
			t.Error("no error")
		}
	}},
	{"a paper keeps its lines in their order, and is written once", func(t *testing.T, s stampdesk.Store) {
		lines := make([]stampdesk.Line, 300)
		for i := range lines {
			lines[i] = stampdesk.Line{Card: Card(300 - i), Unit: unit(0), Class: stampdesk.Ours,
				Name: "Đỗ Văn Bình", Cell: "Chi bộ 2", Reason: stampdesk.ReasonLost, Note: "mất"}
		}
		key := stampdesk.EntryKey{Desk: "B1", Seq: 1}
		Update(t, s, func(tx stampdesk.Tx) error { return tx.PutPaper(key, lines) })
		View(t, s, func(snap stampdesk.Snapshot) error {
			got, err := stampdesk.Collect(snap.Paper(key))
			if !slices.Equal(got, lines) {
				t.Errorf("%d lines back, want %d the same", len(got), len(lines))
			}
			none, _ := stampdesk.Collect(snap.Paper(stampdesk.EntryKey{Desk: "B1", Seq: 256}))
			if none != nil {
				t.Errorf("a paper of another entry: %v", none)
			}
			return err
		})
		err := s.Update(context.Background(), func(tx stampdesk.Tx) error { return tx.PutPaper(key, lines[:1]) })
		if err == nil {
			t.Error("written over")
		}
	}},
	{"callers share no memory with the store", func(t *testing.T, s stampdesk.Store) {
		setup := Setup()
		b := stampdesk.Batch{ID: "B1-001", Declared: stampdesk.Declared{"stamped": 3}}
		lines := []stampdesk.Line{{Name: "Vũ Minh An"}}
		e := entry(stampdesk.ActStamped, 1)
		e.Facts = []stampdesk.Fact{{Name: "by", Value: "Lan"}}
		Update(t, s, func(tx stampdesk.Tx) error {
			sealed, err := tx.Append(e)
			if err != nil {
				return err
			}
			err = errors.Join(tx.PutSetup(setup), tx.PutBatch(b), tx.PutPaper(sealed.Key, lines))
			sealed.Facts[0].Value = "spoiled"
			return err
		})
		want := Dump(t, s)
		setup.Round.Papers[0], b.Declared["stamped"], lines[0].Name, e.Facts[0].Value = "x", 4, "x", "x"
		Same(t, want, Dump(t, s))
		got := Dump(t, s)
		got.Setup.Round.Papers[0], got.Batches[0].Declared["stamped"] = "x", 4
		got.Entries[0].Entry.Facts[0].Value, got.Entries[0].Body[0] = "x", 0xFF
		View(t, s, func(snap stampdesk.Snapshot) error {
			p, err := snap.Entry(stampdesk.EntryKey{Desk: "B1", Seq: 1})
			p.Facts[0].Value = "x"
			return err
		})
		Same(t, want, Dump(t, s))
	}},
}
