package printer

import (
	"bytes"
	"context"
	"errors"
	"io"
	"runtime"
	"testing"
)

// memoryDoc is a spooler's document that takes so many bytes, and then no more.
type memoryDoc struct {
	bytes.Buffer
	room           int
	ended, aborted int
}

func (d *memoryDoc) Write(p []byte) (int, error) {
	n, _ := d.Buffer.Write(p[:min(len(p), d.room-d.Len())])
	if n < len(p) {
		return n, io.ErrShortWrite
	}
	return n, nil
}

func (d *memoryDoc) End() error { d.ended++; return nil }
func (d *memoryDoc) Abort()     { d.aborted++ }

func threeChunks(yield func([]byte) bool) {
	_ = yield([]byte("one")) && yield([]byte("two")) && yield([]byte("three"))
}

func TestASpoolerGetsTheWholeJobOrIsAskedToForgetIt(t *testing.T) {
	const job = "onetwothree"
	for room := range len(job) + 1 {
		d := &memoryDoc{room: room}
		n, err := spoolTo(context.Background(), d, Job{Chunks: threeChunks})
		whole := room == len(job)
		if n != int64(room) || d.String() != job[:room] || (err == nil) != whole || (d.ended == 1) != whole || (d.aborted == 1) == whole {
			t.Errorf("room for %d: %d sent, %q, %v, ended %d, aborted %d", room, n, d, err, d.ended, d.aborted)
		}
	}
}

func TestASpoolersJobCanBeStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	d := &memoryDoc{room: 100}
	n, err := spoolTo(ctx, d, Job{Chunks: func(yield func([]byte) bool) {
		if yield([]byte("one")) {
			cancel()
			yield([]byte("two"))
		}
	}})
	if n != 3 || !errors.Is(err, context.Canceled) || d.aborted != 1 || d.ended != 0 {
		t.Errorf("%d, %v, %+v", n, err, d)
	}
}

func TestElsewhereThanOnWindowsThereIsNoSpooler(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("this is Windows")
	}
	n, err := (&WindowsPrinter{Printer: "XP-80C"}).Send(context.Background(), Job{Chunks: threeChunks})
	if se := wantSent(t, n, err, 0); !errors.Is(se, errors.ErrUnsupported) {
		t.Error(err)
	}
}
