package tui

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"stampdesk"
)

// importPage is a file that is read: how far that is, then what it would
// change, and what is done with it.
type importPage struct {
	query   ImportQuery
	reading bool
	got     *Import
	wrong   error // why it could not be read

	tabs []*tab
	on   int

	inForce, base stampdesk.Hash // the roster now, and when the file was compared
	outdated      bool           // the desk said so
	saved         bool           // beside the roster in force
	applied       uint64         // the entry; 0: not yet

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
	p.got, p.base, p.list = i, p.inForce, nil
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

// compare sends for what a list replaces, and for the lines of it that say
// otherwise than the roster.
func (p *importPage) compare(s *shell) {
	if s.opt.Look == nil {
		return
	}
	store, got := viewed{look: s.opt.Look}, p.got
	s.fetch(errand{"list", func(ctx context.Context) (func(*shell), error) {
		d, err := stampdesk.DraftList(ctx, store, *got.List)
		return func(s *shell) {
			if p.got == got {
				p.list = d
				p.stray(s)
			}
		}, err
	}})
}

// viewed is the store as far as a screen sees it: View alone may be called.
type viewed struct {
	stampdesk.Store
	look func(context.Context, func(stampdesk.Snapshot) error) error
}

func (v viewed) View(ctx context.Context, fn func(stampdesk.Snapshot) error) error {
	return v.look(ctx, fn)
}

// stray shows the lines of a list that say otherwise than the roster.
func (p *importPage) stray(s *shell) {
	all := p.list.Stray
	for _, t := range p.tabs {
		if t.kind == tabDiffer {
			t.put(s, len(all), func(i int) row {
				r := differenceRow(&all[i].Difference, i, 0)
				r.group = nil
				return r
			}, func(i int) string {
				return all[i].Card.Digits() + " " + all[i].Card.String() + " " + all[i].Name + " " + all[i].Note
			})
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
	return p.applied == 0 && p.got != nil && p.got.Draft != nil && (p.outdated || p.base != p.inForce)
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
		s.open(newColumnPicker(p, p.got.Columns[t.chosen()]))
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

func (p *importPage) view(s *shell, w, h int) []string {
	title := s.join(s.importTitle(p.query.Form, p.query.Batch), s.middle(filepath.Base(p.query.Path), w/2))
	head := " " + s.style.Head.Render(title)
	switch working := s.working(p); {
	case working != nil:
		out := append([]string{head, "", ""}, s.progressLines(working, w)...)
		return s.block(append(out, "", "  "+s.style.Tone[quiet].Render(s.words.EscStops)), w, h)
	case p.wrong != nil:
		out := []string{head, "", ""}
		for _, l := range s.wrap(s.sign.Refuse+" "+fill(s.words.NotImported, p.wrong.Error()), w-4, 8) {
			out = append(out, "  "+s.style.Tone[bad].Render(l))
		}
		return s.foot(append(out, "", "  "+s.words.NotImportedHow), s.noteLines(w), w, h)
	case p.got == nil || len(p.tabs) == 0:
		return s.foot([]string{head, "", "  " + s.words.NotYetRead}, s.noteLines(w), w, h)
	}
	t := p.tabs[p.on]
	out := []string{t.head(s, head, w), s.fit(" "+s.style.Tone[quiet].Render(p.about(s)), w)}
	for _, l := range s.wrap(p.sample(s), w-2, 2) {
		out = append(out, " "+l)
	}
	mood, says := p.stands(s)
	for _, l := range s.wrap(says, w-2, 2) {
		out = append(out, " "+s.style.Tone[mood].Render(l))
	}
	out = append(append(out, ""), p.strip(s, w)...)
	for i := range out {
		out[i] = s.fit(out[i], w)
	}
	return append(out, t.body(s, p.heading(s, t.kind), w, h-len(out))...)
}

// about says what sort of file it is.
func (p *importPage) about(s *shell) string {
	sheet, known := "", ""
	if p.got.Sheet != "" {
		sheet = fill(s.words.SheetIs, p.got.Sheet)
	}
	if p.got.Profile != "" {
		known = fill(s.words.ProfileIs, p.got.Profile)
	}
	unit := ""
	if p.query.Unit != "" {
		unit = fill(s.words.OnlyUnit, s.unit(p.query.Unit))
	}
	return s.join(p.got.Format, sheet, fill(s.words.RowsN, s.count(p.got.Rows)), known, unit)
}

// sample is what the encoding was told by.
func (p *importPage) sample(s *shell) string {
	if len(p.got.Samples) == 0 {
		return ""
	}
	e := p.got.Samples[0]
	name := e.Encoding
	if i := slices.Index(encodings[:], e.Encoding); i > 0 {
		name = s.words.Encodings[i]
	}
	return fill(s.words.SampleIs, name, e.Sample, e.Read)
}

// stands says where the import stands, and what comes next.
func (p *importPage) stands(s *shell) (tone, string) {
	switch i := p.got; {
	case p.applied != 0 && i.List != nil:
		return good, s.sign.Stamp + " " + fill(s.words.ListApplied, s.count(int(p.applied)), s.count(len(i.List.Lines)))
	case p.applied != 0:
		return good, s.sign.Stamp + " " + fill(s.words.RosterApplied, s.count(int(p.applied)), p.changes(s))
	case !p.ready():
		n := i.ProblemCount
		if n == 0 && i.Draft != nil {
			n = i.Draft.CardClashes()
		}
		return bad, s.sign.Refuse + " " + fill(s.words.ProblemsN, s.count(n))
	case p.stale():
		return warn, s.sign.Hold + " " + s.words.Outdated
	case i.List != nil:
		return work, fill(s.words.ListReady, p.lines(s))
	case p.saved:
		return work, fill(s.words.SavedReady, p.changes(s))
	}
	return work, fill(s.words.RosterReady, p.changes(s), s.count(p.got.Draft.Unchanged))
}

// changes are the numbers of what a roster would change.
func (p *importPage) changes(s *shell) string {
	d := p.got.Draft
	parts := []string{fill(s.words.NewN, s.count(len(d.New))), fill(s.words.EditsN, s.count(len(d.Edits))), fill(s.words.GoneN, s.count(len(d.Gone)))}
	if n := len(d.NewUnits); n > 0 {
		parts = append(parts, fill(s.words.UnitsN, s.count(n)))
	}
	text := strings.Join(parts, ", ")
	if n := len(d.Touched); n > 0 {
		text += "; " + fill(s.words.TouchedN, s.count(n))
	}
	return text
}

// lines are the numbers of a list.
func (p *importPage) lines(s *shell) string {
	text := fill(s.words.RowsN, s.count(len(p.got.List.Lines)))
	if d := p.list; d != nil && d.Replaces {
		text += ", " + fill(s.words.ReplacesN, s.count(len(d.Added)), s.count(len(d.Removed)))
	}
	if d := p.list; d != nil && len(d.Stray) > 0 {
		text += "; " + fill(s.words.DifferN, s.count(len(d.Stray)))
	}
	return text
}

// strip names the tabs, each with how much is on it.
func (p *importPage) strip(s *shell, w int) []string {
	var out []string
	line := ""
	for i, t := range p.tabs {
		text := " " + string(rune('1'+i)) + " " + s.words.Tabs[t.kind] + " (" + s.count(p.size(t)) + ") "
		if width(line)+width(text) > w-2 {
			out, line = append(out, " "+line), ""
		}
		switch {
		case i == p.on:
			line += s.style.Chosen.Render(s.sign.Pointer + text[1:])
		case p.size(t) == 0:
			line += s.style.Tone[quiet].Render(text)
		default:
			line += text
		}
	}
	return append(out, " "+line)
}

// size is how much there is, of which the first may be listed only.
func (p *importPage) size(t *tab) int {
	switch t.kind {
	case tabProblems:
		return max(p.got.ProblemCount, t.count)
	case tabWarnings:
		return max(p.got.WarningCount, t.count)
	}
	return t.count
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
		own = append(own, hint{"Enter", s.words.KeyAssign}, hint{"s", s.words.KeySave})
	case t.kind == tabEdits, t.kind == tabGone, t.kind == tabTouched, t.kind == tabDiffer:
		own = append(own, hint{"Enter", s.words.KeyCard})
	}
	return append(own, hint{s.sign.Left + s.sign.Right, s.words.KeyTabs}, hint{"/", s.words.KeyFind}, hint{"Esc", s.words.KeyBack}, hint{"?", s.words.KeyHelp})
}

func (p *importPage) help(w *words) string { return w.HelpImport }

func (p *importPage) takesText() bool {
	return p.got != nil && len(p.tabs) > 0 && p.tabs[p.on].searching()
}
