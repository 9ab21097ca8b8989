package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"stampdesk"
)

// What is said of cards that nobody has in hand.

func (a *app) uncollectedCommand() *cobra.Command {
	var reason, extra, batch string
	cmd := &cobra.Command{
		Use: "uncollected N --reason R", Short: "Báo chưa thu được thẻ, và vì sao / a card was not collected", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.reportOn(cmd.Context(), args[0], reason, extra, batch, func(card stampdesk.CardNumber, r stampdesk.Reason, note string) stampdesk.Request {
				if r == stampdesk.ReasonOther { // in a person's own words
					r = stampdesk.ReasonUncollected + ".khac"
				}
				return stampdesk.ReportUncollected{Card: card, Reason: r, Note: note}
			})
		},
	}
	cmd.Flags().StringVar(&batch, "batch", "", "mã lô / batch id")
	a.reportFlags(cmd, &reason, &extra)
	return cmd
}

func (a *app) remarkCommand() *cobra.Command {
	var reason, extra string
	cmd := &cobra.Command{
		Use: "remark N --reason R", Short: "Ghi việc sử dụng, bảo quản thẻ (mẫu 1) / use and care of the card", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.reportOn(cmd.Context(), args[0], reason, extra, "", func(card stampdesk.CardNumber, r stampdesk.Reason, note string) stampdesk.Request {
				return stampdesk.Remark{Card: card, Reason: r, Note: note}
			})
		},
	}
	a.reportFlags(cmd, &reason, &extra)
	return cmd
}

func (a *app) reportFlags(cmd *cobra.Command, reason, extra *string) {
	cmd.Flags().StringVar(reason, "reason", "", "mã lý do hoặc lời / reason code or text")
	cmd.Flags().StringVar(extra, "note", "", "ghi chú, không ghi tên đảng viên / a note without names")
}

func (a *app) reportOn(ctx context.Context, number, reason, extra, batch string, request func(stampdesk.CardNumber, stampdesk.Reason, string) stampdesk.Request) error {
	return a.withDesk(ctx, func(d *stampdesk.Desk) error {
		card, err := a.card(number)
		if err != nil {
			return err
		}
		r, text, err := a.reason(reason)
		if err != nil {
			return err
		}
		if extra = note(extra); extra != "" && text != "" {
			text += ". "
		}
		if batch != "" {
			if _, err := a.takeBatch(ctx, d, batch); err != nil {
				return err
			}
		}
		outs, err := a.do(ctx, d, request(card, r, text+extra))
		if err != nil {
			return err
		}
		return a.printActed(outs[0])
	})
}

func (a *app) chaseCommand() *cobra.Command {
	var unit string
	cmd := &cobra.Command{
		Use: "chase", Short: "Thẻ chưa thu được, phải đi thu / cards that somebody must go after", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.look(cmd.Context(), func(s stampdesk.Snapshot) (func() error, error) {
				setup, err := s.Setup()
				if err != nil {
					return nil, err
				}
				all, err := stampdesk.Chase(s, uint8(setup.Round.Ordinal), stampdesk.UnitCode(unit))
				return func() error { return a.showChase(all) }, err
			})
		},
	}
	cmd.Flags().StringVar(&unit, "unit", "", "mã đơn vị / unit code")
	return cmd
}

func (a *app) showChase(all []stampdesk.Chased) error {
	for _, c := range all {
		if a.flags.json {
			j := heldOf(c.Item)
			j.Unit = c.Brings
			if err := a.printJSON(j); err != nil {
				return err
			}
			continue
		}
		c.Unit = c.Brings
		fmt.Fprintln(a.out, a.itemLine(c.Item))
	}
	if !a.flags.json {
		fmt.Fprintf(a.out, a.t.ChaseTotal, len(all))
	}
	return nil
}
