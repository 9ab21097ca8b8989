package stampdesk

import (
	"crypto/sha256"
	"fmt"
	"time"
)

// PersonID is the short name by which a person signs in and is recorded.
type PersonID string

// Role is what a person may do. Stored: append only.
type Role uint8

// The roles at a desk.
const (
	Operator   Role = 1 + iota // works through the stack
	Supervisor                 // settles exceptions, loads rosters, names people
)

var roleNames = [...]string{Operator: "operator", Supervisor: "supervisor"}

func (r Role) String() string { return nameOf(roleNames[:], "role", r) }

// nameOf is the name of a stored value; one of a later version has a number.
func nameOf[T ~uint8](names []string, kind string, v T) string {
	if int(v) < len(names) && names[v] != "" {
		return names[v]
	}
	return fmt.Sprintf("%s-%d", kind, uint8(v))
}

// ParseRole reads the name of a role.
func ParseRole(s string) (Role, error) {
	for r, name := range roleNames {
		if name != "" && name == s {
			return Role(r), nil
		}
	}
	return 0, fmt.Errorf("role %q: want operator or supervisor", s)
}

// Person is someone who works at the desk.
type Person struct {
	ID   PersonID
	Name string
	Role Role
	PIN  string // what PINs.Hash made of it, never the PIN

	Disabled bool      // may not sign in any more
	Failures uint32    // wrong PINs since the last right one
	Locked   time.Time // no PIN is looked at before this time
}

// Hash binds the person's record to the entry that made or changed it.
func (p Person) Hash() Hash {
	h := sha256.New()
	fmt.Fprintf(h, "%d\n", p.Role)
	for _, s := range []string{string(p.ID), p.Name, p.PIN} {
		hashString(h, s)
	}
	if p.Disabled || p.Failures > 0 || !p.Locked.IsZero() { // else the hash is that of before they were there
		fmt.Fprintf(h, "%t %d %d", p.Disabled, p.Failures, p.lockedUntil())
	}
	return Hash(h.Sum(nil))
}

// lockedUntil is Locked in Unix milliseconds; 0 is never.
func (p *Person) lockedUntil() int64 {
	if p.Locked.IsZero() {
		return 0
	}
	return p.Locked.UnixMilli()
}

// MinPIN is the least number of characters of a PIN.
const MinPIN = 4

// ParsePersonID checks the short name of a person: 1 to 16 letters, digits,
// "-" or "_" of ASCII, for it is printed, typed and put into file names.
func ParsePersonID(s string) (PersonID, error) {
	if len(s) < 1 || len(s) > 16 {
		return "", fmt.Errorf("person %q: want 1 to 16 characters", s)
	}
	for _, c := range []byte(s) {
		if !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_') {
			return "", fmt.Errorf("person %q: want letters without diacritics, digits, - or _", s)
		}
	}
	return PersonID(s), nil
}

// PINs makes and checks the stored form of a PIN. It is slow on purpose, so
// callers never hold a transaction over it.
type PINs interface {
	Hash(pin string) (string, error)
	Verify(stored, pin string) bool
}
