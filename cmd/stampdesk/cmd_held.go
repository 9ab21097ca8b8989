package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"stampdesk"
)

// The held tray, and what a supervisor decides about single cards.

type heldJSON struct {
	Card   string             `json:"card"`
	Name   string             `json:"name,omitempty"`
	Unit   stampdesk.UnitCode `json:"unit,omitempty"`
	Cell   string             `json:"cell,omitempty"`
	Batch  stampdesk.BatchID  `json:"batch,omitempty"`
	Reason stampdesk.Reason   `json:"reason,omitempty"`
	Note   string             `json:"note,omitempty"`
	Since  string             `json:"since,omitempty"`
	By     stampdesk.PersonID `json:"by,omitempty"`
	Entry  *keyJSON           `json:"entry,omitempty"`
	Astray bool               `json:"astray,omitempty"`
}

func heldOf(it stampdesk.Item) heldJSON {
	j := heldJSON{
		Card: it.Card.Digits(), Name: it.Name, Unit: it.Unit, Cell: it.Cell, Batch: it.Standing.Batch,
		Reason: it.Standing.Reason, Note: it.Note, By: it.Standing.Operator, Entry: keyOf(it.Standing.Entry),
	}
	if !it.Standing.At.IsZero() {
		j.Since = stamp(it.Standing.At)
	}
	return j
}

func (a *app) heldCommand() *cobra.Command {
	var unit string
	cmd := &cobra.Command{
		Use: "held", Short: "Thẻ trong khay giữ, chờ giám sát / the held tray", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.look(cmd.Context(), func(s stampdesk.Snapshot) (func() error, error) {
				held, err := heldIn(s, stampdesk.UnitCode(unit))
				return func() error { return a.showHeld(held) }, err
			})
		},
	}
	cmd.Flags().StringVar(&unit, "unit", "", "mã đơn vị / unit code")
	return cmd
}

func heldIn(s stampdesk.Snapshot, unit stampdesk.UnitCode) ([]stampdesk.HeldCard, error) {
	all, err := stampdesk.HeldCards(s)
	if err != nil || unit == "" {
		return all, err
	}
	var held []stampdesk.HeldCard
	for _, h := range all {
		b, err := s.Batch(h.Standing.Batch)
		if err != nil {
			return nil, err
		}
		if h.Unit == unit || b != nil && b.Unit == unit {
			held = append(held, h)
		}
	}
	return held, nil
}

func (a *app) showHeld(held []stampdesk.HeldCard) error {
	for _, h := range held {
		if a.flags.json {
			j := heldOf(h.Item)
			j.Astray = h.Astray
			if err := a.printJSON(j); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintln(a.out, a.itemLine(h.Item))
	}
	if !a.flags.json {
		fmt.Fprintf(a.out, a.t.HeldTotal, len(held))
	}
	return nil
}

// itemLine is a card of a list in one line: number, why, whose, since when.
func (a *app) itemLine(it stampdesk.Item) string {
	why := it.Standing.Reason.Label(a.conf.lang())
	if it.Note != "" {
		why = it.Note
	}
	line := fmt.Sprintf("%s  %s", it.Card, why)
	for _, s := range []string{it.Name, it.Cell, string(it.Unit)} {
		if s != "" {
			line += "  " + s
		}
	}
	if !it.Standing.At.IsZero() {
		line += "  " + it.Standing.At.Local().Format("02/01/2006 15:04")
	}
	if !it.Standing.Entry.IsZero() {
		line += "  (" + it.Standing.Entry.String() + ")"
	}
	return line
}

func (a *app) settleCommand() *cobra.Command {
	var as, reason, set, batch string
	cmd := &cobra.Command{
		Use: "settle N --as stamp|permit|refuse|damaged|release --reason R", Short: "Giải quyết một thẻ trong khay giữ (giám sát) / settle a held card",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.decide(cmd.Context(), args[0], batch, reason, set, true, func(q decision) (stampdesk.Request, error) {
				s, err := stampdesk.ParseSettling(as)
				if err != nil {
					return nil, fail(exitUsage, "--as stamp|permit|refuse|damaged|release", a.t.BadSettling, as)
				}
				return stampdesk.Settle{Card: q.card, As: s, Boxes: q.boxes, Reason: q.reason, Note: q.note, By: q.by}, nil
			})
		},
	}
	cmd.Flags().StringVar(&as, "as", "", "stamp: đã đóng dấu | permit: cho đóng dấu | refuse: trả lại | damaged: hỏng, đổi | release: xét lại")
	a.decisionFlags(cmd, &reason, &set, &batch)
	return cmd
}

func (a *app) overrideCommand() *cobra.Command {
	var reason, set, batch string
	cmd := &cobra.Command{
		Use: "override N --reason R", Short: "Cho đóng dấu khác với quy tắc (giám sát) / go against a verdict", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.decide(cmd.Context(), args[0], batch, reason, set, false, func(q decision) (stampdesk.Request, error) {
				return stampdesk.Override{Card: q.card, Boxes: q.boxes, Reason: q.reason, Note: q.note, By: q.by}, nil
			})
		},
	}
	a.decisionFlags(cmd, &reason, &set, &batch)
	return cmd
}

func (a *app) decisionFlags(cmd *cobra.Command, reason, set, batch *string) {
	cmd.Flags().StringVar(reason, "reason", "", "mã lý do hoặc lời / reason code or text")
	cmd.Flags().StringVar(set, "boxes", "", "các ô, ví dụ 3,4 / the boxes")
	cmd.Flags().StringVar(batch, "batch", "", "mã lô / batch id")
}

// decision is what a supervisor decides about one card.
type decision struct {
	card   stampdesk.CardNumber
	boxes  stampdesk.BoxSet
	reason stampdesk.Reason
	note   string
	by     stampdesk.Approval
}

// decide carries out a supervisor's decision about one card. A held card need
// not be of a batch that is open: its hold says of which it is.
func (a *app) decide(ctx context.Context, number, batch, reason, set string, held bool, request func(decision) (stampdesk.Request, error)) error {
	return a.withDesk(ctx, func(d *stampdesk.Desk) error {
		q, err := a.decision(number, reason, set)
		if err != nil {
			return err
		}
		if batch != "" || !held {
			if _, err := a.takeBatch(ctx, d, batch); err != nil {
				return err
			}
		}
		if q.by, err = a.approval(ctx); err != nil {
			return err
		}
		r, err := request(q)
		if err != nil {
			return err
		}
		outs, err := a.do(ctx, d, r)
		if err != nil {
			return err
		}
		return a.printDecided(outs[0])
	})
}

func (a *app) decision(number, reason, set string) (q decision, err error) {
	if q.card, err = a.card(number); err != nil {
		return q, err
	}
	if q.boxes, err = a.boxSet(set); err != nil {
		return q, err
	}
	q.reason, q.note, err = a.reason(reason)
	return q, err
}

// boxSet reads --boxes; "" is none.
func (a *app) boxSet(set string) (stampdesk.BoxSet, error) {
	if set == "" {
		return 0, nil
	}
	boxes, err := stampdesk.ParseBoxes(set)
	if err != nil {
		return 0, fail(exitUsage, "--boxes 3,4", a.t.BadBoxes, set)
	}
	return boxes, nil
}

// printDecided tells what was recorded, and what the rules say of the card now.
func (a *app) printDecided(o stampdesk.Outcome) error {
	if a.flags.json {
		return a.printVerdict(o.Card.Digits(), "", o)
	}
	acts := stampdesk.WordsIn(a.conf.lang()).Acts
	_, err := fmt.Fprintf(a.out, a.t.DecidedOn, o.Card, acts[o.Entry.Act], o.Entry.Key, a.verdictWords(o))
	return err
}

// printActed tells of an act about a card that needed no verdict.
func (a *app) printActed(o stampdesk.Outcome) error {
	if a.flags.json {
		return a.printJSON(entryOf(o.Entry))
	}
	_, err := fmt.Fprintf(a.out, "%s: %s\n", o.Entry.Card, a.entrySentence(o.Entry))
	return err
}
