package store

import (
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

	records []byte   // of the members, one after the other
	ends    []uint32 // where each of them ends
}

// Sort puts a roster into the order in which it is kept, adds up its figures
// and gives it its hash. It refuses one in which a member has no id, or two
// have the same id or the same card: it would give two answers to one
// question. Members that are in order already are kept, not copied.
func Sort(r stampdesk.Roster) (*Sorted, error) {
	s := &Sorted{Members: r.Members}
	byID := func(a, b stampdesk.Member) int { return cmp.Compare(a.ID, b.ID) }
	if !slices.IsSortedFunc(s.Members, byID) {
		s.Members = slices.Clone(s.Members)
		slices.SortFunc(s.Members, byID)
	}
	if err := s.clashes(); err != nil {
		return nil, err
	}
	if err := s.addUp(r.Units); err != nil {
		return nil, err
	}
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

// clashes finds members who cannot be told apart.
func (s *Sorted) clashes() error {
	cards := make([]uint64, 0, len(s.Members)) // number, then id
	for i := range s.Members {
		m := &s.Members[i]
		switch {
		case m.ID == 0:
			return fmt.Errorf("roster: a member with card %s has no id", m.Card)
		case i > 0 && s.Members[i-1].ID == m.ID:
			return fmt.Errorf("roster: member %d is there twice", m.ID)
		case m.Card != 0:
			cards = append(cards, uint64(m.Card)<<32|uint64(m.ID))
		}
	}
	slices.Sort(cards)
	for i := 1; i < len(cards); i++ {
		if a, b := cards[i-1], cards[i]; a>>32 == b>>32 {
			return fmt.Errorf("roster: members %d and %d have the same card %s", uint32(a), uint32(b), stampdesk.CardNumber(b>>32))
		}
	}
	return nil
}

// addUp gives every unit its figures.
func (s *Sorted) addUp(of []stampdesk.Unit) error {
	units := make(map[stampdesk.UnitCode]*stampdesk.UnitInfo, len(of))
	for _, u := range of {
		if units[u.Code] != nil {
			return fmt.Errorf("roster: unit %s is there twice", u.Code)
		}
		units[u.Code] = &stampdesk.UnitInfo{Unit: u}
	}
	var cells stampdesk.NamedCells
	last := &stampdesk.UnitInfo{} // of the member before: most come unit by unit
	for i := range s.Members {
		m := &s.Members[i]
		if m.Host != "" && units[m.Host] == nil {
			units[m.Host] = &stampdesk.UnitInfo{Unit: stampdesk.Unit{Code: m.Host}}
		}
		if m.Unit == "" {
			continue
		}
		if m.Unit != last.Code {
			if last = units[m.Unit]; last == nil {
				last = &stampdesk.UnitInfo{Unit: stampdesk.Unit{Code: m.Unit}}
				units[m.Unit] = last
			}
		}
		last.Add(m.Headcount())
		cells.Add(m)
	}
	for _, u := range units {
		u.Cells = cells.Of(u.Code)
		s.Units = append(s.Units, *u)
		s.Info.Total.Add(u.Headcount)
	}
	slices.SortFunc(s.Units, func(a, b stampdesk.UnitInfo) int { return cmp.Compare(a.Code, b.Code) })
	return nil
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

// MemberRecords yields the keys and records of the members by id. They are
// made once, for the hash, and kept for whoever writes them.
func (s *Sorted) MemberRecords() iter.Seq2[[]byte, []byte] {
	if s.ends == nil {
		s.encode()
	}
	return func(yield func(key, rec []byte) bool) {
		var from uint32
		for i, end := range s.ends {
			if !yield(MemberKey(s.Members[i].ID), s.records[from:end:end]) {
				return
			}
			from = end
		}
	}
}

func (s *Sorted) encode() {
	const usual = 160 // bytes of a record
	s.records = make([]byte, 0, usual*len(s.Members))
	s.ends = make([]uint32, len(s.Members))
	var key [4]byte
	for i := range s.Members {
		binary.BigEndian.PutUint32(key[:], uint32(s.Members[i].ID))
		s.records = Members.Append(s.records, key[:], &s.Members[i])
		s.ends[i] = uint32(len(s.records))
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
