package main

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"stampdesk/store/sheet"
)

// Profiles of columns are kept as files of TOML beside the store, so that a
// person can read and change them.

const profileEnding = ".toml"

func (a *app) profileDir() string { return filepath.Join(a.conf.Data, "profiles") }

func (a *app) profilePath(name string) string {
	return filepath.Join(a.profileDir(), name+profileEnding)
}

// reservedNames are devices on Windows, whatever ending they have.
var reservedNames = []string{"con", "prn", "aux", "nul", "com", "lpt"}

// checkProfileName lets names through that are file names everywhere.
func checkProfileName(name string, t *texts) error {
	ok := len(name) >= 1 && len(name) <= 40 &&
		!slices.Contains(reservedNames, strings.TrimRight(strings.ToLower(name), "0123456789"))
	for _, c := range []byte(name) {
		ok = ok && ('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_')
	}
	if !ok {
		return fmt.Errorf(t.BadProfileName, name)
	}
	return nil
}

// profileNames are the profiles that are kept, by name.
func (a *app) profileNames() ([]string, error) {
	entries, err := os.ReadDir(a.profileDir())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var names []string
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), profileEnding)
		if ok && e.Type().IsRegular() && checkProfileName(name, a.t) == nil {
			names = append(names, name)
		}
	}
	return names, err
}

// keptProfile reads a profile that is kept.
func (a *app) keptProfile(name string) (sheet.Profile, error) {
	if err := checkProfileName(name, a.t); err != nil {
		return sheet.Profile{}, fail(exitUsage, "", "%w", err)
	}
	text, err := os.ReadFile(a.profilePath(name))
	if errors.Is(err, fs.ErrNotExist) {
		names, _ := a.profileNames()
		return sheet.Profile{}, fail(exitUsage, a.t.HintProfile, a.t.NoProfile, name, strings.Join(names, ", "))
	}
	if err != nil {
		return sheet.Profile{}, err
	}
	p, err := parseProfile(a.profilePath(name), string(text), a.t)
	p.Name = name // the file may have been copied
	return p, err
}

// columns is the profile meant by --columns: one that is kept, or a file.
func (a *app) columns(nameOrFile string) (sheet.Profile, error) {
	if nameOrFile == "" {
		return sheet.Profile{}, nil
	}
	if strings.HasSuffix(strings.ToLower(nameOrFile), profileEnding) || strings.ContainsAny(nameOrFile, `/\`) {
		return a.readProfile(nameOrFile)
	}
	return a.keptProfile(nameOrFile)
}

// mayKeep refuses the name of a profile that is there already.
func (a *app) mayKeep(name string, force bool) error {
	if err := checkProfileName(name, a.t); err != nil {
		return fail(exitUsage, "", "%w", err)
	}
	if _, err := os.Lstat(a.profilePath(name)); err == nil && !force {
		return fail(exitUsage, fmt.Sprintf(a.t.HintProfileThere, name), a.t.ProfileThere, name)
	}
	return nil
}

// keep keeps a profile under its name.
func (a *app) keep(p sheet.Profile) error {
	text, err := writeProfile(p)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(a.profileDir(), 0o700); err != nil {
		return err
	}
	return a.writeFile(a.profilePath(p.Name), func(w *bufio.Writer) error {
		_, err := w.WriteString(text)
		return err
	})
}
