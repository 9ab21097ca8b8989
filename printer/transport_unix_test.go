//go:build unix

package printer

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

func fifo(t *testing.T) (path string, reader *os.File) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "lp0")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := os.OpenFile(path, os.O_RDWR|syscall.O_NONBLOCK, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.SetReadDeadline(time.Now().Add(10 * time.Second)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Close() })
	return path, r
}

// A printer without paper takes what its buffer holds and then nothing: a FIFO that nobody reads does the same.
func TestDevicePaperOut(t *testing.T) {
	t.Parallel()
	path, r := fifo(t)
	d := &Device{Path: path, Stall: 150 * time.Millisecond}
	job := bytes.Repeat([]byte("\x1bJ\x01"), 100_000)
	start := time.Now()
	n, err := d.Send(context.Background(), Job{Chunks: Whole(job)})
	if n <= 0 || n >= int64(len(job)) {
		t.Fatalf("sent %d", n)
	}
	if se := wantSent(t, n, err, n); !errors.Is(se, ErrStalled) {
		t.Error(err)
	}
	if took := time.Since(start); took > 3*time.Second {
		t.Errorf("gave up after %v", took)
	}
	buf := make([]byte, n)
	if _, err := io.ReadFull(r, buf); err != nil || !bytes.Equal(buf, job[:n]) {
		t.Fatalf("the device did not get exactly the bytes reported: %v", err)
	}
	// With paper again, what was owed comes before the job.
	if n, err := d.Send(context.Background(), Job{Chunks: Whole(job[:6])}); n != 6 || err != nil {
		t.Fatal(n, err)
	}
	pad := owed(job, n)
	if pad == 0 && n%3 != 0 {
		t.Errorf("nothing is owed after %d bytes", n)
	}
	buf = make([]byte, pad+6)
	if _, err := io.ReadFull(r, buf); err != nil || !bytes.Equal(buf, append(make([]byte, pad), job[:6]...)) {
		t.Fatalf("after the interruption: % x, %v", buf, err)
	}
}

func TestDeviceCancel(t *testing.T) {
	t.Parallel()
	path, _ := fifo(t)
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	n, err := (&Device{Path: path}).Send(ctx, Job{Chunks: Whole(make([]byte, 1<<20))})
	if se := wantSent(t, n, err, n); n == 0 || !errors.Is(se, context.DeadlineExceeded) {
		t.Error(n, err)
	}
}

func TestDeviceIsPlainFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "paper")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d := &Device{Path: path}
	for _, s := range []string{"one", "two"} {
		if n, err := d.Send(context.Background(), Job{Chunks: Whole([]byte(s))}); n != 3 || err != nil {
			t.Fatal(n, err)
		}
	}
	if got, _ := os.ReadFile(path); string(got) != "onetwo" {
		t.Errorf("%q", got)
	}
}

func TestDirectoryModes(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	if _, err := (&Directory{Path: dir}).Send(context.Background(), sampleJob(t, "generic-58")); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]os.FileMode{dir: 0o700, dir + "/0001-sample.bin": 0o600, dir + "/0001-sample.png": 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v; want %v", path, info, err, want)
		}
	}
}

func TestAPrinterOnUSBIsLookedForAtEveryJob(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lp0")
	want := errors.New("no such device")
	d := &Device{ID: "04b8:0e15", Find: func(id string) (string, error) { return "", want }}
	n, err := d.Send(context.Background(), Job{Chunks: Whole([]byte("one"))})
	if se := wantSent(t, n, err, 0); !errors.Is(se, want) {
		t.Error(err)
	}
	for _, number := range []string{"lp0", "lp1"} { // it was plugged in again
		path = filepath.Join(filepath.Dir(path), number)
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		d.Find = func(id string) (string, error) {
			if id != "04b8:0e15" {
				t.Errorf("asked for %q", id)
			}
			return path, nil
		}
		if n, err := d.Send(context.Background(), Job{Chunks: Whole([]byte("one"))}); n != 3 || err != nil {
			t.Fatal(n, err)
		}
		if got, _ := os.ReadFile(path); string(got) != "one" {
			t.Errorf("%s: %q", number, got)
		}
	}
}
