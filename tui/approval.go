package tui

import "stampdesk"

// approvalOf is what a supervisor is asked to approve: one act, about one card
// or one batch.
type approvalOf struct {
	title, what string             // the act, and the thing that it is about
	reasons     []stampdesk.Reason // to choose from, the usual ones first; none: own words only
	needReason  bool               // ask for the reason at all

	// ask makes the request. A reason in own words is ReasonOther with the note.
	ask func(by stampdesk.Approval, r stampdesk.Reason, note string) stampdesk.Request
	// done hears of the outcome after the approval has gone from the screen, and
	// what was under it is in front again; nil: nothing more to do.
	done func(*shell, *stampdesk.Outcome)
}

// approval asks for a supervisor's word: the reason, and the id and PIN where
// whoever is signed in is none. Whatever is refused is said in it, and it
// stays.
type approval struct {
	approvalOf
	under   screen // what was asked before it, and is again after it
	reason  reasonField
	id, pin field
	steps   []step
	on      int
	wrong   string
	waiting bool

	declined func(*shell, *stampdesk.Outcome) // more to do where it was refused; nil: nothing
}

// step is one thing that an approval asks for.
type step uint8

const (
	stepReason step = iota
	stepPerson
	stepPIN
)

func newApproval(s *shell, a approvalOf) *approval {
	p := &approval{approvalOf: a, under: s.over, id: field{most: 16}, pin: field{most: 64, mask: true}}
	p.reason = newReasonField(a.reasons)
	if a.needReason {
		p.steps = append(p.steps, stepReason)
	}
	if s.person == nil || s.person.Role != stampdesk.Supervisor {
		p.steps = append(p.steps, stepPerson, stepPIN)
	}
	return p
}

// at is the step that has the focus; false where nothing is asked but Enter.
func (p *approval) at(st step) bool { return p.on < len(p.steps) && p.steps[p.on] == st }

// turn gives the focus to a step, if it is asked for.
func (p *approval) turn(to step) {
	for i, st := range p.steps {
		if st == to {
			p.on = i
		}
	}
}

func (p *approval) key(s *shell, in input) {
	if p.waiting {
		return
	}
	p.wrong = ""
	switch {
	case in.is(keys.Esc):
		p.pin.text = ""
		s.keepDraft(p)
		s.over = p.under
	case p.at(stepReason) && p.reason.moved(s, in):
	case in.is(keys.Prev):
		p.on = max(p.on-1, 0)
	case in.is(keys.Next) && len(p.steps) > 0: // it goes round and never submits
		p.on = (p.on + 1) % len(p.steps)
	case in.is(keys.Enter):
		p.next(s)
	case p.at(stepReason):
		p.reason.key(in)
	case p.at(stepPerson):
		p.id.key(in)
	case p.at(stepPIN):
		p.pin.key(in)
	}
}

// next goes to the next step, and past the last one asks the desk; what is
// missing is asked for first.
func (p *approval) next(s *shell) {
	reason, note := p.reason.chosen(s)
	if p.on < len(p.steps)-1 && (!p.at(stepReason) || reason != "") {
		p.on++
		return
	}
	for i, st := range p.steps {
		missing := false
		switch st {
		case stepReason:
			p.wrong = p.reason.lacks(s)
			missing = p.wrong != ""
		case stepPerson:
			missing = p.id.value() == ""
		case stepPIN:
			missing = p.pin.text == ""
		}
		if missing {
			p.on = i
			return
		}
	}
	by := stampdesk.Approval{Supervisor: stampdesk.PersonID(p.id.value()), PIN: p.pin.text}
	if s.submit(p, p.ask(by, reason, note)) {
		p.waiting = true
	}
}

func (p *approval) answer(s *shell, _ stampdesk.Request, o *stampdesk.Outcome) {
	p.waiting = false
	p.pin.text = ""
	if o.Result != stampdesk.Declined {
		s.hush()
		if s.over == screen(p) {
			s.over = p.under
		}
		if p.done != nil {
			p.done(s, o)
		}
		return
	}
	p.wrong = s.refusal(o)
	s.hush()
	switch o.Refusal {
	case stampdesk.WrongPIN:
		p.turn(stepPIN)
	case stampdesk.NeedSupervisor, stampdesk.LockedOut, stampdesk.PersonDisabled:
		p.turn(stepPerson)
	case stampdesk.NeedReason, stampdesk.WrongReason, stampdesk.NameInNote, stampdesk.LongNote:
		p.turn(stepReason)
	}
	if p.declined != nil {
		p.declined(s, o)
	}
}

func (p *approval) view(s *shell, w, h int) []string {
	label := func(t string) string { return " " + s.fit(t, 26) }
	lines := []string{""}
	for _, l := range s.wrap(p.what, w-10, 5) {
		lines = append(lines, " "+s.style.Head.Render(l))
	}
	lines = append(lines, "")
	for i, st := range p.steps {
		focus := i == p.on
		switch st {
		case stepReason:
			lines = append(lines, label(s.words.Reason)+p.reason.view(s, w-36, focus))
		case stepPerson:
			lines = append(lines, label(s.words.SupervisorID)+p.id.view(s, 20, focus))
		case stepPIN:
			lines = append(lines, label(s.words.SupervisorPIN)+p.pin.view(s, 20, focus))
		}
	}
	lines = append(lines, "")
	switch {
	case p.waiting:
		lines = append(lines, " "+s.style.Tone[quiet].Render(s.words.Checking))
	case p.wrong != "":
		for _, l := range s.wrap(s.sign.Refuse+" "+p.wrong, w-8, 2) {
			lines = append(lines, " "+s.style.Tone[bad].Render(l))
		}
	case s.opt.SignInHint != "" && (p.at(stepPerson) || p.at(stepPIN)): // in the demo nobody else can tell
		lines = append(lines, " "+s.style.Tone[quiet].Render(s.opt.SignInHint))
	case len(p.steps) == 0 || p.on == len(p.steps)-1:
		lines = append(lines, " "+s.style.Tone[quiet].Render(s.words.EnterApproves))
	default:
		lines = append(lines, "")
	}
	if p.at(stepReason) {
		lines = append(append(lines, ""), p.reason.list(s, h-len(lines)-3)...)
	}
	return s.block(s.box(frameHold, warn, " "+p.title+" ", lines, w-2, min(h, max(len(lines)+2, 12))), w, h)
}

func (p *approval) hints(s *shell) []hint {
	out := []hint{{"Enter", s.words.KeyNext}}
	if len(p.steps) == 0 || p.on == len(p.steps)-1 {
		out = []hint{{"Enter", s.words.KeyApprove}}
	}
	if p.at(stepReason) {
		out = append(out, hint{s.sign.MoreAbove + s.sign.MoreBelow, s.words.KeyChoose})
	}
	if len(p.steps) > 1 {
		out = append(out, hint{"Tab", s.words.KeyField})
	}
	return append(out, hint{"Esc", s.words.KeyCancel}, hint{"F1", s.words.KeyHelp})
}

func (p *approval) help(w *words) string { return w.HelpApproval }

// choose chooses the n-th reason, while one is asked for.
func (p *approval) choose(s *shell, n int) bool { return p.at(stepReason) && p.reason.choose(s, n) }

func (p *approval) takesText() bool { return len(p.steps) > 0 }

// secret reports that what is typed now is shown to nobody.
func (p *approval) secret() bool { return p.at(stepPIN) }

// judgesNothing: half a PIN must not become keys of the desk because a card
// came by.
func (p *approval) judgesNothing() {}
