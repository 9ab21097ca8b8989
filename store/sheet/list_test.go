package sheet

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"stampdesk"
)

func readList(t testing.TB, text string, form stampdesk.Form) *ListFile {
	t.Helper()
	f, err := ReadList(context.Background(), strings.NewReader(text), form, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestReadList(t *testing.T) {
	f := readList(t, fixture(t, "list3.csv"), stampdesk.FormDamaged)
	want := []stampdesk.Line{
		{Card: 31004217, Name: "Nguyễn Thị Sông Thao", Cell: "Chi bộ 1", Reason: stampdesk.ReasonDamaged},
		{Card: 31120045, Name: "Trần Văn Đá Bạc", Cell: "Chi bộ 2", Reason: stampdesk.ReasonDamaged, Note: "bong lớp nhựa; đã nộp ảnh"},
		{Card: 1000017, Name: "Phạm Minh Hạ Lam", Reason: stampdesk.ReasonDataDiffer},
	}
	if f.ProblemCount > 0 || f.Rows != 3 || !reflect.DeepEqual(f.Lines, want) {
		t.Errorf("%v\n got %+v\nwant %+v", f.Problems, f.Lines, want)
	}
	if f.WarningCount != 0 {
		t.Errorf("warnings %v", f.Warnings)
	}
}

func TestReasonsOfAList(t *testing.T) {
	tests := []struct {
		form   stampdesk.Form
		text   string
		reason stampdesk.Reason
		note   string
	}{
		{stampdesk.FormStamp, "", "", ""},
		{stampdesk.FormStamp, "cần ép lại", stampdesk.ReasonOther, "cần ép lại"},
		{stampdesk.FormDamaged, "", stampdesk.ReasonDamaged, ""},
		{stampdesk.FormDamaged, "HONG", stampdesk.ReasonDamaged, ""},
		{stampdesk.FormDamaged, "đóng dấu sai", stampdesk.ReasonSpoiled, ""},
		{stampdesk.FormDamaged, "rách góc", stampdesk.ReasonDamaged, "rách góc"},
		{stampdesk.FormLost, "", stampdesk.ReasonLost, ""},
		{stampdesk.FormLost, "rơi khi đi chợ", stampdesk.ReasonLost, "rơi khi đi chợ"},
		{stampdesk.FormCardless, "", stampdesk.ReasonUnstated, ""},
		{stampdesk.FormCardless, "Ở nơi khác chuyển đến", stampdesk.ReasonMovedIn, ""},
		{stampdesk.FormCardless, "MOI_CONG_NHAN", stampdesk.ReasonNewlyOfficial, ""},
		{stampdesk.FormCardless, "mới công nhận chính thức", stampdesk.ReasonNewlyOfficial, ""},
		{stampdesk.FormCardless, "Ở nơi khác chuyển về", stampdesk.ReasonMovedIn, ""},
		{stampdesk.FormCardless, "do lỗi kỹ thuật", stampdesk.ReasonTechnical, ""},
		{stampdesk.FormCardless, "chuyển đến từ xã B", stampdesk.ReasonOther, "chuyển đến từ xã B"},
		{stampdesk.FormLost, "chuyển về", stampdesk.ReasonLost, "chuyển về"},
		{stampdesk.FormCardless, "chờ in thẻ", stampdesk.ReasonOther, "chờ in thẻ"},
	}
	for _, tt := range tests {
		f := readList(t, "Số thẻ,Họ và tên,Lý do\n31000001,Tạ Nắng,"+tt.text+"\n", tt.form)
		want := stampdesk.Line{Card: 31000001, Name: "Tạ Nắng", Reason: tt.reason, Note: tt.note}
		if len(f.Lines) != 1 || f.Lines[0] != want {
			t.Errorf("list %d, %q: %+v %v", tt.form, tt.text, f.Lines, f.Problems)
		}
	}
}

func TestFaultsOfAList(t *testing.T) {
	const head = "Số thẻ,Họ và tên\n"
	tests := map[string]struct {
		form stampdesk.Form
		text string
		want Problem
	}{
		"list 2 needs the number":        {stampdesk.FormStamp, head + ",Tạ Nắng\n", Problem{Fault: FaultNoCard, Line: 2, Column: "Số thẻ"}},
		"list 3 needs the number":        {stampdesk.FormDamaged, head + " ,Tạ Nắng\n", Problem{Fault: FaultNoCard, Line: 2, Column: "Số thẻ"}},
		"list 4 needs the number":        {stampdesk.FormLost, head + ",Tạ Nắng\n", Problem{Fault: FaultNoCard, Line: 2, Column: "Số thẻ"}},
		"a bad number is a fault":        {stampdesk.FormLost, head + "12,Tạ Nắng\n", Problem{Fault: FaultCardShort, Line: 2, Column: "Số thẻ", Found: "12"}},
		"a number twice":                 {stampdesk.FormStamp, head + "31000001,Tạ Nắng\n31.000001,Tạ Mưa\n", Problem{Fault: FaultTwinCard, Line: 3, Column: "Số thẻ", Found: "31.000001", First: 2}},
		"a name is missing":              {stampdesk.FormStamp, head + "31000001,\n", Problem{Fault: FaultNoName, Line: 2, Column: "Họ và tên"}},
		"list 2 needs the column":        {stampdesk.FormStamp, "Họ và tên\nTạ Nắng\n", Problem{Fault: FaultNoColumn, Line: 1, Column: "Số thẻ", Found: "Họ và tên"}},
		"list 5 needs the names' column": {stampdesk.FormCardless, "Số thẻ\n31000001\n", Problem{Fault: FaultNoColumn, Line: 1, Column: "Họ và tên", Found: "Số thẻ"}},
		"a list without lines":           {stampdesk.FormStamp, head, Problem{Fault: FaultNoRows, Line: 1}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := readList(t, tt.text, tt.form)
			if len(f.Problems) != 1 || f.Problems[0] != tt.want {
				t.Errorf("\n got %+v\nwant %+v", f.Problems, tt.want)
			}
		})
	}
}

func TestList5NeedsNoNumber(t *testing.T) {
	for name, text := range map[string]string{
		"no column":      "Họ và tên,Lý do\nTạ Nắng,CHUYEN_DEN\n",
		"empty":          "Số thẻ,Họ và tên,Lý do\n,Tạ Nắng,CHUYEN_DEN\n",
		"words, no harm": "Số thẻ,Họ và tên,Lý do\nchưa có,Tạ Nắng,CHUYEN_DEN\n",
	} {
		f := readList(t, text, stampdesk.FormCardless)
		want := []stampdesk.Line{{Name: "Tạ Nắng", Reason: stampdesk.ReasonMovedIn}}
		if f.ProblemCount > 0 || !reflect.DeepEqual(f.Lines, want) {
			t.Errorf("%s: %v %+v", name, f.Problems, f.Lines)
		}
		if warned := f.WarningCount == 1 && f.Warnings[0].Fault == FaultCardIgnored; warned != strings.Contains(text, "chưa") {
			t.Errorf("%s: warnings %v", name, f.Warnings)
		}
	}
}
