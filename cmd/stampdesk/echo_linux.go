package main

import (
	"os"

	"golang.org/x/sys/unix"
)

// echo has a terminal show what is typed, or not.
func echo(f *os.File, on bool) error {
	t, err := unix.IoctlGetTermios(int(f.Fd()), unix.TCGETS)
	if err != nil {
		return err
	}
	if t.Lflag &^= unix.ECHO; on {
		t.Lflag |= unix.ECHO
	}
	return unix.IoctlSetTermios(int(f.Fd()), unix.TCSETS, t)
}
