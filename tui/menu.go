package tui

import (
	"slices"
	"strings"

	"stampdesk"
)

// menu is the way to everything that does not happen with a card in the hand.
type menu struct {
	choice
	counts counts
	loaded bool
}

// counts say how much waits on each page.
type counts struct {
	batch stampdesk.BatchID // that differences is about
	stampdesk.Backlog
	differences int
	prints      int // open jobs
}

// readsOnce: what waits is counted when the menu comes to the front, which it
// does after every act on a page, and not whenever somebody writes: to count is
// to walk over all cards.
func (m *menu) readsOnce() {}

func (m *menu) read(from sight) (put func(*shell), err error) {
	c := counts{batch: from.batch}
	queue := stampdesk.PrintQueue{Desk: from.desk}
	if err := queue.Read(from); err != nil {
		return nil, err
	}
	for _, j := range queue.Jobs() {
		if j.IsOpen() {
			c.prints++
		}
	}
	if c.Backlog, err = stampdesk.BacklogOf(from, from.round); err != nil {
		return nil, err
	}
	if from.batch != "" {
		all, err := stampdesk.Appraise(from, from.batch)
		if err != nil {
			return nil, err
		}
		c.differences = len(all)
	}
	return func(*shell) { m.counts, m.loaded = c, true }, nil
}

// entry is a line of the menu.
type entry struct {
	name  string
	count int // -1: nothing is counted
	open  func()
}

func (m *menu) entries(s *shell) []entry {
	c := &m.counts
	appraise := entry{s.words.MenuNoBatch, -1, func() { s.say(warn, s.rules.Refusals[stampdesk.NoBatch]) }}
	if batch := s.home(); batch != "" {
		appraise = entry{fill(s.words.MenuAppraise, s.batchName(batch)), c.differences, func() { s.turnTo(&appraisal{batch: batch}) }}
	}
	return []entry{
		{s.words.MenuSearch, -1, func() { s.search("") }},
		{s.words.MenuHeld, c.Held, func() { s.turnTo(&heldList{}) }},
		{s.words.MenuRenewals, c.Renewals, func() { s.turnTo(&renewals{}) }},
		{s.words.MenuChase, c.Chased, func() { s.turnTo(&chaseList{}) }},
		appraise,
		{s.words.MenuChanges, c.Changes, func() { s.turnTo(&changes{}) }},
		{s.words.MenuReconcile, -1, func() { s.turnTo(&reconciling{}) }},
		{s.words.MenuQuality, -1, func() { s.turnTo(&quality{today: stampdesk.DateOf(s.now)}) }},
		{s.words.MenuLists, -1, func() { s.turnTo(&rosters{}) }},
		{s.words.MenuPrints, c.prints, func() { s.turnTo(&printQueue{}) }},
		{s.words.MenuSetup, -1, func() { s.turnTo(&setupPage{}) }},
	}
}

// menuBlocks are the entries under which a line is left: what is done with cards,
// with a batch, and with everything.
var menuBlocks = [...]int{3, 5, 8}

// menuDigits open the entries, in their order.
const menuDigits = "1234567890c"

func (m *menu) key(s *shell, in input) {
	all := m.entries(s)
	switch {
	case in.is(keys.Esc):
		s.turnBack()
	case in.text == "/":
		s.search("")
	case in.is(keys.Home):
		m.at = 0
	case in.is(keys.End):
		m.at = len(all) - 1
	case in.kind == inputRune && len(in.text) == 1 && strings.Contains(menuDigits, in.text):
		m.at = strings.Index(menuDigits, in.text)
		all[m.at].open()
	case m.choice.key(s, in, len(all)):
		all[m.at].open()
	}
}

func (m *menu) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (m *menu) view(s *shell, w, h int) []string {
	out := []string{" " + s.style.Head.Render(s.words.Menu), "", ""}
	for i, e := range m.entries(s) {
		count := ""
		switch {
		case e.count < 0:
		case !m.loaded:
			count = s.sign.Dash
		default:
			count = s.count(e.count)
		}
		text := string(menuDigits[i]) + "  " + s.fit(e.name, 44) + right(count, 8) + " "
		switch {
		case i == m.at:
			text = s.sign.Pointer + " " + s.style.Chosen.Render(text)
		case e.count > 0:
			text = "  " + s.style.Head.Render(text)
		default:
			text = "  " + text
		}
		if out = append(out, "   "+text); slices.Contains(menuBlocks[:], i) {
			out = append(out, "")
		}
	}
	return s.foot(out, s.noteLines(w), w, h)
}

func (m *menu) hints(s *shell) []hint {
	return []hint{{"Enter", s.words.KeyOpen}, {s.sign.MoreAbove + s.sign.MoreBelow, s.words.KeyChoose}, {"/", s.words.KeyFind}, {"Esc", s.words.KeyBack}, {"?", s.words.KeyHelp}}
}

func (m *menu) help(w *words) string { return w.HelpMenu }
