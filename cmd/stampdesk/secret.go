package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// typedSecret asks for a secret on a terminal, where it is not shown. When ctx
// ends it leaves the terminal as it was.
func typedSecret(ctx context.Context, in *os.File, out io.Writer, prompt string) (string, error) {
	fd := int(in.Fd())
	before, err := term.GetState(fd)
	if err != nil {
		return "", fmt.Errorf("reading the PIN: %w", err)
	}
	fmt.Fprint(out, prompt)
	defer fmt.Fprintln(out)
	typed := make(chan line, 1)
	go func() {
		b, err := term.ReadPassword(fd)
		typed <- line{string(b), err}
	}()
	select {
	case <-ctx.Done():
		term.Restore(fd, before)
		return "", ctx.Err()
	case l := <-typed:
		if l.err != nil {
			return "", fmt.Errorf("reading the PIN: %w", l.err)
		}
		return strings.TrimSpace(l.text), nil
	}
}
