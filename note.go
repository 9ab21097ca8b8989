package stampdesk

import (
	"context"
	"slices"
	"strings"
)

// rosterNames are the names of a roster as a note is searched for them,
// gathered once for each roster.
type rosterNames struct {
	roster Hash
	exact  []string // with their diacritics
	folded []string // without; of two words they would be met in any sentence
}

// namesMember reports whether a note gives the full name of somebody on the
// roster: the journal knows cards and units, never a member's name. A name of
// one word would match too much and is let through.
func (d *Desk) namesMember(ctx context.Context, note string) (bool, error) {
	words := plainWords(note)
	if nameWords(words) < 2 {
		return false, nil
	}
	err := d.Store.View(ctx, func(s Snapshot) error {
		info, err := s.Roster()
		if err != nil || d.names.roster == info.Hash {
			return err
		}
		all := rosterNames{roster: info.Hash}
		for m, err := range s.Members() {
			if err != nil {
				return err
			}
			all.add(m.Name)
		}
		d.names = all
		return nil
	})
	if err != nil {
		return false, err
	}
	return d.names.standIn(note), nil
}

func (r *rosterNames) add(name string) {
	words := plainWords(name)
	if nameWords(words) >= 2 {
		r.exact = append(r.exact, words)
	}
	if nameWords(words) >= 3 {
		r.folded = append(r.folded, plainWords(Fold(name)))
	}
}

// standIn reports whether a note gives one of the names.
func (r *rosterNames) standIn(note string) bool {
	in := func(text string) func(string) bool {
		return func(name string) bool { return strings.Contains(text, name) }
	}
	return slices.ContainsFunc(r.exact, in(plainWords(note))) ||
		slices.ContainsFunc(r.folded, in(plainWords(Fold(note))))
}

// nameWords is how many words plainWords gave.
func nameWords(plain string) int { return strings.Count(plain, " ") - 1 }

// plainWords are the words of a text in small letters, with one blank before,
// between and after them, so that whole words compare.
func plainWords(s string) string {
	f := strings.FieldsFunc(strings.ToLower(s), betweenWords)
	return " " + strings.Join(f, " ") + " "
}

// maxNote is how many bytes a note may have: it is a remark, not a letter.
// maxName is the same for the name of an officer, a paper or a shift.
const (
	maxNote = 1000
	maxName = 200
)

// noted is what every request with a note asks first; the outcomes, if any,
// say that the note, or the reason with it, cannot go into the journal.
func (d *Desk) noted(ctx context.Context, note string, reasons ...Reason) ([]Outcome, error) {
	if len(note) > maxNote {
		return declined(LongNote, "")
	}
	for _, r := range reasons {
		if r != "" && !r.isCode() {
			return declined(WrongReason, r)
		}
	}
	names, err := d.namesMember(ctx, note)
	if err == nil && names {
		return declined(NameInNote, "")
	}
	return nil, err
}

// tooLong is what a request asks of the names that it carries.
func tooLong(names ...string) []Outcome {
	for _, n := range names {
		if len(n) > maxName {
			return []Outcome{refused(LongNote, n[:40])}
		}
	}
	return nil
}
