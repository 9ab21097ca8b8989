package device

import (
	"fmt"
	"io"
	"strings"
	"time"
)

// Flow is how a printer on a serial line tells the computer to wait; the zero value is [FlowNone].
type Flow uint8

// The kinds of flow control. Linux cannot do DTR/DSR, the factory setting of many printers: set those to XON/XOFF.
const (
	FlowNone Flow = iota
	FlowXonXoff
	FlowRTSCTS
)

// ParseFlow reads "none", "xonxoff" or "rtscts" in any case; the empty string is "none".
// Anything else is an error that lists them.
func ParseFlow(s string) (Flow, error) {
	switch strings.ToLower(s) {
	case "", "none":
		return FlowNone, nil
	case "xonxoff":
		return FlowXonXoff, nil
	case "rtscts":
		return FlowRTSCTS, nil
	}
	return FlowNone, fmt.Errorf("read flow control %q: want none, xonxoff or rtscts", s)
}

// String gives the word that [ParseFlow] reads.
func (f Flow) String() string {
	switch f {
	case FlowNone:
		return "none"
	case FlowXonXoff:
		return "xonxoff"
	case FlowRTSCTS:
		return "rtscts"
	}
	return fmt.Sprintf("Flow(%d)", uint8(f))
}

// SerialWriter is a serial line to a printer.
//
// Write returns the bytes the driver took, and os.ErrDeadlineExceeded when the deadline passed before it took all.
// Read waits for an answer of the printer, up to its deadline.
// Close waits while the printer still takes what the driver holds, and gives up with an error once nothing has moved for
// three seconds; after a failed Write it waits for nothing. What was not sent by then is thrown away.
type SerialWriter interface {
	io.ReadWriteCloser
	// SetWriteDeadline sets when a Write gives up; the zero time means never.
	SetWriteDeadline(time.Time) error
	// SetReadDeadline sets when a Read gives up; the zero time means never.
	SetReadDeadline(time.Time) error
}
