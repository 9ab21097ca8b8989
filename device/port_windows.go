package device

import (
	"errors"
	"io"
	"io/fs"

	"golang.org/x/sys/windows"
)

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
