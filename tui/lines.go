package tui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"stampdesk"
)

// The desk in plain lines is the screen without the screen: the same model
// takes the same keys, and what changed in it is told in words, a line for an
// event. The acts are therefore written once, and every page that the screen
// has is there too, told from its own view (linesout.go); only the desk, the
// batches and the balance, which are heard a hundred times a day, have
// sentences of their own (linesaid.go).
//
// A line is taken only when all that the one before set off is on record and
// told, so what is piped in is worked off in order, and nothing is said before
// its commit.
//
// No stray empty line may answer for a card. On a terminal one counts only
// when a person had time to hear what is asked; a scanner that ends its codes
// with CR and LF sends one after each. From a file or a pipe it counts at once
// where the line before it asked the question, and else as at a terminal: for
// a card that came by itself, what was in the pipe already was not meant.

// RunLines works at the desk in lines of plain text, in UTF-8, without escape
// codes, until in ends, the person quits or ctx ends, and returns nil for all
// of them; [ErrReopen] where the desk is to be opened again, with the lines that
// are left. An end with a card that may not have been recorded is an error.
// hide has what is typed at a terminal shown, or not; nil: in is no terminal.
func RunLines(ctx context.Context, o Options, in *Lines, out io.Writer, hide func(bool) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	l := newLineDesk(ctx, o, out, hide)
	defer l.hidden(false)
	l.run(l.Init())
	for over := false; l.err == nil; {
		select {
		case msg := <-l.msgs: // before any line
			if !l.take(msg) {
				return l.end()
			}
			continue
		default:
		}
		var heard <-chan typed
		if l.isQuiet() {
			l.tell()
			if heard = in.typed; over {
				if !l.writes() {
					return l.end()
				}
				heard = nil
			}
		}
		select {
		case <-ctx.Done():
			return nil
		case msg := <-l.msgs:
			if !l.take(msg) {
				return l.end()
			}
		case t, more := <-heard:
			if !more {
				over, l.cut = true, in.err
				continue
			}
			l.hear(t)
		}
	}
	return l.err
}

// lineDesk is the model with the loop that the library runs it in otherwise.
// What the screen leaves to commands runs as one; requests it sends itself, to
// know which codes have no answer yet.
type lineDesk struct {
	*model
	out  io.Writer
	hide func(bool) error
	err  error

	cut  error // why there are no more lines; nil: they ended
	msgs chan tea.Msg

	queue   []stampdesk.Request
	sending bool
	more    bool     // of the request that was answered last an outcome is still to come
	unheard []string // codes that were sent and not answered

	code     string    // the latest that was typed
	busy     bool      // a line is worked off
	unbidden bool      // what was told last, no line had asked for
	at       time.Time // of the line before
	story
}

// typed is a line, and when it was read.
type typed struct {
	text string
	at   time.Time
}

// Size of what the views are drawn on. Lines are told one by one; what is
// longer than a screen is heard in pieces too.
const (
	lineWidth = 120
	lineRows  = 30
)

func newLineDesk(ctx context.Context, o Options, out io.Writer, hide func(bool) error) *lineDesk {
	l := &lineDesk{
		model: newModel(ctx, o, terminal{colours: termenv.Ascii, plain: true, lines: true}),
		out:   out, hide: hide, msgs: make(chan tea.Msg), story: newStory(),
	}
	l.s.width, l.s.height = lineWidth, lineRows
	l.s.sending = true // the loop does
	return l
}

// end is after the last line.
func (l *lineDesk) end() error {
	l.mine = false
	l.tell()
	switch o := l.desk.trouble; {
	case l.s.reopen:
		return ErrReopen
	case l.cut != nil:
		return fmt.Errorf("reading lines: %w", l.cut)
	case o != nil:
		return errors.Join(errors.New(l.s.words.NotRecordedBig+": "+dotted(o.Raw)), o.Err)
	}
	if l.s.opt.OnQuit != "" {
		l.print(l.s.opt.OnQuit)
	}
	return l.err
}

// run carries out a command beside the loop.
func (l *lineDesk) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() {
		switch msg := cmd().(type) {
		case nil:
		case tea.BatchMsg:
			for _, c := range msg {
				l.run(c)
			}
		default:
			select {
			case l.msgs <- msg:
			case <-l.ctx.Done():
			}
		}
	}()
}

// take feeds a message; false: it was the last.
func (l *lineDesk) take(msg tea.Msg) bool {
	switch msg.(type) {
	case tea.QuitMsg:
		return false
	case sentMsg:
		l.sending = false
		l.send()
		return true
	}
	was := l.screen()
	_, cmd := l.Update(msg)
	l.run(cmd)
	if o, ok := msg.(outcomeMsg); ok {
		l.more = o.More
		l.answered(&o.Outcome)
		l.event(&o.Outcome, was)
	}
	l.send()
	return true
}

// answered strikes off the code that an outcome answers.
func (l *lineDesk) answered(o *stampdesk.Outcome) {
	for i, code := range l.unheard {
		if o.Raw == code || o.Result == stampdesk.Declined && dotted(o.About) == dotted(code) {
			l.unheard = slices.Delete(l.unheard, i, i+1)
			return
		}
	}
}

// send delivers what the model asks for, in order, one delivery at a time.
func (l *lineDesk) send() {
	for _, r := range l.s.outbox {
		if q, ok := r.(stampdesk.Scan); ok {
			l.unheard = append(l.unheard, q.Raw)
		}
	}
	l.queue, l.s.outbox = append(l.queue, l.s.outbox...), nil
	if len(l.queue) > 0 && !l.sending {
		l.sending = true
		l.run(send(l.ctx, l.s.opt.In, l.queue))
		l.queue = nil
	}
}

// isQuiet reports that nothing is under way of what a line set off. Work with
// a file may be: it can be stopped by a line.
func (l *lineDesk) isQuiet() bool {
	s := l.s
	asks := l.sending || l.more || len(l.queue) > 0 || len(l.unheard) > 0 || s.asked != nil || s.then.Request != nil
	reads := s.stale || s.looking || s.wantTray || s.counting || s.out || len(s.errands) > 0
	if p, ok := s.page().(patient); ok {
		reads = reads || p.waits(s)
	}
	return !asks && !reads && len(s.opt.Out) == 0 && !s.leaving
}

// patient is a page for which lines wait until it has read what they are about.
type patient interface{ waits(*shell) bool }

// writes reports that a file is being written, which the end of the lines does
// not stop.
func (l *lineDesk) writes() bool {
	for _, w := range [...]*task{l.s.next, l.s.task} {
		if w != nil && !w.stopped {
			if _, ok := w.page.(*formWriting); ok {
				return true
			}
		}
	}
	return false
}

// hear takes a line.
func (l *lineDesk) hear(t typed) {
	s := l.s
	s.now = s.opt.Now()
	s.touched = s.now
	before := l.at
	l.at = t.at
	if t.text == "" && (l.trails(t, before) || l.early(t)) {
		return
	}
	l.busy, l.unbidden, l.told = true, false, false
	if l.hide == nil {
		l.wait()
	}
	s.hush()
	if l.code = ""; isCode(t.text) {
		l.code = dotted(t.text)
	}
	l.text = t.text
	if !l.line(t.text) {
		s.say(warn, s.words.LineUnknown) // without the line: it may be a PIN that came too late
	}
	l.follow()
	l.run(l.effects())
	l.send()
}

// trails reports that an empty line is the rest of a scanner's CR LF.
func (l *lineDesk) trails(t typed, before time.Time) bool {
	return l.hide != nil && t.at.Sub(before) < trailer
}

// early reports that an empty line was there before what is asked could be
// heard, and says so.
func (l *lineDesk) early(t typed) bool {
	if l.fields() || l.hide == nil && !l.unbidden || t.at.Sub(l.printed) >= dwell {
		return false
	}
	l.print(l.s.words.LineEarly)
	return true
}

// wait gives a question that came by itself the time in which it takes no
// answer: what is piped in was written by someone who knew of it.
func (l *lineDesk) wait() {
	var since time.Time
	if q := l.desk.question; q != nil && q.queued {
		since = q.since
	}
	switch q := l.s.over.(type) {
	case *nearQuestion:
		since = q.since
	case *jobQuestion:
		since = q.since
	}
	if left := dwell - l.s.now.Sub(since); !since.IsZero() && left > 0 {
		time.Sleep(min(left, dwell))
		l.s.now = l.s.opt.Now()
	}
}

// hidden has what is typed shown or not.
func (l *lineDesk) hidden(yes bool) {
	if l.hide != nil && l.hides != yes {
		l.hides = yes
		if err := l.hide(yes); err != nil && l.err == nil {
			l.err = err
		}
	}
}
