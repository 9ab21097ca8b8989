package printer

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files; look at the pictures before committing them")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; run the test with -update and look at what changed", path)
	}
}

func TestGolden(t *testing.T) {
	for _, p := range widths(t) {
		t.Run(p.ID, func(t *testing.T) {
			job := sampleJob(t, p.ID)
			golden(t, p.ID+".txt", []byte(job.Text))
			var picture bytes.Buffer
			if err := job.PNG(&picture); err != nil {
				t.Fatal(err)
			}
			golden(t, p.ID+".png", picture.Bytes())
		})
	}
}

func TestGoldenPages(t *testing.T) {
	doc := sampleDoc()
	doc.PageRows = 22
	golden(t, "pages.txt", []byte(PlainText(Layout(doc, 60))))
}
