package main

import (
	"context"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/printer/form"
)

// ownFile is a text of the program that a board may put its own in the place
// of.
type ownFile struct {
	name    stampdesk.FileName
	shipped string
	check   func(text []byte) error // what is wrong with one, by line and key
}

// templateAsk is what is to become of a text.
type templateAsk struct {
	set, reason string
	reset       bool
}

// templateFlags are those of a command that shows or changes a text.
func templateFlags(cmd *cobra.Command, q *templateAsk) {
	cmd.Flags().StringVar(&q.set, "set", "", "TỆP.toml thay mẫu đang dùng (giám sát) / a file in its place; a supervisor's act")
	cmd.Flags().BoolVar(&q.reset, "reset", false, "dùng lại mẫu có sẵn (giám sát) / the program's own again")
	cmd.Flags().StringVar(&q.reason, "reason", "", "lý do / reason")
}

// template shows the text in force, or changes it.
func (a *app) template(ctx context.Context, own ownFile, q templateAsk) error {
	if q.set != "" && q.reset {
		return fail(exitUsage, "--set | --reset", "%s", a.t.SetOrReset)
	}
	if q.set == "" && !q.reset {
		return a.look(ctx, func(s stampdesk.Snapshot) (func() error, error) {
			body, err := s.File(own.name)
			return func() error { return a.showTemplate(own, body) }, err
		})
	}
	return a.withDesk(ctx, func(d *stampdesk.Desk) error {
		var body []byte
		if !q.reset {
			var err error
			if body, err = a.readTemplate(own, q.set); err != nil {
				return err
			}
		}
		o, err := a.approved(ctx, d, func(by stampdesk.Approval) stampdesk.Request {
			return stampdesk.ChangeFile{File: stampdesk.File{Name: own.name, Body: body}, Note: note(q.reason), By: by}
		})
		if err != nil {
			return err
		}
		return a.tellTemplate(own, o, q.reset)
	})
}

// showTemplate writes the text as the file that gives it back.
func (a *app) showTemplate(own ownFile, body []byte) error {
	text := own.shipped
	if body != nil {
		text = string(body)
	}
	if a.flags.json {
		return a.printJSON(map[string]any{"name": own.name, "own": body != nil, "text": text})
	}
	_, err := fmt.Fprint(a.out, text)
	return err
}

// readTemplate reads a text that a board wrote, and refuses one that nothing
// can be laid out by.
func (a *app) readTemplate(own ownFile, file string) ([]byte, error) {
	body, err := os.ReadFile(a.path(file))
	if err != nil {
		return nil, fail(exitUsage, "", "%w", asNamed(err, file))
	}
	if err := own.check(body); err != nil {
		return nil, fail(exitBadRows, a.t.HintSettings, a.t.TemplateFaults, file, a.templateFault(err))
	}
	return body, nil
}

func (a *app) tellTemplate(own ownFile, o stampdesk.Outcome, reset bool) error {
	switch {
	case a.flags.json:
		return a.printJSON(map[string]any{"name": own.name, "own": !reset, "changed": o.Entry != nil})
	case o.Entry == nil:
		fmt.Fprint(a.out, a.t.TemplateSame)
	case reset:
		fmt.Fprintf(a.out, a.t.TemplateReset, o.Entry.Key)
	default:
		fmt.Fprintf(a.out, a.t.TemplateSet, o.Entry.Key)
	}
	return nil
}

func (a *app) formTemplateCommand() *cobra.Command {
	var q templateAsk
	cmd := &cobra.Command{
		Use: "template 1|2|3|4|5|6|7 [--set FILE.toml|--reset]", Short: "Mẫu trình bày đang dùng: cột, tiêu đề, chữ ký / what a form looks like",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			f, err := a.formArg(args[0])
			if err != nil {
				return err
			}
			return a.template(cmd.Context(), ownFile{
				stampdesk.FormFile(f), string(form.Default(f)),
				func(text []byte) error { _, err := form.ParseTemplate(text, f); return err },
			}, q)
		},
	}
	templateFlags(cmd, &q)
	return cmd
}

func (a *app) outlineTemplateCommand() *cobra.Command {
	var q templateAsk
	cmd := &cobra.Command{
		Use: "template [--set FILE.toml|--reset]", Short: "Đề cương báo cáo đang dùng / the outline of the report",
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.template(cmd.Context(), ownFile{
				stampdesk.ReportFile, string(form.DefaultOutline()),
				func(text []byte) error { _, err := form.ParseOutline(text); return err },
			}, q)
		},
	}
	templateFlags(cmd, &q)
	return cmd
}
