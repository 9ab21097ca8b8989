package stampdesk

import (
	"fmt"
	"slices"
	"time"
)

// BoardResult is what the round of one board came to, as it goes up to the
// board above. It has figures and the names of organisations; no member is in
// it. ParseResult says what it promises.
type BoardResult struct {
	Board Board // Upper, Name and Place only
	Store StoreID
	Epoch uint32
	Round Round

	// The conventions of its figures.
	Shares    Shares
	LateHolds bool // Rules.LateHolds

	Made time.Time // to the second
	By   string    // the officer who made it

	Roster  Hash
	Members int // lines of the roster

	Tally   Tally      // with Sources in it; its Heads are the store's own
	Units   []FormPart // that Tally is the sum of: units, or the boards where there are Sources
	Counts  UnitCounts
	Sources []ResultSource // the boards whose results are in Tally, through whomever they came
}

// ResultSource is a board whose result is in another's.
type ResultSource struct {
	Board string // its name
	Store StoreID
	Made  time.Time
}

// ResultOf is the result of this store out of its form 7: by is the officer
// who makes it. The results that were taken in are named as its sources.
func ResultOf(s Snapshot, form *Filled, shares Shares, by string, made time.Time) (*BoardResult, error) {
	if form.Form != FormResult || form.Unit.Code != "" || form.Cell != "" {
		return nil, fmt.Errorf("result of form %d of %q: want form 7 of the whole board", form.Form, form.Unit.Code)
	}
	id, err := s.Identity()
	if err != nil {
		return nil, err
	}
	setup, err := s.Setup()
	if err != nil {
		return nil, err
	}
	roster, err := s.Roster()
	if err != nil {
		return nil, err
	}
	heads, err := Collect(s.Heads())
	if err != nil {
		return nil, err
	}
	below, err := ResultsOf(s, uint8(setup.Round.Ordinal))
	if err != nil {
		return nil, err
	}
	r := &BoardResult{
		Board: Board{Upper: setup.Board.Upper, Name: setup.Board.Name, Place: setup.Board.Place},
		Store: id.ID, Epoch: id.Epoch, Round: setup.Round, Shares: shares, LateHolds: setup.Rules.LateHolds,
		Made: made.UTC().Truncate(time.Second), By: by, Roster: roster.Hash, Members: roster.Members,
		Tally: form.Tally, Counts: form.Units,
	}
	for _, p := range form.Parts {
		if p.Key != "" { // what is of no unit is beside the population
			r.Units = append(r.Units, p)
		}
	}
	r.Tally.Heads = heads
	for i := range below {
		r.Sources = append(r.Sources, below[i].Source())
		r.Sources = append(r.Sources, below[i].Sources...)
	}
	return r, r.Validate()
}

// Source names the result where it is part of another.
func (r *BoardResult) Source() ResultSource {
	return ResultSource{Board: r.Board.Title(), Store: r.Store, Made: r.Made}
}

// HasIn reports whether the store's figures are in the result: they are its own,
// or of one of its sources.
func (r *BoardResult) HasIn(store StoreID) bool {
	return r.Store == store || slices.ContainsFunc(r.Sources, func(s ResultSource) bool { return s.Store == store })
}

// ResultsOf gives what was taken in from other boards of a round, by the
// names of the boards' stores: one result of each. No two boards are called the
// same in them.
func ResultsOf(s Snapshot, round uint8) ([]BoardResult, error) {
	var all []BoardResult
	for f, err := range s.Files() {
		if err != nil {
			return nil, err
		}
		if !f.Name.IsResultOf(round) {
			continue
		}
		r, err := ParseResult(f.Body)
		if err != nil {
			return nil, fmt.Errorf("file %s: %w", f.Name, err)
		}
		all = append(all, *r)
	}
	callApart(all)
	return all, nil
}
