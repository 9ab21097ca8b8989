package printer_test

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stampdesk/printer"
)

// The bytes of every job are known by size and SHA-256: no change of an encoder, a font or a word goes unseen.
func TestTheBytesOfEveryJobAreKnown(t *testing.T) {
	t.Parallel()
	path := filepath.Join("testdata", "bytes.txt")
	known := map[string]string{}
	if old, err := os.ReadFile(path); err == nil {
		for line := range strings.Lines(string(old)) {
			if name, _, ok := strings.Cut(line, " "); ok {
				known[name] = strings.TrimSpace(line)
			}
		}
	} else if !printer.Updating() {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, s := range sheets() {
		line := fmt.Sprintf("%s %d %x", s.name, len(s.job), sha256.Sum256(s.job))
		fmt.Fprintln(&all, line)
		if !printer.Updating() && line != known[s.name] {
			t.Errorf("the bytes are\n\t%s\nand were\n\t%s", line, known[s.name])
		}
		delete(known, s.name)
	}
	if printer.Updating() {
		write(t, path, []byte(all.String()))
		return
	}
	for name := range known {
		t.Errorf("no job is called %s any more", name)
	}
	if t.Failed() {
		t.Log("look at the pictures, then run the test with -update")
	}
}
