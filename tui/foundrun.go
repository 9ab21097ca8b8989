package tui

import (
	"context"
	"os"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"stampdesk"
)

// FoundOptions are what the founding screen is joined with. LayDown and Now are
// required.
type FoundOptions struct {
	Lang  stampdesk.Lang // "" is Vietnamese; F2 changes it
	Desk  stampdesk.DeskID
	Round stampdesk.Round // that is laid down
	Where string          // the directory of the store
	Now   func() time.Time
	// LayDown makes the store in the person's name, whole or not at all. Its
	// error is for the person: what is wrong, and what to do. It is called in a
	// goroutine of its own.
	LayDown func(context.Context, Founder) error

	Input  *os.File // the terminal; nil is standard input
	Output *os.File // the terminal; nil is standard output
}

// Found asks who makes the store, has it made, and gives the person; nil where
// nobody made one.
func Found(ctx context.Context, o FoundOptions) (*Founder, error) {
	screen := Options{
		Lang: o.Lang, Desk: o.Desk, Setup: stampdesk.Setup{Round: o.Round}, Now: o.Now, Input: o.Input, Output: o.Output,
	}.zero()
	var m *foundModel
	err := play(ctx, screen, func(ctx context.Context) tea.Model {
		m = newFoundModel(ctx, screen, o, terminalOf(screen.Output, os.LookupEnv))
		return m
	})
	if err != nil || !m.asks.made {
		return nil, err
	}
	return &m.by, nil
}

// foundModel is the program of the founding screen: it has no desk, and nothing
// but one screen.
type foundModel struct {
	ctx  context.Context
	s    *shell
	asks *founding
	by   Founder
	opt  FoundOptions
}

func newFoundModel(ctx context.Context, screen Options, o FoundOptions, t terminal) *foundModel {
	m := &foundModel{ctx: ctx, s: newShell(screen, t), asks: newFounding(o.Where), opt: o}
	m.asks.begin = func(by Founder) {
		m.by = by
		m.s.run(func() tea.Msg { return laidMsg{o.LayDown(ctx, by)} })
	}
	return m
}

type laidMsg struct{ err error }

func (m *foundModel) Init() tea.Cmd { return minute(m.s.now) }

func (m *foundModel) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	s := m.s
	s.now = s.opt.Now()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.width, s.height = msg.Width, msg.Height
	case tea.KeyMsg:
		m.key(classify(msg))
	case laidMsg:
		if m.asks.laid(msg.err); msg.err == nil {
			s.run(tea.Quit)
		}
	case clockMsg:
		s.run(minute(s.now))
	}
	all := s.effects
	s.effects = nil
	return m, tea.Batch(all...)
}

func (m *foundModel) key(in input) {
	s := m.s
	switch {
	case in.is(keys.QuitNow), in.is(keys.Interrupt): // nothing is recorded yet
		if !m.asks.busy {
			s.run(tea.Quit)
		}
	case s.small():
	case in.is(keys.Language):
		s.speak(s.lang.Other())
		m.asks.wrong = ""
	case s.over != nil:
		s.over.key(s, in)
	case in.name == "f1":
		s.open(&helpPage{of: m.asks})
	default:
		m.asks.key(s, in)
	}
}

func (m *foundModel) View() string {
	s := m.s
	if s.width <= 0 || s.height <= 0 {
		return ""
	}
	if s.small() {
		return s.tooSmall()
	}
	var top screen = m.asks
	if s.over != nil {
		top = s.over
	}
	lines := append([]string{s.header(s.width)}, top.view(s, s.width, s.height-2)...)
	var shown []string
	for _, h := range top.hints(s) {
		shown = append(shown, s.style.Key.Render(h.key)+" "+h.does)
	}
	return strings.Join(append(lines, s.ends("", strings.Join(shown, "  ")+" ", s.width)), "\n")
}
