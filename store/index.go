package store

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"iter"
	"slices"

	"stampdesk"
)

// An index leads from a key to the members who have it. It is a sorted list
// cut into blocks, and a block is one record: putting a block costs what
// putting a single entry would, and an import is a tenth of the puts.

// Indexed is one entry of an index.
type Indexed struct {
	Key    []byte
	Member stampdesk.MemberID
}

// Block is a stretch of an index, in order.
type Block []Indexed

const cards = "cards"

// blockBytes is about how long a block gets: half a page, so that a page holds
// two and a search reads little that it does not need.
const blockBytes = 2000

// The indexes of a roster. The key of a block is that of its first entry,
// WithMember.
var (
	Cards     = index(cards)
	OldCards  = index("oldcards")
	RecordNos = index("recordnos")
	Names     = index("names")   // the name as stampdesk.Fold gives it
	Belonging = index("belongs") // the units that a member BelongsTo
)

// Indexes are all of them.
var Indexes = [...]*Codec[Block]{&Cards, &OldCards, &RecordNos, &Names, &Belonging}

func index(kind string) Codec[Block] {
	return Codec[Block]{
		Kind: kind, version: 2, secret: true, // 2: blocks; before, every entry was a record
		write: func(w *writer, b *Block) {
			w.uvarint(uint64(len(*b)))
			for _, e := range *b {
				w.uvarint(uint64(len(e.Key)))
				w.raw(e.Key)
				w.u32(uint32(e.Member))
			}
		},
		read: func(r *reader, b *Block) {
			if r.version == 1 {
				readSingle(r, kind == cards, b)
				return
			}
			n := r.count(5)
			if n == 0 {
				return
			}
			r.b = slices.Clone(r.b) // one copy for all keys
			*b = make(Block, n)
			for i := range *b {
				(*b)[i] = Indexed{r.bytes(), stampdesk.MemberID(r.u32())}
			}
		},
	}
}

// readSingle reads a record of version 1: the key of the record is that of the
// entry, with the member's id at its end, but for a card, whose id was the
// value.
func readSingle(r *reader, ofCards bool, b *Block) {
	e := Indexed{Key: slices.Clone(r.key)}
	if ofCards {
		e.Member = stampdesk.MemberID(r.u32())
	} else if n := len(e.Key) - 4; n < 0 {
		r.bad = true
	} else {
		e.Member = stampdesk.MemberID(binary.BigEndian.Uint32(e.Key[n:]))
		e.Key = e.Key[:n]
	}
	*b = Block{e}
}

// Blocks yields an index of members as the keys and records of its blocks.
func (s *Sorted) Blocks(c *Codec[Block]) iter.Seq2[[]byte, []byte] {
	return func(yield func(key, rec []byte) bool) {
		var b Block
		size := 0
		put := func() bool {
			key := WithMember(slices.Clip(b[0].Key), b[0].Member)
			ok := yield(key, c.Encode(key, &b))
			b, size = b[:0], 0
			return ok
		}
		for e := range s.Index(c) {
			if size += len(e.Key) + 5; size > blockBytes && len(b) > 0 && !put() {
				return
			}
			b = append(b, e)
		}
		if len(b) > 0 {
			put()
		}
	}
}

// Index yields the entries of an index of members, in order.
func (s *Sorted) Index(c *Codec[Block]) iter.Seq[Indexed] {
	return func(yield func(Indexed) bool) {
		d := draft{items: make([]item, 0, len(s.Members))}
		for i := range s.Members {
			m := &s.Members[i]
			switch c.Kind {
			case Cards.Kind:
				d.card(m.Card, m.ID)
			case OldCards.Kind:
				d.card(m.OldCard, m.ID)
			case RecordNos.Kind:
				d.text(m.Record, m.ID)
			case Names.Kind:
				d.add(appendText(d.keys, stampdesk.Fold(m.Name)), m.ID)
			case Belonging.Kind:
				d.text(string(m.Unit), m.ID)
				if m.Host != m.Unit {
					d.text(string(m.Host), m.ID)
				}
			}
		}
		slices.SortFunc(d.items, d.compare)
		for _, it := range d.items {
			if !yield(Indexed{d.key(it), it.member}) {
				return
			}
		}
	}
}

// draft gathers the entries of an index. All keys lie in one piece of memory.
type draft struct {
	keys  []byte
	items []item
}

type item struct {
	begin    uint64 // the first 8 bytes of the key, which tell most apart
	from, to uint32 // where in keys
	member   stampdesk.MemberID
}

func (d *draft) card(n stampdesk.CardNumber, id stampdesk.MemberID) {
	if n != 0 {
		d.add(binary.BigEndian.AppendUint32(d.keys, uint32(n)), id)
	}
}

func (d *draft) text(s string, id stampdesk.MemberID) {
	if s != "" {
		d.add(appendText(d.keys, s), id)
	}
}

// add takes the keys with one more at their end.
func (d *draft) add(keys []byte, id stampdesk.MemberID) {
	it := item{from: uint32(len(d.keys)), to: uint32(len(keys)), member: id}
	d.keys = keys
	var first [8]byte
	copy(first[:], d.key(it))
	it.begin = binary.BigEndian.Uint64(first[:])
	d.items = append(d.items, it)
}

func (d *draft) key(it item) []byte { return d.keys[it.from:it.to:it.to] }

func (d *draft) compare(a, b item) int {
	if a.begin != b.begin {
		return cmp.Compare(a.begin, b.begin)
	}
	if x, y := d.key(a), d.key(b); len(x) > 8 || len(y) > 8 {
		if c := bytes.Compare(x, y); c != 0 {
			return c
		}
	} else if len(x) != len(y) {
		return cmp.Compare(len(x), len(y))
	}
	return cmp.Compare(a.member, b.member)
}
