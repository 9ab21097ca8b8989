package stampdesk

import "errors"

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

// FigureRow is one figure by the four hands; -1 where a hand says nothing.
type FigureRow struct {
	Figure string // under the name that a tally has
	By     [Hands]int
}

// Reconciled is one unit, reconciled (đối khớp): what it declared, what it
// listed, what the roster has and what the desk counted.
type Reconciled struct {
	Unit        UnitInfo
	Batches     []Batch
	Figures     []FigureRow
	Differences []Difference
}

// Reconciliation is the whole round, reconciled.
type Reconciliation struct {
	Units []Reconciled // by code
	Total []FigureRow  // each hand over the units of which it says something
}

// Reconcile compares the four hands; unit narrows it down, empty is all.
func Reconcile(s Snapshot, round uint8, unit UnitCode) (Reconciliation, error) {
	return Reconciliation{}, errors.New("not built yet")
}
