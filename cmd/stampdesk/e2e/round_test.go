package e2e

import "testing"

// TestASupervisorBeginsWithTheRoundAndGoesDownToTheCard: no batch is in hand,
// so that nothing comes before the round.
func TestASupervisorBeginsWithTheRoundAndGoesDownToTheCard(t *testing.T) {
	b := newBoard(t, "key")
	b.run("stamp", "31000001")
	b.run("batch", "close", "--reason", "đơn vị rút về")
	term := b.desk()
	term.see("Lần thứ tư", "1/21", "Toàn đợt", "Đảng bộ phường A", "xong, chưa trả", "chưa giao thẻ")
	term.keys(enter)
	term.see("P01 · Đảng bộ phường A", "Lô 001", "Thẻ chưa thu được")
	term.keys(enter)
	term.see("Lô 001 · Đảng bộ phường A", "31.000001", "chưa tới bàn")
	term.look()
	term.keys("3")
	term.lose("chưa tới bàn")
	term.keys(enter)
	term.see("Đảng viên Thứ 1", "12/04/1961")
	term.keys(esc)
	term.see("Lô 001 · Đảng bộ phường A")
	term.keys(esc)
	term.see("Xem tiếp")
	term.keys(esc)
	term.see("Toàn đợt")
	term.keys(esc)
	term.see("Các lô (1)")
}
