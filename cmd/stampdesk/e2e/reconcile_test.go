package e2e

import (
	"fmt"
	"strings"
	"testing"
)

func TestWhatAUnitDeclaredIsFollowedToTheMemberWhoDiffers(t *testing.T) {
	b := newCrew(t)
	list := "Số thẻ,Họ và tên,Chi bộ\n"
	for i := range 5 {
		list += fmt.Sprintf("31.%06d,Đảng viên Thứ %d,Chi bộ 1\n", i+1, i+1)
	}
	b.write("mau2.csv", list+"31.000090,Đảng viên Khác,Chi bộ 1\n") // who is of P02
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	term.imports("2", b.dir+"/mau2.csv")
	term.see("6 dòng", "1 chỗ khác danh sách đảng viên")
	term.keys("x", enter) // a list needs no supervisor
	term.see("Đã đưa vào, sổ ghi số")
	term.turnsBack(4)
	for _, card := range []string{"31000001", "31000002", "31000003"} {
		b.stamps(term, card)
	}
	b.scan("31000004")
	term.see("31.000004", "Enter ghi")
	term.keys("d") // damaged, and on no list 3
	term.see("HỎNG, để đổi thẻ?")
	term.keys(enter)
	term.see("31.000004", "ĐÃ GHI")

	term.keys("b")
	term.see("Các lô (1)")
	term.keys("k")
	term.see("Số liệu đơn vị báo (mẫu 6)")
	for _, n := range []string{"22", "0", "6", "0", "0", "18"} { // with card, without, proposed, damaged, lost, not collected
		term.keys(n, enter)
	}
	term.see("Đã ghi số liệu đơn vị báo")
	term.keys(esc)
	term.see("Lô   Ca   Bàn")
	term.keys("c")
	term.see("Chưa thấy")
	term.keys(enter)
	term.see("lý do")
	term.keys("con o don vi", enter)
	term.see("Mã giám sát")
	term.approved("2222")
	term.see("ĐÃ CHỐT LÔ", "phải có 3 thẻ", "1 thẻ ở hộp ĐỔI", "19 thẻ chưa thấy") // the card of P02 among them
	term.keys(enter)
	term.see("Các lô (1)")
	term.keys(esc)

	term.keys("m", "7")
	term.see("Đối chiếu toàn đợt · 1/2 đơn vị có chỗ không khớp")
	term.see("Đảng bộ phường A            22          6         22         23     25 lệch") // 22 of its own and the one of P02
	term.keys(enter)
	term.see("P01 · Đảng bộ phường A · 25 khác biệt")
	term.keys("/", "chua thu duoc the")
	term.see("Chưa thu được thẻ                   18          –          –         19")
	term.keys(esc, "/", "thu 4") // digits in one piece would be a card
	term.see("▸! 31.000004 Đảng viên Thứ 4")
	term.keys(enter)
	term.see("31.000004   Đảng viên Thứ 4", "Lịch sử", "hỏng")
	term.keys(esc)
	term.see("31.000004 Đảng viên Thứ 4")
	term.keys(esc, "/", "vien khac")
	term.see("31.000090 Đảng viên Khác: có ở mẫu 2, nhưng thuộc Đảng bộ phường B.")
	term.keys(esc)

	got := b.second("", nil, "reconcile", "--all")
	for _, says := range []string{ // the command says the same
		"đề nghị đóng dấu cộng thẻ hỏng cộng thẻ mất cộng chưa thu được thẻ là 24: lệch 2", "chưa thu được thẻ khai 18, theo bàn là 19",
		"Có trong mẫu 2 nhưng không đóng dấu (2)", "31.000005, Đảng viên Thứ 5", "Không có trong danh sách nào của đơn vị (17)",
		"31.000004, Đảng viên Thứ 4, Chi bộ 1: tại bàn: báo hỏng", "2 đơn vị, 25 chênh lệch.",
	} {
		if !strings.Contains(got.out, says) {
			t.Errorf("no %q in\n%s", says, got.out)
		}
	}
	b.leaves(term)
}
