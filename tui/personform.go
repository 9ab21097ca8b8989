package tui

import (
	"unicode/utf8"

	"stampdesk"
)

// personForm names a new person, or gives somebody a new PIN, which is typed
// twice and shown to nobody.
type personForm struct {
	of      *stampdesk.Person // whose PIN is new; nil: a new person
	id      field
	name    field
	chief   bool // a supervisor
	pin     field
	again   field
	on      int // in steps
	wrong   string
	waiting bool
}

// personStep is one thing that is asked for.
type personStep uint8

const (
	askID personStep = iota
	askName
	askRole
	askPIN
	askAgain
)

func newPersonForm(of *stampdesk.Person) *personForm {
	return &personForm{
		of: of, id: field{most: 16}, name: field{most: 60},
		pin: field{most: 64, mask: true}, again: field{most: 64, mask: true},
	}
}

func (f *personForm) steps() []personStep {
	if f.of != nil {
		return []personStep{askPIN, askAgain}
	}
	return []personStep{askID, askName, askRole, askPIN, askAgain}
}

func (f *personForm) step() personStep { return f.steps()[f.on] }

// turn gives the focus to a step.
func (f *personForm) turn(to personStep) {
	for i, st := range f.steps() {
		if st == to {
			f.on = i
		}
	}
}

// field is the one that has the focus; nil where nothing is typed.
func (f *personForm) field() *field {
	return map[personStep]*field{askID: &f.id, askName: &f.name, askPIN: &f.pin, askAgain: &f.again}[f.step()]
}

func (f *personForm) key(s *shell, in input) {
	if f.waiting {
		return
	}
	f.wrong = ""
	n := len(f.steps())
	switch {
	case in.is(keys.Esc):
		f.pin.text, f.again.text = "", ""
		s.leave(f)
	case f.step() == askRole && (in.kind == inputRune && in.text == " " || in.is(keys.Left) || in.is(keys.Right)):
		f.chief = !f.chief
	case f.step() == askRole && in.kind == inputRune && (in.text == "1" || in.text == "2"):
		f.chief = in.text == "2"
	case in.is(keys.Prev):
		f.on = max(f.on-1, 0)
	case in.is(keys.Next): // it goes round and never submits
		f.on = (f.on + 1) % n
	case in.is(keys.Enter) && f.on < n-1 && f.lacks(s, f.step()) == "":
		f.on++
	case in.is(keys.Enter):
		f.send(s)
	case f.field() != nil:
		f.field().key(in)
	}
}

// lacks says what is wrong with what was given in one step; "" where it will do.
func (f *personForm) lacks(s *shell, st personStep) string {
	switch st {
	case askID:
		if _, err := stampdesk.ParsePersonID(f.id.value()); err != nil {
			return s.words.WantPersonID
		}
	case askPIN:
		if utf8.RuneCountInString(f.pin.text) < stampdesk.MinPIN {
			return s.rules.Refusals[stampdesk.WeakPIN]
		}
	case askAgain:
		if f.again.text != f.pin.text {
			return s.words.PINsDiffer
		}
	}
	return ""
}

func (f *personForm) send(s *shell) {
	for i, st := range f.steps() {
		if f.wrong = f.lacks(s, st); f.wrong != "" {
			f.on = i
			if st == askAgain {
				f.again.text = ""
			}
			return
		}
	}
	var r stampdesk.Request
	if f.of != nil {
		r = stampdesk.ChangePIN{Person: f.of.ID, PIN: f.pin.text}
	} else {
		who := stampdesk.Person{ID: stampdesk.PersonID(f.id.value()), Name: f.name.value(), Role: stampdesk.Operator}
		if who.Name == "" {
			who.Name = string(who.ID)
		}
		if f.chief {
			who.Role = stampdesk.Supervisor
		}
		r = stampdesk.AddPerson{Person: who, PIN: f.pin.text}
	}
	f.waiting = s.ask(f, r)
}

func (f *personForm) answer(s *shell, _ stampdesk.Request, o *stampdesk.Outcome) {
	f.waiting, f.pin.text, f.again.text = false, "", ""
	switch {
	case o.Result == stampdesk.Declined:
		f.wrong = s.refusal(o)
		if f.turn(askPIN); o.Refusal == stampdesk.KnownPerson {
			f.turn(askID)
		}
		s.hush()
		return
	case f.of != nil:
		s.say(good, fill(s.words.PINChanged, s.personName(f.of)))
	default:
		s.say(good, fill(s.words.PersonAdded, f.id.value()))
		if p, ok := s.page().(*peoplePage); ok {
			p.added = f.id.value()
		}
	}
	s.shut()
}

func (f *personForm) view(s *shell, w, h int) []string {
	label := func(t string) string { return "  " + s.fit(t, 26) }
	title, lines := s.words.NewPerson, []string{""}
	if f.of != nil {
		title = s.words.NewPIN
		lines = append(lines, "  "+s.style.Head.Render(s.personName(f.of)), "")
	}
	for i, st := range f.steps() {
		focus := i == f.on
		switch st {
		case askID:
			lines = append(lines, label(s.words.PersonID)+f.id.view(s, 20, focus))
		case askName:
			lines = append(lines, label(s.words.ColName)+f.name.view(s, w-36, focus))
		case askRole:
			lines = append(lines, label(s.words.ColRole)+f.roles(s, focus))
		case askPIN:
			lines = append(lines, label(s.words.PINNew)+f.pin.view(s, 20, focus))
		case askAgain:
			lines = append(lines, label(s.words.PINAgain)+f.again.view(s, 20, focus))
		}
	}
	lines = append(lines, "")
	switch {
	case f.waiting:
		lines = append(lines, "  "+s.style.Tone[quiet].Render(s.words.Checking))
	case f.wrong != "":
		for _, l := range s.wrap(s.sign.Refuse+" "+f.wrong, w-10, 2) {
			lines = append(lines, "  "+s.style.Tone[bad].Render(l))
		}
	}
	return s.block(s.box(frameThin, work, " "+title+" ", lines, w-2, min(h, 13)), w, h)
}

// roles are what a new person may be, the chosen one marked.
func (f *personForm) roles(s *shell, focus bool) string {
	out := ""
	for i, r := range []stampdesk.Role{stampdesk.Operator, stampdesk.Supervisor} {
		text := string(rune('1'+i)) + " " + s.rules.Roles[r]
		switch {
		case f.chief != (r == stampdesk.Supervisor):
			out += "  " + text
		case focus:
			out += s.sign.Pointer + " " + s.style.Chosen.Render(text)
		default:
			out += s.sign.Pointer + " " + s.style.Head.Render(text)
		}
		out += "  "
	}
	return out
}

func (f *personForm) hints(s *shell) []hint {
	return []hint{{"Enter", s.words.KeyNext}, {"Tab", s.words.KeyField}, {"Esc", s.words.KeyCancel}, {"F1", s.words.KeyHelp}}
}

func (f *personForm) help(w *words) string { return w.HelpPersonForm }

func (f *personForm) takesText() bool { return true }

// secret reports that what is typed now is shown to nobody.
func (f *personForm) secret() bool { return f.step() == askPIN || f.step() == askAgain }

// judgesNothing: half a PIN must not become keys of the desk because a card
// came by.
func (f *personForm) judgesNothing() {}
