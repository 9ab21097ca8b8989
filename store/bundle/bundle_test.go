package bundle_test

import (
	"archive/zip"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"stampdesk"
	"stampdesk/store/bundle"
)

// result is what an invented board came to.
func result(store stampdesk.StoreID) *stampdesk.BoardResult {
	r := &stampdesk.BoardResult{
		Board: stampdesk.Board{Upper: "TỈNH ỦY", Name: "QUẬN ỦY CẦU GIẤY MỚI"}, Store: store, Epoch: 1,
		Round: stampdesk.Round{
			Ordinal: 4, Box: 4, CardBoxes: 4,
			From: stampdesk.Date{Year: 2021, Month: 4, Day: 15}, To: stampdesk.Date{Year: 2021, Month: 5, Day: 15},
		},
		Made: time.Date(2021, 5, 18, 8, 0, 0, 0, time.UTC), By: "GS1",
	}
	r.Tally.Headcount = stampdesk.Headcount{Official: 120, Probationary: 4, WithCard: 115}
	r.Tally.WithoutCard, r.Tally.Stamped, r.Tally.Remaining = 5, 101, 14
	r.Tally.Heads = []stampdesk.Head{{Desk: "B1", Seq: 40, Chain: stampdesk.Hash{1}}, {Desk: "bàn 2", Seq: 7}}
	return r
}

var idA, idB, idC = stampdesk.StoreID{0xa}, stampdesk.StoreID{0xb}, stampdesk.StoreID{0xc}

func key(t testing.TB, store stampdesk.StoreID) *bundle.Key {
	t.Helper()
	k, err := bundle.NewKey(store)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func card(k *bundle.Key, board string) *bundle.Card {
	c := k.Card(board)
	return &c
}

func made(t testing.TB, k *bundle.Key, to *bundle.Card, r *stampdesk.BoardResult) []byte {
	t.Helper()
	b, err := bundle.Make(k, to, r, bundle.File{Name: bundle.ReportName, Body: []byte("Báo cáo…\n")})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestABundleIsReadByWhomItIsFor(t *testing.T) {
	a, b, c := key(t, idA), key(t, idB), key(t, idC)
	open, sealed := made(t, a, nil, result(idA)), made(t, a, card(b, "B"), result(idA))
	if bytes.Contains(sealed, []byte("QUẬN")) || !bytes.Contains(open, []byte("QUẬN")) {
		t.Error("the encrypted one can be read, or the other cannot")
	}
	trusted := []bundle.Card{a.Card("Quận A")}
	for _, q := range []struct {
		name  string
		bytes []byte
		ring  bundle.Keyring
		want  error
	}{
		{"for all, by B", open, bundle.Keyring{Key: b, Trusted: trusted}, nil},
		{"for all, without a key", open, bundle.Keyring{Trusted: trusted}, nil},
		{"for B, by B", sealed, bundle.Keyring{Key: b, Trusted: trusted}, nil},
		{"for B, by C", sealed, bundle.Keyring{Key: c, Trusted: trusted}, bundle.ErrNotForUs},
		{"for B, without a key", sealed, bundle.Keyring{Trusted: trusted}, bundle.ErrNotForUs},
	} {
		t.Run(q.name, func(t *testing.T) {
			got, err := bundle.Open(q.bytes, q.ring)
			if !errors.Is(err, q.want) {
				t.Fatalf("error %v, want %v", err, q.want)
			}
			if q.want != nil {
				return
			}
			if got.Signer == nil || got.Signer.Board != "Quận A" || got.Own || got.Result.Tally.Stamped != 101 ||
				len(got.Files) != 1 || string(got.Files[0].Body) != "Báo cáo…\n" || got.Encrypted == got.ForAll {
				t.Errorf("read: %+v", got)
			}
		})
	}
	own, err := bundle.Open(sealed, bundle.Keyring{Key: a})
	if err != nil || !own.Own || own.Signer != nil {
		t.Errorf("by who made it: %+v, %v", own, err)
	}
	foreign, err := bundle.Open(open, bundle.Keyring{Key: b, Trusted: []bundle.Card{c.Card("C")}})
	if err != nil || foreign.Signer != nil {
		t.Errorf("by who trusts somebody else: %+v, %v", foreign, err)
	}
}

// TestWhatWasSignedForOneCannotBePassedOn has B, who may read it, encrypt the
// bundle of A for C.
func TestWhatWasSignedForOneCannotBePassedOn(t *testing.T) {
	a, b, c := key(t, idA), key(t, idB), key(t, idC)
	sealed := made(t, a, card(b, "B"), result(idA))
	passed := bundle.Reseal(t, sealed, b, c)
	if _, err := bundle.Open(passed, bundle.Keyring{Key: c, Trusted: []bundle.Card{a.Card("A")}}); !errors.Is(err, bundle.ErrNotForUs) {
		t.Errorf("passed on: %v", err)
	}
	if _, err := bundle.Open(passed, bundle.Keyring{Key: b}); !errors.Is(err, bundle.ErrNotForUs) {
		t.Errorf("encrypted for C only: %v", err)
	}
}

func TestNoBitOfABundleCanBeChanged(t *testing.T) {
	a, b := key(t, idA), key(t, idB)
	ring := bundle.Keyring{Key: b, Trusted: []bundle.Card{a.Card("A")}}
	for name, whole := range map[string][]byte{
		"signed": made(t, a, nil, result(idA)), "encrypted": made(t, a, card(b, "B"), result(idA)),
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := bundle.Open(whole, ring); err != nil {
				t.Fatal(err)
			}
			for i := range whole {
				changes := []byte{1 << (i % 8), 1 << ((i + 5) % 8), 0xff}
				if name == "encrypted" { // each costs a decryption
					changes = changes[:1]
				}
				for _, change := range changes {
					other := bytes.Clone(whole)
					other[i] ^= change
					if got, err := bundle.Open(other, ring); err == nil {
						t.Fatalf("byte %d of %d, %q became %q: read as %+v", i, len(whole), whole[i], other[i], got)
					} else if !isReason(err) {
						t.Fatalf("byte %d: %v is no reason", i, err)
					}
				}
			}
		})
	}
}

func isReason(err error) bool {
	for _, r := range []error{
		bundle.ErrNotBundle, bundle.ErrTooLarge, bundle.ErrTruncated, bundle.ErrTampered, bundle.ErrNewer, bundle.ErrNotForUs,
	} {
		if errors.Is(err, r) {
			return true
		}
	}
	return false
}

func TestABundleThatIsCutOffOrLongerIsRefused(t *testing.T) {
	a, b := key(t, idA), key(t, idB)
	ring := bundle.Keyring{Key: b, Trusted: []bundle.Card{a.Card("A")}}
	open := made(t, a, nil, result(idA))
	for name, whole := range map[string][]byte{"signed": open, "encrypted": made(t, a, card(b, "B"), result(idA))} {
		for n := range whole {
			if _, err := bundle.Open(whole[:n], ring); err == nil || !isReason(err) {
				t.Fatalf("%s: the first %d of %d bytes: %v", name, n, len(whole), err)
			} else if name == "signed" && n >= 4 && !errors.Is(err, bundle.ErrTruncated) {
				t.Fatalf("the first %d of %d bytes: %v, want that it is cut off", n, len(whole), err)
			}
		}
		for _, more := range []string{"\x00", "\n", "PK\x05\x06", string(whole)} {
			if _, err := bundle.Open(append(bytes.Clone(whole), more...), ring); err == nil {
				t.Errorf("%s: read with %q after it", name, more[:1])
			}
		}
	}
}

func TestWhatIsNoBundleIsRefusedWithItsReason(t *testing.T) {
	a := key(t, idA)
	zipped := func(size int, names ...string) []byte {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for _, n := range names {
			f, err := w.Create(n)
			if err != nil {
				t.Fatal(err)
			}
			io.WriteString(f, strings.Repeat("0", size))
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	many := []string{bundle.NoteName}
	for i := range 4000 {
		many = append(many, strings.Repeat("a", i%30+1))
	}
	for _, q := range []struct {
		name  string
		bytes []byte
		want  error
	}{
		{"nothing", nil, bundle.ErrNotBundle},
		{"a text", []byte("xin chào"), bundle.ErrNotBundle},
		{"another zip", zipped(9, "a.txt"), bundle.ErrNotBundle},
		{"a zip bomb under our name", zipped(64<<20, bundle.NoteName, bundle.ResultName), nil},
		{"thousands of files", zipped(9, many...), nil},
		{"a name that is a path", bundle.Pack(bundle.File{Name: bundle.NoteName}, bundle.File{Name: "../x"}), bundle.ErrTampered},
		{"our container around nothing", bundle.Pack(bundle.File{Name: bundle.NoteName}), bundle.ErrNotBundle},
		{"too many files", bundle.Pack(append([]bundle.File{{Name: bundle.NoteName}}, make([]bundle.File, 20)...)...), nil},
		{"more than any bundle", make([]byte, bundle.MaxSize+1), bundle.ErrTooLarge},
		{"a header of age without end", append([]byte("age-encryption.org/v1\n"), bytes.Repeat([]byte("-> X25519 a\nb\n"), 1<<18)...), bundle.ErrTampered},
	} {
		t.Run(q.name, func(t *testing.T) {
			if _, err := bundle.Open(q.bytes, bundle.Keyring{Key: a}); err == nil || !isReason(err) || q.want != nil && !errors.Is(err, q.want) {
				t.Errorf("error %v, want %v", err, q.want)
			}
		})
	}
}

func TestWhoSignsForAnotherStoreIsRefused(t *testing.T) {
	a := key(t, idA)
	if _, err := bundle.Make(a, nil, result(idB)); err == nil {
		t.Error("a bundle of store B was made with the key of store A")
	}
	forged := bundle.Forge(t, a, result(idB))
	if _, err := bundle.Open(forged, bundle.Keyring{Trusted: []bundle.Card{a.Card("A")}}); !errors.Is(err, bundle.ErrTampered) {
		t.Errorf("signed by A for B: %v", err)
	}
}

func TestAFileThatIsThereTwiceIsRefused(t *testing.T) {
	a := key(t, idA)
	twice := bundle.Doubled(t, a, result(idA))
	if _, err := bundle.Open(twice, bundle.Keyring{Key: a}); !errors.Is(err, bundle.ErrTampered) {
		t.Errorf("two forms, and whoever looks at it sees one of them: %v", err)
	}
}

func TestABundleOfALaterProgramIsNamedAsSuch(t *testing.T) {
	a := key(t, idA)
	for name, b := range map[string][]byte{"format": bundle.NewerFormat(t, a), "result": bundle.NewerResult(t, a, result(idA))} {
		_, err := bundle.Open(b, bundle.Keyring{})
		if !errors.Is(err, bundle.ErrNewer) && !errors.Is(err, stampdesk.ErrNewerResult) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAnyZipReaderOpensABundle(t *testing.T) {
	b := made(t, key(t, idA), nil, result(idA))
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, r); err != nil { // the reader looks at the checksum
			t.Errorf("%s: %v", f.Name, err)
		}
		names = append(names, f.Name)
	}
	if got := strings.Join(names, " "); got != "bundle.txt result.json report.txt" {
		t.Errorf("files: %s", got)
	}
}

// TestABundleIsVerifiedWithoutThisPackage does with the standard library what
// README.md says for other tools.
func TestABundleIsVerifiedWithoutThisPackage(t *testing.T) {
	k := key(t, idA)
	b := made(t, k, nil, result(idA))
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string) []byte {
		f, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		return body
	}
	signed := string(read("bundle.txt"))
	text, signature, _ := strings.Cut(signed, "\n\n")
	text += "\n"
	sig, err := base64.StdEncoding.DecodeString(strings.Fields(signature)[2])
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.SplitN(k.Card("A").Verify, "+", 3)
	public, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil {
		t.Fatal(err)
	}
	if !ed25519.Verify(public[1:], []byte(text), sig[4:]) {
		t.Error("the signature does not verify")
	}
	files := 0
	for l := range strings.SplitSeq(text, "\n") {
		if f := strings.Fields(l); len(f) == 4 && f[0] == "file:" {
			if sum := fmt.Sprintf("%x", sha256.Sum256(read(f[3]))); sum != f[2] {
				t.Errorf("%s: %s, want %s", f[3], sum, f[2])
			}
			files++
		}
	}
	if files != 2 {
		t.Errorf("%d files are signed, want 2", files)
	}
}

func TestKeysAndCardsAreReadAsTheyWereWritten(t *testing.T) {
	a := key(t, idA)
	again, err := bundle.ParseKey(a.Encode())
	if err != nil || !bytes.Equal(again.Encode(), a.Encode()) {
		t.Errorf("key: %v", err)
	}
	c := a.Card("QUẬN ỦY A")
	got, err := bundle.ParseCard(bytes.ReplaceAll(c.Encode(), []byte("\n"), []byte("\r\n")))
	if err != nil || got != c {
		t.Errorf("card: %+v, %v", got, err)
	}
	if !c.Is(strings.ReplaceAll(c.Fingerprint(), " ", "-")) || c.Is(c.Fingerprint()[1:]) || c.Is("") {
		t.Error("the fingerprint is not told apart as people type it")
	}
	if f := strings.Fields(c.Fingerprint()); len(f) != 8 || len(f[0]) != 5 {
		t.Errorf("fingerprint %q", c.Fingerprint())
	}
	other := key(t, idA).Card("QUẬN ỦY A")
	if other.Fingerprint() == c.Fingerprint() {
		t.Error("two keys have one fingerprint")
	}
	swapped := bytes.Replace(c.Encode(), []byte(c.Age), []byte(other.Age), 1)
	if _, err := bundle.ParseCard(swapped); err == nil {
		t.Error("a card with the keys of two boards was read")
	}
	mixed := bytes.Replace(a.Encode(), []byte(c.Verify), []byte(other.Verify), 1)
	if _, err := bundle.ParseKey(mixed); err == nil {
		t.Error("a key of two halves was read")
	}
	if _, err := bundle.ParseKey(a.Encode()[:90]); err == nil || strings.Contains(err.Error(), "PRIVATE") {
		t.Errorf("half a key: %v", err)
	}
}

func TestWhatIsWrongWithAKeyTellsNothingOfIt(t *testing.T) {
	body := key(t, idA).Encode()
	secret := body[bytes.Index(body, []byte("sign: ")):]
	for at := range secret { // an editor, or a mail, broke the line there
		broken := bytes.Join([][]byte{body[:len(body)-len(secret)], secret[:at], []byte("\n"), secret[at:]}, nil)
		_, err := bundle.ParseKey(broken)
		if err == nil {
			continue
		}
		for i := range len(secret) - 10 {
			if part := string(secret[i : i+10]); strings.Contains(err.Error(), part) && !strings.Contains("SECRET-KEY verify: ", part) {
				t.Fatalf("broken at %d: the error quotes %q: %v", at, part, err)
			}
		}
	}
}

func FuzzOpen(f *testing.F) {
	a, b := key(f, idA), key(f, idB)
	open := made(f, a, nil, result(idA))
	f.Add(open)
	f.Add(made(f, a, card(b, "B"), result(idA)))
	f.Add(open[:len(open)/2])
	f.Add([]byte("PK\x03\x04"))
	rng := rand.New(rand.NewPCG(1, 2))
	for range 8 {
		other := bytes.Clone(open)
		other[rng.IntN(len(other))]++
		f.Add(other)
	}
	ring := bundle.Keyring{Key: b, Trusted: []bundle.Card{a.Card("A")}}
	f.Fuzz(func(t *testing.T, raw []byte) {
		got, err := bundle.Open(raw, ring)
		switch {
		case err != nil && !isReason(err) && !errors.Is(err, stampdesk.ErrNewerResult):
			t.Errorf("%v is no reason", err)
		case err == nil && got.Signer != nil && !got.Encrypted && !bytes.Equal(raw, open):
			t.Errorf("read as what A signed: %q", raw)
		}
	})
}
