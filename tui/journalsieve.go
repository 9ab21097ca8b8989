package tui

import (
	"slices"
	"strings"
	"time"

	"stampdesk"
)

// journalFilter says which entries a person wants to see. The zero value is all
// of them.
type journalFilter struct {
	query  string // words that must all be found, folded
	act    stampdesk.Act
	person stampdesk.PersonID
	batch  stampdesk.BatchID
	day    stampdesk.Date
	shift  stampdesk.ShiftID // of the desk below
	of     stampdesk.DeskID
	desk   stampdesk.DeskID
}

// journalSieve finds the entries that fit a filter. What it folds it folds once.
// Only errands touch it.
type journalSieve struct {
	journalFilter
	zone    *time.Location
	people  map[stampdesk.PersonID]string
	units   map[stampdesk.UnitCode]string
	acts    map[stampdesk.Act]string
	reasons map[stampdesk.Reason]string
	text    strings.Builder
}

func newJournalSieve(f journalFilter, zone *time.Location, people map[stampdesk.PersonID]string, units map[stampdesk.UnitCode]string) *journalSieve {
	v := &journalSieve{
		journalFilter: f, zone: zone, people: map[stampdesk.PersonID]string{}, units: map[stampdesk.UnitCode]string{},
		acts: map[stampdesk.Act]string{}, reasons: map[stampdesk.Reason]string{},
	}
	if f.query == "" {
		return v
	}
	for id, name := range people {
		v.people[id] = stampdesk.Fold(string(id) + " " + name)
	}
	for code, name := range units {
		v.units[code] = stampdesk.Fold(string(code) + " " + name)
	}
	for _, l := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
		for act, name := range stampdesk.WordsIn(l).Acts {
			v.acts[act] += stampdesk.Fold(name) + " "
		}
	}
	return v
}

// fits reports whether an entry is wanted.
func (v *journalSieve) fits(e *stampdesk.Entry) bool {
	switch {
	case v.act != 0 && e.Act != v.act,
		v.person != "" && e.Operator != v.person && e.Approver != v.person,
		v.batch != "" && e.Batch != v.batch,
		v.desk != "" && e.Key.Desk != v.desk,
		v.of != "" && (e.Shift != v.shift || e.Key.Desk != v.of),
		!v.day.IsZero() && stampdesk.DateOf(e.At.In(v.zone)) != v.day:
		return false
	}
	return v.query == "" || v.has(e)
}

// has reports that all words of the query are found in an entry.
func (v *journalSieve) has(e *stampdesk.Entry) bool {
	b := &v.text
	b.Reset()
	b.Grow(200)
	if e.Card != 0 {
		add(b, e.Card.Digits(), e.Card.String())
	}
	add(b, strings.ToLower(e.Key.String()), v.acts[e.Act], v.reason(e.Reason), v.called(e.Operator), v.called(e.Approver),
		strings.ToLower(string(e.Batch)), v.units[e.Unit])
	if strings.ContainsAny(v.query, "/:") {
		add(b, e.At.In(v.zone).Format("02/01/2006 15:04"))
	}
	if e.Note != "" {
		add(b, stampdesk.Fold(e.Note))
	}
	for i := range e.Facts {
		if f := &e.Facts[i]; f.Name == stampdesk.FactPerson || f.Name == stampdesk.FactNo || f.Name == stampdesk.FactNew || f.Name == stampdesk.FactName {
			add(b, stampdesk.Fold(f.Value))
		}
	}
	text := b.String()
	return !slices.ContainsFunc(strings.Fields(v.query), func(w string) bool { return !strings.Contains(text, w) })
}

func add(b *strings.Builder, texts ...string) {
	for _, t := range texts {
		if t != "" {
			b.WriteString(t)
			b.WriteByte(' ')
		}
	}
}

// reason is a reason in both languages, folded.
func (v *journalSieve) reason(r stampdesk.Reason) string {
	if r == "" {
		return ""
	}
	t, ok := v.reasons[r]
	if !ok {
		t = stampdesk.Fold(r.Label(stampdesk.Vietnamese) + " " + r.Label(stampdesk.English))
		v.reasons[r] = t
	}
	return t
}

func (v *journalSieve) called(id stampdesk.PersonID) string {
	if t, ok := v.people[id]; ok {
		return t
	}
	return strings.ToLower(string(id))
}
