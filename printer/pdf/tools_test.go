package pdf_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"stampdesk/printer"
	"stampdesk/printer/pdf"
)

// tool runs a program of others on a file; without it the test is skipped, unless STAMPDESK_TOOLS=required.
func tool(t testing.TB, name string, args ...string) []byte {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("STAMPDESK_TOOLS") == "required" {
			t.Fatalf("%s is not installed, and STAMPDESK_TOOLS asks for it", name)
		}
		t.Skipf("%s is not installed (Debian: poppler-utils, zbar-tools)", name)
	}
	var failed bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stderr = &failed
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, &failed)
	}
	return out
}

// file writes a document into a directory of the test.
func file(t testing.TB, doc printer.Doc) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "doc.pdf")
	if err := os.WriteFile(name, written(t, doc, pdf.Options{At: at}), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// pagesOf is what a reader finds on each page.
func pagesOf(t testing.TB, name string) []string {
	t.Helper()
	text := string(tool(t, "pdftotext", "-layout", name, "-"))
	return strings.Split(strings.TrimSuffix(text, "\f"), "\f")
}

// words is a text without what layout made of its spaces.
func words(s string) string { return strings.Join(strings.Fields(s), " ") }

// picture is a page at dpi.
func picture(t testing.TB, name string, page, dpi int) (image.Image, string) {
	t.Helper()
	root := strings.TrimSuffix(name, ".pdf") + "-" + strconv.Itoa(page)
	n := strconv.Itoa(page)
	tool(t, "pdftoppm", "-r", strconv.Itoa(dpi), "-gray", "-png", "-singlefile", "-f", n, "-l", n, name, root)
	f, err := os.Open(root + ".png")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img, root + ".png"
}

// codes are the barcodes that a reader finds in a picture, sorted.
func codes(t testing.TB, picture string) []string {
	t.Helper()
	got := strings.Fields(string(tool(t, "zbarimg", "-q", "--raw", "-Sdisable", "-Scode128.enable", picture)))
	slices.Sort(got)
	return got
}
