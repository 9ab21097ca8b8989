package sheet

import (
	"strings"

	"stampdesk"
)

// reasonWays are the ways in which list 5 writes why a member has no card,
// beside the words of the reason itself.
var reasonWays = map[stampdesk.Reason]string{
	stampdesk.ReasonMovedIn: "chuyển đến|mới chuyển đến|nơi khác chuyển đến|từ nơi khác chuyển đến|chuyển về|mới chuyển về|nơi khác chuyển về|" +
		"ở nơi khác chuyển về|từ nơi khác chuyển về|chuyển sinh hoạt đảng đến|mới chuyển sinh hoạt đảng đến|chuyển SHĐ đến",
	stampdesk.ReasonNewlyOfficial: "mới công nhận|mới công nhận chính thức|mới được công nhận chính thức|mới được công nhận đảng viên chính thức|" +
		"mới công nhận đảng viên chính thức|mới chính thức|mới được công nhận chưa kịp đề nghị|mới công nhận chưa kịp đề nghị|chưa kịp đề nghị",
	stampdesk.ReasonTechnical:  "do lỗi kỹ thuật|sai sót kỹ thuật|lỗi do kỹ thuật",
	stampdesk.ReasonNotEntered: "chưa được cập nhật|chưa cập nhật dữ liệu|chưa cập nhật phần mềm|chưa cập nhật cơ sở dữ liệu",
}

// reasonOf has all of them by headingKey.
var reasonOf = func() map[string]stampdesk.Reason {
	all := map[string]stampdesk.Reason{}
	for reason, ways := range reasonWays {
		for _, w := range strings.Split(ways, "|") {
			all[headingKey(w)] = reason
		}
	}
	return all
}()
