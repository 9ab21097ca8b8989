package bolt

import (
	"context"
	"iter"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"sync/atomic"

	"go.etcd.io/bbolt"

	"stampdesk"
	"stampdesk/store"
)

const (
	rosterRows = 20_000 // rows put in one transaction
	rosterFill = 0.9    // of a page, for rows come in the order of their keys
	tellEvery  = 1_000  // members between two calls of progress
)

// rosterBuckets are the buckets of a roster file.
var rosterBuckets = []string{
	metaBucket, store.Units.Kind, store.Members.Kind, store.Cards.Kind,
	store.OldCards.Kind, store.RecordNos.Kind, store.Names.Kind, store.Belonging.Kind,
}

// SaveRoster writes a roster into a file of its own, under another name until
// it is durable. A roster that is there already is not written again.
func (s *Store) SaveRoster(ctx context.Context, r stampdesk.Roster, progress func(done int)) (stampdesk.Hash, error) {
	if err := ctx.Err(); err != nil {
		return stampdesk.Hash{}, err
	}
	sorted, err := store.Sort(r)
	if err != nil {
		return stampdesk.Hash{}, err
	}
	s.saving.Lock()
	defer s.saving.Unlock()
	hash := sorted.Info.Hash
	if _, err := s.rosters.get(hash); err == nil {
		if progress != nil {
			progress(len(sorted.Members))
		}
		return hash, nil
	}
	if err := s.saveRoster(ctx, sorted, progress); err != nil {
		return stampdesk.Hash{}, explain("save the roster", err)
	}
	_, err = s.rosters.get(hash)
	return hash, err
}

func (s *Store) saveRoster(ctx context.Context, r *store.Sorted, progress func(done int)) error {
	name := rosterFile(r.Info.Hash)
	part, err := newPart(s.dir, name)
	if err != nil {
		return err
	}
	defer os.Remove(part)
	// Nothing is synced until all is written: nobody reads this file before.
	db, err := bbolt.Open(part, fileMode, &bbolt.Options{
		Timeout: oneSecond, FreelistType: bbolt.FreelistMapType,
		NoFreelistSync: true, NoSync: true, NoGrowSync: true, InitialMmapSize: roomFor(len(r.Members)),
	})
	if err != nil {
		return err
	}
	err = writeRoster(ctx, db, r, progress)
	if closed := db.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return err
	}
	return publish(part, filepath.Join(s.dir, name))
}

// roomFor is how much of a new roster file is mapped at once, so that its map
// need not grow while it is written, for then all that is read of it is copied.
// On Windows the file itself would become that long.
func roomFor(members int) int {
	if runtime.GOOS == "windows" || math.MaxInt == math.MaxInt32 {
		return 0
	}
	return 1<<20 + members*500
}

func writeRoster(ctx context.Context, db *bbolt.DB, r *store.Sorted, progress func(done int)) error {
	err := db.Update(func(tx *bbolt.Tx) error {
		for _, name := range rosterBuckets {
			if _, err := tx.CreateBucket([]byte(name)); err != nil {
				return err
			}
		}
		schema := uint64(store.Schema)
		if err := putMeta(tx, &store.Schemas, &schema); err != nil {
			return err
		}
		return putMeta(tx, &store.Rosters, &r.Info)
	})
	if err != nil {
		return err
	}
	indexes, stop := ahead(r) // the members are on their way to the disk meanwhile
	defer stop()
	if err := fill(ctx, db, store.Units.Kind, r.UnitRecords(), nil); err != nil {
		return err
	}
	if err := fill(ctx, db, store.Members.Kind, r.MemberRecords(), progress); err != nil {
		return err
	}
	for ix := range indexes {
		if err := fill(ctx, db, ix.kind, each(ix.rows), nil); err != nil {
			return err
		}
	}
	return nil
}

// rows are the records of an index, ready to be put.
type rows struct {
	kind string
	rows []row
}

type row struct{ key, rec []byte }

func each(rows []row) iter.Seq2[[]byte, []byte] {
	return func(yield func(key, rec []byte) bool) {
		for _, r := range rows {
			if !yield(r.key, r.rec) {
				return
			}
		}
	}
}

// ahead makes the indexes of a roster, one after the other, beside whoever
// takes them. stop ends it early, and returns when it has ended.
func ahead(r *store.Sorted) (indexes <-chan rows, stop func()) {
	out := make(chan rows, len(store.Indexes)) // room for all: nobody waits
	var over atomic.Bool
	go func() {
		defer close(out)
		for _, c := range store.Indexes {
			if over.Load() {
				return
			}
			ix := rows{kind: c.Kind}
			for key, rec := range r.Blocks(c) {
				ix.rows = append(ix.rows, row{key, rec})
			}
			out <- ix
		}
	}()
	return out, func() {
		over.Store(true)
		for range out {
		}
	}
}

// fill puts rows, which come in the order of their keys, into a bucket.
func fill(ctx context.Context, db *bbolt.DB, name string, rows iter.Seq2[[]byte, []byte], tell func(int)) error {
	next, stop := iter.Pull2(rows)
	defer stop()
	done, more := 0, true
	for more {
		if err := ctx.Err(); err != nil {
			return err
		}
		err := db.Update(func(tx *bbolt.Tx) error {
			b, err := bucket(tx, name)
			if err != nil {
				return err
			}
			b.FillPercent = rosterFill
			for range rosterRows {
				var key, rec []byte
				if key, rec, more = next(); !more {
					return nil
				}
				if err := b.Put(key, rec); err != nil {
					return err
				}
				if done++; tell != nil && done%tellEvery == 0 {
					tell(done)
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	if tell != nil && done%tellEvery != 0 {
		tell(done)
	}
	return nil
}
