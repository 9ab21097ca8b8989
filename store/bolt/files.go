package bolt

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"stampdesk"
	"stampdesk/store"
)

const (
	deskFile   = "desk.db"
	partSuffix = ".part" // of a file that is not finished

	dirMode  = 0o700 // the files hold the names of members
	fileMode = 0o600

	oneSecond = time.Second
)

// IsFile reports whether a file of this name in a store's directory is the
// store's.
func IsFile(name string) bool {
	roster, err := filepath.Match("roster-*.db", name)
	return name == deskFile || err == nil && roster
}

func rosterFile(h stampdesk.Hash) string { return "roster-" + h.Short() + ".db" }

// deskOptions: the list of free pages is not written, for after a campaign it
// would be most of what a stamp writes; it is found anew at opening.
func deskOptions(o Options) *bbolt.Options {
	b := &bbolt.Options{
		Timeout:        o.Timeout,
		MaxSize:        o.MaxSize,
		FreelistType:   bbolt.FreelistMapType,
		NoFreelistSync: true,
		NoStatistics:   true,
	}
	if b.Timeout == 0 {
		b.Timeout = oneSecond
	}
	if b.MaxSize == 0 {
		b.MaxSize = int(min(uint64(4<<30), math.MaxInt))
	}
	if runtime.GOOS != "windows" && math.MaxInt > math.MaxInt32 {
		// Room to grow, so that a writer does not wait for readers when the
		// map must. On Windows the file itself would become that long.
		b.InitialMmapSize = 1 << 30
	}
	return b
}

// openFile opens a bbolt file that must be there. bbolt would make an empty
// file into a new database; here that is a damaged one.
func openFile(path string, o *bbolt.Options) (db *bbolt.DB, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() == 0 {
		return nil, fmt.Errorf("%s is empty: %w", filepath.Base(path), stampdesk.ErrDamaged)
	}
	o.OpenFile = func(name string, flag int, mode os.FileMode) (*os.File, error) {
		return os.OpenFile(name, flag&^os.O_CREATE, mode)
	}
	err = guarded(func() error { // after a fault bbolt keeps its lock
		db, err = bbolt.Open(path, fileMode, o)
		return err
	})
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return nil, stampdesk.ErrStoreBusy
	case err != nil && strings.Contains(err.Error(), "file size too small"): // bbolt has no error of its own for it
		return nil, fmt.Errorf("%s: %w: %w", filepath.Base(path), err, stampdesk.ErrDamaged)
	case errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrChecksum),
		errors.Is(err, bolterrors.ErrVersionMismatch), errors.Is(err, io.EOF):
		return nil, fmt.Errorf("%s: %w: %w", filepath.Base(path), err, stampdesk.ErrDamaged)
	}
	return db, err
}

// readAhead reads the file from end to end. Opening it then finds every page
// in memory; by itself it would fetch them one by one, in no order.
func readAhead(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return stampdesk.ErrNoStore
	}
	if err != nil {
		return err
	}
	defer f.Close()
	buf := make([]byte, 1<<20)
	for {
		if _, err := f.Read(buf); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// makeDir makes the directory of a store, and those above it.
func makeDir(dir string) error {
	if _, err := os.Stat(dir); err == nil {
		if inside, err := os.ReadDir(dir); err == nil && len(inside) == 0 {
			return os.Chmod(dir, dirMode) // it was made for the store
		}
		return nil
	}
	if err := os.MkdirAll(dir, dirMode); err != nil {
		return err
	}
	return syncDir(filepath.Dir(dir))
}

// newPart makes an empty file beside name, under a name no other run has.
func newPart(dir, name string) (string, error) {
	f, err := os.CreateTemp(dir, name+".*"+partSuffix) // made with mode 0600
	if err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

// publish gives a finished and closed file its name, durably.
func publish(part, path string) error {
	f, err := os.OpenFile(part, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	err = f.Sync()
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	if err := os.Rename(part, path); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// syncDir makes the names in a directory durable. Windows has no such call:
// there NTFS logs a rename itself.
func syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}

// sweep removes unfinished files and the rosters before the one before.
func sweep(dir string, keep store.InForce) error {
	if err := sweepStaged(dir); err != nil {
		return err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		name := e.Name()
		ours := strings.HasPrefix(name, "roster-") || strings.HasPrefix(name, deskFile)
		old := strings.HasPrefix(name, "roster-") && strings.HasSuffix(name, ".db") &&
			name != rosterFile(keep.Now) && name != rosterFile(keep.Before)
		if ours && (old || strings.HasSuffix(name, partSuffix)) {
			if err := os.Remove(filepath.Join(dir, name)); err != nil {
				return err
			}
		}
	}
	return nil
}

// explain puts what was attempted before an error of the machine, and after
// it what a person can do.
func explain(attempt string, err error) error {
	const windowsDiskFull, windowsWriteProtect = syscall.Errno(112), syscall.Errno(19)
	windows := runtime.GOOS == "windows"
	hint := ""
	switch {
	case errors.Is(err, syscall.ENOSPC), windows && errors.Is(err, windowsDiskFull):
		hint = " (the disk is full: make room)"
	case errors.Is(err, bolterrors.ErrMaxSizeReached):
		hint = " (the file has reached the size it may have)"
	case errors.Is(err, syscall.EROFS), windows && errors.Is(err, windowsWriteProtect):
		hint = " (the disk can only be read)"
	case errors.Is(err, fs.ErrPermission):
		hint = " (this user has no right to it)"
	case errors.Is(err, bolterrors.ErrDatabaseNotOpen):
		hint = " (the store is closed)"
	}
	return fmt.Errorf("%s: %w%s", attempt, err, hint)
}
