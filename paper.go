package stampdesk

import (
	"context"
	"errors"
	"slices"
	"strconv"
)

// Document names a kind of paper that leaves the desk. Stored: the names stay.
type Document string

// The documents.
const (
	ReturnList Document = "return-list" // danh sách trả thẻ, of a batch
	TallySheet Document = "tally"       // bảng kiểm đếm, of a batch or of the round
	ShiftSheet Document = "shift"       // biên bản kết thúc ca, of one shift of this desk
	ChaseList  Document = "chase-list"  // danh sách thẻ chưa thu được, of a unit or of all
	GuestSlip  Document = "guest-slip"  // phiếu xác nhận for the home board of a member on temporary activity

	Receipt      Document = "receipt"   // biên nhận thẻ, for the unit that brought a batch
	HeldSlip     Document = "held-slip" // phiếu giữ thẻ, that lies with a held card
	RenewalList  Document = "renewals"  // danh sách đổi và cấp lại thẻ, of a unit or of all
	IntakeSheet  Document = "intake"    // phiếu quét: a barcode per listed card, of a batch or of a unit
	CommandSheet Document = "commands"  // the barcodes that stand for keys
	TestPage     Document = "test-page" // what a printer can do
)

var documents = [...]Document{
	ReturnList, TallySheet, ShiftSheet, ChaseList, GuestSlip, Receipt, HeldSlip, RenewalList, IntakeSheet, CommandSheet,
	TestPage,
}

// Documents are all kinds of paper.
func Documents() []Document { return slices.Clone(documents[:]) }

// ParseDocument reads the name of a document.
func ParseDocument(s string) (Document, bool) {
	d := Document(s)
	return d, slices.Contains(documents[:], d)
}

// Print puts a document into the queue of the printer: the order is an entry
// of the journal, which the printer follows at its own pace. A document that
// was ordered before is a reprint, and its paper says so.
type Print struct {
	Document Document
	Batch    BatchID    // required for a return list and a receipt
	Unit     UnitCode   // of a chase list, a renewal list, "": all units; of an intake sheet without a batch
	Shift    ShiftID    // of a shift sheet; 0: the one that is on, or else the last
	Card     CardNumber // required for a guest slip and a held slip
	Printer  PrinterID  // where it is to come out; "": the desk's own
	Written  bool       // it is written into a file by whoever orders it, and no printer's

	hold EntryKey // of a held slip: held once more, the card gets a new slip and no reprint
}

// Facts name the document and what it is about, as its entry has them.
func (q Print) Facts() []Fact {
	f := []Fact{{FactKind, string(q.Document)}}
	if q.Unit != "" {
		f = append(f, Fact{FactUnit, string(q.Unit)})
	}
	if q.Shift != 0 {
		f = append(f, Fact{FactShift, strconv.Itoa(int(q.Shift))})
	}
	if q.Card != 0 {
		f = append(f, Fact{FactCard, q.Card.Digits()})
	}
	if !q.hold.IsZero() {
		f = append(f, Fact{FactHold, q.hold.String()})
	}
	if q.Printer != "" {
		f = append(f, Fact{FactPrinter, string(q.Printer)})
	}
	if q.Written {
		f = append(f, Fact{FactWritten, "1"})
	}
	return f
}

func (q Print) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if d.who == nil {
		return declined(NotSignedIn, "")
	}
	switch {
	case (q.Document == ReturnList || q.Document == Receipt) && q.Batch == "",
		q.Document == IntakeSheet && q.Batch == "" && q.Unit == "":
		return declined(NoBatch, "")
	case (q.Document == GuestSlip || q.Document == HeldSlip) && q.Card == 0:
		return declined(UnknownCard, "")
	}
	var copies int64
	var unit UnitCode
	var unknown bool
	var order Entry
	var no Refusal
	err := d.Store.View(ctx, func(s Snapshot) error {
		copies, unknown, no = 0, false, ""
		setup, err := s.Setup()
		if err != nil {
			return err
		}
		q := q
		draft := false
		if no, draft, err = q.complete(s, d.ID, uint8(setup.Round.Ordinal)); err != nil || no != "" {
			return err
		}
		order = Entry{Act: ActPrinted, Facts: q.Facts()}
		if q.Batch != "" {
			b, err := s.Batch(q.Batch)
			if unknown = b == nil; err != nil || unknown {
				return err
			}
			unit = b.Unit
			draft = draft || q.Document == ReturnList && !b.IsClosed()
		}
		if draft {
			order.Facts = append(order.Facts, Fact{FactDraft, "1"})
		}
		for c, err := range s.Counts(uint8(setup.Round.Ordinal)) {
			if err != nil {
				return err
			}
			if c.Cell.Act == ActPrinted && c.Cell.Batch == q.Batch && c.Cell.What == whatPrinted(&order) {
				copies += c.N
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	switch {
	case no == UnknownUnit:
		return declined(no, q.Unit)
	case no != "":
		return declined(no, q.Card)
	case unknown:
		return declined(UnknownBatch, q.Batch)
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		e := d.batchEntry(setup, ActPrinted, &Batch{ID: q.Batch, Round: uint8(setup.Round.Ordinal), Unit: unit})
		e.Facts = append(slices.Clone(order.Facts), Fact{FactCopy, strconv.FormatInt(copies+1, 10)})
		if err := beginPrinting(tx, d.ID, q.Printer); err != nil {
			return Outcome{}, err
		}
		e, err := Record(tx, e, nil, nil)
		return Outcome{Result: Done, Entry: &e}, err
	})
	return committed(o, err)
}

// complete fills in what the order leaves open, and says why it cannot be
// done, or that what it is about is not over yet.
func (q *Print) complete(s Snapshot, desk DeskID, round uint8) (no Refusal, draft bool, err error) {
	switch q.Document {
	case ShiftSheet:
		sh, err := ShiftOf(s, desk, q.Shift)
		if errors.Is(err, ErrNotFound) {
			return NoShift, false, nil
		}
		q.Shift = sh.ID
		return "", sh.Ended == nil, err
	case GuestSlip:
		_, m, err := NewestIssue(s, round, q.Card)
		if err == nil && (m.Class != Guest || m.Standing.Act != ActStamped) {
			return NotEligible, false, nil
		}
		return "", false, err
	case HeldSlip:
		h, err := FindHeld(s, q.Card)
		if errors.Is(err, ErrNotFound) {
			return NotHeld, false, nil
		}
		q.hold = h.Standing.Entry
		return "", false, err
	case RenewalList, IntakeSheet:
		if q.Unit == "" {
			break
		}
		u, err := s.Unit(q.Unit)
		if err == nil && u == nil {
			return UnknownUnit, false, nil
		}
		return "", false, err
	}
	return "", false, nil
}
