package charset

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FuzzDecode reads any bytes. What comes out is text, no line more or less,
// and bounded.
func FuzzDecode(f *testing.F) {
	for _, w := range ways {
		b, _ := w.encode("Họ và tên,Số thẻ\r\nNguyễn Văn Hải,31000001\r\n")
		f.Add(b, uint8(0))
	}
	f.Add([]byte("\xFF\xFEN\x00g\x00\x3D\xD8"), uint8(0))
	f.Add([]byte(bom+"e\u0323\u0302 K\u212B"), uint8(4))
	f.Add([]byte("\xD2\xCC\xEC\xDE\xF2o\xD2\xF2"), uint8(3))
	f.Fuzz(func(t *testing.T, data []byte, n uint8) {
		want := All()[int(n)%len(All())]
		before := bytes.Clone(data)
		text, e, err := Decode(data, want)
		if !bytes.Equal(data, before) {
			t.Fatal("the file was changed")
		}
		if err != nil {
			if text != nil || e != nil || err.Want != want {
				t.Fatalf("%q %+v %+v", text, e, err)
			}
			return
		}
		switch {
		case !utf8.Valid(text):
			t.Fatalf("%q is no text", text)
		case !norm.NFC.IsNormal(text):
			t.Fatalf("%q is not composed", text)
		case len(text) > 3*len(data):
			t.Fatalf("%d bytes became %d", len(data), len(text))
		case (e == nil || e.Encoding != UTF16) && bytes.Count(text, []byte("\n")) != bytes.Count(data, []byte("\n")):
			t.Fatalf("lines of %q were lost in %q", data, text)
		}
		if e != nil && (!norm.NFC.IsNormalString(e.Read) || !utf8.ValidString(e.Sample+e.Read) || len(e.Sample+e.Read) > 1000) {
			t.Fatalf("%+v", e)
		}
	})
}

// FuzzCell reads any cell in any column.
func FuzzCell(f *testing.F) {
	f.Add("NguyÔn V¨n H¶i", "Lª ThÞ Lôa", uint8(0))
	f.Add("Nguyeãn Vaên Haûi", "K'Brêu", uint8(5))
	f.Add("NGUYÔN V¨N AN", "§ç aà\u0301\u00a8\u0178", uint8(4))
	f.Fuzz(func(t *testing.T, one, two string, n uint8) {
		if !utf8.ValidString(one) || !utf8.ValidString(two) {
			t.Skip()
		}
		one, two = norm.NFC.String(one), norm.NFC.String(two)
		got, evidence := through(All()[int(n)%len(All())], []string{one, two})
		for i, s := range []string{one, two} {
			read := got[0][i]
			switch {
			case !utf8.ValidString(read) || !norm.NFC.IsNormalString(read):
				t.Fatalf("%q became %q", s, read)
			case len(read) > 3*len(s)+8:
				t.Fatalf("%d bytes became %d", len(s), len(read))
			case read != s && !isASCII(s) && !oldFont(s):
				t.Fatalf("%q, Unicode, became %q", s, read)
			}
		}
		for _, e := range evidence {
			if !norm.NFC.IsNormalString(e.Read) || e.Sample == e.Read {
				t.Fatalf("%+v", e)
			}
		}
	})
}
