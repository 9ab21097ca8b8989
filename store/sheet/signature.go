package sheet

import (
	"slices"
	"strings"
)

// signatures begin what stands below a table.
var signatures = [...]string{
	"t/m", "tm.", "tm ", "k/t", "kt.", "nơi nhận", "bí thư", "phó bí thư", "người lập", "lập biểu", "người kiểm tra",
	"ban chấp hành", "ban thường vụ", "ban tổ chức", "thủ trưởng", "chi ủy", "đảng ủy", "xác nhận", "(ký", "ký, ", "ký tên",
	"(ghi rõ", "- lưu", "lưu:", "ngày ", "..., ngày", "…, ngày", "ghi chú:",
}

func isSignature(cells []string, name int) bool {
	if s, _ := clean(cellAt(cells, name)); s != "" && !beginsSignature(s) {
		return false
	}
	return slices.ContainsFunc(cells, func(s string) bool {
		s, _ = clean(s)
		return beginsSignature(s)
	})
}

func beginsSignature(s string) bool {
	if begins(s, signatures[:]...) {
		return true
	}
	s = strings.ToLower(s)
	for _, words := range [...][3]string{{"ngày", "tháng", "năm"}, {"ngay", "thang", "nam"}} {
		day, rest, ok := strings.Cut(s, words[0])
		_, year, month := strings.Cut(rest, words[1])
		if ok && month && strings.Contains(year, words[2]) && len(day) < 80 {
			return true
		}
	}
	return false
}

// begins reports one of the beginnings, in capitals or not; a text without
// any diacritic may begin with one that has them.
func begins(text string, beginnings ...string) bool {
	text = strings.ToLower(text)
	for _, b := range beginnings {
		if strings.HasPrefix(text, b) {
			return true
		}
		if isASCII(text) && strings.HasPrefix(text, withoutMarks(b)) {
			return true
		}
	}
	return false
}
