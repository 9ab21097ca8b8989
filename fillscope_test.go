package stampdesk_test

import (
	"fmt"
	"testing"

	. "stampdesk"
)

func TestAUnitThatIsOneCellHasNoCellsUnderIt(t *testing.T) {
	b := withCells(t)
	r := invented()
	r.Units[0].Kind = "Chi bộ cơ sở"
	r.Units = append(r.Units, Unit{Code: "P03", Name: "phường C", Kind: "đảng bộ cơ sở"})
	for i := range r.Members {
		m := &r.Members[i]
		if m.Cell = fmt.Sprint("Chi bộ ", i%2); m.Unit == "P02" && i%3 == 0 {
			m.Unit = "P03"
		}
	}
	b.must(SignIn{Person: "GS1", PIN: "2222"})
	b.must(LoadRoster{Roster: r})
	got := map[UnitCode]int{}
	for _, unit := range []UnitCode{"P01", "P02", "P03"} {
		got[unit] = b.fill(FormReturn, Scope{Unit: unit}).Units.Cells
	}
	err := b.Store.View(t.Context(), func(s Snapshot) error {
		f, err := NewFiller(s)
		if err != nil {
			return err
		}
		f.Cells = true
		seven, err := f.Fill(FormResult, Scope{})
		if got[""] = seven.Units.Cells; got["P01"] != 0 || got["P02"] == 0 || got["P03"] == 0 || got[""] != got["P02"]+got["P03"] {
			t.Errorf("cells %v: the board has those of units that are no cell, and of those without a kind", got)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}
