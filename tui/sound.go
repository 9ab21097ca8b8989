package tui

import (
	"io"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"stampdesk"
)

// bells is how often the terminal rings: the worse, the more. The numbers are
// those of the beeps that a scanner is told to make.
type bells int

// The patterns.
const (
	ringNot  bells = iota
	ringGood       // the card may be stamped
	ringLook       // a person has to look: held, stamped already, not read
	ringStop       // give it back
	ringLost       // nothing may be stamped, or the scanner is gone
)

// between is the time from one ring to the next; terminals take two at once for
// one.
const between = 150 * time.Millisecond

// bellsOf is how an outcome sounds. Only a card that was read just now does,
// not one that waited or was read twice.
func bellsOf(o *stampdesk.Outcome) bells {
	switch o.Result {
	case stampdesk.Unrecorded:
		return ringLost
	case stampdesk.Presented, stampdesk.Recorded, stampdesk.Judged:
		switch {
		case o.Raw == "":
			return ringNot
		case o.Verdict.Kind == stampdesk.Stamp && !o.Resumed:
			return ringGood
		case o.Verdict.Kind == stampdesk.Refuse:
			return ringStop
		}
		return ringLook
	}
	return ringNot
}

// sound is what the shell keeps of it.
type sound struct {
	on, good bool
	until    time.Time // when the latest pattern is over
	now      bells     // the latest pattern
}

// ring rings a pattern, unless one that says as much is under way: of a burst
// of cards nobody could count. With the desk locked nobody is there to hear, and
// in lines a bell would fall into a sentence.
func (s *shell) ring(n bells) {
	q := &s.sound
	if !q.on || n == ringNot || n == ringGood && !q.good || s.lock != nil || s.term.lines || s.now.Before(q.until) && n <= q.now {
		return
	}
	q.now, q.until = n, s.now.Add(time.Duration(n)*between)
	s.run(rings(s.opt.Output, n))
}

// rings is the command that writes a pattern to the terminal: a bell is no
// part of a frame.
func rings(w io.Writer, n bells) tea.Cmd {
	return func() tea.Msg {
		for i := range n {
			if i > 0 {
				time.Sleep(between)
			}
			if _, err := io.WriteString(w, "\a"); err != nil {
				return nil // a terminal that is gone says so itself
			}
		}
		return nil
	}
}
