package tui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"stampdesk"
)

// formWriting is how one form is to be written: of whom, as what, where to. It
// stays as it was left until somebody else sits down.
type formWriting struct {
	dials
	kind   FormKind
	within stampdesk.UnitCode // the unit whose page it was opened from; "": of the board

	scope  formScope
	unit   stampdesk.UnitCode
	cell   string
	blank  Blank
	number string
	ending string
	typed  string // the path that a person gave; "": as it is proposed

	wrote *WrittenForm
	wrong string
}

// writeForm opens what is to be said of a form before it is written.
func (s *shell) writeForm(k FormKind, unit stampdesk.UnitCode) {
	at := formWritingOf{k, unit}
	p := s.forms[at]
	if p == nil {
		p = &formWriting{kind: k, within: unit, unit: unit, scope: k.scopes(unit != "")[0], ending: endings[0]}
		if s.forms == nil {
			s.forms = map[formWritingOf]*formWriting{}
		}
		s.forms[at] = p
	}
	p.wrote, p.wrong = nil, ""
	s.turnTo(p)
}

// formWritingOf is what a form that was left open is found by.
type formWritingOf struct {
	kind FormKind
	unit stampdesk.UnitCode
}

func (p *formWriting) readsOnce() {}

func (p *formWriting) read(sight) (func(*shell), error) { return nil, nil }

// query is the form as it is set; where something is missing, it says what.
func (p *formWriting) query(s *shell) (q FormQuery, wrong string) {
	q = FormQuery{Kind: p.kind, Number: p.number, Lang: s.lang}
	if p.blank != NotBlank {
		q.Blank, q.Number = p.blank, ""
	}
	if p.scope.hasUnit() {
		if q.Scope.Unit = p.unit; p.unit == "" {
			wrong = s.words.FormNeedsUnit
		}
	}
	if p.scope == ofCell {
		if q.Scope.Cell = p.cell; p.cell == "" && wrong == "" {
			wrong = s.words.FormNeedsCell
		}
	}
	q.Each = p.scope == ofUnits || p.scope == ofCells
	if q.Path = p.typed; q.Path == "" {
		q.Path = filepath.Join(s.formsDir(), q.fileName(p.ending, s.now))
	}
	return q, wrong
}

// formsDir is where files are proposed to go.
func (s *shell) formsDir() string {
	if s.wroteTo != "" {
		return s.wroteTo
	}
	return s.opt.Forms.Dir
}

// path takes the place that a person typed. A directory keeps the proposed
// name; a name without an ending gets the one that is chosen.
func (p *formWriting) path(s *shell, text string) {
	p.wrote, p.wrong = nil, ""
	s.hush()
	if text == "" {
		p.typed = ""
		return
	}
	p.typed = "" // for the proposed name
	q, _ := p.query(s)
	if strings.HasSuffix(text, "/") || strings.HasSuffix(text, string(filepath.Separator)) {
		text += filepath.Base(q.Path)
	}
	if !filepath.IsAbs(text) && !strings.HasPrefix(text, "~") {
		text = filepath.Join(s.formsDir(), text)
	}
	if e, ok := endingOf(text, p.kind.fileKinds()); ok {
		p.ending = e
	} else {
		text += p.ending
	}
	p.typed = text
}

// turnEnding chooses another kind of file; a name that was typed follows.
func (p *formWriting) turnEnding(to string) {
	if e, ok := endingOf(p.typed, endings[:]); ok {
		p.typed = p.typed[:len(p.typed)-len(e)] + to
	}
	p.ending = to
}

// write has the file made; replace: over one that is there.
func (p *formWriting) write(s *shell, replace bool) {
	q, wrong := p.query(s)
	if p.wrote, p.wrong = nil, wrong; wrong != "" {
		return
	}
	q.Replace = replace
	write := s.opt.Forms.Write
	s.hush()
	s.start(p, func(ctx context.Context, report func(ImportStage, int, int)) (func(*shell), error) {
		w, err := write(ctx, q, report)
		if errors.Is(err, ErrFileThere) {
			return func(s *shell) { p.thereIs(s, q.Path) }, nil
		}
		return func(s *shell) {
			p.wrote = &w
			s.wroteTo = filepath.Dir(w.Path)
		}, err
	})
	s.next.stage = StageFill
}

func (p *formWriting) failed(_ *shell, err error) { p.wrong = err.Error() }

// thereIs asks before a file is overwritten, where the form is still in front.
func (p *formWriting) thereIs(s *shell, path string) {
	if s.page() == page(p) && s.over == nil && s.lock == nil {
		s.open(&overwriteQuestion{form: p, path: path})
		return
	}
	p.wrong = fill(s.words.FileThere, filepath.Base(path))
}

// look shows the form as text, before anything is written.
func (p *formWriting) look(s *shell) {
	q, wrong := p.query(s)
	if p.wrong = wrong; wrong != "" {
		return
	}
	text, kind := s.opt.Forms.Text, p.kind
	s.hush()
	s.turnTo(&preview{
		title: func(s *shell) string { return s.words.FormNames[kind-1] },
		paper: func(ctx context.Context, cols int) (string, error) { return text(ctx, q, cols) },
	})
}

func (p *formWriting) key(s *shell, in input) {
	if s.working(p) != nil {
		if in.is(keys.Esc) {
			s.stop()
			s.say(warn, s.words.FormStopped)
		}
		return
	}
	all := p.lines(s)
	turn, enter := p.dials.key(in, all)
	switch {
	case in.is(keys.Esc):
		s.turnBack()
	case in.is(keys.WriteOut):
		p.write(s, false)
	case turn == 0 && !enter:
	case len(all[p.at].choices) > 0:
		p.wrote, p.wrong = nil, ""
		s.hush()
		p.turn(&all[p.at], all[p.at].turned(onBy(turn)))
	case enter:
		all[p.at].open()
	}
}

func (p *formWriting) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *formWriting) hints(s *shell) []hint {
	if s.working(p) != nil {
		return []hint{{"Esc", s.words.KeyStop}}
	}
	return []hint{
		{s.sign.MoreAbove + s.sign.MoreBelow, s.words.KeyChoose}, {s.sign.Left + s.sign.Right, s.words.KeyTurn},
		{"e", s.words.KeyFile}, {"Esc", s.words.KeyBack}, {"?", s.words.KeyHelp},
	}
}

func (p *formWriting) help(w *words) string { return w.HelpForm }
