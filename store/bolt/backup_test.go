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
	"time"

	"stampdesk"
	"stampdesk/store/storetest"
)

func backupOf(t testing.TB, s *Store) ([]byte, Manifest) {
	t.Helper()
	var b bytes.Buffer
	m, err := s.Backup(t.Context(), &b, Origin{Program: "v1", By: "lan", At: someTime}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), m
}

// unpacked puts a backup into a directory and gives it open.
func unpacked(t *testing.T, b []byte) *Store {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "a", "b")
	staged, err := Unpack(t.Context(), bytes.NewReader(b), dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(staged.Publish(), staged.Discard()); err != nil {
		t.Fatal(err)
	}
	for _, name := range names(t, dir) {
		if err := CheckFile(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
	}
	s, err := Open(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestABackupIsTheWholeStore(t *testing.T) {
	s := openIn(t, t.TempDir())
	storetest.Use(t, s, storetest.Roster(60))
	storetest.Use(t, s, storetest.Roster(70))
	storetest.Random(t, 1, 120, s)
	want := storetest.Dump(t, s)
	b, m := backupOf(t, s)
	got := unpacked(t, b)
	storetest.Same(t, want, storetest.Dump(t, got))
	if !m.Describes(want.Identity, want.Heads) || int(m.Entries()) != len(want.Entries) || m.By != "lan" {
		t.Errorf("manifest %+v", m)
	}
	if files := names(t, got.dir); len(files) != 3 || m.Parts[1].Name != rosterFile(want.Roster.Hash) {
		t.Errorf("files %q, the roster in force is %s", files, want.Roster.Hash.Short())
	}
	if runtime.GOOS == "windows" {
		return
	}
	for name, want := range map[string]fs.FileMode{".": 0o700, "desk.db": 0o600, names(t, got.dir)[1]: 0o600} {
		info, err := os.Stat(filepath.Join(got.dir, name))
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
}

func TestABackupDoesNotMissTheRosterOfBefore(t *testing.T) {
	s := openIn(t, t.TempDir())
	first := storetest.Use(t, s, storetest.Roster(5))
	storetest.Use(t, s, storetest.Roster(6))
	if err := os.Remove(filepath.Join(s.dir, rosterFile(first))); err != nil {
		t.Fatal(err)
	}
	b, m := backupOf(t, s)
	if len(m.Parts) != 2 {
		t.Errorf("parts %+v", m.Parts)
	}
	storetest.Same(t, storetest.Dump(t, s), storetest.Dump(t, unpacked(t, b)))
}

// A backup that is made while a writer commits is one instant of the store: it
// proves, and its journal is the beginning of the one that went on.
func TestABackupOfAStoreThatIsWrittenTo(t *testing.T) {
	s := openIn(t, t.TempDir())
	d := newDesk(t, s)
	stop, done := make(chan struct{}), make(chan error, 1)
	go func() {
		for {
			select {
			case <-stop:
				done <- nil
				return
			default:
				if err := d.stamp(); err != nil {
					done <- err
					return
				}
			}
		}
	}()
	var backups [][]byte
	var manifests []Manifest
	for range 5 {
		time.Sleep(20 * time.Millisecond)
		b, m := backupOf(t, s)
		backups, manifests = append(backups, b), append(manifests, m)
	}
	close(stop)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	whole := storetest.Dump(t, s)
	for i, b := range backups {
		part := storetest.Dump(t, unpacked(t, b))
		n := len(part.Entries)
		if !manifests[i].Describes(part.Identity, part.Heads) || n != int(manifests[i].Entries()) {
			t.Errorf("backup %d: %d entries, the manifest says %d", i, n, manifests[i].Entries())
		}
		if n == 0 || n > len(whole.Entries) || part.Entries[n-1].Entry.Chain != whole.Entries[n-1].Entry.Chain {
			t.Errorf("backup %d: its %d entries are not the first of %d", i, n, len(whole.Entries))
		}
	}
	t.Logf("backups at %d and %d of %d entries", manifests[0].Entries(), manifests[4].Entries(), len(whole.Entries))
}

// slow takes a while over each write, and says when the first has come.
type slow struct {
	began chan struct{}
	wait  chan struct{}
	b     bytes.Buffer
}

func (s *slow) Write(p []byte) (int, error) {
	if s.b.Len() == 0 {
		close(s.began)
	}
	<-s.wait
	return s.b.Write(p)
}

func TestAWriterDoesNotWaitForABackup(t *testing.T) {
	s := openIn(t, t.TempDir())
	storetest.Use(t, s, storetest.Roster(50))
	w := &slow{began: make(chan struct{}), wait: make(chan struct{})}
	done := make(chan error, 1)
	go func() {
		_, err := s.Backup(context.Background(), w, Origin{At: someTime}, nil)
		done <- err
	}()
	<-w.began
	storetest.Random(t, 2, 60, s) // would wait for ever
	storetest.Use(t, s, storetest.Roster(51))
	close(w.wait)
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	got := storetest.Dump(t, unpacked(t, w.b.Bytes()))
	if len(got.Entries) != 0 || got.Roster.Members != 50 {
		t.Errorf("%d entries and %d members, that came after it began", len(got.Entries), got.Roster.Members)
	}
}

// full takes n bytes and then has no room.
type full struct{ n int }

func (f *full) Write(p []byte) (int, error) {
	if len(p) > f.n {
		return f.n, syscall.ENOSPC
	}
	f.n -= len(p)
	return len(p), nil
}

func TestABackupThatFindsNoRoomSaysSo(t *testing.T) {
	s := openIn(t, t.TempDir())
	storetest.Use(t, s, storetest.Roster(50))
	b, _ := backupOf(t, s)
	for n := 0; n < len(b); n += len(b)/97 + 1 {
		_, err := s.Backup(t.Context(), &full{n}, Origin{At: someTime}, nil)
		if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), "make room") {
			t.Fatalf("after %d bytes: %v", n, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	_, err := s.Backup(ctx, &full{len(b)}, Origin{At: someTime}, func(done, _ int64) {
		if done > 10_000 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
}

func TestNothingIsUnpackedOverAStore(t *testing.T) {
	s := openIn(t, t.TempDir())
	hash := storetest.Use(t, s, storetest.Roster(5))
	b, _ := backupOf(t, s)
	unpack := func(dir string) error {
		staged, err := Unpack(t.Context(), bytes.NewReader(b), dir, nil)
		if err == nil {
			err = errors.Join(staged.Publish(), staged.Discard())
		}
		return err
	}
	before := names(t, s.dir)
	if err := unpack(s.dir); !errors.Is(err, stampdesk.ErrStoreExists) || !slices.Equal(names(t, s.dir), before) {
		t.Errorf("over a store: %v; %q", err, names(t, s.dir))
	}
	left := t.TempDir() // somebody moved desk.db away, and not its roster
	write := func(name string) {
		if err := os.WriteFile(filepath.Join(left, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("roster-0123456789abcdef.db")
	if err := unpack(left); !errors.Is(err, stampdesk.ErrStoreExists) || len(names(t, left)) != 1 {
		t.Errorf("beside another's roster: %v; %q", err, names(t, left))
	}
	// What a restore leaves that is killed just before its end is no store.
	if err := os.Rename(filepath.Join(left, "roster-0123456789abcdef.db"), filepath.Join(left, rosterFile(hash))); err != nil {
		t.Fatal(err)
	}
	write("notes.txt")
	if err := os.MkdirAll(filepath.Join(left, stagedPrefix+"1"+partSuffix, "x"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := unpack(left); err != nil {
		t.Error(err)
	}
	if got := names(t, left); !slices.Equal(got, []string{"desk.db", "notes.txt", rosterFile(hash)}) {
		t.Errorf("files %q", got)
	}
}

func TestABackupThatIsNotSoundLeavesNothingBehind(t *testing.T) {
	s := openIn(t, t.TempDir())
	storetest.Use(t, s, storetest.Roster(5))
	b, _ := backupOf(t, s)
	there, parent := t.TempDir(), t.TempDir()
	try := func(bad []byte) {
		t.Helper()
		for _, dir := range []string{there, filepath.Join(parent, "a", "b")} {
			if _, err := Unpack(t.Context(), bytes.NewReader(bad), dir, nil); !refusesBackup(err) {
				t.Errorf("%v", err)
			}
		}
		if len(names(t, there)) > 0 || len(names(t, parent)) > 0 {
			t.Fatalf("left behind: %q, %q", names(t, there), names(t, parent))
		}
	}
	for n := 0; n < len(b); n += len(b)/31 + 1 {
		try(b[:n])
		bad := bytes.Clone(b)
		bad[n] ^= 4
		try(bad)
	}
	staged, err := Unpack(t.Context(), bytes.NewReader(b), filepath.Join(parent, "a"), nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := staged.Discard(); err != nil || len(names(t, parent)) > 0 {
		t.Errorf("after discard: %v, %q", err, names(t, parent))
	}
}
