package tui

import (
	"errors"
	"time"

	"github.com/muesli/termenv"
)

// ErrReopen is what Run returns where the person asked for the desk to be
// opened again, with the settings as they are by then. What the desk was at is
// on record, so it is where it was.
var ErrReopen = errors.New("screen: the desk is to be opened again")

// adopt puts the settings into force that need no more than that. At the
// start and after every change.
func (s *shell) adopt() {
	s.sound.on, s.sound.good = s.set("sound.bell") == "true", s.set("sound.good") == "true"
	if t, ok := s.setting("desk.idle"); ok {
		if d, err := time.ParseDuration(t.Value); err == nil && s.opt.Sim == nil {
			if s.opt.Idle <= 0 && d > 0 && !s.touched.IsZero() {
				s.run(idleTick(d))
			}
			s.opt.Idle = d
		}
	}
	if now := s.base.as(s.set("screen.symbols"), s.set("screen.colour")); now != s.term {
		s.dress(now)
	}
}

// as is a terminal as a person has set it: full or ascii symbols, colours
// always or never. What is neither is as the terminal says.
func (t terminal) as(symbols, colour string) terminal {
	switch symbols {
	case "full":
		t.plain = false
	case "ascii":
		t.plain = true
	}
	switch colour {
	case "always":
		t.colours = min(t.colours, termenv.ANSI) // better ones sort before it
	case "never":
		t.colours = termenv.Ascii
	}
	return t
}

// dress draws everything for another kind of terminal.
func (s *shell) dress(t terminal) {
	s.term, s.style, s.sign = t, stylesFor(t), t.signs()
	clear(s.bigs)
	s.redress = true
}

// reopen ends the screen for the desk to be opened again, where nothing is in
// the way: a card in the hand, one that waits and is on no record, a paper
// that is printed.
func (s *shell) reopenNow(d *desk) {
	s.reopening = false
	switch {
	case d.needsPerson(), len(s.waiting)+len(s.kept) > 0:
		s.say(warn, s.words.ReopenCard)
	case s.printing():
		s.say(warn, s.words.ReopenPrints)
	default:
		s.reopen = true
		s.quit()
	}
}

// printing reports that a paper is half way out.
func (s *shell) printing() bool {
	for i := range s.devices.Printers {
		if n := &s.devices.Printers[i]; n.Job != nil && n.Link == Busy {
			return true
		}
	}
	return false
}

// habits is what the shell keeps of settings.
type habits struct {
	sound      sound
	base       terminal                     // as it was found, before settings
	behindhand bool                         // something was set that is in force when the desk is opened again
	reopening  bool                         // that is asked for
	redress    bool                         // what was drawn before is to be drawn anew
	reopen     bool                         // once the screen has ended
	unkept     map[string]map[string]string // turned on the page of a device, and not kept: by the table of its settings
}
