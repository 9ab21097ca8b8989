package e2e

import (
	"fmt"
	"strings"
	"testing"
)

func TestAShiftIsBegunAndEndedWithACountAndItsSheetSaysSo(t *testing.T) {
	b := newCrew(t)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét", "Trần Thị Bàn")
	term.keys("s")
	term.see("Bắt đầu ca", "theo sổ       0")
	term.keys("ca thử", enter, "0", enter)
	term.see("Đã bắt đầu ca thử.")

	b.stamps(term, "31000001")
	b.stamps(term, "31000002")
	b.scan("31000090")
	term.see("GIỮ LẠI", "đơn vị khác", "ĐÃ GHI")

	term.keys("s")
	term.see("Kết thúc ca · ca thử", "theo sổ       1", "31.000090")
	term.keys("0")
	term.see("Đếm được 0, sổ ghi 1: đếm lại, tìm thẻ.")
	term.keys("\x7f", "1")
	term.lose("đếm lại, tìm thẻ")
	term.keys(enter, "giao ca chieu", enter)
	term.see("In biên bản của ca vừa kết thúc?")
	head := b.tally().Heads[0]
	term.keys(enter)
	sheet := b.papers(1)[0]
	for _, want := range []string{"ca thử", "31.000090", "Trần Thị Bàn", "giao ca chieu", fmt.Sprintf("B1/%d", head.Seq), head.Chain[:16]} {
		if !strings.Contains(sheet, want) {
			t.Errorf("the shift sheet has no %q:\n%s", want, sheet)
		}
	}

	term.keys("s")
	term.see("Bắt đầu ca", "theo sổ       1")
	term.keys("ca sau", enter, "1", enter)
	term.see("Đã bắt đầu ca sau.", "Lô 001")
	b.stamps(term, "31000003")
	for number, shift := range map[string]int{"31000002": 1, "31000090": 1, "31000003": 2} {
		for _, e := range b.card(number).History {
			if e.Shift != shift || e.Batch != "B1-001" || e.Operator != "OP1" {
				t.Errorf("%s: %+v, want shift %d of the batch", number, e, shift)
			}
		}
	}
	b.leaves(term)
}

func TestADeskThatIsKilledInAShiftStandsWhereItWas(t *testing.T) {
	b := newCrew(t)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	term.keys("s")
	term.see("Bắt đầu ca", "theo sổ       0")
	term.keys("ca thử", enter, "0", enter)
	term.see("Đã bắt đầu ca thử.")
	b.stamps(term, "31000001")
	b.scan("31000090")
	term.see("31.000090", "GIỮ LẠI", "ĐÃ GHI")
	b.scan("31000002")
	term.see("31.000002", "Đảng viên Thứ 2", "Enter ghi")
	term.kill()

	term = b.sits("OP1", "1111")
	term.see("Lô 001", "ca thử", "31.000002", "Đảng viên Thứ 2", "đã đóng dấu chưa?", "1/22")
	term.look()
	term.keys(esc)
	term.see("31.000002", "Enter: đã đóng dấu. k: chưa đóng dấu.")
	term.keys("k")
	term.see("CHƯA ĐÓNG DẤU – để lại chồng thẻ")
	b.stamps(term, "31000002")
	c := b.card("31000002")
	if c.acts() != "presented voided presented stamped" || c.last("presented").Shift != 1 || c.last("stamped").Shift != 1 {
		t.Errorf("the card that was in the hand: %+v", c)
	}
	term.keys("s")
	term.see("Kết thúc ca · ca thử", "theo sổ       1", "31.000090")
	term.keys("1", enter, enter)
	term.see("In biên bản của ca vừa kết thúc?")
	term.keys(esc)
	var shift struct {
		Shift int
		On    bool
		Tally struct{ Stamped, Held int }
	}
	if b.read(&shift, "shift", "show", "--json"); shift.Shift != 1 || shift.On || shift.Tally.Stamped != 2 || shift.Tally.Held != 1 {
		t.Errorf("shift %+v", shift)
	}
	b.leaves(term)
}
