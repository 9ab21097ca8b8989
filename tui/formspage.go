package tui

import (
	"context"
	"fmt"

	"stampdesk"
)

// formsPage is the list of forms and reports, with what each would hold now,
// of the whole board or of one unit.
type formsPage struct {
	unit    stampdesk.UnitCode
	states  []FormState
	list    list
	reading bool
	wrong   string // why it could not be read
}

// readsOnce: to fill in all forms is to walk over all cards. They are read when
// the page comes to the front.
func (p *formsPage) readsOnce() {}

func (p *formsPage) read(sight) (func(*shell), error) { return p.begin, nil }

// waits: what is typed chooses among the forms.
func (p *formsPage) waits(s *shell) bool { return !p.list.loaded && s.working(p) != nil }

// begin fills in all forms, to know what they hold. What was known stays until
// then.
func (p *formsPage) begin(s *shell) {
	if s.opt.Forms.List == nil || s.working(p) != nil {
		return
	}
	p.reading, p.wrong = true, ""
	all, l, unit := s.opt.Forms.List, s.lang, p.unit
	s.start(p, func(ctx context.Context, report func(ImportStage, int, int)) (func(*shell), error) {
		states, err := all(ctx, l, unit, func(done, total int) { report(StageFill, done, total) })
		return func(s *shell) { p.came(states) }, err
	})
	s.next.stage = StageFill
}

func (p *formsPage) failed(_ *shell, err error) { p.reading, p.wrong = false, err.Error() }

// came takes what the forms hold.
func (p *formsPage) came(states []FormState) {
	p.reading, p.states = false, states
	rows := make([]row, len(states))
	for i := range states {
		rows[i] = p.row(&states[i])
	}
	p.list.put(rows)
}

func (p *formsPage) row(f *FormState) row {
	vi, en := &vietnameseWords, &englishWords
	r := row{
		key: fmt.Sprint(f.Kind), folded: found(vi.FormNames[f.Kind-1], en.FormNames[f.Kind-1]), dim: f.Absent != "",
		group: func(s *shell) string {
			if f.Kind.form() == 0 {
				return s.words.ReportsGroup
			}
			return s.words.FormsGroup
		},
		cells: func(s *shell) []string {
			return []string{s.words.FormNames[f.Kind-1], s.formHolds(f), s.formHinders(f)}
		},
		detail: func(s *shell) string { return s.formDetail(f) },
	}
	if len(f.Notes) > 0 {
		r.sign, r.tone = holdSign, warn
	}
	return r
}

func (p *formsPage) key(s *shell, in input) {
	r := p.list.now()
	command := !p.list.searching()
	switch {
	case in.is(keys.Esc) && command:
		s.turnBack() // what is read for the page stops with it
	case !p.list.loaded && p.wrong == "":
	case command && in.is(keys.Retry) && p.wrong != "":
		s.hush()
		p.begin(s)
	case in.is(keys.Enter) && in.text == "" && r != nil:
		p.enter(s, r.key)
	default:
		p.list.key(in)
	}
}

// enter opens what is to be said before a form is written.
func (p *formsPage) enter(s *shell, key string) {
	for i := range p.states {
		f := &p.states[i]
		switch {
		case fmt.Sprint(f.Kind) != key:
		case f.Absent != "":
			s.say(warn, s.words.FormAbsent)
		default:
			s.hush()
			s.writeForm(f.Kind, p.unit)
		}
	}
}

func (p *formsPage) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

// formCells are the columns of what a form holds and of what hinders.
const (
	holdsCell   = 24
	hindersCell = 20
)

func (p *formsPage) view(s *shell, w, h int) []string {
	title := s.words.FormsTitle
	if p.unit != "" {
		title = s.join(title, s.middle(s.unit(p.unit), max(w-8-width(title), 10)))
	}
	if work := s.working(p); len(p.states) == 0 && (work != nil || p.wrong != "") {
		out := []string{" " + s.style.Head.Render(title), ""}
		if work == nil {
			return s.foot(append(out, s.trouble(p.wrong, w)...), s.noteLines(w), w, h)
		}
		return s.foot(append(out, s.progressLines(work, w)...), s.noteLines(w), w, h)
	}
	return p.list.view(s, heading{
		title: title, columns: []string{"", s.words.FormHolds, s.words.FormHinders},
		widths: []int{-1, holdsCell, hindersCell}, middle: -1,
	}, w, h)
}

// trouble is a sentence about what went wrong, over several lines.
func (s *shell) trouble(text string, w int) []string {
	var out []string
	for _, l := range s.wrap(s.sign.Refuse+" "+s.dots(text), w-4, 4) {
		out = append(out, "  "+s.style.Tone[bad].Render(l))
	}
	return out
}

func (p *formsPage) hints(s *shell) []hint {
	if p.wrong != "" {
		return []hint{{"r", s.words.KeyAgain}, {"Esc", s.words.KeyBack}, {"?", s.words.KeyHelp}}
	}
	return p.list.hints(s, hint{"Enter", s.words.KeyOpen})
}

func (p *formsPage) help(w *words) string { return w.HelpForms }

func (p *formsPage) takesText() bool { return p.list.searching() }
