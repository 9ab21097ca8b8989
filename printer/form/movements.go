package form

import (
	"fmt"
	"strings"

	"stampdesk"
)

// Movements lays the report of members' movements out: the figures with the
// equation that they make, then a page of the units, then one of the targets of
// admissions, where there are such.
func Movements(r *stampdesk.MovementReport, o Options) []Page {
	p := movementsPage(r, o, "BĐ")
	p.Title = []string{"BÁO CÁO", "TÌNH HÌNH BIẾN ĐỘNG ĐẢNG VIÊN"}
	p.Table = movementFigures(&r.Movements)
	p.After = movementNotes(r)
	p.signed(r)
	pages := []Page{p}
	if len(r.Movements.Units) > 1 {
		pages = append(pages, unitMovements(r, o))
	}
	if len(r.Admissions.ByUnit) > 0 {
		pages = append(pages, admissionsPage(r, o))
	}
	return pages
}

// movementsPage is a page of the report without its title, table and notes.
func movementsPage(r *stampdesk.MovementReport, o Options, name string) Page {
	p := Page{
		Name: name, Font: 12,
		Number: numbered("Số         " + r.Board.Symbol), Dated: dated(r.Board.Place, o.At),
		Subtitle: []string{movementPeriod(r)}, Foot: strings.TrimSpace("stampdesk " + o.Version),
	}
	p.Upper, p.Issuer = bodies(r.Board.Upper, r.Board.Name)
	if o.Number != "" {
		p.Number = "Số " + o.Number
	}
	if name := unitOrCode(r.Unit); name != "" {
		p.Subtitle = append([]string{name}, p.Subtitle...)
	}
	return p
}

func unitOrCode(u stampdesk.Unit) string {
	if u.Name != "" {
		return u.Name
	}
	return string(u.Code)
}

func movementPeriod(r *stampdesk.MovementReport) string {
	return fmt.Sprintf("Từ ngày %s đến ngày %s", r.Movements.Period.From, r.Movements.Period.To)
}

// signed puts the places to sign and the recipients under the page.
func (p *Page) signed(r *stampdesk.MovementReport) {
	split := func(s string) []string {
		return strings.FieldsFunc(s, func(c rune) bool { return c == '\n' })
	}
	const hint = "(Ký, ghi rõ họ tên)"
	p.Recipients = split(r.Board.Recipients)
	p.Signatures = []Signature{
		{Title: []string{"NGƯỜI LẬP BIỂU"}, Hint: hint, Name: r.Board.DrawnUp},
		{Title: split(ofBoardHead(r.Board.SignedBy)), Hint: hint, Name: r.Board.Signer},
	}
}

// movementFigures is the equation, a term to a row.
func movementFigures(m *stampdesk.Movements) *Table {
	t := &Table{Columns: []Column{
		{Key: "no", Heading: "TT", Width: 14, Align: Center},
		{Key: "label", Heading: "Nội dung", Width: 122, Align: Left},
		{Key: "count", Heading: "Số lượng", Width: 29, Align: Right, Kind: Count},
	}}
	add := func(no, label string, n, indent int) {
		t.Rows = append(t.Rows, Row{Bold: indent == 0, Indent: indent, Cells: []Cell{
			{Text: no}, {Text: label}, {N: n, Kind: Count},
		}})
	}
	a := &m.Total
	add("1", "Đảng viên có đến đầu ngày "+m.Period.From.String(), a.Then, 0)
	add("2", "Tăng trong kỳ", a.Admitted+a.In, 0)
	add("2.1", "Kết nạp", a.Admitted, 1)
	add("2.2", "Chuyển sinh hoạt đảng đến", a.In, 1)
	add("3", "Giảm trong kỳ", a.Gone.Sum(), 0)
	for i, k := range departureKinds {
		if n := k.of(&a.Gone); n != 0 || i != otherDeparture {
			add(fmt.Sprintf("3.%d", i+1), k.label, n, 1)
		}
		if n := k.of(&a.Uncut); n != 0 {
			add("", "trong đó chưa cắt, còn trong danh sách", n, 2)
		}
	}
	add("4", "Đã ra nhưng chưa cắt, còn trong danh sách", a.NotCut, 0)
	add("5", "Chưa rõ ngày vào, ngày ra (số vào trừ số ra)", a.Unclear()+a.Later, 0)
	add("6", "Đảng viên hiện có trong danh sách (1 + 2 − 3 + 4 + 5)", a.Now, 0)
	add("7", "Được công nhận chính thức trong kỳ", a.Recognised, 1)
	add("8", "Chờ hồ sơ chuyển đến (không có trong mục 2 và mục 6)", a.Pending, 1)
	add("9", "Nơi khác đến sinh hoạt tạm thời (không có trong các mục trên)", a.Guests, 1)
	return t
}

// otherDeparture is the last of departureKinds, which is rare.
const otherDeparture = 5

// departureKinds are the ways to leave, in the order of reports.
var departureKinds = [...]struct {
	label, heading string
	width          float64 // of the column of units
	of             func(*stampdesk.Departures) int
}{
	{"Chuyển sinh hoạt đảng đi", "Chuyển đi", 15.5, func(d *stampdesk.Departures) int { return d.Out }},
	{"Từ trần", "Từ trần", 14, func(d *stampdesk.Departures) int { return d.Deceased }},
	{"Xóa tên", "Xóa tên", 14, func(d *stampdesk.Departures) int { return d.StruckOff }},
	{"Khai trừ", "Khai trừ", 14, func(d *stampdesk.Departures) int { return d.Expelled }},
	{"Xin ra khỏi Đảng", "Xin ra", 14, func(d *stampdesk.Departures) int { return d.Resigned }},
	{"Ra khỏi Đảng theo hình thức khác, hoặc không ghi hình thức", "Khác", 14, func(d *stampdesk.Departures) int { return d.Other }},
}
