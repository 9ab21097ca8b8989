package tui

var vietnameseRound = roundWords{
	MenuRound:      "Toàn đợt, các đơn vị",
	RoundStarts:    "còn {} ngày mới bắt đầu",
	RoundLeft:      "còn {} ngày",
	RoundOver:      "quá hạn {} ngày",
	RoundLastDay:   "hôm nay hết hạn",
	RoundIsShut:    "đã khóa đợt",
	PaceNeeded:     "Cần {} thẻ/ngày",
	PaceRemains:    "Còn {} thẻ chưa qua bàn",
	PaceNow:        "Đang {} thẻ/ngày ({} ngày làm)",
	PaceToday:      "Hôm nay {} thẻ",
	PaceNone:       "Chưa đóng dấu thẻ nào",
	PaceInTime:     "Kịp thời hạn",
	PaceTooSlow:    "Chậm: thiếu {} thẻ/ngày",
	PaceNothing:    "Không còn thẻ nào phải chờ",
	PaceLate:       "Hết hạn, còn {} thẻ",
	PaceHeld:       "Đang giữ {} thẻ",
	PaceChase:      "Chưa thu được {} thẻ",
	NobodyBrought:  "Chưa có lô nào: Esc, rồi n",
	NoRosterHow:    "Việc khác (m), rồi 9: giám sát nhập danh sách từ tệp.",
	ColLost:        "mất",
	ColSpoilt:      "hỏng",
	ColChase:       "chưa thu",
	ColShare:       "đã đóng",
	RoundTally:     "Bảng kiểm đếm toàn đợt",
	AskRoundPrint:  "In gì cho toàn đợt?",
	AskUnitPrint:   "In gì cho {}?",
	Brought:        "Các lô",
	SeeAlso:        "Xem tiếp",
	NotBrought:     "Đơn vị chưa giao thẻ lần nào.",
	NoSuchUnit:     "Không có đơn vị này trong danh sách đảng viên.",
	UnitHeldN:      "Thẻ đang giữ",
	UnitChaseN:     "Thẻ chưa thu được",
	UnitReconcile:  "Đối chiếu bốn bên",
	RemainN:        "còn {}",
	StampedN:       "đóng dấu {}",
	KeptN:          "giữ {}",
	RefusedN:       "trả lại {}",
	DamagedN:       "hỏng {}",
	LostN:          "mất {}",
	ChaseN:         "chưa thu {}",
	ChaseOfUnit:    "Danh sách thẻ chưa thu được",
	RenewalsOfUnit: "Danh sách đổi và cấp lại thẻ",
	IntakeOfUnit:   "Phiếu quét: mã vạch từng thẻ",
	MembersOf:      "{} đảng viên",
	CardlessN:      "{} chưa có thẻ",
	SeenOf:         "qua bàn {}/{}",
	DeclaredN:      "đơn vị báo {}",
	ListedN:        "mẫu 2: {}",
	CountedN:       "đếm tay {}",
	ExpectedN:      "phải có {}",
	SeenN:          "qua bàn {}",
	UnexpectedN:    "ngoài danh sách {}",
	DifferenceN:    "lệch {}",
	NoDifference:   "khớp",
	NotHere:        "chưa tới bàn",
	NoBatchOfIt:    "Không có lô này.",
	NothingHere:    "Không có thẻ nào như vậy trong lô.",
	NoCardSoFar:    "Lô chưa có thẻ nào: bấm x để nhận làm, rồi quét.",
	KeyUnit:        "đơn vị",
	KeyShow:        "xem loại",

	HelpRound: `Các đơn vị của đợt; đơn vị cần người làm đứng trước (dấu !): có thẻ
đang giữ, chờ quyết định, đủ thẻ chờ chốt; rồi xong mà chưa trả,
đang đóng dấu, chưa giao thẻ; xong hẳn ở cuối.
Đường liền: số thẻ đóng dấu mỗi ngày. Đường đứt: số thẻ mỗi ngày
từ nay mới kịp thời hạn. “Đang”: trung bình năm ngày làm gần nhất.
Enter         vào đơn vị, rồi lô, rồi thẻ
/             tìm đơn vị, không cần dấu
p             in của toàn đợt        m    việc khác
Esc           các lô
Thẻ = đóng dấu + giữ + trả lại + hỏng + mất + chưa thu + còn.`,
	HelpUnit: `Một đơn vị: số liệu, từng lần giao thẻ, và những gì còn chờ.
Enter         vào lô, hoặc mở danh sách đã chọn
p             in: thẻ chưa thu, đổi và cấp lại, phiếu quét
/             tìm                   Esc  quay lại`,
	HelpBatch: `Một lô: từng thẻ phải có hoặc đã qua bàn, và thẻ đó nay ra sao.
Enter         mở thẻ
1–7           chỉ xem một loại (hoặc mũi tên trái, phải)
x             nhận lô này làm       q   ghi quyết định
a             thẩm định             k   số đơn vị báo
t             giao trả              o   mở lại lô đã chốt
p             in của lô             /   số thẻ, họ tên, chi bộ
Chốt lô: bấm x để nhận làm, rồi bấm c ở bàn.`,

	UnitStates:  [8]string{"giữ {} thẻ", "mở lại, còn {}", "chờ quyết định", "đủ thẻ, chốt lô", "xong, chưa trả", "đang đóng dấu", "chưa giao thẻ", "xong"},
	CardFilters: [7]string{"Tất cả", "Chưa tới", "Đóng", "Giữ", "Trả", "Hỏng", "Mất"},
}
