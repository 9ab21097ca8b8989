package bolt

import (
	"errors"
	"fmt"

	"stampdesk"
	"stampdesk/store"
)

// journalFill is how full a page of the journal is left: entries come at the
// end, so that nothing is ever put between.
const journalFill = 0.95

// transaction is a reader that writes to desk.db.
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
	b, err := bucket(t.tx, store.Entries.Kind)
	if err != nil {
		return stampdesk.Entry{}, err
	}
	key := store.EntryKey(e.Key)
	if b.Get(key) != nil { // an entry is never written over
		return stampdesk.Entry{}, store.Entries.Damaged(key, "lies beyond the head of its desk")
	}
	b.FillPercent = journalFill
	if err := b.Put(key, rec); err != nil {
		return stampdesk.Entry{}, err
	}
	head.Seq, head.Chain = e.Key.Seq, e.Chain
	return e, put(t.tx, &store.Heads, store.TextKey(head.Desk), &head)
}

func (t *transaction) PutPaper(k stampdesk.EntryKey, lines []stampdesk.Line) error {
	b, err := bucket(t.tx, store.Papers.Kind)
	if err != nil {
		return err
	}
	if b.Get(store.LineKey(k, 0)) != nil {
		return fmt.Errorf("entry %v has its paper already", k)
	}
	b.FillPercent = journalFill
	for i := range lines {
		key := store.LineKey(k, i)
		if err := b.Put(key, store.Papers.Encode(key, &lines[i])); err != nil {
			return err
		}
	}
	return nil
}

func (t *transaction) UseRoster(h stampdesk.Hash) error {
	if _, err := t.store.rosters.get(h); err != nil {
		return err
	}
	f, err := getMeta(t.tx, &store.InForces)
	if err != nil {
		return err
	}
	f = f.Use(h)
	t.closeRoster()
	return putMeta(t.tx, &store.InForces, &f)
}

func (t *transaction) PutMark(k stampdesk.MarkKey, m stampdesk.Mark) error {
	return put(t.tx, &store.Marks, store.MarkKey(k), &m)
}

func (t *transaction) AddCount(c stampdesk.Cell, n int64) error {
	key := store.CellKey(c)
	was, there, err := get(t.tx, &store.Cells, key)
	if err != nil {
		return err
	}
	n += was
	switch {
	case n == was:
		return nil
	case n != 0:
		return put(t.tx, &store.Cells, key, &n)
	case there:
		b, err := bucket(t.tx, store.Cells.Kind)
		if err != nil {
			return err
		}
		return b.Delete(key)
	}
	return nil
}

func (t *transaction) PutBatch(b stampdesk.Batch) error {
	return put(t.tx, &store.Batches, store.TextKey(b.ID), &b)
}

func (t *transaction) PutStation(s stampdesk.Station) error {
	return put(t.tx, &store.Stations, store.TextKey(s.Desk), &s)
}

func (t *transaction) PutRoundClosed(round uint8, k stampdesk.EntryKey) error {
	return put(t.tx, &store.Rounds, []byte{round}, &k)
}

func (t *transaction) PutSetup(s stampdesk.Setup) error { return putMeta(t.tx, &store.Setups, &s) }

func (t *transaction) PutPerson(p stampdesk.Person) error {
	return put(t.tx, &store.People, store.TextKey(p.ID), &p)
}

func (t *transaction) PutCursor(name string, at uint64) error {
	return put(t.tx, &store.Cursors, store.TextKey(name), &at)
}

func (t *transaction) PutFile(name stampdesk.FileName, body []byte) error {
	b, err := t.tx.CreateBucketIfNotExists([]byte(store.Files.Kind))
	if err != nil {
		return err
	}
	key := store.TextKey(name)
	if len(body) == 0 {
		return b.Delete(key)
	}
	return b.Put(key, store.Files.Encode(key, &body))
}

func (t *transaction) RaiseEpoch() (stampdesk.Identity, error) {
	id, err := t.Identity()
	if err == nil {
		id, err = store.NextEpoch(id)
	}
	if err != nil {
		return id, err
	}
	return id, putMeta(t.tx, &store.Identities, &id)
}
