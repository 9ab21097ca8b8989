package store

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"

	"stampdesk"
)

// Codec is the form of one kind of record.
type Codec[T any] struct {
	Kind    string // what errors call it, and the bucket that keeps it
	version uint8  // the version written; all up to it are read
	secret  bool   // the key holds a name: errors show no more of it than the id at its end
	write   func(*writer, *T)
	read    func(*reader, *T)
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

const sumLen = 4

// Encode gives the record of v under this key, in memory of its own.
func (c *Codec[T]) Encode(key []byte, v *T) []byte {
	return c.Append(make([]byte, 0, 160), key, v)
}

// Append adds the record of v under this key to b.
func (c *Codec[T]) Append(b, key []byte, v *T) []byte {
	w := writer{b}
	w.u8(c.version)
	c.write(&w, v)
	return c.sum(key, w.b, len(b))
}

// Decode reads a record found under this key. An error wraps
// stampdesk.ErrDamaged; a record that is sound but of a version this program
// does not know gives stampdesk.ErrNewerStore. The value shares no memory
// with rec.
func (c *Codec[T]) Decode(key, rec []byte) (v T, err error) {
	if len(rec) < 1+sumLen {
		return v, c.Damaged(key, "cut short")
	}
	body := rec[:len(rec)-sumLen]
	if c.crc(key, body) != binary.LittleEndian.Uint32(rec[len(body):]) {
		return v, c.Damaged(key, "wrong checksum")
	}
	r := reader{version: body[0], key: key, b: body, off: 1}
	if r.version == 0 || r.version > c.version {
		return v, fmt.Errorf("%s %s: record version %d: %w", c.Kind, c.show(key), r.version, stampdesk.ErrNewerStore)
	}
	c.read(&r, &v)
	if r.bad || r.off != len(body) {
		var zero T
		return zero, c.Damaged(key, "does not decode")
	}
	return v, nil
}

// Damaged is the error of a record of this kind.
func (c *Codec[T]) Damaged(key []byte, why string) error {
	return fmt.Errorf("%s %s: %s: %w", c.Kind, c.show(key), why, stampdesk.ErrDamaged)
}

func (c *Codec[T]) show(key []byte) string {
	if c.secret && len(key) > 4 {
		key = key[len(key)-4:]
	}
	return fmt.Sprintf("%x", key)
}

// sum ends the record that begins at from.
func (c *Codec[T]) sum(key, b []byte, from int) []byte {
	return binary.LittleEndian.AppendUint32(b, c.crc(key, b[from:]))
}

func (c *Codec[T]) crc(key, body []byte) uint32 {
	sum := crc32.Update(0, castagnoli, []byte(c.Kind))
	sum = crc32.Update(sum, castagnoli, key)
	return crc32.Update(sum, castagnoli, body)
}
