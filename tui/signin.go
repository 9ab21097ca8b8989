package tui

import (
	"strings"

	"stampdesk"
)

// signIn asks who is there.
type signIn struct {
	id, pin field
	atPIN   bool
	failed  string
	waiting bool
}

func newSignIn() *signIn {
	return &signIn{id: field{most: 16}, pin: field{most: 64, mask: true}}
}

func (f *signIn) key(s *shell, in input) {
	f.failed = ""
	on := &f.id
	if f.atPIN {
		on = &f.pin
	}
	switch {
	case in.is(keys.Enter) && !f.atPIN:
		f.atPIN = f.id.value() != ""
	case in.is(keys.Enter):
		if f.pin.text != "" && s.ask(f, stampdesk.SignIn{Person: stampdesk.PersonID(f.id.value()), PIN: f.pin.text}) {
			f.waiting = true
			s.hush()
		}
	case in.is(keys.Next), in.is(keys.Prev):
		f.atPIN = !f.atPIN
	case in.is(keys.Esc):
		f.pin.text, f.atPIN = "", false
		f.id.again(f.id.text)
	default:
		on.key(in)
	}
}

func (f *signIn) answer(s *shell, _ stampdesk.Request, o *stampdesk.Outcome) {
	f.waiting = false
	f.pin.text = ""
	if o.Result == stampdesk.Declined {
		f.failed = s.refusal(o)
		s.hush()
	}
}

func (f *signIn) view(s *shell, w, h int) []string {
	b := s.board.setup.Board
	inner := min(56, w-8)
	row := func(label string, fd *field, focus bool) string {
		return s.fit(label, 14) + fd.view(s, inner-20, focus)
	}
	lines := []string{"", row(s.words.PersonID, &f.id, !f.atPIN), "", row(s.words.PIN, &f.pin, f.atPIN), ""}
	switch {
	case f.failed != "":
		for _, t := range s.wrap(s.sign.Refuse+" "+f.failed, inner-4, 2) {
			lines = append(lines, s.style.Tone[bad].Render(t))
		}
	case s.note.text != "":
		lines = append(lines, s.style.Tone[s.note.tone].Render(s.note.text))
	case f.waiting:
		lines = append(lines, s.style.Tone[quiet].Render(s.words.Checking))
	default:
		how := s.words.SignInHow
		if s.opt.SignInHint != "" {
			how = s.opt.SignInHint
		}
		lines = append(lines, s.style.Tone[quiet].Render(how))
	}
	box := s.box(frameThin, calm, " "+s.words.SignIn+" ", lines, inner, max(8, len(lines)+2))
	var out []string
	for _, t := range []string{b.Upper, b.Name} {
		if t != "" {
			out = append(out, center(t, w))
		}
	}
	out = append(out, "", center(s.style.Head.Render(s.words.Title), w), "")
	for _, l := range box {
		out = append(out, strings.Repeat(" ", (w-inner)/2)+l)
	}
	above := max((h-len(out))/3, 0)
	return s.block(append(make([]string, above), out...), w, h)
}

func center(t string, w int) string { return strings.Repeat(" ", max((w-width(t))/2, 0)) + t }

func (f *signIn) hints(s *shell) []hint {
	return []hint{{"Enter", s.words.KeyNext}, {"Tab", s.words.KeyField}, {"F2", s.words.KeyLanguage}, {"F1", s.words.KeyHelp}, {"ctrl+q", s.words.KeyQuit}}
}

func (f *signIn) help(w *words) string { return w.HelpSignIn }

func (f *signIn) takesText() bool { return true }

// secret reports that what is typed now is shown to nobody.
func (f *signIn) secret() bool { return f.atPIN }
