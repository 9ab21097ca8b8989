package sheet

// faultWords are the sentences of a fault; whole says that they need no place
// before them.
type faultWords struct {
	vi, en string
	whole  bool
}

const (
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
	FaultWorkbook:       {"Đây là tệp {found}, không phải tệp csv. " + saveVi, "This is a file of {found}, not csv. " + saveEn, true},
	FaultNoColumn:       {"Thiếu cột “{column}”. Dòng tiêu đề có: {found}. Thêm cột “{column}” hoặc sửa lại tên cột.", "The column “{column}” is missing. The headings are: {found}. Add the column or correct its heading.", true},
	FaultTwinColumn:     {"Có nhiều cột cùng là “{column}”: {found}. Chỉ giữ lại một cột, hoặc sửa tiêu đề của cột kia.", "Several columns are “{column}”: {found}. Keep only one, or give the others another heading.", true},
	FaultProfileColumn:  {"Cách đọc cột “{want}” lấy “{column}” từ cột “{found}”, nhưng tệp không có cột này. Kiểm tra lại tiêu đề của tệp hoặc sửa cách đọc cột.", "The profile of columns “{want}” takes “{column}” from a column “{found}” that the file does not have. See the headings of the file, or correct the profile.", true},
	FaultProfileField:   {"Cách đọc cột “{want}” có trường “{found}”, chương trình không biết trường này. Sửa lại cách đọc cột.", "The profile of columns “{want}” names a field “{found}” that there is not. Correct the profile.", true},
	FaultProfileHeading: {"Cách đọc cột “{want}” lấy dòng {found} làm tiêu đề, nhưng dòng này không có tiêu đề cột nào. Kiểm tra lại số dòng.", "The profile of columns “{want}” takes line {found} for the headings, and there are none. Check the number of the line.", true},
	FaultOtherForm:      {"Tiêu đề của tệp ghi mẫu {found}, nhưng đang nhập mẫu {want}. Chọn đúng tệp, hoặc chọn đúng mẫu rồi nhập lại.", "The title of the file says form {found}, and form {want} was asked for. Choose the right file or the right form.", true},

	FaultRagged:      {"dòng có {found} ô, dòng tiêu đề có {want} ô. Kiểm tra dấu phân cách và dấu ngoặc kép của dòng này.", "the row has {found} cells and the headings are {want}. Check the separators and quotation marks of this row.", false},
	FaultQuote:       {"dấu ngoặc kép (\") đặt sai chỗ hoặc chưa đóng. Bỏ dấu ngoặc kép, hoặc lưu lại tệp bằng Excel.", "a quotation mark (\") is out of place or never closed. Remove it, or save the file again with Excel.", false},
	FaultControl:     {"có ký tự lạ {found}, không phải là chữ. Xóa ô này và gõ lại.", "there is a character, {found}, that is not text. Clear the cell and type it again.", false},
	FaultTooLong:     {"ô dài {found} byte, nhiều nhất là {want}. Xem có dấu ngoặc kép nào gộp nhiều dòng thành một ô không.", "the cell has {found} bytes, at most {want} are taken. See whether quotation marks make one cell of many rows.", false},
	FaultNoName:      {"thiếu họ và tên. Ghi đủ họ và tên.", "the name is missing. Fill it in.", false},
	FaultNoUnit:      {"“Mã đơn vị” và “Đơn vị SHĐ tạm thời” đều trống. Ghi mã đơn vị của đảng viên.", "“Mã đơn vị” and “Đơn vị SHĐ tạm thời” are both empty. Fill in the code of the member's unit.", false},
	FaultNoCard:      {"thiếu số thẻ. Ghi đủ 8 chữ số.", "the card number is missing. Fill in all 8 digits.", false},
	FaultDate:        {"“{found}” không phải là ngày. Viết ngày/tháng/năm, ví dụ 19/05/2003, hoặc chỉ ghi năm.", "“{found}” is not a date. Write day/month/year, as in 19/05/2003, or the year alone.", false},
	FaultShortYear:   {"“{found}” viết năm có hai chữ số nên không rõ là thế kỷ nào. Viết đủ bốn chữ số, ví dụ 19/05/1961.", "“{found}” has a year of two digits, which may be of either century. Write all four, as in 19/05/1961.", false},
	FaultOtherUnit:   {"dòng ghi đơn vị “{found}”, nhưng tệp này là của đơn vị “{want}”. Bỏ dòng này hoặc sửa mã đơn vị.", "the row is of unit “{found}”, and the file is that of unit “{want}”. Take the row out or correct the code.", false},
	FaultUnknownUnit: {"danh sách đang dùng không có đơn vị “{found}”. Kiểm tra lại mã đơn vị.", "the roster in force has no unit “{found}”. Check the code.", false},
	FaultStatus:      {"“{found}” không phải là trạng thái. Ghi một trong các từ: {want}.", "“{found}” is not a status. Write one of: {want}.", false},
	FaultTwinCard:    {"số thẻ {found} đã có ở dòng {first}. Đối chiếu thẻ của hai người và sửa số sai.", "the card number {found} is on line {first} already. Compare the two cards and correct the wrong number.", false},
	FaultCardTaken:   {"số thẻ {found} là của {want} trong danh sách đang dùng. Đối chiếu thẻ của hai người và sửa số sai.", "the card number {found} is that of {want} in the roster in force. Compare the two cards and correct the wrong number.", false},

	FaultCardNotDigits:  {"“{found}” không phải là số thẻ. Ghi 8 chữ số, ví dụ 31.000123.", "“{found}” is not a card number. Write 8 digits, as in 31.000123.", false},
	FaultCardShort:      {"“{found}” thiếu chữ số. Số thẻ có 8 chữ số.", "“{found}” has too few digits. A card number has 8.", false},
	FaultCardLeadZero:   {"“{found}” chỉ có 7 chữ số: có thể bảng tính đã bỏ mất số 0 ở đầu. Định dạng cột là Văn bản (Text), xem thẻ và gõ lại đủ 8 chữ số.", "“{found}” has only 7 digits: the spreadsheet may have dropped the leading 0. Format the column as text, look at the card and type all 8 digits.", false},
	FaultCardLong:       {"“{found}” thừa chữ số. Số thẻ có 8 chữ số.", "“{found}” has too many digits. A card number has 8.", false},
	FaultCardGlued:      {"“{found}” có 16 chữ số: hai số thẻ dính vào nhau. Tách thành hai dòng.", "“{found}” has 16 digits: two card numbers ran together. Make two rows of them.", false},
	FaultCardZeroSerial: {"“{found}” không thể là số thẻ: sáu số cuối bắt đầu từ 000001. Xem thẻ và sửa lại.", "“{found}” cannot be a card number: the last six digits begin at 000001. Look at the card and correct it.", false},
	FaultCardPower:      {"“{found}” là số mà bảng tính đã rút gọn, các chữ số cuối đã mất. Định dạng cột là Văn bản (Text), xem thẻ và gõ lại đủ 8 chữ số.", "“{found}” is a number that a spreadsheet cut short: its last digits are lost. Format the column as text, look at the card and type all 8 digits.", false},

	FaultFutureDate:   {"{found} là ngày ở tương lai (hôm nay là {want}). Kiểm tra lại ngày.", "{found} is in the future (today is {want}). Check the date.", false},
	FaultDateBefore:   {"{found} sớm hơn ngày vào Đảng ({want}). Kiểm tra lại hai ngày.", "{found} is before the admission ({want}). Check both dates.", false},
	FaultTooYoung:     {"vào Đảng ngày {found} khi chưa đủ 18 tuổi (sinh {want}). Kiểm tra lại.", "admitted on {found}, under the age of 18 (born {want}). Check the dates.", false},
	FaultTooOld:       {"sinh {found}, hơn 115 tuổi. Kiểm tra lại ngày sinh.", "born {found}, more than 115 years ago. Check the birth date.", false},
	FaultAfterLeaving: {"{found} sớm hơn ngày vào Đảng ({want}). Kiểm tra lại hai ngày.", "{found} is before the admission ({want}). Check both dates.", false},

	FaultUnknownColumns:   {"Các cột này không được dùng: {found}.", "These columns are not used: {found}.", true},
	FaultUnitNames:        {"đơn vị này ở dòng {first} ghi là “{want}”, ở đây là “{found}”. Lấy cách ghi ở dòng {first}.", "this unit is “{want}” on line {first} and “{found}” here. The one on line {first} is taken.", false},
	FaultHostOnly:         {"không dòng nào có “Mã đơn vị” là “{found}”. Đơn vị này được lập với tên là mã của nó; kiểm tra xem mã có đúng không.", "no row has “{found}” as its “Mã đơn vị”. The unit is made with its code as its name; see whether the code is right.", false},
	FaultProbationaryCard: {"đảng viên dự bị mà có số thẻ {found}. Kiểm tra trạng thái và số thẻ.", "a probationary member with the card number {found}. Check the status and the number.", false},
	FaultTwinPerson:       {"“{found}” cùng họ tên và ngày sinh với dòng {first}. Kiểm tra xem có ghi một người hai lần không.", "“{found}” has the name and birth date of line {first}. See whether one person was written twice.", false},
	FaultRecordNumber:     {"“{found}” không giống số lý lịch (6 chữ số và 1 đến 3 chữ cái). Kiểm tra lại.", "“{found}” does not look like a record number (6 digits and 1 to 3 letters). Check it.", false},
	FaultOldFont:          {"“{found}” có ký tự của phông cũ (TCVN3, VNI). Chuyển cột này sang Unicode.", "“{found}” has characters of an old font (TCVN3, VNI). Convert the column to Unicode.", false},
	FaultCardIgnored:      {"“{found}” không phải là số thẻ; danh sách này không cần số thẻ nên bỏ qua.", "“{found}” is not a card number; this list needs none, so it is left out.", false},

	FaultNearHeading:       {"Cột “{found}” chưa được dùng: có phải là “{want}” không? Nếu phải, sửa tiêu đề thành “{want}”.", "The column “{found}” is not used: is it “{want}”? If so, correct its heading to “{want}”.", true},
	FaultOtherReason:       {"Cột “{found}” không phải của mẫu {want} đang nhập. Kiểm tra xem có chọn nhầm tệp hoặc nhầm mẫu không.", "A column “{found}” is not of form {want}, which was asked for. See whether it is the right file and the right form.", true},
	FaultNewUnit:           {"đơn vị “{found}” chưa có trong danh sách đang dùng, sẽ được lập mới. Kiểm tra xem mã có đúng không.", "unit “{found}” is not in the roster in force and will be new. See whether the code is right.", false},
	FaultTakenProbationary: {"tệp không có cột “Trạng thái”; người này chưa có ngày chính thức và số thẻ nên được coi là đảng viên dự bị.", "the file has no status, and this person has neither an official date nor a card number: taken for a probationary member.", false},
	FaultTwinNumber:        {"“{found}” cùng họ tên và ngày sinh với dòng {first} nhưng khác số thẻ ({want}). Kiểm tra xem là hai người hay một người có hai số.", "“{found}” has the name and birth date of line {first} and another card number ({want}). See whether they are two persons, or one with two numbers.", false},
	FaultKnownPerson:       {"“{found}” cùng họ tên và ngày sinh với người có số thẻ {want} trong danh sách đang dùng. Kiểm tra xem số thẻ có đúng không.", "“{found}” has the name and birth date of the holder of {want} in the roster in force. See whether the number is right.", false},
	FaultTwinRecord:        {"số lý lịch “{found}” đã có ở dòng {first}. Kiểm tra lại hai người.", "the record number “{found}” is on line {first} already. Check both persons.", false},
	FaultOldCardTaken:      {"số thẻ cũ {found} đang là số thẻ ở dòng {first}. Kiểm tra lại hai người.", "the old number {found} is the card number on line {first}. Check both persons.", false},
	FaultZeroAdded:         {"“{found}” có 7 chữ số, đã thêm số 0 ở đầu thành {want}. Đối chiếu với thẻ.", "“{found}” has 7 digits and was read as {want}, with a 0 before it. Compare it with the card.", false},
	FaultSerial:            {"số {found} được đọc là ngày {want}, theo cách bảng tính ghi ngày. Kiểm tra lại.", "the number {found} was read as {want}, as spreadsheets keep days. Check it.", false},
	FaultDayPart:           {"“{found}” không đủ ngày, tháng; chỉ lấy năm {want}.", "“{found}” has no day or no month; only the year {want} was taken.", false},
	FaultLeftover:          {"không rõ “{found}” trong ô này là gì nên bỏ qua.", "it is not known what “{found}” in this cell is, so it is left out.", false},
	FaultBeyond:            {"có chữ ở ngoài các cột có tiêu đề nên bỏ qua: “{found}”.", "there is text beyond the columns that have headings; it is left out: “{found}”.", false},

	FaultHeadingRows: {"Đã bỏ qua {want} dòng lặp lại tiêu đề (dòng {found}).", "{want} rows that repeat the headings were passed over (lines {found}).", true},
	FaultEmptyRows:   {"Đã bỏ qua {want} dòng chỉ có số thứ tự (dòng {found}).", "{want} rows with nothing but their ordinal number were passed over (lines {found}).", true},
	FaultTotalRows:   {"Đã bỏ qua {want} dòng cộng (dòng {found}).", "{want} rows of totals were passed over (lines {found}).", true},
	FaultTotal:       {"dòng này ghi tổng cộng {found}, nhưng đọc được {want} dòng. Kiểm tra xem có thiếu hoặc thừa dòng nào không.", "this row says a total of {found}, and {want} rows were read. See whether rows are missing or too many.", false},
	FaultGroupRows:   {"Đã bỏ qua {want} dòng tên chi bộ, tên nhóm (dòng {found}).", "{want} rows with the title of a group were passed over (lines {found}).", true},
	FaultGroupUnread: {"Tên nhóm không phải là chi bộ, không được dùng: {found}. Nếu tên nhóm nói về trạng thái, thêm cột “Trạng thái”.", "Titles of groups that are no cell, and are not used: {found}. If they say a status, add a column “Trạng thái”.", true},
	FaultSignedRows:  {"Đã bỏ qua {want} dòng dưới bảng, phần ký và nơi nhận (dòng {found}).", "{want} rows below the table, where it is signed, were passed over (lines {found}).", true},
}
