package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"stampdesk"
)

func (a *app) rulesCommand() *cobra.Command {
	show := &cobra.Command{
		Use: "show", Short: "Quy tắc đang dùng, như tệp của rules set / the rules in force", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.look(cmd.Context(), func(s stampdesk.Snapshot) (func() error, error) {
				setup, err := s.Setup()
				return func() error { return a.showRules(setup.Rules) }, err
			})
		},
	}
	var reason string
	set := &cobra.Command{
		Use: "set FILE.toml", Short: "Đổi quy tắc (giám sát) / put other rules in force", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withDesk(cmd.Context(), func(d *stampdesk.Desk) error {
				return a.setRules(cmd.Context(), d, args[0], reason)
			})
		},
	}
	set.Flags().StringVar(&reason, "reason", "", "lý do / reason")
	diff := &cobra.Command{
		Use: "diff FILE.toml", Short: "Tệp này sẽ đổi những gì / what a file would change", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(s stampdesk.Store) error {
				now, then, err := a.readRules(cmd.Context(), s, args[0])
				if err != nil {
					return err
				}
				changes := rulesDiff(now, then)
				if a.flags.json {
					return a.printJSON(map[string]any{"same": len(changes) == 0, "changes": changes})
				}
				return a.showRulesDiff(changes)
			})
		},
	}
	return group("rules", "Quy tắc của đợt / the rules", show, set, diff)
}

// readRules gives the rules in force, and what a file would make of them.
func (a *app) readRules(ctx context.Context, s stampdesk.Store, file string) (now, then stampdesk.Rules, err error) {
	setup, err := a.setup(ctx, s)
	if err != nil {
		return now, then, err
	}
	var q rulesTOML
	f, err := a.readSettings(file, &q)
	if err != nil {
		return now, then, err
	}
	then, err = q.apply(f, "", setup.Rules)
	if err == nil {
		err = f.validRules("", then, setup.Round)
	}
	return setup.Rules, then, f.bad(err)
}

func (a *app) setRules(ctx context.Context, d *stampdesk.Desk, file, reason string) error {
	now, then, err := a.readRules(ctx, d.Store, file)
	if err != nil {
		return err
	}
	o, err := a.approved(ctx, d, func(by stampdesk.Approval) stampdesk.Request {
		return stampdesk.ChangeSetup{Rules: &then, Note: note(reason), By: by}
	})
	if err != nil {
		return err
	}
	if o.Entry != nil {
		then.Version = o.Entry.Rules
	}
	if a.flags.json {
		return a.printJSON(map[string]any{"version": then.Version, "changed": o.Entry != nil})
	}
	if err := a.showRulesDiff(rulesDiff(now, then)); err != nil || o.Entry == nil {
		return err
	}
	_, err = fmt.Fprintf(a.out, a.t.RulesSet, then.Version, o.Entry.Key)
	return err
}

func (a *app) showRulesDiff(changes []ruleChange) error {
	for _, c := range changes {
		if c.Now != "" {
			fmt.Fprintf(a.out, "- %s = %s\n", c.Key, c.Now)
		}
		if c.Then != "" {
			fmt.Fprintf(a.out, "+ %s = %s\n", c.Key, c.Then)
		}
	}
	if len(changes) == 0 {
		fmt.Fprint(a.out, a.t.NothingChanges)
	}
	return nil
}

type newCardJSON struct {
	From  string `json:"from,omitempty"`
	Boxes []int  `json:"boxes"`
}

func (a *app) showRules(r stampdesk.Rules) error {
	if !a.flags.json {
		_, err := fmt.Fprint(a.out, rulesText(r, a.t))
		return err
	}
	rows := []newCardJSON{}
	for _, v := range r.NewCards {
		rows = append(rows, newCardJSON{fromOf(v), boxes(v.Boxes)})
	}
	late, listDate := "mark", "inclusive"
	if r.LateHolds {
		late = "hold"
	}
	if r.ListDateOut {
		listDate = "exclusive"
	}
	return a.printJSON(map[string]any{
		"version": r.Version, "late": late, "decision_first": !r.StampUnsealed, "basis": r.Basis.String(),
		"list_date": listDate, "papers_first": r.PapersFirst, "new_card": rows,
	})
}
