package main

import (
	"errors"
	"fmt"
	"strconv"

	"stampdesk/device"
	"stampdesk/printer"
)

type printerJSON struct {
	Name    string `json:"name"` // "" is the desk's own
	To      string `json:"to"`
	Profile string `json:"profile"`
	Mode    string `json:"mode"`
	Error   string `json:"error,omitempty"`
}

type foundPrinterJSON struct {
	To         string  `json:"to"`
	Device     string  `json:"device,omitempty"`
	Maker      string  `json:"maker,omitempty"`
	Product    string  `json:"product,omitempty"`
	Serial     string  `json:"serial,omitempty"`
	Configured *string `json:"configured,omitempty"` // the name under which it is
	Error      string  `json:"error,omitempty"`
	Group      string  `json:"group,omitempty"` // to join, for the right to open it
}

type printerProfileJSON struct {
	Name      string `json:"name"`
	PaperMM   int    `json:"paper_mm"`
	WidthDots int    `json:"width_dots"`
	DPI       int    `json:"dpi"`
}

// listPrinters tells of the printers that are configured, of those that were
// found, and of the profiles there are for them.
func (a *app) listPrinters(found []device.PrinterInfo) error {
	choices, err := a.conf.printers()
	if err != nil {
		return err
	}
	mine, theirs, profiles := []printerJSON{}, []foundPrinterJSON{}, []printerProfileJSON{}
	for _, c := range choices {
		if c.To.Kind == printer.None {
			continue
		}
		q := a.conf.settings(c.ID)
		j := printerJSON{Name: string(c.ID), To: c.To.String(), Profile: q.Profile, Mode: oneOf(q.Mode, "auto")}
		j.Error = a.unreachable(c.To)
		mine = append(mine, j)
	}
	for _, p := range found {
		j := foundPrinterJSON{To: p.Name, Device: p.Device, Maker: p.Maker, Product: p.Product, Serial: p.Serial}
		j.Error, j.Group = a.t.trouble(p.Err)
		for _, c := range choices {
			if c.To.String() == p.Name || p.Device != "" && c.To.Kind == printer.USB && a.deviceFile(c.To) == p.Device {
				id := string(c.ID)
				j.Configured = &id
			}
		}
		theirs = append(theirs, j)
	}
	known, broken := a.conf.profiles()
	for _, p := range known {
		profiles = append(profiles, printerProfileJSON{p.ID, p.Media.PaperMM, p.Media.WidthDots, p.Media.DPI})
	}
	if a.flags.json {
		return errors.Join(a.printJSON(map[string]any{"printers": mine, "found": theirs, "profiles": profiles}), broken)
	}
	a.tellConfigured(mine)
	a.tellFound(theirs, choices[0].To.Kind == printer.None)
	fmt.Fprintf(a.out, "%s\n", a.t.PrinterProfiles)
	for _, p := range profiles {
		fmt.Fprintf(a.out, a.t.PrinterProfileRow, p.Name, p.PaperMM, p.WidthDots, p.DPI)
	}
	return broken
}

// unreachable says why a printer that hangs on this machine cannot be opened;
// "" where nothing speaks against it.
func (a *app) unreachable(to printer.Destination) string {
	var err error
	switch {
	case to.Kind == printer.USB && to.ID != "":
		var path string
		if path, err = device.FindUSBPrinter(to.ID); err == nil {
			err = device.Access(path)
		}
	case to.Kind == printer.USB, to.Kind == printer.Serial:
		err = portThere(to.Path)
	}
	sentence, _ := a.t.trouble(err)
	return sentence
}

func (a *app) tellConfigured(mine []printerJSON) {
	fmt.Fprintf(a.out, "%s\n", a.t.PrintersConfigured)
	if len(mine) == 0 {
		fmt.Fprintf(a.out, "  %s\n", a.t.NoPrinter)
	}
	for _, p := range mine {
		fmt.Fprintf(a.out, "  %s  %s  %s  %s\n", table(p.Name), p.To, p.Profile, p.Mode)
		if p.Error != "" {
			fmt.Fprintf(a.out, "    ! %s\n", p.Error)
		}
	}
}

// table is the table of a configuration file that a printer is in.
func table(name string) string {
	if name == "" {
		return "[printer]"
	}
	return "[printers." + name + "]"
}

// tellFound ends each printer that is not configured with what to write for it.
func (a *app) tellFound(found []foundPrinterJSON, ownIsFree bool) {
	fmt.Fprintf(a.out, "%s\n", a.t.PrintersFound)
	if len(found) == 0 {
		fmt.Fprintf(a.out, "  %s\n", a.t.NoPrintersFound)
	}
	name := ""
	if !ownIsFree {
		name = a.t.OtherPrinter
	}
	for _, p := range found {
		fmt.Fprintf(a.out, "  %s\n", oneOf(title(p.Maker, p.Product, p.Serial), p.Device))
		if p.Configured != nil {
			fmt.Fprintf(a.out, "    %s %s\n", table(*p.Configured), p.To)
		} else {
			fmt.Fprintf(a.out, "    %s\n    to = %s\n", table(name), strconv.Quote(p.To))
		}
		if p.Error != "" {
			fmt.Fprintf(a.out, "    ! %s\n", p.Error)
		}
	}
	if len(found) > 0 {
		fmt.Fprintf(a.out, "  %s\n", fmt.Sprintf(a.t.WriteThese, a.configFile()))
	}
	fmt.Fprintf(a.out, "  %s\n", a.t.OtherWays)
}
