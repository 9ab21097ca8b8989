package main

import (
	"archive/tar"
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"stampdesk"
	"stampdesk/store/bolt"
)

// boardIn makes a store with a roster and a batch that is decided.
func boardIn(t *testing.T, data string, members int) {
	t.Helper()
	mustRun(t, data, "init", "--supervisor", "GS1")
	roster := filepath.Join(data, "roster.csv")
	var csv strings.Builder
	csv.WriteString("Số thẻ,Họ và tên,Mã đơn vị\n")
	for i := range members {
		fmt.Fprintf(&csv, "31%06d,Đảng viên %d,P01\n", i+1, i+1)
	}
	if err := os.WriteFile(roster, []byte(csv.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	mustRun(t, data, "roster", "import", roster)
	mustRun(t, data, "batch", "open", "--unit", "P01")
	mustRun(t, data, "batch", "decide", "--no", "1", "--date", "15/04/2021")
}

// exitOf runs the program inside the test's process, and gives its exit code
// and what it said.
func exitOf(data string, args ...string) (int, string) {
	var out bytes.Buffer
	env := map[string]string{
		"HOME": data, "STAMPDESK_DATA": data + "/store", "STAMPDESK_OPERATOR": "GS1", "STAMPDESK_PIN": "2222",
	}
	code := run(context.Background(), args, strings.NewReader(""), &out, &out, func(k string) string { return env[k] })
	return code, out.String()
}

// filesIn are the names of all files below a directory.
func filesIn(t *testing.T, dir string) (all []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if path != dir {
			all = append(all, path)
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return all
}

func TestABackupIsForItsOwnerOnly(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such modes")
	}
	data := t.TempDir()
	boardIn(t, data, 3)
	file := filepath.Join(data, "a.tar")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	mustRun(t, data, "backup", "--force", file)
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	mustRun(t, data, "restore", file, "--data", data+"/again")
	for _, f := range filesIn(t, data+"/again") {
		if info, err := os.Stat(f); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", f, info.Mode(), err)
		}
	}
}

// A desk that works is backed up through the store that it has open, and what
// it stamps meanwhile is not in the way of the proof.
func TestTheStoreOfADeskThatWorksIsBackedUp(t *testing.T) {
	data := t.TempDir()
	boardIn(t, data, 3_000)
	a := &app{err: io.Discard, out: io.Discard, now: time.Now, pins: argonPINs{}, t: textsIn(stampdesk.English), conf: defaults()}
	a.conf.Data = data + "/store"
	live, err := a.openLiveStore()
	if err != nil {
		t.Fatal(err)
	}
	ctx := t.Context()
	d := a.desk(live)
	d.Confirm = stampdesk.ConfirmScan
	if _, err := a.do(ctx, d, stampdesk.SignIn{Person: "GS1", PIN: "2222"}); err != nil {
		t.Fatal(err)
	}
	stop, done := make(chan struct{}), make(chan error, 1)
	go func() {
		for i := 1; ; i++ {
			select {
			case <-stop:
				done <- nil
				return
			default:
			}
			if _, err := a.do(ctx, d, stampdesk.Scan{Raw: fmt.Sprintf("31%06d", i%3_000+1), At: time.Now()}); err != nil {
				done <- err
				return
			}
		}
	}()
	guest := a.desk(live) // as a command that another terminal hands over
	var files []string
	for i := range 4 {
		time.Sleep(30 * time.Millisecond)
		file := filepath.Join(data, fmt.Sprintf("%d.tar", i))
		files = append(files, file)
		if err := a.backup(ctx, guest, file, false); err != nil {
			t.Error(err)
		}
	}
	close(stop)
	if err := errors.Join(<-done, live.Close()); err != nil {
		t.Fatal(err)
	}
	whole := journalOf(t, data+"/store")
	for i, file := range files {
		dir := fmt.Sprintf("%s/restored%d", data, i)
		mustRun(t, data, "restore", file, "--data", dir)
		mustRun(t, data, "check", "--data", dir)
		part := journalOf(t, dir)
		n := len(part) - 1
		if n > len(whole) || part[n-1].Chain != whole[n-1].Chain {
			t.Errorf("backup %d: its %d entries are not the first of %d", i, n, len(whole))
		}
		e := part[n]
		if e.Act != stampdesk.ActRestored || n < len(whole) && e.Chain == whole[n].Chain {
			t.Errorf("backup %d: after its entries comes %v", i, e.Act)
		}
	}
}

func journalOf(t *testing.T, dir string) (all []stampdesk.Entry) {
	t.Helper()
	s, err := bolt.Open(dir, bolt.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	err = s.View(t.Context(), func(s stampdesk.Snapshot) error {
		for e, err := range s.Entries("B1", 0) {
			if err != nil {
				return err
			}
			all = append(all, e.Entry)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestABackupThatFindsNoRoomLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.tar")
	noRoom := func(f *os.File) error {
		f.Write(make([]byte, 1000))
		return fmt.Errorf("back up: %w", syscall.ENOSPC)
	}
	var said bytes.Buffer
	err := saveNew(file, false, noRoom)
	if code := report(&said, err, textsIn(stampdesk.English)); code != exitFailed || !strings.Contains(said.String(), "Make room") {
		t.Errorf("exit %d: %s", code, &said)
	}
	if left := filesIn(t, dir); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
	if err := os.WriteFile(file, []byte("the one before"), 0o600); err != nil {
		t.Fatal(err)
	}
	saveNew(file, true, noRoom)
	if b, err := os.ReadFile(file); string(b) != "the one before" {
		t.Errorf("now %q, %v", b, err)
	}
	if err := saveNew(file, false, func(*os.File) error { return nil }); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over a file that was made meanwhile: %v", err)
	}
}

// forge makes a backup anew after changing the bytes of its entries, with sums
// that are right.
func forge(t *testing.T, file, to string, change func(name string, b []byte) []byte) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out, sums bytes.Buffer
	r, w := tar.NewReader(f), tar.NewWriter(&out)
	for {
		h, err := r.Next()
		if err == io.EOF {
			break
		}
		b, readErr := io.ReadAll(r)
		if err := errors.Join(err, readErr); err != nil {
			t.Fatal(err)
		}
		if b = change(h.Name, b); h.Name == "stampdesk-backup.sum" {
			b = sums.Bytes()
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(b), h.Name)
		h.Size = int64(len(b))
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(b); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Close(), os.WriteFile(to, out.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
}

func TestAForgedBackupIsRefusedWithTheReason(t *testing.T) {
	data := t.TempDir()
	boardIn(t, data, 50)
	mustRun(t, data, "stamp", "31000001")
	mustRun(t, data, "stamp", "31000002")
	file, forged, dir := data+"/a.tar", data+"/forged.tar", data+"/restored"
	mustRun(t, data, "backup", file)
	inside := func(name, old, new string) func(string, []byte) []byte {
		return func(entry string, b []byte) []byte {
			if entry == name || strings.HasPrefix(entry, name+"-") {
				if !bytes.Contains(b, []byte(old)) {
					t.Errorf("%s: no %q", entry, old)
				}
				b = bytes.ReplaceAll(b, []byte(old), []byte(new))
			}
			return b
		}
	}
	for name, c := range map[string]struct {
		change func(string, []byte) []byte
		code   int
		says   string
	}{
		"nothing changed":         {func(_ string, b []byte) []byte { return b }, exitOK, "giai đoạn 2"},
		"another unit in entries": {inside("desk.db", "P01", "P02"), exitDamaged, "desk.db"},
		"another name":            {inside("roster", "viên 7", "viên 8"), exitDamaged, "roster-"},
		"pages are gone": {func(name string, b []byte) []byte {
			if name == "desk.db" {
				clear(b[3*4096:])
			}
			return b
		}, exitDamaged, "desk.db"},
		"heads of another store": {inside("stampdesk-backup.json", `"seq": 7`, `"seq": 8`), exitDamaged, "bản kê"},
		"another epoch":          {inside("stampdesk-backup.json", `"epoch": 1`, `"epoch": 2`), exitDamaged, "bản kê"},
		"a newer form":           {inside("stampdesk-backup.json", `"format": 1`, `"format": 2`), exitBadRows, "mới hơn"},
		"a newer store":          {inside("stampdesk-backup.json", `"schema": 1`, `"schema": 9`), exitBadRows, "mới hơn"},
	} {
		forge(t, file, forged, c.change)
		code, said := exitOf(data, "restore", forged, "--data", dir)
		if code != c.code || !strings.Contains(said, c.says) || strings.Contains(said, "goroutine ") {
			t.Errorf("%s: exit %d: %s", name, code, said)
		}
		if left := filesIn(t, dir); code != exitOK && len(left) > 0 {
			t.Errorf("%s: left behind: %q", name, left)
		}
		os.RemoveAll(dir)
	}
}

// killAfter runs the program and kills it some moments after its start; it
// reports whether it ended by itself before.
func killAfter(t *testing.T, data string, most time.Duration, args ...string) bool {
	t.Helper()
	cmd := program(t, data, args...)
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(time.Duration(rand.Int64N(int64(most))), func() { cmd.Process.Kill() })
	defer timer.Stop()
	return cmd.Wait() == nil
}

// howLong is how long the program takes, so that the kills fall within.
func howLong(t *testing.T, data string, args ...string) time.Duration {
	t.Helper()
	began := time.Now()
	if out, err := program(t, data, args...).CombinedOutput(); err != nil {
		t.Fatalf("%q: %v: %s", args, err, out)
	}
	return time.Since(began)
}

const kills = 10

func TestKillingABackupLeavesNoHalfOne(t *testing.T) {
	longRun(t)
	data := t.TempDir()
	boardIn(t, data, 20_000)
	file := filepath.Join(t.TempDir(), "a.tar")
	most := howLong(t, data, "backup", file)
	ended, whole := 0, 0
	for range kills {
		os.Remove(file)
		if killAfter(t, data, most, "backup", file) {
			ended++
		}
		f, err := os.Open(file)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if _, _, err := bolt.ReadBackup(t.Context(), f, nil, nil); err != nil {
			t.Error(err)
		}
		f.Close()
		whole++
	}
	os.Remove(file)
	mustRun(t, data, "backup", file)
	if left := filesIn(t, filepath.Dir(file)); len(left) != 1 {
		t.Errorf("left behind: %q", left)
	}
	t.Logf("%d kills: %d ended before, %d left a whole backup, the others none", kills, ended, whole)
	checkInProcess(t, data)
}

func TestKillingARestoreLeavesNoStoreOrAWholeOne(t *testing.T) {
	longRun(t)
	data := t.TempDir()
	boardIn(t, data, 20_000)
	file := filepath.Join(data, "a.tar")
	mustRun(t, data, "backup", file)
	dir := filepath.Join(data, "restored")
	most := howLong(t, data, "restore", file, "--data", dir)
	os.RemoveAll(dir)
	none, whole := 0, 0
	for range kills {
		killAfter(t, data, most*5/4, "restore", file, "--data", dir)
		code, said := exitOf(data, "check", "--data", dir)
		switch {
		case code == exitOK && strings.Contains(said, "6 lần ghi"):
			whole++
			os.RemoveAll(dir)
		case code == exitFailed && strings.Contains(said, "chưa có dữ liệu"):
			none++ // and the next one goes on beside what is left
		default:
			t.Fatalf("exit %d: %s", code, said)
		}
	}
	mustRun(t, data, "restore", file, "--data", dir)
	if left := filesIn(t, dir); len(left) != 2 {
		t.Errorf("left behind: %q", left)
	}
	t.Logf("%d kills: %d left no store, %d a whole one", kills, none, whole)
}
