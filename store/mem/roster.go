package mem

import (
	"cmp"
	"iter"
	"slices"
	"sync"

	"stampdesk"
	"stampdesk/store"
)

// rosters are all that were ever saved, by their hash.
type rosters struct {
	mu   sync.RWMutex
	byID map[stampdesk.Hash]*roster
}

func (r *rosters) get(h stampdesk.Hash) *roster {
	r.mu.RLock()
	defer r.mu.RUnlock()
	return r.byID[h]
}

func (r *rosters) put(p *roster) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.byID == nil {
		r.byID = map[stampdesk.Hash]*roster{}
	}
	r.byID[p.Info.Hash] = p
}

// roster never changes once it is made.
type roster struct {
	*store.Sorted
	cards    map[stampdesk.CardNumber]int // where in Members
	oldCards map[stampdesk.CardNumber]int
}

func newRoster(s *store.Sorted) *roster {
	r := &roster{s, map[stampdesk.CardNumber]int{}, map[stampdesk.CardNumber]int{}}
	for i, m := range s.Members {
		if m.Card != 0 {
			r.cards[m.Card] = i
		}
		if _, taken := r.oldCards[m.OldCard]; m.OldCard != 0 && !taken { // the lowest id, as an index finds it
			r.oldCards[m.OldCard] = i
		}
	}
	return r
}

func (r *roster) unit(code stampdesk.UnitCode) (stampdesk.UnitInfo, bool) {
	i, ok := slices.BinarySearchFunc(r.Units, code, func(u stampdesk.UnitInfo, code stampdesk.UnitCode) int {
		return cmp.Compare(u.Code, code)
	})
	if !ok {
		return stampdesk.UnitInfo{}, false
	}
	return r.Units[i], true
}

func (r *roster) byCard(n stampdesk.CardNumber) (stampdesk.Member, bool) {
	i, ok := r.cards[n]
	if !ok {
		return stampdesk.Member{}, false
	}
	return r.Members[i], true
}

func (r *roster) byOldCard(n stampdesk.CardNumber) (stampdesk.Member, bool) {
	i, ok := r.oldCards[n]
	if !ok {
		return stampdesk.Member{}, false
	}
	return r.Members[i], true
}

func (s *snapshot) Units() iter.Seq2[stampdesk.UnitInfo, error] {
	return walk(s, func() iter.Seq[stampdesk.UnitInfo] { return values(s.roster().Units) })
}

func (s *snapshot) Members() iter.Seq2[stampdesk.Member, error] {
	return s.members(func(*stampdesk.Member) bool { return true })
}

func (s *snapshot) MembersBefore() iter.Seq2[stampdesk.Member, error] {
	return walk(s, func() iter.Seq[stampdesk.Member] { return values(s.before().Members) })
}

func (s *snapshot) MembersOf(unit stampdesk.UnitCode) iter.Seq2[stampdesk.Member, error] {
	return s.members(func(m *stampdesk.Member) bool { return m.BelongsTo(unit) })
}

func (s *snapshot) ByOldCard(card stampdesk.CardNumber) iter.Seq2[stampdesk.Member, error] {
	return s.members(func(m *stampdesk.Member) bool { return card != 0 && m.OldCard == card })
}

func (s *snapshot) ByRecord(record string) iter.Seq2[stampdesk.Member, error] {
	return s.members(func(m *stampdesk.Member) bool { return record != "" && m.Record == record })
}

func (s *snapshot) ByName(name string) iter.Seq2[stampdesk.Member, error] {
	folded := stampdesk.Fold(name)
	return s.members(func(m *stampdesk.Member) bool { return stampdesk.Fold(m.Name) == folded })
}

func (s *snapshot) members(want func(*stampdesk.Member) bool) iter.Seq2[stampdesk.Member, error] {
	return walk(s, func() iter.Seq[stampdesk.Member] {
		return func(yield func(stampdesk.Member) bool) {
			for _, m := range s.roster().Members {
				if want(&m) && !yield(m) {
					return
				}
			}
		}
	})
}
