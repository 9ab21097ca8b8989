package sheet

import (
	"slices"
	"strconv"
	"strings"

	"stampdesk"
)

// Tally is how often one thing is wrong with one column.
type Tally struct {
	Fault   Fault
	Column  string // heading; empty: the whole row, or the file
	Warning bool
	Count   int
	Lines   []int   // the first TallyLines of them
	First   Problem // the first of them, in full
}

// TallyLines is how many lines a Tally names.
const TallyLines = 10

type tallyKey struct {
	fault   Fault
	column  string
	warning bool
}

// count adds a problem to the tally of its kind.
func (f *File) count(p Problem, warning bool) {
	key := tallyKey{p.Fault, p.Column, warning}
	t := f.tally[key]
	if t == nil {
		if f.tally == nil {
			f.tally = map[tallyKey]*Tally{}
		}
		t = &Tally{Fault: p.Fault, Column: p.Column, Warning: warning, First: p}
		f.tally[key] = t
		f.order = append(f.order, t)
	}
	if t.Count++; len(t.Lines) < TallyLines && p.Line > 0 {
		t.Lines = append(t.Lines, p.Line)
	}
}

// Summary counts all problems and all warnings, also those that are not kept:
// problems first, and each in the order in which they were first met.
func (f *File) Summary() []Tally {
	all := make([]Tally, 0, len(f.order))
	for _, warning := range [...]bool{false, true} {
		for _, t := range f.order {
			if t.Warning == warning {
				one := *t
				one.Lines = slices.Clone(t.Lines)
				all = append(all, one)
			}
		}
	}
	return all
}

// Alike is how many problems of one kind in one column are told one by one;
// more of them are told as their tally.
const Alike = 20

// Told gives the sentences in which problems, or warnings, are told to a
// person: at most MaxListed, in the order of the file, those that are too many
// of a kind together in the place of the first.
func (f *File) Told(warnings bool, l stampdesk.Lang) []string {
	list := f.Problems
	if warnings {
		list = f.Warnings
	}
	var told []string
	together := map[tallyKey]bool{}
	for _, p := range list {
		key := tallyKey{p.Fault, p.Column, warnings}
		switch t := f.tally[key]; {
		case t == nil || t.Count <= Alike:
			told = append(told, p.Text(l))
		case !together[key]:
			together[key] = true
			told = append(told, t.Text(l))
		}
	}
	return told
}

// Text is the tally in one sentence: the problem in full where there is one,
// and else how many rows have it, and which.
func (t Tally) Text(l stampdesk.Lang) string {
	if t.Count == 1 {
		return t.First.Text(l)
	}
	words := labels[t.Fault]
	rows, column, line := " dòng", "cột ", "dòng "
	label := words.vi
	if l == stampdesk.English {
		rows, column, line, label = " rows", "column ", "lines ", words.en
	}
	var b strings.Builder
	b.WriteString(strconv.Itoa(t.Count) + rows)
	if t.Column != "" {
		b.WriteString(", " + column + "“" + t.Column + "”")
	}
	b.WriteString(": " + label)
	if len(t.Lines) > 0 {
		b.WriteString(" (" + line + lines(t.Lines))
		if t.Count > len(t.Lines) {
			b.WriteString(", …")
		}
		b.WriteString(")")
	}
	b.WriteString(".")
	return b.String()
}

// labels name a fault in a few words.
var labels = map[Fault]struct{ vi, en string }{
	FaultEmpty:          {"tệp trống", "an empty file"},
	FaultNoRows:         {"không có dòng nào dưới tiêu đề", "no rows below the headings"},
	FaultNotUTF8:        {"không nhận ra bảng mã", "an encoding that cannot be told"},
	FaultEncoding:       {"không theo bảng mã đã chọn", "not in the encoding that was asked for"},
	FaultWorkbook:       {"kiểu tệp không đọc được", "a type of file that is not read"},
	FaultNotTable:       {"không phải tệp bảng tính", "no spreadsheet"},
	FaultLocked:         {"tệp có mật khẩu", "a workbook with a password"},
	FaultBroken:         {"tệp hỏng", "a damaged workbook"},
	FaultInflated:       {"tệp nén bất thường", "a file packed in an unusual way"},
	FaultManySheets:     {"nhiều trang tính đều là danh sách", "several sheets that are lists"},
	FaultNoSheet:        {"không có trang tính này", "no such sheet"},
	FaultTooLarge:       {"tệp quá lớn", "a file that is too large"},
	FaultLongLine:       {"dòng quá dài", "a line that is too long"},
	FaultManyColumns:    {"quá nhiều cột", "too many columns"},
	FaultNoResult:       {"công thức chưa được tính", "formulas that were never calculated"},
	FaultCellError:      {"ô báo lỗi của bảng tính", "cells that show a spreadsheet's error"},
	FaultNoColumn:       {"thiếu cột", "the column is missing"},
	FaultTwinColumn:     {"nhiều cột cùng một nghĩa", "several columns that mean the same"},
	FaultProfileColumn:  {"cách đọc cột nêu cột mà tệp không có", "the profile names columns that the file does not have"},
	FaultProfileField:   {"cách đọc cột nêu trường không có", "the profile names fields that there are not"},
	FaultProfileHeading: {"dòng tiêu đề không đúng", "the line of the headings is wrong"},
	FaultOtherForm:      {"tiêu đề ghi mẫu khác", "the title says another form"},

	FaultRagged:      {"thừa hoặc thiếu ô", "too many or too few cells"},
	FaultQuote:       {"dấu ngoặc kép đặt sai chỗ", "quotation marks out of place"},
	FaultControl:     {"có ký tự lạ", "characters that are not text"},
	FaultTooLong:     {"ô quá dài", "cells that are too long"},
	FaultNoName:      {"thiếu họ và tên", "no name"},
	FaultNoUnit:      {"thiếu mã đơn vị", "no unit"},
	FaultOtherUnit:   {"của đơn vị khác", "of another unit"},
	FaultUnknownUnit: {"đơn vị không có trong danh sách đang dùng", "units that the roster in force does not have"},
	FaultNoCard:      {"thiếu số thẻ", "no card number"},
	FaultDate:        {"không phải là ngày", "not a date"},
	FaultMonthFirst:  {"tháng đứng trước ngày", "months before days"},
	FaultBadName:     {"không phải là họ tên", "no names"},
	FaultShortYear:   {"năm chỉ có hai chữ số", "years of two digits"},
	FaultStatus:      {"không phải là trạng thái", "not a status"},
	FaultTwinCard:    {"số thẻ trùng nhau", "card numbers that an earlier row has"},
	FaultRecordTaken: {"số lý lịch của đảng viên đơn vị khác", "record numbers of members of other units"},
	FaultCardTaken:   {"số thẻ của đảng viên đơn vị khác", "card numbers of members of other units"},

	FaultCardNotDigits:  {"không phải là số thẻ", "not a card number"},
	FaultCardShort:      {"số thẻ thiếu chữ số", "card numbers with too few digits"},
	FaultCardLeadZero:   {"thiếu số 0 ở đầu", "the leading 0 is missing"},
	FaultCardLong:       {"số thẻ thừa chữ số", "card numbers with too many digits"},
	FaultCardGlued:      {"hai số thẻ dính vào nhau", "two card numbers that ran together"},
	FaultCardZeroSerial: {"sáu số cuối là 000000", "the last six digits are 000000"},
	FaultCardTail:       {"số mất số 0 ở cuối", "numbers that lost a 0 at their end"},
	FaultCardPower:      {"số bị bảng tính rút gọn, mất chữ số cuối", "numbers that a spreadsheet cut short"},

	FaultFutureDate:   {"ngày ở tương lai", "dates in the future"},
	FaultDateBefore:   {"sớm hơn ngày vào Đảng", "before the admission"},
	FaultCardBefore:   {"cấp thẻ sớm hơn ngày vào Đảng", "a card issued before the admission"},
	FaultTooYoung:     {"vào Đảng khi chưa đủ 18 tuổi", "admitted under the age of 18"},
	FaultTooOld:       {"hơn 115 tuổi", "more than 115 years old"},
	FaultAfterLeaving: {"sớm hơn ngày vào Đảng", "before the admission"},

	FaultUnknownColumns:    {"cột không được dùng", "columns that are not used"},
	FaultNearHeading:       {"tiêu đề gần giống tiêu đề đã biết", "headings that are nearly known ones"},
	FaultOtherTitle:        {"tiêu đề của mẫu khác", "the title of another form"},
	FaultOtherReason:       {"cột lý do của mẫu khác", "the reasons of another form"},
	FaultUnitNames:         {"một mã đơn vị, nhiều cách ghi", "one unit written in several ways"},
	FaultNewUnit:           {"đơn vị mới", "new units"},
	FaultHostOnly:          {"đơn vị SHĐ tạm thời không có đảng viên nào của mình", "hosts that are nobody's unit"},
	FaultProbationaryCard:  {"đảng viên dự bị mà có số thẻ", "probationary members with a card number"},
	FaultTakenStatus:       {"được coi là đã chuyển đi, từ trần hoặc ra khỏi Đảng", "taken for moved, deceased or gone"},
	FaultGoneMember:        {"trạng thái không khớp với ngày chuyển đi, từ trần, ra khỏi Đảng", "members who died, left or moved"},
	FaultNoteStatus:        {"ghi chú nói khác trạng thái", "notes that say otherwise than the status"},
	FaultTakenProbationary: {"được coi là đảng viên dự bị", "taken for probationary members"},
	FaultTwinPerson:        {"cùng họ tên và ngày sinh với dòng khác", "the name and birth date of another row"},
	FaultTwinNumber:        {"cùng họ tên và ngày sinh, khác số thẻ", "the name and birth date of another row, and another number"},
	FaultGuestKept:         {"sinh hoạt tạm thời, giữ dòng của đơn vị quản lý", "here on temporary activity, the home unit's line is kept"},
	FaultKnownPerson:       {"cùng họ tên và ngày sinh với người có số thẻ khác", "the name and birth date of somebody with another number"},
	FaultRecordNumber:      {"không giống số lý lịch", "not like a record number"},
	FaultTwinRecord:        {"số lý lịch trùng nhau", "record numbers that an earlier row has"},
	FaultOldCardTaken:      {"số thẻ cũ đang là số thẻ của người khác", "old numbers that are somebody else's number"},
	FaultOldFont:           {"có ký tự của phông cũ", "characters of an old font"},
	FaultCardIgnored:       {"không phải là số thẻ, đã bỏ qua", "no card number, left out"},
	FaultZeroAdded:         {"đã thêm số 0 ở đầu", "a leading 0 was added"},
	FaultSerial:            {"ngày ghi bằng số của bảng tính", "dates written as a spreadsheet's numbers"},
	FaultDayPart:           {"không đủ ngày, tháng, chỉ lấy năm", "only the year was taken"},
	FaultLeftover:          {"còn chữ không rõ nghĩa trong ô", "text in the cell that is not understood"},
	FaultBeyond:            {"có chữ ngoài các cột có tiêu đề", "text beyond the headings"},

	FaultHeadingRows: {"dòng lặp lại tiêu đề", "headings that are repeated"},
	FaultEmptyRows:   {"dòng chỉ có số thứ tự", "rows with nothing but their number"},
	FaultTotalRows:   {"dòng cộng", "totals"},
	FaultTotal:       {"tổng cộng không khớp số dòng", "totals that are not those of the rows"},
	FaultGroupRows:   {"dòng tên nhóm", "titles of groups"},
	FaultGroupUnread: {"tên nhóm không được dùng", "titles of groups that are not used"},
	FaultSignedRows:  {"dòng dưới bảng", "rows below the table"},
}
