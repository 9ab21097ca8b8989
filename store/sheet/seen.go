package sheet

import (
	"hash/maphash"
	"math/bits"

	"stampdesk"
)

// seen finds keys that come twice. Nearly every key of a roster comes once,
// and a filter that stays in the processor's cache says so; a map of a large
// city's members takes longer than cutting their file into cells.
type seen struct {
	filter []uint64 // a bit for every key that was met, and for many that were not
	met    []keyLine
	index  map[uint64]int // line of the first of each key of met[:indexed]
	done   int            // how many of met are in the index
}

type keyLine struct {
	key  uint64
	line int
}

// newSeen makes room for about n keys.
func newSeen(n int) seen {
	return seen{filter: make([]uint64, 1<<bits.Len(uint(n))), met: make([]keyLine, 0, n)}
}

// add notes a key; false if it may have been met before. Keys that differ in
// their low bits do not get in each other's way.
func (s *seen) add(key uint64, line int) bool {
	at, bit := key>>6&uint64(len(s.filter)-1), uint64(1)<<(key&63)
	s.met = append(s.met, keyLine{key, line})
	fresh := s.filter[at]&bit == 0
	s.filter[at] |= bit
	return fresh
}

// first gives the line on which a key that was added was met first.
func (s *seen) first(key uint64) int {
	if s.index == nil {
		s.index = make(map[uint64]int, len(s.met))
	}
	for _, m := range s.met[s.done:] {
		if _, ok := s.index[m.key]; !ok {
			s.index[m.key] = m.line
		}
	}
	s.done = len(s.met)
	return s.index[key]
}

// firsts fills in the lines on which some keys were met first.
func (s *seen) firsts(of map[uint64]int) {
	if len(of) == 0 {
		return
	}
	for _, m := range s.met {
		if line, ok := of[m.key]; ok && line == 0 {
			of[m.key] = m.line
		}
	}
}

var seed = maphash.MakeSeed()

// personKey stands for a name and a birth date. Two persons with one key would
// be no more than a warning too many.
func personKey(name string, birth stampdesk.Date) uint64 {
	day := uint64(uint16(birth.Year))<<16 | uint64(birth.Month)<<8 | uint64(birth.Day)
	return maphash.String(seed, name) ^ day*0xD6E8FEB86659FD93
}

// textKey stands for a text.
func textKey(s string) uint64 { return maphash.String(seed, s) }
