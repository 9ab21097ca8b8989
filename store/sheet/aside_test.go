package sheet

import (
	"bytes"
	"strings"
	"testing"

	"stampdesk"
)

func TestRowsThatAreNoMembers(t *testing.T) {
	const head = "TT,Họ và tên,Ngày sinh,Số thẻ,Chức vụ\n"
	const one, two = "1,Tạ Nắng,1960,31000001,\n", "2,Tạ Mưa,1961,31000002,Bí thư\n"
	tests := map[string]struct {
		rows    string
		members string // name and cell of each
		want    string // warnings
	}{
		"totals": {
			one + two + ",Tổng cộng: 2,,,\n", "Tạ Nắng|Tạ Mưa",
			"Đã bỏ qua 1 dòng cộng (dòng 4).",
		},
		"a total beside its number": {
			one + two + ",Cộng,,2,\n", "Tạ Nắng|Tạ Mưa", "Đã bỏ qua 1 dòng cộng (dòng 4).",
		},
		"a total that is another": {
			one + two + "Tổng số: 12 đảng viên,,,,\n", "Tạ Nắng|Tạ Mưa",
			"Đã bỏ qua 1 dòng cộng (dòng 4).\nDòng 4: dòng này ghi tổng cộng 12, nhưng đọc được 2 dòng. Kiểm tra xem có thiếu hoặc thừa dòng nào không.",
		},
		"a total without diacritics": {one + "Tong cong 1,,,,\n", "Tạ Nắng", "Đã bỏ qua 1 dòng cộng (dòng 3)."},
		"a person whose name is like a total": {
			",Tống Công Minh,,,\n,Tổng Văn Số,,,\n,Cộng Hòa,,,\n", "Tống Công Minh|Tổng Văn Số|Cộng Hòa", "",
		},
		"groups of cells": {
			"Chi bộ 1,,,,\n" + one + ",II. Chi bộ thôn Đông (1 đảng viên),,,\n" + two, "Tạ Nắng, Chi bộ 1|Tạ Mưa, Chi bộ thôn Đông",
			"Đã bỏ qua 2 dòng tên chi bộ, tên nhóm (dòng 2, 4).",
		},
		"a group with its number": {"I,Chi bộ 1,,,1\n" + one, "Tạ Nắng, Chi bộ 1", "Đã bỏ qua 1 dòng tên chi bộ, tên nhóm (dòng 2)."},
		"totals of groups": {
			"Chi bộ 1,,,,\n" + one + ",Cộng: 1,,,\nChi bộ 2,,,,\n" + two + ",Cộng: 3,,,\n,Tổng cộng: 2,,,\n",
			"Tạ Nắng, Chi bộ 1|Tạ Mưa, Chi bộ 2",
			"Đã bỏ qua 2 dòng tên chi bộ, tên nhóm (dòng 2, 5).\nĐã bỏ qua 3 dòng cộng (dòng 4, 7, 8).\n" +
				"Dòng 7: dòng này ghi tổng cộng 3, nhưng đọc được 2 dòng. Kiểm tra xem có thiếu hoặc thừa dòng nào không.",
		},
		"a group that is no cell": {
			one + "II. ĐẢNG VIÊN DỰ BỊ,,,,\n" + two, "Tạ Nắng|Tạ Mưa",
			"Đã bỏ qua 1 dòng tên chi bộ, tên nhóm (dòng 3).\nTên nhóm không phải là chi bộ, không được dùng: II. ĐẢNG VIÊN DỰ BỊ. Nếu tên nhóm nói về trạng thái, thêm cột “Trạng thái”.",
		},
		"a name of one letter and another is a person": {",A Lăng,,,\n,Y Ban,,,\n", "A Lăng|Y Ban", ""},
		"a total with its number in words": {
			one + ",Tổng cộng: 1 đ/c (một đồng chí),,,\n", "Tạ Nắng", "Đã bỏ qua 1 dòng cộng (dòng 3).",
		},
		"a signature": {
			one + ",,\"Bến Trăng, ngày 5 tháng 4 năm 2021\",,\n,NGƯỜI LẬP,,T/M CHI BỘ,\n,,,BÍ THƯ,\n,,,(Ký, ghi rõ họ tên)\n,Lê Hạ,,Trần Thu,\n",
			"Tạ Nắng", "Đã bỏ qua 5 dòng dưới bảng, phần ký và nơi nhận (dòng 3, 4, 5, 6, 7).",
		},
		"members below a signature": {
			one + ",,,T/M CHI BỘ,\n" + two + ",Tạ Gió,1970,,\n,Tạ Sao,,,\n", "Tạ Nắng|Tạ Mưa|Tạ Gió",
			"Đã bỏ qua 2 dòng dưới bảng, phần ký và nơi nhận (dòng 3, 6).",
		},
		"an office that a member holds": {one + ",Tạ Mưa,,,Bí thư\n", "Tạ Nắng|Tạ Mưa", ""},
		"the headings again on each page": {
			one + head + two, "Tạ Nắng|Tạ Mưa", "Đã bỏ qua 1 dòng lặp lại tiêu đề (dòng 3).",
		},
		"rows that were numbered and never filled": {one + "2,,,,\n3,,,,\n", "Tạ Nắng", "Đã bỏ qua 2 dòng chỉ có số thứ tự (dòng 3, 4)."},
		"a row without a name is a member's":       {one + "2,,1961,,\n", "Tạ Nắng", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f := readWith(t, head+tt.rows, Options{Unit: "A01"})
			var got []string
			for _, m := range f.Roster.Members {
				s := m.Name
				if m.Cell != "" {
					s += ", " + m.Cell
				}
				got = append(got, s)
			}
			if s := strings.Join(got, "|"); s != tt.members {
				t.Errorf("members %s, %v", s, f.Problems)
			}
			var warnings []Problem
			for _, w := range f.Warnings {
				if w.Fault != FaultUnknownColumns {
					warnings = append(warnings, w)
				}
			}
			if s := texts(warnings); s != tt.want {
				t.Errorf("\n got %s\nwant %s", s, tt.want)
			}
			checkErrorsFile(t, f)
		})
	}
}

// Whatever was passed over stands in the errors file, which reads as the file
// does.
func checkErrorsFile(t *testing.T, f *RosterFile) {
	t.Helper()
	var b bytes.Buffer
	if err := f.WriteErrors(&b, stampdesk.Vietnamese); err != nil {
		t.Fatal(err)
	}
	again := readWith(t, b.String(), Options{Unit: "A01"})
	if again.Rows != f.Rows || again.ProblemCount != f.ProblemCount || len(again.Roster.Members) != len(f.Roster.Members) {
		t.Errorf("read again: %d rows, %v\n%s", again.Rows, again.Problems, b.String())
	}
}

func TestRowsOfOneCell(t *testing.T) {
	// csv that was not padded, and a workbook whose cells are merged over the row
	f := readWith(t, "Số thẻ,Họ và tên,Ngày sinh\nChi bộ 1\n31000001,Tạ Nắng,1960\nTổng cộng: 1\n\nT/M CHI BỘ\nTrần Thu\n", Options{Unit: "A01"})
	if f.ProblemCount > 0 || f.Rows != 1 || f.Roster.Members[0].Cell != "Chi bộ 1" {
		t.Error(f.Problems, f.Roster.Members)
	}
	f = readGrids(t, Options{Unit: "A01"}, workbook(
		[]string{"Số thẻ", "Họ và tên", "Ngày sinh"}, []string{"Chi bộ 1", "Chi bộ 1", "Chi bộ 1"},
		[]string{"31000001", "Tạ Nắng", "22420"}, []string{"", "Tổng cộng", "Tổng cộng", "1"},
	))
	if f.ProblemCount > 0 || f.Rows != 1 || f.Roster.Members[0].Cell != "Chi bộ 1" {
		t.Error(f.Problems, f.Roster.Members)
	}
}
