package printer

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"stampdesk"
)

// bigVerdicts is what a desk of 80 columns shows large, on the 52 columns it has for that.
func bigVerdicts() []string {
	var all []string
	for _, l := range []stampdesk.Lang{stampdesk.Vietnamese, stampdesk.English} {
		for k := stampdesk.Unreadable; k <= stampdesk.Repeat; k++ {
			all = append(all, stampdesk.WordsIn(l).Verdicts[k])
		}
	}
	return append(all, "ÉP LẠI", "ĐÃ GHI", "RECORDED", "RE-LAMINATE", "CHƯA GHI", "KHÔNG ĐƯỢC ĐÓNG DẤU")
}

const (
	bigCols = 52
	bigRows = 9
)

func TestBigGolden(t *testing.T) {
	var out strings.Builder
	show := func(text string, cols int) {
		lines := Big(text, cols, bigRows)
		if lines == nil {
			t.Fatalf("%s cannot be drawn on %d columns", text, cols)
		}
		fmt.Fprintf(&out, "%s, %d: %d × %d\n\n%s\n\n", text, cols, utf8.RuneCountInString(lines[0]), len(lines), strings.Join(lines, "\n"))
	}
	for _, text := range bigVerdicts() {
		show(text, bigCols)
	}
	show("ĐÓNG DẤU", 110)
	for i, size := range bigSizes[1:] {
		fmt.Fprintf(&out, "size %d\n\n", i+1)
		for _, text := range []string{
			"AĂÂEÊIOÔƠUƯYĐ", "ẤẦẨẪẬÁÀẢÃẠ", "ẮẰẲẴẶỚỜỞỠỢ", "ỨỪỬỮỰỊÍÌĨỈ", "BCDGHKLMNPQRS", "TVXFJWZ-!", "0123456789",
		} {
			out.WriteString(strings.Join(size.line([]string{text}).halfBlocks(), "\n") + "\n\n")
		}
	}
	golden(t, "big.txt", []byte(out.String()))
}

func TestBigFits(t *testing.T) {
	alone(t)
	t.Parallel()
	for cols := 0; cols < 120; cols += 4 {
		for _, text := range bigVerdicts() {
			lines := Big(text, cols, bigRows)
			if len(lines) > bigRows {
				t.Fatalf("%s on %d columns takes %d rows", text, cols, len(lines))
			}
			for _, line := range lines {
				if n := utf8.RuneCountInString(line); n > cols || n != utf8.RuneCountInString(lines[0]) {
					t.Fatalf("%s on %d columns is %d wide", text, cols, n)
				}
				if strings.Trim(line, "█▀▄ ") != "" {
					t.Fatalf("%s is drawn with %q", text, line)
				}
			}
		}
	}
	for _, text := range []string{"", " ", "漢", "ĐÓNG DẤU ĐÓNG DẤU ĐÓNG DẤU ĐÓNG DẤU", "A\u0308"} {
		if lines := Big(text, 80, bigRows); lines != nil {
			t.Errorf("%q is drawn:\n%s", text, strings.Join(lines, "\n"))
		}
	}
}

// Every Vietnamese vowel differs from every other in every size.
func TestBigVowelsDiffer(t *testing.T) {
	const vowels = "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬEÈẺẼÉẸÊỀỂỄẾỆIÌỈĨÍỊOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢUÙỦŨÚỤƯỪỬỮỨỰYỲỶỸÝỴ"
	for i, size := range bigSizes {
		seen := map[string]rune{}
		for _, r := range vowels {
			g := size.letter(string(r))
			if g == nil {
				t.Fatalf("%c cannot be drawn", r)
			}
			picture := strings.Join(g.halfBlocks(), "\n")
			if other, ok := seen[picture]; ok {
				t.Errorf("size %d: %c and %c are alike", i, r, other)
			}
			seen[picture] = r
		}
	}
}

func FuzzBig(f *testing.F) {
	f.Add("KHÔNG ĐÓNG DẤU", 52)
	f.Add("\u0301\u0323Ợ\x1b", 7)
	f.Fuzz(func(t *testing.T, text string, cols int) {
		if len(text) > 60 {
			return
		}
		for _, line := range Big(text, cols, bigRows) {
			if utf8.RuneCountInString(line) > cols || strings.Trim(line, "█▀▄ ") != "" {
				t.Fatalf("%q on %d columns: %q", text, cols, line)
			}
		}
	})
}
