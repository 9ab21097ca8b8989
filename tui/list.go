package tui

import (
	"strings"

	"stampdesk"
)

// list is the part of a page that shows rows: one is chosen, and typing
// searches them.
type list struct {
	rows      []row
	loaded    bool
	filter    field
	filtering bool
	left      string // what was searched for before Esc
	chosen    string // the key of a row
	at        int    // where that one stood when it was last seen
	first     int    // rows of a longer list before these
}

// row is one line of a list. Its words are made when it is drawn, for the
// language may change.
type row struct {
	key    string
	card   stampdesk.CardNumber // 0: about none
	folded string               // what it is found by
	dim    bool                 // nobody waits for it
	sign   func(*glyphs) string // one cell before it; nil: a blank
	tone   tone
	group  func(*shell) string // the line above it and all that have the same; nil: none
	cells  func(*shell) []string
	detail func(*shell) string // all of it, for the line below the list
}

// The signs that rows have.
func holdSign(g *glyphs) string    { return g.Hold }
func repeatSign(g *glyphs) string  { return g.Repeat }
func stampSign(g *glyphs) string   { return g.Stamp }
func missingSign(g *glyphs) string { return g.Unreadable }

// heading is what stands around the rows of a list.
type heading struct {
	title   string
	columns []string
	widths  []int // above zero: cells; below: shares of what is left
	middle  int   // the column of units, which differ at their end
	empty   string
	how     string // how there would be something, or what to do next
}

// put takes rows that were read. The choice stays with its row; where that one
// is gone, it goes to the next.
func (l *list) put(rows []row) { l.rows, l.loaded = rows, true }

// found are the places of the rows that fit what was typed.
func (l *list) found() []int {
	want := stampdesk.Fold(l.filter.value())
	out := make([]int, 0, len(l.rows))
	for i := range l.rows {
		if strings.Contains(l.rows[i].folded, want) {
			out = append(out, i)
		}
	}
	return out
}

// index is where the chosen row stands among those found.
func (l *list) index(found []int) int {
	for i, n := range found {
		if l.rows[n].key == l.chosen {
			l.at = i
			return i
		}
	}
	return min(max(l.at, 0), max(len(found)-1, 0))
}

// now is the chosen row, or nil.
func (l *list) now() *row {
	found := l.found()
	if len(found) == 0 {
		return nil
	}
	return &l.rows[found[l.index(found)]]
}

// searching reports that letters are text, not keys.
func (l *list) searching() bool { return l.filtering || l.filter.text != "" }

// key moves the choice and edits what is searched for. It reports whether the
// key was for that; letters are, unless the page has taken them before.
func (l *list) key(in input) bool {
	switch {
	case in.is(keys.Esc) && l.searching():
		l.left, l.filtering, l.filter.text = l.filter.text, false, ""
	case in.moves():
		l.move(in)
	case !l.searching() && in.is(keys.Find):
		l.filtering = true
		l.filter.again(l.left)
	default:
		return l.filter.key(in)
	}
	return true
}

func (l *list) move(in input) {
	found := l.found()
	if len(found) == 0 {
		return
	}
	l.at = in.moved(l.index(found), len(found))
	l.chosen = l.rows[found[l.at]].key
}

// view draws the list, what is said of the chosen row, and the latest message.
func (l *list) view(s *shell, head heading, w, h int) []string {
	search := ""
	if l.searching() {
		search = s.words.Find + " " + l.filter.view(s, 24, true)
	}
	out := []string{s.ends(" "+s.style.Head.Render(head.title), search+" ", w), ""}
	note := s.noteLines(w)
	switch {
	case !l.loaded:
		return s.foot(append(out, "", "  "+s.style.Tone[quiet].Render(s.words.ReadingStore)), note, w, h)
	case len(l.rows) == 0:
		return s.foot(append(out, "", "  "+head.empty, "", "  "+s.style.Tone[quiet].Render(head.how)), note, w, h)
	}
	found := l.found()
	i := l.index(found)
	var below []string
	if len(found) > 0 {
		l.chosen = l.rows[found[i]].key
		if r := &l.rows[found[i]]; r.detail != nil {
			below = append(below, s.style.Tone[quiet].Render(" "+strings.Repeat(s.sign.Rule, w-2)))
			for _, t := range s.wrap(r.detail(s), w-4, 3) {
				below = append(below, "  "+t)
			}
		}
	}
	below = append(below, note...)
	if len(head.columns) > 0 {
		out = append(out, s.style.Tone[quiet].Render(s.fit("   "+s.cells(w-4, &head, head.columns), w)))
	}
	if len(found) == 0 {
		return s.foot(append(out, "  "+s.words.NothingFits), below, w, h)
	}
	out = append(out, l.lines(s, found, i, &head, w, h-len(out)-len(below))...)
	return s.foot(out, below, w, h)
}

// lines are at most h lines of rows and of the headings above them.
func (l *list) lines(s *shell, found []int, chosen int, head *heading, w, h int) []string {
	type place struct {
		row     int
		heading string
		no      int // among those found
	}
	var all []place
	at, last := 0, ""
	for i, n := range found {
		if g := l.rows[n].group; g != nil {
			if t := g(s); t != last {
				all, last = append(all, place{row: -1, heading: t}), t
			}
		}
		if i == chosen {
			at = len(all)
		}
		all = append(all, place{row: n, no: i})
	}
	from, to := window(len(all), h, at)
	if from > 0 && from == at && all[from-1].row < 0 { // its heading rather than one more row
		from, to = from-1, to-1
	}
	var out []string
	for i, p := range all[from:to] {
		if p.row < 0 {
			out = append(out, s.fit(" "+s.style.Head.Render(p.heading), w))
			continue
		}
		r := &l.rows[p.row]
		text := s.number(l.first+p.no) + s.cells(w-4, head, r.cells(s))
		switch {
		case from+i == at:
			text = s.style.Chosen.Render(text)
		case r.dim:
			text = s.style.Tone[quiet].Render(text)
		}
		point, sign := " ", " "
		if from+i == at {
			point = s.sign.Pointer
		}
		if r.sign != nil {
			sign = r.sign(s.sign)
		}
		out = append(out, s.fit(point+s.style.Tone[r.tone].Render(sign)+" "+text, w))
	}
	return append(out, s.more(len(all)-to)...)
}

// cells puts texts into the columns of a list, w cells together.
func (s *shell) cells(w int, head *heading, texts []string) string {
	widths := head.widths
	rest, shares := w, 0
	for _, n := range widths {
		if n > 0 {
			rest -= n
		} else {
			shares -= n
		}
	}
	var b strings.Builder
	for i, t := range texts {
		n := widths[i]
		if n < 0 {
			n = rest * -widths[i] / shares
			rest, shares = rest-n, shares+widths[i]
		}
		room := n - 1
		if i == len(texts)-1 {
			room = n
		}
		if i == head.middle {
			t = s.middle(t, room)
		}
		b.WriteString(s.fit(s.fit(t, room), n))
	}
	return b.String()
}

// noteLines are the latest message.
func (s *shell) noteLines(w int) []string {
	var out []string
	for _, t := range s.wrap(s.note.text, w-4, 2) {
		out = append(out, "  "+s.style.Tone[s.note.tone].Render(t))
	}
	return out
}

// foot puts lines at the bottom of h.
func (s *shell) foot(lines, below []string, w, h int) []string {
	return append(s.block(lines, w, h-len(below)), s.block(below, w, len(below))...)
}

// hints are the keys of a page with the list on it: those of its own, while
// there is something to act on, and those that every list has.
func (l *list) hints(s *shell, own ...hint) []hint {
	if len(l.rows) == 0 {
		return []hint{{"Esc", s.words.KeyBack}, {"?", s.words.KeyHelp}}
	}
	return append(own, hint{"/", s.words.KeyFind}, hint{"Esc", s.words.KeyBack}, hint{"?", s.words.KeyHelp})
}

// found is how a row is found by typing: folded.
func found(parts ...string) string { return stampdesk.Fold(strings.Join(parts, " ")) }

// cardFound is the same for a card, whose number is typed in many ways.
func cardFound(card stampdesk.CardNumber, parts ...string) string {
	return card.Digits() + " " + found(append([]string{card.String()}, parts...)...)
}
