package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"stampdesk"
)

// Damaged and lost cards: papers, the new card, the queue.

func (a *app) papersCommand() *cobra.Command {
	var photos int
	var statement bool
	cmd := &cobra.Command{
		Use: "papers N --photos 2 [--statement]", Short: "Nhận hồ sơ đổi, cấp lại thẻ / papers for a new card came", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withDesk(cmd.Context(), func(d *stampdesk.Desk) error {
				card, err := a.card(args[0])
				if err != nil {
					return err
				}
				if photos < 0 {
					return fail(exitUsage, "--photos 2", "--photos %d", photos)
				}
				outs, err := a.do(cmd.Context(), d, stampdesk.ReceivePapers{Card: card, Photos: photos, Statement: statement})
				if err != nil {
					return err
				}
				return a.printActed(outs[0])
			})
		},
	}
	cmd.Flags().IntVar(&photos, "photos", 0, "số ảnh 2x3 / photographs")
	cmd.Flags().BoolVar(&statement, "statement", false, "có bản trình bày về việc mất thẻ / the written account of the loss")
	return cmd
}

func (a *app) reissueCommand() *cobra.Command {
	var number, set, reason string
	cmd := &cobra.Command{
		Use: "reissue N --new M", Short: "Ghi thẻ mới: đổi thẻ hỏng, cấp lại thẻ mất / the new card of a damaged or lost one", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return a.withDesk(ctx, func(d *stampdesk.Desk) error {
				q := stampdesk.Renew{}
				var err error
				if q.Card, err = a.card(args[0]); err != nil {
					return err
				}
				if q.New, err = a.card(number); err != nil {
					return fmt.Errorf("--new: %w", err)
				}
				if q.Boxes, err = a.boxSet(set); err != nil {
					return err
				}
				if reason != "" {
					if q.Reason, q.Note, err = a.reason(reason); err != nil {
						return err
					}
				}
				if q.By, err = a.approval(ctx); err != nil {
					return err
				}
				outs, err := a.do(ctx, d, q)
				if err != nil {
					return err
				}
				return a.printActed(outs[0])
			})
		},
	}
	cmd.Flags().StringVar(&number, "new", "", "số thẻ mới; có thể là số cũ / the new number")
	cmd.Flags().StringVar(&set, "boxes", "", "các ô khác với quy tắc (giám sát) / other boxes than the table's")
	cmd.Flags().StringVar(&reason, "reason", "", "mã lý do hoặc lời / reason code or text")
	return cmd
}

type renewalJSON struct {
	heldJSON
	Act       string   `json:"act"`
	Guest     bool     `json:"guest,omitempty"` // for its home board to do
	Complete  bool     `json:"complete"`
	Photos    int      `json:"photos"`
	Statement bool     `json:"statement"`
	Missing   []string `json:"missing"` // photos, statement, new-card, boxes, stamp
	New       string   `json:"new,omitempty"`
	Boxes     []int    `json:"boxes,omitempty"`
	Stamped   bool     `json:"stamped"`
}

func (a *app) renewalsCommand() *cobra.Command {
	return &cobra.Command{
		Use: "renewals", Short: "Thẻ chờ đổi, chờ cấp lại: còn thiếu gì / exchanges and reissues, and what is missing", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.look(cmd.Context(), func(s stampdesk.Snapshot) (func() error, error) {
				setup, err := s.Setup()
				if err != nil {
					return nil, err
				}
				all, err := stampdesk.Renewals(s, uint8(setup.Round.Ordinal))
				return func() error { return a.showRenewals(all) }, err
			})
		},
	}
}

// missingOf names what a renewal still waits for.
func missingOf(r stampdesk.Renewal) []string {
	missing := []string{}
	add := func(name string, is bool) {
		if is {
			missing = append(missing, name)
		}
	}
	if r.Guest {
		return missing
	}
	there := r.New.Card != 0
	add("photos", !there && r.Papers.Photos < stampdesk.PhotosForNewCard)
	add("statement", !there && r.Act == stampdesk.ActReissued && !r.Papers.Statement)
	add("new-card", !there)
	add("boxes", r.Due == 0)
	add("stamp", there && !r.Stamped)
	return missing
}

func (a *app) showRenewals(all []stampdesk.Renewal) error {
	acts := stampdesk.WordsIn(a.conf.lang()).Acts
	words := map[string]string{
		"photos": a.t.NeedsPhotos, "statement": a.t.NeedsStatement, "new-card": a.t.NeedsNewCard, "boxes": a.t.NeedsBoxes, "stamp": a.t.NeedsStamp,
	}
	for _, r := range all {
		missing := missingOf(r)
		if a.flags.json {
			j := renewalJSON{
				heldJSON: heldOf(r.Item), Act: r.Act.String(), Guest: r.Guest, Complete: r.Complete, Photos: r.Papers.Photos,
				Statement: r.Papers.Statement, Missing: missing, Boxes: boxes(r.Due), Stamped: r.Stamped,
			}
			if r.New.Card != 0 {
				j.New = r.New.Card.Digits()
			}
			if err := a.printJSON(j); err != nil {
				return err
			}
			continue
		}
		state := a.t.RenewalDone
		for i, m := range missing {
			missing[i] = words[m]
		}
		switch {
		case r.Guest:
			state = a.t.RenewalGuest
		case len(missing) > 0:
			state = a.t.RenewalNeeds + strings.Join(missing, ", ")
		}
		line := fmt.Sprintf("%s  %s  %s  %s", r.Card, acts[r.Act], r.Name, r.Unit)
		if r.New.Card != 0 {
			line += "  → " + r.New.Card.String()
		}
		if r.Due != 0 {
			line += "  " + fmt.Sprintf(a.t.Box, r.Due)
		}
		fmt.Fprintf(a.out, "%s  %s\n", line, state)
	}
	if !a.flags.json {
		fmt.Fprintf(a.out, a.t.RenewalTotal, len(all))
	}
	return nil
}
