package tui

import (
	tea "github.com/charmbracelet/bubbletea"
	"time"

	"stampdesk"
)

// inputsIn routes inputs: first the keys that mean the same everywhere.
func (m *model) inputsIn(all []input) {
	for _, in := range all {
		m.input(in)
	}
}

func (m *model) input(in input) {
	s := m.s
	s.garble = false
	switch {
	case in.is(keys.QuitNow):
		s.run(tea.Quit)
	case in.is(keys.Interrupt):
		if _, twice := s.over.(*quitQuestion); twice || s.small() {
			s.run(tea.Quit)
			return
		}
		s.open(&quitQuestion{})
	case in.kind == inputGarble:
		s.garble = true
	case in.kind == inputScan && s.front == atSignIn && m.signin.atPIN && s.over == nil:
		m.signin.pin.add(in.text) // a PIN may be a long number, and is shown to nobody
		if in.name == "enter" {
			m.signin.key(s, input{kind: inputKey, name: in.name})
		}
	case in.kind == inputScan:
		m.scanned(in.text)
	case in.kind == inputPaste && m.takesCodes(in.text):
		for _, code := range lines(in.text) {
			m.scanned(code)
		}
	case s.small():
	case in.is(keys.Language):
		l := stampdesk.English
		if s.lang == l {
			l = stampdesk.Vietnamese
		}
		s.speak(l)
		m.desk.recent.forget()
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
		if digits(code) < minDigits {
			return false
		}
	}
	return len(all) > 0
}

// scanned takes a code from a scanner that plays keyboard. What cannot go to
// the desk at once is kept, never lost.
func (m *model) scanned(code string) {
	s := m.s
	if m.command(code) {
		return
	}
	if _, helping := s.over.(*helpPage); helping {
		s.shut()
	}
	s.keep(code, stampdesk.FromKeyboard)
	if s.front == atDesk && s.over == nil {
		m.desk.number.text, m.desk.typing = "", false
	}
}

// answers reports whether an outcome is the answer to the request that waits
// for one. Outcomes of scans carry the code.
func answers(r stampdesk.Request, o *stampdesk.Outcome) bool {
	if r == nil {
		return false
	}
	switch o.Result {
	case stampdesk.Done:
		return true
	case stampdesk.Declined:
		return o.Refusal != stampdesk.NotSignedIn && o.Refusal != stampdesk.NoBatch || digits(o.About) < minDigits
	case stampdesk.Recorded:
		switch r.(type) {
		case stampdesk.Confirm, stampdesk.Withdraw, stampdesk.SetAside, stampdesk.Void:
			return o.Raw == ""
		}
	}
	return false
}

// sitDown turns to where work begins: the batch in hand, else the batches.
func (m *model) sitDown() {
	m.s.front = atBatches
	if m.s.batch != nil {
		m.s.front = atDesk
	}
}

// done turns to the screen that follows.
func (m *model) done(r stampdesk.Request, from screen, o *stampdesk.Outcome) {
	s := m.s
	switch r.(type) {
	case stampdesk.SignIn:
		m.sitDown()
	case stampdesk.SignOut:
		s.person, s.batch, s.waiting = nil, nil, nil
		s.front = atSignIn
		m.signin, m.desk = newSignIn(), newDesk()
	case stampdesk.OpenBatch, stampdesk.TakeBatch:
		if from == screen(m.desk) && o.Balance != nil {
			m.closing = newClosing(o.Balance)
			s.front = atClosing
			return
		}
		s.front = atDesk
		m.desk.fresh()
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
		if digits(o.About) >= minDigits {
			s.keep(o.About, stampdesk.FromScanner)
			s.hush()
		}
	case stampdesk.NoBatch:
		if s.batch == nil && s.front == atDesk {
			s.front = atBatches
			if digits(o.About) >= minDigits {
				s.keep(o.About, stampdesk.FromScanner)
				s.hush()
			}
		}
	case stampdesk.NotThisCard:
		m.desk.drop()
	}
}

func settled(after uint64) func(time.Time) tea.Msg {
	return func(time.Time) tea.Msg { return settleMsg{after} }
}
