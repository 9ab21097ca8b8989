package tui

import (
	"maps"
	"strings"

	"stampdesk"
)

// fill makes the tabs of what was read.
func (p *importPage) fill(s *shell) {
	i := p.got
	p.sentences(s, tabProblems, i.Problems, i.Others.Problems, row{sign: refuseSign, tone: bad})
	p.sentences(s, tabWarnings, i.Warnings, i.Others.Warnings, row{sign: holdSign, tone: warn})
	p.add(s, tabColumns, len(i.Columns), func(n int) row { return columnRow(&i.Columns[n]) }, func(n int) string { return i.Columns[n].Heading })
	if d := i.Draft; d != nil {
		names := maps.Clone(s.board.names)
		for _, u := range d.Roster.Units {
			names[u.Code] = u.Name
		}
		p.draft(s, d, names)
	}
	if l := i.List; l != nil {
		p.add(s, tabLines, len(l.Lines), func(n int) row { return lineRow(&l.Lines[n]) }, func(n int) string {
			return l.Lines[n].Card.Digits() + " " + l.Lines[n].Card.String() + " " + l.Lines[n].Name + " " + l.Lines[n].Cell
		})
		p.tabs = append(p.tabs, &tab{kind: tabDiffer})
	}
}

func (p *importPage) add(s *shell, kind tabKind, n int, row func(int) row, words func(int) string) {
	t := &tab{kind: kind}
	t.put(s, n, row, words)
	p.tabs = append(p.tabs, t)
}

// sentences are a tab of problems or warnings, as the importer says them, in
// the language of the screen where it says them in both.
func (p *importPage) sentences(s *shell, kind tabKind, all, others []string, as row) {
	lang, both := p.lang, len(others) == len(all)
	p.add(s, kind, len(all), func(n int) row {
		says := func(s *shell) string {
			if both && s.lang != lang {
				return others[n]
			}
			return all[n]
		}
		r := as
		r.cells = func(s *shell) []string { return []string{says(s)} }
		r.detail = says
		return r
	}, func(n int) string {
		if both {
			return all[n] + " " + others[n]
		}
		return all[n]
	})
}

// draft are the tabs of a roster.
func (p *importPage) draft(s *shell, d *stampdesk.RosterDraft, names map[stampdesk.UnitCode]string) {
	unit := func(code stampdesk.UnitCode) string {
		if n := names[code]; n != "" {
			return n
		}
		return string(code)
	}
	person := func(m *stampdesk.Member) string {
		return m.Card.Digits() + " " + m.Card.String() + " " + m.Name + " " + m.Cell + " " + unit(m.Unit)
	}
	member := func(m *stampdesk.Member) row {
		return row{
			cells: func(s *shell) []string {
				return []string{s.cardOf(m.Card), s.called(m.Name), unit(m.Unit), s.called(m.Cell), m.Birth.String()}
			},
			detail: func(s *shell) string {
				return s.join(s.cardOf(m.Card), m.Name, unit(m.Unit), m.Cell, m.Birth.String(), s.status(m.Status))
			},
		}
	}
	p.add(s, tabNew, len(d.New), func(n int) row { return member(&d.Roster.Members[d.New[n]]) },
		func(n int) string { return person(&d.Roster.Members[d.New[n]]) })
	p.add(s, tabEdits, len(d.Edits), func(n int) row { return editRow(&d.Edits[n]) }, func(n int) string {
		e := &d.Edits[n]
		return person(e.Old) + " " + person(e.New)
	})
	p.add(s, tabGone, len(d.Gone), func(n int) row {
		r := member(&d.Gone[n])
		r.card = d.Gone[n].Card
		return r
	}, func(n int) string { return person(&d.Gone[n]) })
	p.add(s, tabUnits, len(d.NewUnits), func(n int) row {
		u := d.NewUnits[n]
		return row{cells: func(s *shell) []string { return []string{string(u.Code), s.called(u.Name), string(u.Kind)} }}
	}, func(n int) string { return string(d.NewUnits[n].Code) + " " + d.NewUnits[n].Name })
	p.add(s, tabTouched, len(d.Touched), func(n int) row { return touchRow(&d.Touched[n], unit(d.Touched[n].Unit)) }, func(n int) string {
		t := &d.Touched[n]
		return t.Card.Digits() + " " + t.Card.String() + " " + t.Name + " " + unit(t.Unit)
	})
}

// editRow is a member whom the file changes; the fields are in it as they were
// and as they would be.
func editRow(e *stampdesk.Edit) row {
	return row{
		card: e.Old.Card,
		cells: func(s *shell) []string {
			return []string{s.cardOf(e.Old.Card), s.called(e.Old.Name), s.fieldChanges(e.Old, e.New, e.Fields)}
		},
		detail: func(s *shell) string {
			return s.join(s.cardOf(e.Old.Card), e.Old.Name) + ". " + s.fieldChanges(e.Old, e.New, e.Fields)
		},
	}
}

// fieldChanges are the fields that differ: what stands there, and what would.
func (s *shell) fieldChanges(from, to *stampdesk.Member, fields []stampdesk.Field) string {
	all := make([]string, len(fields))
	for i, f := range fields {
		all[i] = s.fieldName(f) + ": " + s.called(s.value(from, f)) + " " + s.sign.Becomes + " " + s.called(s.value(to, f))
	}
	return strings.Join(all, "; ")
}

// value is what a field says, a card number as it stands on the card.
func (s *shell) value(m *stampdesk.Member, f stampdesk.Field) string {
	n := stampdesk.CardNumber(0)
	switch f {
	case stampdesk.FieldCard:
		n = m.Card
	case stampdesk.FieldOldCard:
		n = m.OldCard
	}
	if n != 0 {
		return n.String()
	}
	return m.Get(f)
}

// touchRow is a card on record that the file changes.
func touchRow(t *stampdesk.Touch, unit string) row {
	what := func(s *shell) string {
		names := make([]string, len(t.Fields))
		for i, f := range t.Fields {
			names[i] = s.fieldName(f)
		}
		switch {
		case t.Reason != "":
			return t.Reason.Label(s.lang)
		case t.New == nil:
			return s.words.GoneNow
		}
		return fill(s.words.ChangesOf, strings.Join(names, ", "))
	}
	r := row{
		card: t.Card,
		cells: func(s *shell) []string {
			return []string{t.Card.String(), s.called(t.Name), unit, s.doneShort(&t.Item), what(s)}
		},
		detail: func(s *shell) string {
			text := s.join(t.Card.String(), t.Name, unit) + ". " + capital(s.doneShort(&t.Item)) + ", " + s.join(s.doneBy(t.Standing), s.inBatch(t.Standing.Batch)) + ". "
			if t.Reason != "" {
				return text + t.Reason.Sentence(s.lang)
			}
			return text + capital(what(s)) + "."
		},
	}
	if t.Reason != "" {
		r.sign, r.tone = holdSign, warn
	}
	return r
}

// lineRow is a line of a list.
func lineRow(l *stampdesk.Line) row {
	return row{card: l.Card, cells: func(s *shell) []string {
		why := ""
		if l.Reason != "" {
			why = l.Reason.Label(s.lang)
		}
		return []string{s.cardOf(l.Card), s.called(l.Name), s.called(l.Cell), why}
	}}
}

func columnRow(c *ImportColumn) row {
	r := row{cells: func(s *shell) []string { return []string{c.Heading, s.fieldNames(c.Fields)} }}
	if r.detail = (func(s *shell) string { return c.Heading + ": " + s.fieldNames(c.Fields) }); len(c.Fields) == 0 {
		r.dim = true
	}
	return r
}

// fieldNames says what a column was read as.
func (s *shell) fieldNames(fields []stampdesk.Field) string {
	if len(fields) == 0 {
		return s.words.NotUsed
	}
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = s.fieldName(f)
	}
	return strings.Join(names, ", ")
}

// fieldName is the name of a field in the register, or of what stands beside
// it in a file.
func (s *shell) fieldName(f stampdesk.Field) string {
	if n := s.rules.Fields[f]; n != "" {
		return n
	}
	for i, g := range besideFields {
		if f == g {
			return s.words.BesideFields[i]
		}
	}
	return string(f)
}

// besideFields are what a file says beside the fields of a member, in the
// order of their words.
var besideFields = [...]stampdesk.Field{"unit_name", "unit_kind", "reason"}

// cardOf is a number, or that there is none.
func (s *shell) cardOf(n stampdesk.CardNumber) string {
	if n == 0 {
		return s.words.NoNumberShort
	}
	return n.String()
}

func refuseSign(g *glyphs) string { return g.Refuse }

// heading is what stands around the rows of a tab.
func (p *importPage) heading(s *shell, kind tabKind) heading {
	w := s.words
	head := heading{empty: w.TabEmpty[kind], middle: -1, widths: []int{-1}}
	switch kind {
	case tabColumns:
		head.columns, head.widths = []string{w.ColHeading, w.ColReadAs}, []int{-1, -1}
	case tabNew, tabGone:
		head.columns, head.widths, head.middle = []string{w.ColNumber, w.ColName, w.UnitHead, w.ColCell, w.ColBorn}, []int{11, -5, -5, -3, 10}, 2
	case tabEdits:
		head.columns, head.widths = []string{w.ColNumber, w.ColName, w.ColChanges}, []int{11, -4, -7}
	case tabUnits:
		head.columns, head.widths, head.middle = []string{w.ColCode, w.UnitHead, w.KindHead}, []int{12, -4, -2}, 1
	case tabTouched:
		head.columns, head.widths, head.middle = []string{w.ColNumber, w.ColName, w.UnitHead, w.ColDone, w.ColNewSays}, []int{11, -4, -3, 10, -5}, 2
	case tabLines:
		head.columns, head.widths = []string{w.ColNumber, w.ColName, w.ColCell, w.Reason}, []int{11, -5, -3, -3}
	}
	return head
}
