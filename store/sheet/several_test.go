package sheet

import (
	"bytes"
	"context"
	"testing"

	"github.com/xuri/excelize/v2"

	"stampdesk"
)

// sheetsOf makes a workbook of sheets that have the headings, the title above
// them, and a member unless the title is "empty".
func sheetsOf(t testing.TB, titles ...[2]string) *excelize.File {
	t.Helper()
	f := excelize.NewFile()
	for i, s := range titles {
		if i == 0 {
			f.SetSheetName("Sheet1", s[0])
		} else {
			f.NewSheet(s[0])
		}
		f.SetSheetRow(s[0], "A1", &[]any{s[1]})
		f.SetSheetRow(s[0], "A2", &[]any{"Số thẻ", "Họ và tên", "Mã đơn vị", "Lý do"})
		if s[1] != "empty" {
			f.SetSheetRow(s[0], "A3", &[]any{"31.00000" + string(rune('1'+i)), "Tạ Nắng", "A", ""})
		}
	}
	return f
}

func TestOneOfSeveralListsIsNeverTakenForAll(t *testing.T) {
	for name, tt := range map[string]struct {
		sheets [][2]string
		form   stampdesk.Form // 0: a roster
		sheet  string         // that is read; empty: none
	}{
		"two units":                          {[][2]string{{"TB01", "Xã A"}, {"TB02", "Xã B"}}, 0, ""},
		"one has only headings":              {[][2]string{{"Mẫu", "empty"}, {"TB02", "Xã B"}}, 0, "TB02"},
		"both have only headings":            {[][2]string{{"Mẫu", "empty"}, {"TB02", "empty"}}, 0, ""},
		"the other is a list with cards":     {[][2]string{{"DS", "Mẫu 2-KTTĐV"}, {"TB02", "Xã B"}}, 0, "TB02"},
		"the lists, by their titles":         {[][2]string{{"a", "Mẫu 2-KTTĐV"}, {"b", "Mẫu 3-KTTĐV"}, {"c", "Mẫu 4-KTTĐV"}}, stampdesk.FormDamaged, "b"},
		"the lists, by the names of sheets":  {[][2]string{{"Mẫu 2", ""}, {"Mẫu 3 - hỏng", ""}, {"mau 4", ""}}, stampdesk.FormLost, "mau 4"},
		"the lists, by the words of titles":  {[][2]string{{"a", "Danh sách đề nghị đóng dấu"}, {"b", "Danh sách đề nghị cấp lại thẻ bị mất"}}, stampdesk.FormLost, "b"},
		"lists that do not say which":        {[][2]string{{"Sheet1", "Xã A"}, {"Sheet2", "Xã A"}}, stampdesk.FormStamp, ""},
		"two lists of one form":              {[][2]string{{"Mẫu 2", "Thôn 1"}, {"2", "Thôn 2"}}, stampdesk.FormStamp, ""},
		"the list that is wanted is missing": {[][2]string{{"Mẫu 2", ""}, {"Mẫu 4", ""}}, stampdesk.FormDamaged, ""},
	} {
		t.Run(name, func(t *testing.T) {
			data := saved(t, sheetsOf(t, tt.sheets...))
			var f *File
			if tt.form == 0 {
				f = &readBook(t, data, Options{}).File
			} else {
				l, err := ReadList(context.Background(), bytes.NewReader(data), tt.form, Options{})
				if err != nil {
					t.Fatal(err)
				}
				f = &l.File
			}
			several := len(f.Problems) == 1 && (f.Problems[0].Fault == FaultManySheets || f.Problems[0].Fault == FaultNoRows)
			if tt.sheet == "" && !several || tt.sheet != "" && (f.ProblemCount > 0 || f.Sheet != tt.sheet) {
				t.Errorf("%q %v", f.Sheet, texts(f.Problems))
			}
		})
	}
}

func TestAHiddenSheetIsNoRival(t *testing.T) {
	f := sheetsOf(t, [2]string{"DS", "Xã A"}, [2]string{"Cũ", "Xã A"})
	f.SetSheetVisible("Cũ", false)
	if r := readBook(t, saved(t, f), Options{}); r.ProblemCount > 0 || r.Sheet != "DS" {
		t.Errorf("%q %v", r.Sheet, texts(r.Problems))
	}
	if r := readBook(t, saved(t, f), Options{Sheet: "Cũ"}); r.ProblemCount > 0 || r.Sheet != "Cũ" {
		t.Errorf("%q %v", r.Sheet, texts(r.Problems))
	}
}

// In a workbook a heading that is merged over both rows stands in both, so that
// the lower row alone names as much as the two.
func TestTheLowerOfTwoRowsIsReadThoughTheUpperNamesAllThatIsNeeded(t *testing.T) {
	f := bookOf(t,
		[]any{"Số thẻ", "Họ và tên", "Mã đơn vị", "Chuyển sinh hoạt đảng"},
		[]any{nil, nil, nil, "Ngày chuyển đi", "Ngày chuyển đến"},
		[]any{"31.000001", "Tạ Nắng", "A", "01/03/2019"},
	)
	for _, over := range [][2]string{{"A1", "A2"}, {"B1", "B2"}, {"C1", "C2"}, {"D1", "E1"}} {
		f.MergeCell("Sheet1", over[0], over[1])
	}
	r := readBook(t, saved(t, f), Options{})
	if m := r.Roster.Members; len(m) != 1 || m[0].MovedOut != day(1, 3, 2019) || m[0].Status != stampdesk.TransferredOut {
		t.Errorf("%+v %v", m, texts(r.Problems))
	}
}
