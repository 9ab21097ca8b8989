package printer

import (
	"context"
	"fmt"
	"time"
)

// OpenSerial opens a serial port for writing, at a speed in baud, with flow control none, xonxoff or rtscts.
type OpenSerial func(path string, baud int, flow string) (DeadlineWriter, error)

// SerialPort prints through a serial port. A picture of 40 lines takes about 5 s at 115200 baud and over a minute at
// 9600.
type SerialPort struct {
	Path  string
	Baud  int
	Flow  string // see OpenSerial
	Open  OpenSerial
	Stall time.Duration // see Options

	stream stream
}

var _ Transport = (*SerialPort)(nil)

// Send opens the port, writes the job and closes it.
func (s *SerialPort) Send(ctx context.Context, job Job) (int64, error) {
	w, err := s.Open(s.Path, s.Baud, s.Flow)
	if err != nil {
		return 0, sendError(0, fmt.Errorf("open the printer: %w", err))
	}
	n, err := s.stream.send(ctx, w, job.Bytes(), Options{Stall: s.Stall}.stall())
	if cerr := w.Close(); err == nil && cerr != nil {
		err = fmt.Errorf("close the printer: %w", cerr)
	}
	return n, sendError(n, err)
}
