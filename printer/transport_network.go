package printer

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"time"
)

// Network prints over TCP, to a printer's raw port. Such printers serve one client at a time and let others wait.
type Network struct {
	Addr  string        // host:port
	Stall time.Duration // see Options
	// Confirm is how long to wait, after the last byte, for the printer to close the connection, which tells that it
	// has read it; 0 counts as 10 s. Negative is for printers that never close: one second is left for the tail to get
	// there, and the job counts as printed.
	Confirm time.Duration

	stream stream
}

var _ Talker = (*Network)(nil)

const dialTimeout = 3 * time.Second

// Send connects, writes the job and waits until the printer has read it. If the printer does not say so in time, the
// error is [ErrUnconfirmed].
func (t *Network) Send(ctx context.Context, job Job) (int64, error) {
	conn, err := t.dial(ctx)
	if err != nil {
		return 0, sendError(0, err)
	}
	defer conn.Close()
	n, err := t.stream.send(ctx, conn, job, Options{Stall: t.Stall}.stall())
	if err == nil {
		err = t.finish(ctx, conn)
	}
	return n, sendError(n, err)
}

// Talk talks over a connection of its own. The printer serves one at a time, so that it is over before Talk returns: a
// question on the connection of a job would have to be asked before the job's beginning is noted.
func (t *Network) Talk(ctx context.Context, fn func(DeadlineReadWriter) error) error {
	conn, err := t.dial(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	if err := t.stream.talk(ctx, conn, fn); err != nil {
		return err
	}
	// A printer that has not seen the end yet would let the next connection wait, or refuse it.
	if tcp, ok := conn.(*net.TCPConn); ok && tcp.CloseWrite() == nil && conn.SetReadDeadline(time.Now().Add(goodbye)) == nil {
		_, _ = io.Copy(io.Discard, conn)
	}
	return nil
}

// goodbye is how long a printer that was only asked something may take to close the connection.
const goodbye = 200 * time.Millisecond

func (t *Network) dial(ctx context.Context) (net.Conn, error) {
	dialer := net.Dialer{Timeout: dialTimeout}
	conn, err := dialer.DialContext(ctx, "tcp", t.Addr)
	if err != nil {
		if ctx.Err() != nil {
			err = context.Cause(ctx)
		}
		return nil, fmt.Errorf("connect to the printer: %w", err)
	}
	return conn, nil
}

// finish tells the printer that the job is over, and waits. Closing at once could lose the tail: with an unread answer
// of the printer in our buffer, Close resets the connection.
func (t *Network) finish(ctx context.Context, conn net.Conn) error {
	if tcp, ok := conn.(*net.TCPConn); ok {
		if err := tcp.CloseWrite(); err != nil {
			return fmt.Errorf("end the job: %w", err)
		}
	}
	wait := t.Confirm
	switch {
	case wait == 0:
		wait = 10 * time.Second
	case wait < 0:
		wait = time.Second
	}
	if err := conn.SetReadDeadline(time.Now().Add(wait)); err != nil {
		return fmt.Errorf("set the time limit: %w", err)
	}
	stop := context.AfterFunc(ctx, func() { _ = conn.SetReadDeadline(time.Unix(1, 0)) })
	defer stop()
	_, err := io.Copy(io.Discard, conn) // whatever status it sends says nothing about this job
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case errors.Is(err, os.ErrDeadlineExceeded):
		if t.Confirm < 0 {
			return nil
		}
		return fmt.Errorf("%w within %v", ErrUnconfirmed, wait)
	}
	return fmt.Errorf("wait for the printer: %w", err)
}
