package main

import (
	"context"
	"fmt"

	"stampdesk/printer"
)

// printerStatus says how a printer is, as far as it says. That it is not known
// is no failure: most printers never say.
func (a *app) printerStatus(ctx context.Context, p printerChoice) error {
	return a.withPrinter(ctx, p, func(ctx context.Context, t printer.Transport) error {
		c := printer.Ask(ctx, t, p.Profile)
		health := map[printer.Health]string{printer.Healthy: "ok", printer.Faulty: "fault"}[c.Health]
		codes, words := a.t.complaints(c)
		if a.flags.json {
			j := map[string]any{"name": p.ID, "to": p.To.String(), "health": oneOf(health, "unknown"), "says": codes}
			if c.Err != nil {
				j["error"] = c.Err.Error()
			}
			return a.printJSON(j)
		}
		fmt.Fprintf(a.out, "%s: %s\n", p.To, a.t.health(p, c))
		for _, w := range words {
			fmt.Fprintf(a.out, "  ! %s\n", w)
		}
		if c.Err != nil {
			fmt.Fprintf(a.out, "  %s\n", oneOf(a.unreachable(p.To), c.Err.Error()))
		}
		return nil
	})
}

// health is how a printer is, in a word or two.
func (t *texts) health(p printerChoice, c printer.Condition) string {
	switch q := p.Profile.Status.Query; {
	case c.Health == printer.Healthy:
		return t.PrinterHealthy
	case c.Health == printer.Faulty:
		return t.PrinterFaulty
	case q == "" || q == "none":
		return t.PrinterMute
	}
	return t.PrinterUnasked
}

// complaints are what a printer says of itself, for scripts all of it, for
// people what they can see to.
func (t *texts) complaints(c printer.Condition) (codes, words []string) {
	codes = []string{}
	for _, f := range []struct {
		is         bool
		code, word string
		follows    bool // from something that is said too
	}{
		{c.OffLine, "offline", t.PrinterOffLine, c.CoverOpen || c.PaperOut || c.CutterStuck || c.Broken},
		{c.CoverOpen, "cover-open", t.PrinterCoverOpen, false},
		{c.PaperOut, "paper-out", t.PrinterPaperOut, false},
		{c.CutterStuck, "cutter", t.PrinterCutter, false},
		{c.Broken, "broken", t.PrinterBroken, false},
		{c.PaperLow, "paper-low", t.PrinterPaperLow, c.PaperOut},
	} {
		if f.is {
			codes = append(codes, f.code)
		}
		if f.is && !f.follows {
			words = append(words, f.word)
		}
	}
	return codes, words
}
