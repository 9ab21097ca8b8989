package main

// printTexts are the sentences of the print queue.
type printTexts struct {
	JobStates                                            [4]string // by stampdesk.JobState
	NothingToPrint, BadOrderNumber, HintOrderNumber      string
	ManyUnknownJobs, PrinterDown, PrinterTrouble         string
	PrinterStalled, PrinterUnconfirmed, PrinterUnreached string
	StillPrinting, HintStillPrinting, Cancelled          string
	HintOpenAgain, BadTarget, CountsAsPrinted            string
	SamePrinterTwice, RecordWhere                        string
	PrinterUnknown, Printed, PrintedTo, HintPrintUnknown string
	HintPrintQueued, NoUnknownJob                        string
}

var vietnamesePrint = printTexts{
	JobStates:          [4]string{"chờ in", "đang in, hay bị ngắt", "đã in", "đã hủy"},
	NothingToPrint:     "Không có bản nào chờ in.\n",
	BadOrderNumber:     "%q không phải số của bản in",
	HintOrderNumber:    "số ghi ở cuối giấy và trong stampdesk print queue, như B1/123",
	ManyUnknownJobs:    "nhiều bản in bị ngắt, ghi rõ số của một bản",
	PrinterDown:        "máy in không nhận dữ liệu",
	PrinterStalled:     "máy in không nhận dữ liệu (hết giấy, mở nắp, hay đã tắt?)",
	PrinterUnconfirmed: "máy in không báo là đã nhận hết",
	PrinterUnreached:   "không nối được tới máy in (đã tắt, sai địa chỉ, hay đứt mạng?)",
	StillPrinting:      "bản %v đang in",
	HintStillPrinting:  "Đợi in xong rồi xem giấy; không muốn in nữa thì: stampdesk print cancel %d",
	Cancelled:          "Đã hủy bản %v. Phần đã ra giấy, nếu có, thì bỏ đi.\n",
	SamePrinterTwice:   "%s: máy in này (%s) đã có trong cấu hình dưới tên khác",
	HintOpenAgain:      "Máy in này mới được ghi vào cấu hình: thoát bàn rồi mở lại.",
	BadTarget:          "--to %q không phải tệp in được, cũng không phải tên máy in",
	CountsAsPrinted:    "Bản %v: ghi là đã in.\n",
	RecordWhere:        "--record ghi số cho một tệp: thêm --to TỆP.pdf",
	PrinterTrouble:     "%s; còn %d bản chờ in",
	PrinterUnknown:     "một bản in bị ngắt giữa chừng",
	Printed:            "Đã in %d bản.\n", PrintedTo: "Đã ghi %s.\n",
	HintPrintUnknown: "Xem giấy ở máy in, rồi: stampdesk print settle --as again (in lại, có ghi BẢN IN LẠI) hoặc --as printed (đã in).",
	HintPrintQueued:  "Bản in còn trong hàng đợi. Xem lại máy in rồi: stampdesk print resume",
	NoUnknownJob:     "Không có bản in nào cần hỏi.\n",
}

var englishPrint = printTexts{
	JobStates:          [4]string{"waiting", "being printed, or interrupted", "printed", "cancelled"},
	NothingToPrint:     "Nothing waits to be printed.\n",
	BadOrderNumber:     "%q is no number of a document",
	HintOrderNumber:    "it stands at the end of the paper and in stampdesk print queue, such as B1/123",
	ManyUnknownJobs:    "several documents were interrupted, name one by its number",
	PrinterDown:        "the printer takes nothing",
	PrinterStalled:     "the printer takes no data (no paper, cover open, or switched off?)",
	PrinterUnconfirmed: "the printer did not say that it has taken all of it",
	PrinterUnreached:   "the printer cannot be reached (switched off, another address, or no network?)",
	StillPrinting:      "document %v is being printed",
	HintStillPrinting:  "Wait for it, then look at the paper; if it is not wanted any more: stampdesk print cancel %d",
	Cancelled:          "Document %v is cancelled. What came out of it, if anything, is to be thrown away.\n",
	SamePrinterTwice:   "%s: this printer (%s) is in the configuration under another name too",
	HintOpenAgain:      "The printer is new in the configuration: leave the desk and open it again.",
	BadTarget:          "--to %q is no file that a document can be written into, and no printer",
	CountsAsPrinted:    "Document %v counts as printed.\n",
	RecordWhere:        "--record gives a file a number: add --to FILE.pdf",
	PrinterTrouble:     "%s; %d documents wait",
	PrinterUnknown:     "a document was interrupted while printing",
	Printed:            "Printed %d documents.\n", PrintedTo: "Wrote %s.\n",
	HintPrintUnknown: "Look at the paper, then: stampdesk print settle --as again (prints it marked as a reprint) or --as printed.",
	HintPrintQueued:  "The document stays in the queue. See to the printer, then: stampdesk print resume",
	NoUnknownJob:     "No document waits for an answer.\n",
}
