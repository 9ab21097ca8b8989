package stampdesk

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
)

// Round is one technical inspection of all cards (đợt kiểm tra kỹ thuật thẻ
// đảng viên). All of it is data that a board may edit; the calendar in it
// informs and marks, it never blocks.
type Round struct {
	Ordinal   int // lần thứ …; part of every key, so the next round starts in the same store
	Box       int // the box this round stamps (ô số)
	CardBoxes int // how many boxes the card design has

	From, To    Date // the window of the inspection
	InvalidFrom Date // an unstamped card is not valid from this day on
	ListDate    Date // date of the cells' lists; differs between committees
	StatDate    Date // reference date of the statistics

	UnitsBy  Date // the units hand in before this day
	ReportBy Date // the board reports up before this day

	Papers []string // the deciding documents, for print
}

// Has reports whether the card of the round has all these boxes.
func (r Round) Has(boxes BoxSet) bool { return int(boxes) < 1<<r.CardBoxes }

// Validate reports what makes the round unusable, all faults at once.
func (r Round) Validate() error {
	var errs []error
	bad := func(format string, a ...any) { errs = append(errs, fmt.Errorf(format, a...)) }
	if r.Ordinal < 1 || r.Ordinal > 255 {
		bad("ordinal %d: want 1 to 255", r.Ordinal)
	}
	if r.CardBoxes < 1 || r.CardBoxes > MaxBox {
		bad("card_boxes %d: want 1 to %d", r.CardBoxes, MaxBox)
	}
	if r.Box < 1 || r.Box > r.CardBoxes {
		bad("box %d: the card has boxes 1 to %d", r.Box, r.CardBoxes)
	}
	if r.From.IsZero() || r.To.IsZero() || r.From.After(r.To) {
		bad("window %s–%s: want a first day and a last day, in that order", r.From, r.To)
	}
	return errors.Join(errs...)
}

// Rules are the settings of the rule book, kept in the store as data; every
// entry of the journal carries the version it was judged by.
type Rules struct {
	Version       uint32
	LateHolds     bool // after the window: hold the card instead of marking the stamp late
	StampUnsealed bool // stamp before the batch has its decision (quyết định)

	// Left out of the hash where they are not set, so that a setup of before
	// they were there keeps its hash.
	NewCards    []Interval `json:",omitempty"` // the boxes of new cards, in the order of time
	Basis       Basis      `json:",omitzero"`  // the date that NewCards goes by
	ListDateOut bool       `json:",omitzero"`  // the list date itself still belongs to the time before
	PapersFirst bool       `json:",omitzero"`  // no new card before the photographs and the statement are in
}

// Duty says who works at which desk on one day (lịch trực).
type Duty struct {
	Day    Date
	Desk   DeskID
	People []PersonID
}

// Board is the organisation board (Ban Tổ chức) that owns the desk: the header
// of every document.
type Board struct {
	Upper  string // cấp trên, first header line
	Name   string // cơ quan ban hành
	Place  string // địa danh
	Symbol string // ký hiệu văn bản, e.g. "-BC/BTC"

	// What stands under a document, a line of it on each line of the text.
	// Left out of the setup's hash where it is empty, as it was before it came.
	SignedBy   string `json:",omitempty"` // over the signature: "T/M BAN THƯỜNG VỤ", "TRƯỞNG BAN"
	Signer     string `json:",omitempty"` // who signs, by name
	DrawnUp    string `json:",omitempty"` // người lập biểu, by name
	Recipients string `json:",omitempty"` // nơi nhận
}

// Hash binds the setup to the entry that put it in force.
func (s Setup) Hash() Hash {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // plain structs always marshal
	}
	return sha256.Sum256(b)
}
