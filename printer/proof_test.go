package printer_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"stampdesk"
	"stampdesk/printer"
)

// The proofs: what goes to a printer is read by programs that others wrote. Their tests are called TestProof…. Where a
// program is missing they are skipped, unless STAMPDESK_TOOLS=required.

// sheet is one document, for one printer, in one language.
type sheet struct {
	name     string // "returnlist-vi-generic-80"
	lang     stampdesk.Lang
	profile  printer.Profile
	doc      printer.Doc
	renderer *printer.Renderer
	job      []byte
	png      func() []byte
}

func newSheet(name string, l stampdesk.Lang, r *printer.Renderer, p printer.Profile, doc printer.Doc) sheet {
	job := r.Job(name, doc)
	return sheet{
		name: name, lang: l, profile: p, doc: doc, renderer: r, job: job.Bytes(),
		png: sync.OnceValue(func() []byte {
			var out bytes.Buffer
			if err := job.PNG(&out); err != nil {
				panic(err)
			}
			return out.Bytes()
		}),
	}
}

// heads are the profiles that differ in what a picture depends on.
var heads = sync.OnceValue(func() (distinct []printer.Profile) {
	seen := map[string]bool{}
	for _, p := range printer.Profiles() {
		if key := printer.Geometry(p); !seen[key] {
			seen[key] = true
			distinct = append(distinct, p)
		}
	}
	return distinct
})

// Whoever prints for one printer of a geometry has printed for all of them.
func TestPrintersOfOneGeometryGetTheSameBytes(t *testing.T) {
	first := map[string][]byte{}
	for _, p := range printer.Profiles() {
		s := newSheet(p.ID, stampdesk.Vietnamese, newRenderer(p), p, printer.Samples(stampdesk.Vietnamese)["sample"])
		both := append(bytes.Clone(s.job), s.png()...)
		if known, ok := first[printer.Geometry(p)]; ok && !bytes.Equal(known, both) {
			t.Errorf("%s gets others than a printer of the same geometry", p.ID)
		}
		first[printer.Geometry(p)] = both
	}
	if n := len(heads()); n != len(first) || n < 4 {
		t.Errorf("%d profiles are printed for, of %d geometries", n, len(first))
	}
}

func newRenderer(p printer.Profile) *printer.Renderer {
	r, err := printer.NewRenderer(p)
	if err != nil {
		panic(err)
	}
	return r
}

// sheets are every document of the tests × geometry × language, always in the same order. They are made once.
var sheets = sync.OnceValue(func() (all []sheet) {
	for _, p := range heads() {
		r := newRenderer(p)
		for _, l := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
			docs := printer.Samples(l)
			for _, name := range slices.Sorted(maps.Keys(docs)) {
				all = append(all, newSheet(fmt.Sprintf("%s-%s-%s", name, l, p.ID), l, r, p, docs[name]))
			}
		}
	}
	return all
})

// picture is the PNG of a sheet, read back.
func (s sheet) picture(t testing.TB) *image.Paletted {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(s.png()))
	if err != nil {
		t.Fatal(err)
	}
	dots, ok := img.(*image.Paletted)
	if !ok {
		t.Fatalf("%s: the picture is a %T", s.name, img)
	}
	return dots
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
