package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/store/bolt"
)

func (a *app) checkCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Chứng minh dữ liệu khớp với sổ ghi / prove that the store is what its journal says",
		Args:  usage(cobra.NoArgs),
		RunE:  func(cmd *cobra.Command, _ []string) error { return a.check(cmd.Context()) },
	}
}

type checkJSON struct {
	OK       bool       `json:"ok"`
	Entries  int        `json:"entries"`
	Cards    int        `json:"cards"`
	Heads    []headJSON `json:"heads"`
	Problems []string   `json:"problems"`
}

// check proves the files first, each in a process of its own, because a
// damaged page can bring down the process that reads it; then the journal.
func (a *app) check(ctx context.Context) error {
	problems, err := a.checkFiles(ctx)
	if err != nil {
		return err
	}
	var audit stampdesk.Audit
	if len(problems) == 0 {
		bar := a.progress(a.t.Checking, 0)
		err = a.withStore(ctx, func(s stampdesk.Store) error {
			return s.View(ctx, func(s stampdesk.Snapshot) (err error) {
				audit, err = stampdesk.Prove(s, bar.set)
				return err
			})
		})
		bar.done()
		if errors.Is(err, stampdesk.ErrDamaged) || errors.Is(err, stampdesk.ErrNotFound) {
			audit.Problems, err = append(audit.Problems, err.Error()), nil
		}
		if err != nil {
			return err
		}
	}
	problems = append(problems, audit.Problems...)
	if a.flags.json {
		err = a.printJSON(checkJSON{len(problems) == 0, audit.Entries, audit.Cards, headsJSON(audit.Heads), append([]string{}, problems...)})
	} else {
		fmt.Fprintf(a.out, a.t.Checked, audit.Entries, audit.Cards)
		for _, h := range audit.Heads {
			fmt.Fprintf(a.out, "  %s: %d  %s\n", h.Desk, h.Seq, h.Chain.Short())
		}
		for _, p := range problems {
			fmt.Fprintf(a.out, "  ✘ %s\n", p)
		}
	}
	if err == nil && len(problems) > 0 {
		return fail(exitDamaged, a.t.HintDamaged, a.t.Damage, len(problems))
	}
	return err
}

// checkFiles checks the structure and the checksums of every file of the
// store, and gives what is wrong with them.
func (a *app) checkFiles(ctx context.Context) ([]string, error) {
	s, err := bolt.Open(a.conf.Data, bolt.Options{}) // busy, newer or not there: say that, not "damaged"
	switch {
	case err == nil:
		if err := s.Close(); err != nil {
			return nil, err
		}
	case !errors.Is(err, stampdesk.ErrDamaged):
		return nil, fmt.Errorf("%s %s: %w", a.t.OpeningStore, a.conf.Data, err)
	}
	files, err := filepath.Glob(filepath.Join(a.conf.Data, "*.db"))
	if err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("finding the program: %w", err)
	}
	var problems []string
	for _, f := range files {
		out, err := exec.CommandContext(ctx, self, "verify-file", f).CombinedOutput()
		if _, died := errors.AsType[*exec.ExitError](err); died {
			problems = append(problems, fmt.Sprintf("%s: %s", filepath.Base(f), firstLines(string(out), 5)))
		} else if err != nil {
			return nil, fmt.Errorf("checking %s: %w", f, err)
		}
	}
	return problems, nil
}

func firstLines(s string, n int) string {
	lines := strings.SplitN(strings.TrimSpace(s), "\n", n+1)
	return strings.Join(lines[:min(n, len(lines))], "; ")
}

// verifyFileCommand is the child process of check.
func (a *app) verifyFileCommand() *cobra.Command {
	return &cobra.Command{
		Use:    "verify-file FILE",
		Hidden: true,
		Args:   usage(cobra.ExactArgs(1)),
		RunE:   func(_ *cobra.Command, args []string) error { return bolt.CheckFile(args[0]) },
	}
}
