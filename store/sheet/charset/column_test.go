package charset

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// through judges columns of cells and reads them.
func through(want Encoding, columns ...[]string) ([][]string, []Evidence) {
	judged := make([]Column, len(columns))
	for i, cells := range columns {
		for _, s := range cells {
			judged[i].Add(s)
		}
	}
	evidence := Judge(judged, want)
	var read [][]string
	for i, cells := range columns {
		var out []string
		for _, s := range cells {
			if judged[i].Converts() {
				s = judged[i].Read(s)
			}
			out = append(out, s)
		}
		read = append(read, out)
	}
	return read, evidence
}

func TestColumnsOfOldFonts(t *testing.T) {
	tests := map[string]struct{ columns, want [][]string }{
		"one name": {
			[][]string{{"NguyÔn V¨n H¶i"}}, [][]string{{"Nguyễn Văn Hải"}},
		},
		"one name in VNI": {
			[][]string{{"Nguyeãn Vaên Haûi"}}, [][]string{{"Nguyễn Văn Hải"}},
		},
		"one word, under headings of the font": {
			[][]string{{"Hä vµ tªn", "H¶i"}, {"Quª qu¸n", "Hµ Néi"}, {"Sè thÎ", "31.000001"}, {"Ghi chó", ""}},
			[][]string{{"Họ và tên", "Hải"}, {"Quê quán", "Hà Nội"}, {"Số thẻ", "31.000001"}, {"Ghi chú", ""}},
		},
		"headings of VNI": {
			[][]string{{"Hoï vaø teân", "Lan"}, {"Soá theû", "31.000001"}, {"Queâ quaùn"}, {"Chi boä", "Chi boä 1"}},
			[][]string{{"Họ và tên", "Lan"}, {"Số thẻ", "31.000001"}, {"Quê quán"}, {"Chi bộ", "Chi bộ 1"}},
		},
		"a column whose words mean something as they stand": {
			[][]string{{"Chi bé", "Chi bé 1", "Chi bé 2"}, {"Hä vµ tªn", "TrÇn V¨n Tó", "Lª ThÞ Lôa"}, {"N÷", "Nam"}},
			[][]string{{"Chi bộ", "Chi bộ 1", "Chi bộ 2"}, {"Họ và tên", "Trần Văn Tú", "Lê Thị Lụa"}, {"Nữ", "Nam"}},
		},
		"a column that goes with the others": {
			[][]string{{"chê", "tª"}, {"Hä vµ tªn", "TrÇn V¨n Tó", "Lª ThÞ Lôa"}, {"chê", "Hậu"}, {"chê", "Hậu", "Hằng"}},
			[][]string{{"chờ", "tê"}, {"Họ và tên", "Trần Văn Tú", "Lê Thị Lụa"}, {"chờ", "Hậu"}, {"chê", "Hậu", "Hằng"}},
		},
		"names that mean something as they stand": {
			[][]string{{"Nguyeãn Thò Lan", "Hoà Vaên An", "Hoàng Thò Hoa", "Toàn"}}, [][]string{{"Nguyễn Thị Lan", "Hồ Văn An", "Hồng Thị Hoa", "Tồn"}},
		},
		"a familiar word as it stands above a column of the font": {
			[][]string{{"Ghi chú", "chê", "mÊt thÎ", "thÎ háng"}}, [][]string{{"Ghi chú", "chờ", "mất thẻ", "thẻ hỏng"}},
		},
		"names in the font, the rest in Unicode": {
			[][]string{{"Họ và tên", "NguyÔn V¨n Tó", "Lª ThÞ Lôa"}, {"Quê quán", "Hà Nội", "Lê Lợi"}, {"Ghi chú", "ở tổ", "tê"}},
			[][]string{{"Họ và tên", "Nguyễn Văn Tú", "Lê Thị Lụa"}, {"Quê quán", "Hà Nội", "Lê Lợi"}, {"Ghi chú", "ở tổ", "tê"}},
		},
		"cells in Unicode between": {
			[][]string{{"Nguyễn Văn Tú", "NguyÔn V¨n Tó", "Lê Thị Lụa", "Lê Hà", "Tô Hoà", "TrÇn ThÞ Lôa", "Vũ Tú", "An", "René"}},
			[][]string{{"Nguyễn Văn Tú", "Nguyễn Văn Tú", "Lê Thị Lụa", "Lê Hà", "Tô Hoà", "Trần Thị Lụa", "Vũ Tú", "An", "René"}},
		},
		"one font for each column": {
			[][]string{{"NguyÔn V¨n H¶i", "Lª Lôa"}, {"Nguyeãn Vaên Haûi", "Leâ Luïa"}},
			[][]string{{"Nguyễn Văn Hải", "Lê Lụa"}, {"Nguyễn Văn Hải", "Lê Lụa"}},
		},
		"punctuation of Windows, blanks and signs": {
			[][]string{{"X· “B·i SËy” – huyÖn §ång\u00a0M©y", "TrÇn Th\u00adëng", "K’B¶o", "HuyÖn §μo"}},
			[][]string{{"Xã “Bãi Sậy” – huyện Đồng\u00a0Mây", "Trần Thưởng", "K’Bảo", "Huyện Đào"}},
		},
		"UTF-8 that was taken for Windows-1252": {
			[][]string{{"Họ và tên", "Nguyá»…n VÄƒn Háº£i", "LÃª HÃ\u00a0", "Ä\u0090á»— An", "Lê Hà"}, {"Hồ", "HÃ\u00a0", "Hà"}},
			[][]string{{"Họ và tên", "Nguyễn Văn Hải", "Lê Hà", "Đỗ An", "Lê Hà"}, {"Hồ", "Hà", "Hà"}},
		},
		"broken lines in a cell": {
			[][]string{{"Sè\nthÎ", "V¨n"}}, [][]string{{"Số\nthẻ", "Văn"}},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, evidence := through(Auto, tt.columns...)
			for i := range tt.want {
				if !slices.Equal(got[i], tt.want[i]) {
					t.Errorf("column %d\n got %q\nwant %q", i, got[i], tt.want[i])
				}
			}
			if len(evidence) == 0 || evidence[0].Sample == "" || evidence[0].Read == evidence[0].Sample {
				t.Errorf("evidence %+v", evidence)
			}
		})
	}
}

func TestTextThatIsInNoOldFontIsLeftAlone(t *testing.T) {
	columns := [][]string{
		{"Ho va ten", "Nguyen Van An", "LE THI B", "31.000001"},
		{"René", "Hélène", "François", "Noël", "Zoë", "José", "Chloé", "Thérèse", "Jürgen Müller", "Peña", "Thaïs", "Søren", "Åse", "Raúl Núñez"},
		{"Hà", "Lê", "Tô", "Lê Hoà", "Hoàng Toàn", "Lò Bé", "Thò", "Vò", "Bé", "Chi bé", "Lý", "Cò", "Bình", "Chí", "Hoài", "Loan"},
		{"Y Bhăm Êban", "K'Brêu", "H'Nhê", "Siu Blê", "Êban", "Ê Đê", "Hồ Thị Thô", "Y Thô", "K´Brơi"},
		{"Nguyễn Văn Hải", "Trần Thị Lụa", "Lê Tô", "hoà", "hòa"},
		{norm.NFD.String("Nguyễn Văn Hải"), norm.NFD.String("Lê")},
		{"m²", "30°C", "½ ngày", "± 5", "· Nam", "• Nữ", "©", "§ 1", "Lớp B¹", "2 × 3", "N° 5", "1º", "100 µm", "«Hà»"},
		{"V¨n", "René", "Hélène", "François"},
		{"", " ", "\u00a0", "–", "“An”", "\uFFFD", "日本", "Ñ", "·", "¶"},
	}
	for i, cells := range columns {
		got, evidence := through(Auto, cells)
		if !slices.Equal(got[0], cells) || len(evidence) > 0 {
			t.Errorf("column %d by itself: %+v\n got %q\nwant %q", i, evidence, got[0], cells)
		}
	}
	got, evidence := through(Auto, columns...)
	for i := range columns {
		if !slices.Equal(got[i], columns[i]) || len(evidence) > 0 {
			t.Errorf("column %d: %+v\n got %q\nwant %q", i, evidence, got[i], columns[i])
		}
	}
	for _, want := range []Encoding{UTF8, UTF16, CP1258} {
		if got, e := through(want, []string{"NguyÔn V¨n H¶i"}); got[0][0] != "NguyÔn V¨n H¶i" || e != nil {
			t.Errorf("%s was wanted: %q", want, got)
		}
	}
}

func TestAFontThatIsWantedIsTakenForEveryCellThatCanBeOfIt(t *testing.T) {
	got, _ := through(TCVN3, []string{"Lê", "Bé", "An", "¶", "日é"}, []string{"Họ và tên", "Lô"})
	if want := []string{"Lờ", "Bộ", "An", "ả", "日ộ"}; !slices.Equal(got[0], want) || got[1][0] != "Họ và tên" || got[1][1] != "Lụ" {
		t.Errorf("got %q, want %q", got, want)
	}
	unicode := []string{"Hải", "Trần Bé", "Lê", "Lò Thò", "René", "V¨n", "An"}
	got, _ = through(TCVN3, unicode)
	if want := []string{"Hải", "Trần Bé", "Lê", "Lò Thò", "René", "Văn", "An"}; !slices.Equal(got[0], want) {
		t.Errorf("a column in Unicode: got %q, want %q", got[0], want)
	}
	got, evidence := through(VNI, []string{"Hoà", "Leâ"}, []string{"Bé"})
	if want := []string{"Hồ", "Lê"}; !slices.Equal(got[0], want) || got[1][0] != "Bé" || len(evidence) != 1 || evidence[0].Read != "Lê" {
		t.Errorf("got %q by %+v", got, evidence)
	}
}

// Tables of random people come back from cells of either font, and tables in
// Unicode stay.
func TestRandomTablesComeBack(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for i := range 400 {
		table := inventedTable(r, 1+r.IntN(12))
		columns := make([][]string, len(table[0]))
		for _, row := range table {
			for c, s := range row {
				columns[c] = append(columns[c], s)
			}
		}
		if got, e := through(Auto, columns...); fmt.Sprint(got) != fmt.Sprint(columns) || e != nil {
			t.Fatalf("table %d in Unicode was changed by %+v:\n%q", i, e, got)
		}
		for _, w := range ways[1:4] {
			old := make([][]string, len(columns))
			for c, cells := range columns {
				for _, s := range cells {
					b, _ := w.encode(s)
					old[c] = append(old[c], latin(string(b)))
				}
			}
			got, e := through(Auto, old...)
			if len(e) != 1 || e[0].Encoding != w.encoding {
				t.Fatalf("table %d, %s: %+v", i, w.name, e)
			}
			for c := range columns {
				if !slices.Equal(got[c], columns[c]) {
					t.Fatalf("table %d, %s, column %d:\n got %q\nwant %q\n was %q", i, w.name, c, got[c], columns[c], old[c])
				}
			}
			// The names alone in the font.
			mixed := slices.Clone(columns)
			mixed[1] = old[1]
			if got, _ := through(Auto, mixed...); fmt.Sprint(got) != fmt.Sprint(columns) {
				t.Fatalf("table %d, names in %s:\n got %q\nwant %q", i, w.name, got, columns)
			}
		}
	}
}

func TestACellOfAnySizeIsJudged(t *testing.T) {
	long := strings.Repeat("NguyÔn V¨n H¶i ", 1<<16)
	got, _ := through(Auto, []string{long})
	if got[0][0] != strings.Repeat("Nguyễn Văn Hải ", 1<<16) {
		t.Errorf("%.80q", got[0][0])
	}
}
