package main

import (
	"context"
	"errors"
	"slices"
	"strings"

	"stampdesk"
)

// gathered is what the store says for a form: a copy, so that nothing is laid
// out or written while its instant is held.
type gathered struct {
	filled   []stampdesk.Filled
	template []byte // the board's own of the form; nil: the one that is shipped
	outline  []byte // the board's own of the report
}

// filler fills forms in by the board's settings, and notes its own templates.
func (a *app) filler(s stampdesk.Snapshot, of stampdesk.Form, g *gathered) (*stampdesk.Filler, error) {
	if err := a.ownTemplates(s, of, g); err != nil {
		return nil, err
	}
	outline, err := a.outlineInForce(g.outline)
	if err != nil {
		return nil, err
	}
	filler, err := stampdesk.NewFiller(s)
	if err != nil {
		return nil, err
	}
	filler.Cells, filler.Shares = !of.IsList(), outline.Shares
	return filler, nil
}

// gather fills the form in, for each of what was asked for.
func (a *app) gather(ctx context.Context, s stampdesk.Store, q formAsk) (g gathered, err error) {
	err = s.View(ctx, func(s stampdesk.Snapshot) error {
		g = gathered{}
		filler, err := a.filler(s, q.form, &g)
		if err != nil {
			return err
		}
		scopes, err := a.scopesOf(s, filler, q)
		if err != nil {
			return err
		}
		for i, scope := range scopes {
			if err := ctx.Err(); err != nil {
				return err
			}
			if q.told != nil {
				q.told(i, len(scopes))
			}
			filled, err := a.fillOne(s, filler, q, scope)
			if err != nil {
				return err
			}
			g.filled = append(g.filled, filled)
		}
		return nil
	})
	return g, err
}

// ownTemplates reads what the board has in the place of what is shipped.
func (a *app) ownTemplates(s stampdesk.Snapshot, f stampdesk.Form, g *gathered) (err error) {
	if g.template, err = s.File(stampdesk.FormFile(f)); err != nil {
		return err
	}
	g.outline, err = s.File(stampdesk.ReportFile)
	return err
}

// scopesOf are what the forms are to be of, one after the other.
func (a *app) scopesOf(s stampdesk.Snapshot, filler *stampdesk.Filler, q formAsk) ([]stampdesk.Scope, error) {
	unit := stampdesk.UnitCode(q.unit)
	if q.cell == "" && !q.each {
		return []stampdesk.Scope{{Unit: unit}}, nil
	}
	all, err := filler.Scopes(q.form, unit)
	if err != nil {
		return nil, a.noSuchUnit(err, q.unit)
	}
	if q.each {
		return withRest(s, all, q)
	}
	var names []string
	var alike []stampdesk.Scope
	for _, c := range all {
		switch {
		case c.Cell == "":
			continue
		case stampdesk.SameCell(c.Cell, q.cell):
			return []stampdesk.Scope{c}, nil
		case stampdesk.Fold(c.Cell) == stampdesk.Fold(q.cell):
			alike = append(alike, c)
		}
		names = append(names, c.Cell)
	}
	if len(alike) == 1 { // typed in haste
		return alike, nil
	}
	return nil, fail(exitUsage, strings.Join(names, ", "), a.t.NoSuchCell, q.cell, q.unit)
}

// withRest adds a form for those on the roster whom no cell of the unit has,
// where none is among all: a guest from another unit counts nowhere yet.
func withRest(s stampdesk.Snapshot, all []stampdesk.Scope, q formAsk) ([]stampdesk.Scope, error) {
	rest := stampdesk.Scope{Unit: stampdesk.UnitCode(q.unit), Rest: true}
	if q.unit == "" || !q.fromRoster || slices.Contains(all, rest) {
		return all, nil
	}
	rows, err := fromRoster(s, q.form, rest)
	if len(rows) > 0 {
		all = append(all, rest)
	}
	return all, err
}

// noSuchUnit gives an error in the words of the desk, where it is that neither
// the roster nor a batch has the unit.
func (a *app) noSuchUnit(err error, unit string) error {
	if unit != "" && errors.Is(err, stampdesk.ErrNotFound) {
		return a.declined(stampdesk.Outcome{Refusal: stampdesk.UnknownUnit, About: unit})
	}
	return err
}

// fillOne fills one form in. A blank one keeps only whose it is, and who is on
// the roster where that was asked for.
func (a *app) fillOne(s stampdesk.Snapshot, filler *stampdesk.Filler, q formAsk, scope stampdesk.Scope) (stampdesk.Filled, error) {
	whole := scope
	if q.blank { // a cell that nothing is counted in yet is blank all the same
		whole = stampdesk.Scope{Unit: scope.Unit}
	}
	filled, err := filler.Fill(q.form, whole)
	if err != nil || !q.blank {
		return filled, a.noSuchUnit(err, q.unit)
	}
	blank := stampdesk.Filled{Form: filled.Form, Board: filled.Board, Round: filled.Round, Unit: filled.Unit, Cell: scope.Cell, Rest: scope.Rest}
	if q.fromRoster {
		blank.Rows, err = fromRoster(s, q.form, scope)
	}
	return blank, err
}
