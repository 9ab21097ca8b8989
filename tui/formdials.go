package tui

import (
	"slices"
	"strconv"
)

// The lines of a form that is to be written.
const (
	dialScope  = "scope"
	dialBlank  = "blank"
	dialEnding = "ending"
)

// lines are what a person says of a form. What cannot be otherwise is left out.
func (p *formWriting) lines(s *shell) []dial {
	w := s.words
	var out []dial
	if all := p.kind.scopes(p.within != ""); len(all) > 1 {
		var names []string
		for _, v := range all {
			names = append(names, string(v))
		}
		out = append(out, dial{key: dialScope, label: w.FormOf, value: string(p.scope), choices: names, shown: s.scopeWord})
	}
	if p.scope.hasUnit() && p.within == "" {
		unit := ""
		if p.unit != "" {
			unit = s.join(string(p.unit), s.unit(p.unit))
		}
		out = append(out, dial{key: "unit", label: w.FormUnit, value: unit, blank: w.FormChoose, open: func() { p.pickUnit(s) }})
	}
	if p.scope == ofCell {
		out = append(out, dial{key: "cell", label: w.FormCell, value: p.cell, blank: w.FormChoose, open: func() { p.pickCell(s) }})
	}
	if p.kind.canBeBlank() {
		var values []string
		for b := range blanks {
			if b != WithRoster || p.kind.fromRoster() {
				values = append(values, strconv.Itoa(int(b)))
			}
		}
		out = append(out, dial{
			key: dialBlank, label: w.FormFilled, value: strconv.Itoa(int(p.blank)), choices: values,
			shown: func(v string) string {
				n, _ := strconv.Atoi(v) // one of the values
				return w.BlankKinds[n]
			},
		})
	}
	out = append(out, dial{
		key: dialEnding, label: w.FormAs, value: p.ending, choices: p.kind.fileKinds(),
		shown: func(v string) string { return w.EndingKinds[slices.Index(endings[:], v)] },
	})
	if p.blank == NotBlank {
		out = append(out, dial{key: "number", label: w.FormNumber, value: p.number, blank: w.FormNoNumber, open: func() {
			s.open(newAsking(w.FormNumber, w.FormNumberHow, p.number, func(s *shell, v string) { p.number, p.wrote, p.wrong = v, nil, "" }))
		}})
	}
	q, _ := p.query(s)
	return append(out,
		dial{key: "path", label: w.FormPath, value: q.Path, open: func() {
			s.open(newAsking(w.FormPath, w.FormPathHow, q.Path, p.path))
		}},
		dial{key: "look", label: w.FormLook, value: w.FormLookHow, before: w.FormThen, open: func() { p.look(s) }},
		dial{key: "write", label: w.FormWrite, value: w.FormWriteHow, open: func() { p.write(s, false) }})
}

// endings are all that there are, in the order of their words.
var endings = [...]string{".xlsx", ".pdf", ".csv", ".txt"}

func (s *shell) scopeWord(v string) string {
	return s.words.ScopeKinds[slices.Index([]formScope{ofBoard, ofUnits, ofUnit, ofCells, ofCell}, formScope(v))]
}

// turn takes another value of a line that turns.
func (p *formWriting) turn(d *dial, to string) {
	switch d.key {
	case dialScope:
		p.scope = formScope(to)
	case dialBlank:
		n, _ := strconv.Atoi(to) // one of the values
		p.blank = Blank(n)
	case dialEnding:
		p.turnEnding(to)
	}
}

func (p *formWriting) view(s *shell, w, h int) []string {
	out := []string{" " + s.style.Head.Render(s.middle(s.words.FormNames[p.kind-1], w-2))}
	if p.within != "" {
		out[0] = " " + s.style.Head.Render(s.middle(s.join(s.words.FormNames[p.kind-1], s.unit(p.within)), w-2))
	}
	for _, l := range s.wrap(s.words.FormAbout[p.kind-1], w-4, 2) {
		out = append(out, "  "+s.style.Tone[quiet].Render(l))
	}
	out = append(out, "")
	var below []string
	switch work := s.working(p); {
	case work != nil:
		below = append(below, s.progressLines(work, w)...)
	case p.wrong != "":
		below = append(below, s.trouble(p.wrong, w)...)
	case p.wrote != nil:
		below = append(below, p.done(s, w)...)
	}
	if len(below) > 0 {
		below = append(below, "")
	}
	below = append(below, s.noteLines(w)...)
	return s.foot(append(out, p.dials.view(s, p.lines(s), w, h-len(out)-len(below))...), below, w, h)
}
