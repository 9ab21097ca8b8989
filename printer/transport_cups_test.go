//go:build unix

package printer

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// fakeLP puts a command lp, a script of the shell, on the PATH. It finds a directory to write to in $OUT.
func fakeLP(t *testing.T, script string) (out string) {
	t.Helper()
	dir, out := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "lp"), []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir+":/usr/bin:/bin")
	t.Setenv("OUT", out)
	return out
}

// long is a job that no pipe holds, of whole commands.
func long() Job {
	return Job{Name: "return-list-B1-7", Chunks: func(yield func([]byte) bool) {
		for range 100 {
			if !yield(bytes.Repeat([]byte("\x1bJ\x01"), 4096/3)) {
				return
			}
		}
	}}
}

const longBytes = 100 * (4096 / 3) * 3

func TestAJobThatLPAcceptsIsPrinted(t *testing.T) {
	out := fakeLP(t, `for a; do echo "$a"; done > $OUT/args; cat > $OUT/job; echo "request id is Receipts-7 (0 file(s))"`)
	n, err := (&CUPSQueue{Queue: "Receipts"}).Send(context.Background(), long())
	if n != longBytes || err != nil {
		t.Fatal(n, err)
	}
	if got, _ := os.ReadFile(filepath.Join(out, "job")); !bytes.Equal(got, long().Bytes()) {
		t.Errorf("lp got %d bytes", len(got))
	}
	want := "-d\nReceipts\n-o\nraw\n-t\nreturn-list-B1-7\n"
	if got, _ := os.ReadFile(filepath.Join(out, "args")); string(got) != want {
		t.Errorf("lp was called with %q", got)
	}
}

func TestOfAJobThatLPRefusesNothingWasSent(t *testing.T) {
	for name, script := range map[string]string{
		"before it reads":    `echo "lp: The printer or class does not exist." >&2; exit 1`,
		"in the middle":      `head -c 10000 > /dev/null; echo "lp: The printer or class does not exist." >&2; exit 1`,
		"when it has all":    `cat > /dev/null; echo "lp: The printer or class does not exist." >&2; exit 1`,
		"and leaves a child": `sleep 30 & echo "lp: The printer or class does not exist." >&2; exit 1`,
	} {
		t.Run(name, func(t *testing.T) {
			fakeLP(t, script)
			begun := time.Now()
			n, err := (&CUPSQueue{Queue: "X"}).Send(context.Background(), long())
			se := wantSent(t, n, err, 0)
			if !strings.Contains(se.Error(), "queue X: The printer or class does not exist.") {
				t.Error(se)
			}
			if took := time.Since(begun); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

func TestAnLPThatSaysNothingLeavesItUnknownWhatIsOnPaper(t *testing.T) {
	for name, tt := range map[string]struct {
		script string
		want   error
	}{
		"it hangs before it reads":      {`exec sleep 30`, ErrStalled},
		"it hangs in the middle":        {`head -c 10000 > /dev/null; exec sleep 30`, ErrStalled},
		"it hangs when it has all":      {`cat > /dev/null; exec sleep 30`, ErrStalled},
		"it is killed":                  {`head -c 10000 > /dev/null; kill -9 $$`, nil},
		"it stops reading and says yes": {`head -c 10000 > /dev/null; exit 0`, errClosed},
	} {
		t.Run(name, func(t *testing.T) {
			fakeLP(t, tt.script)
			begun := time.Now()
			n, err := (&CUPSQueue{Queue: "X", Stall: 300 * time.Millisecond}).Send(context.Background(), long())
			if se := wantSent(t, n, err, n); n == 0 || tt.want != nil && !errors.Is(se, tt.want) {
				t.Errorf("%d bytes: %v", n, err)
			}
			if took := time.Since(begun); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

// The end of its input is the end of the job to lp: a job that is given up must not reach it.
func TestAJobThatIsGivenUpIsNotCompletedByLP(t *testing.T) {
	out := fakeLP(t, `cat > $OUT/part; mv $OUT/part $OUT/printed`)
	ctx, cancel := context.WithCancel(context.Background())
	job := Job{Chunks: func(yield func([]byte) bool) {
		for range 10 {
			if !yield(make([]byte, 1000)) {
				return
			}
			time.Sleep(20 * time.Millisecond)
			cancel()
		}
	}}
	n, err := (&CUPSQueue{Queue: "X"}).Send(ctx, job)
	if se := wantSent(t, n, err, 1000); !errors.Is(se, context.Canceled) {
		t.Error(err)
	}
	time.Sleep(100 * time.Millisecond)
	if _, err := os.Stat(filepath.Join(out, "printed")); err == nil {
		t.Error("lp took a part for the whole")
	}
	n, err = (&CUPSQueue{Queue: "X"}).Send(ctx, job)
	wantSent(t, n, err, 0)
}

func TestWithoutLPItSaysWhatToInstall(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	n, err := (&CUPSQueue{Queue: "X"}).Send(context.Background(), long())
	if se := wantSent(t, n, err, 0); !strings.Contains(se.Error(), "cups-client") {
		t.Error(se)
	}
}
