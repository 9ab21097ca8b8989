package e2e

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestANumberWithOneWrongDigitIsAskedAboutAndTheRightCardIsPresented(t *testing.T) {
	b := newCrew(t)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	b.scan("31900102")
	term.see("Có phải thẻ này không?", "31.900102", "số vừa đọc", "31.000102   Đặng Quốc Khánh", "0  không phải: giữ lại")
	term.look()
	term.keys(enter)
	term.see("ĐÓNG DẤU", "31.000102", "Đặng Quốc Khánh", "Enter ghi")
	wrong := b.card("31900102")
	if wrong.acts() != "held voided" || wrong.last("held").Reason != "GAN_GIONG" || wrong.last("voided").Reason != "DOC_NHAM" ||
		wrong.last("voided").Ref == nil || wrong.last("voided").Ref.Seq != wrong.last("held").Seq {
		t.Errorf("the number as read: %+v", wrong)
	}
	term.look()
	term.keys(enter)
	term.see("31.000102", "━ ✔ ĐÃ GHI")

	b.scan("31900102") // the next one is really another card
	term.see("Có phải thẻ này không?")
	term.look()
	term.keys("0", enter)
	term.see("GIỮ LẠI", "31.900102")
	if got := b.card("31900102").acts(); got != "held voided held" {
		t.Errorf("not the same card: %s", got)
	}
	if got := b.tally(); got.Stamped != 1 {
		t.Errorf("tally %+v", got)
	}
	b.leaves(term)
}

func TestHeldCardsAreSettledOneByOneAndTheListShrinks(t *testing.T) {
	b := newCrew(t)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	b.scan("31000090")
	term.see("31.000090", "GIỮ LẠI", "ĐÃ GHI")
	for _, number := range []string{"31000001", "31000002"} {
		b.scan(number)
		term.see(dotted(number), "Enter ghi")
		term.keys("g")
		term.see("Giữ lại vì sao?")
		term.keys("sai thong tin", enter) // found without diacritics
		term.see(dotted(number), "! GIỮ LẠI", "ĐÃ GHI")
	}
	if got := b.tally(); got.Held != 3 || got.Refused != 0 {
		t.Errorf("before: %+v", got)
	}
	term.keys("m")
	term.see("2  Thẻ đang giữ                          3")
	term.keys("2")
	term.see("Thẻ đang giữ (3)", "31.000090", "31.000001", "31.000002")

	settle := func(number, how, said string) {
		t.Helper()
		term.point(dotted(number))
		term.keys("x")
		term.see("Xử lý thẻ đang giữ", dotted(number))
		term.keys(how, enter)
		term.see("Xử lý thẻ đang giữ", "Mã giám sát", dotted(number))
		term.keys("da xem lai giay", enter)
		term.approved("2222")
		term.see("ĐÃ GHI", said)
	}
	settle("31000090", "2", "để trả đơn vị")
	term.see("Thẻ đang giữ (2)", "31.000001", "31.000002")
	if got := b.tally(); got.Held != 2 || got.Refused != 1 {
		t.Errorf("one given back: %+v", got)
	}
	settle("31000002", "1", "quét lại thẻ để đóng dấu")
	screen := term.see("Thẻ đang giữ (1)", "31.000001")
	if strings.Contains(screen, " ! 31.000002") || strings.Contains(screen, "▸! 31.000002") {
		t.Errorf("the card that may be stamped is still in the list:\n%s", screen)
	}
	if got := b.tally(); got.Held != 1 || got.Refused != 1 || got.Stamped != 0 {
		t.Errorf("one permitted: %+v", got)
	}
	for number, reason := range map[string]string{"31000090": "released", "31000002": "released"} {
		if e := b.card(number).last(reason); e.Approver != "GS1" || e.Operator != "OP1" || e.Note == "" {
			t.Errorf("%s: %+v", number, e)
		}
	}
	term.keys(esc)
	term.see("Việc khác", "2  Thẻ đang giữ                          1")
	term.keys(esc)
	term.see("Lô 001", "! giữ")
	b.stamps(term, "31000002")
	if got := b.tally(); got.Held != 1 || got.Refused != 1 || got.Stamped != 1 {
		t.Errorf("stamped: %+v", got)
	}
	b.leaves(term)
}

func TestADamagedCardIsExchangedAndTheNewOneGetsTheBoxesOfTheTable(t *testing.T) {
	b := newCrew(t)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	b.scan("31000102")
	term.see("31.000102", "Enter ghi")
	term.keys("d")
	term.see("HỎNG, để đổi thẻ?")
	term.keys(enter)
	term.see("31.000102", "hộp ĐỔI", "ĐÃ GHI")
	term.keys("m", "3")
	term.see("Đổi thẻ, cấp lại thẻ (1)", "31.000102", "ảnh 0/2")
	term.keys("h")
	term.see("Nhận hồ sơ", "Ảnh 2x3 đã nhận")
	term.keys("2", enter)
	term.see("đủ hồ sơ, chờ thẻ mới")
	term.keys("x")
	term.see("Ghi thẻ mới", "Thẻ mới đóng dấu ô 1, 2, 3, 4.")
	b.scan("31000802")
	term.see("Ghi thẻ mới", "31.000802")
	term.keys(enter)
	term.see("thẻ mới 31.000802, đóng dấu ô 1, 2, 3, 4")
	term.see("31.000802, chờ đóng dấu")
	term.keys(esc)
	term.see("Việc khác")
	term.keys(esc)
	term.see("Lô 001", "■ hỏng")

	b.scan("31000802")
	term.see("ĐÓNG DẤU · THẺ MỚI", "31.000802", "Đặng Quốc Khánh", "█1 ●█ █2 ●█ █3 ●█ █4 ●█", "ô 1, 2, 3, 4")
	term.keys(enter)
	term.see("31.000802", "━ ✔ ĐÃ GHI", "đóng dấu ô 1, 2, 3, 4")
	b.scan("31000102")
	term.see("KHÔNG ĐÓNG DẤU", "31.000102", "thay bằng thẻ khác", "không còn giá trị")

	old, fresh := b.card("31000102"), b.card("31000802")
	if old.ReplacedBy != "31000802" || old.Verdict != "refuse" || old.Reason != "THE_CU" {
		t.Errorf("the old card: %+v", old)
	}
	if fresh.Replaces != "31000102" || !slices.Equal(fresh.last("stamped").Boxes, []int{1, 2, 3, 4}) {
		t.Errorf("the new card: %+v", fresh)
	}
	if got := b.tally(); got.Exchanged != 1 || got.Damaged != 1 {
		t.Errorf("tally %+v", got)
	}
	b.leaves(term)
}

func TestAMemberIsFoundWithoutDiacriticsWhileACardIsInTheHand(t *testing.T) {
	b := newCrew(t)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	b.stamps(term, "31000101")
	b.scan("31000001")
	term.see("31.000001", "Đảng viên Thứ 1", "Enter ghi")
	term.keys(f3)
	term.see("Gõ một phần họ tên (không cần dấu)")
	term.keys("nguyen hong anh")
	term.see("1 người", "31.000101", "Nguyễn Thị Hồng Ánh")
	term.keys(enter)
	term.see("31.000101   Nguyễn Thị Hồng Ánh", "Lịch sử (2)", "đóng dấu · ô 4 · quá hạn · OP1 · Lô\u00a0001", "đưa thẻ vào bàn")
	term.keys(esc)
	term.see("Tìm: nguyen hong anh")
	term.keys(esc)
	term.see("Lô 001", "31.000001", "Đảng viên Thứ 1", "Enter ghi")
	term.keys(enter)
	term.see("31.000001", "━ ✔ ĐÃ GHI")
	if got := b.card("31000101").acts(); got != "presented stamped" {
		t.Errorf("looking at a card did %s", got)
	}
	b.leaves(term)
}

func TestARosterThatComesWhileTheDeskRunsIsReviewedThere(t *testing.T) {
	b := newCrew(t)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	b.stamps(term, "31000101")
	b.stamps(term, "31000102")
	term.keys("m")
	term.see("6  Thay đổi theo danh sách đảng viên mới 0")
	b.elsewhere("new.csv", b.roster("31.000101")+"31.000101,Nguyễn Thị Hồng Ánh,12/04/1961,19/05/1984,P01,Đảng bộ phường A,Chi bộ 3,từ trần\n")
	if got := b.second("", nil, "roster", "import", "new.csv"); got.code != 0 || !strings.Contains(got.out, "1 thẻ đã đóng dấu") {
		t.Fatalf("roster import: %+v", got)
	}
	term.keys(esc)
	term.see("Lô 001", "● máy quét")
	term.keys("m") // it counts when it comes
	term.see("6  Thay đổi theo danh sách đảng viên mới 1")
	term.keys("6")
	term.see("Thay đổi theo danh sách đảng viên mới (1)", "31.000101", "từ trần", "đóng dấu")
	term.keys("x")
	term.see("Giám sát xem lại", "31.000101")
	term.approved("9999")
	term.see("Giám sát xem lại", "PIN không đúng")
	term.keys("2222", enter)
	term.see("Thay đổi theo danh sách đảng viên mới (1)", "ĐÃ GHI", "đã xem")
	var change struct {
		Card, Reason string
		Reviewed     bool
	}
	if b.read(&change, "changes", "--json"); change.Card != "31000101" || change.Reason != "TU_TRAN" || !change.Reviewed {
		t.Errorf("changes %+v", change)
	}
	c := b.card("31000101")
	if e := c.last("reviewed"); e.Approver != "GS1" || e.Operator != "OP1" || c.last("voided").Seq != 0 {
		t.Errorf("card %+v", c)
	}
	if got := b.tally(); got.Stamped != 1 || got.Outside.Stamped != 1 { // who died is outside of those with a card
		t.Errorf("what was done does not stand: %+v", got)
	}
	term.keys(esc)
	term.see("6  Thay đổi theo danh sách đảng viên mới 0")
	b.leaves(term)
}

// shows waits until the screen is that one, but for the time of day.
func (term *terminal) shows(what, want string) {
	term.t.Helper()
	term.wait("to see what "+what+" shows:\n"+want+"\nand now there is", func(screen string) bool {
		return clock.ReplaceAllString(screen, "TIME") == clock.ReplaceAllString(want, "TIME")
	})
}

func TestBarcodesOfCommandsDoTheSameAsTheKeys(t *testing.T) {
	b := newCrew(t)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	b.scan("31000001")
	term.see("31.000001", "Enter ghi")
	for _, c := range []struct{ key, code, shown, last, back string }{
		{"g", "SD-HOLD", "Giữ lại vì sao?", "↑↓ chọn  Esc thôi", esc},
		{"t", "SD-RETURN", "Trả lại vì sao?", "↑↓ chọn  Esc thôi", esc},
		{"d", "SD-DAMAGED", "HỎNG, để đổi thẻ?", "Enter ghi  Esc thôi", esc},
		{"k", "SD-BLANK", "CHƯA đóng dấu, để lại vào chồng?", "Esc thôi", esc},
		{"l", "SD-RELAM", "↻ ÉP LẠI", "Ép lại trước, đóng dấu vào ô 4", "l"},
		{"u", "SD-UNDO", "Xử lý xong thẻ 31.000001 đang cầm trước.", "Enter ghi", ""},
	} {
		term.keys(c.key)
		want := term.see(c.shown, c.last) // the last that is painted, so that it is the whole screen
		if c.back != "" {
			term.keys(c.back)
			term.lose(c.shown)
		}
		b.scan(c.code)
		term.shows("the key "+c.key, want)
		if c.back != "" {
			term.keys(c.back)
			term.lose(c.shown)
		}
	}
	for _, code := range []string{"SD-1", "SD-2", "SD-3", "SD-4"} { // box 4 was chosen by itself
		b.scan(code)
	}
	term.see("█1 ●█ █2 ●█ █3 ●█ │4  │", "KHÁC ô đề nghị 4")
	b.scan("SD-STAMP")
	term.see("31.000001", "━ ✔ ĐÃ GHI", "đóng dấu ô 1, 2, 3")
	if got := b.card("31000001").last("stamped").Boxes; !slices.Equal(got, []int{1, 2, 3}) {
		t.Errorf("boxes %v", got)
	}

	for _, c := range []struct{ key, code, shown, last string }{
		{"u", "SD-UNDO", "Mực trên thẻ thì sao?", "Esc thôi"},
		{"p", "SD-PRINT", "In gì cho lô 001?", "Esc thôi"},
		{"s", "SD-SHIFT", "theo sổ       0", "Esc thôi"},
		{f4, "SD-HAND", "Giao bàn cho người khác", "F2 English"},
		{"c", "SD-CLOSE", "Chưa thấy 21 thẻ", "Esc quay lại"},
	} {
		term.see("Lô 001", "Lô   Ca   Bàn")
		term.keys(c.key)
		want := term.see(c.shown, c.last)
		term.keys(esc)
		term.see("Lô 001", "Lô   Ca   Bàn")
		b.scan(c.code)
		term.shows("the key "+c.key, want)
		term.keys(esc)
	}
	term.see("Lô 001", "Lô   Ca   Bàn")
	b.leaves(term)
}

func TestABoxThatIsChosenByBarcodeIsTakenBackByTheSameBarcode(t *testing.T) {
	b := newCrew(t)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	b.scan("31000001")
	term.see("31.000001", "│1 ■│ │2 ■│ │3 ■│ █4 ●█", "Enter ghi")
	b.scan("SD-1")
	term.see("█1 ●█ │2 ■│ │3 ■│ █4 ●█")
	b.scan("SD-2")
	term.see("█1 ●█ █2 ●█ │3 ■│ █4 ●█")
	b.scan("SD-1")
	term.see("│1 ■│ █2 ●█ │3 ■│ █4 ●█")
	b.scan("SD-STAMP")
	term.see("31.000001", "━ ✔ ĐÃ GHI", "đóng dấu ô 2, 4")
	b.leaves(term)
}

func TestACommandThatIsReadUnderAQuestionSaysSoThere(t *testing.T) {
	b := newCrew(t)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	b.scan("31000001")
	term.see("31.000001", "Enter ghi")
	term.keys("g")
	term.see("Giữ lại vì sao?", "Esc thôi")
	b.scan("SD-STAMP")
	term.see("Giữ lại vì sao?", "Trả lời câu hỏi trên màn hình trước (SD-YES, SD-NO), rồi quét lại mã lệnh.")
}

func TestACommandThatWasRefusedCanBeReadAgainASecondLater(t *testing.T) {
	b := newCrew(t)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	b.scan("31000001")
	term.see("31.000001", "Enter ghi")
	term.keys("g")
	term.see("Giữ lại vì sao?", "Esc thôi")
	b.scan("SD-STAMP")
	term.keys(esc)
	term.see("31.000001", "Trả lời câu hỏi trên màn hình trước (SD-YES, SD-NO), rồi quét lại mã lệnh.")
	time.Sleep(1100 * time.Millisecond) // before that it is one reading of a code that stays in the beam
	b.scan("SD-STAMP")
	term.see("31.000001", "━ ✔ ĐÃ GHI")
	b.leaves(term)
}
