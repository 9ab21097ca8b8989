package main

import "math/rand/v2"

// share is a word and how often it is met.
type share struct {
	word string
	n    int
}

// pick draws a word by its share.
func pick(r *rand.Rand, words []share) string {
	sum := 0
	for _, w := range words {
		sum += w.n
	}
	at := r.IntN(sum)
	for _, w := range words {
		if at -= w.n; at < 0 {
			return w.word
		}
	}
	return ""
}

// The places of the demo are on no map: one word of each row.
var (
	demoPlaces = [7]string{"Bến", "Suối", "Đồi", "Gò", "Bãi", "Cồn", "Vườn"}
	demoSights = [7]string{"Trăng", "Lụa", "Sương", "Mây", "Nắng", "Thơ", "Sáo"}
	demoHouses = []string{"Trường Tiểu học", "Trạm Y tế", "Hợp tác xã", "Trường Trung học cơ sở"}
)

// The names of the demo, the families in hundredths of what is met.
var (
	demoFamilies = []share{
		{"Nguyễn", 384}, {"Trần", 121}, {"Lê", 95}, {"Phạm", 70}, {"Hoàng", 51}, {"Phan", 45}, {"Vũ", 39}, {"Đặng", 21},
		{"Bùi", 20}, {"Đỗ", 14}, {"Hồ", 13}, {"Ngô", 13}, {"Dương", 10}, {"Lý", 5}, {"Trịnh", 12}, {"Đinh", 11}, {"Mai", 9},
		{"Tô", 8}, {"Tạ", 8}, {"Lương", 10}, {"Đoàn", 10}, {"Hà", 9}, {"Cao", 7}, {"Chu", 6}, {"Quách", 5}, {"Lưu", 4},
	}
	demoMiddlesM = []share{
		{"Văn", 36}, {"Hữu", 7}, {"Đức", 9}, {"Quang", 7}, {"Minh", 7}, {"Ngọc", 5}, {"Xuân", 6}, {"Đình", 6}, {"Công", 4},
		{"Thanh", 5}, {"Bá", 3}, {"Trọng", 3}, {"Gia", 2},
	}
	demoMiddlesF = []share{
		{"Thị", 52}, {"Thị Thu", 6}, {"Thị Ngọc", 5}, {"Thị Kim", 4}, {"Thị Thanh", 5}, {"Thị Bích", 3}, {"Ngọc", 6},
		{"Minh", 5}, {"Thu", 6}, {"Hồng", 4}, {"Kim", 2}, {"Phương", 2},
	}
	demoGivensM = []share{
		{"Hùng", 5}, {"Dũng", 5}, {"Tuấn", 5}, {"Anh", 4}, {"Nam", 4}, {"Sơn", 4}, {"Hải", 4}, {"Long", 4}, {"Thắng", 4},
		{"Bình", 4}, {"Cường", 4}, {"Minh", 4}, {"Hoà", 2}, {"Khánh", 3}, {"Lâm", 3}, {"Phúc", 3}, {"Quân", 3}, {"Toàn", 3},
		{"Trung", 4}, {"Việt", 3}, {"Vinh", 3}, {"Thành", 4}, {"Tiến", 3}, {"Thịnh", 2}, {"Kiên", 2}, {"Đạt", 2}, {"Khôi", 1},
		{"Bảo", 2}, {"Chiến", 2}, {"Nghĩa", 2}, {"Phong", 2}, {"Tùng", 3}, {"Quyết", 1}, {"Đông", 2}, {"Luận", 1},
	}
	demoGivensF = []share{
		{"Hương", 5}, {"Hoa", 4}, {"Lan", 5}, {"Mai", 4}, {"Hằng", 4}, {"Nga", 4}, {"Thuỷ", 3}, {"Hà", 5}, {"Anh", 5},
		{"Linh", 4}, {"Trang", 4}, {"Thảo", 4}, {"Phương", 4}, {"Yến", 3}, {"Oanh", 2}, {"Nhung", 3}, {"Hạnh", 3}, {"Hiền", 4},
		{"Vân", 3}, {"Tâm", 2}, {"Loan", 2}, {"Liên", 2}, {"Huệ", 2}, {"Bình", 2}, {"Dung", 3}, {"Xuân", 2}, {"Ngọc", 3},
		{"Ánh", 2}, {"Tuyết", 2}, {"Quỳnh", 2}, {"Diệp", 1}, {"Thơm", 1}, {"Ước", 1},
	}
)
