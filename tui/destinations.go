package tui

import (
	"github.com/charmbracelet/bubbles/key"

	"stampdesk"
)

// destination is somewhere to go, or something to do, that is not about the
// card in the hand. The menu and the palette draw the same ones.
type destination struct {
	menu   string // its key in the menu; "": the palette alone has it
	shown  string // the key that does it outside the menu; "": none
	name   string
	also   string // other words for it, with commas between
	count  int    // what waits there; uncounted: nothing is counted
	chief  bool   // a supervisor's, and only shown as such
	beside bool   // it leaves a card in hand where it is
	gap    bool   // the menu leaves a line under it
	open   func()
}

// uncounted is the count of what is not counted.
const uncounted = -1

// destinations are all of them, in the order of the menu.
func (s *shell) destinations(w *words) []destination {
	c := &s.counts
	to := func(p page) func() { return func() { s.turnTo(p) } }
	press := func(name string) func() { return func() { s.press(input{kind: inputKey, name: name}) } }
	at := func(here bool, b key.Binding) string { // a letter is a key only there
		if here {
			return b.Help().Key
		}
		return ""
	}
	all := []destination{
		{menu: "1", name: w.MenuSearch, shown: "F3", count: uncounted, beside: true, open: func() { s.search("") }},
		{menu: "2", name: w.MenuHeld, also: w.AlsoHeld, count: c.Held, open: to(&heldList{})},
		{menu: "3", name: w.MenuRenewals, count: c.Renewals, open: to(&renewals{})},
		{menu: "4", name: w.MenuChase, count: c.Chased, gap: true, open: to(&chaseList{})},
		s.toAppraisal(w),
		{menu: "6", name: w.MenuChanges, count: c.Changes, gap: true, open: to(&changes{})},
		{menu: "7", name: w.MenuReconcile, count: uncounted, open: to(&reconciling{})},
		{menu: "8", name: w.MenuQuality, count: uncounted, open: to(&quality{today: stampdesk.DateOf(s.now)})},
		{menu: "9", name: w.MenuLists, count: uncounted, gap: true, open: to(&rosters{})},
		{menu: "0", name: w.MenuPrints, also: w.AlsoPrints, count: c.prints, open: to(&printQueue{})},

		{menu: "r", name: w.MenuRound, count: uncounted, open: to(&roundPage{})},
		{menu: "j", name: w.MenuJournal, count: uncounted, open: to(&journalPage{})},
		{menu: "w", name: w.MenuPeople, also: w.AlsoPeople, count: uncounted, open: to(&peoplePage{})},
		{menu: "c", name: w.MenuSetup, also: w.AlsoSetup, count: uncounted, open: to(&setupPage{})},
		{menu: "d", name: w.Settings, also: w.AlsoSettings, count: uncounted, open: to(&settingsPage{})},
	}
	if s.opt.Settings.List != nil {
		all = append(all,
			destination{name: w.ScannerTitle, also: w.AlsoScanner, count: uncounted, open: to(&scannerPage{})},
			destination{name: w.PrinterTitle, also: w.AlsoPrinter, count: uncounted, open: to(&printerPage{})})
	}
	if s.opt.Forms.List != nil {
		all = append(all, destination{menu: "e", name: w.FormsTitle, also: w.AlsoForms, count: uncounted, open: to(&formsPage{})})
	}
	all[len(all)-1].gap = true
	return append(all, []destination{
		{name: w.MenuDesk, count: uncounted, open: s.toDesk},
		{menu: "b", name: w.MenuBatches, also: w.AlsoBatches, shown: at(s.front == atDesk, keys.Batches), count: uncounted, open: s.toBatches},
		{menu: "n", name: w.MenuNewBatch, also: w.AlsoNewBatch, shown: at(s.front == atBatches, keys.New), count: uncounted, open: s.toIntake},
		{menu: "s", name: w.MenuShift, also: w.AlsoShift, shown: at(s.front <= atDesk, keys.Shift), count: uncounted, gap: true, open: func() { s.hush(); s.open(newShift(s)) }},

		{name: w.MenuHandDesk, also: w.AlsoHandDesk, shown: "F4", count: uncounted, open: press("f4")},
		{name: w.MenuLock, also: w.AlsoLock, count: uncounted, beside: true, open: s.lockNow},
		{name: w.MenuLanguage, shown: "F2", count: uncounted, beside: true, open: press("f2")},
		{name: w.MenuHelp, shown: "?", count: uncounted, beside: true, open: press("f1")},
		{name: w.MenuSignOut, also: w.AlsoSignOut, shown: "ctrl+o", count: uncounted, open: press("ctrl+o")},
		{name: w.MenuQuit, also: w.AlsoQuit, shown: "ctrl+c", count: uncounted, beside: true, open: s.toQuit},
	}...)
}

// toAppraisal is the appraisal of the batch in hand.
func (s *shell) toAppraisal(w *words) destination {
	batch := s.home()
	if batch == "" {
		return destination{menu: "5", name: w.MenuNoBatch, count: uncounted, open: func() { s.say(warn, s.rules.Refusals[stampdesk.NoBatch]) }}
	}
	return destination{menu: "5", name: fill(w.MenuAppraise, s.batchName(batch)), count: s.counts.differences, open: func() { s.turnTo(&appraisal{batch: batch}) }}
}

// toDesk turns to the batch in hand, or says that there is none.
func (s *shell) toDesk() {
	if s.home() == "" {
		s.toBatches()
		s.say(warn, s.rules.Refusals[stampdesk.NoBatch])
		return
	}
	s.front, s.pages, s.stale = atDesk, nil, true
	s.hush()
}

func (s *shell) toBatches() {
	s.front, s.pages, s.stale = atBatches, nil, true
	s.hush()
}

// toIntake asks for a new batch where no card is judged meanwhile.
func (s *shell) toIntake() {
	if s.front == atDesk {
		s.toBatches()
	}
	s.hush()
	s.open(newOpening(s))
}

// lockNow locks the desk at once, as it locks itself.
func (s *shell) lockNow() { s.lock = newLock(s.person.ID, false) }

func (s *shell) toQuit() { s.open(&quitQuestion{under: s.over}) }

// order is something that the menu or the palette was told to do.
type order struct {
	beside bool // a card in hand stays where it is
	do     func()
}

// press has a key pressed for the person, once what is under way is done.
func (s *shell) press(in input) { s.pressed = append(s.pressed, in) }

// carry carries out what was ordered. A card in hand is answered first; the
// balance of a batch, which would grow old meanwhile, is left.
func (m *model) carry() {
	s := m.s
	if o := s.ordered; o != nil {
		s.ordered = nil
		if q := m.desk.question; q != nil && !o.beside {
			s.say(warn, fill(s.words.AnswerFirst, q.Card.String()))
			return
		}
		was := atDesk
		if m.closing.closed {
			was = atBatches
		}
		if s.front == atClosing && !o.beside {
			s.front, s.stale = was, true
		}
		if o.do(); s.front == atPages && s.behind == atClosing {
			s.behind = was
		}
	}
	for len(s.pressed) > 0 {
		in := s.pressed[0]
		s.pressed = s.pressed[1:]
		m.input(in)
	}
}
