package stampdesk

import "cmp"

// Difference is one thing on which a unit's lists, its declaration, the roster
// and the desk do not agree. Nothing is put right by itself: the unit corrects
// its paper, or a person decides.
type Difference struct {
	Kind     DifferenceKind
	Card     CardNumber // zero where it is about a figure
	Unit     UnitCode
	Name     string // as the roster has it, else as the list has it
	Cell     string
	Form     Form   // the list it is about; 0: none
	Figure   string // the figure it is about, under the name that a tally has
	Declared int    // what the unit says
	Found    int    // what the other side says
	By       string // the other side: roster, list, count, sum, desk
	Note     string // what the list says, where it is not a number; of CardListedByTwo the other unit

	Batch      BatchID    // whose paper it is, or in which the card was seen
	Amount     int        // of a figure: declared minus found
	Sum        string     // of SumDiffers, how Found came about: "official+probationary", "proposed-stamped"
	Convention Convention // of SumDiffers, the one that the declaration follows
	Act        Act        // what became of the card at the desk; 0: it was not seen
	Reason     Reason     // and why
}

// DifferenceKind names a sort of difference. The values are stable names.
type DifferenceKind string

// The differences of an appraisal.
const (
	ListedUnknown   DifferenceKind = "listed-unknown"    // a listed number is on no roster of ours
	ListedElsewhere DifferenceKind = "listed-elsewhere"  // a listed card belongs to another unit
	ListedDeparted  DifferenceKind = "listed-not-member" // listed, and may not be stamped by the roster
	ListedTwice     DifferenceKind = "listed-twice"      // on more than one list of the batch, or twice on one
	ListedVoid      DifferenceKind = "listed-replaced"   // a listed number was replaced by another
	NotOnAnyList    DifferenceKind = "not-listed"        // a card of the unit is on no list
	NameDiffers     DifferenceKind = "name-differs"      // the list has another name for the number
	HasCard         DifferenceKind = "has-card"          // on list 5, and the roster has a card number
	FigureDiffers   DifferenceKind = "figure"            // a declared figure is not what was found
	SumDiffers      DifferenceKind = "sum"               // the parts of the declaration do not add up
	CountDiffers    DifferenceKind = "count"             // the cards counted by hand are not those listed, or not those seen

	CardlessNotListed DifferenceKind = "cardless-not-listed" // the roster has an official member without a card who is not on list 5
	CardlessUnknown   DifferenceKind = "cardless-unknown"    // on list 5, and the roster has no such member without a card
	CardListedByTwo   DifferenceKind = "listed-by-two"       // on lists of two units

	// Of closed batches only: before that the desk's count is progress.
	ListedNotStamped DifferenceKind = "listed-not-stamped" // on list 2 and not stamped; Act and Reason say what became of it
	ListedNotDamaged DifferenceKind = "listed-not-damaged" // on list 3 and not found damaged
	ListedNotLost    DifferenceKind = "listed-not-lost"    // on list 4, and it turned up
	StampedUnlisted  DifferenceKind = "stamped-not-listed" // stamped, and on no list of the unit
	DamagedUnlisted  DifferenceKind = "damaged-not-listed" // found damaged, and on no list 3
	LostUnlisted     DifferenceKind = "lost-not-listed"    // reported lost at the desk, and on no list 4

	// Coincidence is a remark and contradicts nothing: damaged and lost add up
	// to the probationary members, as if one had been copied for the other.
	Coincidence DifferenceKind = "coincidence"
)

// DifferenceKinds are all of them, what needs attention first.
var DifferenceKinds = [...]DifferenceKind{
	SumDiffers, FigureDiffers, CountDiffers, CardListedByTwo, ListedNotStamped, StampedUnlisted, ListedNotDamaged, DamagedUnlisted,
	ListedNotLost, LostUnlisted, NotOnAnyList, ListedElsewhere, ListedDeparted, ListedUnknown, ListedVoid, ListedTwice, NameDiffers,
	HasCard, CardlessNotListed, CardlessUnknown, Coincidence,
}

// IsRemark reports that the difference is only worth a look: paper that has no
// other is in order.
func (k DifferenceKind) IsRemark() bool { return k == Coincidence }

// Agree reports whether there is no difference but remarks.
func Agree(all []Difference) bool {
	for i := range all {
		if !all[i].Kind.IsRemark() {
			return false
		}
	}
	return true
}

// Appraise names every difference between what a unit handed in with a batch
// and what the roster and the desk know: the lists, line by line, then the
// declaration. What was not handed in is not compared, and the desk is not
// asked before the batch is closed.
func Appraise(s Snapshot, id BatchID) ([]Difference, error) {
	b, err := s.Batch(id)
	switch {
	case err != nil:
		return nil, err
	case b == nil:
		return nil, ErrNotFound
	}
	r, err := newReconciling(s, b.Round, b.Unit)
	if err != nil {
		return nil, err
	}
	if err := r.run(); err != nil {
		return nil, err
	}
	a := r.units[b.Unit]
	if err := a.figures(b); err != nil {
		return nil, err
	}
	var found []Difference
	for _, d := range a.found {
		if d.Batch == id {
			found = append(found, d)
		}
	}
	return found, nil
}

// byKind orders differences of members: by kind, cell and number.
func byKind(x, y Difference) int {
	return cmp.Or(cmp.Compare(x.Kind, y.Kind), cmp.Compare(x.Cell, y.Cell), cmp.Compare(x.Card, y.Card), cmp.Compare(x.Name, y.Name))
}
