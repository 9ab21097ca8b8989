package bolt

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"

	"go.etcd.io/bbolt"

	"stampdesk"
	"stampdesk/store"
	"stampdesk/store/storetest"
)

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func TestFilesAreForTheirOwnerOnly(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such modes")
	}
	dir := filepath.Join(t.TempDir(), "a", "b")
	s := openIn(t, dir)
	storetest.Use(t, s, storetest.Roster(5))
	mode := func(name string) fs.FileMode {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return info.Mode().Perm()
	}
	if got := mode("."); got != 0o700 {
		t.Errorf("directory: %o", got)
	}
	for _, name := range names(t, dir) {
		if got := mode(name); got != 0o600 {
			t.Errorf("%s: %o", name, got)
		}
	}
}

func TestOpeningWhatIsNotThere(t *testing.T) {
	for name, dir := range map[string]string{
		"empty directory": t.TempDir(), "no directory": filepath.Join(t.TempDir(), "none"),
	} {
		if _, err := Open(dir, Options{}); !errors.Is(err, stampdesk.ErrNoStore) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestCreatingWhereAStoreIs(t *testing.T) {
	dir := t.TempDir()
	openIn(t, dir)
	if _, err := Create(dir, storetest.Identity(), Options{}); !errors.Is(err, stampdesk.ErrStoreExists) {
		t.Errorf("got %v", err)
	}
}

func TestASecondOpenIsBusy(t *testing.T) {
	dir := t.TempDir()
	openIn(t, dir)
	if _, err := Open(dir, Options{Timeout: 1}); !errors.Is(err, stampdesk.ErrStoreBusy) {
		t.Errorf("got %v", err)
	}
	if err := CheckFile(filepath.Join(dir, deskFile)); !errors.Is(err, stampdesk.ErrStoreBusy) {
		t.Errorf("check: %v", err)
	}
}

// change writes to a closed desk.db behind the store's back.
func change(t *testing.T, dir string, fn func(*bbolt.Tx) error) {
	t.Helper()
	db, err := bbolt.Open(filepath.Join(dir, deskFile), 0, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(db.Update(fn), db.Close()); err != nil {
		t.Fatal(err)
	}
}

// closed gives the directory of a small store that is closed.
func closed(t testing.TB) string {
	dir := t.TempDir()
	s, err := Create(dir, storetest.Identity(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	storetest.Use(t, s, storetest.Roster(60))
	storetest.Random(t, 1, 120, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestANewerSchemaIsRefused(t *testing.T) {
	dir := closed(t)
	change(t, dir, func(tx *bbolt.Tx) error {
		newer := uint64(store.Schema + 1)
		return putMeta(tx, &store.Schemas, &newer)
	})
	if _, err := Open(dir, Options{}); !errors.Is(err, stampdesk.ErrNewerStore) || errors.Is(err, stampdesk.ErrDamaged) {
		t.Errorf("got %v", err)
	}
}

func TestDamagedFilesAreCalledDamaged(t *testing.T) {
	for name, spoil := range map[string]func(t *testing.T, dir string){
		"empty desk.db": func(t *testing.T, dir string) { write(t, dir, nil) },
		"rubbish":       func(t *testing.T, dir string) { write(t, dir, bytes.Repeat([]byte("rubbish "), 4096)) },
		"no meta bucket": func(t *testing.T, dir string) {
			change(t, dir, func(tx *bbolt.Tx) error { return tx.DeleteBucket([]byte("meta")) })
		},
		"another kind of bolt": func(t *testing.T, dir string) { other(t, dir) },
		"roster file gone": func(t *testing.T, dir string) {
			for _, n := range names(t, dir) {
				if strings.HasPrefix(n, "roster-") {
					os.Remove(filepath.Join(dir, n))
				}
			}
		},
		"identity spoiled": func(t *testing.T, dir string) {
			change(t, dir, func(tx *bbolt.Tx) error {
				b := tx.Bucket([]byte("meta"))
				v := slices.Clone(b.Get([]byte(store.InForces.Kind)))
				v[4] ^= 1
				return b.Put([]byte(store.InForces.Kind), v)
			})
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := closed(t)
			spoil(t, dir)
			if _, err := Open(dir, Options{}); !errors.Is(err, stampdesk.ErrDamaged) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func write(t *testing.T, dir string, b []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, deskFile), b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func other(t *testing.T, dir string) {
	t.Helper()
	os.Remove(filepath.Join(dir, deskFile))
	change(t, dir, func(tx *bbolt.Tx) error { _, err := tx.CreateBucket([]byte("theirs")); return err })
}

func TestATornCreationLeavesNoStore(t *testing.T) {
	dir := t.TempDir()
	for _, n := range []int{0, 1, 4096, 16384} { // what may be on the disk when the power goes
		part := filepath.Join(dir, "desk.db.123"+partSuffix)
		if err := os.WriteFile(part, make([]byte, n), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(dir, Options{}); !errors.Is(err, stampdesk.ErrNoStore) {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
	openIn(t, dir)
	if got := names(t, dir); !slices.Equal(got, []string{deskFile}) {
		t.Errorf("after a creation that went through: %v", got)
	}
}

func TestAFailedRosterLeavesNoFile(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	ctx, cancel := context.WithCancel(context.Background())
	_, err := s.SaveRoster(ctx, storetest.Roster(25_000), func(int) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if got := names(t, dir); !slices.Equal(got, []string{deskFile}) {
		t.Errorf("left behind: %v", got)
	}
}

func TestReopeningKeepsEverything(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	storetest.Random(t, 7, 200, s)
	want := storetest.Dump(t, s)
	s.Close()
	s, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	storetest.Same(t, want, storetest.Dump(t, s))
	storetest.Record(t, s, stampdesk.Entry{Key: stampdesk.EntryKey{Desk: "B1"}, Act: stampdesk.ActIncident}, nil, nil)
}

func TestOldRosterFilesAreSwept(t *testing.T) {
	dir := t.TempDir()
	s := openIn(t, dir)
	var hashes []stampdesk.Hash
	for n := range 3 {
		hashes = append(hashes, storetest.Use(t, s, storetest.Roster(10+n)))
	}
	if _, err := s.SaveRoster(t.Context(), storetest.Roster(99), nil); err != nil { // and never used
		t.Fatal(err)
	}
	s.Close()
	for _, name := range []string{"roster-0123.db.9" + partSuffix, "notes.txt", "roster.xlsx"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	want := []string{deskFile, rosterFile(hashes[1]), rosterFile(hashes[2]), "notes.txt", "roster.xlsx"}
	slices.Sort(want)
	if got := names(t, dir); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	storetest.Update(t, s, func(tx stampdesk.Tx) error { return tx.UseRoster(hashes[1]) })
	if got := storetest.Dump(t, s).Roster; got.Hash != hashes[1] || got.Members != 11 {
		t.Errorf("the roster before, back in force: %+v", got)
	}
}

func TestAnErrorOfTheCommitIsNotTheClosures(t *testing.T) {
	s := openIn(t, t.TempDir())
	s.testingOnlyFailCommit = func() error { return &fs.PathError{Op: "write", Path: "desk.db", Err: syscall.ENOSPC} }
	err := s.Update(t.Context(), func(tx stampdesk.Tx) error { return tx.PutCursor("x", 1) })
	want := "write desk.db: write desk.db: " + syscall.ENOSPC.Error() + " (the disk is full: make room)"
	if err == nil || err.Error() != want || !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("got %v\nwant %s", err, want)
	}
	s.testingOnlyFailCommit = nil
	storetest.Update(t, s, func(tx stampdesk.Tx) error { return tx.PutCursor("x", 2) })
}

func TestAFullFileSaysSo(t *testing.T) {
	dir := t.TempDir()
	s, err := Create(dir, storetest.Identity(), Options{MaxSize: 1 << 17})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for i := range uint64(10_000) {
		before := storetest.Dump(t, s).Cursors
		err := s.Update(t.Context(), func(tx stampdesk.Tx) error {
			for range 50 {
				if _, err := tx.Append(stampdesk.Entry{Key: stampdesk.EntryKey{Desk: "B1"}, Act: stampdesk.ActIncident}); err != nil {
					return err
				}
			}
			return tx.PutCursor("x", i)
		})
		if err == nil {
			continue
		}
		if !strings.HasSuffix(err.Error(), "(the file has reached the size it may have)") {
			t.Errorf("got %v", err)
		}
		if got := storetest.Dump(t, s).Cursors; !slices.Equal(got, before) {
			t.Errorf("%v, before %v", got, before)
		}
		return
	}
	t.Error("it was never full")
}
