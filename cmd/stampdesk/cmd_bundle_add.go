package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/store/bundle"
)

func (a *app) bundleAddCommand() *cobra.Command {
	var dryRun, restored bool
	cmd := &cobra.Command{
		Use: "add FILE…", Short: "Nhận kết quả của cấp dưới (giám sát) / take in what boards below sent", Args: usage(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			if dryRun {
				return a.withStore(ctx, func(s stampdesk.Store) error { return a.tryBundles(ctx, s, args, restored) })
			}
			return a.withDesk(ctx, func(d *stampdesk.Desk) error { return a.addBundles(ctx, d, args, restored) })
		},
	}
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "chỉ xem thử / change nothing")
	cmd.Flags().BoolVar(&restored, "restored", false,
		"nơi gửi đã khôi phục từ bản sao lưu, đã hỏi lại / the sender restored a backup, and was asked")
	return cmd
}

// addBundles takes in each file by itself: one that is refused keeps no other
// out.
func (a *app) addBundles(ctx context.Context, d *stampdesk.Desk, files []string, restored bool) error {
	ring, err := a.keyring(ctx, d.Store)
	if err != nil {
		return err
	}
	return a.eachBundle(files, ring, func(b *bundle.Bundle) error {
		_, err := a.approved(ctx, d, func(by stampdesk.Approval) stampdesk.Request {
			return stampdesk.AddResult{Result: b.Result, File: b.Hash, Signer: b.Signer.Board, Restored: restored, By: by}
		})
		return err
	}, a.t.BundleAdded)
}

// tryBundles says what addBundles would do.
func (a *app) tryBundles(ctx context.Context, s stampdesk.Store, files []string, restored bool) error {
	ring, err := a.keyring(ctx, s)
	if err != nil {
		return err
	}
	var before []*stampdesk.BoardResult
	return a.eachBundle(files, ring, func(b *bundle.Bundle) error {
		var no stampdesk.Refusal
		var about string
		err := s.View(ctx, func(s stampdesk.Snapshot) (err error) {
			no, about, err = stampdesk.AdmitResult(s, b.Result, restored, before...)
			return err
		})
		if err == nil && no != "" {
			err = a.declined(stampdesk.Outcome{Refusal: no, About: about})
		}
		if err == nil {
			before = append(before, b.Result)
		}
		return err
	}, a.t.BundleFits)
}

// eachBundle reads the files one after the other and tells what became of each.
// One that is refused keeps no other out.
func (a *app) eachBundle(files []string, ring bundle.Keyring, take func(*bundle.Bundle) error, done string) error {
	out := 0
	for _, file := range files {
		b, _, err := a.readBundle(file, ring)
		if err == nil {
			err = a.trustedBundle(file, b)
		}
		if err == nil {
			err = take(b)
		}
		switch {
		case err == nil:
			err = a.tellTaken(file, b, done)
		case isInput(err) && a.flags.json:
			err = errors.Join(err, a.printJSON(map[string]any{"file": file, "ok": false, "error": err.Error(), "refusal": refusedFor(err)}))
		}
		if err == nil {
			continue
		}
		if !isInput(err) || len(files) == 1 { // the machine's, or nobody may
			return err
		}
		report(a.err, err, a.t)
		out++
	}
	if out > 0 {
		return fail(exitBadRows, "", a.t.BundlesRefused, out, len(files))
	}
	return nil
}

func (a *app) tellTaken(file string, b *bundle.Bundle, done string) error {
	if a.flags.json {
		j := resultJSON(b.Result)
		j["file"], j["ok"] = file, true
		return a.printJSON(j)
	}
	fmt.Fprintf(a.out, done, file, b.Signer.Board)
	a.tellResult(b.Result)
	return nil
}
