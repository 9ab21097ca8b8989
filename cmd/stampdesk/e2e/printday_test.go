package e2e

import (
	"fmt"
	"testing"
)

const home = "\x1b[H"

// moreOfP02 are members of a second unit, one of them with a long name.
const moreOfP02 = "31.000301,Nguyễn Hoàng Thị Thuỳ Dương Khánh Huyền,12/04/1961,19/05/1984,P02,Đảng bộ phường B,Chi bộ 1,\n" +
	"31.000302,Trần Văn Ất,12/04/1961,19/05/1984,P02,Đảng bộ phường B,Chi bộ 2,\n"

func TestAllPapersOfADaySayTheirNumberTheDeskTheHourAndWhoOrderedThem(t *testing.T) {
	b := newCrew(t)
	p := b.onPaper("")
	b.write("roster.csv", b.roster("")+moreOfP02)
	b.run("roster", "import", b.dir+"/roster.csv")
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét", "● máy in")
	term.keys("s")
	term.see("Bắt đầu ca")
	term.keys("ca thử", enter, "0", enter)
	term.see("Đã bắt đầu ca thử.")

	term.keys("b", "n")
	term.see("Nhận lô mới")
	term.keys("P02", enter, "3", enter, "chị Lan", enter)
	term.see("Lô 002", "Đã mở lô 002. Bấm p để in biên nhận và phiếu quét.")
	term.keys("p", enter)
	term.see("Biên nhận thẻ lô 002, Phiếu quét thẻ lô 002: đã chuyển tới", "● máy in")
	term.keys("b")
	term.see("Các lô", "! 002")
	term.keys(home)
	term.see("▸! 002")
	term.keys("q")
	term.see("Quyết định cho đóng dấu", "Lô 002")
	term.keys("15-QĐ/TU", enter, "20/04/2021", enter, "Ông Ký", enter)
	term.see("Đã ghi quyết định 15-QĐ/TU cho lô 002.")
	term.keys(enter)
	term.see("Lô 002", "Chờ thẻ", "0/3")

	b.stamps(term, "31000090")
	b.stamps(term, "31000302")
	b.scan("31000301")
	term.see("31.000301", "Enter ghi")
	term.keys("g")
	term.see("Giữ lại vì sao?")
	term.keys("sai thong tin", enter)
	term.see("31.000301", "! GIỮ LẠI", "ĐÃ GHI")
	term.keys("p")
	term.see("▸ 1  Phiếu giữ thẻ 31.000301")
	term.keys(enter)
	term.see("Phiếu giữ thẻ 31.000301, bản 1: đã chuyển tới")
	p.papers(3)
	if got := b.second("", nil, "print", "tally"); got.code != 0 || got.out != "Đã in 1 bản.\n" {
		t.Errorf("print tally from another terminal: %+v", got)
	}

	term.keys("c")
	term.see("Khớp: không thiếu, không thừa.")
	term.keys(enter)
	term.see("ĐÃ CHỐT LÔ", "phong bì trả đơn vị phải có 2 thẻ", "1 thẻ ở khay GIỮ", "Danh sách trả thẻ lô 002, bản 1: đã chuyển tới")
	term.keys(enter)
	term.see("Các lô", "▸  002", "xong, chưa trả")
	term.keys("p")
	term.see("In gì cho lô 002?", "▸ 1  Danh sách trả thẻ")
	term.keys(enter)
	term.see("Danh sách trả thẻ lô 002, bản 2: đã chuyển tới")
	term.keys("s")
	term.see("Kết thúc ca · ca thử")
	term.keys("1", enter, "khoá tủ", enter)
	term.see("In biên bản của ca vừa kết thúc?")
	term.keys(enter)
	term.see("Biên bản ca 1, bản 1: đã chuyển tới")

	papers, ordered := p.papers(7), b.orders("--all")
	if len(ordered) != len(papers) {
		t.Fatalf("%d papers of %+v", len(papers), ordered)
	}
	wants := []struct {
		document, copy, by, who string
		words                   []string
	}{
		{"receipt", "1", "OP1", "Trần Thị Bàn", []string{"BIÊN NHẬN", "B1-002", "chị Lan", "3 thẻ", "SD-B-B1-002"}},
		{"intake", "1", "OP1", "Trần Thị Bàn", []string{"PHIẾU QUÉT THẺ", "|||| 31000301", "|||| 31000090", "|||| 31000302", "Khánh Huyền"}},
		{"held-slip", "1", "OP1", "Trần Thị Bàn", []string{"PHIẾU GIỮ THẺ", "31.000301", "Sai thông tin", "Nguyễn Hoàng Thị Thuỳ Dương Khánh Huyền"}},
		{"tally", "1", "GS1", "GS1", []string{"BẢNG KIỂM ĐẾM", "toàn đợt", "sai thông tin", "Đầu sổ ghi"}},
		{"return-list", "1", "OP1", "Trần Thị Bàn", []string{"DANH SÁCH TRẢ THẺ", "15-QĐ/TU", "31.000090", "31.000302", "31.000301", "phong bì: 2", "SD-B-B1-002"}},
		{"return-list", "2", "OP1", "Trần Thị Bàn", []string{reprint, "lần 2"}},
		{"shift", "1", "OP1", "Trần Thị Bàn", []string{"BIÊN BẢN KẾT THÚC CA", "ca thử", "khoá tủ", "Đầu sổ ghi"}},
	}
	for i, want := range wants {
		o, got := ordered[i], papers[i]
		if o.Document != want.document || o.Copy != want.copy || o.By != want.by || o.State != "printed" || o.Again {
			t.Errorf("order %d: %+v, want %+v", i, o, want)
		}
		if number, who := got.signed(t); number != fmt.Sprint(o.Order.Seq) || who != want.who {
			t.Errorf("%s is signed %s, %s; want %d, %s", got.name, number, who, o.Order.Seq, want.who)
		}
		got.has(t, want.words...)
		if want.copy == "1" {
			got.isNot(t, reprint, "TẠM")
		}
	}
	b.leaves(term)
}
