package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"stampdesk"
	"stampdesk/store/bolt"
)

func (a *app) backupCommand() *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use: "backup FILE", Short: "Sao lưu dữ liệu, cả khi bàn đang làm việc / copy the store, also while the desk works",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withDesk(cmd.Context(), func(d *stampdesk.Desk) error {
				return a.backup(cmd.Context(), d, a.path(args[0]), force)
			})
		},
	}
	cmd.Flags().BoolVar(&force, "force", false, "ghi đè tệp đã có / write over a file that is there")
	return cmd
}

type backupJSON struct {
	File   string     `json:"file"`
	Bytes  int64      `json:"bytes"`
	SHA256 string     `json:"sha256"`
	At     string     `json:"at"`
	Store  string     `json:"store"`
	Epoch  uint32     `json:"epoch"`
	Heads  []headJSON `json:"heads"`
}

// backup takes all data out of the house, so somebody must be there who did
// it: the manifest names them. The journal does not; a backup must also be
// possible where nothing can be written to the store any more.
func (a *app) backup(ctx context.Context, d *stampdesk.Desk, file string, force bool) error {
	archive, ok := d.Store.(bolt.Archive)
	if !ok {
		return errNoArchive
	}
	if err := a.mayWriteBackup(file, force); err != nil {
		return err
	}
	var m bolt.Manifest
	var sum stampdesk.Hash
	var size int64
	bar := a.progress(a.t.BackingUp, 0)
	origin := bolt.Origin{Program: version, By: d.Person(), At: a.now()}
	err := saveNew(file, force, func(f *os.File) (err error) {
		w := bufio.NewWriterSize(f, 1<<20)
		m, err = archive.Backup(ctx, w, origin, func(done, total int64) {
			bar.total = int(total >> 20)
			bar.set(int(done >> 20))
		})
		if err == nil {
			err = w.Flush()
		}
		if err == nil { // it is a backup only if it can be read
			_, err = f.Seek(0, io.SeekStart)
		}
		if err == nil {
			_, sum, err = bolt.ReadBackup(ctx, f, nil, func(done int64) { size = done })
		}
		return err
	})
	bar.done()
	if errors.Is(err, fs.ErrExist) {
		return fail(exitUsage, a.t.HintForce, a.t.FileExists, file)
	}
	if err != nil {
		return err
	}
	if a.flags.json {
		fmt.Fprint(a.err, a.t.Confidential)
		heads := make([]headJSON, 0, len(m.Heads))
		for _, h := range m.Heads {
			heads = append(heads, headJSON{h.Desk, h.Seq, h.Chain})
		}
		return a.printJSON(backupJSON{file, size, sum.String(), stamp(m.At), m.Store, m.Epoch, heads})
	}
	fmt.Fprintf(a.out, a.t.BackupMade, m.Entries(), file, float64(size)/(1<<20), sum)
	fmt.Fprint(a.out, a.t.Confidential)
	return nil
}

// mayWriteBackup refuses a name that a backup should not have.
func (a *app) mayWriteBackup(file string, force bool) error {
	if a.sameFile(filepath.Dir(file), a.conf.Data) {
		return fail(exitUsage, a.t.HintInDataDir, a.t.InDataDir, file)
	}
	return a.mayTake(file, file, force)
}

// saveNew makes a private file under another name in its directory, durably,
// and gives it its name when it is whole. Nothing is left of one that is not.
func saveNew(file string, force bool, write func(*os.File) error) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("writing %s: %w", file, err)
		}
	}()
	dir := filepath.Dir(file)
	if err := removeParts(file); err != nil {
		return err
	}
	f, err := os.CreateTemp(dir, filepath.Base(file)+".*.part") // made with mode 0600
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	err = write(f)
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	if _, err := os.Lstat(file); !force && !errors.Is(err, fs.ErrNotExist) { // somebody made it meanwhile
		return &fs.PathError{Op: "create", Path: file, Err: fs.ErrExist}
	}
	if err := os.Rename(f.Name(), file); err != nil {
		return err
	}
	return syncDir(dir)
}

// removeParts removes what runs of saveNew left that were killed: there are
// names in it. One that still runs then fails, with nothing half made.
func removeParts(file string) error {
	entries, err := os.ReadDir(filepath.Dir(file))
	if err != nil {
		return err
	}
	for _, e := range entries {
		rest, ok := strings.CutPrefix(e.Name(), filepath.Base(file)+".")
		digits, part := strings.CutSuffix(rest, ".part")
		if ok && part && digits != "" && strings.Trim(digits, "0123456789") == "" {
			os.Remove(filepath.Join(filepath.Dir(file), e.Name())) // it may not be ours to remove
		}
	}
	return nil
}

// syncDir makes the names in a directory durable, where the system has a call
// for that.
func syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}

// localTime is a time as a person reads it.
func localTime(t time.Time) string { return t.Local().Format("15:04 02/01/2006") }
