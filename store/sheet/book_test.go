package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// workbook makes a workbook of one sheet as excelize does.
func workbook(t testing.TB, rows ...[]any) *excelize.File {
	t.Helper()
	f := excelize.NewFile()
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	return f
}

func saved(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	f.Close()
	return b.Bytes()
}

func never() error { return nil }

// bookRows gives the rows of the first sheet, and why there were no more.
func bookRows(t testing.TB, data []byte) ([]record, *Problem) {
	t.Helper()
	grids, bad := cutBook(data, "", never)
	if bad != nil {
		return nil, bad
	}
	var rows []record
	for rec := range grids[0].rows {
		rec.cells = append([]string(nil), rec.cells...)
		rows = append(rows, rec)
	}
	return rows, grids[0].failed()
}

// linesOf gives rows as lines of text: the number of the row, then the cells.
func linesOf(rows []record) string {
	var b strings.Builder
	for _, r := range rows {
		fmt.Fprintf(&b, "%d|%s\n", r.line, strings.Join(r.cells, "|"))
	}
	return b.String()
}

const (
	rootRels  = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	bookRels  = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>`
	bookSheet = `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="DS" sheetId="1" r:id="rId1"/></sheets></workbook>`
)

// handmade zips the parts of a workbook; others take the place of the usual.
func handmade(t testing.TB, others map[string]string) []byte {
	t.Helper()
	files := map[string]string{
		"_rels/.rels": rootRels, "xl/workbook.xml": bookSheet, "xl/_rels/workbook.xml.rels": bookRels,
		"xl/sharedStrings.xml":     `<sst><si><t>Họ và tên</t></si><si><r><t>Tạ </t></r><r><rPr><b/></rPr><t xml:space="preserve">Nắng</t></r><rPh sb="0" eb="1"><t>ta</t></rPh></si></sst>`,
		"xl/worksheets/sheet1.xml": sheetOf(`<row r="1"><c r="A1"><v>1</v></c></row>`),
	}
	for name, text := range others {
		files[name] = text
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range files {
		if text == "" {
			continue
		}
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sheetOf(rows string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData>` + rows + `</sheetData></worksheet>`
}

func readBook(t testing.TB, data []byte, o Options) *RosterFile {
	t.Helper()
	f, err := ReadRoster(context.Background(), bytes.NewReader(data), o)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
