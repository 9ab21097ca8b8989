package device

import (
	"fmt"
	"strings"
	"unicode"
)

// PortInfo is a serial port that a scanner or a printer may be on.
type PortInfo struct {
	// Name is what to configure: where the system has such names, one that stays when the cable is pulled and put back.
	Name string
	// Device is what the system calls it now, such as /dev/ttyUSB0 or COM5.
	Device string
	// Maker, Product and Serial are what the device says of itself; empty where it says nothing.
	Maker, Product, Serial string
	// Err is why this user cannot open it, an [*AccessError]; nil if nothing speaks against it. Opening may still fail.
	Err error
}

// PrinterInfo is a printer that the system knows.
type PrinterInfo struct {
	// Name is what to configure: usb:04b8:0e15:SERIAL for a printer on USB, whatever number its device file has, or
	// usb:/dev/usb/lp1 if another one says the same of itself; cups:QUEUE or windows:PRINTER for a queue of the system.
	Name string
	// Device is its device file now; empty for a queue.
	Device string
	// Maker, Product and Serial are what the printer, or the system of its queue, says of it; empty for nothing.
	Maker, Product, Serial string
	// Err is why this user cannot open it, an [*AccessError]; nil if nothing speaks against it. Opening may still fail.
	Err error
}

// AccessError is a device that this user may not open.
type AccessError struct {
	Path string
	// Group is the group whose members may open it, such as dialout or lp; empty if there is none to join.
	Group string
}

// Error says what to do.
func (e *AccessError) Error() string {
	if e.Group == "" {
		return fmt.Sprintf("no permission for %s: ask whoever looks after this machine", e.Path)
	}
	return fmt.Sprintf("no permission for %s: add this user to the group %s and sign in again", e.Path, e.Group)
}

// Unwrap is [ErrDenied].
func (e *AccessError) Unwrap() error { return ErrDenied }

// ieee1284 reads maker and model out of a printer's device id, such as "MFG:EPSON;CMD:ESC/POS;MDL:TM-T20II;CLS:PRINTER;".
func ieee1284(id string) (maker, model string) {
	for field := range strings.SplitSeq(id, ";") {
		key, value, _ := strings.Cut(field, ":")
		switch strings.ToUpper(strings.TrimSpace(key)) {
		case "MFG", "MANUFACTURER":
			maker = strings.TrimSpace(value)
		case "MDL", "MODEL":
			model = strings.TrimSpace(value)
		}
	}
	return maker, model
}

// printable is what a device says of itself, safe to show: it may say anything.
func printable(b []byte) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return -1
	}, string(b)))
}
