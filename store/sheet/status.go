package sheet

import (
	"strings"

	"stampdesk"
)

// statusWays are the ways in which files write a status, beside the word of the
// roster itself. What may mean two of them is not here: "mất" is said of a
// member and of a card, "đang sinh hoạt" of official and of probationary ones.
var statusWays = map[stampdesk.Status]string{
	stampdesk.Official:       "đảng viên chính thức|ĐVCT|ĐV chính thức|CT",
	stampdesk.Probationary:   "đảng viên dự bị|ĐVDB|ĐV dự bị|DB",
	stampdesk.Exempt:         "miễn sinh hoạt đảng|miễn SHĐ|được miễn sinh hoạt|được miễn sinh hoạt đảng|miễn công tác và sinh hoạt đảng|được miễn công tác và sinh hoạt đảng|miễn công tác, sinh hoạt đảng",
	stampdesk.Abroad:         "ở nước ngoài|đang ở nước ngoài|nước ngoài|ra nước ngoài",
	stampdesk.TransferredOut: "đã chuyển đi|chuyển SHĐ|đã chuyển SHĐ|chuyển sinh hoạt|chuyển sinh hoạt đảng|đã chuyển sinh hoạt đảng|chuyển sinh hoạt đảng đi|chuyển đi nơi khác|đã chuyển",
	stampdesk.PendingIn:      "chờ tiếp nhận|chờ hồ sơ chuyển đến|chờ hồ sơ|chưa có hồ sơ chuyển đến",
	stampdesk.Deceased:       "đã từ trần|qua đời|đã qua đời|chết|đã chết|hy sinh|đã hy sinh",
	stampdesk.Expelled:       "bị khai trừ|đã khai trừ|khai trừ khỏi Đảng|khai trừ ra khỏi Đảng",
	stampdesk.StruckOff:      "bị xóa tên|đã xóa tên|xóa tên trong danh sách đảng viên|xóa tên khỏi danh sách đảng viên",
	stampdesk.Resigned:       "xin ra khỏi Đảng|xin ra Đảng|đã xin ra|xin ra khỏi ĐCSVN",
}

// statusOf has all of them, and the roster's own words, by headingKey, in which
// no two are the same without diacritics.
var statusOf = func() map[string]stampdesk.Status {
	all := map[string]stampdesk.Status{}
	for st := stampdesk.Official; st <= stampdesk.Resigned; st++ {
		all[headingKey(st.String())] = st
		for _, w := range strings.Split(statusWays[st], "|") {
			all[headingKey(w)] = st
		}
	}
	return all
}()

func (r *row) status() stampdesk.Status {
	raw := r.raw(colStatus)
	if st, ok := r.statuses[raw]; ok {
		return st
	}
	n := len(r.problems)
	s := r.text(colStatus)
	st, err := stampdesk.ParseStatus(s)
	if err != nil {
		var ok bool
		if st, ok = statusOf[headingKey(s)]; !ok {
			r.fault(Problem{Fault: FaultStatus, Column: r.title(colStatus), Found: shorten(s), Want: statusWords()})
			return 0
		}
	}
	if len(r.problems) == n {
		r.statuses[strings.Clone(raw)] = st
	}
	return st
}

func statusWords() string {
	var words []string
	for st := stampdesk.Official; st <= stampdesk.Resigned; st++ {
		words = append(words, st.String())
	}
	return strings.Join(words, ", ")
}
