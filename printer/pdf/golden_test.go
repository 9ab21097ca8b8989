package pdf_test

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stampdesk/printer"
)

var update = flag.Bool("update", false, "write the golden files")

// golden compares with a file of testdata, or writes it.
func golden(t *testing.T, name string, got []byte) []byte {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return want
}

// The text must be that of the golden file but for spaces, the picture nearly: versions of a renderer differ in the
// greys at the edges of letters.
func TestAPageLooksAsItDid(t *testing.T) {
	const dpi = 50
	labels, _ := sheet(15)
	for name, doc := range map[string]printer.Doc{"list": list(40), "labels": labels} {
		t.Run(name, func(t *testing.T) {
			name, file := name, file(t, doc)
			text := strings.Join(pagesOf(t, file), "\n")
			if want := golden(t, name+".txt", []byte(text)); words(text) != words(string(want)) {
				t.Errorf("the text differs from %s.txt:\n%s", name, text)
			}
			got, path := picture(t, file, 1, dpi)
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			want, err := png.Decode(bytes.NewReader(golden(t, name+".png", data)))
			if err != nil {
				t.Fatal(err)
			}
			if d := difference(got, want); d > 4 {
				t.Errorf("the page differs from %s.png by %.1f of 255", name, d)
			}
		})
	}
}

// difference is the mean one of two pictures' greys, 255 where they are not of one size.
func difference(a, b image.Image) float64 {
	if a.Bounds() != b.Bounds() {
		return 255
	}
	sum, box := 0.0, a.Bounds()
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			p, _, _, _ := a.At(x, y).RGBA()
			q, _, _, _ := b.At(x, y).RGBA()
			sum += max(float64(p), float64(q)) - min(float64(p), float64(q))
		}
	}
	return sum / 257 / float64(box.Dx()*box.Dy())
}
