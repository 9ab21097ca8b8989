package form

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"stampdesk"
	"stampdesk/store/sheet"
)

// takenIn reads a workbook or a text as list import does, without a mapping.
func takenIn(t *testing.T, file []byte, f stampdesk.Form) *sheet.ListFile {
	t.Helper()
	list, err := sheet.ReadList(context.Background(), bytes.NewReader(file), f, sheet.Options{Unit: sampleUnit.Code, TempDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// filledInByAUnit is what a unit's clerk writes into the rows of a blank form,
// by the heading of the column; the lines are what must come of it.
var filledInByAUnit = map[stampdesk.Form]struct {
	rows  []map[string]string
	lines []stampdesk.Line
}{
	stampdesk.FormStamp: {
		[]map[string]string{
			{"Họ và tên": "Nguyễn Thị Hồng Đào", "Nữ": "02/09/1960", "Quê quán": "xã Vân Thủy", "Ngày vào Đảng": "3/2/1985", "Ngày chính thức": "03/02/1986", "Số thẻ": "01.000345", "Chi bộ": "Tổ 1"},
			{"Họ và tên": "Lê Ước", "Nam": "1939", "Số thẻ": "36000102", "Ghi chú": "sinh hoạt tạm thời", "Chi bộ": "Tổ 2"},
		},
		[]stampdesk.Line{
			{Card: 1000345, Name: "Nguyễn Thị Hồng Đào", Cell: "Tổ 1"},
			{Card: 36000102, Name: "Lê Ước", Cell: "Tổ 2", Note: "sinh hoạt tạm thời"},
		},
	},
	stampdesk.FormDamaged: {
		[]map[string]string{
			{"Họ và tên": "Nguyễn Thị Hồng Đào", "Nữ": "02/09/1960", "Số thẻ": "01.000345", "Lý do hỏng": "Đóng dấu sai", "Ô đề nghị đóng dấu": "3, 4", "Chi bộ": "Tổ 1"},
			{"Họ và tên": "Lê Ước", "Nam": "1939", "Số thẻ": "36000102", "Lý do hỏng": "rách góc trên", "Chi bộ": "Tổ 2"},
			{"Họ và tên": "Trần Công Minh", "Nam": "1/1/1950", "Số thẻ": "36.000.103", "Lý do hỏng": "Hỏng", "Ghi chú": "mờ ảnh", "Chi bộ": "Tổ 2"},
		},
		[]stampdesk.Line{
			{Card: 1000345, Name: "Nguyễn Thị Hồng Đào", Cell: "Tổ 1", Reason: stampdesk.ReasonSpoiled},
			{Card: 36000102, Name: "Lê Ước", Cell: "Tổ 2", Reason: stampdesk.ReasonDamaged, Note: "rách góc trên"},
			{Card: 36000103, Name: "Trần Công Minh", Cell: "Tổ 2", Reason: stampdesk.ReasonDamaged, Note: "mờ ảnh"},
		},
	},
	stampdesk.FormLost: {
		[]map[string]string{
			{"Họ và tên": "Lê Ước", "Nam": "1939", "Số thẻ": "36000102", "Lý do mất": "Mất", "Hình thức xử lý (nếu có)": "Khiển trách", "Chi bộ": "Tổ 2"},
			{"Họ và tên": "Cộng Thị Tổng", "Nữ": "12/12/1970", "Số thẻ": "36000110", "Lý do mất": "rơi khi đi chợ", "Hình thức xử lý (nếu có)": "cảnh cáo", "Ghi chú": "đã kiểm điểm", "Chi bộ": "Tổ 2"},
		},
		[]stampdesk.Line{
			{Card: 36000102, Name: "Lê Ước", Cell: "Tổ 2", Reason: stampdesk.ReasonLost, Note: "hình thức xử lý: Khiển trách"},
			{Card: 36000110, Name: "Cộng Thị Tổng", Cell: "Tổ 2", Reason: stampdesk.ReasonLost, Note: "rơi khi đi chợ; đã kiểm điểm; hình thức xử lý: cảnh cáo"},
		},
	},
	stampdesk.FormCardless: {
		[]map[string]string{
			{"Họ và tên": "Lê Ước", "Nam": "1939", "Số lý lịch": "120300NH", "Lý do chưa có thẻ": "Ở nơi khác chuyển đến", "Chi bộ": "Tổ 2"},
			{"Họ và tên": "Phan Thị Nụ", "Nữ": "1/6/1990", "Lý do chưa có thẻ": "Mới được công nhận", "Chi bộ": "Tổ 2"},
			{"Họ và tên": "Phan Văn Nhì", "Nam": "1/6/1991", "Lý do chưa có thẻ": "chờ in thẻ", "Chi bộ": "Tổ 3"},
		},
		[]stampdesk.Line{
			{Name: "Lê Ước", Cell: "Tổ 2", Reason: stampdesk.ReasonMovedIn},
			{Name: "Phan Thị Nụ", Cell: "Tổ 2", Reason: stampdesk.ReasonNewlyOfficial},
			{Name: "Phan Văn Nhì", Cell: "Tổ 3", Reason: stampdesk.ReasonOther, Note: "chờ in thẻ"},
		},
	},
}

// filledIn writes into the empty rows of a blank form as a unit would.
func filledIn(t *testing.T, file []byte, page Page, rows []map[string]string) []byte {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	name := book.GetSheetList()[0]
	all, err := book.GetRows(name)
	if err != nil {
		t.Fatal(err)
	}
	// Below the row that numbers the columns; each column of these forms is one of the sheet.
	at := 0
	for i, r := range all {
		if len(r) > 2 && r[0] == "1" && r[1] == "2" && r[2] == "3" {
			at = i + 2
		}
	}
	if at == 0 {
		t.Fatal("the columns have no numbers")
	}
	for i := at; i <= len(all) && (len(all[i-1]) == 0 || all[i-1][0] != "1"); i++ {
		at = i + 1
	}
	for n, row := range rows {
		wrote := 0
		for i, c := range page.Table.Columns {
			if text := row[c.Heading]; text != "" {
				if err := book.SetCellStr(name, cellRef(i, at+n), text); err != nil {
					t.Fatal(err)
				}
				wrote++
			}
		}
		if wrote < len(row)-1 { // a form of one cell has no column of cells
			t.Fatalf("row %v has headings that the form has not", row)
		}
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// savedByLibreOffice opens a workbook in another program and saves it.
func savedByLibreOffice(t *testing.T, file []byte) []byte {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not here")
	}
	dir := t.TempDir()
	in := filepath.Join(dir, "blank.xlsx")
	if err := os.WriteFile(in, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "out")
	cmd := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", out, in)
	if told, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, told)
	}
	saved, err := os.ReadFile(filepath.Join(out, "blank.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

func TestABlankFormThatAUnitFillsInIsReadWithoutAMappingAndWithoutAWarning(t *testing.T) {
	for f, filled := range filledInByAUnit {
		for _, of := range []struct{ name, cell string }{{"of a unit", ""}, {"of a cell", "Tổ 2"}} {
			x := stampdesk.Filled{Form: f, Board: sampleBoard, Round: sampleRound, Unit: sampleUnit, Cell: of.cell}
			page := mustTemplate(t, f).Blank(&x, 0, Options{})[0]
			file := filledIn(t, written(t, []Page{page}), page, filled.rows)
			check := func(t *testing.T, file []byte) {
				want := append([]stampdesk.Line(nil), filled.lines...)
				for i := range want {
					if of.cell != "" {
						want[i].Cell = of.cell
					}
				}
				got := takenIn(t, file, f)
				if got.ProblemCount > 0 || got.WarningCount > 0 {
					t.Errorf("problems %v, warnings %v", got.Problems, got.Warnings)
				}
				if !reflect.DeepEqual(got.Lines, want) {
					t.Errorf("\n got %+v\nwant %+v", got.Lines, want)
				}
			}
			t.Run(page.Code+" "+of.name, func(t *testing.T) { check(t, file) })
			if of.cell == "" {
				t.Run(page.Code+" saved by another program", func(t *testing.T) { check(t, savedByLibreOffice(t, file)) })
			}
		}
	}
}

func TestABlankFormWithTheMembersOfTheRosterComesBackWithThem(t *testing.T) {
	x := stampdesk.Filled{Form: stampdesk.FormStamp, Board: sampleBoard, Round: sampleRound, Unit: sampleUnit, Rows: sampleRows(30, stampdesk.FormStamp)}
	got := takenIn(t, written(t, mustTemplate(t, stampdesk.FormStamp).Blank(&x, 5, Options{})), stampdesk.FormStamp)
	if got.ProblemCount > 0 || got.WarningCount > 0 {
		t.Errorf("problems %v, warnings %v", got.Problems, got.Warnings)
	}
	if want := linesOf(x.Rows); !reflect.DeepEqual(got.Lines, want) {
		t.Errorf("\n got %+v\nwant %+v", got.Lines, want)
	}
}

// linesOf are the lines of a list that rows were made of.
func linesOf(rows []stampdesk.FormRow) (lines []stampdesk.Line) {
	for _, r := range rows {
		l := stampdesk.Line{Card: r.Card, Name: r.Member.Name, Cell: r.Cell, Reason: r.Reason, Note: r.Note}
		if r.Discipline != "" { // "Khiển trách" of the column comes back in the note
			l.Note = strings.TrimPrefix(l.Note+"; hình thức xử lý: Khiển trách", "; ")
		}
		lines = append(lines, l)
	}
	return lines
}

func TestAFilledListIsReadAsItWasWritten(t *testing.T) {
	for f := stampdesk.FormStamp; f <= stampdesk.FormCardless; f++ {
		x := sampleFilled(f)
		x.Rows = sampleRows(40, f)
		for i := range x.Rows {
			x.Rows[i].Cell = strings.TrimPrefix(x.Rows[i].Cell, []string{"", "Chi bộ "}[f%2]) // with the word and without
		}
		pages := mustTemplate(t, f).Pages(&x, sampleOptions())
		t.Run(pages[0].Code, func(t *testing.T) {
			got := takenIn(t, written(t, pages), f)
			if got.ProblemCount > 0 {
				t.Fatalf("problems %v", got.Problems)
			}
			for _, w := range got.Warnings {
				if w.Fault != sheet.FaultGroupRows && w.Fault != sheet.FaultTotalRows && w.Fault != sheet.FaultSignedRows {
					t.Errorf("warning %+v", w)
				}
			}
			if want := linesOf(x.Rows); !reflect.DeepEqual(got.Lines, want) {
				t.Errorf("\n got %+v\nwant %+v", got.Lines, want)
			}
		})
	}
}

func TestAGuestOnABlankFormIsOneOfTheLines(t *testing.T) {
	x := sampleFilled(stampdesk.FormStamp)
	guests := 0
	for _, r := range x.Rows {
		if r.Class == stampdesk.Guest {
			guests++
		}
	}
	p := mustTemplate(t, stampdesk.FormStamp).Blank(&x, 5, sampleOptions())[0]
	last := p.Table.Rows[len(p.Table.Rows)-1]
	if guests == 0 || len(p.Table.Rows) != len(x.Rows) || last.Cells[0].Text != strconv.Itoa(len(x.Rows)) {
		t.Errorf("%d guests of %d; %d rows, the last numbered %q", guests, len(x.Rows), len(p.Table.Rows), last.Cells[0].Text)
	}
	if note := last.Cells[len(last.Cells)-1].Text; !strings.Contains(note, "sinh hoạt đảng tạm thời") {
		t.Errorf("the note of a guest: %q", note)
	}
}
