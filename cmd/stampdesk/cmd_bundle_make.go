package main

import (
	"bufio"
	"context"
	"crypto/sha256"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/store/bundle"
)

func (a *app) bundleMakeCommand() *cobra.Command {
	var out, to string
	var force bool
	cmd := &cobra.Command{
		Use: "make --out FILE.goi [--to NAME]", Short: "Lập gói kết quả để gửi lên (giám sát) / the result as a file to send up",
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if out == "" {
				return fail(exitUsage, "--out ketqua.goi", "%s", a.t.NoBundleOut)
			}
			if cmd.Flags().Changed("to") && strings.TrimSpace(to) == "" { // not what was meant: everybody could read it
				return fail(exitUsage, "stampdesk bundle partners", a.t.NoPartner, to)
			}
			return a.withDesk(cmd.Context(), func(d *stampdesk.Desk) error {
				return a.makeBundle(cmd.Context(), d, out, to, force)
			})
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "TỆP.goi")
	cmd.Flags().StringVar(&to, "to", "", "chỉ nơi này đọc được / encrypted for this partner; none: signed only")
	cmd.Flags().BoolVar(&force, "force", false, "ghi đè tệp đã có / write over a file that is there")
	return cmd
}

func (a *app) makeBundle(ctx context.Context, d *stampdesk.Desk, out, to string, force bool) error {
	if err := a.mayWriteBackup(a.path(out), force); err != nil { // beside the data is no place for it either
		return err
	}
	if _, err := a.namedBoard(ctx, d.Store); err != nil {
		return err
	}
	recipient, err := a.recipient(ctx, d.Store, to)
	if err != nil {
		return err
	}
	k, err := a.ownKey(ctx, d)
	if err != nil {
		return err
	}
	var r *stampdesk.BoardResult
	var b []byte
	err = a.meanwhile(a.t.MakingBundle, func() error {
		made, files, err := a.roundResult(ctx, d)
		if err != nil {
			return err
		}
		r = made
		b, err = bundle.Make(k, recipient, r, files...)
		return err
	})
	if err != nil {
		return fmt.Errorf("%s: %w", a.t.MakingBundle, err)
	}
	q := stampdesk.SendResult{File: sha256.Sum256(b)}
	if recipient != nil {
		q.To = recipient.Board
	}
	err = a.saveBundle(out, force, b, func() error { // on record before it has its name, for then it may be sent
		_, err := a.approved(ctx, d, func(by stampdesk.Approval) stampdesk.Request {
			q.By = by
			return q
		})
		return err
	})
	if err != nil {
		return err
	}
	return a.tellMade(out, b, r, recipient)
}

// saveBundle makes the file; first is done when its bytes are written.
func (a *app) saveBundle(out string, force bool, b []byte, first func() error) error {
	return a.writeNew(out, force, func(w *bufio.Writer) error {
		if _, err := w.Write(b); err != nil {
			return err
		}
		if err := w.Flush(); err != nil {
			return err
		}
		return first()
	})
}

// recipient is the partner for whom a bundle is; nil where nobody is named.
func (a *app) recipient(ctx context.Context, s stampdesk.Store, name string) (*bundle.Card, error) {
	if name == "" {
		return nil, nil
	}
	p, _, err := a.partners(ctx, s)
	if err != nil {
		return nil, err
	}
	at := p.named(name)
	if at < 0 {
		return nil, a.noPartner(p, name)
	}
	return &p.cards[at], nil
}

func (a *app) tellMade(out string, b []byte, r *stampdesk.BoardResult, to *bundle.Card) error {
	name := ""
	if to != nil {
		name = to.Board
	}
	if a.flags.json {
		return a.printJSON(map[string]any{
			"file": out, "bytes": len(b), "sha256": stampdesk.Hash(sha256.Sum256(b)).String(), "to": name,
			"made": stamp(r.Made), "sources": len(r.Sources),
		})
	}
	fmt.Fprintf(a.out, a.t.BundleMade, out, a.count(len(b)), r.Board.Title(), a.count(r.Tally.Stamped), a.count(r.Tally.WithCard))
	if to == nil {
		_, err := fmt.Fprint(a.out, a.t.BundleForAll)
		return err
	}
	_, err := fmt.Fprintf(a.out, a.t.BundleFor, name)
	return err
}
