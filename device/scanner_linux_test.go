package device

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// These tests go through the serial library and the kernel: the far end is a real pseudo-terminal.

// plugged gives a simulated scanner and a name for it that does not change, as udev's by-id links are.
func plugged(t *testing.T) (sim *Sim, link string) {
	t.Helper()
	sim, err := NewSim()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { sim.Close() })
	link = filepath.Join(t.TempDir(), "usb-Scanner-if00")
	if err := os.Symlink(sim.Name(), link); err != nil {
		t.Fatal(err)
	}
	return sim, link
}

func scan(t *testing.T, sim *Sim, codes ...string) {
	t.Helper()
	for _, code := range codes {
		if err := sim.Scan(code); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAScannerOnATerminalDropsWhatWasScannedBeforeItsTime(t *testing.T) {
	sim, link := plugged(t)
	scan(t, sim, "00000000")
	d := start(t, &Scanner{Name: link})
	d.until(Connected)
	scan(t, sim, "12345678", "]C087654321")
	d.want("12345678", "87654321")
}

func TestAScannerFindsItsCableAgainUnderTheSameName(t *testing.T) {
	sim, link := plugged(t)
	d := start(t, &Scanner{Name: link})
	d.until(Connected)
	scan(t, sim, "12345678")
	d.want("12345678")

	for i := range 3 {
		sim.Unplug()
		d.until(Lost)
		if err := sim.Scan("1"); !errors.Is(err, ErrUnplugged) {
			t.Errorf("scan without a cable: %v", err)
		}
		if err := sim.Plug(); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(link); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(sim.Name(), link); err != nil {
			t.Fatal(err)
		}
		d.until(Connected)
		code := fmt.Sprintf("1234567%d", i)
		scan(t, sim, code)
		d.want(code)
	}
}

func TestAHungUpTerminalIsALossAsAPulledUSBPlugIs(t *testing.T) {
	sim, link := plugged(t)
	d := start(t, &Scanner{Name: link})
	d.until(Connected)
	time.Sleep(50 * time.Millisecond) // into the first read
	err := control(sim.slave, func(fd int) error { return unix.IoctlSetInt(fd, unix.TIOCVHANGUP, 0) })
	if errors.Is(err, unix.EPERM) {
		t.Skip("only root may hang a terminal up")
	}
	if err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	s := d.until(Lost)
	if took := time.Since(begun); !errors.Is(s.Err, ErrUnplugged) || took > time.Second {
		t.Errorf("lost with %v after %v", s.Err, took)
	}
}

func TestABurstOf2000CodesArrivesIntactAndInOrder(t *testing.T) {
	sim, link := plugged(t)
	d := start(t, &Scanner{Name: link})
	d.until(Connected)
	const burst = 2000
	sent := make(chan error, 1)
	go func() {
		var err error
		for i := 0; i < burst && err == nil; i++ {
			err = sim.Scan(fmt.Sprintf("%08d", i))
		}
		sent <- err
	}()
	for i := range burst {
		d.want(fmt.Sprintf("%08d", i))
	}
	if err := <-sent; err != nil {
		t.Error(err)
	}
}

func TestADeskThatIsBusyLosesNoCode(t *testing.T) {
	sim, link := plugged(t)
	codes := make(chan Code) // nobody takes one yet
	s := &Scanner{Name: link}
	s.Deliver = func(ctx context.Context, c Code) error {
		select {
		case codes <- c:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	d := start(t, s)
	d.until(Connected)
	for i := range 50 {
		scan(t, sim, fmt.Sprintf("%08d", i))
	}
	time.Sleep(2 * DefaultGap)
	for i := range 50 {
		if c := <-codes; c.Text != fmt.Sprintf("%08d", i) || c.Noise {
			t.Fatalf("code %d is %+v", i, c)
		}
	}
}

func TestCancelOnATerminalTakesLessThan200ms(t *testing.T) {
	_, link := plugged(t)
	d := start(t, &Scanner{Name: link})
	d.until(Connected)
	time.Sleep(30 * time.Millisecond)
	begun := time.Now()
	d.cancel()
	d.done <- <-d.done
	if took := time.Since(begun); took > 200*time.Millisecond {
		t.Errorf("took %v", took)
	}
}

func TestAScannerIsToldWhileItsLineIsRead(t *testing.T) {
	sim, link := plugged(t)
	s := &Scanner{Name: link}
	if err := s.Tell("\x06"); !errors.Is(err, ErrUnplugged) {
		t.Errorf("told without a line: %v", err)
	}
	d := start(t, s)
	d.until(Connected)
	scan(t, sim, "12345678")
	d.want("12345678")
	if err := s.Tell("\x06\x07"); err != nil {
		t.Fatal(err)
	}
	buf := make([]byte, 8)
	if n, err := sim.master.Read(buf); string(buf[:n]) != "\x06\x07" {
		t.Errorf("the scanner heard %q %v", buf[:n], err)
	}
	scan(t, sim, "87654321") // nothing was thrown away by it
	d.want("87654321")
}

func TestAScannerThatTakesNothingHoldsNobodyUp(t *testing.T) {
	sim, link := plugged(t)
	s := &Scanner{Name: link}
	d := start(t, s)
	d.until(Connected)
	var err error
	for i := 0; err == nil && i < 1000; i++ {
		begun := time.Now()
		if err = s.Tell(string(make([]byte, 1000))); time.Since(begun) > time.Second {
			t.Fatalf("held up for %v", time.Since(begun))
		}
	}
	if err == nil {
		t.Error("a line that nobody reads takes everything")
	}
	scan(t, sim, "12345678")
	d.want("12345678")
}
