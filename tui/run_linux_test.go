package tui

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"

	"stampdesk"
	"stampdesk/store/mem"
)

// TestMain is the program itself where a test started it as one.
func TestMain(m *testing.M) {
	if mode := os.Getenv("STAMPDESK_TEST_SCREEN"); mode != "" {
		if err := screenProgram(mode); err != nil {
			fmt.Println("ended:", strings.SplitN(err.Error(), "\n", 2)[0])
			os.Exit(1)
		}
		fmt.Println("ended well")
		return
	}
	os.Exit(m.Run())
}

func screenProgram(mode string) error {
	out := make(chan stampdesk.Outcome)
	o := Options{In: make(chan stampdesk.Request, 10), Out: out, Desk: "B1", Setup: testSetup, OnQuit: "goodbye"}
	broken := func() time.Time { return time.Now() }
	var began time.Time // the first look at the clock: before it nothing is on the screen yet
	started := func() time.Time {
		if began.IsZero() {
			began = time.Now()
		}
		return began
	}
	switch mode {
	case "work":
		return atWorkProgram(o)
	case "panic":
		broken = func() time.Time {
			if time.Since(started()) > 300*time.Millisecond {
				panic("in Update")
			}
			return time.Now()
		}
	case "hang":
		broken = func() time.Time {
			if time.Since(started()) > 300*time.Millisecond {
				select {}
			}
			return time.Now()
		}
	case "command":
		o.Look = func(context.Context, func(stampdesk.Snapshot) error) error { panic("in a command") }
	}
	o.Now = broken
	if mode == "panic" || mode == "hang" || mode == "command" {
		go func() {
			time.Sleep(400 * time.Millisecond)
			out <- stampdesk.Outcome{Result: stampdesk.Done}
		}()
	}
	err := Run(context.Background(), o)
	if mode == "stalled" { // nothing can be said
		os.Exit(0)
	}
	return err
}

// atWorkProgram is the whole desk on a store in memory, with a batch to stamp.
func atWorkProgram(o Options) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	in, out := make(chan stampdesk.Request), make(chan stampdesk.Outcome)
	store := mem.New(stampdesk.Identity{ID: stampdesk.StoreID{1}})
	desk := &stampdesk.Desk{Store: store, ID: "B1", Now: time.Now, PINs: plainPINs{}}
	err := layDown(ctx, desk, stampdesk.OpenBatch{Unit: "PA", Count: 9}, stampdesk.DecideBatches{
		Batches:  []stampdesk.BatchID{"B1-001"},
		Decision: stampdesk.Decision{No: "12-QĐ/BTC", Date: stampdesk.Date{Year: 2021, Month: 4, Day: 20}},
	})
	if err != nil {
		return err
	}
	o.In, o.Out, o.Look, o.Now = in, out, store.View, time.Now
	go func() { (&stampdesk.Desk{Store: store, ID: "B1", Now: time.Now, PINs: plainPINs{}}).Run(ctx, in, out) }()
	return Run(ctx, o)
}

func TestADayAtARealTerminal(t *testing.T) {
	c := start(t, "work")
	write := func(text string) { c.tty.WriteString(text) }
	c.waitFor(t, "PIN", 4*time.Second)
	write("tt1\r")
	time.Sleep(100 * time.Millisecond)
	write("1234\r")
	c.waitFor(t, "Q U É T", 4*time.Second)
	write("31.000401\r\n") // a scanner that plays keyboard
	c.waitFor(t, "31.000401", 4*time.Second)
	time.Sleep(2 * settle)
	write("\r")
	c.waitFor(t, "GHI số", 4*time.Second)
	write("31.000401\r") // again, much later for a scanner is not needed: it says what stands
	time.Sleep(2 * settle)
	write("c")
	c.waitFor(t, "Đếm tay khi nhận", 4*time.Second)
	write("\x1b")
	time.Sleep(2 * settle)
	write("\x11")
	c.ended(t, 8*time.Second)
	c.waitFor(t, "goodbye", time.Second)
}

func TestATerminalThatTakesNothingDoesNotKeepTheDeskFromEnding(t *testing.T) {
	c := start(t, "stalled")
	c.waitFor(t, "PIN", 4*time.Second)
	must(t, unix.IoctlSetInt(int(c.slave.Fd()), unix.TCXONC, unix.TCOOFF))
	c.tty.WriteString("tt1")
	time.Sleep(2 * settle)
	must(t, c.Process.Signal(syscall.SIGTERM))
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	select {
	case err := <-ended:
		must(t, err)
	case <-time.After(politely + 2*atAll + 5*time.Second):
		t.Error("it does not end")
	}
}

// child is the program on a terminal that answers nothing.
type child struct {
	*exec.Cmd
	tty    *os.File
	slave  *os.File
	before unix.Termios

	mu   sync.Mutex
	text bytes.Buffer
}

func start(t *testing.T, mode string, env ...string) *child {
	t.Helper()
	ptmx, tty, err := pty.Open()
	must(t, err)
	must(t, pty.Setsize(ptmx, &pty.Winsize{Rows: 24, Cols: 80}))
	c := &child{Cmd: exec.Command(os.Args[0]), tty: ptmx, slave: tty}
	c.before = termios(t, tty)
	for _, e := range os.Environ() {
		if !strings.HasPrefix(e, "CI=") && !strings.HasPrefix(e, "TERM=") {
			c.Env = append(c.Env, e)
		}
	}
	c.Env = append(c.Env, "TERM=xterm-256color", "STAMPDESK_TEST_SCREEN="+mode)
	c.Env = append(c.Env, env...)
	c.Stdin, c.Stdout, c.Stderr = tty, tty, tty
	c.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	must(t, c.Start())
	go func() {
		buf := make([]byte, 4096)
		for {
			n, err := ptmx.Read(buf)
			c.mu.Lock()
			c.text.Write(buf[:n])
			c.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	t.Cleanup(func() { c.Process.Kill(); tty.Close(); ptmx.Close() })
	return c
}

func termios(t *testing.T, f *os.File) unix.Termios {
	t.Helper()
	s, err := unix.IoctlGetTermios(int(f.Fd()), unix.TCGETS)
	must(t, err)
	return *s
}

func (c *child) said() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.text.String()
}

func (c *child) waitFor(t *testing.T, want string, within time.Duration) {
	t.Helper()
	for end := time.Now().Add(within); !strings.Contains(c.said(), want); time.Sleep(2 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%q did not come within %v; there was %q", want, within, c.said())
		}
	}
}

// ended waits for the end and looks at the terminal that is left.
func (c *child) ended(t *testing.T, within time.Duration) {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- c.Wait() }()
	select {
	case <-done:
	case <-time.After(within):
		t.Fatalf("it did not end; there was %q", c.said())
	}
	c.waitFor(t, "\x1b[?1049l", time.Second)
	c.waitFor(t, "\x1b[?25h", time.Second)
	if got := termios(t, c.slave); got != c.before {
		t.Errorf("the terminal is not as it was: %+v, was %+v", got, c.before)
	}
}

func TestASilentTerminalDoesNotHoldUpTheStart(t *testing.T) {
	c := start(t, "plain")
	began := time.Now()
	c.waitFor(t, "PIN", 4*time.Second)
	if d := time.Since(began); d > 2*time.Second {
		t.Errorf("the first screen took %v", d)
	}
	if strings.Contains(c.said(), "\x1b]11;?") || strings.Contains(c.said(), "\x1b[6n") {
		t.Error("it asked the terminal")
	}
}

func TestTheTerminalIsSaneAfterEveryEnd(t *testing.T) {
	for _, end := range []struct {
		name, mode string
		act        func(*child)
		says       string
	}{
		{"ctrl+q", "plain", func(c *child) { c.tty.Write([]byte{0x11}) }, "goodbye"},
		{"SIGTERM", "plain", func(c *child) { c.Process.Signal(syscall.SIGTERM) }, "ended well"},
		{"SIGHUP", "plain", func(c *child) { c.Process.Signal(syscall.SIGHUP) }, "ended well"},
		{"SIGINT", "plain", func(c *child) { c.Process.Signal(syscall.SIGINT) }, "ended well"},
		{"a panic in Update", "panic", func(*child) {}, "ended: screen"},
		{"a panic in a command", "command", func(*child) {}, "ended: screen"},
		{"an Update that hangs", "hang", func(c *child) { time.Sleep(600 * time.Millisecond); c.Process.Signal(syscall.SIGTERM) }, "does not end"},
	} {
		t.Run(end.name, func(t *testing.T) {
			t.Parallel()
			c := start(t, end.mode)
			c.waitFor(t, "PIN", 4*time.Second)
			end.act(c)
			c.ended(t, 8*time.Second)
			c.waitFor(t, end.says, time.Second)
		})
	}
}

func TestNoColorIsHonoured(t *testing.T) {
	c := start(t, "plain", "NO_COLOR=1")
	c.waitFor(t, "PIN", 4*time.Second)
	if strings.Contains(c.said(), "\x1b[1m") || strings.Contains(c.said(), "\x1b[3") {
		t.Errorf("colours: %q", c.said())
	}
}

// TestLettersSurviveAnyReadBoundary writes Vietnamese in pieces that end
// inside letters, and a read that is exactly as long as the library's buffer.
func TestLettersSurviveAnyReadBoundary(t *testing.T) {
	r, w, err := os.Pipe()
	must(t, err)
	in := &terminalInput{File: r}
	text := strings.Repeat("Nguyễn Thị Hồng Ánh ", 40)
	go func() {
		w.WriteString(text[:600])
		for i := 600; i < len(text); i += 7 {
			w.WriteString(text[i:min(i+7, len(text))])
			time.Sleep(100 * time.Microsecond)
		}
		w.Close()
	}()
	var got strings.Builder
	for buf := make([]byte, 256); ; {
		n, err := in.Read(buf)
		if n == len(buf) {
			t.Error("a full buffer")
		}
		if s := string(buf[:n]); strings.ToValidUTF8(s, "?") != s {
			t.Errorf("a letter was cut: %q", s)
		}
		got.Write(buf[:n])
		if err != nil {
			break
		}
	}
	if got.String() != text {
		t.Error("the text changed")
	}
}
