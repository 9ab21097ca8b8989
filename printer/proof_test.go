package printer_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/png"
	"iter"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"stampdesk"
	"stampdesk/printer"
)

// The proofs: what goes to a printer is read by programs that others wrote. Their tests are called TestProof…. Where a
// program is missing they are skipped, unless STAMPDESK_TOOLS=required.

// sheet is one document, for one printer, in one language.
type sheet struct {
	name    string // "returnlist-vi-generic-80"
	lang    stampdesk.Lang
	profile printer.Profile
	doc     printer.Doc
	job     printer.Job
}

// sheets are every document of the tests × profile × language, always in the same order.
func sheets(t testing.TB) iter.Seq[sheet] {
	return func(yield func(sheet) bool) {
		for _, p := range printer.Profiles() {
			r, err := printer.NewRenderer(p)
			if err != nil {
				t.Fatal(err)
			}
			for _, l := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
				docs := printer.Samples(l)
				for _, name := range slices.Sorted(maps.Keys(docs)) {
					s := sheet{name: fmt.Sprintf("%s-%s-%s", name, l, printer.HeadOf(p).Name), lang: l, profile: p, doc: docs[name]}
					s.job = r.Job(s.name, s.doc)
					if !yield(s) {
						return
					}
				}
			}
		}
	}
}

// picture is the PNG of a sheet, read back.
func (s sheet) picture(t testing.TB) *image.Paletted {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(s.png(t)))
	if err != nil {
		t.Fatal(err)
	}
	dots, ok := img.(*image.Paletted)
	if !ok {
		t.Fatalf("%s: the picture is a %T", s.name, img)
	}
	return dots
}

// distinct leaves out the sheets whose bytes and picture are those of one before, on a head that is as wide: many
// printers differ in their names alone.
func distinct(t testing.TB, all iter.Seq[sheet]) iter.Seq[sheet] {
	return func(yield func(sheet) bool) {
		seen := map[string]bool{}
		for s := range all {
			head := printer.HeadOf(s.profile)
			head.Name = ""
			key := fmt.Sprintf("%v %x %x", head, sha256.Sum256(s.job.Bytes()), sha256.Sum256(s.png(t)))
			if !seen[key] && !yield(s) {
				return
			}
			seen[key] = true
		}
	}
}

func (s sheet) png(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := s.job.PNG(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// codes are the barcodes that the document asks for.
func (s sheet) codes() []string {
	var all []string
	var walk func(blocks ...printer.Block)
	walk = func(blocks ...printer.Block) {
		for _, block := range blocks {
			switch b := block.(type) {
			case printer.Barcode:
				all = append(all, b.Code)
			case printer.Labels:
				for _, it := range b.Items {
					all = append(all, it.Code)
				}
			case printer.Keep:
				walk(b.Block)
			}
		}
	}
	walk(s.doc.Head...)
	walk(s.doc.Blocks...)
	slices.Sort(all)
	return slices.Compact(all)
}

// tool finds a program of others; install is the command that brings it.
func tool(t testing.TB, name, install string) string {
	t.Helper()
	if testing.Short() {
		t.Skip("others' tools take their time: not in a short run")
	}
	path, err := exec.LookPath(name)
	if err != nil {
		missing(t, "%s is not installed; install it with: %s", name, install)
	}
	return path
}

func missing(t testing.TB, format string, args ...any) {
	t.Helper()
	if os.Getenv("STAMPDESK_TOOLS") == "required" {
		t.Fatalf(format, args...)
	}
	t.Skipf(format, args...)
}

// run is the standard output of a program.
func run(t testing.TB, cmd *exec.Cmd) []byte {
	t.Helper()
	var errors bytes.Buffer
	cmd.Stderr = &errors
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", filepath.Base(cmd.Path), err, errors.Bytes())
	}
	return out
}

func write(t testing.TB, path string, content []byte) string {
	t.Helper()
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}
