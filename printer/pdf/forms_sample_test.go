package pdf_test

import (
	"bytes"
	"fmt"
	"testing"

	"stampdesk/printer/form"
	"stampdesk/printer/pdf"
)

func writtenPages(t testing.TB, pages ...form.Page) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.WritePages(&b, pages, pdf.Options{At: at}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func texts(words ...string) (cells []form.Cell) {
	for _, w := range words {
		cells = append(cells, form.Cell{Text: w})
	}
	return cells
}

func counts(label string, figures ...int) []form.Cell {
	cells := texts(label)
	for _, n := range figures {
		cells = append(cells, form.Cell{N: n, Kind: form.Count})
	}
	return cells
}

// header is that of an invented unit with a long name.
func header(code string, title ...string) form.Page {
	return form.Page{
		Name: code, Code: "Mẫu " + code,
		Upper: "Đảng bộ phường Hoàng Phủ Ngọc Tường", Issuer: "Chi bộ Trường Tiểu học Ẩn Ỷ", Number: "Số         -DS/CB",
		Dated: "Hoàng Phủ, ngày 20 tháng 5 năm 2021", Title: title,
		Foot: "Lập từ nhật ký đến mục 12.345 của bàn B1, mã kiểm 3f9c2a71d0",
	}
}

// listForm is list 2 of n members in cells of 25, with names as long as they come.
func listForm(n int) form.Page {
	p := header("2-KTTĐV", "Danh sách đề nghị đóng dấu kiểm tra kỹ thuật thẻ đảng viên")
	p.Title[0] = "DANH SÁCH ĐỀ NGHỊ ĐÓNG DẤU KIỂM TRA KỸ THUẬT THẺ ĐẢNG VIÊN"
	p.Subtitle, p.Landscape = []string{"Đợt kiểm tra kỹ thuật lần thứ tư"}, true
	t := &form.Table{Columns: []form.Column{
		{Heading: "Số TT", Width: 10, Align: form.Center, Kind: form.Count},
		{Heading: "Họ và tên", Width: 55},
		{Heading: "Nam", Group: "Ngày sinh", Width: 24, Align: form.Center, Kind: form.Day},
		{Heading: "Nữ", Group: "Ngày sinh", Width: 24, Align: form.Center, Kind: form.Day},
		{Heading: "Quê quán", Width: 55},
		{Heading: "Vào Đảng", Group: "Ngày, tháng, năm", Width: 24, Align: form.Center, Kind: form.Day},
		{Heading: "Chính thức", Group: "Ngày, tháng, năm", Width: 24, Align: form.Center, Kind: form.Day},
		{Heading: "Số thẻ đảng viên", Width: 24, Align: form.Center, Kind: form.Card},
		{Heading: "Ghi chú", Width: 30},
	}}
	for i := range n {
		if i%25 == 0 {
			t.Rows = append(t.Rows, form.Row{Group: true, Bold: true, Cells: texts(fmt.Sprintf("Chi bộ %d", i/25+1))})
		}
		r := form.Row{Cells: texts("", person(i), "01/02/1970", "", "xã Nậm Ty, huyện Hoàng Su Phì, tỉnh Hà Giang", "03/02/1998", "03/02/1999", number(i), "")}
		r.Cells[0] = form.Cell{N: i + 1, Kind: form.Count}
		if i%9 == 4 {
			r.Cells[1].Text, r.Cells[8].Text = "Công Tằng Tôn Nữ Thị Huyền Trân Ngọc Phượng", "sinh hoạt tạm thời; cần ép lại"
			r.Cells[2].Text, r.Cells[3].Text = "", "1962"
		}
		t.Rows = append(t.Rows, r)
	}
	t.Rows = append(t.Rows, form.Row{Bold: true, Cells: texts("", fmt.Sprintf("Cộng: %d thẻ", n))})
	p.Table = t
	p.After = []form.Paragraph{{Text: "Ghi chú: 2 đơn vị chưa nộp danh sách mẫu 2.", Italic: true}}
	p.Recipients = []string{"- Ban Tổ chức Quận ủy (để báo cáo),", "- Lưu chi bộ."}
	p.Signatures = []form.Signature{{Title: []string{"T/M CHI BỘ", "BÍ THƯ"}, Hint: "(Ký, ghi rõ họ tên)", Name: "Lò Thị Mẩy"}}
	return p
}

// countForm has count rows with their parts, upright.
func countForm() form.Page {
	p := header("1-KTTĐV", "BIỂU BÁO CÁO", "TÌNH HÌNH SỬ DỤNG VÀ BẢO QUẢN THẺ ĐẢNG VIÊN")
	p.Subtitle = []string{"(Tính đến ngày 01/4/2021)"}
	t := &form.Table{Columns: []form.Column{
		{Heading: "TT", Width: 12, Align: form.Center}, {Heading: "Nội dung", Width: 98},
		{Heading: "Số lượng", Width: 22, Kind: form.Count}, {Heading: "Tỷ lệ", Width: 20, Kind: form.Share}, {Heading: "Ghi chú", Width: 25},
	}}
	add := func(no, label string, indent, n int, share string, bold bool) {
		t.Rows = append(t.Rows, form.Row{Bold: bold, Indent: indent, Cells: []form.Cell{
			{Text: no}, {Text: label}, {N: n, Kind: form.Count}, {Text: share, Kind: form.Share}, {},
		}})
	}
	add("1", "Tổng số đảng viên", 0, 16886, "", true)
	add("", "Đảng viên chính thức", 1, 16603, "", false)
	add("", "Đảng viên dự bị", 1, 283, "", false)
	add("2", "Đảng viên chính thức đã được đổi, phát thẻ", 0, 16560, "99,74%", true)
	add("3", "Đảng viên chính thức chưa được đổi, phát thẻ đảng viên, chia theo lý do", 0, 43, "0,26%", true)
	add("", "ở nơi khác chuyển đến", 1, 20, "", false)
	add("", "mới được công nhận chính thức, chưa kịp đề nghị phát thẻ đảng viên theo quy định", 2, 23, "", false)
	p.Table = t
	p.Recipients = []string{"- Như trên,", "- Lưu."}
	p.Signatures = []form.Signature{
		{Title: []string{"NGƯỜI LẬP BIỂU"}, Hint: "(Ký, ghi rõ họ tên)", Name: "Vừ Mí Kẻ"},
		{Title: []string{"T/M ĐẢNG ỦY", "PHÓ BÍ THƯ THƯỜNG TRỰC"}, Hint: "(Ký, đóng dấu, ghi rõ họ tên)", Name: "Đặng Ngọc Tường Vy"},
	}
	return p
}

// unitsForm has a column for each figure, more than a sheet likes, and n units.
func unitsForm(n int) form.Page {
	p := header("7-KTTĐV", "BÁO CÁO TỔNG HỢP KẾT QUẢ ĐÓNG DẤU KIỂM TRA KỸ THUẬT", "VÀ TÌNH HÌNH SỬ DỤNG, BẢO QUẢN THẺ ĐẢNG VIÊN")
	p.Landscape = true
	t := &form.Table{Columns: []form.Column{{Heading: "TT", Width: 9, Align: form.Center}, {Heading: "Tổ chức cơ sở đảng", Width: 50}}}
	for _, it := range [][2]string{
		{"Tổng số đảng viên", "Tổng số"}, {"Tổng số đảng viên", "Chính thức"}, {"Tổng số đảng viên", "Dự bị"},
		{"Đảng viên chính thức", "Có thẻ"}, {"Đảng viên chính thức", "Chưa có thẻ"}, {"", "Đề nghị đóng dấu"}, {"", "Đã đóng dấu"},
		{"Chưa đóng dấu", "Hỏng"}, {"Chưa đóng dấu", "Mất"}, {"Chưa đóng dấu", "Chưa thu được"}, {"Chưa đóng dấu", "Giữ lại"},
		{"Chưa đóng dấu", "Không được đóng"}, {"", "Kỷ luật do làm mất thẻ"}, {"", "Sử dụng sai mục đích"},
	} {
		t.Columns = append(t.Columns, form.Column{Group: it[0], Heading: it[1], Width: 14, Kind: form.Count})
	}
	row := func(no, name string, k int, bold bool) form.Row {
		cells := append(texts(no), counts(name, 16886*k, 16603*k, 283*k, 16560*k, 43*k, 16400*k, 16036*k, 104*k, 217*k, 203*k, 0, 0, k, 0)...)
		return form.Row{Cells: cells, Bold: bold}
	}
	for i := range n {
		t.Rows = append(t.Rows, row(fmt.Sprint(i+1), "Đảng bộ xã "+person(i), 1+i%3, false))
	}
	t.Rows = append(t.Rows, row("", "Tổng cộng", 7, true))
	p.Table = t
	p.Recipients = []string{"- Ban Tổ chức Thành ủy (để báo cáo),", "- Thường trực Quận ủy,", "- Lưu Ban Tổ chức."}
	p.Signatures = []form.Signature{
		{Title: []string{"NGƯỜI LẬP BIỂU"}, Name: "Vừ Mí Kẻ"},
		{Title: []string{"K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"}, Hint: "(Ký, đóng dấu, ghi rõ họ tên)", Name: "Đặng Ngọc Tường Vy"},
	}
	return p
}

// blankForm is list 4 to be filled in by hand.
func blankForm() form.Page {
	p := listForm(0)
	p.Code, p.Name, p.Landscape = "Mẫu 4-KTTĐV", "4-KTTĐV", false
	p.Title = []string{"DANH SÁCH ĐỀ NGHỊ CẤP LẠI THẺ ĐẢNG VIÊN BỊ MẤT"}
	p.Table.Rows, p.Table.Blank = nil, 30
	p.Table.Columns = p.Table.Columns[:6]
	return p
}

// writtenForm has paragraphs and no table.
func writtenForm() form.Page {
	p := header("7-KTTĐV", "BÁO CÁO")
	p.Subtitle = []string{"kết quả kiểm tra kỹ thuật thẻ đảng viên lần thứ tư"}
	for i := range 6 {
		p.Body = append(p.Body, form.Paragraph{Text: fmt.Sprintf("%d. Tình hình chung", i+1), Bold: true})
		for range 3 {
			p.Body = append(p.Body, form.Paragraph{Indent: true, Text: "Tính đến ngày 01/4/2021, toàn đảng bộ có 16.886 đảng viên, trong đó có 16.603 đảng viên chính thức và 283 đảng viên dự bị; 16.560 đảng viên chính thức đã được phát thẻ (99,74%)."})
		}
	}
	p.Body = append(p.Body, form.Paragraph{Text: "Nơi dành cho người viết", Italic: true, Center: true})
	p.Recipients = []string{"- Ban Tổ chức Thành ủy (để báo cáo),", "- Lưu."}
	p.Signatures = []form.Signature{{Title: []string{"TRƯỞNG BAN"}, Hint: "(Ký, đóng dấu, ghi rõ họ tên)"}}
	return p
}
