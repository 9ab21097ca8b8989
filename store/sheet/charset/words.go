package charset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nextWord cuts the first word off a text. What an old font makes a letter of
// is part of a word, however odd it looks.
func nextWord(s string) (word, rest string) {
	from := -1
	for i, r := range s {
		if inWord(r) {
			if from < 0 {
				from = i
			}
		} else if from >= 0 {
			return s[from:i], s[i:]
		}
	}
	if from < 0 {
		return "", ""
	}
	return s[from:], ""
}

func inWord(r rune) bool {
	switch {
	case r < 0x80:
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	case r < 0x100:
		return r > 0xA0
	}
	return r == utf8.RuneError || unicode.In(r, unicode.L, unicode.M)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// rate says how good a word is as Vietnamese: 0 it is none, 1 it can be a
// syllable, 2 it is one that every roster has. Words of one letter prove
// nothing.
func rate(word string) int {
	var buf [4 * longest]byte
	small := buf[:0]
	n := 0
	for _, r := range word {
		if n++; n > longest {
			return 0
		}
		if letterOf(r).upper {
			r = unicode.ToLower(r)
		}
		small = utf8.AppendRune(small, r)
	}
	switch {
	case n < 2, !isSyllable(word) && !foreign[string(small)]:
		return 0
	case familiar[string(small)]:
		return 2
	}
	return 1
}

// weight is how much it proves that a word became a syllable only by being
// read anew. A long word is none by accident, nor one with a sign inside; a
// sign at its end may be a footnote.
func weight(stood, read string) int {
	n := utf8.RuneCountInString(stood)
	_, last := utf8.DecodeLastRuneInString(stood)
	sign := strings.ContainsFunc(stood[:len(stood)-last], func(r rune) bool {
		return 0x80 < r && r < 0xC0 || r == '×' || r == '÷'
	})
	w := min(n-1, 2)
	if sign || n >= 5 {
		w++
	}
	return w + rate(read) - 1
}

func set(words ...string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(strings.Join(words, " ")) {
		m[w] = true
	}
	return m
}

// familiar has words of names and forms. They tell two readings apart that are
// both syllables, as Vũ from Vò.
var familiar = set(`bộ bí thư cấp chính thức chú chức danh dự bị đảng đồng chí đơn vị giới tính họ lịch là miễn năm
	nam ngày nơi nữ phòng phường quán quê quận sách số sinh thành thẻ thị tên tháng thôn tỉnh tổ trần trạng trú và
	văn viên xã huyện lý do ghi ấp đức hữu hồng hoàng hoà hòa anh ngọc tuấn dũng hùng phúc lộc thọ tú
	công đình trọng bá hoài thuý thúy xuân phương hải hằng mạnh cường thắng lợi tiến thuỷ thủy huệ hiếu sơn tùng thảo
	hạnh hương khánh lâm quỳnh yến nguyệt tuyết đạt quý vinh thuận hậu nghĩa đông bắc tây sáu bảy út`, familyNames)

// families are the names that most people have.
var families = set(familyNames)

const familyNames = `nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đinh đoàn lâm trịnh mai cao
	tô hà tạ chu châu lương lưu phùng vương quách tống kiều triệu mạc trương nghiêm khuất tăng giang lò hứa đàm`

// foreign has words that are spelled otherwise and are Vietnamese all the
// same: of places.
var foreign = set("kạn đắk lắk")
