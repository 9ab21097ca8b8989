package printer

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"os"
	"testing"
	"time"
)

// wantSent checks that n and err speak of the same number of bytes.
func wantSent(t *testing.T, n int64, err error, sent int64) *SendError {
	t.Helper()
	var se *SendError
	if !errors.As(err, &se) {
		t.Fatalf("error %v is no SendError", err)
	}
	if n != sent || se.Sent != sent {
		t.Fatalf("n = %d, Sent = %d, want %d (%v)", n, se.Sent, sent, err)
	}
	return se
}

// smallJob is a job with every command in it, and a band of several rows.
func smallJob(t testing.TB) ([]byte, Profile) {
	p := profile(t, "generic-58")
	p.Cut.Kind = CutPartial
	b := NewBitmap(p.Media.WidthDots, 60)
	b.fill(8, 2, 40, 5)
	b.fill(8, 40, 20, 3)
	return Encode(Strip{Bitmap: b, Cuts: []int{30}}, p), p
}

// dying is a printer that takes so many bytes, and then no more.
type dying struct {
	got   bytes.Buffer
	takes int
	err   error
}

func (d *dying) SetWriteDeadline(time.Time) error { return nil }
func (d *dying) Close() error                     { return nil }
func (d *dying) Write(p []byte) (int, error) {
	n := min(len(p), d.takes-d.got.Len())
	d.got.Write(p[:n])
	if n < len(p) {
		return n, d.err
	}
	return n, nil
}

// A printer dies at every possible byte of a job. The error says whether anything went out, and the next job is
// understood: what was owed comes first.
func TestDiesAtEveryByte(t *testing.T) {
	job, p := smallJob(t)
	whole, err := decode(job, p.Media.WidthDots)
	if err != nil {
		t.Fatal(err)
	}
	for k := range len(job) {
		printer := &dying{takes: k, err: io.ErrClosedPipe}
		port := &SerialPort{Open: func(string, int, string) (DeadlineWriter, error) { return printer, nil }}
		n, err := port.Send(context.Background(), Job{Chunks: Whole(job)})
		if se := wantSent(t, n, err, int64(k)); !errors.Is(se, io.ErrClosedPipe) {
			t.Fatalf("byte %d: %v", k, err)
		}
		printer.takes = 1 << 20
		n, err = port.Send(context.Background(), Job{Chunks: Whole(job)})
		if err != nil || n != int64(len(job)) {
			t.Fatalf("byte %d, second job: %d, %v", k, n, err)
		}
		second := printer.got.Bytes()[k:]
		pad := len(second) - len(job)
		if !bytes.Equal(second[:pad], make([]byte, pad)) || !bytes.Equal(second[pad:], job) {
			t.Fatalf("byte %d: the second job does not follow %d NULs", k, pad)
		}
		rest, err := decodeInterrupted(printer.got.Bytes(), p.Media.WidthDots)
		if err != nil {
			t.Fatalf("byte %d, %d NULs: %v", k, pad, err)
		}
		at := len(rest.parts) - len(whole.parts)
		for i := 1; i < len(whole.parts); i++ {
			if len(rest.parts[at+i]) != len(whole.parts[i]) {
				t.Fatalf("byte %d: part %d has %d rows, want %d", k, i, len(rest.parts[at+i]), len(whole.parts[i]))
			}
		}
	}
}

// decodeInterrupted allows what a real printer does at the seam between two jobs: two bytes that begin no command, or
// GS V 0 (an old form of the cut), or a raster without rows, are passed over.
func decodeInterrupted(stream []byte, dots int) (*strict, error) {
	s := &strict{dots: dots, parts: [][][]byte{nil}}
	for at := 0; at < len(stream); {
		b := stream[at:]
		switch {
		case len(b) > 2 && (b[0] == 0x1b || b[0] == 0x1c || b[0] == 0x1d) && b[1] == 0:
			at += 2
			continue
		case bytes.HasPrefix(b, []byte("\x1dV\x00")):
			s.parts = append(s.parts, nil)
			at += 3
			continue
		case len(b) > 8 && bytes.HasPrefix(b, []byte("\x1dv")) && int(b[4])*int(b[6]) == 0:
			at += 8
			continue
		}
		n, err := s.command(b)
		if err != nil {
			return nil, err
		}
		at += n
	}
	return s, nil
}

func TestResyncIsNotTheJob(t *testing.T) {
	job, _ := smallJob(t)
	printer := &dying{takes: 20, err: io.ErrClosedPipe}
	port := &SerialPort{Open: func(string, int, string) (DeadlineWriter, error) { return printer, nil }}
	_, err := port.Send(context.Background(), Job{Chunks: Whole(job)})
	if err == nil || port.stream.pending == 0 {
		t.Fatalf("%v, nothing owed", err)
	}
	owed := port.stream.pending
	printer.takes += 3 // it dies again while the rest of the band is being filled up
	n, err := port.Send(context.Background(), Job{Chunks: Whole(job)})
	wantSent(t, n, err, 0)
	if port.stream.pending != owed-3 {
		t.Errorf("owes %d, want %d", port.stream.pending, owed-3)
	}
}

func TestOpenFails(t *testing.T) {
	port := &SerialPort{Open: func(string, int, string) (DeadlineWriter, error) { return nil, os.ErrPermission }}
	n, err := port.Send(context.Background(), Job{Chunks: Whole([]byte("x"))})
	if se := wantSent(t, n, err, 0); !errors.Is(se, os.ErrPermission) {
		t.Error(err)
	}
	n, err = (&Device{Path: t.TempDir() + "/none"}).Send(context.Background(), Job{Chunks: Whole([]byte("x"))})
	if se := wantSent(t, n, err, 0); !errors.Is(se, os.ErrNotExist) {
		t.Error(err)
	}
	n, err = Nowhere{}.Send(context.Background(), Job{Chunks: Whole([]byte("x"))})
	if se := wantSent(t, n, err, 0); !errors.Is(se, ErrNoPrinter) {
		t.Error(err)
	}
}

// A printer that takes a few bytes now and then is slow, not stalled, however long the job lasts.
func TestSlowIsNotStalled(t *testing.T) {
	t.Parallel()
	ours, theirs := net.Pipe()
	port := &SerialPort{Open: func(string, int, string) (DeadlineWriter, error) { return ours, nil }, Stall: 200 * time.Millisecond}
	got := make(chan int)
	go func() {
		total, buf := 0, make([]byte, 100)
		for {
			n, err := theirs.Read(buf)
			total += n
			if err != nil {
				got <- total
				return
			}
			time.Sleep(30 * time.Millisecond)
		}
	}()
	start := time.Now()
	n, err := port.Send(context.Background(), Job{Chunks: Whole(make([]byte, 2000))})
	if err != nil || n != 2000 || <-got != 2000 {
		t.Fatalf("%d, %v", n, err)
	}
	if time.Since(start) < 400*time.Millisecond {
		t.Error("the printer was not slow")
	}
}

func TestCancelWhileBlocked(t *testing.T) {
	ours, theirs := net.Pipe()
	port := &SerialPort{Open: func(string, int, string) (DeadlineWriter, error) { return ours, nil }}
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		_, _ = io.ReadFull(theirs, make([]byte, 7))
		cancel()
	}()
	start := time.Now()
	n, err := port.Send(ctx, Job{Chunks: Whole(make([]byte, 2000))})
	if se := wantSent(t, n, err, 7); !errors.Is(se, context.Canceled) {
		t.Error(err)
	}
	if d := time.Since(start); d > 2*time.Second {
		t.Errorf("took %v", d)
	}
	n, err = port.Send(ctx, Job{Chunks: Whole([]byte("x"))})
	wantSent(t, n, err, 0)
}

// A job whose context is over before it began leaves no byte, even at a printer that would take it.
func TestCancelledBefore(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	printer := &dying{takes: 100}
	port := &SerialPort{Open: func(string, int, string) (DeadlineWriter, error) { return printer, nil }}
	n, err := port.Send(ctx, Job{Chunks: Whole([]byte("x"))})
	if se := wantSent(t, n, err, 0); !errors.Is(se, context.Canceled) || printer.got.Len() != 0 {
		t.Errorf("%v, the printer got % x", err, printer.got.Bytes())
	}
}
