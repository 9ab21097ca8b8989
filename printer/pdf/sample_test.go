package pdf_test

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"stampdesk/printer"
	"stampdesk/printer/pdf"
)

var at = time.Date(2021, 5, 9, 16, 42, 0, 0, time.FixedZone("ICT", 7*60*60))

func written(t testing.TB, doc printer.Doc, o pdf.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, doc, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Invented names, with every tone and every vowel that has two marks.
var (
	families = []string{"Nguyễn", "Đặng", "Huỳnh", "Vừ", "Hoàng Phủ", "Lý", "Trương", "Ngô", "Giàng", "Lò", "Đỗ", "Phàn"}
	given    = []string{"Ẩn", "Ẵm", "Ỷ", "Quốc Ưu", "Ngọc Tường Vy", "Đình Nhưỡng", "Thị Mẩy", "Mí Kẻ", "Thế Ổn", "Bích Thủy", "A Pó", "Ngọc Ánh", "Hữu Độ"}
)

func person(i int) string { return families[i%len(families)] + " " + given[i%len(given)] }

func number(i int) string { return fmt.Sprintf("31.%06d", 412+7*i) }

// list is a return list of n cards with everything around it.
func list(n int) printer.Doc {
	table := printer.Table{Columns: []printer.Column{
		{Title: "TT", Width: 3, Align: printer.Right}, {Title: "Số thẻ", Width: 9}, {Title: "Họ và tên"},
		{Title: "Ô", Width: 2, Align: printer.Right}, {Title: "Lý do"},
	}, Foot: []string{"", "Cộng", fmt.Sprint(n, " thẻ")}}
	for i := range n {
		row := []string{fmt.Sprint(i + 1), number(i), person(i), "4"}
		if i%17 == 3 {
			row = append(row, "không có trong danh sách mẫu 2, chờ hỏi lại đơn vị và chi bộ")
		}
		table.Rows = append(table.Rows, row)
	}
	return printer.Doc{
		Head: []printer.Block{printer.Letterhead{
			Upper: "Huyện ủy Hoàng Su Phì", Name: "Ban Tổ chức", No: "Số ......-DS/BTC",
			Party: "ĐẢNG CỘNG SẢN VIỆT NAM", Place: "Hoàng Su Phì, ngày 09 tháng 5 năm 2021",
		}, printer.Space{}},
		Title: "DANH SÁCH TRẢ THẺ", Mark: "TẠM",
		Blocks: []printer.Block{
			printer.Pair{Key: "Đơn vị:", Value: "Đảng bộ xã Nậm Ty, huyện Hoàng Su Phì", Bold: true},
			printer.Pair{Key: "Lô:", Value: "B1-017"}, printer.Space{}, table,
			printer.Rule{Double: true},
			printer.Pair{Key: "Đã đóng dấu", Value: "16.036\u00a096,83%", Bold: true},
			printer.Pair{Key: "\u00a0\u00a0hỏng", Value: "104\u00a0\u00a00,63%"},
			printer.Space{},
			printer.Signatures{Signers: []printer.Signer{{Title: "NGƯỜI GIAO", Name: "Lò Thị Mẩy"}, {Title: "NGƯỜI NHẬN"}}},
			printer.Space{}, printer.Barcode{Code: "SD-B-B1-017", Align: printer.Center},
			printer.Text{Text: "Bản in B1/1234 · bàn B1 · 16:42 09/05/2021"},
		},
	}
}

// sheet is one of labels, as an intake sheet has them.
func sheet(n int) (printer.Doc, []string) {
	var b printer.Labels
	var want []string
	for i := range n {
		code := fmt.Sprintf("31%06d", 412+7*i)
		b.Items = append(b.Items, printer.Label{Seq: fmt.Sprint(i+1, "."), Text: person(i), Note: "Chi bộ 1", Code: code, Name: number(i)})
		want = append(want, code)
	}
	return printer.Doc{Title: "PHIẾU NHẬN THẺ", Mark: "TẠM", Blocks: []printer.Block{b}}, want
}
