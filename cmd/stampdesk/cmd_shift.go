package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/printer"
)

func (a *app) shiftCommand() *cobra.Command {
	var name string
	var counted int
	begin := &cobra.Command{
		Use: "begin", Short: "Bắt đầu ca, nhận khay giữ / begin a shift", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.turnShift(cmd, counted, func(n int) stampdesk.Request {
				return stampdesk.BeginShift{Name: note(name), Count: n}
			})
		},
	}
	begin.Flags().StringVar(&name, "name", "", "tên ca, ví dụ \"ca sáng\" / its name")
	begin.Flags().IntVar(&counted, "count", 0, "số thẻ trong khay giữ, đếm bằng tay / cards in the held tray by hand")
	var reason string
	end := &cobra.Command{
		Use: "end", Short: "Kết thúc ca, bàn giao khay giữ / end the shift", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.turnShift(cmd, counted, func(n int) stampdesk.Request {
				return stampdesk.EndShift{Count: n, Note: note(reason)}
			})
		},
	}
	end.Flags().IntVar(&counted, "count", 0, "số thẻ trong khay giữ, đếm bằng tay / cards in the held tray by hand")
	end.Flags().StringVar(&reason, "reason", "", "lý do / reason")
	var id uint32
	show := &cobra.Command{
		Use: "show", Short: "Ca đang làm hoặc ca cuối: ai, lúc nào, số liệu / the shift that is on, or the last", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.look(cmd.Context(), a.shiftReport(stampdesk.ShiftID(id)))
		},
	}
	show.Flags().Uint32Var(&id, "shift", 0, "ca số / which shift")
	return group("shift", "Ca làm việc / the shifts", begin, end, show)
}

// turnShift begins or ends a shift, and shows it.
func (a *app) turnShift(cmd *cobra.Command, counted int, request func(int) stampdesk.Request) error {
	if !cmd.Flags().Changed("count") {
		counted = -1
	} else if counted < 0 {
		return fail(exitUsage, "--count 0", "--count %d", counted)
	}
	ctx := cmd.Context()
	return a.withDesk(ctx, func(d *stampdesk.Desk) error {
		outs, err := a.do(ctx, d, request(counted))
		if err != nil {
			return err
		}
		return lookAt(ctx, d.Store, a.shiftReport(outs[0].Entry.Shift))
	})
}

type trayJSON struct {
	Recorded int  `json:"recorded"`
	Counted  *int `json:"counted,omitempty"`
}

// trayOf is the held tray as the beginning or the end of a shift found it.
func trayOf(e *stampdesk.Entry) trayJSON {
	t := trayJSON{}
	t.Recorded, _ = strconv.Atoi(e.Fact(stampdesk.FactHeld))
	if n, err := strconv.Atoi(e.Fact(stampdesk.FactCount)); err == nil {
		t.Counted = &n
	}
	return t
}

// shiftTold is a shift with all that a report of it names.
type shiftTold struct {
	stampdesk.Shift
	tally stampdesk.Tally
	held  []stampdesk.HeldCard // as they lie now
	head  stampdesk.Head
}

func (a *app) shiftReport(id stampdesk.ShiftID) func(stampdesk.Snapshot) (func() error, error) {
	desk := stampdesk.DeskID(a.conf.Desk.ID)
	return func(s stampdesk.Snapshot) (func() error, error) {
		var r shiftTold
		var err error
		if r.Shift, err = stampdesk.ShiftOf(s, desk, id); errors.Is(err, stampdesk.ErrNotFound) {
			return nil, a.declined(stampdesk.Outcome{Refusal: stampdesk.NoShift, About: shiftName(id)})
		} else if err != nil {
			return nil, err
		}
		r.tally, err = stampdesk.Count(s, stampdesk.Filter{Round: r.Begun.Round, Desk: desk, Shift: r.ID})
		if err != nil {
			return nil, err
		}
		if r.held, err = stampdesk.HeldCards(s); err != nil {
			return nil, err
		}
		r.head, err = s.Head(desk)
		return func() error { return a.showShift(r) }, err
	}
}

func shiftName(id stampdesk.ShiftID) string {
	if id == 0 {
		return ""
	}
	return strconv.Itoa(int(id))
}

func (a *app) showShift(r shiftTold) error {
	if a.flags.json {
		return a.printJSON(shiftJSON(r))
	}
	name := ""
	if n := r.Begun.Fact(stampdesk.FactName); n != "" {
		name = " · " + n
	}
	fmt.Fprintf(a.out, a.t.ShiftHead, r.ID, r.Desk, name)
	fmt.Fprintf(a.out, a.t.ShiftBegun, r.Begun.Operator, clock(r.Begun.At), r.Begun.Key)
	a.tellTray(&r.Begun)
	if e := r.Ended; e != nil {
		fmt.Fprintf(a.out, a.t.ShiftEnded, e.Operator, clock(e.At), e.Key)
		a.tellTray(e)
		if e.Note != "" {
			fmt.Fprintf(a.out, "  %s\n", e.Note)
		}
	}
	fmt.Fprint(a.out, a.tallyText(r.tally, printer.Scope{Desk: r.Desk, Shift: r.ID}))
	fmt.Fprintf(a.out, a.t.HeldTotal, len(r.held))
	for _, h := range r.held {
		fmt.Fprintf(a.out, "  %s\n", a.itemLine(h.Item))
	}
	_, err := fmt.Fprintf(a.out, a.t.JournalHead, r.head.Desk, r.head.Seq, r.head.Chain.Short())
	return err
}

// tellTray says how many cards lay in the held tray, and by how many the count
// by hand is off.
func (a *app) tellTray(e *stampdesk.Entry) {
	t := trayOf(e)
	if t.Counted == nil {
		fmt.Fprintf(a.out, a.t.TrayUncounted, t.Recorded)
		return
	}
	fmt.Fprintf(a.out, a.t.TrayCounted, t.Recorded, *t.Counted)
	switch off := *t.Counted - t.Recorded; {
	case off < 0:
		fmt.Fprintf(a.out, a.t.TrayShort, -off)
	case off > 0:
		fmt.Fprintf(a.out, a.t.TrayOver, off)
	}
}

func shiftJSON(r shiftTold) map[string]any {
	held := []heldJSON{}
	for _, h := range r.held {
		held = append(held, heldOf(h.Item))
	}
	j := map[string]any{
		"desk": r.Desk, "shift": r.ID, "name": r.Begun.Fact(stampdesk.FactName), "on": r.Ended == nil,
		"begun": entryOf(&r.Begun), "held_at_begin": trayOf(&r.Begun),
		"tally": tallyJSON(r.tally), "held": held, "head": headsJSON([]stampdesk.Head{r.head})[0],
	}
	if r.Ended != nil {
		t := trayOf(r.Ended)
		j["ended"], j["held_at_end"] = entryOf(r.Ended), t
		if t.Counted != nil {
			j["held_difference"] = *t.Counted - t.Recorded
		}
	}
	return j
}

// lastShift tells the shift that a document of a shift is about.
func (a *app) lastShift(ctx context.Context, s stampdesk.Store, id uint32) (sh stampdesk.Shift, err error) {
	err = s.View(ctx, func(s stampdesk.Snapshot) (err error) {
		sh, err = stampdesk.ShiftOf(s, stampdesk.DeskID(a.conf.Desk.ID), stampdesk.ShiftID(id))
		return err
	})
	if errors.Is(err, stampdesk.ErrNotFound) {
		err = a.declined(stampdesk.Outcome{Refusal: stampdesk.NoShift, About: shiftName(stampdesk.ShiftID(id))})
	}
	return sh, err
}
