package e2e

import (
	"os"
	"strings"
	"sync/atomic"
	"testing"
	"time"
	"unicode"

	"github.com/charmbracelet/x/vt"
)

const (
	ctrlP = "\x10"
	ctrlO = "\x0f"
	right = "\x1b[C"
)

// goes takes the first line that the palette finds by a few letters.
func (term *terminal) goes(letters string) {
	term.t.Helper()
	term.keys(ctrlP)
	term.see("Làm gì?")
	term.keys(letters)
	term.see("Làm gì? " + letters)
	term.keys(enter)
}

// signs has the next person sign in where somebody signed out.
func (term *terminal) signs(id, pin string) {
	term.t.Helper()
	term.see("PIN")
	term.keys(id, enter, pin, enter)
}

// withoutBatch has the batch of the board closed after a stamp, so that nothing
// comes before the round.
func (b *board) withoutBatch() {
	b.t.Helper()
	b.run("stamp", "31000001")
	b.run("batch", "close", "--reason", "đơn vị rút về")
}

func TestASupervisorGoesAnywhereByThePaletteAndEscLeadsBack(t *testing.T) {
	b := newCrew(t)
	b.withoutBatch()
	b.run("uncollected", "31000002", "--reason", "nằm viện")
	term := b.sits("GS1", "2222")
	term.see("Lần thứ tư", "Toàn đợt", "1/2")
	term.goes("chua thu")
	term.see("Thẻ chưa thu được (21)", "31.000002", "nằm viện")
	term.keys(esc)
	term.see("Toàn đợt")

	term.keys(ctrlP)
	term.see("Làm gì?")
	term.typed("31000001")
	term.see("Xem thẻ 31.000001")
	term.keys(enter)
	term.see("Đảng viên Thứ 1", "12/04/1961", "Lịch sử")
	term.keys(esc)
	term.see("Toàn đợt")

	b.run("batch", "open", "--unit", "P02", "--count", "1")
	b.run("batch", "decide", "--no", "13-QĐ/TU", "--date", "16/04/2021", "--batch", "B1-002")
	term.keys(ctrlP)
	term.see("Làm gì?")
	term.keys("lo 002")
	term.see("Lô 002 · Đảng bộ phường B")
	term.keys(enter)
	term.see("Lô 002", "Chờ thẻ", "● máy quét")
	b.stamps(term, "31000090")

	term.goes("so ghi")
	screen := term.see("Sổ ghi", "31.000090", "Chỉ xem:")
	if line := pointed(screen); !strings.Contains(line, "đóng dấu") || !strings.Contains(line, "31.000090") || !strings.Contains(line, "GS1") {
		t.Errorf("on top of the journal stands %q:\n%s", line, screen)
	}
	term.keys("1")
	term.see("1 đóng dấu", "2 lần khớp")
	term.keys("1", "/", "OP1")
	term.see("OP1", "lần khớp")
	term.keys(esc)
	term.lose("lần khớp")
	term.keys("2")
	term.see("2 GS1", "lần khớp")
	term.keys(esc) // the filter first, and then the page
	term.lose("lần khớp")
	term.keys(esc)
	term.see("Lô 002", "31.000090", "ĐÃ GHI")
	b.leaves(term)
}

func TestASupervisorNamesAnOperatorWhoSignsInUntilToldNotTo(t *testing.T) {
	b := newCrew(t)
	term := b.sits("GS1", "2222")
	term.see("Lô 001", "● máy quét")
	term.goes("nguoi lam viec")
	term.see("Người làm việc (3)", "GS1", "Vũ Văn Ca")
	term.keys("n")
	term.see("Thêm người làm việc")
	term.keys("OP3", enter, "Lê Thị Ba", enter)
	term.see("OP3", "Lê Thị Ba", "▸ 1 người thao tác")
	term.keys(esc)
	term.see("Người làm việc (3)")
	term.keys("n")
	term.see("OP3", "Lê Thị Ba") // as it was left
	term.keys(enter, enter, enter, "4444", enter, "4444", enter)
	screen := term.see("Đã thêm OP3", "Người làm việc (4)", "Lê Thị Ba")
	if strings.Contains(screen, "4444") {
		t.Errorf("the PIN stands there:\n%s", screen)
	}
	term.keys(esc)
	term.see("Lô 001", "Chờ thẻ")
	term.keys(ctrlO)
	term.signs("OP3", "4444")
	term.see("Lô 001", "Lê Thị Ba")
	b.stamps(term, "31000001")

	term.keys(ctrlO)
	term.signs("GS1", "2222")
	term.see("Lô 001", "(giám sát)")
	term.goes("nguoi lam viec")
	term.see("Người làm việc (4)")
	term.point("OP3")
	term.keys("x")
	term.see("OP3 (Lê Thị Ba)", "Không cho đăng nhập nữa")
	term.keys("2", enter)
	term.see("Hỏi lại", "Không cho OP3 (Lê Thị Ba) đăng nhập nữa?")
	term.look()
	term.keys(enter)
	term.see("Người làm việc (4)", "không được vào")
	term.keys(esc)
	term.see("Lô 001")
	term.keys(ctrlO)
	term.signs("OP3", "4444")
	term.see("PIN", "không")
	if strings.Contains(term.text(), "Lô 001") {
		t.Errorf("somebody who was told not to is at the desk:\n%s", term.text())
	}
	term.keys(ctrlQ)
	term.end()
	if e := b.card("31000001").last("stamped"); e.Operator != "OP3" {
		t.Errorf("stamped by %+v", e)
	}
}

// strange fails where a sign stands on the screen that is neither ASCII nor a
// letter.
func (term *terminal) strange() {
	term.t.Helper()
	for _, r := range term.text() {
		if r > unicode.MaxASCII && !unicode.IsLetter(r) {
			term.t.Fatalf("%q stands on the screen:\n%s", r, term.text())
		}
	}
}

func TestSettingsAreInForceAtOnceAndTheFileKeepsItsComments(t *testing.T) {
	b := newCrew(t)
	config := "# bàn 1, cạnh cửa sổ\n[scanner]\nport = \"" + b.port() + "\" # dây dài\n[printer]\nto = \"file:receipts\"\n"
	b.write("config.toml", config)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	b.scan("31000001")
	term.see("┏━ ✔ ĐÓNG DẤU", "Enter ghi")
	term.keys(enter)
	term.see("━ ✔ ĐÃ GHI")
	term.goes("cai dat")
	term.see("Cài đặt", "Ký hiệu", "tự chọn", "chỉ giám sát đổi", "Lưu trong")
	term.keys(down, right)
	term.see("← đủ ký hiệu →")
	term.keys(right)
	term.see("< chỉ chữ và dấu thường (ASCII) >", "Đã lưu, có hiệu lực ngay.")
	term.strange()
	term.keys("\x1b[A", right)
	term.see("Settings", "Language", "< English >")
	term.keys(right)
	term.see("Cài đặt", "< Tiếng Việt >")
	term.keys(down, down, down, right)
	term.see("Chuông khi phải xem lại   < tắt >")
	term.keys(down, down) // the id of the desk
	term.keys(enter)
	term.see("Chỉ giám sát đổi được điều này")
	term.keys(esc)
	term.see("## V ĐÃ GHI", "Lô 001")
	term.strange()
	b.leaves(term)
	text, err := os.ReadFile(b.dir + "/config.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"# bàn 1, cạnh cửa sổ\n", "\" # dây dài\n", "symbols = \"ascii\"\n", "bell = false\n"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the file has no %q:\n%s", want, text)
		}
	}

	term = b.sits("OP1", "1111")
	term.see("Lô 001", "* máy quét")
	term.strange()
	b.leaves(term)
}

func TestTheBellRingsAsOftenAsTheVerdictIsBad(t *testing.T) {
	b := newCrew(t)
	term := b.sits("OP1", "1111")
	var bells atomic.Int32
	term.mu.Lock()
	term.screen.SetCallbacks(vt.Callbacks{Bell: func() { bells.Add(1) }})
	term.mu.Unlock()
	rang := func(what string, want int32) {
		t.Helper()
		for deadline := time.Now().Add(patience); bells.Load() < want && time.Now().Before(deadline); {
			time.Sleep(10 * time.Millisecond)
		}
		if n := bells.Load(); n != want {
			t.Fatalf("%s: it rang %d times in all, want %d:\n%s", what, n, want, term.text())
		}
	}
	turns := func(downs int, shows string) {
		t.Helper()
		term.goes("cai dat")
		term.see("Chuông khi phải xem lại")
		for range downs {
			term.keys(down)
		}
		term.keys(right)
		term.see(shows)
		term.keys(esc)
		term.see("Lô   Ca   Bàn")
	}
	term.see("Lô 001", "● máy quét")
	turns(3, "Chuông khi phải xem lại   ← tắt →")
	b.scan("31000090")
	term.see("GIỮ LẠI", "31.000090")
	b.scan("31000091")
	term.see("KHÔNG ĐÓNG DẤU", "31.000091")
	turns(3, "Chuông khi phải xem lại   ← bật →")
	b.scan("31000001")
	term.see("31.000001", "Enter ghi")
	term.keys(enter)
	term.see("━ ✔ ĐÃ GHI")
	turns(4, "Chuông khi được đóng      ← bật →")
	rang("with the sound off, and for a good card", 0)
	b.scan("31000002")
	term.see("31.000002", "Enter ghi")
	rang("a good card", 1)
	term.keys(enter)
	term.see("31.000002", "━ ✔ ĐÃ GHI")
	b.scan("31000090")
	term.see("GIỮ LẠI", "31.000090")
	rang("a card that is held", 3)
	b.scan("31000103")
	term.see("KHÔNG ĐÓNG DẤU", "31.000103")
	rang("a card that is given back", 6)
	b.leaves(term)
	if n := bells.Load(); n != 6 {
		t.Errorf("it rang %d times in all", n)
	}
}

// parity gives 7 bits with an even parity bit, as some scanners send them.
func parity(code string) []byte {
	out := []byte(code)
	for i, c := range out {
		for bit := range 7 {
			out[i] ^= c >> bit & 1 << 7
		}
	}
	return out
}

func TestAScannerIsTriedSetAndReadAnewAtTheScreen(t *testing.T) {
	b := newCrew(t)
	config := "# bàn 1, cạnh cửa sổ\n[scanner]\nport = \"" + b.port() + "\" # dây dài\n[printer]\nto = \"file:receipts\"\n"
	b.write("config.toml", config)
	term := b.sits("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	b.scanner.Write(parity("31000001\r"))
	term.see("KHÔNG ĐỌC ĐƯỢC")
	term.goes("may quet")
	term.see("Quét thử", "Đang nghe ở 9600 baud")
	b.scanner.Write(parity("31000001\r"))
	term.see("B1 30 30 30", "\"31000001\" · sau: CR", "Máy quét gửi 7 bit và bit chẵn lẻ (even).", "Bấm x để lưu: Kết thúc mã: cr, Bỏ bit chẵn lẻ")
	term.keys("x")
	term.see("bấm r để mở lại ngay", "r mở lại")
	text, err := os.ReadFile(b.dir + "/config.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"# bàn 1, cạnh cửa sổ\n", "\" # dây dài\n", "suffix = \"cr\"\n", "mask7 = true\n"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("the file has no %q:\n%s", want, text)
		}
	}
	if acts := b.card("31000001").acts(); acts != "" {
		t.Errorf("a test scan is on record: %s", acts)
	}
	term.keys("r")
	term.signs("OP1", "1111")
	term.see("Lô 001", "● máy quét")
	b.scanner.Write(parity("31000001\r"))
	term.see("31.000001", "Enter ghi")
	term.keys(enter)
	term.see("31.000001", "━ ✔ ĐÃ GHI")
	b.leaves(term)
}
