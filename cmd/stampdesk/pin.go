package main

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"runtime"
	"strings"

	"golang.org/x/crypto/argon2"

	"stampdesk"
)

// argonPINs keeps PINs as argon2id in the PHC form, so that the costs may be
// raised later without making old PINs useless. The defaults are the least that
// OWASP recommends, some hundredths of a second: a PIN says who it is and is no
// key to anything, every command that writes asks for it, and what keeps
// somebody from trying all of them is the lock-out.
type argonPINs struct{}

var _ stampdesk.PINs = argonPINs{}

// argonCost is what a new PIN costs. Only tests make it cheaper.
var argonCost = struct{ time, memory uint32 }{2, 19 << 10} // memory in KiB

const (
	argonThreads = 1
	argonKey     = 32

	// Bounds on what a stored PIN may ask for, so that a damaged record costs
	// no gigabytes.
	argonMaxTime   = 64
	argonMaxMemory = 1 << 20
)

func (argonPINs) Hash(pin string) (string, error) {
	salt := make([]byte, 16)
	rand.Read(salt)
	key := argon2.IDKey([]byte(pin), salt, argonCost.time, argonCost.memory, argonThreads, argonKey)
	enc := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s",
		argon2.Version, argonCost.memory, argonCost.time, argonThreads, enc(salt), enc(key)), nil
}

func (argonPINs) Verify(stored, pin string) bool {
	f := strings.Split(stored, "$")
	if len(f) != 6 || f[1] != "argon2id" || f[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return false
	}
	var m, t uint32
	var p uint8
	if _, err := fmt.Sscanf(f[3], "m=%d,t=%d,p=%d", &m, &t, &p); err != nil ||
		t < 1 || p < 1 || t > argonMaxTime || m > argonMaxMemory {
		return false
	}
	salt, err := base64.RawStdEncoding.DecodeString(f[4])
	if err != nil {
		return false
	}
	want, err := base64.RawStdEncoding.DecodeString(f[5])
	if err != nil || len(want) == 0 {
		return false
	}
	got := argon2.IDKey([]byte(pin), salt, t, m, p, uint32(len(want)))
	runtime.GC() // or the memory of argon2 lies about until as much again is used
	return subtle.ConstantTimeCompare(got, want) == 1
}
