package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/store/sheet"
)

func (a *app) targetsCommand() *cobra.Command {
	var year int
	var reason string
	show := &cobra.Command{
		Use: "show [--year Y]", Short: "Chỉ tiêu đang dùng, thành bảng csv / the targets in force, as csv", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := a.validYear(year); err != nil {
				return err
			}
			return a.look(cmd.Context(), func(s stampdesk.Snapshot) (func() error, error) {
				t, err := stampdesk.TargetsIn(s)
				return func() error { return a.showTargets(t, year) }, err
			})
		},
	}
	set := &cobra.Command{
		Use:   "set FILE.csv|.xlsx [--year Y]",
		Short: "Nạp chỉ tiêu, thay cả năm: cột Năm, Mã đơn vị, Chỉ tiêu, Đảng viên theo CSDL (giám sát) / set the targets of whole years",
		Long: "Các năm có trong tệp được thay cả; năm khác giữ nguyên. Dòng không có mã đơn vị ghi số đảng viên của cả đảng bộ theo cơ sở dữ liệu.\n" +
			"The years in the file are replaced whole, others stay. The row without a unit has the members whom the database knows of the board.",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := a.validYear(year); err != nil {
				return err
			}
			return a.withDesk(cmd.Context(), func(d *stampdesk.Desk) error {
				return a.setTargets(cmd.Context(), d, args[0], year, note(reason))
			})
		},
	}
	for _, c := range []*cobra.Command{show, set} {
		c.Flags().IntVar(&year, "year", 0, "năm / year")
	}
	set.Flags().StringVar(&reason, "reason", "", "lý do / reason")
	return group("targets", "Chỉ tiêu kết nạp đảng viên của các đơn vị / yearly targets of admissions", show, set)
}

type targetJSON struct {
	Year   int                `json:"year"`
	Unit   stampdesk.UnitCode `json:"unit,omitempty"`
	Target int                `json:"target"`
	Known  int                `json:"known,omitempty"`
}

// showTargets writes the table that set reads; that there is none is said
// beside it.
func (a *app) showTargets(t stampdesk.Targets, year int) error {
	if year != 0 {
		t = t.Of(year)
	}
	if a.flags.json {
		rows := []targetJSON{}
		for _, l := range t {
			rows = append(rows, targetJSON{l.Year, l.Unit, l.Admissions, l.Known})
		}
		return a.printJSON(map[string]any{"targets": rows})
	}
	if len(t) == 0 {
		fmt.Fprintln(a.err, a.t.NoTargets)
	}
	_, err := a.out.Write(t.Text())
	return err
}

// setTargets puts the years of a file in the place of what they had.
func (a *app) setTargets(ctx context.Context, d *stampdesk.Desk, file string, year int, reason string) error {
	these, err := a.readTargets(ctx, file, year)
	if err != nil {
		return err
	}
	var before stampdesk.Targets
	units := map[stampdesk.UnitCode]bool{}
	err = d.Store.View(ctx, func(s stampdesk.Snapshot) (err error) {
		clear(units)
		for u, err := range s.Units() {
			if err != nil {
				return err
			}
			units[u.Code] = true
		}
		before, err = stampdesk.TargetsIn(s)
		return err
	})
	if err != nil {
		return err
	}
	var named []int
	if year != 0 { // a file without a row takes the year's away
		named = append(named, year)
	}
	var body []byte
	if all := before.With(these, named...); len(all) > 0 {
		body = all.Text()
	}
	o, err := a.approved(ctx, d, func(by stampdesk.Approval) stampdesk.Request {
		return stampdesk.ChangeFile{File: stampdesk.File{Name: stampdesk.TargetsFile, Body: body}, Note: reason, By: by}
	})
	if err != nil {
		return err
	}
	return a.tellTargets(these, named, units, o)
}

// readTargets reads a table of targets from csv or a workbook.
func (a *app) readTargets(ctx context.Context, file string, year int) (stampdesk.Targets, error) {
	f, err := a.open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, bad, err := sheet.ReadPlain(ctx, f)
	if err != nil {
		return nil, asNamed(err, file)
	}
	if bad != nil {
		return nil, fail(exitBadRows, a.t.HintTargets, "%s: %s", file, bad.Text(a.conf.lang()))
	}
	t, err := stampdesk.ReadTargets(rows, year)
	switch {
	case errors.Is(err, stampdesk.ErrNoTargets):
		return nil, fail(exitBadRows, a.t.HintTargets, a.t.NotTargets, file)
	case err != nil:
		return nil, fail(exitBadRows, a.t.HintTargets, "%s: %s", file, strings.Join(a.wrongTargets(err), "\n  "))
	}
	return t, nil
}

// mostWrong is how many faults of a table of targets are told.
const mostWrong = 20

// wrongTargets are the faults of a table, a sentence each.
func (a *app) wrongTargets(err error) (all []string) {
	errs := []error{err}
	if several, ok := err.(interface{ Unwrap() []error }); ok {
		errs = several.Unwrap()
	}
	for _, err := range errs[:min(len(errs), mostWrong)] {
		w, ok := errors.AsType[stampdesk.WrongTarget](err)
		if !ok {
			all = append(all, err.Error())
			continue
		}
		sentence := map[stampdesk.TargetFault]string{
			stampdesk.TargetNoYear: a.t.TargetNoYear, stampdesk.TargetNoNumber: a.t.TargetNoNumber,
			stampdesk.TargetNoUnit: a.t.TargetNoUnit, stampdesk.TargetTwice: a.t.TargetTwice,
		}[w.Fault]
		all = append(all, fmt.Sprintf(sentence, w.Row, w.Heading, w.Text))
	}
	return all
}

// tellTargets says what was set, and warns of units that the roster has not.
func (a *app) tellTargets(these stampdesk.Targets, years []int, units map[stampdesk.UnitCode]bool, o stampdesk.Outcome) error {
	var strays, named []string
	count, sum := 0, 0
	for _, y := range years {
		named = append(named, strconv.Itoa(y))
	}
	for _, l := range these {
		if y := strconv.Itoa(l.Year); len(named) == 0 || named[len(named)-1] != y {
			named = append(named, y)
		}
		if l.Admissions > 0 {
			count, sum = count+1, sum+l.Admissions
		}
		if l.Unit != "" && !units[l.Unit] {
			strays = append(strays, string(l.Unit))
		}
	}
	if strays != nil {
		fmt.Fprintf(a.err, "%s %s\n", a.t.Warning, fmt.Sprintf(a.t.StrayTargets, strings.Join(strays, ", ")))
	}
	l := a.conf.lang()
	switch {
	case a.flags.json:
		return a.printJSON(map[string]any{
			"changed": o.Entry != nil, "units": count, "target": sum, "strays": append([]string{}, strays...),
		})
	case o.Entry == nil:
		fmt.Fprint(a.out, a.t.TargetsSame)
	default:
		fmt.Fprintf(a.out, a.t.TargetsSet, strings.Join(named, ", "), l.Number(count), l.Number(sum), o.Entry.Key)
	}
	return nil
}
