package stampdesk

import (
	"context"
	"crypto/sha256"
	"fmt"
	"strings"
)

// FileName names a file in the store. Stored: names never change their
// meaning.
type FileName string

// The files that a board may put in force in the place of those that the
// program has.
const (
	ReportFile   FileName = "report"   // đề cương báo cáo: the outline of the written report, as TOML
	TargetsFile  FileName = "targets"  // yearly targets of admissions
	PartnersFile FileName = "partners" // boards whose results are trusted, and to whom ours go
)

// FormFile names the template of a form, TOML.
func FormFile(f Form) FileName { return FileName(fmt.Sprintf("form/%d", f)) }

// ResultFile names what another board's store sent of a round.
func ResultFile(round uint8, from StoreID) FileName {
	return FileName(fmt.Sprintf("%s%x", resultsOf(round), from))
}

const results = "result/"

func resultsOf(round uint8) string { return fmt.Sprintf("%s%d/", results, round) }

// IsResultOf reports whether the file is what another board sent of a round.
func (n FileName) IsResultOf(round uint8) bool {
	return strings.HasPrefix(string(n), resultsOf(round))
}

// MaxFile bounds a file, in bytes.
const MaxFile = 8 << 20

// File is a text or a file that the store keeps whole. The latest entry
// that names it has the hash of its bytes.
type File struct {
	Name FileName
	Body []byte
}

// NoContent is the hash of a file that was taken away.
var NoContent = Hash(sha256.Sum256(nil))

// Hash binds the file to its entry.
func (d File) Hash() Hash { return sha256.Sum256(d.Body) }

// ChangeFile puts a template, the targets or the known boards in force; a
// supervisor's act. No bytes: the board has none of its own any more. What
// another board sent can so be taken out again; AddResult takes it in.
type ChangeFile struct {
	File
	Note string
	By   Approval
}

func (q ChangeFile) do(ctx context.Context, d *Desk) ([]Outcome, error) {
	if !q.mayChange() {
		return declined(BadRules, q.Name)
	}
	return d.keep(ctx, ActFileChanged, &q.File, q.Note, q.By)
}

// mayChange reports whether the file is one that a supervisor puts in force or
// takes away, and not one that another act admits.
func (d File) mayChange() bool {
	switch d.Name {
	case ReportFile, TargetsFile, PartnersFile:
		return true
	}
	for f := FormUse; f <= FormResult; f++ {
		if d.Name == FormFile(f) {
			return true
		}
	}
	return len(d.Body) == 0 && strings.HasPrefix(string(d.Name), results)
}

// keep records a supervisor's act, and with it the file that it is about, if
// there is one.
func (d *Desk) keep(ctx context.Context, act Act, f *File, note string, by Approval, more ...Fact) ([]Outcome, error) {
	if o, err := d.noted(ctx, note); err != nil || o != nil {
		return o, err
	}
	approver, no, err := d.approve(ctx, by, "")
	if err != nil || no != nil {
		return no, err
	}
	o, err := d.record(ctx, func(tx Tx, setup Setup) (Outcome, error) {
		e := d.entry(setup, act)
		e.Note, e.Approver, e.Facts = note, approver, more
		if f != nil {
			if len(f.Body) > MaxFile {
				return refused(BadRules, fmt.Sprintf("%s: %d bytes", f.Name, len(f.Body))), nil
			}
			before, err := tx.File(f.Name)
			if err != nil || act == ActFileChanged && string(before) == string(f.Body) {
				return Outcome{Result: Done}, err // nothing changes
			}
			e.Facts = append([]Fact{{FactKept, string(f.Name)}, {FactContent, f.Hash().String()}}, more...)
			if err := tx.PutFile(f.Name, f.Body); err != nil {
				return Outcome{}, err
			}
		}
		e, err := Record(tx, e, nil, nil)
		return Outcome{Result: Done, Entry: &e}, err
	})
	return committed(o, err)
}
