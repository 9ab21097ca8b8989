//go:build !linux && !windows

package device

import (
	"errors"
	"io"
	"io/fs"
)

type noLock struct{}

func (noLock) Close() error { return nil }

// lockPort does not lock on this system: two programs can open one port and take each other's codes.
func lockPort(string) (io.Closer, error) { return noLock{}, nil }

func openErrorKind(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return ErrMissing
	case errors.Is(err, fs.ErrPermission):
		return ErrDenied
	}
	return nil
}
