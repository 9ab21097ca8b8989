package sheet

import (
	"context"
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"bytes"

	"github.com/xuri/excelize/v2"

	"stampdesk"
)

func TestCellsAreReadAsAPersonSeesThem(t *testing.T) {
	for name, tt := range map[string]struct{ cell, want string }{
		"a whole number":                   {`<c r="A1"><v>31000123</v></c>`, "31000123"},
		"a whole number with a point":      {`<c r="A1"><v>31000123.0</v></c>`, "31000123"},
		"a whole number as a power of ten": {`<c r="A1"><v>3.1000123E7</v></c>`, "31000123"},
		"a number with fifteen digits":     {`<c r="A1"><v>100000000000000</v></c>`, "100000000000000"},
		"a fraction":                       {`<c r="A1" t="n"><v>31.000123</v></c>`, "31.000123"},
		"a fraction as computers keep it":  {`<c r="A1"><v>31.000122999999999</v></c>`, "31.000123"},
		"a negative number":                {`<c r="A1"><v>-5</v></c>`, "-5"},
		"a number of no known style":       {`<c r="A1" s="0"><v>36299</v></c>`, "36299"},
		"a date that is named":             {`<c r="A1" t="d"><v>2021-04-15T00:00:00</v></c>`, "15/04/2021"},
		"yes":                              {`<c r="A1" t="b"><v>1</v></c>`, "TRUE"},
		"no":                               {`<c r="A1" t="b"><v>0</v></c>`, "FALSE"},
		"an error":                         {`<c r="A1" t="e"><v>#REF!</v></c>`, "#REF!"},
		"a shared text":                    {`<c r="A1" t="s"><v>0</v></c>`, "Họ và tên"},
		"a shared text in runs, without phonetics":  {`<c r="A1" t="s"><v>1</v></c>`, "Tạ Nắng"},
		"a text of its own":                         {`<c r="A1" t="inlineStr"><is><t>Tạ</t></is></c>`, "Tạ"},
		"a text of its own in runs":                 {`<c r="A1" t="inlineStr"><is><r><t>Tạ </t></r><r><t>Mưa</t></r><rPh><t>x</t></rPh></is></c>`, "Tạ Mưa"},
		"a broken line":                             {`<c r="A1" t="str"><v>a&#10;b` + "\r\nc" + `</v></c>`, "a\nb\nc"},
		"entities":                                  {`<c r="A1" t="str"><v>&lt;&amp;&gt;&quot;&apos;&#x1EA1;</v></c>`, `<&>"'ạ`},
		"CDATA":                                     {`<c r="A1" t="str"><v><![CDATA[a&b<]]></v></c>`, "a&b<"},
		"characters that XML has no place for":      {`<c r="A1" t="str"><v>a_x000A_b_x005F_x0041_</v></c>`, "a\nb_x0041_"},
		"comments between":                          {`<c r="A1"><!-- <v>9</v> --><v>1<?x y?>2</v></c>`, "12"},
		"a formula with its result":                 {`<c r="A1"><f>1+1</f><v>2</v></c>`, "2"},
		"a formula whose result is text":            {`<c r="A1" t="str"><f>A2&amp;B2</f><v>Tạ</v></c>`, "Tạ"},
		"a formula whose result is nothing":         {`<c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c>`, "|1"},
		"a formula without a result is no blank":    {`<c r="A1"><f>A2&amp;B2</f></c>`, "\x00=A2&B2"},
		"a shared formula without a result":         {`<c r="A1"><f t="shared" si="0"/></c>`, "\x00="},
		"cells in any order":                        {`<c r="C1"><v>3</v></c><c r="A1"><v>1</v></c>`, "1||3"},
		"cells without names":                       {`<c><v>1</v></c><c/><c><v>3</v></c>`, "1||3"},
		"cells after those of styles only":          {`<c r="A1" s="1"/><c r="B1"><v>2</v></c>`, "|2"},
		"attributes in any order and quotes":        {`<c t='str' r='A1' x:y="z>">` + `<v>1</v></c>`, "1"},
		"what a later Excel adds is passed over":    {`<c r="A1"><v>1</v><extLst><ext><v>2</v></ext></extLst></c><extLst><c><v>3</v></c></extLst>`, "1"},
		"bytes that are no UTF-8":                   {`<c r="A1" t="str"><v>T` + "\xE0" + `</v></c>`, "T\uFFFD"},
		"capitals in the name of a cell do nothing": {`<c r="a1"><v>1</v></c>`, "1"},
	} {
		t.Run(name, func(t *testing.T) {
			data := handmade(t, map[string]string{"xl/worksheets/sheet1.xml": sheetOf(`<row r="1" spans="1:3">` + tt.cell + `</row>`)})
			rows, bad := bookRows(t, data)
			if bad != nil || linesOf(rows) != "1|"+tt.want+"\n" {
				t.Errorf("%+v %q", bad, linesOf(rows))
			}
		})
	}
}

func TestRowsKeepTheirNumbersAndTheLongestWidth(t *testing.T) {
	x := `<row r="2"><c r="A2"><v>1</v></c><c r="C2"><v>2</v></c></row><row r="3"/><row r="4"><c r="B4" s="1"/></row>` +
		`<row r="7"><c r="A7"><v>3</v></c></row><row><c><v>4</v></c></row>`
	rows, bad := bookRows(t, handmade(t, map[string]string{"xl/worksheets/sheet1.xml": sheetOf(x)}))
	if want := "2|1||2\n7|3||\n8|4||\n"; bad != nil || linesOf(rows) != want {
		t.Errorf("%+v\n got %q\nwant %q", bad, linesOf(rows), want)
	}
}

func TestPrefixedElementsAndStrictNamespacesAreRead(t *testing.T) {
	x := `<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData>` +
		`<x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>`
	rows, bad := bookRows(t, handmade(t, map[string]string{"xl/worksheets/sheet1.xml": x}))
	if bad != nil || linesOf(rows) != "1|1|1\n" {
		t.Errorf("%+v %q", bad, linesOf(rows))
	}
}

func TestNumbersShownWithZerosKeepThem(t *testing.T) {
	for code, want := range map[string]string{
		"00000000": "01000123", `00\.000000`: "01.000123", `00"."000000`: "01.000123", "00000000;@": "01000123",
		"000-000-000": "001-000-123", "0": "1000123", "0.00": "1000123", "dd/mm/yyyy": "1000123", "000": "1000123",
	} {
		t.Run(code, func(t *testing.T) {
			f := bookOf(t, []any{1000123})
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
			if err != nil {
				t.Fatal(err)
			}
			if err := f.SetCellStyle("Sheet1", "A1", "A1", style); err != nil {
				t.Fatal(err)
			}
			rows, bad := bookRows(t, saved(t, f))
			if bad != nil || linesOf(rows) != "1|"+want+"\n" {
				t.Errorf("%+v %q, want %q", bad, linesOf(rows), want)
			}
		})
	}
}

func TestMergedCellsShowTheirTextEverywhere(t *testing.T) {
	f := bookOf(t,
		[]any{"DANH SÁCH"}, []any{"Số thẻ", "Ngày", "", "Đơn vị"}, []any{"", "sinh", "vào Đảng", ""},
		[]any{"31000001", "1950", "1970", "A"}, []any{"31000002", "1951", "1971"}, []any{}, []any{"31000003", "1952"})
	for _, m := range [][2]string{{"A1", "D1"}, {"A2", "A3"}, {"B2", "C2"}, {"D2", "D3"}, {"D4", "D8"}} {
		if err := f.MergeCell("Sheet1", m[0], m[1]); err != nil {
			t.Fatal(err)
		}
	}
	rows, bad := bookRows(t, saved(t, f))
	want := "1|DANH SÁCH|DANH SÁCH|DANH SÁCH|DANH SÁCH\n2|Số thẻ|Ngày|Ngày|Đơn vị\n3|Số thẻ|sinh|vào Đảng|Đơn vị\n" +
		"4|31000001|1950|1970|A\n5|31000002|1951|1971|A\n7|31000003|1952||A\n"
	if bad != nil || linesOf(rows) != want {
		t.Errorf("%+v\n got %q\nwant %q", bad, linesOf(rows), want)
	}
	if got := rows[0].repeats; !reflect.DeepEqual(got, []bool{false, true, true, true}) {
		t.Errorf("the title repeats %v", got)
	}
	if rows[4].repeats != nil {
		t.Errorf("a unit that is merged downwards repeats nothing to its left: %v", rows[4].repeats)
	}
}

func rosterBook(t testing.TB) *excelize.File {
	return bookOf(t, []any{"Số thẻ", "Họ và tên", "Mã đơn vị", "Ngày sinh"},
		[]any{"01000123", "Tạ Nắng", "A", "1950"}, []any{31000001, "Tạ Mưa", "A", "02/09/1951"})
}

func TestARosterIsReadFromTheFirstSheetThatFits(t *testing.T) {
	f := rosterBook(t)
	for _, name := range []string{"Bìa", "Trống", "Ẩn"} {
		f.NewSheet(name)
	}
	f.SetCellStr("Bìa", "A1", "Đảng bộ phường Bến Trăng")
	f.SetCellStr("Ẩn", "A1", "Số thẻ")
	f.MoveSheet("Bìa", "Sheet1")
	f.SetSheetVisible("Ẩn", false)
	f.MoveSheet("Ẩn", "Bìa")
	f.SetSheetName("Sheet1", "DS đảng viên")
	data := saved(t, f)
	grids, bad := cutBook(data, "", never)
	var names []string
	for _, g := range grids {
		names = append(names, g.sheet)
	}
	if want := []string{"Bìa", "DS đảng viên", "Ẩn"}; bad != nil || !reflect.DeepEqual(names, want) {
		t.Fatalf("%v %v", bad, names)
	}
	r := readBook(t, data, Options{})
	want := []stampdesk.Member{
		{Card: 1000123, Name: "Tạ Nắng", Unit: "A", Birth: stampdesk.Date{Year: 1950}, Status: stampdesk.Official},
		{Card: 31000001, Name: "Tạ Mưa", Unit: "A", Birth: stampdesk.Date{Year: 1951, Month: 9, Day: 2}, Status: stampdesk.Official},
	}
	if r.ProblemCount > 0 || r.Format != XLSX || r.Sheet != "DS đảng viên" || !reflect.DeepEqual(r.Roster.Members, want) {
		t.Errorf("%+v %q %+v", r.Problems, r.Sheet, r.Roster.Members)
	}
	if r := readBook(t, data, Options{Sheet: " ds ĐẢNG viên"}); r.ProblemCount > 0 || r.Rows != 2 {
		t.Errorf("a sheet is found in any capitals: %+v", r.Problems)
	}
	if r := readBook(t, data, Options{Sheet: "Bìa"}); r.ProblemCount == 0 {
		t.Error("the sheet that was wanted has no headings")
	}
	r = readBook(t, data, Options{Sheet: "Tháng 5"})
	if p := (Problem{Fault: FaultNoSheet, Found: "Tháng 5", Want: "Bìa, DS đảng viên, Trống, Ẩn"}); len(r.Problems) != 1 || r.Problems[0] != p {
		t.Errorf("%+v", r.Problems)
	}
}

func TestAFormulaWithoutAResultIsNeverABlank(t *testing.T) {
	f := bookOf(t, []any{"Số thẻ", "Họ và tên", "Mã đơn vị", "Ngày sinh"},
		[]any{"01000123", nil, "A"}, []any{31000001, "Tạ Mưa", "A"})
	f.SetCellFormula("Sheet1", "B2", "A2&C2")
	f.SetCellFormula("Sheet1", "D3", "TODAY()")
	f.SetCellFormula("Sheet1", "F3", "1/0") // in a column that nobody needs
	f.SetCellStr("Sheet1", "F1", "Tuổi")
	f.SetCellStr("Sheet1", "C3", "#N/A")
	r := readBook(t, saved(t, f), Options{})
	want := []Problem{
		{FaultNoResult, 2, "Họ và tên", "=A2&C2", "", 0},
		{FaultNoResult, 3, "Ngày sinh", "=TODAY()", "", 0},
		{FaultCellError, 3, "Mã đơn vị", "#N/A", "", 0},
	}
	if !reflect.DeepEqual(r.Problems, want) {
		t.Errorf("%+v", r.Problems)
	}
}

func TestTheWorkbookOf1904IsToldApart(t *testing.T) {
	f := rosterBook(t)
	yes := true
	f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes})
	grids, bad := cutBook(saved(t, f), "", never)
	if bad != nil || !grids[0].date1904 {
		t.Error(bad)
	}
	if grids, _ = cutBook(saved(t, rosterBook(t)), "", never); grids[0].date1904 {
		t.Error("a usual workbook")
	}
}

// Both read what the other's writer made; where they differ, a person would
// have to say who is right.
func TestRowsAreThoseOfExcelize(t *testing.T) {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for i := 1; i <= 500; i++ {
		cell, _ := excelize.CoordinatesToCellName(1, i)
		w.SetRow(cell, []any{i, "Tạ Nắng & <Mưa>", i%2 == 0, float64(i) / 7, nil, " hai  dấu cách ", "x\ny"})
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	data := saved(t, f)
	rows, bad := bookRows(t, data)
	if bad != nil {
		t.Fatal(bad)
	}
	g, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer g.Close()
	want, err := g.GetRows("Sheet1")
	if err != nil || len(want) != len(rows) {
		t.Fatal(err, len(want), len(rows))
	}
	for i := range rows {
		if !reflect.DeepEqual(rows[i].cells, want[i]) {
			t.Fatalf("row %d\n got %q\nwant %q", i+1, rows[i].cells, want[i])
		}
	}
}

func TestReadingEndsWithItsContext(t *testing.T) {
	var b strings.Builder
	for range 20_000 {
		b.WriteString(`<row><c t="str"><v>Số thẻ</v></c><c t="str"><v>Họ và tên</v></c><c t="str"><v>Mã đơn vị</v></c></row>`)
	}
	big := handmade(t, map[string]string{"xl/worksheets/sheet1.xml": sheetOf(b.String())})
	csv := []byte("Số thẻ,Họ và tên,Mã đơn vị\n" + strings.Repeat(",Tạ Nắng,A\n", 20_000))
	for name, data := range map[string][]byte{"a workbook": big, "csv": csv} {
		t.Run(name, func(t *testing.T) {
			ctx, cancel := context.WithCancel(context.Background())
			told := 0
			f, err := ReadRoster(ctx, bytes.NewReader(data), Options{Progress: func(done, total int) {
				if told++; told == 3 {
					cancel()
				}
			}})
			if f != nil || !errors.Is(err, context.Canceled) || told > 5 {
				t.Errorf("%v, progress told %d times", err, told)
			}
		})
	}
}

func TestProgressGoesUpToTheLastRow(t *testing.T) {
	for _, n := range []int{0, 999, 2500} {
		var rows strings.Builder
		rows.WriteString(`<row><c t="str"><v>Số thẻ</v></c><c t="str"><v>Họ và tên</v></c><c t="str"><v>Mã đơn vị</v></c></row>`)
		rows.WriteString(strings.Repeat(`<row><c/><c t="str"><v>Tạ</v></c><c t="str"><v>A</v></c></row>`, n))
		var got [][2]int
		f := readBook(t, handmade(t, map[string]string{"xl/worksheets/sheet1.xml": sheetOf(rows.String())}), Options{
			Progress: func(done, total int) { got = append(got, [2]int{done, total}) },
		})
		var want [][2]int
		for i := 1000; i <= n; i += 1000 {
			want = append(want, [2]int{i, n + 1})
		}
		want = append(want, [2]int{n, n})
		if f.Rows != n || !reflect.DeepEqual(got, want) {
			t.Errorf("%d rows: %v, want %v", f.Rows, got, want)
		}
	}
}

// Nothing of a workbook is left on the disk, for nothing is written there.
func TestNoFileIsMade(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	readBook(t, saved(t, rosterBook(t)), Options{TempDir: dir})
	if files, err := os.ReadDir(dir); err != nil || len(files) > 0 {
		t.Error(files, err)
	}
}

func TestRowsAreCountedBeforeTheyAreRead(t *testing.T) {
	for _, n := range []int{1, 30_000} {
		rows := strings.Repeat(`<row><c t="str"><v>x</v></c></row>`, n)
		grids, bad := cutBook(handmade(t, map[string]string{"xl/worksheets/sheet1.xml": sheetOf(rows)}), "", never)
		if bad != nil || grids[0].about != n {
			t.Errorf("%v, about %d of %d", bad, grids[0].about, n)
		}
	}
}
