package tui

var vietnameseSetup = setupWords{
	FoundWelcome:  "Ở đây chưa có dữ liệu nào. Bàn sẽ được lập mới, xong là dùng được ngay.",
	FoundWhy:      "Việc gì ghi ở bàn cũng đứng tên một người, nên trước hết phải có một giám sát: người duyệt các việc ngoài lệ thường, đặt đợt kiểm tra và nhập danh sách.",
	FoundWhere:    "Dữ liệu sẽ nằm ở:",
	FoundElse:     "Bàn đã có dữ liệu ở nơi khác: ctrl+q, rồi mở lại với --data THƯ-MỤC.",
	FoundTitle:    "Giám sát đầu tiên",
	FoundName:     "Họ và tên",
	FoundPIN:      "PIN",
	FoundAgain:    "Gõ lại PIN",
	FoundIDHow:    "Mã để đăng nhập: 1 đến 16 chữ không dấu, chữ số, “-” hoặc “_”. Ví dụ GS1.",
	FoundNameHow:  "Họ tên đầy đủ, có dấu: in trên giấy tờ của bàn.",
	FoundPINHow:   "Ít nhất 4 ký tự. Không ai xem lại được: hãy nhớ kỹ.",
	FoundAgainHow: "Gõ PIN lần nữa, rồi Enter để lập dữ liệu.",
	FoundNoName:   "Ghi họ tên của giám sát.",
	FoundDiffer:   "Hai lần gõ PIN không giống nhau. Gõ lại cả hai.",
	Founding:      "Đang lập dữ liệu…",
	KeyFound:      "lập",
	HelpFound: `Màn hình này chỉ hiện một lần, khi chưa có dữ liệu.
Người ghi ở đây là giám sát đầu tiên, đứng tên lập bàn với đợt kiểm tra kèm theo.
Sau đó là danh sách chuẩn bị: tiêu đề văn bản, đợt, máy quét, máy in, danh sách đảng viên.
Enter, Tab    sang ô sau           Esc, ↑  về ô trước
F2            English              ctrl+q  thoát, chưa ghi gì`,

	MenuSetup:   "Chuẩn bị bàn",
	SetupOpen:   "còn {} việc",
	SetupDone:   "Đã chuẩn bị xong. Esc để về bàn.",
	SetupResume: "Chuẩn bị bàn còn {} việc: bấm m, rồi chọn Chuẩn bị bàn.",
	SetupSteps: [setupSteps]string{
		"Giám sát", "Tiêu đề văn bản", "Đợt kiểm tra", "Máy quét", "Máy in", "Danh sách đảng viên", "Người thao tác", "Lô đầu tiên",
	},
	SetupWhy: [setupSteps]string{
		"Giám sát duyệt các việc ngoài lệ thường và đứng tên lập bàn này.",
		"Danh sách, biên bản in ra mang tên cơ quan của mình. Cần: cấp trên, cơ quan ban hành, địa danh, ký hiệu văn bản.",
		"Ô phải đóng, hạn nộp và thẻ nào quá hạn đều theo đợt. Xem lại các ngày; cấp ủy có thể đặt khác. Enter để sửa, x nếu giữ nguyên.",
		"Quét một thẻ hoặc một mã vạch bất kỳ để biết máy đọc đúng. Không có máy quét thì gõ số, vẫn làm được mọi việc.",
		"In thử một trang: có đủ dấu tiếng Việt, cắt giấy đúng chỗ. Không có máy in thì danh sách được ghi ra tệp.",
		"Không có danh sách thì thẻ nào cũng là thẻ lạ. Cần tệp csv hoặc Excel của cấp ủy: số thẻ, họ tên, ngày sinh, đơn vị.",
		"Mỗi người làm ở bàn có mã và PIN riêng, để sổ ghi biết ai đã đóng dấu. Giám sát cũng đóng dấu được.",
		"Nhận thẻ của đơn vị đầu tiên: chọn đơn vị, đếm thẻ, ghi người giao. Sau khi ghi quyết định (q) là đóng dấu được.",
	},
	SaysPeople:   "{} người",
	SaysNoHeader: "chưa có địa danh, tên cơ quan",
	SaysRound:    "{}, {}–{}",
	SaysRoundNew: "{}, đến {}: chưa xem lại",
	SaysUp:       "đã nối, sẵn sàng",
	SaysNotUp:    "chưa nối",
	SaysNoRoster: "chưa nhập",
	SaysRoster:   "{} đảng viên",
	SaysNobody:   "chưa có ai",
	SaysPassed: [setupSteps]string{
		"–", "–", "–", "không dùng: gõ số bằng tay", "không dùng: danh sách ghi ra tệp", "–", "chỉ giám sát làm ở bàn", "–",
	},
	SaysNoBatch: "chưa có lô nào",
	SaysBatches: "{} lô",
	PassTitle: [setupSteps]string{
		"–", "–", "Giữ nguyên đợt này", "Không có máy quét", "Không có máy in", "–", "Không có người thao tác", "–",
	},
	PassWhat: [setupSteps]string{
		"–", "–", "{}, ô {}, từ {} đến {}. Sổ ghi sẽ ghi là giám sát đã xem lại và giữ nguyên.",
		"Số thẻ được gõ bằng tay. Khi nào có máy quét, cắm vào rồi mở lại việc này.",
		"Danh sách và biên bản được ghi ra tệp. Khi nào có máy in, mở lại việc này.",
		"–", "Chỉ giám sát làm việc ở bàn. Khi nào có thêm người, mở lại việc này.", "–",
	},
	Passed:        "{}: đã ghi.",
	StepCommand:   "Việc này làm bằng lệnh: {}",
	RosterFirst:   "Nhập danh sách đảng viên trước (việc 6), rồi mới nhận lô.",
	RoundIsOver:   "Đợt này đã hết hạn từ {}; thẻ đóng bây giờ ghi chú quá hạn. Nếu là đợt khác, đặt lại các ngày.",
	RoundOverHold: "Đợt này đã hết hạn từ {}; thẻ quét bây giờ được giữ lại chờ giám sát. Nếu là đợt khác, đặt lại các ngày.",
	KeyKeepRound:  "giữ nguyên",
	KeyRecordForm: "ghi",
	KeyPass:       "bỏ qua",
	HelpSetup: `Những việc để bàn làm được, theo thứ tự. Dấu ở đầu dòng theo những gì đã có trong sổ.
Enter hoặc số làm việc đó
x             bỏ qua: giữ nguyên đợt, không có máy quét, không có máy in (giám sát)
Esc           để lại, làm sau: m, Chuẩn bị bàn`,

	HeaderTitle: "Tiêu đề văn bản",
	HeaderHow:   "In trên mọi danh sách, biểu mẫu. Cần tên cơ quan và địa danh; dòng trống thì không in.",
	HeaderParts: [8]string{
		"Cấp trên", "Cơ quan ban hành", "Địa danh", "Ký hiệu văn bản", "Quyền hạn, chức vụ ký", "Họ tên người ký", "Người lập biểu", "Nơi nhận",
	},
	HeaderHints: [8]string{
		"Dòng đầu, ví dụ: TỈNH ỦY M hoặc ĐẢNG BỘ TỈNH M", "Ví dụ: BAN TỔ CHỨC", "Đứng trước ngày tháng, ví dụ: Hà Nội", "Sau số văn bản, ví dụ: -DS/BTC",
		"Các dòng cách nhau bằng “ / ”: T/M BAN THƯỜNG VỤ / TRƯỞNG BAN", "Họ tên dưới chữ ký; trống thì để ký rồi ghi tay.",
		"Họ tên người lập biểu, ký ở bên trái mẫu 6, mẫu 7. Có thể trống.", "Các dòng cách nhau bằng “ / ”: Như trên / Lưu Ban Tổ chức",
	},
	HeaderKept: "Tiêu đề văn bản: đã ghi.",
	NeedHeader: "Ghi tên cơ quan ban hành và địa danh.",
	HelpHeader: `Tiêu đề của mọi giấy tờ in ra: cấp trên và cơ quan ban hành ở góc trái, địa danh trước
ngày tháng, ký hiệu sau số văn bản. Đổi tiêu đề là việc của giám sát, có ghi sổ.
Bốn ô sau in ở cuối biểu mẫu, báo cáo: quyền hạn và chức vụ trên chữ ký, họ tên người ký,
người lập biểu, nơi nhận. Nhiều dòng thì cách nhau bằng dấu / có dấu cách hai bên.
Enter, Tab    ô sau; Enter ở ô cuối: ghi; End: tới ô cuối
Esc           quay lại, chữ đã gõ được giữ`,

	RoundTitle: "Đợt kiểm tra",
	RoundParts: [roundParts]string{
		"Lần thứ", "Ô đóng dấu", "Số ô trên thẻ", "Từ ngày", "Đến ngày", "Ngày lập danh sách", "Ngày tính số liệu", "Hết giá trị từ ngày", "Đơn vị nộp trước", "Báo cáo trước",
	},
	RoundHints: [roundParts]string{
		"Đợt thứ mấy; không đổi được khi đã có lô.", "Ô được đóng trong đợt này.", "Mẫu thẻ có bao nhiêu ô.",
		"Ngày đầu của đợt.", "Ngày cuối; thẻ đóng sau ngày này ghi chú quá hạn.", "Ngày trên danh sách của các chi bộ; mỗi cấp ủy có thể khác. Có thể trống.",
		"Ngày lấy số liệu thống kê. Có thể trống.", "Thẻ chưa đóng dấu không còn giá trị từ ngày này. Có thể trống.",
		"Ngày các đơn vị phải nộp xong. Có thể trống.", "Ngày phải báo cáo lên trên. Có thể trống.",
	},
	RoundWhat:     "{}, ô {}, từ {} đến {}",
	RoundKept:     "Đợt kiểm tra: đã ghi.",
	WantRoundNo:   "Ghi một số: lần thứ từ 1, ô không quá số ô trên thẻ (nhiều nhất {}).",
	WantWholeDate: "Ghi ngày theo dạng 15/04/2021.",
	WantWindow:    "Cần ngày đầu và ngày cuối của đợt, ngày đầu trước ngày cuối.",
	OrdinalFixed:  "Đợt đã bắt đầu. Đợt mới: khóa đợt này, rồi lập đợt (stampdesk round open).",
	WantLapse:     "Hết giá trị từ ngày: phải sau ngày cuối của đợt.",
	WantListed:    "{}: không sau ngày cuối, không quá 1 năm trước ngày đầu.",
	WantDue:       "{}: không được trước ngày đầu của đợt.",
	RoundDays:     [5]string{"lập danh sách {}", "tính số liệu {}", "hết giá trị từ {}", "đơn vị nộp trước {}", "báo cáo trước {}"},
	HelpRoundForm: `Đợt kiểm tra kỹ thuật thẻ đang làm. Lịch chỉ để nhắc và để ghi chú quá hạn, không khóa bàn.
Ngày ghi dạng dd/mm/yyyy. Đổi đợt là việc của giám sát, có ghi sổ.
Enter, Tab    ô sau; Enter ở ô cuối: ghi        End  ô cuối
Esc           quay lại, chữ đã gõ được giữ`,

	NoRosterYet:    "Chưa có danh sách đảng viên, nên chưa nhận lô được.",
	NoRosterAtAll:  "Chưa có danh sách đảng viên nào.",
	NoRosterFile:   "Cần tệp csv hoặc Excel của cấp ủy: số thẻ, họ tên, ngày sinh, đơn vị.",
	NoPrinterDo:    "Bàn chưa có máy in. Chọn máy in ở Việc khác (m), Chuẩn bị bàn.",
	NoHistoryHand:  "Tab: đưa số này vào bàn để xét. Cầm thẻ trên tay thì quét thẻ ở bàn.",
	NoHistoryBatch: "Để xét thẻ: mở hoặc chọn một lô, rồi quét thẻ ở bàn.",
	NoRosterDo:     "Các việc để bắt đầu, theo thứ tự: Việc khác (m), Chuẩn bị bàn.",
}
