package tui

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stampdesk"
)

// line is one thing that the palette offers.
type line struct {
	name, about, key string
	found            []string // what it is found by, folded: the name, then others
	second           bool     // nobody means it by a name that fits a better one
	order            order
}

// acts are what the keys of a screen do. They are done by pressing the keys.
func (s *shell) acts(of screen) []line {
	if t, ok := of.(typist); ok && t.takesText() { // its letters are text
		return nil
	}
	var out []line
	for _, h := range of.hints(s) {
		in, ok := keyOf(s, h.key)
		if !ok {
			continue
		}
		out = append(out, line{
			name: capital(h.does), about: s.words.ThisScreen, key: h.key, found: []string{stampdesk.Fold(h.does)},
			order: order{beside: true, do: func() { s.press(in) }},
		})
	}
	return out
}

// keyOf is the key that a hint shows; false for those that only move, for those
// that the palette has itself, and for Enter: nobody says that a card was stamped
// without the card before their eyes.
func keyOf(s *shell, shown string) (input, bool) {
	switch shown {
	case keys.Esc.Help().Key, keys.Help.Help().Key, "F1", "F2":
		return input{}, false
	case s.words.KeySpace, s.words.KeySpaceBar:
		return input{kind: inputRune, text: " "}, true
	case "Tab":
		return input{kind: inputKey, name: strings.ToLower(shown)}, true
	}
	if strings.HasPrefix(shown, "ctrl+") {
		return input{kind: inputKey, name: shown}, true
	}
	if len(shown) == 1 && shown[0] > ' ' && shown[0] < 0x7f {
		return input{kind: inputRune, text: shown}, true
	}
	return input{}, false
}

// all is what there is: the acts of the screen in front, the destinations, and,
// once something is typed, batches and what may be searched for.
func (p *palette) all(s *shell) []line {
	var out []line
	destinations := s.destinations(s.words)
	for _, l := range s.acts(p.of) {
		if !slices.ContainsFunc(destinations, func(d destination) bool { return d.shown == l.key }) { // it is among them
			out = append(out, l)
		}
	}
	other := s.destinations(wordsIn(s.lang.Other()))
	for i, d := range destinations {
		l := line{name: d.title(s), key: d.shown, found: []string{stampdesk.Fold(d.name), stampdesk.Fold(other[i].name)}, order: order{d.beside, d.open}}
		for text := range strings.SplitSeq(d.also+","+other[i].also, ",") {
			if text = stampdesk.Fold(text); text != "" {
				l.found = append(l.found, text)
			}
		}
		if d.count > 0 && !s.countedAt.IsZero() {
			l.about = fill(s.words.WaitingN, s.count(d.count))
		}
		out = append(out, l)
	}
	if p.query.value() == "" {
		return out
	}
	out = append(append(append(out, s.formLines()...), s.decisionLine()...), s.paperLines(p.of)...)
	for i := range s.board.batches {
		r := &s.board.batches[i]
		l := line{
			name: s.join(fill(s.words.Batch, s.batchName(r.ID)), r.unit), about: s.state(r), second: digits(p.query.text) == 0,
			found: []string{stampdesk.Fold(fill(s.words.Batch, s.batchName(r.ID)) + " " + r.unit), r.folded},
		}
		id := r.ID
		if l.order.do = func() { s.turnTo(&appraisal{batch: id}) }; !r.IsClosed() {
			l.order.do = func() { s.take(id) }
		}
		out = append(out, l)
	}
	return out
}

// formLines are the forms and the reports, each by its number and its name.
func (s *shell) formLines() (out []line) {
	if s.opt.Forms.List == nil {
		return nil
	}
	for k := FormKind(1); k < formKinds; k++ {
		group := s.words.FormsGroup
		if k.form() == 0 {
			group = s.words.ReportsGroup
		}
		out = append(out, line{
			name: s.words.formTitle(k), about: group,
			found: []string{stampdesk.Fold(s.words.formTitle(k)), stampdesk.Fold(wordsIn(s.lang.Other()).formTitle(k))},
			order: order{do: func() { s.writeForm(k, "") }},
		})
	}
	return out
}

// formTitle is a form by its official number, and what it is.
func (w *words) formTitle(k FormKind) string {
	number, what, ok := strings.Cut(w.FormNames[k-1], "  ")
	if !ok {
		return number
	}
	first, n := utf8.DecodeRuneInString(what)
	return number + "-KTTĐV: " + string(unicode.ToLower(first)) + what[n:]
}

// decisionLine is the decision of the batch in hand, entered where batches are:
// no card is judged meanwhile.
func (s *shell) decisionLine() []line {
	i := slices.IndexFunc(s.board.batches, func(r batchRow) bool { return r.ID == s.home() })
	if i < 0 {
		return nil
	}
	id := s.home()
	name := fill(s.words.MenuDecision, s.batchName(id))
	return []line{{name: name, found: []string{stampdesk.Fold(name)}, order: order{do: func() {
		s.toBatches()
		for i := range s.board.batches {
			if s.board.batches[i].ID == id {
				s.open(newDecision(s, &s.board.batches[i]))
			}
		}
	}}}}
}

// paperLines are the papers of the place. Each opens the menu of its papers
// with the choice on it, which Enter prints.
func (s *shell) paperLines(of screen) []line {
	if !s.prints() {
		return nil
	}
	var out []line
	add := func(title func(*shell) string, all []paper) {
		for i, p := range all {
			name := fill(s.words.PrintPaper, p.name(s))
			out = append(out, line{name: name, found: []string{stampdesk.Fold(p.name(s)), stampdesk.Fold(strings.ReplaceAll(name, ":", ""))}, order: order{do: func() {
				s.choosePaper(title, all...)
				if m, ok := s.over.(*paperMenu); ok {
					m.at = i
				}
			}}})
		}
	}
	if _, round := of.(*roundPage); round {
		add(word(func(w *words) string { return w.AskRoundPrint }), roundPapers())
	}
	if id := s.home(); id != "" {
		add(s.batchTitle(id), s.batchPapers(id))
	}
	add(word(func(w *words) string { return w.PrintTitle }), s.deskPapers())
	return out
}

// take takes a batch in hand.
func (s *shell) take(id stampdesk.BatchID) { s.ask(s.taker, stampdesk.TakeBatch{Batch: id}) }

// asked are the lines for what was typed itself: the card that it is the number
// of, and the search for it.
func (p *palette) asked(s *shell) []line {
	text := p.query.value()
	if text == "" {
		return nil
	}
	var out []line
	if card, err := stampdesk.ParseCard(text); err == nil {
		out = append(out, line{name: fill(s.words.CardIs, card.String()), order: order{true, func() { s.turnTo(newCardPage(card)) }}})
	}
	return append(out, line{name: fill(s.words.SearchFor, text), key: "F3", order: order{true, func() { s.search(text) }}})
}

// rank is how well a name fits what was typed, 0 best: its beginning, the
// beginnings of its words, some part of it. Below 0 it does not.
func rank(name, want string) int {
	switch {
	case strings.HasPrefix(name, want):
		return 0
	case begins(name, want):
		return 1
	case strings.Contains(name, want):
		return 2
	}
	return -1
}

// begins reports that each word that was typed begins a word of the name.
func begins(name, want string) bool {
	words := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' || r == '(' })
	for _, w := range strings.Fields(want) {
		if !slices.ContainsFunc(words, func(t string) bool { return strings.HasPrefix(t, w) }) {
			return false
		}
	}
	return true
}

// found makes the lines anew where something has changed.
func (p *palette) found(s *shell) []line {
	now := paletteKey{p.query.value(), s.lang, s.counts, len(s.board.batches)}
	if p.lines != nil && p.made == now {
		return p.lines
	}
	p.made, p.lines = now, []line{}
	want := stampdesk.Fold(p.query.value())
	const worst = 3
	var ranked [2 * worst][]line // by the name, then by the other names of it
	for _, l := range p.all(s) {
		best := -1
		for i, name := range l.found {
			r := rank(name, want)
			if r < 0 {
				continue
			}
			if i > 0 || l.second {
				r += worst
			}
			if best < 0 || r < best {
				best = r
			}
		}
		if best >= 0 {
			ranked[best] = append(ranked[best], l)
		}
	}
	asked := p.asked(s)
	if len(asked) > 1 || digits(want) >= minPart { // a number is what is meant
		p.lines = append(p.lines, asked...)
		asked = nil
	}
	for _, some := range ranked {
		p.lines = append(p.lines, some...)
	}
	p.lines = append(p.lines, asked...)
	return p.lines
}

// minPart makes digits a part of a card number rather than the number of a
// batch.
const minPart = 4
