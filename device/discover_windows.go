package device

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unsafe"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

// Ports lists the serial ports Windows has a driver running for (COM3, COM10 …), in the order of their names.
func Ports() []PortInfo {
	key, err := registry.OpenKey(registry.LOCAL_MACHINE, `HARDWARE\DEVICEMAP\SERIALCOMM`, registry.QUERY_VALUE)
	if err != nil {
		return nil // the key exists only while there is a port
	}
	defer key.Close()
	devices, err := key.ReadValueNames(-1)
	if err != nil {
		return nil
	}
	var ports []PortInfo
	for _, device := range devices {
		if name, _, err := key.GetStringValue(device); err == nil {
			ports = append(ports, PortInfo{Name: name, Device: name})
		}
	}
	slices.SortFunc(ports, func(a, b PortInfo) int {
		if len(a.Name) != len(b.Name) {
			return len(a.Name) - len(b.Name) // COM9 before COM10
		}
		return strings.Compare(a.Name, b.Name)
	})
	return ports
}

// Printers lists the printers of this computer and those it is connected to, as the print spooler knows them; it asks
// no other computer.
func Printers(context.Context) []PrinterInfo {
	queues, err := spoolerQueues()
	if err != nil {
		return nil // without a spooler there is no printer
	}
	var printers []PrinterInfo
	for _, queue := range queues {
		printers = append(printers, PrinterInfo{Name: "windows:" + queue, Product: queue})
	}
	return printers
}

// FindUSBPrinter fails with [ErrMissing]: on Windows a printer on USB belongs to the print spooler.
func FindUSBPrinter(id string) (string, error) {
	return "", fmt.Errorf("find the printer usb:%s: %w", id, ErrMissing)
}

// Access gives nil: opening tells.
func Access(string) error { return nil }

// Holder gives "": nobody is seen here.
func Holder(string) string { return "" }

// printerInfo4 is PRINTER_INFO_4W, the one kind that is read from the registry without asking a print server.
type printerInfo4 struct {
	name, server *uint16
	attributes   uint32
}

const (
	enumLocal       = 0x2 // PRINTER_ENUM_LOCAL
	enumConnections = 0x4 // PRINTER_ENUM_CONNECTIONS
)

// spoolerQueues asks for the size first, and again if a printer was added meanwhile.
func spoolerQueues() ([]string, error) {
	enum := windows.NewLazySystemDLL("winspool.drv").NewProc("EnumPrintersW")
	if err := enum.Find(); err != nil {
		return nil, err
	}
	// Of pointers, so that the structures in it are aligned.
	buf := make([]uintptr, 1)
	for range 3 {
		var needed, count uint32
		ok, _, err := enum.Call(enumLocal|enumConnections, 0, 4,
			uintptr(unsafe.Pointer(&buf[0])), uintptr(len(buf))*unsafe.Sizeof(buf[0]),
			uintptr(unsafe.Pointer(&needed)), uintptr(unsafe.Pointer(&count)))
		if ok == 0 {
			if !errors.Is(err, windows.ERROR_INSUFFICIENT_BUFFER) {
				return nil, fmt.Errorf("list printers: %w", err)
			}
			buf = make([]uintptr, uintptr(needed)/unsafe.Sizeof(buf[0])+1)
			continue
		}
		var names []string
		for _, p := range unsafe.Slice((*printerInfo4)(unsafe.Pointer(&buf[0])), count) {
			names = append(names, windows.UTF16PtrToString(p.name))
		}
		return names, nil
	}
	return nil, errors.New("list printers: they do not keep still")
}
