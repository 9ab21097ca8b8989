package tui

import (
	"context"
	"sync/atomic"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// task is what is done with a file for a page: it takes its time beside the
// errands, says how far it is, and can be stopped. One piece at a time.
type task struct {
	page page
	run  func(ctx context.Context, report func(ImportStage, int, int)) (put func(*shell), err error)

	cancel  context.CancelFunc
	stopped bool // what it brings back is dropped
	heard   *atomic.Pointer[progress]
	ended   chan struct{}

	progress
	began time.Time // the stage
}

// progress is how far a piece of work is.
type progress struct {
	stage       ImportStage
	done, total int
}

// beat is how often a person sees how far a piece of work is.
const beat = 100 * time.Millisecond

type (
	taskMsg struct { // it ended
		*task
		put func(*shell)
		err error
	}
	heardMsg struct{ *task }
)

// complaining is a page that says itself why its work failed.
type complaining interface {
	failed(*shell, error)
}

// start begins a piece of work for a page. What was under way for another is
// stopped; the new one begins when that has ended.
func (s *shell) start(p page, run func(context.Context, func(ImportStage, int, int)) (func(*shell), error)) {
	s.stop()
	s.next = &task{page: p, run: run, heard: &atomic.Pointer[progress]{}, ended: make(chan struct{}), began: s.now}
}

// stop ends the work that is under way. Everything stays as it was before it.
func (s *shell) stop() {
	if s.next = nil; s.task != nil && !s.task.stopped {
		s.task.stopped = true
		s.task.cancel()
	}
}

// working is the work of a page that is under way or comes next, or nil.
func (s *shell) working(p page) *task {
	for _, w := range [...]*task{s.next, s.task} {
		if w != nil && !w.stopped && w.page == p {
			return w
		}
	}
	return nil
}

// attend stops the work of a page that is gone, and sets the next off.
func (m *model) attend() {
	s := m.s
	for _, w := range [...]*task{s.next, s.task} {
		if w != nil && !w.stopped && !s.lies(w.page) {
			s.stop()
		}
	}
	if s.next == nil || s.task != nil {
		return
	}
	w := s.next
	s.task, s.next = w, nil
	ctx, cancel := context.WithCancel(m.ctx)
	w.cancel, w.began = cancel, s.now
	do := func() tea.Msg { return w.do(ctx) }
	if m.testOnlyTasks != nil {
		m.testOnlyTasks(do)
		return
	}
	s.run(do)
	s.run(w.hear)
}

// do is the command that does the work.
func (w *task) do(ctx context.Context) tea.Msg {
	defer close(w.ended)
	defer w.cancel()
	put, err := w.run(ctx, func(st ImportStage, done, total int) { w.heard.Store(&progress{st, done, total}) })
	return taskMsg{w, put, err}
}

// hear is the command that waits until there may be more to say of it.
func (w *task) hear() tea.Msg {
	select {
	case <-w.ended:
		return nil
	case <-time.After(beat):
		return heardMsg{w}
	}
}

// worked takes what a piece of work brought back.
func (m *model) worked(msg taskMsg) {
	s := m.s
	if s.task == msg.task {
		s.task = nil
	}
	switch {
	case msg.stopped:
	case msg.err != nil:
		if p, ok := msg.page.(complaining); ok {
			p.failed(s, msg.err)
		} else {
			s.say(bad, msg.err.Error())
		}
	case msg.put != nil:
		msg.put(s)
	}
}

// listen again: how far the work is.
func (m *model) heard(msg heardMsg) {
	w := msg.task
	if now := w.heard.Load(); now != nil {
		if now.stage != w.stage {
			w.began = m.s.now
		}
		w.progress = *now
	}
	if m.testOnlyTasks == nil {
		m.s.run(w.hear)
	}
}

// lies reports that a page is on the pile.
func (s *shell) lies(p page) bool {
	if s.front != atPages {
		return false
	}
	for _, q := range s.pages {
		if q == p {
			return true
		}
	}
	return false
}

// progressLines draw how far a piece of work is: what is done of all, how fast,
// and what is left.
func (s *shell) progressLines(w *task, wide int) []string {
	p := w.progress
	out := []string{"  " + s.style.Head.Render(s.words.Stages[p.stage]), ""}
	took := s.now.Sub(w.began)
	if p.stage == StageFile { // how long it takes, for want of how far it is
		if took < time.Second {
			return out
		}
		return append(out, "  "+s.lasting(took))
	}
	count, of, pace := s.words.RowsN, s.words.RowsOf, s.words.RowsRate
	if p.stage == StageFill { // of a form, some parts have one row and others thousands
		count, of, pace = s.words.PartsN, s.words.PartsOf, s.words.PartsRate
	}
	rows := fill(count, s.count(p.done))
	if p.total > 0 {
		rows = fill(of, s.count(p.done), s.count(p.total)) + "   " + s.share(min(p.done, p.total), p.total)
		out = append(out, "  "+s.bar(p.done, p.total, wide-4), "")
	}
	if p.done <= 0 {
		return append(out, "  "+s.style.Tone[quiet].Render(s.words.JustBegun))
	}
	out = append(out, "  "+rows)
	if took < time.Second {
		return out
	}
	rate := fill(pace, s.count(int(float64(p.done)/took.Seconds())))
	if p.total > p.done {
		left := time.Duration(float64(took) / float64(p.done) * float64(p.total-p.done))
		rate = s.join(rate, fill(s.words.TimeLeft, s.lasting(left)))
	}
	return append(out, "  "+rate)
}

// lasting is a time in seconds, or in minutes where those are many.
func (s *shell) lasting(d time.Duration) string {
	n := int((d + time.Second - 1) / time.Second)
	if n < 90 {
		return fill(s.words.SecondsN, s.count(n))
	}
	return fill(s.words.MinutesN, s.count((n+59)/60))
}
