package stampdesk

// Label is the name of a document as a person calls it; one that nobody knows
// is its own.
func (d Document) Label(l Lang) string {
	if name := WordsIn(l).Documents[d]; name != "" {
		return name
	}
	return string(d)
}

var documentsVi = map[Document]string{
	ReturnList: "danh sách trả thẻ", TallySheet: "bảng kiểm đếm", ShiftSheet: "biên bản kết thúc ca",
	ChaseList: "danh sách thẻ chưa thu được", GuestSlip: "phiếu xác nhận SHĐ tạm thời", Receipt: "biên nhận thẻ",
	HeldSlip: "phiếu giữ thẻ", RenewalList: "danh sách đổi, cấp lại thẻ", IntakeSheet: "phiếu quét thẻ",
	CommandSheet: "tờ mã vạch lệnh", TestPage: "trang in thử",
}

var documentsEn = map[Document]string{
	ReturnList: "return list", TallySheet: "tally", ShiftSheet: "record of the shift",
	ChaseList: "list of cards not collected", GuestSlip: "confirmation slip", Receipt: "receipt for cards",
	HeldSlip: "slip for a held card", RenewalList: "exchange and reissue list", IntakeSheet: "intake sheet",
	CommandSheet: "command barcodes", TestPage: "test page",
}
