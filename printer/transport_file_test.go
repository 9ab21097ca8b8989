package printer

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
)

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

func TestDirectory(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	d := &Directory{Path: dir}
	job := sampleJob(t, "generic-58")
	if n, err := d.Send(context.Background(), job); err != nil || n != int64(len(job.Bytes())) {
		t.Fatal(n, err)
	}
	if got, _ := os.ReadFile(filepath.Join(dir, "0001-sample.bin")); !bytes.Equal(got, job.Bytes()) {
		t.Error("the bytes differ")
	}
	if got, _ := os.ReadFile(filepath.Join(dir, "0001-sample.txt")); string(got) != job.Text {
		t.Error("the text differs")
	}
	// Numbers go on from the highest, whatever else is there; also one left over by a crash is not used again.
	for _, name := range []string{"0041-x.bin", ".0050.bin.part", "12-y.bin", "readme", "20210512.txt.d", "99999999999-z"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(filepath.Join(dir, "20210512.txt.d")); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Send(context.Background(), Job{Name: "../Lô 7/ế", Chunks: Whole([]byte("x"))}); err != nil {
		t.Fatal(err)
	}
	if got := names(t, dir); !slices.Contains(got, "0051-L--7.bin") || !slices.Contains(got, "0051-L--7.txt") {
		t.Errorf("%q", got)
	}
}

func TestDirectoryLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	broken := Job{Name: "x", Chunks: Whole([]byte("x")), PNG: func(io.Writer) error { return errors.ErrUnsupported }}
	n, err := (&Directory{Path: dir}).Send(context.Background(), broken)
	if se := wantSent(t, n, err, 0); !errors.Is(se, errors.ErrUnsupported) {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	stops := Job{Name: "x", Chunks: Whole([]byte("x")), PNG: func(io.Writer) error { cancel(); return nil }}
	for range 2 { // cancelled on the way, then before
		n, err = (&Directory{Path: dir}).Send(ctx, stops)
		if se := wantSent(t, n, err, 0); !errors.Is(se, context.Canceled) {
			t.Error(err)
		}
	}
	if got := names(t, dir); len(got) != 0 {
		t.Errorf("left behind: %q", got)
	}
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	n, err = (&Directory{Path: file}).Send(context.Background(), broken)
	wantSent(t, n, err, 0)
}

func TestDirectoryTwoProcesses(t *testing.T) {
	dir := t.TempDir()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for range 10 {
				if _, err := (&Directory{Path: dir}).Send(context.Background(), Job{Name: "x", Chunks: Whole([]byte("x"))}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if got := names(t, dir); len(got) != 80 {
		t.Errorf("%d files, want 40 jobs of 2: %q", len(got), got)
	}
}
