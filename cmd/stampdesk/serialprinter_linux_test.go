package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"testing"
	"time"

	"github.com/creack/pty"

	"stampdesk/printer"
)

// serialPrinter makes the transport to a printer on a serial line; paper is
// the printer's end of it.
func serialPrinter(t *testing.T, params string, stall time.Duration) (_ printer.Transport, paper *os.File) {
	t.Helper()
	paper, line, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { paper.Close(); line.Close() })
	to, err := printer.ParseDestination("serial:" + line.Name() + params)
	if err != nil {
		t.Fatal(err)
	}
	tr, err := to.Transport(printer.Options{OpenSerial: openSerialPrinter, Stall: stall})
	if err != nil {
		t.Fatal(err)
	}
	return tr, paper
}

func TestASerialPrinterGetsTheJobWithEveryKindOfFlowControl(t *testing.T) {
	job := bytes.Repeat([]byte("\x1bJ\x11\x1bJ\x13"), 3000)
	for _, params := range []string{"?baud=9600", "?baud=115200&flow=none", "?baud=38400&flow=rtscts"} {
		t.Run(params, func(t *testing.T) {
			tr, paper := serialPrinter(t, params, time.Second)
			got := make(chan []byte, 1)
			go func() {
				b := make([]byte, len(job))
				n, _ := io.ReadFull(paper, b)
				got <- b[:n]
			}()
			n, err := tr.Send(t.Context(), printer.Job{Chunks: printer.Whole(job)})
			if n != int64(len(job)) || err != nil {
				t.Fatal(n, err)
			}
			if b := <-got; !bytes.Equal(b, job) {
				t.Errorf("%d bytes, and not those of the job", len(b))
			}
		})
	}
}

func TestASerialPrinterThatStopsIsGivenUpInTime(t *testing.T) {
	long := printer.Job{Chunks: printer.Whole(bytes.Repeat([]byte("\x1bJ\x01"), 100_000))}
	for name, stop := range map[string]func(*testing.T, *os.File){
		"it reads nothing": func(*testing.T, *os.File) {},
		"it says XOFF": func(t *testing.T, paper *os.File) {
			if _, err := paper.Write([]byte{0x13}); err != nil {
				t.Fatal(err)
			}
			go io.Copy(io.Discard, paper)
		},
	} {
		t.Run(name, func(t *testing.T) {
			tr, paper := serialPrinter(t, "?baud=9600", 300*time.Millisecond)
			first := true
			chunks := long.Chunks
			long := printer.Job{Chunks: func(yield func([]byte) bool) {
				if first { // the line is open by now, and has been flushed
					stop(t, paper)
					time.Sleep(50 * time.Millisecond)
				}
				first = false
				chunks(yield)
			}}
			begun := time.Now()
			n, err := tr.Send(t.Context(), long)
			se, ok := errors.AsType[*printer.SendError](err)
			if !ok || !errors.Is(err, printer.ErrStalled) || se.Sent != n {
				t.Errorf("%d bytes, %v", n, err)
			}
			if took := time.Since(begun); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
	t.Run("it is stopped", func(t *testing.T) {
		tr, _ := serialPrinter(t, "?baud=9600", time.Minute)
		ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
		defer cancel()
		begun := time.Now()
		if n, err := tr.Send(ctx, long); n == 0 || !errors.Is(err, context.DeadlineExceeded) || time.Since(begun) > 3*time.Second {
			t.Errorf("%d bytes, %v, after %v", n, err, time.Since(begun))
		}
	})
}
