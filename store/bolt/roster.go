package bolt

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"path/filepath"
	"sync"

	"go.etcd.io/bbolt"

	"stampdesk"
	"stampdesk/store"
)

// rosters are the roster files that are open. A file never changes, so one
// that was opened stays open until the store closes.
type rosters struct {
	dir string

	mu    sync.Mutex
	files map[stampdesk.Hash]*roster
}

// roster is an open roster file.
type roster struct {
	db   *bbolt.DB
	info stampdesk.RosterInfo
}

// get opens the roster of this name, or gives it open.
func (r *rosters) get(h stampdesk.Hash) (*roster, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if f := r.files[h]; f != nil {
		return f, nil
	}
	f, err := openRoster(filepath.Join(r.dir, rosterFile(h)))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("roster %s: %s: %w", h.Short(), rosterFile(h), stampdesk.ErrNotFound)
	case err != nil:
		return nil, fmt.Errorf("roster %s: %w", h.Short(), err)
	case f.info.Hash != h:
		f.db.Close()
		return nil, fmt.Errorf("roster %s: its file holds %s: %w", h.Short(), f.info.Hash.Short(), stampdesk.ErrDamaged)
	}
	if r.files == nil {
		r.files = map[stampdesk.Hash]*roster{}
	}
	r.files[h] = f
	return f, nil
}

// need is get of a roster that desk.db says is there.
func (r *rosters) need(h stampdesk.Hash) (*roster, error) {
	f, err := r.get(h)
	if errors.Is(err, stampdesk.ErrNotFound) {
		err = fmt.Errorf("%w: the file of the roster in force is gone: %w", stampdesk.ErrDamaged, err)
	}
	return f, err
}

func (r *rosters) close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	var errs []error
	for _, f := range r.files {
		errs = append(errs, f.db.Close())
	}
	r.files = nil
	return errors.Join(errs...)
}

func openRoster(path string) (*roster, error) {
	db, err := openFile(path, &bbolt.Options{ReadOnly: true, Timeout: oneSecond, NoStatistics: true})
	if err != nil {
		return nil, err
	}
	f := &roster{db: db}
	err = guardedView(db, func(tx *bbolt.Tx) error {
		if err := checkSchema(tx, filepath.Base(path)); err != nil {
			return err
		}
		f.info, err = getMeta(tx, &store.Rosters)
		return err
	})
	if err != nil {
		db.Close()
		return nil, err
	}
	return f, nil
}

// rosterTx is one transaction on a roster file.
type rosterTx struct {
	file *roster
	tx   *bbolt.Tx
}

func (f *roster) begin() (*rosterTx, error) {
	tx, err := f.db.Begin(false)
	if err != nil {
		return nil, explain("read the roster", err)
	}
	return &rosterTx{f, tx}, nil
}

func (t *rosterTx) end() { _ = t.tx.Rollback() } // of a read transaction: it only fails if it is over

// member reads a member that an index names.
func (t *rosterTx) member(id stampdesk.MemberID) (*stampdesk.Member, error) {
	key := store.MemberKey(id)
	m, ok, err := get(t.tx, &store.Members, key)
	if err == nil && !ok {
		err = store.Members.Damaged(key, "an index names it and it is not there")
	}
	if err != nil {
		return nil, err
	}
	return &m, nil
}

// firstOf gives the member with the lowest id that an index names under a key,
// or nil.
func (t *rosterTx) firstOf(c *store.Codec[store.Block], key []byte) (*stampdesk.Member, error) {
	for id, err := range t.indexed(c, key) {
		if err != nil {
			return nil, err
		}
		return t.member(id)
	}
	return nil, nil
}

// indexed yields the ids that an index has under a key, in order.
func (t *rosterTx) indexed(c *store.Codec[store.Block], key []byte) iter.Seq2[stampdesk.MemberID, error] {
	return func(yield func(stampdesk.MemberID, error) bool) {
		b, err := bucket(t.tx, c.Kind)
		if err != nil {
			yield(0, err)
			return
		}
		// The first of them may stand in the block before the one that begins
		// with the key or after it.
		cursor := b.Cursor()
		first := cursor.First
		if k, _ := cursor.Seek(key); k == nil {
			first = cursor.Last
		} else if before, _ := cursor.Prev(); before != nil {
			first = func() ([]byte, []byte) { return cursor.Seek(before) }
		}
		for k, rec := first(); k != nil; k, rec = cursor.Next() {
			block, err := c.Decode(k, rec)
			if err != nil {
				yield(0, err)
				return
			}
			for _, e := range block {
				switch bytes.Compare(e.Key, key) {
				case 0:
					if !yield(e.Member, nil) {
						return
					}
				case 1:
					return
				}
			}
		}
	}
}
