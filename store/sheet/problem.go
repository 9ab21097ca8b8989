package sheet

import (
	"strconv"
	"strings"

	"stampdesk"
)

// Problem is one thing that is wrong with a file, or as a warning, one thing
// that a person should look at.
type Problem struct {
	Fault  Fault
	Line   int    // physical line where the row begins, from 1; 0: the file as a whole
	Column string // heading of the column; empty: the whole row
	Found  string // what stands there
	Want   string // what was expected, where it is not always the same
	First  int    // line of what it collides with; 0: none
}

// Fault says what kind of problem it is. The values are stable names, given in
// JSON.
type Fault string

// Faults of the file as a whole: its rows were not read.
const (
	FaultEmpty      Fault = "empty-file"
	FaultNoRows     Fault = "no-rows"   // nothing below the headings
	FaultUTF16      Fault = "utf-16"    // saved as "Unicode text"
	FaultNotUTF8    Fault = "not-utf-8" // TCVN3, VNI, Windows-1258 or no text at all
	FaultWorkbook   Fault = "workbook"  // of a kind that is not read: .xls, .xlsb, .ods
	FaultNoColumn   Fault = "no-column" // a column that must be there is not
	FaultTwinColumn Fault = "two-columns"

	FaultNotTable    Fault = "not-a-table"     // a document, a picture, an archive, a program
	FaultLocked      Fault = "locked-workbook" // with a password
	FaultBroken      Fault = "broken-workbook" // cut short, damaged, or made to look like one
	FaultInflated    Fault = "inflated"        // small on the disk, huge when unpacked
	FaultNoSheet     Fault = "no-sheet"        // none of the name that was wanted
	FaultTooLarge    Fault = "too-large"
	FaultLongLine    Fault = "long-line"
	FaultManyColumns Fault = "many-columns"
)

// Faults of a row.
const (
	FaultRagged   Fault = "ragged-row" // more or fewer cells than headings
	FaultQuote    Fault = "bad-quotes" // quotation marks out of place, or one never closed
	FaultControl  Fault = "not-text"   // a character that no keyboard writes
	FaultTooLong  Fault = "too-long"   // often two quotation marks with half the file between
	FaultNoName   Fault = "no-name"
	FaultNoUnit   Fault = "no-unit" // neither a home unit nor a host
	FaultNoCard   Fault = "no-card" // on a list that needs the number
	FaultDate     Fault = "bad-date"
	FaultStatus   Fault = "bad-status"
	FaultTwinCard Fault = "same-card" // a number that an earlier row has

	FaultNoResult  Fault = "no-result"  // a formula that was never calculated
	FaultCellError Fault = "cell-error" // a formula that failed: #REF!, #N/A
)

// Faults of a card number as written in a file, see stampdesk.CardFault.
const (
	FaultCardNotDigits  = cardFault + Fault(stampdesk.FaultNotDigits)
	FaultCardShort      = cardFault + Fault(stampdesk.FaultShort)
	FaultCardLeadZero   = cardFault + Fault(stampdesk.FaultLeadZero)
	FaultCardLong       = cardFault + Fault(stampdesk.FaultLong)
	FaultCardGlued      = cardFault + Fault(stampdesk.FaultGlued)
	FaultCardZeroSerial = cardFault + Fault(stampdesk.FaultZeroSerial)

	cardFault Fault = "card-"
)

// Faults that are only warnings.
const (
	FaultUnknownColumns   Fault = "unknown-columns"
	FaultUnitNames        Fault = "unit-names" // one code, two names or kinds
	FaultHostOnly         Fault = "host-only"  // a host that no row has as its unit
	FaultProbationaryCard Fault = "probationary-card"
	FaultTwinPerson       Fault = "same-person" // name and birth date of an earlier row
	FaultRecordNumber     Fault = "record-number"
	FaultOldFont          Fault = "old-font" // letters that a font before Unicode leaves behind
	FaultCardIgnored      Fault = "card-ignored"
)

// Text is the problem in plain sentences: where, what, and what to do.
func (p Problem) Text(l stampdesk.Lang) string {
	words, line, column := faults[p.Fault].vi, "Dòng ", "cột "
	if l == stampdesk.English {
		words, line, column = faults[p.Fault].en, "Line ", "column "
	}
	var b strings.Builder
	switch {
	case p.Line == 0 || faults[p.Fault].whole:
	case p.Column == "":
		b.WriteString(line + strconv.Itoa(p.Line) + ": ")
	default:
		b.WriteString(line + strconv.Itoa(p.Line) + ", " + column + "“" + p.Column + "”: ")
	}
	strings.NewReplacer(
		"{found}", p.Found, "{want}", p.Want, "{column}", p.Column, "{first}", strconv.Itoa(p.First),
	).WriteString(&b, words)
	return b.String()
}

// faultWords are the sentences of a fault; whole says that they need no place
// before them.
type faultWords struct {
	vi, en string
	whole  bool
}

const (
	bookVi = "Mở tệp trong Excel, chọn Lưu thành, kiểu “Excel Workbook (*.xlsx)”, rồi nhập lại."
	bookEn = "Open it in Excel, choose Save as, type “Excel Workbook (*.xlsx)”, and import that file."

	saveVi = "Mở tệp trong Excel, chọn Lưu thành, kiểu “CSV UTF-8 (phân cách bằng dấu phẩy)”, rồi nhập lại."
	saveEn = "Open it in Excel, choose Save as, type “CSV UTF-8 (comma delimited)”, and import that file."
)

var faults = map[Fault]faultWords{
	FaultEmpty:  {"Tệp trống. Kiểm tra xem đã chọn đúng tệp chưa.", "The file is empty. See whether it is the right one.", true},
	FaultNoRows: {"Tệp chỉ có dòng tiêu đề, không có dòng nào bên dưới. Kiểm tra xem đã lưu đúng trang tính chưa.", "The file has headings and no rows below them. See whether the right sheet was saved.", true},
	FaultUTF16:  {"Tệp lưu theo mã UTF-16, không phải UTF-8. " + saveVi, "The file is in UTF-16, not in UTF-8. " + saveEn, true},
	FaultNotUTF8: {
		"chữ không theo mã UTF-8 (gặp {found}); có thể là phông cũ TCVN3 (.VnTime), VNI hoặc mã Windows-1258. Chuyển sang Unicode trước. " + saveVi,
		"the text is not UTF-8 ({found} was met); it may be from an old font, TCVN3 (.VnTime) or VNI, or Windows-1258. Convert it to Unicode first. " + saveEn, false,
	},
	FaultWorkbook:   {"Đây là tệp {found}, chương trình không đọc được kiểu này. " + bookVi, "This is a file of {found}, a type that is not read. " + bookEn, true},
	FaultNoColumn:   {"Thiếu cột “{column}”. Dòng tiêu đề có: {found}. Thêm cột “{column}” hoặc sửa lại tên cột.", "The column “{column}” is missing. The headings are: {found}. Add the column or correct its heading.", true},
	FaultTwinColumn: {"Có hai cột “{column}” (cột thứ {found}). Chỉ giữ lại một cột.", "There are two columns “{column}” (columns {found}). Keep only one.", true},

	FaultNotTable:    {"Đây không phải là tệp bảng tính (kiểu tệp: {found}). Chọn tệp Excel (.xlsx) hoặc csv có danh sách.", "This is no spreadsheet (type of file: {found}). Choose the Excel (.xlsx) or csv file that has the list.", true},
	FaultLocked:      {"Tệp Excel này được đặt mật khẩu nên không đọc được. Mở tệp trong Excel, chọn Tệp > Thông tin > Bảo vệ sổ làm việc > Mã hóa bằng mật khẩu, xóa mật khẩu, lưu lại rồi nhập lại.", "This workbook is locked with a password. Open it in Excel, choose File > Info > Protect Workbook > Encrypt with Password, clear the password, save, and import it again.", true},
	FaultBroken:      {"Tệp Excel bị hỏng ({found}). Mở tệp trong Excel, để Excel sửa nếu được hỏi, chọn Lưu thành một tệp .xlsx mới rồi nhập lại. Nếu không mở được, xin lại tệp từ nơi gửi.", "The workbook is damaged ({found}). Open it in Excel, let Excel repair it if it asks, save it as a new .xlsx file, and import that. If it does not open, ask the sender for it again.", true},
	FaultInflated:    {"Tệp nén bất thường: phần “{found}” bung ra quá lớn (hơn {want}), không đọc để tránh treo máy. Chép riêng danh sách sang một tệp Excel mới rồi nhập lại.", "The file is packed in an unusual way: its part “{found}” would unpack to far too much (over {want}), and was not read, lest the computer stop. Copy the list alone into a new workbook and import that.", true},
	FaultNoSheet:     {"Không có trang tính “{found}”. Các trang tính trong tệp: {want}. Chọn một tên trong đó.", "There is no sheet “{found}”. The sheets of the file are: {want}. Choose one of them.", true},
	FaultTooLarge:    {"Tệp quá lớn ({found}; nhận nhiều nhất {want}). Kiểm tra xem đã chọn đúng tệp chưa, hoặc chia danh sách thành nhiều tệp.", "The file is too large ({found}; at most {want} are taken). See whether it is the right one, or divide the list into several files.", true},
	FaultLongLine:    {"dòng dài hơn {want}, không phải là một dòng của danh sách. Kiểm tra xem đã chọn đúng tệp chưa, hoặc lưu lại tệp bằng Excel.", "the line is longer than {want}; no row of a list is. See whether it is the right file, or save it again with Excel.", false},
	FaultManyColumns: {"dòng có {found} cột, nhận nhiều nhất {want} cột. Xóa các cột thừa rồi nhập lại.", "the row has {found} columns, at most {want} are taken. Delete those that are not needed and import it again.", false},

	FaultNoResult:  {"ô có công thức “{found}” chưa được tính nên không biết giá trị. Mở tệp trong Excel, nhấn F9 để tính, lưu lại; hoặc gõ thẳng giá trị vào ô.", "the formula “{found}” of the cell was never calculated, so its value is not known. Open the file in Excel, press F9, and save it; or type the value itself.", false},
	FaultCellError: {"ô báo lỗi {found} của bảng tính. Sửa công thức hoặc gõ thẳng giá trị vào ô.", "the cell shows the spreadsheet's error {found}. Correct the formula or type the value itself.", false},

	FaultRagged:   {"dòng có {found} ô, dòng tiêu đề có {want} ô. Kiểm tra dấu phân cách và dấu ngoặc kép của dòng này.", "the row has {found} cells and the headings are {want}. Check the separators and quotation marks of this row.", false},
	FaultQuote:    {"dấu ngoặc kép (\") đặt sai chỗ hoặc chưa đóng. Bỏ dấu ngoặc kép, hoặc lưu lại tệp bằng Excel.", "a quotation mark (\") is out of place or never closed. Remove it, or save the file again with Excel.", false},
	FaultControl:  {"có ký tự lạ {found}, không phải là chữ. Xóa ô này và gõ lại.", "there is a character, {found}, that is not text. Clear the cell and type it again.", false},
	FaultTooLong:  {"ô dài {found} byte, nhiều nhất là {want}. Xem có dấu ngoặc kép nào gộp nhiều dòng thành một ô không.", "the cell has {found} bytes, at most {want} are taken. See whether quotation marks make one cell of many rows.", false},
	FaultNoName:   {"thiếu họ và tên. Ghi đủ họ và tên.", "the name is missing. Fill it in.", false},
	FaultNoUnit:   {"“Mã đơn vị” và “Đơn vị SHĐ tạm thời” đều trống. Ghi mã đơn vị của đảng viên.", "“Mã đơn vị” and “Đơn vị SHĐ tạm thời” are both empty. Fill in the code of the member's unit.", false},
	FaultNoCard:   {"thiếu số thẻ. Ghi đủ 8 chữ số.", "the card number is missing. Fill in all 8 digits.", false},
	FaultDate:     {"“{found}” không phải là ngày. Viết ngày/tháng/năm, ví dụ 19/05/2003, hoặc chỉ ghi năm.", "“{found}” is not a date. Write day/month/year, as in 19/05/2003, or the year alone.", false},
	FaultStatus:   {"“{found}” không phải là trạng thái. Ghi một trong các từ: {want}.", "“{found}” is not a status. Write one of: {want}.", false},
	FaultTwinCard: {"số thẻ {found} đã có ở dòng {first}. Đối chiếu thẻ của hai người và sửa số sai.", "the card number {found} is on line {first} already. Compare the two cards and correct the wrong number.", false},

	FaultCardNotDigits:  {"“{found}” không phải là số thẻ. Ghi 8 chữ số, ví dụ 31.000123.", "“{found}” is not a card number. Write 8 digits, as in 31.000123.", false},
	FaultCardShort:      {"“{found}” thiếu chữ số. Số thẻ có 8 chữ số.", "“{found}” has too few digits. A card number has 8.", false},
	FaultCardLeadZero:   {"“{found}” chỉ có 7 chữ số: có thể bảng tính đã bỏ mất số 0 ở đầu. Định dạng cột là Văn bản (Text), xem thẻ và gõ lại đủ 8 chữ số.", "“{found}” has only 7 digits: the spreadsheet may have dropped the leading 0. Format the column as text, look at the card and type all 8 digits.", false},
	FaultCardLong:       {"“{found}” thừa chữ số. Số thẻ có 8 chữ số.", "“{found}” has too many digits. A card number has 8.", false},
	FaultCardGlued:      {"“{found}” có 16 chữ số: hai số thẻ dính vào nhau. Tách thành hai dòng.", "“{found}” has 16 digits: two card numbers ran together. Make two rows of them.", false},
	FaultCardZeroSerial: {"“{found}” không thể là số thẻ: sáu số cuối bắt đầu từ 000001. Xem thẻ và sửa lại.", "“{found}” cannot be a card number: the last six digits begin at 000001. Look at the card and correct it.", false},

	FaultUnknownColumns:   {"Các cột này không được dùng: {found}.", "These columns are not used: {found}.", true},
	FaultUnitNames:        {"đơn vị này ở dòng {first} ghi là “{want}”, ở đây là “{found}”. Lấy cách ghi ở dòng {first}.", "this unit is “{want}” on line {first} and “{found}” here. The one on line {first} is taken.", false},
	FaultHostOnly:         {"không dòng nào có “Mã đơn vị” là “{found}”. Đơn vị này được lập với tên là mã của nó; kiểm tra xem mã có đúng không.", "no row has “{found}” as its “Mã đơn vị”. The unit is made with its code as its name; see whether the code is right.", false},
	FaultProbationaryCard: {"đảng viên dự bị mà có số thẻ {found}. Kiểm tra trạng thái và số thẻ.", "a probationary member with the card number {found}. Check the status and the number.", false},
	FaultTwinPerson:       {"“{found}” cùng họ tên và ngày sinh với dòng {first}. Kiểm tra xem có ghi một người hai lần không.", "“{found}” has the name and birth date of line {first}. See whether one person was written twice.", false},
	FaultRecordNumber:     {"“{found}” không giống số lý lịch (6 chữ số và 1 đến 3 chữ cái). Kiểm tra lại.", "“{found}” does not look like a record number (6 digits and 1 to 3 letters). Check it.", false},
	FaultOldFont:          {"“{found}” có ký tự của phông cũ (TCVN3, VNI). Chuyển cột này sang Unicode.", "“{found}” has characters of an old font (TCVN3, VNI). Convert the column to Unicode.", false},
	FaultCardIgnored:      {"“{found}” không phải là số thẻ; danh sách này không cần số thẻ nên bỏ qua.", "“{found}” is not a card number; this list needs none, so it is left out.", false},
}
