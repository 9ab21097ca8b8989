package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"stampdesk"
)

// tellDuty warns who acts that the plan has others work at this desk today. It
// blocks nothing: people stand in for each other.
func (a *app) tellDuty(ctx context.Context, d *stampdesk.Desk, who stampdesk.PersonID) error {
	setup, err := a.setup(ctx, d.Store)
	if err != nil {
		return err
	}
	planned := setup.OnDuty(d.ID, stampdesk.DateOf(a.now().Local()))
	if planned != nil && !slices.Contains(planned, who) {
		fmt.Fprintf(a.err, a.t.OthersOnDuty, a.t.Warning, d.ID, people(planned), who)
	}
	return nil
}

// people are ids in a sentence.
func people(all []stampdesk.PersonID) string {
	names := make([]string, len(all))
	for i, p := range all {
		names[i] = string(p)
	}
	return strings.Join(names, ", ")
}

// warning says in JSON whether a deadline is near or past.
func warning(d stampdesk.Deadline) string {
	switch {
	case d.IsPast():
		return "past"
	case d.IsNear():
		return "near"
	}
	return ""
}
