package stampdesk

import (
	"fmt"
	"slices"
	"strings"
)

// ofBoard fills in a form of the whole board.
func (f *Filler) ofBoard(filled *Filled) error {
	filled.Tally = f.whole
	codes := f.codes()
	for _, code := range codes {
		u, err := f.info(code)
		if err != nil {
			return err
		}
		if !filled.Form.IsList() {
			filled.Parts = append(filled.Parts, FormPart{Key: string(code), Name: u.Name, Tally: *f.part(code)})
		}
	}
	if none := f.parts[""]; none != nil && !filled.Form.IsList() {
		filled.Parts = append(filled.Parts, FormPart{Tally: *none})
	}
	if err := f.countUnits(&filled.Units); err != nil {
		return err
	}
	if f.Cells {
		if err := f.countCells(&filled.Units); err != nil {
			return err
		}
	}
	if filled.Form.IsList() {
		for _, code := range codes {
			rows, err := f.rowsOf(code, filled.Form)
			if err != nil {
				return err
			}
			filled.Rows = append(filled.Rows, rows...)
		}
		guestsLast(filled.Rows)
	}
	if err := f.note(filled, codes); err != nil || filled.Form != FormResult {
		return err
	}
	return f.addBoards(filled)
}

// ofUnit fills in a form of one unit.
func (f *Filler) ofUnit(filled *Filled, code UnitCode) error {
	u, err := f.unit(code)
	if err != nil {
		return err
	}
	filled.Unit, filled.Tally = u.Unit, *f.part(code)
	filled.Tally.Heads = f.heads
	filled.Units.count(u.Unit)
	if filled.Form.IsList() {
		if filled.Rows, err = u.rows(filled.Form); err != nil {
			return err
		}
	} else if filled.Parts, err = u.byCell(); err != nil {
		return err
	}
	if !u.IsBasic() {
		filled.Units.Cells = len(u.cells)
	}
	return f.note(filled, []UnitCode{code})
}

// ofCell fills in a form of one cell, or of what no cell has.
func (f *Filler) ofCell(filled *Filled, scope Scope) error {
	u, err := f.unit(scope.Unit)
	if err != nil {
		return err
	}
	tallies, err := u.tallies()
	if err != nil {
		return err
	}
	cell := u.spelt[cellKey(scope.Cell)]
	t := tallies[cell]
	if t == nil || (cell == "") != scope.Rest {
		return fmt.Errorf("cell %q of unit %s: %w", scope.Cell, scope.Unit, ErrNotFound)
	}
	filled.Unit, filled.Cell, filled.Rest, filled.Tally = u.Unit, cell, scope.Rest, *t
	filled.Units.Cells = 1
	if filled.Form.IsList() {
		rows, err := u.rows(filled.Form)
		if err != nil {
			return err
		}
		filled.Rows = slices.DeleteFunc(slices.Clone(rows), func(r FormRow) bool { return r.Cell != cell })
	}
	return f.note(filled, []UnitCode{scope.Unit})
}

// rowsOf are the rows of one unit among many: what was read of it is let go.
func (f *Filler) rowsOf(code UnitCode, form Form) ([]FormRow, error) {
	u, err := f.unit(code)
	if err != nil {
		return nil, err
	}
	return u.rows(form)
}

// guestsLast puts the guests behind all others; the order stays otherwise.
func guestsLast(rows []FormRow) {
	slices.SortStableFunc(rows, func(a, b FormRow) int {
		guest := func(r FormRow) int {
			if r.Class == Guest {
				return 1
			}
			return 0
		}
		return guest(a) - guest(b)
	})
}

// count counts one unit by the roster's word for what it is.
func (c *UnitCounts) count(u Unit) {
	c.Units++
	switch kind := Fold(string(u.Kind)); {
	case strings.HasPrefix(kind, "dang bo"), strings.HasPrefix(kind, "dang uy"):
		c.Committees++
	case u.IsBasic():
		c.Basic++
	}
}

// countUnits counts the units of the roster, and those that are done.
func (f *Filler) countUnits(c *UnitCounts) error {
	if f.work == nil {
		var err error
		if f.work, err = WorkOf(f.s, f.round); err != nil {
			return err
		}
	}
	for _, u := range f.units {
		c.count(u.Unit)
		t := f.part(u.Code)
		p := UnitProgress{Tally: *t, Waiting: t.Held} // what batches hold their own states say
		for _, b := range f.batches[u.Code] {
			p.Batches = append(p.Batches, BatchProgress{b, *f.work[b.ID]})
		}
		if p.state() == UnitDone {
			c.Done++
		}
	}
	return nil
}

// countCells counts the cells that the roster names, but for units that are one
// cell themselves: what they name is none under a committee. A roster that an
// earlier version saved has not counted them: then its members are walked.
func (f *Filler) countCells(c *UnitCounts) error {
	var walked NamedCells
	if slices.ContainsFunc(f.units, func(u UnitInfo) bool { return u.Cells == CellsUncounted && !u.IsBasic() }) {
		for m, err := range f.s.Members() {
			if err != nil {
				return err
			}
			walked.Add(&m)
		}
	}
	for _, u := range f.units {
		if u.IsBasic() {
			continue
		}
		if u.Cells == CellsUncounted {
			u.Cells = walked.Of(u.Code)
		}
		c.Cells += u.Cells
	}
	return nil
}
