package stampdesk

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// vietnameseLetters are the letters of Vietnamese that are not in ASCII, after
// the letter that they fold to.
var vietnameseLetters = map[rune]string{
	'a': "àảãáạăằẳẵắặâầẩẫấậ", 'd': "đ", 'e': "èẻẽéẹêềểễếệ", 'i': "ìỉĩíị",
	'o': "òỏõóọôồổỗốộơờởỡớợ", 'u': "ùủũúụưừửữứự", 'y': "ỳỷỹýỵ",
}

func TestEveryVietnameseLetterFoldsHoweverItIsWritten(t *testing.T) {
	n := 0
	for want, row := range vietnameseLetters {
		for _, small := range row {
			for _, r := range []rune{small, unicode.ToUpper(small)} {
				n++
				half := string(r) // tones as marks, the rest composed
				if nfd := []rune(norm.NFD.String(string(r))); len(nfd) == 3 {
					half = norm.NFC.String(string(nfd[0])+string(otherMark(nfd))) + string(toneMark(nfd))
				}
				for _, in := range []string{string(r), norm.NFD.String(string(r)), half} {
					if got := Fold(in); got != string(want) {
						t.Errorf("Fold(%q) = %q, want %q", in, got, string(want))
					}
					if got := spell(in); got != spell(string(small)) {
						t.Errorf("%+q is spelled %+v, %c is %+v", in, got, small, spell(string(small)))
					}
				}
			}
		}
	}
	if n != 134 {
		t.Errorf("%d letters, Vietnamese has 134", n)
	}
}

func toneMark(nfd []rune) rune {
	if strings.ContainsRune(toneMarks, nfd[1]) {
		return nfd[1]
	}
	return nfd[2]
}

func otherMark(nfd []rune) rune {
	if strings.ContainsRune(toneMarks, nfd[1]) {
		return nfd[2]
	}
	return nfd[1]
}

func TestEveryVietnameseLetterIsSpelledInItsOwnWay(t *testing.T) {
	seen := map[spelling]rune{}
	for _, row := range vietnameseLetters {
		for _, r := range row {
			s := spell(string(r))
			if other, twice := seen[s]; twice || !s.marked() {
				t.Errorf("%c is spelled as %c is: %+v", r, other, s)
			}
			seen[s] = r
		}
	}
}

// TestLatinLettersFoldAsTheirDecompositionDoes compares the table with
// Unicode's own. Indexes of stored rosters hold what the second gives.
func TestLatinLettersFoldAsTheirDecompositionDoes(t *testing.T) {
	n := 0
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !unicode.Is(unicode.Latin, r) {
			continue
		}
		n++
		want := []rune(norm.NFD.String(string(r)))[0]
		if want = unicode.ToLower(want); want == 'đ' {
			want = 'd'
		}
		if got := Fold(string(r)); got != string(want) {
			t.Errorf("Fold(%c) = %s, want %c", r, got, want)
		}
	}
	if n < 1000 {
		t.Errorf("only %d letters", n)
	}
}

func TestFoldingLeavesOneBlankBetweenWords(t *testing.T) {
	for in, want := range map[string]string{
		"Đặng  THỊ Phượng ": "dang thi phuong", "nguyễn văn ưng": "nguyen van ung", "": "", " \t": "", "Y Niê": "y nie",
		"Nguye\u0302\u0303n": "nguyen", "\u00a0Lê\u2003Ánh\n": "le anh", "H'Hen": "h'hen", "Сергей": "сергей", "\xff": "\ufffd",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzFold(f *testing.F) {
	f.Add("Đặng  THỊ Phượng ")
	f.Add("Nguye\u0302\u0303n")
	f.Fuzz(func(t *testing.T, text string) {
		folded := Fold(text)
		if again := Fold(folded); again != folded {
			t.Errorf("%q folds to %q, and that to %q", text, folded, again)
		}
		if strings.Join(strings.Fields(folded), " ") != folded {
			t.Errorf("%q has blanks to spare", folded)
		}
		for word := range strings.FieldsFuncSeq(text, betweenWords) {
			if s := spell(word); s.folded != Fold(word) || len([]rune(s.folded)) != len([]rune(s.toneless)) {
				t.Errorf("%q is spelled %+v, folded %q", word, s, Fold(word))
			}
		}
	})
}
