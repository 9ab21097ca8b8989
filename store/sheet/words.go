package sheet

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
	FaultNotUTF8: {
		"không nhận ra bảng mã của tệp (gặp {found}). Nếu biết phông chữ, nhập lại với --encoding tcvn3 (phông .VnTime), --encoding vni (phông VNI-Times) hoặc --encoding cp1258. Nếu không: " + saveVi,
		"the encoding of the file cannot be told ({found} was met). If you know the font, import again with --encoding tcvn3 (.VnTime), --encoding vni (VNI-Times) or --encoding cp1258. If not: " + saveEn, false,
	},
	FaultEncoding: {
		"Tệp không theo bảng mã {want} đã chọn (gặp {found}). Bỏ --encoding để chương trình tự nhận ra bảng mã, hoặc chọn bảng mã khác.",
		"The file is not in {want}, which was asked for ({found} was met). Leave --encoding out and the encoding is found out, or choose another.", true,
	},
	FaultWorkbook:       {"Đây là tệp {found}, chương trình không đọc được kiểu này. " + bookVi, "This is a file of {found}, a type that is not read. " + bookEn, true},
	FaultNoColumn:       {"Thiếu cột “{column}”. Dòng tiêu đề có: {found}. Thêm cột “{column}” hoặc sửa lại tên cột.", "The column “{column}” is missing. The headings are: {found}. Add the column or correct its heading.", true},
	FaultTwinColumn:     {"Có nhiều cột cùng là “{column}”: {found}. Chỉ giữ lại một cột, hoặc sửa tiêu đề của cột kia.", "Several columns are “{column}”: {found}. Keep only one, or give the others another heading.", true},
	FaultProfileColumn:  {"Cách đọc cột “{want}” lấy “{column}” từ cột “{found}”, nhưng tệp không có cột này. Kiểm tra lại tiêu đề của tệp hoặc sửa cách đọc cột.", "The profile of columns “{want}” takes “{column}” from a column “{found}” that the file does not have. See the headings of the file, or correct the profile.", true},
	FaultProfileField:   {"Cách đọc cột “{want}” có trường “{found}”, chương trình không biết trường này. Sửa lại cách đọc cột.", "The profile of columns “{want}” names a field “{found}” that there is not. Correct the profile.", true},
	FaultProfileHeading: {"Cách đọc cột “{want}” lấy dòng {found} làm tiêu đề, nhưng dòng này không có tiêu đề cột nào. Kiểm tra lại số dòng.", "The profile of columns “{want}” takes line {found} for the headings, and there are none. Check the number of the line.", true},
	FaultOtherForm:      {"Tiêu đề của tệp ghi mẫu {found}, nhưng đang nhập mẫu {want}. Chọn đúng tệp, hoặc chọn đúng mẫu rồi nhập lại.", "The title of the file says form {found}, and form {want} was asked for. Choose the right file or the right form.", true},

	FaultNotTable:    {"Đây không phải là tệp bảng tính (kiểu tệp: {found}). Chọn tệp Excel (.xlsx) hoặc csv có danh sách.", "This is no spreadsheet (type of file: {found}). Choose the Excel (.xlsx) or csv file that has the list.", true},
	FaultLocked:      {"Tệp Excel này được đặt mật khẩu nên không đọc được. Mở tệp trong Excel, chọn Tệp > Thông tin > Bảo vệ sổ làm việc > Mã hóa bằng mật khẩu, xóa mật khẩu, lưu lại rồi nhập lại.", "This workbook is locked with a password. Open it in Excel, choose File > Info > Protect Workbook > Encrypt with Password, clear the password, save, and import it again.", true},
	FaultBroken:      {"Tệp Excel bị hỏng ({found}). Mở tệp trong Excel, để Excel sửa nếu được hỏi, chọn Lưu thành một tệp .xlsx mới rồi nhập lại. Nếu không mở được, xin lại tệp từ nơi gửi.", "The workbook is damaged ({found}). Open it in Excel, let Excel repair it if it asks, save it as a new .xlsx file, and import that. If it does not open, ask the sender for it again.", true},
	FaultInflated:    {"Tệp nén bất thường: phần “{found}” bung ra quá lớn (hơn {want}), không đọc để tránh treo máy. Chép riêng danh sách sang một tệp Excel mới rồi nhập lại.", "The file is packed in an unusual way: its part “{found}” would unpack to far too much (over {want}), and was not read, lest the computer stop. Copy the list alone into a new workbook and import that.", true},
	FaultNoSheet:     {"Không có trang tính “{found}”. Các trang tính trong tệp: {want}. Chọn một tên trong đó.", "There is no sheet “{found}”. The sheets of the file are: {want}. Choose one of them.", true},
	FaultManySheets:  {"Tệp có nhiều trang tính đều là danh sách: {found}. Chỉ đọc một trang thì thiếu người: chọn một trang tính (--sheet), hoặc chép tất cả vào một trang rồi nhập lại.", "The file has several sheets that are lists: {found}. One of them would be half of the file: choose a sheet (--sheet), or copy all into one and import that.", true},
	FaultTooLarge:    {"Tệp quá lớn ({found}; nhận nhiều nhất {want}). Kiểm tra xem đã chọn đúng tệp chưa, hoặc chia danh sách thành nhiều tệp.", "The file is too large ({found}; at most {want} are taken). See whether it is the right one, or divide the list into several files.", true},
	FaultLongLine:    {"dòng dài hơn {want}, không phải là một dòng của danh sách. Kiểm tra xem đã chọn đúng tệp chưa, hoặc lưu lại tệp bằng Excel.", "the line is longer than {want}; no row of a list is. See whether it is the right file, or save it again with Excel.", false},
	FaultManyColumns: {"dòng có {found} cột, nhận nhiều nhất {want} cột. Xóa các cột thừa rồi nhập lại.", "the row has {found} columns, at most {want} are taken. Delete those that are not needed and import it again.", false},

	FaultNoResult:  {"ô có công thức “{found}” chưa được tính nên không biết giá trị. Mở tệp trong Excel, nhấn F9 để tính, lưu lại; hoặc gõ thẳng giá trị vào ô.", "the formula “{found}” of the cell was never calculated, so its value is not known. Open the file in Excel, press F9, and save it; or type the value itself.", false},
	FaultCellError: {"ô báo lỗi {found} của bảng tính. Sửa công thức hoặc gõ thẳng giá trị vào ô.", "the cell shows the spreadsheet's error {found}. Correct the formula or type the value itself.", false},

	FaultRagged:      {"dòng có {found} ô, dòng tiêu đề có {want} ô. Kiểm tra dấu phân cách và dấu ngoặc kép của dòng này.", "the row has {found} cells and the headings are {want}. Check the separators and quotation marks of this row.", false},
	FaultQuote:       {"dấu ngoặc kép (\") đặt sai chỗ hoặc chưa đóng. Bỏ dấu ngoặc kép, hoặc lưu lại tệp bằng Excel.", "a quotation mark (\") is out of place or never closed. Remove it, or save the file again with Excel.", false},
	FaultControl:     {"có ký tự lạ {found}, không phải là chữ. Xóa ô này và gõ lại.", "there is a character, {found}, that is not text. Clear the cell and type it again.", false},
	FaultTooLong:     {"ô dài {found} byte, nhiều nhất là {want}. Xem có dấu ngoặc kép nào gộp nhiều dòng thành một ô không.", "the cell has {found} bytes, at most {want} are taken. See whether quotation marks make one cell of many rows.", false},
	FaultNoName:      {"thiếu họ và tên. Ghi đủ họ và tên.", "the name is missing. Fill it in.", false},
	FaultBadName:     {"“{found}” không phải là họ và tên. Xem các cột có bị lệch không, rồi ghi đủ họ và tên.", "“{found}” is no name. See whether the columns have shifted, and fill the name in.", false},
	FaultNoUnit:      {"“Mã đơn vị” và “Đơn vị SHĐ tạm thời” đều trống. Ghi mã đơn vị của đảng viên.", "“Mã đơn vị” and “Đơn vị SHĐ tạm thời” are both empty. Fill in the code of the member's unit.", false},
	FaultNoCard:      {"thiếu số thẻ. Ghi đủ 8 chữ số.", "the card number is missing. Fill in all 8 digits.", false},
	FaultDate:        {"“{found}” không phải là ngày. Viết ngày/tháng/năm, ví dụ 19/05/2003, hoặc chỉ ghi năm.", "“{found}” is not a date. Write day/month/year, as in 19/05/2003, or the year alone.", false},
	FaultMonthFirst:  {"“{found}” có tháng đứng trước ngày. Viết ngày/tháng/năm, và xem lại cả cột: các ngày khác cũng có thể bị đảo mà không nhận ra được.", "“{found}” has the month before the day. Write day/month/year, and look at the whole column: other days may be turned round where nobody can tell.", false},
	FaultShortYear:   {"“{found}” viết năm có hai chữ số nên không rõ là thế kỷ nào. Viết đủ bốn chữ số, ví dụ 19/05/1961.", "“{found}” has a year of two digits, which may be of either century. Write all four, as in 19/05/1961.", false},
	FaultOtherUnit:   {"dòng ghi đơn vị “{found}”, nhưng tệp này là của đơn vị “{want}”. Bỏ dòng này hoặc sửa mã đơn vị.", "the row is of unit “{found}”, and the file is that of unit “{want}”. Take the row out or correct the code.", false},
	FaultUnknownUnit: {"danh sách đang dùng không có đơn vị “{found}”. Kiểm tra lại mã đơn vị.", "the roster in force has no unit “{found}”. Check the code.", false},
	FaultStatus:      {"“{found}” không phải là trạng thái. Ghi một trong các từ: {want}.", "“{found}” is not a status. Write one of: {want}.", false},
	FaultTwinCard:    {"số thẻ {found} đã có ở dòng {first}. Đối chiếu thẻ của hai người và sửa số sai.", "the card number {found} is on line {first} already. Compare the two cards and correct the wrong number.", false},
	FaultRecordTaken: {"số lý lịch {found} đang là của {want}. Một người không thể ở hai đơn vị: sửa số sai; nếu người này đã chuyển đơn vị thì sửa danh sách của đơn vị kia trước.", "the record number {found} is that of {want}. Nobody is in two units: correct the wrong number; for somebody who has moved, correct the other unit's roster first.", false},
	FaultCardTaken:   {"số thẻ {found} đang là của {want}. Xem thẻ rồi sửa số sai; nếu người này đã chuyển đơn vị thì sửa danh sách của đơn vị kia trước.", "the card number {found} is that of {want}. Look at the card and correct the wrong number; for somebody who has moved, correct the other unit's roster first.", false},

	FaultCardNotDigits:  {"“{found}” không phải là số thẻ. Ghi 8 chữ số, ví dụ 31.000123.", "“{found}” is not a card number. Write 8 digits, as in 31.000123.", false},
	FaultCardShort:      {"“{found}” thiếu chữ số. Số thẻ có 8 chữ số.", "“{found}” has too few digits. A card number has 8.", false},
	FaultCardLeadZero:   {"“{found}” chỉ có 7 chữ số: có thể bảng tính đã bỏ mất số 0 ở đầu. Định dạng cột là Văn bản (Text), xem thẻ và gõ lại đủ 8 chữ số.", "“{found}” has only 7 digits: the spreadsheet may have dropped the leading 0. Format the column as text, look at the card and type all 8 digits.", false},
	FaultCardLong:       {"“{found}” thừa chữ số. Số thẻ có 8 chữ số.", "“{found}” has too many digits. A card number has 8.", false},
	FaultCardGlued:      {"“{found}” có 16 chữ số: hai số thẻ dính vào nhau. Tách thành hai dòng.", "“{found}” has 16 digits: two card numbers ran together. Make two rows of them.", false},
	FaultCardZeroSerial: {"“{found}” không thể là số thẻ: sáu số cuối bắt đầu từ 000001. Xem thẻ và sửa lại.", "“{found}” cannot be a card number: the last six digits begin at 000001. Look at the card and correct it.", false},
	FaultCardTail:       {"“{found}” thiếu chữ số: có thể bảng tính đã coi số thẻ là số thập phân và bỏ mất số 0 ở cuối. Định dạng cột là Văn bản (Text), xem thẻ và gõ lại đủ 8 chữ số.", "“{found}” has too few digits: the spreadsheet may have taken it for a decimal fraction and dropped the zeros at its end. Format the column as text, look at the card and type all 8 digits.", false},
	FaultCardPower:      {"“{found}” là số mà bảng tính đã rút gọn, các chữ số cuối đã mất. Định dạng cột là Văn bản (Text), xem thẻ và gõ lại đủ 8 chữ số.", "“{found}” is a number that a spreadsheet cut short: its last digits are lost. Format the column as text, look at the card and type all 8 digits.", false},

	FaultFutureDate:   {"{found} là ngày ở tương lai (hôm nay là {want}). Kiểm tra lại ngày.", "{found} is in the future (today is {want}). Check the date.", false},
	FaultDateBefore:   {"{found} sớm hơn ngày vào Đảng ({want}). Kiểm tra lại hai ngày.", "{found} is before the admission ({want}). Check both dates.", false},
	FaultCardBefore:   {"{found} sớm hơn ngày vào Đảng ({want}). Kiểm tra lại hai ngày.", "the card was issued on {found}, before the admission ({want}). Check both dates.", false},
	FaultTooYoung:     {"vào Đảng ngày {found} khi chưa đủ 18 tuổi (sinh {want}). Kiểm tra lại.", "admitted on {found}, under the age of 18 (born {want}). Check the dates.", false},
	FaultTooOld:       {"sinh {found}, hơn 115 tuổi. Kiểm tra lại ngày sinh.", "born {found}, more than 115 years ago. Check the birth date.", false},
	FaultAfterLeaving: {"{found} sớm hơn ngày vào Đảng ({want}). Kiểm tra lại hai ngày.", "{found} is before the admission ({want}). Check both dates.", false},

	FaultUnknownColumns:   {"Các cột này không được dùng: {found}.", "These columns are not used: {found}.", true},
	FaultUnitNames:        {"đơn vị này ở dòng {first} ghi là “{want}”, ở đây là “{found}”. Lấy cách ghi ở dòng {first}.", "this unit is “{want}” on line {first} and “{found}” here. The one on line {first} is taken.", false},
	FaultHostOnly:         {"không dòng nào có “Mã đơn vị” là “{found}”. Đơn vị này được lập với tên là mã của nó; kiểm tra xem mã có đúng không.", "no row has “{found}” as its “Mã đơn vị”. The unit is made with its code as its name; see whether the code is right.", false},
	FaultProbationaryCard: {"đảng viên dự bị mà có số thẻ {found}. Kiểm tra trạng thái và số thẻ.", "a probationary member with the card number {found}. Check the status and the number.", false},
	FaultTwinPerson:       {"“{found}” cùng họ tên và ngày sinh với dòng {first}. Kiểm tra xem có ghi một người hai lần không.", "“{found}” has the name and birth date of line {first}. See whether one person was written twice.", false},
	FaultRecordNumber:     {"“{found}” không giống số lý lịch (6 chữ số và 1 đến 3 chữ cái). Kiểm tra lại.", "“{found}” does not look like a record number (6 digits and 1 to 3 letters). Check it.", false},
	FaultOldFont:          {"“{found}” giống chữ của phông cũ, có lẽ là “{want}”, nhưng chưa đủ căn cứ để tự chuyển. Gõ lại bằng Unicode, hoặc nhập lại với --encoding tcvn3 (phông .VnTime) hay --encoding vni (phông VNI-Times).", "“{found}” looks like an old font and may be “{want}”, but there is too little to go by. Type it again in Unicode, or import again with --encoding tcvn3 (.VnTime) or --encoding vni (VNI-Times).", false},
	FaultCardIgnored:      {"“{found}” không phải là số thẻ; danh sách này không cần số thẻ nên bỏ qua.", "“{found}” is not a card number; this list needs none, so it is left out.", false},

	FaultNearHeading:       {"Cột “{found}” chưa được dùng: có phải là “{want}” không? Nếu phải, sửa tiêu đề thành “{want}”.", "The column “{found}” is not used: is it “{want}”? If so, correct its heading to “{want}”.", true},
	FaultOtherTitle:        {"Theo tiêu đề, đây là danh sách mẫu {found}, nhưng đang nhập mẫu {want}. Kiểm tra xem có chọn nhầm tệp hoặc nhầm mẫu không.", "By its title this is a list of form {found}, and form {want} was asked for. See whether it is the right file and the right form.", true},
	FaultOtherReason:       {"Cột “{found}” không phải của mẫu {want} đang nhập. Kiểm tra xem có chọn nhầm tệp hoặc nhầm mẫu không.", "A column “{found}” is not of form {want}, which was asked for. See whether it is the right file and the right form.", true},
	FaultNewUnit:           {"đơn vị “{found}” chưa có trong danh sách đang dùng, sẽ được lập mới. Kiểm tra xem mã có đúng không.", "unit “{found}” is not in the roster in force and will be new. See whether the code is right.", false},
	FaultNoteStatus:        {"ghi chú “{found}”, mà trạng thái là “{want}”: thẻ của người này sẽ được đóng dấu. Nếu người này không còn là đảng viên của đơn vị, ghi vào cột “Trạng thái”.", "the note says “{found}”, and the status is “{want}”: this card would be stamped. If it is no member's of the unit any more, say so in a column “Trạng thái”.", false},
	FaultTakenProbationary: {"tệp không có cột “Trạng thái”; người này chưa có ngày chính thức và số thẻ nên được coi là đảng viên dự bị.", "the file has no status, and this person has neither an official date nor a card number: taken for a probationary member.", false},
	FaultTakenStatus:       {"tệp không có cột “Trạng thái”; vì ô này có nội dung nên người này được coi là “{want}”, thẻ không được đóng dấu. Kiểm tra lại.", "the file has no status; because of what stands in this cell the person is taken for “{want}”, and the card is not stamped. Check it.", false},
	FaultGoneMember:        {"trạng thái là “{found}” nhưng ô này có nội dung, có thể phải là “{want}”. Kiểm tra lại trạng thái.", "the status is “{found}”, and because of what stands in this cell it may have to be “{want}”. Check the status.", false},
	FaultTwinNumber:        {"“{found}” cùng họ tên và ngày sinh với dòng {first} nhưng khác số thẻ ({want}). Kiểm tra xem là hai người hay một người có hai số.", "“{found}” has the name and birth date of line {first} and another card number ({want}). See whether they are two persons, or one with two numbers.", false},
	FaultGuestKept:         {"số thẻ {found} là của {want}, sinh hoạt tạm thời ở đơn vị này: giữ nguyên dòng của đơn vị quản lý.", "the card number {found} is that of {want}, who is here on temporary activity: the line of the home unit is kept.", false},
	FaultKnownPerson:       {"“{found}” cùng họ tên và ngày sinh với {want} trong danh sách đang dùng. Kiểm tra xem có phải một người không.", "“{found}” has the name and birth date of {want} in the roster in force. See whether they are one person.", false},
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
