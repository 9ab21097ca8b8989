package device

import "testing"

func TestEverySuffixReadsBackFromItsOwnWord(t *testing.T) {
	for s := SuffixAuto; s <= SuffixNone; s++ {
		got, err := ParseSuffix(s.String())
		if err != nil || got != s {
			t.Errorf("ParseSuffix(%q) = %v, %v", s.String(), got, err)
		}
	}
}

func TestParseSuffix(t *testing.T) {
	for word, want := range map[string]Suffix{"": SuffixAuto, "CRLF": SuffixCRLF, "None": SuffixNone} {
		if got, err := ParseSuffix(word); err != nil || got != want {
			t.Errorf("ParseSuffix(%q) = %v, %v; want %v", word, got, err, want)
		}
	}
	for _, word := range []string{"tab", "cr lf", "\r"} {
		if got, err := ParseSuffix(word); err == nil {
			t.Errorf("ParseSuffix(%q) = %v, want an error", word, got)
		}
	}
}
