package tui

import (
	"slices"
	"strings"
)

// layout is how much of a panel is shown.
type layout struct {
	blank bool // with blank lines between its parts
	tall  bool // with the boxes as squares
	drop  int  // how many of the lines that can be spared are left out
}

// layouts are to be tried in this order until there is room.
func (p *panel) layouts() []layout {
	var out []layout
	for _, tall := range [...]bool{true, false} {
		if !tall && p.boxes == nil {
			break
		}
		out = append(out, layout{blank: true, tall: tall})
		for drop := range len(p.spare) + 1 {
			out = append(out, layout{tall: tall, drop: drop})
		}
	}
	return out
}

// cardStart is the row of the frame where the card begins, under the big word:
// one and the same from the question to the entry, so that the eye stays.
func cardStart(rows int) int { return min(rows-6, 11) }

// draw puts a panel into its frame: the big word, under it the card, and at
// the bottom the boxes. A word that needs more room than it has above the
// card pushes the card down, and for its sake blank lines go, then the lines
// that can be spared, then the squares.
func (s *shell) draw(p panel, w, h int) []string {
	inner, rows := w-4, h-2
	big, text, foot := s.layOut(&p, inner, rows)
	lines := make([]string, 0, rows)
	card := max(cardStart(rows), len(big))
	if card+len(text)+len(foot) > rows {
		card = max(rows-len(text)-len(foot), len(big))
	}
	above := (card - len(big)) / 2
	if above > 0 && card == cardStart(rows) && card < 8 { // better a blank line under the word
		above = max(above-1, 0)
	}
	indent := strings.Repeat(" ", max(min(2, (inner-widest(big))/2), 0))
	lines = append(lines, make([]string, above)...)
	for _, l := range big {
		lines = append(lines, indent+s.style.Tone[p.tone].Render(l))
	}
	lines = append(lines, make([]string, max(card-len(lines), 0))...)
	for _, l := range text {
		lines = append(lines, "  "+l)
	}
	if len(foot) > 0 {
		lines = append(lines, make([]string, max(rows-len(lines)-len(foot), 0))...)
		lines = lines[:max(min(len(lines), rows-len(foot)), 0)]
	}
	for _, l := range foot {
		lines = append(lines, "  "+l)
	}
	title := p.word
	if p.sign != "" {
		title = p.sign + " " + p.word
	}
	return s.box(p.frame, p.tone, " "+title+" ", lines, w, h)
}

// layOut chooses how much of a panel there is room for.
func (s *shell) layOut(p *panel, inner, rows int) (big, text, foot []string) {
	above, layouts := cardStart(rows), p.layouts()
	for _, l := range layouts { // with the card where it always is
		text, foot = s.body(p, inner-2, l)
		if above < 1 || len(text)+len(foot) > rows-above {
			continue
		}
		if big = s.letters(p.big, inner, above-1); big == nil {
			big = s.letters(p.big, inner, above)
		}
		if big == nil && !s.blocks() {
			big = []string{spaced(p.big, inner-2)}
		}
		if big != nil {
			return big, text, foot
		}
		break
	}
	for _, l := range layouts {
		text, foot = s.body(p, inner-2, l)
		room := rows - len(text) - len(foot)
		if l.blank {
			room--
		}
		if big = s.letters(p.big, inner, room); big != nil {
			return big, text, foot
		}
	}
	for _, l := range layouts {
		if text, foot = s.body(p, inner-2, l); len(text)+len(foot) < rows {
			break
		}
	}
	return []string{spaced(p.big, inner-2)}, text, foot
}

// body is the text of a panel, wrapped into w cells, and what stands at the
// bottom of the frame.
func (s *shell) body(p *panel, w int, l layout) (text, foot []string) {
	lines := p.lines
	if p.boxes != nil {
		say := p.boxes.say
		if l.tall {
			rows, rest, ok := p.boxes.draw(s, w)
			if foot, say = rows, rest; !ok {
				foot, say = []string{p.boxes.line(s)}, p.boxes.say
			}
		} else {
			foot = []string{p.boxes.line(s)}
		}
		if say != "" {
			lines = append(lines[:len(lines):len(lines)], say)
		}
	} else if p.foot != "" {
		foot = []string{p.foot}
	}
	for i, t := range lines {
		switch {
		case t == "" && l.blank:
			text = append(text, "")
		case t == "", slices.Contains(p.spare[:l.drop], i):
		default:
			text = append(text, s.wrap(t, w, 3)...)
		}
	}
	if l.blank && len(foot) > 0 && len(text) > 0 {
		text = append(text, "")
	}
	return text, foot
}
