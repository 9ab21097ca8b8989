package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"stampdesk/tui"
)

// globals are the values of the global flags that were given, by their key.
func (a *app) globals() map[string]string {
	return map[string]string{"data": a.flags.data, "lang": a.flags.lang, "desk": a.flags.desk}
}

// setConfig writes settings into the configuration file, all or none, and
// gives the configuration that is in force by it. What the file says
// otherwise, a person's comments among it, stays as it is. Nothing is written
// that would not take effect, or that the program could not start with.
func (a *app) setConfig(was config, changes []tui.Change) (config, error) {
	if was.where == "" {
		return was, fail(exitUsage, "--config FILE", "no home directory")
	}
	b, err := os.ReadFile(was.where)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return was, err
	}
	text := string(b)
	for _, ch := range changes {
		if by := was.given[ch.Key]; by != "" {
			return was, fail(exitUsage, fmt.Sprintf(a.t.HintGiven, by), a.t.SettingGiven, ch.Key, by)
		}
		path := strings.Split(ch.Key, ".")
		value, err := settingValue(path[len(path)-1], ch.Value)
		if err != nil {
			return was, fail(exitUsage, "", "setting %s: %w", ch.Key, err)
		}
		text, err = setTOML(text, path, value)
		if errors.Is(err, errByHand) {
			return was, fail(exitUsage, fmt.Sprintf(a.t.HintByHand, was.where), a.t.SettingByHand, ch.Key)
		}
		if err != nil {
			return was, fail(exitUsage, "", "configuration file %s: %w", was.where, err)
		}
	}
	now, err := parseConfig(was.where, []byte(text), a.getenv, a.globals())
	if err != nil {
		return was, err
	}
	return now, writeConfig(was.where, text)
}

// settingValue is a value as its kind is written.
func settingValue(key, v string) (any, error) {
	switch key {
	case "baud":
		return number(v)
	case "mask7", "bell", "good":
		return strconv.ParseBool(v)
	}
	return v, nil
}

// writeConfig puts a text into the place of a file, whole or not at all. Where
// the name is a link, what it leads to is replaced. A file that nobody may write
// is left alone: its place could be taken all the same.
func writeConfig(file, text string) error {
	if real, err := filepath.EvalSymlinks(file); err == nil {
		file = real
	}
	if is, err := os.Stat(file); err == nil && is.Mode().Perm()&0o222 == 0 {
		return &fs.PathError{Op: "write", Path: file, Err: fs.ErrPermission}
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(file), filepath.Base(file)+".*.part") // made with mode 0600
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), file)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}
