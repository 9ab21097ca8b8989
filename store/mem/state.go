package mem

import (
	"maps"
	"slices"

	"stampdesk"
	"stampdesk/store"
)

// state is everything but the rosters.
type state struct {
	identity stampdesk.Identity
	setup    stampdesk.Setup
	inForce  store.InForce

	entries  table[stampdesk.EntryKey, stampdesk.Sealed]
	papers   table[stampdesk.EntryKey, []stampdesk.Line]
	marks    table[stampdesk.MarkKey, stampdesk.Mark]
	cells    table[stampdesk.Cell, int64]
	batches  table[stampdesk.BatchID, stampdesk.Batch]
	heads    table[stampdesk.DeskID, stampdesk.Head]
	stations table[stampdesk.DeskID, stampdesk.Station]
	rounds   table[uint8, stampdesk.EntryKey]
	people   table[stampdesk.PersonID, stampdesk.Person]
	cursors  table[string, uint64]
	files    table[stampdesk.FileName, []byte]
}

func newState(id stampdesk.Identity) state {
	s := state{identity: id}
	s.entries.clone = cloneSealed
	s.papers.clone = cloneList[stampdesk.Line]
	s.marks.clone = cloneMark
	s.batches.clone = cloneBatch
	s.files.clone = slices.Clone[[]byte]
	for _, t := range s.tables() {
		t.init()
	}
	return s
}

func (s *state) tables() []tabler {
	return []tabler{
		&s.entries, &s.papers, &s.marks, &s.cells, &s.batches,
		&s.heads, &s.stations, &s.rounds, &s.people, &s.cursors, &s.files,
	}
}

// draft is a state whose changes do not reach s.
func (s *state) draft() state {
	d := *s
	for _, t := range d.tables() {
		t.stage()
	}
	return d
}

// commit takes over the changes of a draft of s.
func (s *state) commit(d *state) {
	for _, t := range d.tables() {
		t.apply()
	}
	s.identity, s.setup, s.inForce = d.identity, d.setup, d.inForce
}

type tabler interface {
	init()
	stage()
	apply()
}

// table is a map, or a draft of one.
type table[K comparable, V any] struct {
	clone  func(V) V // nil: a copy of the value shares no memory
	rows   map[K]V
	staged map[K]*V // of a draft: what is put, nil where it is taken out
}

func (t *table[K, V]) init()  { t.rows = map[K]V{} }
func (t *table[K, V]) stage() { t.staged = map[K]*V{} }

func (t *table[K, V]) apply() {
	for k, v := range t.staged {
		if v == nil {
			delete(t.rows, k)
		} else {
			t.rows[k] = *v
		}
	}
}

func (t *table[K, V]) get(k K) (v V, ok bool) {
	if p, changed := t.staged[k]; !changed {
		v, ok = t.rows[k]
	} else if p != nil {
		v, ok = *p, true
	}
	return t.copied(v), ok
}

func (t *table[K, V]) put(k K, v V) {
	v = t.copied(v)
	t.staged[k] = &v
}

func (t *table[K, V]) remove(k K) { t.staged[k] = nil }

func (t *table[K, V]) copied(v V) V {
	if t.clone == nil {
		return v
	}
	return t.clone(v)
}

func (t *table[K, V]) sorted(compare func(a, b K) int) []K {
	return slices.SortedFunc(maps.Keys(t.rows), compare)
}

// The copies are as a record would give them back: times to the millisecond
// in UTC, no list without an item.

func cloneList[T any](l []T) []T {
	if len(l) == 0 {
		return nil
	}
	return slices.Clone(l)
}

func cloneSealed(s stampdesk.Sealed) stampdesk.Sealed {
	s.Entry.Facts = cloneList(s.Entry.Facts)
	s.Body = slices.Clone(s.Body)
	return s
}

func cloneMark(m stampdesk.Mark) stampdesk.Mark {
	m.Standing.At, m.Missing.At = store.Milli(m.Standing.At), store.Milli(m.Missing.At)
	m.Listed = cloneList(m.Listed)
	for i := range m.Listed {
		m.Listed[i].At = store.Milli(m.Listed[i].At)
	}
	return m
}

func cloneBatch(b stampdesk.Batch) stampdesk.Batch {
	b.Opened = store.Milli(b.Opened)
	b.Declared = maps.Clone(b.Declared)
	return b
}

func cloneSetup(s stampdesk.Setup) stampdesk.Setup {
	s.Round.Papers = cloneList(s.Round.Papers)
	s.Rules.NewCards = cloneList(s.Rules.NewCards)
	s.Duties = cloneList(s.Duties)
	for i := range s.Duties {
		s.Duties[i].People = cloneList(s.Duties[i].People)
	}
	return s
}
