package tui

var vietnamesePalette = paletteWords{
	MenuJournal:  "Sổ ghi",
	MenuPeople:   "Người làm việc",
	MenuDesk:     "Về bàn",
	MenuBatches:  "Các lô",
	MenuNewBatch: "Nhận lô mới",
	MenuShift:    "Ca làm việc",
	MenuHandDesk: "Giao bàn",
	MenuLock:     "Khóa màn hình",
	MenuLanguage: "English",
	MenuHelp:     "Trợ giúp",
	MenuSignOut:  "Đăng xuất",
	MenuQuit:     "Thoát",

	Palette:      "Mọi việc",
	PaletteField: "Làm gì?",
	ThisScreen:   "màn hình này",
	WaitingN:     "{} chờ",
	CardIs:       "Xem thẻ {}",
	SearchFor:    "Tìm “{}”",
	AnswerDialog: "Trả lời điều đang hỏi trước, hoặc Esc để thôi.",
	KeyGo:        "làm",
	KeyPalette:   "mọi việc",
	HelpPalette: `Gõ vài chữ của việc muốn làm, không cần dấu; mũi tên chọn, Enter làm.
Số thẻ hoặc họ tên: xem thẻ, tìm. Số lô hoặc tên đơn vị: nhận lô.
Esc           quay lại đúng chỗ cũ`,
	HelpBoxes: "Thẻ mới mà hồ sơ thiếu ngày: giám sát chọn các ô được đóng dấu, bấm 1-4, bấm lần nữa để bỏ.\nEnter: sang phần giám sát đồng ý. Esc: quay lại, chưa có gì được ghi.",

	NoPeople:        "Chưa có ai được ghi tên.",
	NoPeopleHow:     "Giám sát bấm n để thêm người làm việc ở bàn.",
	ColRole:         "Vai trò",
	ColPerson:       "Mã",
	ColSeen:         "Đăng nhập cuối",
	IsActive:        "đang làm việc",
	IsDisabled:      "không được vào",
	IsLocked:        "tạm khóa, {}",
	SignedInHere:    "đang ngồi ở bàn này",
	PeopleNeed:      "Việc này cần giám sát đăng nhập: F4 giao bàn cho giám sát.",
	NewPIN:          "Đặt PIN mới",
	Disable:         "Không cho đăng nhập nữa",
	Enable:          "Cho đăng nhập lại",
	AskDisable:      "Không cho {} đăng nhập nữa? Những gì người này đã ghi vẫn còn trong sổ.",
	AskEnable:       "Cho {} đăng nhập lại?",
	NewPerson:       "Thêm người làm việc",
	PINNew:          "PIN mới",
	PINAgain:        "Gõ lại PIN",
	PINsDiffer:      "Hai lần gõ PIN khác nhau. Gõ lại.",
	WantPersonID:    "Mã: 1 đến 16 chữ không dấu, số, - hoặc _.",
	PINChanged:      "Đã đổi PIN của {}.",
	PersonAdded:     "Đã thêm {}. Người đó đăng nhập được ngay.",
	KeyNewPerson:    "thêm",
	KeyChangePerson: "sửa",
	HelpPeople: `Những người làm việc ở bàn, vai trò, và ai được đăng nhập.
x hoặc Enter  PIN mới; không cho đăng nhập nữa, cho lại (giám sát)
n             thêm người (giám sát)  /   tìm
PIN của mình thì ai cũng đổi được. Không ai bị xóa: mọi lần ghi giữ tên người ghi.
Đăng nhập cuối: trong 20.000 lần ghi gần nhất.`,
	HelpPersonForm: "Mã dùng để đăng nhập và đứng trong sổ, không đổi được. PIN ít nhất 4 ký tự, gõ hai lần.\nVai trò: phím cách hoặc 1, 2. Giám sát xử lý thẻ giữ, cho phép đóng dấu, thêm người.\nEsc giữ những gì đã gõ, trừ PIN.",

	EntriesN:       "{} lần ghi",
	FitN:           "{} lần khớp",
	FitSoFar:       "khớp {}",
	LookedAt:       "đã xem {}/{}",
	OnlySuch:       "Chỉ xem:",
	JournalBy:      [6]string{"việc", "người", "lô", "ngày", "ca", "bàn"},
	AllAgain:       "xem hết",
	NoEntries:      "Sổ chưa có lần ghi nào.",
	NoEntriesHow:   "Mỗi việc làm ở bàn thành một lần ghi, có người, giờ và số.",
	NoEntryFits:    "Không có lần ghi nào khớp.",
	NoEntryFitsHow: "Esc bỏ chữ đã gõ, rồi bỏ lọc.",
	NoCardOfEntry:  "Lần ghi này không gắn với thẻ nào.",
	ColEntryNo:     "Số ghi",
	ColWhere:       "Lô/đơn vị",
	EntryOf:        "Số {}",
	EntryCard:      "Thẻ",
	EntryBoxes:     "Ô",
	EntryNote:      "Ghi chú",
	EntryFlags:     "Ghi thêm",
	EntryApprover:  "Giám sát đồng ý",
	EntryWho:       "Người ghi",
	EntryShift:     "Ca số",
	EntryLines:     "Số dòng kèm theo",
	EntryAnswers:   "Tiếp hoặc hủy lần",
	EntryAnswered:  "Có lần ghi sau",
	EntryBefore:    "Lần trước của thẻ",
	EntryRules:     "Quy tắc bản số",
	EntryPaper:     "Mã băm phần kèm",
	EntryChain:     "Mã băm của sổ",
	KeyOnly:        "chỉ xem",
	HelpJournal: `Mọi lần ghi của các bàn, mới nhất đứng trước. Sổ không có họ tên đảng viên.
/             tìm: số thẻ, người, lô, đơn vị, việc, lý do, ghi chú, B1/12, 20/04
1-6           chỉ xem những lần ghi giống dòng đang chọn: cùng việc, người, lô, ngày, ca, bàn
0             xem hết
Enter         tất cả về lần ghi       i   xem thẻ
Esc           bỏ chữ đã gõ, bỏ lọc, rồi quay lại; bấm / lần nữa: chữ cũ vẫn còn`,
	HelpEntry: `Tất cả những gì sổ giữ về một lần ghi, lần nó hủy hoặc tiếp, và lần ghi hủy nó.
Họ tên lấy từ danh sách đảng viên hiện nay, không nằm trong sổ.
Enter         xem thẻ`,
}
