package form

import (
	"fmt"
	"strings"

	"stampdesk"
)

// number is a count as papers write it.
func number(n int) string { return stampdesk.Vietnamese.Number(n) }

// movementNotes say what the figures rest on and what they leave open, then how
// far the roster and the admissions have come.
func movementNotes(r *stampdesk.MovementReport) []Paragraph {
	m := &r.Movements.Total
	text := "Ghi chú:"
	add := func(format string, a ...any) { text += " " + fmt.Sprintf(format, a...) }
	add("Theo ngày ghi trong danh sách; kỳ báo cáo tính cả ngày đầu và ngày cuối.")
	if m.Maybe > 0 {
		add("Số có đến đầu kỳ là từ %s đến %s: chưa rõ ngày của %s người.", number(m.Then), number(m.ThenAtMost()), number(m.Maybe))
	}
	if m.Unplaced > 0 {
		add("%s người vào trước kỳ hay trong kỳ thì chưa rõ: không ghi ngày, hoặc chỉ ghi năm.", number(m.Unplaced))
	}
	if n := m.Undated.Sum(); n > 0 {
		add("%s người ra trước kỳ hay trong kỳ thì chưa rõ, không có trong mục 1 và mục 3: %s.", number(n), departures(&m.Undated))
	}
	if m.Between > 0 {
		add("%s người chuyển giữa các đơn vị của đảng bộ trong kỳ: là chuyển đi, chuyển đến của đơn vị, không là biến động của đảng bộ.", number(m.Between))
	}
	if m.Later != 0 {
		add("Trong mục 5 có %s là số vào trừ số ra ghi ngày sau %s.", number(m.Later), r.Movements.Period.To)
	}
	if m.Unclear()+m.Later < 0 {
		add("Mục 5 "+lessThanNone, "mục 2", "mục 3")
	}
	return []Paragraph{
		{Text: coverage(r.Covers, r.Unit), Indent: true},
		{Text: admissions(&r.Admissions), Indent: true},
		{Text: text, Italic: true},
	}
}

// lessThanNone says what a figure below zero means, for no number of people is.
const lessThanNone = "là hiệu số, không phải số người: số âm là có người tăng trong kỳ (đã tính ở %s) rồi ra mà không rõ ngày ra, hoặc ra sau kỳ (chưa tính ở %s)."

// departures names those ways to leave that somebody took.
func departures(d *stampdesk.Departures) string {
	var parts []string
	for _, k := range departureKinds {
		if n := k.of(d); n > 0 {
			parts = append(parts, strings.ToLower(k.heading)+" "+number(n))
		}
	}
	return strings.Join(parts, ", ")
}

// coverage is the roster against the database. The board's number is one by
// itself and not the sum of its units', of which some may have none.
func coverage(c stampdesk.Covers, of stampdesk.Unit) string {
	share, ok := c.Share()
	switch {
	case ok:
		return fmt.Sprintf("Danh sách so với cơ sở dữ liệu đảng viên: %s/%s, %s.", number(c.Roster), number(c.Known), share.In(stampdesk.Vietnamese))
	case c.Known > 0:
		return fmt.Sprintf("Danh sách có %s đảng viên, nhiều hơn cơ sở dữ liệu đảng viên (%s) %s người.",
			number(c.Roster), number(c.Known), number(c.Roster-c.Known))
	}
	if of.Code != "" {
		return "Danh sách so với cơ sở dữ liệu đảng viên: chưa nhập số đảng viên theo cơ sở dữ liệu của đơn vị này."
	}
	return "Danh sách so với cơ sở dữ liệu đảng viên: chưa nhập số đảng viên theo cơ sở dữ liệu của cả đảng bộ (dòng để trống mã đơn vị trong bảng chỉ tiêu)."
}

// admissions is the progress of a year in one sentence: 20/35 đơn vị có kết
// nạp, 52/151 đảng viên, 34,4%.
func admissions(a *stampdesk.Admissions) string {
	share, ok := a.Share()
	if !ok {
		return fmt.Sprintf("Kết nạp năm %d: chưa có chỉ tiêu; đã kết nạp %s đảng viên.", a.Year, number(a.Untargeted))
	}
	return fmt.Sprintf("Kết nạp năm %d: %s/%s đơn vị có kết nạp, %s/%s đảng viên, %s.", a.Year,
		number(a.Reached), number(a.Units), number(a.Admitted), number(a.Target), share.In(stampdesk.Vietnamese))
}
