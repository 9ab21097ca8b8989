package charset

import (
	"os/exec"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// ways are the ways in which each encoding was written.
var ways = []struct {
	name     string
	encoding Encoding
	encode   encode
	lossy    bool // toned capitals become small letters
}{
	{"TCVN3 for a capital font", TCVN3, tcvn3Small, true},
	{"TCVN3 with doubled capitals", TCVN3, tcvn3Doubled, false},
	{"TCVN3 with marks after capitals", TCVN3, tcvn3Marked, false},
	{"VNI", VNI, vni, false},
	{"Windows-1258", CP1258, cp1258, false},
	{"Windows-1258 with the letters that it has", CP1258, cp1258Short, false},
}

func TestEveryLetterSurvivesEveryEncoding(t *testing.T) {
	all := everyLetter()
	if len(all) != 134 {
		t.Fatalf("%d letters", len(all))
	}
	for _, w := range ways {
		t.Run(w.name, func(t *testing.T) {
			for _, r := range all {
				b, ok := w.encode(string(r))
				if !ok {
					t.Fatalf("%c cannot be written", r)
				}
				want := string(r)
				if small := string(unicode.ToLower(r)); w.lossy && tcvn3Bytes[r] == "" {
					want = small
				}
				got, _, err := Decode([]byte("x,"+string(b)+"\n"), w.encoding)
				if err != nil || string(got) != "x,"+want+"\n" {
					t.Errorf("%c as % X in a file: %q %+v", r, b, got, err)
				}
				if w.encoding == CP1258 {
					continue
				}
				if got := readCell(latin(string(b)), w.encoding); got != want {
					t.Errorf("%c as %q in a cell: %q", r, latin(string(b)), got)
				}
			}
		})
	}
}

func TestMarksThatHaveNoLetter(t *testing.T) {
	for name, tt := range map[string]struct {
		e          Encoding
		cell, want string
	}{
		"TCVN3, a degree":               {TCVN3, "30°C, N°", "30°C, N°"},
		"TCVN3, a capital with two":     {TCVN3, "Aµµ", "Àà"},
		"TCVN3, a letter of Unicode":    {TCVN3, "V¨n \u212B", "Văn Å"},
		"TCVN3, a byte that has none":   {TCVN3, "Àx", "Àx"},
		"VNI, a mark after a consonant": {VNI, "Ngø", "Ngø"},
		"VNI, a letter with two":        {VNI, "aùù", "áù"},
		"VNI, a hat on u":               {VNI, "uâ", "uâ"},
	} {
		if got := readCell(tt.cell, tt.e); got != tt.want {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestEveryLetterIsComposedAndLeftAlone(t *testing.T) {
	text := string(everyLetter()) + " hoà hòa"
	for name, data := range map[string]string{
		"composed": text, "apart": norm.NFD.String(text), "with a mark": bom + text,
	} {
		got, e, err := Decode([]byte(data), Auto)
		if string(got) != text || e != nil || err != nil {
			t.Errorf("%s: %q %v %v", name, got, e, err)
		}
	}
}

// The tables are held against those of the C library, where it is at hand.
func TestTablesAgreeWithIconv(t *testing.T) {
	if _, err := exec.LookPath("iconv"); err != nil {
		t.Skip("there is no iconv")
	}
	iconv := func(set string, b []byte) string {
		cmd := exec.Command("iconv", "-f", set, "-t", "UTF-8")
		cmd.Stdin = strings.NewReader(string(b))
		out, err := cmd.Output()
		if err != nil {
			return ""
		}
		return norm.NFC.String(string(out))
	}
	if iconv("CP1258", []byte("\xD0")) != "Đ" || iconv("TCVN5712-1:1993", []byte("\xA7")) != "Đ" {
		t.Skip("this iconv does not know the sets")
	}
	for c := 0xA1; c < 0x100; c++ {
		// VN3 is VN1 without its toned capitals; the marks stand alone in both.
		if r := tcvn3[c]; r != 0 && iconv("TCVN5712-1:1993", []byte{byte(c)}) != string(r) {
			t.Errorf("TCVN3 %X is %c here", c, r)
		}
		if m := tcvn3Marks[c]; m != level {
			if r, _ := toned('a', m); iconv("TCVN5712-1:1993", []byte{'a', byte(c)}) != string(r) {
				t.Errorf("TCVN3 a and %X is %c here", c, r)
			}
		}
		if got, want := string(fromCP1258(nil, []byte{'o', byte(c)})), iconv("CP1258", []byte{'o', byte(c)}); got != want {
			t.Errorf("Windows-1258 %X: %q here, %q there", c, got, want)
		}
	}
	for _, r := range everyLetter() {
		for _, w := range ways[4:] {
			b, _ := w.encode(string(r))
			if got := iconv("CP1258", b); got != string(r) {
				t.Errorf("%c as % X: iconv reads %q", r, b, got)
			}
		}
	}
}
