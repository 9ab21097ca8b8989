package printer

var vietnamesePaper = paperWords{
	party: "ĐẢNG CỘNG SẢN VIỆT NAM", no: "Số", date: "ngày %02d tháng %s năm %d",
	inspection: "Kiểm tra kỹ thuật thẻ đảng viên", round: "lần thứ %s",
	ordinals: []string{"nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"},
	reprint:  "BẢN IN LẠI", nth: "lần %d", afterFault: "sau sự cố",
	printed: "Bản in", desk: "bàn", sign: "(ký, ghi rõ họ tên)", none: "không có",

	unit: "Đơn vị:", unitCode: "Mã đơn vị:", batch: "Lô:", kind: "Loại lô:", broughtBy: "Người mang thẻ đến:",
	decision: "Quyết định:", decisionOf: "%s, ngày %s", undecided: "chưa có",
	kinds: [3]string{"thẻ của đơn vị", "bổ sung", "thẻ mới"},

	returnList: "DANH SÁCH TRẢ THẺ", draft: "TẠM",
	seq: "TT", card: "Số thẻ", name: "Họ và tên", box: "Ô", reason: "Lý do",
	cellUnknown: "Chưa rõ chi bộ", oneCard: "1 thẻ", cards: "%s thẻ",
	stamped: "Thẻ trả lại, đã đóng dấu", returned: "Thẻ trả lại, không đóng dấu",
	kept: "Thẻ giữ lại", missing: "Thẻ còn thiếu",
	exchange: "đổi thẻ, mẫu 3", withdrawn: "thu hồi, nộp lên cấp trên", family: "gia đình giữ thẻ",
	found: "đã báo mất, nay có thẻ",
	count: "SỐ LƯỢNG", expected: "Thẻ dự kiến", received: "Đếm khi nhận", nStamped: "Đã đóng dấu",
	nReturned: "Không đóng dấu, trả lại", nKept: "Giữ lại", nDamaged: "Hỏng", nLost: "Mất (mẫu 4)",
	nMissing: "Chưa thu, còn thiếu", nExtra: "Ngoài dự kiến", envelope: "Số thẻ trong\nphong bì: %s",
	giver: "NGƯỜI GIAO", receiver: "NGƯỜI NHẬN",

	tally: "BẢNG KIỂM ĐẾM", scope: "Phạm vi:", wholeRound: "toàn đợt", shift: "Ca:", operator: "Người thao tác:",
	members: "Đảng viên", official: "chính thức", probationary: "dự bị", withCard: "Đã có thẻ", ofBatch: "Thẻ của lô",
	withoutCard: "Chưa có thẻ", handled: "Thẻ đã qua tay", proposed: "Đề nghị đóng dấu",
	tStamped: "Đã đóng dấu", notStamped: "Chưa đóng dấu", damaged: "hỏng", lost: "mất", uncollected: "chưa thu được",
	held: "giữ lại", refused: "không đóng dấu", remaining: "còn lại",
	relaminated: "Ép lại", late: "Đóng sau hạn", exchanged: "Đã đổi thẻ", reissued: "Đã cấp lại", voided: "Lần ghi đã hủy",
	inBox: "Đóng vào ô %d", guests: "Sinh hoạt tạm thời", outside: "Ngoài danh sách", heads: "Đầu sổ ghi",
	compiler: "NGƯỜI LẬP", supervisor: "GIÁM SÁT",
}
