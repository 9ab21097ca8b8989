package main

import (
	"bufio"
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/store/sheet"
)

func (a *app) rosterCommand() *cobra.Command {
	var dryRun bool
	var errorsTo string
	imp := &cobra.Command{
		Use: "import FILE.csv", Short: "Nhập danh sách đảng viên / take in the roster", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withDesk(cmd.Context(), func(d *stampdesk.Desk) error {
				return a.importRoster(cmd.Context(), d, args[0], dryRun, errorsTo)
			})
		},
	}
	imp.Flags().BoolVar(&dryRun, "dry-run", false, "chỉ xem, không ghi / look only")
	imp.Flags().StringVar(&errorsTo, "errors", "", "tệp csv nhận các dòng sai / csv for the bad rows")
	exp := &cobra.Command{
		Use: "export FILE.csv", Short: "Xuất danh sách đảng viên / write the roster out", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(s stampdesk.Store) error {
				return a.exportRoster(cmd.Context(), s, args[0])
			})
		},
	}
	return group("roster", "Danh sách đảng viên / the roster", imp, exp, a.qualityCommand())
}

// importRoster takes a roster in, whole or not at all.
func (a *app) importRoster(ctx context.Context, d *stampdesk.Desk, file string, dryRun bool, errorsTo string) error {
	if err := a.supervisorOnly(d); err != nil { // before the file is read
		return err
	}
	f, err := a.open(file)
	if err != nil {
		return fail(exitUsage, "", "%s: %w", a.t.ReadingRoster, err)
	}
	defer f.Close()
	r, err := sheet.ReadRoster(ctx, f, sheet.Options{})
	if err != nil {
		return fail(exitBadRows, "", "%s %s: %w", a.t.ReadingRoster, file, err)
	}
	a.tellProblems(file, &r.File)
	if r.ProblemCount > 0 {
		if a.sameFile(file, errorsTo) {
			return fail(exitUsage, "--errors", "%s: %s", errorsTo, a.t.SameFile)
		}
		if err := a.writeErrors(errorsTo, r); err != nil {
			return err
		}
		return fail(exitBadRows, a.t.HintBadRows, a.t.BadRows, file, r.ProblemCount)
	}
	draft, err := stampdesk.DraftRoster(ctx, d.Store, r.Roster, "", r.Hash)
	if err != nil {
		return err
	}
	if !dryRun {
		bar := a.progress(a.t.WritingRoster, len(r.Roster.Members))
		if err = draft.Save(ctx, d.Store, bar.set); err == nil {
			_, err = a.do(ctx, d, stampdesk.LoadRoster{Draft: draft})
		}
		bar.done()
		if err != nil {
			return err
		}
	}
	flagged := 0
	if !dryRun {
		if flagged, err = a.flagged(ctx, d.Store); err != nil {
			return err
		}
	}
	if a.flags.json {
		return a.printJSON(map[string]any{
			"changes": flagged,
			"rows":    r.Rows, "new": len(draft.New), "changed": len(draft.Edits), "unchanged": draft.Unchanged, "gone": len(draft.Gone),
			"units": len(r.Roster.Units), "warnings": r.WarningCount, "sha256": r.Hash.String(), "applied": !dryRun,
		})
	}
	fmt.Fprintf(a.out, a.t.RosterChange, r.Rows, len(r.Roster.Units), len(draft.New), len(draft.Edits), draft.Unchanged, len(draft.Gone))
	if dryRun {
		fmt.Fprintln(a.out, a.t.DryRun)
	}
	if flagged > 0 {
		fmt.Fprintf(a.out, a.t.RosterFlags, flagged)
	}
	return nil
}

// flagged counts the cards that were stamped or listed, of which the roster in
// force says otherwise and nobody has reviewed it.
func (a *app) flagged(ctx context.Context, s stampdesk.Store) (n int, err error) {
	err = s.View(ctx, func(s stampdesk.Snapshot) error {
		n = 0
		all, err := changesIn(s)
		for _, c := range all {
			if !c.Seen {
				n++
			}
		}
		return err
	})
	return n, err
}

func (a *app) supervisorOnly(d *stampdesk.Desk) error {
	if !d.Supervised() {
		return a.declined(stampdesk.Outcome{Refusal: stampdesk.NeedSupervisor})
	}
	return nil
}

// tellProblems writes warnings and errors to stderr, each on its line; the
// first of many are enough to begin with.
func (a *app) tellProblems(name string, f *sheet.File) {
	const most = 100
	tell := func(mark string, list []sheet.Problem, total int) {
		for _, p := range list[:min(most, len(list))] {
			fmt.Fprintf(a.err, "%s: %s %s\n", name, mark, p.Text(a.conf.lang()))
		}
		if total > most {
			fmt.Fprintf(a.err, a.t.AndMore, total-most)
		}
	}
	tell(a.t.Warning, f.Warnings, f.WarningCount)
	tell(a.t.Error, f.Problems, f.ProblemCount)
}

func (a *app) writeErrors(file string, r *sheet.RosterFile) error {
	if file == "" {
		return nil
	}
	return a.writeFile(file, func(w *bufio.Writer) error { return r.WriteErrors(w, a.conf.lang()) })
}

func (a *app) exportRoster(ctx context.Context, s stampdesk.Store, file string) error {
	var roster stampdesk.Roster
	err := s.View(ctx, func(s stampdesk.Snapshot) (err error) {
		if roster.Members, err = stampdesk.Collect(s.Members()); err != nil {
			return err
		}
		roster.Units = nil
		for u, err := range s.Units() {
			if err != nil {
				return err
			}
			roster.Units = append(roster.Units, u.Unit)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := a.writeFile(file, func(w *bufio.Writer) error { return sheet.WriteRoster(w, roster) }); err != nil {
		return err
	}
	if a.flags.json {
		return a.printJSON(map[string]any{"members": len(roster.Members), "units": len(roster.Units), "file": file})
	}
	fmt.Fprintf(a.out, a.t.RosterWritten, len(roster.Members), file)
	return nil
}
