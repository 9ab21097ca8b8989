package main

import (
	"bufio"
	"context"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/printer/form"
)

// movementAsk is what of the movements is asked for, as the person named it.
type movementAsk struct {
	unit, since, out, number string
	year                     int
	force                    bool
}

func (a *app) movementsCommand() *cobra.Command {
	var q movementAsk
	cmd := &cobra.Command{
		Use:   "movements [--out FILE.xlsx|.pdf|.csv|.txt]",
		Short: "Biến động đảng viên, độ phủ, chỉ tiêu kết nạp / who came and went, coverage, admissions against targets",
		Long: "Từ ngày chốt số liệu của đợt (hoặc --since) đến hôm nay, tính cả hai ngày, theo danh sách đang dùng.\n" +
			"From the statistics date of the round, or --since, up to today, both days in it, by the roster in force.",
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			ask, err := a.movementAsk(&q)
			if err != nil {
				return err
			}
			return a.look(cmd.Context(), func(s stampdesk.Snapshot) (func() error, error) {
				r, err := a.countMovements(s, ask)
				return func() error { return a.tellMovements(cmd.Context(), &r, q) }, err
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&q.out, "out", "", "TỆP.xlsx | .pdf | .csv | .txt | - (chữ ra màn hình / text on stdout)")
	f.StringVar(&q.unit, "unit", "", "mã đơn vị / unit code")
	f.StringVar(&q.since, "since", "", "từ ngày dd/mm/yyyy, thay ngày chốt số liệu / in the place of the statistics date")
	f.IntVar(&q.year, "year", 0, "năm của chỉ tiêu kết nạp / the year of the targets")
	f.StringVar(&q.number, "number", "", "số văn bản / number of the document: \"12-BC/BTC\"")
	f.BoolVar(&q.force, "force", false, "ghi đè tệp đã có / write over a file that is there")
	return cmd
}

// movementAsk refuses what cannot be asked, before anything is read.
func (a *app) movementAsk(q *movementAsk) (ask stampdesk.MovementAsk, err error) {
	ask = stampdesk.MovementAsk{Unit: stampdesk.UnitCode(note(q.unit)), Year: q.year, Today: stampdesk.DateOf(a.now().Local())}
	if err := a.validYear(q.year); err != nil {
		return ask, err
	}
	if ask.Since, err = stampdesk.ParseDate(q.since); err != nil || ask.Since.IsPartial() {
		return ask, fail(exitUsage, "--since 01/04/2021", a.t.BadDate, q.since)
	}
	if q.out == "-" && a.flags.json {
		return ask, fail(exitUsage, "report movements --json", "%s", a.t.TextOrJSON)
	}
	q.number = note(q.number)
	return ask, a.mayWritePaper(q.out, q.force, formEndings)
}

// validYear refuses what is no year; 0 is none.
func (a *app) validYear(year int) error {
	if year != 0 && (year < 1900 || year > 2200) {
		return fail(exitUsage, "--year 2022", a.t.BadYear, year)
	}
	return nil
}

// countMovements counts, if the unit and the day can be.
func (a *app) countMovements(s stampdesk.Snapshot, ask stampdesk.MovementAsk) (r stampdesk.MovementReport, err error) {
	if ask.Unit != "" {
		u, err := s.Unit(ask.Unit)
		if err == nil && u == nil {
			err = a.declined(stampdesk.Outcome{Refusal: stampdesk.UnknownUnit, About: string(ask.Unit)})
		}
		if err != nil {
			return r, err
		}
	}
	if ask.Since.IsZero() {
		setup, err := s.Setup()
		if err != nil {
			return r, err
		}
		if ask.Since = setup.Round.StatDate; ask.Since.IsZero() {
			return r, fail(exitUsage, "--since 01/04/2021", "%s", a.t.NoStatDate)
		}
	}
	if ask.Since.After(ask.Today) {
		return r, fail(exitUsage, "--since "+ask.Today.String(), a.t.LateSince, ask.Since, ask.Today)
	}
	return stampdesk.ReportMovements(s, ask)
}

// movementPages lays the report out for the file that it goes into. Its csv is
// the table of the units, for a file of values holds one table.
func (a *app) movementPages(r *stampdesk.MovementReport, q movementAsk) []form.Page {
	pages := form.Movements(r, form.Options{At: a.now().Local(), Number: q.number, Version: version})
	switch {
	case ending(q.out) == ".csv" && len(r.Movements.Units) > 1:
		return pages[1:2]
	case ending(q.out) == ".csv":
		return pages[:1]
	}
	return pages
}

// tellMovements writes the report where it is wanted.
func (a *app) tellMovements(ctx context.Context, r *stampdesk.MovementReport, q movementAsk) error {
	pages := a.movementPages(r, q)
	if q.out == "-" || q.out == "" && !a.flags.json {
		w := bufio.NewWriter(a.out)
		if err := form.WriteText(w, pages); err != nil {
			return err
		}
		return w.Flush()
	}
	if q.out != "" {
		if err := a.writePages(ctx, formAsk{out: q.out, force: q.force}, form.Each(pages)); err != nil {
			return err
		}
	}
	if a.flags.json {
		return a.printJSON(movementsJSON(r, q.out))
	}
	return a.tellWritten(q.out)
}
