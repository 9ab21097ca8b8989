package bolt

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"math"

	"go.etcd.io/bbolt"

	"stampdesk"
	"stampdesk/store"
)

// snapshot is a reader that walks.
type snapshot struct {
	reader
	ctx context.Context
}

var (
	_ stampdesk.Snapshot = (*snapshot)(nil)
	_ store.Finder       = (*snapshot)(nil)
)

var errOver = errors.New("walk: the view it began in is over")

// heed is how many records are walked between two looks at the context.
const heed = 256

// each walks the records of a bucket whose keys begin with prefix, from the
// key from on. It stops where fn does.
func (s *snapshot) each(tx *bbolt.Tx, name string, prefix, from []byte, fn func(key, rec []byte) (bool, error)) error {
	b, err := bucket(tx, name)
	if err != nil {
		return err
	}
	c := b.Cursor()
	key, rec := c.Seek(from)
	for n := 0; key != nil && bytes.HasPrefix(key, prefix); n++ {
		if n%heed == 0 {
			if err := s.ctx.Err(); err != nil {
				return err
			}
		}
		if more, err := fn(key, rec); err != nil || !more {
			return err
		}
		if s.over {
			return errOver
		}
		key, rec = c.Next()
	}
	return nil
}

// walk makes an iterator of a walk over desk.db; decode gives one item.
func walk[T any](s *snapshot, name string, prefix, from []byte, decode func(key, rec []byte) (T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		if s.over {
			yieldError(yield, errOver)
			return
		}
		walkIn(s, s.tx, name, prefix, from, decode)(yield)
	}
}

func walkIn[T any](
	s *snapshot, tx *bbolt.Tx, name string, prefix, from []byte, decode func(key, rec []byte) (T, error),
) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		err := s.each(tx, name, prefix, from, func(key, rec []byte) (bool, error) {
			v, err := decode(key, rec)
			if err != nil {
				return false, err
			}
			return yield(v, nil), nil
		})
		if err != nil {
			yieldError(yield, err)
		}
	}
}

func yieldError[T any](yield func(T, error) bool, err error) {
	var zero T
	yield(zero, err)
}

// all walks a whole bucket.
func all[T any](s *snapshot, c *store.Codec[T]) iter.Seq2[T, error] {
	return walk(s, c.Kind, nil, nil, c.Decode)
}

func (s *snapshot) Heads() iter.Seq2[stampdesk.Head, error]       { return all(s, &store.Heads) }
func (s *snapshot) Batches() iter.Seq2[stampdesk.Batch, error]    { return all(s, &store.Batches) }
func (s *snapshot) People() iter.Seq2[stampdesk.Person, error]    { return all(s, &store.People) }
func (s *snapshot) Stations() iter.Seq2[stampdesk.Station, error] { return all(s, &store.Stations) }

func (s *snapshot) Entries(desk stampdesk.DeskID, after uint64) iter.Seq2[stampdesk.Sealed, error] {
	if after == math.MaxUint64 {
		return func(func(stampdesk.Sealed, error) bool) {}
	}
	from := store.EntryKey(stampdesk.EntryKey{Desk: desk, Seq: after + 1})
	var body []byte // the entries of one walk share it
	return walk(s, store.Entries.Kind, store.TextKey(desk), from, func(key, rec []byte) (stampdesk.Sealed, error) {
		e, err := store.Entries.Decode(key, rec)
		body = append(body[:0], store.Body(rec)...)
		return stampdesk.Sealed{Entry: e, Body: body}, err
	})
}

func (s *snapshot) Paper(k stampdesk.EntryKey) iter.Seq2[stampdesk.Line, error] {
	prefix := store.EntryKey(k)
	return walk(s, store.Papers.Kind, prefix, prefix, store.Papers.Decode)
}

func (s *snapshot) Marks(round uint8) iter.Seq2[stampdesk.Marked, error] {
	prefix := []byte{round}
	return walk(s, store.Marks.Kind, prefix, prefix, func(key, rec []byte) (v stampdesk.Marked, err error) {
		if v.Mark, err = store.Marks.Decode(key, rec); err != nil {
			return v, err
		}
		v.Key, err = store.ParseMarkKey(key)
		return v, wrongKey(&store.Marks, key, err)
	})
}

func (s *snapshot) Counts(round uint8) iter.Seq2[stampdesk.Counted, error] {
	prefix := []byte{round}
	return walk(s, store.Cells.Kind, prefix, prefix, func(key, rec []byte) (v stampdesk.Counted, err error) {
		if v.N, err = store.Cells.Decode(key, rec); err != nil {
			return v, err
		}
		v.Cell, err = store.ParseCellKey(key)
		return v, wrongKey(&store.Cells, key, err)
	})
}

func (s *snapshot) Cursors() iter.Seq2[stampdesk.Cursor, error] {
	return walk(s, store.Cursors.Kind, nil, nil, func(key, rec []byte) (v stampdesk.Cursor, err error) {
		if v.At, err = store.Cursors.Decode(key, rec); err != nil {
			return v, err
		}
		v.Name, err = store.ParseTextKey(key)
		return v, wrongKey(&store.Cursors, key, err)
	})
}

func (s *snapshot) Files() iter.Seq2[stampdesk.File, error] {
	if s.tx.Bucket([]byte(store.Files.Kind)) == nil {
		return func(func(stampdesk.File, error) bool) {}
	}
	return walk(s, store.Files.Kind, nil, nil, func(key, rec []byte) (v stampdesk.File, err error) {
		if v.Body, err = store.Files.Decode(key, rec); err != nil {
			return v, err
		}
		name, err := store.ParseTextKey(key)
		v.Name = stampdesk.FileName(name)
		return v, wrongKey(&store.Files, key, err)
	})
}

func wrongKey[T any](c *store.Codec[T], key []byte, err error) error {
	if err != nil {
		return c.Damaged(key, "wrong key")
	}
	return nil
}
