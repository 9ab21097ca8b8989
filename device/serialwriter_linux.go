package device

import (
	"errors"
	"fmt"
	"os"
	"sync/atomic"
	"time"

	"golang.org/x/sys/unix"
)

const (
	xon  = 0x11
	xoff = 0x13
	// stalled is how long a printer may take nothing before its last bytes are given up.
	stalled = 3 * time.Second
)

// OpenSerialWriter opens a serial line to a printer as 8N1 with flow control, for this program alone.
// Its errors are those of [OpenSerial].
//
// The serial library sets the line, but has neither flow control nor a time limit for writing, and its Close waits for a
// blocked Write. So it only holds the port, and all traffic goes over a second descriptor that does not block.
func OpenSerialWriter(name string, baud int, flow Flow) (SerialWriter, error) {
	port, err := OpenSerial(name, baud, ReadTimeout)
	if err != nil {
		return nil, err
	}
	f, err := os.OpenFile(name, os.O_RDWR|unix.O_NOCTTY|unix.O_NONBLOCK, 0)
	if err != nil {
		return nil, errors.Join(openError(name, baud, err), port.Close())
	}
	if err := control(f, flow.set); err != nil {
		return nil, errors.Join(fmt.Errorf("set flow control %s on %s: %w", flow, name, err), f.Close(), port.Close())
	}
	return &serialWriter{line: f, port: port}, nil
}

// set switches flow control on for the line of fd; opening has switched it off.
func (f Flow) set(fd int) error {
	t, err := unix.IoctlGetTermios(fd, unix.TCGETS)
	if err != nil {
		return err
	}
	switch f {
	case FlowXonXoff:
		t.Iflag |= unix.IXON
		// The library leaves the characters at zero, which would switch them off.
		t.Cc[unix.VSTART], t.Cc[unix.VSTOP] = xon, xoff
	case FlowRTSCTS:
		t.Cflag |= unix.CRTSCTS
	}
	return unix.IoctlSetTermios(fd, unix.TCSETS, t)
}

// serialWriter has no os.File embedded: copying would then go past Write by ReadFrom.
type serialWriter struct {
	line   *os.File
	port   Port
	failed atomic.Bool
}

var _ SerialWriter = (*serialWriter)(nil)

func (w *serialWriter) Write(p []byte) (int, error) {
	n, err := w.line.Write(p)
	if err != nil {
		w.failed.Store(true)
	}
	return n, err
}

func (w *serialWriter) Read(p []byte) (int, error)         { return w.line.Read(p) }
func (w *serialWriter) SetWriteDeadline(t time.Time) error { return w.line.SetWriteDeadline(t) }
func (w *serialWriter) SetReadDeadline(t time.Time) error  { return w.line.SetReadDeadline(t) }

func (w *serialWriter) Close() error {
	return errors.Join(w.drain(), w.line.Close(), w.port.Close())
}

// drain sees to it that the driver is empty before the port is closed: the kernel's own close would wait up to 30 s for
// a printer out of paper, and not say that the end of the job was lost.
func (w *serialWriter) drain() error {
	left := 0
	if !w.failed.Load() {
		if left = undrained(w.held, stalled); left == 0 {
			return nil
		}
	}
	// A device that is gone refuses this too, and then there is nothing to throw away.
	_ = control(w.line, func(fd int) error { return unix.IoctlSetInt(fd, unix.TCFLSH, unix.TCOFLUSH) })
	if left == 0 {
		return nil // Write has told
	}
	return fmt.Errorf("close serial printer: it stopped taking data, %d bytes were not sent: %w", left, os.ErrDeadlineExceeded)
}

// held is how many bytes the driver has not sent yet; a device that is gone holds none.
func (w *serialWriter) held() (n int) {
	err := control(w.line, func(fd int) (err error) {
		n, err = unix.IoctlGetInt(fd, unix.TIOCOUTQ)
		return err
	})
	if err != nil {
		return 0
	}
	return n
}

// undrained waits until nothing is held, or until what is held has not changed for patience, and gives what is left.
func undrained(held func() int, patience time.Duration) int {
	left, since := held(), time.Now()
	for left > 0 && time.Since(since) < patience {
		time.Sleep(10 * time.Millisecond)
		if now := held(); now != left {
			left, since = now, time.Now()
		}
	}
	return left
}
