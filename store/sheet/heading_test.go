package sheet

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"stampdesk"
)

// readWith reads a roster of the unit A01 unless the options say otherwise.
func readWith(t testing.TB, text string, o Options) *RosterFile {
	t.Helper()
	f, err := ReadRoster(context.Background(), strings.NewReader(text), o)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func day(d, m, y int) stampdesk.Date {
	return stampdesk.Date{Year: int16(y), Month: uint8(m), Day: uint8(d)}
}

// workbook is a grid as a workbook gives it: rows may end early.
func workbook(rows ...[]string) grid {
	return grid{format: XLSX, sheet: "Sheet1", padded: true, about: len(rows), rows: func(yield func(record) bool) {
		for i, cells := range rows {
			if r := (record{line: i + 1, cells: cells}); !r.blank() && !yield(r) {
				return
			}
		}
	}}
}

func readGrids(t testing.TB, o Options, grids ...grid) *RosterFile {
	t.Helper()
	f := &RosterFile{}
	if !f.fit(grids, rosterColumns(o.Unit == ""), o) {
		return f
	}
	f.register()
	err := f.read(context.Background(), o, func(t table, v visit) int {
		m := newMemberReader(t, f.layout, o)
		m.read(t, v)
		f.Roster, f.lines = m.roster, m.lines
		return m.asides.all
	})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestHeadingsThatFilesHave(t *testing.T) {
	for field, texts := range map[Field][]string{
		stampdesk.FieldCard: {
			"Số thẻ", "SỐ THẺ ĐẢNG VIÊN", "Số TĐV", "Số thẻ Đảng", "Mã thẻ", "so the", "Số\nthẻ", "Số thẻ:", "Số thẻ (8 số)",
			"SO THE DANG VIEN", "Số thẻ đảng viên mới",
		},
		stampdesk.FieldName:     {"Họ tên", "Họ và tên", "Họ và tên khai sinh", "HỌ VÀ TÊN", "Ho ten", "Họ,  tên", "Họ tên đảng viên"},
		stampdesk.FieldRecord:   {"Số lý lịch", "Số LL", "SỐ LÍ LỊCH"},
		stampdesk.FieldBirth:    {"Ngày tháng năm sinh", "Ngày, tháng, năm sinh", "Năm sinh", "NS", "Sinh ngày"},
		stampdesk.FieldSex:      {"Giới tính", "Nam/Nữ", "Nam, nữ"},
		stampdesk.FieldHome:     {"Quê quán", "Nguyên quán", "Quê quán (xã, huyện, tỉnh)"},
		stampdesk.FieldAdmitted: {"Ngày kết nạp", "Ngày vào Đảng (dự bị)", "Ngày vào Đảng", "Ngày kết nạp vào Đảng", "Ngày / vào Đảng"},
		stampdesk.FieldOfficial: {"Ngày chính thức", "Ngày công nhận chính thức", "Ngày vào Đảng / Chính thức", "Ngày CT"},
		stampdesk.FieldUnit:     {"Mã TCCSĐ", "Mã đơn vị", "ma don vi"},
		FieldUnitName:           {"TCCSĐ", "Đơn vị", "Tổ chức đảng", "Tên đơn vị"},
		stampdesk.FieldCell:     {"Chi bộ", "Tên chi bộ"},
		stampdesk.FieldNote:     {"Ghi chú", "GHI CHÚ", "Ghi chu"},
		stampdesk.FieldStatus:   {"Trạng thái", "Tình trạng đảng viên"},
		FieldReason:             {"Lý do", "Lý do thẻ hỏng", "Lý do chưa được đổi, phát thẻ"},
	} {
		for _, text := range texts {
			m := recognise(text)
			if len(m.cols) != 1 || fieldOf[m.cols[0]] != field {
				t.Errorf("%q is %v, want %s", text, m, field)
			}
		}
	}
	for text, want := range map[string][]column{
		"STT": {colOrdinal}, "TT": {colOrdinal}, "Số TT": {colOrdinal}, "Dân tộc": {colOther}, "Tôn giáo": {colOther},
		"Năm": nil, "Nam": nil, "Nguyễn Văn A": nil, "CCCD / Ngày cấp": {colOther}, "Ngày sinh / Năm": nil,
		"Ngày sinh / Nam":                  {colBirthMale},
		"Ngày sinh / NỮ":                   {colBirthFemale},
		"Ngày vào Đảng, ngày chính thức":   {colAdmitted, colOfficial},
		"Ngày vào Đảng\nchính thức":        {colOfficial},
		"Ngày vào Đảng và ngày chính thức": {colAdmitted, colOfficial},
		"Họ và tên; họ tên khai sinh":      {colName, colOther},
		"Số thẻ, số lý lịch, số HHĐ":       {colCard, colRecord, colBadge},
		"Ngày chuyển đi, đến đâu":          {colMovedOut, colMovedTo},
		"Ngày chuyển đến, từ đâu":          {colMovedIn, colMovedFrom},
		"Ngày từ trần, lý do":              {colDied, colOther},
		"Ngày ra khỏi Đảng, hình thức":     {colLeft, colLeftBy},
		"Nam/nữ, dân tộc, tôn giáo":        {colSex, colOther, colOther},
		strings.Repeat("Số thẻ, ", 200):    nil,
	} {
		if got := recognise(text).cols; !slices.Equal(got, want) {
			t.Errorf("%q is %v, want %v", text, got, want)
		}
	}
}

// The file of one member in all the shapes that its headings come in.
func TestWhereHeadingsStand(t *testing.T) {
	want := stampdesk.Member{
		Card: 31000001, Name: "Tạ Thị Nắng", Birth: day(19, 5, 1961), Sex: "Nữ", Admitted: day(3, 2, 1990),
		Official: day(3, 2, 1991), Unit: "A01", Status: stampdesk.Official,
	}
	plain := "31.000001,Tạ Thị Nắng,19/05/1961,Nữ,03/02/1990,03/02/1991"
	for name, text := range map[string]string{
		"below titles": "ĐẢNG BỘ PHƯỜNG BẾN TRĂNG,,,,,\n*,,,,,\n\"DANH SÁCH\nđảng viên, ngày 01/4/2021\",,,,,\n" +
			"Số TĐV,Họ tên,NS,Giới tính,Ngày kết nạp,Ngày chính thức\n" + plain,
		"two rows, merged as csv has it": "Số thẻ,Họ và tên,Ngày sinh,Giới tính,Ngày,\n,,,,vào Đảng,chính thức\n" + plain,
		"birth date in the column of the sex": "TT,Họ và tên,Ngày sinh,,Ngày vào Đảng,,Số thẻ\n,,Nam,Nữ,Dự bị,Chính thức,\n" +
			"1,Tạ Thị Nắng,,19/05/1961,03/02/1990,03/02/1991,31.000001",
		"a cross in the column of the sex": "TT,Họ và tên,Ngày sinh,Giới tính,,Ngày vào Đảng,Ngày chính thức,Số thẻ\n,,,Nam,Nữ,,,\n" +
			"1,Tạ Thị Nắng,19/05/1961,,x,03/02/1990,03/02/1991,31.000001",
		"column numbers under them": "Số thẻ,Họ và tên,Ngày sinh,Giới tính,Ngày vào Đảng,Ngày chính thức\n(1),(2),(3),(4),(5),(6)\n" + plain,
		"column numbers that were moved, one taken out": "TT,Họ và tên,Số thẻ,Ngày sinh,Giới tính,Ngày vào Đảng,Ngày chính thức\n1,2,9,4,5,7,8\n" +
			"1,Tạ Thị Nắng,31.000001,19/05/1961,Nữ,03/02/1990,03/02/1991",
		"letters and column numbers": "TT,Số thẻ,Họ và tên,Ngày sinh,Giới tính,Ngày vào Đảng,Ngày chính thức\nA,B,1,2,3,4,5\n1," + plain,
		"family and given name": "Số thẻ,Họ đệm,Tên,Ngày sinh,Giới tính,Ngày vào Đảng,Ngày chính thức\n" +
			"31.000001,Tạ Thị,Nắng,19/05/1961,Nữ,03/02/1990,03/02/1991",
		"one heading over both names": "Số thẻ,Họ và tên,,Ngày sinh,Giới tính,Ngày vào Đảng,Ngày chính thức\n" +
			"31.000001,Tạ Thị,Nắng,19/05/1961,Nữ,03/02/1990,03/02/1991",
		"several facts in one column": "\"Họ và tên; họ tên khai sinh\",Ngày sinh,Nam/nữ,\"Ngày vào Đảng, ngày chính thức\",Số thẻ\n" +
			"\"Tạ Thị Nắng\nTạ Nắng\",19/05/1961,nữ,\"03/02/1990\n03/02/1991\",31.000001",
		"the better of two claims": "Số thẻ,Họ và tên,Họ và tên khai sinh,Năm sinh,Ngày sinh,Giới tính,Ngày vào Đảng,Ngày chính thức\n" +
			"31.000001,Tạ Thị Nắng,Tạ Nắng,1961,19/05/1961,Nữ,03/02/1990,03/02/1991",
		"one of two columns is empty": "Số thẻ,Họ và tên,Ngày sinh,Ngày sinh,Giới tính,Ngày vào Đảng,Ngày chính thức\n" +
			"31.000001,Tạ Thị Nắng,,19/05/1961,Nữ,03/02/1990,03/02/1991",
	} {
		t.Run(name, func(t *testing.T) {
			f := readWith(t, text+"\n", Options{Unit: "A01"})
			if f.ProblemCount > 0 || len(f.Roster.Members) != 1 {
				t.Fatal(f.Problems, f.Warnings)
			}
			got := f.Roster.Members[0]
			if got.Sex == "nữ" {
				got.Sex = "Nữ"
			}
			if got != want {
				t.Errorf("\n got %+v\nwant %+v\n%v", got, want, f.Headings)
			}
		})
	}
	for name, g := range map[string]grid{
		"merged cells of a workbook": workbook(
			[]string{"DANH SÁCH", "DANH SÁCH", "DANH SÁCH", "DANH SÁCH", "DANH SÁCH", "DANH SÁCH", "DANH SÁCH"},
			[]string{"TT", "Họ và tên", "Ngày sinh", "Ngày sinh", "Ngày", "Ngày", "Số thẻ"},
			[]string{"TT", "Họ và tên", "Nam", "Nữ", "vào Đảng", "chính thức", "Số thẻ"},
			[]string{"1", "2", "3", "3", "4", "5", "6"},
			[]string{"1", "Tạ Thị Nắng", "", "22420", "32907", "33272", "31000001"},
		),
		"rows that end early": workbook(
			[]string{"Số thẻ", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày vào Đảng", "Ngày chính thức", "Ghi chú", "Trạng thái"},
			[]string{"31000001", "Tạ Thị Nắng", "22420", "Nữ", "32907", "33272"},
		),
		"a name merged over two columns": workbook(
			[]string{"Số thẻ", "Họ và tên", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày vào Đảng", "Ngày chính thức"},
			[]string{"31000001", "Tạ Thị", "Nắng", "22420", "Nữ", "32907", "33272"},
		),
		"merged cells below too": workbook(
			[]string{"Số thẻ", "Họ và tên", "Họ và tên", "Ngày sinh", "Giới tính", "Ngày vào Đảng", "Ngày chính thức"},
			[]string{"31000001", "Tạ Thị Nắng", "Tạ Thị Nắng", "22420", "Nữ", "32907", "33272"},
		),
	} {
		t.Run(name, func(t *testing.T) {
			f := readGrids(t, Options{Unit: "A01"}, workbook([]string{"Hướng dẫn"}, []string{"Ghi chú"}), g)
			if f.ProblemCount > 0 || len(f.Roster.Members) != 1 || f.Roster.Members[0] != want {
				t.Errorf("%v\n got %+v\nwant %+v", f.Problems, f.Roster.Members, want)
			}
		})
	}
}

func TestWhatHeadingsWereReadAs(t *testing.T) {
	f := readWith(t, "TT,Họ và tên,Ngày,,\"Số thẻ, số LL\",Tuổi\n,,vào Đảng,chính thức,,\n1,Tạ Nắng,1990,1991,31000001; 123456HN,60\n",
		Options{Unit: "A01"})
	want := []Heading{
		{Text: "TT"}, {"Họ và tên", []Field{"name"}}, {"Ngày / vào Đảng", []Field{"admitted"}},
		{"Ngày / chính thức", []Field{"official"}}, {"Số thẻ, số LL", []Field{"card", "record"}}, {Text: "Tuổi"},
	}
	if !reflect.DeepEqual(f.Headings, want) {
		t.Errorf("\n got %v\nwant %v", f.Headings, want)
	}
	if rows := f.table.heads(); len(rows) != 2 || rows[0].line != 1 || rows[1].cells[2] != "vào Đảng" {
		t.Errorf("as they stand: %v", rows)
	}
	if f.ProblemCount > 0 || f.Roster.Members[0].Record != "123456HN" {
		t.Error(f.Problems, f.Roster.Members)
	}
}

func TestHeadingsThatLeaveADoubt(t *testing.T) {
	row := "31000001,Tạ Nắng,A\n"
	tests := map[string]struct {
		text string
		want string // problems and warnings
	}{
		"a letter too few": {
			"Số thẻ,Họ và tên,Quê quá\n" + row,
			"Cột “Quê quá” chưa được dùng: có phải là “Quê quán” không? Nếu phải, sửa tiêu đề thành “Quê quán”.",
		},
		"half a heading": {
			"Số thẻ,Họ và tên,Quê\n" + row,
			"Cột “Quê” chưa được dùng: có phải là “Quê quán” không? Nếu phải, sửa tiêu đề thành “Quê quán”.",
		},
		"half of many headings": {"Số thẻ,Họ và tên,Ngày\n" + row, "Các cột này không được dùng: Ngày."},
		"a given name alone": {
			"Số thẻ,Tên,Quê quán\n" + row,
			"Thiếu cột “Họ và tên”. Dòng tiêu đề có: Số thẻ, Tên, Quê quán. Thêm cột “Họ và tên” hoặc sửa lại tên cột.\n" +
				"Cột “Tên” chưa được dùng: có phải là “Họ và tên” không? Nếu phải, sửa tiêu đề thành “Họ và tên”.",
		},
		"two columns that mean one thing": {
			"Số thẻ,Họ và tên,Số TĐV\n31000001,Tạ Nắng,31000002\n",
			"Có nhiều cột cùng là “Số thẻ”: “Số thẻ” (1), “Số TĐV” (3). Chỉ giữ lại một cột, hoặc sửa tiêu đề của cột kia.",
		},
		"a date of issue of something else": {"Số thẻ,Họ và tên,Ngày cấp\n" + row, "Các cột này không được dùng: Ngày cấp."},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := readWith(t, tt.text, Options{Unit: "A01"})
			if got := texts(f.Problems, f.Warnings); got != tt.want {
				t.Errorf("\n got %s\nwant %s", got, tt.want)
			}
		})
	}
}

func texts(lists ...[]Problem) string {
	var all []string
	for _, list := range lists {
		for _, p := range list {
			all = append(all, p.Text(stampdesk.Vietnamese))
		}
	}
	return strings.Join(all, "\n")
}

func TestAColumnOfUnitsMayHoldTheirCodes(t *testing.T) {
	f := readRoster(t, "Số thẻ,Họ và tên,TCCSĐ\n31000001,Tạ Nắng,A01\n31000002,Tạ Mưa,B02\n")
	if f.ProblemCount > 0 || f.Roster.Members[1].Unit != "B02" {
		t.Error(f.Problems, f.Roster.Members)
	}
	f = readRoster(t, "Số thẻ,Họ và tên,TCCSĐ\n31000001,Tạ Nắng,Đảng bộ phường Bến Trăng\n")
	if f.ProblemCount != 1 || f.Problems[0].Column != "Mã đơn vị" {
		t.Error(f.Problems, f.Roster.Members)
	}
}
