package printer

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Transport takes jobs to a printer, or to what stands in for one.
//
// Send returns once the printer, or the system's buffer for it, has taken the whole job; it MUST return soon after ctx
// ends. n is the number of bytes of the job that went out. An error is always a *[SendError], with Sent equal to n. A
// transport does not repeat a job by itself. One goroutine at a time may call Send.
type Transport interface {
	Send(ctx context.Context, job Job) (n int64, err error)
}

// SendError says why a job was not printed, and how far it may have come.
type SendError struct {
	// Sent is the number of bytes that went out. 0: nothing was printed, the job may be sent again. More: part of it,
	// or all, may be on paper; a person must look before it is sent again.
	Sent int64
	Err  error
}

// Error names the case before the cause.
func (e *SendError) Error() string {
	if e.Sent == 0 {
		return fmt.Sprintf("print: nothing was sent: %v", e.Err)
	}
	return fmt.Sprintf("print: interrupted after %d bytes, look at the paper: %v", e.Sent, e.Err)
}

// Unwrap is the cause.
func (e *SendError) Unwrap() error { return e.Err }

// The causes that callers tell apart, by errors.Is.
var (
	// ErrStalled: the printer took no more bytes for the time allowed. Most run out of paper this way.
	ErrStalled = errors.New("the printer takes no data (no paper, cover open or switched off?)")
	// ErrUnconfirmed: all bytes went out, but the printer did not close the connection to say that it has them.
	ErrUnconfirmed = errors.New("the printer did not confirm the end of the job")
	// ErrFaulty: the printer says that something is wrong with it.
	ErrFaulty = errors.New("the printer cannot print")
	// ErrNoPrinter: there is none, by configuration.
	ErrNoPrinter = errors.New("no printer is configured")
)

// Options is what transports need beyond their address; the zero value is usable.
type Options struct {
	// Stall is how long a printer may take no data at all before a job is given up; 0 counts as 15 s.
	Stall time.Duration
	// OpenSerial opens serial ports; nil if there are none to be had.
	OpenSerial OpenSerial
}

func (o Options) stall() time.Duration {
	if o.Stall <= 0 {
		return 15 * time.Second
	}
	return o.Stall
}

// Transport makes the transport for a destination. It opens nothing yet: every Send opens and closes for itself, so
// that a printer can be unplugged between two jobs.
func (d Destination) Transport(o Options) (Transport, error) {
	switch d.Kind {
	case USB:
		return &Device{Path: d.Path, Stall: o.stall()}, nil
	case TCP:
		return &Network{Addr: d.Path, Stall: o.stall(), Confirm: d.Confirm}, nil
	case Serial:
		if o.OpenSerial == nil {
			return nil, fmt.Errorf("print to %s: serial ports cannot be opened here", d)
		}
		return &SerialPort{Path: d.Path, Baud: d.Baud, Open: o.OpenSerial, Stall: o.stall()}, nil
	case File:
		return &Directory{Path: d.Path}, nil
	case Simulated:
		return &Mock{Path: d.Path, Stall: o.stall()}, nil
	case None:
		return Nowhere{}, nil
	}
	return nil, fmt.Errorf("print to %s: no such kind of destination", d)
}

// Nowhere is the transport of a desk without a printer: every job fails with [ErrNoPrinter], none counts as printed.
type Nowhere struct{}

var _ Transport = Nowhere{}

// Send fails.
func (Nowhere) Send(context.Context, Job) (int64, error) {
	return 0, &SendError{Err: ErrNoPrinter}
}
