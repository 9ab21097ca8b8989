package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"stampdesk"
)

func (a *app) roundCommand() *cobra.Command {
	show := &cobra.Command{
		Use: "show", Short: "Đợt kiểm tra đang làm, các hạn, lịch trực / the round in force", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.look(cmd.Context(), a.showRound) },
	}
	return group("round", "Đợt kiểm tra / the round", show, a.roundSetCommand(), a.roundNextCommand(), a.roundCloseCommand())
}

func (a *app) roundSetCommand() *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use: "set FILE.toml", Short: "Sửa đợt đang làm: hạn, lịch trực, quy tắc (giám sát) / correct the round in force", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return a.withDesk(ctx, func(d *stampdesk.Desk) error {
				before, err := a.setup(ctx, d.Store)
				if err != nil {
					return err
				}
				then, _, err := a.readRoundOver(args[0], before)
				if err != nil {
					return err
				}
				if then.Round.Ordinal != before.Round.Ordinal {
					return fail(exitBadRows, a.t.HintNextRound, a.t.OtherRound, then.Round.Ordinal, before.Round.Ordinal)
				}
				_, err = a.approved(ctx, d, func(by stampdesk.Approval) stampdesk.Request {
					return stampdesk.ChangeSetup{
						Board: &then.Board, Round: &then.Round, Rules: &then.Rules, Duties: &then.Duties, Note: note(reason), By: by,
					}
				})
				if err != nil {
					return err
				}
				return lookAt(ctx, d.Store, a.showRound)
			})
		},
	}
	cmd.Flags().StringVar(&reason, "reason", "", "lý do / reason")
	return cmd
}

func (a *app) roundNextCommand() *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use: "next FILE.toml", Short: "Lập đợt sau, khi đợt này đã khóa (giám sát) / begin the next round", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withDesk(cmd.Context(), func(d *stampdesk.Desk) error {
				return a.nextRound(cmd.Context(), d, args[0], note(reason))
			})
		},
	}
	cmd.Flags().StringVar(&reason, "reason", "", "lý do / reason")
	return cmd
}

// nextRound begins the next round. Of the one before only the header and the
// settings of the rules stay: days, duties and the boxes of new cards are each
// round's own.
func (a *app) nextRound(ctx context.Context, d *stampdesk.Desk, file, reason string) error {
	before, err := a.setup(ctx, d.Store)
	if err != nil {
		return err
	}
	begin := newSetup()
	begin.Round.CardBoxes, begin.Rules, begin.Board = before.Round.CardBoxes, before.Rules, before.Board
	begin.Rules.NewCards = nil
	then, said, err := a.readRoundOver(file, begin)
	if err != nil {
		return err
	}
	if len(then.Rules.NewCards) == 0 {
		fmt.Fprintf(a.err, "%s: %s %s\n", file, a.t.Warning, fmt.Sprintf(a.t.NoNewCards, then.Round.Box))
	}
	by, err := a.approval(ctx)
	if err != nil {
		return err
	}
	if _, err := a.do(ctx, d, stampdesk.OpenRound{Round: then.Round, Rules: then.Rules, Note: reason, By: by}); err != nil {
		return err
	}
	if said.Board != nil || said.Duty != nil {
		if _, err := a.do(ctx, d, stampdesk.ChangeSetup{Board: &then.Board, Duties: &then.Duties, Note: reason, By: by}); err != nil {
			return err
		}
	}
	return lookAt(ctx, d.Store, a.showRound)
}

func (a *app) roundCloseCommand() *cobra.Command {
	var reason string
	cmd := &cobra.Command{
		Use: "close", Short: "Khóa đợt: mọi thẻ sau đó đều giữ lại (giám sát) / close the round", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withDesk(cmd.Context(), func(d *stampdesk.Desk) error {
				outs, err := a.do(cmd.Context(), d, stampdesk.CloseRound{Note: note(reason)})
				if err != nil {
					return err
				}
				if a.flags.json {
					return a.printJSON(map[string]any{"closed": true})
				}
				if outs[0].Entry != nil { // else it was closed before
					fmt.Fprintf(a.out, a.t.RoundClosed, outs[0].Entry.Key)
				}
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&reason, "reason", "", "lý do / reason")
	return cmd
}

type deadlineJSON struct {
	What     string `json:"what"`
	Date     string `json:"date"`
	DaysLeft int    `json:"days_left"`
	Warning  string `json:"warning,omitempty"` // near | past
}

type dutyJSON struct {
	Desk   stampdesk.DeskID     `json:"desk"`
	People []stampdesk.PersonID `json:"people"`
}

// showRound shows the round with its deadlines and who is on duty today.
func (a *app) showRound(s stampdesk.Snapshot) (func() error, error) {
	setup, err := s.Setup()
	if err != nil {
		return nil, err
	}
	closed, err := s.RoundClosed(uint8(setup.Round.Ordinal))
	if err != nil {
		return nil, err
	}
	today := stampdesk.DateOf(a.now().Local())
	days, duties := setup.Round.Deadlines(today), setup.DutiesOn(today)
	if a.flags.json {
		return func() error { return a.printJSON(roundJSON(setup, !closed.IsZero(), days, duties)) }, nil
	}
	return func() error {
		r := setup.Round
		fmt.Fprintf(a.out, a.t.Round, r.Ordinal, r.Box, r.From, r.To, r.InvalidFrom, setup.Board.Name)
		for _, d := range days {
			a.tellDeadline(d, !closed.IsZero())
		}
		for _, d := range duties {
			fmt.Fprintf(a.out, a.t.OnDuty, d.Desk, people(d.People))
		}
		if !closed.IsZero() {
			fmt.Fprintf(a.out, a.t.RoundClosed, closed)
		}
		return nil
	}, nil
}

// tellDeadline names one deadline; nobody is warned of those of a round that
// is closed.
func (a *app) tellDeadline(d stampdesk.Deadline, closed bool) {
	name := map[stampdesk.DeadlineKind]string{
		stampdesk.UnitsDue: a.t.UnitsBy, stampdesk.ReportIsDue: a.t.ReportBy, stampdesk.WindowEnds: a.t.WindowEnds, stampdesk.CardsLapse: a.t.InvalidFrom,
	}[d.What]
	mark := " "
	if warning(d) != "" && !closed {
		mark = "!"
	}
	left := fmt.Sprintf(a.t.DaysLeft, d.Left)
	switch {
	case d.IsPast():
		left = fmt.Sprintf(a.t.DaysPast, -d.Left)
	case d.Left == 0:
		left = a.t.Today
	}
	fmt.Fprintf(a.out, "%s %s: %s, %s\n", mark, name, d.Day, left)
}

func roundJSON(setup stampdesk.Setup, closed bool, days []stampdesk.Deadline, duties []stampdesk.Duty) map[string]any {
	r := setup.Round
	due, duty := []deadlineJSON{}, []dutyJSON{}
	for _, d := range days {
		j := deadlineJSON{string(d.What), d.Day.String(), d.Left, warning(d)}
		if closed {
			j.Warning = ""
		}
		due = append(due, j)
	}
	for _, d := range duties {
		duty = append(duty, dutyJSON{d.Desk, d.People})
	}
	return map[string]any{
		"ordinal": r.Ordinal, "box": r.Box, "card_boxes": r.CardBoxes, "from": r.From.String(), "to": r.To.String(),
		"invalid_from": r.InvalidFrom.String(), "list_date": r.ListDate.String(), "stat_date": r.StatDate.String(),
		"units_by": r.UnitsBy.String(), "report_by": r.ReportBy.String(), "closed": closed,
		"rules": setup.Rules.Version, "board": setup.Board.Name, "papers": append([]string{}, r.Papers...),
		"deadlines": due, "duty_today": duty, "duties": len(setup.Duties),
	}
}
