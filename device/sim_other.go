//go:build !linux

package device

import "os"

// unblock does nothing here: a Scan that nobody reads may outlast Unplug.
func unblock(*os.File) error { return nil }
