package tui

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"

	"stampdesk"
)

// applyQuestion asks whether what was read is to be applied, and names the
// numbers. Where much of the roster would go, or departed members would come
// back, their number must be typed: half a file, and one without a column for
// the status, look like a whole one.
type applyQuestion struct {
	page  *importPage
	wrong bool
}

// alarming is the number of members whom a person must say are meant.
func (q *applyQuestion) alarming() (n int) {
	d := q.page.got.Draft
	if d == nil {
		return 0
	}
	if d.Shrinks() {
		n = len(d.Gone)
	}
	return n + len(d.Back())
}

func (q *applyQuestion) key(s *shell, in input) {
	switch {
	case in.is(keys.Esc):
		s.shut()
	case in.is(keys.Enter) && in.text == "":
		if n := q.alarming(); n > 0 && plainNumber(q.page.number.value()) != strconv.Itoa(n) {
			q.wrong = true
			return
		}
		s.shut()
		q.page.apply(s)
	case q.alarming() > 0:
		q.wrong = false
		q.page.number.key(in)
	}
}

// plainNumber is a number without the marks that group it.
func plainNumber(t string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, t)
}

// apply saves a roster beside the one in force and asks for the supervisor's
// word; a list is taken in at once. Nothing is asked of the desk until the
// roster is written, so that the desk does not stand still meanwhile and no
// PIN waits.
func (p *importPage) apply(s *shell) {
	if l := p.got.List; l != nil {
		s.submit(p, *l)
		return
	}
	files, got := s.opt.Import, p.got
	s.start(p, func(ctx context.Context, report func(ImportStage, int, int)) (func(*shell), error) {
		report(StageWrite, 0, 0)
		err := files.Save(ctx, got, func(done, total int) { report(StageWrite, done, total) })
		return func(s *shell) {
			if p.got != got {
				return
			}
			if p.saved = true; s.page() == page(p) && s.over == nil && s.lock == nil {
				p.approve(s)
			}
		}, err
	})
}

// approve asks for the supervisor's word.
func (p *importPage) approve(s *shell) {
	draft := p.got.Draft
	s.hush()
	a := newApproval(s, approvalOf{
		title: s.words.ApplyTitle, what: fill(s.words.ApplyWhat, filepath.Base(p.query.Path), p.changes(s)),
		ask: func(by stampdesk.Approval, _ stampdesk.Reason, _ string) stampdesk.Request {
			return stampdesk.LoadRoster{Draft: draft, Meant: draft.Alarms(), By: by}
		},
		done: func(s *shell, o *stampdesk.Outcome) {
			if p.applied = 1; o.Entry != nil {
				p.applied = o.Entry.Key.Seq
			}
			s.say(good, s.words.HowBack)
		},
	})
	a.declined = func(s *shell, o *stampdesk.Outcome) {
		if o.Refusal != stampdesk.OtherRoster {
			return
		}
		p.outdated = true
		if s.over == screen(a) {
			s.over = a.under
		}
		s.say(warn, s.refusal(o))
	}
	s.open(a)
}

func (q *applyQuestion) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (q *applyQuestion) view(s *shell, w, h int) []string {
	p := q.page
	lines := []string{s.style.Head.Render(q.asks(s)), ""}
	if n := q.alarming(); n > 0 {
		d := p.got.Draft
		if d.Shrinks() {
			lines = append(lines, s.style.Tone[warn].Render(fill(s.words.ShrinksN, s.count(len(d.Gone)), s.count(d.Replaces))), "")
		}
		if back := d.Back(); len(back) > 0 {
			lines = append(lines, s.style.Tone[warn].Render(fill(s.words.BackN, s.count(len(back)), someNames(back))), "")
		}
		lines = append(lines, fill(s.words.TypeGone, strconv.Itoa(n))+" "+p.number.view(s, 12, true), "")
		if q.wrong {
			lines = append(lines, s.style.Tone[bad].Render(s.words.WrongGone), "")
		}
	}
	lines = append(lines, "Enter "+s.sign.Dash+" "+s.words.YesApply, "Esc "+s.sign.Dash+" "+s.words.NoBack)
	return s.dialog(warn, s.words.Sure, lines, w, h)
}

// asks names what would be done.
func (q *applyQuestion) asks(s *shell) string {
	p := q.page
	if l := p.got.List; l != nil {
		return fill(s.words.AskList, string(rune('0'+l.Form)), s.batchName(l.Batch), p.lines(s))
	}
	return fill(s.words.AskRoster, p.changes(s))
}

func (q *applyQuestion) hints(s *shell) []hint {
	return []hint{{"Enter", s.words.KeyApply}, {"Esc", s.words.KeyCancel}}
}

func (q *applyQuestion) help(w *words) string { return w.HelpApply }

func (q *applyQuestion) takesText() bool { return q.alarming() > 0 }

// someNames names the first of several members.
func someNames(edits []stampdesk.Edit) string {
	const some = 3
	var names []string
	for _, e := range edits[:min(some, len(edits))] {
		names = append(names, e.New.Name)
	}
	if len(edits) > some {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}
