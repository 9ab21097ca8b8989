// Package e2e drives the built program as people do: a pseudo-terminal for the
// screen, one for the scanner, files for the printer; and it asserts what a
// person sees. It is a module of its own, because its terminal emulator would
// change the versions of what the product links.
package e2e
