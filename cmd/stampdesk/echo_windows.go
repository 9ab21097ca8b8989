package main

import (
	"os"

	"golang.org/x/sys/windows"
)

// echo has a console show what is typed, or not.
func echo(f *os.File, on bool) error {
	var mode uint32
	if err := windows.GetConsoleMode(windows.Handle(f.Fd()), &mode); err != nil {
		return err
	}
	if mode &^= windows.ENABLE_ECHO_INPUT; on {
		mode |= windows.ENABLE_ECHO_INPUT
	}
	return windows.SetConsoleMode(windows.Handle(f.Fd()), mode)
}
