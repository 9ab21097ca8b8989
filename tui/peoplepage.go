package tui

import (
	"time"

	"stampdesk"
)

// peoplePage is everybody who works at the desks, and may sign in or not.
type peoplePage struct {
	list   list
	people map[string]stampdesk.Person
	added  string // who was named last, until the list has them
}

// mostSeen is how many entries are looked through for the last sign-ins.
const mostSeen = 20_000

func (p *peoplePage) read(from sight) (func(*shell), error) {
	all, err := stampdesk.Collect(from.People())
	if err != nil {
		return nil, err
	}
	seen, err := lastSeen(from, len(all))
	if err != nil {
		return nil, err
	}
	return func(s *shell) {
		p.people = map[string]stampdesk.Person{}
		var rows []row
		for _, who := range all {
			p.people[string(who.ID)] = who
			rows = append(rows, personRow(s, who, seen[who.ID]))
		}
		p.list.put(rows)
		if _, there := p.people[p.added]; there {
			p.list.chosen, p.added = p.added, ""
		}
	}, nil
}

// lastSeen is when each of n people signed in last, as far as it is found soon.
func lastSeen(from sight, n int) (map[stampdesk.PersonID]time.Time, error) {
	seen := map[stampdesk.PersonID]time.Time{}
	journal, err := newPast(from)
	if err != nil {
		return nil, err
	}
	for range mostSeen {
		e, err := journal.next(from)
		if err != nil || e == nil || len(seen) == n {
			return seen, err
		}
		if _, known := seen[e.Operator]; e.Act == stampdesk.ActSignedIn && !known {
			seen[e.Operator] = e.At
		}
	}
	return seen, nil
}

func personRow(s *shell, who stampdesk.Person, seen time.Time) row {
	r := row{
		key: string(who.ID), folded: found(string(who.ID), who.Name, s.rules.Roles[who.Role]), dim: who.Disabled,
		cells: func(s *shell) []string {
			last := s.sign.Dash
			if !seen.IsZero() {
				last = s.when(seen)
			}
			return []string{string(who.ID), who.Name, s.rules.Roles[who.Role], s.personState(&who), last}
		},
		detail: func(s *shell) string {
			here := ""
			if s.person != nil && s.person.ID == who.ID {
				here = s.words.SignedInHere
			}
			return s.join(string(who.ID), who.Name, s.rules.Roles[who.Role], s.personState(&who), here)
		},
	}
	switch {
	case who.Disabled:
		r.sign, r.tone = func(g *glyphs) string { return g.Refuse }, quiet
	case !who.Locked.IsZero() && s.now.Before(who.Locked):
		r.sign, r.tone = holdSign, warn
	}
	return r
}

// personState says whether a person may sign in.
func (s *shell) personState(p *stampdesk.Person) string {
	switch {
	case p.Disabled:
		return s.words.IsDisabled
	case s.now.Before(p.Locked):
		return fill(s.words.IsLocked, s.when(p.Locked))
	}
	return s.words.IsActive
}

func (p *peoplePage) key(s *shell, in input) {
	r := p.list.now()
	switch {
	case in.is(keys.Esc) && !p.list.searching():
		s.turnBack()
	case in.is(keys.New) && !p.list.searching():
		if s.supervised() {
			s.open(newPersonForm(nil))
		}
	case r != nil && (in.is(keys.Enter) && in.text == "" || in.is(keys.Act) && !p.list.searching()):
		if who := p.people[r.key]; s.person != nil && s.person.ID == who.ID || s.supervised() {
			s.hush()
			s.open(&personActs{who: who})
		}
	default:
		p.list.key(in)
	}
}

// supervised reports that a supervisor is signed in, and says so where none is:
// these acts take nobody else's word.
func (s *shell) supervised() bool {
	if s.person != nil && s.person.Role == stampdesk.Supervisor {
		return true
	}
	s.say(warn, s.words.PeopleNeed)
	return false
}

func (p *peoplePage) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *peoplePage) view(s *shell, w, h int) []string {
	return p.list.view(s, heading{
		title: s.counted(s.words.MenuPeople, &p.list), empty: s.words.NoPeople, how: s.words.NoPeopleHow,
		columns: []string{s.words.ColPerson, s.words.ColName, s.words.ColRole, s.words.StateHead, s.words.ColSeen},
		widths:  []int{11, -5, 15, 16, 17},
	}, w, h)
}

func (p *peoplePage) hints(s *shell) []hint {
	return p.list.hints(s, hint{"x", s.words.KeyChangePerson}, hint{"n", s.words.KeyNewPerson})
}

func (p *peoplePage) help(w *words) string { return w.HelpPeople }

func (p *peoplePage) takesText() bool { return p.list.searching() }

// personActs asks what is to be changed about a person.
type personActs struct {
	choice
	who stampdesk.Person
}

// answers are what may be done: a PIN is everybody's own to change, the rest is
// a supervisor's.
func (q *personActs) answers(s *shell) []string {
	out := []string{s.words.NewPIN}
	switch {
	case s.person == nil || s.person.Role != stampdesk.Supervisor:
	case q.who.Disabled:
		out = append(out, s.words.Enable)
	default:
		out = append(out, s.words.Disable)
	}
	return out
}

func (q *personActs) key(s *shell, in input) {
	if !q.choice.key(s, in, len(q.answers(s))) {
		return
	}
	if q.at == 0 {
		s.open(newPersonForm(&q.who))
		return
	}
	ask, yes, t := s.words.AskDisable, s.words.Disable, warn
	if q.who.Disabled {
		ask, yes, t = s.words.AskEnable, s.words.Enable, work
	}
	s.open(&confirmation{
		tone: t, text: fill(ask, s.personName(&q.who)), yes: yes,
		request: stampdesk.SetDisabled{Person: q.who.ID, Disabled: !q.who.Disabled},
	})
}

// personName names a person by id and name.
func (s *shell) personName(p *stampdesk.Person) string {
	if p.Name == "" || p.Name == string(p.ID) {
		return string(p.ID)
	}
	return string(p.ID) + " (" + p.Name + ")"
}

func (q *personActs) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (q *personActs) view(s *shell, w, h int) []string {
	lines := []string{s.style.Head.Render(s.personName(&q.who)), s.join(s.rules.Roles[q.who.Role], s.personState(&q.who)), ""}
	return s.dialog(work, s.words.MenuPeople, append(lines, q.lines(s, q.answers(s)...)...), w, h)
}

func (q *personActs) help(w *words) string { return w.HelpPeople }
