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

	ReadingSettings, AtLine, UnknownKey, HintSettings, BadChoice, NoSuchBox, NoSuchBoxes, NoBoxes, NoListDate, WrongOrder, BadFrom string
	BadOrdinal, BadWindow, BadDuty, OtherRound, HintNextRound, NoNewCards, BadBoxes, BadSettling, NoReceiver                       string
	RulesHead, RulesSet, NothingChanges, RuleLate, RuleDecision, RuleBasis, RuleListDate, RulePapers, RuleNewCard                  string
	BoardUpper, BoardName, BoardPlace, BoardSymbol, UnitsBy, ReportBy, WindowEnds, InvalidFrom                                     string
	DaysLeft, DaysPast, Today, OnDuty, OthersOnDuty                                                                                string
	SupervisorPIN, NoSupervisorPIN, HintSupervisorPIN, HintSupervisor, HintBySupervisor, HintReason, HintBoxes, Unbalanced         string
	HeldTotal, ChaseTotal, RenewalTotal, ChangesTotal, DecidedOn, WasStamped, WasListed, Reviewed, RosterFlags                     string
	NeedsPhotos, NeedsStatement, NeedsNewCard, NeedsBoxes, NeedsStamp, RenewalDone, RenewalGuest, RenewalNeeds                     string
	NoDifferences, Differences, DiffUnknown, DiffElsewhere, DiffDeparted, DiffTwice, DiffReplaced, DiffNotListed                   string
	DiffName, DiffHasCard, DiffFigure, DiffSum, DiffCount, SideList, SideRoster, Figures, HandedOver                               string
	ShiftHead, ShiftBegun, ShiftEnded, TrayUncounted, TrayCounted, TrayShort, TrayOver, JournalHead                                string
	InBatch, NewNumber, Photos, Statement, ApprovedBy, Marks, ReplacedBy, Replaces, NewCardBoxes, NearNumber                       string
	PersonDisabled, PersonEnabled, IsDisabled, IsLocked                                                                            string
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

	ReadingSettings: "đọc tệp cài đặt",
	AtLine:          "%s, dòng %d: %s",
	UnknownKey:      "không có mục %q",
	HintSettings:    "Chưa có gì thay đổi. Sửa tệp rồi làm lại.",
	BadChoice:       "%s = %q: chọn %q hoặc %q",
	NoSuchBox:       "ô %d: thẻ chỉ có ô 1 đến %d",
	NoSuchBoxes:     "ô %s: thẻ chỉ có ô 1 đến %d",
	NoBoxes:         "chưa có ô nào",
	NoListDate:      "lấy từ ngày lập danh sách, nhưng đợt chưa có list_date",
	WrongOrder:      "từ %s: phải sau %s, xếp theo thứ tự thời gian",
	BadFrom:         "from = %q: ghi ngày/tháng/năm hoặc \"list-date\"; chỉ khoảng đầu tiên không có from",

	BadOrdinal:    "lần thứ %d: chọn từ 1 đến 255",
	BadWindow:     "thời hạn %s–%s: cần ngày đầu rồi ngày cuối",
	BadDuty:       "lịch trực cần desk và people",
	OtherRound:    "tệp là lần thứ %d, đợt đang làm là lần thứ %d",
	HintNextRound: "Lập đợt sau bằng: stampdesk round next TỆP, sau khi khóa đợt này (stampdesk round close).",
	NoNewCards:    "tệp không có bảng new_card: thẻ mới chỉ đóng ô %d",
	BadBoxes:      "--boxes %q: ghi số ô, cách nhau bằng dấu phẩy",
	BadSettling:   "--as %q: không có cách giải quyết này",
	NoReceiver:    "thiếu tên người nhận",

	RulesHead:      "# Quy tắc, bản %d\n",
	RulesSet:       "Quy tắc bản %d có hiệu lực (%s).\n",
	NothingChanges: "Không có gì thay đổi.\n",
	RuleLate:       "quá hạn của đợt: mark (đóng, ghi quá hạn) | hold (giữ lại)",
	RuleDecision:   "có quyết định mới được đóng dấu",
	RuleBasis:      "ngày để chọn ô cho thẻ mới: recognition (ngày chính thức) | card (ngày cấp thẻ)",
	RuleListDate:   "ngày đầu của mỗi khoảng có tính vào khoảng đó không: inclusive | exclusive",
	RulePapers:     "đủ hồ sơ mới ghi thẻ mới",
	RuleNewCard:    "Ô đóng dấu của thẻ mới, thẻ đổi, thẻ cấp lại, theo ngày của đảng viên",

	BoardUpper:  "cấp trên",
	BoardName:   "cơ quan ban hành",
	BoardPlace:  "địa danh",
	BoardSymbol: "ký hiệu văn bản",
	UnitsBy:     "Đơn vị nộp thẻ, danh sách",
	ReportBy:    "Báo cáo cấp trên",
	WindowEnds:  "Hết hạn của đợt",
	InvalidFrom: "Thẻ chưa đóng dấu không còn giá trị sử dụng từ",

	DaysLeft:     "còn %d ngày",
	DaysPast:     "đã quá %d ngày",
	Today:        "hôm nay",
	OnDuty:       "  Trực hôm nay, bàn %s: %s\n",
	OthersOnDuty: "%s lịch trực hôm nay ở bàn %s là %s, không phải %s\n",

	SupervisorPIN:     "PIN giám sát (%s): ",
	NoSupervisorPIN:   "thiếu PIN của giám sát %s",
	HintSupervisorPIN: "Giám sát gõ PIN trên màn hình, hoặc đặt STAMPDESK_SUPERVISOR_PIN.",
	HintSupervisor:    "Thêm --supervisor MÃ (giám sát gõ PIN, hoặc STAMPDESK_SUPERVISOR_PIN), hoặc giám sát tự làm với --operator MÃ.",
	HintBySupervisor:  "Giám sát làm việc này, với --operator MÃ.",
	HintReason:        "Thêm --reason \"…\": vì sao.",
	HintBoxes:         "Thêm --boxes, ví dụ --boxes 3,4, cùng --reason và --supervisor.",
	Unbalanced:        "lô %s còn %d thẻ chưa rõ (thiếu %d, ngoài dự kiến %d; đếm tay %d, qua bàn %d). %s",

	HeldTotal:    "Trong khay giữ: %d thẻ.\n",
	ChaseTotal:   "Chưa thu được: %d thẻ.\n",
	RenewalTotal: "Đổi, cấp lại: %d thẻ.\n",
	ChangesTotal: "Có thay đổi: %d thẻ.\n",
	DecidedOn:    "%s: %s (%s). Bây giờ: %s\n",
	WasStamped:   "%s  %s: đã đóng dấu trong lô %s; danh sách mới: %s",
	WasListed:    "%s  %s: có trong danh sách mẫu 2 của lô %s; danh sách mới: %s",
	Reviewed:     "(giám sát đã xem)",
	RosterFlags:  "%d thẻ đã đóng dấu hoặc đã đề nghị nay khác với danh sách mới. Xem: stampdesk changes\n",

	NeedsPhotos:    "2 ảnh 2x3",
	NeedsStatement: "bản trình bày",
	NeedsNewCard:   "thẻ mới",
	NeedsBoxes:     "chọn ô (giám sát)",
	NeedsStamp:     "đóng dấu thẻ mới",
	RenewalDone:    "xong",
	RenewalGuest:   "nơi có đảng số làm",
	RenewalNeeds:   "còn thiếu: ",

	NoDifferences: "Lô %s: không có chênh lệch.\n",
	Differences:   "Lô %s: %d chênh lệch.\n",
	DiffUnknown:   "Mẫu %d: %s: không có số thẻ này trong danh sách đảng viên.",
	DiffElsewhere: "Mẫu %d: %s: thẻ của đơn vị %s, không phải %s.",
	DiffDeparted:  "Mẫu %d: %s: %s",
	DiffTwice:     "Mẫu %d: %s: đã có tên ở mẫu %d.",
	DiffReplaced:  "Mẫu %d: %s: số cũ, đã thay bằng %s.",
	DiffNotListed: "%s: không có trong danh sách nào của đơn vị.",

	DiffName:    "Mẫu %d: %s: đơn vị ghi tên %s, danh sách đảng viên là %s.",
	DiffHasCard: "Mẫu %d: %s, %s: đã có thẻ số %s.",
	DiffFigure:  "Mẫu 6: %s khai %d, theo %s là %d.",
	DiffSum:     "Mẫu 6: %s khai %d, cộng các phần là %d.",
	DiffCount:   "Đếm tay được %d thẻ, danh sách có %d thẻ.",
	SideList:    "mẫu %s",
	SideRoster:  "danh sách đảng viên",
	Figures:     "đảng viên|đảng viên chính thức|đảng viên dự bị|đã được phát thẻ|chưa được phát thẻ|đề nghị đóng dấu|đã đóng dấu|chưa đóng dấu|thẻ hỏng|thẻ mất|chưa thu được thẻ",
	HandedOver:  "Lô %s: %s đã giao, %s đã nhận (%s).\n",

	ShiftHead:     "Ca %d · bàn %s%s\n",
	ShiftBegun:    "Bắt đầu: %s, %s (%s)\n",
	ShiftEnded:    "Kết thúc: %s, %s (%s)\n",
	TrayUncounted: "  khay giữ: sổ ghi %d thẻ, không đếm\n",
	TrayCounted:   "  khay giữ: sổ ghi %d thẻ, đếm được %d\n",
	TrayShort:     "  ! thiếu %d thẻ so với sổ ghi\n",
	TrayOver:      "  ! thừa %d thẻ so với sổ ghi\n",
	JournalHead:   "Sổ ghi %s: %d  %s\n",

	InBatch:      "(lô %s)",
	NewNumber:    "→ thẻ mới %s",
	Photos:       "%s ảnh",
	Statement:    "bản trình bày",
	ApprovedBy:   "– %s duyệt",
	Marks:        "quá hạn|ép lại|đọc từ danh sách|người ghi lý do|gõ tay|mực đã lên thẻ|chọn ô khác|giám sát cho phép",
	ReplacedBy:   "  thẻ cũ: đã thay bằng %s\n",
	Replaces:     "  thẻ mới (bản %d), thay cho %s\n",
	NewCardBoxes: "  nếu đổi, cấp lại: đóng ô %s\n",
	NearNumber:   "  số gần giống: %s\n",

	PersonDisabled: "%s không còn được đăng nhập.\n",
	PersonEnabled:  "%s được đăng nhập lại.\n",
	IsDisabled:     "không được đăng nhập",
	IsLocked:       "tạm khóa đến %s",
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

	ReadingSettings: "reading the settings",
	AtLine:          "%s, line %d: %s",
	UnknownKey:      "there is no key %q",
	HintSettings:    "Nothing was changed. Correct the file and do it again.",
	BadChoice:       "%s = %q: choose %q or %q",
	NoSuchBox:       "box %d: the card has boxes 1 to %d",
	NoSuchBoxes:     "boxes %s: the card has boxes 1 to %d",
	NoBoxes:         "there are no boxes",
	NoListDate:      "from the list date, but the round has no list_date",
	WrongOrder:      "from %s: must be after %s, in the order of time",
	BadFrom:         "from = %q: write day/month/year or \"list-date\"; only the first interval has no from",

	BadOrdinal:    "ordinal %d: choose 1 to 255",
	BadWindow:     "window %s–%s: a first day and a last day, in that order",
	BadDuty:       "a duty needs desk and people",
	OtherRound:    "the file is of round %d, in force is round %d",
	HintNextRound: "Begin the next with: stampdesk round next FILE, after this one is closed (stampdesk round close).",
	NoNewCards:    "the file has no table new_card: new cards get box %d only",
	BadBoxes:      "--boxes %q: write the boxes with commas between",
	BadSettling:   "--as %q: there is no such settling",
	NoReceiver:    "nobody is named who receives it",

	RulesHead:      "# The rules, version %d\n",
	RulesSet:       "Rules version %d are in force (%s).\n",
	NothingChanges: "Nothing changes.\n",
	RuleLate:       "after the window: mark (stamp, marked late) | hold",
	RuleDecision:   "no stamp before the decision",
	RuleBasis:      "the date new cards go by: recognition | card (first card)",
	RuleListDate:   "does an interval hold its own first day: inclusive | exclusive",
	RulePapers:     "no new card before its papers are in",
	RuleNewCard:    "The boxes of new, exchanged and reissued cards, by the date of the member",

	BoardUpper:  "upper body",
	BoardName:   "issuing board",
	BoardPlace:  "place",
	BoardSymbol: "document symbol",
	UnitsBy:     "The units hand in",
	ReportBy:    "Report to the upper body",
	WindowEnds:  "End of the window",
	InvalidFrom: "Unstamped cards are invalid from",

	DaysLeft:     "%d days left",
	DaysPast:     "%d days past",
	Today:        "today",
	OnDuty:       "  On duty today, desk %s: %s\n",
	OthersOnDuty: "%s on duty today at desk %s: %s, not %s\n",

	SupervisorPIN:     "PIN of the supervisor (%s): ",
	NoSupervisorPIN:   "there is no PIN of supervisor %s",
	HintSupervisorPIN: "The supervisor types the PIN on the terminal, or set STAMPDESK_SUPERVISOR_PIN.",
	HintSupervisor:    "Add --supervisor ID (who types the PIN, or STAMPDESK_SUPERVISOR_PIN), or have a supervisor do it with --operator ID.",
	HintBySupervisor:  "A supervisor does it, with --operator ID.",
	HintReason:        "Add --reason \"…\" and say why.",
	HintBoxes:         "Add --boxes, as in --boxes 3,4, with --reason and --supervisor.",
	Unbalanced:        "batch %s: %d cards are not accounted for (missing %d, extra %d; by hand %d, seen %d). %s",

	HeldTotal:    "In the held tray: %d cards.\n",
	ChaseTotal:   "Not collected: %d cards.\n",
	RenewalTotal: "To exchange or reissue: %d cards.\n",
	ChangesTotal: "Changed: %d cards.\n",
	DecidedOn:    "%s: %s (%s). Now: %s\n",
	WasStamped:   "%s  %s: stamped in batch %s; the new roster: %s",
	WasListed:    "%s  %s: on list 2 of batch %s; the new roster: %s",
	Reviewed:     "(reviewed)",
	RosterFlags:  "%d cards that were stamped or listed are different on the new roster. See: stampdesk changes\n",

	NeedsPhotos:    "2 photographs",
	NeedsStatement: "the written account",
	NeedsNewCard:   "the new card",
	NeedsBoxes:     "its boxes (supervisor)",
	NeedsStamp:     "the stamp on the new card",
	RenewalDone:    "done",
	RenewalGuest:   "for the home board",
	RenewalNeeds:   "missing: ",

	NoDifferences: "Batch %s: no difference.\n",
	Differences:   "Batch %s: %d differences.\n",
	DiffUnknown:   "Form %d: %s: the number is not on the roster.",
	DiffElsewhere: "Form %d: %s: the card of unit %s, not of %s.",
	DiffDeparted:  "Form %d: %s: %s",
	DiffTwice:     "Form %d: %s: is on form %d already.",
	DiffReplaced:  "Form %d: %s: an old number, replaced by %s.",
	DiffNotListed: "%s: on no list of the unit.",

	DiffName:    "Form %d: %s: the unit writes %s, the roster %s.",
	DiffHasCard: "Form %d: %s, %s: has card %s.",
	DiffFigure:  "Form 6: %s: declared %d, by %s %d.",
	DiffSum:     "Form 6: %s: declared %d, the parts add up to %d.",
	DiffCount:   "Counted by hand %d cards, the lists have %d.",
	SideList:    "form %s",
	SideRoster:  "the roster",
	Figures:     "members|official members|probationary members|with a card|without a card|proposed|stamped|not stamped|damaged|lost|not collected",
	HandedOver:  "Batch %s: handed over by %s, received by %s (%s).\n",

	ShiftHead:     "Shift %d · desk %s%s\n",
	ShiftBegun:    "Begun: %s, %s (%s)\n",
	ShiftEnded:    "Ended: %s, %s (%s)\n",
	TrayUncounted: "  held tray: %d cards on record, not counted\n",
	TrayCounted:   "  held tray: %d cards on record, %d counted\n",
	TrayShort:     "  ! %d cards fewer than on record\n",
	TrayOver:      "  ! %d cards more than on record\n",
	JournalHead:   "Journal %s: %d  %s\n",

	InBatch:      "(batch %s)",
	NewNumber:    "→ new card %s",
	Photos:       "%s photographs",
	Statement:    "the written account",
	ApprovedBy:   "– approved by %s",
	Marks:        "late|re-laminated|from a list|by hand|typed|ink on the card|boxes chosen|allowed by the supervisor",
	ReplacedBy:   "  an old card: replaced by %s\n",
	Replaces:     "  a new card (issue %d), in the place of %s\n",
	NewCardBoxes: "  if exchanged or reissued: boxes %s\n",
	NearNumber:   "  almost: %s\n",

	PersonDisabled: "%s may not sign in any more.\n",
	PersonEnabled:  "%s may sign in again.\n",
	IsDisabled:     "may not sign in",
	IsLocked:       "locked until %s",
}
