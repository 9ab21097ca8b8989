package printer_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"stampdesk"
	"stampdesk/printer"
	"stampdesk/printer/pdf"
)

// Every paper must be whole on a sheet too: each of its words can be found there by a program of others. With
// STAMPDESK_PAPERS=DIR the files are left in DIR, to be looked at.
func TestNoWordOfAPaperIsLostOnASheet(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		if os.Getenv("STAMPDESK_TOOLS") == "required" {
			t.Fatal("pdftotext is not installed, and STAMPDESK_TOOLS asks for it")
		}
		t.Skip("pdftotext is not installed (Debian: poppler-utils)")
	}
	dir := os.Getenv("STAMPDESK_PAPERS")
	if dir == "" {
		dir = t.TempDir()
	}
	for _, l := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
		for name, doc := range printer.Papers(l) {
			t.Run(name+"-"+string(l), func(t *testing.T) {
				t.Parallel()
				var b bytes.Buffer
				err := pdf.Write(&b, doc, pdf.Options{Lang: l, At: time.Date(2021, 5, 9, 16, 42, 0, 0, time.UTC)})
				if err != nil {
					t.Fatal(err)
				}
				file := filepath.Join(dir, name+"-"+string(l)+".pdf")
				if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
					t.Fatal(err)
				}
				out, err := exec.Command("pdftotext", "-layout", file, "-").Output()
				if err != nil {
					t.Fatal(err)
				}
				doc.Running = "" // a single page has none
				found := map[string]bool{}
				for _, w := range strings.Fields(string(out)) {
					found[strings.ToLower(w)] = true
				}
				n := 0
				for _, text := range texts(reflect.ValueOf(doc)) {
					for _, w := range strings.Fields(printer.Clean(text)) {
						n++
						if !found[strings.ToLower(w)] {
							t.Errorf("%q of %q is lost", w, text)
						}
					}
				}
				if n < 20 {
					t.Errorf("only %d words looked for", n)
				}
				for i, page := range strings.Split(strings.TrimSuffix(string(out), "\f"), "\f") {
					if !strings.Contains(page, strings.ReplaceAll(doc.Mark, "\u00a0", " ")) {
						t.Errorf("page %d has no mark", i+1)
					}
				}
			})
		}
	}
}

// texts are all strings of a document that are for people, on one page or more: Of stands only where a list goes on.
func texts(v reflect.Value) (all []string) {
	switch v.Kind() {
	case reflect.String:
		return []string{v.String()}
	case reflect.Interface:
		return texts(v.Elem())
	case reflect.Slice:
		for i := range v.Len() {
			all = append(all, texts(v.Index(i))...)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if name := v.Type().Field(i).Name; name != "Code" && name != "PageNumber" && name != "Of" {
				all = append(all, texts(v.Field(i))...)
			}
		}
	}
	return all
}
