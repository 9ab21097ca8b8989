package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/term"
)

// isTerminal reports whether a stream is a terminal that a person sits at.
func isTerminal(stream any) bool {
	if far, ok := stream.(interface{ isTerminal() bool }); ok {
		return far.isTerminal()
	}
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// path is where a file is that the person named: relative to where they stand.
func (a *app) path(file string) string {
	if a.dir == "" || file == "" || filepath.IsAbs(file) {
		return file
	}
	return filepath.Join(a.dir, file)
}

// open opens a file that the person named.
func (a *app) open(file string) (*os.File, error) {
	f, err := os.Open(a.path(file))
	return f, asNamed(err, file)
}

// asNamed gives the error of a file the name by which the person knows it.
func asNamed(err error, file string) error {
	if pe, ok := errors.AsType[*fs.PathError](err); ok {
		pe.Path = file
	}
	if le, ok := errors.AsType[*os.LinkError](err); ok {
		le.Old, le.New = file, strings.TrimSuffix(file, ".part")
	}
	return err
}

// writeFile makes a private file, whole or not at all.
func (a *app) writeFile(file string, write func(*bufio.Writer) error) (err error) {
	whole := a.path(file)
	part := whole + ".part"
	defer func() {
		if err != nil {
			err = fmt.Errorf("writing %s: %w", file, asNamed(err, file+".part"))
		}
	}()
	f, err := os.OpenFile(part, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			os.Remove(part)
		}
	}()
	w := bufio.NewWriter(f)
	err = write(w)
	if err == nil {
		err = w.Flush()
	}
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err == nil {
		err = os.Rename(part, whole)
	}
	return err
}

// sameFile reports whether two names are of one file.
func (a *app) sameFile(one, other string) bool {
	x, errX := os.Stat(a.path(one))
	y, errY := os.Stat(a.path(other))
	return errX == nil && errY == nil && os.SameFile(x, y)
}
