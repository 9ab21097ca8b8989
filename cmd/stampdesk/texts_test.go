package main

import (
	"reflect"
	"strings"
	"testing"

	"stampdesk"
)

func TestEverySentenceIsThereInBothLanguagesWithTheSameGaps(t *testing.T) {
	vi, en := reflect.ValueOf(*textsIn(stampdesk.Vietnamese)), reflect.ValueOf(*textsIn(stampdesk.English))
	for _, field := range reflect.VisibleFields(vi.Type()) {
		if field.Anonymous { // its fields come by themselves
			continue
		}
		name, a, b := field.Name, vi.FieldByIndex(field.Index).String(), en.FieldByIndex(field.Index).String()
		if a == "" || b == "" {
			t.Errorf("%s: %q, %q", name, a, b)
		}
		if gaps(a) != gaps(b) || strings.HasSuffix(a, "\n") != strings.HasSuffix(b, "\n") {
			t.Errorf("%s: the gaps of %q and %q differ", name, a, b)
		}
	}
}

// gaps are the verbs of a format, without their widths.
func gaps(s string) string {
	var g strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '%' {
			continue
		}
		for i++; i < len(s) && strings.IndexByte("0123456789.-", s[i]) >= 0; i++ {
		}
		g.WriteByte(s[i])
	}
	return g.String()
}
