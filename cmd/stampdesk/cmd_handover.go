package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"stampdesk"
)

func (a *app) handoverCommand() *cobra.Command {
	var batch, from, to string
	cmd := &cobra.Command{
		Use: "handover --batch ID --to NAME", Short: "Giao lại thẻ cho đơn vị, ghi người giao, người nhận / hand a batch back", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			return a.withDesk(ctx, func(d *stampdesk.Desk) error {
				if to = note(to); to == "" {
					return fail(exitUsage, "stampdesk handover --batch ID --to …", "%s", a.t.NoReceiver)
				}
				id, err := a.findBatch(ctx, d.Store, batch, func(b stampdesk.Batch) bool { return b.State == stampdesk.BatchClosed })
				if err != nil {
					return err
				}
				outs, err := a.do(ctx, d, stampdesk.ReturnBatch{Batch: id, From: note(from), To: to})
				if err != nil {
					return err
				}
				e := outs[0].Entry
				if e == nil { // it was handed over before
					return a.showBatch(ctx, d.Store, id)
				}
				if a.flags.json {
					return a.printJSON(entryOf(e))
				}
				fmt.Fprintf(a.out, a.t.HandedOver, id, e.Fact(stampdesk.FactBy), e.Fact(stampdesk.FactTo), e.Key)
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&batch, "batch", "", "mã lô / batch id")
	cmd.Flags().StringVar(&from, "from", "", "người giao (mặc định: người đang làm) / who hands it over")
	cmd.Flags().StringVar(&to, "to", "", "người nhận của đơn vị / who receives it")
	return cmd
}
