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

	Issue        stampdesk.Issue `json:"issue,omitempty"`
	ReplacedBy   string          `json:"replaced_by,omitempty"`
	Replaces     string          `json:"replaces,omitempty"`
	NewCardBoxes []int           `json:"new_card_boxes,omitempty"` // left out where nobody can tell
	Near         []string        `json:"near,omitempty"`

	History []entryJSON `json:"history"`
}

// showCard shows what the rules would say now, in the batch of the card's
// unit that is open, and every act on record, the oldest first.
func (a *app) showCard(ctx context.Context, s stampdesk.Store, card stampdesk.CardNumber) error {
	var d *stampdesk.Dossier
	var v stampdesk.Verdict
	var history []stampdesk.Entry
	var newBoxes stampdesk.BoxSet
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
		if newBoxes = 0; d.Member != nil {
			if set, known := rules.NewCardBoxes(d.Member, d.Round); known {
				newBoxes = set
			}
		}
		history, err = historyOf(s, d)
		return err
	})
	if err != nil {
		return err
	}
	if a.flags.json {
		j := cardJSON{
			Card: card.Digits(), Verdict: v.Kind.String(), Reason: v.Reason, Boxes: boxes(v.Boxes),
			History: []entryJSON{}, Issue: d.Issue, ReplacedBy: digits(d.Void.Card), Replaces: digits(d.Mark.Prev.Card),
			NewCardBoxes: boxes(newBoxes), Near: nearOf(d),
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
	if d.Void.Card != 0 {
		fmt.Fprintf(a.out, a.t.ReplacedBy, d.Void.Card)
	}
	if d.Mark.Prev.Card != 0 {
		fmt.Fprintf(a.out, a.t.Replaces, d.Issue, d.Mark.Prev.Card)
	}
	if newBoxes != 0 {
		fmt.Fprintf(a.out, a.t.NewCardBoxes, newBoxes)
	}
	for _, n := range d.Near {
		fmt.Fprintf(a.out, a.t.NearNumber, n)
	}
	for _, e := range history {
		fmt.Fprintf(a.out, "  %s  %s\n", clock(e.At), a.entrySentence(&e))
	}
	return nil
}

// historyOf is every entry about a number, of all cards that carried it, those
// too that were undone since.
func historyOf(s stampdesk.Snapshot, d *stampdesk.Dossier) ([]stampdesk.Entry, error) {
	var all []stampdesk.Entry
	for issue := stampdesk.FirstIssue; ; issue++ {
		m, err := s.Mark(stampdesk.MarkKey{Round: uint8(d.Round.Ordinal), Card: d.Card, Issue: issue})
		if err != nil {
			return nil, err
		}
		if issue > d.Issue && m.Latest.IsZero() {
			return all, nil
		}
		entries, err := stampdesk.History(s, m.Latest)
		if err != nil {
			return nil, err
		}
		all = merged(all, entries)
	}
}

// merged are two histories as one, the oldest entry first, each in its order.
func merged(a, b []stampdesk.Entry) (all []stampdesk.Entry) {
	for len(a) > 0 && len(b) > 0 {
		if earlier(&b[0], &a[0]) {
			a, b = b, a
		}
		all, a = append(all, a[0]), a[1:]
	}
	return append(append(all, a...), b...)
}

// earlier reports that an entry was made before another, on one desk by their
// numbers.
func earlier(a, b *stampdesk.Entry) bool {
	if a.Key.Desk == b.Key.Desk {
		return a.Key.Seq < b.Key.Seq
	}
	return a.At.Before(b.At)
}

// digits is a card number as JSON has it; "" for none.
func digits(n stampdesk.CardNumber) string {
	if n == 0 {
		return ""
	}
	return n.Digits()
}

func nearOf(d *stampdesk.Dossier) []string {
	var near []string
	for _, n := range d.Near {
		near = append(near, n.Digits())
	}
	return near
}

// batchFor is the batch in which the card would be presented: an open one of
// the unit that brings it; of a number on no roster, the one that it came in,
// else the only one that is open. It may be "".
func batchFor(s stampdesk.Snapshot, card stampdesk.CardNumber) (stampdesk.BatchID, error) {
	setup, err := s.Setup()
	if err != nil {
		return "", err
	}
	round := uint8(setup.Round.Ordinal)
	m, err := s.Member(card)
	if err != nil {
		return "", err
	}
	mark, err := s.Mark(stampdesk.MarkKey{Round: round, Card: card, Issue: stampdesk.FirstIssue})
	if err != nil {
		return "", err
	}
	if m == nil && mark.Standing.Batch != "" {
		return mark.Standing.Batch, nil
	}
	var id stampdesk.BatchID
	var open []stampdesk.BatchID
	for b, err := range s.Batches() {
		switch {
		case err != nil:
			return "", err
		case b.Round != round:
			continue
		case !b.IsClosed():
			open = append(open, b.ID)
		}
		if m != nil && m.BelongsTo(b.Unit) && (!b.IsClosed() || id == "") {
			id = b.ID
		}
	}
	if m == nil && len(open) == 1 {
		id = open[0]
	}
	return id, nil
}
