package tui

import (
	"strings"

	"stampdesk"
)

// lock hides everything until somebody proves who they are: after a time
// without a key or a scan, or because the desk is handed over. The batch and a
// card in hand stay where they are.
type lock struct {
	of      stampdesk.PersonID // who was signed in
	id, pin field
	atPIN   bool
	handing bool // asked for by a key, so that Esc goes back
	failed  string
	waiting bool
}

func newLock(of stampdesk.PersonID, handing bool) *lock {
	l := &lock{of: of, id: field{most: 16}, pin: field{most: 64, mask: true}, handing: handing}
	if !handing {
		l.id.text, l.id.keep, l.atPIN = string(of), true, true
	}
	return l
}

func (l *lock) key(s *shell, in input) {
	if l.waiting {
		return
	}
	l.failed = ""
	switch {
	case in.is(keys.Esc) && l.handing:
		s.lock = nil
	case in.is(keys.Esc):
		*l = *newLock(l.of, false)
	case in.is(keys.Next), in.is(keys.Prev):
		l.atPIN = !l.atPIN
	case in.is(keys.Enter) && !l.atPIN:
		l.atPIN = l.id.value() != ""
	case in.is(keys.Enter) && l.id.value() == "":
		l.atPIN = false
	case in.is(keys.Enter):
		l.waiting = l.pin.text != "" && s.ask(l, stampdesk.SignIn{Person: stampdesk.PersonID(l.id.value()), PIN: l.pin.text})
	case l.atPIN:
		l.pin.key(in)
	default:
		l.id.key(in)
	}
}

func (l *lock) answer(s *shell, _ stampdesk.Request, o *stampdesk.Outcome) {
	l.waiting, l.pin.text = false, ""
	if o.Result == stampdesk.Declined {
		l.failed = s.refusal(o)
		s.hush()
	}
}

func (l *lock) view(s *shell, w, h int) []string {
	inner := min(60, w-8)
	row := func(label string, fd *field, focus bool) string {
		return s.fit(label, 14) + fd.view(s, inner-20, focus)
	}
	title, how := s.words.Locked, s.words.LockedHow
	if l.handing {
		title, how = s.words.HandDesk, s.words.HandDeskHow
	}
	lines := []string{"", row(s.words.PersonID, &l.id, !l.atPIN), "", row(s.words.PIN, &l.pin, l.atPIN), ""}
	switch {
	case l.failed != "":
		for _, t := range s.wrap(s.sign.Refuse+" "+l.failed, inner-4, 2) {
			lines = append(lines, s.style.Tone[bad].Render(t))
		}
	case l.waiting:
		lines = append(lines, s.style.Tone[quiet].Render(s.words.Checking))
	default:
		for _, t := range s.wrap(how, inner-4, 2) {
			lines = append(lines, s.style.Tone[quiet].Render(t))
		}
	}
	out := make([]string, max((h-9)/3, 0))
	for _, t := range s.box(frameThin, calm, " "+title+" ", lines, inner, 9) {
		out = append(out, strings.Repeat(" ", (w-inner)/2)+t)
	}
	return s.block(out, w, h)
}

func (l *lock) hints(s *shell) []hint {
	out := []hint{{"Enter", s.words.KeyNext}, {"Tab", s.words.KeyField}, {"F2", s.words.KeyLanguage}}
	if l.handing {
		out = append(out, hint{"Esc", s.words.KeyCancel})
	}
	return append(out, hint{"ctrl+q", s.words.KeyQuit})
}

func (l *lock) help(w *words) string { return w.HelpSignIn }

func (l *lock) takesText() bool { return true }

func (l *lock) secret() bool { return l.atPIN }

// idle locks the desk that nobody has touched for long enough, and says when
// to look again.
func (m *model) idle() {
	s := m.s
	if s.opt.Idle <= 0 {
		return
	}
	left := s.opt.Idle - s.now.Sub(s.touched)
	if left <= 0 {
		if left = s.opt.Idle; s.person != nil && (s.lock == nil || s.lock.handing) {
			s.lock = newLock(s.person.ID, false)
		}
	}
	s.run(idleTick(left))
}

// unlocked lets the person who proved who they are go on.
func (m *model) unlocked() {
	s := m.s
	if m.desk.handed = stampdesk.PersonID(s.lock.id.value()) != s.lock.of; m.desk.handed {
		clear(s.asking)
	}
	s.lock, s.touched = nil, s.now
}

// handDesk asks who takes the desk over; a card in hand is answered first.
func (m *model) handDesk() {
	s := m.s
	if q := m.desk.question; q != nil {
		s.say(warn, fill(s.words.AnswerFirst, q.Card.String()))
		return
	}
	s.hush()
	s.lock = newLock(s.person.ID, true)
}
