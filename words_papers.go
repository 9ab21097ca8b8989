package stampdesk

// Label is the name of a document as a person calls it, of at most 24 letters;
// one that nobody knows is its own.
func (d Document) Label(l Lang) string {
	if name := WordsIn(l).Documents[d]; name != "" {
		return name
	}
	return string(d)
}

var documentsVi = map[Document]string{
	ReturnList: "danh sách trả thẻ", TallySheet: "bảng kiểm đếm", ShiftSheet: "biên bản ca",
	ChaseList: "danh sách thẻ chưa thu", GuestSlip: "phiếu xác nhận SHĐ", Receipt: "biên nhận thẻ",
	HeldSlip: "phiếu giữ thẻ", RenewalList: "danh sách đổi, cấp lại", IntakeSheet: "phiếu quét thẻ",
	CommandSheet: "tờ mã lệnh", TestPage: "trang in thử",
}

var documentsEn = map[Document]string{
	ReturnList: "return list", TallySheet: "tally sheet", ShiftSheet: "sheet of shift",
	ChaseList: "chase list", GuestSlip: "slip for a guest's card", Receipt: "receipt for cards",
	HeldSlip: "slip of held card", RenewalList: "exchange list", IntakeSheet: "intake sheet",
	CommandSheet: "command sheet", TestPage: "test page",
}
