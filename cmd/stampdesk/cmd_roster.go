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
	var q rosterIntake
	imp := &cobra.Command{
		Use: "import FILE", Short: "Nhập danh sách đảng viên, csv hoặc xlsx / take in the roster", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			q.file = args[0]
			return a.withStore(cmd.Context(), func(s stampdesk.Store) error { return a.importRoster(cmd.Context(), s, q) })
		},
	}
	f := imp.Flags()
	q.addFlags(imp)
	f.StringVar(&q.unit, "unit", "", "tệp là sổ của một đơn vị; đơn vị khác giữ nguyên / the file is one unit's register: everybody else stays")
	f.StringVar(&q.cell, "cell", "", "chi bộ của các dòng không ghi chi bộ / cell of the rows that name none")
	f.BoolVar(&q.dryRun, "dry-run", false, "chỉ xem, không ghi / look only")
	f.StringVar(&q.errorsTo, "errors", "", "tệp csv hoặc xlsx nhận các dòng kèm lỗi / csv or xlsx for the rows with what is wrong")
	f.BoolVar(&q.allowGone, "allow-gone", false, "cho phép nhiều người không còn trong danh sách / many members may go")
	f.BoolVar(&q.allowBack, "allow-back", false, "cho phép người đã ra khỏi danh sách trở lại / departed members may come back")
	f.StringVar(&q.note, "note", "", "ghi chú, không ghi tên đảng viên / a note without names")
	f.StringVar(&q.saveColumns, "save-columns", "", "lưu các cột của tệp này thành hồ sơ / keep the columns of this file as a profile")

	var dryRun bool
	var remark string
	restore := &cobra.Command{
		Use: "restore", Short: "Đưa danh sách trước đó vào dùng lại / put the roster before this one back", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withStore(cmd.Context(), func(s stampdesk.Store) error { return a.restoreRoster(cmd.Context(), s, dryRun, remark) })
		},
	}
	restore.Flags().BoolVar(&dryRun, "dry-run", false, "chỉ xem, không ghi / look only")
	restore.Flags().StringVar(&remark, "note", "", "ghi chú, không ghi tên đảng viên / a note without names")
	show := &cobra.Command{
		Use: "show", Short: "Danh sách đang dùng: từ tệp nào, ai nhập / the roster in force and where it is from", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.look(cmd.Context(), a.showRoster) },
	}
	exp := &cobra.Command{
		Use: "export FILE", Short: "Xuất danh sách đảng viên, csv hoặc xlsx / write the roster out", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(s stampdesk.Store) error {
				return a.exportRoster(cmd.Context(), s, args[0])
			})
		},
	}
	return group("roster", "Danh sách đảng viên / the roster", imp, show, restore, exp, a.qualityCommand())
}

// supervisorOnly refuses an act for which nobody else can answer.
func (a *app) supervisorOnly(d *stampdesk.Desk) error {
	if !d.Supervised() {
		return a.declined(stampdesk.Outcome{Refusal: stampdesk.NeedSupervisor})
	}
	return nil
}

// supervisorAnswers refuses, before a long piece of work, an act for which no
// supervisor answers: neither who acts nor one who was named.
func (a *app) supervisorAnswers(d *stampdesk.Desk) error {
	a.approvable = true
	if id := a.flags.supervisor; id != "" && id != a.actor() {
		return nil
	}
	return a.supervisorOnly(d)
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
	write := sheet.WriteRoster
	if isBook(file) {
		write = sheet.WriteRosterXLSX
	}
	if err := a.writeFile(file, func(w *bufio.Writer) error { return write(w, roster) }); err != nil {
		return err
	}
	if a.flags.json {
		return a.printJSON(map[string]any{"members": len(roster.Members), "units": len(roster.Units), "file": file})
	}
	fmt.Fprintf(a.out, a.t.RosterWritten, a.count(len(roster.Members)), file)
	return nil
}
