package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/BurntSushi/toml"
)

// settingsFile is a TOML file that a board writes: rules, a round, its header.
// The text is kept to say on which line something is wrong.
type settingsFile struct {
	name, text string
	t          *texts
}

// readSettings reads a settings file and decodes it; a key that nobody knows
// is refused.
func (a *app) readSettings(name string, into any) (*settingsFile, error) {
	b, err := os.ReadFile(a.path(name))
	if err != nil {
		return nil, fail(exitUsage, "", "%s: %w", a.t.ReadingSettings, asNamed(err, name))
	}
	f := &settingsFile{name, string(b), a.t}
	return f, f.decode(into)
}

func (f *settingsFile) decode(into any) error {
	meta, err := toml.Decode(f.text, into)
	if pe, ok := errors.AsType[toml.ParseError](err); ok {
		return f.bad(f.at(pe.Position.Line, "%s", pe.Message))
	}
	if err != nil {
		return f.bad(fmt.Errorf("%s: %w", f.name, err))
	}
	if left := meta.Undecoded(); len(left) > 0 {
		key := left[0]
		return f.bad(f.at(lineOf(f.text, key[:len(key)-1].String(), key[len(key)-1], 1), f.t.UnknownKey, key.String()))
	}
	return nil
}

// at says what is wrong on a line; 0 is a line that is not known.
func (f *settingsFile) at(line int, format string, a ...any) error {
	what := fmt.Sprintf(format, a...)
	if line == 0 {
		return fmt.Errorf("%s: %s", f.name, what)
	}
	return fmt.Errorf(f.t.AtLine, f.name, line, what)
}

// key says what is wrong with a key of a table, "" for the keys before any.
func (f *settingsFile) key(table, key string, format string, a ...any) error {
	return f.at(lineOf(f.text, table, key, 1), format, a...)
}

// row says what is wrong with a key in the nth of the tables of one name.
func (f *settingsFile) row(table, key string, nth int, format string, a ...any) error {
	return f.at(lineOf(f.text, table, key, nth), format, a...)
}

// bad is the failure of a file that cannot be used; nil where nothing is wrong.
func (f *settingsFile) bad(errs ...error) error {
	if err := errors.Join(errs...); err != nil {
		return fail(exitBadRows, f.t.HintSettings, "%w", err)
	}
	return nil
}

// lineOf finds the line of a key in the nth table of a name: that of the table
// where the key is not in it, 0 where the table is not there either.
func lineOf(text, table, key string, nth int) int {
	in, n, head := "", 0, 0
	for i, l := range strings.Split(text, "\n") {
		l = strings.TrimSpace(l)
		if strings.HasPrefix(l, "[") {
			name, _, _ := strings.Cut(l, "]")
			if in = strings.Trim(name, "[ "); in == table {
				if n++; n == nth {
					head = i + 1
				}
			}
			if n < nth && table != "" && table+"."+key == in { // a table that nobody knows
				return i + 1
			}
			if table == "" && in == key {
				return i + 1
			}
			continue
		}
		k, _, _ := strings.Cut(l, "=")
		if key != "" && in == table && (table == "" || n == nth) && strings.Trim(k, ` "`) == key {
			return i + 1
		}
	}
	return head
}
