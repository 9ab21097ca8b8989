package stampdesk

import (
	"slices"
	"strings"
)

// note adds what whoever signs the form should know; codes are the units of
// which it speaks.
func (f *Filler) note(filled *Filled, codes []UnitCode) error {
	add := func(n FormNote) {
		if n.N != 0 {
			filled.Notes = append(filled.Notes, n)
		}
	}
	if filled.Form.IsList() {
		add(f.noLists(filled.Form, codes))
	}
	if filled.Form == FormCardless {
		add(strangers(filled.Rows))
	}
	add(f.unclosed(codes))
	t := &filled.Tally
	add(FormNote{Kind: NoteHeld, N: t.Held + t.Guests.Held + t.Outside.Held + t.NewCards.Held})
	if filled.Unit.Code != "" {
		add(f.latest.away(filled))
	}
	if !filled.Form.IsList() && filled.Cell == "" && !filled.Rest {
		sums, err := f.sums(codes)
		filled.Notes = append(filled.Notes, sums...)
		return err
	}
	return nil
}

// noLists names the units that handed in no list of a form on which, by the
// figures, there should be somebody.
func (f *Filler) noLists(form Form, codes []UnitCode) FormNote {
	var without []string
	for _, code := range codes {
		t := f.part(code)
		due := map[Form]int{FormStamp: t.WithCard, FormDamaged: t.Damaged, FormLost: t.Lost, FormCardless: t.WithoutCard}[form]
		has := slices.ContainsFunc(f.batches[code], func(b Batch) bool { return b.Lists.Has(form) })
		if due > 0 && !has {
			without = append(without, string(code))
		}
	}
	return FormNote{Kind: NoteNoList, N: len(without), Text: some(without)}
}

// strangers counts the lines of lists 5 that name nobody without a card.
func strangers(rows []FormRow) FormNote {
	n := FormNote{Kind: NoteStrangers}
	var units []string
	for _, r := range rows {
		if r.Class == Other {
			n.N++
			units = append(units, string(r.Unit))
		}
	}
	n.Text = some(slices.Compact(units))
	return n
}

// unclosed counts the batches that are still being worked on.
func (f *Filler) unclosed(codes []UnitCode) FormNote {
	var open []string
	for _, code := range codes {
		for i := range f.batches[code] {
			if b := &f.batches[code][i]; !b.IsClosed() {
				open = append(open, string(b.ID))
			}
		}
	}
	slices.Sort(open) // a unit's first may have been opened after another's last
	return FormNote{Kind: NoteUnclosed, N: len(open), Text: some(open)}
}

// away counts the cards of the unit's own members that another unit brings.
func (u *unitFill) away(filled *Filled) FormNote {
	n := FormNote{Kind: NoteAway}
	var hosts []string
	for i := range u.roster {
		m := &u.roster[i]
		if m.Class() != Ours || m.Brings() == u.Code {
			continue
		}
		if whole := filled.Cell == "" && !filled.Rest; whole || u.cellOf(m, "") == filled.Cell {
			n.N++
			hosts = append(hosts, string(m.Host))
		}
	}
	slices.Sort(hosts)
	n.Text = some(slices.Compact(hosts))
	return n
}

// sums names the figures that units declared and that their own parts do not
// come to, and those that look as if they had been copied.
func (f *Filler) sums(codes []UnitCode) (notes []FormNote, err error) {
	for _, code := range codes {
		a := appraisal{batches: f.batches[code]}
		b := a.delivery()
		if b == nil {
			continue
		}
		_, bad := b.Declared.contradictions()
		if len(bad) > 0 { // only then it matters whose cards the unit brought
			visitors, err := f.visitors(code)
			if err != nil {
				return nil, err
			}
			_, bad = b.Declared.contradictions(visitors...)
		}
		for _, c := range bad {
			notes = append(notes, FormNote{Kind: NoteSums, N: c.amount(), Text: string(code), Figure: c.figure, Sum: c.sum, Declared: c.declared})
		}
		if s, ok := b.Declared.copied(); ok {
			notes = append(notes, FormNote{Kind: NoteCoincidence, N: s.total, Text: string(code), Figure: "probationary", Sum: s.of})
		}
	}
	return notes, nil
}

// visitors are the numbers by which the cards of a unit's members may rightly
// exceed those that it brings.
func (f *Filler) visitors(code UnitCode) ([]int, error) {
	r, err := newReconciling(f.s, f.round, code)
	if err != nil {
		return nil, err
	}
	a := r.units[code]
	if err := a.lists(); err != nil {
		return nil, err
	}
	a.desk.Guests = f.part(code).Guests
	return a.visitors(), nil
}

// maxNamed is how many units or batches a note names.
const maxNamed = 12

// some are the first of many names, as one text.
func some(names []string) string {
	if len(names) > maxNamed {
		names = append(slices.Clone(names[:maxNamed]), "…")
	}
	return strings.Join(names, ", ")
}
