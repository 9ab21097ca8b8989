package pdf

import (
	"strings"

	"stampdesk/printer"
	"stampdesk/printer/form"
)

// The sizes of 36-HD/VPTW: text 14, the line under a title 14 in bold.
var (
	body     = face{regular, 14}
	subtitle = face{bold, 14}
)

// The first line of a paragraph stands back, and a little paper parts it from the next one, in millimetres.
const (
	firstLine = 10.0
	between   = 2.0
)

// setting is how the lines of a paragraph stand.
type setting uint8

const (
	ragged    setting = iota // from the left edge
	justified                // to both edges, the first line standing back
	middle
)

func (s *formSheet) paragraphs(all []form.Paragraph) {
	for i, p := range all {
		f, how := body, ragged
		switch {
		case p.Bold:
			f.style = bold
		case p.Italic:
			f.style = italic
		}
		switch {
		case p.Center:
			how = middle
		case p.Indent:
			how = justified
		}
		text := p.Text
		if text != "" && strings.Trim(text, ".") == "" { // a line to write on: up to the margin, however wide the dots are
			text = strings.Repeat(".", int(s.area.width()/s.width(f, ".")))
		}
		s.block(f, text, how, p.Bold && i+1 < len(all))
		s.space(between)
	}
}

// block makes a piece of every line of a text; no sheet has a single one. A heading stays with what follows.
func (s *formSheet) block(f face, text string, how setting, heads bool) {
	wide, x := s.area.width(), s.area.left
	for para := range strings.SplitSeq(s.clean(text), "\n") {
		first := 0.0
		if how == justified {
			first = firstLine
		}
		lines := s.wrapAfter(f, para, first, wide)
		for i, line := range lines {
			from, last := x, i == len(lines)-1
			if i == 0 {
				from += first
			}
			s.add(piece{
				height: f.line(),
				next:   !last && (i == 0 || i == len(lines)-2) || last && heads,
				draw: func(y float64) {
					switch {
					case how == middle:
						s.write(f, s.align(f, line, printer.Center, x, wide), y, line)
					case how == justified && !last:
						s.justify(f, line, from, y, x+wide-from)
					default:
						s.write(f, from, y, line)
					}
				},
			})
		}
	}
}

// wrapAfter breaks text into lines of which the first is shorter than the others by a step.
func (s *formSheet) wrapAfter(f face, text string, step, wide float64) []string {
	lines := s.wrap(f, text, wide-step)
	if step == 0 || len(lines) < 2 {
		return lines
	}
	rest := strings.Join(lines[1:], " ")
	if dense := strings.Join(strings.Fields(text), " "); strings.HasPrefix(dense, lines[0]) {
		rest = strings.TrimPrefix(dense, lines[0]) // a word that was broken must not come apart twice
	}
	return append(lines[:1:1], s.wrap(f, rest, wide)...)
}

// justify spreads the words of a line over w. Every word is placed by itself: a PDF can widen the spaces of text only
// where a letter is one byte.
func (s *formSheet) justify(f face, line string, x, y, w float64) {
	words := strings.Split(line, " ")
	free := w
	for _, word := range words {
		free -= s.width(f, word)
	}
	if gap := free / float64(max(len(words)-1, 1)); len(words) > 1 && gap < 4*s.width(f, " ") {
		for _, word := range words {
			s.write(f, x, y, word)
			x += s.width(f, word) + gap
		}
		return
	}
	s.write(f, x, y, line)
}
