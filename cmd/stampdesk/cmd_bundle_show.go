package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/store/bundle"
)

func (a *app) bundleShowCommand() *cobra.Command {
	return &cobra.Command{
		Use: "show FILE", Short: "Trong gói có gì, của ai / what a bundle says, and who signed it", Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, file := cmd.Context(), args[0]
			err := a.withStore(ctx, func(s stampdesk.Store) error {
				ring, err := a.keyring(ctx, s)
				if err != nil {
					return err
				}
				return a.showBundle(ctx, s, file, ring)
			})
			if errors.Is(err, stampdesk.ErrNoStore) { // whoever has one may look at it
				return a.showBundle(ctx, nil, file, bundle.Keyring{})
			}
			return err
		},
	}
}

// difference of a bundle's round, or its conventions, from ours.
type bundleDiff struct {
	What   string `json:"what"`
	Ours   string `json:"ours"`
	Theirs string `json:"theirs"`
}

// unlikeOurs names what the figures of a result were counted by otherwise than
// here.
func unlikeOurs(ours, theirs *stampdesk.BoardResult) (all []bundleDiff) {
	ways := func(r *stampdesk.BoardResult) [][2]string {
		n, o := r.Round, r.Shares
		if o.Base == "" {
			o.Base = "with_card"
		}
		if o.Rounding == "" {
			o.Rounding = stampdesk.RoundRemainder
		}
		return [][2]string{
			{"round", fmt.Sprint(n.Ordinal)}, {"box", fmt.Sprint(n.Box)},
			{"window", n.From.String() + "–" + n.To.String()}, {"list_date", n.ListDate.String()},
			{"stat_date", n.StatDate.String()}, {"base", o.Base}, {"rounding", string(o.Rounding)},
			{"decimals", fmt.Sprint(o.Of(1)[0].Decimals)}, {"late_holds", fmt.Sprint(r.LateHolds)},
		}
	}
	mine := ways(ours)
	for i, w := range ways(theirs) {
		if mine[i] != w {
			all = append(all, bundleDiff{w[0], mine[i][1], w[1]})
		}
	}
	return all
}

// ourWays are the dates and the conventions of this board, as a result has them.
func (a *app) ourWays(ctx context.Context, s stampdesk.Store) (r *stampdesk.BoardResult, err error) {
	err = s.View(ctx, func(s stampdesk.Snapshot) error {
		setup, err := s.Setup()
		if err != nil {
			return err
		}
		own, err := s.File(stampdesk.ReportFile)
		if err != nil {
			return err
		}
		outline, err := a.outlineInForce(own)
		if err != nil {
			return err
		}
		r = &stampdesk.BoardResult{Round: setup.Round, Shares: outline.Shares, LateHolds: setup.Rules.LateHolds}
		return nil
	})
	return r, err
}

// showBundle tells of a bundle; without a store nobody is trusted.
func (a *app) showBundle(ctx context.Context, s stampdesk.Store, file string, ring bundle.Keyring) error {
	b, size, err := a.readBundle(file, ring)
	if err != nil {
		return err
	}
	var differs []bundleDiff
	if s != nil {
		ours, err := a.ourWays(ctx, s)
		if err != nil {
			return err
		}
		differs = unlikeOurs(ours, b.Result)
	}
	if a.flags.json {
		return a.printJSON(bundleJSON(file, size, b, differs))
	}
	fmt.Fprintf(a.out, a.t.BundleHead, file, a.count(size))
	fmt.Fprintln(a.out, a.signedBy(b))
	if b.ForAll {
		fmt.Fprint(a.out, a.t.BundleForAll)
	} else {
		fmt.Fprint(a.out, a.t.BundleSealed)
	}
	a.tellResult(b.Result)
	for _, h := range b.Result.Tally.Heads {
		fmt.Fprintf(a.out, a.t.BundleJournal, h.Desk, a.count(int(h.Seq)), h.Chain.Short())
	}
	for _, f := range b.Files {
		fmt.Fprintf(a.out, a.t.BundleFile, f.Name, a.count(len(f.Body)))
	}
	for _, d := range differs {
		fmt.Fprintf(a.out, a.t.BundleDiffers, a.way(d.What), d.Ours, d.Theirs)
	}
	return nil
}

func (a *app) signedBy(b *bundle.Bundle) string {
	switch {
	case b.Own:
		return a.t.SignedByUs
	case b.Signer != nil:
		return fmt.Sprintf(a.t.SignedBy, b.Signer.Board)
	}
	return a.t.SignedByStranger
}

// way is the name of a date or a convention.
func (a *app) way(what string) string {
	return map[string]string{
		"round": a.t.WayRound, "box": a.t.WayBox, "window": a.t.WayWindow, "list_date": a.t.WayListDate, "stat_date": a.t.WayStatDate,
		"base": a.t.WayBase, "rounding": a.t.WayRounding, "decimals": a.t.WayDecimals, "late_holds": a.t.WayLate,
	}[what]
}

// tellResult writes the figures of a result.
func (a *app) tellResult(r *stampdesk.BoardResult) {
	t := &r.Tally
	fmt.Fprintf(a.out, a.t.ResultHead, r.Board.Title(), r.Round.Ordinal, localTime(r.Made), r.By)
	fmt.Fprintf(a.out, a.t.ResultFigures, a.count(t.Members()), a.count(t.Official), a.count(t.Probationary),
		a.count(t.WithCard), a.count(t.Stamped), a.count(t.NotStamped()), a.count(t.Damaged), a.count(t.Lost), a.count(t.Uncollected))
	if n := t.Guests.Seen(); n > 0 {
		fmt.Fprintf(a.out, a.t.ResultGuests, a.count(n))
	}
	for _, s := range r.Sources {
		fmt.Fprintf(a.out, a.t.ResultSource, s.Board, localTime(s.Made))
	}
}

func resultJSON(r *stampdesk.BoardResult) map[string]any {
	sources := []map[string]any{}
	for _, s := range r.Sources {
		sources = append(sources, map[string]any{"board": s.Board, "store": fmt.Sprintf("%x", s.Store), "made": stamp(s.Made)})
	}
	return map[string]any{
		"board": r.Board.Title(), "store": fmt.Sprintf("%x", r.Store), "epoch": r.Epoch, "round": r.Round.Ordinal,
		"made": stamp(r.Made), "by": r.By, "tally": tallyJSON(r.Tally), "sources": sources,
		"units": len(r.Units), "done": r.Counts.Done,
	}
}

func bundleJSON(file string, size int, b *bundle.Bundle, differs []bundleDiff) map[string]any {
	j := resultJSON(b.Result)
	signer, files := "", []map[string]any{}
	if b.Signer != nil {
		signer = b.Signer.Board
	}
	for _, f := range b.Files {
		files = append(files, map[string]any{"name": f.Name, "bytes": len(f.Body)})
	}
	if differs == nil {
		differs = []bundleDiff{}
	}
	j["file"], j["bytes"], j["sha256"], j["files"] = file, size, b.Hash.String(), files
	j["signer"], j["trusted"], j["own"] = signer, b.Signer != nil, b.Own
	j["encrypted"], j["for_all"], j["differs"] = b.Encrypted, b.ForAll, differs
	return j
}
