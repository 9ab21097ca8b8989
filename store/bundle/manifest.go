package bundle

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
	"time"

	"stampdesk"
)

// Version is the version of the format that this program writes, and the newest
// that it reads.
const Version = 1

const manifestHead = "stampdesk bundle "

// manifest is the text of bundle.txt that is signed: what the bundle is of, for
// whom, and the size and SHA-256 of every other file.
func manifest(r *stampdesk.BoardResult, verify, to string, files []File) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s%d\nkind: result\nboard: %s\nround: %d\nmade: %s\nby: %s\n",
		manifestHead, Version, r.Board.Title(), r.Round.Ordinal, r.Made.UTC().Format(time.RFC3339), r.By)
	fmt.Fprintf(&b, "store: %s\nepoch: %d\nverify: %s\nto: %s\n", hex.EncodeToString(r.Store[:]), r.Epoch, verify, to)
	for _, h := range r.Tally.Heads {
		fmt.Fprintf(&b, "head: %d %s %s\n", h.Seq, h.Chain, h.Desk)
	}
	for _, f := range files {
		fmt.Fprintf(&b, "file: %d %x %s\n", len(f.Body), sha256.Sum256(f.Body), f.Name)
	}
	return b.String()
}

// toAll is the recipient of a bundle that whoever has it may read.
const toAll = "-"

// manifestVersion reads the version in the first line of a manifest.
func manifestVersion(text string) (int, error) {
	line, _, _ := strings.Cut(text, "\n")
	digits, ok := strings.CutPrefix(line, manifestHead)
	n, err := strconv.Atoi(digits)
	if !ok || err != nil || n < 1 {
		return 0, ErrNotBundle
	}
	return n, nil
}

// field gives the value of the first line of a manifest with this name.
func field(text, name string) string {
	for l := range strings.SplitSeq(text, "\n") {
		if v, ok := strings.CutPrefix(l, name+": "); ok {
			return v
		}
	}
	return ""
}
