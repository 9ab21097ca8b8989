package stampdesk

import "time"

// BatchID names a batch in the whole store: the desk that opened it and a
// running number, "B1-017". The desk is in it so that two desks never meet.
type BatchID string

// Batch is one delivery of cards by one unit (lô). All of it is derived from
// the journal.
type Batch struct {
	ID     BatchID
	Round  uint8
	Unit   UnitCode
	Kind   BatchKind
	State  BatchState
	Opened time.Time
	By     string // who brought the cards
	Count  int    // cards counted by hand at receipt; 0: not counted

	Decision Decision
	Lists    Lists
	Declared Declared
	Closed   EntryKey // the entry that closed it, while it is closed
	Returned EntryKey // the entry by which it went back to its unit
}

// BatchKind says what sort of delivery a batch is. Stored: append only.
type BatchKind uint8

// The kinds of batch.
const (
	Delivery      BatchKind = iota // the unit's cards
	Supplementary                  // cards that come after the delivery
	NewCards                       // new cards from above, before they are handed over
)

var batchKinds = [...]string{"delivery", "supplementary", "new-cards"}

func (k BatchKind) String() string { return nameOf(batchKinds[:], "kind", k) }

// ParseBatchKind reads the name of a kind; "" is a delivery.
func ParseBatchKind(s string) (BatchKind, bool) {
	for k, name := range batchKinds {
		if s == name || s == "" {
			return BatchKind(k), true
		}
	}
	return 0, false
}

// BatchState is how far a batch has come. Stored: append only.
type BatchState uint8

// The states of a batch.
const (
	BatchOpen     BatchState = iota // received, not decided
	BatchDecided                    // the decision to stamp is there
	BatchClosed                     // balanced; its return list can go
	BatchReturned                   // handed back to the unit
)

var batchStates = [...]string{"open", "decided", "closed", "returned"}

func (s BatchState) String() string { return nameOf(batchStates[:], "state", s) }

// IsClosed reports whether no card can be worked on in the batch any more.
func (b *Batch) IsClosed() bool { return b.State >= BatchClosed }

// Decision is the paper by which the standing committee lets the cards of a
// batch be stamped (quyết định); the zero value means there is none yet.
type Decision struct {
	No     string
	Date   Date
	Signer string
}

// Declared are the figures of the unit's own consolidated form (mẫu
// 6-KTTĐV), under the names that a tally has; nil means not handed in.
type Declared map[string]int
