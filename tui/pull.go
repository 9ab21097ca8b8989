package tui

import (
	"context"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"stampdesk"
)

// What commands bring back.
type (
	outcomeMsg struct{ stampdesk.Outcome }
	noticeMsg  struct{ Notice }
	sentMsg    struct{}
	settleMsg  struct{ after uint64 } // nothing came since that input
	clockMsg   struct{}
	idleMsg    struct{} // nobody may have touched the desk for a while
	trayMsg    struct {
		tray tray
		err  error
	}
	boardMsg struct {
		board board
		err   error
	}
	doneMsg struct { // something outside was called
		err error
	}
)

// pull waits for the next outcome of the desk, or the end.
func (m *model) pull() tea.Msg {
	select {
	case <-m.ctx.Done():
		return tea.Quit()
	case o := <-m.s.opt.Out:
		return outcomeMsg{o}
	}
}

// listen waits for the next notice.
func (m *model) listen() tea.Msg {
	select {
	case <-m.ctx.Done():
		return nil
	case n := <-m.s.opt.Notices:
		return noticeMsg{n}
	}
}

// send delivers requests in order. There is one sender at a time, for commands
// have no order among themselves.
func send(ctx context.Context, in chan<- stampdesk.Request, all []stampdesk.Request) tea.Cmd {
	return func() tea.Msg {
		for _, r := range all {
			select {
			case <-ctx.Done():
				return nil
			case in <- r:
			}
		}
		return sentMsg{}
	}
}

// call runs a function of the outside.
func call(fn func() error) tea.Cmd {
	return func() tea.Msg { return doneMsg{fn()} }
}

// idleTick waits for the time at which the desk may have been left alone.
func idleTick(left time.Duration) tea.Cmd {
	return tea.Tick(max(left, time.Second), func(time.Time) tea.Msg { return idleMsg{} })
}

// minute waits for the clock in the header to change.
func minute(now time.Time) tea.Cmd {
	return tea.Tick(now.Truncate(time.Minute).Add(time.Minute).Sub(now), func(time.Time) tea.Msg { return clockMsg{} })
}
