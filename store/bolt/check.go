package bolt

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"slices"

	"go.etcd.io/bbolt"

	"stampdesk"
	"stampdesk/store"
)

// CheckFile proves one file of a store, desk.db or a roster: the structure of
// its pages, the checksum of every record, the chain of every journal up to
// its head, the hash of a roster and the agreement of its indexes. What it
// finds wraps stampdesk.ErrDamaged, and is cut off after some twenty finds.
//
// It only reads, and it cannot run while a desk has desk.db open. A damaged
// page can fault in a goroutine of bbolt's: call it in a child process, and
// take the child's death for damage.
func CheckFile(path string) error {
	err := checkFile(path)
	if err != nil {
		return explain("check "+filepath.Base(path), err)
	}
	return nil
}

func checkFile(path string) error {
	if err := readAhead(path); err != nil {
		return err
	}
	db, err := openFile(path, &bbolt.Options{ReadOnly: true, Timeout: oneSecond, NoStatistics: true})
	if err != nil {
		return err
	}
	defer db.Close()
	return db.View(func(tx *bbolt.Tx) error {
		name := filepath.Base(path)
		if err := guarded(func() error { return checkRecords(tx, name) }); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		// The structure comes last: over a spoiled key bbolt's own check brings
		// the process down, where a checksum tells what is wrong.
		var f finds
		for err := range tx.Check() { // to the end, for its goroutine holds the pages
			f.damage("%s: %v", name, err)
		}
		return f.err()
	})
}

func checkRecords(tx *bbolt.Tx, name string) error {
	if err := checkSchema(tx, name); err != nil {
		return err
	}
	var f finds
	c := checker{tx: tx, finds: &f}
	if tx.Bucket([]byte(store.Members.Kind)) != nil {
		c.roster()
	} else {
		c.desk()
	}
	return f.err()
}

// finds gathers damage, up to a number that a person still reads.
type finds struct{ errs []error }

const maxFinds = 20

func (f *finds) add(err error) {
	if err != nil && len(f.errs) < maxFinds {
		f.errs = append(f.errs, err)
	}
}

func (f *finds) damage(format string, a ...any) {
	f.add(fmt.Errorf("%s: %w", fmt.Sprintf(format, a...), stampdesk.ErrDamaged))
}

func (f *finds) err() error { return errors.Join(f.errs...) }

type checker struct {
	tx *bbolt.Tx
	*finds
}

// records decodes every record of a bucket and gives it on, if it is sound.
func records[T any](c *checker, codec *store.Codec[T], each func(key, rec []byte, v *T)) (n int) {
	c.walk(codec.Kind, func(key, rec []byte) {
		n++
		v, err := codec.Decode(key, rec)
		c.add(err)
		if err == nil && each != nil {
			each(key, rec, &v)
		}
	})
	return n
}

func (c *checker) walk(name string, fn func(key, rec []byte)) {
	b, err := bucket(c.tx, name)
	if err != nil {
		c.add(err)
		return
	}
	c.add(b.ForEach(func(key, rec []byte) error {
		fn(key, rec)
		return nil
	}))
}

// buckets are exactly those that should be there.
func (c *checker) buckets(want []string) {
	c.add(c.tx.ForEach(func(name []byte, _ *bbolt.Bucket) error {
		if !slices.Contains(want, string(name)) {
			c.damage("a bucket %q that is none of ours", name)
		}
		return nil
	}))
}

func checkMeta[T any](c *checker, codec *store.Codec[T]) (v T) {
	v, err := getMeta(c.tx, codec)
	c.add(err)
	return v
}

func (c *checker) metaKeys(want ...string) {
	c.walk(metaBucket, func(key, _ []byte) {
		if !slices.Contains(want, string(key)) {
			c.damage("meta %q: no such record", key)
		}
	})
}

func (c *checker) desk() {
	c.buckets(deskBuckets)
	c.metaKeys(store.Schemas.Kind, store.Identities.Kind, store.InForces.Kind, store.Setups.Kind)
	id := checkMeta(c, &store.Identities)
	checkMeta(c, &store.InForces)
	checkMeta(c, &store.Setups)
	c.journal(id)
	records(c, &store.Papers, nil)
	records(c, &store.Marks, func(key, _ []byte, _ *stampdesk.Mark) {
		_, err := store.ParseMarkKey(key)
		c.add(wrongKey(&store.Marks, key, err))
	})
	records(c, &store.Cells, func(key, _ []byte, _ *int64) {
		_, err := store.ParseCellKey(key)
		c.add(wrongKey(&store.Cells, key, err))
	})
	records(c, &store.Batches, nil)
	records(c, &store.Stations, nil)
	records(c, &store.Rounds, nil)
	records(c, &store.People, nil)
	records(c, &store.Cursors, nil)
	if c.tx.Bucket([]byte(store.Files.Kind)) != nil { // a store of before has none
		records(c, &store.Files, nil)
	}
}

// journal follows the chain of every desk from its start to its head.
func (c *checker) journal(id stampdesk.Identity) {
	ends := map[stampdesk.DeskID]stampdesk.Head{}
	records(c, &store.Entries, func(key, rec []byte, e *stampdesk.Entry) {
		end, ok := ends[e.Key.Desk]
		if !ok {
			end = stampdesk.Head{Desk: e.Key.Desk, Chain: stampdesk.ChainBegan(id, e, store.Body(rec))}
		}
		if e.Key.Seq != end.Seq+1 {
			c.damage("entry %v follows on %d", e.Key, end.Seq)
		} else if e.Chain != stampdesk.ChainNext(end.Chain, store.Body(rec)) {
			c.damage("entry %v: the chain is broken", e.Key)
		}
		end.Seq, end.Chain = e.Key.Seq, e.Chain
		ends[e.Key.Desk] = end
	})
	records(c, &store.Heads, func(_, _ []byte, h *stampdesk.Head) {
		if ends[h.Desk] != *h {
			c.damage("desk %s: the head is at entry %d, the journal ends at %d", h.Desk, h.Seq, ends[h.Desk].Seq)
		}
		delete(ends, h.Desk)
	})
	for desk := range ends {
		c.damage("desk %s has entries and no head", desk)
	}
}

func (c *checker) roster() {
	c.buckets(rosterBuckets)
	c.metaKeys(store.Schemas.Kind, store.Rosters.Kind)
	info := checkMeta(c, &store.Rosters)
	var r stampdesk.Roster
	sum := store.NewRosterSum()
	records(c, &store.Units, func(_, rec []byte, u *stampdesk.UnitInfo) {
		r.Units = append(r.Units, u.Unit)
		sum.Add(rec)
	})
	records(c, &store.Members, func(_, rec []byte, m *stampdesk.Member) {
		r.Members = append(r.Members, *m)
		sum.Add(rec)
	})
	if c.errs != nil {
		return
	}
	if sum.Hash() != info.Hash {
		c.damage("the roster is %s and holds %s", info.Hash.Short(), sum.Hash().Short())
		return
	}
	want, err := store.Sort(r)
	if err == nil {
		want.Info.Hash = info.Hash // an earlier version wrote other records, which were told from theirs above
	}
	if err != nil || want.Info != info {
		c.damage("the figures of the roster do not follow from its members")
		return
	}
	for _, ix := range store.Indexes {
		c.index(ix, want)
	}
}

// index compares an index with what the members give, entry by entry.
func (c *checker) index(ix *store.Codec[store.Block], want *store.Sorted) {
	next, stop := iter.Pull(want.Index(ix))
	defer stop()
	same := true
	records(c, ix, func(_, _ []byte, b *store.Block) {
		for _, e := range *b {
			w, ok := next()
			same = same && ok && w.Member == e.Member && bytes.Equal(w.Key, e.Key)
		}
	})
	if _, more := next(); more || !same {
		c.damage("%s: the index is not that of the members", ix.Kind)
	}
}
