package tui

import (
	"strconv"
	"strings"

	"stampdesk"
)

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

// setupPage is what has to be done before a desk works. What is done is seen in
// the store and at the machines, so it can be left at any time.
type setupPage struct {
	choice
	prep   stampdesk.Preparation
	loaded bool
	chosen bool // a person moved the choice
}

func (p *setupPage) read(from sight) (func(*shell), error) {
	prep, err := stampdesk.PreparationOf(from)
	if err != nil {
		return nil, err
	}
	return func(s *shell) {
		was := p.state(s, p.at)
		first := !p.loaded
		p.prep, p.loaded = prep, true
		if first || !p.chosen || was == stepOpen && p.state(s, p.at) != stepOpen {
			p.toOpen(s)
		}
	}, nil
}

// toOpen chooses the first step that is open.
func (p *setupPage) toOpen(s *shell) {
	p.chosen = false
	for i := range setupSteps {
		if p.state(s, i) == stepOpen {
			p.at = i
			return
		}
	}
	p.at = setupSteps - 1
}

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

// passable are the steps that a person may pass over, by their names on record.
var passable = map[int]stampdesk.SetUpStep{
	stepScanner: stampdesk.ScannerStep, stepPrinter: stampdesk.PrinterStep, stepOperators: stampdesk.PeopleStep,
}

func (p *setupPage) key(s *shell, in input) {
	at := p.at
	switch {
	case in.is(keys.Esc):
		s.turnBack()
		return
	case in.is(keys.Home):
		p.at = 0
	case in.is(keys.End):
		p.at = setupSteps - 1
	case !p.loaded:
	case in.kind == inputRune && len(in.text) == 1 && in.text >= "1" && int(in.text[0]-'0') <= setupSteps:
		p.at = int(in.text[0] - '1')
		p.enter(s)
	case in.is(keys.Act):
		p.pass(s)
	case p.choice.key(s, in, setupSteps):
		p.enter(s)
	}
	p.chosen = p.chosen || p.at != at
}

// enter opens the chosen step.
func (p *setupPage) enter(s *shell) {
	s.hush()
	switch p.at {
	case stepSupervisor, stepOperators:
		s.turnToStep(peopleStep(), "stampdesk operator add")
	case stepHeader:
		s.openHeader()
	case stepRound:
		s.openRound()
	case stepScanner:
		s.turnToStep(scannerStep(), "stampdesk scanner test")
	case stepPrinter:
		s.turnToStep(printerStep(), "stampdesk printer test")
	case stepRoster:
		if s.opt.Import == nil {
			s.turnToStep(nil, "stampdesk roster import")
			return
		}
		s.importFile("")
	case stepBatch:
		p.firstBatch(s)
	}
}

// firstBatch goes where batches are taken in.
func (p *setupPage) firstBatch(s *shell) {
	if p.prep.Members == 0 {
		s.say(warn, s.words.RosterFirst)
		return
	}
	s.front, s.pages, s.stale = atBatches, nil, true
	if p.prep.Batches == 0 {
		s.open(newOpening(s))
	}
}

// pass asks for a supervisor's word that the chosen step needs nothing.
func (p *setupPage) pass(s *shell) {
	step, ok := passable[p.at]
	switch {
	case p.at == stepRound:
		s.hush()
		s.keepRound()
	case ok && p.state(s, p.at) == stepOpen:
		s.hush()
		what := s.words.PassTitle[p.at]
		s.open(newApproval(s, approvalOf{
			title: what, what: s.words.PassWhat[p.at],
			ask: func(by stampdesk.Approval, _ stampdesk.Reason, _ string) stampdesk.Request {
				return stampdesk.DecideStep{Step: step, By: by}
			},
			done: func(s *shell, _ *stampdesk.Outcome) { s.say(good, fill(s.words.Passed, what)) },
		}))
	}
}

func (p *setupPage) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

// says is what is known of a step, in a few words.
func (p *setupPage) says(s *shell, step int) string {
	state, r := p.state(s, step), s.board.setup.Round
	link := func(d Device) string {
		if state == stepDone {
			return s.words.SaysUp
		}
		if d.About != "" && d.Link != Absent {
			return d.About
		}
		return s.words.SaysNotUp
	}
	some := func(n int, say, none string) string {
		if n == 0 {
			return none
		}
		return fill(say, s.count(n))
	}
	switch {
	case state == stepPassed:
		return s.words.SaysPassed[step]
	case step == stepSupervisor:
		return some(p.prep.Supervisors, s.words.SaysPeople, s.words.SaysNobody)
	case step == stepHeader && state == stepDone:
		return s.join(s.board.setup.Board.Name, s.board.setup.Board.Place)
	case step == stepHeader:
		return s.words.SaysNoHeader
	case step == stepRound && state == stepDone:
		return fill(s.words.SaysRound, s.ordinal(r.Ordinal), r.From.String(), r.To.String())
	case step == stepRound:
		return fill(s.words.SaysRoundNew, s.ordinal(r.Ordinal), r.To.String())
	case step == stepScanner:
		return link(s.devices.Scanner)
	case step == stepPrinter:
		return link(s.devices.Printer)
	case step == stepRoster:
		return some(p.prep.Members, s.words.SaysRoster, s.words.SaysNoRoster)
	case step == stepOperators:
		return some(p.prep.Operators, s.words.SaysPeople, s.words.SaysNobody)
	}
	return some(p.prep.Batches, s.words.SaysBatches, s.words.SaysNoBatch)
}

func (p *setupPage) view(s *shell, w, h int) []string {
	title := " " + s.style.Head.Render(s.words.MenuSetup)
	if !p.loaded {
		return s.block([]string{title, "", "", "  " + s.style.Tone[quiet].Render(s.words.ReadingStore)}, w, h)
	}
	left := s.openSteps(&p.prep)
	if left > 0 {
		title += "  " + fill(s.words.SetupOpen, s.count(left))
	}
	out := []string{title, ""}
	gap := h >= 30
	for i := range setupSteps {
		if out = append(out, p.line(s, i, w)); gap {
			out = append(out, "")
		}
	}
	below := []string{s.style.Tone[quiet].Render(" " + strings.Repeat(s.sign.Rule, w-2))}
	for _, l := range s.wrap(p.why(s, left), w-4, 4) {
		below = append(below, "  "+l)
	}
	return s.foot(out, append(append(below, ""), s.noteLines(w)...), w, h)
}

// line is one step: its mark, its number, and what is known of it.
func (p *setupPage) line(s *shell, step, w int) string {
	mark, t := s.sign.Absent, warn
	switch p.state(s, step) {
	case stepDone:
		mark, t = s.sign.Stamp, good
	case stepPassed:
		mark, t = s.sign.Dash, quiet
	}
	text := strconv.Itoa(step+1) + "  " + s.fit(s.words.SetupSteps[step], 22) + s.fit(s.middle(p.says(s, step), w-36), w-35)
	point := " "
	if step == p.at {
		point, text = s.sign.Pointer, s.style.Chosen.Render(text)
	} else if p.state(s, step) == stepOpen {
		text = s.style.Head.Render(text)
	}
	return "  " + point + " " + s.style.Tone[t].Render(mark) + " " + text
}

// why says what the chosen step is for, and what the round of the calendar
// comes to.
func (p *setupPage) why(s *shell, left int) string {
	text := s.words.SetupWhy[p.at]
	switch over := s.roundOver(); {
	case left == 0 && p.at == setupSteps-1:
		text = s.words.SetupDone
	case p.at == stepRound && over != "":
		text += " " + over
	}
	return text
}

func (p *setupPage) hints(s *shell) []hint {
	out := []hint{{"Enter", s.words.KeyOpen}}
	if _, ok := passable[p.at]; ok && p.state(s, p.at) == stepOpen {
		out = append(out, hint{"x", s.words.KeyPass})
	} else if p.at == stepRound {
		out = append(out, hint{"x", s.words.KeyKeep})
	}
	return append(out, hint{s.sign.MoreAbove + s.sign.MoreBelow, s.words.KeyChoose}, hint{"Esc", s.words.KeyBack}, hint{"?", s.words.KeyHelp})
}

func (p *setupPage) help(w *words) string { return w.HelpSetup }

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
