package sheet

import (
	"bytes"
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"stampdesk"
)

func TestARosterWrittenAsAWorkbookReadsBack(t *testing.T) {
	first := readRoster(t, fixture(t, "roster.csv")).Roster
	var b bytes.Buffer
	if err := WriteRosterXLSX(&b, first); err != nil {
		t.Fatal(err)
	}
	again := readBook(t, b.Bytes(), Options{})
	if again.ProblemCount+again.WarningCount > 0 || !reflect.DeepEqual(again.Roster, first) {
		t.Errorf("%v %v\n got %+v\nwant %+v", again.Problems, again.Warnings, again.Roster, first)
	}
	f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheet := f.GetSheetName(0)
	if sheet != "Danh sách đảng viên" {
		t.Errorf("the sheet is called %q", sheet)
	}
	if v, _ := f.GetCellValue(sheet, "A5"); v != "01000017" {
		t.Errorf("the number has lost its zero: %q", v)
	}
	if kind, _ := f.GetCellType(sheet, "A5"); kind != excelize.CellTypeInlineString {
		t.Errorf("the number is no text: %v", kind)
	}
	if v, _ := f.GetCellValue(sheet, "O6"); v != "- gia đình giữ thẻ" {
		t.Errorf("a text that looks like a formula stands as it is: %q", v)
	}
	if p, err := f.GetPanes(sheet); err != nil || !p.Freeze || p.YSplit != 1 {
		t.Errorf("%v %+v", err, p)
	}
	if names := f.GetDefinedName(); len(names) != 1 || !strings.HasSuffix(names[0].RefersTo, "!$A$1:$R$6") {
		t.Errorf("the filter: %+v", names)
	}
}

// errorsBook reads what is wrong with a file as the workbook that is given
// back for it.
func errorsBook(t *testing.T, f *File) *excelize.File {
	t.Helper()
	var b bytes.Buffer
	if err := f.WriteErrorsXLSX(&b, stampdesk.Vietnamese); err != nil {
		t.Fatal(err)
	}
	x, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func TestErrorsAsAWorkbookStandOnTheLinesTheyName(t *testing.T) {
	f := bookOf(t, []any{"Số thẻ", "Họ và tên", "Mã đơn vị", "Tuổi"},
		[]any{"01000001", "Tạ Nắng", "A", 60}, nil, []any{1234567, nil, "A", "=1"}, []any{"31000003", "", "A"})
	style, _ := f.NewStyle(&excelize.Style{NumFmt: 49})
	f.SetCellStyle("Sheet1", "A2", "A2", style)
	r := readBook(t, saved(t, f), Options{})
	if r.ProblemCount != 3 {
		t.Fatalf("%+v", r.Problems)
	}
	x := errorsBook(t, &r.File)
	got, err := x.GetRows("Lỗi")
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"Số thẻ", "Họ và tên", "Mã đơn vị", "Tuổi", "Lỗi"}, {"01000001", "Tạ Nắng", "A", "60"}, nil,
		{"1234567", "", "A", "=1", r.Problems[0].Text(stampdesk.Vietnamese) + " " + r.Problems[1].Text(stampdesk.Vietnamese)},
		{"31000003", "", "A", "", r.Problems[2].Text(stampdesk.Vietnamese)},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
	colour := func(cell string) string {
		id, _ := x.GetCellStyle("Lỗi", cell)
		s, err := x.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		return strings.Join(s.Fill.Color, "")
	}
	for cell, want := range map[string]string{
		"A2": "", "A4": "F8A5A5", "B4": "F8A5A5", "C4": "FFF2CC", "E4": "FFF2CC", "A5": "FFF2CC", "B5": "F8A5A5",
	} {
		if got := colour(cell); got != want {
			t.Errorf("%s has the colour %q, want %q", cell, got, want)
		}
	}

	// A person corrects it and imports the same file: the reasons beside do no
	// harm.
	x.SetCellStr("Lỗi", "A4", "01234567")
	x.SetCellStr("Lỗi", "B4", "Tạ Mưa")
	x.SetCellStr("Lỗi", "B5", "Tạ Gió")
	again := readBook(t, saved(t, x), Options{})
	if again.ProblemCount > 0 || len(again.Roster.Members) != 3 || again.Roster.Members[1].Card != 1234567 {
		t.Errorf("%+v", again.Problems)
	}
	second := errorsBook(t, &again.File)
	if rows, _ := second.GetRows("Lỗi"); strings.Join(rows[0], "|") != "Số thẻ|Họ và tên|Mã đơn vị|Tuổi|Lỗi" {
		t.Errorf("the column of reasons comes once: %q", rows[0])
	}
}

func TestErrorsOfAWorkbookThatIsNoneSayWhy(t *testing.T) {
	r := readBook(t, []byte("PK\x03\x04"), Options{})
	rows, err := errorsBook(t, &r.File).GetRows("Lỗi")
	if want := [][]string{{"Lỗi"}, {r.Problems[0].Text(stampdesk.Vietnamese)}}; err != nil || !reflect.DeepEqual(rows, want) {
		t.Errorf("%v %q", err, rows)
	}
}

func TestTheRowsOfACSVFileAreGivenBackAsAWorkbook(t *testing.T) {
	f := readRoster(t, "Số thẻ,Họ và tên,Mã đơn vị,Ghi chú\n1234567,Tạ Nắng,A,'=1+1\n")
	rows, err := errorsBook(t, &f.File).GetRows("Lỗi")
	if err != nil || len(rows) != 2 || rows[1][0] != "1234567" || rows[1][3] != "=1+1" {
		t.Errorf("%v %q", err, rows)
	}
}

func TestABigWorkbookLeavesNothingBehind(t *testing.T) {
	dir := t.TempDir()
	text := "Số thẻ,Họ và tên,Mã đơn vị\n" + strings.Repeat(",Tạ Nắng"+strings.Repeat(" Mưa", 400)+",A\n,,A\n", 12_000)
	f := readRoster(t, text)
	f.tempDir = dir
	held := 0
	err := f.WriteErrorsXLSX(writerFunc(func(p []byte) (int, error) {
		files, err := os.ReadDir(dir)
		for _, file := range files {
			if info, err := file.Info(); err == nil && info.Mode().Perm() == 0o600 {
				held++
			} else if err == nil {
				t.Errorf("%s is open to others: %v", file.Name(), info.Mode())
			}
		}
		return 0, errors.Join(errFull, err)
	}), stampdesk.English)
	if !errors.Is(err, errFull) {
		t.Error(err)
	}
	if files, _ := os.ReadDir(dir); len(files) > 0 {
		t.Error(files)
	}
	if held == 0 {
		t.Error("the test is too small: nothing lay on the disk")
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

func TestTitlesStandAboveTheHeadingsAgain(t *testing.T) {
	f := readRoster(t, "Số thẻ,Họ và tên,Mã đơn vị\n,,A\n")
	f.table.above = []record{
		{line: 1, cells: []string{"DANH SÁCH", "DANH SÁCH", "", "Mẫu 7"}, repeats: []bool{false, true}},
		{line: 2, cells: []string{"=cmd", "", ""}},
	}
	f.table.written[0].line = 3
	x := errorsBook(t, &f.File)
	rows, err := x.GetRows("Lỗi")
	if err != nil || !reflect.DeepEqual(rows[:3], [][]string{{"DANH SÁCH", "", "", "Mẫu 7"}, {"=cmd"}, {"Số thẻ", "Họ và tên", "Mã đơn vị", "Lỗi"}}) {
		t.Errorf("%v %q", err, rows)
	}
	if p, _ := x.GetPanes("Lỗi"); p.YSplit != 3 {
		t.Errorf("fixed are %d rows", p.YSplit)
	}
	var b bytes.Buffer
	if err := f.WriteErrors(&b, stampdesk.Vietnamese); err != nil {
		t.Fatal(err)
	}
	if want := bom + "DANH SÁCH,,,Mẫu 7\n'=cmd\nSố thẻ,Họ và tên,Mã đơn vị,Lỗi\n,,A,"; !strings.HasPrefix(b.String(), want) {
		t.Errorf("%q", b.String())
	}
}

func TestTheReasonsAreSeenWholeOnScreenAndPaper(t *testing.T) {
	f := readWith(t, "Số thẻ,Họ và tên\n1,Tạ Nắng\n31000001,Tạ Mưa\n", Options{Unit: "A"})
	var b bytes.Buffer
	if err := f.WriteErrorsXLSX(&b, stampdesk.Vietnamese); err != nil {
		t.Fatal(err)
	}
	x, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	bad, _ := x.GetRowHeight("Lỗi", 2)
	good, _ := x.GetRowHeight("Lỗi", 3)
	id, _ := x.GetCellStyle("Lỗi", "C2")
	style, err := x.GetStyle(id)
	if err != nil || style.Alignment == nil || !style.Alignment.WrapText || bad < good {
		t.Errorf("%v %+v %v %v", err, style, bad, good)
	}
	layout, err := x.GetPageLayout("Lỗi")
	if err != nil || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 {
		t.Errorf("%v %+v", err, layout)
	}
}
