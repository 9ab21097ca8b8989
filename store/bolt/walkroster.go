package bolt

import (
	"iter"

	"stampdesk"
	"stampdesk/store"
)

func (s *snapshot) Units() iter.Seq2[stampdesk.UnitInfo, error] {
	return inRoster(s, store.Units.Kind, nil, func(_ *rosterTx, key, rec []byte) (stampdesk.UnitInfo, error) {
		return store.Units.Decode(key, rec)
	})
}

func (s *snapshot) Members() iter.Seq2[stampdesk.Member, error] {
	return inRoster(s, store.Members.Kind, nil, func(_ *rosterTx, key, rec []byte) (stampdesk.Member, error) {
		return store.Members.Decode(key, rec)
	})
}

func (s *snapshot) MembersBefore() iter.Seq2[stampdesk.Member, error] {
	return inFile(s, s.outOfForce, store.Members.Kind, nil, func(_ *rosterTx, key, rec []byte) (stampdesk.Member, error) {
		return store.Members.Decode(key, rec)
	})
}

func (s *snapshot) MembersOf(unit stampdesk.UnitCode) iter.Seq2[stampdesk.Member, error] {
	return s.byIndex(&store.Belonging, store.TextKey(unit))
}

func (s *snapshot) ByOldCard(card stampdesk.CardNumber) iter.Seq2[stampdesk.Member, error] {
	return s.byIndex(&store.OldCards, store.CardKey(card))
}

func (s *snapshot) ByRecord(record string) iter.Seq2[stampdesk.Member, error] {
	return s.byIndex(&store.RecordNos, store.TextKey(record))
}

func (s *snapshot) ByName(name string) iter.Seq2[stampdesk.Member, error] {
	return s.byIndex(&store.Names, store.TextKey(stampdesk.Fold(name)))
}

// byIndex yields the members that an index names under a key, by id.
func (s *snapshot) byIndex(c *store.Codec[store.Block], key []byte) iter.Seq2[stampdesk.Member, error] {
	return func(yield func(stampdesk.Member, error) bool) {
		if s.over {
			yieldError(yield, errOver)
			return
		}
		err := s.eachOf(c, key, func(m *stampdesk.Member) bool { return yield(*m, nil) })
		if err != nil {
			yieldError(yield, err)
		}
	}
}

// eachOf walks the members that an index names under a key. It stops where fn
// does.
func (s *snapshot) eachOf(c *store.Codec[store.Block], key []byte, fn func(*stampdesk.Member) bool) error {
	t, err := s.inForce()
	if t == nil {
		return err
	}
	n := 0
	for id, err := range t.indexed(c, key) {
		if n%heed == 0 && err == nil {
			err = s.ctx.Err()
		}
		if err != nil {
			return err
		}
		m, err := t.member(id)
		if err != nil || !fn(m) {
			return err
		}
		if n++; s.over {
			return errOver
		}
	}
	return nil
}

// inRoster walks a bucket of the roster in force.
func inRoster[T any](
	s *snapshot, name string, prefix []byte, decode func(t *rosterTx, key, rec []byte) (T, error),
) iter.Seq2[T, error] {
	return inFile(s, s.inForce, name, prefix, decode)
}

// inFile walks a bucket of a roster; there is nothing to walk where there is
// none.
func inFile[T any](
	s *snapshot, file func() (*rosterTx, error), name string, prefix []byte, decode func(t *rosterTx, key, rec []byte) (T, error),
) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		if s.over {
			yieldError(yield, errOver)
			return
		}
		t, err := file()
		if err != nil {
			yieldError(yield, err)
		}
		if t == nil {
			return
		}
		walkIn(s, t.tx, name, prefix, prefix, func(key, rec []byte) (T, error) {
			return decode(t, key, rec)
		})(yield)
	}
}
