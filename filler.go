package stampdesk

import (
	"fmt"
	"slices"
)

// Filler fills in official forms from one instant of a store. It lives as long
// as the snapshot, and is not for use by several goroutines.
//
// What all forms share is read when it is made: the sums, the units and the
// batches, never a member or a card. Cards and the journal are walked once for
// all forms, when the first form asks for them.
type Filler struct {
	// Cells has forms of the whole board count the cells of its units. Of a
	// roster that an earlier version saved that walks all members, which costs
	// ten times the rest of the form: without it they have none.
	Cells bool
	// Shares are the board's settings of percentages, which form 7 holds
	// against those of other boards.
	Shares Shares

	s     Snapshot
	setup Setup
	round uint8

	heads   []Head
	whole   Tally
	units   []UnitInfo // of the roster, by code
	parts   map[UnitCode]*Tally
	batches map[UnitCode][]Batch // of the round, by id
	brought map[BatchID]UnitCode
	work    map[BatchID]*Work // once asked for

	placed map[UnitCode][]MarkKey       // cards that count in a unit, once walked
	deeds  map[UnitCode][]deed          // likewise
	lines  map[Form]map[CardNumber]Line // of lists 3 and 4, likewise
	latest *unitFill
}

// NewFiller reads what the forms of the round in force share.
func NewFiller(s Snapshot) (*Filler, error) {
	setup, err := s.Setup()
	if err != nil {
		return nil, err
	}
	f := &Filler{
		s: s, setup: setup, round: uint8(setup.Round.Ordinal), parts: map[UnitCode]*Tally{},
		batches: map[UnitCode][]Batch{}, brought: map[BatchID]UnitCode{}, lines: map[Form]map[CardNumber]Line{},
	}
	for b, err := range s.Batches() {
		if err != nil {
			return nil, err
		}
		f.brought[b.ID] = b.Unit
		if b.Round == f.round {
			f.batches[b.Unit] = append(f.batches[b.Unit], b)
		}
	}
	if f.heads, err = Collect(s.Heads()); err != nil {
		return nil, err
	}
	if f.units, err = Collect(s.Units()); err != nil {
		return nil, err
	}
	return f, f.count()
}

// count adds up the cube by unit, and the units to the whole.
func (f *Filler) count() error {
	explained := map[UnitCode]int{}
	for c, err := range f.s.Counts(f.round) {
		if err != nil {
			return err
		}
		unit := f.unitOf(&c.Cell)
		f.part(unit).add(c.Cell, int(c.N))
		if c.Cell.isCardless() {
			explained[unit] += int(c.N)
		}
	}
	for _, u := range f.units {
		t := f.part(u.Code)
		t.Headcount = u.Headcount
		t.withoutCard(u.Headcount, explained[u.Code])
	}
	var all []*Tally
	for _, t := range f.parts {
		t.Remaining = t.WithCard - t.seen()
		all = append(all, t)
	}
	f.whole = Sum(all...)
	f.whole.Heads = f.heads
	return nil
}

// unitOf is the unit in whose figures a cell counts: that which brought the
// card of a guest, who is of none, else the home unit.
func (f *Filler) unitOf(c *Cell) UnitCode {
	if _, placed := PlaceOf(c.Act, c.reason()); placed && c.Class == Guest {
		return f.brought[c.Batch]
	}
	return c.Unit
}

func (f *Filler) part(u UnitCode) *Tally {
	t := f.parts[u]
	if t == nil {
		n := newTally()
		t = &n
		f.parts[u] = t
	}
	return t
}

// codes are the units of which a form of the board speaks: those of the
// roster, and those that it has no more but that have batches or figures.
func (f *Filler) codes() []UnitCode {
	var codes []UnitCode
	for _, u := range f.units {
		codes = append(codes, u.Code)
	}
	for u := range f.parts {
		codes = append(codes, u)
	}
	for u := range f.batches {
		codes = append(codes, u)
	}
	slices.Sort(codes)
	codes = slices.Compact(codes)
	return slices.DeleteFunc(codes, func(u UnitCode) bool { return u == "" })
}

// info is a unit by its code; one that the roster has no more is named by it.
func (f *Filler) info(code UnitCode) (UnitInfo, error) {
	i, ok := slices.BinarySearchFunc(f.units, code, func(u UnitInfo, code UnitCode) int {
		switch {
		case u.Code < code:
			return -1
		case u.Code > code:
			return 1
		}
		return 0
	})
	switch {
	case ok:
		return f.units[i], nil
	case code == "", f.parts[code] == nil && f.batches[code] == nil:
		return UnitInfo{}, fmt.Errorf("unit %s: %w: neither the roster nor a batch has it", code, ErrNotFound)
	}
	return UnitInfo{Unit: Unit{Code: code, Name: string(code)}}, nil
}

// Fill fills in a form for a board, a unit or a cell of it. The error wraps
// ErrNotFound where there is no such unit or cell.
func (f *Filler) Fill(form Form, scope Scope) (Filled, error) {
	if scope.Unit == "" && scope.inUnit() {
		return Filled{}, fmt.Errorf("cell %q of no unit: name its unit too", scope.Cell)
	}
	if form == FormResult && scope != (Scope{}) {
		return Filled{}, fmt.Errorf("form 7 of unit %s: it is of the whole board; a unit has form 6", scope.Unit)
	}
	filled := Filled{Form: form, Board: f.setup.Board, Round: f.setup.Round}
	var err error
	switch {
	case scope.Unit == "":
		err = f.ofBoard(&filled)
	case scope.inUnit():
		err = f.ofCell(&filled, scope)
	default:
		err = f.ofUnit(&filled, scope.Unit)
	}
	return filled, err
}

// Scopes are those for which a form is filled in one by one: the cells of a
// unit, as its roster names them first, and what has no cell behind them; for
// no unit all units by code, and for form 7 the board alone.
func (f *Filler) Scopes(form Form, unit UnitCode) ([]Scope, error) {
	if form == FormResult {
		return []Scope{{}}, nil
	}
	var all []Scope
	if unit == "" {
		for _, u := range f.codes() {
			all = append(all, Scope{Unit: u})
		}
		return all, nil
	}
	u, err := f.unit(unit)
	if err != nil {
		return nil, err
	}
	if _, err := u.tallies(); err != nil { // lists may name cells that the roster does not
		return nil, err
	}
	for _, c := range u.cells {
		all = append(all, Scope{Unit: unit, Cell: c})
	}
	if u.hasRest() {
		all = append(all, Scope{Unit: unit, Rest: true})
	}
	return all, nil
}
