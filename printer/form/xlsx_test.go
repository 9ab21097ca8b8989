package form

import (
	"bytes"
	"testing"

	"stampdesk"
)

// mustTemplate is the template that the program has for a form.
func mustTemplate(t testing.TB, f stampdesk.Form) *Template {
	t.Helper()
	tmpl, err := ParseTemplate(Default(f), f)
	if err != nil {
		t.Fatal(err)
	}
	return tmpl
}

func written(t testing.TB, pages []Page) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := WriteXLSX(&out, Each(pages), t.TempDir()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
