package sheet

import (
	"strings"
	"testing"
)

func TestTheSeparatorIsToldByTheRowsNotByTheTitle(t *testing.T) {
	for name, tt := range map[string]struct {
		text string
		want rune
	}{
		"a title without any":                       {"DANH SÁCH\n\na;b;c\n1;2;3\n", ';'},
		"a title with commas":                       {"Đảng bộ A, huyện B, tỉnh C, năm 2021\na;b;c\n1;2;3\n4;5;6\n", ';'},
		"addresses with commas":                     {"Tên;Quê quán;Số thẻ\n" + strings.Repeat("Tạ Nắng;Xóm Gió, Làng Mây, Huyện B;31000001\n", 50), ';'},
		"commas with semicolons in quotes":          {"a,b\n\"1;2;3;4\",2\n", ','},
		"tabs":                                      {"a\tb,c\n1\t2\n", '\t'},
		"one column":                                {"a\nb\n", ','},
		"a quotation mark that is never closed":     {"a;b\n\"1;2\n3;4\n", ';'},
		"only what stands at the beginning decides": {"a,b\n" + strings.Repeat("1,2\n", 50) + strings.Repeat(";;;\n", 500), ','},
	} {
		t.Run(name, func(t *testing.T) {
			if got := separator([]byte(tt.text)); got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
		})
	}
}
