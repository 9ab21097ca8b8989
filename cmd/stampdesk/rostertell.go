package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"stampdesk"
	"stampdesk/store/sheet"
)

// What a new roster would change, as sentences.

// tellDraft says what a roster would change: figures, then the units that are
// new by name and the cards that it touches, and where all is asked for, every
// member.
func (a *app) tellDraft(rows int, d *stampdesk.RosterDraft, all bool) {
	fmt.Fprintf(a.out, a.t.RosterChange, a.count(rows), a.count(len(d.Roster.Units)), a.count(len(d.New)), a.count(len(d.Edits)), a.count(d.Unchanged), a.count(len(d.Gone)))
	counts := d.Counts()
	var fields []string
	for _, f := range stampdesk.MemberFields {
		if counts[f] > 0 {
			fields = append(fields, a.fieldLabel(f)+" "+a.count(counts[f]))
		}
	}
	if len(fields) > 0 {
		fmt.Fprintf(a.out, a.t.FieldsChanged, strings.Join(fields, " · "))
	}
	a.tellNewUnits(d)
	a.tellTouched(d.Touched)
	if all && len(d.New)+len(d.Edits)+len(d.Gone) > 0 {
		a.tellMembers(d)
		fmt.Fprintf(a.out, a.t.RosterChange, a.count(rows), a.count(len(d.Roster.Units)), a.count(len(d.New)), a.count(len(d.Edits)), a.count(d.Unchanged), a.count(len(d.Gone))) // the first has scrolled away
	}
	if back := d.Back(); len(back) > 0 {
		fmt.Fprintf(a.err, "%s %s\n", a.t.Warning, fmt.Sprintf(a.t.Back, a.count(len(back))))
		for _, e := range back[:min(mostLines, len(back))] {
			fmt.Fprintf(a.err, "  %s  %s: “%s” → “%s”\n", a.number(e.New.Card), e.New.Name, e.Old.Status, e.New.Status)
		}
	}
	if d.Shrinks() {
		fmt.Fprintf(a.err, "%s %s\n", a.t.Warning, fmt.Sprintf(a.t.Shrinks, a.count(len(d.Gone)), a.count(d.Replaces)))
	}
}

func (a *app) tellNewUnits(d *stampdesk.RosterDraft) {
	if len(d.NewUnits) == 0 {
		return
	}
	fmt.Fprintf(a.out, a.t.NewUnits, a.count(len(d.NewUnits)))
	most := mostLines
	if d.Before == 0 { // of the first roster all are
		most = 10
	}
	for _, u := range d.NewUnits[:min(most, len(d.NewUnits))] {
		fmt.Fprintf(a.out, "  + %s\n", strings.TrimSuffix(string(u.Code)+"  "+u.Name, "  "+string(u.Code)))
	}
	if n := len(d.NewUnits) - most; n > 0 {
		fmt.Fprintf(a.out, a.t.AndMore, a.count(n))
	}
}

func (a *app) tellTouched(touched []stampdesk.Touch) {
	if len(touched) == 0 {
		return
	}
	forbidden := 0
	for _, c := range touched {
		if c.Reason != "" {
			forbidden++
		}
	}
	fmt.Fprintf(a.out, a.t.TouchedCards, a.count(len(touched)), a.count(forbidden))
	for _, c := range touched[:min(mostLines, len(touched))] {
		fmt.Fprintf(a.out, "  %s\n", a.touchSentence(c))
	}
	a.andMore(a.out, len(touched))
}

// touchSentence is a card on record that the roster touches: what was done,
// what changes, and why it could not be done now.
func (a *app) touchSentence(c stampdesk.Touch) string {
	l := a.conf.lang()
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s", c.Card, c.Name)
	if c.Standing.Act != 0 {
		done := stampdesk.WordsIn(l).Acts[c.Standing.Act]
		switch c.Standing.Act {
		case stampdesk.ActStamped:
			done = a.t.TouchStamped
		case stampdesk.ActListLoaded:
			done = a.t.TouchListed
		}
		fmt.Fprintf(&b, ": %s", done)
		if c.Standing.Batch != "" {
			b.WriteString(" " + fmt.Sprintf(a.t.InBatch, c.Standing.Batch))
		}
	}
	if labels := a.labels(c.Fields); labels != "" {
		b.WriteString(" · " + fmt.Sprintf(a.t.TouchChanges, labels))
	} else if c.New == nil {
		b.WriteString(" · " + a.t.NotInFile)
	}
	if c.Reason != "" {
		b.WriteString(" · " + fmt.Sprintf(a.t.TouchForbids, c.Reason.Sentence(l)))
	}
	return b.String()
}

func (a *app) labels(fields []stampdesk.Field) string {
	var all []string
	for _, f := range fields {
		all = append(all, a.fieldLabel(f))
	}
	return strings.Join(all, ", ")
}

// tellMembers names who changes, field by field, who is new and who is gone.
func (a *app) tellMembers(d *stampdesk.RosterDraft) {
	member := func(m *stampdesk.Member) string {
		return strings.Join(slices.DeleteFunc([]string{
			a.number(m.Card), m.Name, m.Birth.String(), string(cmp.Or(m.Unit, m.Host)), m.Cell,
		}, func(s string) bool { return s == "" }), "  ")
	}
	if len(d.Edits) > 0 {
		fmt.Fprintf(a.out, a.t.MembersChanged, a.count(len(d.Edits)))
	}
	for _, e := range d.Edits[:min(mostLines, len(d.Edits))] {
		var changes []string
		for _, f := range e.Fields {
			changes = append(changes, fmt.Sprintf("%s: %s → %s", a.fieldLabel(f), a.orEmpty(e.Old.Get(f)), a.orEmpty(e.New.Get(f))))
		}
		fmt.Fprintf(a.out, "  ~ %s  %s: %s\n", a.number(e.Old.Card), e.Old.Name, strings.Join(changes, "; "))
	}
	a.andMore(a.out, len(d.Edits))
	if len(d.New) > 0 {
		fmt.Fprintf(a.out, a.t.MembersNew, a.count(len(d.New)))
	}
	for _, j := range d.New[:min(mostLines, len(d.New))] {
		fmt.Fprintf(a.out, "  + %s\n", member(&d.Roster.Members[j]))
	}
	a.andMore(a.out, len(d.New))
	if len(d.Gone) > 0 {
		fmt.Fprintf(a.out, a.t.MembersGone, a.count(len(d.Gone)))
	}
	for i := range d.Gone[:min(mostLines, len(d.Gone))] {
		fmt.Fprintf(a.out, "  - %s\n", member(&d.Gone[i]))
	}
	a.andMore(a.out, len(d.Gone))
}

func (a *app) orEmpty(s string) string {
	if s == "" {
		return a.t.EmptyCell
	}
	return "“" + s + "”"
}

// emptied counts, by the fields for which a file has no column, the members
// who would lose what is known of them. Without a status they would count as
// official again; what an option says in the place of a column is no loss.
func emptied(f *sheet.File, d *stampdesk.RosterDraft) map[stampdesk.Field]int {
	if len(f.Headings) == 0 {
		return nil
	}
	read := map[stampdesk.Field]bool{}
	for _, h := range f.Headings {
		for _, field := range h.Fields {
			read[field] = true
		}
	}
	n := map[stampdesk.Field]int{}
	for i := range d.Edits {
		for _, field := range d.Edits[i].Fields {
			e := &d.Edits[i]
			if lost := e.New.Get(field) == "" || field == stampdesk.FieldStatus; lost && !read[field] && e.Old.Get(field) != "" {
				n[field]++
			}
		}
	}
	return n
}

// emptiedSentences warn of what a file without a column takes away.
func (a *app) emptiedSentences(f *sheet.File, d *stampdesk.RosterDraft) (all []string) {
	n := emptied(f, d)
	for _, field := range stampdesk.MemberFields {
		if n[field] > 0 {
			all = append(all, fmt.Sprintf(a.t.ColumnMissing, a.fieldLabel(field), a.count(n[field])))
		}
	}
	return all
}
