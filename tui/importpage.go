package tui

import (
	"context"
	"path/filepath"

	"stampdesk"
)

// importPage is a file that is read: how far that is, then what it would
// change, and what is done with it.
type importPage struct {
	query   ImportQuery
	reading bool
	got     *Import
	lang    stampdesk.Lang // in which it was read
	wrong   error          // why it could not be read

	tabs []*tab
	on   int

	inForce  stampdesk.Hash // the roster now
	outdated bool           // the desk said so
	saved    bool           // beside the roster in force
	applied  uint64         // the entry; 0: not yet

	list    *stampdesk.ListDraft // of a list, once it is compared
	number  field
	profile field
}

// tab is one side of what was read.
type tab struct {
	kind tabKind
	roll
}

// Of what was read, what is there to be looked at.
type tabKind uint8

const (
	tabProblems tabKind = iota
	tabWarnings
	tabColumns
	tabNew
	tabEdits
	tabGone
	tabUnits
	tabTouched
	tabLines
	tabDiffer
	tabKinds
)

// begin reads the file. What was read of it before stays until then.
func (p *importPage) begin(s *shell) {
	p.reading, p.wrong = true, nil
	files, q := s.opt.Import, p.query
	q.Lang = s.lang
	s.start(p, func(ctx context.Context, report func(ImportStage, int, int)) (func(*shell), error) {
		q.Progress = report
		i, err := files.Read(ctx, q)
		return func(s *shell) { p.came(s, i) }, err
	})
}

func (p *importPage) failed(s *shell, err error) {
	if !p.reading {
		s.say(bad, err.Error())
		return
	}
	p.reading, p.wrong, p.got, p.tabs = false, err, nil, nil
}

// came takes what was read.
func (p *importPage) came(s *shell, i *Import) {
	was, at := tabKinds, 0
	if len(p.tabs) > 0 { // it was read before, with a column otherwise
		was, at = p.tabs[p.on].kind, p.tabs[p.on].at
	}
	p.reading, p.outdated, p.saved = false, false, false
	p.got, p.list = i, nil
	p.lang = i.Query.Lang
	if i.Draft != nil { // which looked last
		p.inForce = i.Draft.Base()
	}
	p.tabs, p.on = nil, 0
	p.fill(s)
	if i.List != nil {
		p.compare(s)
	}
	for n, t := range p.tabs {
		if t.kind == was {
			p.on, t.at = n, at
			return
		}
	}
	for n, t := range p.tabs { // where there is something to see
		if t.count > 0 && (t.kind != tabWarnings && t.kind != tabColumns) {
			p.on = n
			return
		}
	}
}

// read keeps an eye on the roster in force: what was compared with another may
// not be applied.
func (p *importPage) read(from sight) (func(*shell), error) {
	now, err := from.Roster()
	return func(*shell) { p.inForce = now.Hash }, err
}

// stale reports that the file must be compared again.
func (p *importPage) stale() bool {
	return p.applied == 0 && p.got != nil && p.got.Draft != nil &&
		(p.outdated || p.got.Draft.Base() != p.inForce)
}

// ready reports that there is something that can be applied.
func (p *importPage) ready() bool {
	return p.got != nil && p.applied == 0 && p.got.ProblemCount == 0 &&
		(p.got.List != nil || p.got.Draft != nil && p.got.Draft.CardClashes() == 0)
}

func (p *importPage) key(s *shell, in input) {
	working := s.working(p) != nil
	var t *tab
	if p.got != nil && len(p.tabs) > 0 {
		t = p.tabs[p.on]
	}
	command := t == nil || !t.searching()
	switch {
	case in.is(keys.Esc) && working:
		s.stop()
		if p.reading = false; p.got == nil {
			s.turnBack()
		} else {
			p.query.Columns = p.got.Query.Columns
		}
		s.say(warn, s.words.Stopped)
	case working:
	case in.is(keys.Esc) && command:
		s.turnBack()
	case p.got == nil && in.is(keys.Enter):
		p.begin(s)
	case t == nil:
	case in.is(keys.Right), in.name == "tab":
		p.turn(p.on + 1)
	case in.is(keys.Left), in.name == "shift+tab":
		p.turn(p.on - 1)
	case command && in.kind == inputRune && in.text >= "1" && int(in.text[0]-'0') <= len(p.tabs):
		p.on = int(in.text[0] - '1')
	case in.is(keys.Enter) && in.text == "":
		p.enter(s, t)
	case command && in.is(keys.Act):
		p.act(s)
	case command && in.is(keys.WriteOut):
		p.writeErrors(s)
	case command && in.is(keys.SaveColumns) && t.kind == tabColumns:
		s.open(&profileForm{page: p})
	default:
		t.key(s, in)
	}
}

func (p *importPage) turn(to int) { p.on = (to + len(p.tabs)) % len(p.tabs) }

// enter opens what the chosen row is about.
func (p *importPage) enter(s *shell, t *tab) {
	r := t.now()
	switch {
	case r == nil:
	case t.kind == tabColumns:
		s.open(newColumnPicker(s, p, p.got.Columns[t.chosen()]))
	case r.card != 0:
		s.turnTo(newCardPage(r.card))
	case p.applied != 0 && p.got.List != nil:
		s.turnTo(&appraisal{batch: p.got.List.Batch})
	}
}

// act goes on: it asks whether to apply what was read, or says why not.
func (p *importPage) act(s *shell) {
	switch {
	case p.applied != 0 && p.got.List != nil:
		s.turnTo(&appraisal{batch: p.got.List.Batch})
	case p.applied != 0:
		s.say(warn, s.words.AppliedAlready)
	case p.stale():
		p.begin(s)
	case !p.ready():
		s.say(warn, s.words.HasProblems)
	case p.saved:
		p.approve(s)
	default:
		s.hush()
		s.open(&applyQuestion{page: p})
	}
}

// writeErrors has the person's own rows written with the reasons beside them.
func (p *importPage) writeErrors(s *shell) {
	if p.got.ProblemCount == 0 {
		s.say(warn, s.words.NoProblems)
		return
	}
	files, got := s.opt.Import, p.got
	got.Query.Lang = s.lang // the reasons in the language that is read now
	s.start(p, func(ctx context.Context, _ func(ImportStage, int, int)) (func(*shell), error) {
		name, err := files.WriteErrors(ctx, got)
		return func(s *shell) { s.say(good, fill(s.words.ErrorsWritten, filepath.Base(name))) }, err
	})
}

// answer hears of a list that was sent to the desk. Why it was declined the
// screen has said.
func (p *importPage) answer(_ *shell, _ stampdesk.Request, o *stampdesk.Outcome) {
	if o.Result != stampdesk.Done || p.got == nil || p.got.List == nil {
		return
	}
	if p.applied = 1; o.Entry != nil {
		p.applied = o.Entry.Key.Seq
	}
}

func (p *importPage) hints(s *shell) []hint {
	switch {
	case s.working(p) != nil:
		return []hint{{"Esc", s.words.KeyStop}}
	case p.got == nil || len(p.tabs) == 0:
		return []hint{{"Enter", s.words.KeyAgain}, {"Esc", s.words.KeyBack}, {"?", s.words.KeyHelp}}
	}
	t := p.tabs[p.on]
	var own []hint
	switch {
	case p.applied != 0 && p.got.List != nil:
		own = append(own, hint{"x", s.words.KeyAppraise})
	case p.stale():
		own = append(own, hint{"x", s.words.KeyAgain})
	case p.ready():
		own = append(own, hint{"x", s.words.KeyApply})
	case p.got.ProblemCount > 0:
		own = append(own, hint{"e", s.words.KeyErrors})
	}
	switch {
	case t.kind == tabColumns:
		own = append(own, hint{"Enter", s.words.KeyAssign}, hint{"ctrl+s", s.words.KeySave})
	case t.kind == tabEdits, t.kind == tabGone, t.kind == tabTouched, t.kind == tabDiffer:
		own = append(own, hint{"Enter", s.words.KeyCard})
	}
	return append(own, hint{s.sign.Left + s.sign.Right, s.words.KeyTabs}, hint{"/", s.words.KeyFind}, hint{"Esc", s.words.KeyBack}, hint{"?", s.words.KeyHelp})
}

func (p *importPage) help(w *words) string { return w.HelpImport }

func (p *importPage) takesText() bool {
	return p.got != nil && len(p.tabs) > 0 && p.tabs[p.on].searching()
}
