package bundle

import (
	"bytes"
	"fmt"

	"filippo.io/age"
	"golang.org/x/mod/sumdb/note"

	"stampdesk"
)

// Make gives the bundle of a result, signed with the board's key; files stand
// beside the result. With a recipient only they can read it, and the board
// itself.
func Make(k *Key, to *Card, r *stampdesk.BoardResult, files ...File) ([]byte, error) {
	if err := r.Validate(); err != nil {
		return nil, err
	}
	if r.Store != k.store {
		return nil, fmt.Errorf("the key is of store %x, the result of store %x", k.store, r.Store)
	}
	recipient := toAll
	if to != nil {
		recipient = to.Age
	}
	all := append([]File{{ResultName, r.Encode()}}, files...)
	names := map[string]bool{NoteName: true}
	for _, f := range all {
		if !isFileName(f.Name) || names[f.Name] {
			return nil, fmt.Errorf("a file of a bundle cannot be named %q, or is there twice", f.Name)
		}
		names[f.Name] = true
	}
	signed, err := note.Sign(&note.Note{Text: manifest(r, k.verify, recipient, all)}, k.signer)
	if err != nil {
		return nil, err
	}
	b := pack(append([]File{{NoteName, signed}}, all...))
	if to != nil {
		if b, err = k.encrypt(b, to); err != nil {
			return nil, err
		}
	}
	if len(b) > MaxSize || len(all)+1 > MaxFiles {
		return nil, fmt.Errorf("%w: %d bytes, %d files", ErrTooLarge, len(b), len(all))
	}
	if _, err := Open(b, Keyring{Key: k}); err != nil { // it is one only if it can be read
		return nil, fmt.Errorf("reading what was made: %w", err)
	}
	return b, nil
}

func (k *Key) encrypt(b []byte, to *Card) ([]byte, error) {
	recipient, err := age.ParseX25519Recipient(to.Age)
	if err != nil {
		return nil, err
	}
	var sealed bytes.Buffer
	w, err := age.Encrypt(&sealed, recipient, k.identity.Recipient())
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return sealed.Bytes(), nil
}
