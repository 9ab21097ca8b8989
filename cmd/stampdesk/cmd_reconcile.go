package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"stampdesk"
)

type differenceJSON struct {
	Kind     stampdesk.DifferenceKind `json:"kind"`
	Card     string                   `json:"card,omitempty"`
	Unit     stampdesk.UnitCode       `json:"unit"`
	Name     string                   `json:"name,omitempty"`
	Cell     string                   `json:"cell,omitempty"`
	Form     stampdesk.Form           `json:"form,omitempty"`
	Figure   string                   `json:"figure,omitempty"`
	Declared int                      `json:"declared"`
	Found    int                      `json:"found"`
	By       string                   `json:"by"`
	Note     string                   `json:"note,omitempty"`
}

func (a *app) reconcileCommand() *cobra.Command {
	var batch string
	cmd := &cobra.Command{
		Use: "reconcile [BATCH]", Short: "Thẩm định: đối chiếu mẫu 6, mẫu 2–5, danh sách đảng viên / declared, listed and counted compared",
		Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withStore(cmd.Context(), func(s stampdesk.Store) error {
				id, err := a.findBatch(cmd.Context(), s, batchArg(batch, args), func(b stampdesk.Batch) bool { return !b.IsClosed() })
				if err != nil {
					return err
				}
				return lookAt(cmd.Context(), s, func(s stampdesk.Snapshot) (func() error, error) {
					all, err := stampdesk.Appraise(s, id)
					if errors.Is(err, stampdesk.ErrNotFound) {
						err = a.declined(stampdesk.Outcome{Refusal: stampdesk.UnknownBatch, About: string(id)})
					}
					return func() error { return a.showDifferences(id, all) }, err
				})
			})
		},
	}
	cmd.Flags().StringVar(&batch, "batch", "", "mã lô / batch id")
	return cmd
}

func (a *app) showDifferences(id stampdesk.BatchID, all []stampdesk.Difference) error {
	if a.flags.json {
		out := []differenceJSON{}
		for _, d := range all {
			j := differenceJSON{d.Kind, "", d.Unit, d.Name, d.Cell, d.Form, d.Figure, d.Declared, d.Found, d.By, d.Note}
			if d.Card != 0 {
				j.Card = d.Card.Digits()
			}
			out = append(out, j)
		}
		return a.printJSON(map[string]any{"ok": len(all) == 0, "batch": id, "differences": out})
	}
	for _, d := range all {
		fmt.Fprintln(a.out, a.differenceSentence(d))
	}
	if len(all) == 0 {
		_, err := fmt.Fprintf(a.out, a.t.NoDifferences, id)
		return err
	}
	_, err := fmt.Fprintf(a.out, a.t.Differences, id, len(all))
	return err
}

// differenceSentence names one difference, down to the member.
func (a *app) differenceSentence(d stampdesk.Difference) string {
	l := a.conf.lang()
	who := d.Card.String()
	if d.Card == 0 {
		who = ""
	}
	for _, s := range []string{d.Name, d.Cell} {
		if s != "" {
			who = strings.TrimPrefix(who+", "+s, ", ")
		}
	}
	switch d.Kind {
	case stampdesk.ListedUnknown:
		return fmt.Sprintf(a.t.DiffUnknown, d.Form, who)
	case stampdesk.ListedElsewhere:
		return fmt.Sprintf(a.t.DiffElsewhere, d.Form, who, d.Note, d.Unit)
	case stampdesk.ListedDeparted:
		return fmt.Sprintf(a.t.DiffDeparted, d.Form, who, stampdesk.Reason(d.Note).Sentence(l))
	case stampdesk.ListedTwice:
		return fmt.Sprintf(a.t.DiffTwice, d.Form, who, d.Found)
	case stampdesk.ListedVoid:
		return fmt.Sprintf(a.t.DiffReplaced, d.Form, who, d.Note)
	case stampdesk.NotOnAnyList:
		return fmt.Sprintf(a.t.DiffNotListed, who)
	case stampdesk.NameDiffers:
		return fmt.Sprintf(a.t.DiffName, d.Form, d.Card, d.Note, d.Name)
	case stampdesk.HasCard:
		return fmt.Sprintf(a.t.DiffHasCard, d.Form, d.Name, d.Cell, d.Card)
	case stampdesk.FigureDiffers:
		return fmt.Sprintf(a.t.DiffFigure, a.t.figure(d.Figure), d.Declared, a.side(d.By), d.Found)
	case stampdesk.SumDiffers:
		return fmt.Sprintf(a.t.DiffSum, a.t.figure(d.Figure), d.Declared, d.Found)
	case stampdesk.CountDiffers:
		return fmt.Sprintf(a.t.DiffCount, d.Found, d.Declared)
	}
	return fmt.Sprintf("%s: %s %d, %s %d", d.Kind, who, d.Declared, d.By, d.Found)
}

// side names what a declared figure was compared with.
func (a *app) side(by string) string {
	if form, ok := strings.CutPrefix(by, "list "); ok {
		return fmt.Sprintf(a.t.SideList, form)
	}
	return a.t.SideRoster
}

// figure names a figure of form 6.
func (t *texts) figure(name string) string {
	for i, key := range stampdesk.DeclaredKeys {
		if key == name {
			return strings.Split(t.Figures, "|")[i]
		}
	}
	return name
}
