package device

import (
	"errors"
	"io"
	"io/fs"
	"slices"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

// Ports lists the serial ports Windows has a driver running for (COM3, COM10 …), in the order of their names.
func Ports() []string {
	key, err := registry.OpenKey(registry.LOCAL_MACHINE, `HARDWARE\DEVICEMAP\SERIALCOMM`, registry.QUERY_VALUE)
	if err != nil {
		return nil // the key exists only while there is a port
	}
	defer key.Close()
	devices, err := key.ReadValueNames(-1)
	if err != nil {
		return nil
	}
	var names []string
	for _, device := range devices {
		if name, _, err := key.GetStringValue(device); err == nil {
			names = append(names, name)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		if len(a) != len(b) {
			return len(a) - len(b) // COM9 before COM10
		}
		return slices.Compare([]byte(a), []byte(b))
	})
	return names
}

type noLock struct{}

func (noLock) Close() error { return nil }

// lockPort has nothing to do: Windows opens a serial port for one program only.
func lockPort(string) (io.Closer, error) { return noLock{}, nil }

func openErrorKind(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ErrMissing
	case errors.Is(err, windows.ERROR_ACCESS_DENIED), errors.Is(err, windows.ERROR_SHARING_VIOLATION):
		return ErrBusy // ports have no owner on Windows; denied means that another program has it open
	case errors.Is(err, windows.ERROR_INVALID_FUNCTION):
		return ErrNotSerial
	}
	return nil
}
