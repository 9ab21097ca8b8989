package tui

import (
	"path/filepath"
	"slices"
	"strings"
)

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
	case !p.ready() && i.Rows == 0 && len(i.Columns) > 0:
		return bad, s.sign.Refuse + " " + s.words.NoRowRead
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
