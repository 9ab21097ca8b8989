package main

import (
	"testing"

	"stampdesk/store/sheet"
)

// The sheet of this quarter's file is found by its headings, and so must next
// quarter's be, whatever it is called.
func TestProfileOfNamesASheetOnlyWhereThePersonDid(t *testing.T) {
	f := &sheet.File{Sheet: "Quý 1", Headings: []sheet.Heading{{Text: "Số thẻ", Fields: []sheet.Field{"card"}}}}
	for _, asked := range []string{"", "Quý 1"} {
		if p := profileOf("quan", asked, f, ""); p.Sheet != asked {
			t.Errorf("asked for %q: the profile asks for %q", asked, p.Sheet)
		}
	}
}
