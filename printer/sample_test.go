package printer

import (
	"fmt"
	"sync"
	"testing"
)

// sampleDoc is a return list as a desk prints it, with names of every length.
func sampleDoc() Doc {
	return Doc{
		Head: []Block{
			Text{Text: "TỈNH ỦY HÀ GIANG", Align: Center},
			Text{Text: "BAN TỔ CHỨC", Align: Center, Bold: true},
			Rule{},
			Text{Text: "Hà Giang, ngày 12 tháng 5 năm 2021", Align: Right},
			Space{},
		},
		Title: "Danh sách trả thẻ đảng viên",
		Mark:  "TẠM",
		Blocks: []Block{
			Space{},
			Pair{Key: "Đơn vị:", Value: "Đảng bộ xã Nậm Ty, huyện Hoàng Su Phì"},
			Pair{Key: "Lô:", Value: "B1-17", Bold: true},
			Pair{Key: "Số thẻ:", Value: "16.560"},
			Rule{Double: true},
			Table{
				Columns: []Column{
					{Title: "TT", Width: 3, Align: Right},
					{Title: "Số thẻ", Width: 9},
					{Title: "Họ và tên"},
				},
				Rows: [][]string{
					{"1", "31.000412", "Nguyễn Thị Phương Thảo Nguyên Ngọc"},
					{"2", "31.000413", "Đặng Quốc Ưu"},
					{"3", "31.000417", "Huỳnh Thị Ngọc Ẩn"},
					{"4", "31.000420", "Nguye\u0302\u0303n Va\u0306n Tưởng"},
					{"5", "31.001001", "Vừ Mí Kẻ ✔"},
					{"6", "31.001002", "Hoàng Phủ Ngọc Tường Vy Khánh Đoan"},
					{"7", "31.001003", "Lý Ỷ"},
					{"8", "31.001004", "Trương Thị Ngọc Ẵm"},
					{"9", "31.001005", "Kỳ lạ: 漢"},
					{"10", "31.001006", "Ngô Đình Nhưỡng"},
				},
				Foot: []string{"", "Cộng", "10 thẻ – 12.000 ₫"},
			},
			Space{},
			Barcode{Code: "31000412", Align: Center},
			Signatures{Signers: []Signer{
				{Title: "NGƯỜI NHẬN"},
				{Title: "TRƯỞNG BAN TỔ CHỨC", Name: "Nguyễn Văn Đức"},
			}},
		},
	}
}

// The shipped profiles are read once, and there is one renderer for a profile: it remembers the letters it has drawn.
var (
	known     = sync.OnceValue(Profiles)
	renderers sync.Map
)

func profile(t testing.TB, name string) Profile {
	t.Helper()
	p, err := FindProfile(known(), name)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func renderer(t testing.TB, p Profile) *Renderer {
	t.Helper()
	key := fmt.Sprintf("%+v", p)
	if r, ok := renderers.Load(key); ok {
		return r.(*Renderer)
	}
	r, err := NewRenderer(p)
	if err != nil {
		t.Fatal(err)
	}
	renderers.Store(key, r)
	return r
}

func sampleJob(t testing.TB, profileName string) Job {
	t.Helper()
	return renderer(t, profile(t, profileName)).Job("sample", sampleDoc())
}

// widths are the two widths of paper that boards own.
func widths(t testing.TB) []Profile {
	t.Helper()
	return []Profile{profile(t, "generic-80"), profile(t, "generic-58")}
}
