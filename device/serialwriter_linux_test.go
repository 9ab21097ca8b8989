package device

import (
	"bytes"
	"errors"
	"io"
	"os"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// printerOn opens a writer on a pseudo-terminal; master is the printer's end.
func printerOn(t *testing.T, flow Flow) (w SerialWriter, master, slave *os.File) {
	t.Helper()
	sim, link := plugged(t)
	w, err := OpenSerialWriter(link, 9600, flow)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w, sim.master, sim.slave
}

func TestAPrinterGetsEveryByteAsItIs(t *testing.T) {
	job := make([]byte, 0, 256*8)
	for range 8 {
		for b := range 256 {
			job = append(job, byte(b))
		}
	}
	for _, flow := range []Flow{FlowNone, FlowXonXoff, FlowRTSCTS} {
		t.Run(flow.String(), func(t *testing.T) {
			w, master, _ := printerOn(t, flow)
			if n, err := w.Write(job); n != len(job) || err != nil {
				t.Fatalf("wrote %d, %v", n, err)
			}
			got := make([]byte, len(job))
			if _, err := io.ReadFull(master, got); err != nil || !bytes.Equal(got, job) {
				t.Fatalf("read %d bytes, %v; they differ from the job", len(got), err)
			}
			if err := w.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestAStuckPrinterMeetsTheDeadlineAndClosesAtOnce(t *testing.T) {
	w, _, _ := printerOn(t, FlowNone)
	if err := w.SetWriteDeadline(time.Now().Add(300 * time.Millisecond)); err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	n, err := w.Write(make([]byte, 1<<20)) // nobody reads
	took := time.Since(begun)
	if !errors.Is(err, os.ErrDeadlineExceeded) || n == 0 || n == 1<<20 || took > time.Second {
		t.Errorf("wrote %d bytes, %v, in %v", n, err, took)
	}
	begun = time.Now()
	if err := w.Close(); err != nil {
		t.Error(err)
	}
	if took := time.Since(begun); took > 100*time.Millisecond {
		t.Errorf("closing took %v", took)
	}
}

func TestXOFFStopsTheWriterAndXONLetsItGoOn(t *testing.T) {
	w, master, _ := printerOn(t, FlowXonXoff)
	if _, err := master.Write([]byte{xoff}); err != nil {
		t.Fatal(err)
	}
	time.Sleep(50 * time.Millisecond)
	deadline := func(d time.Duration) {
		if err := w.SetWriteDeadline(time.Now().Add(d)); err != nil {
			t.Fatal(err)
		}
	}
	deadline(200 * time.Millisecond)
	if n, err := w.Write([]byte("x")); n != 0 || !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Fatalf("after XOFF: wrote %d, %v", n, err)
	}
	if _, err := master.Write([]byte{xon}); err != nil {
		t.Fatal(err)
	}
	deadline(2 * time.Second)
	if n, err := w.Write([]byte("y")); n != 1 || err != nil {
		t.Fatalf("after XON: wrote %d, %v", n, err)
	}
}

func TestFlowControlIsWhatWasAskedFor(t *testing.T) {
	for flow, want := range map[Flow][2]bool{FlowNone: {false, false}, FlowXonXoff: {true, false}, FlowRTSCTS: {false, true}} {
		_, _, slave := printerOn(t, flow)
		var term *unix.Termios
		err := control(slave, func(fd int) (err error) { term, err = unix.IoctlGetTermios(fd, unix.TCGETS); return err })
		if err != nil {
			t.Fatal(err)
		}
		if got := [2]bool{term.Iflag&unix.IXON != 0, term.Cflag&unix.CRTSCTS != 0}; got != want {
			t.Errorf("%v: IXON and CRTSCTS are %v, want %v", flow, got, want)
		}
	}
}

func TestAPrintersAnswerIsReadUpToADeadline(t *testing.T) {
	w, master, _ := printerOn(t, FlowNone)
	buf := make([]byte, 8)
	if err := w.SetReadDeadline(time.Now().Add(150 * time.Millisecond)); err != nil {
		t.Fatal(err)
	}
	if n, err := w.Read(buf); n != 0 || !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Fatalf("silence read as %d bytes, %v", n, err)
	}
	if err := w.SetReadDeadline(time.Now().Add(2 * time.Second)); err != nil {
		t.Fatal(err)
	}
	if _, err := master.Write([]byte{0x12}); err != nil {
		t.Fatal(err)
	}
	if n, err := w.Read(buf); n != 1 || err != nil || buf[0] != 0x12 {
		t.Fatalf("read % x, %v", buf[:n], err)
	}
}

func TestDrainingWaitsWhileAnythingMovesAndNoLonger(t *testing.T) {
	const patience = 60 * time.Millisecond
	left := 10
	if got := undrained(func() int { left--; return left }, patience); got != 0 {
		t.Errorf("a slow printer left %d", got)
	}
	begun := time.Now()
	if got := undrained(func() int { return 7 }, patience); got != 7 || time.Since(begun) > 10*patience {
		t.Errorf("a stuck printer left %d after %v, want 7", got, time.Since(begun))
	}
}
