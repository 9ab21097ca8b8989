package tui

import (
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
	return s.count(t.Stamped) + "/" + s.count(t.WithCard) + " " + s.share(min(t.Stamped, t.WithCard), t.WithCard)
}

// formHinders is what stands in the way of a form first, and how much else does.
func (s *shell) formHinders(f *FormState) string {
	if len(f.Notes) == 0 {
		return ""
	}
	text := s.noteShort(f.Notes[0])
	if more := len(f.Notes) - 1; more > 0 {
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
	stampdesk.NoteNoList, stampdesk.NoteStrangers, stampdesk.NoteUnclosed, stampdesk.NoteHeld,
	stampdesk.NoteAway, stampdesk.NoteSums, stampdesk.NoteDates, stampdesk.NoteSettings,
}

// noteShort is a note in a few words; one that came after the words were made
// says its own name.
func (s *shell) noteShort(n stampdesk.FormNote) string {
	for i, k := range noteKinds {
		if k == n.Kind {
			return fill(s.words.NoteShort[i], s.count(n.N))
		}
	}
	return string(n.Kind)
}

// noteSentences are notes in full.
func (s *shell) noteSentences(all []stampdesk.FormNote) []string {
	var out []string
	for _, n := range all {
		text := string(n.Kind)
		for i, k := range noteKinds {
			if k == n.Kind {
				text = fill(s.words.NoteLong[i], s.count(n.N))
			}
		}
		if n.Text != "" {
			text = strings.TrimSuffix(text, ".") + ": " + strings.Join(plainLines(n.Text), " ") + "."
		}
		out = append(out, text)
	}
	return out
}
