package e2e

import (
	"slices"
	"strings"
	"testing"
)

func TestASupervisorLetsACardBeStampedAtTheDeskOfAnOperator(t *testing.T) {
	b := newCrew(t)
	b.elsewhere("good.csv", goodList)
	if got := b.second("", nil, "list", "import", "good.csv", "--form", "2"); got.code != 0 {
		t.Fatalf("list import: %+v", got)
	}
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	for _, c := range []struct{ number, why string }{
		{"31000090", "thẻ của đơn vị khác"}, {"31000005", "không có trong danh sách mẫu 2"},
	} {
		number := c.number
		b.scan(number)
		term.see("GIỮ LẠI", dotted(number), "ĐÃ GHI", "o giám sát")
		term.keys("o")
		term.see("Cho phép đóng dấu", c.why)
		term.keys("chưa cập nhật", enter)
		term.approved("9999")
		term.see("Cho phép đóng dấu", "Mã người dùng hoặc PIN không đúng.")
		term.keys("1111", enter) // the PIN of the operator is none either
		term.see("Cho phép đóng dấu", "Mã người dùng hoặc PIN không đúng.")
		if acts := b.card(number).acts(); acts != "held" {
			t.Errorf("%s before the right PIN: %s", number, acts)
		}
		term.keys("2222", enter)
		term.see("ĐÓNG DẤU", dotted(number), "Giám sát cho phép đóng dấu.", "Enter ghi")
		if strings.Contains(term.text(), "ĐÃ GHI") {
			t.Errorf("said to be on record before it is stamped:\n%s", term.text())
		}
		term.look()
		term.keys(enter)
		term.see(dotted(number), "━ ✔ ĐÃ GHI")
		of := b.card(number)
		over, stamped := of.last("overridden"), of.last("stamped")
		if over.Approver != "GS1" || over.Operator != "OP1" || over.Reason == "" {
			t.Errorf("%s overridden: %+v", number, over)
		}
		if stamped.Operator != "OP1" || !slices.Contains(stamped.Marks, "overruled") {
			t.Errorf("%s stamped: %+v", number, stamped)
		}
	}
	if got := b.tally(); got.Overridden != 2 || got.Stamped != 2 || got.Held != 0 {
		t.Errorf("tally %+v", got)
	}
	b.leaves(term)
}

func TestAHeldCardStaysOnTheScreenWhenNoSupervisorCouldCome(t *testing.T) {
	b := newCrew(t)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	b.scan("31000090")
	term.see("GIỮ LẠI", "31.000090", "o giám sát")
	term.keys("o")
	term.see("Cho phép đóng dấu", "Esc thôi")
	term.keys(esc)
	term.see("Lô 001", "! GIỮ LẠI", "o giám sát")
	term.keys("o") // the supervisor came after all
	term.see("Cho phép đóng dấu", "31.000090")
	b.leaves(term)
}

func TestNobodyLetsTheCardOfADeceasedMemberBeStamped(t *testing.T) {
	b := newCrew(t)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	b.scan("31000103")
	screen := term.see("KHÔNG ĐÓNG DẤU", "31.000103", "từ trần", "gia đình giữ")
	if strings.Contains(screen, "o giám sát") {
		t.Errorf("a supervisor's word is offered:\n%s", screen)
	}
	term.keys("o")
	term.see("KHÔNG ĐÓNG DẤU", "Không ai được cho đóng dấu trường hợp này.")
	if got := b.second("", nil, "override", "31000103", "--reason", "cho dong"); got.code != 1 || !strings.Contains(got.errout, "Không ai được cho đóng dấu") {
		t.Errorf("override: %+v", got)
	}
	if c := b.card("31000103"); strings.Contains(c.acts(), "overridden") || c.Verdict != "refuse" || c.Reason != "TU_TRAN" {
		t.Errorf("card %+v", c)
	}
	b.leaves(term)
}

func TestTheDeskIsHandedToAnotherOperatorInTheMiddleOfABatch(t *testing.T) {
	b := newCrew(t)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét", "Trần Thị Bàn")
	b.scan("31000001")
	term.see("31.000001", "Enter ghi")
	term.keys(f4)
	term.see("Xử lý xong thẻ 31.000001 đang cầm trước.")
	term.keys(enter)
	term.see("━ ✔ ĐÃ GHI")

	term.keys(f4)
	term.see("Giao bàn cho người khác")
	b.scan("31000002") // somebody goes on too soon
	term.keys("OP2", enter, "1111", enter)
	term.see("Giao bàn cho người khác", "PIN không đúng")
	if acts := b.card("31000002").acts(); acts != "" {
		t.Errorf("a card was taken while nobody was there: %s", acts)
	}
	term.keys("3333", enter)
	term.see("Lô 001", "Vũ Văn Ca", "31.000002", "Enter ghi") // the same batch, and the card that waited
	term.look()
	term.keys(enter)
	term.see("31.000002", "━ ✔ ĐÃ GHI")
	b.stamps(term, "31000003")
	for number, operator := range map[string]string{"31000001": "OP1", "31000002": "OP2", "31000003": "OP2"} {
		for _, e := range b.card(number).History {
			if e.Operator != operator || e.Batch != "B1-001" {
				t.Errorf("%s: %+v, want %s", number, e, operator)
			}
		}
	}
	b.leaves(term)
}

func TestClosingWithADifferenceAsksASupervisorAndTheBatchIsHandedOverByName(t *testing.T) {
	b := newCrew(t)
	if got := b.second("", nil, "batch", "open", "--unit", "P02"); got.code != 0 {
		t.Fatalf("batch open: %+v", got)
	}
	term := b.sits("OP1", "1111")
	term.see("Lô 002", "● máy quét") // the one that was opened last
	b.scan("SD-B-B1-001")
	term.see("Lô 001", "phường A", "Chờ thẻ", "● máy quét")
	b.stamps(term, "31000001")
	term.keys("c")
	term.see("Chưa thấy 21 thẻ", "đếm tay lệch 19")
	term.keys(enter)
	term.see("Chốt lô chưa khớp", "Mã giám sát")
	term.keys(enter)
	term.see("Chọn lý do")
	term.keys("con o don vi", enter)
	term.approved("9999")
	term.see("Chốt lô chưa khớp", "PIN không đúng")
	term.keys("2222", enter)
	term.see("ĐÃ CHỐT LÔ", "phải có 1 thẻ", "21 thẻ chưa thấy")
	paper := b.papers(1)[0]
	for _, want := range []string{"DANH SÁCH TRẢ THẺ", "31.000001", "SD-B-B1-001"} {
		if !strings.Contains(paper, want) {
			t.Errorf("the return list has no %q:\n%s", want, paper)
		}
	}

	term.keys(enter)
	term.see("Các lô", "xong, chưa trả")
	b.scan("SD-B-B1-001") // from the list that was printed
	term.see("Các lô", "Lô đã chốt. Giám sát mở lại")
	term.point("001")
	term.keys("t")
	term.see("Giao trả lô cho đơn vị", "Trần Thị Bàn")
	term.keys(enter)
	term.see("Cần tên người giao và người nhận.")
	term.keys("chi Lan", tabKey, "anh Giao", enter, enter)
	term.see("Lô 001 đã giao cho chi Lan.", "đã trả")

	b.scan("SD-B-B1-002")
	term.see("Lô 002", "phường B", "Chờ thẻ")
	b.scan("SD-B-B1-009")
	term.see("Không có lô này.")
	if got := b.second("", nil, "batch", "list"); !strings.Contains(got.out, "đã trả") {
		t.Errorf("batch list: %+v", got)
	}
	b.leaves(term)
}

// point goes down a list to the line with these words.
func (term *terminal) point(to string) {
	term.t.Helper()
	for {
		line := pointed(term.text())
		if strings.Contains(line, to) {
			return
		}
		term.keys(down)
		term.wait("to point at "+to, func(screen string) bool { at := pointed(screen); return at != "" && at != line })
	}
}

// pointed is the line of a list that is chosen.
func pointed(screen string) string {
	lines := strings.Split(screen, "\n")
	i := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "▸") })
	if i < 0 {
		return ""
	}
	return lines[i]
}
