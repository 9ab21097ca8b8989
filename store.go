package stampdesk

import (
	"context"
	"errors"
	"iter"
)

// Errors of a store, by when they occur.
var (
	// Opening.
	ErrNoStore     = errors.New("there is no store here")
	ErrStoreBusy   = errors.New("another stampdesk has the store open")
	ErrNewerStore  = errors.New("the store was written by a newer stampdesk")
	ErrStoreExists = errors.New("there is a store here already")

	// Reading.
	ErrNotFound = errors.New("not in the store")
	ErrDamaged  = errors.New("the store is damaged")
)

// Store keeps one board's rosters, batches, journal and tallies.
//
// The desk is the only writer. Implementations MUST run storetest.
type Store interface {
	// View runs fn on one instant of the store. fn MUST copy what it needs and
	// return: nothing that waits for a person, a printer or a network runs in it.
	View(ctx context.Context, fn func(Snapshot) error) error

	// Update runs fn and makes its writes durable, all or none, before it
	// returns nil. fn may run more than once and MUST have no effect but on
	// its Tx. An error that fn returned means that nothing was written; any
	// other error means that it is unknown whether anything was.
	Update(ctx context.Context, fn func(Tx) error) error

	// SaveRoster writes a roster durably beside the one in force and gives the
	// hash that names it. It changes nothing until an Update calls UseRoster.
	// Members have their IDs and are in no particular order. progress, if not
	// nil, hears how many are written.
	SaveRoster(ctx context.Context, r Roster, progress func(done int)) (Hash, error)

	Close() error
}

// Roster is a whole roster: the members and the units that they name.
type Roster struct {
	Units   []Unit
	Members []Member
}

// RosterInfo describes a roster that a store has; the zero value is none.
type RosterInfo struct {
	Hash    Hash
	Members int
	Total   Headcount
}

// Identity is what a store is, laid down when it is made.
type Identity struct {
	ID    StoreID
	Epoch uint32 // from 1; raised when a backup is restored
}

// Setup is the data that the rules and the papers need.
type Setup struct {
	Board  Board
	Round  Round
	Rules  Rules
	Duties []Duty `json:",omitempty"` // lịch trực; none where the board keeps no such plan
}

// Reader reads single things. Pointers are nil where there is no such thing;
// an error is the machine's, and wraps ErrDamaged where a checksum fails.
type Reader interface {
	LedgerReader
	Identity() (Identity, error)
	Setup() (Setup, error)
	Roster() (RosterInfo, error)
	RosterBefore() (RosterInfo, error) // the one before it, kept so that it can be put back in force
	Unit(UnitCode) (*UnitInfo, error)
	Member(CardNumber) (*Member, error) // by the card number of the roster in force
	// Replaced gives the member of the roster in force who had this number
	// before an exchange (số thẻ cũ).
	Replaced(CardNumber) (*Member, error)
	Person(PersonID) (*Person, error)
	Head(DeskID) (Head, error)
	Count(Cell) (int64, error)
	Cursor(name string) (uint64, error) // 0 where it was never set
	// File gives the bytes that are kept under a name, nil where there are none.
	File(FileName) ([]byte, error)
}

// LedgerReader is the reading half of Ledger.
type LedgerReader interface {
	Entry(EntryKey) (*Entry, error)      // ErrNotFound where there is none
	Mark(MarkKey) (Mark, error)          // zero where the card has none
	Batch(BatchID) (*Batch, error)       // nil where there is none
	Station(DeskID) (Station, error)     // zero for a desk that never worked
	RoundClosed(uint8) (EntryKey, error) // the entry that closed a round, or the zero key
}

// UnitInfo is a unit of the roster in force with its figures.
type UnitInfo struct {
	Unit
	Headcount
	Cells int // chi bộ that its members name, of a chi bộ cơ sở too, or CellsUncounted
}

// CellsUncounted stands for the number of cells of a unit of a roster that was
// saved before they were counted.
const CellsUncounted = -1

// Tx reads and writes single things; it cannot walk, so that every engine can
// protect what it read.
type Tx interface {
	Reader
	Ledger

	// Append gives the entry the next number of its desk and its chain, and
	// writes it. The caller posts it.
	Append(Entry) (Entry, error)
	// PutPaper keeps the lines that belong to an entry.
	PutPaper(EntryKey, []Line) error
	// UseRoster puts a saved roster in force.
	UseRoster(Hash) error

	PutSetup(Setup) error
	PutPerson(Person) error
	PutCursor(name string, at uint64) error
	// PutFile keeps bytes under a name, in the place of what was there; none
	// take it away.
	PutFile(FileName, []byte) error
	// RaiseEpoch begins the next epoch of the store, which is where the chains
	// of desks without an entry then begin; those of the others go on.
	RaiseEpoch() (Identity, error)
}

// Snapshot is a Reader of one instant that may also walk. An iterator ends
// with the error, if there is one.
type Snapshot interface {
	Reader
	Heads() iter.Seq2[Head, error]
	// Entries walks the journal of a desk from the entry after seq.
	Entries(desk DeskID, after uint64) iter.Seq2[Sealed, error]
	Paper(EntryKey) iter.Seq2[Line, error]
	Units() iter.Seq2[UnitInfo, error]            // by code
	Members() iter.Seq2[Member, error]            // by id
	MembersBefore() iter.Seq2[Member, error]      // of RosterBefore, by id
	MembersOf(UnitCode) iter.Seq2[Member, error]  // that BelongsTo the unit, by id
	Marks(round uint8) iter.Seq2[Marked, error]   // by card
	Counts(round uint8) iter.Seq2[Counted, error] // cells that are not zero
	Batches() iter.Seq2[Batch, error]             // by id
	People() iter.Seq2[Person, error]             // by id
	Stations() iter.Seq2[Station, error]
	Cursors() iter.Seq2[Cursor, error]
	Files() iter.Seq2[File, error] // by name
}

// Sealed is an entry with its bytes as stored.
type Sealed struct {
	Entry Entry
	Body  []byte // what Entry.Chain hashes; valid only until the next entry
}

// Marked is a mark with its key.
type Marked struct {
	Key  MarkKey
	Mark Mark
}

// Counted is a cell with its count.
type Counted struct {
	Cell Cell
	N    int64
}

// Cursor is how far a reader of the journal has come.
type Cursor struct {
	Name string
	At   uint64
}

// Collect gathers an iterator of a snapshot, up to its error.
func Collect[T any](seq iter.Seq2[T, error]) ([]T, error) {
	var all []T
	for v, err := range seq {
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, nil
}
