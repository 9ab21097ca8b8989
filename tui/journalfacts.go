package tui

import "stampdesk"

// factNames are the particulars of entries as a person reads them.
var factNames = map[string][2]string{
	stampdesk.FactKind: {"Loại", "Kind"}, stampdesk.FactBy: {"Người giao, nhận", "Brought by"}, stampdesk.FactCount: {"Số lượng", "Count"},
	stampdesk.FactNo: {"Số quyết định", "Decision"}, stampdesk.FactDate: {"Ngày", "Date"}, stampdesk.FactSigner: {"Người ký", "Signer"},
	stampdesk.FactForm: {"Mẫu", "Form"}, stampdesk.FactPerson: {"Về người", "Person"}, stampdesk.FactRole: {"Vai trò", "Role"},
	stampdesk.FactCopy: {"Bản in thứ", "Copy"}, stampdesk.FactDraft: {"Bản nháp", "Draft"}, stampdesk.FactExpected: {"Số thẻ phải có", "Expected"},
	stampdesk.FactMissing: {"Số thẻ thiếu", "Missing"}, stampdesk.FactFile: {"Mã băm của tệp", "Hash of the file"},
	stampdesk.FactRoster: {"Danh sách", "Roster"}, stampdesk.FactSetup: {"Thiết lập", "Set-up"}, stampdesk.FactRecord: {"Mã băm hồ sơ", "Hash of the record"},
	stampdesk.FactNew: {"Số thẻ mới", "New number"}, stampdesk.FactPhotos: {"Số ảnh", "Photographs"}, stampdesk.FactPaper: {"Bản trình bày", "Statement"},
	stampdesk.FactTo: {"Người nhận", "Received by"}, stampdesk.FactUntil: {"Đến lúc", "Until"}, stampdesk.FactName: {"Tên ca", "Shift"},
	stampdesk.FactHeld: {"Thẻ giữ theo sổ", "Held by the journal"}, stampdesk.FactUnit: {"Đơn vị", "Unit"}, stampdesk.FactCard: {"Số thẻ", "Card"},
	stampdesk.FactShift: {"Ca", "Shift"}, stampdesk.FactHold: {"Lần giữ", "Hold"}, stampdesk.FactEpoch: {"Thời kỳ mới", "New epoch"},
	stampdesk.FactEnded: {"Thời kỳ cũ", "Ended epoch"}, stampdesk.FactBack: {"Đưa lại bản trước", "Put back"}, stampdesk.FactMade: {"Bản sao lưu lúc", "Backup made"},
	stampdesk.FactPrinter: {"Máy in", "Printer"}, stampdesk.FactSettled: {"Bản in", "Print job"}, stampdesk.FactAgain: {"In lại", "Again"},
	stampdesk.FactFollowed: {"In lại sau đó", "Followed"}, stampdesk.FactWritten: {"Ghi ra tệp", "Into a file"},
}

// factName names a particular of an entry; one of a later version by its name.
func factName(l stampdesk.Lang, name string) string {
	names, known := factNames[name]
	switch {
	case !known:
		return name
	case l == stampdesk.English:
		return names[1]
	}
	return names[0]
}
