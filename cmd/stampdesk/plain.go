package main

import (
	"context"
	"os"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"stampdesk/tui"
)

func (a *app) plainFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&a.flags.plain, "plain", false, "bàn bằng từng dòng chữ, không màn hình / the desk in plain lines, without the screen")
}

// isPlain reports that the desk is worked at in plain lines: because that is
// asked for, or because there is no terminal that a screen can be drawn on.
func (a *app) isPlain() bool {
	return a.flags.plain || a.getenv("TERM") == "dumb" || !isTerminal(a.in) || !isTerminal(a.out)
}

// front shows the desk: on the screen, or in plain lines.
func (a *app) front(ctx context.Context, o tui.Options) error {
	if !a.isPlain() {
		return tui.Run(ctx, o)
	}
	if a.typed == nil {
		a.typed = tui.ReadLines(a.in)
	}
	return tui.RunLines(ctx, o, a.typed, a.out, echoOf(a.in))
}

// echoOf gives what shows and hides the letters that are typed at a terminal;
// nil: there is none.
func echoOf(in any) func(hide bool) error {
	f, ok := in.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return func(hide bool) error { return echo(f, !hide) }
}
