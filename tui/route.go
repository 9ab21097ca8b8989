package tui

import (
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"golang.org/x/text/unicode/norm"

	"stampdesk"
)

// inputsIn routes inputs: first the keys that mean the same everywhere.
func (m *model) inputsIn(all []input) {
	for _, in := range all {
		m.input(in)
		m.carry()
	}
}

func (m *model) input(in input) {
	s := m.s
	s.garble = false
	switch {
	case in.is(keys.QuitNow):
		if _, twice := s.over.(*quitQuestion); len(s.kept)+len(s.waiting) > 0 && s.lock == nil && !twice && !s.small() {
			s.open(&quitQuestion{under: s.over}) // they are on no record
			return
		}
		s.quit()
	case in.is(keys.Interrupt) && s.lock != nil: // a scanner may end its codes with it
	case in.is(keys.Interrupt):
		if _, twice := s.over.(*quitQuestion); twice || s.small() {
			s.quit()
			return
		}
		s.open(&quitQuestion{under: s.over})
	case m.tested(in):
	case in.kind == inputGarble && !m.fields():
		s.garble = true
	case in.kind == inputScan && s.front == atSignIn && m.signin.atPIN && !m.signin.waiting && s.over == nil:
		m.signin.pin.add(in.text) // a PIN may be a long number, and is shown to nobody
		if in.name == "enter" {
			m.signin.key(s, input{kind: inputKey, name: in.name})
		}
	case in.kind == inputGarble, in.kind == inputScan && !m.atDesk() && !isCode(in.text):
		m.typed(in)
	case in.kind == inputScan:
		m.scanned(in.text)
	case in.kind == inputPaste && !m.secret() && m.takesCodes(in.text):
		for _, code := range lines(in.text) {
			m.scanned(code)
		}
	case s.small():
	case in.is(keys.Language):
		s.speak(s.lang.Other())
	case in.is(keys.HandDesk) && s.person != nil && s.lock == nil:
		if s.over == nil {
			m.handDesk()
		}
	case s.lock != nil:
		s.lock.key(s, in)
	case in.is(keys.Esc) && s.feed.low && s.front <= atDesk && s.person != nil && s.over == nil && !m.fields() && m.desk.ready():
		s.feed.low = false
	case in.is(keys.Palette) && s.person != nil:
		m.openPalette()
	case in.is(keys.Search) && s.person != nil && s.over == nil && s.front != atClosing:
		s.search("")
	case in.is(keys.SignOut) && s.person != nil:
		if s.over == nil && s.ask(m.screen(), stampdesk.SignOut{}) {
			s.hush()
		}
	case in.name == "f1" || in.text == "?" && in.is(keys.Help) && s.over == nil && s.front != atSignIn:
		if _, open := s.over.(*helpPage); !open {
			s.open(&helpPage{of: m.screen(), under: s.over})
		}
	default:
		m.screen().key(s, in)
	}
}

// takesCodes reports whether pasted text is a list of codes, and not text for
// a field.
func (m *model) takesCodes(text string) bool {
	if m.s.front == atSignIn {
		return false
	}
	all := lines(text)
	for _, code := range all {
		if digits(code) < minDigits || !m.atDesk() && !isCode(code) {
			return false
		}
	}
	return len(all) > 0
}

// atDesk reports that the desk is in front with nothing over it: whatever is
// read there is a card, or meant to be one.
func (m *model) atDesk() bool { return m.screen() == screen(m.desk) }

// fields reports that the screen in front has a field that is typed into.
func (m *model) fields() bool {
	top, ok := m.screen().(typist)
	return ok && top.takesText()
}

// secret reports that what is typed now is shown to nobody.
func (m *model) secret() bool {
	top, ok := m.screen().(interface{ secret() bool })
	return ok && top.secret()
}

// typed gives text that came in one piece to the field that has the focus.
func (m *model) typed(in input) {
	s := m.s
	switch {
	case s.small():
	case !m.fields():
		s.say(warn, fill(s.words.NotACard, visible(in.text)))
	default:
		m.screen().key(s, input{kind: inputText, text: norm.NFC.String(in.text)})
		if in.name != "" {
			m.screen().key(s, input{kind: inputKey, name: in.name, text: in.text})
		}
	}
}

// scanned takes a code from a scanner that plays keyboard. What cannot go to
// the desk at once is kept, never lost.
func (m *model) scanned(code string) {
	s := m.s
	if m.command(code) || m.taken(code) {
		return
	}
	if p, helping := s.over.(*helpPage); helping {
		s.over = p.under
	}
	s.keep(code, stampdesk.FromKeyboard)
	if s.front == atDesk && s.over == nil {
		m.desk.number.text, m.desk.typing = "", false
	}
}

// answers reports whether an outcome is the answer to the request that waits
// for one. Outcomes of scans carry the code.
// waited are the codes that wait, of which Next serves one.
func answers(r stampdesk.Request, o *stampdesk.Outcome, waited []string) bool {
	if r == nil {
		return false
	}
	if _, next := r.(stampdesk.Next); next && (o.Result == stampdesk.Presented || o.Result == stampdesk.Recorded || o.Result == stampdesk.Judged) {
		return slices.Contains(waited, o.Raw)
	}
	switch o.Result {
	case stampdesk.Done:
		return true
	case stampdesk.Declined:
		switch o.Refusal {
		case stampdesk.NotSignedIn, stampdesk.NoBatch: // of a scan too: then it is about the code
			return o.About == "" || o.About == about(r)
		}
		return true
	case stampdesk.Recorded:
		card, ok := cardOf(r)
		return ok && o.Raw == "" && card == o.Card
	}
	return false
}

// about is the card of a request, as the desk names it.
func about(r stampdesk.Request) string {
	if card, ok := cardOf(r); ok {
		return card.String()
	}
	if c, ok := r.(stampdesk.Choose); ok {
		return c.Card.String()
	}
	return ""
}

// cardOf is the card of a request that is answered by an entry about it.
func cardOf(r stampdesk.Request) (stampdesk.CardNumber, bool) {
	switch q := r.(type) {
	case stampdesk.Confirm:
		return q.Card, true
	case stampdesk.Withdraw:
		return q.Card, true
	case stampdesk.SetAside:
		return q.Card, true
	case stampdesk.Void:
		return q.Card, true
	case stampdesk.Misread:
		return q.Card, true
	case stampdesk.Override:
		return q.Card, true
	case stampdesk.Settle:
		return q.Card, true
	case stampdesk.Renew:
		return q.Card, true
	}
	return 0, false
}

// sitDown turns to where work begins: the batch in hand, else the batches, and
// over them the round where a supervisor comes.
func (m *model) sitDown() {
	s := m.s
	comes := s.front == atSignIn
	s.front, s.arriving = atBatches, true
	switch {
	case s.batch != nil:
		s.front = atDesk
	case comes && s.person != nil && s.person.Role == stampdesk.Supervisor:
		s.turnTo(&roundPage{})
	}
}

// done turns to the screen that follows.
func (m *model) done(r stampdesk.Request, from screen, o *stampdesk.Outcome) {
	s := m.s
	switch r.(type) {
	case stampdesk.SignIn:
		if s.lock != nil && from == screen(s.lock) {
			m.unlocked()
			return
		}
		s.parked = ""
		m.sitDown()
	case stampdesk.SignOut:
		s.person, s.batch, s.waiting, s.parked = nil, nil, nil, ""
		s.front, s.pages = atSignIn, nil
		m.signin, m.desk = newSignIn(), newDesk()
		clear(s.asking) // who comes next does not know
		s.forget()
	case stampdesk.OpenBatch, stampdesk.TakeBatch:
		if s.batch == nil {
			return // put down
		}
		if from == screen(m.desk) && o.Balance != nil {
			m.closing = newClosing(o.Balance)
			s.front = atClosing
			return
		}
		s.parked = ""
		if from != nil {
			s.front, m.batches.at = atDesk, s.batch.ID
		}
		m.desk.in(s.batch.ID)
		if from != nil {
			s.begins(s.batch.ID)
		}
	case stampdesk.BeginShift:
		s.begins("")
	case stampdesk.CloseBatch:
		s.parked = ""
	}
}

// unheld is for a batch that could not be put down, or not taken again.
func (m *model) unheld(r stampdesk.Request, o *stampdesk.Outcome) {
	s := m.s
	if n := s.then; n.from != nil { // it was not asked for
		n.from.answer(s, n.Request, o)
	}
	s.then = request{}
	if q := r.(stampdesk.TakeBatch); q.Batch != "" && s.front == atDesk {
		s.parked, s.front, s.stale = "", atBatches, true
	}
}

func (m *model) declined(o *stampdesk.Outcome) {
	s := m.s
	s.refuse(o)
	switch o.Refusal {
	case stampdesk.NotSignedIn:
		if s.person == nil {
			s.front = atSignIn
		}
		m.kept(o.About)
	case stampdesk.NoBatch:
		if s.batch == nil && s.front == atDesk && s.parked == "" {
			s.front = atBatches
		}
		s.again = m.desk.trouble != nil
		said := s.note
		s.hush()
		if m.command(o.About) {
			return
		}
		s.note = said
		m.kept(o.About)
	case stampdesk.NeedSupervisor:
		if q := m.desk.question; q != nil && s.over == nil && o.About == q.Card.String() { // other boxes for a new card
			m.desk.otherBoxes(s)
		}
	case stampdesk.NotThisCard:
		m.desk.drop()
	}
}

// kept keeps a card that the desk could not take.
func (m *model) kept(code string) {
	said := m.s.note
	m.s.hush()
	if code != "" && m.taken(code) {
		return
	}
	if _, err := stampdesk.ParseCard(code); err != nil {
		m.s.note = said
		return
	}
	m.s.keep(code, stampdesk.FromScanner)
}

func settled(after uint64) func(time.Time) tea.Msg {
	return func(time.Time) tea.Msg { return settleMsg{after} }
}
