package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"strings"
	"testing"

	"stampdesk"
)

// FuzzReadBook reads anything as a workbook.
func FuzzReadBook(f *testing.F) {
	f.Add(saved(f, rosterBook(f)))
	f.Add(handmade(f, nil))
	f.Add([]byte("PK\x05\x06"))
	f.Fuzz(func(t *testing.T, data []byte) {
		checkBook(t, data)
	})
}

// FuzzSheetXML reads anything as the parts of a workbook that hold its cells.
func FuzzSheetXML(f *testing.F) {
	f.Add(sheetOf(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`), `<sst><si><t>Số thẻ</t></si></sst>`)
	f.Add(`<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><t>Họ và tên</t></r></is></c><c t="b"><v>1</v></c></row>`+
		`<row r="3"><c r="B3"><f>A1</f></c><c t="d"><v>2021-04-15</v></c><c t="e"><v>#N/A</v></c><c><v>3.1E+7</v></c></row></sheetData>`+
		`<mergeCells><mergeCell ref="A1:C4"/></mergeCells></worksheet>`, ``)
	f.Add(`<x:worksheet><!-- - --><x:sheetData><x:row><x:c t='str'><x:v><![CDATA[a]]>&#x1EA1;_x000A_</x:v></x:c></x:row></x:sheetData></x:worksheet>`, `<sst/>`)
	f.Fuzz(func(t *testing.T, sheet, texts string) {
		if len(sheet)+len(texts) > 1<<16 {
			return
		}
		checkBook(t, handmade(t, map[string]string{"xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": texts}))
	})
}

// checkBook sees that rows come in order and within bounds, that every walk
// gives the same, and that what is wrong can be said and given back.
func checkBook(t *testing.T, data []byte) {
	if z, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err == nil {
		var size uint64
		for _, f := range z.File {
			if size += f.UncompressedSize64; size > 1<<22 {
				return // the bounds have tests of their own
			}
		}
	}
	grids, bad := cutBook(data, "", never)
	if bad != nil && bad.Text(stampdesk.Vietnamese) == "" {
		t.Fatalf("%+v has no words", bad)
	}
	for _, g := range grids {
		var walks [2]string
		for i := range walks {
			last := 0
			var b strings.Builder
			for rec := range g.rows {
				if rec.line <= last || rec.line > maxSheetRow || rec.blank() || len(rec.cells) > maxColumns {
					t.Fatalf("row %d after row %d, %d cells", rec.line, last, len(rec.cells))
				}
				last = rec.line
				b.WriteString(linesOf([]record{rec}))
			}
			walks[i] = b.String()
		}
		if walks[0] != walks[1] {
			t.Fatalf("two walks differ:\n%s\n%s", walks[0], walks[1])
		}
	}
	r, err := ReadRoster(context.Background(), bytes.NewReader(data), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Roster.Members) > r.Rows || r.ProblemCount == 0 && len(r.Roster.Members) != r.Rows {
		t.Fatalf("%d members of %d rows, %d problems", len(r.Roster.Members), r.Rows, r.ProblemCount)
	}
	var b bytes.Buffer
	if err := r.WriteErrors(&b, stampdesk.Vietnamese); err != nil {
		t.Fatal(err)
	}
}

// FuzzCutCSV cuts anything into rows: each begins on a line of the file after
// the one before, and no text is lost but blanks and quotation marks.
func FuzzCutCSV(f *testing.F) {
	f.Add("a,b\n\"c\nd\",e\n")
	f.Add("a;b\n\"c;d\n\ne\"f;g\n")
	f.Add("\"\n\"\n\"x\"y\n")
	f.Fuzz(func(t *testing.T, text string) {
		g := cutCSV([]byte(text), never)
		last, letters := 0, 0
		for rec := range g.rows {
			if rec.line <= last || rec.line > 1+strings.Count(text, "\n") {
				t.Fatalf("line %d after line %d", rec.line, last)
			}
			last = rec.line
			letters += countLetters(rec.broken) + countLetters(strings.Join(rec.cells, ""))
		}
		if want := countLetters(text); g.failed() == nil && letters != want {
			t.Fatalf("%d letters of %d in %q", letters, want, text)
		}
	})
}

func countLetters(s string) (n int) {
	for i := range len(s) {
		if c := s[i] | 0x20; 'a' <= c && c <= 'z' {
			n++
		}
	}
	return n
}
