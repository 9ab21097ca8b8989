package printer

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"testing"
	"time"
)

// listen plays a network printer: serve gets each connection in turn.
func listen(t *testing.T, serve func(*net.TCPConn)) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			serve(conn.(*net.TCPConn))
		}
	}()
	t.Cleanup(func() { _ = l.Close(); <-done })
	return l.Addr().String()
}

func TestNetwork(t *testing.T) {
	job := sampleJob(t, "generic-80")
	got := make(chan []byte, 1)
	addr := listen(t, func(c *net.TCPConn) {
		_, _ = c.Write([]byte{0x16}) // a status nobody asked for
		b, _ := io.ReadAll(c)
		got <- b
		_ = c.Close()
	})
	n, err := (&Network{Addr: addr}).Send(context.Background(), job)
	if err != nil || n != int64(len(job.Bytes())) {
		t.Fatal(n, err)
	}
	select { // Send waits for the printer, so it has the job by now
	case b := <-got:
		if !bytes.Equal(b, job.Bytes()) {
			t.Error("the printer got something else")
		}
	default:
		t.Error("Send returned before the printer had read the job")
	}
}

func TestNetworkNobodyThere(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	addr := l.Addr().String()
	_ = l.Close()
	n, err := (&Network{Addr: addr}).Send(context.Background(), Job{Chunks: Whole([]byte("x"))})
	wantSent(t, n, err, 0)
}

// A printer that resets the connection somewhere in the job: once it read anything, Sent must not be 0.
func TestNetworkReset(t *testing.T) {
	small, _ := smallJob(t)
	big := make([]byte, 8<<20)
	for _, job := range [][]byte{small, big} {
		for _, k := range []int{1, 5, 50, len(job)} {
			addr := listen(t, func(c *net.TCPConn) {
				_, _ = io.ReadFull(c, make([]byte, k))
				_ = c.SetLinger(0)
				_ = c.Close()
			})
			n, err := (&Network{Addr: addr}).Send(context.Background(), Job{Chunks: Whole(job)})
			wantSent(t, n, err, n)
			if n < int64(k) {
				t.Errorf("the printer read %d of %d bytes, %d were reported", k, len(job), n)
			}
		}
	}
}

func TestNetworkStallsAndUnconfirmed(t *testing.T) {
	t.Parallel()
	release := make(chan struct{})
	addr := listen(t, func(c *net.TCPConn) { <-release; _ = c.Close() })
	defer close(release)
	n, err := (&Network{Addr: addr, Stall: 150 * time.Millisecond}).Send(context.Background(), Job{Chunks: Whole(make([]byte, 32<<20))})
	if se := wantSent(t, n, err, n); !errors.Is(se, ErrStalled) || n == 0 {
		t.Error(n, err)
	}
	n, err = (&Network{Addr: addr, Confirm: 100 * time.Millisecond}).Send(context.Background(), Job{Chunks: Whole([]byte("abc"))})
	if se := wantSent(t, n, err, n); !errors.Is(se, ErrUnconfirmed) || n < 3 {
		t.Error(n, err)
	}
	if n, err = (&Network{Addr: addr, Confirm: -1}).Send(context.Background(), Job{Chunks: Whole([]byte("abc"))}); n != 3 || err != nil {
		t.Error(n, err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	n, err = (&Network{Addr: addr}).Send(ctx, Job{Chunks: Whole([]byte("abc"))})
	if se := wantSent(t, n, err, 3); !errors.Is(se, context.DeadlineExceeded) {
		t.Error(err)
	}
}
