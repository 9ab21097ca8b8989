package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"stampdesk"
)

func (a *app) bundleListCommand() *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: "Các kết quả đã nhận / what was taken in", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withStore(cmd.Context(), func(s stampdesk.Store) error {
				all, err := a.resultsOf(cmd.Context(), s)
				if err != nil {
					return err
				}
				if a.flags.json {
					rows := []map[string]any{}
					for i := range all {
						rows = append(rows, resultJSON(&all[i]))
					}
					return a.printJSON(map[string]any{"results": rows})
				}
				for i := range all {
					a.tellResult(&all[i])
				}
				if len(all) == 0 {
					fmt.Fprint(a.out, a.t.NoResults)
				}
				return nil
			})
		},
	}
}

// resultsOf are the results of the round at work that were taken in.
func (a *app) resultsOf(ctx context.Context, s stampdesk.Store) (all []stampdesk.BoardResult, err error) {
	err = s.View(ctx, func(s stampdesk.Snapshot) error {
		setup, err := s.Setup()
		if err != nil {
			return err
		}
		all, err = stampdesk.ResultsOf(s, uint8(setup.Round.Ordinal))
		return err
	})
	return all, err
}

// whoIsThere names the results that there are, and their stores.
func whoIsThere(all []stampdesk.BoardResult) string {
	names := []string{}
	for i := range all {
		names = append(names, fmt.Sprintf("%s (%x)", all[i].Board.Title(), all[i].Store))
	}
	if len(names) == 0 {
		return "stampdesk bundle list"
	}
	return strings.Join(names, "; ")
}

func (a *app) bundleDropCommand() *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use: "drop NAME", Short: "Thôi cộng kết quả đã nhận của một nơi (giám sát) / count a board's result no longer",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return a.withDesk(ctx, func(d *stampdesk.Desk) error {
				all, err := a.resultsOf(ctx, d.Store)
				if err != nil {
					return err
				}
				var named []*stampdesk.BoardResult
				for i := range all {
					if r := &all[i]; stampdesk.Fold(r.Board.Title()) == stampdesk.Fold(args[0]) || fmt.Sprintf("%x", r.Store) == args[0] {
						named = append(named, r)
					}
				}
				if len(named) != 1 {
					return fail(exitUsage, whoIsThere(all), a.t.NoSuchResult, args[0], len(named))
				}
				r := named[0]
				_, err = a.approved(ctx, d, func(by stampdesk.Approval) stampdesk.Request {
					name := stampdesk.ResultFile(uint8(r.Round.Ordinal), r.Store)
					return stampdesk.ChangeFile{File: stampdesk.File{Name: name}, Note: note(reason), By: by}
				})
				if err != nil {
					return err
				}
				_, err = fmt.Fprintf(a.out, a.t.ResultDropped, r.Board.Title())
				return err
			})
		},
	}
	cmd.Flags().StringVar(&reason, "reason", "", "lý do / reason")
	return cmd
}
