package pdf_test

import (
	"bytes"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stampdesk/printer/form"
)

func TestAFormLooksAsItDid(t *testing.T) {
	const dpi = 50
	for name, p := range map[string]form.Page{
		"list": listForm(40), "counts": countForm(), "units": unitsForm(21), "blank": blankForm(), "written": writtenForm(),
	} {
		t.Run(name, func(t *testing.T) {
			name, file := "form-"+name, formFile(t, p)
			pages := pagesOf(t, file)
			text := strings.Join(pages, "\n")
			if want := golden(t, name+".txt", []byte(text)); words(text) != words(string(want)) {
				t.Errorf("the text differs from %s.txt:\n%s", name, text)
			}
			for i := range pages {
				name := fmt.Sprintf("%s-%d.png", name, i+1)
				got, path := picture(t, file, i+1, dpi)
				data, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				want, err := png.Decode(bytes.NewReader(golden(t, name, data)))
				if err != nil {
					t.Fatal(err)
				}
				if d := difference(got, want); d > 4 {
					t.Errorf("the page differs from %s by %.1f of 255", name, d)
				}
			}
		})
	}
}

// formFile writes forms into a directory of the test.
func formFile(t testing.TB, pages ...form.Page) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "form.pdf")
	if err := os.WriteFile(name, writtenPages(t, pages...), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}
