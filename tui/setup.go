package tui

import "stampdesk"

// setupPage is what has to be done before a desk works. What is done is seen in
// the store and at the machines, so it can be left at any time.
type setupPage struct {
	choice
	prep   stampdesk.Preparation
	loaded bool
	chosen bool // a person moved the choice
	begun  bool // the chosen step was open when it was gone into
}

func (p *setupPage) read(from sight) (func(*shell), error) {
	prep, err := stampdesk.PreparationOf(from)
	if err != nil {
		return nil, err
	}
	return func(s *shell) {
		first := !p.loaded
		p.prep, p.loaded = prep, true
		if first || !p.chosen || p.begun && p.state(s, p.at) != stepOpen {
			p.toOpen(s)
		}
	}, nil
}

// toOpen chooses the first step that is open.
func (p *setupPage) toOpen(s *shell) {
	p.chosen, p.begun = false, false
	for i := range setupSteps {
		if p.state(s, i) == stepOpen {
			p.at = i
			return
		}
	}
	p.at = setupSteps - 1
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
	case in.is(keys.Retry) && s.behindhand:
		s.reopening = true
	case p.choice.key(s, in, setupSteps):
		p.enter(s)
	}
	p.chosen = p.chosen || p.at != at
}

// enter opens the chosen step.
func (p *setupPage) enter(s *shell) {
	s.hush()
	p.begun = p.state(s, p.at) == stepOpen
	switch p.at {
	case stepSupervisor, stepOperators:
		s.turnTo(&peoplePage{})
	case stepHeader:
		s.openHeader()
	case stepRound:
		s.openRound()
	case stepScanner:
		s.turnToDevice(&scannerPage{}, "stampdesk scanner test")
	case stepPrinter:
		s.turnToDevice(&printerPage{}, "stampdesk printer test")
	case stepRoster:
		if s.opt.Import == nil {
			s.say(calm, fill(s.words.StepCommand, "stampdesk roster import"))
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
	p.begun = p.state(s, p.at) == stepOpen
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

func (p *setupPage) hints(s *shell) []hint {
	out := []hint{{"Enter", s.words.KeyOpen}}
	if _, ok := passable[p.at]; ok && p.state(s, p.at) == stepOpen {
		out = append(out, hint{"x", s.words.KeyPass})
	} else if p.at == stepRound {
		out = append(out, hint{"x", s.words.KeyKeepRound})
	}
	if s.behindhand {
		out = append(out, hint{"r", s.words.KeyReopenDesk})
	}
	return append(out, hint{s.sign.MoreAbove + s.sign.MoreBelow, s.words.KeyChoose}, hint{"Esc", s.words.KeyBack}, hint{"?", s.words.KeyHelp})
}

func (p *setupPage) help(w *words) string { return w.HelpSetup }
