package bolt

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"

	"stampdesk"
	"stampdesk/store"
	"stampdesk/store/storetest"
)

// cellsOnForms counts the cells as a form of the whole board does.
func cellsOnForms(t *testing.T, s stampdesk.Store) (n int) {
	t.Helper()
	storetest.View(t, s, func(snap stampdesk.Snapshot) error {
		f, err := stampdesk.NewFiller(snap)
		if err != nil {
			return err
		}
		f.Cells = true
		filled, err := f.Fill(stampdesk.FormResult, stampdesk.Scope{})
		n = filled.Units.Cells
		return err
	})
	return n
}

// Before version 2 no unit had the number of its cells.
func TestARosterWhoseCellsWereNotCountedIsSoundAndItsMembersAreWalked(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	hash := storetest.Use(t, s, storetest.Roster(1_000))
	want := cellsOnForms(t, s)
	if want == 0 {
		t.Fatal("the roster names no cells")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	hash = uncounted(t, dir, hash)
	if err := CheckFile(filepath.Join(dir, rosterFile(hash))); err != nil {
		t.Error(err)
	}
	change(t, dir, func(tx *bbolt.Tx) error {
		f, err := getMeta(tx, &store.InForces)
		if err != nil {
			return err
		}
		f = f.Use(hash)
		return putMeta(tx, &store.InForces, &f)
	})
	s, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	storetest.View(t, s, func(snap stampdesk.Snapshot) error {
		for u, err := range snap.Units() {
			if err != nil || u.Cells != stampdesk.CellsUncounted {
				return fmt.Errorf("unit %s: %d cells, %v", u.Code, u.Cells, err)
			}
		}
		return nil
	})
	if got := cellsOnForms(t, s); got != want {
		t.Errorf("%d cells by the members, %d by the units", got, want)
	}
}

// uncounted puts beside the file of a roster that which an earlier version saved
// of it.
func uncounted(t *testing.T, dir string, hash stampdesk.Hash) stampdesk.Hash {
	t.Helper()
	file, err := os.ReadFile(filepath.Join(dir, rosterFile(hash)))
	if err != nil {
		t.Fatal(err)
	}
	made := filepath.Join(dir, "made")
	if err := os.WriteFile(made, file, fileMode); err != nil {
		t.Fatal(err)
	}
	db, err := bbolt.Open(made, fileMode, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error {
		sum, units := store.NewRosterSum(), tx.Bucket([]byte(store.Units.Kind))
		old := map[string][]byte{}
		err := units.ForEach(func(key, rec []byte) error {
			body := append([]byte{1}, rec[1:len(rec)-5]...) // without the cells, of which no unit has more than one byte can tell
			crc := crc32.Checksum([]byte(store.Units.Kind+string(key)+string(body)), crc32.MakeTable(crc32.Castagnoli))
			old[string(key)] = binary.LittleEndian.AppendUint32(body, crc)
			sum.Add(old[string(key)])
			return nil
		})
		if err != nil {
			return err
		}
		for key, rec := range old {
			if err := units.Put([]byte(key), rec); err != nil {
				return err
			}
		}
		err = tx.Bucket([]byte(store.Members.Kind)).ForEach(func(_, rec []byte) error { sum.Add(rec); return nil })
		if err != nil {
			return err
		}
		info, err := getMeta(tx, &store.Rosters)
		if err != nil {
			return err
		}
		hash = sum.Hash()
		info.Hash = hash
		return putMeta(tx, &store.Rosters, &info)
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(made, filepath.Join(dir, rosterFile(hash))); err != nil {
		t.Fatal(err)
	}
	return hash
}
