package stampdesk

import (
	"context"
	"strings"
)

// namesMember reports whether a note gives the full name of somebody on the
// roster: the journal knows cards and units, never a member's name. A name of
// one word would match too much and is let through.
func (d *Desk) namesMember(ctx context.Context, note string) (bool, error) {
	if !strings.Contains(strings.TrimSpace(note), " ") {
		return false, nil
	}
	words := plainWords(note)
	var found bool
	err := d.Store.View(ctx, func(s Snapshot) error {
		for m, err := range s.Members() {
			if err != nil {
				return err
			}
			if name := plainWords(m.Name); strings.Count(name, " ") > 2 && strings.Contains(words, name) {
				found = true
				return nil
			}
		}
		return nil
	})
	return found, err
}

// plainWords are the words of a text in small letters, with one blank before,
// between and after them, so that whole words compare.
func plainWords(s string) string {
	f := strings.FieldsFunc(strings.ToLower(s), betweenWords)
	return " " + strings.Join(f, " ") + " "
}

// maxNote is how many bytes a note may have: it is a remark, not a letter.
const maxNote = 1000

// noted is what every request with a note asks first; the outcomes, if any,
// say that the note cannot go into the journal.
func (d *Desk) noted(ctx context.Context, note string) ([]Outcome, error) {
	if len(note) > maxNote {
		return declined(LongNote, "")
	}
	names, err := d.namesMember(ctx, note)
	if err == nil && names {
		return declined(NameInNote, "")
	}
	return nil, err
}
