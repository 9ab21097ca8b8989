package bundle

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"filippo.io/age"
	"golang.org/x/mod/sumdb/note"

	"stampdesk"
)

// Key is what a board signs and reads with. It is a secret.
type Key struct {
	store    stampdesk.StoreID
	signer   note.Signer
	identity *age.X25519Identity
	sign     string // as note writes signing keys
	verify   string
}

// NewKey makes the key of a store.
func NewKey(store stampdesk.StoreID) (*Key, error) {
	sign, verify, err := note.GenerateKey(rand.Reader, keyName(store))
	if err != nil {
		return nil, err
	}
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return nil, err
	}
	return newKey(sign, verify, identity)
}

func newKey(sign, verify string, identity *age.X25519Identity) (*Key, error) {
	signer, err := note.NewSigner(sign)
	if err != nil {
		return nil, err
	}
	store, err := storeOf(signer.Name())
	if err != nil {
		return nil, err
	}
	v, err := note.NewVerifier(verify)
	if err != nil {
		return nil, err
	}
	sig, err := signer.Sign([]byte(keyHead))
	if err != nil {
		return nil, err
	}
	if v.Name() != signer.Name() || !v.Verify([]byte(keyHead), sig) {
		return nil, errors.New("its two halves do not fit")
	}
	return &Key{store: store, signer: signer, identity: identity, sign: sign, verify: verify}, nil
}

// keyName is the name of a store's keys in signed notes.
func keyName(store stampdesk.StoreID) string { return keyPrefix + hex.EncodeToString(store[:]) }

const keyPrefix = "stampdesk-"

func storeOf(name string) (stampdesk.StoreID, error) {
	digits, ok := strings.CutPrefix(name, keyPrefix)
	var store stampdesk.StoreID
	b, err := hex.DecodeString(digits)
	if !ok || err != nil || len(b) != len(store) || digits != strings.ToLower(digits) {
		return store, fmt.Errorf("a key named %.60q is of no store", name)
	}
	copy(store[:], b)
	return store, nil
}

const keyHead = "stampdesk bundle key 1"

// Encode gives the bytes of the key, for a file that nobody else may read.
func (k *Key) Encode() []byte {
	return fmt.Appendf(nil, "%s\n# SECRET. BÍ MẬT: không đưa cho ai / give it to nobody\nsign: %s\nverify: %s\nage: %s\n",
		keyHead, k.sign, k.verify, k.identity)
}

// ParseKey reads what Encode wrote.
func ParseKey(b []byte) (*Key, error) {
	f, err := readFields(b, keyHead, "sign", "verify", "age")
	if err != nil {
		return nil, fmt.Errorf("bundle key: %w", err)
	}
	identity, err := age.ParseX25519Identity(f["age"])
	if err != nil {
		return nil, errors.New("bundle key: its line age is damaged") // the error may quote it
	}
	k, err := newKey(f["sign"], f["verify"], identity)
	if err != nil {
		return nil, fmt.Errorf("bundle key: %w", err)
	}
	return k, nil
}

// Card is what others need to trust the key, under the name of the board.
func (k *Key) Card(board string) Card {
	return Card{Board: board, Store: k.store, Verify: k.verify, Age: k.identity.Recipient().String()}
}
