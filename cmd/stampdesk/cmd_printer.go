package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/device"
	"stampdesk/printer"
)

func (a *app) printerCommand() *cobra.Command {
	list := &cobra.Command{
		Use: "list", Short: "Máy in đã cấu hình và tìm thấy / printers configured and found", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.listPrinters(device.Printers(cmd.Context())) },
	}
	status := &cobra.Command{
		Use: "status [NAME]", Short: "Máy in có in được không / whether the printer can print", Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := a.printerIn(strings.Join(args, ""))
			if err != nil {
				return err
			}
			return a.printerStatus(cmd.Context(), p)
		},
	}
	var to, profile string
	test := &cobra.Command{
		Use: "test [NAME]", Short: "In một trang thử / print a test page", Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := a.printerMeant(args, to, profile)
			if err != nil {
				return err
			}
			return a.testPrinter(cmd.Context(), p)
		},
	}
	test.Flags().StringVar(&to, "to", "", "máy in khác / another destination: usb:… tcp:… serial:… cups:… windows:…")
	test.Flags().StringVar(&profile, "profile", "", "cấu hình máy in khác / another profile")
	return group("printer", "Máy in của bàn / the printers of the desk", list, test, status)
}

// printerIn is the printer of a name, the desk's own where none is given.
func (a *app) printerIn(name string) (printerChoice, error) {
	all, err := a.conf.printers()
	if err != nil {
		return printerChoice{}, err
	}
	if name == "" {
		if all[0].To.Kind == printer.None {
			return printerChoice{}, fail(exitUsage, a.t.HintPrinters, "%s", a.t.NoPrinter)
		}
		return all[0], nil
	}
	for _, p := range all[1:] {
		if string(p.ID) == name {
			return p, nil
		}
	}
	return printerChoice{}, fail(exitUsage, oneOf(a.printerNames(), a.t.HintPrinters), a.t.UnknownPrinter, name)
}

// printerCalled is the printer that a name is that of; "" is the desk's own.
func (a *app) printerCalled(name string) (stampdesk.PrinterID, bool) {
	_, ok := a.conf.Printers[name]
	return stampdesk.PrinterID(name), ok || name == ""
}

// printerNames are the names of the printers beside the desk's own.
func (a *app) printerNames() string {
	return strings.Join(slices.Sorted(maps.Keys(a.conf.Printers)), ", ")
}

// printerMeant is the printer of a name, with what is to be otherwise for this
// time; one that is only named by its destination need not be configured.
func (a *app) printerMeant(args []string, to, profile string) (p printerChoice, err error) {
	switch {
	case a.conf.Printers[to] != (printerConfig{}) && len(args) == 0:
		return a.printerMeant([]string{to}, "", profile)
	case to != "" && len(args) > 0:
		return p, fail(exitUsage, "printer test NAME, printer test --to DEST", "%s", a.t.NameOrTo)
	case to != "":
		q := a.conf.Printer
		q.To = to
		if profile != "" {
			q.Profile = profile
		}
		p, err = a.conf.choice("", q)
	default:
		if p, err = a.printerIn(strings.Join(args, "")); err == nil && profile != "" {
			q := a.conf.settings(p.ID)
			q.Profile = profile
			p.Profile, err = a.conf.profile(q, p.To)
		}
	}
	if err == nil && p.To.Kind == printer.None {
		return p, fail(exitUsage, a.t.HintPrinters, "%s", a.t.NoPrinter)
	}
	if _, ok := errors.AsType[*failure](err); err != nil && !ok {
		err = fail(exitUsage, a.t.HintPrinters, "%w", err)
	}
	return p, err
}

// withPrinter lets fn have a printer for itself. While a desk runs it is that
// which carries the command out, and lends the printer it prints on between
// two jobs.
func (a *app) withPrinter(ctx context.Context, p printerChoice, fn func(context.Context, printer.Transport) error) error {
	if a.host == nil {
		if done, err := a.handOver(ctx); done {
			return err
		}
		return a.borrow(ctx, nil, p, fn)
	}
	return a.borrow(ctx, a.host.spools, p, fn)
}

// borrow lets fn have a printer for itself: lent by the queue that prints on
// it, else opened.
func (a *app) borrow(ctx context.Context, all spools, p printerChoice, fn func(context.Context, printer.Transport) error) error {
	for _, s := range all {
		if s.Where == p.To.String() || a.sameDevice(s.Where, p.To) {
			return s.Use(ctx, fn)
		}
	}
	t, err := a.transport(p.To)
	if err != nil {
		return fail(exitUsage, a.t.HintPrinters, "%w", err)
	}
	return fn(ctx, t)
}

// sameDevice reports whether two names of printers on USB are of one device.
func (a *app) sameDevice(where string, to printer.Destination) bool {
	other, err := printer.ParseDestination(where)
	if err != nil || other.Kind != printer.USB || to.Kind != printer.USB {
		return false
	}
	file := a.deviceFile(to)
	return file != "" && file == a.deviceFile(other)
}

// testPrinter sends the test page. It is no record and needs no store.
func (a *app) testPrinter(ctx context.Context, p printerChoice) error {
	return a.withPrinter(ctx, p, func(ctx context.Context, t printer.Transport) error {
		sent, took, err := a.sendTest(ctx, t, p)
		if err != nil {
			return err
		}
		return a.tellTest(p, sent, took)
	})
}

// sendTest sends the test page, after asking whether it would be printed.
func (a *app) sendTest(ctx context.Context, t printer.Transport, p printerChoice) (sent int64, took time.Duration, err error) {
	r, err := printer.NewRenderer(p.Profile)
	if err != nil {
		return 0, 0, err
	}
	page := printer.TestPageDoc(p.Profile, printer.Meta{
		Lang: a.t.lang(), Desk: stampdesk.DeskID(a.conf.Desk.ID), At: a.now().Local(), By: p.To.String(),
	})
	if c := printer.Ask(ctx, t, p.Profile); c.Health == printer.Faulty {
		return 0, 0, fail(exitFailed, a.t.HintStalled, "%s %s: %s", a.t.Printing, p.To, a.t.whyNotPrinted(nil, c))
	}
	begun := time.Now()
	sent, err = t.Send(ctx, r.Job(string(stampdesk.TestPage), page))
	if err != nil {
		return sent, 0, a.printFailure(p, err)
	}
	return sent, time.Since(begun), nil
}

func (a *app) tellTest(p printerChoice, sent int64, took time.Duration) error {
	if a.flags.json {
		return a.printJSON(map[string]any{
			"name": p.ID, "to": p.To.String(), "profile": p.Profile.ID, "bytes": sent, "ms": took.Milliseconds(),
		})
	}
	_, err := fmt.Fprint(a.out, a.testSent(p, sent, took))
	return err
}

// testSent says that the page is on its way, and what to look for.
func (a *app) testSent(p printerChoice, sent int64, took time.Duration) string {
	seconds := strconv.FormatFloat(took.Seconds(), 'f', 1, 64)
	if a.t.lang() == stampdesk.Vietnamese {
		seconds = strings.Replace(seconds, ".", ",", 1)
	}
	return fmt.Sprintf(a.t.TestSent, p.To, p.Profile.ID, a.count(int(sent)), seconds)
}

// printFailure says why a page did not get to the printer, and what to do.
func (a *app) printFailure(p printerChoice, err error) error {
	hint := a.t.HintPrinters
	if errors.Is(err, printer.ErrStalled) {
		hint = a.t.HintStalled
	}
	known := err
	switch {
	case errors.Is(err, fs.ErrNotExist) && (p.To.Kind == printer.USB || p.To.Kind == printer.Serial):
		known = device.ErrMissing
	case errors.Is(err, fs.ErrPermission) && p.To.Kind == printer.USB:
		if denied := device.Access(a.deviceFile(p.To)); denied != nil {
			known = denied
		}
	}
	if sentence := a.t.whyNotPrinted(known, printer.Condition{}); sentence != known.Error() {
		return fail(exitFailed, hint, "%s %s: %s (%w)", a.t.Printing, p.To, strings.TrimRight(sentence, "."), err)
	}
	return fail(exitFailed, hint, "%s %s: %w", a.t.Printing, p.To, err)
}

// deviceFile is the file of a printer on USB; "" where it is not there.
func (a *app) deviceFile(to printer.Destination) string {
	if to.ID == "" {
		return a.path(to.Path)
	}
	path, err := device.FindUSBPrinter(to.ID)
	if err != nil {
		return ""
	}
	return path
}
