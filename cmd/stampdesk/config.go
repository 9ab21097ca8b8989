package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"stampdesk"
)

// config is what is in force: flags over environment over file over defaults.
type config struct {
	Lang    string        `toml:"lang"`
	Desk    deskConfig    `toml:"desk"`
	Screen  screenConfig  `toml:"screen"`
	Sound   soundConfig   `toml:"sound"`
	Scanner scannerConfig `toml:"scanner"`
	// Scanners are the other scanners of the desk, by names that mean nothing but which is which.
	Scanners map[string]scannerConfig `toml:"scanners,omitempty"`
	Printer  printerConfig            `toml:"printer"`
	// Printers are the other printers of the desk, by the name that a stampdesk.PrinterID is.
	Printers map[string]printerConfig `toml:"printers,omitempty"`

	Data string `toml:"-"` // directory of the store
	File string `toml:"-"` // the file that was read; "" for none

	where string            // the file to write into, there or not
	given map[string]string // what the environment or a flag gave, by key: the name of either
}

type deskConfig struct {
	ID      string `toml:"id"`
	Confirm string `toml:"confirm"` // key | next | scan
	Idle    string `toml:"idle"`    // how long nobody touches the desk before it locks; "0" is never
}

type screenConfig struct {
	Symbols string `toml:"symbols"` // auto | full | ascii
	Colour  string `toml:"colour"`  // auto | always | never
}

// soundConfig is the bell of the terminal.
type soundConfig struct {
	Bell bool `toml:"bell"` // for what needs a look
	Good bool `toml:"good"` // for a card that may be stamped, too
}

func defaults() config {
	return config{
		Lang:    "vi",
		Desk:    deskConfig{ID: "B1", Confirm: "key", Idle: "15m"},
		Screen:  screenConfig{Symbols: "auto", Colour: "auto"},
		Sound:   soundConfig{Bell: true},
		Scanner: defaultScanner(),
		Printer: defaultPrinter(),
	}
}

// loadConfig reads the configuration that is in force. flagged holds the
// values of global flags that were given, by their key.
func loadConfig(file string, getenv func(string) string, flagged map[string]string) (config, error) {
	c := defaults()
	named := file != "" || getenv("STAMPDESK_CONFIG") != ""
	switch {
	case file != "":
	case named:
		file = getenv("STAMPDESK_CONFIG")
	default:
		file = userDir("XDG_CONFIG_HOME", ".config", getenv)
		if file != "" {
			file = filepath.Join(file, "config.toml")
		}
	}
	if file != "" {
		if abs, err := filepath.Abs(file); err == nil {
			file = abs
		}
	}
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) && !named {
		return parseConfig(file, nil, getenv, flagged)
	}
	if err != nil {
		return c, fail(exitUsage, "", "configuration file %s: %w", file, err)
	}
	if text == nil {
		text = []byte{}
	}
	return parseConfig(file, text, getenv, flagged)
}

// parseConfig is loadConfig with the text of the file; nil: there is no file.
func parseConfig(file string, text []byte, getenv func(string) string, flagged map[string]string) (config, error) {
	c := defaults()
	c.where, c.given = file, map[string]string{}
	if text != nil {
		meta, err := toml.Decode(string(text), &c)
		if err != nil {
			return c, fail(exitUsage, "", "configuration file %s: %w", file, err)
		}
		if left := meta.Undecoded(); len(left) > 0 {
			return c, fail(exitUsage, "", "configuration file %s: unknown key %q", file, left[0].String())
		}
		c.File = file
		c.complete(meta)
		c.absolute(filepath.Dir(file))
	}
	for _, k := range configKeys {
		v, by := flagged[k.name], "--"+k.name
		if v == "" {
			by = "STAMPDESK_" + strings.ToUpper(strings.ReplaceAll(k.name, ".", "_"))
			v = getenv(by)
		}
		if v == "" {
			continue
		}
		c.given[oneOf(k.key, k.name)] = by
		if err := k.set(&c, v); err != nil {
			return c, fail(exitUsage, "", "setting %s: %w", k.name, err)
		}
	}
	if c.Data == "" {
		if c.Data = userDir("XDG_DATA_HOME", ".local/share", getenv); c.Data == "" {
			return c, fail(exitUsage, "--data DIR", "no home directory")
		}
	}
	return c, c.validate()
}

// absolute makes the relative paths of the file relative to the file.
func (c *config) absolute(dir string) {
	abs := func(p string) string {
		if p == "" || filepath.IsAbs(p) {
			return p
		}
		return filepath.Join(dir, p)
	}
	c.Scanner = c.Scanner.in(abs)
	for name, q := range c.Scanners {
		c.Scanners[name] = q.in(abs)
	}
	c.Printer = c.Printer.in(dir)
	for name, p := range c.Printers {
		c.Printers[name] = p.in(dir)
	}
}

// configKeys are the settings that the environment (STAMPDESK_…, dots as
// underscores) and the global flags may give.
var configKeys = []struct {
	name string
	key  string // in the file, where it has another name there
	set  func(*config, string) error
}{
	{"data", "", func(c *config, v string) error { c.Data = v; return nil }},
	{"lang", "", func(c *config, v string) error { c.Lang = v; return nil }},
	{"desk", "desk.id", func(c *config, v string) error { c.Desk.ID = v; return nil }},
	{"confirm", "desk.confirm", func(c *config, v string) error { c.Desk.Confirm = v; return nil }},
	{"idle", "desk.idle", func(c *config, v string) error { c.Desk.Idle = v; return nil }},
	{"symbols", "screen.symbols", func(c *config, v string) error { c.Screen.Symbols = v; return nil }},
	{"colour", "screen.colour", func(c *config, v string) error { c.Screen.Colour = v; return nil }},
	{"scanner.port", "", func(c *config, v string) error { c.Scanner.Port = v; return nil }},
	{"scanner.baud", "", func(c *config, v string) (err error) { c.Scanner.Baud, err = number(v); return err }},
	{"scanner.suffix", "", func(c *config, v string) error { c.Scanner.Suffix = v; return nil }},
	{"scanner.mask7", "", func(c *config, v string) (err error) { c.Scanner.Mask7, err = strconv.ParseBool(v); return err }},
	{"scanner.feedback", "", func(c *config, v string) error { c.Scanner.Feedback = v; return nil }},
	{"printer.mode", "", func(c *config, v string) error { c.Printer.Mode = v; return nil }},
	{"printer.profile", "", func(c *config, v string) error { c.Printer.Profile = v; return nil }},
	{"printer.to", "", func(c *config, v string) error { c.Printer.To = v; return nil }},
}

func number(v string) (int, error) {
	n, err := strconv.Atoi(v)
	if err != nil {
		return 0, fmt.Errorf("%q is not a number", v)
	}
	return n, nil
}

func (c *config) validate() error {
	_, langErr := stampdesk.ParseLang(c.Lang)
	_, confirmErr := stampdesk.ParseConfirming(c.Desk.Confirm)
	_, printerErr := c.printers()
	_, deskErr := stampdesk.ParsePersonID(c.Desk.ID) // the same alphabet
	_, idleErr := c.idle()
	_, scannerErr := c.scanners()
	screenErr := errors.Join(among("screen symbols", c.Screen.Symbols, symbolKinds), among("screen colour", c.Screen.Colour, colourKinds))
	if deskErr != nil {
		deskErr = fmt.Errorf("desk id %q: want 1 to 16 letters, digits, - or _", c.Desk.ID)
	}
	if err := errors.Join(langErr, deskErr, confirmErr, idleErr, screenErr, scannerErr, printerErr); err != nil {
		return fail(exitUsage, "", "configuration: %w", err)
	}
	return nil
}

// idle is how long nobody touches the desk before it locks itself; 0 is never.
func (c *config) idle() (time.Duration, error) {
	d, err := time.ParseDuration(c.Desk.Idle)
	if err != nil || d < 0 || d > 0 && d < time.Minute {
		return 0, fmt.Errorf("desk idle %q: want a time such as 15m, 1m at least, or 0 for never", c.Desk.Idle)
	}
	return d, nil
}

func (c *config) lang() stampdesk.Lang { return stampdesk.Lang(c.Lang) }

// userDir is where the program keeps its files, as the system has it.
func userDir(xdg, home string, getenv func(string) string) string {
	if d := getenv(xdg); d != "" {
		return filepath.Join(d, "stampdesk")
	}
	if runtime.GOOS == "windows" {
		if d := getenv("LocalAppData"); d != "" {
			return filepath.Join(d, "stampdesk")
		}
	}
	if d := getenv("HOME"); d != "" {
		return filepath.Join(d, filepath.FromSlash(home), "stampdesk")
	}
	return "" // nothing is written into whatever directory this happens to be
}
