package device

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/tarm/serial"
)

// Port is an open serial line.
//
// Read MUST return within about its time-out: with bytes as soon as there is one, or with none and a nil error or
// io.EOF. Close MUST be called by the goroutine that reads: closing a port of the serial library waits for a pending
// Read, and without data that can be for ever.
type Port interface {
	io.ReadWriteCloser
	// Flush throws away what was received and not read, and what was written and not sent.
	Flush() error
}

// What can be wrong when a port is opened. Each says what to do, [AccessError] more than ErrDenied; errors.Is also finds the
// system's own error beside it.
var (
	ErrMissing   = errors.New("no such device: plug it in, or choose another port")
	ErrDenied    = errors.New("no permission: ask whoever looks after this machine")
	ErrNotSerial = errors.New("not a serial port: choose another one")
	ErrBusy      = errors.New("in use by another program: close that one first")
)

// ErrUnplugged is the loss of a port that is still open but no longer has a device behind it.
var ErrUnplugged = errors.New("the device was unplugged")

// serialPort is a port of the library together with our lock on it.
type serialPort struct {
	*serial.Port
	lock io.Closer
}

var _ Port = (*serialPort)(nil)

// OpenSerial opens a serial line as 8N1 without flow control, for this program alone.
// readTimeout is how long a Read waits for a first byte; Linux rounds it down to tenths of a second, from 0.1 to 25.5,
// and zero waits for ever. The error wraps one of [ErrMissing], [ErrDenied], [ErrNotSerial] and [ErrBusy] where it is
// one of those.
//
// On Linux being alone is a matter of courtesy: the lock is an flock, which only programs that ask for it respect.
func OpenSerial(name string, baud int, readTimeout time.Duration) (Port, error) {
	// The lock comes first: opening sets the line, and would change the speed under the program that has the port.
	lock, err := lockPort(name)
	if err != nil {
		return nil, openError(name, baud, err)
	}
	p, err := serial.OpenPort(&serial.Config{Name: name, Baud: baud, ReadTimeout: readTimeout})
	if err != nil {
		return nil, openError(name, baud, errors.Join(err, lock.Close()))
	}
	return &serialPort{Port: p, lock: lock}, nil
}

// telling is how long a scanner may take to take a few bytes.
const telling = 200 * time.Millisecond

// Write goes over the lock's descriptor where that is a file: it does not block, and has a time limit, which the library
// has not. A Read may be pending meanwhile.
func (p *serialPort) Write(b []byte) (int, error) {
	line, ok := p.lock.(interface {
		io.Writer
		SetWriteDeadline(time.Time) error
	})
	if !ok {
		return p.Port.Write(b)
	}
	if err := line.SetWriteDeadline(time.Now().Add(telling)); err != nil {
		return 0, err
	}
	return line.Write(b)
}

// Close closes the line and lets go of the lock.
func (p *serialPort) Close() error {
	return errors.Join(p.Port.Close(), p.lock.Close())
}

func openError(name string, baud int, err error) error {
	kind := openErrorKind(err)
	if denied := Access(name); kind == ErrDenied && denied != nil {
		kind = denied
	}
	if kind != nil && !errors.Is(err, kind) {
		return fmt.Errorf("open serial port %s: %w (%w)", name, kind, err)
	}
	return fmt.Errorf("open serial port %s at %d baud: %w", name, baud, err)
}
