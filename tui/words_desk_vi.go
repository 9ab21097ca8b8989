package tui

var vietnameseDesk = deskWords{
	ThisShift: "Ca", StampedShort: "đóng", RelaminateShort: "ép lại", HeldShort: "giữ", RefusedShort: "trả", DamagedShort: "hỏng",
	MinutesLeft: "còn khoảng {} phút", HoursLeft: "còn khoảng {} giờ",
	DoUnstamped: "Để thẻ lại vào chồng chưa làm. Quét thẻ kế tiếp.", JournalNo: "Số {} trong sổ ghi",
	DamagedBig: "THẺ HỎNG", ScanNext: "Quét thẻ kế tiếp.", ReadAgain: "đọc lại",
	PlugIn:         "Cắm lại cáp máy quét, hoặc gõ số thẻ rồi bấm Enter.",
	JournalShort:   "sổ",
	PrinterTrouble: "{}: {} – xem hàng chờ in (m, 0)", PrinterUnsure: "giấy ra đủ chưa?",
	JobAnsweredThere: "Bản in số {} đã được trả lời ở nơi khác.",
	KeyEarlier:       "thẻ trước",
}
