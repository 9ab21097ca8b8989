package tui

import (
	"slices"
	"strings"

	"stampdesk"
)

// formHolds is what a form would hold, in a few words: its members, or its main
// figure.
func (s *shell) formHolds(f *FormState) string {
	switch {
	case f.Absent != "":
		return s.sign.Dash
	case f.Kind == MovementsReport:
		return fill(s.words.MovesN, s.count(f.Rows))
	case f.Tally == nil:
		return fill(s.words.PeopleN, s.count(f.Rows))
	case f.Tally.WithCard == 0:
		return fill(s.words.NCards, "0")
	}
	t := f.Tally
	return s.count(t.Stamped) + "/" + s.count(t.WithCard) + " " + f.Stamped.In(s.lang)
}

// formHinders is what stands in the way of a form first, and how much else does.
func (s *shell) formHinders(f *FormState) string {
	all := gathered(f.Notes)
	if len(all) == 0 {
		return ""
	}
	text := s.noteText(&s.words.NoteShort, &all[0])
	if more := len(all) - 1; more > 0 {
		text += " +" + s.count(more)
	}
	return text
}

// formDetail is the whole name of a form, who makes it, and all that hinders.
func (s *shell) formDetail(f *FormState) string {
	parts := []string{s.words.FormAbout[f.Kind-1]}
	if f.Absent != "" {
		parts = append(parts, s.dots(f.Absent))
	}
	return strings.Join(append(parts, s.noteSentences(f.Notes)...), " ")
}

// noteKinds are the notes of forms, in the order of their words.
var noteKinds = [...]stampdesk.FormNoteKind{
	stampdesk.NoteNoList, stampdesk.NoteStrangers, stampdesk.NoteUnclosed, stampdesk.NoteHeld, stampdesk.NoteAway,
	stampdesk.NoteSums, stampdesk.NoteCoincidence, stampdesk.NoteDates, stampdesk.NoteSettings,
}

// noteGroup is all notes of a kind: a form of the board may have one for each
// unit.
type noteGroup struct {
	kind    stampdesk.FormNoteKind
	n       int
	about   []string
	differs []stampdesk.FormNote // what can be said of each by itself
}

func gathered(notes []stampdesk.FormNote) []noteGroup {
	var all []noteGroup
	for _, n := range notes {
		i := slices.IndexFunc(all, func(g noteGroup) bool { return g.kind == n.Kind })
		if i < 0 {
			i, all = len(all), append(all, noteGroup{kind: n.Kind})
		}
		all[i].n += max(n.N, -n.N) // of what is off it does not matter which way
		if n.Differs(stampdesk.English) != "" {
			all[i].differs = append(all[i].differs, n)
			continue
		}
		if t := strings.Join(plainLines(n.Text), " "); t != "" && !slices.Contains(all[i].about, t) {
			all[i].about = append(all[i].about, t)
		}
	}
	return all
}

// noteText is a note by some words; one that came after them says its own name.
func (s *shell) noteText(words *[9]string, g *noteGroup) string {
	if i := slices.Index(noteKinds[:], g.kind); i >= 0 {
		return fill(words[i], s.count(g.n))
	}
	return string(g.kind)
}

// mostNamed is how many units a note names.
const mostNamed = 5

// noteSentences are notes in full, those of a kind together.
func (s *shell) noteSentences(notes []stampdesk.FormNote) []string {
	var out []string
	for _, g := range gathered(notes) {
		if len(g.differs) > 0 {
			out = append(out, s.differences(g.differs))
			continue
		}
		text := s.noteText(&s.words.NoteLong, &g)
		if n := len(g.about); n > 0 {
			text = strings.TrimSuffix(text, ".") + " (" + strings.Join(g.about[:min(n, mostNamed)], ", ")
			if n > mostNamed {
				text += fill(s.words.FormAndMore, s.count(n-mostNamed))
			}
			text += ")."
		}
		out = append(out, text)
	}
	return out
}

// differences says of each what is off: a number alone, or a count of them,
// would tell nobody where to look.
func (s *shell) differences(notes []stampdesk.FormNote) string {
	var all []string
	for _, n := range notes[:min(len(notes), mostNamed)] {
		all = append(all, strings.Join(plainLines(n.Differs(s.lang)), " "))
	}
	text := strings.Join(all, "; ")
	if more := len(notes) - mostNamed; more > 0 {
		text += fill(s.words.FormAndMore, s.count(more))
	}
	return text + "."
}
