package device

import "time"

// Link is how a scanner stands with its port.
type Link uint8

// The links, in the order a scanner goes through them.
const (
	// Connecting: the port is being opened for the first time.
	Connecting Link = iota
	// Connected: the port is open and is being read.
	Connected
	// Lost: the port could not be opened, or stopped working; it is being tried again.
	Lost
)

// String gives an English word for logs, not for the screen.
func (l Link) String() string {
	switch l {
	case Connecting:
		return "connecting"
	case Connected:
		return "connected"
	case Lost:
		return "lost"
	}
	return "unknown"
}

// State is a notice about a scanner: only the latest one means anything.
type State struct {
	Link Link
	// Name is the port as the scanner was told it.
	Name string
	// Since is when the link became what it is; trying again does not change it.
	Since time.Time
	// Err is why a port is lost, and nil otherwise; see [ErrMissing] and its neighbours.
	Err error
}
