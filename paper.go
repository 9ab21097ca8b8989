package stampdesk

import (
	"context"
	"slices"
	"strconv"
)

// Document names a kind of paper that leaves the desk. Stored: the names stay.
type Document string

// The documents.
const (
	ReturnList Document = "return-list" // danh sách trả thẻ, of a batch
	TallySheet Document = "tally"       // bảng kiểm đếm, of a batch or of the round
)

// ParseDocument reads the name of a document.
func ParseDocument(s string) (Document, bool) {
	d := Document(s)
	return d, d == ReturnList || d == TallySheet
}

// Print puts a document into the queue of the printer: the order is an entry
// of the journal, which the printer follows at its own pace. A document that
// was ordered before is a reprint, and its paper says so.
type Print struct {
	Document Document
	Batch    BatchID // required for a return list
}

func (q Print) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if d.who == nil {
		return declined(NotSignedIn, "")
	}
	if q.Document == ReturnList && q.Batch == "" {
		return declined(NoBatch, "")
	}
	var copies int64
	var unit UnitCode
	var unknown bool
	order := Entry{Act: ActPrinted, Facts: []Fact{{FactKind, string(q.Document)}}}
	err := d.Store.View(ctx, func(s Snapshot) error {
		copies, unknown = 0, false
		order.Facts = order.Facts[:1]
		setup, err := s.Setup()
		if err != nil {
			return err
		}
		if q.Batch != "" {
			b, err := s.Batch(q.Batch)
			if unknown = b == nil; err != nil || unknown {
				return err
			}
			unit = b.Unit
			if q.Document == ReturnList && !b.IsClosed() {
				order.Facts = append(order.Facts, Fact{FactDraft, "1"})
			}
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
	if unknown {
		return declined(UnknownBatch, q.Batch)
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		e := d.batchEntry(setup, ActPrinted, q.Batch, unit)
		e.Facts = append(slices.Clone(order.Facts), Fact{FactCopy, strconv.FormatInt(copies+1, 10)})
		e, err := Record(tx, e, nil, nil)
		return Outcome{Result: Done, Entry: &e}, err
	})
	return committed(o, err)
}
