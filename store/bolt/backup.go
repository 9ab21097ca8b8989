package bolt

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"stampdesk"
	"stampdesk/store"
)

// Archive is a store that can be copied while it works.
type Archive interface {
	// Backup writes a backup to w and gives its manifest. o says who makes it.
	// progress, if not nil, hears how many bytes of how many are written.
	Backup(ctx context.Context, w io.Writer, o Origin, progress func(done, total int64)) (Manifest, error)
}

// Origin is who makes a backup, with which program, and when.
type Origin struct {
	Program string
	By      stampdesk.PersonID
	At      time.Time
}

var _ Archive = (*Store)(nil)

// Backup copies one instant of the store, with the rosters that desk.db names.
// Writers go on meanwhile. The pages that they free are used again only when
// the copy is done, so that desk.db may grow by what is written until then; and
// where the map of the file must grow, which on Windows it does each time the
// file has doubled, a writer waits for the end of the copy.
//
// What it copies it does not prove: that is done before it is restored.
func (s *Store) Backup(ctx context.Context, w io.Writer, o Origin, progress func(done, total int64)) (Manifest, error) {
	m, err := s.backup(ctx, w, o, progress)
	if err != nil {
		return m, explain("back up the store in "+s.dir, err)
	}
	return m, nil
}

func (s *Store) backup(ctx context.Context, w io.Writer, o Origin, progress func(done, total int64)) (Manifest, error) {
	m := Manifest{Format: BackupFormat, Schema: store.Schema, Program: o.Program, By: string(o.By), At: o.At.UTC().Truncate(time.Second)}
	out := &meter{ctx: ctx, w: w}
	if progress != nil {
		out.progress = func(done int64) { progress(done, max(done, m.Size())) }
	}
	c := &containerWriter{w: out}
	var files []*os.File
	defer func() {
		for _, f := range files {
			f.Close()
		}
	}()
	err := s.View(ctx, func(view stampdesk.Snapshot) (err error) {
		snap := view.(*snapshot)
		id, err := snap.Identity()
		if err != nil {
			return err
		}
		heads, err := stampdesk.Collect(snap.Heads())
		if err != nil {
			return err
		}
		m.describe(id, heads)
		m.Parts = []Part{{deskFile, snap.tx.Size()}}
		if files, err = s.openRosters(&snap.reader); err != nil {
			return err
		}
		for _, f := range files {
			info, err := f.Stat()
			if err != nil {
				return err
			}
			m.Parts = append(m.Parts, Part{filepath.Base(f.Name()), info.Size()})
		}
		if err := c.begin(&m); err != nil {
			return err
		}
		return c.entry(deskFile, snap.tx.Size(), func(w io.Writer) error {
			_, err := snap.tx.WriteTo(w)
			return errors.Join(out.err, err)
		})
	})
	if err != nil {
		return m, err
	}
	for i, f := range files { // which nobody changes, so the transaction need not wait for them
		p := m.Parts[1+i]
		err := c.entry(p.Name, p.Size, func(w io.Writer) error {
			_, err := io.Copy(w, f)
			return err
		})
		if err != nil {
			return m, err
		}
	}
	return m, c.end()
}

// openRosters opens the files of the roster in force and of the one before,
// where it is still there. desk.db may name others a moment later.
func (s *Store) openRosters(r *reader) (files []*os.File, err error) {
	inForce, err := getMeta(r.tx, &store.InForces)
	if err != nil {
		return nil, err
	}
	for i, h := range []stampdesk.Hash{inForce.Now, inForce.Before} {
		if h == (stampdesk.Hash{}) || i > 0 && h == inForce.Now {
			continue
		}
		f, err := os.Open(filepath.Join(s.dir, rosterFile(h)))
		switch {
		case errors.Is(err, fs.ErrNotExist) && i > 0:
		case errors.Is(err, fs.ErrNotExist):
			return files, fmt.Errorf("%w: the file of the roster in force is gone: %w", stampdesk.ErrDamaged, err)
		case err != nil:
			return files, err
		default:
			files = append(files, f)
		}
	}
	return files, nil
}
