package main

import (
	"fmt"
	"slices"
	"strings"

	"stampdesk"
)

// writtenJSON is what a form that was written, or only counted, comes to.
type writtenJSON struct {
	Form    int            `json:"form"`
	File    string         `json:"file,omitempty"`
	Blank   bool           `json:"blank,omitempty"`
	Sheets  []sheetJSON    `json:"sheets"`
	Rows    int            `json:"rows"`
	Figures map[string]any `json:"figures,omitempty"` // as of tally --json, of all sheets together
	Notes   []formNoteJSON `json:"notes"`
}

type sheetJSON struct {
	Name string             `json:"name"`
	Unit stampdesk.UnitCode `json:"unit,omitempty"`
	Cell string             `json:"cell,omitempty"`
	Rows int                `json:"rows"`
}

type formNoteJSON struct {
	Kind   stampdesk.FormNoteKind `json:"kind"`
	N      int                    `json:"n"`
	About  string                 `json:"about,omitempty"`
	Figure string                 `json:"figure,omitempty"`
	Sum    string                 `json:"sum,omitempty"`

	Declared int           `json:"declared,omitempty"`
	Ways     []formWayJSON `json:"ways,omitempty"`
}

// formWayJSON is one of several ways in which boards count.
type formWayJSON struct {
	Way    string   `json:"way"`
	Boards []string `json:"boards"`
}

func (n *formNoteJSON) of(ways []stampdesk.FormWay) {
	for _, w := range ways {
		n.Ways = append(n.Ways, formWayJSON(w))
	}
}

// json is the object of --json; sheets are the names of the pages of each.
func (q formAsk) json(all []stampdesk.Filled, sheets [][]string) writtenJSON {
	j := writtenJSON{Form: int(q.form), Blank: q.blank, Sheets: []sheetJSON{}, Notes: []formNoteJSON{}}
	if q.out != "-" {
		j.File = q.out
	}
	var tallies []*stampdesk.Tally
	for i := range all {
		f := &all[i]
		for _, name := range sheets[i] {
			j.Sheets = append(j.Sheets, sheetJSON{name, f.Unit.Code, f.Cell, len(f.Rows)})
		}
		j.Rows += len(f.Rows)
		tallies = append(tallies, &f.Tally)
	}
	for _, n := range notesOf(all) {
		it := formNoteJSON{Kind: n.Kind, N: n.N, About: n.Text, Figure: n.Figure, Sum: n.Sum, Declared: n.Declared}
		it.of(n.Ways)
		j.Notes = append(j.Notes, it)
	}
	switch {
	case q.blank:
	case len(all) == 1:
		j.Figures = tallyJSON(all[0].Tally)
	default:
		sum := stampdesk.Sum(tallies...)
		sum.Heads = nil // of every sheet the same
		j.Figures = tallyJSON(sum)
	}
	return j
}

// notesOf are the notes of all forms: those of one kind are one, except where
// each is about a figure.
func notesOf(all []stampdesk.Filled) []stampdesk.FormNote {
	var notes []stampdesk.FormNote
	var abouts [][]string // of each, whom it is about
	for i := range all {
		for _, n := range all[i].Notes {
			at := slices.IndexFunc(notes, func(o stampdesk.FormNote) bool {
				return o.Kind == n.Kind && o.Figure == n.Figure && o.Sum == n.Sum && (n.Figure == "" || o.Text == n.Text)
			})
			switch {
			case at < 0:
				notes, abouts = append(notes, n), append(abouts, []string{n.Text})
			case n.Figure != "": // the cells of a unit say the same of it
			case (n.Kind == stampdesk.NoteUnclosed || n.Kind == stampdesk.NoteNoList) && slices.Contains(abouts[at], n.Text):
			default:
				notes[at].N += n.N
				if !slices.Contains(abouts[at], n.Text) {
					abouts[at] = append(abouts[at], n.Text)
				}
			}
		}
	}
	for i := range notes {
		if notes[i].Kind == stampdesk.NoteUnclosed {
			slices.Sort(abouts[i]) // the sheets come in the order of the units
		}
		if more := abouts[i]; len(more) > mostAbout {
			abouts[i] = append(more[:mostAbout:mostAbout], "…")
		}
		notes[i].Text = strings.Join(abouts[i], ", ")
	}
	return notes
}

// mostAbout is of how many sheets a note names whom it is about.
const mostAbout = 12

// tellNotes says on stderr what whoever signs should know, and what to do.
func (a *app) tellNotes(f stampdesk.Form, all []stampdesk.Filled) {
	for _, n := range notesOf(all) {
		fmt.Fprintf(a.err, "%s %s\n", a.t.Warning, a.noteSentence(f, n))
	}
}

// noteSentence is a note in words: what it is, and what to do.
func (a *app) noteSentence(f stampdesk.Form, n stampdesk.FormNote) string {
	differs := n.Differs(a.conf.lang())
	switch n.Kind {
	case stampdesk.NoteSums:
		return fmt.Sprintf(a.t.NoteSums, differs)
	case stampdesk.NoteCoincidence:
		return fmt.Sprintf(a.t.NoteCoincidence, differs)
	case stampdesk.NoteDates, stampdesk.NoteSettings:
		return fmt.Sprintf(a.t.NoteApart, differs)
	}
	sentence := map[stampdesk.FormNoteKind]string{
		stampdesk.NoteNoList:    fmt.Sprintf(a.t.NoteNoList, a.count(n.N), f),
		stampdesk.NoteStrangers: fmt.Sprintf(a.t.NoteStrangers, a.count(n.N)),
		stampdesk.NoteUnclosed:  fmt.Sprintf(a.t.NoteUnclosed, a.count(n.N)),
		stampdesk.NoteHeld:      fmt.Sprintf(a.t.NoteHeld, a.count(n.N)),
		stampdesk.NoteAway:      fmt.Sprintf(a.t.NoteAway, a.count(n.N)),
	}[n.Kind]
	if n.Text != "" {
		sentence = n.Text + ": " + sentence
	}
	return sentence
}
