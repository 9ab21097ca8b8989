package main

import (
	"github.com/spf13/cobra"

	"stampdesk"
)

// reportGroup holds the commands of what goes up beside the forms.
func (a *app) reportGroup() *cobra.Command {
	return group("report", "Báo cáo của đợt / the report of the round", a.outlineCommand(), a.outlineTemplateCommand(), a.movementsCommand(), a.targetsCommand())
}

// outlineEndings are the endings of the files that the report can be written
// into.
var outlineEndings = []string{".xlsx", ".pdf", ".txt"}

func (a *app) outlineCommand() *cobra.Command {
	var out, number string
	var force bool
	cmd := &cobra.Command{
		Use: "outline [--out FILE.xlsx|.pdf|.txt]", Short: "Báo cáo theo đề cương, số liệu đã điền / the written report, with its figures",
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			q := formAsk{form: stampdesk.FormResult, out: out, number: note(number), force: force, outline: true}
			if err := a.mayWritePaper(out, force, outlineEndings); err != nil {
				return err
			}
			return a.withStore(cmd.Context(), func(s stampdesk.Store) error { return a.writeForm(cmd.Context(), s, q) })
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "TỆP.xlsx | .pdf | .txt | - (chữ ra màn hình / text on stdout)")
	cmd.Flags().StringVar(&number, "number", "", "số văn bản / number of the document: \"12-BC/BTC\"")
	cmd.Flags().BoolVar(&force, "force", false, "ghi đè tệp đã có / write over a file that is there")
	return cmd
}
