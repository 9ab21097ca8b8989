package bolt

import (
	"fmt"

	"go.etcd.io/bbolt"

	"stampdesk"
	"stampdesk/store"
)

const metaBucket = "meta" // records that there is one of; each under its kind

// deskBuckets are the buckets of desk.db. All are at the top: the small ones
// then lie in the root page, which every commit writes anyway.
var deskBuckets = []string{
	metaBucket, store.Entries.Kind, store.Papers.Kind, store.Marks.Kind, store.Cells.Kind,
	store.Batches.Kind, store.Heads.Kind, store.Stations.Kind, store.Rounds.Kind,
	store.People.Kind, store.Cursors.Kind, store.Files.Kind,
}

func bucket(tx *bbolt.Tx, name string) (*bbolt.Bucket, error) {
	if b := tx.Bucket([]byte(name)); b != nil {
		return b, nil
	}
	return nil, fmt.Errorf("%s: the bucket is not there: %w", name, stampdesk.ErrDamaged)
}

// get reads one record; ok is false where there is none.
func get[T any](tx *bbolt.Tx, c *store.Codec[T], key []byte) (v T, ok bool, err error) {
	b, err := bucket(tx, c.Kind)
	if err != nil {
		return v, false, err
	}
	rec := b.Get(key)
	if rec == nil {
		return v, false, nil
	}
	v, err = c.Decode(key, rec)
	return v, err == nil, err
}

func put[T any](tx *bbolt.Tx, c *store.Codec[T], key []byte, v *T) error {
	b, err := bucket(tx, c.Kind)
	if err != nil {
		return err
	}
	return b.Put(key, c.Encode(key, v))
}

// getMeta reads the one record of a kind, zero where it was never written.
func getMeta[T any](tx *bbolt.Tx, c *store.Codec[T]) (v T, err error) {
	b, err := bucket(tx, metaBucket)
	if err != nil {
		return v, err
	}
	if rec := b.Get([]byte(c.Kind)); rec != nil {
		return c.Decode([]byte(c.Kind), rec)
	}
	return v, nil
}

func putMeta[T any](tx *bbolt.Tx, c *store.Codec[T], v *T) error {
	b, err := bucket(tx, metaBucket)
	if err != nil {
		return err
	}
	return b.Put([]byte(c.Kind), c.Encode([]byte(c.Kind), v))
}

// checkSchema says whether this program can work with the file.
func checkSchema(tx *bbolt.Tx, file string) error {
	schema, err := getMeta(tx, &store.Schemas)
	switch {
	case err != nil:
		return fmt.Errorf("%s: %w", file, err)
	case schema == 0:
		return fmt.Errorf("%s has no schema number: %w", file, stampdesk.ErrDamaged)
	case schema > store.Schema:
		return fmt.Errorf("%s has schema %d, this program knows up to %d: %w",
			file, schema, store.Schema, stampdesk.ErrNewerStore)
	}
	return nil
}
