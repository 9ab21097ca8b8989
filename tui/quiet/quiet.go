// Package quiet keeps the terminal library from questioning the terminal when
// a program starts.
//
// Bubble Tea v1 asks for the colour of the background while packages are
// initialised, and a terminal that does not answer (a serial console, a plain
// pseudo-terminal) then holds up every command of the program for 5 seconds.
// The library does not ask where the variable CI is set. So this package sets
// it, and Restore takes it away again once the answer has been settled without
// a question.
//
// It works because of the order in which Go initialises packages: of those
// that are ready, the first by import path. This one needs only syscall, and
// lipgloss needs packages of the standard library that sort after it
// ("unicode" among them). A test of the package tui holds that to be so.
package quiet

import "syscall"

const variable = "CI"

var (
	lent  = lend()
	empty bool // it was set, to nothing: the library takes that for not set
)

func lend() bool {
	was, found := syscall.Getenv(variable)
	empty = found
	return was == "" && syscall.Setenv(variable, "1") == nil
}

// Restore leaves the environment as it was found. A program that imports the
// package calls it once, while its packages are initialised.
func Restore() bool {
	if !lent {
		return false
	}
	lent = false
	if empty {
		return syscall.Setenv(variable, "") == nil
	}
	return syscall.Unsetenv(variable) == nil
}
