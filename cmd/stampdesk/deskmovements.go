package main

import (
	"context"
	"errors"

	"stampdesk"
	"stampdesk/printer/form"
	"stampdesk/tui"
)

// movements are counted for the screen from the statistics date up to today, as
// the command does that is told nothing else.
func (d *deskForms) movements(s stampdesk.Snapshot, a *app, unit stampdesk.UnitCode) (stampdesk.MovementReport, error) {
	return a.countMovements(s, stampdesk.MovementAsk{Unit: unit, Today: stampdesk.DateOf(a.now().Local())})
}

// movementState is how many members moved, or why nobody can tell.
func (d *deskForms) movementState(s stampdesk.Snapshot, a *app, unit stampdesk.UnitCode) (tui.FormState, error) {
	st := tui.FormState{Kind: tui.MovementsReport}
	setup, err := s.Setup()
	if err != nil || setup.Round.StatDate.IsZero() {
		st.Absent = a.t.SetStatDate
		return st, err
	}
	r, err := d.movements(s, a, unit)
	if f, ok := errors.AsType[*failure](err); ok {
		st.Absent = f.Error()
		return st, nil
	}
	if err == nil {
		t := &r.Movements.Total
		st.Rows = t.Admitted + t.In + t.Gone.Sum()
	}
	return st, err
}

// movementPages are the pages of the report on movements.
func (d *deskForms) movementPages(ctx context.Context, a *app, q tui.FormQuery) (pages []form.Page, err error) {
	err = d.store.View(ctx, func(s stampdesk.Snapshot) error {
		r, err := d.movements(s, a, q.Scope.Unit)
		pages = nil
		if err == nil {
			pages = a.movementPages(&r, movementAsk{number: note(q.Number), out: q.Path})
		}
		return err
	})
	return pages, err
}
