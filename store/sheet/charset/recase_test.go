package charset

import (
	"slices"
	"testing"
)

func TestTextOfACapitalFont(t *testing.T) {
	tests := map[string]struct{ as, want []string }{
		"small letters shown as capitals": {
			[]string{"nguyÔn v¨n an", "lª thÞ hång", "mai lan anh", "TrÇn v¨n b"},
			[]string{"Nguyễn Văn An", "Lê Thị Hồng", "Mai Lan Anh", "Trần văn b"},
		},
		"capitals around small letters": {
			[]string{"NGUYÔN V¨N AN", "L£ THÞ HåNG", "MAI LAN ANH", "L£ AN", "§ç V¡N Hµ"},
			[]string{"Nguyễn Văn An", "Lê Thị Hồng", "Mai Lan Anh", "Lê An", "Đỗ Văn Hà"},
		},
		"one word": {
			[]string{"Tªn", "HåNG", "H\u00ad¥NG", "TR¢N"}, []string{"Tên", "HỒNG", "HƯƠNG", "TRÂN"},
		},
		"one such name among good ones": {
			[]string{"NguyÔn V¨n An", "Lª ThÞ B", "TrÇn V¨n Hµ", "PH¹M V¨N S¸U", "MAI LAN", "hoµ b×nh"},
			[]string{"Nguyễn Văn An", "Lê Thị B", "Trần Văn Hà", "Phạm Văn Sáu", "MAI LAN", "hoà bình"},
		},
		"names whose first letter has no capital in the font": {
			[]string{"NguyÔn ThÞ ¸nh", "Ph¹m H÷u Ých", "L\u00ad¬ng ThÞ û", "Lª V¨n ©n", "TrÇn v¨n ¸i"},
			[]string{"Nguyễn Thị Ánh", "Phạm Hữu Ích", "Lương Thị Ỷ", "Lê Văn ân", "Trần văn ái"},
		},
		"and notes of that kind": {
			[]string{"§· èm nhiÒu", "ChuyÓn ®i", "èm"}, []string{"Đã ốm nhiều", "Chuyển đi", "ốm"},
		},
		"places and their abbreviations": {
			[]string{"x· b·i sËy, huyÖn ®ång m©y", "X· B·i SËy - UBND", "THÞ TRÊN NóI VOI - HTX 2", "TP Hµ Néi", "X· Y"},
			[]string{"xã bãi sậy, huyện đồng mây", "Xã Bãi Sậy - UBND", "Thị Trấn Núi Voi - HTX 2", "TP Hà Nội", "Xã Y"},
		},
		"places, all small": {
			[]string{"x· b·i sËy, huyÖn ®ång m©y", "ph\u00adêng bÕn tr¨ng"}, []string{"Xã Bãi Sậy, Huyện Đồng Mây", "Phường Bến Trăng"},
		},
		"notes are no names": {
			[]string{"chuyÓn ®i n¬i kh¸c", "miÔn sinh ho¹t", "chÝnh thøc"}, []string{"chuyển đi nơi khác", "miễn sinh hoạt", "chính thức"},
		},
		"units in capitals stay in capitals": {
			[]string{"§¶NG Bé PH¦êNG BÕN TR¡NG", "CHI Bé UBND X·"}, []string{"ĐẢNG BỘ PHƯỜNG BẾN TRĂNG", "CHI BỘ UBND XÃ"},
		},
		"names of other peoples": {
			[]string{"k'b¶o nguyÔn", "nguyÔn y thô", "lª v¨n ba"}, []string{"K'Bảo Nguyễn", "Nguyễn Y Thụ", "Lê Văn Ba"},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			got, _ := through(Auto, tt.as)
			if !slices.Equal(got[0], tt.want) {
				t.Errorf("\n got %q\nwant %q", got[0], tt.want)
			}
		})
	}
}

func TestUnicodeIsNeverRecased(t *testing.T) {
	cells := []string{"nguyễn văn an", "NGUYễN VăN AN", "lê hà", "LÊ THị HồNG"}
	if got, _ := through(Auto, cells); !slices.Equal(got[0], cells) {
		t.Errorf("%q", got[0])
	}
	mixed := append(slices.Clone(cells), "trÇn v¨n b", "ph¹m thÞ c")
	if got, _ := through(Auto, mixed); !slices.Equal(got[0][:4], cells) || got[0][4] != "Trần Văn B" {
		t.Errorf("%q", got[0])
	}
}
