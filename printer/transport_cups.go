package printer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// CUPSQueue prints through a queue of CUPS with its command lp, which passes the bytes on as they are.
//
// The queue takes jobs whether or not its printer has paper: that lp has accepted a job is all that can be known, and
// counts as printed.
type CUPSQueue struct {
	Queue string
	Stall time.Duration // how long lp may take no data, or say nothing after the last; see Options
}

var _ Transport = (*CUPSQueue)(nil)

// Send hands the job to lp and waits for its word. lp either accepts a job or takes back what it has sent of it: after a
// refusal nothing is printed. If lp is ended before it says either, the job may be on paper.
func (c *CUPSQueue) Send(ctx context.Context, job Job) (int64, error) {
	if ctx.Err() != nil {
		return 0, sendError(0, context.Cause(ctx))
	}
	stall := Options{Stall: c.Stall}.stall()
	lp := exec.Command("lp", "-d", c.Queue, "-o", "raw", "-t", job.Name)
	var said bytes.Buffer
	lp.Stdout, lp.Stderr = io.Discard, &said
	lp.WaitDelay = time.Second // for what lp leaves behind holding its output open
	stdin, in, err := os.Pipe()
	if err != nil {
		return 0, sendError(0, fmt.Errorf("start lp: %w", err))
	}
	defer in.Close()
	lp.Stdin = stdin
	err = lp.Start()
	stdin.Close()
	if err != nil {
		return 0, sendError(0, notInstalled(err))
	}
	ended := make(chan error, 1)
	go func() { ended <- lp.Wait() }()

	n, err := feed(ctx, in, job, stall)
	if err == nil || errors.Is(err, errClosed) {
		in.Close()
		if word := wait(ctx, ended, stall); word != nil {
			err = word
		}
	} else {
		// lp takes the end of its input for the end of the job and would print what it has: it is killed first.
		_ = lp.Process.Kill()
		<-ended
	}
	var exit *exec.ExitError
	switch {
	case err == nil:
		return n, nil
	case errors.As(err, &exit) && exit.Exited(): // refused, and taken back
		return 0, sendError(0, fmt.Errorf("print to the queue %s: %s", c.Queue, refusal(said.String(), exit)))
	case errors.Is(err, errUnended):
		_ = lp.Process.Kill()
		<-ended
	}
	return n, sendError(n, fmt.Errorf("print to the queue %s by lp: %w", c.Queue, err))
}

// wait waits for lp's word: nil if it accepted, [*exec.ExitError] if it did not, errUnended if it says nothing.
func wait(ctx context.Context, ended <-chan error, stall time.Duration) error {
	limit := time.NewTimer(stall)
	defer limit.Stop()
	select {
	case err := <-ended:
		if errors.Is(err, exec.ErrWaitDelay) { // lp itself has ended well
			return nil
		}
		return err
	case <-ctx.Done():
		return fmt.Errorf("%w: %w", errUnended, context.Cause(ctx))
	case <-limit.C:
		return fmt.Errorf("%w for %v: %w", errUnended, stall, ErrStalled)
	}
}

var (
	// errClosed: lp does not read any more.
	errClosed = errors.New("it has stopped reading")
	// errUnended: lp has all, and neither accepts nor refuses.
	errUnended = errors.New("it gives no answer")
)

// feed writes the job as it is made, and gives up when lp takes nothing for the time stall.
func feed(ctx context.Context, in *os.File, job Job, stall time.Duration) (n int64, err error) {
	stop := context.AfterFunc(ctx, func() { _ = in.SetWriteDeadline(time.Unix(1, 0)) })
	defer stop()
	for chunk := range job.Chunks {
		if err := in.SetWriteDeadline(time.Now().Add(stall)); err != nil {
			return n, err
		}
		if ctx.Err() != nil { // asked after setting the deadline: whichever comes second is seen
			return n, context.Cause(ctx)
		}
		m, err := in.Write(chunk)
		n += int64(m)
		switch {
		case err == nil:
		case ctx.Err() != nil:
			return n, context.Cause(ctx)
		case errors.Is(err, os.ErrDeadlineExceeded):
			return n, fmt.Errorf("%w: nothing for %v", ErrStalled, stall)
		default: // a broken pipe: lp says why
			return n, errClosed
		}
	}
	return n, nil
}

// refusal is what lp says, without its name and on one line.
func refusal(said string, exit *exec.ExitError) string {
	said = strings.TrimPrefix(strings.Join(strings.Fields(said), " "), "lp: ")
	if said == "" {
		return exit.Error()
	}
	return said
}

func notInstalled(err error) error {
	if errors.Is(err, exec.ErrNotFound) {
		return fmt.Errorf("the command lp is not there: install the CUPS client (Debian: cups-client), or name the printer as usb: or tcp: %w", err)
	}
	return fmt.Errorf("start lp: %w", err)
}
