// Package tui is the screen of the desk: it shows what the desk answers and
// turns keys into requests. It decides nothing about cards.
//
// The rules it is built by:
//
//   - There is one model of the Bubble Tea kind, and it only routes. Screens
//     are plain structs: a key goes in, lines come out. The founding, where
//     there is no desk yet, has a small one of its own.
//   - Update does no input or output and never waits. What does is a command,
//     and commands run unordered: so the outcomes of the desk are pulled one at
//     a time by a command that is issued again in one place only, and requests
//     leave in order through one sender.
//   - What takes its time, reading the store or searching, is an errand: one
//     after another runs as a command and brings back what Update puts into
//     place.
//   - Work with a file is a task: it runs beside the errands, says how far it is
//     when a command asks, is stopped by Esc and when its page goes away, and
//     what a stopped one brings back is dropped.
//   - Nothing is sent into the program from outside.
//   - A verdict is a word, a symbol, a frame and a colour, in this order of
//     trust; without the last nothing is lost.
//   - Green only after the entry is durable.
//   - Never two questions at once. Codes that are scanned while something else
//     is asked are kept, shown, and sent to the desk afterwards.
//   - While a supervisor's PIN is typed, or the desk is locked, no card is
//     judged and nothing else takes the screen: half a PIN must not become keys
//     of the desk.
//   - A digit or a letter is a key only with quiet around it, for a scanner
//     may play keyboard.
//   - A message stays as long as a person has to act on it.
package tui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	silence "stampdesk/tui/quiet"
)

var _ = silence.Restore()

// Frames is how often a second the screen is drawn at most. 120 halves the
// time from a scan to its verdict against the library's default.
const frames = 120

// Times that an ending takes: politely, then not, then the terminal is put
// back whatever the program does.
const (
	politely = 2 * time.Second
	atAll    = time.Second
)

// Run shows the screen until the person quits or ctx ends, and returns nil for
// both; [ErrReopen] where the desk is to be opened again. The terminal is as it
// was when Run returns, whatever happened. It ends for SIGINT, SIGTERM and
// SIGHUP too, so that a line that hangs up leaves no desk without a screen.
func Run(ctx context.Context, o Options) error {
	o = o.zero()
	var m *model
	err := play(ctx, o, func(ctx context.Context) tea.Model {
		m = newModel(ctx, o, terminalOf(o.Output, os.LookupEnv))
		return m
	})
	switch {
	case err != nil:
	case m.s.reopen:
		err = ErrReopen
	case o.OnQuit != "":
		_, err = fmt.Fprintln(o.Output, o.OnQuit)
	}
	return err
}

// play shows a model on the terminal until it quits or ctx ends. The context
// that the model is made with ends with the program.
func play(ctx context.Context, o Options, begin func(context.Context) tea.Model) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel() // ends the commands that still wait
	p := tea.NewProgram(begin(ctx),
		append(inputOf(o.Input), tea.WithOutput(o.Output), tea.WithAltScreen(), tea.WithFPS(frames),
			tea.WithoutSignalHandler())...)
	done := make(chan error, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				done <- fmt.Errorf("screen: %v\n%s", r, debug.Stack())
			}
		}()
		_, err := p.Run()
		done <- err
	}()
	return wait(ctx, p, done)
}

// wait ends with the program. The model quits when ctx ends; where it hangs,
// the program is killed, and where even that does not end it, the terminal is
// taken from it.
func wait(ctx context.Context, p *tea.Program, done <-chan error) error {
	var err error
	select {
	case err = <-done:
	case <-ctx.Done():
		select {
		case err = <-done:
		case <-time.After(politely):
			p.Kill()
			select {
			case err = <-done:
			case <-time.After(atAll):
				return errors.Join(errors.New("screen: it does not end"), p.ReleaseTerminal())
			}
		}
	}
	switch {
	case err == nil, ctx.Err() != nil && errors.Is(err, tea.ErrProgramKilled) && !errors.Is(err, tea.ErrProgramPanic):
		return nil
	}
	return fmt.Errorf("screen: %w", err)
}
