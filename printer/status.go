package printer

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// Talker is a [Transport] whose printer may answer.
//
// Talk opens the way to the printer, as Send does, lets fn write and read, and closes it; the error is that of the
// opening or of fn. Nothing of a job may go that way. One goroutine at a time may call Send or Talk.
type Talker interface {
	Transport
	Talk(ctx context.Context, fn func(DeadlineReadWriter) error) error
}

// DeadlineReadWriter is an open connection to a printer that can be heard. What is said of writing in [DeadlineWriter]
// holds for reading too.
type DeadlineReadWriter interface {
	DeadlineWriter
	io.Reader
	SetReadDeadline(t time.Time) error
}

var (
	// ErrNoAnswer: the printer was asked and said nothing in time.
	ErrNoAnswer = errors.New("the printer does not answer")
	// ErrNonsense: what the printer said is no answer to the question.
	ErrNonsense = errors.New("the printer's answer makes no sense")
)

// Ask asks a printer how it is, in the way that its profile says, and takes about as long as the profile allows for one
// answer at most. Where the profile says nothing, the transport cannot be heard, no answer comes or none that makes
// sense, it is Unasked; never Faulty. It MUST NOT be called while a job is being sent: the question would be dots.
func Ask(ctx context.Context, t Transport, p Profile) Condition {
	ask, known := inquiries[p.Status.Query]
	talker, heard := t.(Talker)
	if !known || !heard {
		return Condition{}
	}
	var c Condition
	err := talker.Talk(ctx, func(line DeadlineReadWriter) (err error) {
		q := inquiry{ctx: ctx, line: line, StatusQuery: p.Status}
		if err := q.forget(); err != nil {
			return err
		}
		c, err = ask(&q)
		return err
	})
	if err != nil {
		return Condition{Err: fmt.Errorf("ask the printer how it is: %w", err)}
	}
	return c.judged()
}

// inquiries are the ways to ask, by the names that profiles have for them.
var inquiries = map[string]func(*inquiry) (Condition, error){
	"dle_eot": (*inquiry).realTime, "asb": (*inquiry).statusBack, "gs_r": (*inquiry).paperOnly,
}

// inquiry is one talk with a printer.
type inquiry struct {
	StatusQuery
	ctx  context.Context
	line DeadlineReadWriter
}

// realTime asks by DLE EOT n, which printers obey at once. Each answer has the bits 0xx1xx10.
func (q *inquiry) realTime() (c Condition, err error) {
	var said [5]byte
	for n := 1; n <= 4; n++ {
		b, err := q.ask([]byte{dle, 0x04, byte(n)}, 1)
		if err != nil {
			return c, err
		}
		if b[0]&0x93 != 0x12 {
			return c, fmt.Errorf("%w: % x to DLE EOT %d", ErrNonsense, b, n)
		}
		said[n] = b[0]
	}
	paperEnd := q.has("paper_end")
	c.OffLine = said[1]&0x08 != 0
	c.CoverOpen = q.has("cover") && said[2]&0x04 != 0
	c.PaperOut = paperEnd && (said[2]&0x20 != 0 || said[4]&0x60 != 0)
	c.PaperLow = q.has("paper_near") && said[4]&0x0c != 0
	c.CutterStuck = said[3]&0x08 != 0
	// An error that passes by itself (0x40: the head is too hot) is off-line, no more.
	c.Broken = said[3]&0x24 != 0 || said[2]&0x40 != 0 && said[3]&0x48 == 0
	return c, nil
}

// statusBack has the printer send its status once, and then no more: bytes that nobody reads would fill its buffer.
func (q *inquiry) statusBack() (c Condition, err error) {
	said, err := q.ask([]byte{gs, 'a', 0xff}, 4)
	if _, werr := writeAll(q.ctx, q.line, []byte{gs, 'a', 0}, q.limit(), nil); err == nil {
		err = werr
	}
	if err != nil {
		return c, err
	}
	if said[0]&0x93 != 0x10 || said[1]&0x90 != 0 || said[2]&0x90 != 0 || said[3]&0x90 != 0 {
		return c, fmt.Errorf("%w: % x to GS a", ErrNonsense, said)
	}
	c.OffLine = said[0]&0x08 != 0
	c.CoverOpen = q.has("cover") && said[0]&0x20 != 0
	c.CutterStuck = said[1]&0x08 != 0
	c.Broken = said[1]&0x24 != 0
	c.PaperLow = q.has("paper_near") && said[2]&0x03 != 0
	c.PaperOut = q.has("paper_end") && said[2]&0x0c != 0
	return c, nil
}

// paperOnly asks by GS r 1, which a printer takes in its turn.
func (q *inquiry) paperOnly() (c Condition, err error) {
	said, err := q.ask([]byte{gs, 'r', 1}, 1)
	if err != nil {
		return c, err
	}
	if said[0]&0x90 != 0 {
		return c, fmt.Errorf("%w: % x to GS r 1", ErrNonsense, said)
	}
	c.PaperLow = q.has("paper_near") && said[0]&0x03 != 0
	c.PaperOut = q.has("paper_end") && said[0]&0x0c != 0
	return c, nil
}

// breath is how long is listened for what nobody asked for, and between two looks at a line that cannot be waited for.
const breath = 10 * time.Millisecond

// forget reads what the printer said before it was asked: the late answer to an earlier question.
func (q *inquiry) forget() error {
	if err := q.line.SetReadDeadline(time.Now().Add(breath)); err != nil {
		return fmt.Errorf("set the time limit: %w", err) // a Read could wait for ever
	}
	var b [64]byte
	for range 16 { // who talks on and on makes no sense later either
		if n, err := q.line.Read(b[:]); n <= 0 || err != nil {
			break
		}
	}
	return nil
}

// ask gives an answer of so many bytes.
func (q *inquiry) ask(question []byte, size int) ([]byte, error) {
	if _, err := writeAll(q.ctx, q.line, question, q.limit(), nil); err != nil {
		return nil, err
	}
	end := time.Now().Add(q.limit())
	if err := q.line.SetReadDeadline(end); err != nil {
		return nil, fmt.Errorf("set the time limit: %w", err)
	}
	answer := make([]byte, 0, size)
	var b [1]byte
	for len(answer) < size {
		if q.ctx.Err() != nil {
			return nil, context.Cause(q.ctx)
		}
		n, err := q.line.Read(b[:])
		switch {
		case n == 1 && (b[0] == xon || b[0] == xoff): // of the line, not of the printer
		case n == 1:
			answer = append(answer, b[0])
		case errors.Is(err, os.ErrDeadlineExceeded) || time.Now().After(end):
			return nil, fmt.Errorf("%w to % x within %v", ErrNoAnswer, question, q.limit())
		case err == nil || errors.Is(err, io.EOF): // a USB device that has nothing yet
			time.Sleep(breath)
		default:
			return nil, err
		}
	}
	return answer, nil
}

const (
	xon  = 0x11
	xoff = 0x13
)
