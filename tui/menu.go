package tui

import (
	"cmp"

	"stampdesk"
)

// menu is the way to everything that does not happen with a card in the hand.
type menu struct{ choice }

// readsOnce: what waits is counted when the menu comes to the front, which it
// does after every act on a page, and not whenever somebody writes: to count is
// to walk over all cards.
func (m *menu) readsOnce() {}

func (m *menu) read(from sight) (func(*shell), error) {
	c, err := readCounts(from)
	return c.put, err
}

// menuLeft is how many entries stand on the left, those with digits.
const menuLeft = 10

func (m *menu) key(s *shell, in input) {
	all := s.destinations(s.words)
	switch {
	case in.is(keys.Esc):
		s.turnBack()
	case in.is(keys.Find):
		s.search("")
	case in.is(keys.Home):
		m.at = 0
	case in.is(keys.End):
		m.at = len(all) - 1
	case in.is(keys.Right) && m.at < menuLeft:
		m.at = min(m.at+menuLeft, len(all)-1)
	case in.is(keys.Left) && m.at >= menuLeft:
		m.at = min(m.at-menuLeft, menuLeft-1)
	case in.is(keys.Up):
		m.at = max(m.at-1, 0)
	case in.is(keys.Down):
		m.at = min(m.at+1, len(all)-1)
	case in.is(keys.Enter) && in.text == "":
		all[m.at].order(s)
	case in.kind == inputRune:
		for i := range all {
			if all[i].menu == in.text {
				m.at = i
				all[i].order(s)
				return
			}
		}
	}
}

// order has it done.
func (d *destination) order(s *shell) { s.ordered = &order{d.beside, d.open} }

func (m *menu) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (m *menu) view(s *shell, w, h int) []string {
	all := s.destinations(s.words)
	m.at = min(m.at, len(all)-1)
	wide := min(w*23/40, 60)
	left, right := m.lines(s, all, 0, menuLeft, wide), m.lines(s, all, menuLeft, len(all), min(w-wide-1, 50))
	rows := max(len(left), len(right))
	out := []string{" " + s.style.Head.Render(s.words.Menu), ""}
	out = append(out, beside(s.block(left, wide, rows), s.block(right, w-wide-1, rows))...)
	return s.foot(out, s.noteLines(w), w, h)
}

// lines are some of the entries, w cells wide.
func (m *menu) lines(s *shell, all []destination, from, to, w int) []string {
	var out []string
	for i := from; i < to; i++ {
		d := &all[i]
		name, count := d.title(s), s.waitsAt(d)
		key := s.fit(cmp.Or(d.menu, d.shown), 3)
		if from > 0 {
			key = s.fit(cmp.Or(d.menu, d.shown), 7)
		}
		text := s.ends(key+name, " "+count+" ", w-3)
		switch {
		case i == m.at:
			text = s.sign.Pointer + " " + s.style.Chosen.Render(text)
		case !s.countedAt.IsZero() && d.count > 0:
			text = "  " + s.style.Head.Render(text)
		default:
			text = "  " + text
		}
		if out = append(out, " "+text); d.gap {
			out = append(out, "")
		}
	}
	return out
}

// title is the name of a destination, and whose it is.
func (d *destination) title(s *shell) string {
	if d.chief {
		return d.name + " (" + s.rules.Roles[stampdesk.Supervisor] + ")"
	}
	return d.name
}

// waitsAt is how much waits at a destination.
func (s *shell) waitsAt(d *destination) string {
	switch {
	case d.count == uncounted:
		return ""
	case s.countedAt.IsZero():
		return s.sign.Dash
	}
	return s.count(d.count)
}

func (m *menu) hints(s *shell) []hint {
	return []hint{{"Enter", s.words.KeyOpen}, {s.sign.MoreAbove + s.sign.MoreBelow + s.sign.Left + s.sign.Right, s.words.KeyChoose}, {"/", s.words.KeyFind}, {"Esc", s.words.KeyBack}, {"?", s.words.KeyHelp}}
}

func (m *menu) help(w *words) string { return w.HelpMenu }
