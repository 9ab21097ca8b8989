package stampdesk

import (
	"fmt"
	"slices"
	"strconv"
)

// addBoards adds to a form 7 the results that other boards sent: its parts are
// the boards then, the own one first if it has anybody, and not its units.
func (f *Filler) addBoards(filled *Filled) error {
	results, err := ResultsOf(f.s, f.round)
	if err != nil || len(results) == 0 {
		return err
	}
	id, err := f.s.Identity()
	if err != nil {
		return err
	}
	own := BoardResult{
		Board: f.setup.Board, Store: id.ID, Round: f.setup.Round, Shares: f.Shares, LateHolds: f.setup.Rules.LateHolds,
		Tally: filled.Tally, Counts: filled.Units,
	}
	filled.Parts = nil
	if len(f.units) > 0 || len(f.parts) > 0 {
		results = append([]BoardResult{own}, results...)
	} else {
		filled.Units = UnitCounts{}
	}
	callApart(results)
	var tallies []*Tally
	for i := range results {
		r := &results[i]
		tallies = append(tallies, &r.Tally)
		part := FormPart{Key: fmt.Sprintf("%x", r.Store), Name: r.Board.Name, Tally: r.Tally}
		part.Heads = nil
		filled.Parts = append(filled.Parts, part)
		if r.Store == id.ID {
			continue
		}
		filled.Units.Add(r.Counts)
		filled.Sources = append(append(filled.Sources, r.Source()), r.Sources...)
	}
	filled.Tally = Sum(tallies...)
	filled.Tally.Heads = f.heads // desks of other boards may have the same names
	filled.Notes = append(filled.Notes, unlike(results)...)
	return nil
}

// unlike names the dates and the conventions in which boards differ, with the
// boards that have them so.
func unlike(boards []BoardResult) (notes []FormNote) {
	for _, of := range [...]struct {
		kind FormNoteKind
		what string
		way  func(*BoardResult) string
	}{
		{NoteDates, "list_date", func(r *BoardResult) string { return r.Round.ListDate.String() }},
		{NoteDates, "stat_date", func(r *BoardResult) string { return r.Round.StatDate.String() }},
		{NoteDates, "window", func(r *BoardResult) string { return r.Round.From.String() + "–" + r.Round.To.String() }},
		{NoteDates, "box", func(r *BoardResult) string { return strconv.Itoa(r.Round.Box) }},
		{NoteSettings, "base", func(r *BoardResult) string {
			if r.Shares.Base == "" {
				return "with_card"
			}
			return r.Shares.Base
		}},
		{NoteSettings, "rounding", func(r *BoardResult) string {
			if r.Shares.Rounding == "" {
				return string(RoundRemainder)
			}
			return string(r.Shares.Rounding)
		}},
		{NoteSettings, "late_holds", func(r *BoardResult) string { return fmt.Sprint(r.LateHolds) }},
	} {
		var ways []FormWay // in the order of the boards
		for i := range boards {
			way, name := of.way(&boards[i]), boards[i].Board.Name
			at := slices.IndexFunc(ways, func(w FormWay) bool { return w.Way == way })
			if at < 0 {
				at, ways = len(ways), append(ways, FormWay{Way: way})
			}
			ways[at].Boards = append(ways[at].Boards, name)
		}
		if len(ways) > 1 {
			notes = append(notes, FormNote{Kind: of.kind, N: len(ways), Figure: of.what, Ways: ways})
		}
	}
	return notes
}
