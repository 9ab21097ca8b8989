package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/store/sheet"
)

func (a *app) listCommand() *cobra.Command {
	var unit, form, batch string
	var dryRun bool
	imp := &cobra.Command{
		Use: "import FILE.csv --unit U --form 2|3|4|5", Short: "Nhập danh sách mẫu 2–5 của đơn vị / take in a unit's list",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withDesk(cmd.Context(), func(d *stampdesk.Desk) error {
				f, err := stampdesk.ParseForm(form)
				if err != nil {
					return fail(exitUsage, "", a.t.BadForm, form)
				}
				return a.importList(cmd.Context(), d, args[0], f, unit, batch, dryRun)
			})
		},
	}
	f := imp.Flags()
	f.StringVar(&unit, "unit", "", "mã đơn vị / unit code")
	f.StringVar(&form, "form", "", "mẫu số / number of the form: 2, 3, 4, 5")
	f.StringVar(&batch, "batch", "", "mã lô / batch id")
	f.BoolVar(&dryRun, "dry-run", false, "chỉ xem, không ghi / look only")
	return group("list", "Danh sách của đơn vị (mẫu 2–5) / a unit's lists", imp)
}

func (a *app) importList(ctx context.Context, d *stampdesk.Desk, file string, form stampdesk.Form, unit, batch string, dryRun bool) error {
	id, err := a.findBatch(ctx, d.Store, batch, func(b stampdesk.Batch) bool {
		return !b.IsClosed() && (unit == "" || string(b.Unit) == unit)
	})
	if err != nil {
		return err
	}
	if err := a.unitBrings(ctx, d.Store, id, unit); err != nil {
		return err
	}
	f, err := a.open(file)
	if err != nil {
		return fail(exitUsage, "", "%s: %w", a.t.ReadingList, err)
	}
	defer f.Close()
	l, err := sheet.ReadList(ctx, f, form, sheet.Options{})
	if err != nil {
		return fail(exitBadRows, "", "%s %s: %w", a.t.ReadingList, file, err)
	}
	a.tellProblems(file, &l.File)
	if l.ProblemCount > 0 {
		return fail(exitBadRows, a.t.HintBadRows, a.t.BadRows, file, l.ProblemCount)
	}
	if !dryRun {
		if _, err := a.do(ctx, d, stampdesk.LoadList{Batch: id, Form: form, Lines: l.Lines, File: l.Hash}); err != nil {
			return err
		}
	}
	strays, err := a.strays(ctx, d.Store, id, l.Lines)
	if err != nil {
		return err
	}
	if a.flags.json {
		return a.printJSON(map[string]any{"batch": id, "form": form, "lines": len(l.Lines), "strays": strays, "sha256": l.Hash.String(), "applied": !dryRun})
	}
	if strays > 0 {
		fmt.Fprintf(a.err, "%s: %s %s\n", file, a.t.Warning, fmt.Sprintf(a.t.Strays, strays))
	}
	fmt.Fprintf(a.out, a.t.ListLoaded, form, len(l.Lines), id)
	if dryRun {
		fmt.Fprintln(a.out, a.t.DryRun)
	}
	return nil
}

// strays counts the lines of a list that name a card which the unit has no
// reason to bring: a finding for the appraisal, and often the wrong file.
func (a *app) strays(ctx context.Context, s stampdesk.Store, id stampdesk.BatchID, lines []stampdesk.Line) (n int, err error) {
	err = s.View(ctx, func(s stampdesk.Snapshot) error {
		n = 0
		b, err := s.Batch(id)
		if err != nil {
			return err
		}
		for _, l := range lines {
			if l.Card == 0 {
				continue
			}
			m, err := s.Member(l.Card)
			if err != nil {
				return err
			}
			if m == nil || !m.BelongsTo(b.Unit) || m.Class() == stampdesk.Other {
				n++
			}
		}
		return nil
	})
	return n, err
}

// unitBrings makes sure that the list is for the unit of the batch.
func (a *app) unitBrings(ctx context.Context, s stampdesk.Store, id stampdesk.BatchID, unit string) error {
	return s.View(ctx, func(s stampdesk.Snapshot) error {
		b, err := s.Batch(id)
		switch {
		case err != nil:
			return err
		case b == nil:
			return a.declined(stampdesk.Outcome{Refusal: stampdesk.UnknownBatch, About: string(id)})
		case unit != "" && string(b.Unit) != unit:
			return fail(exitUsage, "", a.t.OtherUnit, id, b.Unit, unit)
		}
		return nil
	})
}
