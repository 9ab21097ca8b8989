package tui

import "stampdesk"

// The steps of the set-up, in their order.
const (
	stepSupervisor = iota
	stepHeader
	stepRound
	stepScanner
	stepPrinter
	stepRoster
	stepOperators
	stepBatch
	setupSteps
)

// stepState is how far a step is.
type stepState uint8

const (
	stepOpen   stepState = iota
	stepDone             // it is a fact
	stepPassed           // a person said that it needs nothing
)

// state is how far a step is, by facts.
func (p *setupPage) state(s *shell, step int) stepState { return s.stepState(&p.prep, step) }

func (s *shell) stepState(p *stampdesk.Preparation, step int) stepState {
	done := false
	var pass stampdesk.SetUpStep
	switch step {
	case stepSupervisor:
		done = p.Supervisors > 0
	case stepHeader:
		b := s.board.setup.Board
		done = b.Name != "" && b.Place != ""
	case stepRound:
		done = p.Decided[stampdesk.RoundStep]
	case stepScanner:
		done, pass = s.devices.Scanner.Link == Up, stampdesk.ScannerStep
	case stepPrinter:
		done, pass = s.prints() && (s.devices.Printer.Link == Up || s.devices.Printer.Link == Busy), stampdesk.PrinterStep
	case stepRoster:
		done = p.Members > 0
	case stepOperators:
		done, pass = p.Operators > 0, stampdesk.PeopleStep
	case stepBatch:
		done = p.Batches > 0
	}
	switch {
	case done:
		return stepDone
	case pass != "" && p.Decided[pass]:
		return stepPassed
	}
	return stepOpen
}

// openSteps is how many steps are open.
func (s *shell) openSteps(p *stampdesk.Preparation) (n int) {
	for i := range setupSteps {
		if s.stepState(p, i) == stepOpen {
			n++
		}
	}
	return n
}

// arrive is what a supervisor finds who signs in before the desk can work: the
// set-up where nothing can be done without it, else the list of batches, with a
// line that says where it is. From the first batch on it is the round.
func (s *shell) arrive() {
	p := s.board.prep
	_, home := s.page().(*roundPage)
	switch {
	case !s.arriving || s.front != atBatches && !home || s.over != nil || s.lock != nil || s.person == nil:
		return
	case p == nil || s.person.Role != stampdesk.Supervisor || len(s.board.batches) > 0:
		s.arriving = false
		return
	}
	if s.arriving = false; home {
		s.turnBack()
	}
	switch {
	case p.Members == 0:
		s.turnTo(&setupPage{})
	case s.openSteps(p) > 1: // the batch itself is on the screen
		s.say(calm, fill(s.words.SetupResume, s.count(s.openSteps(p)-1)))
	}
}
