package stampdesk

import (
	"fmt"
	"strings"
)

// Lang is the language of the screens and papers.
type Lang string

// The languages; Vietnamese is first in everything.
const (
	Vietnamese Lang = "vi"
	English    Lang = "en"
)

// Other is the other language.
func (l Lang) Other() Lang {
	if l == English {
		return Vietnamese
	}
	return English
}

// ParseLang reads the setting of the language.
func ParseLang(s string) (Lang, error) {
	switch l := Lang(s); l {
	case Vietnamese, English:
		return l, nil
	}
	return "", fmt.Errorf("language %q: want vi or en", s)
}

// Words are the words of the rules in one language: what screens, papers and
// the command line share.
type Words struct {
	Verdicts     map[Kind]string        // the word that is big on the screen
	Destinations map[Destination]string // where the card goes, in a sentence
	Faults       map[CardFault]string   // what is wrong with a number, in a sentence
	Acts         map[Act]string         // acts as a person reads them in a history
	States       map[BatchState]string
	Roles        map[Role]string
	Refusals     map[Refusal]string   // why a request cannot be done, in a sentence
	Fields       map[Field]string     // headings of the register
	DateFaults   map[DateFault]string // what is wrong with a date, in a few words
	Differences  map[DifferenceKind]string
	Flaws        map[FlawKind]string
	Figures      map[string]string // of a declaration and a reconciliation
	Documents    map[Document]string
}

// reasonWords is one row of the table of reasons: a label of a few words for
// lists and tallies, and one plain sentence for the screen.
type reasonWords struct{ viLabel, vi, enLabel, en string }

var reasons = map[Reason]reasonWords{
	ReasonDamaged:        {"hỏng", "Thẻ hỏng hoặc có trong danh sách thẻ hỏng (mẫu 3): không đóng dấu, làm thủ tục đổi thẻ.", "damaged", "The card is damaged or on the list of damaged cards (form 3): do not stamp, it is to be exchanged."},
	ReasonLost:           {"mất", "Thẻ này đã được báo mất (mẫu 4) nay lại có thẻ: giữ lại để giám sát xử lý.", "lost", "This card was reported lost (form 4) and has turned up: keep it for the supervisor."},
	ReasonUncollected:    {"chưa thu được", "Chưa thu được thẻ.", "not collected", "The card was not collected."},
	ReasonUnknown:        {"không có trong danh sách quản lý", "Số thẻ không có trong danh sách đảng viên đang quản lý.", "not on the roster", "The number is not on the roster that this board manages."},
	ReasonTransferredOut: {"đã chuyển đi", "Đảng viên đã chuyển sinh hoạt đảng đi nơi khác.", "transferred out", "The member has been transferred to another place."},
	ReasonPendingIn:      {"chờ hồ sơ chuyển đến", "Hồ sơ chuyển sinh hoạt đảng của đảng viên chưa về đến nơi.", "file not arrived", "The transfer papers of the member have not arrived yet."},
	ReasonExpelled:       {"khai trừ", "Đã bị khai trừ khỏi Đảng: không đóng dấu, thu hồi thẻ.", "expelled", "Expelled from the Party: never stamp, the card is withdrawn."},
	ReasonStruckOff:      {"xóa tên", "Đã bị xóa tên trong danh sách đảng viên: không đóng dấu, thu hồi thẻ.", "struck off", "Struck off the list of members: never stamp, the card is withdrawn."},
	ReasonResigned:       {"xin ra khỏi Đảng", "Đã xin ra khỏi Đảng: không đóng dấu, thu hồi thẻ.", "left on request", "Left the Party on request: never stamp, the card is withdrawn."},
	ReasonDeceased:       {"từ trần", "Đảng viên đã từ trần: không đóng dấu, gia đình giữ thẻ.", "deceased", "The member has died: never stamp, the family keeps the card."},
	ReasonAbroad:         {"ở ngoài nước", "Đảng viên ở ngoài nước, thẻ do Đảng ủy Bộ Ngoại giao quản lý.", "abroad", "The member is abroad; the card is kept by the Foreign Ministry's Party committee."},
	ReasonDataDiffer:     {"sai thông tin", "Thông tin trên thẻ khác với hồ sơ.", "data differ", "What the card says differs from the record."},
	ReasonForged:         {"nghi giả", "Nghi thẻ giả hoặc bị sửa chữa.", "suspected forgery", "The card may be forged or altered."},
	ReasonSpoiled:        {"đóng dấu sai", "Thẻ bị đóng dấu sai ô, đóng hai lần hoặc nhòe.", "stamped wrongly", "The card was stamped in a wrong box, twice, or smeared."},
	ReasonDuplicate:      {"trùng thẻ", "Có hai thẻ cùng một số.", "duplicate card", "There are two cards with this number."},
	ReasonEligible:       {"đủ điều kiện", "Đủ điều kiện đóng dấu kiểm tra.", "eligible", "The card may be stamped."},
	ReasonUnreadable:     {"không đọc được", "Không đọc được số thẻ.", "unreadable", "No card number could be read."},
	ReasonRoundClosed:    {"đợt đã khóa", "Đợt kiểm tra đã khóa, không đóng dấu thêm.", "round closed", "The round is closed; nothing more is stamped."},
	ReasonProbationary:   {"đảng viên dự bị", "Đảng viên dự bị chưa được phát thẻ: không đóng dấu, trả lại đơn vị.", "probationary", "A probationary member has no card yet: do not stamp, give it back to the unit."},
	ReasonOtherUnit:      {"thẻ của đơn vị khác", "Thẻ thuộc đơn vị khác, không phải đơn vị của lô này.", "other unit", "The card belongs to another unit than this batch."},
	ReasonUndecided:      {"chưa có quyết định", "Lô chưa có quyết định cho đóng dấu.", "no decision yet", "The batch has no decision to stamp yet."},
	ReasonStamped:        {"đã đóng dấu", "Thẻ đã được đóng dấu trong đợt này.", "already stamped", "The card was stamped in this round already."},
	ReasonNotListed:      {"không có trong danh sách mẫu 2", "Thẻ không có trong danh sách đề nghị đóng dấu (mẫu 2) của đơn vị.", "not on list 2", "The card is not on the unit's list asking for the stamp (form 2)."},
	ReasonLate:           {"quá hạn của đợt", "Đã quá thời hạn của đợt kiểm tra.", "after the window", "The window of the round is over."},
	ReasonVoidIssue:      {"thẻ cũ, đã thay số", "Số thẻ này đã được thay bằng thẻ khác: thẻ cũ không còn giá trị, thu lại.", "replaced card", "Another card took the place of this number: the old card is void and is withdrawn."},
	ReasonNear:           {"số gần giống", "Không có số này, nhưng có số gần giống của đơn vị: có thể đọc hoặc gõ nhầm.", "almost a number", "There is no such number, but one of the unit is almost the same: it may have been misread or mistyped."},
	ReasonNoDate:         {"thiếu ngày chính thức", "Thẻ mới nhưng hồ sơ thiếu ngày để biết đóng dấu ô nào: giám sát quyết định.", "date missing", "A new card, but the record lacks the date that tells its boxes: the supervisor decides."},
	ReasonNoEarlier:      {"thiếu dấu đợt trước", "Thẻ thiếu dấu của đợt kiểm tra trước.", "earlier stamp missing", "The stamp of an earlier round is missing on the card."},
	ReasonOverridden:     {"giám sát cho phép", "Giám sát cho phép đóng dấu.", "allowed by the supervisor", "The supervisor lets the card be stamped."},
	ReasonMisread:        {"đọc nhầm số", "Số thẻ bị đọc hoặc gõ nhầm.", "misread", "The number was misread or mistyped."},
	ReasonMisuse:         {"sử dụng thẻ sai mục đích", "Sử dụng thẻ đảng viên sai mục đích.", "misuse", "The card was used for another purpose than it is for."},
	ReasonBadCare:        {"bảo quản thẻ không tốt", "Bảo quản thẻ đảng viên không tốt.", "bad keeping", "The card was not kept well."},
	ReasonDiscipline:     {"kỷ luật vì làm mất thẻ", "Bị kỷ luật vì làm mất thẻ.", "disciplined for a loss", "Disciplined for losing the card."},
	ReasonMistake:        {"ghi nhầm", "Người thao tác ghi nhầm.", "recorded by mistake", "The operator recorded it by mistake."},
	ReasonOther:          {"lý do khác", "Lý do khác, xem ghi chú.", "other reason", "Another reason, see the note."},
	ReasonMovedIn:        {"ở nơi khác chuyển đến", "Chuyển đến, chưa được phát thẻ.", "moved in", "Moved in and has no card yet."},
	ReasonNewlyOfficial:  {"mới được công nhận", "Mới được công nhận chính thức, chưa kịp phát thẻ.", "newly recognised", "Newly recognised and has no card yet."},
	ReasonTechnical:      {"lỗi kỹ thuật", "Chưa có thẻ do lỗi kỹ thuật.", "technical error", "No card because of a technical error."},
	ReasonNotEntered:     {"chưa cập nhật", "Chưa có thẻ do chưa cập nhật dữ liệu.", "not entered", "No card because the data were not entered."},
	ReasonUnstated:       {"chưa rõ lý do", "Chưa rõ lý do.", "not stated", "No reason was given."},

	ReasonDiscipline + ".khien_trach": {"khiển trách vì làm mất thẻ", "Bị khiển trách vì làm mất thẻ.", "reprimanded for a loss", "Reprimanded for losing the card."},
	ReasonDiscipline + ".canh_cao":    {"cảnh cáo vì làm mất thẻ", "Bị cảnh cáo vì làm mất thẻ.", "warned for a loss", "Given a warning for losing the card."},
	ReasonDiscipline + ".cach_chuc":   {"cách chức vì làm mất thẻ", "Bị cách chức vì làm mất thẻ.", "dismissed for a loss", "Dismissed from office for losing the card."},
	ReasonDiscipline + ".khai_tru":    {"khai trừ vì làm mất thẻ", "Bị khai trừ vì làm mất thẻ.", "expelled for a loss", "Expelled for losing the card."},

	ReasonUncollected + ".cong_tac": {"đi công tác xa", "Chưa thu được thẻ: đi công tác xa.", "away for work", "Not collected: away for work."},
	ReasonUncollected + ".ve_que":   {"về quê", "Chưa thu được thẻ: về quê.", "home village", "Not collected: in the home village."},
	ReasonUncollected + ".nam_vien": {"nằm viện", "Chưa thu được thẻ: nằm viện.", "in hospital", "Not collected: in hospital."},
	ReasonUncollected + ".cach_ly":  {"cách ly", "Chưa thu được thẻ: đang cách ly.", "in quarantine", "Not collected: in quarantine."},
	ReasonUncollected + ".lu_lan":   {"lú lẫn", "Chưa thu được thẻ: lú lẫn, không nhớ nơi để thẻ.", "memory loss", "Not collected: memory loss."},
	ReasonUncollected + ".dot_quy":  {"đột quỵ", "Chưa thu được thẻ: đột quỵ, gia đình không tìm được thẻ.", "stroke", "Not collected: a stroke, and the family cannot find it."},
	ReasonUncollected + ".khac":     {"chưa thu, lý do khác", "Chưa thu được thẻ vì lý do khác.", "not collected, other", "Not collected for another reason."},
}

// Label is the reason in a few words; a board's own code is its own label.
func (r Reason) Label(l Lang) string {
	w, ok := reasons[r]
	switch {
	case !ok:
		return string(r)
	case l == English:
		return w.enLabel
	}
	return w.viLabel
}

// Sentence is the reason in one plain sentence.
func (r Reason) Sentence(l Lang) string {
	w, ok := reasons[r]
	switch {
	case !ok:
		return string(r)
	case l == English:
		return w.en
	}
	return w.vi
}

// ParseReason reads a reason as people give it: a code of the table, or its
// label in either language. Any other text is ReasonOther with the text as the
// note.
func ParseReason(text string) (r Reason, note string) {
	text = strings.TrimSpace(text)
	if _, ok := reasons[Reason(text)]; ok {
		return Reason(text), ""
	}
	for code, w := range reasons {
		if strings.EqualFold(text, string(code)) || strings.EqualFold(text, w.viLabel) || strings.EqualFold(text, w.enLabel) {
			return code, ""
		}
	}
	return ReasonOther, text
}

// WordsIn gives the words of a language.
func WordsIn(l Lang) *Words {
	if l == English {
		return &englishWords
	}
	return &vietnameseWords
}

var vietnameseWords = Words{
	Verdicts: map[Kind]string{
		Unreadable: "KHÔNG ĐỌC ĐƯỢC", Stamp: "ĐÓNG DẤU", Hold: "GIỮ LẠI", Refuse: "KHÔNG ĐÓNG DẤU", Repeat: "ĐÃ ĐÓNG",
	},
	Destinations: map[Destination]string{
		Onward:      "Để vào chồng thẻ đã xong của lô.",
		HeldTray:    "Để vào khay GIỮ; giám sát xử lý.",
		BackToUnit:  "Trả lại đơn vị, kèm lý do.",
		UpToBoard:   "Thu hồi thẻ, nộp lên cấp trên.",
		WithFamily:  "Trả lại để gia đình giữ.",
		ExchangeBox: "Để vào hộp ĐỔI (mẫu 3).",
	},
	Faults: map[CardFault]string{
		FaultEmpty:      "Không có số nào được đọc.",
		FaultNotDigits:  "Có ký tự không phải là số.",
		FaultShort:      "Thiếu chữ số: số thẻ có 8 chữ số.",
		FaultLeadZero:   "Chỉ có 7 chữ số: có thể mất số 0 ở đầu. Gõ đủ 8 chữ số.",
		FaultLong:       "Thừa chữ số: số thẻ có 8 chữ số.",
		FaultGlued:      "16 chữ số: hai mã dính vào nhau. Quét lại từng thẻ.",
		FaultZeroSerial: "Sáu số cuối không thể là 000000.",
	},
	Acts: map[Act]string{
		ActPresented: "đưa thẻ vào bàn", ActStamped: "đóng dấu", ActHeld: "giữ lại", ActRefused: "không đóng dấu",
		ActReleased: "giải quyết thẻ giữ", ActVoided: "hủy lần ghi", ActOverridden: "giám sát quyết định khác",
		ActReportedDamaged: "báo hỏng", ActReportedLost: "báo mất", ActReportedUncollected: "báo chưa thu",
		ActReportedFound: "báo tìm thấy", ActExchanged: "đổi thẻ", ActReissued: "cấp lại thẻ", ActIncident: "đóng dấu sai",
		ActPapersReceived: "nhận hồ sơ", ActHandedOver: "giao thẻ", ActBatchOpened: "mở lô", ActBatchDecided: "quyết định lô",
		ActBatchClosed: "chốt lô", ActBatchReopened: "mở lại lô", ActBatchReturned: "trả lô", ActListLoaded: "nhập danh sách",
		ActDeclarationLoaded: "nhập biểu tổng hợp", ActRosterLoaded: "nhập danh sách đảng viên", ActRulesChanged: "đổi quy tắc",
		ActRoundClosed: "khóa đợt", ActShiftBegun: "bắt đầu ca", ActShiftEnded: "kết thúc ca", ActSignedIn: "đăng nhập",
		ActSignedOut: "đăng xuất", ActLockedOut: "khóa đăng nhập", ActPersonAdded: "thêm người", ActPersonChanged: "sửa thông tin người dùng",
		ActPrinted: "in", ActRestored: "phục hồi", ActRoundOpened: "lập đợt",
		ActRemarked: "ghi nhận việc sử dụng, bảo quản", ActReviewed: "giám sát đã xem", ActPINFailed: "PIN sai",
		ActPrintSettled: "xử lý bản in", ActSetUp: "quyết định khi chuẩn bị bàn",
		ActFileChanged: "đổi mẫu, chỉ tiêu, nơi gửi", ActResultSent: "lập kết quả gửi cấp trên", ActResultAdded: "nhận kết quả cấp dưới",
	},
	States: map[BatchState]string{
		BatchOpen: "chờ quyết định", BatchDecided: "đang đóng dấu", BatchClosed: "xong, chưa trả", BatchReturned: "đã trả",
	},
	Roles:  map[Role]string{Operator: "người thao tác", Supervisor: "giám sát"},
	Fields: fieldsVi, DateFaults: dateFaultsVi, Differences: differencesVi, Flaws: flawsVi, Figures: figuresVi, Documents: documentsVi,
	Refusals: map[Refusal]string{
		NotSignedIn:    "Chưa đăng nhập. Đăng nhập bằng mã và PIN trước.",
		WrongPIN:       "Mã người dùng hoặc PIN không đúng.",
		WeakPIN:        "PIN phải có ít nhất 4 ký tự.",
		NeedSupervisor: "Việc này cần giám sát.",
		NoBatch:        "Chưa chọn lô. Mở hoặc chọn một lô trước.",
		UnknownBatch:   "Không có lô này.",
		UnknownUnit:    "Không có đơn vị này trong danh sách đảng viên.",
		UnknownPerson:  "Không có người này.",
		KnownPerson:    "Mã này đã có người dùng.",
		BatchIsClosed:  "Lô đã chốt. Giám sát mở lại bằng: stampdesk batch reopen.",
		BatchNotClosed: "Lô chưa chốt. Chốt lô trước.",
		CardOpen:       "Thẻ đang cầm chưa có kết quả. Xử lý xong thẻ đó trước.",
		NotThisCard:    "Thẻ này không phải thẻ đang cầm.",
		NotABox:        "Chọn ít nhất một ô, trong những ô có trên thẻ.",
		StampStands:    "Thẻ đã ghi đóng dấu. Hủy lần ghi đó trước.",
		NothingToUndo:  "Không có lần ghi nào để hủy.",
		NotEligible:    "Không làm được việc này với thẻ.",
		RoundIsClosed:  "Đợt kiểm tra đã khóa.",
		NeedReason:     "Cần ghi lý do.",
		NeedDecision:   "Cần số và ngày của quyết định.",
		LongNote:       "Ghi chú quá dài. Viết gọn lại.",
		InUse:          "Dữ liệu này đã có đợt kiểm tra và người dùng.",

		OtherRoster:     "Danh sách đảng viên đã được thay từ khi xem trước. Xem lại thay đổi rồi áp dụng.",
		BadRoster:       "Có số thẻ đang thuộc đảng viên của đơn vị khác. Sửa tệp hoặc danh sách của đơn vị kia trước.",
		NotMeant:        "Danh sách này làm nhiều người không còn, hoặc đưa người đã ra khỏi danh sách trở lại: phải xác nhận trước.",
		NoRosterBefore:  "Chưa có danh sách đảng viên nào trước danh sách này.",
		NameInNote:      "Ghi chú có họ tên đảng viên; sổ ghi không giữ tên. Viết lại, chỉ dùng số thẻ.",
		LockedOut:       "PIN sai quá nhiều lần: tạm khóa đến giờ này. Đợi, hoặc nhờ giám sát đặt PIN mới.",
		PersonDisabled:  "Người này không còn được đăng nhập.",
		LastSupervisor:  "Đây là giám sát cuối cùng. Thêm một giám sát khác trước.",
		ShiftIsOn:       "Ca này đang làm. Kết thúc ca trước khi bắt đầu ca mới.",
		NoShift:         "Chưa bắt đầu ca nào.",
		NotInQueue:      "Bản in này không còn trong hàng chờ.",
		QueueChanged:    "Hàng chờ in vừa thay đổi: xem lại rồi chọn.",
		NotAsked:        "Bản in này chưa in, không có gì phải trả lời.",
		SamePrinter:     "Bản in đã ở máy in này rồi.",
		FinalVerdict:    "Không ai được cho đóng dấu trường hợp này.",
		UnknownCard:     "Không có số thẻ này trong danh sách đảng viên.",
		NotHeld:         "Thẻ này không nằm trong khay giữ.",
		WrongReason:     "Lý do này không dùng cho việc này.",
		NeedPapers:      "Chưa đủ hồ sơ: 2 ảnh 2x3, và bản trình bày nếu là thẻ mất.",
		NeedBoxes:       "Không biết đóng dấu ô nào cho thẻ mới: giám sát chọn ô.",
		NumberTaken:     "Số này là của thẻ khác.",
		GuestsCard:      "Thẻ của đảng viên sinh hoạt tạm thời: nơi có đảng số đổi hoặc cấp lại.",
		HandedOver:      "Lô đã giao cho người này. Giám sát mở lại lô nếu ghi sai.",
		RoundUnfinished: "Đợt đang làm còn lô chưa chốt hoặc thẻ trong khay giữ. Xử lý trước, hoặc ghi lý do.",
		RoundIsOpen:     "Đợt đang làm chưa khóa. Khóa đợt trước.",
		BadRules:        "Không dùng được.",

		ResultOtherRound: "Kết quả là của đợt khác (số trước là đợt của tệp, số sau là đợt đang làm).",
		ResultOurs:       "Đây là kết quả của chính nơi này.",
		ResultHasOurs:    "Kết quả này đã cộng cả kết quả của nơi này: không cộng vòng lại.",
		ResultKnown:      "Kết quả này đã nhận rồi.",
		ResultBehind:     "Kết quả này cũ hơn kết quả đã nhận của cùng nơi gửi.",
		ResultSplit:      "Kết quả này và kết quả đã nhận không thể cùng một sổ ghi: nơi gửi có hai kho dữ liệu, hoặc sổ đã bị sửa. Hỏi lại nơi gửi.",
		ResultBackup:     "Kho dữ liệu của nơi gửi đã được khôi phục từ bản sao lưu kể từ lần nhận trước. Hỏi lại nơi gửi; đúng vậy thì thêm --restored.",
		ResultCounted:    "Kết quả này đã nằm trong kết quả của nơi khác đã nhận: không cộng hai lần.",
		ResultCounts:     "Trong kết quả này có kết quả của nơi đã nhận riêng: không cộng hai lần. Bỏ kết quả nhận riêng trước.",
	},
}

var englishWords = Words{
	Verdicts: map[Kind]string{
		Unreadable: "UNREADABLE", Stamp: "STAMP", Hold: "KEEP ASIDE", Refuse: "DO NOT STAMP", Repeat: "STAMPED BEFORE",
	},
	Destinations: map[Destination]string{
		Onward:      "Put it on the finished pile of the batch.",
		HeldTray:    "Put it into the HELD tray; the supervisor settles it.",
		BackToUnit:  "Give it back to the unit with the reason.",
		UpToBoard:   "Withdraw the card and send it up.",
		WithFamily:  "Give it back; the family keeps it.",
		ExchangeBox: "Put it into the EXCHANGE box (form 3).",
	},
	Faults: map[CardFault]string{
		FaultEmpty:      "Nothing was read.",
		FaultNotDigits:  "There is something in it that is not a digit.",
		FaultShort:      "Digits are missing: a card number has 8.",
		FaultLeadZero:   "Only 7 digits: a leading 0 may be lost. Type all 8.",
		FaultLong:       "Too many digits: a card number has 8.",
		FaultGlued:      "16 digits: two codes ran together. Scan each card again.",
		FaultZeroSerial: "The last six digits cannot be 000000.",
	},
	Acts: map[Act]string{
		ActPresented: "presented", ActStamped: "stamped", ActHeld: "kept aside", ActRefused: "not stamped",
		ActReleased: "hold settled", ActVoided: "entry voided", ActOverridden: "overridden by the supervisor",
		ActReportedDamaged: "reported damaged", ActReportedLost: "reported lost", ActReportedUncollected: "reported not collected",
		ActReportedFound: "reported found", ActExchanged: "exchanged", ActReissued: "reissued", ActIncident: "incident",
		ActPapersReceived: "papers received", ActHandedOver: "handed over", ActBatchOpened: "batch opened", ActBatchDecided: "batch decided",
		ActBatchClosed: "batch closed", ActBatchReopened: "batch reopened", ActBatchReturned: "batch returned", ActListLoaded: "list loaded",
		ActDeclarationLoaded: "declaration loaded", ActRosterLoaded: "roster loaded", ActRulesChanged: "rules changed",
		ActRoundClosed: "round closed", ActShiftBegun: "shift begun", ActShiftEnded: "shift ended", ActSignedIn: "signed in",
		ActSignedOut: "signed out", ActLockedOut: "locked out", ActPersonAdded: "person added", ActPersonChanged: "person changed",
		ActPrinted: "printed", ActRestored: "restored", ActRoundOpened: "round laid down",
		ActRemarked: "remarked on use and care", ActReviewed: "reviewed by the supervisor", ActPINFailed: "wrong PIN",
		ActPrintSettled: "print job settled", ActSetUp: "decided in the set-up",
		ActFileChanged: "template, targets or boards changed", ActResultSent: "result written for above", ActResultAdded: "result from below taken in",
	},
	States: map[BatchState]string{
		BatchOpen: "waits for the decision", BatchDecided: "being stamped", BatchClosed: "done, not returned", BatchReturned: "returned",
	},
	Roles:  map[Role]string{Operator: "operator", Supervisor: "supervisor"},
	Fields: fieldsEn, DateFaults: dateFaultsEn, Differences: differencesEn, Flaws: flawsEn, Figures: figuresEn, Documents: documentsEn,
	Refusals: map[Refusal]string{
		NotSignedIn:    "Nobody is signed in. Sign in with your id and PIN first.",
		WrongPIN:       "The id or the PIN is wrong.",
		WeakPIN:        "A PIN has at least 4 characters.",
		NeedSupervisor: "This needs a supervisor.",
		NoBatch:        "No batch is in hand. Open or choose one first.",
		UnknownBatch:   "There is no such batch.",
		UnknownUnit:    "There is no such unit on the roster.",
		UnknownPerson:  "There is no such person.",
		KnownPerson:    "This id is taken.",
		BatchIsClosed:  "The batch is closed. A supervisor reopens it with: stampdesk batch reopen.",
		BatchNotClosed: "The batch is not closed. Close it first.",
		CardOpen:       "The card in hand has no answer yet. Answer it first.",
		NotThisCard:    "This is not the card in hand.",
		NotABox:        "Choose at least one box, of those that the card has.",
		StampStands:    "The card is on record as stamped. Undo that first.",
		NothingToUndo:  "There is nothing to undo.",
		NotEligible:    "That cannot be done with a card.",
		RoundIsClosed:  "The round is closed.",
		NeedReason:     "A reason is needed.",
		NeedDecision:   "The number and the date of the decision are needed.",
		LongNote:       "The note is too long. Make it shorter.",
		InUse:          "This store has its round and its people already.",

		OtherRoster:     "Another roster came into force since this one was compared. Look at the changes again, then apply.",
		BadRoster:       "A card number belongs to a member of another unit. Correct the file, or that unit's roster, first.",
		NotMeant:        "By this roster many members go, or departed ones come back: say first that it is meant.",
		NoRosterBefore:  "There is no roster before this one.",
		LockedOut:       "Too many wrong PINs: locked until then. Wait, or have a supervisor give a new PIN.",
		PersonDisabled:  "This person may not sign in any more.",
		LastSupervisor:  "This is the last supervisor. Add another one first.",
		ShiftIsOn:       "This shift is on. End it before the next begins.",
		NoShift:         "No shift has begun.",
		NotInQueue:      "This document is no longer in the queue.",
		QueueChanged:    "The queue has just changed: look again, then choose.",
		NotAsked:        "This document was not printed yet, there is nothing to answer.",
		SamePrinter:     "The document is with this printer already.",
		FinalVerdict:    "Nobody can let this card be stamped.",
		UnknownCard:     "This number is not on the roster.",
		NotHeld:         "This card is not in the held tray.",
		WrongReason:     "This is not a reason for that.",
		NeedPapers:      "Papers are missing: 2 photographs of 2×3 cm, and the written account for a lost card.",
		NeedBoxes:       "Nobody can tell the boxes of the new card: a supervisor chooses.",
		NumberTaken:     "This number is another card's.",
		GuestsCard:      "The card of a member on temporary activity: the home board exchanges or reissues it.",
		HandedOver:      "The batch was handed over to this person. A supervisor reopens it if that is wrong.",
		RoundUnfinished: "Batches of the round in force are not closed, or cards lie in the held tray. See to them first, or give a reason.",
		RoundIsOpen:     "The round in force is not closed. Close it first.",
		BadRules:        "This cannot be used.",

		ResultOtherRound: "The result is of another round (first the round of the file, then the one at work).",
		ResultOurs:       "This is the result of this very board.",
		ResultHasOurs:    "Our own result is in this one: it would be added to itself.",
		ResultKnown:      "This result was taken in already.",
		ResultBehind:     "This result is older than what was taken in of the same store.",
		ResultSplit:      "This result and the one that was taken in cannot be of one journal: the sender has two stores, or the journal was altered. Ask the sender.",
		ResultBackup:     "The sender's store was put back from a backup since the result before. Ask the sender; if it is so, add --restored.",
		ResultCounted:    "This result is in that of another board, which was taken in: it would be counted twice.",
		ResultCounts:     "A result that was taken in by itself is in this one: it would be counted twice. Take that one out first.",
		NameInNote:       "The note gives a member's name; the journal keeps none. Write it with the card number instead.",
	},
}
