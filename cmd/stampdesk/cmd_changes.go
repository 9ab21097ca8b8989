package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"stampdesk"
)

// What a new roster says of cards that were stamped or listed before.

type changeJSON struct {
	Card     string             `json:"card"`
	Name     string             `json:"name,omitempty"`
	Unit     stampdesk.UnitCode `json:"unit,omitempty"`
	Batch    stampdesk.BatchID  `json:"batch,omitempty"`
	Done     string             `json:"done"` // stamped | listed
	Reason   stampdesk.Reason   `json:"reason"`
	Entry    *keyJSON           `json:"entry,omitempty"`
	Reviewed bool               `json:"reviewed"`
}

func (a *app) changesCommand() *cobra.Command {
	return &cobra.Command{
		Use: "changes", Short: "Thẻ đã đóng dấu, đã đề nghị mà danh sách mới nói khác / what a new roster says of cards done", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.look(cmd.Context(), func(s stampdesk.Snapshot) (func() error, error) {
				all, err := changesIn(s)
				return func() error { return a.showChanges(all) }, err
			})
		},
	}
}

func changesIn(s stampdesk.Snapshot) ([]stampdesk.Change, error) {
	setup, err := s.Setup()
	if err != nil {
		return nil, err
	}
	return stampdesk.Changes(s, uint8(setup.Round.Ordinal))
}

func (a *app) showChanges(all []stampdesk.Change) error {
	for _, c := range all {
		done, text := "listed", a.t.WasListed
		if c.Standing.Act == stampdesk.ActStamped {
			done, text = "stamped", a.t.WasStamped
		}
		if a.flags.json {
			err := a.printJSON(changeJSON{
				c.Card.Digits(), c.Name, c.Unit, c.Standing.Batch, done, c.Reason, keyOf(c.Standing.Entry), c.Seen,
			})
			if err != nil {
				return err
			}
			continue
		}
		seen := ""
		if c.Seen {
			seen = "  " + a.t.Reviewed
		}
		fmt.Fprintf(a.out, text+"%s\n", c.Card, c.Name, c.Standing.Batch, c.Reason.Sentence(a.conf.lang()), seen)
	}
	if !a.flags.json {
		fmt.Fprintf(a.out, a.t.ChangesTotal, len(all))
	}
	return nil
}

func (a *app) reviewCommand() *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use: "review N --reason R", Short: "Giám sát đã xem thay đổi, để nguyên việc đã làm / a change was seen and stands", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.review(cmd.Context(), args[0], reason)
		},
	}
	cmd.Flags().StringVar(&reason, "reason", "", "vì sao để nguyên / why it stands")
	return cmd
}

func (a *app) review(ctx context.Context, number, reason string) error {
	return a.withDesk(ctx, func(d *stampdesk.Desk) error {
		card, err := a.card(number)
		if err != nil {
			return err
		}
		if reason = note(reason); reason == "" {
			return a.declined(stampdesk.Outcome{Refusal: stampdesk.NeedReason})
		}
		o, err := a.approved(ctx, d, func(by stampdesk.Approval) stampdesk.Request {
			return stampdesk.Review{Card: card, Note: reason, By: by}
		})
		if err != nil {
			return err
		}
		return a.printActed(o)
	})
}
