package tui

import (
	"context"

	"stampdesk"
)

// formPick chooses of which unit, or of which cell, a form is written.
type formPick struct {
	list  list
	title func(*words) string
	cells func(context.Context) ([]string, error) // nil: units
	take  func(key string)
	wrong string
}

func (p *formWriting) pickUnit(s *shell) {
	pick := &formPick{title: func(w *words) string { return w.PickUnit }, take: func(key string) {
		if code := stampdesk.UnitCode(key); code != p.unit {
			p.unit, p.cell = code, ""
		}
		p.wrote, p.wrong = nil, ""
	}}
	var rows []row
	for i := range s.board.units {
		u := s.board.units[i]
		rows = append(rows, row{key: string(u.code), folded: u.folded, cells: func(s *shell) []string {
			return []string{string(u.code), u.name, right(fill(s.words.NCards, s.count(u.cards)), 14)}
		}})
	}
	pick.list.put(rows)
	pick.list.chosen = string(p.unit)
	s.turnTo(pick)
}

func (p *formWriting) pickCell(s *shell) {
	if p.unit == "" {
		p.wrong = s.words.FormNeedsUnit
		return
	}
	cells, l, unit := s.opt.Forms.Cells, s.lang, p.unit
	pick := &formPick{
		title: func(w *words) string { return w.PickCell },
		cells: func(ctx context.Context) ([]string, error) { return cells(ctx, l, unit) },
		take:  func(key string) { p.cell, p.wrote, p.wrong = key, nil, "" },
	}
	pick.list.chosen = p.cell
	s.turnTo(pick)
}

func (p *formPick) readsOnce() {}

// read sends for the cells of the unit, once.
func (p *formPick) read(sight) (func(*shell), error) {
	return func(s *shell) {
		if p.cells == nil || p.list.loaded || s.working(p) != nil {
			return
		}
		cells := p.cells
		s.start(p, func(ctx context.Context, _ func(ImportStage, int, int)) (func(*shell), error) {
			names, err := cells(ctx)
			return func(*shell) { p.came(names) }, err
		})
	}, nil
}

// waits: what is typed chooses among the cells.
func (p *formPick) waits(s *shell) bool { return !p.list.loaded && s.working(p) != nil }

func (p *formPick) failed(_ *shell, err error) { p.wrong = err.Error() }

func (p *formPick) came(names []string) {
	rows := make([]row, len(names))
	for i, n := range names {
		rows[i] = row{key: n, folded: found(n), cells: func(*shell) []string { return []string{"", n, ""} }}
	}
	p.list.put(rows)
}

func (p *formPick) key(s *shell, in input) {
	r := p.list.now()
	switch {
	case in.is(keys.Esc) && !p.list.searching():
		s.turnBack()
	case in.is(keys.Enter) && in.text == "" && r != nil:
		p.take(r.key)
		s.turnBack()
	case !p.list.loaded:
	default:
		p.list.key(in)
	}
}

func (p *formPick) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (p *formPick) view(s *shell, w, h int) []string {
	title := p.title(s.words)
	if p.wrong != "" {
		return s.foot(append([]string{" " + s.style.Head.Render(title), ""}, s.trouble(p.wrong, w)...), s.noteLines(w), w, h)
	}
	code := 12
	if p.cells != nil {
		code = 1
	}
	return p.list.view(s, heading{title: title, widths: []int{code, -1, 15}, middle: 1, empty: s.words.NoUnits, how: s.words.NoRosterDo}, w, h)
}

func (p *formPick) hints(s *shell) []hint { return p.list.hints(s, hint{"Enter", s.words.KeyTake}) }

func (p *formPick) help(w *words) string { return w.HelpPickUnit }

func (p *formPick) takesText() bool { return p.list.searching() }
