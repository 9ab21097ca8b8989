// Package bolt keeps a store in a directory of bbolt files: desk.db, which
// holds everything the desk writes, and one roster-….db for each roster, made
// once and never changed. A replaced roster so leaves no holes in the file
// that the desk writes to with every stamp.
//
// It is the engine for one desk process at a time: desk.db is locked while it
// is open. A damaged page can fault inside bbolt in a goroutine that nobody
// can recover; run CheckFile in a child process before Open where a file is
// under suspicion.
//
// Update returns what its fn returned, untouched, and then nothing is
// written; whatever else it returns comes from the commit, and then it is
// unknown whether the act is on the disk.
package bolt

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"go.etcd.io/bbolt"

	"stampdesk"
	"stampdesk/store"
)

// Options are the settings of an open store; the zero value is good.
type Options struct {
	Timeout time.Duration // how long to wait for another process; 0 is one second
	MaxSize int           // desk.db never grows beyond this many bytes; 0 is 4 GiB
}

// Store is an open store. It is safe for concurrent use.
type Store struct {
	dir     string
	db      *bbolt.DB
	saving  sync.Mutex // one SaveRoster at a time
	rosters rosters

	// testingOnlyFailCommit, if not nil, is asked after fn has returned and
	// fails the commit with its error.
	testingOnlyFailCommit func() error
}

var _ stampdesk.Store = (*Store)(nil)

// Create makes a store in dir, and dir if need be, and opens it. A store that
// is there already gives stampdesk.ErrStoreExists. Whatever stops it half-way,
// it leaves either a whole store or none.
func Create(dir string, id stampdesk.Identity, o Options) (*Store, error) {
	if err := create(dir, id, o); err != nil {
		return nil, explain("create a store in "+dir, err)
	}
	return Open(dir, o)
}

// CreateWith makes a store in dir with what begin writes already in it, and
// opens it: whatever happens meanwhile, there is either no store or the whole
// of it. It gives stampdesk.ErrStoreExists, or the error of begin.
func CreateWith(dir string, id stampdesk.Identity, o Options, begin func(stampdesk.Store) error) (*Store, error) {
	if err := createWith(dir, id, o, begin); err != nil {
		return nil, explain("create a store in "+dir, err)
	}
	return Open(dir, o)
}

func createWith(dir string, id stampdesk.Identity, o Options, begin func(stampdesk.Store) error) error {
	if err := makeDir(dir); err != nil {
		return err
	}
	path := filepath.Join(dir, deskFile)
	if _, err := os.Lstat(path); err == nil {
		return stampdesk.ErrStoreExists
	}
	nest, err := os.MkdirTemp(dir, newPrefix+"*"+partSuffix) // made with mode 0700
	if err != nil {
		return err
	}
	defer os.RemoveAll(nest)
	s, err := Create(nest, id, o)
	if err != nil {
		return err
	}
	err = begin(s)
	if closed := s.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil { // somebody else was quicker
		return stampdesk.ErrStoreExists
	}
	return publish(filepath.Join(nest, deskFile), path)
}

func create(dir string, id stampdesk.Identity, o Options) error {
	if err := makeDir(dir); err != nil {
		return err
	}
	path := filepath.Join(dir, deskFile)
	if _, err := os.Lstat(path); err == nil {
		return stampdesk.ErrStoreExists
	}
	part, err := newPart(dir, deskFile)
	if err != nil {
		return err
	}
	defer os.Remove(part)
	db, err := bbolt.Open(part, fileMode, deskOptions(o))
	if err != nil {
		return err
	}
	err = db.Update(func(tx *bbolt.Tx) error { return layDown(tx, id) })
	if closed := db.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return publish(part, path)
}

func layDown(tx *bbolt.Tx, id stampdesk.Identity) error {
	for _, name := range deskBuckets {
		if _, err := tx.CreateBucket([]byte(name)); err != nil {
			return err
		}
	}
	schema := uint64(store.Schema)
	if err := putMeta(tx, &store.Schemas, &schema); err != nil {
		return err
	}
	return putMeta(tx, &store.Identities, &id)
}

// Open opens the store in dir. It gives stampdesk.ErrNoStore,
// stampdesk.ErrStoreBusy, stampdesk.ErrNewerStore or stampdesk.ErrDamaged, and
// sweeps what an interrupted run or a replaced roster left behind. After
// ErrDamaged the process may hold the lock of desk.db until it ends.
func Open(dir string, o Options) (*Store, error) {
	s := &Store{dir: dir, rosters: rosters{dir: dir}}
	if err := s.open(o); err != nil {
		s.Close()
		return nil, explain("open the store in "+dir, err)
	}
	return s, nil
}

func (s *Store) open(o Options) (err error) {
	path := filepath.Join(s.dir, deskFile)
	if err := readAhead(path); err != nil {
		return err
	}
	if err := walkPages(path, o); err != nil {
		return err
	}
	if s.db, err = openFile(path, deskOptions(o)); err != nil {
		return err
	}
	var inForce store.InForce
	err = guardedView(s.db, func(tx *bbolt.Tx) error {
		if err := checkSchema(tx, deskFile); err != nil {
			return err
		}
		inForce, err = getMeta(tx, &store.InForces)
		return err
	})
	if err != nil {
		return err
	}
	if inForce.Now != (stampdesk.Hash{}) {
		if _, err := s.rosters.need(inForce.Now); err != nil {
			return err
		}
	}
	return sweep(s.dir, inForce)
}

// Close waits for the transactions that run and closes the store.
func (s *Store) Close() error {
	err := s.rosters.close()
	if s.db != nil {
		if dbErr := s.db.Close(); err == nil {
			err = dbErr
		}
	}
	return err
}

// View runs fn on one instant of the store.
func (s *Store) View(ctx context.Context, fn func(stampdesk.Snapshot) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	var ran bool
	err := guardedView(s.db, func(tx *bbolt.Tx) error {
		ran = true
		snap := &snapshot{reader: reader{store: s, tx: tx}, ctx: ctx}
		defer snap.end()
		return fn(snap)
	})
	if err != nil && !ran {
		return explain("read the store", err)
	}
	return err
}

// Update runs fn and makes its writes durable, all or none.
func (s *Store) Update(ctx context.Context, fn func(stampdesk.Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	var fnErr error
	err := guarded(func() error {
		return s.db.Update(func(tx *bbolt.Tx) error {
			if fnErr = ctx.Err(); fnErr != nil { // it waited for another writer
				return fnErr
			}
			t := &transaction{reader: reader{store: s, tx: tx}}
			defer t.end()
			if fnErr = fn(t); fnErr != nil {
				return fnErr
			}
			if s.testingOnlyFailCommit != nil {
				return s.testingOnlyFailCommit()
			}
			return nil
		})
	})
	switch {
	case fnErr != nil:
		return fnErr
	case err != nil:
		return explain(fmt.Sprintf("write %s", deskFile), err)
	}
	return nil
}
