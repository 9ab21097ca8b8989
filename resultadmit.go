package stampdesk

import (
	"fmt"
	"slices"
)

// ResultOrder says how a result stands to one that the same store sent before.
type ResultOrder uint8

// The orders of two results.
const (
	ResultNewer    ResultOrder = iota // every journal goes on, and one further
	ResultSame                        // no journal went on
	ResultOlder                       // no journal is further, and one is not as far
	ResultForked                      // no history has both
	ResultRestored                    // the store was put back from a backup since
)

// After says how r stands to an earlier result of the same store: by the epochs,
// and then by the heads, of which those of the earlier one must all be in r.
func (r *BoardResult) After(before *BoardResult) ResultOrder {
	switch {
	case r.Epoch < before.Epoch:
		return ResultOlder
	case r.Epoch > before.Epoch:
		return ResultRestored
	}
	now, ahead, behind := map[DeskID]Head{}, false, false
	for _, h := range r.Tally.Heads {
		now[h.Desk] = h
	}
	for _, was := range before.Tally.Heads {
		h := now[was.Desk]
		switch delete(now, was.Desk); {
		case h.Seq > was.Seq:
			ahead = true
		case h.Seq < was.Seq:
			behind = true
		case h.Chain != was.Chain:
			return ResultForked
		}
	}
	for _, h := range now {
		ahead = ahead || h.Seq > 0
	}
	switch {
	case ahead && behind:
		return ResultForked
	case ahead:
		return ResultNewer
	case behind:
		return ResultOlder
	}
	return ResultSame
}

// AdmitResult says why a result cannot be taken in, with whom it is about;
// Refusal "" lets it in. Restored: a supervisor says that the store of the
// sender was put back from a backup, so that its journal may have changed. Also
// are results that would be taken in before it.
func AdmitResult(s Snapshot, r *BoardResult, restored bool, also ...*BoardResult) (no Refusal, about string, err error) {
	id, err := s.Identity()
	if err != nil {
		return "", "", err
	}
	setup, err := s.Setup()
	if err != nil {
		return "", "", err
	}
	switch {
	case r.Round.Ordinal != setup.Round.Ordinal:
		return ResultOtherRound, fmt.Sprintf("%d, %d", r.Round.Ordinal, setup.Round.Ordinal), nil
	case r.Store == id.ID:
		return ResultOurs, r.Board.Title(), nil
	case r.HasIn(id.ID):
		return ResultHasOurs, r.Board.Title(), nil
	}
	taken, err := ResultsOf(s, uint8(setup.Round.Ordinal))
	if err != nil {
		return "", "", err
	}
	for _, later := range also {
		taken = slices.DeleteFunc(taken, func(t BoardResult) bool { return t.Store == later.Store })
		taken = append(taken, *later)
	}
	for i := range taken {
		before := &taken[i]
		if before.Store == r.Store {
			if no := refusalOf(r.After(before), restored); no != "" {
				return no, r.Board.Title(), nil
			}
			continue
		}
		if before.HasIn(r.Store) {
			return ResultCounted, fmt.Sprintf("%s ⊂ %s", r.Board.Title(), before.Board.Title()), nil
		}
		for _, part := range append([]ResultSource{before.Source()}, before.Sources...) {
			if r.HasIn(part.Store) {
				return ResultCounts, fmt.Sprintf("%s ⊂ %s", part.Board, r.Board.Title()), nil
			}
		}
	}
	return "", "", nil
}

// refusalOf is why a result cannot follow the one before it.
func refusalOf(o ResultOrder, restored bool) Refusal {
	switch {
	case o == ResultSame:
		return ResultKnown
	case o == ResultOlder:
		return ResultBehind
	case o == ResultForked:
		return ResultSplit
	case o == ResultRestored && !restored:
		return ResultBackup
	}
	return ""
}
