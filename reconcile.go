package stampdesk

import (
	"cmp"
	"fmt"
	"slices"
)

// Hand is one of the four who count.
type Hand int

// The hands, in the order in which they are shown.
const (
	ByDeclaration Hand = iota // form 6
	ByLists                   // forms 2 to 5
	ByRoster
	ByDesk // what was counted at the desk
	Hands
)

// ReconciledFigures are the figures of a reconciliation, in their order. The
// members and those with and without a card are of the unit's own members; the
// others of the cards that the unit brings: without those of its members that
// another unit hosts, with those of members that it hosts for another unit of
// the board, and without guests of other boards, who are counted at home. What
// is not stamped is all that has no stamp, damaged and lost among it. "count"
// is the stack: counted by hand at receipt, on lists 2 and 3, seen at the desk.
var ReconciledFigures = [...]string{
	"members", "official", "probationary", "with_card", "without_card", "proposed", "damaged", "lost",
	"stamped", "not_stamped", "uncollected", "count",
}

// FigureRow is one figure by the four hands; -1 where a hand says nothing.
type FigureRow struct {
	Figure string // one of ReconciledFigures
	By     [Hands]int
}

// Reconciled is one unit, reconciled (đối khớp): what it declared, what it
// listed, what the roster has and what the desk counted.
type Reconciled struct {
	Unit        UnitInfo
	Batches     []Batch // of the round, without those of new cards that came with no paper
	Closed      bool    // all of them are: what the desk counted is final
	Figures     []FigureRow
	Differences []Difference

	Declared      Subtotals
	WithoutCardBy map[Reason]int // from lists 5
	Hosted        int            // cards brought here for members of other units of the board
	Away          int            // cards of its own members that another unit brings
	Guests        Handled        // cards of guests of other boards: beside all figures but the count
	NewCards      Handled        // cards in the place of earlier ones, which are the ones that are counted
}

// NeedsAttention is the number of differences that are not only remarks.
func (r *Reconciled) NeedsAttention() (n int) {
	for i := range r.Differences {
		if !r.Differences[i].Kind.IsRemark() {
			n++
		}
	}
	return n
}

// Reconciliation is the whole round, reconciled.
type Reconciliation struct {
	Units []Reconciled // by code
	Total []FigureRow  // each hand over the units of which it says something
}

// NeedsAttention is the number of differences that are not only remarks.
func (r *Reconciliation) NeedsAttention() (n int) {
	for i := range r.Units {
		n += r.Units[i].NeedsAttention()
	}
	return n
}

// Reconcile compares the four hands; unit narrows it down, empty is all.
// ErrNotFound where neither the roster nor a batch has such a unit.
func Reconcile(s Snapshot, round uint8, unit UnitCode) (Reconciliation, error) {
	r, err := newReconciling(s, round, unit)
	if err != nil {
		return Reconciliation{}, err
	}
	if unit != "" && len(r.units) == 0 {
		return Reconciliation{}, fmt.Errorf("unit %s: %w", unit, ErrNotFound)
	}
	if err := r.run(); err != nil {
		return Reconciliation{}, err
	}
	var all Reconciliation
	for _, name := range ReconciledFigures {
		all.Total = append(all.Total, FigureRow{name, [Hands]int{-1, -1, -1, -1}})
	}
	for _, a := range r.units {
		if err := a.figures(a.delivery()); err != nil {
			return Reconciliation{}, err
		}
		u := Reconciled{
			Unit: a.unit, Batches: a.batches, Closed: a.isClosed(), Figures: a.rows(), Differences: a.found,
			WithoutCardBy: a.desk.WithoutCardBy, Hosted: a.hosted, Away: a.away, Guests: a.desk.Guests, NewCards: a.desk.NewCards,
		}
		u.Declared = Subtotals{Within: -1, Apart: -1}
		if b := a.delivery(); b != nil {
			u.Declared = b.Declared.subtotals(a.visitors()...)
		}
		for i, row := range u.Figures {
			for hand, n := range row.By {
				if n >= 0 {
					all.Total[i].By[hand] = max(all.Total[i].By[hand], 0) + n
				}
			}
		}
		all.Units = append(all.Units, u)
	}
	slices.SortFunc(all.Units, func(x, y Reconciled) int { return cmp.Compare(x.Unit.Code, y.Unit.Code) })
	return all, nil
}

// rows are the figures of the unit by the four hands.
func (a *appraisal) rows() []FigureRow {
	rows := make([]FigureRow, 0, len(ReconciledFigures))
	declared, listed, counted := a.delivery(), a.listedFigures(), a.deskFigures()
	var hand int // cards counted by hand
	for _, b := range a.batches {
		hand += max(b.Count, 0)
	}
	for _, name := range ReconciledFigures {
		row := FigureRow{name, [Hands]int{-1, -1, -1, -1}}
		say := func(h Hand, n int, ok bool) {
			if ok {
				row.By[h] = n
			}
		}
		if declared != nil {
			n, ok := declared.Declared[name]
			say(ByDeclaration, n, ok)
		}
		if name == "count" {
			say(ByDeclaration, hand, hand > 0)
		}
		n, ok := listed[name]
		say(ByLists, n, ok)
		if a.known {
			n, ok = rosterFigures(a.unit.Headcount)[name]
			say(ByRoster, n, ok)
		}
		n, ok = counted[name]
		say(ByDesk, n, ok)
		rows = append(rows, row)
	}
	return rows
}
