package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"stampdesk"
)

func (a *app) roundCommand() *cobra.Command {
	var reason string
	show := &cobra.Command{
		Use: "show", Short: "Đợt kiểm tra đang làm / the round in force", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withStore(cmd.Context(), func(s stampdesk.Store) error {
				var setup stampdesk.Setup
				var closed stampdesk.EntryKey
				err := s.View(cmd.Context(), func(s stampdesk.Snapshot) (err error) {
					if setup, err = s.Setup(); err == nil {
						closed, err = s.RoundClosed(uint8(setup.Round.Ordinal))
					}
					return err
				})
				if err != nil {
					return err
				}
				r := setup.Round
				if a.flags.json {
					return a.printJSON(map[string]any{
						"ordinal": r.Ordinal, "box": r.Box, "card_boxes": r.CardBoxes, "from": r.From.String(), "to": r.To.String(),
						"invalid_from": r.InvalidFrom.String(), "list_date": r.ListDate.String(), "stat_date": r.StatDate.String(),
						"units_by": r.UnitsBy.String(), "report_by": r.ReportBy.String(), "closed": !closed.IsZero(),
						"rules": setup.Rules.Version, "board": setup.Board.Name,
					})
				}
				_, err = fmt.Fprintf(a.out, a.t.Round, r.Ordinal, r.Box, r.From, r.To, r.InvalidFrom, setup.Board.Name)
				if err == nil && !closed.IsZero() {
					_, err = fmt.Fprintf(a.out, a.t.RoundClosed, closed)
				}
				return err
			})
		},
	}
	closeIt := &cobra.Command{
		Use: "close", Short: "Khóa đợt: mọi thẻ sau đó đều giữ lại (giám sát) / close the round", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withDesk(cmd.Context(), func(d *stampdesk.Desk) error {
				outs, err := a.do(cmd.Context(), d, stampdesk.CloseRound{Note: reason})
				if err != nil {
					return err
				}
				if a.flags.json {
					return a.printJSON(map[string]any{"closed": true})
				}
				if outs[0].Entry != nil { // else it was closed before
					fmt.Fprintf(a.out, a.t.RoundClosed, outs[0].Entry.Key)
				}
				return nil
			})
		},
	}
	closeIt.Flags().StringVar(&reason, "reason", "", "lý do / reason")
	return group("round", "Đợt kiểm tra / the round", show, closeIt)
}
