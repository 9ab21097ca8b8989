package sheet

import (
	"slices"
	"strings"
	"testing"

	"stampdesk"
)

func TestFactsOfOneCell(t *testing.T) {
	tests := map[string]struct {
		to   []column
		want map[string][]string // by cell; one more at the end is what was left over
	}{
		"dates": {[]column{colAdmitted, colOfficial}, map[string][]string{
			"03/02/1990\n03/02/1991": {"03/02/1990", "03/02/1991"}, "3/2/1990; 3/2/1991": {"3/2/1990", "3/2/1991"},
			"3/2/1990 - 3/2/1991": {"3/2/1990", "3/2/1991"}, "3/2/1990, 3/2/1991": {"3/2/1990", "3/2/1991"},
			"3/2/1990 / 3/2/1991": {"3/2/1990", "3/2/1991"}, "3/2/1990 (3/2/1991)": {"3/2/1990", "3/2/1991"},
			"DB: 3/2/1990\nCT: 3/2/1991": {"3/2/1990", "3/2/1991"}, "chính thức: 3/2/1991": {"", "3/2/1991"},
			"3/2/1990": {"3/2/1990", ""}, "31/02/1990": {"31/02/1990", ""}, "1990; 1991; 1992": {"1990", "1991", "1992"}, "": {"", ""},
			"3/2/1990; 31/02/1991": {"3/2/1990", "31/02/1991"},
		}},
		"numbers": {[]column{colCard, colRecord, colBadge}, map[string][]string{
			"31.000123\n123456HN\n4567": {"31.000123", "123456HN", "4567"}, "123456 HN; 31.000123": {"31.000123", "123456 HN", ""},
			"31000123/123456HN": {"31000123", "123456HN", ""}, "31.000123, 123456HN": {"31.000123", "123456HN", ""},
			"31 000123": {"31 000123", "", ""}, "1000123; 123456HN": {"1000123", "123456HN", ""}, "TĐV: 31000123; LL: 123456HN": {"31000123", "123456HN", ""},
			"123": {"", "", "123"}, "310001234; 123456HN": {"310001234", "123456HN", ""}, "chưa có": {"chưa có", "", ""},
			"31000123; 31000124": {"31000123", "31000124", ""},
		}},
		"a date and a place": {[]column{colMovedOut, colMovedTo}, map[string][]string{
			"12/5/2015, Đảng bộ phường A, tỉnh B": {"12/5/2015", "Đảng bộ phường A, tỉnh B"}, "12/5/2015 đến Đảng bộ A": {"12/5/2015", "đến Đảng bộ A"},
			"12/5/2015\nĐảng bộ A; Chi bộ 2": {"12/5/2015", "Đảng bộ A; Chi bộ 2"}, "Đảng bộ A": {"", "Đảng bộ A"},
		}},
		"names": {[]column{colName, colOther}, map[string][]string{
			"Tạ Nắng\nTạ Thị Nắng": {"Tạ Nắng", "Tạ Thị Nắng"}, "Tạ Nắng": {"Tạ Nắng", ""}, "Tạ Nắng/Tạ Thị Nắng": {"Tạ Nắng", "Tạ Thị Nắng"},
		}},
		"a sex among others": {[]column{colSex, colOther, colOther}, map[string][]string{"Nữ, Kinh, Không": {"Nữ", "Kinh, Không", ""}}},
	}
	for name, tt := range tests {
		for cell, want := range tt.want {
			got, rest := facts(nil, cell, tt.to)
			if rest != "" {
				got = append(got, rest)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s, %q: %q, want %q", name, cell, got, want)
			}
		}
	}
}

// The register of members, with its fourteen columns.
func TestTheRegister(t *testing.T) {
	f := readWith(t, fixture(t, "register.csv"), Options{Unit: "A01", Cell: "Chi bộ 1"})
	if f.ProblemCount > 0 || f.Profile != "7-HSĐV" {
		t.Fatal(texts(f.Problems), f.Profile)
	}
	want := []stampdesk.Member{
		{
			Card: 31004217, Record: "123456AB", Name: "Nguyễn Thị Sông Thao", Sex: "Nữ", Home: "Làng Mây", Admitted: day(3, 2, 1990),
			Official: day(3, 2, 1991), Unit: "A01", Cell: "Chi bộ 1", Status: stampdesk.Official, Note: "miễn sinh hoạt từ 2019",
		},
		{
			Card: 31120045, Record: "223344B", Name: "Trần Văn Đá Bạc", Sex: "Nam", Home: "Xóm Gió, Làng Mây", Admitted: day(19, 5, 1970),
			Official: day(19, 5, 1971), Unit: "A01", Cell: "Chi bộ 1", Status: stampdesk.Official,
			MovedOut: day(12, 5, 2015), MovedTo: "Đảng bộ xã Suối Trong", MovedIn: day(7, 11, 2018), MovedFrom: "Đảng bộ xã Suối Trong",
		},
		{
			Name: "Lê Hoàng Suối", Sex: "Nam", Admitted: day(2, 9, 2020), Unit: "A01", Cell: "Chi bộ 1", Status: stampdesk.Probationary,
		},
		{
			Card: 31777001, Name: "Vũ Đình Cổ Thụ", Sex: "Nam", Admitted: day(1, 1, 1960), Official: day(1, 1, 1961), Unit: "A01",
			Cell: "Chi bộ 1", Status: stampdesk.Deceased, Died: day(1, 3, 2021),
		},
		{
			Card: 31777002, Name: "Đỗ Ban Mai", Sex: "Nữ", Admitted: day(1, 1, 1990), Official: day(1, 1, 1991), Unit: "A01",
			Cell: "Chi bộ 1", Status: stampdesk.Resigned, Left: day(1, 6, 2019), LeftBy: "xin ra",
		},
	}
	for i, m := range want {
		if i >= len(f.Roster.Members) || f.Roster.Members[i] != m {
			t.Fatalf("\n got %+v\nwant %+v", f.Roster.Members[min(i, len(f.Roster.Members)-1)], m)
		}
	}
	checkErrorsFile(t, f)
}

func TestTheColumnOfManAndWomanIsOneFactOfItsHeading(t *testing.T) {
	for _, heading := range []string{"Nam, nữ\nDân tộc\nTôn giáo", "Nam/Nữ, dân tộc, tôn giáo", "NAM, NỮ - DÂN TỘC", "Dân tộc; nam và nữ"} {
		f := readWith(t, "Số thẻ,Họ và tên,\""+heading+"\"\n31000001,Tạ Nắng,\"Nữ\nKinh\"\n31000002,Tạ Mưa,\"Kinh, Nam\"\n", Options{Unit: "A"})
		m := f.Roster.Members
		if len(m) != 2 || m[0].Sex != "Nữ" || m[1].Sex != "Nam" || f.WarningCount > 0 {
			t.Errorf("%q: %+v %v", heading, m, texts(f.Warnings))
		}
	}
}

func TestWhatIsLeftOfACell(t *testing.T) {
	f := readWith(t, "Họ và tên,\"Số thẻ, số LL\"\nTạ Nắng,31000001; 123456HN; 31000002\nTạ Mưa,\"31000003; 12345\"\n", Options{Unit: "A"})
	want := "Dòng 2, cột “Số thẻ, số LL”: không rõ “31000002” trong ô này là gì nên bỏ qua.\n" +
		"Dòng 3, cột “Số thẻ, số LL”: “12345” không giống số lý lịch (6 chữ số và 1 đến 3 chữ cái). Kiểm tra lại."
	if got := texts(f.Warnings); got != want || f.ProblemCount > 0 {
		t.Error(got, f.Problems)
	}
}

func TestProfiles(t *testing.T) {
	p := Profile{
		Name: "phường A", Ignore: []string{"Cột thừa"},
		Columns: map[Field][]string{
			stampdesk.FieldCard: {"Mã số"}, stampdesk.FieldName: {"Chữ đầu", "Chữ cuối"}, stampdesk.FieldUnit: {"Nơi"},
		},
	}
	text := "Bảng kê,,,,,,\nMã số,Chữ đầu,Chữ cuối,Nơi,Cột thừa,Số thẻ,Ghi chú\n31000001,Tạ,Nắng,A,x,7,g\n"
	f := readWith(t, text, Options{Profile: p})
	want := stampdesk.Member{Card: 31000001, Name: "Tạ Nắng", Unit: "A", Note: "g", Status: stampdesk.Official}
	if f.ProblemCount > 0 || len(f.Roster.Members) != 1 || f.Roster.Members[0] != want || f.Profile != "phường A" {
		t.Errorf("%v %+v %q", texts(f.Problems), f.Roster.Members, f.Profile)
	}
	if got := texts(f.Warnings); got != "Các cột này không được dùng: Số thẻ." {
		t.Error(got)
	}

	p.Columns[stampdesk.FieldBirth] = []string{"Sinh"}
	p.Columns["brith"] = []string{"Sinh"}
	f = readWith(t, text, Options{Profile: p})
	if got := texts(f.Problems); got != "Cách đọc cột “phường A” lấy “Ngày sinh” từ cột “Sinh”, nhưng tệp không có cột này. Kiểm tra lại tiêu đề của tệp hoặc sửa cách đọc cột.\n"+
		"Cách đọc cột “phường A” có trường “brith”, chương trình không biết trường này. Sửa lại cách đọc cột." {
		t.Error(got)
	}
}

func TestAProfileSaysWhichRowHasTheHeadings(t *testing.T) {
	text := "Số thẻ,Họ và tên,Quê quán\nSố thẻ,Họ và tên,Ghi chú\n31000001,Tạ Nắng,g\n"
	f := readWith(t, text, Options{Unit: "A", Profile: Profile{Heading: 2}})
	if f.ProblemCount > 0 || len(f.Roster.Members) != 1 || f.Roster.Members[0].Note != "g" {
		t.Error(texts(f.Problems), f.Roster.Members)
	}
	f = readWith(t, text, Options{Unit: "A", Profile: Profile{Heading: 99}})
	if f.ProblemCount != 1 || !strings.Contains(texts(f.Problems), "lấy dòng 99 làm tiêu đề") {
		t.Error(texts(f.Problems))
	}
}
