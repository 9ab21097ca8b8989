package bolt

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"go.etcd.io/bbolt"

	"stampdesk"
)

// guarded runs fn. Where a page of the file cannot be, or is no longer there,
// bbolt panics or faults on its map of the file: that comes back as
// stampdesk.ErrDamaged. Any other panic goes on.
func guarded(fn func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			if !raisedByStore() {
				panic(p)
			}
			err = fmt.Errorf("%v: %w", p, stampdesk.ErrDamaged)
		}
	}()
	return fn()
}

func guardedView(db *bbolt.DB, fn func(*bbolt.Tx) error) error {
	return guarded(func() error { return db.View(fn) })
}

// walkPages reads every page of a file once. Opening a file for writing has
// bbolt walk it in a goroutine of its own, where a page that cannot be ends the
// process; here it comes back as an error.
func walkPages(path string, o Options) error {
	readOnly := deskOptions(o)
	readOnly.ReadOnly = true
	db, err := openFile(path, readOnly)
	if err != nil {
		return err
	}
	err = guardedView(db, func(tx *bbolt.Tx) error {
		return tx.ForEach(func(_ []byte, b *bbolt.Bucket) error {
			return b.ForEach(func(_, _ []byte) error { return nil })
		})
	})
	if closeErr := db.Close(); err == nil {
		err = closeErr
	}
	return err
}

// raisedByStore reports whether the panic that is being recovered was raised
// in bbolt or in what reads its pages.
func raisedByStore() bool {
	pcs := make([]uintptr, 32)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)]) // from the function that was deferred on
	for {
		f, more := frames.Next()
		switch {
		case strings.HasPrefix(f.Function, "runtime."), strings.Contains(f.Function, "bolt.guarded"):
		default:
			return strings.HasPrefix(f.Function, "go.etcd.io/bbolt") || strings.HasPrefix(f.Function, "stampdesk/store")
		}
		if !more {
			return false
		}
	}
}
