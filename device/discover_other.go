//go:build !linux && !windows

package device

import (
	"context"
	"fmt"
)

// Ports gives nil on this system: write the port's name into the configuration.
func Ports() []PortInfo { return nil }

// Printers lists the queues of CUPS.
func Printers(ctx context.Context) []PrinterInfo { return cupsQueues(ctx) }

// FindUSBPrinter fails with [ErrMissing]: printers on USB have no device file here.
func FindUSBPrinter(id string) (string, error) {
	return "", fmt.Errorf("find the printer usb:%s: %w", id, ErrMissing)
}

// Access gives nil: opening tells.
func Access(string) error { return nil }

// Holder gives "": nobody is seen here.
func Holder(string) string { return "" }
