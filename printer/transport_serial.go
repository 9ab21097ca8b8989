package printer

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// OpenSerial opens a serial port for writing, at a speed in baud. What it gives may be a [DeadlineReadWriter]: then the
// printer can be asked how it is.
type OpenSerial func(path string, baud int) (DeadlineWriter, error)

// SerialPort prints through a serial port. A picture of 40 lines takes about 5 s at 115200 baud and over a minute at
// 9600.
type SerialPort struct {
	Path  string
	Baud  int
	Open  OpenSerial
	Stall time.Duration // see Options

	stream stream
}

var _ Talker = (*SerialPort)(nil)

// Send opens the port, writes the job and closes it.
func (s *SerialPort) Send(ctx context.Context, job Job) (int64, error) {
	w, err := s.Open(s.Path, s.Baud)
	if err != nil {
		return 0, sendError(0, fmt.Errorf("open the printer: %w", err))
	}
	n, err := s.stream.send(ctx, w, job, Options{Stall: s.Stall}.stall())
	if cerr := w.Close(); err == nil && cerr != nil {
		err = fmt.Errorf("close the printer: %w", cerr)
	}
	return n, sendError(n, err)
}

// Talk opens the port and closes it.
func (s *SerialPort) Talk(ctx context.Context, fn func(DeadlineReadWriter) error) error {
	w, err := s.Open(s.Path, s.Baud)
	if err != nil {
		return fmt.Errorf("open the printer: %w", err)
	}
	defer w.Close()
	line, ok := w.(DeadlineReadWriter)
	if !ok {
		return fmt.Errorf("read from %s: %w", s.Path, errors.ErrUnsupported)
	}
	return s.stream.talk(ctx, line, fn)
}
