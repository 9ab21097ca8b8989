package stampdesk

// Headings of the register, in both languages.
var (
	fieldsVi = map[Field]string{
		FieldCard: "Số thẻ", FieldRecord: "Số LL", FieldName: "Họ và tên", FieldBirth: "Ngày sinh", FieldSex: "Giới tính",
		FieldHome: "Quê quán", FieldAdmitted: "Ngày vào Đảng", FieldOfficial: "Ngày chính thức", FieldIssued: "Ngày cấp thẻ",
		FieldUnit: "Mã đơn vị", FieldCell: "Chi bộ", FieldHost: "Đơn vị SHĐ tạm thời", FieldStatus: "Trạng thái",
		FieldNote: "Ghi chú", FieldOldCard: "Số thẻ cũ", FieldMovedOut: "Ngày chuyển đi", FieldMovedTo: "Nơi chuyển đi",
		FieldMovedIn: "Ngày chuyển đến", FieldMovedFrom: "Nơi chuyển đến", FieldDied: "Ngày từ trần",
		FieldLeft: "Ngày ra khỏi Đảng", FieldLeftBy: "Hình thức",
	}
	fieldsEn = map[Field]string{
		FieldCard: "Card number", FieldRecord: "Record number", FieldName: "Name", FieldBirth: "Birth date", FieldSex: "Sex",
		FieldHome: "Home place", FieldAdmitted: "Admitted", FieldOfficial: "Official since", FieldIssued: "Card issued",
		FieldUnit: "Unit code", FieldCell: "Cell", FieldHost: "Host unit (temporary)", FieldStatus: "Status",
		FieldNote: "Note", FieldOldCard: "Old card number", FieldMovedOut: "Transferred out on", FieldMovedTo: "Transferred to",
		FieldMovedIn: "Transferred in on", FieldMovedFrom: "Transferred from", FieldDied: "Died on",
		FieldLeft: "Left the Party on", FieldLeftBy: "Left how",
	}
	dateFaultsVi = map[DateFault]string{
		DateInFuture: "ngày ở tương lai", DateBefore: "trước ngày vào Đảng", DateCardBefore: "cấp thẻ trước ngày vào Đảng", DateTooYoung: "vào Đảng khi chưa đủ 18 tuổi",
		DateTooOld: "trên 115 tuổi", DateAfterLeaving: "trước ngày vào Đảng, mà là ngày đi hoặc ra khỏi Đảng",
	}
	dateFaultsEn = map[DateFault]string{
		DateInFuture: "a date in the future", DateBefore: "before the admission", DateCardBefore: "a card issued before the admission", DateTooYoung: "admitted under the age of 18",
		DateTooOld: "more than 115 years old", DateAfterLeaving: "left before the admission",
	}
)
