package main

import (
	"context"
	"errors"
	"maps"

	"github.com/spf13/cobra"

	"stampdesk"
)

// listIntake is how a unit's list is to be read, and for what.
type listIntake struct {
	intake
	form     stampdesk.Form
	batch    string
	dryRun   bool
	errorsTo string
}

func (a *app) listCommand() *cobra.Command {
	var q listIntake
	var form string
	imp := &cobra.Command{
		Use: "import FILE --unit U --form 2|3|4|5", Short: "Nhập danh sách mẫu 2–5 của đơn vị, csv hoặc xlsx / take in a unit's list",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			q.file = args[0]
			return a.withStore(cmd.Context(), func(s stampdesk.Store) (err error) {
				if q.form, err = stampdesk.ParseForm(form); err != nil {
					return fail(exitUsage, "", a.t.BadForm, form)
				}
				return a.importList(cmd.Context(), s, q)
			})
		},
	}
	f := imp.Flags()
	f.StringVar(&q.unit, "unit", "", "mã đơn vị / unit code")
	f.StringVar(&form, "form", "", "mẫu số / number of the form: 2, 3, 4, 5")
	f.StringVar(&q.batch, "batch", "", "mã lô / batch id")
	f.BoolVar(&q.dryRun, "dry-run", false, "chỉ xem, không ghi / look only")
	f.StringVar(&q.errorsTo, "errors", "", "tệp csv hoặc xlsx nhận các dòng kèm lỗi / csv or xlsx for the rows with what is wrong")
	q.addFlags(imp)
	return group("list", "Danh sách của đơn vị (mẫu 2–5) / a unit's lists", imp)
}

// importList takes a list in, whole or not at all. To look at it nobody needs
// to sign in.
func (a *app) importList(ctx context.Context, s stampdesk.Store, q listIntake) error {
	var d *stampdesk.Desk
	if !q.dryRun {
		d = a.desk(s)
		if err := a.signIn(ctx, d); err != nil {
			return err
		}
	}
	id, err := a.findBatch(ctx, s, q.batch, func(b stampdesk.Batch) bool {
		return !b.IsClosed() && (q.unit == "" || string(b.Unit) == note(q.unit))
	})
	if err != nil {
		return err
	}
	b, err := a.unitBrings(ctx, s, id, note(q.unit))
	if err != nil {
		return err
	}
	q.unit = string(b.Unit)
	if err := a.mayWriteErrors(q.file, q.errorsTo); err != nil {
		return err
	}
	known, err := knownUnits(ctx, s)
	if err != nil {
		return err
	}
	bar := a.progress(a.t.ReadingFile, 0)
	l, err := a.readListFile(ctx, q.intake, q.form, known, bar.of)
	bar.done()
	if err != nil {
		return err
	}
	if !a.flags.json {
		a.tellFile(a.out, q.file, &l.File)
	}
	a.tellProblems(q.file, &l.File)
	if l.ProblemCount > 0 {
		return a.badRows(q.file, q.errorsTo, l, l.ProblemCount, a.fileJSON(&l.File))
	}
	load := stampdesk.LoadList{Batch: id, Form: q.form, Lines: l.Lines, File: l.Hash}
	draft, err := stampdesk.DraftList(ctx, s, load)
	if err != nil {
		return err
	}
	a.tellList(q.file, l, draft)
	if !q.dryRun {
		if _, err := a.do(ctx, d, load); err != nil {
			return err
		}
	}
	if a.flags.json {
		out := a.fileJSON(&l.File)
		maps.Copy(out, a.listJSON(l, draft))
		out["applied"] = !q.dryRun
		return a.printJSON(out)
	}
	return a.tellListLoaded(draft, q.dryRun)
}

// unitBrings gives the batch, which must be of the unit that was named.
func (a *app) unitBrings(ctx context.Context, s stampdesk.Store, id stampdesk.BatchID, unit string) (b *stampdesk.Batch, err error) {
	err = s.View(ctx, func(s stampdesk.Snapshot) error {
		b, err = s.Batch(id)
		return err
	})
	switch {
	case err != nil && !errors.Is(err, stampdesk.ErrNotFound):
		return nil, err
	case b == nil:
		return nil, a.declined(stampdesk.Outcome{Refusal: stampdesk.UnknownBatch, About: string(id)})
	case unit != "" && string(b.Unit) != unit:
		return nil, fail(exitUsage, "", a.t.OtherUnit, id, b.Unit, unit)
	}
	return b, nil
}
