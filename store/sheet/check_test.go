package sheet

import (
	"context"
	"slices"
	"strings"
	"testing"

	"stampdesk"
)

func TestChecksOfARow(t *testing.T) {
	const head = "Số thẻ,Họ và tên,Ngày sinh,Số LL,Số thẻ cũ,Mã đơn vị,Đơn vị SHĐ tạm thời,Trạng thái\n"
	known := func(u stampdesk.UnitCode) bool { return u == "A" || u == "B" }
	tests := map[string]struct {
		rows               string
		o                  Options
		problems, warnings string
	}{
		"a number in powers of ten": {
			"3.1E+07,Tạ Nắng,,,,A,,\n", Options{},
			"Dòng 2, cột “Số thẻ”: “3.1E+07” là số mà bảng tính đã rút gọn, các chữ số cuối đã mất. Định dạng cột là Văn bản (Text), xem thẻ và gõ lại đủ 8 chữ số.", "",
		},
		"a number with a fraction of nothing": {"31000123.0,Tạ Nắng,,,,A,,\n", Options{}, "", ""},
		"a number with the mark of text":      {"'31000123,Tạ Nắng,,,,A,,\n", Options{}, "", ""},
		"a zero that was lost and may be put back": {
			"1000017,Tạ Nắng,,,,A,,\n", Options{LostZero: true}, "",
			"Dòng 2, cột “Số thẻ”: “1000017” có 7 chữ số, đã thêm số 0 ở đầu thành 01.000017. Đối chiếu với thẻ.",
		},
		"a zero that was lost before groups": {
			"1.000017,Tạ Nắng,,,,A,,\n1.000.018,Tạ Mưa,,,,A,,\n", Options{LostZero: true}, "",
			"Dòng 2, cột “Số thẻ”: “1.000017” có 7 chữ số, đã thêm số 0 ở đầu thành 01.000017. Đối chiếu với thẻ.\n" +
				"Dòng 3, cột “Số thẻ”: “1.000.018” có 7 chữ số, đã thêm số 0 ở đầu thành 01.000018. Đối chiếu với thẻ.",
		},
		"a zero lost at the end is not put back at the beginning": {
			"31.00012,Tạ Nắng,,,,A,,\n", Options{LostZero: true},
			"Dòng 2, cột “Số thẻ”: “31.00012” thiếu chữ số: có thể bảng tính đã coi số thẻ là số thập phân và bỏ mất số 0 ở cuối. Định dạng cột là Văn bản (Text), xem thẻ và gõ lại đủ 8 chữ số.", "",
		},
		"a zero put back makes a number twice": {
			"1000017,Tạ Nắng,,,,A,,\n01000017,Tạ Mưa,,,,A,,\n", Options{LostZero: true},
			"Dòng 3, cột “Số thẻ”: số thẻ 01.000017 đã có ở dòng 2. Đối chiếu thẻ của hai người và sửa số sai.",
			"Dòng 2, cột “Số thẻ”: “1000017” có 7 chữ số, đã thêm số 0 ở đầu thành 01.000017. Đối chiếu với thẻ.",
		},
		"a record number twice": {
			"31000001,Tạ Nắng,,123456HN,,A,,\n31000002,Tạ Mưa,,123456HN,,A,,\n", Options{}, "",
			"Dòng 3, cột “Số LL”: số lý lịch “123456HN” đã có ở dòng 2. Kiểm tra lại hai người.",
		},
		"one person with two numbers": {
			"31000001,Tạ Nắng,1960,,,A,,\n31000002,Tạ Nắng,1960,,,A,,\n", Options{}, "",
			"Dòng 3, cột “Họ và tên”: “Tạ Nắng, 1960” cùng họ tên và ngày sinh với dòng 2 nhưng khác số thẻ (31.000001, 31.000002). Kiểm tra xem là hai người hay một người có hai số.",
		},
		"an old number that is another's": {
			"31000001,Tạ Nắng,,,31000002,A,,\n31000002,Tạ Mưa,,,31000002,A,,\n", Options{}, "",
			"Dòng 2, cột “Số thẻ cũ”: số thẻ cũ 31.000002 đang là số thẻ ở dòng 3. Kiểm tra lại hai người.",
		},
		"a row of another unit": {
			"31000001,Tạ Nắng,,,,B,,\n31000002,Tạ Mưa,,,,B,A,\n31000003,Tạ Gió,,,,,,\n", Options{Unit: "A"},
			"Dòng 2, cột “Mã đơn vị”: dòng ghi đơn vị “B”, nhưng tệp này là của đơn vị “A”. Bỏ dòng này hoặc sửa mã đơn vị.", "",
		},
		"a unit that is new": {
			"31000001,Tạ Nắng,,,,C,,\n31000002,Tạ Mưa,,,,C,,\n31000003,Tạ Mưa,,,,A,,\n", Options{Known: known}, "",
			"Dòng 2, cột “Mã đơn vị”: đơn vị “C” chưa có trong danh sách đang dùng, sẽ được lập mới. Kiểm tra xem mã có đúng không.",
		},
		"statuses in other words": {
			"31000001,Tạ A,,,,A,,ĐVCT\n31000002,Tạ B,,,,A,,đảng viên chính thức\n,Tạ C,,,,A,,ĐV dự bị\n31000004,Tạ D,,,,A,,Miễn công tác và sinh hoạt Đảng\n" +
				"31000005,Tạ E,,,,A,,chuyển SHĐ\n31000006,Tạ G,,,,A,,đã từ trần\n31000007,Tạ H,,,,A,,xoá tên\n", Options{}, "", "",
		},
		"lost is not dead": {
			"31000001,Tạ A,,,,A,,mất\n", Options{},
			"Dòng 2, cột “Trạng thái”: “mất” không phải là trạng thái. Ghi một trong các từ: " + statusWords() + ".", "",
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := readWith(t, head+tt.rows, tt.o)
			if got := texts(f.Problems); got != tt.problems {
				t.Errorf("problems\n got %s\nwant %s", got, tt.problems)
			}
			if got := texts(f.Warnings); got != tt.warnings {
				t.Errorf("warnings\n got %s\nwant %s", got, tt.warnings)
			}
		})
	}
}

func TestStatusesInOtherWords(t *testing.T) {
	for text, want := range map[string]stampdesk.Status{
		"ĐVCT": stampdesk.Official, "Đảng viên dự bị": stampdesk.Probationary, "miễn SHĐ": stampdesk.Exempt,
		"đang ở nước ngoài": stampdesk.Abroad, "Đã chuyển đi": stampdesk.TransferredOut, "chờ tiếp nhận": stampdesk.PendingIn,
		"qua đời": stampdesk.Deceased, "khai trừ khỏi Đảng": stampdesk.Expelled, "bị xoá tên": stampdesk.StruckOff,
		"xin ra khỏi Đảng": stampdesk.Resigned, "tu tran": stampdesk.Deceased, "": stampdesk.Official,
	} {
		f := readWith(t, "Số thẻ,Họ và tên,Trạng thái\n,Tạ Nắng,"+text+"\n", Options{Unit: "A"})
		if f.ProblemCount > 0 || f.Roster.Members[0].Status != want {
			t.Errorf("%q: %v %v", text, f.Roster.Members, f.Problems)
		}
	}
}

func TestWhatAFileLeavesOutIsOfItsUnitAndCell(t *testing.T) {
	f := readWith(t, "Số thẻ,Họ và tên,Đơn vị,Đơn vị SHĐ tạm thời\n31000001,Tạ Nắng,Đảng bộ A,\n31000002,Tạ Mưa,,B\n31000003,Tạ Gió,,A\n",
		Options{Unit: "A", Cell: "Chi bộ 1"})
	if f.ProblemCount > 0 || len(f.Roster.Members) != 3 {
		t.Fatal(f.Problems)
	}
	for i, want := range []stampdesk.UnitCode{"A", "A", ""} {
		if m := f.Roster.Members[i]; m.Unit != want || m.Cell != "Chi bộ 1" {
			t.Errorf("%+v", m)
		}
	}
	if u := f.Roster.Units[0]; u.Name != "Đảng bộ A" {
		t.Error(u)
	}
}

func TestAMemberWithoutStatusNumberAndOfficialDateIsProbationary(t *testing.T) {
	f := readWith(t, "Số thẻ,Họ và tên,Ngày vào Đảng,Ngày chính thức\n,Tạ Nắng,03/02/2021,\n31000001,Tạ Mưa,03/02/2021,\n,Tạ Gió,,\n", Options{Unit: "A"})
	want := []stampdesk.Status{stampdesk.Probationary, stampdesk.Official, stampdesk.Official}
	for i, m := range f.Roster.Members {
		if m.Status != want[i] {
			t.Errorf("%+v", m)
		}
	}
	if got := texts(f.Warnings); !strings.HasPrefix(got, "Dòng 2, cột “Ngày chính thức”: tệp không có cột “Trạng thái”; người này chưa có") || f.WarningCount != 1 {
		t.Error(got)
	}
}

func TestListsAreCheckedBesideTheirLines(t *testing.T) {
	const text = "DANH SÁCH ĐẢNG VIÊN ĐỀ NGHỊ ĐỔI LẠI THẺ BỊ HỎNG,,,,,,,,\n,,,,,,,Mẫu 3-KTTĐV,\n" +
		"TT,Họ và tên,Ngày sinh,,Quê quán,Ngày vào Đảng,Ngày chính thức,Số thẻ,Lý do hỏng\n,,Nam,Nữ,,,,,\n" +
		"1,Tạ Nắng,1960,,Làng Mây,03/02/90,03/02/1991,31000001,bong lớp nhựa\n" +
		"2,Tạ Mưa,,30/02/1970,Làng Mây,03/02/1990,03/02/1989,31000002,\n" +
		",Cộng: 2,,,,,,,\n,,,,,,,T/M CHI BỘ,\n"
	read := func(form stampdesk.Form, o Options) *ListFile {
		f, err := ReadList(context.Background(), strings.NewReader(text), form, o)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	f := read(stampdesk.FormDamaged, Options{Cell: "Chi bộ 1"})
	if f.ProblemCount > 0 || len(f.Lines) != 2 || f.Profile != "3-KTTĐV" || f.Lines[0].Cell != "Chi bộ 1" || f.Line(1) != 6 {
		t.Errorf("%v %+v %s", f.Problems, f.Lines, f.Profile)
	}
	want := "Dòng 5, cột “Ngày vào Đảng”: “03/02/90” viết năm có hai chữ số nên không rõ là thế kỷ nào. Viết đủ bốn chữ số, ví dụ 19/05/1961.\n" +
		"Dòng 6, cột “Ngày sinh / Nam + Ngày sinh / Nữ”: “30/02/1970” không phải là ngày. Viết ngày/tháng/năm, ví dụ 19/05/2003, hoặc chỉ ghi năm.\n" +
		"Dòng 6, cột “Ngày chính thức”: 03/02/1989 sớm hơn ngày vào Đảng (03/02/1990). Kiểm tra lại hai ngày.\n" +
		"Đã bỏ qua 1 dòng cộng (dòng 7).\nĐã bỏ qua 1 dòng dưới bảng, phần ký và nơi nhận (dòng 8)."
	if got := texts(f.Warnings); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	f = read(stampdesk.FormLost, Options{})
	if got := texts(f.Problems); got != "Tiêu đề của tệp ghi mẫu 3-KTTĐV, nhưng đang nhập mẫu 4-KTTĐV. Chọn đúng tệp, hoặc chọn đúng mẫu rồi nhập lại." || len(f.Lines) > 0 {
		t.Error(got)
	}
	if r := readWith(t, text, Options{Unit: "A"}); r.ProblemCount != 1 || r.Problems[0].Fault != FaultOtherForm {
		t.Error(r.Problems)
	}
}

func TestTheReasonAskedForTellsTheList(t *testing.T) {
	text := "Họ và tên,Số thẻ,Lý do mất\nTạ Nắng,31000001,\n"
	f := readList(t, text, stampdesk.FormDamaged)
	if got := texts(f.Warnings); f.ProblemCount > 0 || got != "Cột “Lý do mất” không phải của mẫu 3-KTTĐV đang nhập. Kiểm tra xem có chọn nhầm tệp hoặc nhầm mẫu không." {
		t.Error(got, f.Problems)
	}
	if f = readList(t, text, stampdesk.FormLost); f.WarningCount > 0 || f.Profile != "4-KTTĐV" {
		t.Error(f.Warnings, f.Profile)
	}
}

func TestTheWordsOfTheTitleTellTheList(t *testing.T) {
	for title, want := range map[string]stampdesk.Form{
		"DANH SÁCH ĐẢNG VIÊN ĐỀ NGHỊ ĐÓNG DẤU KIỂM TRA KỸ THUẬT":    stampdesk.FormStamp,
		"Danh sách đảng viên đề nghị đổi lại thẻ đảng viên bị hỏng": stampdesk.FormDamaged,
		"Danh sách đề nghị cấp lại thẻ đảng viên bị mất":            stampdesk.FormLost,
		"Danh sách đảng viên chính thức chưa được đổi và phát thẻ":  stampdesk.FormCardless,
		"Danh sách đề nghị đổi lại, cấp lại thẻ":                    0,
		"Danh sách đề nghị đổi lại thẻ bị hỏng, cấp lại thẻ bị mất": 0,
		"Chi bộ thôn Bị Mất": 0,
		"Danh sách đảng viên đề nghị đóng dấu (không kể thẻ đã bị mất)": 0,
	} {
		for _, form := range []stampdesk.Form{stampdesk.FormStamp, stampdesk.FormDamaged, stampdesk.FormLost, stampdesk.FormCardless} {
			f := readList(t, "\""+title+"\",,\nHọ và tên,Số thẻ,Ghi chú\nTạ Nắng,31000001,\n", form)
			told := slices.ContainsFunc(f.Warnings, func(p Problem) bool { return p.Fault == FaultOtherTitle })
			if f.ProblemCount > 0 || told != (want != 0 && want != form) {
				t.Errorf("%q as %d: %v %v", title, form, texts(f.Problems), texts(f.Warnings))
			}
		}
	}
}

func TestUnitsOfALine(t *testing.T) {
	text := "Họ và tên,Số thẻ,Mã đơn vị\nTạ Nắng,31000001,A\nTạ Mưa,31000002,B\nTạ Gió,31000003,X\nTạ Mây,31000004,\n"
	f, err := ReadList(context.Background(), strings.NewReader(text), stampdesk.FormStamp, Options{
		Unit: "A", Known: func(u stampdesk.UnitCode) bool { return u != "X" },
	})
	want := "Dòng 3, cột “Mã đơn vị”: dòng ghi đơn vị “B”, nhưng tệp này là của đơn vị “A”. Bỏ dòng này hoặc sửa mã đơn vị.\n" +
		"Dòng 4, cột “Mã đơn vị”: danh sách đang dùng không có đơn vị “X”. Kiểm tra lại mã đơn vị."
	if got := texts(f.Problems); err != nil || got != want || len(f.Lines) != 2 {
		t.Error(err, got)
	}
}
