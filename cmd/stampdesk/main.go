// Command stampdesk is the stamp desk for Party member cards: the screen of
// the desk, and the commands around it. It is the only place that knows all
// packages; README.md has the map.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	// Signals stay ours to the end: one that came after the work is done must not make it look as if it were not.
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv))
}
