package tui

import "stampdesk"

// done says what was written, and what whoever signs it should know.
func (p *formWriting) done(s *shell, w int) []string {
	f := p.wrote
	parts := []string{fill(s.words.RowsN, s.count(f.Rows))}
	switch {
	case f.Pages > 0 && f.Sheet:
		parts = append(parts, fill(s.words.SheetsN, s.count(f.Pages)))
	case f.Pages > 0:
		parts = append(parts, fill(s.words.PagesN, s.count(f.Pages)))
	}
	parts = append(parts, s.bytes(f.Bytes))
	var out []string
	for _, l := range s.wrap(s.sign.Stamp+" "+fill(s.words.FormWritten, f.Path), w-4, 3) {
		out = append(out, "  "+s.style.Tone[good].Render(l))
	}
	out = append(out, "  "+s.join(parts...))
	for _, t := range s.noteSentences(f.Notes) {
		for _, l := range s.wrap(s.sign.Hold+" "+t, w-4, 2) {
			out = append(out, "  "+s.style.Tone[warn].Render(l))
		}
	}
	return out
}

// overwriteQuestion asks before a file that is there is overwritten. What it
// proposes is to leave it.
type overwriteQuestion struct {
	choice
	form *formWriting
	path string
}

func (q *overwriteQuestion) key(s *shell, in input) {
	if !q.choice.key(s, in, 2) {
		return
	}
	s.shut()
	if q.at == 1 {
		q.form.write(s, true)
	}
}

func (q *overwriteQuestion) answer(*shell, stampdesk.Request, *stampdesk.Outcome) {}

func (q *overwriteQuestion) view(s *shell, w, h int) []string {
	lines := append([]string{s.words.AskOverwrite, "", q.path, ""}, q.lines(s, s.words.KeepFile, s.words.OverwriteFile)...)
	return s.dialog(warn, s.words.FileThereTitle, lines, w, h)
}

func (q *overwriteQuestion) help(w *words) string { return w.HelpOverwrite }
