package bundle

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"filippo.io/age"
	"golang.org/x/mod/sumdb/note"

	"stampdesk"
)

// Card is the public half of a board's key: it may go by any way, for people
// compare its fingerprint by another.
type Card struct {
	Board  string
	Store  stampdesk.StoreID
	Verify string // as note writes verification keys
	Age    string // recipient of age files
}

const cardHead = "stampdesk bundle card 1"

// MaxCard bounds a card, and a key, in bytes.
const MaxCard = 4 << 10

// Encode gives the card as a text of a few lines.
func (c Card) Encode() []byte {
	return fmt.Appendf(nil, "%s\n# Khóa công khai; so mã bằng điện thoại / compare the fingerprint by telephone\n"+
		"board: %s\nverify: %s\nage: %s\nfingerprint: %s\n", cardHead, c.Board, c.Verify, c.Age, c.Fingerprint())
}

// ParseCard reads a card, whose fingerprint must be that of its keys.
func ParseCard(b []byte) (Card, error) {
	f, err := readFields(b, cardHead, "board", "verify", "age", "fingerprint")
	if err != nil {
		return Card{}, fmt.Errorf("bundle card: %w", err)
	}
	c, err := NewCard(f["board"], f["verify"], f["age"])
	if err == nil && f["fingerprint"] != c.Fingerprint() {
		err = errors.New("the fingerprint is not that of the keys")
	}
	if err != nil {
		return Card{}, fmt.Errorf("bundle card: %w", err)
	}
	return c, nil
}

// NewCard makes a card of its parts.
func NewCard(board, verify, recipient string) (Card, error) {
	if board == "" || !stampdesk.IsPlainName(board) {
		return Card{}, fmt.Errorf("the name %.40q cannot be one", board)
	}
	v, err := note.NewVerifier(verify)
	if err != nil {
		return Card{}, fmt.Errorf("verification key: %w", err)
	}
	store, err := storeOf(v.Name())
	if err != nil {
		return Card{}, err
	}
	if _, err := age.ParseX25519Recipient(recipient); err != nil {
		return Card{}, err
	}
	return Card{Board: board, Store: store, Verify: verify, Age: recipient}, nil
}

// Fingerprint is what two people read to each other: 8 groups of 5 digits of
// the SHA-256 of both keys, some 132 bits.
func (c Card) Fingerprint() string {
	sum := sha256.Sum256(fmt.Appendf(nil, "stampdesk fingerprint\n%s\n%s\n", c.Verify, c.Age))
	groups := make([]string, 8)
	for i := range groups {
		groups[i] = fmt.Sprintf("%05d", binary.BigEndian.Uint32(sum[4*i:])%100_000)
	}
	return strings.Join(groups, " ")
}

// Is reports whether somebody typed this fingerprint, however they grouped it.
func (c Card) Is(fingerprint string) bool {
	digits := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) || r == '-' || r == '.' {
				return -1
			}
			return r
		}, s)
	}
	return digits(fingerprint) == digits(c.Fingerprint())
}

// readFields reads lines of the form "name: value" under a head, all of them
// once.
func readFields(b []byte, head string, names ...string) (map[string]string, error) {
	if len(b) > MaxCard {
		return nil, fmt.Errorf("%d bytes: want at most %d", len(b), MaxCard)
	}
	lines := strings.Split(strings.ReplaceAll(strings.TrimPrefix(string(b), "\ufeff"), "\r\n", "\n"), "\n")
	if strings.TrimSpace(lines[0]) != head {
		return nil, fmt.Errorf("it does not begin with %q", head)
	}
	f := map[string]string{}
	for i, l := range lines[1:] {
		if l = strings.TrimSpace(l); l == "" || l[0] == '#' {
			continue
		}
		name, value, _ := strings.Cut(l, ": ")
		if _, twice := f[name]; twice || !slices.Contains(names, name) || value == "" {
			return nil, fmt.Errorf("line %d is none of it, or there twice", i+2) // of a key it is a secret
		}
		f[name] = strings.TrimSpace(value)
	}
	for _, n := range names {
		if f[n] == "" {
			return nil, fmt.Errorf("the line %q is missing", n)
		}
	}
	return f, nil
}
