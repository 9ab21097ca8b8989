package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/store/sheet"
)

func (a *app) reconcileCommand() *cobra.Command {
	var batch, unit, out string
	var all bool
	cmd := &cobra.Command{
		Use:   "reconcile [BATCH]",
		Short: "Đối khớp mẫu 6, mẫu 2–5, danh sách đảng viên, số tại bàn / declared, listed, on the roster and counted compared",
		Long: "Một lô (--batch), một đơn vị (--unit) hay cả đợt (--all). Không nói gì: lô duy nhất chưa chốt, nếu không thì cả đợt.\n" +
			"One batch, one unit or the whole round; without any the only batch that is not closed, else the whole round.",
		Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			id := batchArg(batch, args)
			if id != "" && (unit != "" || all) || unit != "" && all {
				return fail(exitUsage, "--batch | --unit | --all", "%s", a.t.OneScope)
			}
			return a.withStore(cmd.Context(), func(s stampdesk.Store) error {
				if id == "" && unit == "" && !all {
					var err error
					if id, err = a.onlyOpenBatch(cmd.Context(), s); err != nil {
						return err
					}
				}
				if id != "" {
					return a.reconcileBatch(cmd.Context(), s, stampdesk.BatchID(id), out)
				}
				return a.reconcileRound(cmd.Context(), s, stampdesk.UnitCode(unit), out)
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&batch, "batch", "", "mã lô / batch id")
	f.StringVar(&unit, "unit", "", "mã đơn vị / unit code")
	f.BoolVar(&all, "all", false, "cả đợt / the whole round")
	f.StringVar(&out, "out", "", "tệp csv nhận bảng và các chênh lệch / csv for the table and the differences")
	return cmd
}

// onlyOpenBatch is the one batch of the round that is not closed; "" where
// there is not exactly one.
func (a *app) onlyOpenBatch(ctx context.Context, s stampdesk.Store) (only string, err error) {
	err = s.View(ctx, func(s stampdesk.Snapshot) error {
		only = ""
		setup, err := s.Setup()
		if err != nil {
			return err
		}
		for b, err := range s.Batches() {
			switch {
			case err != nil:
				return err
			case int(b.Round) != setup.Round.Ordinal || b.IsClosed():
			case only != "":
				only = ""
				return nil
			default:
				only = string(b.ID)
			}
		}
		return nil
	})
	return only, err
}

func (a *app) reconcileBatch(ctx context.Context, s stampdesk.Store, id stampdesk.BatchID, out string) error {
	return lookAt(ctx, s, func(s stampdesk.Snapshot) (func() error, error) {
		all, err := stampdesk.Appraise(s, id)
		if errors.Is(err, stampdesk.ErrNotFound) {
			err = a.declined(stampdesk.Outcome{Refusal: stampdesk.UnknownBatch, About: string(id)})
		}
		return func() error {
			if err := a.writeTable(out, a.findingRows(all)); err != nil {
				return err
			}
			return a.showDifferences(id, all)
		}, err
	})
}

func (a *app) reconcileRound(ctx context.Context, s stampdesk.Store, unit stampdesk.UnitCode, out string) error {
	return lookAt(ctx, s, func(s stampdesk.Snapshot) (func() error, error) {
		setup, err := s.Setup()
		if err != nil {
			return nil, err
		}
		r, err := stampdesk.Reconcile(s, uint8(setup.Round.Ordinal), unit)
		if errors.Is(err, stampdesk.ErrNotFound) {
			err = a.declined(stampdesk.Outcome{Refusal: stampdesk.UnknownUnit, About: string(unit)})
		}
		return func() error {
			if err := a.writeTable(out, a.reconciliationRows(&r)); err != nil {
				return err
			}
			switch {
			case a.flags.json:
				return a.printJSON(reconciliationJSON(&r, setup.Round.Ordinal))
			case unit != "":
				a.tellUnit(&r.Units[0])
			default:
				a.tellRound(&r)
			}
			return a.tellWritten(out)
		}, err
	})
}

// writeTable writes rows for a spreadsheet to the file that the person named.
func (a *app) writeTable(file string, rows [][]string) error {
	if file == "" {
		return nil
	}
	return a.writeFile(file, func(w *bufio.Writer) error { return sheet.WriteTable(w, rows) })
}

func (a *app) tellWritten(file string) (err error) {
	if file != "" {
		_, err = fmt.Fprintf(a.out, a.t.InFileNow, file)
	}
	return err
}

func (a *app) showDifferences(id stampdesk.BatchID, all []stampdesk.Difference) error {
	if a.flags.json {
		return a.printJSON(map[string]any{"ok": stampdesk.Agree(all), "batch": id, "differences": differencesJSON(all)})
	}
	n := 0
	for _, d := range all {
		fmt.Fprintln(a.out, a.differenceSentence(d))
		if !d.Kind.IsRemark() {
			n++
		}
	}
	if n == 0 {
		_, err := fmt.Fprintf(a.out, a.t.NoDifferences, id)
		return err
	}
	_, err := fmt.Fprintf(a.out, a.t.Differences, id, n)
	return err
}
