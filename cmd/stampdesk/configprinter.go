package main

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"stampdesk"
	"stampdesk/printer"
)

// printerConfig is [printer], the desk's own, or one of [printers.NAME].
type printerConfig struct {
	Profile string `toml:"profile"`
	To      string `toml:"to"`
	Mode    string `toml:"mode"` // how letters are printed; auto, or none, is as the profile says
}

func defaultPrinter() printerConfig {
	return printerConfig{Profile: "generic-80", To: "none", Mode: "auto"}
}

// textModes are the ways in which letters get onto paper.
var textModes = []string{"auto", "raster", "codepage", "ascii", "hybrid"}

// complete gives the other printers and scanners what their tables do not say.
func (c *config) complete(meta toml.MetaData) {
	c.completeScanners(meta)
	for name, p := range c.Printers {
		def := defaultPrinter()
		for key, v := range map[string][2]*string{
			"profile": {&p.Profile, &def.Profile}, "to": {&p.To, &def.To}, "mode": {&p.Mode, &def.Mode},
		} {
			if !meta.IsDefined("printers", name, key) {
				*v[0] = *v[1]
			}
		}
		c.Printers[name] = p
	}
}

// in makes the relative path of a destination one under dir.
func (p printerConfig) in(dir string) printerConfig {
	if d, err := printer.ParseDestination(p.To); err == nil { // what is wrong is said by printers
		p.To = d.In(dir).String()
	}
	return p
}

// printerChoice is a printer of the desk, as it is configured.
type printerChoice struct {
	ID      stampdesk.PrinterID // "" is the desk's own
	To      printer.Destination // of kind None: there is none, which only the desk's own may say
	Profile printer.Profile
}

// printers are the printers of the desk: its own, then the others by their
// names.
func (c *config) printers() ([]printerChoice, error) {
	own, err := c.choice("", c.Printer)
	all, errs := []printerChoice{own}, []error{err}
	if own.To.Kind == printer.None && err == nil && len(c.Printers) > 0 {
		errs = append(errs, errors.New("[printers.…]: want [printer] to = … first, which is the desk's own"))
	}
	for _, name := range slices.Sorted(maps.Keys(c.Printers)) {
		id, err := stampdesk.ParsePrinterID(name)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		p, err := c.choice(id, c.Printers[name])
		switch same := slices.IndexFunc(all, func(q printerChoice) bool { return q.To == p.To }); {
		case err != nil:
		case p.To.Kind == printer.None:
			err = fmt.Errorf("printer %s: want to = … (stampdesk printer list shows what there is)", name)
		case same >= 0 && p.To.Kind != printer.File: // each would print into what the other prints
			err = fmt.Errorf("printer %s: %s is printer %q too", name, p.To, all[same].ID)
		}
		all, errs = append(all, p), append(errs, err)
	}
	return all, errors.Join(errs...)
}

// settings are what is configured for a printer; zero for one that is not.
func (c *config) settings(id stampdesk.PrinterID) printerConfig {
	if id == "" {
		return c.Printer
	}
	return c.Printers[string(id)]
}

func (c *config) choice(id stampdesk.PrinterID, p printerConfig) (printerChoice, error) {
	to, toErr := printer.ParseDestination(p.To)
	profile, profileErr := c.profile(p, to)
	err := errors.Join(toErr, profileErr)
	if err != nil && id != "" {
		err = fmt.Errorf("printer %s: %w", id, err)
	}
	return printerChoice{ID: id, To: to, Profile: profile}, err
}

// profile is the profile of a printer, in the text mode that it is configured
// for, or that suits its line.
func (c *config) profile(p printerConfig, to printer.Destination) (printer.Profile, error) {
	if p.Mode != "" && !slices.Contains(textModes, p.Mode) {
		return printer.Profile{}, fmt.Errorf("printer mode %q: want %s", p.Mode, strings.Join(textModes, ", "))
	}
	all, broken := c.profiles() // a file that no printer needs keeps nobody from working
	profile, err := printer.FindProfile(all, p.Profile)
	if err != nil {
		return printer.Profile{}, errors.Join(broken, err)
	}
	if p.Mode != "" && p.Mode != "auto" {
		if profile, err = profile.In(printer.TextMode(p.Mode)); err != nil {
			return printer.Profile{}, err
		}
	}
	return profile.For(to.Baud), nil
}

// profiles are the profiles that a printer may be configured with: those that
// come with the program, and the board's own in the data directory. With an
// error come those that have nothing to do with it.
func (c *config) profiles() ([]printer.Profile, error) {
	return printer.LoadProfiles(filepath.Join(c.Data, "printers"))
}
