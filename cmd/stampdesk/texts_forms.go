package main

// formTexts are the sentences of the forms and of the report that goes up.
type formTexts struct {
	BoardSignedBy, BoardSigner, BoardDrawnUp, BoardRecipients string

	NoSuchForm, CellOfWhom, EachOrCell, ResultOfBoard, ReturnOfUnit, NoSuchCell string
	NoBlank, NotFromRoster, OnlyBlank, BadRowCount, TextOrJSON, BadEnding       string
	NothingToFill, TemplateUnfit, OutlineUnfit                                  string

	FillingForm, WritingForm, FormWritten, FormOfList, FormBlank, ReportWritten, PaperOfMembers string

	NoteNoList, NoteStrangers, NoteUnclosed, NoteHeld, NoteAway, NoteSums, NoteCoincidence, NoteApart string

	NoFolder, SetStatDate string

	SetOrReset, TemplateSet, TemplateReset, TemplateSame string
}

var vietnameseForms = formTexts{
	BoardSignedBy:   "trên chữ ký, mỗi dòng một chuỗi",
	BoardSigner:     "người ký",
	BoardDrawnUp:    "người lập biểu",
	BoardRecipients: "nơi nhận, mỗi dòng một chuỗi",

	NoSuchForm:    "mẫu %q: chọn từ 1 đến 7",
	CellOfWhom:    "--cell cần --unit: chi bộ của đơn vị nào?",
	EachOrCell:    "chọn một: --each (mỗi chi bộ một tờ) hay --cell (một chi bộ)",
	ResultOfBoard: "mẫu 7 là của cả đảng bộ; của một đơn vị là mẫu 6",
	ReturnOfUnit:  "mẫu 6 là của đơn vị; của một chi bộ là mẫu 1",
	NoSuchCell:    "không có chi bộ %q trong đơn vị %s",
	NoBlank:       "chỉ mẫu 1 đến mẫu 5 có bản trống: mẫu 6, mẫu 7 lập từ số liệu",
	NotFromRoster: "--from-roster chỉ dùng cho mẫu 2 và mẫu 5",
	OnlyBlank:     "--from-roster và --rows chỉ dùng với --blank",
	BadRowCount:   "--rows %d: ghi từ 0 đến %d",
	TextOrJSON:    "--out - là chữ, --json là JSON: chọn một",
	BadEnding:     "không ghi được vào %q: đuôi tệp không phải loại đã biết",
	NothingToFill: "chưa có gì để lập: danh sách đảng viên chưa có đơn vị hay chi bộ nào",
	TemplateUnfit: "mẫu %d đang dùng không trình bày được:%w",
	OutlineUnfit:  "đề cương báo cáo đang dùng không đọc được:%w",

	FillingForm: "Đang lập mẫu", WritingForm: "Đang ghi",
	FormWritten:    "Đã ghi %s: mẫu %d-KTTĐV, %s tờ.\n",
	FormOfList:     "Đã ghi %s: mẫu %d-KTTĐV, %s tờ, %s dòng.\n",
	FormBlank:      "Đã ghi %s: mẫu %d-KTTĐV để trống cho đơn vị điền, %s tờ; điền sẵn %s người.\n",
	PaperOfMembers: "Tệp này có tên đảng viên: chỉ gửi cho người có trách nhiệm.\n",
	ReportWritten:  "Đã ghi %s: báo cáo của đợt.\n",

	NoteNoList:      "%[1]s đơn vị chưa nộp mẫu %[2]d, nên không có dòng nào của họ. Nhập bằng: stampdesk list import TỆP --unit MÃ --form %[2]d",
	NoteStrangers:   "%s dòng của mẫu 5 ghi người không có trong số đảng viên chưa có thẻ. Xem bằng: stampdesk reconcile --all",
	NoteUnclosed:    "%s lô chưa chốt: số liệu còn có thể đổi. Chốt bằng: stampdesk batch close --batch L",
	NoteHeld:        "%s thẻ còn trong khay giữ. Xem bằng: stampdesk held, xử lý bằng: stampdesk settle",
	NoteAway:        "%s thẻ của đảng viên mình được kiểm tra ở nơi khác, hoặc do đơn vị khác mang đến. Đối chiếu với nơi đó trước khi ký.",
	NoteSums:        "mẫu 6: %s. Xem bằng: stampdesk reconcile --all",
	NoteCoincidence: "mẫu 6: %s.",
	NoteApart:       "%s. Hỏi lại trước khi cộng.",

	SetStatDate: "Đợt chưa có ngày tính số liệu: m, Chuẩn bị bàn, Đợt kiểm tra.",
	NoFolder:    "không có thư mục %s: gõ tên thư mục đã có, hoặc tạo nó trước",

	SetOrReset:    "chọn một: --set TỆP hay --reset",
	TemplateSet:   "Mẫu mới có hiệu lực (%s).\n",
	TemplateReset: "Dùng lại mẫu có sẵn của chương trình (%s).\n",
	TemplateSame:  "Không có gì thay đổi.\n",
}

var englishForms = formTexts{
	BoardSignedBy:   "over the signature, a line each",
	BoardSigner:     "who signs",
	BoardDrawnUp:    "who drew it up",
	BoardRecipients: "recipients, a line each",

	NoSuchForm:    "form %q: choose 1 to 7",
	CellOfWhom:    "--cell needs --unit: a cell of which unit?",
	EachOrCell:    "choose one: --each (a sheet for each cell) or --cell (one cell)",
	ResultOfBoard: "form 7 is the whole board's; a unit's is form 6",
	ReturnOfUnit:  "form 6 is a unit's; a cell's is form 1",
	NoSuchCell:    "there is no cell %q in unit %s",
	NoBlank:       "only forms 1 to 5 can be blank: forms 6 and 7 come from the figures",
	NotFromRoster: "--from-roster is for forms 2 and 5",
	OnlyBlank:     "--from-roster and --rows go with --blank",
	BadRowCount:   "--rows %d: want 0 to %d",
	TextOrJSON:    "--out - is text, --json is JSON: choose one",
	BadEnding:     "cannot write into %q: the ending is none that is known",
	NothingToFill: "nothing to fill in: the roster has no unit or cell yet",
	TemplateUnfit: "form %d cannot be laid out by the template in force:%w",
	OutlineUnfit:  "the outline of the report in force cannot be read:%w",

	FillingForm: "Filling in", WritingForm: "Writing",
	FormWritten:    "Wrote %s: form %d-KTTĐV, sheets: %s.\n",
	FormOfList:     "Wrote %s: form %d-KTTĐV, sheets: %s, rows: %s.\n",
	FormBlank:      "Wrote %s: form %d-KTTĐV for units to fill in, sheets: %s; members filled in already: %s.\n",
	PaperOfMembers: "The names of members are in this file: send it only to whom they concern.\n",
	ReportWritten:  "Wrote %s: the report of the round.\n",

	NoteNoList:      "units that handed in no form %[2]d, so that they have no rows: %[1]s. Take it in with: stampdesk list import FILE --unit CODE --form %[2]d",
	NoteStrangers:   "lines of form 5 that name nobody without a card: %s. See: stampdesk reconcile --all",
	NoteUnclosed:    "batches that are not closed: %s. The figures can still change. Close with: stampdesk batch close --batch L",
	NoteHeld:        "cards in the held tray: %s. See: stampdesk held, and settle them: stampdesk settle",
	NoteAway:        "cards of our members that were inspected elsewhere, or come through another unit: %s. Compare with them before it is signed.",
	NoteSums:        "form 6: %s. See: stampdesk reconcile --all",
	NoteCoincidence: "form 6: %s.",
	NoteApart:       "%s. Ask before they are added.",

	SetStatDate: "The round has no date of the statistics: m, the set-up, the round.",
	NoFolder:    "there is no directory %s: name one that is there, or make it first",

	SetOrReset:    "choose one: --set FILE or --reset",
	TemplateSet:   "The new template is in force (%s).\n",
	TemplateReset: "The program's own template is in force again (%s).\n",
	TemplateSame:  "Nothing changes.\n",
}
