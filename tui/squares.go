package tui

import (
	"strconv"
	"strings"

	"stampdesk"
)

// squares are the boxes of a card as the frame draws them, and what is said
// beside them.
type squares struct {
	now, earlier stampdesk.BoxSet // to be stamped now, or just stamped; bear a stamp already
	mark         string           // in those of now
	tone         tone
	what         []string // line by line
	say          string   // a sentence about the earlier ones
}

// A square is five cells wide and three rows high: at the height of a
// terminal's cell that is square. Less beside them than beside holds no text.
const (
	squareWidth = 5
	beside3     = 16
)

// draw gives the squares, three rows high in w cells, and the sentence if it
// does not fit beside them; false: they do not fit.
func (q *squares) draw(s *shell, w int) (rows []string, rest string, ok bool) {
	n, gap := s.board.setup.Round.CardBoxes, 1
	art := n*(squareWidth+gap) - gap
	if w-art-2 < beside3 {
		art, gap = n*squareWidth, 0
	}
	room := w - art - 2
	if n < 1 || room < beside3 {
		return nil, "", false
	}
	var text []string
	for _, t := range q.what {
		text = append(text, s.wrap(t, room, 4)...)
	}
	if all := append(text[:len(text):len(text)], s.wrap(q.say, room, 4)...); len(all) <= 3 {
		text = all
	} else {
		rest = q.say
	}
	if len(text) > 3 {
		return nil, "", false
	}
	rows = make([]string, 3)
	for i := range rows {
		var b strings.Builder
		for box := 1; box <= n; box++ {
			b.WriteString(q.row(s, box, i))
			if box < n {
				b.WriteString(strings.Repeat(" ", gap))
			}
		}
		if at := i - (3-len(text))/2; at >= 0 && at < len(text) {
			b.WriteString("  " + text[at])
		}
		rows[i] = b.String()
	}
	return rows, rest, true
}

// row is one row of the square of a box: solid where the stamp goes now, with
// a mark where one stands.
func (q *squares) row(s *shell, box, i int) string {
	e, now := s.edges(frameThin), q.now.Has(box)
	if now {
		e = s.solid()
	}
	inside := strconv.Itoa(box) + " " + q.marks(s, box)
	text := e[3] + inside + e[3]
	switch {
	case i == 0:
		text = e[0] + strings.Repeat(e[1], 3) + e[2]
	case i == 2 && now:
		text = e[4] + strings.Repeat(s.solidUnder(), 3) + e[5]
	case i == 2:
		text = e[4] + strings.Repeat(e[1], 3) + e[5]
	case now:
		st := s.style.Tone[q.tone]
		return st.Render(e[3]) + s.style.Strip[q.tone].Render(inside) + st.Render(e[3])
	}
	if now {
		return s.style.Tone[q.tone].Render(text)
	}
	return text
}

func (q *squares) marks(s *shell, box int) string {
	switch {
	case q.now.Has(box):
		return q.mark
	case q.earlier.Has(box):
		return s.sign.Earlier
	}
	return " "
}

// line is the same in one row, for want of room.
func (q *squares) line(s *shell) string {
	var b strings.Builder
	for box := 1; box <= s.board.setup.Round.CardBoxes; box++ {
		cell := "[" + strconv.Itoa(box) + " " + q.marks(s, box) + "]"
		if q.now.Has(box) {
			cell = s.style.Strip[q.tone].Render(cell)
		}
		b.WriteString(cell + " ")
	}
	return b.String() + " " + s.join(q.what...)
}

// solid are the edges of a square that is seen from far away.
func (s *shell) solid() edges {
	if s.term.plain {
		return edges{"#", "#", "#", "#", "#", "#"}
	}
	return edges{"▄", "▄", "▄", "█", "▀", "▀"}
}

func (s *shell) solidUnder() string {
	if s.term.plain {
		return "#"
	}
	return "▀"
}
