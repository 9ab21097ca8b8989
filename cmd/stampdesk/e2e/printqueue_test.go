package e2e

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// kho is the configuration of a second printer.
const kho = "[printers.kho]\nto = \"mock:kho\"\nprofile = \"mock\"\n"

func TestAtTheQueueOfTwoPrintersPapersAreMovedCancelledLookedAtAndTriedAgain(t *testing.T) {
	b := newCrew(t)
	first := b.onPaper(kho)
	other := b.printer("kho")
	first.is(`{"cover":"open"}`)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét", "✘ máy in")
	term.orders(returnList, "Danh sách trả thẻ lô 001, bản 1")
	term.orders(tallySheet, "Bảng kiểm đếm lô 001, bản 1")
	term.orders("Biên nhận thẻ của lô", "Biên nhận thẻ lô 001, bản 1")
	term.orders("Phiếu quét của lô: mã vạch từng thẻ", "Phiếu quét thẻ lô 001, bản 1")
	term.keys("m", "0")
	term.see("Hàng chờ in (4)", "có lỗi · nắp đang mở; còn 4", "kho · sẵn sàng", "! lỗi máy in ")

	term.point("Bảng kiểm đếm")
	term.keys("c")
	term.see("Chuyển máy in", "Chuyển Bảng kiểm đếm lô 001", "▸ 1  kho")
	term.keys(enter)
	term.see("đã chuyển sang kho.", "✔ đã in               Bảng kiểm đếm lô 001")
	moved := other.papers(1)[0]
	moved.has(t, "BẢNG KIỂM ĐẾM")
	moved.isNot(t, reprint) // nothing of it had been on paper

	term.keys(home)
	term.see("▸! lỗi máy in")
	term.point("Biên nhận")
	term.keys("x")
	term.see("Hỏi lại", "Hủy bản in Biên nhận thẻ lô 001", "Enter – hủy bản in")
	term.keys(enter)
	term.see("Đã hủy bản in số", "✘ đã hủy              Biên nhận thẻ lô 001")

	term.keys(home)
	term.see("▸! lỗi máy in")
	term.point("Phiếu quét")
	term.keys(enter)
	term.see("Phiếu quét thẻ lô 001", "PHIẾU QUÉT THẺ")
	term.typed("/31.000012")
	term.see("31.000012", "|||| 31000012", "1/1")
	term.keys(esc)
	term.keys(esc)
	term.see("Hàng chờ in (4)")

	term.keys(home)
	term.see("▸! lỗi máy in")
	first.is(`{}`)
	term.keys("r")
	term.see("Đang thử lại", "✔ đã in               Danh sách trả thẻ lô 001", "✔ đã in               Phiếu quét thẻ lô 001")
	papers := first.papers(2)
	papers[0].has(t, "DANH SÁCH TRẢ THẺ")
	papers[0].isNot(t, reprint)
	papers[1].has(t, "PHIẾU QUÉT THẺ")
	papers[1].isNot(t, reprint)
	first.still(2, 0)
	other.still(1, 0)
	var states []string
	for _, o := range b.orders("--all") {
		states = append(states, strings.TrimSpace(o.Document+" "+o.State+" "+o.Printer))
	}
	if got := strings.Join(states, ", "); got != "return-list printed, receipt cancelled, intake printed, tally printed kho" {
		t.Errorf("orders: %s", got)
	}

	term.keys(enter) // a job that is over is ordered anew with r, and says so
	term.see("↑0")
	term.keys(esc)
	term.see("Hàng chờ in (4)")
	term.keys("r")
	term.see("In thêm một bản, số mới, ghi BẢN IN LẠI")
	term.keys(enter)
	term.see("bản 2: đã chuyển tới")
	first.papers(3)[2].has(t, reprint, "lần 2")
	b.leaves(term)
}

func TestThePrintersAreTriedAndAskedBesideARunningDesk(t *testing.T) {
	b := newCrew(t)
	first := b.onPaper(kho)
	other := b.printer("kho")
	first.is(`{"cover":"open"}`)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét", "✘ máy in")
	if got := b.second("", nil, "print", "tally"); got.code != 1 {
		t.Errorf("print tally: %+v", got)
	}
	if got := b.second("", nil, "print", "commands", "--to", "kho"); got.code != 0 || got.out != "Đã in 1 bản.\n" {
		t.Errorf("print --to kho: %+v", got)
	}
	waiting := b.orders()
	if len(waiting) != 1 || waiting[0].Document != "tally" || waiting[0].State != "queued" || waiting[0].By != "GS1" {
		t.Errorf("queue: %+v", waiting)
	}
	if got := b.second("", nil, "print", "move", fmt.Sprint(waiting[0].Order.Seq), "--to", "kho"); got.code != 0 {
		t.Errorf("print move: %+v", got)
	}
	other.papers(2)[1].has(t, "BẢNG KIỂM ĐẾM", fmt.Sprintf("Bản in B1/%d", waiting[0].Order.Seq))
	if got := b.second("", nil, "print", "queue"); got.out != "Không có bản nào chờ in.\n" {
		t.Errorf("the queue afterwards: %+v", got)
	}

	for _, c := range []struct {
		state, says string
		word        string
	}{
		{`{}`, `"health":"ok","name":"","says":[]`, "sẵn sàng"},
		{`{"paper":"low"}`, `"health":"ok","name":"","says":["paper-low"]`, "sắp hết giấy"},
		{`{"paper":"out"}`, `"health":"fault","name":"","says":["offline","paper-out","paper-low"]`, "hết giấy"},
		{`{"cover":"open"}`, `"health":"fault","name":"","says":["offline","cover-open"]`, "nắp đang mở"},
		{`{"online":false}`, `"health":"fault","name":"","says":["offline"]`, "off-line"},
	} {
		first.is(c.state)
		if got := b.second("", nil, "printer", "status", "--json"); got.code != 0 || !strings.Contains(got.out, c.says) {
			t.Errorf("%s: %+v", c.state, got)
		}
		if got := b.second("", nil, "printer", "status"); got.code != 0 || !strings.Contains(got.out, c.word) {
			t.Errorf("%s: %+v", c.state, got)
		}
	}
	if got := b.second("", nil, "printer", "status", "kho", "--json"); !strings.Contains(got.out, `"health":"ok","name":"kho","says":[]`) {
		t.Errorf("the other one: %+v", got)
	}
	if got := b.second("", nil, "printer", "status", "bep"); got.code != 2 || !strings.Contains(got.errout, "kho") {
		t.Errorf("one that there is not: %+v", got)
	}
	first.is(`{}`)
	for _, at := range []struct {
		args []string
		*printer
		papers int // with this one
	}{{nil, first, 1}, {[]string{"kho"}, other, 3}} {
		got := b.second("", nil, append([]string{"printer", "test"}, at.args...)...)
		if got.code != 0 || !strings.Contains(got.out, "Đã gửi trang thử tới") {
			t.Errorf("printer test %v: %+v", at.args, got)
		}
		page := at.printer.papers(at.papers)[at.papers-1]
		page.has(t, "bàn B1", "Bản xem, chưa ghi sổ")
		page.isNot(t, reprint)
	}
	b.leaves(term)
}

func TestAScannerIsTriedAndWhatItSaysToWriteIsAllThatTheDeskNeeds(t *testing.T) {
	b := newCrew(t)
	b.write("config.toml", "")
	test := start(t, b.env, "scanner", "test", "--port", b.port(), "--count", "2")
	test.see("Nghe " + b.port()[:20])
	for _, code := range []string{"31000001", "31000002"} {
		b.scanner.WriteString(code + "\r\n")
		test.see(`→ "`+code+`"`, "sau: CR LF")
	}
	screen := test.last()
	for _, want := range []string{"33 31 30 30 30 30 30 31 0D 0A", "31000001..", "2 mã, 2 mã dùng được", "[scanner]", "baud = 9600", `suffix = "crlf"`} {
		if !strings.Contains(screen, want) {
			t.Errorf("no %q on\n%s", want, screen)
		}
	}
	if code := test.cmd.ProcessState.ExitCode(); code != 0 {
		t.Errorf("exit %d", code)
	}

	_, lines, _ := strings.Cut(screen, "[scanner]")
	lines = regexp.MustCompile(`"[^"]*"`).ReplaceAllStringFunc(lines, func(name string) string {
		return strings.ReplaceAll(name, "\n", "") // of which the screen made two lines
	})
	b.write("config.toml", "[scanner]"+lines)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	b.scanner.WriteString("31000001\r\n")
	term.see("31.000001", "Enter ghi")
	if got := b.second("", []string{"STAMPDESK_OPERATOR="}, "scanner", "test", "--seconds", "1"); got.code != 1 || !strings.Contains(got.errout, "đang giữ cổng này") {
		t.Errorf("beside the desk that has it: %+v", got)
	}
	term.keys(enter)
	term.see("━ ✔ ĐÃ GHI")
	b.leaves(term)
}
