package main

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"stampdesk"
	"stampdesk/device"
	"stampdesk/printer"
	"stampdesk/tui"
)

// gear is what the screen finds and tries devices with.
func (d *deskSettings) gear() tui.Gear {
	return tui.Gear{Ports: d.ports, Listen: d.listen, Printers: d.printers, Status: d.status, TestPage: d.testPage}
}

func (d *deskSettings) ports(context.Context) []tui.Port {
	var all []tui.Port
	for _, p := range device.Ports() {
		trouble, _ := d.a.t.trouble(p.Err)
		if who := ""; p.Err == nil && d.st.scanners.of(p.Name) == nil {
			if who = device.Holder(p.Name); who != "" {
				trouble = strings.Replace(d.a.t.HeldBy, "%s", who, 1)
			}
		}
		all = append(all, tui.Port{Name: p.Name, About: oneOf(title(p.Maker, p.Product, p.Serial), p.Device), Trouble: trouble})
	}
	return all
}

func (d *deskSettings) printers(ctx context.Context) []tui.Port {
	var all []tui.Port
	for _, p := range device.Printers(ctx) {
		trouble, _ := d.a.t.trouble(p.Err)
		all = append(all, tui.Port{Name: p.Name, About: oneOf(title(p.Maker, p.Product, p.Serial), p.Device), Trouble: trouble})
	}
	return all
}

// speaking is the program in the language of the screen.
func (d *deskSettings) speaking(l stampdesk.Lang) *app {
	a := *d.a
	a.t = textsIn(l)
	return &a
}

// status asks a printer of the desk how it is.
func (d *deskSettings) status(ctx context.Context, l stampdesk.Lang, id stampdesk.PrinterID) (text string, err error) {
	a := d.speaking(l)
	p, err := a.printerIn(string(id))
	if err != nil {
		return "", inWords(err)
	}
	err = a.borrow(ctx, d.st.spools, p, func(ctx context.Context, t printer.Transport) error {
		c := printer.Ask(ctx, t, p.Profile)
		_, words := a.t.complaints(c)
		text = strings.Join(append([]string{a.t.health(p, c)}, words...), ", ")
		return nil
	})
	return text, inWords(err)
}

// testPage prints on a printer as it is chosen on the screen, and would be once
// that is saved: a directory lies beside the configuration file.
func (d *deskSettings) testPage(ctx context.Context, l stampdesk.Lang, to, profile, mode string) (text string, err error) {
	a := d.speaking(l)
	q := printerConfig{Profile: profile, To: to, Mode: mode}
	p, err := a.conf.choice("", q.in(filepath.Dir(a.conf.where)))
	if err != nil {
		return "", inWords(err)
	}
	err = a.borrow(ctx, d.st.spools, p, func(ctx context.Context, t printer.Transport) error {
		sent, took, err := a.sendTest(ctx, t, p)
		text, _, _ = strings.Cut(a.testSent(p, sent, took), "\n")
		return err
	})
	return text, inWords(err)
}

// inWords is an error for the screen, with what to do.
func inWords(err error) error {
	if f, ok := errors.AsType[*failure](err); ok && f.hint != "" {
		return errors.New(strings.TrimRight(f.Error(), ".") + ". " + f.hint)
	}
	return err
}
