package stampdesk_test

import (
	"fmt"
	"maps"
	"slices"

	. "stampdesk"
	"stampdesk/store/storetest"
)

// unlike names the figures in which two tallies differ, those that skip begins
// not counted.
func unlike(a, b *Tally, skip ...string) (all []string) {
	for _, name := range FigureNames() {
		x, _ := a.Figure(name)
		y, _ := b.Figure(name)
		if x != y && !slices.Contains(skip, name) {
			all = append(all, fmt.Sprintf("%s %d≠%d", name, x, y))
		}
	}
	for _, name := range []string{"without_card_by", "damaged_by", "held_by", "refused_by", "uncollected_by", "remarks_by"} {
		x, ok := a.FiguresBy(name)
		y, _ := b.FiguresBy(name)
		if x, y := counted(x), counted(y); !maps.Equal(x, y) || !ok {
			all = append(all, fmt.Sprintf("%s %v≠%v", name, x, y))
		}
	}
	if x, y := counted(a.Boxes), counted(b.Boxes); !maps.Equal(x, y) {
		all = append(all, fmt.Sprintf("boxes %v≠%v", x, y))
	}
	return all
}

// counted leaves out what is 0.
func counted[K comparable](m map[K]int) map[K]int {
	m = maps.Clone(m)
	maps.DeleteFunc(m, func(_ K, n int) bool { return n == 0 })
	return m
}

// formsCheck holds the forms of a round against each other and the tally, and
// counts what it saw, so that a test can tell that there was something to see.
type formsCheck struct {
	fault func(format string, a ...any)
	seen  map[string]int
}

func (c *formsCheck) check(s Snapshot) error {
	setup, err := s.Setup()
	if err != nil {
		return err
	}
	round := uint8(setup.Round.Ordinal)
	all, err := Count(s, Filter{Round: round})
	if err != nil {
		return err
	}
	results, err := ResultsOf(s, round) // what other boards sent is in form 7 too
	if err != nil {
		return err
	}
	others := make([]*Tally, len(results))
	for i := range results {
		others[i] = &results[i].Tally
	}
	all = Sum(append(others, &all)...)
	f, err := NewFiller(s)
	if err != nil {
		return err
	}
	seven, err := f.Fill(FormResult, Scope{})
	if err != nil {
		return err
	}
	for _, d := range unlike(&seven.Tally, &all) {
		c.fault("form 7 is not the tally: %s", d)
	}
	c.adds("form 7", &seven)
	progress, err := ProgressOf(s, round)
	if err != nil {
		return err
	}
	done := 0
	for _, u := range progress.Units {
		if info, err := s.Unit(u.Code); err != nil {
			return err
		} else if info != nil && u.State == UnitDone {
			done++
		}
	}
	c.seen["done"] += done
	if len(results) == 0 && seven.Units.Done != done {
		c.fault("form 7 has %d units done, the progress %d", seven.Units.Done, done)
	}
	scopes, err := f.Scopes(FormReturn, "")
	if err != nil {
		return err
	}
	board, err := f.Fill(FormReturn, Scope{}) // by units, whatever other boards sent
	if err != nil {
		return err
	}
	c.adds("form 6 of the board", &board)
	sixes := others
	for _, sc := range scopes {
		six, err := f.Fill(FormReturn, sc)
		if err != nil {
			return err
		}
		of, err := Count(s, Filter{Round: round, Unit: sc.Unit})
		if err != nil {
			return err
		}
		for _, d := range unlike(&six.Tally, &of, "guests", "guests.stamped") {
			c.fault("form 6 of %s is not the tally: %s", sc.Unit, d)
		}
		c.adds("form 6 of "+string(sc.Unit), &six)
		sixes = append(sixes, &six.Tally)
		if err := c.unit(f, &six); err != nil {
			return err
		}
	}
	for _, p := range board.Parts {
		if p.Key == "" {
			sixes = append(sixes, &p.Tally)
		}
	}
	sum := Sum(sixes...)
	for _, d := range unlike(&sum, &seven.Tally) {
		c.fault("the forms 6 do not add up to form 7: %s", d)
	}
	return nil
}

// adds looks whether the parts of a form add up to it.
func (c *formsCheck) adds(name string, of *Filled) {
	var parts []*Tally
	for i := range of.Parts {
		parts = append(parts, &of.Parts[i].Tally)
	}
	sum := Sum(parts...)
	for _, d := range unlike(&sum, &of.Tally) {
		c.fault("the parts do not add up to %s: %s", name, d)
	}
}

// unit looks whether the forms of the cells are the unit's.
func (c *formsCheck) unit(f *Filler, six *Filled) error {
	unit := six.Unit.Code
	cells, err := f.Scopes(FormUse, unit)
	if err != nil {
		return err
	}
	var ones []*Tally
	for _, sc := range cells {
		one, err := f.Fill(FormUse, sc)
		if err != nil {
			return err
		}
		ones = append(ones, &one.Tally)
		c.seen["cells"]++
	}
	sum := Sum(ones...)
	for _, d := range unlike(&sum, &six.Tally) {
		c.fault("the forms 1 of %s do not add up to its form 6: %s", unit, d)
	}
	t := &six.Tally
	for form := FormStamp; form <= FormCardless; form++ {
		whole, err := f.Fill(form, Scope{Unit: unit})
		if err != nil {
			return err
		}
		var rows []FormRow
		for _, sc := range cells {
			one, err := f.Fill(form, sc)
			if err != nil {
				return err
			}
			rows = append(rows, one.Rows...)
		}
		if len(rows) != len(whole.Rows) {
			c.fault("form %d: the cells of %s have %d rows, the unit %d", form, unit, len(rows), len(whole.Rows))
		}
		c.rows(form, t, rows)
	}
	for _, n := range []struct {
		what string
		n    int
	}{{"remarks", len(t.Remarks)}, {"guests", t.Guests.Seen()}, {"new cards", t.NewCards.Seen()}, {"voided", t.Voided}, {"exchanged", t.Exchanged + t.Reissued}, {"relaminated", t.Relaminated}} {
		c.seen[n.what] += n.n
	}
	return nil
}

// rows compares the rows of a list with the figures.
func (c *formsCheck) rows(form Form, t *Tally, rows []FormRow) {
	by, class := map[Reason]int{}, map[Class]int{}
	for _, r := range rows {
		class[r.Class]++
		if r.Class == Ours || form == FormCardless {
			by[r.Reason]++
		}
	}
	c.seen[fmt.Sprintf("rows of form %d", form)] += len(rows)
	same := func(what string, got, want int) {
		if got != want {
			c.fault("form %d has %d %s, the tally %d", form, got, what, want)
		}
	}
	switch form {
	case FormStamp:
		same("lines without guests", len(rows)-class[Guest], t.Proposed)
		once := map[CardNumber]bool{}
		for _, r := range rows {
			if r.Card != 0 && once[r.Card] {
				c.fault("form 2 has %v twice", r.Card)
			}
			once[r.Card] = true
		}
		c.seen["guests of form 2"] += class[Guest]
	case FormDamaged:
		same("damaged cards", class[Ours], t.Damaged)
		same("damaged cards of guests", class[Guest], t.Guests.Damaged)
		if !maps.Equal(by, counted(t.DamagedBy)) {
			c.fault("form 3 has %v, the tally %v", by, t.DamagedBy)
		}
	case FormLost:
		same("lost cards", class[Ours], t.Lost)
		same("lost cards of guests", class[Guest], t.Guests.Lost)
		for _, r := range rows {
			if r.Discipline != "" {
				c.seen["discipline"]++
			}
		}
	case FormCardless:
		strange := class[Other]
		c.seen["strangers"] += strange
		same("members without a card", class[Ours], t.WithoutCard)
		// A line that names nobody stands in the tally for somebody whom no
		// line names.
		want := counted(t.WithoutCardBy)
		open := by[ReasonUnstated] - want[ReasonUnstated]
		if open < 0 || open > strange {
			c.fault("form 5 has %d members of whom no list says why, the tally %d, and %d lines name nobody", by[ReasonUnstated], want[ReasonUnstated], strange)
		}
		delete(by, ReasonUnstated)
		delete(want, ReasonUnstated)
		if !maps.Equal(by, want) {
			c.fault("form 5 has %v, the tally %v", by, want)
		}
	}
}

// fill fills in a form; it must not fail.
func (b *bench) fill(form Form, scope Scope) (filled Filled) {
	b.t.Helper()
	storetest.View(b.t, b.Store, func(s Snapshot) error {
		f, err := NewFiller(s)
		if err == nil {
			filled, err = f.Fill(form, scope)
		}
		return err
	})
	return filled
}
