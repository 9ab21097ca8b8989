package stampdesk

import "context"

// Request is what a person at the desk asks for; the types in this package
// that have the method are all there are.
type Request interface {
	do(context.Context, *Desk) ([]Outcome, error)
}

// Result says what kind of answer an outcome is.
type Result uint8

// The kinds of answer.
const (
	Done       Result = iota // the request was carried out
	Presented                // a card is in hand and durable as presented: the screen asks
	Recorded                 // a durable entry says what became of the card
	Judged                   // a verdict with nothing new to record
	Waiting                  // a card waits until the one in hand is answered
	Reread                   // the same code again: one reading
	Declined                 // the request cannot be done, and Refusal says why
	Unrecorded               // the write failed: NOT RECORDED, DO NOT STAMP
	Refreshed                // how the desk stands; nothing was done
)

// Outcome answers a request. It shares no memory with the desk.
type Outcome struct {
	Result  Result
	Refusal Refusal // Declined
	About   string  // Declined: the thing it is about

	Raw     string // the code as read
	Card    CardNumber
	Member  *Member   // nil: not on the roster
	Near    []Member  // ReasonNear: members of the batch's unit whose number is almost the one read
	Unit    *UnitInfo // the home unit of the member
	Verdict Verdict
	Entry   *Entry // the new entry, or the one on record
	Resumed bool   // Presented before a restart: was it stamped or not?

	Batch    *Batch   // the batch in hand after the request; nil: none
	Person   *Person  // who is signed in after the request, without the PIN
	Waiting  []string // codes that wait for their turn
	Balance  *Balance // of a batch looked at or closed
	Counters Counters // from Run only
	More     bool     // from Run only: another outcome of the same request follows
	Err      error    // Unrecorded
}

// Refusal says why a request was declined. The values are stable names.
type Refusal string

// The refusals.
const (
	NotSignedIn    Refusal = "not-signed-in"
	WrongPIN       Refusal = "wrong-pin"
	WeakPIN        Refusal = "weak-pin"
	NeedSupervisor Refusal = "need-supervisor"
	NoBatch        Refusal = "no-batch"
	UnknownBatch   Refusal = "unknown-batch"
	UnknownUnit    Refusal = "unknown-unit"
	UnknownPerson  Refusal = "unknown-person"
	KnownPerson    Refusal = "known-person"
	BatchIsClosed  Refusal = "batch-closed"
	BatchNotClosed Refusal = "batch-not-closed"
	CardOpen       Refusal = "card-open" // the card in hand must be answered first
	NotThisCard    Refusal = "not-this-card"
	NotABox        Refusal = "not-a-box"
	StampStands    Refusal = "stamp-stands" // undo the stamp first
	NothingToUndo  Refusal = "nothing-to-undo"
	NotEligible    Refusal = "not-eligible"
	RoundIsClosed  Refusal = "round-closed"
	NeedReason     Refusal = "need-reason"
	NeedDecision   Refusal = "need-decision" // number and date
	NameInNote     Refusal = "name-in-note"  // a note gives a member's name
	LongNote       Refusal = "long-note"     // a note of more than 1,000 bytes
	InUse          Refusal = "in-use"        // the store has its round and its people

	LockedOut       Refusal = "locked-out"      // too many wrong PINs; About is until when
	PersonDisabled  Refusal = "person-disabled" // may not sign in any more
	LastSupervisor  Refusal = "last-supervisor" // nobody would be left to approve
	ShiftIsOn       Refusal = "shift-is-on"
	NoShift         Refusal = "no-shift"
	FinalVerdict    Refusal = "final-verdict"    // no supervisor can go against it
	UnknownCard     Refusal = "unknown-card"     // on no roster of ours
	NotHeld         Refusal = "not-held"         // the card is not kept aside
	WrongReason     Refusal = "wrong-reason"     // not a reason for this act
	NeedPapers      Refusal = "need-papers"      // photographs or the statement have not come
	NeedBoxes       Refusal = "need-boxes"       // nobody can tell which; a supervisor says
	NumberTaken     Refusal = "number-taken"     // another card has this number
	GuestsCard      Refusal = "guests-card"      // its home board exchanges and reissues it
	HandedOver      Refusal = "handed-over"      // to somebody else; About is who
	RoundUnfinished Refusal = "round-unfinished" // batches or held cards are left; About names them; a reason lets it pass
	RoundIsOpen     Refusal = "round-open"       // close it before the next
	BadRules        Refusal = "bad-rules"        // About says what

	OtherRoster    Refusal = "other-roster"     // another came into force since it was compared
	BadRoster      Refusal = "bad-roster"       // a number is that of a member of another unit
	NotMeant       Refusal = "not-meant"        // an alarm of a roster that nobody said is meant; About is which
	NoRosterBefore Refusal = "no-roster-before" // nothing to go back to

	ResultOtherRound Refusal = "result-other-round" // of another round than the one at work
	ResultOurs       Refusal = "result-ours"        // what this store sent itself
	ResultHasOurs    Refusal = "result-has-ours"    // ours is in it already
	ResultKnown      Refusal = "result-known"       // what was taken in of this store is the same
	ResultBehind     Refusal = "result-behind"      // older than what was taken in of this store
	ResultSplit      Refusal = "result-split"       // and what was taken in cannot both be of one history
	ResultBackup     Refusal = "result-backup"      // its store was put back from a backup; somebody must say so
	ResultCounted    Refusal = "result-counted"     // it is in the result of another board that was taken in
	ResultCounts     Refusal = "result-counts"      // a result that was taken in is in it

	NotInQueue   Refusal = "not-in-queue"  // the print job is over, or never was
	QueueChanged Refusal = "queue-changed" // somebody settled the print job meanwhile
	NotAsked     Refusal = "not-asked"     // the print job was not begun
	SamePrinter  Refusal = "same-printer"
)

// one is an outcome by value; the zero one for nil.
func one(o *Outcome) Outcome {
	if o == nil {
		return Outcome{}
	}
	return *o
}

func declined(r Refusal, about any) ([]Outcome, error) {
	return []Outcome{refused(r, about)}, nil
}
