package e2e

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// board is a small board with its store, scanner and printer.
type board struct {
	t       testing.TB
	dir     string
	env     []string
	scanner *os.File // what is written here, the scanner has read
	slave   *os.File
}

// laid is the data of a board with a supervisor, a roster and a decided batch.
var laid chest

func newBoard(t testing.TB, confirm string) *board {
	t.Helper()
	abreast(t)
	b := ground(t, confirm)
	laid.fill(b, b.layDown)
	return b
}

// abreast runs a test beside others: most of its time is that of a person who
// types. Every board has a store, a scanner and a printer of its own.
func abreast(t testing.TB) {
	if t, ok := t.(*testing.T); ok {
		t.Parallel()
	}
}

// ground is a board that has no store yet.
func ground(t testing.TB, confirm string) *board {
	t.Helper()
	b := &board{t: t, dir: t.TempDir()}
	b.plug()
	b.write("config.toml", fmt.Sprintf("[desk]\nconfirm = %q\n[scanner]\nport = %q\n[printer]\nto = \"file:receipts\"\n", confirm, b.port()))
	b.env = []string{"HOME=" + b.dir, "STAMPDESK_DATA=" + b.dir + "/store", "STAMPDESK_CONFIG=" + b.dir + "/config.toml"}
	return b
}

// chest keeps the data of a board that many tests begin with, for it takes a
// while to make.
type chest struct {
	mu    sync.Mutex
	files map[string][]byte
}

// fill gives a board the data, made by it where it is the first.
func (c *chest) fill(b *board, made func()) {
	b.t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.files != nil {
		if err := os.MkdirAll(b.dir+"/store", 0o700); err != nil {
			b.t.Fatal(err)
		}
		for name, data := range c.files {
			b.write(name, string(data))
		}
		return
	}
	made()
	names, err := filepath.Glob(b.dir + "/store/*")
	if err != nil {
		b.t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, name := range append(names, b.dir+"/roster.csv") {
		data, err := os.ReadFile(name)
		if err != nil {
			b.t.Fatal(err)
		}
		files[strings.TrimPrefix(name, b.dir+"/")] = data
	}
	c.files = files
}

func (b *board) layDown() {
	b.t.Helper()
	roster := "Số thẻ,Họ và tên,Ngày sinh,Ngày chính thức,Mã đơn vị,Đơn vị,Chi bộ,Trạng thái\n"
	for i := range 20 {
		roster += fmt.Sprintf("31.%06d,Đảng viên Thứ %d,12/04/1961,19/05/1984,P01,Đảng bộ phường A,Chi bộ %d,\n", i+1, i+1, 1+i/10)
	}
	roster += "31.000090,Đảng viên Khác,1950,,P02,Đảng bộ phường B,Chi bộ 1,\n31.000091,Đảng viên Cũ,1950,,P01,Đảng bộ phường A,Chi bộ 1,khai trừ\n"
	b.write("roster.csv", roster)
	b.run("init", "--supervisor", "GS1")
	b.run("roster", "import", b.dir+"/roster.csv")
	b.run("batch", "open", "--unit", "P01", "--count", "20")
	b.run("batch", "decide", "--no", "12-QĐ/TU", "--date", "16/04/2021")
}

func (b *board) write(name, text string) {
	b.t.Helper()
	if err := os.WriteFile(filepath.Join(b.dir, name), []byte(text), 0o600); err != nil {
		b.t.Fatal(err)
	}
}

// port is the name of the scanner's line, stable over plugging it in again.
func (b *board) port() string { return filepath.Join(b.dir, "scanner") }

func (b *board) plug() {
	b.t.Helper()
	master, slave, err := pty.Open()
	if err != nil {
		b.t.Fatal(err)
	}
	os.Remove(b.port())
	if err := os.Symlink(slave.Name(), b.port()); err != nil {
		b.t.Fatal(err)
	}
	b.scanner, b.slave = master, slave
	b.t.Cleanup(func() { master.Close(); slave.Close() })
}

func (b *board) run(args ...string) string {
	b.t.Helper()
	cmd := exec.Command(binary, args...)
	cmd.Env = append(append(os.Environ(), b.env...), "STAMPDESK_OPERATOR=GS1", "STAMPDESK_PIN=2222", "TERM=dumb")
	var errw strings.Builder
	cmd.Stderr = &errw
	out, err := cmd.Output()
	if err != nil {
		b.t.Fatalf("stampdesk %s: %v: %s", strings.Join(args, " "), err, errw.String())
	}
	return string(out)
}

func (b *board) scan(code string) {
	b.t.Helper()
	if _, err := b.scanner.Write([]byte(code + "\r")); err != nil {
		b.t.Fatal(err)
	}
}

// desk opens the desk and signs in.
func (b *board) desk() *terminal {
	b.t.Helper()
	term := start(b.t, b.env)
	term.see("PIN")
	term.typed("GS1")
	term.keys(enter)
	term.typed("2222")
	term.keys(enter)
	return term
}

func TestADayAtTheDesk(t *testing.T) {
	b := newBoard(t, "key")
	term := b.desk()
	term.see("Lô 001", "phường A", "● máy quét")

	b.scan("31000001")
	term.see("31.000001", "Đảng viên Thứ 1", "ĐÓNG DẤU", "Enter")
	b.scan("31000002") // the next card comes before the answer
	term.see("31.000002")
	term.keys(enter)
	term.see("Đảng viên Thứ 2", "Enter")
	term.look()
	term.keys("l", enter)
	term.see("ĐÃ GHI")

	b.scan("31000090")
	term.see("GIỮ LẠI", "đơn vị khác")
	b.scan("31000091")
	term.see("KHÔNG ĐÓNG DẤU", "khai trừ")
	b.scan("99")
	term.see("KHÔNG ĐỌC ĐƯỢC")
	b.scan("31000001")
	term.see("ĐÃ ĐÓNG")

	term.typed("31000003") // typed, as without a scanner
	term.keys(enter)
	term.see("Đảng viên Thứ 3", "Enter")
	term.keys(enter)
	term.see("ĐÃ GHI")
	term.keys("u")
	term.see("Mực trên thẻ")
	term.keys(enter)
	term.see("31.000003")

	term.keys(ctrlQ)
	term.keys(enter)
	if err := term.end(); err != nil {
		t.Errorf("the desk ended with %v", err)
	}
	term.sane()
	if got := b.run("tally", "--json"); !strings.Contains(got, `"stamped":2,`) || !strings.Contains(got, `"relaminated":1`) || !strings.Contains(got, `"voided":1`) {
		t.Errorf("tally %s", got)
	}
	if got := b.run("check", "--json"); !strings.Contains(got, `"ok":true`) {
		t.Errorf("check %s", got)
	}
}

func TestTheReturnListOfAClosedBatchIsPrinted(t *testing.T) {
	b := newBoard(t, "scan")
	term := b.desk()
	term.see("● máy quét")
	for i := range 5 {
		b.scan(fmt.Sprintf("310000%02d", i+1))
	}
	term.see("31.000005", "ĐÃ GHI")
	term.keys("c")
	term.see("Chưa thấy 15 thẻ")
	term.keys(enter)
	term.see("lý do")
	term.typed("con o don vi")
	term.keys(enter)
	deadline := time.Now().Add(patience)
	var papers []string
	for len(papers) == 0 && time.Now().Before(deadline) {
		time.Sleep(50 * time.Millisecond)
		papers, _ = filepath.Glob(b.dir + "/receipts/*.txt")
	}
	if len(papers) != 1 {
		t.Fatalf("papers %v\n%s", papers, term.text())
	}
	paper, err := os.ReadFile(papers[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []string{"DANH SÁCH TRẢ THẺ", "B1-001", "31.000005", "12-QĐ/TU"} {
		if !strings.Contains(string(paper), w) {
			t.Errorf("the return list has no %q:\n%s", w, paper)
		}
	}
}

func TestAfterAPowerCutTheDeskAsksAboutTheCardInHand(t *testing.T) {
	b := newBoard(t, "key")
	term := b.desk()
	term.see("● máy quét")
	b.scan("31000001")
	term.see("Đảng viên Thứ 1", "Enter")
	term.kill()

	term = b.desk()
	term.see("31.000001", "đã đóng dấu chưa?")
	term.look()
	term.keys(enter)
	term.see("ĐÃ GHI")
	term.keys(ctrlQ)
	term.keys(enter)
	term.end()
	if got := b.run("check", "--json"); !strings.Contains(got, `"ok":true`) {
		t.Errorf("check %s", got)
	}
}

func TestAPulledScannerIsSaidAndComesBack(t *testing.T) {
	b := newBoard(t, "key")
	term := b.desk()
	term.see("● máy quét")
	os.Remove(b.port()) // first: the next terminal of another test may get the same number
	b.scanner.Close()
	b.slave.Close()
	term.see("MẤT MÁY QUÉT")
	b.plug()
	term.lose("MẤT MÁY QUÉT")
	b.scan("31000004")
	term.see("Đảng viên Thứ 4")
}

func TestTheTerminalIsLeftSaneHoweverTheDeskEnds(t *testing.T) {
	abreast(t)
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT} {
		t.Run(sig.String(), func(t *testing.T) {
			b := newBoard(t, "key")
			term := b.desk()
			term.see("Lô 001")
			term.cmd.Process.Signal(sig)
			term.end()
			term.sane()
		})
	}
}

func TestAKeyboardScannerIsAScanAndNeverAChoiceOfBox(t *testing.T) {
	b := newBoard(t, "key")
	term := b.desk()
	term.see("Lô 001")
	b.scan("31000001")
	term.see("Đảng viên Thứ 1", "Enter")
	term.ptmx.Write([]byte("31000002\r")) // in one burst, while a question is open
	term.see("31.000002")
	if text := term.text(); !strings.Contains(text, "Đảng viên Thứ 1") {
		t.Errorf("the question is gone:\n%s", text)
	}
	term.keys(enter)
	term.see("Đảng viên Thứ 2")
	term.look()
	term.keys(enter)
	term.see("ĐÃ GHI")
	term.keys(ctrlQ)
	term.keys(enter)
	term.end()
	if got := b.run("tally", "--json"); !strings.Contains(got, `"boxes":{"4":2}`) {
		t.Errorf("tally %s", got)
	}
}
