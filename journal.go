package stampdesk

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"
)

// DeskID names a desk (bàn), "B1"; its journal and its tallies are its own.
type DeskID string

// ShiftID numbers the shifts of a desk; zero is work outside any shift.
type ShiftID uint32

// EntryKey names an entry of the journal for ever.
type EntryKey struct {
	Desk DeskID
	Seq  uint64 // from 1, without gaps
}

// IsZero reports that the key names no entry.
func (k EntryKey) IsZero() bool { return k == EntryKey{} }

func (k EntryKey) String() string { return fmt.Sprintf("%s/%d", k.Desk, k.Seq) }

// Hash is a SHA-256.
type Hash [sha256.Size]byte

func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// Short is the part of a hash that paper carries: the first 16 hex digits.
func (h Hash) Short() string { return hex.EncodeToString(h[:8]) }

// Entry is one act of one person, for ever. Nothing in it names an inspected
// member except the card and the unit.
type Entry struct {
	Key      EntryKey
	Round    uint8
	At       time.Time // to the millisecond
	Shift    ShiftID
	Operator PersonID
	Approver PersonID // who approved, where an approval was needed
	Act      Act

	Card   CardNumber // zero on acts that are not about a card
	Issue  Issue
	Class  Class    // how the card is counted, by the roster in force
	Unit   UnitCode // home unit of the card, or the unit of the batch
	Batch  BatchID
	Boxes  BoxSet
	Reason Reason
	Note   string
	Flags  Flags

	Rules  uint32   // version of the rules it was judged by
	Ref    EntryKey // the entry it answers or voids
	Before EntryKey // the entry about this card before this one
	Paper  Hash     // PaperHash of the lines kept with it; zero: none
	Facts  []Fact   // what an act that is not about a card says, in order

	Chain Hash // over the desk's previous chain and this entry as stored
}

// Fact is one named particular of an entry; see the Fact… constants.
type Fact struct{ Name, Value string }

// The names of facts. Stored: they never change their meaning.
const (
	FactKind     = "kind"     // of a batch or a document
	FactBy       = "by"       // who brought or received
	FactCount    = "count"    // cards counted by hand, lines of a list, members of a roster
	FactNo       = "no"       // number of a decision
	FactDate     = "date"     // its date
	FactSigner   = "signer"   // who signed it
	FactForm     = "form"     // number of a list
	FactPerson   = "person"   // whom the act is about
	FactRole     = "role"     // the role given
	FactCopy     = "copy"     // which print of a document, from 1
	FactDraft    = "draft"    // "1": printed before the batch was closed, or the shift ended
	FactExpected = "expected" // cards expected in a closed batch
	FactMissing  = "missing"  // cards missing in a closed batch
	FactFile     = "file"     // SHA-256 of the file that was read
	FactRoster   = "roster"   // hash of the roster put in force
	FactSetup    = "setup"    // hash of board, round and rules in force
	FactRecord   = "record"   // hash of the person's record
	FactNew      = "new"      // number of the card that took the place of this one
	FactPhotos   = "photos"   // photographs of 2×3 cm that came
	FactPaper    = "paper"    // "1": the written account of a loss came
	FactTo       = "to"       // who received
	FactUntil    = "until"    // the time that a lock-out ends
	FactName     = "name"     // of a shift
	FactHeld     = "held"     // cards in the held tray, by the journal
	FactUnit     = "unit"     // of a document
	FactCard     = "card"     // of a document
	FactShift    = "shift"    // of a document
	FactHold     = "hold"     // of a document: the entry by which its card is held
	FactEpoch    = "epoch"    // that begins with a restore
	FactEnded    = "ended"    // the epoch that ended with it
	FactBack     = "back"     // "1": the roster was in force before, and is again
	FactMade     = "made"     // when the backup was made
	FactPrinter  = "printer"  // that prints a document; none: the desk's own
	FactSettled  = "settled"  // what becomes of a print job
	FactAgain    = "again"    // "1": some of a print job may be on paper already
	FactFollowed = "followed" // "1": the document of a print job was ordered once more after it
	FactWritten  = "written"  // "1": a document was written into a file instead of printed
	FactStep     = "step"     // of the set-up, that is decided
	FactKept     = "kept"     // name of a file that is kept
	FactContent  = "content"  // SHA-256 of its bytes; of none: it is taken away
	FactBoard    = "board"    // name of another board
	FactStore    = "store"    // id of another board's store
)

// Fact gives the value of the first fact with this name, or "".
func (e *Entry) Fact(name string) string {
	for _, f := range e.Facts {
		if f.Name == name {
			return f.Value
		}
	}
	return ""
}

// Act is what a person did. Stored: append only.
type Act uint8

// The acts of a desk.
const (
	ActPresented           Act = 1 + iota // the card was judged fit and shown to the operator
	ActStamped                            // the stamp is on the card
	ActHeld                               // kept aside
	ActRefused                            // given back unstamped
	ActReleased                           // a hold was settled
	ActVoided                             // an earlier entry does not count
	ActOverridden                         // a supervisor went against a verdict
	ActReportedDamaged                    // found damaged at the desk
	ActReportedLost                       //
	ActReportedUncollected                // reported as not collected
	ActReportedFound                      //
	ActExchanged                          // a damaged card got a new issue
	ActReissued                           // a lost card got a new issue
	ActIncident                           // spoiled, misused, forged
	ActPapersReceived                     //
	ActHandedOver                         //
	ActBatchOpened                        //
	ActBatchDecided                       //
	ActBatchClosed                        //
	ActBatchReopened                      //
	ActBatchReturned                      //
	ActListLoaded                         // a list of a unit went in
	ActDeclarationLoaded                  //
	ActRosterLoaded                       // this entry is what puts a roster in force
	ActRulesChanged                       //
	ActRoundClosed                        // a supervisor closed the round
	ActShiftBegun                         //
	ActShiftEnded                         //
	ActSignedIn                           //
	ActSignedOut                          //
	ActLockedOut                          //
	ActPersonAdded                        //
	ActPersonChanged                      //
	ActPrinted                            // a document was given to the printer's queue
	ActRestored                           //
	ActRoundOpened                        // a round was laid down as data
	ActRemarked                           // a remark on use and care of the card (mẫu 1)
	ActReviewed                           // a supervisor saw what a new roster says of a card
	ActPINFailed                          // somebody gave a wrong PIN for a person
	ActPrintSettled                       // a person said what becomes of a print job
	ActSetUp                              // a person decided about a step of the set-up
	ActFileChanged                        // a template, the targets or the known boards were put in force
	ActResultSent                         // what the round came to was written for the board above
	ActResultAdded                        // what a board below sent was taken in
)

var actNames = [...]string{
	ActPresented: "presented", ActStamped: "stamped", ActHeld: "held", ActRefused: "refused",
	ActReleased: "released", ActVoided: "voided", ActOverridden: "overridden",
	ActReportedDamaged: "reported-damaged", ActReportedLost: "reported-lost",
	ActReportedUncollected: "reported-uncollected", ActReportedFound: "reported-found",
	ActExchanged: "exchanged", ActReissued: "reissued", ActIncident: "incident",
	ActPapersReceived: "papers-received", ActHandedOver: "handed-over",
	ActBatchOpened: "batch-opened", ActBatchDecided: "batch-decided", ActBatchClosed: "batch-closed",
	ActBatchReopened: "batch-reopened", ActBatchReturned: "batch-returned",
	ActListLoaded: "list-loaded", ActDeclarationLoaded: "declaration-loaded", ActRosterLoaded: "roster-loaded",
	ActRulesChanged: "rules-changed", ActRoundClosed: "round-closed",
	ActShiftBegun: "shift-begun", ActShiftEnded: "shift-ended",
	ActSignedIn: "signed-in", ActSignedOut: "signed-out", ActLockedOut: "locked-out",
	ActPersonAdded: "person-added", ActPersonChanged: "person-changed",
	ActPrinted: "printed", ActRestored: "restored", ActRoundOpened: "round-opened",
	ActRemarked: "remarked", ActReviewed: "reviewed", ActPINFailed: "pin-failed",
	ActPrintSettled: "print-settled", ActSetUp: "set-up",
	ActFileChanged: "file-changed", ActResultSent: "result-sent", ActResultAdded: "result-added",
}

// String is the stable name used in JSON.
func (a Act) String() string { return nameOf(actNames[:], "act", a) }

// Stands reports whether the act says where its card is now, until a later
// act settles it.
func (a Act) Stands() bool {
	switch a {
	case ActPresented, ActStamped, ActHeld, ActRefused, ActOverridden, ActReportedDamaged,
		ActReportedLost, ActReportedUncollected, ActIncident:
		return true
	}
	return false
}

// Flags are marks on an entry. Stored: append only.
type Flags uint16

// The marks on an entry.
const (
	Late        Flags = 1 << iota // stamped after the window of the round
	Relaminated                   // ép lại before the stamp
	Replayed                      // from a list of codes, not from a card in the hand
	ByHand                        // a person gave the reason, not a rule
	Typed                         // the number was typed, not scanned
	Inked                         // voided although the ink is on the card: spoiled
	BoxesChosen                   // the operator changed the proposed set
	Overruled                     // stamped because a supervisor went against a verdict
)

// Has reports whether all marks of g are in f.
func (f Flags) Has(g Flags) bool { return f&g == g && g != 0 }

// StoreID names a store for ever.
type StoreID [16]byte

// Head is the end of one desk's journal.
type Head struct {
	Desk  DeskID
	Seq   uint64 // 0: no entry yet
	Chain Hash
}

// ChainStart is where the chain of a desk begins. The store and its epoch are
// in it, so that a head printed before a restore never fits the history after.
func ChainStart(store StoreID, epoch uint32, desk DeskID) Hash {
	return sha256.Sum256(fmt.Appendf(nil, "stampdesk journal\n%x\n%d\n%s\n", store, epoch, desk))
}

// MaxEpoch bounds the epochs of a store, and so what it costs to find the one
// in which a chain began.
const MaxEpoch = 10_000

// ChainBegan is where the chain of a desk began whose first entry is given,
// with its bytes as stored: in the epoch that the store is in, or in one
// before a backup was restored. Where none fits it is the start in the epoch
// of now, on which the entry then does not follow.
func ChainBegan(id Identity, first *Entry, body []byte) Hash {
	now := ChainStart(id.ID, id.Epoch, first.Key.Desk)
	for start, epoch := now, min(id.Epoch, MaxEpoch); ; epoch-- {
		if ChainNext(start, body) == first.Chain {
			return start
		}
		if epoch <= 1 {
			return now
		}
		start = ChainStart(id.ID, epoch-1, first.Key.Desk)
	}
}

// ChainNext is the chain after an entry whose stored bytes are body: the bytes
// on disk are hashed, never a re-encoding.
func ChainNext(before Hash, body []byte) Hash {
	h := sha256.New()
	h.Write(before[:])
	h.Write(body)
	return Hash(h.Sum(nil))
}
