package tui

import "stampdesk"

// asking asks for one value that is typed.
type asking struct {
	title, how string
	was        string // the value before
	field      field
	done       func(*shell, string)
}

func newAsking(title, how, value string, done func(*shell, string)) *asking {
	return &asking{title: title, how: how, was: value, field: field{text: value, keep: value != ""}, done: done}
}

func (p *asking) key(s *shell, in input) {
	switch {
	case in.is(keys.Esc):
		s.leave(p)
	case in.is(keys.Enter):
		s.shut()
		p.done(s, p.field.value())
	default:
		p.field.key(in)
	}
}

func (p *asking) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *asking) view(s *shell, w, h int) []string {
	lines := []string{"", " " + p.field.view(s, w-12, true), ""}
	for _, l := range s.wrap(p.how, w-10, 3) {
		lines = append(lines, " "+s.style.Tone[quiet].Render(l))
	}
	return s.block(s.box(frameThin, work, " "+p.title+" ", lines, w-2, min(h, len(lines)+3)), w, h)
}

func (p *asking) hints(s *shell) []hint {
	return []hint{{"Enter", s.words.KeyKeep}, {"ctrl+u", s.words.KeyClear}, {"Esc", s.words.KeyCancel}}
}

func (p *asking) help(w *words) string { return w.HelpAsking }

func (p *asking) takesText() bool { return true }
