package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/spf13/cobra"

	"stampdesk"
)

func (a *app) batchCommand() *cobra.Command {
	return group("batch", "Các lô thẻ / the batches",
		a.batchOpenCommand(), a.batchDecideCommand(), a.batchCloseCommand(), a.batchReopenCommand(),
		a.batchReturnCommand(), a.batchShowCommand(), a.batchListCommand())
}

func (a *app) batchOpenCommand() *cobra.Command {
	var unit, kind, by, declared string
	var count int
	cmd := &cobra.Command{
		Use: "open --unit U", Short: "Nhận thẻ của một đơn vị / receive the cards of a unit", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			return a.withDesk(ctx, func(d *stampdesk.Desk) error {
				k, ok := stampdesk.ParseBatchKind(kind)
				if !ok {
					return fail(exitUsage, "delivery, supplementary, new-cards", "--kind %q", kind)
				}
				if unit == "" {
					return fail(exitUsage, "stampdesk batch open --unit U", "%s", a.t.NoUnit)
				}
				if count < 0 {
					return fail(exitUsage, "", "--count %d", count)
				}
				figures, err := a.readDeclared(declared)
				if err != nil {
					return err
				}
				outs, err := a.do(ctx, d, stampdesk.OpenBatch{
					Unit: stampdesk.UnitCode(unit), Kind: k, Count: count, By: by, Declared: figures,
				})
				if err != nil {
					return err
				}
				id := outs[0].Entry.Batch
				if a.flags.json {
					return a.printJSON(map[string]any{"id": id})
				}
				fmt.Fprintf(a.out, a.t.BatchOpened, id, unit)
				return nil
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&unit, "unit", "", "mã đơn vị / unit code")
	f.StringVar(&kind, "kind", "", "delivery | supplementary | new-cards")
	f.IntVar(&count, "count", 0, "số thẻ đếm bằng tay / cards counted by hand")
	f.StringVar(&by, "by", "", "người mang thẻ đến / who brought them")
	f.StringVar(&declared, "declared", "", "tệp TOML số liệu mẫu 6 / the unit's form 6 as TOML")
	return cmd
}

// readDeclared reads the figures of a unit's form 6; "" is none.
func (a *app) readDeclared(file string) (stampdesk.Declared, error) {
	if file == "" {
		return nil, nil
	}
	f, err := a.open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fail(exitUsage, "", "form 6: %w", err)
	} else if err != nil {
		return nil, fail(exitBadRows, "", "form 6 %s: %w", file, err)
	}
	defer f.Close()
	raw := map[string]int{}
	if _, err := toml.NewDecoder(f).Decode(&raw); err != nil {
		return nil, fail(exitBadRows, "", "form 6 %s: %w", file, err)
	}
	known := map[string]bool{}
	for _, k := range stampdesk.DeclaredKeys {
		known[k] = true
	}
	for k, n := range raw {
		if !known[k] || n < 0 {
			return nil, fail(exitBadRows, strings.Join(stampdesk.DeclaredKeys[:], ", "), "form 6 %s: %s = %d", file, k, n)
		}
	}
	return raw, nil
}

func (a *app) batchDecideCommand() *cobra.Command {
	var batches, no, date, signer string
	var all bool
	cmd := &cobra.Command{
		Use: "decide --no N --date dd/mm/yyyy", Short: "Ghi quyết định cho đóng dấu / record the decision", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			return a.withDesk(ctx, func(d *stampdesk.Desk) error {
				day, err := stampdesk.ParseDate(date)
				if err != nil {
					return fail(exitUsage, "", a.t.BadDate, date)
				}
				ids, err := a.batchesToDecide(ctx, d.Store, batches, all)
				if err != nil {
					return err
				}
				_, err = a.do(ctx, d, stampdesk.DecideBatches{
					Batches: ids, Decision: stampdesk.Decision{No: strings.TrimSpace(no), Date: day, Signer: strings.TrimSpace(signer)},
				})
				if err != nil {
					return err
				}
				if a.flags.json {
					return a.printJSON(map[string]any{"batches": ids, "no": no, "date": day.String()})
				}
				fmt.Fprintf(a.out, a.t.Decided, no, day, len(ids))
				return nil
			})
		},
	}
	f := cmd.Flags()
	f.StringVar(&batches, "batch", "", "mã các lô, cách nhau bằng dấu phẩy / batch ids")
	f.BoolVar(&all, "all", false, "mọi lô chưa có quyết định / every batch without one")
	f.StringVar(&no, "no", "", "số quyết định / number")
	f.StringVar(&date, "date", "", "ngày quyết định / date")
	f.StringVar(&signer, "signer", "", "người ký / who signed")
	return cmd
}

func (a *app) batchesToDecide(ctx context.Context, s stampdesk.Store, list string, all bool) ([]stampdesk.BatchID, error) {
	var ids []stampdesk.BatchID
	switch {
	case all:
		err := s.View(ctx, func(s stampdesk.Snapshot) error {
			ids = nil
			for b, err := range s.Batches() {
				if err != nil {
					return err
				}
				if b.State == stampdesk.BatchOpen {
					ids = append(ids, b.ID)
				}
			}
			return nil
		})
		return ids, err
	case list != "":
		for id := range strings.SplitSeq(list, ",") {
			if id := stampdesk.BatchID(strings.TrimSpace(id)); !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
		return ids, nil
	}
	id, err := a.findBatch(ctx, s, "", func(b stampdesk.Batch) bool { return !b.IsClosed() })
	return []stampdesk.BatchID{id}, err
}

// turnCommand makes a command that does one thing to one batch.
func (a *app) turnCommand(use, short string, fits func(stampdesk.Batch) bool, request func(id stampdesk.BatchID, reason string, by stampdesk.Approval) stampdesk.Request) *cobra.Command {
	var batch, reason string
	cmd := &cobra.Command{
		Use: use, Short: short, Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return a.withDesk(ctx, func(d *stampdesk.Desk) error {
				id, err := a.findBatch(ctx, d.Store, batchArg(batch, args), fits)
				if err != nil {
					return err
				}
				_, err = a.approved(ctx, d, func(by stampdesk.Approval) stampdesk.Request { return request(id, note(reason), by) })
				if err != nil {
					return a.unbalanced(ctx, d.Store, id, err)
				}
				return a.showBatch(ctx, d.Store, id)
			})
		},
	}
	cmd.Flags().StringVar(&batch, "batch", "", "mã lô / batch id")
	cmd.Flags().StringVar(&reason, "reason", "", "lý do / reason")
	return cmd
}

// unbalanced says of a batch that cannot be closed as it is what it lacks.
func (a *app) unbalanced(ctx context.Context, s stampdesk.Store, id stampdesk.BatchID, err error) error {
	no := refusedFor(err)
	if no != stampdesk.NeedSupervisor && no != stampdesk.NeedReason {
		return err
	}
	var b stampdesk.Balance
	viewErr := s.View(ctx, func(s stampdesk.Snapshot) (err error) {
		b, err = stampdesk.Balanced(s, id)
		return err
	})
	if viewErr != nil || b.Batch.IsClosed() { // of a closed one the refusal says enough
		return err
	}
	f, _ := errors.AsType[*failure](err)
	return &failure{
		code: f.code, hint: f.hint, refusal: no,
		err: fmt.Errorf(a.t.Unbalanced, id, b.Difference(), len(b.Missing), b.Extra, b.Batch.Count, len(b.Seen),
			stampdesk.WordsIn(a.conf.lang()).Refusals[no]),
	}
}

// batchArg is the batch that is named, by --batch or as the argument.
func batchArg(flag string, args []string) string {
	if flag == "" && len(args) == 1 {
		return args[0]
	}
	return flag
}

func (a *app) batchCloseCommand() *cobra.Command {
	return a.turnCommand("close [BATCH]", "Chốt lô / close a batch",
		func(b stampdesk.Batch) bool { return !b.IsClosed() },
		func(id stampdesk.BatchID, reason string, by stampdesk.Approval) stampdesk.Request {
			return stampdesk.CloseBatch{Batch: id, Note: reason, By: by}
		})
}

func (a *app) batchReopenCommand() *cobra.Command {
	return a.turnCommand("reopen [BATCH] --reason R", "Mở lại lô đã chốt (giám sát) / reopen a closed batch",
		func(b stampdesk.Batch) bool { return b.IsClosed() },
		func(id stampdesk.BatchID, reason string, by stampdesk.Approval) stampdesk.Request {
			return stampdesk.ReopenBatch{Batch: id, Note: reason, By: by}
		})
}

func (a *app) batchReturnCommand() *cobra.Command {
	return a.turnCommand("return [BATCH]", "Ghi đã trả lô cho đơn vị / the batch went back to its unit",
		func(b stampdesk.Batch) bool { return b.State == stampdesk.BatchClosed },
		func(id stampdesk.BatchID, _ string, _ stampdesk.Approval) stampdesk.Request {
			return stampdesk.ReturnBatch{Batch: id}
		})
}

func (a *app) batchShowCommand() *cobra.Command {
	var batch string
	cmd := &cobra.Command{
		Use: "show [BATCH]", Short: "Cân đối của một lô / the balance of a batch", Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return a.withStore(ctx, func(s stampdesk.Store) error {
				id, err := a.findBatch(ctx, s, batchArg(batch, args), func(b stampdesk.Batch) bool { return !b.IsClosed() })
				if err != nil {
					return err
				}
				return a.showBatch(ctx, s, id)
			})
		},
	}
	cmd.Flags().StringVar(&batch, "batch", "", "mã lô / batch id")
	return cmd
}

func (a *app) batchListCommand() *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: "Mọi lô / all batches", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			ctx := cmd.Context()
			return a.withStore(ctx, func(s stampdesk.Store) error {
				var all []stampdesk.Balance
				err := s.View(ctx, func(s stampdesk.Snapshot) error {
					all = nil
					for b, err := range s.Batches() {
						if err != nil {
							return err
						}
						bal, err := stampdesk.Balanced(s, b.ID)
						if err != nil {
							return err
						}
						all = append(all, bal)
					}
					return nil
				})
				if err != nil {
					return err
				}
				for _, b := range all {
					if err := a.printBatchRow(b); err != nil {
						return err
					}
				}
				if len(all) == 0 && !a.flags.json {
					fmt.Fprintln(a.out, a.t.HintNoBatch)
				}
				return nil
			})
		},
	}
}

type batchJSON struct {
	ID       stampdesk.BatchID  `json:"id"`
	Unit     stampdesk.UnitCode `json:"unit"`
	UnitName string             `json:"unit_name"`
	Kind     string             `json:"kind"`
	State    string             `json:"state"`
	Opened   string             `json:"opened"`
	By       string             `json:"by,omitempty"`
	Count    int                `json:"count"`
	Decision *decisionJSON      `json:"decision,omitempty"`
	Lists    map[string]keyJSON `json:"lists"`
	Expected int                `json:"expected"`
	Seen     int                `json:"seen"`
	Stamped  int                `json:"stamped"`
	Held     int                `json:"held"`
	Refused  int                `json:"refused"`
	Damaged  int                `json:"damaged"`
	Missing  int                `json:"missing"`
	Extra    int                `json:"extra"`
	Missed   []string           `json:"missing_cards,omitempty"`
}

type decisionJSON struct {
	No     string `json:"no"`
	Date   string `json:"date"`
	Signer string `json:"signer,omitempty"`
}

func batchOf(b stampdesk.Balance) batchJSON {
	x := b.Batch
	j := batchJSON{
		ID: x.ID, Unit: x.Unit, UnitName: b.Unit.Name, Kind: x.Kind.String(), State: x.State.String(),
		Opened: stamp(x.Opened), By: x.By, Count: x.Count, Lists: map[string]keyJSON{},
		Expected: b.Expected, Seen: len(b.Seen), Missing: len(b.Missing), Extra: b.Extra,
		Stamped: len(b.In(stampdesk.InStamped)), Held: len(b.In(stampdesk.InHeld, stampdesk.InLost)),
		Refused: len(b.In(stampdesk.InRefused)), Damaged: len(b.In(stampdesk.InDamaged)),
	}
	if x.Decision.No != "" {
		j.Decision = &decisionJSON{x.Decision.No, x.Decision.Date.String(), x.Decision.Signer}
	}
	for f := stampdesk.FormStamp; f <= stampdesk.FormCardless; f++ {
		if x.Lists.Has(f) {
			j.Lists[fmt.Sprint(f)] = *keyOf(x.Lists.Of(f))
		}
	}
	return j
}

func (a *app) printBatchRow(b stampdesk.Balance) error {
	if a.flags.json {
		return a.printJSON(batchOf(b))
	}
	j := batchOf(b)
	state := stampdesk.WordsIn(a.conf.lang()).States[b.Batch.State]
	_, err := fmt.Fprintf(a.out, a.t.BatchRow, j.ID, j.Seen, j.Expected, j.Stamped, state, j.UnitName)
	return err
}

func (a *app) showBatch(ctx context.Context, s stampdesk.Store, id stampdesk.BatchID) error {
	var b stampdesk.Balance
	err := s.View(ctx, func(s stampdesk.Snapshot) error {
		batch, err := s.Batch(id)
		if err == nil && batch == nil {
			err = a.declined(stampdesk.Outcome{Refusal: stampdesk.UnknownBatch, About: string(id)})
		}
		if err == nil {
			b, err = stampdesk.Balanced(s, id)
		}
		return err
	})
	if err != nil {
		return err
	}
	j := batchOf(b)
	if a.flags.json {
		for _, it := range b.Missing {
			j.Missed = append(j.Missed, it.Card.Digits())
		}
		return a.printJSON(j)
	}
	state := stampdesk.WordsIn(a.conf.lang()).States[b.Batch.State]
	fmt.Fprintf(a.out, a.t.BatchHead, j.ID, j.UnitName, j.Unit, state)
	if j.Decision != nil {
		fmt.Fprintf(a.out, a.t.BatchDecision, j.Decision.No, j.Decision.Date, j.Decision.Signer)
	}
	fmt.Fprintf(a.out, a.t.BatchFigures, j.Count, j.Expected, j.Seen, j.Stamped, j.Held, j.Refused, j.Damaged, j.Missing, j.Extra)
	for _, it := range b.Missing {
		fmt.Fprintf(a.out, "    %s  %s  %s\n", it.Card, it.Name, it.Standing.Reason.Label(a.conf.lang()))
	}
	return nil
}
