package main

import (
	"fmt"

	"stampdesk"
	"stampdesk/store/sheet"
)

// mostStrays of the lines that disagree with the roster are named.
const mostStrays = 50

// tellList warns of what a list disagrees with: the roster, line by line, and
// other lists.
func (a *app) tellList(name string, l *sheet.ListFile, d *stampdesk.ListDraft) {
	for _, found := range [][]stampdesk.Listed{d.Stray, d.Before} {
		for _, x := range found[:min(mostStrays, len(found))] {
			fmt.Fprintf(a.err, "%s: %s %s\n", name, a.t.Warning, a.listedSentence(l, x))
		}
		if n := len(found) - mostStrays; n > 0 {
			fmt.Fprintf(a.err, a.t.AndMore, a.count(n))
		}
	}
	if n := d.Foreign(); n > 0 {
		fmt.Fprintf(a.err, "%s: %s %s\n", name, a.t.Warning, fmt.Sprintf(a.t.Strays, a.count(n)))
	}
}

// listedSentence is one finding about one line: who, and what is not right.
func (a *app) listedSentence(l *sheet.ListFile, x stampdesk.Listed) string {
	where := ""
	if line := l.Line(x.At); line > 0 {
		where = fmt.Sprintf(a.t.OnLine, line) + " "
	}
	if x.Kind == stampdesk.ListedBefore {
		return where + fmt.Sprintf(a.t.ListedBefore, x.Card, x.Name, x.Found, x.Batch, x.Unit)
	}
	return where + a.differenceSentence(x.Difference)
}

// tellListLoaded says what the list came to, and what the one before it had.
func (a *app) tellListLoaded(d *stampdesk.ListDraft, dryRun bool) error {
	fmt.Fprintf(a.out, a.t.ListLoaded, d.Load.Form, a.count(len(d.Load.Lines)), d.Load.Batch)
	if d.Replaces {
		fmt.Fprintf(a.out, a.t.ListReplaced, d.Load.Form, d.Load.Batch, a.count(len(d.Added)), a.count(len(d.Removed)))
		for _, part := range []struct {
			mark  string
			lines []stampdesk.Line
		}{{"+", d.Added}, {"-", d.Removed}} {
			for _, l := range part.lines[:min(mostStrays, len(part.lines))] {
				fmt.Fprintf(a.out, "  %s %s  %s\n", part.mark, a.number(l.Card), l.Name)
			}
			if n := len(part.lines) - mostStrays; n > 0 {
				fmt.Fprintf(a.out, a.t.AndMore, a.count(n))
			}
		}
	}
	if dryRun {
		_, err := fmt.Fprintln(a.out, a.t.DryRun)
		return err
	}
	return nil
}

// number is a card number, or that there is none.
func (a *app) number(n stampdesk.CardNumber) string {
	if n == 0 {
		return a.t.NoNumber
	}
	return n.String()
}

type listedJSON struct {
	Kind  stampdesk.DifferenceKind `json:"kind"`
	Line  int                      `json:"line,omitempty"` // of the file
	Card  string                   `json:"card,omitempty"`
	Name  string                   `json:"name,omitempty"`
	Cell  string                   `json:"cell,omitempty"`
	Unit  stampdesk.UnitCode       `json:"unit,omitempty"`  // of the other list
	Batch stampdesk.BatchID        `json:"batch,omitempty"` // of the other list
	Form  int                      `json:"form,omitempty"`  // of the other list
	Note  string                   `json:"note,omitempty"`
	Text  string                   `json:"text"`
}

type lineJSON struct {
	Card string `json:"card,omitempty"`
	Name string `json:"name,omitempty"`
}

func linesJSON(lines []stampdesk.Line) []lineJSON {
	out := []lineJSON{}
	for _, l := range lines {
		j := lineJSON{Name: l.Name}
		if l.Card != 0 {
			j.Card = l.Card.Digits()
		}
		out = append(out, j)
	}
	return out
}

// listJSON are the keys that say what a list disagrees with.
func (a *app) listJSON(l *sheet.ListFile, d *stampdesk.ListDraft) map[string]any {
	named := func(found []stampdesk.Listed) []listedJSON {
		out := []listedJSON{}
		for _, x := range found {
			j := listedJSON{x.Kind, l.Line(x.At), "", x.Name, x.Cell, "", x.Batch, 0, x.Note, a.listedSentence(l, x)}
			if x.Card != 0 {
				j.Card = x.Card.Digits()
			}
			switch x.Kind {
			case stampdesk.ListedBefore:
				j.Form, j.Unit = x.Found, x.Unit
			case stampdesk.ListedTwice:
				j.Form = x.Found
			}
			out = append(out, j)
		}
		return out
	}
	return map[string]any{
		"batch": d.Load.Batch, "form": d.Load.Form, "unit": d.Unit, "lines": len(d.Load.Lines), "strays": d.Foreign(),
		"disagree": named(d.Stray), "listed_before": named(d.Before),
		"replaces": d.Replaces, "added": linesJSON(d.Added), "removed": linesJSON(d.Removed),
	}
}
