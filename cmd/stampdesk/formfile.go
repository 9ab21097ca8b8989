package main

import (
	"bufio"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// mayWriteNew refuses a file that is there already, or that is none: what a
// board signs is not written over by a slip.
func (a *app) mayWriteNew(file string, force bool) error {
	path := a.path(file)
	if dir, err := os.Stat(filepath.Dir(path)); errors.Is(err, fs.ErrNotExist) || err == nil && !dir.IsDir() {
		return fail(exitFailed, "", a.t.NoFolder, filepath.Dir(file))
	}
	return a.mayTake(path, file, force)
}

// mayTake refuses a path, which the person called file, where something is
// already that is no file or that is to be kept.
func (a *app) mayTake(path, file string, force bool) error {
	info, err := os.Lstat(path)
	switch {
	case err != nil: // it is not there, or making it will say what is wrong
		return nil
	case !info.Mode().IsRegular():
		return fail(exitUsage, "", a.t.NotAFile, file)
	case !force:
		return fail(exitUsage, a.t.HintForce, a.t.FileExists, file)
	}
	return nil
}

// writeNew makes a private file, durable, and whole or not at all.
func (a *app) writeNew(file string, force bool, write func(*bufio.Writer) error) error {
	err := saveNew(a.path(file), force, func(f *os.File) error {
		w := bufio.NewWriterSize(f, 1<<18)
		if err := write(w); err != nil {
			return err
		}
		return w.Flush()
	})
	if errors.Is(err, fs.ErrExist) {
		return fail(exitUsage, a.t.HintForce, a.t.FileExists, file)
	}
	return err
}

// meanwhile does work whose end nobody can tell, and names it on stderr when it
// takes longer than a person waits without a word.
func (a *app) meanwhile(label string, work func() error) error {
	bar := a.progress(label, 0)
	ended, quiet := make(chan struct{}), make(chan struct{})
	go func() { // not in work, which may hold an instant of the store
		defer close(quiet)
		select {
		case <-ended:
		case <-time.After(patience):
			bar.still()
		}
	}()
	err := work()
	close(ended)
	<-quiet
	bar.done()
	return err
}
