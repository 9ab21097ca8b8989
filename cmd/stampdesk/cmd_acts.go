package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"

	"stampdesk"
)

// The acts of the desk without the screen, through the same requests.

func (a *app) stampCommand() *cobra.Command {
	var set, batch string
	var relaminated bool
	cmd := &cobra.Command{
		Use: "stamp N", Short: "Ghi đã đóng dấu một thẻ / record a stamp", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.onCard(cmd.Context(), args[0], batch, func(d *stampdesk.Desk, card stampdesk.CardNumber) error {
				boxes, err := a.boxSet(set)
				if err != nil {
					return err
				}
				return a.stamp(cmd.Context(), d, card, boxes, relaminated)
			})
		},
	}
	cmd.Flags().StringVar(&set, "boxes", "", "các ô, ví dụ 3,4 / the boxes")
	cmd.Flags().BoolVar(&relaminated, "relaminated", false, "đã ép lại / was re-laminated")
	cmd.Flags().StringVar(&batch, "batch", "", "mã lô / batch id")
	return cmd
}

// stamp records that the stamp is on the card, in one act.
func (a *app) stamp(ctx context.Context, d *stampdesk.Desk, card stampdesk.CardNumber, boxes stampdesk.BoxSet, relaminated bool) error {
	outs, err := a.do(ctx, d, stampdesk.Scan{
		Raw: card.Digits(), At: a.now(), From: stampdesk.FromKeyboard,
		AtOnce: &stampdesk.Confirm{Card: card, Boxes: boxes, Relaminated: relaminated},
	})
	if err != nil {
		return err
	}
	o := outs[len(outs)-1]
	stamped := o.Result == stampdesk.Recorded && o.Entry.Act == stampdesk.ActStamped
	if stamped {
		o.Verdict.Boxes = o.Entry.Boxes
	}
	if err := a.printVerdict(card.Digits(), "", o); err != nil || stamped {
		return err
	}
	return fail(exitFailed, "", "%s", a.t.NotStamped)
}

func (a *app) asideCommand(name string, act stampdesk.Act) *cobra.Command {
	var reason, batch string
	short := "Giữ lại một thẻ / keep a card aside"
	if act == stampdesk.ActRefused {
		short = "Không đóng dấu, trả lại / do not stamp, give back"
	}
	cmd := &cobra.Command{
		Use: name + " N --reason R", Short: short, Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.onCard(cmd.Context(), args[0], batch, func(d *stampdesk.Desk, card stampdesk.CardNumber) error {
				r, note, err := a.reason(reason)
				if err != nil {
					return err
				}
				outs, err := a.do(cmd.Context(), d, stampdesk.SetAside{Card: card, Act: act, Reason: r, Note: note})
				if err != nil {
					return err
				}
				return a.printVerdict(card.Digits(), "", outs[0])
			})
		},
	}
	cmd.Flags().StringVar(&reason, "reason", "", "mã lý do hoặc lời / reason code or text")
	cmd.Flags().StringVar(&batch, "batch", "", "mã lô / batch id")
	return cmd
}

func (a *app) voidCommand() *cobra.Command {
	var reason string
	var inked bool
	cmd := &cobra.Command{
		Use: "void N --reason R", Short: "Hủy lần ghi còn hiệu lực của thẻ / undo what stands for a card", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			return a.withDesk(ctx, func(d *stampdesk.Desk) error {
				card, err := a.card(args[0])
				if err != nil {
					return err
				}
				r, note, err := a.reason(reason)
				if err != nil {
					return err
				}
				o, err := a.approved(ctx, d, func(by stampdesk.Approval) stampdesk.Request {
					return stampdesk.Void{Card: card, Reason: r, Note: note, Inked: inked, By: by}
				})
				if err != nil {
					return err
				}
				if a.flags.json {
					return a.printJSON(entryOf(o.Entry))
				}
				fmt.Fprintf(a.out, a.t.Voided, card, o.Entry.Ref, o.Entry.Key)
				return nil
			})
		},
	}
	cmd.Flags().StringVar(&reason, "reason", "", "mã lý do hoặc lời / reason code or text")
	cmd.Flags().BoolVar(&inked, "inked", false, "mực dấu đã lên thẻ: thẻ hỏng / the ink is on the card: spoiled")
	return cmd
}

// onCard signs in, reads the number and takes the batch in hand.
func (a *app) onCard(ctx context.Context, number, batch string, fn func(*stampdesk.Desk, stampdesk.CardNumber) error) error {
	return a.withDesk(ctx, func(d *stampdesk.Desk) error {
		card, err := a.card(number)
		if err != nil {
			return err
		}
		if _, err := a.takeBatch(ctx, d, batch); err != nil {
			return err
		}
		return fn(d, card)
	})
}

// card reads the number of a card.
func (a *app) card(number string) (stampdesk.CardNumber, error) {
	card, err := stampdesk.ParseCard(number)
	if ce, bad := errors.AsType[*stampdesk.CardError](err); bad {
		return 0, fail(exitUsage, "", "%q: %s", number, stampdesk.WordsIn(a.conf.lang()).Faults[ce.Fault])
	}
	return card, err
}

// reason reads a reason as people give it.
func (a *app) reason(text string) (stampdesk.Reason, string, error) {
	text = norm.NFC.String(strings.TrimSpace(text))
	if text == "" {
		return "", "", a.declined(stampdesk.Outcome{Refusal: stampdesk.NeedReason})
	}
	r, note := stampdesk.ParseReason(text)
	return r, note, nil
}
