package form

import (
	"fmt"
	"slices"
	"strings"

	"stampdesk"
)

// unitMovements is the equation of each unit, a unit to a row.
func unitMovements(r *stampdesk.MovementReport, o Options) Page {
	p := movementsPage(r, o, "BĐ-đơn vị")
	p.Landscape, p.Font = true, 11
	p.Title = []string{"BIẾN ĐỘNG ĐẢNG VIÊN CỦA TỪNG ĐƠN VỊ"}
	t := &Table{Columns: []Column{
		{Key: "no", Heading: "TT", Width: 10, Align: Center},
		{Key: "unit", Heading: "Đơn vị", Width: 45, Align: Left},
	}}
	count := func(key, group, heading string, width float64) {
		t.Columns = append(t.Columns, Column{Key: key, Group: group, Heading: heading, Width: width, Align: Right, Kind: Count})
	}
	count("then", "", "Có đầu kỳ", 17)
	count("admitted", "Tăng", "Kết nạp", 14)
	count("in", "Tăng", "Chuyển đến", 15.5)
	for i, k := range departureKinds {
		count(fmt.Sprintf("gone%d", i), "Giảm", k.heading, k.width)
	}
	count("not_cut", "", "Chưa cắt", 13)
	count("unclear", "", "Chưa rõ", 13)
	count("now", "", "Hiện có", 16)
	count("recognised", "", "Công nhận chính thức", 18)
	count("pending", "", "Chờ hồ sơ đến", 15)
	for i := range r.Movements.Units {
		u := &r.Movements.Units[i]
		t.Rows = append(t.Rows, movementRow(fmt.Sprint(i+1), unitOrCode(u.Unit), &u.Movement))
	}
	total := movementRow("", "Đảng bộ", &r.Movements.Total)
	total.Bold = true
	t.Rows = append(t.Rows, total)
	p.Table = t
	p.After = []Paragraph{{Italic: true, Text: "Có đầu kỳ + tăng − giảm + chưa cắt + chưa rõ = hiện có. “Chưa cắt” là người đã ra nhưng còn trong danh sách; " +
		"“chưa rõ” là người mà ngày vào, ngày ra không rõ ở trong kỳ hay ngoài kỳ, và người vào, ra sau kỳ."}}
	if slices.ContainsFunc(r.Movements.Units, func(u stampdesk.UnitMovement) bool { return u.Unclear()+u.Later < 0 }) {
		p.After = append(p.After, Paragraph{Italic: true, Text: fmt.Sprintf("Cột “chưa rõ” "+lessThanNone, "cột “tăng”", "cột “giảm”")})
	}
	if n := r.Movements.Total.Between; n > 0 {
		p.After = append(p.After, Paragraph{Italic: true, Text: fmt.Sprintf(
			"%s người chuyển giữa các đơn vị có ở dòng của đơn vị, không có ở dòng của đảng bộ.", number(n))})
	}
	return p
}

func movementRow(no, name string, m *stampdesk.Movement) Row {
	row := Row{Cells: []Cell{{Text: no}, {Text: name}}}
	counts := []int{m.Then, m.Admitted, m.In}
	for _, k := range departureKinds {
		counts = append(counts, k.of(&m.Gone))
	}
	for _, n := range append(counts, m.NotCut, m.Unclear()+m.Later, m.Now, m.Recognised, m.Pending) {
		row.Cells = append(row.Cells, Cell{N: n, Kind: Count})
	}
	return row
}

// admissionsPage is the targets of a year, a unit to a row.
func admissionsPage(r *stampdesk.MovementReport, o Options) Page {
	a := &r.Admissions
	p := movementsPage(r, o, "Chỉ tiêu kết nạp")
	p.Title = []string{fmt.Sprintf("KẾT NẠP ĐẢNG VIÊN SO VỚI CHỈ TIÊU NĂM %d", a.Year)}
	p.Subtitle[len(p.Subtitle)-1] = "Tính đến ngày " + r.AsOf.String()
	t := &Table{Columns: []Column{
		{Key: "no", Heading: "TT", Width: 14, Align: Center},
		{Key: "unit", Heading: "Đơn vị", Width: 79, Align: Left},
		{Key: "target", Heading: "Chỉ tiêu", Width: 24, Align: Right, Kind: Count},
		{Key: "admitted", Heading: "Đã kết nạp", Width: 24, Align: Right, Kind: Count},
		{Key: "share", Heading: "Tỷ lệ", Width: 24, Align: Right, Kind: Share},
	}}
	for i := range a.ByUnit {
		u := &a.ByUnit[i]
		share, ok := u.Share()
		t.Rows = append(t.Rows, admissionRow(fmt.Sprint(i+1), unitOrCode(u.Unit), u.Target, u.Admitted, share, ok))
	}
	share, ok := a.Share()
	total := admissionRow("", "Các đơn vị có chỉ tiêu", a.Target, a.Admitted, share, ok)
	total.Bold = true
	t.Rows = append(t.Rows, total)
	p.Table = t
	p.After = admissionNotes(a)
	return p
}

func admissionRow(no, name string, target, admitted int, share stampdesk.Share, ok bool) Row {
	text := "–"
	if ok {
		text = share.In(stampdesk.Vietnamese)
	}
	return Row{Cells: []Cell{{Text: no}, {Text: name}, {N: target, Kind: Count}, {N: admitted, Kind: Count}, {Text: text, Kind: Share}}}
}

// admissionNotes say how units over their target, without one, or on no roster
// are counted.
func admissionNotes(a *stampdesk.Admissions) []Paragraph {
	out := []Paragraph{{Text: admissions(a), Indent: true}}
	add := func(format string, args ...any) {
		out = append(out, Paragraph{Text: "- " + fmt.Sprintf(format, args...), Italic: true})
	}
	if a.Over > 0 {
		add("Có %s đảng viên kết nạp vượt chỉ tiêu của đơn vị, tính cả vào số đã kết nạp.", number(a.Over))
	}
	if a.Untargeted > 0 {
		add("Có %s đảng viên kết nạp ở đơn vị không có chỉ tiêu, không tính vào số đã kết nạp của các đơn vị có chỉ tiêu.", number(a.Untargeted))
	}
	if len(a.Strays) > 0 {
		codes := make([]string, len(a.Strays))
		for i, u := range a.Strays {
			codes[i] = string(u)
		}
		add("Có chỉ tiêu nhưng không có trong danh sách đảng viên: %s. Chỉ tiêu này vẫn tính.", strings.Join(codes, ", "))
	}
	return out
}
