package tui

import (
	"strings"

	"stampdesk"
)

// helpPage explains the screen that it was asked on.
type helpPage struct {
	of, under screen
	from      int
	long      bool // it does not fit, so that it scrolls
}

func (p *helpPage) key(s *shell, in input) {
	switch {
	case in.is(keys.Down), in.is(keys.PageDown):
		p.from++
	case in.is(keys.Up), in.is(keys.PageUp):
		p.from = max(p.from-1, 0)
	default:
		s.over = p.under
	}
}

func (p *helpPage) below() screen { return p.under }

func (p *helpPage) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *helpPage) view(s *shell, w, h int) []string {
	var lines []string
	for l := range strings.SplitSeq(p.of.help(s.words), "\n") {
		if l == "" {
			lines = append(lines, "")
			continue
		}
		lines = append(lines, s.hung(l, w-8, 4)...)
	}
	lines = append(append(lines, ""), strings.Split(s.words.HelpAll, "\n")...)
	p.long = len(lines) > h-3
	p.from = min(p.from, max(len(lines)-(h-3), 0))
	text := []string{""}
	for _, l := range lines[p.from:] {
		text = append(text, "  "+l)
	}
	return s.block(s.box(frameThin, calm, " "+s.words.Help+" ", text, w-2, h), w, h)
}

func (p *helpPage) hints(s *shell) []hint {
	if p.long {
		return []hint{{"↑↓", s.words.KeyScroll}, {"Esc", s.words.KeyBack}}
	}
	return []hint{{"Esc", s.words.KeyBack}}
}

func (p *helpPage) help(w *words) string { return w.HelpAll }
