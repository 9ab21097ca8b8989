package tui

var vietnameseSettings = settingWords{
	Settings:    "Cài đặt",
	GroupScreen: "Màn hình", GroupSound: "Âm thanh", GroupDesk: "Bàn", GroupDevices: "Thiết bị",
	SettingNames: [8]string{
		"Ngôn ngữ", "Ký hiệu", "Màu", "Chuông khi phải xem lại", "Chuông khi được đóng",
		"Mã bàn", "Xác nhận đã đóng dấu", "Tự khóa sau",
	},
	SettingDevices: [2]string{"Máy quét và quét thử", "Máy in và trang thử"},
	SymbolKinds:    [3]string{"tự chọn", "đủ ký hiệu", "chỉ chữ và dấu thường (ASCII)"},
	ColourKinds:    [3]string{"tự chọn", "luôn có màu", "không màu"},
	OnOff:          [2]string{"bật", "tắt"},
	ConfirmKinds:   [3]string{"bấm Enter", "thẻ sau xác nhận thẻ trước", "quét là ghi"},
	NeverLocks:     "không tự khóa",
	SuffixKinds:    [2]string{"tự nhận", "không có (chờ im lặng)"},
	NoFeedback:     "không báo lại",
	ModeKinds:      [5]string{"theo máy in", "vẽ chữ (máy nào cũng đúng)", "bảng mã (nhanh)", "không dấu (nhanh)", "lai (đường truyền chậm)"},
	NoPortSet:      "chưa có: gõ số bằng tay", NoPrinterSet: "không có máy in", AndOthers: "và {} máy khác",
	GivenBy: "{} đang quyết định điều này; bỏ nó đi thì mới đổi được ở đây.", GivenShort: "do {}",
	SupervisorSets: "Chỉ giám sát đổi được điều này: bấm F4, giám sát nhận bàn rồi đổi.", SupervisorShort: "chỉ giám sát đổi",
	LaterShort:  "khi mở lại bàn",
	SettingKept: "Đã lưu, có hiệu lực ngay.", SettingLater: "Đã lưu; có hiệu lực khi mở lại bàn (bấm r để mở lại ngay).",
	TypedSlowly:  "Số gõ từng phím không phải là quét thử: hãy quét một thẻ.",
	TestedHere:   "Quét thử {}: xem ở trang máy quét; không thành thẻ của bàn.",
	ChosenReopen: "đã chọn, mở lại bàn (r) để dùng",
	ReopenHow:    "Có cài đặt chờ mở lại bàn: bấm r để mở lại ngay, rồi đăng nhập lại.",
	ReopenCard:   "Làm xong thẻ đang cầm, thẻ vừa quét rồi hãy mở lại bàn.",
	ReopenPrints: "Máy in đang in: đợi in xong rồi hãy mở lại bàn.",
	KeptIn:       "Lưu trong {}", HowAsked: "Gõ giá trị mới rồi bấm Enter. Esc: giữ như cũ.",

	ScannerTitle: "Máy quét",
	ScannerNames: [5]string{"Cổng", "Tốc độ (baud)", "Kết thúc mã", "Bỏ bit chẵn lẻ (mask7)", "Tiếng bíp báo lại"},
	NotKept:      "chưa lưu", TestScan: "Quét thử",
	ScanNow:    "Quét vài thẻ. Đang nghe ở {} baud…",
	ScanNowHow: "Thẻ quét ở đây không được ghi. Không thấy gì: xem dây, thử tốc độ khác.",
	ChoosePort: "Chọn cổng của máy quét ở dòng trên (phím trái, phải), rồi quét một thẻ.",
	NoPortsHow: "Không thấy cổng nối tiếp nào. Cắm máy quét rồi mở lại trang này; máy quét kiểu bàn phím không có cổng, cứ quét thử.",
	PortHow:    "Tên cổng, như /dev/serial/by-id/… hoặc COM5; để trống là không có máy quét.",
	TypedScan:  "Máy quét kiểu bàn phím: {}", TypedIn: "gõ trong {} phần nghìn giây",
	TypedHow:     "Dùng được, không cần đặt cổng. Máy quét có cổng (USB COM) thì chắc hơn: bộ gõ không sửa được số.",
	TypedGarbled: "Bộ gõ tiếng Việt đã sửa mã này: tắt bộ gõ (chuyển sang tiếng Anh) rồi quét lại.",
	ParityIs:     "Máy quét gửi 7 bit và bit chẵn lẻ ({}).", ScansWell: "Máy quét đặt đúng, không phải đổi gì.",
	KeepThese: "Bấm x để lưu: {}", NothingToKeep: "Không có gì để lưu.",
	NewScanner: "Tên của máy quét thêm vào", NewScannerHow: "Tên: 1 đến 16 chữ cái không dấu, chữ số, - hoặc _, chưa dùng.",

	PrinterTitle: "Máy in", PrinterNames: [3]string{"Nối ở đâu", "Loại máy (profile)", "Cách in chữ"},
	PrinterHow: "Tình trạng: {}", PrintersFound: "Máy in tìm thấy trên máy này", Looking: "Đang tìm…",
	NoPrinters:    "Không thấy máy in nào. Máy in qua mạng: Enter ở dòng đầu, gõ tcp:ĐỊA_CHỈ; cổng nối tiếp: serial:CỔNG?baud=…",
	NewPrinter:    "Tên của máy in thêm vào",
	ToHow:         "usb:… | tcp:ĐỊA_CHỈ | serial:CỔNG?baud=115200 | cups:TÊN | windows:TÊN | file:THƯ_MỤC | none",
	ChoosePrinter: "Chọn máy in ở dòng đầu trước khi in trang thử.", TestGoes: "Đang in trang thử…",
	TestQueued: "Trang thử đã vào hàng chờ in: xem thước, dấu, mã vạch, chỗ cắt.",

	KeyTurn: "đổi", KeyKeep: "lưu", KeyClear: "xóa hết", KeyReopenDesk: "mở lại", KeyAnother: "thêm máy", KeyTestPage: "trang thử",

	HelpSettings: `Mỗi dòng là một cài đặt: phím trái, phải hoặc Enter để đổi; đổi xong là lưu.
Dòng ghi “khi mở lại bàn” có hiệu lực từ lần mở sau; bấm r để mở lại ngay: lô và thẻ dở dang còn nguyên, chỉ phải đăng nhập lại.
Mã bàn, cách xác nhận và tự khóa chỉ giám sát đổi được: đó là cách bàn ghi sổ và ai chịu trách nhiệm.
Chuông: hai tiếng là phải xem lại (giữ, đã đóng, không đọc được), ba tiếng là trả lại, bốn tiếng là không ghi được hoặc mất máy quét.`,
	HelpScanner: `Chọn cổng và tốc độ, rồi quét vài thẻ: trang này cho thấy máy quét gửi đúng những byte nào, đọc được gì, sai ở đâu và nên đặt thế nào.
Thẻ quét ở đây không vào sổ và không thành thẻ của bàn.
x lưu những gì đang chọn và những gì lần quét thử đề nghị. c sang máy quét khác, n thêm máy quét.
Máy quét kiểu bàn phím cũng thử được: mã hiện ra cùng thời gian gõ, và có bị bộ gõ sửa hay không.
“Tiếng bíp báo lại”: bàn gửi kết quả về máy quét; chỉ bật đúng kiểu mà sách của máy quét có. Kiểu ack_nak: máy quét chờ trả lời, bàn luôn trả lời trong một giây.`,
	HelpPrinter: `Chọn máy in, loại máy và cách in chữ; p in một trang thử theo đúng những gì đang chọn, x lưu.
Trên trang thử: thước chạm cả hai mép, chữ nào cũng đủ dấu, mã vạch quét được, giấy cắt đúng chỗ. Chữ sai: chọn cách in khác; thước tràn dòng: chọn loại máy khác.
Máy in đang dùng của bàn in trang thử qua hàng chờ; máy khác in thẳng. c sang máy in khác, n thêm máy in.`,
	HelpAsking: `Gõ giá trị rồi bấm Enter. ctrl+u xóa hết, Esc giữ như cũ.`,
}
