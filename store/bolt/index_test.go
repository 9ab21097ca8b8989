package bolt

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"

	"stampdesk"
	"stampdesk/store"
	"stampdesk/store/storetest"
)

// Before version 2 every entry of an index was a record of its own.
func TestARosterWithTheFirstFormOfIndexesIsStillRead(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	roster := storetest.Roster(1_000)
	hash := storetest.Use(t, s, roster)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := bbolt.Open(filepath.Join(dir, rosterFile(hash)), fileMode, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		for _, c := range store.Indexes {
			if err := inFirstForm(tx, c); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if err := CheckFile(filepath.Join(dir, rosterFile(hash))); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(dir, Options{}); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	storetest.View(t, s, func(snap stampdesk.Snapshot) error {
		of := map[stampdesk.UnitCode]int{}
		for _, m := range roster.Members {
			if m.Card != 0 {
				got, err := snap.Member(m.Card)
				if err != nil || got == nil || got.ID != m.ID {
					return fmt.Errorf("card %v: %+v, %v", m.Card, got, err)
				}
			}
			of[m.Unit]++
		}
		for unit, n := range of {
			all, err := stampdesk.Collect(snap.MembersOf(unit))
			if unit != "" && (err != nil || len(all) < n) {
				t.Errorf("unit %s: %d members, %v, want %d", unit, len(all), err, n)
			}
		}
		if m, err := snap.Member(99_999_999); m != nil || err != nil {
			t.Errorf("after the last: %+v, %v", m, err)
		}
		return nil
	})
}

func inFirstForm(tx *bbolt.Tx, c *store.Codec[store.Block]) error {
	b := tx.Bucket([]byte(c.Kind))
	var entries store.Block
	err := b.ForEach(func(key, rec []byte) error {
		block, err := c.Decode(key, rec)
		entries = append(entries, block...)
		return err
	})
	if err != nil {
		return err
	}
	if err := tx.DeleteBucket([]byte(c.Kind)); err != nil {
		return err
	}
	if b, err = tx.CreateBucket([]byte(c.Kind)); err != nil {
		return err
	}
	for _, e := range entries {
		key, body := store.WithMember(e.Key[:len(e.Key):len(e.Key)], e.Member), []byte{1}
		if c.Kind == store.Cards.Kind {
			key, body = e.Key, binary.LittleEndian.AppendUint32(body, uint32(e.Member))
		}
		sum := crc32.Update(0, crc32.MakeTable(crc32.Castagnoli), []byte(c.Kind+string(key)+string(body)))
		if err := b.Put(key, binary.LittleEndian.AppendUint32(body, sum)); err != nil {
			return err
		}
	}
	return nil
}
