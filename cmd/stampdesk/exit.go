package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
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
	exitBusy    = 6 // another stampdesk has the store open
)

// failure is an error for the person at the command line: what was attempted
// and is wrong, and what to do now.
type failure struct {
	code int
	err  error
	hint string
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

func fail(code int, hint, format string, a ...any) error {
	return &failure{code, fmt.Errorf(format, a...), hint}
}

// report writes an error to stderr and gives the exit code for it.
func report(w io.Writer, err error, t *texts) int {
	if err == nil {
		return exitOK
	}
	f, ok := errors.AsType[*failure](err)
	if !ok {
		f = explain(err, t)
	}
	fmt.Fprintf(w, "stampdesk: %v\n", err)
	if f.hint != "" {
		fmt.Fprintf(w, "  → %s\n", f.hint)
	}
	return f.code
}

// explain finds the code and the next step for an error of the machine.
func explain(err error, t *texts) *failure {
	switch {
	case errors.Is(err, stampdesk.ErrNoStore):
		return &failure{exitFailed, err, t.HintNoStore}
	case errors.Is(err, stampdesk.ErrStoreExists):
		return &failure{exitFailed, err, t.HintStoreExists}
	case errors.Is(err, stampdesk.ErrStoreBusy):
		return &failure{exitBusy, err, t.HintBusy}
	case errors.Is(err, stampdesk.ErrNewerStore):
		return &failure{exitFailed, err, t.HintNewer}
	case errors.Is(err, stampdesk.ErrDamaged):
		return &failure{exitDamaged, err, t.HintDamaged}
	case errors.Is(err, context.Canceled):
		return &failure{exitFailed, err, t.HintCanceled}
	case errors.Is(err, syscall.ENOSPC):
		return &failure{exitFailed, err, t.HintDiskFull}
	case errors.Is(err, fs.ErrPermission):
		return &failure{exitFailed, err, t.HintPermission}
	}
	return &failure{exitFailed, err, ""}
}
