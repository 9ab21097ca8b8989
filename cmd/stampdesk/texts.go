package main

import "stampdesk"

// texts are the sentences of the command line in one language.
type texts struct {
	ReadingRoster, ReadingList, WritingRoster, Checking, Printing string

	NoStore, StoreExists, StoreBusy, NewerStore, Damaged, Canceled, DiskFull, NoPermission string

	HintNoStore, HintStoreExists, HintBusy, HintNewer, HintDamaged, HintCanceled, HintDiskFull, HintPermission string
	HintOperator, HintPIN, HintNewPIN, HintNoBatch, HintBadRows, HintNoPrinter                                 string

	NoOperator, NoPIN, WrongPIN, NewPIN, PINAgain, PINsDiffer, PersonAdded, PINChanged                                                                       string
	NoUnit, NoBatch, ManyBatches, OtherUnit, NotStamped, NoPrinter, UnknownDocument                                                                          string
	BadDate, BadForm, Strays, ProvenOK, BadRows, Warning, Error, AndMore, DryRun, SameFile, ReadOnlyDisk, HintReadOnlyDisk, NotADirectory, HintNotADirectory string

	StoreMade, RosterChange, RosterWritten, ListLoaded                  string
	BatchOpened, Decided, BatchRow, BatchHead, BatchDecision            string
	BatchFigures, Voided, Round, RoundClosed                            string
	Box, Late, StampedBefore                                            string
	Checked, Damage, TimeLeft, NoConfigFile, ConfigFile, DataDir        string
	Printed, PrintedTo, HintPrintUnknown, HintPrintQueued, NoUnknownJob string

	BackingUp, BackupMade, Confidential, FileExists, HintForce, InDataDir, HintInDataDir, NotAFile string
	Unpacking, Restored, RestoreOver, HintMoveAway, BackupDiffers                                  string
	NotBackup, NewerBackup, DamagedBackup, HintNotBackup, HintNewerBackup, HintDamagedBackup       string

	DemoNoTerminal, DemoPreparing, DemoRound, DemoPapers, DemoPeople, DemoBanner, DemoStackEmpty string
	DemoRate, DemoProven                                                                         string
	NoTerminal, HintNoTerminal                                                                   string
	OtherVersion, HintOtherVersion, DeskGone, HintDeskGone                                       string

	ScannerOff, ScannerLost, PrinterTrouble, PrinterUnknown string
}

func textsIn(l stampdesk.Lang) *texts {
	if l == stampdesk.English {
		return &englishTexts
	}
	return &vietnameseTexts
}

var vietnameseTexts = texts{
	NoStore: "chưa có dữ liệu ở đây", StoreExists: "dữ liệu đã có ở đây", StoreBusy: "dữ liệu đang mở ở nơi khác",
	NewerStore: "dữ liệu do bản stampdesk mới hơn ghi", Damaged: "dữ liệu bị hỏng", Canceled: "đã dừng", DiskFull: "đĩa đầy",
	NoPermission:  "không có quyền",
	ReadingRoster: "đọc danh sách đảng viên", ReadingList: "đọc danh sách của đơn vị",
	WritingRoster: "Ghi danh sách", Checking: "Kiểm tra sổ ghi", Printing: "in",

	HintNoStore:     "Tạo dữ liệu bằng: stampdesk init --supervisor MÃ, hoặc chỉ đúng thư mục bằng --data.",
	HintStoreExists: "Dùng tiếp, hoặc chọn thư mục khác bằng --data.",
	HintBusy:        "Một stampdesk khác đang mở dữ liệu này. Đóng nó lại rồi thử lại.",
	HintNewer:       "Cài bản stampdesk mới hơn để mở dữ liệu này.",
	HintDamaged:     "Đừng đóng dấu thêm. Giữ nguyên thư mục dữ liệu và phục hồi từ bản sao lưu.",
	HintCanceled:    "Đã dừng theo yêu cầu; những gì đã báo là đã ghi.",
	HintDiskFull:    "Đĩa đầy. Xóa bớt tệp rồi làm lại; những gì đã báo ghi vẫn còn.",
	HintPermission:  "Không có quyền với tệp hoặc thư mục này. Hỏi người quản trị máy.",
	HintOperator:    "Thêm --operator MÃ hoặc đặt STAMPDESK_OPERATOR.",
	HintPIN:         "Gõ PIN trên màn hình hoặc đặt STAMPDESK_PIN. Quên PIN: giám sát đổi bằng stampdesk operator pin MÃ.",
	HintNewPIN:      "Gõ PIN mới trên màn hình hoặc đặt %s.",
	HintNoBatch:     "Mở lô bằng: stampdesk batch open --unit MÃ_ĐƠN_VỊ",
	HintBadRows:     "Chưa có gì thay đổi. Sửa các dòng trên rồi nhập lại.",
	HintNoPrinter:   "Đặt [printer] to = … trong tệp cấu hình, hoặc thêm --to TỆP.txt",

	NoOperator: "chưa biết ai làm việc này", NoPIN: "thiếu PIN", WrongPIN: "mã %q hoặc PIN không đúng",
	NewPIN: "PIN mới cho %s: ", PINAgain: "Gõ lại PIN: ", PINsDiffer: "hai lần gõ PIN khác nhau; chạy lại lệnh",
	PersonAdded: "Đã thêm %s (%s).\n", PINChanged: "Đã đổi PIN của %s.\n",
	NoUnit: "thiếu mã đơn vị", NoBatch: "không có lô nào phù hợp", ManyBatches: "có nhiều lô, chọn một bằng --batch",
	OtherUnit: "lô %s là của đơn vị %s, không phải %s", NotStamped: "thẻ không được đóng dấu", NoPrinter: "chưa có máy in",
	UnknownDocument: "không có mẫu in %q", BadRows: "%s: %d dòng sai, không nhập gì", Warning: "chú ý:", Error: "sai:",
	BadDate: "ngày %q: ghi theo ngày/tháng/năm, ví dụ 16/04/2021", BadForm: "mẫu %q: chọn 2, 3, 4 hoặc 5",
	Strays: "%d dòng không phải thẻ của đơn vị này; xem lại có đúng tệp không", ProvenOK: "Khớp: thẻ, lô và số liệu đúng như sổ ghi.\n",
	SameFile: "là chính tệp đang nhập, chọn tên khác", ReadOnlyDisk: "đĩa chỉ đọc được", HintReadOnlyDisk: "Bàn phải ghi được vào thư mục dữ liệu. Bỏ khóa ghi của đĩa, hoặc chọn thư mục khác bằng --data.",
	NotADirectory: "đường dẫn dữ liệu không phải là thư mục", HintNotADirectory: "Chọn một thư mục bằng --data.",
	AndMore: "… và %d dòng nữa\n", DryRun: "Chỉ xem thử: chưa có gì được ghi.",

	StoreMade:     "Đã tạo dữ liệu ở %s: đợt kiểm tra lần thứ %d, giám sát %s.\n",
	RosterChange:  "%d dòng, %d đơn vị: %d mới, %d thay đổi, %d giữ nguyên, %d không còn.\n",
	RosterWritten: "Đã ghi %d đảng viên vào %s.\n",
	ListLoaded:    "Mẫu %d: %d dòng vào lô %s.\n",
	BatchOpened:   "Đã mở lô %s của đơn vị %s.\n",
	Decided:       "Quyết định %s ngày %s: %d lô.\n",
	BatchRow:      "%-10s %4d/%-4d  đóng dấu %-4d  %-16s  %s\n",
	BatchHead:     "Lô %s · %s (%s) · %s\n",
	BatchDecision: "  quyết định %s ngày %s %s\n",
	BatchFigures:  "  đếm tay %d · dự kiến %d · đã qua bàn %d · đóng dấu %d · giữ %d · không đóng dấu %d · hỏng %d · thiếu %d · ngoài dự kiến %d\n",
	Voided:        "%s: đã hủy %s bằng %s.\n",
	Round:         "Lần thứ %d · ô số %d · %s–%s · không còn giá trị sử dụng từ %s · %s\n",
	RoundClosed:   "Đợt đã khóa (%s).\n",
	Box:           "ô %s", Late: "(quá hạn)", StampedBefore: "%s, bàn %s, %s, ô %s",
	Checked: "Đã kiểm tra %d lần ghi, %d thẻ.\n", Damage: "dữ liệu không khớp sổ ghi ở %d chỗ", TimeLeft: "còn",
	NoConfigFile: "không có", ConfigFile: "tệp cấu hình", DataDir: "dữ liệu",
	Printed: "Đã in %d bản.\n", PrintedTo: "Đã ghi %s.\n",
	HintPrintUnknown: "Xem giấy ở máy in, rồi: stampdesk print settle --as again (in lại, có ghi BẢN IN LẠI) hoặc --as printed (đã in).",
	HintPrintQueued:  "Bản in còn trong hàng đợi. Xem lại máy in rồi: stampdesk print resume",
	NoUnknownJob:     "Không có bản in nào cần hỏi.\n",

	BackingUp: "Sao lưu (MiB)", Unpacking: "Đọc bản sao lưu (MiB)",
	BackupMade:   "Đã sao lưu %d lần ghi vào %s (%.1f MiB).\n  SHA-256 %s\n",
	Confidential: "Tệp này có tên đảng viên và mọi số liệu: giữ kín như chính dữ liệu.\n",
	FileExists:   "%s đã có", HintForce: "Chọn tên khác, hoặc thêm --force để ghi đè.",
	InDataDir: "%s nằm trong thư mục dữ liệu", HintInDataDir: "Chọn nơi khác, tốt nhất là một đĩa khác: bản sao lưu ở cùng chỗ sẽ mất cùng dữ liệu.",
	NotAFile:    "%s không phải là tệp thường",
	Restored:    "Đã phục hồi dữ liệu vào %s từ bản sao lưu lúc %s: %d lần ghi, giai đoạn %d.\nNhững gì ghi sau lúc đó không còn: đối chiếu các thẻ đã đóng dấu từ đó đến nay.\n",
	RestoreOver: "ở %s đã có dữ liệu; không phục hồi đè lên", HintMoveAway: "Chuyển cả thư mục %s đi chỗ khác trước (đừng xóa), rồi phục hồi lại.",
	BackupDiffers: "dữ liệu trong bản sao lưu không phải là dữ liệu mà bản kê của nó nói tới",
	NotBackup:     "%s không phải là bản sao lưu của stampdesk", NewerBackup: "%s do bản stampdesk mới hơn tạo", DamagedBackup: "bản sao lưu %s bị hỏng",
	HintNotBackup:     "Chưa có gì thay đổi. Chọn đúng tệp do stampdesk backup tạo ra.",
	HintNewerBackup:   "Chưa có gì thay đổi. Cài bản stampdesk mới hơn rồi phục hồi.",
	HintDamagedBackup: "Chưa có gì thay đổi. Chép lại tệp từ nơi cất giữ, hoặc dùng bản sao lưu khác.",

	DemoNoTerminal: "Không có màn hình dòng lệnh: chạy thử toàn bộ đợt, không mở bàn.",
	DemoPreparing:  "Chuẩn bị dữ liệu thử", DemoRound: "Đóng dấu cả đợt", DemoPapers: "Danh sách trả thẻ: %s\n",
	DemoStackEmpty: "hết thẻ trong chồng; bấm c để chốt lô",
	DemoPeople:     "Dùng thử: OP1, PIN 1111; giám sát GS1, PIN 2222.", DemoBanner: "BẢN DÙNG THỬ: dữ liệu bịa, bỏ đi khi thoát",
	DemoRate: "%d thẻ trong %.1f giây: %.0f thẻ/giây\n", DemoProven: "Sổ ghi khớp: %d lần ghi, %d thẻ.\n",
	NoTerminal: "bàn cần một màn hình dòng lệnh", HintNoTerminal: "Không có màn hình thì dùng: stampdesk replay, stampdesk stamp …",

	OtherVersion: "bàn đang mở là bản stampdesk khác", HintOtherVersion: "Đóng bàn rồi thử lại, hoặc dùng cùng một bản stampdesk.",
	DeskGone: "bàn đã đóng khi đang làm lệnh này", HintDeskGone: "Xem việc đã được ghi chưa (stampdesk tally, stampdesk card) trước khi làm lại.",

	ScannerOff: "không có máy quét; gõ số bằng tay", ScannerLost: "MẤT MÁY QUÉT – cắm lại cáp; có thể gõ số bằng tay",
	PrinterTrouble: "máy in không nhận; còn %d bản chờ in", PrinterUnknown: "một bản in bị ngắt giữa chừng",
}

var englishTexts = texts{
	NoStore: "there is no store here", StoreExists: "there is a store here already", StoreBusy: "the store is open elsewhere",
	NewerStore: "the store was written by a newer stampdesk", Damaged: "the store is damaged", Canceled: "stopped", DiskFull: "the disk is full",
	NoPermission:  "not allowed",
	ReadingRoster: "reading the roster", ReadingList: "reading the unit's list",
	WritingRoster: "Writing the roster", Checking: "Checking the journal", Printing: "printing",

	HintNoStore:     "Make one with: stampdesk init --supervisor ID, or name the right directory with --data.",
	HintStoreExists: "Use what is there, or choose another directory with --data.",
	HintBusy:        "Another stampdesk has this store open. Close it and try again.",
	HintNewer:       "Install a newer stampdesk to open this store.",
	HintDamaged:     "Stamp nothing more. Keep the data directory as it is and restore a backup.",
	HintCanceled:    "Stopped as asked; what was said to be recorded is.",
	HintDiskFull:    "The disk is full. Make room and do it again; what was said to be recorded is still there.",
	HintPermission:  "You have no right to this file or directory. Ask whoever looks after the machine.",
	HintOperator:    "Add --operator ID or set STAMPDESK_OPERATOR.",
	HintPIN:         "Type the PIN on the terminal or set STAMPDESK_PIN. Forgotten: a supervisor sets a new one with stampdesk operator pin ID.",
	HintNewPIN:      "Type the new PIN on the terminal or set %s.",
	HintNoBatch:     "Open one with: stampdesk batch open --unit CODE",
	HintBadRows:     "Nothing was changed. Correct the rows above and import again.",
	HintNoPrinter:   "Set [printer] to = … in the configuration file, or add --to FILE.txt",

	NoOperator: "nobody is named who acts", NoPIN: "there is no PIN", WrongPIN: "the id %q or the PIN is wrong",
	NewPIN: "New PIN for %s: ", PINAgain: "The PIN again: ", PINsDiffer: "the two PINs differ; run the command again",
	PersonAdded: "%s was added (%s).\n", PINChanged: "The PIN of %s was changed.\n",
	NoUnit: "no unit code", NoBatch: "no batch fits", ManyBatches: "there are several batches, choose one with --batch",
	OtherUnit: "batch %s is of unit %s, not %s", NotStamped: "the card was not stamped", NoPrinter: "there is no printer",
	UnknownDocument: "there is no document %q", BadRows: "%s: %d bad rows, nothing was imported", Warning: "note:", Error: "bad:",
	BadDate: "date %q: write it as day/month/year, 16/04/2021", BadForm: "form %q: choose 2, 3, 4 or 5",
	Strays: "%d lines are not cards of this unit; is it the right file?", ProvenOK: "Proven: cards, batches and figures are what the journal says.\n",
	SameFile: "is the file being imported, choose another name", ReadOnlyDisk: "the disk can only be read", HintReadOnlyDisk: "The desk must be able to write into its data directory. Unlock the disk, or choose another directory with --data.",
	NotADirectory: "the data path is not a directory", HintNotADirectory: "Choose a directory with --data.",
	AndMore: "… and %d more\n", DryRun: "A look only: nothing was recorded.",

	StoreMade:     "Made a store in %s: round %d, supervisor %s.\n",
	RosterChange:  "%d rows, %d units: %d new, %d changed, %d unchanged, %d gone.\n",
	RosterWritten: "Wrote %d members to %s.\n",
	ListLoaded:    "Form %d: %d lines into batch %s.\n",
	BatchOpened:   "Opened batch %s of unit %s.\n",
	Decided:       "Decision %s of %s: %d batches.\n",
	BatchRow:      "%-10s %4d/%-4d  stamped %-4d  %-22s  %s\n",
	BatchHead:     "Batch %s · %s (%s) · %s\n",
	BatchDecision: "  decision %s of %s %s\n",
	BatchFigures:  "  by hand %d · expected %d · seen %d · stamped %d · held %d · refused %d · damaged %d · missing %d · extra %d\n",
	Voided:        "%s: %s was voided by %s.\n",
	Round:         "Round %d · box %d · %s–%s · invalid from %s · %s\n",
	RoundClosed:   "The round is closed (%s).\n",
	Box:           "box %s", Late: "(late)", StampedBefore: "%s, desk %s, %s, box %s",
	Checked: "Checked %d entries, %d cards.\n", Damage: "the store does not agree with its journal in %d places", TimeLeft: "left",
	NoConfigFile: "none", ConfigFile: "configuration file", DataDir: "data",
	Printed: "Printed %d documents.\n", PrintedTo: "Wrote %s.\n",
	HintPrintUnknown: "Look at the paper, then: stampdesk print settle --as again (prints it marked as a reprint) or --as printed.",
	HintPrintQueued:  "The document stays in the queue. See to the printer, then: stampdesk print resume",
	NoUnknownJob:     "No document waits for an answer.\n",

	BackingUp: "Backing up (MiB)", Unpacking: "Reading the backup (MiB)",
	BackupMade:   "Backed up %d entries to %s (%.1f MiB).\n  SHA-256 %s\n",
	Confidential: "The names of members and all figures are in this file: keep it as safe as the store.\n",
	FileExists:   "%s is there already", HintForce: "Choose another name, or add --force to write over it.",
	InDataDir: "%s is in the data directory", HintInDataDir: "Choose another place, best of all another disk: a backup beside the store is lost with it.",
	NotAFile:    "%s is not a regular file",
	Restored:    "Restored the store in %s from the backup of %s: %d entries, epoch %d.\nWhat was recorded after that is gone: compare the cards that were stamped since.\n",
	RestoreOver: "there is a store in %s already; nothing is restored over it", HintMoveAway: "Move the whole directory %s away first (do not delete it), and restore again.",
	BackupDiffers: "the store in the backup is not the one that its manifest describes",
	NotBackup:     "%s is not a backup of stampdesk", NewerBackup: "%s was made by a newer stampdesk", DamagedBackup: "the backup %s is damaged",
	HintNotBackup:     "Nothing was changed. Choose the file that stampdesk backup made.",
	HintNewerBackup:   "Nothing was changed. Install a newer stampdesk and restore with it.",
	HintDamagedBackup: "Nothing was changed. Copy the file again from where it is kept, or take another backup.",

	DemoNoTerminal: "There is no terminal: running the whole round without the screen.",
	DemoPreparing:  "Preparing invented data", DemoRound: "Stamping the round", DemoPapers: "Return lists: %s\n",
	DemoStackEmpty: "the stack is empty; press c to close the batch",
	DemoPeople:     "Demo: OP1, PIN 1111; supervisor GS1, PIN 2222.", DemoBanner: "DEMO: invented data, thrown away at the end",
	DemoRate: "%d cards in %.1f seconds: %.0f cards/second\n", DemoProven: "The journal proves it: %d entries, %d cards.\n",
	NoTerminal: "the desk needs a terminal", HintNoTerminal: "Without one use: stampdesk replay, stampdesk stamp …",

	OtherVersion: "the desk that is open is another version of stampdesk", HintOtherVersion: "Close the desk and try again, or use the same version of stampdesk.",
	DeskGone: "the desk ended while it carried this out", HintDeskGone: "See whether it was recorded (stampdesk tally, stampdesk card) before you do it again.",

	ScannerOff: "no scanner; type the numbers", ScannerLost: "SCANNER LOST – plug the cable in again; numbers can be typed",
	PrinterTrouble: "the printer takes nothing; %d documents wait", PrinterUnknown: "a document was interrupted while printing",
}
