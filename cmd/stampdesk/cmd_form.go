package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stampdesk"
)

// formAsk is which form is asked for, of what and how, as the person named it.
type formAsk struct {
	form                    stampdesk.Form
	unit, cell, number, out string
	each                    bool // one of each unit, or of each cell of the unit
	blank, fromRoster       bool // to be filled in by the units; with who is on the roster
	rows                    int  // empty rows of a blank one
	force                   bool
	outline                 bool // the written report alone, in the place of form 7

	told func(done, total int) // how many forms are filled in; nil: nobody listens
}

// formEndings are the endings of the files that a form can be written into.
var formEndings = []string{".xlsx", ".pdf", ".csv", ".txt"}

func (a *app) formCommand() *cobra.Command {
	var q formAsk
	cmd := &cobra.Command{
		Use:   "form 1|2|3|4|5|6|7 [--out FILE.xlsx|.pdf|.csv|.txt]",
		Short: "Lập mẫu 1-KTTĐV đến 7-KTTĐV từ sổ và danh sách / the official forms, filled in",
		Long: "Không có --unit, --cell: của cả đảng bộ. Không có --out: chữ ra màn hình; --json: chỉ số liệu.\n" +
			"Without --unit and --cell of the whole board; without --out as text on stdout, with --json only the figures.",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			var err error
			if q.form, err = a.formArg(args[0]); err != nil {
				return err
			}
			if err := a.validForm(&q, cmd.Flags().Changed("rows")); err != nil {
				return err
			}
			return a.withStore(cmd.Context(), func(s stampdesk.Store) error { return a.writeForm(cmd.Context(), s, q) })
		},
	}
	f := cmd.Flags()
	f.StringVar(&q.out, "out", "", "TỆP.xlsx | .pdf | .csv | .txt | - (chữ ra màn hình / text on stdout)")
	f.StringVar(&q.unit, "unit", "", "mã đơn vị / unit code")
	f.StringVar(&q.cell, "cell", "", "chi bộ của đơn vị / a cell of the unit")
	f.BoolVar(&q.each, "each", false, "mỗi đơn vị (hay mỗi chi bộ của --unit) một tờ / a sheet for each unit, or for each cell of --unit")
	f.BoolVar(&q.blank, "blank", false, "mẫu 1–5 để trống cho đơn vị điền / forms 1 to 5 to be filled in")
	f.BoolVar(&q.fromRoster, "from-roster", false, "mẫu 2, 5: lấy người từ danh sách đảng viên / forms 2 and 5: with who is on the roster")
	f.IntVar(&q.rows, "rows", 0, "số dòng trống / empty rows of a blank form")
	f.StringVar(&q.number, "number", "", "số văn bản / number of the document: \"12-BC/BTC\"")
	f.BoolVar(&q.force, "force", false, "ghi đè tệp đã có / write over a file that is there")
	cmd.AddCommand(a.formTemplateCommand())
	return cmd
}

// formArg reads the number of a form.
func (a *app) formArg(s string) (stampdesk.Form, error) {
	f, err := stampdesk.ParseAnyForm(s)
	if err != nil {
		return 0, fail(exitUsage, "stampdesk form 2 --out mau2.xlsx", a.t.NoSuchForm, s)
	}
	return f, nil
}

// mostRows bounds the empty rows of a blank form.
const mostRows = 10_000

// validForm refuses what does not go together, before anything is read.
func (a *app) validForm(q *formAsk, rowsGiven bool) error {
	q.unit, q.cell, q.number = note(q.unit), note(q.cell), note(q.number)
	use := fmt.Sprintf("stampdesk form %d ", q.form)
	switch {
	case q.cell != "" && q.unit == "":
		return fail(exitUsage, use+"--unit P01 --cell "+q.cell, "%s", a.t.CellOfWhom)
	case q.cell != "" && q.each:
		return fail(exitUsage, use+"--unit "+q.unit+" --each", "%s", a.t.EachOrCell)
	case q.form == stampdesk.FormResult && (q.unit != "" || q.each):
		return fail(exitUsage, "stampdesk form 6 --unit P01", "%s", a.t.ResultOfBoard)
	case q.form == stampdesk.FormReturn && q.cell != "":
		return fail(exitUsage, "stampdesk form 1 --unit "+q.unit+" --cell "+q.cell, "%s", a.t.ReturnOfUnit)
	case q.blank && q.form > stampdesk.FormCardless:
		return fail(exitUsage, use, "%s", a.t.NoBlank)
	case q.fromRoster && q.form != stampdesk.FormStamp && q.form != stampdesk.FormCardless:
		return fail(exitUsage, "stampdesk form 2 --blank --from-roster", "%s", a.t.NotFromRoster)
	case (q.fromRoster || rowsGiven) && !q.blank:
		return fail(exitUsage, use+"--blank", "%s", a.t.OnlyBlank)
	case q.rows < 0 || q.rows > mostRows:
		return fail(exitUsage, use+"--blank --rows 50", a.t.BadRowCount, q.rows, mostRows)
	case q.out == "-" && a.flags.json:
		return fail(exitUsage, use+"--out F.xlsx --json", "%s", a.t.TextOrJSON)
	}
	return a.mayWritePaper(q.out, q.force, formEndings)
}

// mayWritePaper refuses a name that a form or a report cannot be written to;
// "" and "-" are no files.
func (a *app) mayWritePaper(file string, force bool, endings []string) error {
	if file == "" || file == "-" {
		return nil
	}
	if !slices.Contains(endings, ending(file)) {
		return fail(exitUsage, "--out "+strings.Join(endings, ", ")+", -", a.t.BadEnding, file)
	}
	return a.mayWriteNew(file, force)
}

func ending(file string) string { return strings.ToLower(filepath.Ext(file)) }
