package sheet

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"io"
	"runtime"
	"strings"
	"testing"

	"stampdesk"
)

// endless gives one piece again and again, n bytes in all, and counts what was
// taken of it.
type endless struct {
	piece string
	left  int
	taken int
}

func (e *endless) Read(p []byte) (int, error) {
	if e.left == 0 {
		return 0, io.EOF
	}
	n := 0
	for n < len(p) && n < e.left {
		n += copy(p[n:min(len(p), e.left)], e.piece[(e.taken+n)%len(e.piece):])
	}
	e.left -= n
	e.taken += n
	return n, nil
}

// within reads a file and gives what it is refused for. All that is allocated
// meanwhile, freed or not, must stay below a number of MiB.
func within(t *testing.T, mib uint64, r io.Reader) Problem {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f, err := ReadRoster(context.Background(), r, Options{})
	runtime.ReadMemStats(&after)
	if err != nil {
		t.Fatal(err)
	}
	if got := (after.TotalAlloc - before.TotalAlloc) >> 20; got > mib {
		t.Errorf("%d MiB allocated, at most %d", got, mib)
	}
	if f.ProblemCount == 0 {
		t.Fatal("taken without a problem")
	}
	for _, lang := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
		if s := f.Problems[0].Text(lang); strings.ContainsAny(s, "{}\x00") || len(s) > 1000 {
			t.Errorf("%q", s)
		}
	}
	return f.Problems[0]
}

func TestHostileText(t *testing.T) {
	head := "Số thẻ,Họ và tên,Mã đơn vị\n"
	tests := map[string]struct {
		r    func() io.Reader
		mib  uint64
		want Problem
	}{
		"a line of a gigabyte": {
			func() io.Reader { return &endless{piece: "x", left: 1 << 30} }, 8,
			Problem{Fault: FaultLongLine, Line: 1, Want: "1 MB"},
		},
		"a line of a gigabyte below good ones": {
			func() io.Reader {
				return io.MultiReader(strings.NewReader(head+",Tạ Nắng,A\n"), &endless{piece: "x,", left: 1 << 30})
			}, 8,
			Problem{Fault: FaultLongLine, Line: 3, Want: "1 MB"},
		},
		"a million columns": {
			func() io.Reader { return io.MultiReader(strings.NewReader(head), &endless{piece: "x,", left: 2 << 20}) }, 8,
			Problem{Fault: FaultLongLine, Line: 2, Want: "1 MB"},
		},
		"as many columns as a line can have": {
			func() io.Reader { return io.MultiReader(strings.NewReader(head), &endless{piece: "x,", left: 1 << 20}) }, 300,
			Problem{Fault: FaultManyColumns, Line: 2, Found: "524288", Want: "500"},
		},
		"more columns than a list has": {
			func() io.Reader { return strings.NewReader(head + strings.Repeat("x,", 600) + ",,,\n") }, 2,
			Problem{Fault: FaultManyColumns, Line: 2, Found: "600", Want: "500"},
		},
		"a program": {
			func() io.Reader { return &endless{piece: "MZ\x90\x00\x03\x00\x00\x00", left: 1 << 30} }, 2,
			Problem{Fault: FaultNotTable, Found: "Windows (.exe)"},
		},
		"noise": {
			func() io.Reader {
				return &endless{piece: "\x01\x02\x83\x00\xA5\x1B\xC3\x28\x0E\xFE\x00\x00\x9A", left: 1 << 30}
			}, 2,
			Problem{Fault: FaultNotTable, Found: "?"},
		},
		"a page of the web that is called a workbook": {
			func() io.Reader {
				return strings.NewReader("\ufeff\r\n<HTML><table><tr><td>Số thẻ</td></tr></table>")
			}, 2,
			Problem{Fault: FaultWorkbook, Found: "HTML (.htm)"},
		},
		"a workbook of 2003 in XML": {
			func() io.Reader { return strings.NewReader(`<?xml version="1.0"?><Workbook/>`) }, 2,
			Problem{Fault: FaultWorkbook, Found: "XML (.xml)"},
		},
		"a paper that was scanned": {
			func() io.Reader { return strings.NewReader("%PDF-1.7\n" + head) }, 2, Problem{Fault: FaultNotTable, Found: "PDF (.pdf)"},
		},
		"quotation marks that swallow rows again and again": {
			func() io.Reader {
				block := "\"Tạ Nắng,A\n" + strings.Repeat("31000001,Tạ Mưa,A\n", 80_000) + "\"\",\"x\n"
				return io.MultiReader(strings.NewReader(head), &endless{piece: block, left: 4 * len(block)})
			}, 300,
			Problem{Fault: FaultQuote, Line: 2, Found: "\"Tạ Nắng,A"},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := within(t, tt.mib, tt.r()); got != tt.want {
				t.Errorf("\n got %+v\nwant %+v", got, tt.want)
			}
		})
	}
}

func TestALineWithoutAnEndIsNotReadToItsEnd(t *testing.T) {
	e := &endless{piece: "x", left: 1 << 30}
	if within(t, 8, e); e.taken > 2*maxLine {
		t.Errorf("%d bytes were read", e.taken)
	}
}

func TestAQuotationMarkThatIsNeverClosedCostsOneRow(t *testing.T) {
	var b strings.Builder
	b.WriteString("Số thẻ,Họ và tên,Mã đơn vị\n,Tạ Nắng,A\n,\"Tạ Mưa,A\n")
	for range 100_000 {
		b.WriteString(",Tạ Gió,A\n")
	}
	f := readRoster(t, b.String())
	want := Problem{Fault: FaultQuote, Line: 3, Found: ",\"Tạ Mưa,A"}
	if f.ProblemCount != 1 || f.Problems[0] != want || len(f.Roster.Members) != 100_001 {
		t.Errorf("%+v, %d members", f.Problems, len(f.Roster.Members))
	}
	f = readRoster(t, b.String()+",,A\n")
	if f.ProblemCount != 2 || f.Problems[1].Line != 100_004 {
		t.Errorf("the lines below have other numbers: %+v", f.Problems)
	}
}

// packed zips one part so that its directory says what size it has.
func packed(t *testing.T, name string, size uint64, content io.Reader) []byte {
	t.Helper()
	var deflated bytes.Buffer
	w, _ := flate.NewWriter(&deflated, flate.BestSpeed)
	if _, err := io.Copy(w, content); err != nil {
		t.Fatal(err)
	}
	w.Close()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for part, text := range map[string]string{
		"_rels/.rels": rootRels, "xl/workbook.xml": bookSheet, "xl/_rels/workbook.xml.rels": bookRels,
		"xl/worksheets/sheet1.xml": sheetOf(""),
	} {
		if part == name {
			continue
		}
		w, _ := z.Create(part)
		io.WriteString(w, text)
	}
	h := &zip.FileHeader{Name: name, Method: zip.Deflate, CompressedSize64: uint64(deflated.Len()), UncompressedSize64: size}
	raw, err := z.CreateRaw(h)
	if err != nil {
		t.Fatal(err)
	}
	raw.Write(deflated.Bytes())
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestHostileWorkbooks(t *testing.T) {
	const part, texts = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
	sheet := func(rows string) []byte { return handmade(t, map[string]string{part: sheetOf(rows)}) }
	head := `<row r="1"><c r="A1" t="str"><v>Số thẻ</v></c><c r="B1" t="str"><v>Họ và tên</v></c><c r="C1" t="str"><v>Mã đơn vị</v></c></row>`
	whole := sheet(head)
	spoilt := bytes.Clone(whole)
	tests := map[string]struct {
		data []byte
		mib  uint64
		want Problem
	}{
		"a bomb that says what it is": {
			packed(t, part, 1<<30, &endless{piece: "\x00", left: 1 << 20}), 32,
			Problem{Fault: FaultInflated, Found: part, Want: "100 MB"},
		},
		"a bomb in a part that nobody needs": {
			packed(t, "xl/media/image1.png", 3<<30, &endless{piece: "\x00", left: 1 << 20}), 32,
			Problem{Fault: FaultInflated, Found: "xl/media/image1.png", Want: "2 GB"},
		},
		"a bomb that says it is small": {
			packed(t, part, 1000, &endless{piece: "<row/>", left: 16 << 20}), 32,
			Problem{Fault: FaultBroken, Found: "DS: zip: not a valid zip file"},
		},
		"texts that say they are few": {
			packed(t, texts, 1000, &endless{piece: "<si/>", left: 16 << 20}), 32,
			Problem{Fault: FaultBroken, Found: "xl/workbook.xml: zip: not a valid zip file"},
		},
		"texts without end": {
			packed(t, texts, 99<<20, io.MultiReader(strings.NewReader("<sst>"), &endless{piece: "<si/>", left: 99 << 20})), 1200,
			Problem{Fault: FaultBroken, Found: "xl/workbook.xml: > 512 MB"},
		},
		"a cell of 32 MB": {
			sheet(head + `<row r="2"><c r="A2" t="str"><v>` + strings.Repeat("x", 32<<20) + `</v></c></row>`), 64,
			Problem{Fault: FaultLongLine, Line: 2, Want: "1 MB"},
		},
		"a cell of 32 MB in pieces": {
			sheet(head + `<row r="2"><c r="A2" t="str"><v>` + strings.Repeat("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx<!-- -->", 600_000) + `</v></c></row>`), 64,
			Problem{Fault: FaultLongLine, Line: 2, Want: "1 MB"},
		},
		"a row of long cells": {
			sheet(head + `<row r="2">` + strings.Repeat(`<c t="str"><v>`+strings.Repeat("x", 30_000)+`</v></c>`, 400) + `</row>`), 64,
			Problem{Fault: FaultLongLine, Line: 2, Want: "1 MB"},
		},
		"more columns than a list has": {
			sheet(head + `<row r="2">` + strings.Repeat(`<c><v>1</v></c>`, 16384) + `</row>`), 16,
			Problem{Fault: FaultManyColumns, Line: 2, Found: "16384", Want: "500"},
		},
		"a column after the last": {
			sheet(head + `<row r="2"><c r="XFE2"><v>1</v></c></row>`), 16,
			Problem{Fault: FaultBroken, Found: `DS: A2: cell "XFE2" in row 2`},
		},
		"a row after the last": {
			sheet(head + `<row r="1048577"/>`), 16, Problem{Fault: FaultBroken, Found: `DS: C1: row "1048577" after row 1`},
		},
		"rows that go back": {
			sheet(head + `<row r="3"/><row r="2"/>`), 16, Problem{Fault: FaultBroken, Found: `DS: A3: row "2" after row 3`},
		},
		"a cell that is there twice": {
			sheet(head + `<row r="2"><c r="B2" t="str"><v>Tạ</v></c><c r="A2"><v>1</v></c><c r="B2" t="s"><v>1</v></c></row>`), 16,
			Problem{Fault: FaultBroken, Found: `DS: B2: the cell is there twice`},
		},
		"a shared text that is not there": {
			sheet(head + `<row r="2"><c r="B2" t="s"><v>99</v></c></row>`), 16,
			Problem{Fault: FaultBroken, Found: `DS: B2: shared string "99" of 2`},
		},
		"entities that grow": {
			handmade(t, map[string]string{part: `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>` + sheetOf(head)}), 16,
			Problem{Fault: FaultBroken, Found: "DS: A1: no rows: the XML is broken"},
		},
		"an entity that fetches a file": {
			sheet(head + `<row r="2"><c r="A2" t="str"><v>&xxe;</v></c></row>`), 16,
			Problem{Fault: FaultBroken, Found: "DS: A2: the XML is broken"},
		},
		"elements in elements without end": {
			sheet(head + `<row r="2">` + strings.Repeat("<a>", 100_000)), 16, Problem{Fault: FaultBroken, Found: "DS: A2: the XML is broken"},
		},
		"a sheet that is cut off": {
			handmade(t, map[string]string{part: `<worksheet><sheetData>` + head + `<row r="2"><c r="B2" t="str"><v>Tạ`}), 16,
			Problem{Fault: FaultBroken, Found: "DS: B2: unexpected EOF"},
		},
		"elements that are closed out of order": {
			sheet(head + `<row r="2"><c r="B2"><v>1</c></v></row>`), 16, Problem{Fault: FaultBroken, Found: "DS: B2: the XML is broken"},
		},
		"merged cells without end": {
			handmade(t, map[string]string{part: `<worksheet><sheetData>` + head + `</sheetData><mergeCells>` +
				strings.Repeat(`<mergeCell ref="A1:XFD1048576"/>`, 600) + `</mergeCells></worksheet>`}), 16,
			Problem{Fault: FaultBroken, Found: "DS: merged cells overlap"},
		},
		"merged cells that are none": {
			handmade(t, map[string]string{part: `<worksheet><sheetData>` + head + `</sheetData><mergeCells><mergeCell ref="B2:A1"/></mergeCells></worksheet>`}), 16,
			Problem{Fault: FaultBroken, Found: `DS: merged cells "B2:A1"`},
		},
		"half of a workbook": {whole[:len(whole)/2], 16, Problem{Fault: FaultBroken, Found: "zip: zip: not a valid zip file"}},
		"a part that is missing": {
			handmade(t, map[string]string{part: ""}), 16, Problem{Fault: FaultBroken, Found: "DS: xl/worksheets/sheet1.xml is missing"},
		},
		"an empty workbook": {sheet(""), 16, Problem{Fault: FaultEmpty}},
		"a letter":          {handmade(t, map[string]string{"word/document.xml": "<w/>", "xl/workbook.xml": ""}), 16, Problem{Fault: FaultNotTable, Found: "Word (.docx)"}},
		"slides":            {handmade(t, map[string]string{"ppt/presentation.xml": "<w/>", "xl/workbook.xml": ""}), 16, Problem{Fault: FaultNotTable, Found: "PowerPoint (.pptx)"}},
		"a zip of anything": {handmade(t, map[string]string{"a.txt": "a", "xl/workbook.xml": ""}), 16, Problem{Fault: FaultNotTable, Found: "ZIP (.zip)"}},
		"a binary workbook": {handmade(t, map[string]string{"xl/workbook.bin": "a", "xl/workbook.xml": ""}), 16, Problem{Fault: FaultWorkbook, Found: "Excel Binary (.xlsb)"}},
		"LibreOffice": {
			handmade(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), 16,
			Problem{Fault: FaultWorkbook, Found: "OpenDocument (.ods)"},
		},
		"a workbook with a password": {
			[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 500) + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), 16,
			Problem{Fault: FaultLocked},
		},
		"a workbook of 1997": {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00"), 16, Problem{Fault: FaultWorkbook, Found: "Excel 97–2003 (.xls)"}},
	}
	// A byte of the sheet's content is another, so its check sum is wrong.
	i := bytes.Index(spoilt, []byte(part)) + len(part) + 30
	spoilt[i] ^= 0x55
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if tt.mib > 1000 && testing.Short() {
				t.Skip("unpacks a hundred megabytes")
			}
			if got := within(t, tt.mib, bytes.NewReader(tt.data)); got != tt.want {
				t.Errorf("\n got %+v\nwant %+v", got, tt.want)
			}
		})
	}
	t.Run("a byte that has changed", func(t *testing.T) {
		if got := within(t, 16, bytes.NewReader(spoilt)); got.Fault != FaultBroken {
			t.Errorf("%+v", got)
		}
	})
}

func TestTwoPartsOfOneNameAreRefused(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range [][2]string{
		{"_rels/.rels", rootRels}, {"xl/workbook.xml", bookSheet}, {"xl/_rels/workbook.xml.rels", bookRels},
		{"xl/worksheets/sheet1.xml", sheetOf("")}, {"XL/worksheets\\sheet1.xml", sheetOf("")},
	} {
		w, _ := z.Create(part[0])
		io.WriteString(w, part[1])
	}
	z.Close()
	if got := within(t, 16, &b); got.Fault != FaultBroken || !strings.HasSuffix(got.Found, "duplicate") {
		t.Errorf("%+v", got)
	}
}

func TestAZipOfTooManyPartsIsNotOpened(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for range maxParts + 1 {
		z.CreateHeader(&zip.FileHeader{Name: "x"})
	}
	z.Close()
	if got := within(t, 16, &b); got != (Problem{Fault: FaultBroken, Found: "zip: > 10000 parts"}) {
		t.Errorf("%+v", got)
	}
}
