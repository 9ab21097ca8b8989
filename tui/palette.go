package tui

import (
	"strings"

	"stampdesk"
)

// palette finds anything that can be done, by typing a part of its name. It
// lies on whatever is in front and takes nothing away from it.
type palette struct {
	under screen // what was asked on top before; nil: nothing
	of    screen // in front when the palette came, whose acts it offers
	query field
	at    int

	made  paletteKey // what lines was made for
	lines []line
}

// paletteKey is all that the lines depend on.
type paletteKey struct {
	query  string
	lang   stampdesk.Lang
	counts counts
	board  int
}

// openPalette puts the palette on top. What is asked in a dialog is answered
// first, for only the person knows how.
func (m *model) openPalette() {
	s := m.s
	of := m.screen()
	switch over := s.over.(type) {
	case *palette:
		over.shut(s)
		return
	case nil:
	case *helpPage:
		if over.under != nil {
			s.say(warn, s.words.AnswerDialog)
			return
		}
		of = over.of
	default:
		s.say(warn, s.words.AnswerDialog)
		return
	}
	p := &palette{under: s.over, of: of, query: field{most: 60}}
	if p.query.text = s.sought; p.query.text != "" { // a card took the palette away
		p.query.keep = true
	}
	s.hush()
	s.recount()
	s.open(p)
}

func (p *palette) key(s *shell, in input) {
	all := p.found(s)
	switch {
	case in.is(keys.Esc):
		p.shut(s)
	case in.is(keys.Enter):
		if p.at < len(all) {
			o := all[p.at].order
			s.over, s.sought, s.ordered = nil, "", &o
		}
	case in.moves():
		p.at = in.moved(p.at, len(all))
	default:
		if p.query.key(in) {
			p.at, s.sought = 0, p.query.text
		}
	}
}

// shut gives back what was there before.
func (p *palette) shut(s *shell) { s.over, s.sought = p.under, "" }

func (p *palette) below() screen { return p.under }

func (p *palette) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *palette) view(s *shell, w, h int) []string {
	all := p.found(s)
	p.at = min(p.at, max(len(all)-1, 0))
	inner := w - 6
	lines := []string{" " + s.words.PaletteField + " " + p.query.view(s, inner-width(s.words.PaletteField)-3, true), s.style.Tone[quiet].Render(strings.Repeat(s.sign.Rule, inner))}
	from, to := window(len(all), h-2-len(lines), p.at)
	for i := from; i < to; i++ {
		l := &all[i]
		text := s.ends(" "+l.name, "  "+s.fit(l.about, 20)+" "+right(l.key, 7)+" ", inner-2)
		if i == p.at {
			lines = append(lines, s.sign.Pointer+" "+s.style.Chosen.Render(text))
		} else {
			lines = append(lines, "  "+text)
		}
	}
	return s.block(s.box(frameThin, work, " "+s.words.Palette+" ", lines, w-2, h), w, h)
}

func (p *palette) hints(s *shell) []hint {
	return []hint{{"Enter", s.words.KeyGo}, {s.sign.MoreAbove + s.sign.MoreBelow, s.words.KeyChoose}, {"Esc", s.words.KeyBack}, {"F1", s.words.KeyHelp}}
}

func (p *palette) help(w *words) string { return w.HelpPalette }

func (p *palette) takesText() bool { return true }
