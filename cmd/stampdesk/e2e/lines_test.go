package e2e

import (
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// teletype is the program on a terminal that draws nothing, with a line
// editing of its own: what is typed is echoed by it.
type teletype struct {
	t    *testing.T
	cmd  *exec.Cmd
	tty  *os.File
	line *os.File // its other end, to be asked how it is set

	mu    sync.Mutex
	said  strings.Builder
	from  int
	ended chan error
}

func startPlain(t *testing.T, b *board) *teletype {
	t.Helper()
	master, slave, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	c := &teletype{t: t, tty: master, line: slave, ended: make(chan error, 1), cmd: exec.Command(binary)}
	c.cmd.Env = append(append(os.Environ(), b.env...), "TERM=dumb", "LANG=C.UTF-8")
	c.cmd.Stdin, c.cmd.Stdout, c.cmd.Stderr = slave, slave, slave
	c.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := c.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		buf := make([]byte, 4096)
		for {
			n, err := master.Read(buf)
			c.mu.Lock()
			c.said.Write(buf[:n])
			c.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	go func() { c.ended <- c.cmd.Wait() }()
	t.Cleanup(func() { c.cmd.Process.Kill(); slave.Close(); master.Close() })
	return c
}

func (c *teletype) text() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return strings.ReplaceAll(c.said.String(), "\r\n", "\n")
}

// hears waits for words after those heard before.
func (c *teletype) hears(wants ...string) {
	c.t.Helper()
	for _, want := range wants {
		for deadline := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
			text := c.text()
			if i := strings.Index(text[c.from:], want); i >= 0 {
				c.from += i + len(want)
				break
			}
			if time.Now().After(deadline) {
				c.t.Fatalf("no %q in:\n%s", want, text[c.from:])
			}
		}
	}
}

// types writes a line once a person has had the time to hear what is asked.
func (c *teletype) types(line string) {
	c.t.Helper()
	time.Sleep(400 * time.Millisecond)
	if _, err := c.tty.WriteString(line + "\r"); err != nil {
		c.t.Fatal(err)
	}
}

func (c *teletype) echoes() bool {
	c.t.Helper()
	s, err := unix.IoctlGetTermios(int(c.line.Fd()), unix.TCGETS)
	if err != nil {
		c.t.Fatal(err)
	}
	return s.Lflag&unix.ECHO != 0
}

func (c *teletype) end() {
	c.t.Helper()
	select {
	case err := <-c.ended:
		if err != nil {
			c.t.Errorf("ended with %v", err)
		}
	case <-time.After(patience):
		c.t.Fatalf("it does not end:\n%s", c.text())
	}
	if !c.echoes() {
		c.t.Error("the terminal is left without an echo")
	}
}

func TestADayOnATerminalThatDrawsNothing(t *testing.T) {
	b := newBoard(t, "key")
	c := startPlain(t, b)
	c.hears("Mã người dùng:")
	c.types("GS1")
	c.hears("PIN:")
	c.types("2222")
	c.hears("QUÉT THẺ: Lô 001", "Còn 20 thẻ", "Lệnh: ")
	b.scan("31000001") // on its cable
	c.hears("ĐÓNG DẤU ô 4: 31.000001 Đảng viên Thứ 1. Chi bộ 1", "Enter: đã đóng dấu.")
	c.types("")
	c.hears("ĐÃ GHI số ", ": 31.000001, ô 4. 1 trong 20, còn 19.")
	c.tty.WriteString("31000090\r\n") // one that plays keyboard
	c.hears("GIỮ LẠI: 31.000090", "khay GIỮ")
	c.types("31.000001")
	c.hears("ĐÃ ĐÓNG: 31.000001", "bàn B1")
	c.tty.WriteString("31000002\r\n")
	c.hears("ĐÓNG DẤU ô 4: 31.000002")
	c.types("34")
	c.hears("ĐÓNG DẤU ô 3, 4: 31.000002", "KHÁC ô đề nghị")
	c.types("")
	c.hears("ĐÃ GHI số ", ": 31.000002, ô 3, 4. 2 trong 20, còn 18.")
	c.types("u")
	c.hears("Hủy lần ghi thẻ 31.000002", "1. ", "2. ")
	c.types("1")
	c.hears("ĐÃ HỦY GHI: 31.000002")
	c.types("c")
	c.hears("Thiếu 19", "Chưa thấy 31.000002")
	c.types("")
	c.hears("Chốt lô chưa khớp", "1. chưa thu được", "Lý do:")
	c.types("1")
	c.hears("ĐÃ CHỐT LÔ", "phải có 1 thẻ", "Danh sách trả thẻ")
	c.types("")
	c.hears("1. Lô 001")
	c.types("quit")
	c.end()
	all := c.text()
	if strings.Contains(all, "2222") {
		t.Error("the PIN can be seen")
	}
	if strings.ContainsAny(all, "\x1b│─━┃█") {
		t.Errorf("it draws:\n%q", all)
	}
	for line := range strings.Lines(all) {
		if len([]rune(line)) > 200 {
			t.Errorf("too long to be heard: %q", line)
		}
	}
	if got := b.run("check", "--json"); !strings.Contains(got, `"ok":true`) {
		t.Errorf("check %s", got)
	}
	if testing.Verbose() {
		t.Log("\n" + all)
	}
}

func TestCtrlCWhileAPINIsTypedLeavesTheTerminalAsItWas(t *testing.T) {
	b := newBoard(t, "key")
	c := startPlain(t, b)
	c.hears("Mã người dùng:")
	c.types("GS1")
	c.hears("PIN:")
	for deadline := time.Now().Add(patience); c.echoes(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("a PIN is shown while it is typed")
		}
	}
	c.tty.WriteString("22\x03")
	c.end()
}

func TestCtrlDLeavesACardInQuestionToTheNextDesk(t *testing.T) {
	b := newBoard(t, "key")
	c := startPlain(t, b)
	c.hears("Mã người dùng:")
	c.types("GS1")
	c.hears("PIN:")
	c.types("2222")
	c.hears("QUÉT THẺ")
	c.types("31000001")
	c.hears("ĐÓNG DẤU ô 4: 31.000001")
	c.tty.WriteString("\x04")
	c.end()
	term := b.desk() // with a screen
	term.see("31.000001", "đã đóng dấu chưa?")
}
