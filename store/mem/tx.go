package mem

import (
	"errors"
	"fmt"
	"slices"

	"stampdesk"
	"stampdesk/store"
)

// reader reads single things in a state or in a draft of one.
type reader struct {
	store *Store
	*state
}

func (r *reader) Identity() (stampdesk.Identity, error) { return r.identity, nil }
func (r *reader) Setup() (stampdesk.Setup, error)       { return cloneSetup(r.setup), nil }

func (r *reader) Entry(k stampdesk.EntryKey) (*stampdesk.Entry, error) {
	s, ok := r.entries.get(k)
	if !ok {
		return nil, fmt.Errorf("entry %v: %w", k, stampdesk.ErrNotFound)
	}
	return &s.Entry, nil
}

func (r *reader) Mark(k stampdesk.MarkKey) (stampdesk.Mark, error) { return value(r.marks.get(k)) }
func (r *reader) Batch(id stampdesk.BatchID) (*stampdesk.Batch, error) {
	return pointer(r.batches.get(id))
}
func (r *reader) Count(c stampdesk.Cell) (int64, error) { return value(r.cells.get(c)) }
func (r *reader) Cursor(name string) (uint64, error)    { return value(r.cursors.get(name)) }

func (r *reader) File(name stampdesk.FileName) ([]byte, error) {
	return value(r.files.get(name))
}

func (r *reader) Person(id stampdesk.PersonID) (*stampdesk.Person, error) {
	return pointer(r.people.get(id))
}

func (r *reader) Station(d stampdesk.DeskID) (stampdesk.Station, error) {
	return value(r.stations.get(d))
}

func (r *reader) RoundClosed(round uint8) (stampdesk.EntryKey, error) {
	return value(r.rounds.get(round))
}

// Head of a desk that has no entry yet has the number 0 and the chain that
// its first entry follows on.
func (r *reader) Head(desk stampdesk.DeskID) (stampdesk.Head, error) {
	if h, ok := r.heads.get(desk); ok {
		return h, nil
	}
	return store.Start(r.identity, desk), nil
}

func (r *reader) Roster() (stampdesk.RosterInfo, error) { return r.roster().Info, nil }

func (r *reader) RosterBefore() (stampdesk.RosterInfo, error) { return r.before().Info, nil }

func (r *reader) Unit(code stampdesk.UnitCode) (*stampdesk.UnitInfo, error) {
	return pointer(r.roster().unit(code))
}

func (r *reader) Member(card stampdesk.CardNumber) (*stampdesk.Member, error) {
	return pointer(r.roster().byCard(card))
}

func (r *reader) Replaced(card stampdesk.CardNumber) (*stampdesk.Member, error) {
	return pointer(r.roster().byOldCard(card))
}

// roster is the one in force, or an empty one; before is the one before it.
func (r *reader) roster() *roster { return r.saved(r.inForce.Now) }
func (r *reader) before() *roster { return r.saved(r.inForce.Before) }

func (r *reader) saved(h stampdesk.Hash) *roster {
	if p := r.store.rosters.get(h); p != nil {
		return p
	}
	return newRoster(&store.Sorted{})
}

func value[T any](v T, _ bool) (T, error) { return v, nil }

func pointer[T any](v T, ok bool) (*T, error) {
	if !ok {
		return nil, nil
	}
	return &v, nil
}

// transaction is a reader that writes, to a draft.
type transaction struct{ reader }

var _ stampdesk.Tx = (*transaction)(nil)

var errNoDesk = errors.New("the entry names no desk")

func (t *transaction) Append(e stampdesk.Entry) (stampdesk.Entry, error) {
	if e.Key.Desk == "" {
		return stampdesk.Entry{}, errNoDesk
	}
	head, err := t.Head(e.Key.Desk)
	if err != nil {
		return stampdesk.Entry{}, err
	}
	e, rec := store.Seal(e, head)
	head.Seq, head.Chain = e.Key.Seq, e.Chain
	t.heads.put(head.Desk, head)
	t.entries.put(e.Key, stampdesk.Sealed{Entry: e, Body: store.Body(rec)})
	return e, nil
}

func (t *transaction) PutPaper(k stampdesk.EntryKey, lines []stampdesk.Line) error {
	if _, ok := t.papers.get(k); ok {
		return fmt.Errorf("entry %v has its paper already", k)
	}
	if len(lines) > 0 {
		t.papers.put(k, lines)
	}
	return nil
}

func (t *transaction) UseRoster(h stampdesk.Hash) error {
	if t.store.rosters.get(h) == nil {
		return fmt.Errorf("roster %s: %w", h.Short(), stampdesk.ErrNotFound)
	}
	t.inForce = t.inForce.Use(h)
	return nil
}

func (t *transaction) AddCount(c stampdesk.Cell, n int64) error {
	was, _ := t.cells.get(c)
	if n += was; n == 0 {
		t.cells.remove(c)
	} else {
		t.cells.put(c, n)
	}
	return nil
}

func (t *transaction) PutMark(k stampdesk.MarkKey, m stampdesk.Mark) error {
	t.marks.put(k, m)
	return nil
}

func (t *transaction) PutBatch(b stampdesk.Batch) error {
	t.batches.put(b.ID, b)
	return nil
}

func (t *transaction) PutStation(s stampdesk.Station) error {
	t.stations.put(s.Desk, s)
	return nil
}

func (t *transaction) PutRoundClosed(round uint8, k stampdesk.EntryKey) error {
	t.rounds.put(round, k)
	return nil
}

func (t *transaction) PutSetup(s stampdesk.Setup) error {
	t.setup = cloneSetup(s)
	return nil
}

func (t *transaction) PutPerson(p stampdesk.Person) error {
	t.people.put(p.ID, p)
	return nil
}

func (t *transaction) PutCursor(name string, at uint64) error {
	t.cursors.put(name, at)
	return nil
}

func (t *transaction) PutFile(name stampdesk.FileName, body []byte) error {
	if len(body) == 0 {
		t.files.remove(name)
	} else {
		t.files.put(name, slices.Clone(body))
	}
	return nil
}

func (t *transaction) RaiseEpoch() (id stampdesk.Identity, err error) {
	if id, err = store.NextEpoch(t.identity); err == nil {
		t.identity = id
	}
	return id, err
}
