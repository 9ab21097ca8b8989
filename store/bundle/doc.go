// Package bundle is the file in which a board's result goes up to the board
// above: what the round came to, the form and the report that were signed on
// paper, and the heads of the journal, under the board's signature, and closed
// for everybody but one recipient where that is wanted.
//
// It is not a transport and not a copy of the data: no member is in it.
//
// Most readers need Make, Open and Card. The file is a zip without compression
// whose first file, bundle.txt, is a signed note (Ed25519, as the Go checksum
// database writes them) with the SHA-256 of all others; encrypted, it is that
// zip as an age file. README.md says how to check one with other tools.
//
// What is promised: Open gives a bundle only if every single byte of it is as
// its signer wrote it, and says whether that signer is one whom this board
// trusts. Nothing of a file is unpacked, and none of its sizes is believed. A
// key is trusted only after people compared its fingerprint.
//
// What is not: who has the file key of a board can sign for it; who signs can
// still have counted wrongly (the sums are looked at, the stamps cannot be);
// that a result is the last one only its sender can say, AdmitResult of the
// domain refuses those that are older than what was taken in; and a bundle
// that was made for nobody can be read by everybody.
package bundle

import "errors"

// Bounds on a bundle. A district's has some hundred kilobytes.
const (
	MaxSize  = 16 << 20 // bytes of a bundle, and of all its files
	MaxFiles = 8
)

// Reasons for which a file is refused.
var (
	ErrNotBundle = errors.New("this is no bundle")
	ErrTooLarge  = errors.New("the file is larger than any bundle")
	ErrTruncated = errors.New("the bundle is cut off")
	ErrTampered  = errors.New("the bundle was changed or damaged after it was signed")
	ErrNewer     = errors.New("the bundle was written by a newer stampdesk")
	ErrNotForUs  = errors.New("the bundle was encrypted for somebody else")
)

// File is one file of a bundle.
type File struct {
	Name string // small letters, digits, points and dashes
	Body []byte
}

// Names of the files.
const (
	NoteName   = "bundle.txt"  // what was signed: it is the first
	ResultName = "result.json" // the result
	FormName   = "form7.xlsx"  // form 7 as it was filled in
	ReportName = "report.txt"  // the written report
)
