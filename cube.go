package stampdesk

import "strings"

// Cell is one cell of the tally's cube: a count of cards, or of acts, that
// agree in all of these. Cells are per desk, so that desks never contend, and
// every question is a sum over some of them.
type Cell struct {
	Round    uint8
	Desk     DeskID
	Shift    ShiftID
	Operator PersonID
	Class    Class
	Unit     UnitCode
	Batch    BatchID
	Act      Act
	What     string // boxes of a stamp, reason of anything else, or one of the What… remarks
}

// Remarks and lines that are counted beside the standing of a card.
const (
	WhatLate        = "late"        // stamps after the window
	WhatRelaminated = "relaminated" // stamps on a card that was re-laminated
	WhatOverruled   = "overridden"  // stamps that a supervisor let go against a verdict

	whatListed = "list/" // before a reason: a list says so, the desk has not seen the card
)

// reason is why the cards of the cell stand there.
func (c *Cell) reason() Reason { return Reason(strings.TrimPrefix(c.What, whatListed)) }

// isRemark reports whether a cell counts stamps a second time, under a remark.
func (c *Cell) isRemark() bool {
	return c.Act == ActStamped && (c.What == WhatLate || c.What == WhatRelaminated || c.What == WhatOverruled)
}

// listWhat names the lists of a form in the cube.
func listWhat(f Form) string { return string(rune('0' + f)) }

// lineCell counts the lines of a list as the unit wrote them: the form, and on
// list 5 the reason why there is no card. The cards of lists 2 are counted by
// their marks, each once.
func lineCell(e *Entry, f Form, l Line) Cell {
	c := actCell(e)
	c.Class = Ours
	c.What = listWhat(f)
	if f == FormCardless {
		c.What += "/" + string(l.Reason)
	}
	return c
}

// actCell counts an act that is not the standing of a card.
func actCell(e *Entry) Cell {
	return Cell{
		Round: e.Round, Desk: e.Key.Desk, Shift: e.Shift, Operator: e.Operator,
		Class: e.Class, Unit: e.Unit, Batch: e.Batch, Act: e.Act, What: string(e.Reason),
	}
}

// isCardless reports whether the cell counts lines of lists 5.
func (c *Cell) isCardless() bool {
	form, _, _ := strings.Cut(c.What, "/")
	return c.Act == ActListLoaded && form == "5"
}

// printCell counts the orders of a document.
func printCell(e *Entry) Cell {
	c := actCell(e)
	c.What = whatPrinted(e)
	return c
}

// whatPrinted names a document in the cube, and what it is about; drafts are
// counted apart, so that the first final copy is the first.
func whatPrinted(e *Entry) string {
	what := e.Fact(FactKind)
	if e.Fact(FactDraft) != "" {
		what += "/draft"
	}
	for _, name := range [...]string{FactUnit, FactShift, FactCard, FactHold} {
		if v := e.Fact(name); v != "" {
			what += "/" + name + "=" + v
		}
	}
	return what
}
