package sheet

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"
)

var inline = regexp.MustCompile(`<c r="([A-Z0-9]+)" t="inlineStr"><is><t[^>]*>([^<]*)</t></is></c>`)

// shareStrings turns texts that stand in their cells into texts that cells
// share, as Excel saves them.
func shareStrings(t testing.TB, data []byte) []byte {
	t.Helper()
	dir, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	index := map[string]int{}
	var texts bytes.Buffer
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range dir.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		switch {
		case strings.HasPrefix(f.Name, "xl/worksheets/sheet"):
			part = inline.ReplaceAllFunc(part, func(cell []byte) []byte {
				m := inline.FindSubmatch(cell)
				i, ok := index[string(m[2])]
				if !ok {
					i = len(index)
					index[string(m[2])] = i
					fmt.Fprintf(&texts, `<si><t xml:space="preserve">%s</t></si>`, m[2])
				}
				return fmt.Appendf(nil, `<c r="%s" t="s"><v>%d</v></c>`, m[1], i)
			})
		case f.Name == "xl/sharedStrings.xml":
			continue
		case f.Name == "xl/_rels/workbook.xml.rels" && !bytes.Contains(part, []byte("sharedStrings")):
			part = bytes.Replace(part, []byte("</Relationships>"), []byte(`<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`), 1)
		}
		w, err := z.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write(part)
	}
	if len(index) == 0 {
		t.Fatal("no text was found to share")
	}
	w, err := z.Create("xl/sharedStrings.xml")
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(w, `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</sst>`, &texts)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
