package tui

var vietnameseLines = lineWords{
	LineBoxes:   "{} {}",
	LineStamped: "Enter: đã đóng dấu",
	LineDone:    "ĐÃ GHI số {}: {}, {}",
	LineLeft:    "{} trong {}, còn {}",
	LineSeen:    "đã qua bàn {}",
	LineEarly:   "CHƯA GHI: dòng trống đến trước khi nghe xong câu hỏi. Bấm Enter lần nữa.",
	LineUnknown: "Không hiểu dòng này. Gõ ? để nghe các lệnh.",
	LineAgain:   "Đọc lại cùng một thẻ, {}.",
	LineSame:    "Không có gì thay đổi.",
	LineKeys:    "Lệnh",
	LineMore:    "Còn {} hàng nữa: gõ + để nghe tiếp, - để trở lại.",
	LineBatch:   "{}. Lô {}, {}: {} trong {} thẻ, {}",
	LineOpen:    "Lô {}, {}: {}",
	LineBack:    "{}: đã nối lại",
	LineNumber:  "số",
	LineDesk: "Gõ hoặc quét số thẻ. Đóng dấu xong, dòng trống là ghi; nghe ĐÃ GHI là đã vào sổ.\n" +
		"Thẻ đang hỏi: 1 đến 4 các ô, l ép lại, d hỏng, g giữ lại, t trả lại, k chưa đóng dấu, o giám sát cho phép.\n" +
		"Không có thẻ đang hỏi: u hoàn tác, b các lô, c chốt lô, s ca, p in, i xem thẻ, m việc khác.",
	LineHelp: "Mỗi dòng là một việc, Enter kết thúc dòng.\n" +
		"Số thẻ: kiểm tra thẻ. Dòng trống: trả lời câu vừa hỏi. Thẻ tự đến (máy quét, hàng chờ) chỉ nhận dòng trống gõ sau khi đã hỏi.\n" +
		"3 hoặc 34: ô đóng dấu của thẻ đang hỏi. Một chữ: lệnh của bàn. g hỏng: lệnh g với lý do.\n" +
		"Số của hàng: mở hàng đó. 2 x hoặc x 2: lệnh x với hàng 2. /chữ: tìm. + và -: trang sau, trang trước.\n" +
		"i số thẻ: lịch sử thẻ. esc: lui một bước. tab: ô nhập sau. giao: giao bàn. ra: đăng xuất. f2: English. Dấu chấm: nghe lại. quit: tắt.",
}
