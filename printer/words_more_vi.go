package printer

var vietnameseMore = moreWords{
	receipt: "BIÊN NHẬN THẺ\u00a0ĐẢNG\u00a0VIÊN", receivedAt: "Nhận lúc:", countedByHand: "Đếm bằng tay:", notCounted: "chưa đếm",
	lists: "Danh sách", lines: "Dòng", inForm6: "Mẫu 6", form6: "KÊ KHAI CỦA ĐƠN VỊ (MẪU 6)", notThere: "chưa có",
	forms:  [4]string{"Mẫu 2 đóng dấu", "Mẫu 3 thẻ hỏng", "Mẫu 4 thẻ mất", "Mẫu 5 chưa thẻ"},
	photos: "Ảnh 2×3 (tấm)", accounts: "Bản trình bày mất thẻ",
	agrees:  "Đếm được %s, khớp với mẫu 2 và mẫu 3.",
	differs: "Đếm được %s, mẫu 2 và mẫu 3 có %s: %s.", differsShort: "thiếu %s", differsOver: "thừa %s",
	listDiffers: "Mẫu %d có %s dòng, đơn vị kê khai %s.",
	keepReceipt: "Xin mang theo khi nhận thẻ", bringer: "NGƯỜI GIAO THẺ", taker: "NGƯỜI NHẬN THẺ",

	heldSlip: "PHIẾU GIỮ\u00a0THẺ", heldBy: "Người giữ:", heldAt: "Giữ lúc:", cell: "Chi bộ:", unknownMember: "không có trong danh sách",
	keptReason: "LÝ DO GIỮ", settledBy: "Giám sát xử lý tại bàn, bằng mã PIN của mình:",
	permit: "cho đóng dấu", giveBack: "trả lại đơn vị, không đóng dấu", exchangeIt: "thẻ hỏng, làm thủ tục đổi (mẫu 3)",
	release: "thôi giữ, xét lại từ đầu", leftFromRound: "Thẻ còn lại từ đợt trước: không đóng dấu cho đợt ấy nữa.",
	decide: "Quyết định:", decidedOn: "Ngày:", notHeld: "Thẻ này không còn trong khay giữ: phiếu không còn giá trị.",

	renewals: "DANH SÁCH ĐỔI\u00a0VÀ CẤP\u00a0LẠI\u00a0THẺ", toExchange: "ĐỔI THẺ HỎNG", toReissue: "CẤP LẠI THẺ MẤT",
	state: "Lý do · hồ sơ · thẻ mới", photosOf: "ảnh %d/%d", accountHere: "có bản trình bày", accountMissing: "thiếu bản trình bày",
	waits: "chờ thẻ mới", ready: "đủ hồ sơ", atHome: "nơi có đảng số làm", boxUnknown: "ô: giám sát quyết định",
	newCard: "thẻ mới %s", newBoxes: "ô %s", unstampedYet: "chưa đóng dấu", stampedNow: "đã đóng dấu",
	issued: "đã có thẻ mới", waiting: "chờ thẻ mới", incomplete: "thiếu hồ sơ",

	intake: "PHIẾU QUÉT\u00a0THẺ", intakeHow: "Cầm thẻ, so số và tên, rồi quét mã ngay dưới tên ấy.",
	byRoster: "Theo danh sách đảng viên đang quản lý", commandSheet: "MÃ LỆNH", commandsHow: "Quét mã thay cho bấm phím.",
	listNames: [3]string{"Mẫu 2: đề nghị đóng dấu", "Mẫu 3: thẻ hỏng, không đóng dấu", "Mẫu 4: thẻ mất, nếu thấy thì giữ lại"},
	groups:    [3]string{"TẠI BÀN", "TRẢ LỜI", "LÔ VÀ CA"},
}
