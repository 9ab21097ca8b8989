package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/printer"
)

func (a *app) tallyCommand() *cobra.Command {
	var f stampdesk.Filter
	var shift uint32
	cmd := &cobra.Command{
		Use:   "tally",
		Short: "Số liệu của đợt, của đơn vị hay của lô / counts and percentages",
		Args:  usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if f.Shift = stampdesk.ShiftID(shift); shift != 0 && f.Desk == "" { // each desk numbers its own
				f.Desk = stampdesk.DeskID(a.conf.Desk.ID)
			}
			return a.withStore(cmd.Context(), func(s stampdesk.Store) error { return a.tally(cmd.Context(), s, f) })
		},
	}
	fl := cmd.Flags()
	fl.StringVar((*string)(&f.Unit), "unit", "", "mã đơn vị / unit code")
	fl.StringVar((*string)(&f.Batch), "batch", "", "mã lô / batch id")
	fl.StringVar((*string)(&f.Desk), "of-desk", "", "chỉ bàn này / one desk only")
	fl.Uint32Var(&shift, "shift", 0, "chỉ ca này của bàn / one shift of the desk only")
	fl.StringVar((*string)(&f.Operator), "of-operator", "", "chỉ người này / one person only")
	return cmd
}

func (a *app) tally(ctx context.Context, s stampdesk.Store, f stampdesk.Filter) error {
	t, scope, err := a.countTally(ctx, s, f)
	if err != nil {
		return err
	}
	if a.flags.json {
		return a.printJSON(tallyJSON(t))
	}
	_, err = fmt.Fprint(a.out, a.tallyText(t, scope))
	return err
}

func (a *app) tallyText(t stampdesk.Tally, scope printer.Scope) string {
	return printer.TallyDoc(t, scope, printer.Meta{Lang: a.conf.lang()}).Text(60)
}

// countTally counts, and gives the words for what was counted.
func (a *app) countTally(ctx context.Context, s stampdesk.Store, f stampdesk.Filter) (t stampdesk.Tally, scope printer.Scope, err error) {
	err = s.View(ctx, func(s stampdesk.Snapshot) error {
		setup, err := s.Setup()
		if err != nil {
			return err
		}
		f.Round = uint8(setup.Round.Ordinal)
		scope = printer.Scope{Batch: f.Batch, Desk: f.Desk, Shift: f.Shift, Operator: string(f.Operator)}
		if f.Batch != "" {
			b, err := s.Batch(f.Batch)
			if err != nil {
				return err
			}
			if b == nil {
				return a.declined(stampdesk.Outcome{Refusal: stampdesk.UnknownBatch, About: string(f.Batch)})
			}
		}
		if f.Unit != "" {
			u, err := s.Unit(f.Unit)
			if err != nil {
				return err
			}
			if u == nil {
				return a.declined(stampdesk.Outcome{Refusal: stampdesk.UnknownUnit, About: string(f.Unit)})
			}
			scope.Unit = u.Unit
		}
		t, err = stampdesk.Count(s, f)
		return err
	})
	return t, scope, err
}
