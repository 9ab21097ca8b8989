package stampdesk

// Scope says of what a form speaks: the whole board, a unit, or a cell of it.
type Scope struct {
	Unit UnitCode
	Cell string // as the roster names it; empty: all cells
	Rest bool   // in the place of a cell: those of the unit whom no cell has
}

// inUnit reports whether the scope is a part of a unit.
func (sc Scope) inUnit() bool { return sc.Cell != "" || sc.Rest }

// Filled is an official form with what the journal, the lists and the roster
// say: nothing in it was typed for it.
type Filled struct {
	Form  Form
	Board Board
	Round Round
	Unit  Unit   // zero: the whole board
	Cell  string // empty: all cells
	Rest  bool   // those whom no cell has, in the place of a cell

	Rows []FormRow // of forms 2 to 5: by unit, cell and the order of the list; guests behind all others
	// Tally is what Count gives, but for the guests of a unit: Count has guests
	// under no unit, and a form under the one that brought their cards. Of a
	// cell it has no heads.
	Tally Tally
	Parts []FormPart // of forms 1, 6 and 7: the cells of a unit, the units of a board, the boards of a province
	Units UnitCounts
	Notes []FormNote

	// Sources are the other boards whose results are in a form 7, each once,
	// through whomever they came.
	Sources []ResultSource
}

// FormRow is one member on a form.
type FormRow struct {
	Unit UnitCode // that answers for the line: of lists that handed them in, of cards found damaged or lost the home unit
	// UnitName is its name by the roster; the code of one that it has no more.
	UnitName string
	Cell     string // of that unit, spelt as its roster first does; empty where nobody can tell

	Member Member // what the roster has of the person; zero but for Name and Cell where it knows nobody by the line
	Card   CardNumber
	Class  Class
	Reason Reason // why damaged, lost or without a card
	Note   string // what the unit wrote
	Boxes  BoxSet // forms 3 and 4: what the new card is to carry; 0: nobody can tell
	// Discipline is the measure for a loss that is on record (form 4), or empty.
	Discipline Reason
	Relaminate bool // form 2: it was re-laminated at the desk
}

// FormPart is a line of a form that adds up: a cell, a unit, a board.
type FormPart struct {
	Key  string // code of a unit, name of a cell, id of a board's store; empty: what is of none
	Name string
	Tally
}

// UnitCounts are how many organisations the figures are of.
type UnitCounts struct {
	Units      int // tổ chức cơ sở đảng
	Committees int // of them đảng bộ cơ sở
	Basic      int // of them chi bộ cơ sở
	Cells      int // chi bộ trực thuộc đảng ủy cơ sở: none in a chi bộ cơ sở
	Done       int // units with nothing left to do
}

// Add adds o to c.
func (c *UnitCounts) Add(o UnitCounts) {
	c.Units += o.Units
	c.Committees += o.Committees
	c.Basic += o.Basic
	c.Cells += o.Cells
	c.Done += o.Done
}

// FormNote is something that whoever signs the form should know.
type FormNote struct {
	Kind FormNoteKind
	N    int
	Text string // whom or what it is about: codes of units, of batches; never a member's name

	// Figure is what is declared of NoteSums and NoteCoincidence, and Sum what it
	// is held against, "proposed-stamped". Of NoteDates and NoteSettings Figure
	// is what differs: "list_date", "stat_date", "window", "box", "base", "rounding",
	// "late_holds".
	Figure, Sum string
	Declared    int // of NoteSums: its parts come to N less

	Ways []FormWay // of NoteDates and NoteSettings, in the order of the boards
}

// FormWay is one of several ways in which boards count.
type FormWay struct {
	Way    string   // a date, a box, the stable name of a convention; empty: none is set
	Boards []string // the names of those that count so
}

// FormNoteKind names a sort of note. The values are stable names.
type FormNoteKind string

// The notes of forms.
const (
	NoteNoList    FormNoteKind = "no-list"   // N units handed in no list of this form
	NoteStrangers FormNoteKind = "strangers" // N lines of list 5 name nobody without a card
	NoteUnclosed  FormNoteKind = "unclosed"  // N batches are not closed: the figures can still change
	NoteHeld      FormNoteKind = "held"      // N cards are in the held tray
	NoteAway      FormNoteKind = "away"      // N cards of our members were inspected elsewhere, or come through another unit
	NoteSums      FormNoteKind = "sums"      // a declared figure is N above what its parts come to, or below
	// NoteCoincidence contradicts nothing: the declared figure is also the sum
	// of figures that have nothing to do with it, N, as if it had been copied.
	NoteCoincidence FormNoteKind = "coincidence"
	NoteDates       FormNoteKind = "dates"       // the boards count by different dates
	NoteSettings    FormNoteKind = "conventions" // the boards count by different conventions
)
