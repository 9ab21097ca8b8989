package main

// deviceTexts are the sentences of the commands that look for scanners and
// printers and try them.
type deviceTexts struct {
	DeniedGroup, DeniedDevice, MissingDevice, NotSerial, BusyDevice, Unplugged, HeldBy, HintHeld string

	NoPorts, PortConfigured, PortsHint, HintPorts, NoScanner, HintNoPort, ManyPorts string
	Listening, HintSilent, NothingScanned, Before, Behind, NothingBehind            string
	ScannerSum, SevenBits, WriteInto                                                string
	FoundWrongSpeed, FoundGlued, FoundCheckDigit, FoundNotDigits                    string
	FoundOtherLength, FoundPrefix, FoundNoEnding, FoundMixedEndings                 string
	PrintersConfigured, PrintersFound, NoPrintersFound, OtherPrinter, WriteThese    string
	OtherWays, PrinterProfiles, PrinterProfileRow                                   string
	HintPrinters, UnknownPrinter, NameOrTo, HintStalled                             string
	TestSent                                                                        string
	PrinterHealthy, PrinterFaulty, PrinterUnasked, PrinterMute                      string
	PrinterOffLine, PrinterCoverOpen, PrinterPaperOut, PrinterCutter, PrinterBroken string
	PrinterPaperLow                                                                 string
	OwnScanner, SettingGiven, HintGiven, SettingByHand, HintByHand, SettingWritten  string
}

var vietnameseDevice = deviceTexts{
	DeniedGroup:   "Không có quyền với %s: thêm người dùng này vào nhóm %s (sudo usermod -aG %s $USER) rồi đăng nhập lại.",
	DeniedDevice:  "Không có quyền với thiết bị này: hỏi người quản trị máy.",
	MissingDevice: "Không có thiết bị này: cắm lại, hoặc chọn thiết bị khác.",
	NotSerial:     "Đây không phải cổng nối tiếp: chọn cổng khác.",
	BusyDevice:    "Chương trình khác đang giữ cổng này.",
	Unplugged:     "Mất kết nối: dây đã bị rút. Đang nối lại.",
	HeldBy:        "%s đang giữ cổng này.",
	HintHeld:      "Đóng chương trình đó rồi thử lại. Nếu đó là bàn stampdesk thì thoát bàn trước.",

	NoPorts: "Không thấy cổng nối tiếp nào. Cắm máy quét rồi chạy lại lệnh.\n" +
		"Máy quét đang ở chế độ bàn phím thì không có cổng: đặt nó sang USB COM (cổng nối tiếp ảo) bằng mã trong sách hướng dẫn.\n",
	PortConfigured: "(đang dùng)\n",
	PortsHint:      "Chọn một dòng port và ghi vào [scanner] trong %s. Thử trước bằng: stampdesk scanner test --port CỔNG\n",
	HintPorts:      "Xem các cổng bằng: stampdesk scanner list",
	NoScanner:      "chưa có máy quét",
	HintNoPort:     "Cắm máy quét, xem bằng stampdesk scanner list, rồi thêm --port CỔNG.",
	ManyPorts:      "có nhiều cổng, chọn một bằng --port",

	Listening: "Nghe %s ở %d baud. Quét vài thẻ; Ctrl-C để dừng.\n",
	HintSilent: "Chưa nhận được gì. Xem dây cắm và đèn của máy quét; máy quét phải ở chế độ cổng nối tiếp, không phải bàn phím. " +
		"Chưa rõ tốc độ thì chạy stampdesk scanner test --baud auto và quét liên tục.",
	NothingScanned: "%s: không nhận được gì",
	Before:         "trước: %s", Behind: "sau: %s", NothingBehind: "sau: không có gì",
	ScannerSum: "Đã nghe %d lần quét: %d mã, %d mã dùng được.\n",
	SevenBits:  "  Máy quét gửi 7 bit và bit chẵn lẻ (%s); mask7 = true bỏ bit đó đi.\n",
	WriteInto:  "Ghi vào %s:\n",

	FoundWrongSpeed:   "Không phải chữ: sai tốc độ. Chạy stampdesk scanner test --baud auto và quét liên tục.",
	FoundGlued:        "Nhiều số dính nhau vì sau mỗi mã không có gì. Đặt máy quét gửi CR sau mỗi mã.",
	FoundCheckDigit:   "Mã 9 chữ số: máy quét gửi cả số kiểm tra. Tắt “gửi số kiểm tra” (transmit check digit) trong máy quét.",
	FoundNotDigits:    "Có mã không phải là số. Nếu trông như chữ vô nghĩa thì có thể sai tốc độ; nếu không thì đó không phải mã của thẻ.",
	FoundOtherLength:  "Có mã không đủ hoặc quá 8 chữ số: không phải mã của thẻ, hoặc máy quét đọc thiếu.",
	FoundPrefix:       "Trước số thẻ có %s. Tắt tiền tố (prefix) trong máy quét.",
	FoundNoEnding:     "Sau mã không có CR: bàn chỉ biết hết mã khi im lặng. Nên đặt máy quét gửi CR sau mỗi mã.",
	FoundMixedEndings: "Các mã kết thúc khác nhau. Đặt máy quét gửi CR sau mỗi mã.",

	PrintersConfigured: "Máy in đã cấu hình:", PrintersFound: "Máy in tìm thấy trên máy này:", NoPrintersFound: "không thấy máy in nào",
	OtherPrinter: "TÊN", WriteThese: "Ghi các dòng đó vào %s, thử trước bằng: stampdesk printer test --to …",
	OtherWays:       "Máy in qua mạng: tcp:ĐỊA_CHỈ; qua cổng nối tiếp: serial:CỔNG?baud=… (xem stampdesk scanner list).",
	PrinterProfiles: "Các cấu hình máy in (profile):", PrinterProfileRow: "  %-14s %d mm, %d chấm, %d dpi\n",
	HintPrinters:   "Xem máy in bằng: stampdesk printer list",
	UnknownPrinter: "không có máy in tên %q", NameOrTo: "chọn tên máy in hoặc --to, không cả hai",
	HintStalled: "Xem giấy, nắp và nguồn của máy in. Máy in cổng nối tiếp: tốc độ và XON/XOFF phải như đã cấu hình.",
	TestSent: "Đã gửi trang thử tới %s (%s): %s byte trong %s giây.\n" +
		"Xem trên giấy: thước chạm cả hai mép, chữ nào cũng đủ dấu, mã vạch quét được, giấy được cắt đúng chỗ.\n" +
		"Chữ sai hoặc thước tràn dòng: chọn cấu hình khác bằng --profile.\n",
	PrinterHealthy: "sẵn sàng", PrinterFaulty: "không in được", PrinterUnasked: "không rõ; máy in không trả lời, cứ in bình thường",
	PrinterMute:    "không rõ; cấu hình máy in (profile) này không có cách hỏi, cứ in bình thường",
	PrinterOffLine: "đang ngắt (off-line)", PrinterCoverOpen: "nắp đang mở", PrinterPaperOut: "hết giấy",
	PrinterCutter: "kẹt dao cắt", PrinterBroken: "hỏng, phải tắt rồi bật lại", PrinterPaperLow: "sắp hết giấy",
	OwnScanner:   "máy quét của bàn",
	SettingGiven: "%s: %s đang quyết định, ghi vào tệp sẽ không có tác dụng", HintGiven: "Bỏ %s đi rồi đặt lại.",
	SettingByHand: "%s: tệp cấu hình viết theo lối mà chương trình không tự sửa được", HintByHand: "Sửa bằng tay: %s",
	SettingWritten: "Đã ghi vào %s.\n",
}

var englishDevice = deviceTexts{
	DeniedGroup:   "No permission for %s: add this user to the group %s (sudo usermod -aG %s $USER) and sign in again.",
	DeniedDevice:  "No permission for this device: ask whoever looks after this machine.",
	MissingDevice: "There is no such device: plug it in, or choose another one.",
	NotSerial:     "This is no serial port: choose another one.",
	BusyDevice:    "Another program has this port.",
	Unplugged:     "Connection lost: the cable was pulled. Trying again.",
	HeldBy:        "%s has this port.",
	HintHeld:      "Close that program and try again. If it is a stampdesk desk, quit the desk first.",

	NoPorts: "No serial port was found. Plug the scanner in and try again.\n" +
		"A scanner that plays a keyboard has no port: set it to USB COM (virtual serial port) with the barcode in its manual.\n",
	PortConfigured: "(in use)\n",
	PortsHint:      "Choose one line port and write it under [scanner] into %s. Try it first: stampdesk scanner test --port PORT\n",
	HintPorts:      "To see the ports: stampdesk scanner list",
	NoScanner:      "there is no scanner",
	HintNoPort:     "Plug the scanner in, look at stampdesk scanner list, then add --port PORT.",
	ManyPorts:      "there are several ports, choose one by --port",

	Listening: "Listening to %s at %d baud. Scan some cards; Ctrl-C ends.\n",
	HintSilent: "Nothing has arrived. Look at the scanner's cable and light; it must be set to a serial port, not to a keyboard. " +
		"If the speed is not known, run stampdesk scanner test --baud auto and keep scanning.",
	NothingScanned: "%s: nothing has arrived",
	Before:         "before: %s", Behind: "behind: %s", NothingBehind: "behind: nothing",
	ScannerSum: "Heard %d scans: %d codes, %d of use.\n",
	SevenBits:  "  The scanner sends 7 bits and a parity bit (%s); mask7 = true takes that bit away.\n",
	WriteInto:  "Write into %s:\n",

	FoundWrongSpeed:   "This is no text: the speed is wrong. Run stampdesk scanner test --baud auto and keep scanning.",
	FoundGlued:        "Several numbers in one, because nothing stands behind a code. Set the scanner to send CR after every code.",
	FoundCheckDigit:   "A code of 9 digits: the scanner sends the check digit. Switch “transmit check digit” off in the scanner.",
	FoundNotDigits:    "A code is no number. If it looks like nonsense the speed may be wrong; if not, it is no code of a card.",
	FoundOtherLength:  "A code has not 8 digits: it is no code of a card, or the scanner read too little.",
	FoundPrefix:       "Before the number stands %s. Switch the prefix off in the scanner.",
	FoundNoEnding:     "No CR behind a code: only silence tells the desk that it is over. Better set the scanner to send CR after every code.",
	FoundMixedEndings: "The codes end in different ways. Set the scanner to send CR after every code.",

	PrintersConfigured: "Printers configured:", PrintersFound: "Printers found on this machine:", NoPrintersFound: "no printer was found",
	OtherPrinter: "NAME", WriteThese: "Write those lines into %s; try first: stampdesk printer test --to …",
	OtherWays:       "Printers in the network: tcp:ADDRESS; on a serial port: serial:PORT?baud=… (see stampdesk scanner list).",
	PrinterProfiles: "Printer profiles:", PrinterProfileRow: "  %-14s %d mm, %d dots, %d dpi\n",
	HintPrinters:   "To see the printers: stampdesk printer list",
	UnknownPrinter: "there is no printer named %q", NameOrTo: "give the name of a printer or --to, not both",
	HintStalled: "Look at the printer's paper, cover and power. On a serial port, speed and XON/XOFF must be as configured.",
	TestSent: "The test page went to %s (%s): %s bytes in %s seconds.\n" +
		"Look at the paper: the ruler reaches both edges, every letter has its marks, the barcode can be scanned, the cut is in its place.\n" +
		"If letters are wrong or the ruler runs over: choose another profile by --profile.\n",
	PrinterHealthy: "ready", PrinterFaulty: "cannot print", PrinterUnasked: "unknown; the printer does not answer, print as usual",
	PrinterMute:    "unknown; this profile has no way to ask, print as usual",
	PrinterOffLine: "off-line", PrinterCoverOpen: "the cover is open", PrinterPaperOut: "out of paper",
	PrinterCutter: "the cutter is stuck", PrinterBroken: "broken, switch it off and on", PrinterPaperLow: "the paper is near its end",
	OwnScanner:   "the desk's scanner",
	SettingGiven: "%s: %s decides it, writing it into the file would change nothing", HintGiven: "Take %s away and set it again.",
	SettingByHand: "%s: the configuration file is written in a way that the program does not change", HintByHand: "Edit it: %s",
	SettingWritten: "Written into %s.\n",
}
