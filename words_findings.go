package stampdesk

import "strconv"

// Titles of what the reconciliation and the examination of a roster find, in
// both languages: each heads a list.
var (
	differencesVi = map[DifferenceKind]string{
		SumDiffers: "Mẫu 6 cộng không khớp", FigureDiffers: "Số khai ở mẫu 6 khác số tìm thấy", CountDiffers: "Số đếm tay không khớp",
		CardListedByTwo: "Số thẻ có trong danh sách của hai đơn vị", ListedNotStamped: "Có trong mẫu 2 nhưng không đóng dấu",
		StampedUnlisted: "Đã đóng dấu nhưng không có trong danh sách", ListedNotDamaged: "Có trong mẫu 3 nhưng tại bàn không phải thẻ hỏng",
		DamagedUnlisted: "Hỏng tại bàn nhưng không có trong mẫu 3", ListedNotLost: "Có trong mẫu 4 nhưng thẻ vẫn đến bàn",
		LostUnlisted: "Báo mất tại bàn nhưng không có trong mẫu 4", NotOnAnyList: "Không có trong danh sách nào của đơn vị",
		ListedElsewhere: "Thẻ của đơn vị khác", ListedDeparted: "Có trong danh sách nhưng không được đóng dấu",
		ListedUnknown: "Số thẻ không có trong danh sách đảng viên", ListedVoid: "Số thẻ cũ, đã thay số", ListedTwice: "Ghi hai lần trong danh sách",
		NameDiffers: "Họ tên khác danh sách đảng viên", HasCard: "Có trong mẫu 5 nhưng đã có thẻ",
		CardlessNotListed: "Chưa có thẻ nhưng không có trong mẫu 5", CardlessUnknown: "Có trong mẫu 5 nhưng không phải đảng viên chưa có thẻ",
		Coincidence: "Cần xem lại (không phải chênh lệch)",
	}
	differencesEn = map[DifferenceKind]string{
		SumDiffers: "Form 6 does not add up", FigureDiffers: "Declared figures that are not what was found", CountDiffers: "The count by hand is off",
		CardListedByTwo: "Numbers on the lists of two units", ListedNotStamped: "On form 2 and not stamped",
		StampedUnlisted: "Stamped and on no list", ListedNotDamaged: "On form 3 and not found damaged",
		DamagedUnlisted: "Found damaged and not on form 3", ListedNotLost: "On form 4 and the card came all the same",
		LostUnlisted: "Reported lost at the desk and not on form 4", NotOnAnyList: "On no list of the unit",
		ListedElsewhere: "Cards of another unit", ListedDeparted: "Listed and may not be stamped",
		ListedUnknown: "Numbers that are not on the roster", ListedVoid: "Old numbers that were replaced", ListedTwice: "Listed twice",
		NameDiffers: "Names that differ from the roster", HasCard: "On form 5 and has a card",
		CardlessNotListed: "Has no card and is not on form 5", CardlessUnknown: "On form 5 and no member without a card",
		Coincidence: "Worth a look (no difference)",
	}
	flawsVi = map[FlawKind]string{
		FlawNoCard: "Đảng viên chính thức chưa có số thẻ", FlawDate: "Ngày tháng không thể đúng", FlawMovedOut: "Đã chuyển đi nhưng chưa cắt khỏi danh sách",
		FlawGone: "Đã từ trần hoặc ra khỏi Đảng nhưng chưa cắt khỏi danh sách", FlawPendingIn: "Chờ hồ sơ chuyển đến",
		FlawNoRecord: "Thiếu hoặc sai số lý lịch", FlawNoBirth: "Thiếu ngày sinh", FlawNoOfficial: "Thiếu ngày chính thức",
		FlawSamePerson: "Trùng họ tên và ngày sinh", FlawOldNumber: "Số thẻ cũ là số thẻ của người khác", FlawLetters: "Chữ lạ, có thể do phông chữ cũ",
	}
	flawsEn = map[FlawKind]string{
		FlawNoCard: "Official members without a number", FlawDate: "Dates that cannot be right", FlawMovedOut: "Transferred out and not cut",
		FlawGone: "Died or left and not cut", FlawPendingIn: "Waiting for transfer papers",
		FlawNoRecord: "No record number, or a wrong one", FlawNoBirth: "No birth date", FlawNoOfficial: "No date of recognition",
		FlawSamePerson: "Same name and birth date", FlawOldNumber: "The old number is somebody else's number", FlawLetters: "Odd letters, perhaps an old font",
	}
	figuresVi = map[string]string{
		"members": "đảng viên", "official": "đảng viên chính thức", "probationary": "đảng viên dự bị", "with_card": "đã được phát thẻ",
		"without_card": "chưa được phát thẻ", "proposed": "đề nghị đóng dấu", "stamped": "đã đóng dấu", "not_stamped": "chưa đóng dấu",
		"damaged": "thẻ hỏng", "lost": "thẻ mất", "uncollected": "chưa thu được thẻ", "count": "số thẻ trong chồng",
	}
	figuresEn = map[string]string{
		"members": "members", "official": "official members", "probationary": "probationary members", "with_card": "with a card",
		"without_card": "without a card", "proposed": "proposed", "stamped": "stamped", "not_stamped": "not stamped",
		"damaged": "damaged", "lost": "lost", "uncollected": "not collected", "count": "cards in the stack",
	}
)

// Number writes a count as the language groups it: 16.560, 16,560.
func (l Lang) Number(n int) string {
	digits, mark := strconv.Itoa(n), "."
	if l == English {
		mark = ","
	}
	first := 0
	if n < 0 {
		first = 1
	}
	for i := len(digits) - 3; i > first; i -= 3 {
		digits = digits[:i] + mark + digits[i:]
	}
	return digits
}
