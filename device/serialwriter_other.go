//go:build !linux

package device

import (
	"errors"
	"fmt"
)

// OpenSerialWriter always fails here: a port can be opened only once on Windows, so there is no second handle that could
// give up on a printer out of paper. Printers go by TCP or by the system's print spooler on these systems.
func OpenSerialWriter(name string, baud int, flow Flow) (SerialWriter, error) {
	return nil, fmt.Errorf("open serial printer %s: %w: connect it by TCP or through the print spooler", name, errors.ErrUnsupported)
}
