package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"syscall"

	"stampdesk"
)

// The exit codes of the program; they never change their meaning.
const (
	exitOK      = 0
	exitFailed  = 1
	exitUsage   = 2
	exitBadRows = 3 // the input has bad rows; nothing was changed
	exitDamaged = 4 // the check found damage
	exitSignIn  = 5 // needs a supervisor or a sign-in
	exitBusy    = 6 // another stampdesk has the store open and cannot do it for us
)

// failure is an error for the person at the command line: what was attempted
// and is wrong, and what to do now.
type failure struct {
	code int
	err  error
	hint string

	refusal stampdesk.Refusal // where a request was declined
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

func fail(code int, hint, format string, a ...any) error {
	return &failure{code: code, err: fmt.Errorf(format, a...), hint: hint}
}

// report writes an error to stderr and gives the exit code for it.
func report(w io.Writer, err error, t *texts) int {
	if err == nil {
		return exitOK
	}
	if code, ok := errors.AsType[handedOver](err); ok {
		return int(code)
	}
	f, ok := errors.AsType[*failure](err)
	if !ok {
		f = explain(err, t)
	}
	fmt.Fprintf(w, "stampdesk: %s\n", t.inWords(f))
	if f.hint != "" {
		fmt.Fprintf(w, "  → %s\n", f.hint)
	}
	return f.code
}

// inWords is an error in which the machine's words for a file that is not there
// are the reader's: it is the mistake that everybody makes.
func (t *texts) inWords(err error) string {
	words := err.Error()
	if pe, ok := errors.AsType[*fs.PathError](err); ok && errors.Is(pe, fs.ErrNotExist) {
		words = strings.ReplaceAll(words, pe.Error(), fmt.Sprintf(t.NoSuchFile, pe.Path))
	}
	return words
}

// explain finds the words, the code and the next step for an error of the
// machine, whose own words are kept for whoever is asked for help.
func explain(err error, t *texts) *failure {
	for _, known := range []struct {
		is   error
		code int
		text string
		hint string
	}{
		{stampdesk.ErrNoStore, exitFailed, t.NoStore, t.HintNoStore},
		{stampdesk.ErrStoreExists, exitFailed, t.StoreExists, t.HintStoreExists},
		{stampdesk.ErrStoreBusy, exitBusy, t.StoreBusy, t.HintBusy},
		{stampdesk.ErrNewerStore, exitFailed, t.NewerStore, t.HintNewer},
		{stampdesk.ErrDamaged, exitDamaged, t.Damaged, t.HintDamaged},
		{context.Canceled, exitFailed, t.Canceled, t.HintCanceled},
		{syscall.ENOSPC, exitFailed, t.DiskFull, t.HintDiskFull},
		{syscall.EROFS, exitFailed, t.ReadOnlyDisk, t.HintReadOnlyDisk},
		{syscall.ENOTDIR, exitUsage, t.NotADirectory, t.HintNotADirectory},
		{syscall.EISDIR, exitUsage, t.NotADirectory, t.HintNotADirectory},
		{fs.ErrPermission, exitFailed, t.NoPermission, t.HintPermission},
	} {
		if errors.Is(err, known.is) {
			return &failure{code: known.code, err: fmt.Errorf("%s (%w)", known.text, err), hint: known.hint}
		}
	}
	return &failure{code: exitFailed, err: err}
}
