package e2e

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const (
	f2  = "\x1bOQ"
	end = "\x1b[F"
)

// newGround is a board that has a scanner and nothing else: no store.
func newGround(t testing.TB) *board {
	t.Helper()
	abreast(t)
	b := ground(t, "key")
	b.write("config.toml", fmt.Sprintf("[scanner]\nport = %q\n", b.port()))
	return b
}

// hasStore reports whether there is a store.
func (b *board) hasStore() bool {
	_, err := os.Lstat(filepath.Join(b.dir, "store", "desk.db"))
	return err == nil
}

// founds types what the founding screen asks for, up to the last Enter.
func (b *board) founds(term *terminal) {
	b.t.Helper()
	term.see("Giám sát đầu tiên", "001/store")
	term.keys("GS1", enter, "Trần Thị Bình", enter, "2222", enter, "2222")
}

func TestFromAnEmptyDirectoryToTheFirstCard(t *testing.T) {
	b := newGround(t)
	b.env[2] = "STAMPDESK_CONFIG=" // nobody wrote a file, or chose a scanner
	b.env = append(b.env, "XDG_CONFIG_HOME="+b.dir+"/settings")
	term := start(t, b.env)
	term.see("Giám sát đầu tiên")
	term.keys("GS1", enter, ctrlQ) // called away before anything is made
	term.end()
	if got := term.last(); !strings.Contains(got, "Chưa tạo dữ liệu nào") || b.hasStore() {
		t.Fatalf("a store: %v\n%s", b.hasStore(), got)
	}

	term = start(t, b.env)
	b.founds(term)
	term.keys(enter)
	term.see("Chuẩn bị bàn", "✔ 1  Giám sát", "▸ ○ 2  Tiêu đề văn bản", "Trần Thị Bình (giám sát)", "○ 4  Máy quét")
	term.keys(enter)
	term.see("Cấp trên")
	term.keys("TINH UY M", enter, "BAN TO CHUC", enter) // and is called away again
	term.keys(ctrlQ)
	term.end()

	term = b.desk()
	term.see("Chuẩn bị bàn", "▸ ○ 2  Tiêu đề văn bản")
	term.keys(enter)
	term.see("Cấp trên")
	term.keys("TINH UY M", enter, "BAN TO CHUC", enter, "Da Nang", enter, end, enter)
	term.see("đồng ý và ghi vào sổ", "Da Nang")
	term.keys(enter)
	term.see("✔ 2  Tiêu đề văn bản", "BAN TO CHUC · Da Nang", "▸ ○ 3", "đã hết hạn")
	term.keys("x")
	term.see("Giữ nguyên đợt này")
	term.keys(enter)
	term.see("✔ 3  Đợt kiểm tra", "▸ ○ 4  Máy quét")
	term.keys(enter)
	term.see("Cổng", "Quét thử")
	term.keys(enter)
	term.see("Tên cổng", "COM5")
	term.keys(b.port(), enter)
	term.see("Đang nghe ở 9600 baud")
	b.scan("31000001")
	term.see("33 31 30 30 30 30 30 31 0D", "\"31000001\" · sau: CR", "Bấm x để lưu")
	term.keys("x")
	term.see("bấm r để mở lại ngay")
	term.keys("r")
	term.signs("GS1", "2222")
	term.see("Chuẩn bị bàn", "✔ 4  Máy quét", "đã nối", "▸ ○ 5  Máy in")
	term.keys("x")
	term.see("Không có máy in")
	term.keys(enter)
	term.see("– 5  Máy in", "▸ ○ 6  Danh sách đảng viên")
	term.kill() // a power cut

	term = b.desk()
	term.see("Chuẩn bị bàn  còn 3 việc", "– 5  Máy in", "▸ ○ 6  Danh sách đảng viên")
	b.write("roster.csv", "Số thẻ,Họ và tên,Ngày sinh,Ngày chính thức,Mã đơn vị,Đơn vị,Chi bộ\n"+
		"31.000001,Đảng viên Một,12/04/1961,19/05/1984,P01,Đảng bộ phường A,Chi bộ 1\n"+
		"31.000002,Đảng viên Hai,12/04/1962,19/05/1985,P01,Đảng bộ phường A,Chi bộ 1\n")
	term.keys(enter)
	term.see("Nhập danh sách đảng viên", "roster.csv")
	term.keys(b.dir + "/roster.csv")
	term.keys(enter)
	term.see("đưa vào")
	term.keys("x")
	term.see("Hỏi lại", "2 mới")
	term.keys(enter)
	term.see("Đưa danh sách đảng viên vào dùng", "đồng ý")
	term.keys(enter)
	term.see("Đã đưa vào, sổ ghi số")
	term.keys(esc)
	term.see("Tìm:")
	term.keys(esc)
	term.see("✔ 6  Danh sách đảng viên", "2 đảng viên", "▸ ○ 7  Người thao tác")
	term.keys(enter)
	term.see("Người làm việc (1)")
	term.keys("n")
	term.see("Thêm người làm việc")
	term.keys("OP1", enter, "Vũ Văn Ca", enter, enter, "1111", enter, "1111", enter)
	term.see("Đã thêm OP1", "Người làm việc (2)")
	term.keys(esc)
	term.see("✔ 7  Người thao tác", "▸ ○ 8  Lô đầu tiên")
	term.keys(enter)
	term.see("Nhận lô mới", "phường A")
	term.keys(enter, "2", enter, "Chi Lan", enter)
	term.see("Lô 001")
	term.keys("b", "q")
	term.see("Quyết định")
	term.keys("12-QD/TU", enter, enter, "Truong ban", enter)
	term.see("12-QD/TU")
	term.keys(esc)
	term.see("Quét thẻ")
	b.stamps(term, "31000001")
	b.leaves(term)

	term = b.sits("OP1", "1111") // and nobody is asked about the set-up any more
	term.see("Lô 001")
	b.stamps(term, "31000002")
	b.leaves(term)
	if got := b.tally(); got.Stamped != 2 {
		t.Errorf("%+v", got)
	}
}

func TestAStoreIsFoundedInTheLanguageOfWhoFoundsIt(t *testing.T) {
	b := newGround(t)
	term := start(t, b.env)
	term.see("Giám sát đầu tiên")
	term.keys(f2)
	term.see("The first supervisor")
	term.keys("GS1", enter, "Ann", enter, "2222", enter, "2222", enter)
	term.see("Set-up of the desk", "Ann (supervisor)")
	b.leaves(term)
}

func TestWhatKeepsTheStoreFromBeingMadeIsSaid(t *testing.T) {
	b := newGround(t)
	b.write("store", "not a directory")
	term := start(t, b.env)
	if err := term.end(); err == nil {
		b.t.Error("a file was taken for a directory")
	}
	b.env[1] = "STAMPDESK_DATA=/proc/stampdesk" // where nobody can make anything
	term = start(t, b.env)
	term.see("Giám sát đầu tiên")
	term.keys("GS1", enter, "Ann", enter, "2222", enter, "2222", enter)
	term.see("✘", "/proc/stampdesk", "Ann") // and what was typed is still there
	term.keys(ctrlQ)
	if err := term.end(); err != nil {
		t.Errorf("left: %v", err)
	}
	term.sane()
}

func TestKilledWhileItIsFoundedThereIsNoStoreOrTheWholeOfIt(t *testing.T) {
	b := newGround(t)
	none, whole := 0, 0
	for i := 0; i < 40 && (i < 12 || none == 0 || whole == 0); i++ {
		os.RemoveAll(filepath.Join(b.dir, "store"))
		term := start(t, b.env)
		b.founds(term)
		term.keys(enter)
		time.Sleep(time.Duration(rand.IntN(250)) * time.Millisecond)
		term.kill()
		if !b.hasStore() {
			none++
			continue
		}
		whole++
		if got := b.run("check", "--json"); !strings.Contains(got, `"ok":true`) { // and who made it can sign in
			t.Fatalf("check %s", got)
		}
		if got := b.run("operator", "list"); !strings.Contains(got, "Trần Thị Bình") {
			t.Fatalf("people %s", got)
		}
	}
	t.Logf("%d times none, %d times the whole", none, whole)
	if none == 0 || whole == 0 {
		t.Error("it was not killed in the middle")
	}
	if !b.hasStore() { // what a killed founding left is no obstacle
		term := start(t, b.env)
		b.founds(term)
		term.keys(enter)
		term.see("Chuẩn bị bàn")
		b.leaves(term)
	}
}
