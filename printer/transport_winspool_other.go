//go:build !windows

package printer

import (
	"errors"
	"fmt"
)

func openSpooler(string, string) (spoolerDoc, error) {
	return nil, fmt.Errorf("%w: this is not Windows; name the printer as usb:, tcp:, serial: or cups: instead", errors.ErrUnsupported)
}
