package sheet

import (
	"context"
	"encoding/binary"
	"fmt"
	"os/exec"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"stampdesk"
	"stampdesk/store/sheet/charset"
)

// A letter of the fixtures in each old font, where it has one.
var (
	inTCVN3 = oldLetters(
		"ă¨â©êªô«ơ¬ư\u00adđ®à\u00b5ả¶ã·á¸ạ¹ằ»ẳ¼ẵ½ắ¾ặÆầÇẩÈẫÉấÊậËèÌẻÎẽÏéÐẹÑềÒểÓễÔếÕệÖì×ỉØĩÜíÝịÞòßỏáõâóãọäồåổæỗçốèộéờêởëỡìớíợîùïủñũòúóụôừõửöữ÷ứøựùỳúỷûỹüýýỵþ"+
			"Ă¡Â¢Ê£Ô¤Ơ¥Ư¦Đ§", 1)
	inVNI = oldLetters(
		"áaùàaøảaûãaõạaïăaêắaéằaèẳaúẵaüặaëâaâấaáầaàẩaåẫaãậaäéeùèeøẻeûẽeõẹeïêeâếeáềeàểeåễeãệeäóoùòoøỏoûõoõọoïôoâốoáồoàổoåỗoãộoäúuùùuøủuûũuõụuïýyùỳyøỷyûỹyõ"+
			"ÁAÙÀAØẢAÛÃAÕẠAÏĂAÊẮAÉẰAÈẲAÚẴAÜẶAËÂAÂẤAÁẦAÀẨAÅẪAÃẬAÄÉEÙÈEØẺEÛẼEÕẸEÏÊEÂẾEÁỀEÀỂEÅỄEÃỆEÄÓOÙÒOØỎOÛÕOÕỌOÏÔOÂỐOÁỒOÀỔOÅỖOÃỘOÄÚUÙÙUØỦUÛŨUÕỤUÏÝYÙỲYØỶYÛỸYÕ", 2) +
		oldLetters("ớôùờôøởôûỡôõợôïứöùừöøửöûữöõựöïỚÔÙỜÔØỞÔÛỠÔÕỢÔÏỨÖÙỪÖØỬÖÛỮÖÕỰÖÏ", 2) +
		oldLetters("íí"+"ììỉæĩóịòơôưöỵîđñÍÍÌÌỈÆĨÓỊÒƠÔƯÖỴÎĐÑ", 1)
)

// oldLetters makes the pairs of a replacer of a text that has each letter and
// the n characters for it behind one another.
func oldLetters(text string, n int) string {
	var b strings.Builder
	for r := []rune(text); len(r) > n; r = r[1+n:] {
		b.WriteString(string(r[:1]) + " " + string(r[1:1+n]) + " ")
	}
	return b.String()
}

func inOldFont(text, pairs string) string {
	return strings.NewReplacer(strings.Fields(pairs)...).Replace(text)
}

func asBytes(t testing.TB, latin string) string {
	t.Helper()
	var b strings.Builder
	for _, r := range latin {
		if r > 0xFF {
			t.Fatalf("%c is no byte", r)
		}
		b.WriteByte(byte(r))
	}
	return b.String()
}

func asUTF16(text string) string {
	b := []byte("\xFF\xFE")
	for _, u := range utf16.Encode([]rune(text)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return string(b)
}

// The fixture reads the same in every encoding, with its evidence.
func TestAFileReadsTheSameInEveryEncoding(t *testing.T) {
	text := fixture(t, "roster.csv")
	want := readRoster(t, text).Roster
	old, vni := inOldFont(text, inTCVN3), inOldFont(text, inVNI)
	head, rows, _ := strings.Cut(text, "\n")
	tests := map[string]struct {
		data     string
		encoding charset.Encoding
		option   charset.Encoding
	}{
		"in bytes of TCVN3":                   {asBytes(t, old), charset.TCVN3, ""},
		"in bytes of TCVN3, asked for":        {asBytes(t, old), charset.TCVN3, charset.TCVN3},
		"in cells of TCVN3":                   {old, charset.TCVN3, charset.Auto},
		"in cells of TCVN3, asked for":        {old, charset.TCVN3, charset.TCVN3},
		"in cells of TCVN3 and UTF-16":        {asUTF16(old), charset.UTF16, ""},
		"in bytes of VNI":                     {asBytes(t, vni), charset.VNI, ""},
		"in cells of VNI":                     {vni, charset.VNI, ""},
		"in cells of TCVN3 below good titles": {head + "\n" + inOldFont(rows, inTCVN3), charset.TCVN3, ""},
		"in UTF-16":                           {asUTF16(text), charset.UTF16, ""},
		"in UTF-16, asked for":                {asUTF16(text), charset.UTF16, charset.UTF16},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			f, err := ReadRoster(context.Background(), strings.NewReader(tt.data), Options{Encoding: tt.option})
			if err != nil {
				t.Fatal(err)
			}
			if f.ProblemCount+f.WarningCount > 0 || !reflect.DeepEqual(f.Roster, want) {
				t.Errorf("%+v %+v\n got %+v\nwant %+v", f.Problems, f.Warnings, f.Roster, want)
			}
			if len(f.Evidence) == 0 || f.Evidence[0].Encoding != tt.encoding {
				t.Errorf("evidence %+v", f.Evidence)
			}
		})
	}
	t.Run("in Windows-1258", func(t *testing.T) {
		cmd := exec.Command("iconv", "-f", "UTF-8", "-t", "CP1258")
		cmd.Stdin = strings.NewReader(text)
		data, err := cmd.Output()
		if err != nil {
			t.Skip(err)
		}
		f := readRoster(t, string(data))
		if f.ProblemCount+f.WarningCount > 0 || !reflect.DeepEqual(f.Roster, want) || f.Evidence[0].Encoding != charset.CP1258 {
			t.Errorf("%+v %+v %+v\n got %+v\nwant %+v", f.Problems, f.Warnings, f.Evidence, f.Roster, want)
		}
	})
}

// Names and places of a capital font get the capitals of names, whether the
// font is told by cells or by bytes.
func TestTextOfACapitalFont(t *testing.T) {
	text := "Số thẻ,Họ và tên,Mã đơn vị,Quê quán,Ghi chú\n31000001,trần văn tú,a,\"xã bãi sậy, huyện đồng mây\",thẻ hỏng\n" +
		"31000002,NGUYễN THị LụA,a,phường bến trăng,UBND\n31000003,mai lan anh,a,thôn hạ,xin cấp lại\n"
	for name, data := range map[string]string{
		"in cells": inOldFont(text, inTCVN3), "in bytes": asBytes(t, inOldFont(text, inTCVN3)),
	} {
		t.Run(name, func(t *testing.T) {
			f := readRoster(t, data)
			if f.ProblemCount+f.WarningCount > 0 || len(f.Roster.Members) != 3 {
				t.Fatal(f.Problems, f.Warnings)
			}
			var got []string
			for _, m := range f.Roster.Members {
				got = append(got, m.Name, m.Home, m.Note)
			}
			want := []string{
				"Trần Văn Tú", "Xã Bãi Sậy, Huyện Đồng Mây", "thẻ hỏng", "Nguyễn Thị Lụa", "Phường Bến Trăng", "UBND",
				"Mai Lan Anh", "Thôn Hạ", "xin cấp lại",
			}
			if !slices.Equal(got, want) {
				t.Errorf("\n got %q\nwant %q", got, want)
			}
		})
	}
}

func TestBytesThatWereReadAreNotReadAgain(t *testing.T) {
	text := "Số thẻ,Họ và tên,Mã đơn vị\n31000001,Lý Hoàng,A\n31000002,Tô Thò Bé,A\n"
	for option, data := range map[charset.Encoding]string{
		charset.VNI: asBytes(t, inOldFont(text, inVNI)), charset.TCVN3: asBytes(t, inOldFont(text, inTCVN3)),
	} {
		f, err := ReadRoster(context.Background(), strings.NewReader(data), Options{Encoding: option})
		if err != nil || len(f.Roster.Members) != 2 || f.Roster.Members[0].Name != "Lý Hoàng" || f.Roster.Members[1].Name != "Tô Thò Bé" {
			t.Errorf("%s: %v %+v", option, err, f.Roster.Members)
		}
	}
}

func TestUnicodeHasNoEvidence(t *testing.T) {
	for _, o := range []charset.Encoding{"", charset.Auto, charset.UTF8} {
		f, err := ReadRoster(context.Background(), strings.NewReader(fixture(t, "roster.csv")), Options{Encoding: o})
		if err != nil || f.ProblemCount > 0 || f.Evidence != nil {
			t.Errorf("%v %+v %+v", err, f.Problems, f.Evidence)
		}
	}
}

func TestAnEncodingThatIsNotTheFilesIsRefused(t *testing.T) {
	for name, tt := range map[string]struct {
		data   string
		option charset.Encoding
		want   Problem
	}{
		"UTF-8 asked for, TCVN3 found":        {"H\xE4 v\xB5 t\xAAn\n", charset.UTF8, Problem{FaultEncoding, 1, "", "byte E4", "utf-8", 0}},
		"UTF-16 asked for, TCVN3 found":       {"H\xE4 v\xB5 t\xAAn\n", charset.UTF16, Problem{FaultEncoding, 1, "", "byte 48", "utf-16", 0}},
		"Windows-1258 asked for, UTF-8 found": {"Họ và tên\n", charset.CP1258, Problem{FaultEncoding, 0, "", "Unicode", "cp1258", 0}},
	} {
		t.Run(name, func(t *testing.T) {
			f, err := ReadRoster(context.Background(), strings.NewReader(tt.data), Options{Encoding: tt.option})
			if err != nil || len(f.Problems) != 1 || f.Problems[0] != tt.want {
				t.Errorf("%v %+v", err, f.Problems)
			}
		})
	}
}

// Rows far below those that are looked at are converted as they are walked,
// on every walk, and what is beside them is left alone.
func TestColumnsAreConvertedToTheEnd(t *testing.T) {
	var b strings.Builder
	b.WriteString("Số thẻ,Họ và tên,Mã đơn vị,Chi bộ,Ghi chú\n")
	const n = 3 * judgedRows
	for i := range n {
		fmt.Fprintf(&b, "31%06d,%s,A,Tô Lê,Lê\n", i+1, []string{"TrÇn ThÞ Lôa", "Vò V¨n Tó", "Lê Hằng", "MAI LAN"}[i%4])
	}
	f := readRoster(t, b.String())
	if f.ProblemCount+f.WarningCount > 0 || len(f.Roster.Members) != n || len(f.Evidence) != 1 {
		t.Fatalf("%d members, %+v %+v %+v", len(f.Roster.Members), f.Problems, f.Warnings, f.Evidence)
	}
	for i, m := range f.Roster.Members {
		if want := []string{"Trần Thị Lụa", "Vũ Văn Tú", "Lê Hằng", "MAI LAN"}[i%4]; m.Name != want || m.Cell != "Tô Lê" || m.Note != "Lê" {
			t.Fatalf("member %d: %+v", i, m)
		}
	}
	var out strings.Builder
	if err := f.WriteErrors(&out, stampdesk.Vietnamese); err != nil {
		t.Fatal(err)
	}
	if strings.Count(out.String(), "Trần Thị Lụa") != n/4 || strings.Contains(out.String(), "TrÇn") {
		t.Errorf("the file of errors is %.300s", out.String())
	}
}

// A name in an old font below the rows that are looked at is not converted,
// and not passed over.
func TestALateNameInAnOldFontIsPointedOut(t *testing.T) {
	var b strings.Builder
	b.WriteString("Số thẻ,Họ và tên,Mã đơn vị\n")
	for i := range 2 * judgedRows {
		fmt.Fprintf(&b, "31%06d,Trần Thị Lụa,A\n", i+1)
	}
	line := 2*judgedRows + 2
	b.WriteString(",NguyÔn V¨n Th\u00adëng,A\n,Nguyeãn Vaên Haûi,A\n,Nguyá»…n VÄƒn An,A\n,Lê Hoà,A\n,René,A\n,Dương Lê,A\n")
	f := readRoster(t, b.String())
	want := []Problem{
		{FaultOldFont, line, "Họ và tên", "NguyÔn V¨n Thëng", "Nguyễn Văn Thưởng", 0},
		{FaultOldFont, line + 1, "Họ và tên", "Nguyeãn Vaên Haûi", "Nguyễn Văn Hải", 0},
		{FaultOldFont, line + 2, "Họ và tên", "Nguyá»…n VÄƒn An", "Nguyễn Văn An", 0},
	}
	if f.ProblemCount > 0 || !reflect.DeepEqual(f.Warnings, want) || f.Evidence != nil {
		t.Errorf("%+v %+v\n got %+v\nwant %+v", f.Problems, f.Evidence, f.Warnings, want)
	}
}

// What a grid knows beside its rows is carried along, and a column that is not
// converted costs nothing.
func TestRecodeKeepsTheGrid(t *testing.T) {
	stopped := &Problem{Fault: FaultQuote}
	walks := 0
	g := grid{
		format: XLSX, sheet: "Tờ 1", comma: ';', about: 7, padded: true,
		failed: func() *Problem { return stopped },
		rows: func(yield func(record) bool) {
			walks++
			_ = yield(record{line: 1, cells: []string{"Hä vµ tªn", "Lê"}}) &&
				yield(record{line: 2, broken: "\"x"}) && yield(record{line: 3, cells: []string{"V¨n"}})
		},
	}
	got, evidence := recode(g, charset.Auto)
	if walks != 1 || len(evidence) != 1 || got.format != XLSX || got.sheet != "Tờ 1" || got.comma != ';' || got.about != 7 ||
		!got.padded || got.failed() != stopped {
		t.Errorf("%d walks, %+v %+v", walks, evidence, got)
	}
	var rows []string
	for r := range got.rows {
		rows = append(rows, fmt.Sprintf("%d %q %s", r.line, r.cells, r.broken))
	}
	if want := []string{`1 ["Họ và tên" "Lê"] `, `2 [] "x`, `3 ["Văn"] `}; !slices.Equal(rows, want) {
		t.Errorf("got %q, want %q", rows, want)
	}
	for range got.rows {
		break
	}
	plain := cutCSV([]byte("Họ và tên\nLê Hà\n"), func() error { return nil })
	if same, e := recode(plain, ""); e != nil || reflect.ValueOf(same.rows).Pointer() != reflect.ValueOf(plain.rows).Pointer() {
		t.Errorf("a grid in Unicode was wrapped, %+v", e)
	}
	if same, e := recode(g, charset.UTF8); e != nil || reflect.ValueOf(same.rows).Pointer() != reflect.ValueOf(g.rows).Pointer() {
		t.Errorf("UTF-8 was wanted, %+v", e)
	}
}

// BenchmarkReadOldFont reports how many times longer a city's roster takes to
// read when all its cells are in TCVN3, and when its bytes are.
func BenchmarkReadOldFont(b *testing.B) {
	text := string(cityRoster(20_000))
	cells := inOldFont(text, inTCVN3)
	bytes := asBytes(b, cells)
	b.ReportAllocs()
	read := func(data string) time.Duration {
		t0 := time.Now()
		f := readRoster(b, data)
		if f.ProblemCount > 0 || len(f.Roster.Members) != 20_000 || f.Roster.Members[19_999].Name != "Trần Văn Hương" {
			b.Fatal(f.Problems, f.Roster.Members[19_999])
		}
		return time.Since(t0)
	}
	base, inCells, inBytes := time.Hour, time.Hour, time.Hour // the best of each
	for b.Loop() {
		base, inCells, inBytes = min(base, read(text)), min(inCells, read(cells)), min(inBytes, read(bytes))
	}
	b.ReportMetric(float64(inCells)/float64(base), "×cells")
	b.ReportMetric(float64(inBytes)/float64(base), "×bytes")
}
