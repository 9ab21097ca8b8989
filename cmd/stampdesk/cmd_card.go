package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"stampdesk"
)

func (a *app) cardCommand() *cobra.Command {
	return &cobra.Command{
		Use: "card N", Short: "Thẻ: hồ sơ, lịch sử, quy tắc nói gì / what is on record for a card", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			card, err := a.card(args[0])
			if err != nil {
				return err
			}
			return a.withStore(cmd.Context(), func(s stampdesk.Store) error { return a.showCard(cmd.Context(), s, card) })
		},
	}
}

type cardJSON struct {
	Card    string           `json:"card"`
	Name    string           `json:"name,omitempty"`
	Unit    string           `json:"unit,omitempty"`
	Status  string           `json:"status,omitempty"`
	Verdict string           `json:"verdict"`
	Reason  stampdesk.Reason `json:"reason,omitempty"`
	Boxes   []int            `json:"boxes,omitempty"`
	History []entryJSON      `json:"history"`
}

// showCard shows what the rules would say now, in the batch of the card's
// unit that is open, and every act on record, the oldest first.
func (a *app) showCard(ctx context.Context, s stampdesk.Store, card stampdesk.CardNumber) error {
	var d *stampdesk.Dossier
	var v stampdesk.Verdict
	var history []stampdesk.Entry
	err := s.View(ctx, func(s stampdesk.Snapshot) error {
		batch, err := batchFor(s, card)
		if err != nil {
			return err
		}
		var rules stampdesk.Rules
		if d, rules, err = stampdesk.ReadDossier(s, card, batch); err != nil {
			return err
		}
		v = rules.Judge(d, a.now())
		history, err = stampdesk.History(s, d.Mark.Latest)
		return err
	})
	if err != nil {
		return err
	}
	if a.flags.json {
		j := cardJSON{
			Card: card.Digits(), Verdict: v.Kind.String(), Reason: v.Reason, Boxes: boxes(v.Boxes),
			History: []entryJSON{},
		}
		if m := d.Member; m != nil {
			j.Name, j.Unit, j.Status = m.Name, string(m.Unit), m.Status.String()
		}
		for _, e := range history {
			j.History = append(j.History, entryOf(&e))
		}
		return a.printJSON(j)
	}
	if m := d.Member; m != nil {
		fmt.Fprintf(a.out, "%s  %s\n%s · %s · %s\n", card, m.Name, m.Unit, m.Cell, m.Status)
	} else {
		fmt.Fprintf(a.out, "%s  %s\n", card, stampdesk.ReasonUnknown.Label(a.conf.lang()))
	}
	fmt.Fprintln(a.out, a.verdictLine(card.Digits(), stampdesk.Outcome{Card: card, Verdict: v}))
	acts := stampdesk.WordsIn(a.conf.lang()).Acts
	for _, e := range history {
		line := fmt.Sprintf("  %s  %-9s %s", e.At.Local().Format("02/01/2006 15:04:05"), e.Key, acts[e.Act])
		if e.Boxes != 0 {
			line += "  " + fmt.Sprintf(a.t.Box, e.Boxes)
		}
		if e.Reason != "" {
			line += "  " + e.Reason.Label(a.conf.lang())
		}
		fmt.Fprintf(a.out, "%s  %s %s\n", line, e.Operator, e.Note)
	}
	return nil
}

// batchFor is the open batch in which the card would be presented: of the unit
// that brings it, or "".
func batchFor(s stampdesk.Snapshot, card stampdesk.CardNumber) (stampdesk.BatchID, error) {
	m, err := s.Member(card)
	if err != nil || m == nil {
		return "", err
	}
	var id stampdesk.BatchID
	for b, err := range s.Batches() {
		if err != nil {
			return "", err
		}
		if m.BelongsTo(b.Unit) && (!b.IsClosed() || id == "") {
			id = b.ID
		}
	}
	return id, nil
}
