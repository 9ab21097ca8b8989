package main

// printTexts are the sentences of the print queue.
type printTexts struct {
	JobStates                                            [4]string // by stampdesk.JobState
	NothingToPrint, BadOrderNumber, HintOrderNumber      string
	ManyUnknownJobs, PrinterDown, PrinterTrouble         string
	PrinterUnknown, Printed, PrintedTo, HintPrintUnknown string
	HintPrintQueued, NoUnknownJob                        string
}

var vietnamesePrint = printTexts{
	JobStates:       [4]string{"chờ in", "đang in, hay bị ngắt", "đã in", "đã hủy"},
	NothingToPrint:  "Không có bản nào chờ in.\n",
	BadOrderNumber:  "%q không phải số của bản in",
	HintOrderNumber: "số ghi ở cuối giấy và trong stampdesk print queue, như B1/123",
	ManyUnknownJobs: "nhiều bản in bị ngắt, ghi rõ số của một bản",
	PrinterDown:     "máy in không nhận dữ liệu",
	PrinterTrouble:  "%s; còn %d bản chờ in",
	PrinterUnknown:  "một bản in bị ngắt giữa chừng",
	Printed:         "Đã in %d bản.\n", PrintedTo: "Đã ghi %s.\n",
	HintPrintUnknown: "Xem giấy ở máy in, rồi: stampdesk print settle --as again (in lại, có ghi BẢN IN LẠI) hoặc --as printed (đã in).",
	HintPrintQueued:  "Bản in còn trong hàng đợi. Xem lại máy in rồi: stampdesk print resume",
	NoUnknownJob:     "Không có bản in nào cần hỏi.\n",
}

var englishPrint = printTexts{
	JobStates:       [4]string{"waiting", "being printed, or interrupted", "printed", "cancelled"},
	NothingToPrint:  "Nothing waits to be printed.\n",
	BadOrderNumber:  "%q is no number of a document",
	HintOrderNumber: "it stands at the end of the paper and in stampdesk print queue, such as B1/123",
	ManyUnknownJobs: "several documents were interrupted, name one by its number",
	PrinterDown:     "the printer takes nothing",
	PrinterTrouble:  "%s; %d documents wait",
	PrinterUnknown:  "a document was interrupted while printing",
	Printed:         "Printed %d documents.\n", PrintedTo: "Wrote %s.\n",
	HintPrintUnknown: "Look at the paper, then: stampdesk print settle --as again (prints it marked as a reprint) or --as printed.",
	HintPrintQueued:  "The document stays in the queue. See to the printer, then: stampdesk print resume",
	NoUnknownJob:     "No document waits for an answer.\n",
}
