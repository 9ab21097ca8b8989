package printer

var vietnamesePaper = paperWords{
	party: "ĐẢNG CỘNG SẢN VIỆT NAM", no: "Số", date: "ngày %02d tháng %s năm %d",
	inspection: "Kiểm tra kỹ thuật thẻ đảng viên", round: "lần thứ %s",
	ordinals: []string{"nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"},
	reprint:  "BẢN IN LẠI", nth: "lần %d", afterFault: "sau sự cố",
	printed: "Bản in", desk: "bàn", sign: "(ký, ghi rõ họ tên)", none: "không có", unrecorded: "Bản xem, chưa ghi sổ", upTo: "số liệu đến mục", goesOn: "%s (tiếp)",

	unit: "Đơn vị:", unitCode: "Mã đơn vị:", batch: "Lô:", kind: "Loại lô:", broughtBy: "Người mang thẻ đến:",
	decision: "Quyết định:", decisionOf: "%s, ngày %s", undecided: "chưa có",
	kinds: [3]string{"thẻ của đơn vị", "bổ sung", "thẻ mới"},

	returnList: "DANH SÁCH TRẢ\u00a0THẺ", draft: "TẠM",
	seq: "TT", card: "Số thẻ", name: "Họ và tên", box: "Ô", reason: "Lý do",
	cellUnknown: "Chưa rõ chi bộ", oneCard: "1 thẻ", cards: "%s thẻ",
	stamped: "Thẻ trả lại, đã đóng dấu", returned: "Thẻ trả lại, không đóng dấu",
	kept: "Thẻ giữ để đổi, thu hồi", missing: "Thẻ còn thiếu",
	exchange: "đổi thẻ, mẫu 3", withdrawn: "thu hồi, nộp lên cấp trên", family: "gia đình giữ thẻ",
	found: "đã báo mất, nay có thẻ", notBrought: "chưa thấy thẻ", notSeen: "chưa qua bàn",
	count: "SỐ LƯỢNG", expected: "Thẻ dự kiến", received: "Đếm khi nhận", nStamped: "Đã đóng dấu",
	nReturned: "Không đóng dấu, trả lại", nHeld: "Trong khay giữ", nAstray: "Thẻ lạc, bàn giữ", nKept: "Thu hồi, nộp lên", nDamaged: "Hỏng", nLost: "Mất (mẫu 4)", nGone: "Nay báo mất",
	nMissing: "Chưa thu, còn thiếu", nExtra: "Ngoài dự kiến", envelope: "Số thẻ trong phong\u00a0bì:\u00a0%s",
	heldTray: "Thẻ trong khay giữ", astray: "Thẻ lạc, bàn giữ", newStamped: "Thẻ mới, đã đóng dấu",
	handedOver: "Đã giao:", returnedAt: "Đã trả:",
	giver: "NGƯỜI GIAO", receiver: "NGƯỜI NHẬN",

	tally: "BẢNG KIỂM ĐẾM", scope: "Phạm vi:", wholeRound: "toàn đợt", shift: "Ca:", operator: "Người thao tác:",
	members: "Đảng viên", official: "chính thức", probationary: "dự bị", withCard: "Đã có thẻ", ofBatch: "Thẻ của lô",
	withoutCard: "Chưa có thẻ", handled: "Thẻ đã xử lý", proposed: "Đề nghị đóng dấu",
	tStamped: "Đã đóng dấu", notStamped: "Chưa đóng dấu", damaged: "hỏng", lost: "mất", uncollected: "chưa thu được",
	held: "giữ lại", refused: "không đóng dấu", remaining: "còn lại",
	relaminated: "Ép lại", late: "Đóng sau hạn", exchanged: "Đã đổi thẻ", reissued: "Đã cấp lại", voided: "Lần ghi đã hủy",
	inBox: "Đóng vào ô %d", guests: "Sinh hoạt tạm thời", outside: "Ngoài danh sách", heads: "Đầu sổ ghi",
	compiler: "NGƯỜI LẬP", supervisor: "GIÁM SÁT",
	overridden: "Đóng do giám sát cho phép", newCards: "Thẻ mới (đổi, cấp lại)", remarks: "Sử dụng, bảo quản thẻ",
	byUnit: "THEO ĐƠN VỊ", byManyUnits: "THEO ĐƠN VỊ: đã đóng dấu + chưa đóng dấu", byOperator: "THEO NGƯỜI THAO TÁC", noUnit: "Sinh hoạt tạm thời, ngoài danh sách",

	shiftSheet: "BIÊN BẢN KẾT\u00a0THÚC\u00a0CA", begun: "Bắt đầu:", ended: "Kết thúc:", notEnded: "ca đang làm", note: "Ghi chú:",
	tray: "SỐ THẺ TRONG KHAY GIỮ", trayBegun: "Đầu ca, theo sổ", countBegun: "Đầu ca, đếm được",
	trayEnded: "Cuối ca, theo sổ", countEnded: "Cuối ca, đếm được",
	uncounted: "không đếm", matches: "khớp", short: "thiếu %s", over: "thừa %s",
	shiftGiver: "NGƯỜI GIAO CA", shiftTaker: "NGƯỜI NHẬN CA",

	chaseList: "DANH SÁCH THẺ CHƯA\u00a0THU\u00a0ĐƯỢC", allUnits: "mọi đơn vị", details: "Chi bộ · lý do · từ ngày, lô",
	since: "từ %s", inBatch: "lô %s", total: "Cộng", page: "Trang %d/%d",

	guestSlip: "PHIẾU XÁC\u00a0NHẬN", guestSlipOf: "đã kiểm tra kỹ thuật thẻ của đảng viên sinh hoạt đảng tạm thời",
	to: "Kính gửi:", host: "Sinh hoạt tạm thời tại:", boxes: "Đóng dấu vào ô số:", stampedOn: "Ngày đóng dấu:",
	entry: "Lần ghi:", hash: "Mã kiểm tra:",
	guestAsk:  "Đề nghị nơi có đảng số của đảng viên ghi nhận thẻ đã được kiểm tra kỹ thuật, không đóng dấu lại.",
	confirmer: "NGƯỜI XÁC NHẬN", noStamp: "Lần đóng dấu đã bị hủy: phiếu này không xác nhận điều gì.", void: "KHÔNG CÓ GIÁ TRỊ",

	moreWords: vietnameseMore,
}
