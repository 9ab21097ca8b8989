package stampdesk

import (
	"context"
	"encoding/hex"
	"strconv"
	"time"
)

// SendResult records that what the round came to was written for another
// board; a supervisor's act.
type SendResult struct {
	File Hash   // of the bundle
	To   string // for whom it is; empty: for whoever has it
	By   Approval
}

func (q SendResult) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if no := tooLong(q.To); no != nil {
		return no, nil
	}
	return d.keep(ctx, ActResultSent, nil, "", q.By, Fact{FactFile, q.File.String()}, Fact{FactTo, q.To})
}

// AddResult takes in what another board sent of the round, in the place of what
// its store sent before; a supervisor's act. AdmitResult says what is declined.
type AddResult struct {
	Result   *BoardResult
	File     Hash   // of the bundle
	Signer   string // who signed it, as this board knows them
	Restored bool   // see AdmitResult
	By       Approval
}

func (q AddResult) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if no := tooLong(q.Signer); no != nil {
		return no, nil
	}
	if err := q.Result.Validate(); err != nil {
		return declined(BadRules, err)
	}
	var no Refusal
	var about string
	err := d.Store.View(ctx, func(s Snapshot) (err error) { // only what walks sees all results
		no, about, err = AdmitResult(s, q.Result, q.Restored)
		return err
	})
	if err != nil {
		return nil, err
	}
	if no != "" {
		return declined(no, about)
	}
	r := q.Result
	return d.keep(ctx, ActResultAdded, &File{ResultFile(uint8(r.Round.Ordinal), r.Store), r.Encode()}, "", q.By,
		Fact{FactBoard, r.Board.Title()}, Fact{FactStore, hex.EncodeToString(r.Store[:])},
		Fact{FactEpoch, strconv.FormatUint(uint64(r.Epoch), 10)}, Fact{FactMade, r.Made.UTC().Format(time.RFC3339)},
		Fact{FactSigner, q.Signer}, Fact{FactFile, q.File.String()})
}
