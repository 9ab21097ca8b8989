package charset

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"
)

func utf16Of(text string, order binary.AppendByteOrder) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(text)) {
		b = order.AppendUint16(b, u)
	}
	return b
}

func TestFilesAreToldByTheirWords(t *testing.T) {
	for _, w := range ways[1:] {
		t.Run(w.name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(1, 2))
			for _, n := range []int{1, 2, 3, 10, 100, 5000} {
				for range max(1, 200/n) {
					text := csvOf(inventedTable(r, n))
					data, _ := w.encode(text)
					got, e, err := Decode(data, Auto)
					if err != nil || e.Encoding != w.encoding || string(got) != text {
						t.Fatalf("%d rows: %v %+v\n got %.300q\nwant %.300q", n, e, err, got, text)
					}
					if e.Sample == "" || e.Read == "" || !strings.Contains(text, strings.TrimSuffix(e.Read, "…")) {
						t.Errorf("evidence %+v", e)
					}
				}
			}
		})
	}
}

func TestAFileOfOneNameIsToldWhereItCanBe(t *testing.T) {
	told := map[Encoding][2]int{}
	r := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		name := invented(r)
		for _, w := range ways[1:] {
			data, _ := w.encode(name + "\n")
			if isASCII(string(data)) {
				continue
			}
			got, e, err := Decode(data, Auto)
			n := told[w.encoding]
			n[0]++
			if err == nil {
				n[1]++
				// Where the two encodings read the same, either will do.
				if string(got) != name+"\n" {
					t.Errorf("%s as %s: %q by %+v", name, w.name, got, e)
				}
			}
			told[w.encoding] = n
		}
	}
	for e, n := range told {
		t.Logf("%s: %d of %d told", e, n[1], n[0])
		if n[1]*100 < n[0]*90 {
			t.Errorf("%s: only %d of %d told", e, n[1], n[0])
		}
	}
}

func TestUTF16(t *testing.T) {
	text := "Số thẻ\tHọ và tên\n31.000001\tNguyễn Văn Hải \U0001F600\n"
	for name, data := range map[string][]byte{
		"little end first, marked":   append([]byte("\xFF\xFE"), utf16Of(text, binary.LittleEndian)...),
		"big end first, marked":      append([]byte("\xFE\xFF"), utf16Of(text, binary.BigEndian)...),
		"little end first, unmarked": utf16Of(text, binary.LittleEndian),
		"big end first, unmarked":    utf16Of(text, binary.BigEndian),
	} {
		for _, want := range []Encoding{"", Auto, UTF16, TCVN3} {
			got, e, err := Decode(data, want)
			if err != nil || string(got) != text || e.Encoding != UTF16 || e.Read != "Số thẻ" {
				t.Errorf("%s, %s wanted: %q %+v %+v", name, want, got, e, err)
			}
		}
	}
	half, _, err := Decode([]byte("\xFF\xFEA\x00\x3D\xD8B"), Auto)
	if err != nil || string(half) != "A\uFFFD\uFFFD" {
		t.Errorf("half characters: %q %v", half, err)
	}
}

func TestWhatIsNoProof(t *testing.T) {
	for name, tt := range map[string]struct {
		data string
		want Encoding
		err  Error
	}{
		"French names in Latin-1":           {"Name\nRen\xE9,H\xE9l\xE8ne,Fran\xE7ois\n", Auto, Error{Auto, 2, 0xE9, false}},
		"one word of two meanings":          {"x\n\nTh\xE9\n", Auto, Error{Auto, 3, 0xE9, false}},
		"two words, a little better in one": {"x\nL\xEA Th\xE9\n", Auto, Error{Auto, 2, 0xEA, false}},
		"words of which most are none":      {"Nguy\xD4n\n\xC6\xC6\xC6 \xD2\xD2\xD2 z\xD2z \xB5\xB6w\n", Auto, Error{Auto, 1, 0xD4, false}},
		"UTF-8 with one broken letter":      {"Nguyễn Văn Hải\nTrần Thị \xC6\n", Auto, Error{Auto, 2, 0xC6, false}},
		"UTF-8 with its mark, broken":       {bom + "Nguy\xD4n V\xA8n H\xB6i", Auto, Error{Auto, 1, 0xD4, false}},
		"UTF-8 is wanted, and it is TCVN3":  {"a\rNguy\xD4n V\xA8n H\xB6i", UTF8, Error{UTF8, 2, 0xD4, false}},
		"UTF-16 is wanted, and it is TCVN3": {"Nguy\xD4n", UTF16, Error{UTF16, 1, 'N', false}},
		"Windows-1258 is wanted of UTF-8":   {"Nguyễn", CP1258, Error{CP1258, 0, 0, true}},
		"Windows-1258 is wanted of UTF-16":  {"\xFF\xFEN\x00", CP1258, Error{CP1258, 0, 0, true}},
		"noise":                             {"\x80\x81\x82\xFF\xFE\xFD\x00\x01", Auto, Error{Auto, 1, 0x80, false}},
	} {
		t.Run(name, func(t *testing.T) {
			got, e, err := Decode([]byte(tt.data), tt.want)
			if err == nil || *err != tt.err {
				t.Errorf("%q %+v %+v", got, e, err)
			}
		})
	}
}

func TestAnEncodingThatIsWantedIsTaken(t *testing.T) {
	for _, w := range ways[1:] {
		data, _ := w.encode("Thé,Hồ\n")
		got, e, err := Decode(data, w.encoding)
		if err != nil || string(got) != "Thé,Hồ\n" || e.Encoding != w.encoding {
			t.Errorf("%s: %q %+v %+v", w.name, got, e, err)
		}
	}
	for _, want := range []Encoding{Auto, UTF8, CP1258, TCVN3, VNI} {
		if got, e, err := Decode([]byte("So the\n"), want); string(got) != "So the\n" || e != nil || err != nil {
			t.Errorf("%s of ASCII: %q %v %v", want, got, e, err)
		}
	}
	if got, e, err := Decode(make([]byte, 100), Auto); string(got) != string(make([]byte, 100)) || e != nil || err != nil {
		t.Errorf("zeros are no UTF-16: %q %v %v", got, e, err)
	}
	if got, e, err := Decode([]byte("NguyÔn, Hằng\n"), TCVN3); string(got) != "NguyÔn, Hằng\n" || e != nil || err != nil {
		t.Errorf("TCVN3 wanted of Unicode is for the cells: %q %v %v", got, e, err)
	}
}

func TestALineOfAnySizeIsTried(t *testing.T) {
	data := bytes.Repeat([]byte("Nguy\xD4n V\xA8n H\xB6i,"), 1<<20)
	got, e, err := Decode(data, Auto)
	if err != nil || e.Encoding != TCVN3 || e.Read != "Nguyễn Văn Hải" || !bytes.HasPrefix(got, []byte("Nguyễn Văn Hải,")) {
		t.Errorf("%.50q %+v %v", got, e, err)
	}
}
