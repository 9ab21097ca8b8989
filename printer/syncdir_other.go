//go:build !unix

package printer

// syncDir does nothing: Windows offers no way to sync a directory, and its file systems log renames themselves.
func syncDir(string) error { return nil }
