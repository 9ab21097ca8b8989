package sheet

import (
	"strings"
	"unicode"

	"stampdesk"
)

// known has the headings by which each column goes in the files that boards and
// units have. They are compared without diacritics, capitals and punctuation.
var known = [numColumns]string{
	colCard: "Số thẻ|Số thẻ đảng viên|Số thẻ đảng|Số thẻ ĐV|Số TĐV|Số TĐ|STĐV|Mã thẻ|Mã số thẻ|Mã thẻ đảng viên|Mã thẻ đảng|" +
		"Mã TĐV|Số thẻ mới|Số thẻ đảng viên mới|Số TĐV mới|Số hiệu thẻ|Số hiệu thẻ đảng viên|Thẻ đảng viên số|Số của thẻ đảng viên|" +
		"Số thẻ hiện nay|Thẻ đảng viên số thẻ|Thẻ đảng số thẻ",
	colOldCard: "Số thẻ cũ|Số thẻ đảng viên cũ|Số thẻ đảng cũ|Số TĐV cũ|Thẻ cũ|Số thẻ trước khi đổi",
	colRecord: "Số LL|Số lý lịch|Số lí lịch|Số lý lịch đảng viên|Số LLĐV|Số lý lịch ĐV|SLL|Lý lịch số|Số LL đảng viên|" +
		"Số hồ sơ lý lịch|Mã lý lịch",
	colName: "Họ và tên|Họ tên|Họ và tên đảng viên|Họ tên đảng viên|Họ và tên ĐV|Họ tên ĐV|Tên đảng viên|Họ và tên đang dùng|" +
		"Họ tên đang dùng|Họ chữ đệm và tên|Họ chữ đệm tên|Họ đệm và tên|Họ và chữ đệm và tên|Họ và tên đồng chí|Full name",
	colFamily: "Họ|Họ đệm|Họ và đệm|Họ và tên đệm|Họ tên đệm|Họ chữ đệm|Họ và chữ đệm|Họ lót|Họ và tên lót|Họ và chữ lót",
	colGiven:  "Tên",
	colBirth: "Ngày sinh|Ngày tháng năm sinh|Ngày tháng sinh|Sinh ngày|Ngày tháng năm sinh của đảng viên|NTNS|Ngày sinh đảng viên|" +
		"Ngày năm sinh|Ngày tháng năm|Ngày sinh nam nữ",
	colBirthMale:   "Ngày sinh nam|Năm sinh nam|Ngày tháng năm sinh nam|Sinh ngày nam|NS nam",
	colBirthFemale: "Ngày sinh nữ|Năm sinh nữ|Ngày tháng năm sinh nữ|Sinh ngày nữ|NS nữ",
	colSex:         "Giới tính|Nam nữ|Giới|Phái",
	colMale:        "Giới tính nam|Giới nam",
	colFemale:      "Giới tính nữ|Giới nữ",
	colHome:        "Quê quán|Quê quán đảng viên|Quê hương",
	colAdmitted: "Ngày vào Đảng|Ngày kết nạp|Ngày kết nạp Đảng|Ngày kết nạp vào Đảng|Ngày vào Đảng dự bị|Ngày dự bị|Ngày kết nạp dự bị|" +
		"Ngày vào Đảng CSVN|Ngày vào ĐCSVN|Ngày vào Đảng Cộng sản Việt Nam|Ngày tháng năm vào Đảng|Ngày tháng năm kết nạp|Ngày KN|" +
		"Ngày được kết nạp|Ngày được kết nạp vào Đảng|Ngày tháng năm kết nạp Đảng|Ngày vào Đảng kết nạp|Ngày VĐ|Ngày DB|Ngày vào Đảng DB|" +
		"Vào Đảng dự bị|Ngày tháng năm vào Đảng dự bị",
	colOfficial: "Ngày chính thức|Ngày công nhận chính thức|Ngày công nhận đảng viên chính thức|Ngày vào Đảng chính thức|Ngày CT|" +
		"Ngày ĐVCT|Ngày được công nhận chính thức|Ngày tháng năm chính thức|Ngày chuyển chính thức|Ngày chuyển đảng chính thức|" +
		"Ngày kết nạp chính thức|Ngày chuyển đảng viên chính thức|Ngày tháng năm công nhận chính thức|Ngày CN chính thức|" +
		"Ngày vào Đảng CT|Ngày đảng viên chính thức|Vào Đảng chính thức|Ngày tháng năm vào Đảng chính thức|" +
		"Ngày được công nhận đảng viên chính thức",
	colIssued: "Ngày cấp thẻ|Ngày phát thẻ|Ngày cấp thẻ đảng viên|Ngày cấp thẻ đảng|Ngày phát thẻ đảng viên|Ngày phát thẻ đảng|" +
		"Ngày được cấp thẻ|Ngày được phát thẻ|Ngày nhận thẻ|Ngày cấp TĐV|Thẻ đảng viên ngày cấp|Thẻ đảng ngày cấp|Số thẻ ngày cấp|" +
		"Ngày tháng năm cấp thẻ",
	colUnit: "Mã đơn vị|Mã TCCSĐ|Mã TCCS đảng|Mã tổ chức cơ sở đảng|Mã tổ chức đảng|Mã TCĐ|Mã cơ sở|Mã cơ sở đảng|Mã ĐV|" +
		"Mã đảng bộ|Mã số đơn vị|Mã số TCCSĐ|Mã đảng bộ cơ sở",
	colUnitName: "Đơn vị|Tên đơn vị|TCCSĐ|Tên TCCSĐ|TCCS đảng|Tổ chức đảng|Tên tổ chức đảng|Tổ chức cơ sở đảng|" +
		"Tên tổ chức cơ sở đảng|Đảng bộ|Tên đảng bộ|Đảng bộ cơ sở|Đảng bộ chi bộ cơ sở|Đảng ủy cơ sở|Cơ sở đảng",
	colCell: "Chi bộ|Tên chi bộ|Chi bộ trực thuộc|Chi bộ sinh hoạt|Chi bộ đang sinh hoạt|Sinh hoạt tại chi bộ|Thuộc chi bộ",
	colHost: "Đơn vị SHĐ tạm thời|Đơn vị sinh hoạt đảng tạm thời|Đơn vị sinh hoạt tạm thời|Nơi SHĐ tạm thời|" +
		"Mã đơn vị SHĐ tạm thời|Mã đơn vị sinh hoạt tạm thời|Mã đơn vị sinh hoạt đảng tạm thời|Đơn vị SHĐTT|Đơn vị SH tạm thời",
	colStatus: "Trạng thái|Tình trạng|Trạng thái đảng viên|Tình trạng đảng viên|Diện đảng viên|Loại đảng viên|Tình trạng sinh hoạt",
	colNote:   "Ghi chú|Chú thích|GC|Ghi chú khác",

	colMovedOut:  "Ngày chuyển đi|Ngày chuyển sinh hoạt đi|Ngày chuyển SHĐ đi|Ngày chuyển sinh hoạt đảng đi|Chuyển đi ngày",
	colMovedTo:   "Nơi chuyển đi|Đến đâu|Chuyển đi đâu|Chuyển đến đâu|Chuyển đi đến đâu|Nơi đến|Chuyển đi nơi nào",
	colMovedIn:   "Ngày chuyển đến|Ngày tiếp nhận|Ngày chuyển SHĐ đến|Ngày chuyển sinh hoạt đảng đến|Chuyển đến ngày",
	colMovedFrom: "Nơi chuyển đến|Từ đâu|Chuyển từ đâu|Chuyển đến từ đâu|Từ đâu đến|Từ nơi nào",
	colDied:      "Ngày từ trần|Từ trần ngày|Ngày chết|Ngày tháng năm từ trần",
	colLeft:      "Ngày ra khỏi Đảng|Ngày đưa ra khỏi Đảng|Ra khỏi Đảng ngày|Ngày ra Đảng",
	colLeftBy:    "Hình thức|Hình thức ra khỏi Đảng|Hình thức đưa ra khỏi Đảng",
	colUnitKind:  "Loại đơn vị|Loại hình đơn vị|Loại hình|Loại hình tổ chức đảng|Loại hình TCCSĐ|Loại tổ chức đảng|Loại TCCSĐ",

	colReason: "Lý do|Lý do đề nghị|Lý do hỏng|Lý do thẻ hỏng|Lý do bị hỏng|Lý do mất|Lý do mất thẻ|Lý do bị mất|Lý do bị mất thẻ|" +
		"Lý do đổi|Lý do đổi thẻ|Lý do đổi lại|Lý do đổi lại thẻ|Lý do cấp lại|Lý do cấp lại thẻ|Lý do hỏng mất|Lý do chưa có thẻ|" +
		"Lý do chưa được phát thẻ|Lý do chưa được đổi thẻ|Lý do chưa được đổi phát thẻ|Lý do chưa đổi phát thẻ|Lý do chưa phát thẻ|" +
		"Lý do chưa được đổi và phát thẻ|Nguyên nhân|Nguyên nhân hỏng|Nguyên nhân mất|Lí do|Lý do chưa được cấp thẻ|Lý do chưa cấp thẻ",
	colFault: "Lỗi",

	colOrdinal: "STT|TT|Số TT|Số thứ tự|Thứ tự|No",
	colBadge:   "Số HHĐ|Số huy hiệu Đảng|Số huy hiệu|Số HH",
	colOther: "Dân tộc|Tôn giáo|Tuổi|Tuổi đời|Tuổi đảng|Nơi sinh|Sinh quán|Nơi ở|Nơi ở hiện nay|Chỗ ở|Chỗ ở hiện nay|Địa chỉ|" +
		"Thường trú|Tạm trú|Hộ khẩu thường trú|Nghề nghiệp|Nghề nghiệp trước khi vào Đảng|Nghề nghiệp hiện nay|Chức vụ|Chức danh|" +
		"Chức vụ đảng|Chức vụ chính quyền|Trình độ|Trình độ học vấn|Học vấn|Văn hóa|Giáo dục phổ thông|Lý luận|Lý luận chính trị|" +
		"Chuyên môn|Chuyên môn nghiệp vụ|CMNV|Ngoại ngữ|CCCD|Số CCCD|CMND|Số CMND|CMND CCCD|Số CMND CCCD|Số định danh cá nhân|" +
		"Số định danh|Căn cước|Số căn cước|Điện thoại|Số điện thoại|SĐT|Email|Huy hiệu Đảng|Bí danh|Họ tên khác|Tên gọi khác|" +
		"Nơi cấp|Nơi cấp thẻ|Ảnh|Ký nhận|Chữ ký|Ký tên|Đơn vị công tác|Nơi công tác|Cơ quan công tác|Số sổ đảng viên|Số SĐV|Bộ đội|Công an|Hưu trí|" +
		"Bộ đội công an hưu trí|Nghề nghiệp trước nay|Hệ số|Lương|Lý do từ trần|Số quyết định|Số quyết định kết nạp",
	colMeasure: "Hình thức xử lý|Hình thức xử lý nếu có|Hình thức kỷ luật|Hình thức kỷ luật nếu có|Xử lý kỷ luật",

	colDesk: "Ô đề nghị đóng dấu|Ô đóng dấu|Ô đề nghị đóng|Đóng dấu ô số",
}

// loose has the headings that mean a column only where no other column does,
// for they say it badly.
var loose = [numColumns]string{
	colCard:  "Thẻ đảng viên|Thẻ đảng|TĐV|Số ĐV|Số hiệu",
	colName:  "Họ và tên khai sinh|Họ tên khai sinh|Đảng viên|Đồng chí",
	colBirth: "Năm sinh|NS|Sinh năm", colHome: "Nguyên quán|Quê gốc", colSex: "GT", colRecord: "Số hồ sơ|Lý lịch",
	colAdmitted: "Ngày vào|Vào Đảng|Kết nạp|Năm vào Đảng|Năm kết nạp", colOfficial: "Chính thức|Năm chính thức",
	colCell: "Nơi sinh hoạt|Nơi sinh hoạt đảng", colStatus: "Loại ĐV|Hiện trạng", colDied: "Ngày mất|Từ trần",
	colLeftBy: "Lý do ra khỏi Đảng", colMovedOut: "Chuyển đi", colMovedIn: "Chuyển đến", colLeft: "Ra khỏi Đảng",
}

// meaning is what a heading was read as.
type meaning struct {
	cols  []column // more than one where several facts stand in one column; none: not known
	loose bool
}

// meanings has known and loose by their keys.
var meanings = func() map[string]meaning {
	all := map[string]meaning{}
	for i, words := range [...]*[numColumns]string{&known, &loose} {
		for c, list := range words {
			for _, w := range strings.Split(list, "|") {
				if key := headingKey(w); key != "" {
					if _, taken := all[key]; !taken {
						all[key] = meaning{[]column{column(c)}, i == 1}
					}
				}
			}
		}
	}
	return all
}()

// headingKey is a heading as headings are compared: folded, words alone.
func headingKey(text string) string {
	return strings.Join(strings.FieldsFunc(stampdesk.Fold(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}
