package printer

import (
	"context"
	"fmt"
	"os"
	"syscall"
	"time"
)

// Device prints through a device file such as /dev/usb/lp0. The user must belong to the group that owns it (lp).
type Device struct {
	Path  string
	Stall time.Duration // see Options

	stream stream
}

var _ Talker = (*Device)(nil)

// Send opens the device, writes the job and closes it. Without paper the printer takes no data, and Send returns
// [ErrStalled].
func (d *Device) Send(ctx context.Context, job Job) (int64, error) {
	f, err := d.open()
	if err != nil {
		return 0, sendError(0, err)
	}
	n, err := d.stream.send(ctx, f, job, Options{Stall: d.Stall}.stall())
	if cerr := f.Close(); err == nil && cerr != nil {
		err = fmt.Errorf("close the printer: %w", cerr)
	}
	return n, sendError(n, err)
}

// Talk opens the device, which answers by the same file, and closes it.
func (d *Device) Talk(ctx context.Context, fn func(DeadlineReadWriter) error) error {
	f, err := d.open()
	if err != nil {
		return err
	}
	defer f.Close()
	return d.stream.talk(ctx, f, fn)
}

func (d *Device) open() (*os.File, error) {
	// Without O_NONBLOCK a write to a printer without paper could be neither timed nor cancelled. O_APPEND means nothing
	// to a device; where a plain file was named, it keeps jobs from overwriting each other.
	f, err := os.OpenFile(d.Path, os.O_RDWR|os.O_APPEND|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, fmt.Errorf("open the printer: %w", err)
	}
	return f, nil
}
