package bolt

import (
	"fmt"

	"go.etcd.io/bbolt"

	"stampdesk"
	"stampdesk/store"
)

// reader reads single things in one transaction of desk.db, and members in
// one of the roster file that desk.db names.
type reader struct {
	store  *Store
	tx     *bbolt.Tx
	roster *rosterTx // nil until it is asked for
	before *rosterTx // the one before it, likewise
	over   bool
}

func (r *reader) end() {
	r.over = true
	r.closeRoster()
}

func (r *reader) Identity() (stampdesk.Identity, error) { return getMeta(r.tx, &store.Identities) }
func (r *reader) Setup() (stampdesk.Setup, error)       { return getMeta(r.tx, &store.Setups) }

func (r *reader) Entry(k stampdesk.EntryKey) (*stampdesk.Entry, error) {
	e, ok, err := get(r.tx, &store.Entries, store.EntryKey(k))
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, fmt.Errorf("entry %v: %w", k, stampdesk.ErrNotFound)
	}
	return &e, nil
}

func (r *reader) Mark(k stampdesk.MarkKey) (stampdesk.Mark, error) {
	m, _, err := get(r.tx, &store.Marks, store.MarkKey(k))
	return m, err
}

func (r *reader) Batch(id stampdesk.BatchID) (*stampdesk.Batch, error) {
	return pointer(get(r.tx, &store.Batches, store.TextKey(id)))
}

func (r *reader) Person(id stampdesk.PersonID) (*stampdesk.Person, error) {
	return pointer(get(r.tx, &store.People, store.TextKey(id)))
}

func (r *reader) Station(desk stampdesk.DeskID) (stampdesk.Station, error) {
	s, _, err := get(r.tx, &store.Stations, store.TextKey(desk))
	return s, err
}

func (r *reader) RoundClosed(round uint8) (stampdesk.EntryKey, error) {
	k, _, err := get(r.tx, &store.Rounds, []byte{round})
	return k, err
}

// Head of a desk that has no entry yet has the number 0 and the chain that
// its first entry follows on.
func (r *reader) Head(desk stampdesk.DeskID) (stampdesk.Head, error) {
	h, ok, err := get(r.tx, &store.Heads, store.TextKey(desk))
	if err != nil || ok {
		return h, err
	}
	id, err := r.Identity()
	return store.Start(id, desk), err
}

func (r *reader) Count(c stampdesk.Cell) (int64, error) {
	n, _, err := get(r.tx, &store.Cells, store.CellKey(c))
	return n, err
}

func (r *reader) Cursor(name string) (uint64, error) {
	at, _, err := get(r.tx, &store.Cursors, store.TextKey(name))
	return at, err
}

func (r *reader) File(name stampdesk.FileName) ([]byte, error) {
	if r.tx.Bucket([]byte(store.Files.Kind)) == nil { // a store of before there were any
		return nil, nil
	}
	body, _, err := get(r.tx, &store.Files, store.TextKey(name))
	return body, err
}

func (r *reader) Roster() (stampdesk.RosterInfo, error) {
	t, err := r.inForce()
	if t == nil {
		return stampdesk.RosterInfo{}, err
	}
	return t.file.info, nil
}

func (r *reader) RosterBefore() (stampdesk.RosterInfo, error) {
	t, err := r.outOfForce()
	if t == nil {
		return stampdesk.RosterInfo{}, err
	}
	return t.file.info, nil
}

func (r *reader) Unit(code stampdesk.UnitCode) (*stampdesk.UnitInfo, error) {
	t, err := r.inForce()
	if t == nil {
		return nil, err
	}
	return pointer(get(t.tx, &store.Units, store.TextKey(code)))
}

func (r *reader) Member(card stampdesk.CardNumber) (*stampdesk.Member, error) {
	t, err := r.inForce()
	if t == nil {
		return nil, err
	}
	return t.firstOf(&store.Cards, store.CardKey(card))
}

func (r *reader) Replaced(card stampdesk.CardNumber) (*stampdesk.Member, error) {
	t, err := r.inForce()
	if t == nil {
		return nil, err
	}
	return t.firstOf(&store.OldCards, store.CardKey(card))
}

// inForce gives the roster in force, nil where there is none.
func (r *reader) inForce() (*rosterTx, error) {
	if r.roster != nil {
		return r.roster, nil
	}
	f, err := getMeta(r.tx, &store.InForces)
	if err != nil || f.Now == (stampdesk.Hash{}) {
		return nil, err
	}
	file, err := r.store.rosters.need(f.Now)
	if err != nil {
		return nil, err
	}
	r.roster, err = file.begin()
	return r.roster, err
}

// outOfForce gives the roster before the one in force, nil where there is none.
func (r *reader) outOfForce() (*rosterTx, error) {
	if r.before != nil {
		return r.before, nil
	}
	f, err := getMeta(r.tx, &store.InForces)
	if err != nil || f.Before == (stampdesk.Hash{}) {
		return nil, err
	}
	file, err := r.store.rosters.need(f.Before)
	if err != nil {
		return nil, err
	}
	r.before, err = file.begin()
	return r.before, err
}

func (r *reader) closeRoster() {
	for _, t := range [...]**rosterTx{&r.roster, &r.before} {
		if *t != nil {
			(*t).end()
			*t = nil
		}
	}
}

func pointer[T any](v T, ok bool, err error) (*T, error) {
	if err != nil || !ok {
		return nil, err
	}
	return &v, nil
}
