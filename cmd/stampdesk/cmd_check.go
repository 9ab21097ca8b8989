package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

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

// check says whether the store is proven.
func (a *app) check(ctx context.Context) error {
	audit, err := a.prove(ctx)
	if err != nil {
		return err
	}
	problems := audit.Problems
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
		if len(problems) == 0 {
			fmt.Fprint(a.out, a.t.ProvenOK)
		}
	}
	if err == nil && len(problems) > 0 {
		return fail(exitDamaged, a.t.HintDamaged, a.t.Damage, len(problems))
	}
	return err
}

// prove proves the files of the store first, each in a process of its own,
// because a damaged page can bring down the process that reads it; then the
// journal.
func (a *app) prove(ctx context.Context) (stampdesk.Audit, error) {
	var audit stampdesk.Audit
	problems, err := a.checkFiles(ctx)
	if err != nil || len(problems) > 0 {
		audit.Problems = problems
		return audit, err
	}
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
	return audit, err
}

// fileTime is how long the check of one file may take before it counts as
// damaged: the largest of provinces takes seconds.
const fileTime = 5 * time.Minute

// checkFiles checks the structure and the checksums of every file of the
// store, and gives what is wrong with them. Nothing of the store is opened
// here before: what a damaged file does to a process is the child's affair.
func (a *app) checkFiles(ctx context.Context) ([]string, error) {
	entries, err := os.ReadDir(a.conf.Data)
	if err != nil && !errors.Is(err, fs.ErrNotExist) { // where there is nothing, opening it says so
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, fmt.Errorf("finding the program: %w", err)
	}
	var problems []string
	for _, e := range entries {
		f := filepath.Join(a.conf.Data, e.Name())
		if !bolt.IsFile(e.Name()) {
			continue
		}
		child, cancel := context.WithTimeout(ctx, fileTime)
		out, err := exec.CommandContext(child, self, "verify-file", "--lang", a.conf.Lang, "--", f).CombinedOutput()
		cancel()
		died, ended := errors.AsType[*exec.ExitError](err)
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case err == nil:
		case !ended:
			return nil, fmt.Errorf("checking %s: %w", f, err)
		case died.ExitCode() == exitBusy:
			return nil, fmt.Errorf("%s: %w", a.conf.Data, stampdesk.ErrStoreBusy)
		case died.ExitCode() == exitFailed:
			return nil, fail(exitFailed, "", "%s", strings.TrimPrefix(firstLines(string(out), 5), "stampdesk: "))
		default: // it found damage, or died of it
			lines := 5
			if strings.Contains(string(out), "goroutine ") { // it died of the damage: the rest is its trace
				lines = 1
			}
			problems = append(problems, fmt.Sprintf("%s: %s", e.Name(), firstLines(string(out), lines)))
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
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { // the parent read the configuration
			if a.host != nil {
				return a.host.serves(cmd)
			}
			if l, err := stampdesk.ParseLang(a.flags.lang); err == nil {
				a.t = textsIn(l)
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return bolt.CheckFile(args[0]) },
	}
}
