package charset

import (
	"math/rand/v2"
	"strings"
)

// Invented people and places, of names that are real.
var (
	familyCorpus = strings.Fields("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đinh Đoàn Lâm Trịnh Mai Tô Hà Tạ Chu " +
		"Lương Phùng Vương Quách Kiều Triệu Nghiêm Khuất Tăng Giang Uông Yên Quàng Lò")
	middleCorpus = strings.Fields("Văn Thị Hữu Ngọc Minh Đức Thanh Quang Xuân Thuý Thúy Kim Công Đình Trọng Bá Như Hoài Diễm Phương")
	givenCorpus  = strings.Fields("An Bình Chiến Dũng Hạnh Hương Khánh Lâm Mai Nhung Oanh Phúc Thảo Quỳnh Yến Nguyệt Tuyết Khuyên Sơn Tùng Hải " +
		"Hằng Mạnh Cường Thắng Lợi Tiến Hoà Hòa Thuỷ Thủy Loan Hoa Huệ Hiếu Ước Ái Ý Tú Lụa Sự Hoàn Toàn Thoa Giỏi Kỷ Mỹ Vỹ Đạt Đào")
	placeCorpus = []string{
		"Xã Bãi Sậy, Huyện Đồng Mây", "Phường Bến Trăng", "Thôn Đông Hạ, Xã Suối Lũng", "Khu phố 3, Phường Cầu Gió", "Tổ 5, Thị trấn Núi Voi",
		"Đảng bộ phường Bến Trăng", "Chi bộ 2", "Chi bộ Trường Tiểu học Làng Mây", "Đảng uỷ xã Đồng Ruộng", "Quận Hồ Sương", "Tỉnh Thượng Nguồn",
	}
	noteCorpus = []string{
		"chuyển đi nơi khác", "miễn sinh hoạt", "thẻ bị hỏng do nước", "mất thẻ", "đảng viên dự bị", "chính thức", "từ trần ngày 3/2", "ở nước ngoài", "Nữ", "Nam",
	}
	headingCorpus = []string{"Số thẻ", "Họ và tên", "Ngày sinh", "Giới tính", "Quê quán", "Mã đơn vị", "Chi bộ", "Ghi chú"}
)

func pick(r *rand.Rand, of []string) string { return of[r.IntN(len(of))] }

func invented(r *rand.Rand) string {
	return pick(r, familyCorpus) + " " + pick(r, middleCorpus) + " " + pick(r, givenCorpus)
}

// table is a file of n people in Unicode.
func inventedTable(r *rand.Rand, n int) [][]string {
	rows := [][]string{headingCorpus}
	for i := range n {
		_ = i
		rows = append(rows, []string{
			"31.000123", invented(r), "19/05/1961", []string{"Nam", "Nữ"}[r.IntN(2)], pick(r, placeCorpus[:5]), "A01", pick(r, placeCorpus[5:8]), pick(r, noteCorpus),
		})
	}
	return rows
}

func csvOf(rows [][]string) string {
	var b strings.Builder
	for _, row := range rows {
		b.WriteString(strings.Join(row, ";") + "\r\n")
	}
	return b.String()
}
