package device

import (
	"os"

	"golang.org/x/sys/unix"
)

// unblock lets the runtime wait for f instead of the kernel, so that closing f ends a Write that is waiting.
// The pty library leaves its descriptors blocking.
func unblock(f *os.File) error {
	return control(f, func(fd int) error { return unix.SetNonblock(fd, true) })
}
