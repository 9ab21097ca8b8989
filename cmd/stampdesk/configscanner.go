package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"stampdesk"
	"stampdesk/device"
)

// scannerConfig is [scanner], the desk's own, or one of [scanners.NAME].
type scannerConfig struct {
	Port     string `toml:"port"` // "" for none: numbers are typed
	Baud     int    `toml:"baud"`
	Suffix   string `toml:"suffix"`   // auto | cr | lf | crlf | etx | none
	Mask7    bool   `toml:"mask7"`    // bit 7 of every byte is parity
	Feedback string `toml:"feedback"` // how it hears what became of a code
}

func defaultScanner() scannerConfig {
	return scannerConfig{Baud: device.DefaultBaud, Suffix: "auto", Feedback: "none"}
}

// The words of the settings of the screen.
var (
	symbolKinds = []string{"auto", "full", "ascii"}
	colourKinds = []string{"auto", "always", "never"}
	suffixKinds = []string{"auto", "cr", "lf", "crlf", "etx", "none"}
)

// among says what a word may be.
func among(what, word string, choices []string) error {
	if slices.Contains(choices, word) {
		return nil
	}
	return fmt.Errorf("%s %q: want %s", what, word, strings.Join(choices, ", "))
}

// completeScanners gives the other scanners what their tables do not say.
func (c *config) completeScanners(meta toml.MetaData) {
	for name, q := range c.Scanners {
		def := defaultScanner()
		if !meta.IsDefined("scanners", name, "baud") {
			q.Baud = def.Baud
		}
		if !meta.IsDefined("scanners", name, "suffix") {
			q.Suffix = def.Suffix
		}
		if !meta.IsDefined("scanners", name, "feedback") {
			q.Feedback = def.Feedback
		}
		c.Scanners[name] = q
	}
}

// in makes the relative name of a port one of a place.
func (q scannerConfig) in(abs func(string) string) scannerConfig {
	if strings.ContainsRune(q.Port, os.PathSeparator) {
		q.Port = abs(q.Port)
	}
	return q
}

// scannerChoice is a scanner of the desk, as it is configured.
type scannerChoice struct {
	name     string // "" is the desk's own
	port     string
	baud     int
	suffix   device.Suffix
	mask7    bool
	feedback device.Feedback
}

// scanners are the scanners of the desk that have a port: its own, then the
// others by their names.
func (c *config) scanners() ([]scannerChoice, error) {
	var all []scannerChoice
	var errs []error
	add := func(name string, q scannerConfig) {
		what := "scanner"
		if name != "" {
			what += " " + name
		}
		suffix, err := device.ParseSuffix(q.Suffix)
		feedback, ferr := device.ParseFeedback(q.Feedback)
		if err = errors.Join(err, ferr); err != nil && name != "" {
			err = fmt.Errorf("%s: %w", what, err)
		}
		if q.Baud <= 0 {
			err = errors.Join(err, fmt.Errorf("%s baud %d: want 9600 or another speed of the line", what, q.Baud))
		}
		for _, p := range all {
			if p.port == q.Port && q.Port != "" {
				err = errors.Join(err, fmt.Errorf("%s: %s is scanner %q too", what, q.Port, p.name))
			}
		}
		if errs = append(errs, err); q.Port != "" {
			all = append(all, scannerChoice{name, q.Port, q.Baud, suffix, q.Mask7, feedback})
		}
	}
	add("", c.Scanner)
	for _, name := range sortedKeys(c.Scanners) {
		if _, err := stampdesk.ParsePrinterID(name); err != nil { // the same alphabet
			errs = append(errs, fmt.Errorf("scanner %q: want 1 to 16 letters, digits, - or _", name))
		}
		if c.Scanners[name].Port == "" {
			errs = append(errs, fmt.Errorf("scanner %s: want port = … (stampdesk scanner list shows what there is)", name))
		}
		add(name, c.Scanners[name])
	}
	return all, errors.Join(errs...)
}

// scanner is the device of a choice, before anybody takes its codes.
func (p scannerChoice) scanner() *device.Scanner {
	return &device.Scanner{Name: p.port, Baud: p.baud, Suffix: p.suffix, Mask7: p.mask7}
}
