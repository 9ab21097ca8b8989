package mem

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"iter"
	"math"

	"stampdesk"
	"stampdesk/store"
)

// snapshot is a reader that walks.
type snapshot struct {
	reader
	ctx  context.Context
	over bool
}

var (
	_ stampdesk.Snapshot = (*snapshot)(nil)
	_ store.Finder       = (*snapshot)(nil)
)

var errOver = errors.New("walk: the view it began in is over")

// heed is how many things are walked between two looks at the context.
const heed = 256

// walk yields the things that keys gives, until the view or the context ends.
func walk[T any](s *snapshot, things func() iter.Seq[T]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var zero T
		if s.over {
			yield(zero, errOver)
			return
		}
		n := 0
		for v := range things() {
			if n%heed == 0 && s.ctx.Err() != nil {
				yield(zero, s.ctx.Err())
				return
			}
			if n++; !yield(v, nil) {
				return
			}
			if s.over {
				yield(zero, errOver)
				return
			}
		}
	}
}

// rows yields the things of a table in the order of their keys; item says
// what one is, or that it is none of those asked for.
func rows[K comparable, V, T any](
	s *snapshot, t *table[K, V], compare func(a, b K) int, item func(K, V) (T, bool),
) iter.Seq2[T, error] {
	return walk(s, func() iter.Seq[T] {
		return func(yield func(T) bool) {
			for _, k := range t.sorted(compare) {
				v, _ := t.get(k)
				if it, ok := item(k, v); ok && !yield(it) {
					return
				}
			}
		}
	})
}

func itself[K, V any](_ K, v V) (V, bool) { return v, true }

func (s *snapshot) Heads() iter.Seq2[stampdesk.Head, error] {
	return rows(s, &s.heads, cmp.Compare[stampdesk.DeskID], itself)
}

func (s *snapshot) Batches() iter.Seq2[stampdesk.Batch, error] {
	return rows(s, &s.batches, cmp.Compare[stampdesk.BatchID], itself)
}

func (s *snapshot) People() iter.Seq2[stampdesk.Person, error] {
	return rows(s, &s.people, cmp.Compare[stampdesk.PersonID], itself)
}

func (s *snapshot) Stations() iter.Seq2[stampdesk.Station, error] {
	return rows(s, &s.stations, cmp.Compare[stampdesk.DeskID], itself)
}

func (s *snapshot) Cursors() iter.Seq2[stampdesk.Cursor, error] {
	return rows(s, &s.cursors, cmp.Compare[string], func(name string, at uint64) (stampdesk.Cursor, bool) {
		return stampdesk.Cursor{Name: name, At: at}, true
	})
}

func (s *snapshot) Files() iter.Seq2[stampdesk.File, error] {
	return rows(s, &s.files, cmp.Compare[stampdesk.FileName], func(name stampdesk.FileName, body []byte) (stampdesk.File, bool) {
		return stampdesk.File{Name: name, Body: body}, true
	})
}

func (s *snapshot) Marks(round uint8) iter.Seq2[stampdesk.Marked, error] {
	return rows(s, &s.marks, byRoundCardIssue, func(k stampdesk.MarkKey, m stampdesk.Mark) (stampdesk.Marked, bool) {
		return stampdesk.Marked{Key: k, Mark: m}, k.Round == round
	})
}

func byRoundCardIssue(a, b stampdesk.MarkKey) int {
	return cmp.Or(cmp.Compare(a.Round, b.Round), cmp.Compare(a.Card, b.Card), cmp.Compare(a.Issue, b.Issue))
}

func (s *snapshot) Counts(round uint8) iter.Seq2[stampdesk.Counted, error] {
	byKey := func(a, b stampdesk.Cell) int { return bytes.Compare(store.CellKey(a), store.CellKey(b)) }
	return rows(s, &s.cells, byKey, func(c stampdesk.Cell, n int64) (stampdesk.Counted, bool) {
		return stampdesk.Counted{Cell: c, N: n}, c.Round == round
	})
}

func (s *snapshot) Entries(desk stampdesk.DeskID, after uint64) iter.Seq2[stampdesk.Sealed, error] {
	return walk(s, func() iter.Seq[stampdesk.Sealed] {
		return func(yield func(stampdesk.Sealed) bool) {
			for k := (stampdesk.EntryKey{Desk: desk, Seq: after}); k.Seq < math.MaxUint64; {
				k.Seq++
				if e, ok := s.entries.get(k); !ok || !yield(e) {
					return
				}
			}
		}
	})
}

func (s *snapshot) Paper(k stampdesk.EntryKey) iter.Seq2[stampdesk.Line, error] {
	return walk(s, func() iter.Seq[stampdesk.Line] {
		lines, _ := s.papers.get(k)
		return values(lines)
	})
}

func values[T any](list []T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for _, v := range list {
			if !yield(v) {
				return
			}
		}
	}
}
