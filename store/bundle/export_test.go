package bundle

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"filippo.io/age"
	"golang.org/x/mod/sumdb/note"

	"stampdesk"
)

// Pack makes a container of whatever files.
func Pack(files ...File) []byte { return pack(files) }

// Reseal opens an encrypted bundle with one key and encrypts it for another.
func Reseal(t testing.TB, sealed []byte, k, to *Key) []byte {
	t.Helper()
	r, err := age.Decrypt(bytes.NewReader(sealed), k.identity)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w, err := age.Encrypt(&b, to.identity.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	w.Write(plain)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sealed signs a text over files, whatever they say.
func sealed(t testing.TB, k *Key, text string, files ...File) []byte {
	t.Helper()
	signed, err := note.Sign(&note.Note{Text: text}, k.signer)
	if err != nil {
		t.Fatal(err)
	}
	return pack(append([]File{{NoteName, signed}}, files...))
}

// Forge signs the result of another store.
func Forge(t testing.TB, k *Key, r *stampdesk.BoardResult) []byte {
	files := []File{{ResultName, r.Encode()}}
	return sealed(t, k, manifest(r, k.verify, toAll, files), files...)
}

// Doubled signs a bundle that has a file twice.
func Doubled(t testing.TB, k *Key, r *stampdesk.BoardResult) []byte {
	files := []File{{ResultName, r.Encode()}, {ReportName, []byte("một")}, {ReportName, []byte("hai")}}
	return sealed(t, k, manifest(r, k.verify, toAll, files), files...)
}

// NewerFormat is what a later program may write.
func NewerFormat(t testing.TB, k *Key) []byte {
	return sealed(t, k, fmt.Sprintf("%s%d\nverify: %s\n", manifestHead, Version+1, k.verify))
}

// NewerResult is a bundle with a result of a later program.
func NewerResult(t testing.TB, k *Key, r *stampdesk.BoardResult) []byte {
	later := strings.Replace(string(r.Encode()), `"version":1`, `"version":2`, 1)
	files := []File{{ResultName, []byte(later)}}
	return sealed(t, k, manifest(r, k.verify, toAll, files), files...)
}
