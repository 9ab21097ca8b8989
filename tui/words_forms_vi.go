package tui

var vietnameseForms = formWords{
	FormsTitle: "Biểu mẫu và báo cáo", AlsoForms: "KTTĐV, tổng hợp, xuất tệp, Excel, PDF",
	FormsGroup: "Biểu mẫu", ReportsGroup: "Báo cáo",
	FormNames: [formKinds - 1]string{
		"Mẫu 1  Sử dụng, bảo quản thẻ", "Mẫu 2  Đề nghị đóng dấu", "Mẫu 3  Đổi thẻ bị hỏng", "Mẫu 4  Cấp lại thẻ bị mất",
		"Mẫu 5  Chưa được phát thẻ", "Mẫu 6  Tổng hợp của đơn vị", "Mẫu 7  Kết quả của ban",
		"Báo cáo theo đề cương", "Biến động đảng viên",
	},
	FormAbout: [formKinds - 1]string{
		"Mẫu 1-KTTĐV: biểu báo cáo tình hình sử dụng và bảo quản thẻ đảng viên, chi bộ lập.",
		"Mẫu 2-KTTĐV: danh sách đảng viên đề nghị đóng dấu kiểm tra kỹ thuật thẻ.",
		"Mẫu 3-KTTĐV: danh sách đảng viên đề nghị đổi lại thẻ bị hỏng.",
		"Mẫu 4-KTTĐV: danh sách đảng viên đề nghị cấp lại thẻ bị mất.",
		"Mẫu 5-KTTĐV: danh sách đảng viên chính thức chưa được đổi, phát thẻ.",
		"Mẫu 6-KTTĐV: biểu tổng hợp của đảng ủy cơ sở, mỗi đơn vị một biểu.",
		"Mẫu 7-KTTĐV: báo cáo tổng hợp kết quả của ban tổ chức, kèm đề cương báo cáo.",
		"Báo cáo bằng lời theo đề cương, số liệu điền sẵn; phần khó khăn, kiến nghị do người viết.",
		"Kết nạp, công nhận, chuyển đến, chuyển đi, từ trần, xóa tên, khai trừ từ ngày tính số liệu.",
	},
	FormHolds: "Đang có", FormHinders: "Còn vướng",
	PeopleN: "{} người", MovesN: "{} biến động",
	NoteShort: [9]string{
		"{} ĐV chưa nộp", "{} dòng lạ", "{} lô chưa chốt", "{} thẻ đang giữ", "{} thẻ nơi khác", "khai lệch {}", "số trùng {}", "khác ngày tính", "khác cách tính",
	},
	NoteLong: [9]string{
		"{} đơn vị chưa nộp danh sách theo mẫu này.",
		"{} dòng của danh sách mẫu 5 không phải người chưa có thẻ.",
		"{} lô chưa chốt: số liệu còn có thể thay đổi.",
		"{} thẻ đang ở khay giữ, chờ giám sát.",
		"{} thẻ của đảng viên mình đóng dấu ở nơi khác, hoặc đến qua đơn vị khác.",
		"Mẫu 6 khai lệch {} so với tổng các phần.",
		"Mẫu 6 khai {} đúng bằng một tổng khác, có thể chép nhầm.",
		"Các ban tính theo ngày khác nhau.",
		"Các ban tính theo cách khác nhau.",
	},
	FormAndMore: " và {} nữa",
	FormAbsent:  "Chưa lập được: lý do ở dòng trên.",
	UnitForms:   "Biểu mẫu của đơn vị",

	FormOf: "Của ai", ScopeKinds: [5]string{"cả đảng bộ", "từng đơn vị, mỗi đơn vị một trang", "một đơn vị", "từng chi bộ, mỗi chi bộ một trang", "một chi bộ"},
	FormUnit: "Đơn vị", FormCell: "Chi bộ", FormChoose: "Enter để chọn",
	FormFilled: "Điền", BlankKinds: [3]string{"theo danh sách, sổ ghi", "phát cho đơn vị, có sẵn tên đảng viên", "phát cho đơn vị, để trống"},
	FormAs:      "Loại tệp",
	EndingKinds: [4]string{"bảng tính Excel (.xlsx)", "bản in, ký (.pdf)", "bảng chữ (.csv)", "văn bản (.txt)"},
	FormNumber:  "Số văn bản", FormNoNumber: "để trống, ghi tay; Enter để gõ", FormNumberHow: "Ví dụ: 12-BC/BTC. Để trống: trên giấy có chỗ để ghi tay.",
	FormPath: "Tệp", FormPathHow: "Tên tệp, hoặc cả đường dẫn; tên thư mục có / ở cuối thì giữ tên đề nghị. Để trống: trở lại tên đề nghị.",
	FormThen: "Rồi", FormLook: "Xem trước", FormLookHow: "trên màn hình, chưa ghi gì",
	FormWrite: "Ghi ra tệp", FormWriteHow: "hoặc bấm e",
	FormNeedsUnit: "Chọn đơn vị trước: dòng “Đơn vị”, bấm Enter.", FormNeedsCell: "Chọn chi bộ trước: dòng “Chi bộ”, bấm Enter.",
	FormWritten: "Đã ghi {}", FormStopped: "Đã dừng: chưa ghi tệp nào.",
	PartsN: "{} phần", PartsOf: "{}/{} phần", PartsRate: "{} phần/giây",
	PagesN: "{} trang", SheetsN: "{} trang tính",

	FileThere: "{} đã có; chưa ghi đè.", FileThereTitle: "Tệp đã có",
	AskOverwrite: "Ở đó đã có một tệp tên như vậy:", KeepFile: "Giữ tệp cũ, chưa ghi", OverwriteFile: "Ghi đè: tệp cũ mất hẳn",
	PickUnit: "Biểu mẫu của đơn vị nào?", PickCell: "Biểu mẫu của chi bộ nào?",

	HelpForms: `Các biểu mẫu 1-KTTĐV đến 7-KTTĐV và báo cáo, điền từ sổ ghi, các danh sách đã nhập và danh sách đảng viên.
Cột giữa là những gì đang có, cột phải là điều còn vướng; dòng dưới nói đủ.
Enter         chọn của ai, loại tệp, rồi xem trước hoặc ghi ra tệp
r             đọc lại khi không đọc được
Không ở màn hình, gõ lệnh: gói kết quả gửi lên và nhận từ cấp dưới: stampdesk bundle; chỉ tiêu: stampdesk report targets.`,
	HelpForm: `Mỗi dòng một điều: phím trái, phải để đổi; Enter để gõ hoặc chọn.
e             ghi ra tệp; đã có tệp tên đó thì hỏi trước khi ghi đè
Esc           quay lại, những gì đã chọn được giữ; khi đang ghi: dừng, không để lại tệp dở dang
.xlsx để gửi lên trên, phát cho đơn vị và nhập lại; .pdf để in và ký. Tệp chỉ người dùng này đọc được.
Mẫu 1 đến 5 có thể để trống phát cho đơn vị: đơn vị điền xong, nhập lại không phải gán cột.`,
	HelpOverwrite: `1: giữ tệp cũ, quay lại đổi tên. 2: ghi đè, tệp cũ mất hẳn. Esc: như 1.`,
	HelpPickUnit:  `Gõ mã hoặc vài chữ của tên, mũi tên chọn, Enter lấy. Esc: quay lại, giữ như cũ.`,
}
