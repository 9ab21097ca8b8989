package bolt

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"stampdesk"
)

// Of directories that are only there while something is made, and swept when a
// store is opened.
const (
	stagedPrefix = "restore-" // in which a backup is unpacked
	newPrefix    = "new-"     // in which a store is made
)

// Staged is a backup that was unpacked and is not a store yet. Until Publish
// the directory of the store has no desk.db, and so no store.
type Staged struct {
	Manifest Manifest
	File     stampdesk.Hash // SHA-256 of the backup
	Dir      string         // its files; a store to Open, and to Close before Publish

	target string
	made   []string // directories that were not there before, the deepest first
	placed []string // rosters that have their place, while desk.db has not
}

// Unpack reads a backup and puts its files into a directory of their own
// within dir, which may be another disk than what is above it. It gives
// stampdesk.ErrStoreExists where dir holds a store or what is left of one, and
// the errors of ReadBackup; then it leaves nothing behind.
func Unpack(ctx context.Context, r io.Reader, dir string, progress func(done int64)) (*Staged, error) {
	s := &Staged{target: dir}
	err := s.unpack(ctx, r, progress)
	if err != nil {
		return nil, explain("unpack the backup for "+dir, errors.Join(err, s.Discard()))
	}
	return s, nil
}

func (s *Staged) unpack(ctx context.Context, r io.Reader, progress func(done int64)) (err error) {
	if err := s.vacant(); err != nil { // before anything is made
		return err
	}
	for dir := filepath.Clean(s.target); ; dir = filepath.Dir(dir) {
		if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) || dir == filepath.Dir(dir) {
			break
		}
		s.made = append(s.made, dir)
	}
	if err := makeDir(s.target); err != nil {
		return err
	}
	if err := sweepStaged(s.target); err != nil {
		return err
	}
	if s.Dir, err = os.MkdirTemp(s.target, stagedPrefix+"*"+partSuffix); err != nil { // made with mode 0700
		return err
	}
	s.Manifest, s.File, err = ReadBackup(ctx, r, s.create, progress)
	if err != nil {
		return err
	}
	return s.vacant()
}

// vacant gives stampdesk.ErrStoreExists where a store is, or a roster that is
// not the backup's: the store that it belongs to would miss it.
func (s *Staged) vacant() error {
	entries, err := os.ReadDir(s.target)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, e := range entries {
		if e.Name() == deskFile || IsFile(e.Name()) && s.Dir != "" && !s.has(e.Name()) {
			return stampdesk.ErrStoreExists
		}
	}
	return nil
}

func (s *Staged) has(name string) bool {
	for _, p := range s.Manifest.Parts {
		if p.Name == name {
			return true
		}
	}
	return false
}

func (s *Staged) create(_ Manifest, p Part) (io.WriteCloser, error) {
	f, err := os.OpenFile(filepath.Join(s.Dir, p.Name), os.O_CREATE|os.O_EXCL|os.O_WRONLY, fileMode)
	if err != nil {
		return nil, err
	}
	return syncedFile{f}, nil
}

type syncedFile struct{ *os.File }

func (f syncedFile) Close() error {
	err := f.Sync()
	return errors.Join(err, f.File.Close())
}

// Publish makes what was unpacked the store of its directory: desk.db comes
// last, and with it the store is there.
func (s *Staged) Publish() error {
	if err := s.publish(); err != nil {
		return explain("put the store into "+s.target, err)
	}
	return nil
}

func (s *Staged) publish() (err error) {
	if err := s.vacant(); err != nil {
		return err
	}
	entries, err := os.ReadDir(s.Dir)
	if err != nil {
		return err
	}
	place := func(name string) error { return publish(filepath.Join(s.Dir, name), filepath.Join(s.target, name)) }
	for _, e := range entries {
		if name := e.Name(); name != deskFile {
			if err := place(name); err != nil {
				return err
			}
			s.placed = append(s.placed, name)
		}
	}
	if err := place(deskFile); err != nil {
		return err
	}
	s.made, s.placed = nil, nil
	return nil
}

// Discard removes what is not published. After Publish it removes the
// directory that is then empty.
func (s *Staged) Discard() error {
	var errs []error
	if s.Dir != "" {
		errs = append(errs, os.RemoveAll(s.Dir))
	}
	if _, err := os.Lstat(filepath.Join(s.target, deskFile)); errors.Is(err, fs.ErrNotExist) {
		for _, name := range s.placed {
			errs = append(errs, os.Remove(filepath.Join(s.target, name)))
		}
	}
	for _, dir := range s.made {
		if err := os.Remove(dir); err != nil && !errors.Is(err, fs.ErrNotExist) {
			break // somebody else has put something there
		}
	}
	return errors.Join(errs...)
}

// sweepStaged removes what a restore left behind that was killed.
func sweepStaged(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		ours := strings.HasPrefix(e.Name(), stagedPrefix) || strings.HasPrefix(e.Name(), newPrefix)
		if ours && strings.HasSuffix(e.Name(), partSuffix) {
			if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
