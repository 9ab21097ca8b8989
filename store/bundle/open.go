package bundle

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"

	"filippo.io/age"
	"golang.org/x/mod/sumdb/note"

	"stampdesk"
)

// Keyring is what a board reads bundles with: its own key, nil where it has
// none, and the boards that it trusts.
type Keyring struct {
	Key     *Key
	Trusted []Card
}

// Bundle is a bundle whose every byte is as its signer wrote it.
type Bundle struct {
	Result *stampdesk.BoardResult
	Files  []File // beside the result
	Note   string // what was signed

	Hash      stampdesk.Hash // of the file
	Encrypted bool
	ForAll    bool  // it was made for nobody in particular
	Own       bool  // signed with the key of the keyring
	Signer    *Card // of the trusted; nil: nobody of them signed it
	Verify    string
}

const (
	ageMagic = "age-encryption.org/v"
	// maxHeader bounds the header of an age file: every recipient in it costs a
	// reader some work.
	maxHeader = 2 << 10
)

// Open reads a bundle. The error wraps one of this package, or ErrNewerResult
// of the domain. A signer whom nobody trusts is no error: who takes the result
// in asks for Signer.
func Open(b []byte, ring Keyring) (*Bundle, error) {
	if len(b) > MaxSize {
		return nil, ErrTooLarge
	}
	out := &Bundle{Hash: sha256.Sum256(b)}
	if bytes.HasPrefix(b, []byte(ageMagic)) {
		var err error
		if b, err = ring.decrypt(b); err != nil {
			return nil, err
		}
		out.Encrypted = true
	}
	files, err := unpack(b)
	if err != nil {
		return nil, err
	}
	if err := out.verified(files[0].Body); err != nil {
		return nil, err
	}
	if len(files) < 2 || files[1].Name != ResultName {
		return nil, ErrTampered
	}
	if out.Result, err = stampdesk.ParseResult(files[1].Body); err != nil {
		if !errors.Is(err, stampdesk.ErrNewerResult) {
			err = fmt.Errorf("%w: %w", ErrTampered, err)
		}
		return nil, err
	}
	to := field(out.Note, "to")
	if out.Note != manifest(out.Result, out.Verify, to, files[1:]) {
		return nil, fmt.Errorf("%w: its files are not those that were signed", ErrTampered)
	}
	v, err := note.NewVerifier(out.Verify)
	if err != nil || v.Name() != keyName(out.Result.Store) {
		return nil, fmt.Errorf("%w: the key of one store signed for another", ErrTampered)
	}
	out.Files = files[2:]
	for i, c := range ring.Trusted {
		if c.Verify == out.Verify {
			out.Signer = &ring.Trusted[i]
		}
	}
	out.Own = ring.Key != nil && ring.Key.verify == out.Verify
	out.ForAll = to == toAll
	if !out.ForAll && !out.Own && (ring.Key == nil || to != ring.Key.identity.Recipient().String()) {
		return nil, ErrNotForUs // somebody passed on what was signed for them
	}
	return out, nil
}

// decrypt opens what was encrypted for the key.
func (r Keyring) decrypt(b []byte) ([]byte, error) {
	end := bytes.Index(b[:min(len(b), maxHeader)], []byte("\n--- "))
	switch {
	case end < 0 && len(b) < maxHeader:
		return nil, ErrTruncated
	case end < 0:
		return nil, ErrTampered
	case r.Key == nil:
		return nil, ErrNotForUs
	}
	plain, err := age.Decrypt(bytes.NewReader(b), r.Key.identity)
	if _, ok := errors.AsType[*age.NoIdentityMatchError](err); ok {
		return nil, ErrNotForUs
	}
	if err != nil {
		return nil, fmt.Errorf("%w (%w)", ErrTampered, err)
	}
	out, err := io.ReadAll(io.LimitReader(plain, MaxSize+1))
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, ErrTruncated
	}
	if err != nil {
		return nil, fmt.Errorf("%w (%w)", ErrTampered, err)
	}
	return out, nil
}

// verified reads the signed note with the key that stands in it. It has that
// one signature, written the one way in which it can be.
func (b *Bundle) verified(signed []byte) error {
	text, _, _ := bytes.Cut(signed, []byte("\n\n"))
	version, err := manifestVersion(string(text))
	if err != nil {
		return err
	}
	if version > Version {
		return fmt.Errorf("%w (version %d, this one reads %d)", ErrNewer, version, Version)
	}
	b.Verify = field(string(text)+"\n", "verify")
	v, err := note.NewVerifier(b.Verify)
	if err != nil {
		return fmt.Errorf("%w: its key is none", ErrTampered)
	}
	n, err := note.Open(signed, note.VerifierList(v))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrTampered, err)
	}
	sig, err := base64.StdEncoding.DecodeString(n.Sigs[0].Base64)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrTampered, err)
	}
	if string(signed) != fmt.Sprintf("%s\n— %s %s\n", n.Text, v.Name(), base64.StdEncoding.EncodeToString(sig)) {
		return fmt.Errorf("%w: its signature is not as it is written", ErrTampered)
	}
	b.Note = n.Text
	return nil
}
