package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/store/bolt"
)

func (a *app) restoreCommand() *cobra.Command {
	return &cobra.Command{
		Use: "restore FILE", Short: "Phục hồi từ bản sao lưu, sau khi kiểm tra / put a backup back, after a check",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.restore(cmd.Context(), args[0])
		},
	}
}

// restore unpacks, proves, signs in and records, all in a directory that is no
// store yet; only then is it given its place.
func (a *app) restore(ctx context.Context, file string) (err error) {
	f, err := a.open(file)
	if err != nil {
		return fail(exitUsage, "", "%w", err)
	}
	defer f.Close()
	staged, err := a.unpack(ctx, f)
	if err != nil {
		return a.notRestored(err, file)
	}
	defer func() { err = errors.Join(err, staged.Discard()) }()

	there := *a
	there.conf.Data = staged.Dir
	var id stampdesk.Identity
	if err := there.proveBackup(ctx, staged); err != nil {
		return a.notRestored(err, file)
	}
	err = there.withDesk(ctx, func(d *stampdesk.Desk) error {
		if err := there.supervisorOnly(d); err != nil {
			return err
		}
		if _, err := there.do(ctx, d, stampdesk.Restore{File: staged.File, Made: staged.Manifest.At}); err != nil {
			return err
		}
		return d.Store.View(ctx, func(s stampdesk.Snapshot) (err error) {
			id, err = s.Identity()
			return err
		})
	})
	if err != nil {
		return err
	}
	if err := staged.Publish(); err != nil {
		return a.notRestored(err, file)
	}
	m := &staged.Manifest
	if a.flags.json {
		return a.printJSON(map[string]any{
			"data": a.conf.Data, "file": file, "sha256": staged.File.String(), "at": stamp(m.At),
			"store": m.Store, "epoch": id.Epoch, "entries": m.Entries(),
		})
	}
	fmt.Fprintf(a.out, a.t.Restored, a.conf.Data, localTime(m.At), m.Entries(), id.Epoch)
	return nil
}

func (a *app) unpack(ctx context.Context, f *os.File) (*bolt.Staged, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, fail(exitUsage, "", a.t.NotAFile, f.Name())
	}
	bar := a.progress(a.t.Unpacking, int(info.Size()>>20))
	defer bar.done()
	return bolt.Unpack(ctx, f, a.conf.Data, func(done int64) { bar.set(int(done >> 20)) })
}

// proveBackup proves what was unpacked as check proves a store, and that it is
// what the manifest describes.
func (a *app) proveBackup(ctx context.Context, staged *bolt.Staged) error {
	audit, err := a.prove(ctx)
	if err != nil {
		return err
	}
	if len(audit.Problems) > 0 {
		for _, p := range audit.Problems {
			fmt.Fprintf(a.err, "  ✘ %s\n", p)
		}
		return bolt.ErrDamagedBackup
	}
	var id stampdesk.Identity
	err = a.withStore(ctx, func(s stampdesk.Store) error {
		return s.View(ctx, func(s stampdesk.Snapshot) (err error) {
			id, err = s.Identity()
			return err
		})
	})
	if err == nil && !staged.Manifest.Describes(id, audit.Heads) {
		err = fmt.Errorf("%w: %s", bolt.ErrDamagedBackup, a.t.BackupDiffers)
	}
	return err
}

// notRestored finds the words for a backup that cannot be restored.
func (a *app) notRestored(err error, file string) error {
	switch {
	case errors.Is(err, stampdesk.ErrStoreExists):
		return fail(exitFailed, fmt.Sprintf(a.t.HintMoveAway, a.conf.Data), a.t.RestoreOver, a.conf.Data)
	case errors.Is(err, bolt.ErrNotBackup):
		return fail(exitBadRows, a.t.HintNotBackup, a.t.NotBackup, file)
	case errors.Is(err, bolt.ErrNewerBackup), errors.Is(err, stampdesk.ErrNewerStore):
		return fail(exitBadRows, a.t.HintNewerBackup, a.t.NewerBackup+" (%w)", file, err)
	case errors.Is(err, bolt.ErrDamagedBackup), errors.Is(err, stampdesk.ErrDamaged):
		return fail(exitDamaged, a.t.HintDamagedBackup, a.t.DamagedBackup+" (%w)", file, err)
	}
	return err
}
