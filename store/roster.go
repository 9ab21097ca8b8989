package store

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"hash"
	"iter"
	"slices"

	"stampdesk"
)

// Sorted is a roster as every engine keeps it: members by id, units by code
// with their figures, every unit there that a member names.
type Sorted struct {
	Info    stampdesk.RosterInfo
	Units   []stampdesk.UnitInfo
	Members []stampdesk.Member
}

// Sort puts a roster into the order in which it is kept, adds up its figures
// and gives it its hash. It refuses one in which a member has no id, or two
// have the same id or the same card: it would give two answers to one question.
func Sort(r stampdesk.Roster) (*Sorted, error) {
	s := &Sorted{Members: slices.Clone(r.Members)}
	slices.SortFunc(s.Members, func(a, b stampdesk.Member) int { return cmp.Compare(a.ID, b.ID) })
	units := make(map[stampdesk.UnitCode]*stampdesk.UnitInfo, len(r.Units))
	for _, u := range r.Units {
		if units[u.Code] != nil {
			return nil, fmt.Errorf("roster: unit %s is there twice", u.Code)
		}
		units[u.Code] = &stampdesk.UnitInfo{Unit: u}
	}
	cards := make(map[stampdesk.CardNumber]stampdesk.MemberID, len(s.Members))
	for i := range s.Members {
		m := &s.Members[i]
		switch other, taken := cards[m.Card]; {
		case m.ID == 0:
			return nil, fmt.Errorf("roster: a member with card %s has no id", m.Card)
		case i > 0 && s.Members[i-1].ID == m.ID:
			return nil, fmt.Errorf("roster: member %d is there twice", m.ID)
		case m.Card != 0 && taken:
			return nil, fmt.Errorf("roster: members %d and %d have the same card %s", other, m.ID, m.Card)
		}
		cards[m.Card] = m.ID
		for _, code := range []stampdesk.UnitCode{m.Unit, m.Host} {
			if code != "" && units[code] == nil {
				units[code] = &stampdesk.UnitInfo{Unit: stampdesk.Unit{Code: code}}
			}
		}
		if m.Unit != "" {
			units[m.Unit].Add(m.Headcount())
		}
	}
	for _, u := range units {
		s.Units = append(s.Units, *u)
		s.Info.Total.Add(u.Headcount)
	}
	slices.SortFunc(s.Units, func(a, b stampdesk.UnitInfo) int { return cmp.Compare(a.Code, b.Code) })
	s.Info.Members = len(s.Members)
	sum := NewRosterSum()
	for _, rec := range s.UnitRecords() {
		sum.Add(rec)
	}
	for _, rec := range s.MemberRecords() {
		sum.Add(rec)
	}
	s.Info.Hash = sum.Hash()
	return s, nil
}

// UnitRecords yields the keys and records of the units by code.
func (s *Sorted) UnitRecords() iter.Seq2[[]byte, []byte] {
	return func(yield func(key, rec []byte) bool) {
		for i := range s.Units {
			key := TextKey(s.Units[i].Code)
			if !yield(key, Units.Encode(key, &s.Units[i])) {
				return
			}
		}
	}
}

// MemberRecords yields the keys and records of the members by id.
func (s *Sorted) MemberRecords() iter.Seq2[[]byte, []byte] {
	return func(yield func(key, rec []byte) bool) {
		for i := range s.Members {
			key := MemberKey(s.Members[i].ID)
			if !yield(key, Members.Encode(key, &s.Members[i])) {
				return
			}
		}
	}
}

// CardRecords yields the keys and records that lead from a card to its member.
func (s *Sorted) CardRecords() iter.Seq2[[]byte, []byte] {
	return sortedRecords(&Cards, s.Members, func(m *stampdesk.Member, put func([]byte, stampdesk.MemberID)) {
		if m.Card != 0 {
			put(CardKey(m.Card), m.ID)
		}
	})
}

// IndexRecords yields the keys and records of one of the indexes.
func (s *Sorted) IndexRecords(c *Codec[Nothing]) iter.Seq2[[]byte, []byte] {
	return sortedRecords(c, s.Members, func(m *stampdesk.Member, put func([]byte, Nothing)) {
		for _, key := range indexKeys(c.Kind, m) {
			put(WithMember(key, m.ID), Nothing{})
		}
	})
}

func indexKeys(kind string, m *stampdesk.Member) (keys [][]byte) {
	switch kind {
	case OldCards.Kind:
		if m.OldCard != 0 {
			keys = append(keys, CardKey(m.OldCard))
		}
	case RecordNos.Kind:
		if m.Record != "" {
			keys = append(keys, TextKey(m.Record))
		}
	case Names.Kind:
		keys = append(keys, TextKey(stampdesk.Fold(m.Name)))
	case Belonging.Kind:
		if m.Unit != "" {
			keys = append(keys, TextKey(m.Unit))
		}
		if m.Host != "" && m.Host != m.Unit {
			keys = append(keys, TextKey(m.Host))
		}
	}
	return keys
}

func sortedRecords[T any](
	c *Codec[T], members []stampdesk.Member, each func(*stampdesk.Member, func([]byte, T)),
) iter.Seq2[[]byte, []byte] {
	return func(yield func(key, rec []byte) bool) {
		type item struct {
			key []byte
			v   T
		}
		items := make([]item, 0, len(members))
		for i := range members {
			each(&members[i], func(key []byte, v T) { items = append(items, item{key, v}) })
		}
		slices.SortFunc(items, func(a, b item) int { return bytes.Compare(a.key, b.key) })
		for i := range items {
			if !yield(items[i].key, c.Encode(items[i].key, &items[i].v)) {
				return
			}
		}
	}
}

// RosterSum makes the hash that names a roster: a SHA-256 over the records of
// its units by code and then of its members by id, each with its length
// before it. The records are hashed as stored, never a re-encoding.
type RosterSum struct{ h hash.Hash }

// NewRosterSum begins a sum.
func NewRosterSum() RosterSum { return RosterSum{sha256.New()} }

// Add adds the next record.
func (s RosterSum) Add(rec []byte) {
	var n [4]byte
	binary.LittleEndian.PutUint32(n[:], uint32(len(rec)))
	s.h.Write(n[:])
	s.h.Write(rec)
}

// Hash is the hash of all that was added.
func (s RosterSum) Hash() stampdesk.Hash { return stampdesk.Hash(s.h.Sum(nil)) }
